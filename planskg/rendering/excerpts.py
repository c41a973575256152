"""Quoted words within their sentence, as much of it as there is room for."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from rich.cells import cell_len

from planskg.model import Quote, Report, Span
from planskg.rendering.blocks import SEPARATOR, find_sentence
from planskg.rendering.characters import show
from planskg.rendering.places import Place, find_place, place_at

GAP = "  "
"""Between the cells of a table."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A stretch of text in which some words are marked; place is None where they are nowhere in it."""

    place: Place | None
    pieces: tuple[tuple[str, bool], ...]
    """Words, and whether they are marked."""


def take_excerpts(report: Report, quotes: Iterable[Quote], budget: int) -> Iterator[Excerpt]:
    """Yield the quotes in excerpts of at most so many cells; those of one sentence together, if they fit."""
    quotes = list(quotes)
    spans = sorted({each.span for each in quotes if each.span is not None and find_place(report, each) is not None})
    for bounds, group in groupby(spans, key=lambda span: find_sentence(report.text, span)):
        for marks in _fitting(report.text, list(group), budget):
            place = place_at(report.text, marks[0].start)
            yield Excerpt(place, tuple(_pieces(report.text, bounds, marks, budget)))
    for quote in quotes:
        if find_place(report, quote) is None:
            yield Excerpt(None, ((_shorten(quote.text, budget), True),))


def _fitting(text: str, spans: list[Span], budget: int) -> Iterator[list[Span]]:
    """Yield the spans in groups that an excerpt has room for."""
    group: list[Span] = []
    for span in spans:
        if group and not _fits(text[group[0].start : span.end], budget):
            yield group
            group = []
        group.append(span)
    yield group


def _pieces(text: str, bounds: Span, marks: list[Span], budget: int) -> Iterator[tuple[str, bool]]:
    """Yield the sentence around the marks; a third of the room that they leave is before them."""
    first, last = marks[0].start, max(mark.end for mark in marks)
    room = max(budget - cell_len(_line(text[first : min(last, first + budget)])), 0)
    before = _line(text[max(bounds.start, first - budget - 1) : first]).lstrip()
    after = _line(text[last : min(bounds.end, last + budget + 1)]).rstrip()
    left = min(cell_len(before), max(room // 3, room - cell_len(after)))
    yield _shorten(before, left, at_start=True), False
    at = first
    for mark in marks:
        yield _line(text[at : mark.start]), False
        if mark.end > at:
            yield _shorten(text[max(at, mark.start) : mark.end], budget), True
            at = mark.end
    yield _shorten(after, room - left), False


def _line(text: str) -> str:
    """Return a text as it stands in one line."""
    return show(SEPARATOR.sub(GAP, text).replace("\n", " "))


def _fits(text: str, room: int) -> bool:
    return len(text) <= room and cell_len(_line(text)) <= room


def _shorten(text: str, room: int, at_start: bool = False) -> str:
    """Return as much of a text as fits, with … for what was cut off at its end or its start."""
    if _fits(text, room):
        return _line(text)
    signs = _line(text[-room - 1 :])[::-1] if at_start else _line(text[: room + 1])
    kept, used = "", 1
    for sign in signs:
        used += cell_len(sign)
        if used > room:
            break
        kept += sign
    return "…" + kept[::-1] if at_start else kept + "…"
