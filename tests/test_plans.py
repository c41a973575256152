"""Small plans, each built around one difficulty, with all that a careful reader finds in them.

A line of plans/*.jsonl holds `id`, `difficulty`, the plan's `year` and `region`, its `text`, and `records` in the
exchange form. They were written by reading alone, before the extractor saw them, and corrected afterwards only where
the definition of right was against the writer; a group may not fall below its floor.
"""

import json
from pathlib import Path

import pytest

from planskg.extracting.pipeline import extract
from planskg.model import Document, Metadata
from planskg.reading.title import find_title
from planskg.records import Json, dump_lines, parse_lines, to_json
from planskg.scoreboard import render_misses
from planskg.scoring import OVERALL, Score, score

FOLDER = Path(__file__).parent / "plans"
FLOORS = {
    "aims": 0.985,
    "building": 0.94,
    "documents": 0.975,
    "examination": 0.985,
    "figures": 0.96,
    "language": 0.985,
    "layouts": 0.985,
    "mixed-prose": 0.955,
    "mixed-works": 0.955,
    "notes-and-tables": 0.985,
    "numbers": 0.97,
    "one-difficulty": 0.975,
    "phrasing": 0.97,
    "projects": 0.98,
    "quantities": 0.97,
    "sectors": 0.97,
    "structure": 0.98,
    "tables-and-structure": 0.93,
    "tables-of-projects": 0.85,
    "works": 0.94,
    "works-of-sectors": 0.945,
}
"""Right F1 over targets, projects and observations of all plans of a group."""
PLANS = {path.stem: parse_lines(path.read_text(encoding="utf-8")) for path in sorted(FOLDER.glob("*.jsonl"))}


def scored(plan: Json) -> Score:
    document = Document(
        plan["id"], plan["text"], Metadata(year=plan["year"], region=plan["region"], title=find_title(plan["text"]))
    )
    found = dump_lines(to_json(document, record) for record in extract(document).records)
    result = score(plan["records"], parse_lines(found))
    misses = render_misses(result, plan["text"])
    if misses:
        print(f"## {plan['id']}: {plan['difficulty']}", misses, sep="\n")
    return result


def test_every_group_has_a_floor() -> None:
    assert PLANS.keys() == FLOORS.keys()
    assert sum(map(len, PLANS.values())) >= 1000


@pytest.mark.parametrize("group", PLANS)
def test_a_group_holds_its_floor(group: str) -> None:
    kinds = [kind for plan in PLANS[group] for kind in scored(plan).kinds if kind.kind in OVERALL]
    hits = sum(kind.right.hits for kind in kinds)
    f1 = 2 * hits / sum(kind.right.wanted + kind.right.gotten for kind in kinds)
    assert round(f1, 3) >= FLOORS[group]


@pytest.mark.parametrize("group", PLANS)
def test_a_group_quotes_its_text(group: str) -> None:
    wrong = [
        (plan["id"], json.dumps(row, ensure_ascii=False))
        for plan in PLANS[group]
        for row in plan["records"]
        if plan["text"][row["start"] : row["end"]] != row["quote"]
    ]
    assert wrong == []
