"""The lines of a plain text that are rows of a table, cut into cells at tabs, bars or runs of blanks."""

import re
from collections.abc import Iterator
from typing import Final

from planskg.model import Span

ALIGNED: Final = re.compile(r"\S(?: {2,}|　+)\S+(?:(?: {2,}|　+)\S+)+\s*$")
GAP: Final = re.compile(r" {2,}|　+")


def find_rows(text: str) -> list[tuple[Span, ...]]:
    """Return the rows of cells that a text shows, in which every bar is the plain one."""
    return [row for block in _blocks(text) if (row := _row(text, block))]


def _blocks(text: str) -> Iterator[list[Span]]:
    """Yield lines grouped as rows: a line with inner tabs or bars alone, else lines up to a blank one."""
    block: list[Span] = []
    start = 0
    for line in text.split("\n"):
        span = Span(start, start + len(line))
        start += len(line) + 1
        if _splits(line):
            if block:
                yield block
            yield [span]
            block = []
        elif line.strip() or line.startswith("\t"):
            block.append(span)
        elif block:
            yield block
            block = []
    if block:
        yield block


def _splits(line: str) -> bool:
    return (
        (("  " in line or "\u3000" in line) and ALIGNED.search(line) is not None)
        or line.count("|") >= 2
        or ("\t" in line and ("\t" in line.strip("\t\n ") or line.strip(" ").count("\t") >= 2))
    )


def _row(text: str, block: list[Span]) -> tuple[Span, ...]:
    """Return the cells of a row; none where the lines are prose."""
    first = text[block[0].start : block[0].end]
    if len(block) == 1 and _splits(first):
        if first.count("|") < 2 and "\t" not in first:
            return tuple(_aligned(text, block[0]))
        return tuple(_barred(text, block[0]) if first.count("|") >= 2 else _pieces(text, block[0], "\t"))
    if not first.startswith("\t"):
        return ()
    cells: list[Span] = []
    for span in block:
        if text[span.start : span.start + 1] == "\t":
            cells.append(_trim(text, span))
        elif cells:
            cells[-1] = _trim(text, Span(cells[-1].start, span.end))
    return tuple(cells)


def _aligned(text: str, span: Span) -> Iterator[Span]:
    """Yield the cells of a line whose columns are parted by runs of blanks."""
    position = span.start
    for gap in GAP.finditer(text, span.start, span.end):
        if gap.start() > position:
            yield _trim(text, Span(position, gap.start()))
        position = gap.end()
    if text[position : span.end].strip():
        yield _trim(text, Span(position, span.end))


def _barred(text: str, span: Span) -> Iterator[Span]:
    """Yield the cells of a line whose columns are parted by bars; those at its edges part nothing."""
    start, end = _trim(text, span)
    return _pieces(text, Span(start + text.startswith("|", start), end - text.endswith("|", start, end)), "|")


def _pieces(text: str, span: Span, mark: str) -> Iterator[Span]:
    """Yield the cells of a line that a mark parts."""
    position = span.start
    for piece in text[span.start : span.end].split(mark):
        yield _trim(text, Span(position, position + len(piece)))
        position += len(piece) + 1


def _trim(text: str, span: Span) -> Span:
    words = text[span.start : span.end]
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, max(start, span.start + len(words.rstrip())))
