"""Tables of a plain text that lost all their rules: a cell a line, row after row, as a page's copy leaves them.

`指标名称 / 单位 / 2025年完成 / 2026年计划 / 地区生产总值 / 亿元 / 92.6 / 97.4`: the header's cells give the width.
The same where single blanks part the cells of a line, or bars on lines of their own. A header of two rows has its
years first, and below them what each is divided into.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Final

from planskg.extracting.tables.column_heads import FIRST, HEAD, is_aside, is_head, kind_of
from planskg.extracting.tables.stacked_rows import Head, Row, Rows
from planskg.extracting.tables.wrapped import joined
from planskg.model import Noun, Span

LEADING: Final = r"(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十\d]+）|\d+[.、]|其中：?)[ \u3000]+"
PAGE: Final = r"[ \u3000]*(?:[-—–－~·][ ]?\d{1,3}[ ]?[-—–－~·]|第\d{1,3}页.*|[（(]?续上?表.*|（?单位：.*)$"
SPACED: Final = r"\S(?:[ \u3000]\S){2,}"
"""A header cell whose characters blanks part (主 要 任 务)."""


class Form(Noun):
    """How the cells of a table stand in a text."""

    opening: re.Pattern[str]
    """How a header opens, with the line end before it; most texts have no such line, and are not cut into cells."""
    cell: re.Pattern[str]
    wraps: bool = False
    """Whether a line end may part a cell."""


FORMS: Final = (
    Form(
        re.compile(rf"\n[ \u3000]*{FIRST}\s*\n\s*(?:{HEAD.pattern}|{SPACED})[ \u3000]*$", re.M),
        re.compile(rf"(?m:^{PAGE})|(?P<cell>[^\s].*[^\s]|[^\s])"),
        wraps=True,
    ),
    Form(
        re.compile(rf"\n[ \u3000]*{FIRST}(?:[ \u3000]+\S+){{2,}}[ \u3000]*$", re.M),
        re.compile(rf"(?m:^{PAGE})|(?P<cell>(?:{LEADING})?\S+)"),
    ),
    Form(
        re.compile(rf"\n[ \u3000]*{FIRST}\s*\n\s*\|\s*\n", re.M),
        re.compile(r"(?P<cell>[^|\s](?:(?:(?!\n\s*\n)[^|])*[^|\s])?)"),
    ),
)
"""A cell a line, between blanks, between bars on lines of their own."""
FIRST_CELL: Final = re.compile(FIRST)
GROUP: Final = re.compile("(?:20\\d\\d年?|[上去今本]年|“?十[一二三四五六七八九]五”?)(?:末|目标|规划|时期|期间)?")
"""A header cell that others may divide."""
CAPTION: Final = re.compile("[^\n]*指标\n[^\n]*指标|[^\n]*\n(?:序号|编号)$")
"""A title above the first cell of a header (主要指标 / 指标名称), both of which a header's words make up."""
NARROWEST, WIDEST, FEWEST = 3, 30, 2
"""Columns that a header has at least and at most, and rows without which cells are no table."""
LATEST: Final = 2
"""So many cells that look like a header's may be the first row's."""


def find_stacked(text: str) -> Iterator[list[tuple[Span, ...]]]:
    """Yield the rows of each such table, the header first; a heading between rows is a row of one cell."""
    for form in FORMS:
        if opens := form.opening.search("\n" + text):
            found = (match.span("cell") for match in form.cell.finditer(text, opens.start()) if match["cell"])
            cells = [Span(*place) for place in found]
            yield from _find(text, joined(text, cells) if form.wraps else cells)


def _find(text: str, cells: Sequence[Span]) -> Iterator[list[tuple[Span, ...]]]:
    words = ["".join(text[cell.start : cell.end].split()) for cell in cells]
    at = 0
    while at < len(cells):
        best: list[Row] = []
        for head in _heads(words, at):
            rows = list(Rows(words, head).read(at + len(head.printed)))
            if len(rows) >= FEWEST and _end(rows) > _end(best):
                best = [*head.rows, *rows]
        if best:
            yield [_spans(cells, row) for row in best]
            at = _end(best) - 1
        at += 1


def _end(rows: Sequence[Row]) -> int:
    """Return how many cells there are as far as the end of a table."""
    return max((i for i in rows[-1] if i is not None), default=-1) + 1 if rows else 0


def _spans(cells: Sequence[Span], row: Row) -> tuple[Span, ...]:
    """Return where the cells of a row stand, a blank one right behind the cell before it."""
    spans: list[Span] = []
    first = next(cells[i].start for i in row if i is not None)
    for i in row:
        end = spans[-1].end if spans else first
        spans.append(Span(end, end) if i is None else cells[i])
    return tuple(spans)


def _heads(words: Sequence[str], at: int) -> Iterator[Head]:
    """Yield what the cells from here may be as a header."""
    if not FIRST_CELL.fullmatch(words[at]) or CAPTION.match("\n".join(words[at : at + 2])):
        return
    end = at + 1
    while end < min(len(words), at + WIDEST) and is_head(words[end]):
        end += 1
    for last in range(end, max(end - LATEST, at + NARROWEST) - 1, -1):
        found = chain(_of_one_row(words, at, last), _paired(words, at, last), _divided(words, at, last))
        yield from (head for head in found if _tells_apart(head))


def _tells_apart(head: Head) -> bool:
    """Tell a header that names each column but those of figures once; others are words that only look like one."""
    names = [words for words in head.columns if kind_of(words) != "figures"]
    return len(set(names)) == len(names)


def _head(words: Sequence[str], rows: list[list[int]]) -> Head:
    printed = words[rows[0][0] : max(i for row in rows for i in row) + 1]
    return Head([[*row] for row in rows], list(printed), [words[i] for i in rows[-1]])


def _of_one_row(words: Sequence[str], at: int, end: int) -> Iterator[Head]:
    if end - at >= NARROWEST:
        yield _head(words, [list(range(at, end))])


def _paired(words: Sequence[str], at: int, end: int) -> Iterator[Head]:
    """Yield the header whose cells a line end parts in two: 2024年 / 实际 / 2025年 / 预计."""
    said = {i: i + 1 for i in range(at, end - 1) if GROUP.fullmatch(words[i]) and not GROUP.fullmatch(words[i + 1])}
    if len(said) >= FEWEST:
        upper = [i for i in range(at, end) if i not in said.values()]
        yield _head(words, [upper, [said.get(i, i) for i in upper]])


def _divided(words: Sequence[str], at: int, end: int) -> Iterator[Head]:
    """Yield the header of two rows whose years stand before what they are divided into."""
    first = next((i for i in range(at, end) if GROUP.fullmatch(words[i])), end)
    last = next((i for i in range(first, end) if not GROUP.fullmatch(words[i])), end)
    labels = next((i for i in range(last, end) if not is_aside(words[i])), end)
    share, rest = divmod(end - labels, max(1, last - first))
    if share and not rest:
        own, aside = list(range(at, first)), list(range(last, labels))
        groups = [i for i in range(first, last) for _ in range(share)]
        yield _head(words, [own + groups + aside, [*own, *range(labels, end), *aside]])
