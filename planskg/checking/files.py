"""RDF files to check: the graphs in them that tell of a plan document."""

from collections.abc import Iterable
from pathlib import Path

import pyoxigraph as ox

from planskg.errors import UnreadableDocument
from planskg.graph.terms import PLAN, RDF

SUFFIXES = {
    ".ttl": ox.RdfFormat.TURTLE,
    ".nt": ox.RdfFormat.N_TRIPLES,
    ".nq": ox.RdfFormat.N_QUADS,
    ".trig": ox.RdfFormat.TRIG,
    ".jsonld": ox.RdfFormat.JSON_LD,
    ".rdf": ox.RdfFormat.RDF_XML,
}
"""By the end of a file's name; a file of any other end is a plan in words."""


def read_graphs(path: Path) -> dict[str, list[ox.Quad]]:
    """Return the graphs of an RDF file that hold a plan document, each under the document's IRI.

    A graph that holds several stays whole, under all their IRIs. Raises UnreadableDocument where there is none.
    """
    graphs: dict[str, list[ox.Quad]] = {}
    for quad in _parse(path):
        graphs.setdefault(str(quad.graph_name), []).append(quad)
    told = {" ".join(_documents(quads)): quads for _, quads in sorted(graphs.items()) if _documents(quads)}
    if not told:
        raise UnreadableDocument(path, "holds no plan:PlanDocument")
    return told


def _parse(path: Path) -> list[ox.Quad]:
    try:
        return list(ox.parse(path=str(path), format=SUFFIXES[path.suffix.lower()]))
    except OSError as error:
        raise UnreadableDocument(path, error.strerror or str(error)) from None
    except (SyntaxError, ValueError) as error:
        raise UnreadableDocument(path, f"is no {SUFFIXES[path.suffix.lower()].name}: {error}") from None


def _documents(quads: Iterable[ox.Quad]) -> list[str]:
    said = ((quad.subject, quad.predicate, quad.object) for quad in quads)
    kind = (RDF.type, PLAN.PlanDocument)
    return sorted({node.value for node, *rest in said if tuple(rest) == kind and isinstance(node, ox.NamedNode)})
