"""Where the lines of a text end that a page gives on one line, a blank for each line end."""

import re
from collections.abc import Iterator

NUMERAL = "[一二三四五六七八九十]"
HEADING_NUMBER = rf"(?:{NUMERAL}{{1,3}}、|[（(]{NUMERAL}{{1,3}}[）)])"
"""What a heading of the first two levels opens with."""
LOST_END = re.compile(
    rf"(?<=[。！？：；])[ \u3000]+(?={HEADING_NUMBER})|(?<=[ \u3000]){HEADING_NUMBER}[^\s。；：]{{2,40}}[ \u3000]+"
)
"""A blank before a numbered heading or behind it: …审议。 一、工作回顾 2025年是…"""
LONG_LINE = 120
"""Characters of a line that may have been several."""


def part_line(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the stretches that were lines of their own; most lines hold no blank, and are one."""
    if end - start >= LONG_LINE and (text.find(" ", start, end) >= 0 or text.find("\u3000", start, end) >= 0):
        for lost in LOST_END.finditer(text, start, end):
            yield start, lost.end()
            start = lost.end()
    yield start, end


def restore_ends(text: str) -> str:
    """Return a text with its lost line ends; its positions are not those of the text."""
    return "\n".join(line[start:end] for line in text.split("\n") for start, end in part_line(line, 0, len(line)))
