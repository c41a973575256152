"""Read the plans that Chinese local governments print, as a knowledge graph of what they promise."""

from importlib import import_module
from typing import Any

__version__ = "0.1.0"
LIBRARY = ("frames", "to_networkx", "to_pandas")
"""Functions of planskg.exporting that stand here too: planskg.frames(store)."""


def __getattr__(name: str) -> Any:
    if name in LIBRARY:
        return getattr(import_module("planskg.exporting"), name)
    raise AttributeError(f"module 'planskg' has no attribute {name!r}")
