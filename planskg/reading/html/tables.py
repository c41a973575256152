"""HTML tables: those that hold data as grids, index cards as lines; those that arrange a page are read as it flows."""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from planskg.reading.content import LONGEST_CELL, Grid
from planskg.reading.html.markup import Element
from planskg.reading.html.ruling import Placed, TooManySlots, rule

CELLS = ("td", "th")
# 索 引 号：; 发文字号： 国发〔2018〕43号
LABELLED = re.compile(r"([\u4e00-\u9fff][\u4e00-\u9fff\s]{0,15})[:：]\s*(.*)", re.S)

Row = Sequence[Placed]
Words = Callable[[Element], str]


def read_table(table: Element, words: Words, room: int) -> list[str | Grid] | None:
    """Return what a table holds, its cells' words read by a function; None where it only arranges the page.

    Raises TooManySlots where it has more than there is room for.
    """
    if table.find(".//table") is not None:
        return None
    if sum(1 for _ in table.iter(*CELLS)) > room:
        raise TooManySlots
    rows = list(_read_rows(table, words))
    if _is_card(rows):
        return [line for row in rows for line in _card_lines(row)]
    if _is_layout(rows, ruled=any(table.find(f".//{tag}") is not None for tag in ("th", "thead", "caption"))):
        return None
    return [rule(rows, room)]


def _read_rows(table: Element, words: Words) -> Iterator[list[Placed]]:
    for group in _groups(table):
        for left, row in zip(range(len(group), 0, -1), group, strict=True):
            yield [
                Placed(words(cell), _span(cell, "colspan"), min(_span(cell, "rowspan") or left, left))
                for cell in row.iter(*CELLS)
            ]


def _groups(table: Element) -> list[list[Element]]:
    """Return the rows of a table by their parent, which no cell spans out of; the foot is printed last."""
    groups = [list(rows) for _, rows in groupby(table.iter("tr"), key=lambda row: row.getparent())]
    return sorted(groups, key=lambda rows: rows[0].getparent().tag == "tfoot")


def _span(cell: Element, attribute: str) -> int:
    """Return a span as a browser reads it: the digits that it opens with, else 1."""
    digits = re.match(r"\s*(\d{1,9})", cell.get(attribute) or "")
    return int(digits[1]) if digits else 1


def _is_layout(rows: Sequence[Row], ruled: bool) -> bool:
    """Tell whether a table only arranges the page: one column, one row, or a cell of running text.

    Running text is long, or it is two sentences and more than half of all words; but not where the table is ruled
    like data, with header cells or with three cells and more in each row.
    """
    filled = [words for row in rows if (words := [placed.words for placed in row if placed.words])]
    counts = {len(words) for words in filled}
    if len(filled) < 2 or max(counts) < 2:
        return True
    lengths = [len(words) for row in filled for words in row]
    longest = max((words for row in filled for words in row), key=len)
    ruled = ruled or (len(counts) == 1 and min(counts) > 2)
    return len(longest) > LONGEST_CELL or (not ruled and longest.count("。") > 1 and 2 * len(longest) > sum(lengths))


def _is_card(rows: Sequence[Row]) -> bool:
    """Tell whether a table is an index card: every row opens with a label and its colon."""
    opening = [next((placed.words for placed in row if placed.words), "") for row in rows]
    return any(opening) and all(LABELLED.match(words) for words in opening if words)


def _card_lines(row: Row) -> Iterator[str]:
    """Yield a line for each label with what stands in the cell after it."""
    label = ""
    for placed in row:
        if match := LABELLED.fullmatch(placed.words):
            if label:
                yield label
            label = "".join(match[1].split()) + "：" + match[2]
        elif placed.words:
            label += placed.words
    if label:
        yield label
