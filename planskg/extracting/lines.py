"""The lines of a text, without the running heads that a page prints again: 2026年政府工作报告 beside 第3页 共9页."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from planskg.model import Span

PAGE = re.compile(
    r"\s*(?:[-—–－]\s*\d{1,3}\s*[-—–－]|第\s*\d{1,3}\s*页(?:\s*[，,/]?\s*共\s*\d+\s*页)?|\d{1,3}\s*/\s*\d{1,3}|\d{1,3})\s*"
)
HEAD_LINE = re.compile(r"[^\t|。；，：]{6,40}")


def _lines(text: str) -> Iterator[tuple[int, Span]]:
    start = 0
    for number, line in enumerate(text.split("\n")):
        yield number, Span(start, start + len(line))
        start += len(line) + 1


def body_lines(text: str) -> Iterable[tuple[int, Span]]:
    """Return the lines, the running heads blank: those that stand by a page number and more than once."""
    lines = list(_lines(text))
    printed = [(number, words) for number, span in lines if (words := text[span.start : span.end].strip())]
    pages = {at for at, (_, words) in enumerate(printed) if PAGE.fullmatch(words)}
    beside = {at for page in pages for at in (page - 1, page + 1) if 0 <= at < len(printed)} - pages
    counts = Counter(words for _, words in printed) if beside else Counter()
    heads = {printed[at][0] for at in beside if counts[printed[at][1]] > 1 and HEAD_LINE.fullmatch(printed[at][1])}
    return ((number, Span(span.start, span.start) if number in heads else span) for number, span in lines)
