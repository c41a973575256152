"""The rows of a table that lost all its rules, found by what the cells below each header cell look like.

A row may lack cells that were blank: remarks, the number of a part (其中：…), a category merged with the row above.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Final

from planskg.extracting.tables.column_heads import (
    FIGURE,
    LONGEST_FIGURE,
    LONGEST_HEAD,
    LONGEST_WORDS,
    MAY_BE_BLANK,
    SERIAL_CELL,
    SURE,
    is_aside,
    kind_of,
    may_hold,
)
from planskg.model import Noun

MOST_BLANK: Final = 2
"""How many cells a numbered row may lack; one without a number only remarks."""
Row = list[int | None]
"""Where each cell of a row stands among all cells; None for a blank one."""


class Head(Noun):
    """A header: its rows, a merged cell in each slot that it covers, and how it is printed."""

    rows: list[Row]
    printed: list[str]
    columns: list[str]
    """The words that each column has in its lowest row."""

    @property
    def kinds(self) -> list[str]:
        """Return what the cells of each column are."""
        return [kind_of(words) for words in self.columns]

    @property
    def blanks(self) -> int:
        """Return how many cells a row may lack."""
        return MOST_BLANK if "serial" in self.kinds else int(is_aside(self.columns[-1]))


class Rows:
    """The rows below a header, up to the first cell that is neither in a row nor in a heading between two."""

    def __init__(self, words: Sequence[str], head: Head) -> None:
        self.words, self.head, self.kinds = words, head, head.kinds
        self.width, self.blanks = len(self.kinds), head.blanks
        self.numbered = "serial" in self.kinds
        figures = "unit" in self.kinds or "words" not in self.kinds
        self.longest = LONGEST_FIGURE if figures else LONGEST_WORDS

    def read(self, at: int) -> Iterator[Row]:
        """Yield the rows from a cell on; one of a single cell is a heading."""
        while at < len(self.words):
            again = self._again(at)
            if again:
                at += again
                continue
            if found := self._row(at):
                row, size = found
                yield row
            elif size := self._heading(at):
                yield [at]
            else:
                return
            at += size

    def _again(self, at: int) -> int:
        """Return how many cells the header takes up that a new page prints again."""
        printed = self.head.printed
        return len(printed) if self.words[at : at + len(printed)] == printed else 0

    def _row(self, at: int) -> tuple[Row, int] | None:
        """Return the row that begins at a cell, and its number of cells: that behind which the table goes on."""
        found = [(row, size) for size in self._sizes() if (row := self._align(at, size))]
        return next((one for one in found if self._goes_on(at + one[1])), found[0] if found else None)

    def _sizes(self) -> range:
        return range(self.width, max(2, self.width - self.blanks) - 1, -1)

    def _goes_on(self, at: int) -> bool:
        """Tell whether the table ends with the text at a cell or goes on there."""
        ends = at >= len(self.words) or self._again(at) > 0
        return ends or self._begins(at) or self._heading(at) > 0

    def _begins(self, at: int) -> bool:
        return any(self._align(at, size) for size in self._sizes())

    def _heading(self, at: int) -> int:
        """Return how many cells a heading between two rows has, 0 where there is none (一、农业, 二 | 水利 | 3000)."""
        for size in range(1, self.width if self.numbered else 2):
            if self._begins(at + size):
                return size if self._may_head(self.words[at : at + size]) else 0
        return 0

    def _may_head(self, cells: Sequence[str]) -> bool:
        return not FIGURE.fullmatch(cells[0]) and all(len(cell) <= LONGEST_HEAD for cell in cells)

    def _align(self, at: int, size: int) -> Row | None:
        """Return a number of cells as a row, blanks where they fit best; None where two ways fit alike."""
        if at + size > len(self.words):
            return None
        cells = self.words[at : at + size]
        if size == self.width:
            return [*range(at, at + size)] if self._fits(cells, range(size)) else None
        ways = [way for way in self._ways(size) if self._fits(cells, way)]
        ways.sort(key=lambda way: self._likeness(cells, way), reverse=True)
        if not ways or (len(ways) > 1 and self._likeness(cells, ways[0]) == self._likeness(cells, ways[1])):
            return None
        places = iter(range(at, at + size))
        return [next(places) if column in ways[0] else None for column in range(self.width)]

    def _ways(self, size: int) -> Iterator[tuple[int, ...]]:
        """Yield which columns so many cells may fill: without a number all but the last."""
        if self.numbered:
            last = self.width - 1
            may = [i for i, kind in enumerate(self.kinds) if kind in MAY_BE_BLANK or (i == last and kind == "body")]
            for blank in combinations(may, self.width - size):
                yield tuple(column for column in range(self.width) if column not in blank)
        else:
            yield tuple(range(size))

    def _likeness(self, cells: Sequence[str], way: Sequence[int]) -> int:
        """Return how many cells look like those of their column."""
        kinds = [self.kinds[column] for column in way]
        return sum(
            kind == "unit" or kind in SURE or (kind == "figures") == bool(FIGURE.fullmatch(cell))
            for kind, cell in zip(kinds, cells, strict=True)
        )

    def _fits(self, cells: Sequence[str], way: Sequence[int]) -> bool:
        """Tell whether cells make a row in these columns: a name and something that only rows have."""
        kinds = [self.kinds[column] for column in way]
        if any(len(cell) > self.longest for cell in cells):
            return False
        if not all(map(may_hold, kinds, cells)) or (self.numbered and kinds[0] != "serial" and _is_number(cells[0])):
            return False
        name = int(kinds[0] == "serial")
        if name >= len(cells) or FIGURE.fullmatch(cells[name]):
            return False
        return not SURE.isdisjoint(kinds) or any(
            FIGURE.fullmatch(cell)
            for kind, cell in zip(kinds[name + 1 :], cells[name + 1 :], strict=True)
            if kind != "unit"
        )


def _is_number(cell: str) -> bool:
    return SERIAL_CELL.fullmatch(cell) is not None
