"""The scorer: what counts as found and as right, and that its figures are those of the reference scorer."""

import json
import random
import re
import subprocess
import sys
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from conftest import DOCUMENTS, GOLD, SHARED
from planskg.agreement import likeness
from planskg.records import parse_lines
from planskg.scoreboard import mark_sentence, render_misses, render_table
from planskg.scoring import Rate, Score, score

Row = dict[str, Any]
REFERENCES = sorted(GOLD.glob("*.jsonl"))

TARGET: Row = {
    "type": "target",
    "start": 10,
    "end": 14,
    "indicator": "地区生产总值",
    "value": 7,
    "unit": "%",
    "measure": "growth",
    "comparator": "approx",
    "year": 2023,
}
PROJECT: Row = {
    "type": "project",
    "start": 10,
    "end": 20,
    "name": "四工河水库",
    "stage": "start",
    "year": 2023,
    "capacity": {"value": 1320000, "unit": "千瓦"},
    "investment": 5000000,
}
PILLAR: Row = {"type": "pillar", "start": 0, "end": 9, "level": 1, "number": "一、", "title": "发展壮大优势产业"}
AIM: Row = {"type": "aim", "start": 5, "end": 9, "indicator": "空气质量", "year": 2023}
CELL: Row = {
    "type": "observation",
    "start": 5,
    "end": 9,
    "indicator": "总人口",
    "year": 2022,
    "kind": "actual",
    "value": None,
    "comparator": None,
    "unit": "人",
}


def outcome(want: Row, got: Row) -> tuple[int, int, list[str]]:
    """How many were found, how many were right, and the fields at fault."""
    [kind] = score([want], [got]).kinds
    return kind.found.hits, kind.right.hits, [field for row in kind.wrong for field in row.fields]


@pytest.mark.parametrize(
    ("want", "change", "expected"),
    [
        (TARGET, {}, (1, 1, [])),
        (TARGET, {"value": Decimal("7.0000001")}, (1, 1, [])),
        (TARGET, {"value": 8}, (0, 0, [])),
        (TARGET, {"value": [7, 8]}, (0, 0, [])),
        (TARGET, {"start": 13, "end": 30}, (1, 1, [])),
        (TARGET, {"start": 14, "end": 16}, (0, 0, [])),
        (TARGET, {"indicator": "全州地区生产总值"}, (1, 1, [])),
        (TARGET, {"indicator": "工业增加值", "year": 2025}, (1, 0, ["indicator", "year"])),
        (TARGET, {"unit": None, "measure": "level", "comparator": "eq"}, (1, 0, ["unit", "measure", "comparator"])),
        (PROJECT, {}, (1, 1, [])),
        (PROJECT, {"name": "泉沟水库"}, (0, 0, [])),
        (PROJECT, {"stage": "complete"}, (1, 0, ["stage"])),
        (PROJECT, {"capacity": {"value": 1320000, "unit": "兆瓦"}}, (1, 0, ["capacity"])),
        (PROJECT, {"capacity": None, "investment": None}, (1, 0, ["capacity", "investment"])),
        (
            {**PROJECT, "capacity": None, "investment": None},
            {"capacity": {"value": 1, "unit": "吨"}, "investment": 9},
            (1, 1, []),
        ),
        (PILLAR, {"title": "发展壮大“优势产业”"}, (1, 1, [])),
        (PILLAR, {"title": "保障和改善民生"}, (0, 0, [])),
        (PILLAR, {"level": 2}, (1, 0, ["level"])),
        (AIM, {"indicator": "水环境"}, (1, 0, ["indicator"])),
        (CELL, {}, (1, 1, [])),
        (CELL, {"value": 5}, (0, 0, [])),
        (CELL, {"kind": "plan", "comparator": "eq"}, (1, 0, ["kind", "comparator"])),
    ],
)
def test_what_is_found_and_what_is_right(want: Row, change: Row, expected: tuple[int, int, list[str]]) -> None:
    assert outcome(want, {**want, **change}) == expected


def test_the_closest_answer_is_taken_and_each_only_once() -> None:
    worse = {**TARGET, "indicator": "地区总值"}
    [kind] = score([TARGET], [worse, TARGET]).kinds
    assert (kind.right, kind.extra) == (Rate(1, 1, 2), (worse,))


def test_an_optional_record_costs_nothing() -> None:
    optional = {**TARGET, "optional": True, "start": 90, "end": 95}
    for found in ([TARGET], [TARGET, optional], [TARGET, {**optional, "unit": "人"}]):
        [kind] = score([TARGET, optional], found).kinds
        assert (kind.found, kind.right) == (Rate(1, 1, 1), Rate(1, 1, 1))


def test_fields_are_counted_over_what_was_found() -> None:
    rows = [{**PROJECT, "start": at, "end": at + 5} for at in (0, 10, 20)]
    rows[0].pop("capacity")
    [kind] = score(rows, [rows[0], {**rows[1], "stage": "reserve"}]).kinds
    assert kind.fields == {"stage": (1, 2), "year": (2, 2), "capacity": (1, 1), "investment": (2, 2)}


def test_overall_leaves_pillars_and_aims_out() -> None:
    result = score(
        [TARGET, PROJECT, PILLAR, AIM], [TARGET, {**PROJECT, "year": 2024}, {"type": "action", "start": 1, "end": 2}]
    )
    assert (result.found, result.right) == (Rate(2, 2, 2), Rate(1, 2, 2))


def test_nothing_wanted_and_nothing_gotten_gives_no_kinds() -> None:
    assert score([], []) == Score(())
    assert score([], []).right.f1 == 0.0


@pytest.mark.parametrize("change", [{"start": None}, {"end": "14"}, {"type": None}, {"indicator": 7}])
def test_a_malformed_record_is_refused(change: Row) -> None:
    with pytest.raises(ValueError, match="a record"):
        score([TARGET], [{**TARGET, **change}])


@pytest.mark.parametrize(
    ("one", "other", "expected"), [("甲乙丙", "甲、乙（丙）", 1.0), ("甲乙丙", "乙丙", 2 / 3), ("甲乙", None, 0.0)]
)
def test_likeness(one: str, other: str | None, expected: float) -> None:
    assert likeness(one, other) == pytest.approx(expected)


def test_misses_are_shown_with_their_sentence() -> None:
    text = "主要目标：地区生产总值增长7%左右；建成四工河水库。"
    at = text.index("7%左右")
    want = {**TARGET, "start": at, "end": at + 4}
    shown = render_misses(
        score([want, {**AIM, "start": at}], [{**want, "unit": "元"}, {**PROJECT, "start": 20, "end": 25}]), text
    )
    assert shown.splitlines() == [
        f"wrong  target {at}-{at + 4} 地区生产总值 7 % growth approx 2023 | unit 元 for %",
        "       主要目标：地区生产总值增长【7%左右】；",
        f"missed aim {at}-9 空气质量 2023",
        f"       {mark_sentence(text, at, 9)}",
        "extra  project 20-25 四工河水库 start 2023 {'value': 1320000, 'unit': '千瓦'} 5000000",
        f"       {mark_sentence(text, 20, 25)}",
    ]


def test_a_stretch_that_closes_its_sentence_is_shown_alone() -> None:
    assert mark_sentence("甲。乙丙。丁。", 2, 5) == "【乙丙。】"
    assert mark_sentence("甲乙", 1, 2) == "甲【乙】"


@pytest.mark.parametrize("reference", REFERENCES, ids=lambda path: path.stem)
def test_the_reference_scores_full_marks_against_itself(reference: Path) -> None:
    rows = parse_lines(reference.read_text(encoding="utf-8"))
    result = score(rows, rows)
    assert len(result.kinds) >= 4
    assert result.right.f1 == 1.0
    assert all(kind.right.f1 == 1.0 and not kind.missed and not kind.extra for kind in result.kinds)
    assert render_misses(result, (DOCUMENTS / f"{reference.stem}.txt").read_text(encoding="utf-8")) == ""


def test_references_are_found() -> None:
    assert len(REFERENCES) >= 2


def degraded(rows: list[Row], dice: random.Random) -> Iterator[Row]:
    """Copies of records, some dropped, doubled, shifted, or changed in a field."""
    for row in rows:
        row = json.loads(json.dumps(row))
        fields = [key for key in row if key not in ("type", "start", "end", "quote", "optional")]
        match dice.randrange(8):
            case 0:
                continue
            case 1:
                yield dict(row)
            case 2:
                shift = dice.randint(-6, 6)
                row |= {"start": max(0, row["start"] + shift), "end": max(1, row["end"] + shift)}
            case 3:
                field = dice.choice(fields)
                row[field] = dice.choice(["", "level", "左右"] if isinstance(row[field], str) else [None, 2023, 3.5])
            case 4:
                row |= {key: row[key][: dice.randint(1, 5)] for key in ("indicator", "name", "title") if key in row}
            case 5:
                row |= {key: dice.choice(rows).get(key, row[key]) for key in ("year", "unit", "stage") if key in row}
        yield row


def printed_by_reference_scorer(reference: Path, found: Path) -> str:
    command = [sys.executable, str(SHARED / "gold" / "score.py"), str(reference), str(found)]
    return subprocess.run(command, capture_output=True, check=True, encoding="utf-8").stdout


@pytest.mark.parametrize("seed", range(3))
def test_figures_equal_those_of_the_reference_scorer(seed: int, shared: Path, tmp_path: Path) -> None:
    references = sorted((shared / "gold").glob("*.jsonl"))
    assert len(references) >= 8
    for reference in references:
        text = reference.read_text(encoding="utf-8")
        worse = degraded([json.loads(line) for line in text.splitlines()], random.Random(seed))
        found = tmp_path / reference.name
        found.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in worse), encoding="utf-8")
        result = score(parse_lines(text), parse_lines(found.read_text(encoding="utf-8")))
        assert 0.3 < result.right.f1 < 0.95
        shown = figures(render_table(result))[: len(result.kinds) + 1]
        assert shown == figures(printed_by_reference_scorer(reference, found)), reference.stem


def figures(table: str) -> list[list[str]]:
    """The kind and the numbers of each line of a score."""
    return [re.findall(r"^\w+|\d[.\d]*", line) for line in table.splitlines()]
