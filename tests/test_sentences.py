"""What single sentences promise: a line of sentences/*.jsonl holds a paragraph and the records to be found in it.

It has `id`, `text`, `year`, perhaps `region`; `expect`, all the records of the kinds that it is about; `none`, kinds
that must not appear; `kinds`, where others are compared than those of `expect` and `none`. A field that an expected
record leaves out is not compared. Names are the same but for blanks and quotation marks; in a record with `alike`
they need only share most of their character pairs. An `optional` record may be missing. `known` says what is not read
yet: such a line must fail, so that it loses the mark as soon as it is read.
"""

import re
from pathlib import Path
from typing import Any

import pytest
from _pytest.mark import ParameterSet

from planskg.agreement import likeness
from planskg.extracting.pipeline import extract
from planskg.model import Document, Metadata
from planskg.records import Json, dump_lines, parse_lines, to_json

FOLDER = Path(__file__).parent / "sentences"
NAMES = {"indicator", "name", "title"}
SHOWN = {"type", "quote", "indicator", "name", "title", "value"}
NO_FIELDS = {"type", "alike", "optional"}
UNPRINTED = re.compile(r"[\s\"'“”‘’]+")

CASES = {
    f"{path.stem}:{case['id']}": case
    for path in sorted(FOLDER.glob("*.jsonl"))
    for case in parse_lines(path.read_text(encoding="utf-8"))
}


def records_of(case: Json) -> list[Json]:
    """The records of a small plan that holds the text alone, as the exchange form has them; its heading left out."""
    heading = f"{case['year']}年国民经济和社会发展计划\n\n一、主要任务\n"
    metadata = Metadata(year=case["year"], region=case.get("region"))
    document = Document("sentence", f"{heading}{case['text']}\n", metadata)
    rows = [to_json(document, record) for record in extract(document).records]
    return parse_lines(dump_lines(row for row in rows if row["start"] >= len(heading)))


def is_answered(want: Json, got: Json) -> bool:
    """Tell whether a found record has every field that is expected of it."""
    alike = bool(want.get("alike"))
    return want["type"] == got["type"] and all(
        agrees(field, want[field], got.get(field), alike) for field in want.keys() - NO_FIELDS
    )


def agrees(field: str, want: Any, got: Any, alike: bool) -> bool:
    if field not in NAMES:
        return bool(want == got)
    return likeness(want, got) >= 0.6 if alike else UNPRINTED.sub("", want) == UNPRINTED.sub("", got or "")


def kinds_of(case: Json) -> set[str]:
    return set(case.get("kinds") or {row["type"] for row in case["expect"]} | set(case.get("none", [])))


def differences(expected: list[Json], found: list[Json]) -> list[str]:
    """Tell of every expected record that nothing found answers, and of every found one that was not expected."""
    extra, missing = list(found), []
    for want in sorted(expected, key=lambda row: bool(row.get("optional"))):
        answer = next((got for got in extra if is_answered(want, got)), None)
        if answer is not None:
            extra.remove(answer)
        elif not want.get("optional"):
            missing.append(want)
    told = SHOWN.union(*expected)
    return [f"missing {shown(row, told)}" for row in missing] + [f"extra   {shown(row, told)}" for row in extra]


def shown(row: Json, fields: set[str]) -> str:
    return " ".join(f"{field}={row[field]}" for field in row if field in fields)


def parameters() -> list[ParameterSet]:
    return [pytest.param(case, id=name, marks=marks_of(case)) for name, case in CASES.items()]


def marks_of(case: Json) -> list[pytest.MarkDecorator]:
    return [pytest.mark.xfail(reason=case["known"], strict=True, raises=AssertionError)] if "known" in case else []


def test_few_sentences_are_marked() -> None:
    assert sum("known" in case for case in CASES.values()) <= len(CASES) // 15


@pytest.mark.parametrize("case", parameters())
def test_a_sentence_promises_what_is_expected(case: Json) -> None:
    kinds = kinds_of(case)
    assert kinds, "a line says which kinds it is about"
    found = [row for row in records_of(case) if row["type"] in kinds]
    assert differences(case["expect"], found) == [], case["text"]


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.jsonl")), ids=lambda path: path.stem)
def test_ids_are_told_once(path: Path) -> None:
    ids = [case["id"] for case in parse_lines(path.read_text(encoding="utf-8"))]
    assert sorted(ids) == sorted(set(ids))


def test_quotes_stand_in_their_text() -> None:
    quotes = [(name, case["text"], row.get("quote", "")) for name, case in CASES.items() for row in case["expect"]]
    assert [(name, quote) for name, text, quote in quotes if quote not in text] == []


def test_the_folder_was_found() -> None:
    assert len(CASES) >= 250
