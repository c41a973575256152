"""Where the tests find things."""

import csv
import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import settings
from msgspec.structs import replace

from planskg.gazetteer import load_gazetteer
from planskg.graph.build import build_graph
from planskg.graph.draft import document_node
from planskg.graph.reasoning import infer
from planskg.graph.store import load_ontology, open_store, replace_document
from planskg.graph.terms import inferred_graph
from planskg.model import (
    Action,
    Aim,
    Commitment,
    Document,
    Extraction,
    Observation,
    Pillar,
    PlaceMention,
    Record,
    Residue,
    Row,
    Span,
    Tag,
    Target,
)
from planskg.reading import read_document
from planskg.records import from_json, parse_lines
from planskg.vocabulary import load_scheme

settings.register_profile("untimed", deadline=None)  # the first example loads the vocabularies
settings.load_profile("untimed")

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "planskg"
DOCUMENTS = ROOT / "data" / "documents"
GOLD = ROOT / "data" / "gold"
SHARED = ROOT.parent / "shared"
"""Reports and schemas that lie beside some checkouts and are no part of the project."""


@pytest.fixture
def shared() -> Path:
    if not SHARED.is_dir():
        pytest.skip(f"no {SHARED}: the reports that lie there are no part of the project")
    return SHARED


@pytest.fixture(scope="session")
def schemas() -> Path:
    """The official schemas that exports are held to."""
    folder = SHARED / "schemas"
    if not folder.is_dir():
        (pytest.fail if os.environ.get("CI") else pytest.skip)(f"no {folder}: the schemas are no part of the project")
    return folder


def find_tool(name: str, package: str) -> str:
    """The path of a program that not every machine has; where the tests must be whole (CI is set), it must be there."""
    path = shutil.which(name)
    if path is None:
        reason = f"no {name} here: apt-get install {package}"
        pytest.fail(reason) if os.environ.get("CI") else pytest.skip(reason)
    return path


# -- The two plans with their reference records, filed, as a store to ask ----------------------------------------------


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the expected rows of queries anew")


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--update-golden"))


@pytest.fixture(scope="session")
def reference_store() -> ox.Store:
    """The ontology with what both plans say by their reference records, and what follows; to be read only."""
    store = open_store()
    load_ontology(store)
    for path in sorted(DOCUMENTS.glob("*-2023.txt")):
        extraction = file_reference(read_document(path))
        node = document_node(extraction.document)
        asserted = build_graph(extraction)
        replace_document(store, node, asserted, infer(asserted, inferred_graph(node)))
    return store


def store_of(*extractions: Extraction) -> ox.Store:
    """What plans say and what follows, without the ontology."""
    store = open_store()
    for extraction in extractions:
        node, asserted = document_node(extraction.document), build_graph(extraction)
        replace_document(store, node, asserted, infer(asserted, inferred_graph(node)))
    return store


def file_reference(document: Document) -> Extraction:
    """The reference records of a plan with all that an extractor files them under, so that answers lean on none."""
    rows = parse_lines((GOLD / f"{document.name}.jsonl").read_text(encoding="utf-8"))
    found = [from_json({"rule": row["type"]} | row) for row in rows]
    records = [*found, *_reference_actions(document.text, found)]
    pillars = sorted((record for record in found if isinstance(record, Pillar)), key=lambda pillar: pillar.span)
    sectors = _reference_sectors(document.name)
    filed = sorted((_file(document, record, pillars, sectors) for record in records), key=lambda record: record.span)
    joined = tuple(_join(document.text, filed))
    return Extraction(document, joined, _reference_residue(document.text, found))


def _join(text: str, records: list[Record]) -> Iterator[Record]:
    """Give each cell its row, whose name and unit stand in the lines above it, and each part its whole."""
    before, above, whole = Span(0, 0), None, None
    for record in records:
        if isinstance(record, Observation):
            start = text.rfind("\n\n", 0, record.span.start) + 2
            name, unit = (line.strip() for line in text[start:].split("\n", 2)[:2])
            at = Span(text.index(name, start), text.index(name, start) + len(name))
            is_part = name.startswith("其中")
            whole = whole if is_part else at
            note = re.search(rf"(?<=注：){re.escape(record.indicator)}[^\n]*可比价格[^\n]*", text)
            prices = note and Span(*note.span())
            record = replace(record, row=Row(span=at, unit=unit, whole=whole if is_part else None, prices=prices))
        if isinstance(record, Target):
            if (
                above
                and above.unit == record.unit
                and re.fullmatch("[^；。]*其中：(?:新增)?[^；。]*", text[before.end : record.span.start])
            ):
                record = replace(record, part_of=above)
            before, above = record.span, record
        yield record


def _reference_actions(text: str, found: list[Record]) -> list[Record]:
    spans = [Span(*match.span()) for match in re.finditer(r"(?:建立|健全|完善)[^，。；、\n]{4,}(?=[，。；])", text)]
    taken = [record.span for record in found]
    return [
        Action(span=span, sentence=span, rule="action", year=2023)
        for span in spans
        if not any(span.overlaps(each) for each in taken)
    ]


def _reference_residue(text: str, found: list[Record]) -> tuple[Residue, ...]:
    numbers = [(Span(*match.span()), match[0]) for match in re.finditer(r"\d+(?:\.\d+)?年?", text)]
    taken = [record.span for record in found]
    left = [(span, words) for span, words in numbers if not any(span.overlaps(each) for each in taken)]
    return tuple(Residue(span, "date" if words.endswith("年") else "unexplained") for span, words in left)


def _reference_sectors(name: str) -> dict[tuple[str, int, str], list[str]]:
    with (GOLD / f"sectors-{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    return {(row["type"], int(row["start"]), row["name_or_indicator"]): row["sectors"].split("|") for row in rows}


def _file(
    document: Document, record: Record, pillars: list[Pillar], sectors: dict[tuple[str, int, str], list[str]]
) -> Record:
    changes: dict[str, object] = {}
    if not isinstance(record, Pillar):
        title = getattr(record, "indicator", getattr(record, "name", ""))
        tags = sectors.get((record.kind, record.span.start, title), [])
        changes["sectors"] = tuple(Tag(notation) for notation in tags)
    if isinstance(record, Target | Aim | Observation):
        concept = load_scheme("indicators").by_name.get(record.indicator)
        changes["concept"] = concept and concept.notation
    if isinstance(record, Commitment):
        changes |= _file_commitment(document, record, pillars)
    return replace(record, **changes)  # type: ignore[arg-type]


def _file_commitment(document: Document, record: Commitment, pillars: list[Pillar]) -> dict[str, object]:
    text, span, region = document.text, record.span, document.metadata.region
    start = max(text.rfind(mark, 0, span.start) for mark in "。\n") + 1
    end = min(at for mark in "。\n" if (at := text.find(mark, span.end)) >= 0)
    path: list[Pillar] = []
    for pillar in pillars:
        if pillar.span <= span:
            path = [*(each for each in path if each.level < pillar.level), pillar]
    found = [(place.text, load_gazetteer().settle(place.text, region)) for place in record.places]
    before = text[start : span.start]
    said = [(before.rfind(word), len(word), each.notation) for each in load_scheme("firmness") for word in each.names]
    at, _, firmness = max(said)
    return {
        "sentence": Span(start, end),
        "pillars": tuple(path),
        "places": tuple(PlaceMention(text, place and place.code) for text, place in found),
        "firmness": Tag(firmness) if at >= 0 else None,
    }
