"""From frames and the glyphs within them to tables, over pages too."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from planskg.reading.content import Cell
from planskg.reading.pdf.lines import Line, join_words, make_lines
from planskg.reading.pdf.pages import Glyph
from planskg.reading.pdf.rulings import SNAP, Frame

PADDING = 12.0
"""Points: what a cell leaves blank beside a line that fills it."""
DIGIT, IDEOGRAPH = 0.6, 1.0
"""Of the size: how wide a character is."""
FILLED = 0.25
"""The share of cells with words; a frame with fewer is a chart."""

# 八、就业和收入 and 其中：… open a row, whatever the row above was short of.
OPENING = re.compile(
    r"[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[）)]|\d+[.．、]|#|其中|注[:：]|[合总]计"
)

Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A table on one page: its rows of slots, and where it stands; points."""

    rows: tuple[Row, ...]
    xs: tuple[float, ...]
    top: float
    first: int
    last: int
    """The pages on which it begins and ends, from 0."""
    brimming: frozenset[Cell]
    """The cells whose last line left no space, so that their words may go on below."""


def make_part(frame: Frame, glyphs: Iterable[Glyph], page: int = 0) -> Part | None:
    """Return the table that a frame holds, None where it is no table but a box or a chart."""
    held: defaultdict[int, list[Glyph]] = defaultdict(list)
    for glyph in glyphs:
        number = frame.cell_at(glyph)
        if number is not None:
            held[number].append(glyph)
    lines = {number: make_lines(held[number]) for number in sorted({number for row in frame.cells for number in row})}
    cells = {number: Cell(_cell_words(lines[number], _width(frame, number))) for number in lines}
    filled = sum(bool(cell.words) for cell in cells.values())
    if not frame.has_columns or not filled or filled < FILLED * len(cells):
        return None
    rows = tuple(tuple(cells[number] for number in row) for row in frame.cells)
    brimming = {
        cells[number]
        for number in lines
        if lines[number] and _fills(lines[number][-1], _width(frame, number), IDEOGRAPH)
    }
    return Part(rows, frame.xs, frame.ys[0], page, page, frozenset(brimming))


def _width(frame: Frame, number: int) -> float:
    columns = [index for row in frame.cells for index, here in enumerate(row) if here == number]
    return frame.xs[max(columns) + 1] - frame.xs[min(columns)]


def _cell_words(lines: list[Line], width: float) -> str:
    return join_words([line.words for line in lines], [not _fills(line, width, DIGIT) for line in lines])


def _fills(line: Line, width: float, character: float) -> bool:
    """Tell whether one character more would not have had a place: what stands below then goes on with it."""
    return line.x1 - line.x0 + character * line.size > width - PADDING


# -- Over pages --------------------------------------------------------------------------------------------------------


def follows(first: Part, then: Part) -> bool:
    """Tell whether a part at the top of a page may go on with the one that ended the page before."""
    if then.first != first.last + 1:
        return False
    wide, narrow = sorted((_offsets(first), _offsets(then)), key=len, reverse=True)
    return _is_near(wide[-1], narrow[-1:]) and all(_is_near(x, wide) for x in narrow)


def _offsets(part: Part) -> list[float]:
    return [x - part.xs[0] for x in part.xs]


def _is_near(x: float, others: Sequence[float]) -> bool:
    return any(abs(x - other) <= SNAP for other in others)


def join_parts(first: Part, then: Part) -> Part:
    """Return two parts as one: without the header that is printed again, over the columns of both."""
    xs = max((_offsets(first), _offsets(then)), key=len)
    above, below = _spread(first, xs), _spread(then, xs)
    below = below[_repeated(above, below) :]
    rows = tuple(_welded(above, below, first.brimming))
    return Part(rows, tuple(x + first.xs[0] for x in xs), first.top, first.first, then.last, then.brimming)


def _spread(part: Part, xs: Sequence[float]) -> list[Row]:
    """Return the rows of a part over columns of which its own are some."""
    own = _offsets(part)
    middles = [(left + right) / 2 for left, right in pairwise(xs)]
    slots = [max(index for index, x in enumerate(own[:-1]) if x <= middle) for middle in middles]
    return [tuple(row[slot] for slot in slots) for row in part.rows]


def _repeated(above: list[Row], below: list[Row]) -> int:
    """Return how many rows of the header the second part opens with."""
    count = 0
    while count < min(len(above), len(below)) and _words(above[count]) == _words(below[count]):
        count += 1
    return count


def _words(row: Row) -> list[str]:
    return ["".join(cell.words.split()) for cell in row]


def _welded(above: list[Row], below: list[Row], brimming: frozenset[Cell]) -> list[Row]:
    """Return all rows; where the page parted a row or a merged cell, its halves are one again."""
    if not above or not below:
        return above + below
    last, first = above[-1], below[0]
    if _is_torn(last, first, brimming):
        whole = {(id(up), id(down)): Cell(up.words + down.words) for up, down in zip(last, first, strict=True)}
        ups = {id(up): whole[id(up), id(down)] for up, down in zip(last, first, strict=True)}
        downs = {id(down): whole[id(up), id(down)] for up, down in zip(last, first, strict=True)}
        return _replaced(above, ups) + _replaced(below[1:], downs)
    goes_on = {id(down): up for up, down in zip(last, first, strict=True) if _is_half(up, down, above, below)}
    return above + _replaced(below, goes_on)


def _is_torn(last: Row, first: Row, brimming: frozenset[Cell]) -> bool:
    """Tell whether the page parted a row: all that stands in its lower half goes on with a cell that brimmed over."""
    pairs = list(zip(last, first, strict=True))
    complete = any(up.words and not down.words for up, down in pairs)
    going_on = [(up, down) for up, down in pairs if down.words]
    return (
        complete and bool(going_on) and all(up in brimming and not OPENING.match(down.words) for up, down in going_on)
    )


def _is_half(up: Cell, down: Cell, above: list[Row], below: list[Row]) -> bool:
    """Tell whether an empty cell is the lower half of a merged one that the page parted."""
    merged = sum(up in row for row in above) > 1 or sum(down in row for row in below) > 1
    return merged and bool(up.words) and not down.words


def _replaced(rows: list[Row], by: dict[int, Cell]) -> list[Row]:
    return [tuple(by.get(id(cell), cell) for cell in row) for row in rows]
