"""RDF files to check: the graphs in them that tell of a plan document."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import pyoxigraph as ox

from planskg.checking.jsonld import complete_context
from planskg.checking.unknown import PRINTED, find_unknown
from planskg.errors import NoPlan, UnreadableDocument
from planskg.files import LIMIT
from planskg.graph.terms import PLAN, RDF
from planskg.nearest import find_nearest
from planskg.reading.source import Source, read_source

SUFFIXES = {
    ".ttl": ox.RdfFormat.TURTLE,
    ".n3": ox.RdfFormat.N3,
    ".nt": ox.RdfFormat.N_TRIPLES,
    ".nq": ox.RdfFormat.N_QUADS,
    ".trig": ox.RdfFormat.TRIG,
    ".jsonld": ox.RdfFormat.JSON_LD,
    ".rdf": ox.RdfFormat.RDF_XML,
    ".owl": ox.RdfFormat.RDF_XML,
}
"""By the end of a file's name; a file of any other end is a plan in words."""


def read_graphs(path: Path, limit: int = LIMIT) -> dict[str, list[ox.Quad]]:
    """Return the graphs of an RDF file that hold a plan document, each under the document's IRI.

    A graph that holds several stays whole, under all their IRIs; each also says which of its terms are unknown.
    Raises NoPlan where there is none.
    """
    return parse_graphs(read_source(path, limit), SUFFIXES[path.suffix.lower()])


def parse_graphs(source: Source, form: ox.RdfFormat) -> dict[str, list[ox.Quad]]:
    """Return the graphs of some RDF that hold a plan document, as read_graphs does."""
    graphs = list(parse_rdf(source, form))
    told = sorted((" ".join(_documents(quads)), quads) for quads in graphs if _documents(quads))
    if not told:
        raise NoPlan(source.path, _why_none(quad for quads in graphs for quad in quads))
    return dict(told)


def parse_rdf(source: Source, form: ox.RdfFormat) -> Iterator[list[ox.Quad]]:
    """Yield each graph of some RDF, and in it which of its terms are unknown."""
    graphs: dict[ox.NamedNode | ox.BlankNode | ox.DefaultGraph, list[ox.Quad]] = {}
    for quad in _parse(source, form):
        graphs.setdefault(quad.graph_name, []).append(quad)
    words = source.data.decode("utf-8", "replace")
    for graph, quads in graphs.items():
        unknown = find_unknown(quads, words, Path(source.path).name)
        yield [*quads, *(ox.Quad(each.subject, each.predicate, each.object, graph) for each in unknown)]


def _parse(source: Source, form: ox.RdfFormat) -> list[ox.Quad]:
    data = complete_context(source) if form == ox.RdfFormat.JSON_LD else source.data
    try:
        return list(ox.parse(data, format=form))
    except (SyntaxError, ValueError) as error:
        raise UnreadableDocument(source.path, f"is no {form.name}: {error}") from None


def _documents(quads: Iterable[ox.Quad]) -> list[str]:
    said = ((quad.subject, quad.predicate, quad.object) for quad in quads)
    kind = (RDF.type, PLAN.PlanDocument)
    return sorted({node.value for node, *rest in said if tuple(rest) == kind and isinstance(node, ox.NamedNode)})


def _why_none(quads: Iterable[ox.Quad]) -> str:
    printed = [quad.object.value for quad in quads if quad.predicate == PRINTED and isinstance(quad.object, ox.Literal)]
    misspelt = find_nearest("plan:PlanDocument", printed)
    return "holds no plan:PlanDocument" + (f", but {misspelt}" if misspelt else "")
