"""Observations: the filled cells of an indicator table.

Reads `二、一般公共预算收入 | 亿元 | 17.79 | 18.86 | 6 | 21.14 | 12以上` under a two-row header; a dash cell is none,
words have no value,
a row that is itself a rate (…增速) is one series, and merged cells stand once.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from planskg.extracting.lexicon import alternation, unit_names, words_by_notation
from planskg.extracting.numerals import SCALE_CLASS, scale
from planskg.model import Document, Observation, Span, Table

DASH = re.compile(r"[-—–－/\s…]*|无")
LEADING = re.compile(
    r"(?:[一二三四五六七八九十]+[、.．]|（[一二三四五六七八九十\d]+）|\([一二三四五六七八九十\d]+\)|\d+[.、．]|[#＃○●△▲*]+)\s*|其中[：:]?\s*"
)
NUMBER = re.compile(r"-?\d+(?:,\d{3})*(?:\.\d+)?")
YEAR = re.compile(r"(20\d{2})年?")
RATE_ROW = re.compile(r"(?:增速|增长率|增幅|涨幅)(?:（[^）]*）)?$")
GROWTH = re.compile(r"增长|增速|增幅|±|同比|比上年|比\d{4}年")
PLAN = re.compile(r"计划|目标|预期|安排|规划")
ATTRIBUTE = re.compile(r"属性|约束性|预期性|指标性质|责任|牵头|部门|单位名称|备注|进度|序号")
NAME = re.compile(r"指标|名称|项目|任务|产品|类别|内容")
UNIT = re.compile(r"单位")
BRACKET_UNIT = re.compile(r"[（(](?:单位[：:])?([^（）()]{1,8})[）)]\s*$")


@dataclass(frozen=True, slots=True)
class _Column:
    """What a column of figures holds."""

    year: int
    series: str
    group: str
    """The words of its first header row; columns that share them may be merged in a row."""
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class _Layout:
    name: int
    unit: int | None
    binding: int | None
    figures: dict[int, _Column]
    width: int
    header_rows: int


def read_observations(document: Document, table: Table) -> Iterator[Observation]:
    """Yield the observations of one table; none where its header names no year."""
    rows = [[(cell, _words(document, cell)) for cell in row] for row in table.rows]
    layout = _read_layout(rows, document.metadata.year)
    if layout is None:
        return
    for row in rows[layout.header_rows :]:
        yield from _read_row(_fit(row, layout), layout)


def _words(document: Document, span: Span) -> str:
    return re.sub(r"\s+", "", document.quote(span)).replace("％", "%")


Row = list[tuple[Span, str]]


def _read_layout(rows: list[Row], plan_year: int) -> _Layout | None:
    """Read one or two header rows; the second says what the columns below a shared cell are."""
    if not rows:
        return None
    first = [words for _, words in rows[0]]
    second = [words for _, words in rows[1]] if len(rows) > 1 and _is_header(rows[1]) else None
    width = max([len(row) for row in rows])
    labels = _labels(first, second, width)
    figures: dict[int, _Column] = {}
    for index, (group, label) in enumerate(labels):
        column = _growth_of(group, label, figures.get(index - 1)) or _column(group, label, plan_year)
        if column:
            figures[index] = column
    names = [i for i, (group, _) in enumerate(labels) if NAME.search(group) and i not in figures]
    units = [
        i
        for i, (group, _) in enumerate(labels)
        if UNIT.search(group) and not ATTRIBUTE.search(group) and i not in names
    ]
    binding = [i for i, (group, label) in enumerate(labels) if re.search("属性|性质", group + label)]
    if not figures:
        return None
    return _Layout(
        names[0] if names else 0,
        units[0] if units else None,
        binding[0] if binding else None,
        figures,
        width,
        2 if second else 1,
    )


def _is_header(row: Row) -> bool:
    filled = [words for _, words in row if words]
    if not filled:
        return False
    return all(not NUMBER.fullmatch(words) for words in filled) and any(
        re.search("实际|计划|目标|增长|增速|完成|预计|预期|年", words) for words in filled
    )


def _labels(first: list[str], second: list[str] | None, width: int) -> list[tuple[str, str]]:
    """Return for each column the words of its first and second header cell, cells over several columns repeated."""
    if second is None or len(first) >= width:
        below = second or []
        return [(_above(first, i, below), below[i] if i < len(below) else "") for i in range(len(first))]
    own = [i for i, words in enumerate(second) if not words]
    spread = first[len(own) :]
    below = [words for words in second if words]
    share = max(1, len(below) // max(1, len(spread)))
    labels = [(words, "") for words in first[: len(own)]]
    labels += [(spread[min(i // share, len(spread) - 1)], words) for i, words in enumerate(below)] if spread else []
    return labels


def _above(first: list[str], index: int, below: list[str]) -> str:
    """Return a column's first header cell; where it is blank over a filled one, that to its left spans it."""
    if first[index] or index >= len(below) or not below[index]:
        return first[index]
    return next((words for words in reversed(first[:index]) if words), "")


def _growth_of(group: str, label: str, before: _Column | None) -> _Column | None:
    """Return the column of growth beside one of levels, which names no year of its own."""
    words = label or group
    if before is None or not GROWTH.search(words) or YEAR.match(words) or before.series.startswith("growth_"):
        return None
    return _Column(before.year, f"growth_{before.series}", group)


def _column(group: str, label: str, plan_year: int) -> _Column | None:
    words = group + label
    if ATTRIBUTE.search(group) or NAME.search(group) or (UNIT.search(group) and not YEAR.search(group)):
        return None
    own = YEAR.match(label)
    base = own or YEAR.search(re.sub(r"比\d{4}年", "", group)) or YEAR.search(re.sub(r"比\d{4}年", "", words))
    if base:
        year = int(base.group(1))
    elif re.search("上年|去年", group):
        year = plan_year - 1
    elif re.search("本年|今年|计划|目标|预期", words):
        year = plan_year
    else:
        return None
    planned = PLAN.search(label or group) or year >= plan_year
    rate = GROWTH.search(label) or (GROWTH.search(group) and not label)
    series = ("growth_" if rate else "") + ("plan" if planned else "actual")
    bracket = BRACKET_UNIT.search(label or group)
    return _Column(year, series, group, bracket.group(1) if bracket and not rate else None)


def _fit(row: Row, layout: _Layout) -> Row:
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


def _read_row(row: Row, layout: _Layout) -> Iterator[Observation]:
    if len(row) <= layout.name or len({cell for cell, _ in row}) < 2:
        return
    name = _name(row[layout.name][1])
    printed = row[layout.unit][1] if layout.unit is not None and layout.unit < len(row) else ""
    binding = row[layout.binding][1] if layout.binding is not None and layout.binding < len(row) else ""
    bracket = BRACKET_UNIT.search(name)
    if not printed and bracket and _base_unit(bracket.group(1))[0]:
        printed, name = bracket.group(1), name[: bracket.start()]
    seen: set[Span] = {row[layout.name][0]}
    for index, column in sorted(layout.figures.items()):
        if index >= len(row) or row[index][0] in seen:
            continue
        cell, words = row[index]
        seen.add(cell)
        if not DASH.fullmatch(words):
            found = _observe(cell, words, name, printed or column.unit or "", column)
            yield replace(found, binding=re.sub("指标$", "", binding) or None)


def _name(words: str) -> str:
    while match := LEADING.match(words):
        words = words[match.end() :]
    return words


def _base_unit(printed: str) -> tuple[str, Decimal]:
    """Return a unit column's base unit and its multiplier: 亿元 is 元 and 10^8."""
    if printed in unit_names():
        return unit_names()[printed].notation, Decimal(1)
    for size in range(1, len(printed)):
        if printed[size - 1] not in SCALE_CLASS:
            break
        if printed[size:] in unit_names():
            return unit_names()[printed[size:]].notation, scale(printed[:size])
    return printed, Decimal(1)


def _observe(cell: Span, words: str, name: str, printed: str, column: _Column) -> Observation:
    unit, factor = _base_unit(printed)
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
        value=None if value is None else value * factor,
        comparator=comparator,
        unit=unit,
    )


def _value(words: str, printed: str) -> tuple[Decimal | None, str | None]:
    """Return a cell's figure and its comparator; nothing where it is words."""
    match = _cell(printed).fullmatch(words)
    if not match:
        return None, None
    if match["after"]:
        comparator = words_by_notation("comparators", "wordAfter")[match["after"]]
    else:
        comparator = words_by_notation("comparators", "wordBefore").get(match["before"] or "", "eq")
    return Decimal(match["figure"].replace(",", "")), comparator


@cache
def _cell(printed: str) -> re.Pattern[str]:
    """Match a cell that holds a figure, with the unit of its row or column or without."""
    before = alternation(words_by_notation("comparators", "wordBefore"))
    after = alternation(words_by_notation("comparators", "wordAfter"))
    unit = rf"(?:%|{re.escape(printed) or '%'})?"
    return re.compile(rf"(?P<before>{before}|增长|控制在)?(?P<figure>{NUMBER.pattern}){unit}(?P<after>{after})?")
