"""The two plans with their reference records as extractions, so that a test of the graph leans on no extractor."""

from decimal import Decimal
from functools import cache

import pyoxigraph as ox
from msgspec.structs import replace

from conftest import DOCUMENTS, GOLD
from planskg.gazetteer import load_gazetteer
from planskg.graph.build import build_graph
from planskg.graph.draft import document_node
from planskg.graph.reasoning import infer
from planskg.graph.terms import inferred_graph
from planskg.model import Document, Extraction, Metadata, PlaceMention, Record, Residue, Span, Target
from planskg.records import from_json, parse_lines
from planskg.vocabulary import load_scheme

METADATA = {
    "changji-2023": Metadata(year=2023, title="昌吉州2023年国民经济和社会发展计划", region="652300"),
    "kizilsu-2023": Metadata(
        year=2023,
        title="克州2023年国民经济和社会发展计划",
        number="克政发〔2023〕5号",
        issuer="克孜勒苏柯尔克孜自治州人民政府",
        region="653000",
        issued="2023-02-03",
        congress="克孜勒苏柯尔克孜自治州第十五届人民代表大会第二次会议",
    ),
}
PLANS = tuple(METADATA)


@cache
def extraction(name: str) -> Extraction:
    text = (DOCUMENTS / f"{name}.txt").read_text(encoding="utf-8")
    document = Document(name, text, METADATA[name])
    rows = parse_lines((GOLD / f"{name}.jsonl").read_text(encoding="utf-8"))
    records = sorted((settle(from_json(row), METADATA[name].region) for row in rows), key=lambda record: record.span)
    year = text.index("2023年")
    return Extraction(document, tuple(records), (Residue(Span(year, year + 5), "date"),))


def settle(record: Record, region: str | None) -> Record:
    """Give a reference record the codes and concepts that an extractor would."""
    changes: dict[str, object] = {}
    if hasattr(record, "indicator"):
        concept = load_scheme("indicators").by_name.get(record.indicator)
        changes["concept"] = concept and concept.notation
    if hasattr(record, "places"):
        found = [(place.text, load_gazetteer().settle(place.text, region)) for place in record.places]
        changes["places"] = tuple(PlaceMention(text, place and place.code) for text, place in found)
    return replace(record, **changes)


@cache
def graph(name: str) -> tuple[ox.Quad, ...]:
    return tuple(build_graph(extraction(name)))


@cache
def inferences(name: str) -> tuple[ox.Quad, ...]:
    return tuple(infer(graph(name), inferred_graph(node(name))))


def node(name: str) -> ox.NamedNode:
    return document_node(extraction(name).document)


def small_plan(text: str, *records: Record, region: str | None = "653000", year: int = 2023) -> Extraction:
    return Extraction(Document("small", text, Metadata(year=year, region=region)), records)


def target(text: str, quote: str, **fields: object) -> Target:
    """A target on the words of a text, the growth of 地区生产总值 where the fields say nothing else."""
    start = text.index(quote)
    span = Span(start, start + len(quote))
    usual = {
        "indicator": "地区生产总值",
        "value": Decimal(7),
        "unit": "%",
        "measure": "growth",
        "comparator": "eq",
        "year": 2023,
    }
    return Target(span=span, rule="example", **{"sentence": span} | usual | fields)
