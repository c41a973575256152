"""SHACL as pySHACL does it; rdflib and pySHACL take long to import, so they are imported where they are used."""

import logging
from collections.abc import Iterable, Iterator

import pyoxigraph as ox

from planskg.checking.facts import Node
from planskg.errors import PlanskgError
from planskg.graph.bridging import to_rdflib
from planskg.graph.terms import SH


def validate(data: Iterable[ox.Triple | ox.Quad], shapes: Iterable[ox.Triple]) -> Iterator[tuple[Node, Node]]:
    """Yield focus node and constraint of each result; raises PlanskgError for values that pySHACL cannot compare."""
    import pyshacl
    from pyshacl.errors import ReportableRuntimeError
    from rdflib import Graph, URIRef

    logging.getLogger("rdflib.term").setLevel(logging.ERROR)  # an ill-typed literal is a finding, not a warning
    try:
        _, results, _ = pyshacl.validate(to_rdflib(data), shacl_graph=to_rdflib(shapes), inplace=True)
    except (ReportableRuntimeError, TypeError) as error:
        raise PlanskgError(f"pySHACL cannot check this graph: {error}") from error
    if not isinstance(results, Graph):
        raise PlanskgError(f"pySHACL gave no report: {results!r}")
    for result, constraint in results.subject_objects(URIRef(SH.sourceShape.value)):
        yield _node(results.value(result, URIRef(SH.focusNode.value))), _node(constraint)


def _node(term: object) -> Node:
    from rdflib import BNode

    return ox.BlankNode(str(term)) if isinstance(term, BNode) else ox.NamedNode(str(term))
