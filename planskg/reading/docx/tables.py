"""A Word table as a grid: cells that span columns, and cells that go on over rows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from planskg.reading.content import LONGEST_CELL, Cell, Grid
from planskg.reading.docx.markup import W, find, value, whole


@dataclass(frozen=True, slots=True)
class Piece:
    """A cell as its row has it: what stands in it, how many columns it spans, and what it is merged with."""

    blocks: tuple[str | Grid, ...] = ()
    width: int = 1
    merge: str | None = None
    """restart or continue: it begins a vertical merger, or goes on with one."""

    @property
    def words(self) -> str:
        """Return its paragraphs, a line each."""
        return "\n".join(block for block in self.blocks if isinstance(block, str))


Row = Sequence[Piece]


def make_piece(cell: Element, blocks: tuple[str | Grid, ...]) -> Piece:
    """Return the piece that a `w:tc` with these blocks is."""
    merge = find(cell, "tcPr/vMerge")
    return Piece(
        blocks,
        max(1, whole(value(cell, "tcPr/gridSpan"), 1)),
        None if merge is None else merge.get(W + "val", "continue"),
    )


def width_of(rows: Sequence[Row]) -> int:
    """Return how many columns the widest row has."""
    return max((sum(piece.width for piece in row) for row in rows), default=0)


def is_layout(rows: Sequence[Row]) -> bool:
    """Tell whether a table only arranges the page: one column, another table in it, or a cell of running text."""
    pieces = [piece for row in rows for piece in row]
    return width_of(rows) <= 1 or any(
        len(piece.words) > LONGEST_CELL or any(isinstance(block, Grid) for block in piece.blocks) for piece in pieces
    )


def make_grid(rows: Sequence[Row]) -> Grid:
    """Return the rows of a table as a grid, filled up on the right."""
    return Grid(tuple(_slots(rows, width_of(rows))))


def _slots(rows: Sequence[Row], width: int) -> Iterator[tuple[Cell, ...]]:
    merged: dict[int, Cell] = {}
    for row in rows:
        slots: list[Cell] = []
        going_on: dict[int, Cell] = {}
        for piece in row:
            above = merged.get(len(slots)) if piece.merge == "continue" else None
            cell = above or Cell(piece.words)
            if piece.merge is not None:
                going_on.update(dict.fromkeys(range(len(slots), len(slots) + piece.width), cell))
            slots += [cell] * piece.width
        yield (*slots, *[Cell("")] * (width - len(slots)))
        merged = going_on
