"""The lines of a text, lost ends restored, without running heads: 2026年政府工作报告 beside 第3页 共9页."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from planskg.model import Span
from planskg.reading.ends import part_line

NAMED_PAGE: Final = (
    r"(?:第\s*\d{1,3}\s*页(?:\s*[，,/]?\s*共\s*\d+\s*页)?|(?i:page)\s*\d{1,3}(?:\s*(?:of|/)\s*\d{1,3})?)\s*"
)
PAGE: Final = re.compile(
    rf"\s*(?:[-—–－~～·•]\s*\d{{1,3}}\s*[-—–－~～·•]|\d{{1,3}}\s*/\s*\d{{1,3}}|\d{{1,3}}|{NAMED_PAGE})\s*"
)
BESIDE_PAGE: Final = re.compile(rf"(?<=\S)(?: {{2,}}|[\u3000\t]+){NAMED_PAGE}$")
"""A page number behind the running head of its line."""
TURNED: Final = re.compile(r"(?:[（(]上接[^（）()]{1,8}版[）)])?(?P<words>.*?)(?:[（(]下转[^（）()]{1,8}版[）)])?\s*")
"""A line of a newspaper, with where it came from and goes on: （上接第一版）…（下转第三版）."""
HEAD_LINE: Final = re.compile(r"[^\t|。；，：]{6,40}")
CUT_WIDTH, CUT_LINES, CUT_SHARE = 20, 6, 0.3
"""How wide the lines of a cut text are at least, how many there are, and what share of all."""


def _lines(text: str) -> Iterator[tuple[int, Span]]:
    begin = 0
    for number, line in enumerate(text.split("\n")):
        start, end = begin, begin + len(line)
        if "版" in line and (turned := TURNED.fullmatch(line)):
            start, end = begin + turned.start("words"), begin + turned.end("words")
        if ("页" in line or "age" in line) and (paged := BESIDE_PAGE.search(line)):
            end = begin + paged.start()
        yield from ((number, Span(first, last)) for first, last in part_line(text, start, end))
        begin += len(line) + 1


def body_lines(text: str) -> Iterable[tuple[int, Span]]:
    """Return the lines, the running heads blank: those that stand by a page number and more than once."""
    lines = list(_lines(text))
    printed = [(number, words) for number, span in lines if (words := text[span.start : span.end].strip())]
    pages = {at for at, (_, words) in enumerate(printed) if PAGE.fullmatch(words)}
    beside = {at for page in pages for at in (page - 1, page + 1) if 0 <= at < len(printed)} - pages
    counts = Counter(words for _, words in printed) if beside else Counter()
    heads = {printed[at][0] for at in beside if counts[printed[at][1]] > 1 and HEAD_LINE.fullmatch(printed[at][1])}
    return ((number, Span(span.start, span.start) if number in heads else span) for number, span in lines)


def cut_width(lines: Iterable[tuple[int, Span]]) -> int:
    """Return the width at which a text's lines were cut, so that one of just that width goes on; 0 where none was."""
    counts = Counter(line.end - line.start for _, line in lines if line.end > line.start)
    width, count = max(counts.items(), key=lambda each: (each[1], each[0]), default=(0, 0))
    return width if width >= CUT_WIDTH and count >= max(CUT_LINES, CUT_SHARE * counts.total()) else 0
