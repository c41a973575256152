"""Plans that say the same read the same: numerals, a text put before, line ends inside sentences, character forms."""

import re
import unicodedata
from collections import Counter
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from conftest import DOCUMENTS
from planskg.extracting.pipeline import extract
from planskg.extracting.quantities.numerals import parse_chinese, parse_number, print_chinese
from planskg.model import Document, Extraction, Metadata, Record, Span
from planskg.reading import read_document
from planskg.records import to_json

PLANS = {name: read_document(DOCUMENTS / f"{name}.txt") for name in ("changji-2023", "kizilsu-2023")}
PLACED = {"start", "end"}
PRINTED = {
    "quote",
    "text",
    "number",
    "title",
    "indicator",
    "name",
    "pillar",
    "places",
    "sector_words",
    "firmness_words",
}
LONG_LINE = 60
UNITS = st.sampled_from(("亿元", "万人", "公里", "家", "%", "个百分点"))


def retold(document: Document, text: str) -> Extraction:
    return extract(Document(document.name, text, document.metadata))


def said(extraction: Extraction, *kinds: str) -> Counter[str]:
    """What the records of these kinds say, wherever it stands and however it is printed."""
    kept = [record for record in extraction.records if record.kind in kinds]
    return Counter(str(plain(extraction.document, record)) for record in kept)


def plain(document: Document, record: Record) -> list[tuple[str, Any]]:
    fields = to_json(document, record)
    return [(key, unprinted(value) if key in PRINTED else value) for key, value in fields.items() if key not in PLACED]


def unprinted(value: Any) -> Any:
    if isinstance(value, list):
        return [unprinted(each) for each in value]
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", value)) if isinstance(value, str) else value


@given(st.integers(min_value=0, max_value=10**12 - 1))
def test_a_numeral_is_read_as_it_was_printed(value: int) -> None:
    assert parse_chinese(print_chinese(value)) == value
    assert parse_number(str(value)) == value


@given(st.integers(min_value=2, max_value=9999), UNITS)
def test_a_number_means_the_same_in_all_its_forms(value: int, unit: str) -> None:
    forms = (str(value), str(value).translate(str.maketrans("0123456789", "０１２３４５６７８９")), f"{value:,}")
    found = {form: target_of(f"高新技术产业规模达到{form}{unit}以上。") for form in (*forms, print_chinese(value))}
    assert set(found.values()) == {found[str(value)]}
    assert found[str(value)] != ()


def target_of(sentence: str) -> tuple[Decimal | tuple[Decimal, Decimal] | str, ...]:
    text = f"2026年计划\n\n一、主要任务\n{sentence}\n"
    records = extract(Document("one", text, Metadata(year=2026))).records
    return next(((t.value, t.unit, t.comparator) for t in records if t.kind == "target"), ())


@pytest.mark.parametrize("name", PLANS)
@settings(max_examples=8)
@given(
    lines=st.lists(st.sampled_from(["", "索引号", "各县市人民政府，各委、办、局", "此件公开发布", "　　"]), max_size=5)
)
def test_a_text_put_before_moves_every_span(name: str, lines: list[str]) -> None:
    document, before = PLANS[name], "".join(line + "\n" for line in lines)
    moved = [moved_by(len(before), record) for record in extract(document).records]
    assert [(r.kind, r.span) for r in retold(document, before + document.text).records] == moved


def moved_by(length: int, record: Record) -> tuple[str, Span]:
    return record.kind, Span(record.span.start + length, record.span.end + length)


@pytest.mark.parametrize("name", PLANS)
@settings(max_examples=10)
@given(width=st.integers(min_value=28, max_value=80))
def test_line_ends_inside_sentences_change_nothing(name: str, width: int) -> None:
    document = PLANS[name]
    # A paragraph whose last line is as wide as the page cannot be told from one that goes on.
    assume(all(len(line) % width for line in document.text.split("\n") if line))
    wrapped = "\n".join(cut(line, width) for line in document.text.split("\n"))
    kinds = ("pillar", "target", "aim", "project", "observation")
    found, wanted = said(retold(document, wrapped), *kinds), said(extract(document), *kinds)
    assert (found - wanted, wanted - found) == (Counter(), Counter())


def cut(line: str, width: int) -> str:
    """Return a long line cut at a width, as pages and terminals cut it."""
    if len(line) < LONG_LINE:
        return line
    return "\n".join(line[at : at + width] for at in range(0, len(line), width))


@pytest.mark.parametrize("name", PLANS)
@pytest.mark.parametrize("form", ["NFC", "NFD", "NFKC", "NFKD"])
def test_character_forms_change_nothing(name: str, form: str) -> None:
    document = PLANS[name]
    found = retold(document, unicodedata.normalize(form, document.text))
    kinds = ("pillar", "target", "aim", "project", "action", "observation")
    assert said(found, *kinds) == said(extract(document), *kinds)
