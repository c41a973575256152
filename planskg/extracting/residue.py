"""Residue: every number and every stage word that no record took, with the reason why not.

A reader can so prove that nothing was lost in silence.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from planskg.extracting.quantities.quantities import scan
from planskg.extracting.readings.reading import Reading
from planskg.extracting.readings.signs import Matcher, Sign, ends_of, of_each
from planskg.extracting.structure.sentences import Sentence
from planskg.extracting.tables.tables import FoundTable
from planskg.extracting.views.view import View
from planskg.model import Document, Record, Residue, Span, Tag
from planskg.vocabulary import load_scheme

FIGURE: Final = re.compile(r"[0-9０-９]\d*(?:[.,，]\d+)*")
"""Its first digit stands by itself, and is no \\d, for then the engine passes over all other characters at once."""
TELEPHONE: Final = re.compile(r"1\d{10}(?!\d)|\d{7,8}(?!\d)|0\d{2,3}(?=[-—－]?\d{7,8}(?!\d))")
LATIN: Final = re.compile("[A-Za-z]")
UNEXPLAINED: Final = "unexplained"
Place = tuple[int, int]
"""A stretch of the document; most of what is looked at a record holds, and needs no Span."""
Left = tuple[Place, str]
"""What was left, and the reason."""
Figures = Sequence[Sign[None]]
Stages = Sequence[Sign[Tag]]


def _stage_words() -> Matcher:
    """Match the words that tell a stage by themselves (开工, 前期工作, 建成投运); 推进 and 建设 tell none."""
    stages = load_scheme("stages")
    words = {word for concept in stages for word in concept.values("wordAfter")}
    words |= {word for concept in stages if concept.notation != "construction" for word in concept.values("wordVerb")}
    return Matcher(dict.fromkeys((word for word in words if len(word) > 1), "activity"))


STAGE_WORDS: Final = _stage_words()


def find_residue(
    document: Document,
    views: Sequence[View],
    silences: Sequence[tuple[Sentence, str]],
    readings: Sequence[Reading],
    records: Iterable[Record],
    tables: Iterable[FoundTable],
) -> tuple[Residue, ...]:
    """Return what no record took, in text order; a number counts once, however many digits it has."""
    text = document.text
    firm = [record.span for record in records if record.kind not in ("action", "pillar")]
    held = _marked(text, [(span.start, span.end) for span in firm])
    found: dict[Place, str] = {}
    for table in tables:
        found.update(_figures(text, table.area, "table"))
    found.update(_of_silences([(sentence, reason) for sentence, reason in silences if reason]))
    found.update(_of_promises(readings, held))
    for record in records:
        if record.kind == "pillar":
            found.update(_figures(text, record.span, "heading"))
    read = {sentence.view.offsets[0] for sentence, _ in silences}
    for view in views:
        if view.offsets[0] not in read:
            found.update(_of_other(view))
    found.update(_of_marks(text, views, _marked(text, found)))
    left = sorted([place for place in found if not held[place[0]]])
    return tuple([Residue(Span(start, end), found[start, end]) for start, end in left])


def _marked(text: str, places: Iterable[Place]) -> bytearray:
    """Return a byte for each character of a text, 1 where it stands within one of the places."""
    marked = bytearray(len(text))
    for start, end in places:
        marked[start:end] = b"\1" * (end - start)
    return marked


def _of_marks(text: str, views: Sequence[View], seen: bytearray) -> Iterator[Left]:
    """Yield the figures that nobody reads: footnote marks in a paragraph, page numbers and running heads between."""
    unseen = [m.span() for m in FIGURE.finditer(text) if not seen[m.start()]]
    starts = [view.offsets[0] for view in views] if unseen else []
    for place in unseen:
        at = bisect_right(starts, place[0]) - 1
        inside = at >= 0 and place[0] <= views[at].offsets[-1]
        yield place, "number" if inside else "outside"


def _figures(text: str, span: Span, reason: str) -> Iterator[Left]:
    for m in FIGURE.finditer(text, span.start, span.end):
        yield m.span(), reason


def _figures_and_stages(said: Sequence[str], told: Sequence[str]) -> Iterable[tuple[Figures, Stages]]:
    """Return the figures of each text, and the words that tell a stage in its like; each found in one pass."""
    figures = of_each(ends_of(said), [(0, m.start(), m.end()) for m in FIGURE.finditer("\n".join(said))], (None,))
    return zip(figures, STAGE_WORDS.find_in_each("\n".join(told), ends_of(told)), strict=True)


def _of_silences(silences: Sequence[tuple[Sentence, str]]) -> Iterator[Left]:
    said = [sentence.text for sentence, _ in silences]
    told = ["" if reason == "outside" else sentence.text for sentence, reason in silences]
    for (sentence, reason), (figures, stages) in zip(silences, _figures_and_stages(said, told), strict=True):
        for start, end, _ in (*figures, *stages):
            yield sentence.place(start, end), reason


def _of_promises(readings: Sequence[Reading], held: bytearray) -> Iterator[Left]:
    texts = [reading.text for reading in readings]
    for reading, (figures, stages) in zip(readings, _figures_and_stages(texts, texts), strict=True):
        if figures or reading.measured or reading.named:
            yield from _numbers(reading, figures)
        if stages:
            yield from _activities(reading, stages, held)


def _numbers(reading: Reading, figures: Figures) -> Iterator[Left]:
    """Yield the numbers of a sentence with the reasons that its finders gave."""
    place = reading.sentence.place
    known: list[Place] = []
    for name in reading.named:
        known.append((name.start, name.end))
        yield place(name.start, name.end), name.reason
    body = reading.clauses[0][0] if reading.clauses else 0
    for q in reading.measured:
        known.append((q.start, q.end))
        given = "number" if q.start < body else reading.left.get(q.start)
        given = given or ("project-field" if reading.is_taken(q) else _plain(reading, q.start, q.chinese))
        yield place(q.number, q.end), given
    for start, end, _ in figures:
        if not any([a <= start < b for a, b in known]):
            why = "number" if start < body else _plain(reading, start, False)
            yield place(start, end), why


def _activities(reading: Reading, stages: Stages, held: bytearray) -> Iterator[Left]:
    """Yield the stage words of a sentence in clauses that hold no record which is more than an action."""
    place = reading.sentence.place
    for start, end, _ in stages:
        clause = reading.clause_at(start)
        first, last = place(clause[0], clause[1]) if clause else (0, 0)
        if held.find(1, first, last) < 0:
            yield place(start, end), "activity"


def _plain(reading: Reading, position: int, chinese: bool) -> str:
    """Return the reason for a number that no finder spoke of: a phrase's numeral, a part of a Latin name, or none."""
    if chinese:
        return "idiom"
    if TELEPHONE.match(reading.text, position):
        return "number"
    return "name" if LATIN.search(reading.text, max(0, position - 1), position + 3) else UNEXPLAINED


def _of_other(view: View) -> Iterator[Left]:
    """Yield the numbers of a paragraph that holds no sentence of the body: front matter, a part's title, furniture."""
    if not FIGURE.search(view.text):
        return
    named = {}
    for name in scan(view.text)[1]:
        named.update(dict.fromkeys(range(name.start, name.end), name.reason))
    for m in FIGURE.finditer(view.text):
        span = view.span(m.start(), m.end())
        yield (span.start, span.end), named.get(m.start(), "outside")
