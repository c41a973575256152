"""What the reader of a format gives: the text, made once, and the tables that stand in it.

A reader yields blocks in reading order, a paragraph as its words and a table as a Grid; compose makes of them the text
that every offset counts in.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from planskg.model import Span, Table

LONGEST_CELL = 1000
"""Characters; a table with a longer cell arranges the page and is read as paragraphs."""


@dataclass(frozen=True, slots=True)
class Content:
    r"""A document's text with `\n` line ends, and its ruled tables in text order."""

    text: str
    tables: tuple[Table, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Cell:
    """The words of one table cell; a merged cell is one Cell that stands in every slot it covers."""

    words: str


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled table that has no place in a text yet: rows of slots, from the left, all of one width."""

    rows: tuple[tuple[Cell, ...], ...]


def compose(blocks: Iterable[str | Grid]) -> Content:
    """Return the content of a document whose blocks are these.

    A paragraph is a line, its inner line ends blanks; blocks of blanks are left out. A row of a table is a line, its
    slots parted by tabs; a merged cell's words stand in the first slot that it covers, and its span in all of them.
    """
    lines: list[str] = []
    tables: list[Table] = []
    position = 0
    for block in blocks:
        made = _grid_lines(block, position, tables) if isinstance(block, Grid) else _paragraph_lines(block)
        lines += made
        position += sum(len(line) + 1 for line in made)
    return Content("".join(line + "\n" for line in lines), tuple(tables))


def _paragraph_lines(words: str) -> list[str]:
    line = " ".join(part for part in map(str.strip, words.splitlines()) if part)
    return [line] if line else []


def _grid_lines(grid: Grid, position: int, tables: list[Table]) -> list[str]:
    """Return a grid's lines, and add it to the tables with its place in the text."""
    placed: dict[Cell, Span] = {}
    lines: list[str] = []
    for row in grid.rows:
        pieces: list[str] = []
        for cell in row:
            words = "" if cell in placed else " ".join(cell.words.split())
            if cell not in placed:
                placed[cell] = Span(position, position + len(words))
            pieces.append(words)
            position += len(words) + 1
        lines.append("\t".join(pieces))
    tables.append(Table(tuple(tuple(placed[cell] for cell in row) for row in grid.rows)))
    return lines
