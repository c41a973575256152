"""A ledger as a workbook: a sheet a grouping, ready to print, and the text that its places link to."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

from planskg.exporting.ledger.papers import NUMBER_WIDTH, PLACE, Group, Grouping, Paper, write_papers
from planskg.exporting.ledger.tasks import Task
from planskg.exporting.source import Source
from planskg.exporting.tables.spreadsheet import LINKS, height_of, write_words
from planskg.exporting.tables.xlsx import BEGINNING

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

FONT, HEADER_FONT, TITLE_FONT = "仿宋", "黑体", "方正小标宋简体"
A4, TITLE_ROWS = 9, 3
TEXT = "原文"
PER_MILLIMETRE = 0.5
"""Characters of a column's width."""
LINE_HEIGHT = 13.5
"""Of a line of a cell, in points."""
TEXT_WIDTH = 120
LOOKS: dict[str, dict[str, Any]] = {
    "title": {"font_name": TITLE_FONT, "font_size": 18, "align": "center"},
    "notes": {"font_name": FONT, "font_size": 10, "align": "left", "text_wrap": True},
    "header": {"font_name": HEADER_FONT, "font_size": 10, "align": "center", "border": 1, "text_wrap": True},
    "group": {"font_name": HEADER_FONT, "font_size": 10, "border": 1, "bg_color": "#EDEDED"},
    "cell": {"font_name": FONT, "font_size": 10, "border": 1, "text_wrap": True},
    "guarded": {"font_name": FONT, "font_size": 10, "border": 1, "text_wrap": True, "quote_prefix": True},
    "number": {"font_name": FONT, "font_size": 10, "border": 1, "align": "center"},
    "link": {"font_name": FONT, "font_size": 10, "border": 1, "text_wrap": True, "font_color": "#1F5FA8"},
    "text": {"font_name": FONT, "font_size": 10, "text_wrap": True},
}


def write_ledger_xlsx(source: Source) -> dict[str, str | bytes]:
    """Return a workbook a document, by their files' names."""
    return {f"{paper.document}.xlsx": _book(source, paper) for paper in write_papers(source)}


def _book(source: Source, paper: Paper) -> bytes:
    from xlsxwriter import Workbook

    content = BytesIO()
    with Workbook(content, {"in_memory": True}) as book:
        book.set_properties({"title": paper.title, "created": BEGINNING})
        styles = {name: book.add_format({"valign": "vcenter", **look}) for name, look in LOOKS.items()}
        for grouping, groups in paper.groupings:
            _write_sheet(book.add_worksheet(grouping.chinese), paper, grouping, groups, styles)
        _write_text(book, source, paper, styles)
    return content.getvalue()


def _write_sheet(
    sheet: Worksheet, paper: Paper, grouping: Grouping, groups: tuple[Group, ...], styles: dict[str, Format]
) -> None:
    last = len(grouping.headings)
    _set_page(sheet, grouping)
    for row, words, style, height in ((0, paper.title, "title", 34), (1, paper.notes, "notes", 30)):
        sheet.merge_range(row, 0, row, last, "", styles[style])
        sheet.write_string(row, 0, words, styles[style])
        sheet.set_row(row, height)
    for column, name in enumerate(("序号", *(heading.name for heading in grouping.headings))):
        sheet.write_string(TITLE_ROWS - 1, column, name, styles["header"])
    row, number = TITLE_ROWS, 1
    for group in groups:
        sheet.merge_range(row, 0, row, last, "", styles["group"])
        sheet.write_string(row, 0, f"{group.name}　{len(group.tasks)}项", styles["group"])
        for task in group.tasks:
            row += 1
            _write_task(sheet, row, number, grouping, task, styles)
            number += 1
        row += 1


def _set_page(sheet: Worksheet, grouping: Grouping) -> None:
    sheet.set_column(0, 0, NUMBER_WIDTH * PER_MILLIMETRE)
    for column, heading in enumerate(grouping.headings, 1):
        sheet.set_column(column, column, heading.width * PER_MILLIMETRE)
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.set_margins(left=0.6, right=0.6, top=0.7, bottom=0.7)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(TITLE_ROWS - 1)
    sheet.freeze_panes(TITLE_ROWS, 0)
    sheet.set_footer("&C第 &P 页  共 &N 页")


def _write_task(
    sheet: Worksheet, row: int, number: int, grouping: Grouping, task: Task, styles: dict[str, Format]
) -> None:
    cells = [(heading.cell(task), heading.width * PER_MILLIMETRE) for heading in grouping.headings]
    sheet.set_row(row, height_of(cells, LINE_HEIGHT))
    sheet.write_number(row, 0, number, styles["number"])
    for column, heading in enumerate(grouping.headings, 1):
        linked = heading is PLACE and row < LINKS
        if linked:
            sheet.write_url(row, column, f"internal:'{TEXT}'!B{task.line}")
        look = styles["link" if linked else "cell"]
        write_words(sheet, row, column, heading.cell(task), look, styles["guarded"])


def _write_text(book: Workbook, source: Source, paper: Paper, styles: dict[str, Format]) -> None:
    """Write the text a line a row, so that a row has the number of its line."""
    sheet = book.add_worksheet(TEXT)
    sheet.set_column(0, 0, 6)
    sheet.set_column(1, 1, TEXT_WIDTH)
    guarded = book.add_format({**LOOKS["text"], "quote_prefix": True})
    lines = (row for row in source.frames["lines"].rows if str(row["document"]).endswith(f"/{paper.document}"))
    for number, line in enumerate(lines):
        sheet.write_number(number, 0, number + 1, styles["text"])
        write_words(sheet, number, 1, str(line["text"]), styles["text"], guarded)
        sheet.set_row(number, height_of([(str(line["text"]), TEXT_WIDTH)], LINE_HEIGHT))
