"""Cells that a line end parts, in a table that stands a cell a line and whose rows blank lines part.

`规模以上工业 / 增加值增速 / % / 7.5 / 8左右`: one line more than the other rows have, so the name takes two.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from planskg.extracting.tables.column_heads import FIGURE, SERIAL_CELL, is_head
from planskg.model import Span

BRACKET: Final = re.compile(r"[（(][^（）()]{1,8}[）)]")
"""A line that only goes on with the header cell above it (总投资 / （亿元）)."""
LONGEST: Final = 8
"""Characters of a figure; a longer cell is a name with a size in it (青坪园区40万吨煤制)."""
FEWEST: Final = 3
"""Rows of nearly one length without which none is longer than the others."""


def joined(text: str, cells: Sequence[Span]) -> list[Span]:
    """Return cells, those as one that a line end parts."""
    blocks = [_with_brackets(text, block) for block in _blocks(text, cells)]
    sizes = Counter(len(block) for block in blocks[1:] if len(block) > 1)
    size = min(sizes, default=0)
    if sizes[size] + sizes[size + 1] < FEWEST:
        return list(cells)
    return [cell for block in blocks for cell in _whole(text, block, size)]


def _blocks(text: str, cells: Sequence[Span]) -> Iterator[list[Span]]:
    """Yield the cells between two blank lines."""
    block = [*cells[:1]]
    for before, cell in pairwise(cells):
        if text.count("\n", before.end, cell.start) > 1:
            yield block
            block = []
        block.append(cell)
    if block:
        yield block


def _with_brackets(text: str, block: list[Span]) -> list[Span]:
    kept: list[Span] = []
    for cell in block:
        if kept and BRACKET.fullmatch(text, *cell) and is_head(text[kept[-1].start : kept[-1].end]):
            kept[-1] = Span(kept[-1].start, cell.end)
        else:
            kept.append(cell)
    return kept


def _whole(text: str, block: list[Span], size: int) -> list[Span]:
    """Return a row with its name as one cell, if it has one more than the others."""
    words = ["".join(text[cell.start : cell.end].split()) for cell in block]
    name = int(bool(words) and SERIAL_CELL.fullmatch(words[0]) is not None)
    parts = words[name : name + 2]
    if len(block) != size + 1 or all(map(is_head, words)) or any(map(_is_figure, parts)):
        return block
    return [*block[:name], Span(block[name].start, block[name + 1].end), *block[name + 2 :]]


def _is_figure(words: str) -> bool:
    return len(words) <= LONGEST and FIGURE.fullmatch(words) is not None
