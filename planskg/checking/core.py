"""SHACL as pySHACL does it; rdflib and pySHACL take long to import, so they are imported where they are used."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import pyoxigraph as ox

from planskg.checking.facts import Node
from planskg.graph.terms import SH

if TYPE_CHECKING:
    import rdflib


def validate(data: Iterable[ox.Triple | ox.Quad], shapes: Iterable[ox.Triple]) -> Iterator[tuple[Node, Node]]:
    """Yield focus node and constraint of each result."""
    import pyshacl
    from rdflib import Graph, URIRef

    _, results, _ = pyshacl.validate(to_rdflib(data), shacl_graph=to_rdflib(shapes), inplace=True)
    if not isinstance(results, Graph):
        raise TypeError(f"pySHACL gave no report: {results!r}")
    for result, constraint in results.subject_objects(URIRef(SH.sourceShape.value)):
        yield _node(results.value(result, URIRef(SH.focusNode.value))), _node(constraint)


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


def _term(term: object) -> "rdflib.term.Node":
    from rdflib import BNode, Literal, URIRef

    match term:
        case ox.NamedNode():
            return URIRef(term.value)
        case ox.BlankNode():
            return BNode(term.value)
        case ox.Literal(language=None):
            return Literal(term.value, datatype=URIRef(term.datatype.value))
        case ox.Literal():
            return Literal(term.value, lang=term.language)
    raise TypeError(f"no RDF term: {term!r}")


def _node(term: object) -> Node:
    from rdflib import BNode

    return ox.BlankNode(str(term)) if isinstance(term, BNode) else ox.NamedNode(str(term))
