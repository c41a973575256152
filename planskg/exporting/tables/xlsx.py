"""A workbook with a sheet a table: frozen headings, filters, and a link from each record to its line of the text."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any

from planskg.exporting.source import Source
from planskg.exporting.tables.columns import Cell, Column
from planskg.exporting.tables.frames import Frame
from planskg.exporting.tables.spreadsheet import LINKS, Names, width_for, write_number, write_words

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

BEGINNING = datetime(1980, 1, 1)
"""Of time, for workbooks: the same input gives the same bytes."""
CONTENTS = "目录"
HEADER = {"bold": True, "text_wrap": True, "valign": "vcenter", "bg_color": "#E8EEF5", "bottom": 1}
LINK = {"font_color": "#1F5FA8", "underline": 1, "valign": "top"}
NUMERIC = ("integer", "year", "decimal")
SAMPLE = 400
"""Rows that the width of a column is taken from."""


class Styles:
    """The looks of cells."""

    def __init__(self, book: Workbook) -> None:
        self.header: Format = book.add_format(HEADER)
        self.link: Format = book.add_format(LINK)
        self.plain: Format = book.add_format({"valign": "top"})
        self.guarded: Format = book.add_format({"valign": "top", "quote_prefix": True})


def write_xlsx(source: Source) -> bytes:
    """Return the workbook."""
    from xlsxwriter import Workbook

    content = BytesIO()
    with Workbook(content, {"in_memory": True}) as book:
        book.set_properties({"title": "planskg", "created": BEGINNING})
        styles, names, lines = Styles(book), Names(source.frames), _line_rows(source.frames["lines"])
        _write_contents(book.add_worksheet(CONTENTS), source.frames, styles)
        for frame in source.frames.values():
            _write_sheet(book.add_worksheet(frame.table.chinese), frame, names, styles, lines)
    return content.getvalue()


def _line_rows(frame: Frame) -> dict[tuple[Cell, Cell], int]:
    """Return the row of each line of a text on the sheet of texts."""
    return {(row["document"], row["line"]): number for number, row in enumerate(frame.rows, 2)}


def _write_contents(sheet: Worksheet, frames: dict[str, Frame], styles: Styles) -> None:
    for column, (heading, width) in enumerate((("表\nsheet", 16), ("内容\nwhat it holds", 34), ("行数\nrows", 10))):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, heading, styles.header)
    for number, frame in enumerate(frames.values(), 1):
        sheet.write_url(number, 0, f"internal:'{frame.table.chinese}'!A1", styles.link, frame.table.chinese)
        sheet.write_string(number, 1, frame.table.english)
        sheet.write_number(number, 2, len(frame.rows))
    sheet.freeze_panes(1, 0)


def _write_sheet(
    sheet: Worksheet, frame: Frame, names: Names, styles: Styles, lines: dict[tuple[Cell, Cell], int]
) -> None:
    for number, column in enumerate(frame.table.columns):
        cells = [row[column.name] for row in frame.rows]
        sample = [names.spell(column, cell) for cell in cells[:SAMPLE]]
        sheet.set_column(number, number, width_for(column, sample, is_key=not number))
        sheet.write_string(0, number, f"{column.chinese}\n{column.english}", styles.header)
        for row, cell in enumerate(cells, 1):
            _write_cell(sheet, row, number, column, cell, names, styles)
    sheet.set_row(0, 32)
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, max(len(frame.rows), 1), len(frame.table.columns) - 1)
    _write_links(sheet, frame, styles, lines)


def _write_cell(
    sheet: Worksheet, row: int, number: int, column: Column, cell: Cell, names: Names, styles: Styles
) -> None:
    if cell is None or cell == ():
        return
    if column.kind in NUMERIC:
        write_number(sheet, row, number, cell, styles.plain)  # type: ignore[arg-type]
    else:
        write_words(sheet, row, number, names.spell(column, cell), styles.plain, styles.guarded)


def _write_links(sheet: Worksheet, frame: Frame, styles: Styles, lines: dict[tuple[Cell, Cell], int]) -> None:
    """Link the number of a record's line to the line on the sheet of texts."""
    names = [column.name for column in frame.table.columns]
    if not {"document", "line", "quote"} <= set(names):
        return
    at = names.index("line")
    for number, row in enumerate(frame.rows[:LINKS], 1):
        target: Any = lines.get((row["document"], row["line"]))
        if target is not None:
            sheet.write_url(number, at, f"internal:'原文'!A{target}")
            sheet.write_number(number, at, row["line"], styles.link)
