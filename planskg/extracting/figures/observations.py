"""Observations: the filled cells of an indicator table.

Reads `二、一般公共预算收入 | 亿元 | 17.79 | 18.86 | 6 | 21.14 | 12以上` under a two-row header; a dash cell is none,
words have no value,
a row that is itself a rate (…增速) is one series, and merged cells stand once.
"""

import re
from collections.abc import Iterator
from typing import Final

from msgspec.structs import replace

from planskg.extracting.tables.cells import read_figure
from planskg.extracting.tables.columns import Column
from planskg.extracting.tables.headers import read_header
from planskg.extracting.tables.layout import Cells, Layout, read_blocks, read_layout, read_rows
from planskg.extracting.tables.tables import FoundTable
from planskg.extracting.tables.units import BRACKET_UNIT, base_unit, fitting_unit, read_caption
from planskg.extracting.targets.wholes import AMONG, NUMBER, join_rows
from planskg.model import Document, Metadata, Observation, Row, Span

INDEX: Final = re.compile("[=＝为]100$")
"""What stands for the unit of an index (上年=100), which has none."""
DASH: Final = re.compile(r"[-—–－/\\\s…]*|无|略")
LEADING: Final = re.compile(rf"{NUMBER}|[#＃○●△▲☆★*]+|{AMONG}[：:]?")
SHARE_ROW: Final = re.compile(r"(?:(?<!生产)率|比重|占比|比例)(?:（[^）]*）)?$")
"""A row that is a share, and no growth where a table has columns of growth alone."""
SUM: Final = re.compile("〔[^〔〕]+〕")
"""A sum over the years in a column of yearly rates (年均/累计), in the unit of its row."""
RATE_ROW: Final = re.compile(r"(?:增速|增长率|增幅|涨幅)(?:（[^）]*）)?$")


def read_observations(document: Document, found: FoundTable) -> Iterator[Observation]:
    """Yield the observations of one table; none where its header names no year."""
    cells = read_rows(document, found.table)
    if read_header(cells):
        return
    for rows in read_blocks(cells):
        layout = read_layout(rows, read_caption(document, found.area), _years(document.metadata))
        if layout is None:
            continue
        header = [words for _, words in rows[layout.header_rows - 1]]
        body = [_fit(row, layout) for row in rows[layout.header_rows :] if [words for _, words in row] != header]
        yield from join_rows((_printed_name(row, layout), tuple(_read_row(row, layout))) for row in body)


def _years(metadata: Metadata) -> range:
    """Return the years that a document plans for."""
    return range(metadata.year - 4 * (metadata.genre == "five-year-plan"), metadata.year + 1)


def _fit(row: Cells, layout: Layout) -> Cells:
    """Give a row whose merged cells stand once all its columns: the cell of a merged group in each of them."""
    missing = layout.width - len(row)
    if missing <= 0 or len(row) <= 2:
        return row
    groups: dict[str, list[int]] = {}
    for index, column in layout.figures.items():
        groups.setdefault(column.group, []).append(index)
    merged: list[list[int]] = []
    for columns in reversed(list(groups.values())):
        if len(columns) - 1 <= missing and len(columns) > 1:
            merged.append(columns)
            missing -= len(columns) - 1
    if missing:
        return row
    cells = iter(row)
    last: tuple[Span, str] | None = None
    out: Cells = []
    later = {index for columns in merged for index in columns[1:]}
    for index in range(layout.width):
        last = last if index in later else next(cells, None)
        if last is not None:
            out.append(last)
    return out


def _printed_name(row: Cells, layout: Layout) -> str:
    """Return a row's name as it is printed, after a 其中 that stands in a column of its own."""
    before = [words for _, words in row[: layout.name] if words.startswith(AMONG)]
    return "".join((*before, _words(row, layout.name)))


def _read_row(row: Cells, layout: Layout) -> Iterator[Observation]:
    if len(row) <= layout.name or len({words for _, words in row}) < 2:
        return
    name = _name(row[layout.name][1])
    printed = _words(row, layout.unit)
    bracket = BRACKET_UNIT.search(name)
    if DASH.fullmatch(printed):
        printed = ""
    if not printed and bracket and base_unit(bracket.group(1)):
        printed, name = bracket.group(1), name[: bracket.start()]
    elif not printed and bracket and INDEX.search(bracket.group(1)):
        printed = bracket.group(1)
    shared = fitting_unit(layout.whole_units, name)
    usual = printed or next((column.unit for column in layout.figures.values() if column.unit), shared)
    binding = re.sub("指标$", "", _words(row, layout.binding)) or None
    rates = all(column.series.startswith("growth_") for column in layout.figures.values())
    is_rate = RATE_ROW.search(name) or (rates and SHARE_ROW.search(name))
    whole = Row(span=row[layout.name][0], unit=usual)
    seen: set[Span] = {whole.span}
    levels: set[tuple[int, str]] = set()
    for index, column in sorted(layout.figures.items()):
        if index >= len(row) or row[index][0] in seen:
            continue
        cell, words = row[index]
        seen.add(cell)
        if not DASH.fullmatch(words):
            unit = "" if INDEX.search(printed) else printed or column.unit or shared
            held = _summed(column, levels) if SUM.fullmatch(words) and unit not in ("", "%") else column
            levels.add((held.year, held.series))
            yield replace(_observe(cell, words, name, unit, held, bool(is_rate)), binding=binding, row=whole)


def _summed(column: Column, levels: set[tuple[int, str]]) -> Column:
    """Return the column of a sum over years, which is a level where the row names none for its last year."""
    series = column.series.removeprefix("growth_")
    return column if (column.year, series) in levels else replace(column, series=series)


def _words(row: Cells, index: int | None) -> str:
    return row[index][1] if index is not None and index < len(row) else ""


def _name(words: str) -> str:
    while match := LEADING.match(words):
        words = words[match.end() :]
    return words


def _observe(cell: Span, words: str, name: str, printed: str, column: Column, is_rate: bool) -> Observation:
    series = column.series
    if series.startswith("growth_"):
        printed = printed if is_rate and printed else "%"
        series = series.removeprefix("growth_") if is_rate else series
    figure = read_figure(words, printed)
    if figure and figure.is_growth and not (is_rate or series.startswith("growth_")):
        series = f"growth_{series}"
    known = base_unit(printed)
    value, unit = figure.in_base(printed) if figure else (None, known[0] if known else printed)
    return Observation(
        span=cell,
        rule="table-cell",
        indicator=name,
        year=column.year,
        series=series,
        value=value,
        comparator=figure.comparator if figure else None,
        unit=unit,
    )
