"""The documents' graphs, with what follows from them, in the plain formats of RDF."""

import pyoxigraph as ox

from planskg.graph.store import document_quads, documents
from planskg.graph.writing import write_quads


def write_turtle(store: ox.Store) -> bytes:
    """Return all documents' triples in one graph."""
    return write_quads(stored_quads(store), "turtle")


def write_trig(store: ox.Store) -> bytes:
    """Return each document's two graphs."""
    return write_quads(stored_quads(store), "trig")


def write_nquads(store: ox.Store) -> bytes:
    """Return each document's two graphs, a statement a line."""
    return write_quads(stored_quads(store), "nquads")


def stored_quads(store: ox.Store) -> list[ox.Quad]:
    """Return what all documents say and what follows; the ontology is published by itself."""
    return [
        quad
        for document in documents(store)
        for inferred in (False, True)
        for quad in document_quads(store, document, inferred=inferred)
    ]
