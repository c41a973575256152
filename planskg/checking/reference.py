"""All constraints as pySHACL does them: the referee of the compiled way, far slower.

rdflib and pySHACL take long to import, so they are imported where they are used.
"""

import logging
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import pyoxigraph as ox

from planskg.checking.facts import Term
from planskg.checking.results import Result
from planskg.checking.shapes import SEVERITIES, Shapes
from planskg.errors import PlanskgError
from planskg.graph.bridging import from_rdflib, to_rdflib
from planskg.graph.terms import SH

if TYPE_CHECKING:
    import rdflib
    from rdflib import Graph


def validate(data: Iterable[ox.Triple | ox.Quad], shapes: Shapes) -> list[Result]:
    """Return what pySHACL reports; raises PlanskgError for values that it cannot compare."""
    import pyshacl
    from pyshacl.errors import ReportableRuntimeError
    from rdflib import Graph

    logging.getLogger("rdflib.term").setLevel(logging.ERROR)  # an ill-typed literal is a finding, not a warning
    try:
        _, report, _ = pyshacl.validate(to_rdflib(data), shacl_graph=to_rdflib(shapes.triples), inplace=True)
    except (ReportableRuntimeError, TypeError, ValueError, ArithmeticError, RecursionError) as error:
        raise PlanskgError(f"pySHACL cannot check this graph: {error}") from error
    if not isinstance(report, Graph):
        raise PlanskgError(f"pySHACL gave no report: {report!r}")
    return list(_results(report))


def _results(report: "Graph") -> Iterator[Result]:
    """Yield the results of a report, but for those that are details of others."""
    from rdflib import URIRef

    def value(result: "rdflib.term.Node", name: ox.NamedNode) -> Term | None:
        found = report.value(result, URIRef(name.value))
        return None if found is None else from_rdflib(found)

    for result in report.objects(None, URIRef(SH.result.value)):
        focus, severity = value(result, SH.focusNode), value(result, SH.resultSeverity)
        constraint = value(result, SH.sourceConstraint) or value(result, SH.sourceShape)
        if isinstance(focus, ox.NamedNode) and isinstance(constraint, ox.NamedNode):
            graded = SEVERITIES[severity] if isinstance(severity, ox.NamedNode) else "violation"
            yield Result(focus, constraint, graded, value(result, SH.value))
