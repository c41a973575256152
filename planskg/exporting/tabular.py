"""Records from the graph as JSON Lines and as a table, one a row, with the fields of planskg.records."""

import csv
from collections.abc import Iterator
from decimal import Decimal
from io import StringIO
from typing import Any

import pyoxigraph as ox

from planskg.exporting.source import Source
from planskg.graph.terms import FOAF, OA, PLAN, PROV, QUDT, RDF, RDFS, SCHEMA, SKOS
from planskg.model import Observation, Project, Quantity, Record, Target
from planskg.records import dump_lines, to_json

SELECTOR = (PROV.wasQuotedFrom, OA.hasSelector)
FIELDS: dict[str, tuple[ox.NamedNode, ...]] = {
    "document": (FOAF.primaryTopic,),
    "type": (RDF.type,),
    "start": (*SELECTOR, OA.start),
    "end": (*SELECTOR, OA.end),
    "quote": (PLAN.text,),
    "level": (PLAN.level,),
    "number": (PLAN.number,),
    "title": (RDFS.label,),
    "indicator": (PLAN.indicatorLabel,),
    "concept": (PLAN.indicator, PLAN.unreviewed),
    "name": (PLAN.ofProject, RDFS.label),
    "stage": (PLAN.stage,),
    "kind": (PLAN.series,),
    "value": (QUDT.numericValue, SCHEMA.minValue, SCHEMA.maxValue),
    "value_high": (SCHEMA.maxValue,),
    "unit": (QUDT.hasUnit, SKOS.prefLabel),
    "measure": (PLAN.measure,),
    "comparator": (PLAN.comparator,),
    "year": (PLAN.dueYear, PLAN.year),
    "since": (PLAN.sinceYear,),
    "text": (PLAN.text,),
    "binding": (PLAN.binding,),
    "capacity": (PLAN.capacity, QUDT.numericValue),
    "capacity_unit": (QUDT.hasUnit,),
    "investment": (PLAN.investment,),
    "places": (PLAN.atPlace, PLAN.unsettledPlace, RDFS.label),
    "place_codes": (PLAN.atPlace, SKOS.notation),
    "pillar": (PLAN.inPillar, PLAN.subPillarOf),
    "sectors": (PLAN.responsibleSector,),
    "sector_words": (PLAN.sectorWords,),
    "firmness": (PLAN.firmness,),
    "firmness_words": (PLAN.firmnessWords,),
    "rule": (PLAN.foundBy, PROV.used),
}
"""The fields of a record, and the properties that each is read from."""
CARRIED = frozenset(term for path in FIELDS.values() for term in path)
FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the beginning of a formula."""
ROUNDED = {
    "zh": "小数在多数读取程序中成为二进制浮点数",
    "en": "figures with a point become binary fractions in most readers",
}
GUARDED = {
    "zh": "以 = + - @ 开头的文字前加撇号，以免表格软件当作公式",
    "en": "text that begins with = + - @ has an apostrophe before it, so that no spreadsheet runs it",
}


def write_jsonl(source: Source) -> str:
    """Return every record as a JSON object a line, by document and in text order."""
    return dump_lines(
        {"document": plan.document.name} | to_json(plan.document, record)
        for plan in source.plans
        for record in plan.records.values()
    )


def write_csv(source: Source, *, mark: bool = False) -> str:
    """Return every record as a row; lists are joined by |, numbers are exact, a range stands in two columns.

    `mark` puts the byte order mark first that some spreadsheets need to see UTF-8.
    """
    table = StringIO()
    writer = csv.DictWriter(table, list(FIELDS), lineterminator="\n")
    writer.writeheader()
    writer.writerows(_rows(source))
    return ("\ufeff" if mark else "") + table.getvalue()


def as_cell(value: Any) -> str:
    """Return a value as a cell of CSV: numbers exact, lists joined by |, no text that a spreadsheet would run."""
    match value:
        case None:
            return ""
        case bool():
            return str(value).lower()
        case Decimal():
            return format(value, "f")
        case list() | tuple():
            return as_cell("|".join("" if each is None else str(each) for each in value))
        case str() if value.startswith(FORMULA):
            return f"'{value}"
    return str(value)


def _rows(source: Source) -> Iterator[dict[str, str]]:
    for plan in source.plans:
        for record in plan.records.values():
            told = {"document": plan.document.name} | to_json(plan.document, record) | _figures(record)
            yield {key: as_cell(value) for key, value in told.items() if key in FIELDS}


def _figures(record: Record) -> dict[str, Decimal | str | None]:
    """Return the figures of a record, which JSON would round to a binary fraction."""
    match record:
        case Target(value=(low, high)) | Observation(value=(low, high)):
            return {"value": low, "value_high": high}
        case Target(value=Decimal() as value) | Observation(value=Decimal() as value):
            return {"value": value}
        case Project(capacity=Quantity(value, unit), investment=investment):
            return {"capacity": value, "capacity_unit": unit, "investment": investment}
        case Project(investment=investment):
            return {"capacity": None, "investment": investment}
    return {}
