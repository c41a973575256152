"""Where the lines of a text end that a page gives on one line, a blank for each line end."""

import re
from collections.abc import Iterator

NUMBER = r"(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)])"
LOST_END = re.compile(rf"(?<=[。！？：；])[ \u3000]+(?={NUMBER})|(?<=[ \u3000]){NUMBER}[^\s。；：]{{2,40}}[ \u3000]+")
"""A blank before a numbered heading or behind it: …审议。 一、工作回顾 2025年是…"""
LONG_LINE = 120
"""Characters of a line that may have been several."""


def find_lost_ends(text: str, start: int, end: int) -> Iterator[int]:
    """Yield where, inside of a line from start to end, other lines begin; most lines hold no blank, and so none."""
    if end - start >= LONG_LINE and (text.find(" ", start, end) >= 0 or text.find("\u3000", start, end) >= 0):
        yield from (lost.end() for lost in LOST_END.finditer(text, start, end))


def restore_ends(text: str) -> str:
    """Return a text with its lost line ends; its positions are not those of the text."""
    return "\n".join(part for line in text.split("\n") for part in _parts(line))


def _parts(line: str) -> Iterator[str]:
    start = 0
    for lost in find_lost_ends(line, 0, len(line)):
        yield line[start:lost]
        start = lost
    yield line[start:]
