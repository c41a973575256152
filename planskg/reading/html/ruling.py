"""From the cells of a table, as its rows hold them, to a grid in which every slot is filled."""

from collections.abc import Sequence
from dataclasses import dataclass

from planskg.reading.content import Cell, Grid

WIDEST = 1000
"""Columns that one cell may span; whoever writes more means all."""


class TooManySlots(Exception):
    """A table that spans itself out of all bounds."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A cell as its row holds it: its words, and how many columns and rows it spans; 0 rows are all that are left."""

    words: str
    columns: int = 1
    rows: int = 1


def rule(rows: Sequence[Sequence[Placed]], room: int) -> Grid:
    """Return the grid of these rows, each slot covered once; raises TooManySlots where there is no room for as many.

    A short row is filled with empty cells, each its own. Rows without words of their own are left out, and so is what
    a span covers to the right of the last column that a cell begins in.
    """
    slots: list[dict[int, Cell]] = [{} for _ in rows]
    width = covered = 0
    for number, row in enumerate(rows):
        column = 0
        for placed in row:
            while column in slots[number]:
                column += 1
            width = max(width, column + 1)
            below = range(number, min(number + placed.rows, len(rows)) if placed.rows else len(rows))
            columns = range(column, column + min(max(placed.columns, 1), WIDEST))
            covered += len(below) * len(columns)
            if max(covered, width * len(rows)) > room:
                raise TooManySlots
            _cover(slots, below, columns, Cell(placed.words))
    kept = (taken for taken, row in zip(slots, rows, strict=True) if any(placed.words.strip() for placed in row))
    return Grid(tuple(tuple(taken.get(column) or Cell("") for column in range(width)) for taken in kept))


def _cover(slots: list[dict[int, Cell]], rows: range, columns: range, cell: Cell) -> None:
    """Let a cell stand in these slots, where no other does."""
    for row in rows:
        for column in columns:
            slots[row].setdefault(column, cell)
