"""From the cells of a table, as they stand in its rows, to a grid in which every slot is filled."""

from collections.abc import Sequence
from dataclasses import dataclass

from planskg.reading.content import Cell, Grid

WIDEST = 1000
"""Columns that one cell may span: more is a way to say all."""


class TooManySlots(Exception):
    """A table that would not fit into memory."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A cell as its row holds it: how many columns and rows it spans; no rows means all that are left."""

    words: str
    columns: int = 1
    rows: int = 1


def rule(rows: Sequence[Sequence[Placed]], limit: int = 1_000_000) -> Grid:
    """Return the grid of these rows, each slot covered once; raises TooManySlots beyond the limit.

    A short row is filled with empty cells, each its own. Rows without words of their own are left out, and so is what
    a span covers to the right of the last column that a cell begins in.
    """
    grid: list[dict[int, Cell]] = [{} for _ in rows]
    width = slots = 0
    for number, row in enumerate(rows):
        column = 0
        for placed in row:
            while column in grid[number]:
                column += 1
            width = max(width, column + 1)
            slots += _cover(grid, number, column, placed, limit - slots)
            column += 1
    if len(rows) * width > limit:
        raise TooManySlots
    kept = (slots for slots, row in zip(grid, rows, strict=True) if any(placed.words.strip() for placed in row))
    return Grid(tuple(tuple(slots.get(column) or Cell("") for column in range(width)) for slots in kept))


def _cover(grid: list[dict[int, Cell]], number: int, column: int, placed: Placed, limit: int) -> int:
    """Put one cell into the slots it spans that are still free, and return how many it may have taken."""
    rows = grid[number:][: placed.rows or None]
    columns = range(column, column + min(max(placed.columns, 1), WIDEST))
    if len(rows) * len(columns) > limit:
        raise TooManySlots
    cell = Cell(placed.words)
    for slots in rows:
        for each in columns:
            slots.setdefault(each, cell)
    return len(rows) * len(columns)
