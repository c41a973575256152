"""What several plans want of the same things, as a table: things down, plans across."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from planskg.exporting.drawing.flowing import Flow, flow_blocks
from planskg.exporting.drawing.marks import draw_mark
from planskg.exporting.drawing.measuring import wrap
from planskg.exporting.drawing.page import fit_words, open_page
from planskg.exporting.drawing.shapes import Drawing, Path, Words, line
from planskg.exporting.views import Sheet

NAME, CELL = 150.0, 118.0
"""Widths of the columns: of what is wanted, and of a plan."""
SIZE, LEADING, PAD = 10.5, 14.0, 6.0
HEAD = 26.0
"""The height of the plans' names, above each column of rows."""

Cell = list[tuple[str, str]]
"""Lines, each with the kind of spot that it begins; empty where it goes on."""


@dataclass(frozen=True, slots=True)
class Row:
    """A thing, and what each plan wants of it."""

    name: list[str]
    cells: dict[int, Cell]
    """By the plan's spot."""

    @property
    def height(self) -> float:
        """Return its height."""
        return max(len(self.name), *map(len, self.cells.values())) * LEADING + 2 * PAD


def draw_matrix(sheet: Sheet, title: str, note: str) -> Iterator[Drawing]:
    """Return a sheet whose links lead from plans to what they want as a page, or as several where it is long."""
    plans = [number for number, spot in enumerate(sheet.spots) if spot.kind == "plan"]
    rows = _rows(sheet)
    for flow in flow_blocks([row.height for row in rows], NAME + CELL * len(plans), head=lambda number: HEAD):
        page = open_page(flow.frame, title, note, {spot.kind for spot in sheet.spots} - {"plan", "indicator"})
        for column, placed in enumerate(flow.columns):
            _draw_head(page, sheet, flow, plans, column)
            for number, y in placed:
                _draw_row(page, flow, plans, rows[number], flow.left(column), flow.frame.top + y)
        yield page


def _rows(sheet: Sheet) -> list[Row]:
    plan_of = {end: start for start, end in sheet.links}
    cells: dict[int, dict[int, Cell]] = defaultdict(dict)
    for number, spot in enumerate(sheet.spots):
        if spot.above >= 0:
            cell = cells[spot.above].setdefault(plan_of[number], [])
            lines = wrap(spot.label, SIZE, CELL - 18)
            cell += [(each, "" if at else spot.kind) for at, each in enumerate(lines)]
    return [Row(wrap(sheet.spots[number].label, SIZE, NAME - 10), found) for number, found in cells.items()]


def _draw_head(page: Drawing, sheet: Sheet, flow: Flow, plans: list[int], column: int) -> None:
    left, y = flow.left(column), flow.frame.top + 14
    for at, plan in enumerate(plans):
        page.words.append(fit_words((left + NAME + at * CELL, y), sheet.spots[plan].label, 11, CELL - 8, "plan"))
    page.paths.append(Path(line((left, y + 8), (left + flow.wide, y + 8)), stroke="faint"))


def _draw_row(page: Drawing, flow: Flow, plans: list[int], row: Row, left: float, y: float) -> None:
    first = y + PAD + SIZE - 1
    for at, words in enumerate(row.name):
        page.words.append(Words((left, first + at * LEADING), words, SIZE))
    for column, plan in enumerate(plans):
        x = left + NAME + column * CELL
        for at, (words, kind) in enumerate(row.cells.get(plan, ())):
            page.words.append(Words((x + 11, first + at * LEADING), words, SIZE))
            if kind:
                page.paths.append(draw_mark(kind, x + 4, first + at * LEADING - 3.8, 3))
    page.paths.append(Path(line((left, y + row.height), (left + flow.wide, y + row.height)), stroke="line", width=0.7))
