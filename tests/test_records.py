"""Records go out as JSON lines and come back the same."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import DOCUMENTS, GOLD
from planskg.model import Document, Metadata, Observation, Project, Span, Target
from planskg.records import dump_lines, from_json, parse_lines, to_json, to_number

REFERENCES = sorted(GOLD.glob("*.jsonl"))
TARGET = {
    "type": "target",
    "start": 0,
    "end": 2,
    "indicator": "就业",
    "value": 22000,
    "unit": "人",
    "measure": "level",
    "comparator": "ge",
    "year": 2023,
}


def rows_of(reference: Path) -> list[dict[str, Any]]:
    return parse_lines(reference.read_text(encoding="utf-8"))


def document_of(reference: Path) -> Document:
    text = (DOCUMENTS / f"{reference.stem}.txt").read_text(encoding="utf-8")
    return Document(reference.stem, text, Metadata(year=2023))


def test_references_are_found() -> None:
    assert len(REFERENCES) >= 2


@pytest.mark.parametrize("reference", REFERENCES, ids=lambda path: path.stem)
def test_reference_records_go_out_and_back(reference: Path) -> None:
    document, rows = document_of(reference), rows_of(reference)
    assert len(rows) >= 100
    assert {"pillar", "target", "aim", "project"} <= {row["type"] for row in rows}
    for row in rows:
        [back] = parse_lines(dump_lines([to_json(document, from_json(row))]))
        wanted = {key: value for key, value in row.items() if key != "optional"}
        assert {key: back[key] for key in wanted} == wanted


@pytest.mark.parametrize("reference", REFERENCES, ids=lambda path: path.stem)
def test_from_json_is_the_inverse_of_to_json(reference: Path) -> None:
    document = document_of(reference)
    for record in map(from_json, rows_of(reference)):
        assert from_json(parse_lines(dump_lines([to_json(document, record)]))[0]) == record


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ('{"type": "aim"}\n\n{"type": ', "line 3: no JSON"),
        ('{"a": 1}\n[1, 2]', "line 2: not a JSON object"),
        ("null", "line 1: not a JSON object"),
        ("\ufeff{}", "line 1: no JSON"),
    ],
)
def test_a_bad_line_is_named(text: str, complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint):
        parse_lines(text)


def test_blank_lines_are_passed_over() -> None:
    assert parse_lines('\n{"a": 1}\n  \n{"b": 2}\n') == [{"a": 1}, {"b": 2}]


def test_a_line_separator_inside_a_string_ends_no_line() -> None:
    assert parse_lines(dump_lines([{"quote": "甲\u2028乙\x85丙"}])) == [{"quote": "甲\u2028乙\x85丙"}]


@pytest.mark.parametrize(
    ("row", "error"),
    [
        ({**TARGET, "type": "wish"}, ValueError),
        ({key: value for key, value in TARGET.items() if key != "unit"}, KeyError),
        ({**TARGET, "start": 3}, ValueError),
    ],
    ids=["unknown type", "no unit", "end before start"],
)
def test_a_bad_record_is_refused(row: dict[str, Any], error: type[Exception]) -> None:
    with pytest.raises(error):
        from_json(row)


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("7", Decimal(7)),
        ("6.96", Decimal("6.96")),
        ("-0.2", Decimal("-0.2")),
        ("[5.5, 6]", (Decimal("5.5"), Decimal(6))),
        ("120000000000", Decimal("120000000000")),
    ],
)
def test_a_value_stays_exact(printed: str, expected: Decimal | tuple[Decimal, Decimal]) -> None:
    [row] = parse_lines(dump_lines([TARGET]).replace("22000", printed))
    record = from_json(row)
    assert isinstance(record, Target)
    assert record.value == expected
    assert f'"value": {printed},' in dump_lines([to_json(Document("x", "就业", Metadata(year=2023)), record)])


def test_capacity_investment_and_empty_cell_stay_exact() -> None:
    span = {"start": 0, "end": 2, "year": 2023}
    head = {**span, "type": "project", "name": "某水库", "stage": "start"}
    project = from_json(
        parse_lines(dump_lines([{**head, "capacity": {"value": 0.1, "unit": "吨"}, "investment": 1.1}]))[0]
    )
    cell = from_json(
        {
            **span,
            "type": "observation",
            "indicator": "某",
            "kind": "plan",
            "value": None,
            "comparator": None,
            "unit": "",
        }
    )
    assert isinstance(project, Project) and project.capacity is not None
    assert isinstance(cell, Observation)
    assert (project.capacity.value, project.investment, cell.value) == (Decimal("0.1"), Decimal("1.1"), None)
    assert project.span == Span(0, 2)


@given(st.decimals(-(10**12), 10**12, places=3))
def test_no_number_that_a_plan_prints_is_rounded(value: Decimal) -> None:
    [row] = parse_lines(dump_lines([{"value": to_number(value)}]))
    assert Decimal(row["value"]) == value
