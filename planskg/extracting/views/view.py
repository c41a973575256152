"""A document's paragraphs as the grammar reads them: one script width, no breaks or marks inside sentences.

Every character of a View knows where it stands in the document, so that what the grammar finds is quoted as printed.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Final

from planskg.extracting.views.lines import body_lines
from planskg.extracting.views.paragraphs import BULLET, BULLETS, find_paragraphs
from planskg.extracting.words.widths import WIDTHS
from planskg.model import Noun, Span
from planskg.reading.ends import HEADING_NUMBER

SPACES: Final = "".join(char for char in map(chr, range(0x3001)) if char.isspace())
"""What a pattern calls \\s, as characters: a class of characters alone is looked up at once."""
RARE: Final = rf"{BULLETS}*#{SPACES}\ufeff\u200b-\u200d\xad,［\[〔①-⑳❶-❿⁰¹²³⁴-⁹"
DROPPED: Final = re.compile(
    rf"(?=[{RARE}，+(（-])(?:"
    r"(?<=\d)[,，](?=\d{3}(?![\d年]))"  # thousands
    r"|(?<![A-Za-z])[\s\ufeff\u200b-\u200d\xad]+|[\s\ufeff\u200b-\u200d\xad]+(?![A-Za-z])"
    r"|\*{2,}|(?<![^\n])#{1,6}(?=[ \t])"  # Markdown's bold and headings
    rf"|(?m:^)[ \t\u3000]*(?:[{BULLETS}][ \t]*|[*+-][ \t]+(?=[一-龥]))"  # bullets
    r"|(?<=\S)[［\[〔]注?\d{1,3}[］\]〕]|(?<=\S)[(（]注\d{1,2}[)）]|(?<=[一-龥])[(（]\d{1,2}[)）](?=\d)"
    r"|(?<=[一-龥])[*※](?=\d)|[①-⑳❶-❿]|(?<=\S)[⁰¹²³⁴-⁹]+(?![\d/]))"
)
"""What stands in a text but is not said: blanks that part no Latin words, footnote marks, thousands separators."""
OTHER: Final = re.escape("".join(chr(code) for code, new in WIDTHS.items() if chr(code) != new))
"""The characters that have another form."""
CHANGED: Final = re.compile(f"[{OTHER}]")
ODD: Final = re.compile(
    rf"[{RARE}{OTHER}.，（](?:(?<![，.（])|(?<=，)(?=\d{{3}})|(?<=[一-龥%）”]\.)"
    r"|(?<=（)(?=注\d{1,2}[)）])|(?<=[一-龥]（)(?=\d{1,2}[)）]\d))"
)
"""What a line must hold to be read otherwise than it stands; most hold none.

One class stands first, so that the engine passes over all other characters at once.
"""
HALF_STOP: Final = re.compile(r"\.(?<=[一-龥%）”]\.)(?<![一二三四五六七八九十]）\.)(?=$|[一-龥“（])")
# …。二、稳住牧区经济。（一）优化畜群结构。…: headings whose line ends were lost
GLUED: Final = re.compile(rf"[。！？](?={HEADING_NUMBER}[^。；\d]{{2,40}}。)")


class View(Noun):
    """A paragraph's text as the grammar reads it; `offsets[i]` is where its character i stands in the document."""

    text: str
    offsets: Sequence[int]
    line: int
    """Number of its first line, from 0."""
    is_item: bool = False
    """Whether a bullet opens it, which is left out."""

    def span(self, start: int, end: int) -> Span:
        """Return the stretch of the document that view positions start to end (exclusive) come from."""
        return Span(self.offsets[start], self.offsets[end - 1] + 1)

    def position(self, offset: int) -> int:
        """Return which of its characters stands at an offset of the document, or the first behind that."""
        offsets = self.offsets
        return offset - offsets.start if isinstance(offsets, range) else bisect_left(offsets, offset)


def read_views(text: str, title: str | None = None, tables: Sequence[Span] = ()) -> list[View]:
    """Return the paragraphs of a text, in order; blank lines, page numbers and tables between them are left out.

    The document's title is one, whatever follows it.
    """
    lines = list(body_lines(text))
    if tables:
        lines = [(at, Span(line.start, line.start) if any(map(line.overlaps, tables)) else line) for at, line in lines]
    chunks = find_paragraphs(text, lines, title)
    views = [view for first, chunk in chunks if (view := _view(text, first, chunk)).text]
    glued = GLUED.search("\n".join([view.text for view in views]))  # hardly any text is
    return [part for view in views for part in _unglued(view)] if glued else views


def one_width(text: str) -> str:
    """Return a text with each character in the one form that the grammar knows."""
    return text.translate(WIDTHS)


def make_view(text: str, span: Span) -> View:
    """Return one stretch of a text, a table's cell, as a paragraph; it is on no line that counts."""
    return _view(text, -1, [span])


def _unglued(view: View) -> Iterator[View]:
    """Yield a paragraph, parted where headings stand inside of it because line ends were lost."""
    start = 0
    for glued in GLUED.finditer(view.text):
        yield View(view.text[start : glued.end()], view.offsets[start : glued.end()], view.line)
        start = glued.end()
    yield View(view.text[start:], view.offsets[start:], view.line) if start else view


def _view(text: str, first: int, chunk: list[Span]) -> View:
    start, end = chunk[0].start, chunk[0].end
    if len(chunk) == 1 and not ODD.search(text, start, end):
        return View(text[start:end], range(start, end), first)
    kept = [span for line in chunk for span in _kept(text, line)]
    words = "".join([text[span.start : span.end] for span in kept])
    if CHANGED.search(words):
        words = one_width(words)
    offsets = [range(span.start, span.end) for span in kept]
    is_item = bool(kept) and BULLET.match(text, chunk[0].start) is not None
    whole = offsets[0] if len(offsets) == 1 else tuple(chain(*offsets))
    return View(HALF_STOP.sub("。", words), whole, first, is_item)


def _kept(text: str, line: Span) -> Iterator[Span]:
    position = line.start
    for match in DROPPED.finditer(text, line.start, line.end):
        if match.start() > position:
            yield Span(position, match.start())
        position = match.end()
    if line.end > position:
        yield Span(position, line.end)
