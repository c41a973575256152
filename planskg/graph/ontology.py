"""The compiled ontology, kept in the user's cache folder under the hash of what makes it.

So owlrl and rdflib, which take long to import, are needed only when the ontology is new.
"""

import json
import os
import tempfile
from contextlib import suppress
from dataclasses import asdict
from functools import cache
from hashlib import sha256
from pathlib import Path

from planskg.graph import closing, tables
from planskg.graph.tables import Tables
from planskg.vocabulary import asset_folder

COMPILER = (Path(closing.__file__), Path(tables.__file__))
"""What else the kept tables hang on: a change here makes them anew."""


@cache
def load_tables() -> Tables:
    """Return the tables of the project's own ontology, from the cache where they are."""
    return read_tables(asset_folder("ontology") / "planskg.ttl", cache_folder())


def cache_folder() -> Path:
    """Return the folder for what can be made again, as the XDG base directory specification says."""
    home = os.environ.get("XDG_CACHE_HOME")
    return (Path(home) if home else Path.home() / ".cache") / "planskg"


def read_tables(ontology: Path, folder: Path) -> Tables:
    """Return the tables of an ontology file, and keep them in a folder where that can be written.

    Raises BadAsset for an ontology that is no Turtle or holds an axiom that the tables cannot tell.
    """
    sources = b"".join(path.read_bytes() for path in (ontology, *COMPILER))
    kept = folder / f"ontology-{sha256(sources).hexdigest()[:16]}.json"
    with suppress(OSError, ValueError, TypeError):
        return Tables(**json.loads(kept.read_text(encoding="utf-8")))
    made = closing.compile_tables(ontology)
    with suppress(OSError):  # a folder that cannot be written costs time, not the work
        _write(kept, json.dumps(asdict(made)))
    return made


def _write(path: Path, text: str) -> None:
    """Write a file whole: a second process that does the same writes the same bytes."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", dir=path.parent, delete=False) as file:
        file.write(text)
    os.replace(file.name, path)
