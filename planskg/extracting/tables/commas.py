"""Tables whose rows are lines and whose cells commas part, as a spreadsheet saves them, quoted or not."""

import re
from collections.abc import Iterator
from itertools import takewhile
from typing import Final

from planskg.extracting.tables.column_heads import FIRST, is_head
from planskg.model import Span

OPENING: Final = re.compile(rf'\n["“]?{FIRST}["”]?[,，][^\n,，]', re.M)
"""How a header begins, with the line end before it."""
CELL: Final = re.compile(r'[ \t]*(?:["“](?P<quoted>[^"“”\n]*)["”]|(?P<plain>[^,，\n]*?))[ \t]*(?P<end>[,，]|$)', re.M)
NARROWEST: Final = 3
"""Columns without which a line with commas is no table's."""

Row = tuple[Span, ...]


def find_commas(text: str) -> Iterator[list[Row]]:
    """Yield the rows of each such table, the header first: the lines below it that have as many cells."""
    for opening in OPENING.finditer("\n" + text):
        lines = _lines(text, opening.start())
        header = next(lines)
        if len(header) >= NARROWEST and all(is_head(text[cell.start : cell.end]) for cell in header):
            yield [header, *_as_wide(lines, len(header))]


def _as_wide(lines: Iterator[Row], width: int) -> Iterator[Row]:
    return takewhile(lambda row: len(row) == width, lines)


def _lines(text: str, start: int) -> Iterator[Row]:
    """Yield the cells of each line from a position on."""
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        yield tuple(_cells(text, start, end))
        start = end + 1


def _cells(text: str, start: int, end: int) -> Iterator[Span]:
    while cell := CELL.match(text, start, end):
        yield Span(*cell.span("plain" if cell["quoted"] is None else "quoted"))
        start = cell.end()
        if not cell["end"]:
            return
