"""How cells become cells of a spreadsheet: exact, harmless, and wide enough for Chinese."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from math import ceil
from typing import TYPE_CHECKING

import pyoxigraph as ox
from rich.cells import cell_len

from planskg.exporting.tables.columns import Cell, Column
from planskg.exporting.tabular import FORMULA
from planskg.graph.terms import PREFIXES, SKOS

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

    from planskg.exporting.facts import Concepts

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


def width_of(cells: Iterable[str]) -> int:
    """Return the width of a column that holds these words, where a Chinese character takes two."""
    longest = max((cell_len(line) for cell in cells for line in cell.split("\n")), default=0)
    return min(max(longest + 2, NARROWEST), WIDEST)


def height_of(cells: Iterable[tuple[str, float]], line: float) -> float:
    """Return the height of a row whose cells, with the widths of their columns, are wrapped; a line has a height."""
    lines = (sum(max(1, ceil(cell_len(each) / (width - 1))) for each in words.split("\n")) for words, width in cells)
    return min(max(lines, default=1) * line + SPARE, TALLEST)


def spell(column: Column, cell: Cell, concepts: Concepts) -> str:
    """Return a cell as people read it: concepts by their Chinese names, lists with 、 between."""
    if cell is None:
        return ""
    if isinstance(cell, tuple):
        return "、".join(spell(column, each, concepts) for each in cell)
    if isinstance(cell, bool):
        return "是" if cell else "否"
    if isinstance(cell, Decimal):
        return format(cell, "f")
    return name_of_concept(column.scheme, str(cell), concepts) if column.scheme else str(cell)


def name_of_concept(scheme: str, notation: str, concepts: Concepts) -> str:
    """Return the Chinese name of a vocabulary's concept; another notation stays what it is."""
    named = concepts.facts.text(ox.NamedNode(PREFIXES[scheme] + notation), SKOS.prefLabel, "zh")
    return notation if named is None else named


def write_number(sheet: Worksheet, row: int, column: int, value: Decimal | int, style: Format | None = None) -> None:
    """Write a number, as text where a spreadsheet would change it."""
    if len(Decimal(value).normalize().as_tuple().digits) <= EXACT_DIGITS:
        sheet.write_number(row, column, float(value) if isinstance(value, Decimal) else value, style)
    else:
        sheet.write_string(row, column, format(value, "f"), style)


def write_words(sheet: Worksheet, row: int, column: int, words: str, plain: Format | None, guarded: Format) -> None:
    """Write words, cut to what a cell can hold; those that a spreadsheet would run are marked as words."""
    sheet.write_string(row, column, words[:LONGEST], guarded if words.startswith(FORMULA) else plain)
