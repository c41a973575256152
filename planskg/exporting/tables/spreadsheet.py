"""How cells become cells of a spreadsheet: exact, harmless, and wide enough for Chinese."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from math import ceil
from typing import TYPE_CHECKING

from rich.cells import cell_len

from planskg.exporting.tables.columns import Cell, Column
from planskg.exporting.tables.frames import Frame
from planskg.exporting.tabular import FORMULA

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

NAMED = {
    "pillars": "title",
    "indicators": "name",
    "sectors": "name",
    "places": "name",
    "terms": "name",
}
"""The tables whose rows people call by a name, and the column that holds it."""
LONGEST = 32767
"""Characters that a cell can hold."""
EXACT_DIGITS = 15
"""Of a number that spreadsheets keep; one with more is written as text."""
LINKS = 65530
"""That a sheet can hold."""
SPARE, TALLEST = 4.0, 409.0
"""Points that a row has beyond its lines; of a row at most."""
NARROWEST, WIDEST = 6, 60
"""Of a column, in characters."""
KEY_WIDTH = 12


def width_for(column: Column, cells: list[str], *, is_key: bool) -> int:
    """Return the width of a column; what only tells things apart is narrow, for nobody reads it."""
    heading = f"{column.chinese}\n{column.english}"
    unread = is_key or (column.refers and column.refers not in {*NAMED, "documents"})
    return KEY_WIDTH if unread else width_of([heading, *cells])


def width_of(cells: Iterable[str]) -> int:
    """Return the width of a column that holds these words, where a Chinese character takes two."""
    longest = max((cell_len(line) for cell in cells for line in cell.split("\n")), default=0)
    return min(max(longest + 2, NARROWEST), WIDEST)


def height_of(cells: Iterable[tuple[str, float]], line: float) -> float:
    """Return the height of a row whose cells, with the widths of their columns, are wrapped; a line has a height."""
    lines = (sum(max(1, ceil(cell_len(each) / (width - 1))) for each in words.split("\n")) for words, width in cells)
    return min(max(lines, default=1) * line + SPARE, TALLEST)


class Names:
    """What people call the things and concepts that tables refer to by their keys."""

    def __init__(self, frames: dict[str, Frame]) -> None:
        self._names = {
            table: {row[frames[table].table.key]: row[name] for row in frames[table].rows}
            for table, name in NAMED.items()
        }

    def term(self, scheme: str, notation: Cell) -> str:
        """Return the Chinese name of a vocabulary's concept by its notation."""
        return str(self._names["terms"].get(f"{scheme}:{notation}") or notation or "")

    def spell(self, column: Column, cell: Cell) -> str:
        """Return a cell as people read it: things by their names, lists with 、 between."""
        if cell is None:
            return ""
        if isinstance(cell, tuple):
            return "、".join(self.spell(column, each) for each in cell)
        if isinstance(cell, bool):
            return "是" if cell else "否"
        if isinstance(cell, Decimal):
            return format(cell, "f")
        if column.refers in self._names:
            return str(self._names[column.refers].get(cell) or cell)
        return self.term(column.scheme, cell) if column.scheme else str(cell)


def write_number(sheet: Worksheet, row: int, column: int, value: Decimal | int, style: Format | None = None) -> None:
    """Write a number, as text where a spreadsheet would change it."""
    if len(Decimal(value).normalize().as_tuple().digits) <= EXACT_DIGITS:
        sheet.write_number(row, column, float(value) if isinstance(value, Decimal) else value, style)
    else:
        sheet.write_string(row, column, format(value, "f"), style)


def write_words(sheet: Worksheet, row: int, column: int, words: str, plain: Format | None, guarded: Format) -> None:
    """Write words, cut to what a cell can hold; those that a spreadsheet would run are marked as words."""
    sheet.write_string(row, column, words[:LONGEST], guarded if words.startswith(FORMULA) else plain)
