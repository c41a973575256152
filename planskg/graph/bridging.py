"""Triples of Oxigraph as a graph of rdflib, for the tools that need one."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

import pyoxigraph as ox

from planskg.graph.terms import XSD

if TYPE_CHECKING:
    import rdflib


def to_rdflib(triples: Iterable[ox.Triple | ox.Quad]) -> "rdflib.Graph":
    """Return triples as an rdflib graph; blank nodes keep their names."""
    from rdflib import Graph

    graph = Graph(bind_namespaces="none")
    known: dict[object, rdflib.term.Node] = {}

    def convert(term: object) -> "rdflib.term.Node":
        return known[term] if term in known else known.setdefault(term, _term(term))

    for each in triples:
        graph.add((convert(each.subject), convert(each.predicate), convert(each.object)))
    return graph


def from_rdflib(term: "rdflib.term.Node") -> ox.NamedNode | ox.BlankNode | ox.Literal:
    """Return a term of rdflib as one of Oxigraph."""
    from rdflib import BNode, Literal

    if isinstance(term, BNode):
        return ox.BlankNode(str(term))
    if not isinstance(term, Literal):
        return ox.NamedNode(str(term))
    if term.language is not None:
        return ox.Literal(str(term), language=term.language)
    return ox.Literal(str(term), datatype=None if term.datatype is None else ox.NamedNode(str(term.datatype)))


def _term(term: object) -> "rdflib.term.Node":
    from rdflib import BNode, Literal, URIRef

    match term:
        case ox.NamedNode():
            return URIRef(term.value)
        case ox.BlankNode():
            return BNode(term.value)
        case ox.Literal(language=None):
            # To rdflib "a" and "a"^^xsd:string are two, though RDF 1.1 says one; its readers make the first.
            return Literal(term.value, datatype=None if term.datatype == XSD.string else URIRef(term.datatype.value))
        case ox.Literal():
            return Literal(term.value, lang=term.language)
    raise TypeError(f"no RDF term: {term!r}")
