"""Observations: the filled cells of an indicator table.

Reads `二、一般公共预算收入 | 亿元 | 17.79 | 18.86 | 6 | 21.14 | 12以上` under a two-row header; a dash cell is none,
words have no value,
a row that is itself a rate (…增速) is one series, and merged cells stand once.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import cache

from planskg.extracting.columns import NUMBER, Column
from planskg.extracting.headers import read_header
from planskg.extracting.layout import Layout, Row, read_blocks, read_layout, read_rows
from planskg.extracting.lexicon import alternation, words_by_notation
from planskg.extracting.tables import FoundTable
from planskg.extracting.units import BRACKET_UNIT, base_unit, read_caption
from planskg.model import Document, Observation, Span

INDEX = re.compile("=100$")
"""What stands for the unit of an index (上年=100), which has none."""
DASH = re.compile(r"[-—–－/\\\s…]*|无|略")
LEADING = re.compile(
    r"(?:[一二三四五六七八九十]+[、.．]|（[一二三四五六七八九十\d]+）|\([一二三四五六七八九十\d]+\)|\d+[.、．]|[#＃○●△▲☆★*]+)\s*|其中[：:]?\s*"
)
Value = Decimal | tuple[Decimal, Decimal]
RATE_ROW = re.compile(r"(?:增速|增长率|增幅|涨幅)(?:（[^）]*）)?$")


def read_observations(document: Document, found: FoundTable) -> Iterator[Observation]:
    """Yield the observations of one table; none where its header names no year."""
    cells = read_rows(document, found.table)
    if read_header(cells):
        return
    for rows in read_blocks(cells):
        layout = read_layout(rows, read_caption(document, found.area), document.metadata.year)
        if layout is None:
            continue
        header = [words for _, words in rows[layout.header_rows - 1]]
        for row in rows[layout.header_rows :]:
            if [words for _, words in row] != header:
                yield from _read_row(_fit(row, layout), layout)


def _fit(row: Row, layout: Layout) -> Row:
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
    out: Row = []
    later = {index for columns in merged for index in columns[1:]}
    for index in range(layout.width):
        last = last if index in later else next(cells, None)
        if last is not None:
            out.append(last)
    return out


def _read_row(row: Row, layout: Layout) -> Iterator[Observation]:
    if len(row) <= layout.name or len({cell for cell, _ in row}) < 2:
        return
    name = _name(row[layout.name][1])
    printed = row[layout.unit][1] if layout.unit is not None and layout.unit < len(row) else ""
    binding = row[layout.binding][1] if layout.binding is not None and layout.binding < len(row) else ""
    bracket = BRACKET_UNIT.search(name)
    if DASH.fullmatch(printed) or INDEX.search(printed):
        printed = ""
    if not printed and bracket and base_unit(bracket.group(1)):
        printed, name = bracket.group(1), name[: bracket.start()]
    seen: set[Span] = {row[layout.name][0]}
    for index, column in sorted(layout.figures.items()):
        if index >= len(row) or row[index][0] in seen:
            continue
        cell, words = row[index]
        seen.add(cell)
        if not DASH.fullmatch(words):
            found = _observe(cell, words, name, printed or column.unit or layout.whole_unit, column)
            yield replace(found, binding=re.sub("指标$", "", binding) or None)


def _name(words: str) -> str:
    while match := LEADING.match(words):
        words = words[match.end() :]
    return words


def _observe(cell: Span, words: str, name: str, printed: str, column: Column) -> Observation:
    unit, factor = base_unit(printed) or (printed, Decimal(1))
    series = column.series
    if RATE_ROW.search(name):
        series = series.removeprefix("growth_")
    elif series.startswith("growth_"):
        unit, factor = "%", Decimal(1)
    value, comparator = _value(words, printed)
    if value is not None and not unit and "%" in words:
        unit = "%"
    return Observation(
        span=cell,
        rule="table-cell",
        indicator=name,
        year=column.year,
        series=series,
        value=_scaled(value, factor),
        comparator=comparator,
        unit=unit,
    )


def _scaled(value: Value | None, factor: Decimal) -> Value | None:
    if isinstance(value, tuple):
        return value[0] * factor, value[1] * factor
    return None if value is None else value * factor


def _value(words: str, printed: str) -> tuple[Value | None, str | None]:
    """Return a cell's figure and its comparator; nothing where it is words."""
    match = _cell(printed).fullmatch(words)
    if not match:
        return None, None
    if match["after"]:
        comparator = words_by_notation("comparators", "wordAfter")[match["after"]]
    else:
        comparator = words_by_notation("comparators", "wordBefore").get(match["before"] or "", "eq")
    low = _decimal(match["figure"])
    return (low, _decimal(match["high"])) if match["high"] else low, comparator


def _decimal(figure: str) -> Decimal:
    return Decimal(figure.replace(",", ""))


@cache
def _cell(printed: str) -> re.Pattern[str]:
    """Match a cell that holds a figure, with the unit of its row or column or without."""
    before = alternation(words_by_notation("comparators", "wordBefore"))
    after = alternation(words_by_notation("comparators", "wordAfter"))
    unit = rf"(?:%|{re.escape(printed) or '%'})?"
    return re.compile(
        rf"(?P<before>{before}|增长|控制在)?(?P<figure>{NUMBER.pattern}){unit}(?:[—–~～至-]+(?P<high>{NUMBER.pattern}){unit})?(?P<after>{after})?"
    )
