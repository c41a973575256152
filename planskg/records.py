"""Records as JSON objects and back: the exchange form, one object a line.

The keys are those of the reference records (start, end, quote, indicator, value, …); beside them stand
pillar (titles, outermost first), sectors and firmness with the words that decided, and rule.
"""

import json
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from planskg.model import (
    Action,
    Aim,
    Commitment,
    Document,
    Observation,
    Pillar,
    PlaceMention,
    Project,
    Quantity,
    Record,
    Residue,
    Span,
    Target,
)

Json = dict[str, Any]


def to_number(value: Decimal | tuple[Decimal, Decimal] | None) -> int | float | list[int | float] | None:
    """Return a value as JSON prints it: whole numbers without a point, a range as a list."""
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    return None if value is None else _plain(value)


def _plain(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


def to_json(document: Document, record: Record) -> Json:
    """Return one record as a JSON object."""
    head: Json = {"type": record.kind, "start": record.span.start, "end": record.span.end}
    head["quote"] = document.quote(record.span)
    return head | _fields(document, record) | _filing(record) | {"rule": record.rule}


def _fields(document: Document, record: Record) -> Json:
    match record:
        case Pillar():
            return {"level": record.level, "number": record.number, "title": record.title}
        case Target():
            return {
                "indicator": record.indicator,
                "concept": record.concept,
                "value": to_number(record.value),
                "unit": record.unit,
                "measure": record.measure,
                "comparator": record.comparator,
                "year": record.year,
            } | _given(since=record.since, binding=record.binding)
        case Aim():
            return {"indicator": record.indicator, "concept": record.concept, "year": record.year}
        case Project():
            return _project_fields(record)
        case Observation():
            return {
                "indicator": record.indicator,
                "concept": record.concept,
                "year": record.year,
                "kind": record.series,
                "value": to_number(record.value),
                "comparator": record.comparator,
                "unit": record.unit,
                "text": document.quote(record.span),
                "sectors": [tag.notation for tag in record.sectors],
                "sector_words": [tag.words for tag in record.sectors],
            } | _given(binding=record.binding)
        case Action():
            return {"year": record.year}
    return {}


def _given(**fields: Any) -> Json:
    """Return the fields that have a value."""
    return {key: value for key, value in fields.items() if value is not None}


def _project_fields(record: Project) -> Json:
    capacity = record.capacity and {"value": to_number(record.capacity.value), "unit": record.capacity.unit}
    return {
        "name": record.name,
        "stage": record.stage,
        "year": record.year,
        "capacity": capacity,
        "investment": to_number(record.investment),
    }


def _filing(record: Record) -> Json:
    if not isinstance(record, Commitment):
        return {}
    return {
        "places": [place.text for place in record.places],
        "place_codes": [place.code for place in record.places],
        "pillar": [pillar.title for pillar in record.pillars],
        "sectors": [tag.notation for tag in record.sectors],
        "firmness": record.firmness and record.firmness.notation,
        "sector_words": [tag.words for tag in record.sectors],
        "firmness_words": record.firmness and record.firmness.words,
    }


def residue_json(document: Document, residue: Residue) -> Json:
    """Return one piece of residue as a JSON object."""
    span = residue.span
    return {"start": span.start, "end": span.end, "quote": document.quote(span), "reason": residue.reason}


def dump_lines(rows: Iterable[Json]) -> str:
    """Return JSON objects as JSON Lines."""
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def parse_lines(text: str) -> list[Json]:
    """Return the objects of JSON Lines, numbers with a point as Decimal; blank lines are skipped.

    Raises ValueError that names the line.
    """
    return list(_parse(text))


def _parse(text: str) -> Iterator[Json]:
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line, parse_float=Decimal)
        except json.JSONDecodeError as error:
            raise ValueError(f"line {number}: no JSON: {error.msg}") from None
        if not isinstance(row, dict):
            raise ValueError(f"line {number}: not a JSON object")
        yield row


def from_json(row: Json) -> Record:
    """Return the record that a JSON object tells of; what is filed elsewhere (pillar, sectors) is not restored.

    Raises KeyError where a field is missing, ValueError for an unknown type.
    """
    base: Json = {"span": Span.checked(row["start"], row["end"]), "rule": row.get("rule", "reference")}
    kind = row["type"]
    if kind == "pillar":
        return Pillar(**base, level=row["level"], number=row["number"], title=row["title"])
    if kind == "observation":
        keys = ("indicator", "year", "comparator", "unit")
        found = {key: row[key] for key in keys}
        value = None if row["value"] is None else _decimals(row["value"])
        return Observation(**base, **found, series=row["kind"], value=value, binding=row.get("binding"))
    base |= {"sentence": base["span"], "year": row["year"]}
    match kind:
        case "target":
            keys = ("indicator", "unit", "measure", "comparator")
            found = {key: row[key] for key in keys}
            told: Json = {key: row.get(key) for key in ("since", "binding")}
            return Target(**base, **found, **told, value=_decimals(row["value"]))
        case "aim":
            return Aim(**base, indicator=row["indicator"])
        case "action":
            return Action(**base)
        case "project":
            return _project(base, row)
    raise ValueError(f"no kind of record: {kind}")


def _project(base: Json, row: Json) -> Project:
    capacity = row.get("capacity")
    return Project(
        **base,
        name=row["name"],
        stage=row["stage"],
        capacity=capacity and Quantity(Decimal(capacity["value"]), capacity["unit"]),
        investment=_decimal(row.get("investment")),
        places=tuple(PlaceMention(text) for text in row.get("places", ())),
    )


def _decimal(value: int | Decimal | None) -> Decimal | None:
    return None if value is None else Decimal(value)


def _decimals(value: Any) -> Decimal | tuple[Decimal, Decimal]:
    return (Decimal(value[0]), Decimal(value[1])) if isinstance(value, list) else Decimal(value)
