"""The extractor against reference records: scores by kind may not fall below a floor; misses are printed."""

import csv
import json

import pytest

from conftest import DOCUMENTS, GOLD
from planskg.agreement import likeness
from planskg.extracting.pipeline import extract
from planskg.model import Commitment, Extraction, Observation, Project
from planskg.reading import read_document
from planskg.records import parse_lines, to_json
from planskg.scoreboard import render_misses, render_table
from planskg.scoring import Score, score

PLANS = ("changji-2023", "kizilsu-2023")
FLOORS = {"pillar": 1.0, "observation": 1.0, "target": 0.98, "project": 0.95}
RIGHT_FLOORS = {"pillar": 1.0, "observation": 1.0, "target": 0.98, "project": 0.95}
OVERALL_FLOOR = 0.985
AIMS_FLOOR = 0.90
SECTOR_FLOOR = 0.97


@pytest.fixture(scope="module", params=PLANS)
def extraction(request: pytest.FixtureRequest) -> Extraction:
    return extract(read_document(DOCUMENTS / f"{request.param}.txt"))


def scored(extraction: Extraction) -> Score:
    document = extraction.document
    reference = parse_lines((GOLD / f"{document.name}.jsonl").read_text(encoding="utf-8"))
    found = [to_json(document, record) for record in extraction.records if record.kind != "action"]
    result = score(reference, parse_lines("\n".join(json.dumps(row, ensure_ascii=False) for row in found)))
    print(render_table(result), render_misses(result, document.text), sep="\n")
    return result


def test_scores_hold_their_floors(extraction: Extraction) -> None:
    result = scored(extraction)
    kinds = {kind.kind: kind for kind in result.kinds}
    assert {"pillar", "target", "aim", "project"} <= kinds.keys()
    assert [k for k, floor in FLOORS.items() if k in kinds and kinds[k].found.f1 < floor] == []
    assert [k for k, floor in RIGHT_FLOORS.items() if k in kinds and kinds[k].right.f1 < floor] == []
    assert kinds["aim"].found.f1 >= AIMS_FLOOR
    assert result.right.f1 >= OVERALL_FLOOR


def test_sectors_are_those_that_a_reader_gave(extraction: Extraction) -> None:
    with (GOLD / f"sectors-{extraction.document.name}.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    pairs = [(row["sectors"].split("|"), found) for row in rows if (found := record_of(row, extraction)) is not None]
    agreed = [set(wanted) & {tag.notation for tag in found.sectors} for wanted, found in pairs]
    assert len(pairs) > 0.9 * len(rows)
    assert sum(map(bool, agreed)) >= SECTOR_FLOOR * len(pairs)


def record_of(row: dict[str, str], extraction: Extraction) -> Commitment | Observation | None:
    """The record of a row: of its kind, at its place, on its matter."""
    for record in extraction.records:
        if isinstance(record, Commitment | Observation) and (record.kind, record.span.start) == (
            row["type"],
            int(row["start"]),
        ):
            name = record.name if isinstance(record, Project) else getattr(record, "indicator", "")
            if likeness(row["name_or_indicator"], name) >= 0.6:
                return record
    return None


def test_no_number_is_unexplained(extraction: Extraction) -> None:
    left = [
        extraction.document.quote(residue.span) for residue in extraction.residue if residue.reason == "unexplained"
    ]
    assert left == []
    assert len(extraction.residue) > 20


def test_every_commitment_is_filed(extraction: Extraction) -> None:
    rows = [to_json(extraction.document, record) for record in extraction.records]
    promises = [row for row in rows if row["type"] in ("target", "aim", "project", "action")]
    assert len(promises) > 200
    assert [row for row in promises if not row["firmness"]] == []
    headed = [row for row in promises if row["pillar"]]
    assert len(headed) > 0.9 * len(promises)
    filed = [row for row in promises if row["sectors"]]
    assert len(filed) > 0.97 * len(promises)
