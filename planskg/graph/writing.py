"""Quads as text in each RDF format, the same bytes for the same quads whatever their order."""

from collections.abc import Iterable, Mapping
from itertools import takewhile

import pyoxigraph as ox

from planskg.graph.terms import ID, PREFIXES

FORMATS = {
    "turtle": ox.RdfFormat.TURTLE,
    "trig": ox.RdfFormat.TRIG,
    "nquads": ox.RdfFormat.N_QUADS,
    "ntriples": ox.RdfFormat.N_TRIPLES,
}
SHORT = {name: iri for name, iri in PREFIXES.items() if iri != ID}
"""Without the instances: a prefixed name must escape their slashes, so they stand relative to the base."""
SHORTENED = ("turtle", "trig")


def write_quads(quads: Iterable[ox.Quad], form: str, more: Mapping[str, str] | None = None) -> bytes:
    """Return quads in a format of FORMATS; the triple formats hold each triple once, of whatever graph it is.

    `more` are prefixes beside those of every export.
    """
    whole = FORMATS[form].supports_datasets
    return write_sorted(sort_quads(quads) if whole else sort_triples(quad.triple for quad in quads), form, more)


def write_sorted(ordered: list[ox.Quad] | list[ox.Triple], form: str, more: Mapping[str, str] | None = None) -> bytes:
    """Return quads or triples that are sorted already, as write_quads does."""
    if form not in SHORTENED:
        return ox.serialize(ordered, format=FORMATS[form]) or b""
    known = SHORT | dict(more or {})
    return _header(known) + _body(ox.serialize(ordered, format=FORMATS[form], prefixes=known, base_iri=ID) or b"")


def _header(known: Mapping[str, str]) -> bytes:
    prefixes = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in sorted(known.items()))
    return f"@base <{ID}> .\n{prefixes}\n".encode()


def _body(text: bytes) -> bytes:
    """Drop Oxigraph's own header, which makes even the prefixes relative to the base."""
    lines = text.splitlines(keepends=True)
    header = sum(1 for _ in takewhile(lambda line: line.startswith((b"@base", b"@prefix")), lines))
    return b"".join(lines[header:])


def sort_quads(quads: Iterable[ox.Quad]) -> list[ox.Quad]:
    """Return quads by graph, then as their statements are spelt."""
    return sorted(quads, key=lambda quad: (str(quad.graph_name), str(quad.triple)))


def sort_triples(triples: Iterable[ox.Triple]) -> list[ox.Triple]:
    """Return triples as they are spelt, each once."""
    return sorted(set(triples), key=str)
