"""Tables of a plain text that lost all their rules: a cell a line, row after row, as a page's copy leaves them.

`指标名称 / 单位 / 2025年完成 / 2026年计划 / 地区生产总值 / 亿元 / 92.6 / 97.4`: the header's cells give the width.
The same where single blanks or commas part the cells of a line. A header of two rows has its years first, and below
them what each is divided into. A last column of remarks may be blank.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from planskg.extracting.units import base_unit
from planskg.model import Span

FIRST = re.compile(r"(?:主要|计划)?(?:指标|项目|产品)(?:名称|内容)?")
ASIDE = re.compile(r"属性|指标(?:性质|属性)|责任(?:单位|部门)|备注|说明")
HEADER = re.compile(
    rf"(?:计量|计算)?单位|{ASIDE.pattern}|[^，。；]*(?:20\d\d年?|十[一二三四五六七八九]五|[上去今本]年|实际|实绩|完成|执行|绝对|总量|预计|预期|计划|目标|增长|增速|增幅|增减|升降|[涨降]幅|同比)[^，。；]*"
)
LEADING = r"(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十\d]+）|\d+[.、]|其中：?)[ \u3000]+"
FORMS = (
    (re.compile(rf"\n\s*{FIRST.pattern}\s*$", re.M), re.compile(r"[^\s].*[^\s]|[^\s]")),
    (
        re.compile(rf"\n[ \u3000]*{FIRST.pattern}(?:[ \u3000]+\S+){{2,}}[ \u3000]*$", re.M),
        re.compile(rf"(?:{LEADING})?\S+"),
    ),
    (re.compile(rf"\n{FIRST.pattern}(?:[,，][^\s,，]+){{2,}}$", re.M), re.compile(r"[^\n,，]+")),
)
"""How a header opens whose cells stand a line each, between blanks or between commas, with the line end before it, and
a cell of its table.

Most texts have no such line, and are not cut into cells.
"""
GROUP = re.compile("(?:20\\d\\d年?|[上去今本]年|“?十[一二三四五六七八九]五”?)(?:末|目标|规划|时期|期间)?")
"""A header cell that others may divide."""
UNIT = re.compile("单位$")
FIGURE = re.compile(r"[—–－/-]+|[^\d，。]{0,4}-?\d[\d,.]*(?:[—~～至-]\d[\d.]*)?[^\d，。]{0,4}")
"""A cell of figures: 92.6, 5左右, 不低于90, a dash."""
LONGEST_HEADER, LONGEST_CELL = 18, 40
NARROWEST, FEWEST = 3, 2
"""Columns and rows without which lines are no table."""

Row = tuple[Span, ...]


class _Header(NamedTuple):
    """The lines of a header's rows, a merged cell in each slot that it covers, and the line behind it."""

    rows: list[list[int]]
    end: int
    unit: int | None
    """The column of units."""
    remarks: bool
    """Whether the last column holds words that a row may lack."""

    @property
    def width(self) -> int:
        """Return how many columns the table has."""
        return len(self.rows[0])


def find_stacked(text: str) -> Iterator[list[Row]]:
    """Yield the rows of each such table, the header first; a heading between rows is a row of one cell."""
    for opening, cell in FORMS:
        if opening.search("\n" + text):
            yield from _find(text, [Span(*match.span()) for match in cell.finditer(text)])


def _find(text: str, cells: Sequence[Span]) -> Iterator[list[Row]]:
    words = [text[cell.start : cell.end] for cell in cells]
    at = 0
    while at < len(cells):
        found = ((header, list(_rows(words, header))) for header in _headers(words, at))
        header, rows = next((one for one in found if len(one[1]) >= FEWEST), (None, []))
        if header:
            yield [tuple(cells[i] for i in row) for row in (*header.rows, *rows)]
        at = rows[-1][-1] + 1 if rows else at + 1


def _headers(words: Sequence[str], at: int) -> Iterator[_Header]:
    """Yield what the lines from here may be as a header: of one row, or of two where years stand before the rest."""
    if not FIRST.fullmatch(words[at]):
        return
    end = at + 1
    while end < len(words) and len(words[end]) <= LONGEST_HEADER and HEADER.fullmatch(words[end]):
        end += 1
    if end - at < NARROWEST:
        return
    unit = _unit([words[i] for i in range(at, end)])
    yield _Header([list(range(at, end))], end, unit, ASIDE.fullmatch(words[end - 1]) is not None)
    yield from _paired(words, at, end)
    first = next((i for i in range(at, end) if GROUP.fullmatch(words[i])), end)
    last = next((i for i in range(first, end) if not GROUP.fullmatch(words[i])), end)
    labels = next((i for i in range(last, end) if not ASIDE.fullmatch(words[i])), end)
    share, rest = divmod(end - labels, max(1, last - first))
    if share and not rest:
        own, aside = list(range(at, first)), list(range(last, labels))
        groups = [i for i in range(first, last) for _ in range(share)]
        yield _Header([own + groups + aside, [*own, *range(labels, end), *aside]], end, unit, bool(aside))


def _unit(header: Sequence[str]) -> int | None:
    """Return the column of units; 责任单位 is none."""
    return next((i for i, words in enumerate(header) if i and UNIT.search(words) and not ASIDE.fullmatch(words)), None)


def _paired(words: Sequence[str], at: int, end: int) -> Iterator[_Header]:
    """Yield the header whose cells a line end parts in two: 2024年 / 实际 / 2025年 / 预计."""
    said = {i: i + 1 for i in range(at, end - 1) if GROUP.fullmatch(words[i]) and not GROUP.fullmatch(words[i + 1])}
    if len(said) < FEWEST:
        return
    upper = [i for i in range(at, end) if i not in said.values()]
    unit = _unit([words[i] for i in upper])
    yield _Header([upper, [said.get(i, i) for i in upper]], end, unit, ASIDE.fullmatch(words[end - 1]) is not None)


def _rows(words: Sequence[str], header: _Header) -> Iterator[list[int]]:
    """Yield the lines of each row, up to the first line that is neither in a row nor a heading between two."""
    at, width, unit = header.end, header.width, header.unit
    while at < len(words):
        if _is_row(words[at : at + width], width, unit):
            end = at + width
            if header.remarks and not _may_remark(words, end - 1, width - 1, unit):
                end -= 1
            yield list(range(at, end))
            at = end
        elif header.remarks and _is_row(words[at : at + width - 1], width - 1, unit):
            yield list(range(at, at + width - 1))
            at += width - 1
        elif _is_row(words[at + 1 : at + 1 + width], width, unit) and _is_heading(words[at]):
            yield [at]
            at += 1
        else:
            break


def _is_heading(line: str) -> bool:
    return len(line) <= LONGEST_HEADER and not FIGURE.fullmatch(line)


def _may_remark(words: Sequence[str], at: int, width: int, unit: int | None) -> bool:
    """Tell a remark from the name of the next row, behind which a unit or a figure stands."""
    if not _is_row(words[at : at + width], width, unit):
        return True
    return unit is None and not FIGURE.fullmatch(words[at + 1])


def _is_row(cells: Sequence[str], width: int, unit: int | None) -> bool:
    """Tell a row: a name, a unit where the header has its column, and a figure or a dash."""
    if len(cells) < width or FIGURE.fullmatch(cells[0]) or any(len(cell) > LONGEST_CELL for cell in cells):
        return False
    if unit is not None and not (base_unit(cells[unit]) or FIGURE.fullmatch(cells[unit]) or "=100" in cells[unit]):
        return False
    return any(FIGURE.fullmatch(cell) for i, cell in enumerate(cells) if i not in (0, unit))
