"""The store that a command reads from."""

from importlib import import_module
from pathlib import Path

import pyoxigraph as ox

from planskg.graph.store import open_store


def open_or_build(folder: Path | None) -> ox.Store:
    """Open a store to read from; without a folder, build the project's own plans in memory.

    What builds is loaded by name, for a question to a store that is there needs none of it.
    """
    if folder is not None:
        return open_store(folder, read_only=True)
    store: ox.Store = import_module("planskg.building").build_default()
    return store
