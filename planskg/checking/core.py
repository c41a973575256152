"""SHACL Core as the Rust engine `shacl` does it, some fifty times as fast as pySHACL."""

from functools import cache

import pyoxigraph as ox
import shacl

from planskg.checking.facts import Term
from planskg.checking.results import Result
from planskg.checking.shapes import SEVERITIES, Shapes
from planskg.errors import PlanskgError
from planskg.graph.terms import SH


def validate_core(data: str, shapes: Shapes) -> list[Result]:
    """Return what the Core constraints find in a graph, given as N-Triples without blank nodes.

    The engine gives blank nodes names of its own, so there must be none.
    """
    report = _compile(shapes).validate_text(data, "ntriples")
    return [_result(each) for each in report.results]


@cache
def _compile(shapes: Shapes) -> shacl.Shapes:
    core = (each for each in shapes.triples if each.predicate != SH.sparql)
    return shacl.Shapes.from_text((ox.serialize(core, format=ox.RdfFormat.N_TRIPLES) or b"").decode(), "ntriples")


def _result(found: shacl.Result) -> Result:
    focus, constraint = _term(found.focus_node), _term(found.source_shape or "")
    if isinstance(focus, ox.Literal) or not isinstance(constraint, ox.NamedNode):
        raise PlanskgError(f"the SHACL engine names no node and shape: {found!r}")
    severity = SEVERITIES[ox.NamedNode(found.severity_iri)]
    return Result(focus, constraint, severity, None if found.value is None else _term(found.value))


@cache
def _term(text: str) -> Term:
    """Return a term from its N-Triples spelling."""
    try:
        (quad,) = ox.parse(f"<{SH.iri}focusNode> <{SH.iri}value> {text} .", format=ox.RdfFormat.N_TRIPLES)
    except SyntaxError:
        raise PlanskgError(f"the SHACL engine names something that is no term: {text}") from None
    value: Term = quad.object
    return value
