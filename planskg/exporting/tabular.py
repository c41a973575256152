"""Records from the graph as JSON Lines and as a table, one a row, with the fields of planskg.records."""

import csv
from collections.abc import Iterator
from decimal import Decimal
from io import StringIO

from planskg.exporting.source import Source
from planskg.model import Observation, Project, Record, Target
from planskg.records import Json, dump_lines, to_json

COLUMNS = (
    *("document", "type", "start", "end", "quote", "level", "number", "title", "indicator", "concept", "name", "stage"),
    *("kind", "value", "value_high", "unit", "measure", "comparator", "year", "since", "text", "binding"),
    *("capacity", "capacity_unit", "investment", "places", "place_codes", "pillar", "sectors", "sector_words"),
    *("firmness", "firmness_words", "rule"),
)
FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the beginning of a formula."""


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
    writer = csv.DictWriter(table, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(_rows(source))
    return ("\ufeff" if mark else "") + table.getvalue()


def _rows(source: Source) -> Iterator[dict[str, str]]:
    for plan in source.plans:
        for record in plan.records.values():
            told = {"document": plan.document.name} | to_json(plan.document, record)
            row = {key: _cell(value) for key, value in told.items() if key in COLUMNS}
            yield row | {key: _exact(value) for key, value in _numbers(record).items()} | _sized(record)


def _cell(value: Json | str | int | None) -> str:
    """Return a field as a cell; text that a spreadsheet would run as a formula is opened by an apostrophe."""
    if isinstance(value, list):
        return _cell("|".join("" if each is None else str(each) for each in value))
    text = "" if value is None else str(value)
    return f"'{text}" if isinstance(value, str) and text.startswith(FORMULA) else text


def _numbers(record: Record) -> dict[str, Decimal | None]:
    """Return the figures of a record, which JSON would round to a binary fraction."""
    match record:
        case Target(value=(low, high)) | Observation(value=(low, high)):
            return {"value": low, "value_high": high}
        case Target(value=Decimal() as value) | Observation(value=Decimal() as value):
            return {"value": value}
        case Project(capacity=capacity, investment=investment):
            return {"capacity": capacity.value if capacity else None, "investment": investment}
    return {}


def _sized(record: Record) -> dict[str, str]:
    capacity = record.capacity if isinstance(record, Project) else None
    return {"capacity_unit": capacity.unit} if capacity else {}


def _exact(value: Decimal | None) -> str:
    return "" if value is None else format(value, "f")
