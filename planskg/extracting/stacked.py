"""Tables of a plain text that lost all their rules: a cell a line, row after row, as a page's copy leaves them.

`指标名称 / 单位 / 2025年完成 / 2026年计划 / 地区生产总值 / 亿元 / 92.6 / 97.4`: the header's cells give the width.
"""

import re
from collections.abc import Iterator

from planskg.extracting.units import base_unit
from planskg.model import Span

FIRST = re.compile(r"(?:主要|计划)?(?:指标|项目|产品)(?:名称|内容)?")
HEADER = re.compile(
    r"(?:计量|计算)?单位|属性|指标(?:性质|属性)|责任(?:单位|部门)|备注|[^，。；]*(?:20\d\d年?|上年|去年|今年|实际|完成|预计|预期|计划|目标|增长|增速|增幅|增减|升降|[涨降]幅|同比)[^，。；]*"
)
OPENING = re.compile(rf"^\s*{FIRST.pattern}\s*$", re.M)
"""A line that is such a cell; most texts have none, and are not cut into lines."""
UNIT = re.compile("单位$")
FIGURE = re.compile(r"[—–－/-]+|[^\d，。]{0,4}-?\d[\d,.]*(?:[—~～至-]\d[\d.]*)?[^\d，。]{0,4}")
"""A cell of figures: 92.6, 5左右, 不低于90, a dash."""
LONGEST_HEADER, LONGEST_CELL = 18, 40
NARROWEST, FEWEST = 3, 2
"""Columns and rows without which lines are no table."""

Row = tuple[Span, ...]


def find_stacked(text: str) -> Iterator[list[Row]]:
    """Yield the rows of each such table, the header first; a heading between rows is a row of one cell."""
    if not OPENING.search(text):
        return
    lines = [Span(m.start(), m.end()) for m in re.finditer(r"[^\s].*[^\s]|[^\s]", text)]
    words = [text[span.start : span.end] for span in lines]
    at = 0
    while at < len(lines):
        width = _header_width(words, at)
        rows, end = _rows(words, at, width) if width else ([], at)
        if len(rows) > FEWEST:
            yield [tuple(lines[a:b]) for a, b in rows]
        at = max(end, at + 1)


def _header_width(words: list[str], at: int) -> int:
    """Return how many lines from here are cells of a header, 0 for none."""
    if not FIRST.fullmatch(words[at]):
        return 0
    end = at + 1
    while end < len(words) and len(words[end]) <= LONGEST_HEADER and HEADER.fullmatch(words[end]):
        end += 1
    return end - at if end - at >= NARROWEST else 0


def _rows(words: list[str], at: int, width: int) -> tuple[list[tuple[int, int]], int]:
    """Return where the rows stand, and where the table ends: at the first line that is neither row nor heading."""
    rows = [(at, at + width)]
    unit = next((i for i in range(1, width) if UNIT.search(words[at + i])), None)
    at += width
    while at < len(words):
        if _is_row(words[at : at + width], width, unit):
            rows.append((at, at + width))
            at += width
        elif _is_row(words[at + 1 : at + 1 + width], width, unit) and len(words[at]) <= LONGEST_HEADER:
            rows.append((at, at + 1))
            at += 1
        else:
            break
    return rows, at


def _is_row(cells: list[str], width: int, unit: int | None) -> bool:
    """Tell a row: a name, a unit where the header has its column, and a figure or a dash."""
    if len(cells) < width or FIGURE.fullmatch(cells[0]) or any(len(cell) > LONGEST_CELL for cell in cells):
        return False
    if unit is not None and not (base_unit(cells[unit]) or FIGURE.fullmatch(cells[unit]) or "=100" in cells[unit]):
        return False
    return any(FIGURE.fullmatch(cell) for i, cell in enumerate(cells) if i not in (0, unit))
