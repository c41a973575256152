"""The sentences of a paragraph, each with the part and the headings that it stands under.

A full stop ends one, and so does the colon before a theme (抓好四件大事：一要提升口岸通行效能。).
"""

import re
from collections.abc import Iterator
from typing import Final

from planskg.extracting.structure.parts import NUMERAL, Part
from planskg.extracting.structure.themes import LABEL, is_title
from planskg.extracting.views.view import View
from planskg.model import Noun, Pillar, Span

SENTENCE: Final = re.compile(rf"(?:。|！|？|：(?={NUMERAL}[是要]))[。！？]*[”’）]*")
"""Where a sentence ends; the colon counts where a theme follows it."""
COLON_LIMIT: Final = 24
"""Characters that a theme behind a colon may have."""


class Sentence(Noun):
    """One sentence of a paragraph with what it stands under."""

    view: View
    start: int
    end: int
    text: str
    """Its words as the grammar reads them, kept because everybody asks for them."""
    part: Part
    pillars: tuple[Pillar, ...]
    responsible: tuple[Span, ...] = ()
    """Bodies that a note in it, a line below it or a column of its table calls responsible."""

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Return where its characters start to end (counted within the sentence) stand in the document."""
        offsets, here = self.view.offsets, self.start
        return offsets[here + start], offsets[here + end - 1] + 1

    def span(self, start: int, end: int) -> Span:
        """Return the same as a span."""
        offsets, here = self.view.offsets, self.start
        return Span(offsets[here + start], offsets[here + end - 1] + 1)


def cut_sentences(text: str, start: int) -> Iterator[tuple[int, int]]:
    """Yield where the sentences of a paragraph begin and end, from a position on; a label 【…】 is one by itself."""
    if text.startswith("【", start) and (label := LABEL.match(text, start)):
        yield label.span()
        start = label.end()
    for stop in SENTENCE.finditer(text, start):
        first, end = stop.span()
        if text[first] != "：" or end > first + 1 or _opens_themes(text, start, end):
            yield _said(text, start, end) if text[start] == "“" else (start, end)
            start = end
    if start < len(text) and text[start:].strip():
        yield start, len(text)


def _said(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a sentence without the quotation mark that opens a speaker's words, and the one that closes them."""
    close = text.find("”", start, end)
    if close in (-1, end - 1):
        return start + 1, end if close < 0 else close
    return start, end


def _opens_themes(text: str, start: int, colon: int) -> bool:
    """Tell whether a colon stands between an announcement and a theme (一要提升口岸通行效能)."""
    stop = text.find("。", colon)
    return stop > 0 and is_title(text[colon + 2 : stop + 1], COLON_LIMIT, COLON_LIMIT)
