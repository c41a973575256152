"""The whole way of documents: read, extracted, made into a graph, reasoned over, loaded."""

from collections.abc import Callable, Iterable
from pathlib import Path

import pyoxigraph as ox

from planskg.extracting.pipeline import extract
from planskg.files import LIMIT
from planskg.graph.build import build_graph
from planskg.graph.draft import document_node
from planskg.graph.reasoning import infer
from planskg.graph.store import load_ontology, open_store, replace_document
from planskg.graph.terms import inferred_graph
from planskg.model import Document, Extraction
from planskg.reading import read_document
from planskg.vocabulary import asset_folder

Tell = Callable[[str], None]
"""Takes a line about progress."""


def default_documents() -> list[Path]:
    """Return the project's own plans."""
    return sorted((asset_folder("data") / "documents").iterdir())


def read_all(
    paths: Iterable[Path | str], year: int | None = None, region: str | None = None, limit: int = LIMIT
) -> list[Document]:
    """Read every document, of up to so many bytes, before anything is written.

    Raises UnreadableDocument for the first that cannot be read.
    """
    return [read_document(path, year=year, region=region, limit=limit) for path in paths]


def build_default() -> ox.Store:
    """Return a store in memory of the project's own plans."""
    store = open_store()
    load(store, read_all(default_documents()))
    return store


def load(store: ox.Store, documents: Iterable[Document], tell: Tell = lambda line: None) -> list[Extraction]:
    """Put documents with what follows from them into a store, each in the place of its earlier self."""
    load_ontology(store)
    found = []
    for document in documents:
        extraction = extract(document)
        quads = build_graph(extraction)
        node = document_node(document)
        replace_document(store, node, quads, infer(quads, inferred_graph(node)))
        tell(f"{document.name}: {len(extraction.records)} records, {len(quads)} statements")
        found.append(extraction)
    store.optimize()  # a folder opens ten times faster after it
    return found
