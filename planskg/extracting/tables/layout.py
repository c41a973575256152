"""What the columns of an indicator table hold: its header rows, the years and series, and the units around it.

Reads `2025年实际`, `“十五五”末`, `上年完成`, `比上年增长%` under one header row or two, `单位：万元` above the
table, two blocks side by side, and years that stand in the rows.
"""

import re
from typing import Final

from planskg.extracting.tables.columns import ATTRIBUTE, NAME, PERIOD, UNIT, YEAR, Column, read_column, read_growth
from planskg.extracting.tables.units import CAPTION_UNIT, read_units
from planskg.extracting.words.widths import WIDTHS
from planskg.model import Document, Noun, Span, Table

HEADER_WORDS: Final = re.compile(
    "实际|实绩|计划|目标|增长|增速|增幅|增减|升降|[涨降]幅|涨跌|完成|预计|预期|执行|数$|值$|末$|绝对|总量|±|%|年"
)
FIGURE: Final = re.compile(r"(?<![\d比])(?!20\d\d年?)\d")
"""A number that is no year, which no header cell has."""
CAPTION_ROWS: Final = 4
FORMS: Final = {**WIDTHS, ord(","): ","}
"""Every character to the form that the grammar knows; a comma may part thousands."""
TIME_HEADER: Final = re.compile("年份|年度|时间|时期|")

Cell = tuple[Span, str]
Cells = list[Cell]
"""A row of a table as it is printed."""


class Layout(Noun):
    """Which columns of a table hold what."""

    name: int
    unit: int | None
    binding: int | None
    figures: dict[int, Column]
    width: int
    header_rows: int
    whole_units: tuple[str, ...]
    """The units that stand once for the whole table."""


def read_rows(document: Document, table: Table) -> list[Cells]:
    """Return the cells of a table with their words, blanks left out."""
    return [[(cell, _words(document, cell)) for cell in row] for row in table.rows]


def _words(document: Document, span: Span) -> str:
    return re.sub(r"\s+|\*\*", "", document.quote(span)).translate(FORMS)


def read_blocks(rows: list[Cells]) -> list[list[Cells]]:
    """Part a table whose columns are printed twice side by side, and turn one whose years stand in the rows."""
    first = [words for _, words in rows[0]] if rows else []
    again = next((i for i in range(2, len(first)) if first[i] == first[0] != "" and rows[0][i] != rows[0][0]), 0)
    if again and len(set(first)) > 1 and len(first) % again == 0 and first[:again] == first[again : 2 * again]:
        return [[row[i : i + again] for row in rows if len(row) > i] for i in range(0, len(first), again)]
    return [_turned(rows)]


def _turned(rows: list[Cells]) -> list[Cells]:
    """Turn a table whose rows are years and whose columns are indicators."""
    if len(rows) < 3 or not rows[0] or not TIME_HEADER.fullmatch(rows[0][0][1]):
        return rows
    years = [row for row in rows[1:] if row and (YEAR.match(row[0][1]) or PERIOD.match(row[0][1]))]
    if len(years) < len(rows) - 1 or any(len(row) != len(rows[0]) for row in rows) or YEAR.match(rows[0][1][1]):
        return rows
    return [list(column) for column in zip(*rows, strict=True)]


def read_layout(rows: list[Cells], caption: str, years: range) -> Layout | None:
    """Read the header rows of a table in a plan for some years, below captions; None where no column names a year."""
    for index in range(min(CAPTION_ROWS, len(rows))):
        above = "\n".join(words for row in rows[:index] for _, words in row)
        layout = _layout(rows[index:], index, f"{caption}\n{above}", years)
        if layout:
            return layout
        if len({words for _, words in rows[index]}) > 2:
            return None
    return None


def _layout(rows: list[Cells], skipped: int, caption: str, years: range) -> Layout | None:
    """Read the header rows; those below the first say what the columns below a shared cell are."""
    first = [words for _, words in rows[0]]
    lower = _below(rows)
    second = ["".join(column) for column in zip(*lower, strict=True)] if lower else None
    width = max([len(row) for row in rows])
    labels = _labels(first, second, width)
    figures: dict[int, Column] = {}
    for index, (group, label) in enumerate(labels):
        before = next(reversed(figures.values()), None)
        column = read_growth(group, label, before) or read_column(group, label, years)
        if column:
            figures[index] = column
    if not figures:
        return None
    names = [i for i, (group, _) in enumerate(labels) if NAME.search(group) and i not in figures]
    names = names or [i for i, (group, _) in enumerate(labels) if i not in figures and not _is_aside(group)]
    units = [
        i
        for i, (group, _) in enumerate(labels)
        if UNIT.search(group) and not CAPTION_UNIT.search(group) and not ATTRIBUTE.search(group) and i not in names
    ]
    binding = [i for i, (group, label) in enumerate(labels) if re.search("属性|性质", group + label)]
    below = [words for _, words in rows[1]] if len(rows) > 1 else []
    return Layout(
        _name_column(names, labels),
        units[0] if units else None,
        binding[0] if binding else None,
        figures,
        width,
        skipped + 1 + len(lower),
        read_units("\n".join((caption, *first, *below))),
    )


def _is_aside(group: str) -> bool:
    return bool(ATTRIBUTE.search(group) or UNIT.search(group))


def _name_column(names: list[int], labels: list[tuple[str, str]]) -> int:
    """Return the column of names: of those that one header cell spans (a group and its members) the last."""
    if not names:
        return 0
    same = [i for i in names if labels[i][0] == labels[names[0]][0]]
    exact = [i for i in names if "指标" in labels[i][0] and "指标" not in labels[names[0]][0]]
    return exact[0] if exact else same[-1] if same == list(range(same[0], same[-1] + 1)) else names[0]


def _below(rows: list[Cells]) -> list[list[str]]:
    """Return the words of the header rows below the first, two at most.

    A cell that runs on from a row above, or is written out again, is blank; a third row is as wide as the second.
    """
    found: list[list[str]] = []
    for depth, row in enumerate(rows[1:3], start=1):
        above = [one for higher in rows[:depth] for one in enumerate(higher)]
        cells, printed = {cell for _, (cell, _) in above}, {(at, words) for at, (_, words) in above}
        words = ["" if cell in cells or (at, said) in printed else said for at, (cell, said) in enumerate(row)]
        filled = [said for said in words if said]
        if len(filled) < 2 or not all(HEADER_WORDS.search(said) and not FIGURE.search(said) for said in filled):
            break
        if depth == 2 and (words[0] or len(words) != len(found[0])):
            break
        found.append(words)
    return found


def _labels(first: list[str], second: list[str] | None, width: int) -> list[tuple[str, str]]:
    """Return for each column the words of its first and second header cell, cells over several columns repeated."""
    if second is None or len(first) >= width:
        below = second or []
        return [(_above(first, i, below), below[i] if i < len(below) else "") for i in range(len(first))]
    below = [words for words in second if words]
    before, behind = _own(first, second, width)
    spread = first[before : len(first) - behind]
    share = max(1, len(below) // max(1, len(spread)))
    divided = [(spread[min(i // share, len(spread) - 1)], words) for i, words in enumerate(below)] if spread else []
    return [
        *((words, "") for words in first[:before]),
        *divided,
        *((words, "") for words in first[before + len(spread) :]),
    ]


def _own(first: list[str], second: list[str], width: int) -> tuple[int, int]:
    """Return how many of a header's undivided cells stand before the others and behind them."""
    count = second.count("") or width - len(second)
    years = next((at for at, words in enumerate(first) if YEAR.match(words) or PERIOD.match(words)), count)
    before = next((at for at, words in enumerate(second) if words), 0) or min(count, years)
    return before, max(0, count - before)


def _above(first: list[str], index: int, below: list[str]) -> str:
    """Return a column's first header cell; where it is blank over a filled one, that to its left spans it."""
    if first[index] or index >= len(below) or not below[index]:
        return first[index]
    return next((words for words in reversed(first[:index]) if words), "")
