"""The documents' graphs, with what follows from them, in the plain formats of RDF."""

from planskg.exporting.source import Source
from planskg.graph.writing import write_sorted

ONE_GRAPH = {"zh": "不记哪一句出自哪份文件的图", "en": "which graph a statement is in"}
"""What formats of triples lose."""


def write_turtle(source: Source) -> bytes:
    """Return all documents' triples in one graph."""
    return write_sorted(source.triples, "turtle")


def write_trig(source: Source) -> bytes:
    """Return each document's two graphs."""
    return write_sorted(source.quads, "trig")


def write_nquads(source: Source) -> bytes:
    """Return each document's two graphs, a statement a line."""
    return write_sorted(source.quads, "nquads")
