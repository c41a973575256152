"""Residue: every number and every stage word that no record took, with the reason why not.

A reader can so prove that nothing was lost in silence.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from planskg.extracting.lexicon import alternation
from planskg.extracting.notes import NOTE
from planskg.extracting.quantities import Measured, Named, scan
from planskg.extracting.reading import Reading
from planskg.extracting.structure import Sentence
from planskg.extracting.tables import FoundTable
from planskg.extracting.view import View
from planskg.model import Document, Record, Residue, Span
from planskg.vocabulary import load_scheme

FIGURE = re.compile(r"\d+(?:[.,，]\d+)*")
UNEXPLAINED = "unexplained"


@cache
def _stage_words() -> re.Pattern[str]:
    """Match the words that tell a stage by themselves (开工, 前期工作, 建成投运); 推进 and 建设 tell none."""
    stages = load_scheme("stages")
    words = {word for concept in stages for word in concept.values("wordAfter")}
    words |= {word for concept in stages if concept.notation != "construction" for word in concept.values("wordVerb")}
    return re.compile(alternation(word for word in words if len(word) > 1))


def find_residue(
    document: Document,
    views: Sequence[View],
    silences: Iterable[tuple[Sentence, str]],
    readings: Iterable[Reading],
    records: Iterable[Record],
    tables: Iterable[FoundTable],
) -> tuple[Residue, ...]:
    """Return what no record took, in text order; a number counts once, however many digits it has."""
    held = _code_points(record.span for record in records if record.kind not in ("action", "pillar"))
    found: dict[Span, str] = {}
    for table in tables:
        found.update(_figures(document, table.area, "table"))
    read: set[int] = set()
    for sentence, reason in silences:
        read.add(sentence.view.offsets[0])
        found.update(_of_silent(sentence, reason) if reason else ())
    for reading in readings:
        found.update(_of_promise(reading))
    for record in records:
        if record.kind == "pillar":
            found.update(_figures(document, record.span, "heading"))
    for view in views:
        if view.offsets[0] not in read:
            found.update(_of_other(view))
    found.update(_of_marks(document, views, found))
    return tuple(Residue(span, reason) for span, reason in sorted(found.items()) if span.start not in held)


def _of_marks(document: Document, views: Sequence[View], found: Mapping[Span, str]) -> Iterator[tuple[Span, str]]:
    """Yield the figures that nobody reads: footnote marks in a paragraph, page numbers and running heads between."""
    seen = _code_points(found)
    wholes = [view.whole for view in views]
    for m in FIGURE.finditer(document.text):
        if m.start() in seen:
            continue
        at = bisect_right(wholes, m.start(), key=lambda whole: whole.start) - 1
        inside = at >= 0 and m.start() < wholes[at].end
        yield Span(m.start(), m.end()), "number" if inside else "outside"


def _figures(document: Document, span: Span, reason: str) -> Iterator[tuple[Span, str]]:
    for m in FIGURE.finditer(document.text, span.start, span.end):
        yield Span(m.start(), m.end()), reason


def _code_points(spans: Iterable[Span | Measured | Named]) -> set[int]:
    return {point for span in spans for point in range(span.start, span.end)}


def _of_silent(sentence: Sentence, reason: str) -> Iterator[tuple[Span, str]]:
    words = _stage_words().finditer(sentence.text) if reason != "outside" else ()
    for m in (*FIGURE.finditer(sentence.text), *words):
        yield sentence.span(m.start(), m.end()), reason


def _of_promise(reading: Reading) -> Iterator[tuple[Span, str]]:
    """Yield the numbers and stage words of a sentence with the reasons that its finders gave."""
    sentence, measured, named = reading.sentence, reading.measured, reading.named
    for name in named:
        yield sentence.span(name.start, name.end), name.reason
    body = reading.clauses[0][0] if reading.clauses else 0
    for q in measured:
        given = (
            "number"
            if q.start < body
            else reading.left.get(q.start) or ("project-field" if reading.is_taken(q) else "")
        )
        yield sentence.span(q.number, q.end), given or _plain(reading, q.start, q.chinese)
    figures = list(FIGURE.finditer(sentence.text))
    covered = _code_points((*named, *measured)) if figures else set()
    notes = _code_points(Span(m.start(), m.end()) for m in NOTE.finditer(sentence.text)) if figures else set()
    for m in figures:
        if m.start() not in covered:
            why = (
                "responsible"
                if m.start() in notes
                else "number"
                if m.start() < body
                else _plain(reading, m.start(), False)
            )
            yield sentence.span(m.start(), m.end()), why
    for m in _stage_words().finditer(reading.text):
        if not reading.has_record(m.start()):
            yield sentence.span(m.start(), m.end()), "activity"


def _plain(reading: Reading, position: int, chinese: bool) -> str:
    """Return the reason for a number that no finder spoke of: a phrase's numeral, a part of a Latin name, or none."""
    text = reading.text
    around = text[max(0, position - 1) : position + 3]
    if chinese:
        return "idiom"
    return "name" if re.search("[A-Za-z]", around) else UNEXPLAINED


def _of_other(view: View) -> Iterator[tuple[Span, str]]:
    """Yield the numbers of a paragraph that holds no sentence of the body: front matter, a part's title, furniture."""
    if not FIGURE.search(view.text):
        return
    named = {}
    for name in scan(view.text)[1]:
        named.update(dict.fromkeys(range(name.start, name.end), name.reason))
    for m in FIGURE.finditer(view.text):
        yield view.span(m.start(), m.end()), named.get(m.start(), "outside")
