"""Residue: every number and every stage word that no record took, with the reason why not.

A reader can so prove that nothing was lost in silence.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from planskg.extracting.quantities import Measured, Named, scan
from planskg.extracting.reading import Reading
from planskg.extracting.sharing import BLANK
from planskg.extracting.signs import Matcher, Sign, of_each
from planskg.extracting.structure import Sentence
from planskg.extracting.tables import FoundTable
from planskg.extracting.view import View
from planskg.model import Document, Record, Residue, Span, Tag
from planskg.vocabulary import load_scheme

FIGURE = re.compile(r"\d+(?:[.,，]\d+)*")
LATIN = re.compile("[A-Za-z]")
UNEXPLAINED = "unexplained"
Place = tuple[int, int]
"""A stretch of the document; most of what is looked at a record holds, and needs no Span."""
Left = tuple[Place, str]
"""What was left, and the reason."""


@cache
def _stage_words() -> Matcher:
    """Match the words that tell a stage by themselves (开工, 前期工作, 建成投运); 推进 and 建设 tell none."""
    stages = load_scheme("stages")
    words = {word for concept in stages for word in concept.values("wordAfter")}
    words |= {word for concept in stages if concept.notation != "construction" for word in concept.values("wordVerb")}
    return Matcher(dict.fromkeys((word for word in words if len(word) > 1), "activity"))


def find_residue(
    document: Document,
    views: Sequence[View],
    silences: Sequence[tuple[Sentence, str]],
    readings: Sequence[Reading],
    records: Iterable[Record],
    tables: Iterable[FoundTable],
) -> tuple[Residue, ...]:
    """Return what no record took, in text order; a number counts once, however many digits it has."""
    held = _code_points(record.span for record in records if record.kind not in ("action", "pillar"))
    found: dict[Place, str] = {}
    for table in tables:
        found.update(_figures(document, table.area, "table"))
    read: set[int] = set()
    for sentence, _ in silences:
        read.add(sentence.view.offsets[0])
    found.update(_of_silences([(sentence, reason) for sentence, reason in silences if reason]))
    found.update(_of_promises(readings))
    for record in records:
        if record.kind == "pillar":
            found.update(_figures(document, record.span, "heading"))
    for view in views:
        if view.offsets[0] not in read:
            found.update(_of_other(view))
    found.update(_of_marks(document, views, found))
    return tuple([Residue(Span(*place), reason) for place, reason in sorted(found.items()) if place[0] not in held])


def _of_marks(document: Document, views: Sequence[View], found: Mapping[Place, str]) -> Iterator[Left]:
    """Yield the figures that nobody reads: footnote marks in a paragraph, page numbers and running heads between."""
    seen = _code_points(found)
    starts = [view.offsets[0] for view in views]
    for m in FIGURE.finditer(document.text):
        if m.start() in seen:
            continue
        at = bisect_right(starts, m.start()) - 1
        inside = at >= 0 and m.start() <= views[at].offsets[-1]
        yield m.span(), "number" if inside else "outside"


def _figures(document: Document, span: Span, reason: str) -> Iterator[Left]:
    for m in FIGURE.finditer(document.text, span.start, span.end):
        yield m.span(), reason


def _code_points(places: Iterable[Place]) -> set[int]:
    return set().union(*[range(start, end) for start, end in places])


def _figures_in(texts: Sequence[str]) -> Sequence[Sequence[Sign[None]]]:
    """Return the figures of each text, found in one pass."""
    return of_each(texts, [(m.start(), m.end(), None) for m in FIGURE.finditer("\n".join(texts))])


def _stages_in(texts: Sequence[str]) -> Sequence[Sequence[Sign[Tag]]]:
    """Return the words of each text that tell a stage, found in one pass."""
    return of_each(texts, _stage_words().find("\n".join(texts)))


def _of_silences(silences: Sequence[tuple[Sentence, str]]) -> Iterator[Left]:
    figures = _figures_in([sentence.text for sentence, _ in silences])
    stages = _stages_in(["" if reason == "outside" else sentence.text for sentence, reason in silences])
    for (sentence, reason), numbers, words in zip(silences, figures, stages, strict=True):
        for start, end, _ in (*numbers, *words):
            yield sentence.place(start, end), reason


def _of_promises(readings: Sequence[Reading]) -> Iterator[Left]:
    figures = _figures_in([reading.sentence.text for reading in readings])
    stages = _stages_in([reading.text for reading in readings])
    for reading, numbers, words in zip(readings, figures, stages, strict=True):
        if numbers or words or reading.measured or reading.named:
            yield from _of_promise(reading, numbers, words)


def _of_promise(reading: Reading, figures: Sequence[Sign[None]], stages: Sequence[Sign[Tag]]) -> Iterator[Left]:
    """Yield the numbers and stage words of a sentence with the reasons that its finders gave."""
    sentence = reading.sentence
    known: tuple[Named | Measured, ...] = (*reading.named, *reading.measured)
    for name in reading.named:
        yield sentence.place(name.start, name.end), name.reason
    body = reading.clauses[0][0] if reading.clauses else 0
    for q in reading.measured:
        given = "number" if q.start < body else reading.left.get(q.start)
        given = given or ("project-field" if reading.is_taken(q) else _plain(reading, q.start, q.chinese))
        yield sentence.place(q.number, q.end), given
    for start, end, _ in figures:
        if not any([one.start <= start < one.end for one in known]):
            noted = reading.text[start] == BLANK
            why = "responsible" if noted else "number" if start < body else _plain(reading, start, False)
            yield sentence.place(start, end), why
    for start, end, _ in stages:
        if not reading.has_record(start):
            yield sentence.place(start, end), "activity"


def _plain(reading: Reading, position: int, chinese: bool) -> str:
    """Return the reason for a number that no finder spoke of: a phrase's numeral, a part of a Latin name, or none."""
    if chinese:
        return "idiom"
    return "name" if LATIN.search(reading.text, max(0, position - 1), position + 3) else UNEXPLAINED


def _of_other(view: View) -> Iterator[Left]:
    """Yield the numbers of a paragraph that holds no sentence of the body: front matter, a part's title, furniture."""
    if not FIGURE.search(view.text):
        return
    named = {}
    for name in scan(view.text)[1]:
        named.update(dict.fromkeys(range(name.start, name.end), name.reason))
    for m in FIGURE.finditer(view.text):
        yield view.span(m.start(), m.end()), named.get(m.start(), "outside")
