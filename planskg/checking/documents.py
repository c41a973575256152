"""From a file to its reports: a plan in words by way of its graph, an RDF file as it is."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pyoxigraph as ox

from planskg.checking.checking import Check, check_graph
from planskg.checking.engine import Engine, Statement, run_compiled, run_reference
from planskg.checking.files import SUFFIXES, parse_graphs
from planskg.checking.profiles import profile_triples
from planskg.checking.shapes import Shapes, load_shapes
from planskg.errors import NoPlan, PlanskgError
from planskg.extracting.pipeline import extract
from planskg.graph.build import build_graph
from planskg.graph.draft import document_node
from planskg.model import Extraction, Report
from planskg.reading import parse_document
from planskg.reading.source import LIMIT, STDIN, Source, read_source

Graphs = dict[str, Sequence[ox.Quad]]
"""The statements of each document, under its IRI."""


class Disagreement(PlanskgError):
    """Results that one engine reports and the other does not."""

    def __init__(self, path: Path | str, told: Iterable[str]) -> None:
        super().__init__(f"{path}: the compiled way and pySHACL disagree: {'; '.join(told)}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """How files are checked."""

    shapes: Shapes
    profile: str | None = None
    """What each document is held to; its genre and place decide where none is named."""
    year: int | None = None
    region: str | None = None
    limit: int = LIMIT
    """In bytes."""
    refereed: bool = False
    """pySHACL is asked too, and must report the same."""


def check_file(path: Path | str, way: Way | None = None) -> list[Report]:
    """Return a report for each document of a file; `-` is a plan on standard input.

    Raises UnreadableDocument for what is no plan, and Disagreement where the engines do.
    """
    way = way or Way(shapes=load_shapes())
    return check_source(read_source(path, way.limit), way)


def check_source(source: Source, way: Way) -> list[Report]:
    """Return a report for each document of a file that was read, as check_file does."""
    return [_check(source, document, quads, way) for document, quads in sorted(read_graphs(source, way).items())]


def read_graphs(source: Source, way: Way) -> Graphs:
    """Return what the documents of a file say; raises UnreadableDocument."""
    if form := SUFFIXES.get(Path(source.path).suffix.lower()):
        return dict(parse_graphs(source, form))
    document = parse_document(source, year=way.year, region=way.region)
    extraction = extract(document)
    if not is_plan(extraction):
        reason = "is no plan: it has no title of one, and no goal for any indicator that planskg knows"
        raise NoPlan(source.path, reason)
    return {document_node(document).value: build_graph(extraction)}


def is_plan(extraction: Extraction) -> bool:
    """Tell whether a text is a plan or a part of one: by its title, or by an indicator with a goal or a figure."""
    known = (getattr(record, "concept", None) for record in extraction.records)
    return extraction.document.metadata.title is not None or any(known)


def _check(source: Source, document: str, quads: Sequence[ox.Quad], way: Way) -> Report:
    added = profile_triples(quads, way.profile)
    if way.refereed and (told := find_differences(quads, added, way.shapes)):
        raise Disagreement(source.path, told)
    file = "" if str(source.path) == STDIN else str(source.path)
    return replace(check_graph(quads, document, shapes=way.shapes, added=added), file=file)


def find_differences(statements: Sequence[Statement], added: Sequence[ox.Triple], shapes: Shapes) -> list[str]:
    """Return what only one of the two engines reports of a graph."""

    def told(engine: Engine) -> set[tuple[str, str, str, str]]:
        return {result.told() for result in Check(statements, added, shapes.alone, engine).results}

    compiled, reference = told(run_compiled), told(run_reference)
    only = {"only the compiled way": compiled - reference, "only pySHACL": reference - compiled}
    return [f"{who}: {' '.join(each)}" for who, results in only.items() for each in sorted(results)]
