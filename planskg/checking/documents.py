"""From a file to its reports."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox
from msgspec.structs import replace

from planskg.checking.checking import Check, check_graph
from planskg.checking.engine import Engine, Statement, run_compiled, run_reference
from planskg.checking.previous import Previous, hold_against
from planskg.checking.profiles import profile_triples
from planskg.checking.shape_files import load_shapes
from planskg.checking.shapes import Shapes
from planskg.checking.statements import read_statements
from planskg.errors import PlanskgError
from planskg.files import LIMIT
from planskg.model import Report
from planskg.reading.source import STDIN, Source, read_source


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
    previous: Source | None = None
    """Last year's plan, to be held against."""
    year: int | None = None
    region: str | None = None
    limit: int = LIMIT
    """In bytes."""
    refereed: bool = False
    """pySHACL is asked too, and must report the same."""


def check_file(path: Path | str, way: Way | None = None) -> list[Report]:
    """Return a report for each document of a file; `-` is a plan on standard input.

    Raises UnreadableDocument, NoPlan for what is none, and Disagreement where the engines do.
    """
    way = way or Way(shapes=load_shapes())
    return check_source(read_source(path, way.limit), way)


def check_source(source: Source, way: Way) -> list[Report]:
    """Return a report for each document of a file that was read, as check_file does."""
    graphs = read_statements(source, year=way.year, region=way.region)
    return [_check(source, document, quads, way) for document, quads in sorted(graphs.items())]


def _check(source: Source, document: str, quads: Sequence[ox.Quad], way: Way) -> Report:
    last = None if way.previous is None else hold_against(way.previous, quads)
    added = [*profile_triples(quads, way.profile), *([last.link] if last else [])]
    if way.refereed and (told := list(_differences(quads, last, added, way.shapes))):
        raise Disagreement(source.path, told)
    previous = last.statements if last else ()
    report = check_graph(quads, document, shapes=way.shapes, added=added, previous=previous)
    return replace(report, file="" if str(source.path) == STDIN else str(source.path))


def _differences(
    own: Sequence[Statement], last: Previous | None, added: Sequence[ox.Triple], shapes: Shapes
) -> Iterator[str]:
    """Yield what only one of the two engines reports."""
    parts = [(own, shapes.alone), *([([*own, *last.statements], shapes.against)] if last else [])]
    for statements, rules in parts:
        compiled, reference = (_told(statements, added, rules, engine) for engine in (run_compiled, run_reference))
        yield from (f"only the compiled way: {' '.join(each)}" for each in sorted(compiled - reference))
        yield from (f"only pySHACL: {' '.join(each)}" for each in sorted(reference - compiled))


def _told(
    statements: Sequence[Statement], added: Sequence[ox.Triple], shapes: Shapes, engine: Engine
) -> set[tuple[str, str, str, str]]:
    return {result.told() for result in Check(statements, added, shapes, engine).results}
