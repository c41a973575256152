"""A text as it is shown: paragraphs, and table rows with their cells beside each other.

A table that was flattened to a cell a line, each behind a tab, is one row again.
"""

import re
from bisect import bisect_right
from functools import lru_cache

from planskg.model import Span

CELL = re.compile(r"\t[^\s。][^\n。]{0,60}")
"""A line that is a cell; longer ones are paragraphs that begin with a tab."""
SEPARATOR = re.compile(r"\n?\t")
"""What stands between cells."""
SENTENCE_END = re.compile(r"[。！？；]")


@lru_cache(maxsize=4)
def find_blocks(text: str) -> tuple[Span, ...]:
    r"""Return the blocks of a text in order; between each two stands one `\n`."""
    blocks: list[Span] = []
    start, was_cell = 0, False
    for line in text.split("\n"):
        end, is_cell = start + len(line), CELL.fullmatch(line) is not None
        if is_cell and was_cell:
            blocks[-1] = Span(blocks[-1].start, end)
        else:
            blocks.append(Span(start, end))
        start, was_cell = end + 1, is_cell
    return tuple(blocks)


def find_sentence(text: str, span: Span) -> Span:
    """Return the sentence or table row that a span is in."""
    start = _block_at(text, span.start).start
    start = max((match.end() for match in SENTENCE_END.finditer(text, start, span.start)), default=start)
    last = max(span.start, span.end - 1)
    end = _block_at(text, last).end
    ending = SENTENCE_END.search(text, last, end)
    return Span(start, max(ending.end() if ending else end, span.end))


def _block_at(text: str, offset: int) -> Span:
    blocks = find_blocks(text)
    return blocks[bisect_right(blocks, offset, key=lambda block: block.start) - 1]
