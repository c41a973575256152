"""The tables of a plain text as grids of spans, whatever way they were flattened; a read format brings its own.

Knows seven ways: cells on lines of their own that begin with a tab, rows parted by blank lines; rows of cells parted
by tabs, by bars, or by runs of blanks (`rows.py`), or by commas (`commas.py`); cells with next to nothing between
(`stacked.py`); a block of labelled lines for each row (`cards.py`).
"""

import re
from collections.abc import Iterator
from typing import Final

from planskg.extracting.tables.cards import find_cards
from planskg.extracting.tables.column_heads import OPENS
from planskg.extracting.tables.commas import find_commas
from planskg.extracting.tables.rows import find_rows
from planskg.extracting.tables.stacked import find_stacked
from planskg.extracting.views.notes import is_note
from planskg.model import Document, Noun, Span, Table

HEADER: Final = re.compile(r"指标|项目|名称|任务|产品|类别")
HEADER_COLUMN: Final = re.compile(r"单位|实际|计划|目标|完成|预计|20\d\d|增长|属性|进度|责任")
HEADER_CELL: Final = re.compile(
    r"序号|编号|(?:主要|计划)?指标(?:名称|内容)?|(?:重点|重大)?项目(?:名称|内容)?|名称|(?:工作|重点|主要|目标)?任务(?:名称|内容)?|产品(?:名称)?|类别|年份|年度"
)
LISTED: Final = re.compile(
    r"(?:(?:项目|计划|估算|概算)?总|年度|本年度?)(?:计划)?投资(?:额|估算|概算)?(?:[（(].*)?|(?:建设|项目)?(?:性质|阶段|状态)|建设(?:规模|内容|地点|年限|期限).*|投资主体|业主单位"
)
"""A header cell beside the names of projects."""
YEAR_CELL: Final = re.compile(r"(?:20\d\d年?|“十[一二三四五六七八九]五”末?)[^，。]{0,8}")
TIME_CELL: Final = re.compile("年份|年度|时间|时期")
BARS: Final = "│┃║｜"
BOX: Final = re.compile("[\u2500-\u257f]+")
RULE: Final = re.compile(r"[\s|:\-—+\u2500-\u257f]+")
NUMBERISH: Final = re.compile(r"[\d—]")


class FoundTable(Noun):
    """A table, and the stretch of the text that it takes up."""

    table: Table
    area: Span


def find_tables(document: Document) -> list[FoundTable]:
    """Return the document's tables in text order: those that its format had, else those its plain text shows."""
    if document.tables:
        return [FoundTable(table, _area(table)) for table in document.tables]
    text = _with_bars(document.text)
    found = [found for run in _runs(text, find_rows(text)) for found in _tables(text, run)]
    unruled = (*find_commas(text), *find_stacked(text)) if OPENS.search("\n" + text) else ()
    tables = [Table(tuple(rows)) for rows in (*unruled, *find_cards(text))]
    stacked = [FoundTable(table, _area(table)) for table in tables]
    return sorted(_larger(found, stacked), key=lambda one: one.area)


def _with_bars(text: str) -> str:
    """Return a text in which every bar that a table is drawn with is the plain one."""
    for bar in BARS:
        text = text.replace(bar, "|")
    return text


def _larger(found: list[FoundTable], others: list[FoundTable]) -> list[FoundTable]:
    """Return tables of which no two stand at one place: of those that do the one with more rows, else the first."""
    for one in others:
        rivals = [other for other in found if one.area.overlaps(other.area)]
        if all(len(one.table.rows) > len(other.table.rows) for other in rivals):
            found = [*(other for other in found if other not in rivals), one]
    return found


def _area(table: Table) -> Span:
    cells = [cell for row in table.rows for cell in row]
    return Span(min(cell.start for cell in cells), max(cell.end for cell in cells))


def _runs(text: str, rows: list[tuple[Span, ...]]) -> Iterator[list[tuple[Span, ...]]]:
    """Group rows that follow one another with at most a short line between them."""
    run: list[tuple[Span, ...]] = []
    for row in rows:
        between = BOX.sub("", text[run[-1][-1].end : row[0].start]) if run else ""
        if re.search(r"\S[^\n]{40,}|(?:.*\S.*\n){3}", between):
            yield run
            run = []
        run.append(row)
    if run:
        yield run


def _tables(text: str, run: list[tuple[Span, ...]]) -> Iterator[FoundTable]:
    """Yield the tables of a run of rows: each begins with a header; one that is printed again goes on with its own."""
    rows = [row for row in run if not _is_rule(text, row)]
    words = [["".join(text[cell.start : cell.end].split()) for cell in row] for row in rows]
    start, header, open_header = -1, [""], False
    kept: list[tuple[Span, ...]] = []
    for index, row in enumerate(rows):
        if words[index] == header:
            continue
        names = is_header(words[index])
        open_header = open_header and names
        opens = names and (start < 0 or (not open_header and HEADER_CELL.fullmatch(words[index][0])))
        if opens:
            open_header = True
            yield from _finish(kept)
            start, header, kept = index, words[index], [row]
        elif start >= 0:
            kept.append(row)
    yield from _finish(kept if start >= 0 or not _is_grid(rows) or _are_noted(words) else rows)


def _is_grid(rows: list[tuple[Span, ...]]) -> bool:
    """Tell a table without a header from lines that hold a few tabs: it has columns enough, the same in each row."""
    widths = {len(row) for row in rows}
    return len(rows) > 2 and len(widths) == 1 and widths.pop() > 2


def _are_noted(words: list[list[str]]) -> bool:
    """Tell sentences beside which it stands who answers for them, and not in a table (…　责任单位：县水利局)."""
    return any(is_note(cell) for row in words for cell in row)


def _finish(rows: list[tuple[Span, ...]]) -> Iterator[FoundTable]:
    if len(rows) > 1:
        table = Table(tuple(rows))
        yield FoundTable(table, _area(table))


def _is_rule(text: str, row: tuple[Span, ...]) -> bool:
    """Tell a row of dashes and bars from one of figures."""
    ruled = RULE.fullmatch(text[row[0].start : row[-1].end] or "|")
    return ruled is not None and not any(NUMBERISH.search(text[cell.start : cell.end]) for cell in row)


def is_header(words: list[str]) -> bool:
    """Tell whether the cells of a row name columns: one says what the rows are, or two or more name years."""
    if len(words) < 2 or sum(map(bool, words)) < 2:
        return False
    joined = " ".join(words)
    if HEADER.search(joined) and (HEADER_COLUMN.search(joined) or _lists_projects(words)):
        return True
    if TIME_CELL.fullmatch(words[0]) and not any(map(NUMBERISH.match, words)):
        return True
    return sum(YEAR_CELL.fullmatch(cell) is not None for cell in words) > 1


def _lists_projects(words: list[str]) -> bool:
    """Tell the header of a list of projects, none of whose columns need be a year's (项目名称 | 建设阶段 | 总投资)."""
    named = any(HEADER_CELL.fullmatch(cell) for cell in words[:2])
    return named and any(LISTED.fullmatch(cell) for cell in words)
