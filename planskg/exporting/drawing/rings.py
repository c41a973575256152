"""The whole graph: a round tree a plan, its labels along the spokes, and a list of what plans share and of long names.

Where the labels would be too small to read on the paper, the page shows the plans alone, and each has its own page.
"""

from collections.abc import Iterator
from functools import cached_property
from math import ceil, hypot

from planskg.exporting.drawing.marks import draw_mark
from planskg.exporting.drawing.measuring import measure, shorten
from planskg.exporting.drawing.page import Frame, Paper, fit_words, frame_for, open_page
from planskg.exporting.drawing.shapes import Drawing, Path, Point, Words, curve, line
from planskg.exporting.drawing.spokes import REACH, SIZE, Spoke, grow_spokes, label_spoke
from planskg.exporting.layouts.place import below
from planskg.exporting.views import Sheet

LEGIBLE = 3.5
"""In typographic points on the paper; smaller labels are left out."""
LONGEST = 32.0
"""Room for a name in the list, in letters."""
ROW = 1.6
"""From line to line of the list, by the size of the letters."""


def draw_rings(sheet: Sheet, title: str, note: str, paper: Paper) -> Iterator[Drawing]:
    """Return the page of a sheet, and a page a plan where it is too full for its labels."""
    whole = Rings(sheet, paper)
    yield whole.draw(title, note)
    if not whole.legible and len(whole.roots) > 1:
        for root in whole.roots:
            yield Rings(pick_plan(sheet, root), paper).draw(f"{title} {sheet.spots[root].label}", note)


def pick_plan(sheet: Sheet, root: int) -> Sheet:
    """Return the sheet of one plan; what it shares with others hangs from where it first speaks of it."""
    first: dict[int, int] = {}
    for start, end in sheet.links:
        if sheet.spots[end].above < 0 and sheet.spots[end].kind != "sector" and _root(sheet, start) == root:
            first.setdefault(end, start)
    kept = [n for n, spot in enumerate(sheet.spots) if n in first or _root(sheet, n) == root or spot.kind == "sector"]
    numbers = {old: new for new, old in enumerate(kept)}
    above = (first.get(n, sheet.spots[n].above) for n in kept)
    spots = tuple(sheet.spots[n]._replace(above=numbers.get(up, -1)) for n, up in zip(kept, above, strict=True))
    links = tuple((numbers[start], numbers[end]) for start, end in sheet.links if {start, end} <= numbers.keys())
    return Sheet(sheet.spots[root].label, spots, links)


def _root(sheet: Sheet, number: int) -> int:
    while sheet.spots[number].above >= 0:
        number = sheet.spots[number].above
    return number


class Rings:
    """A sheet laid out on a page."""

    def __init__(self, sheet: Sheet, paper: Paper) -> None:
        self.sheet = sheet
        self.paper = paper
        self.roots = [n for n, spot in enumerate(sheet.spots) if spot.above < 0 and spot.kind == "plan"]
        self.loose = [n for n, spot in enumerate(sheet.spots) if spot.above < 0 and spot.kind != "plan"]

    @cached_property
    def trees(self) -> list[list[Spoke]]:
        """Return the trees about their centres."""
        children = below(self.sheet)
        return [list(grow_spokes(self.sheet, root, children)) for root in self.roots]

    @cached_property
    def side(self) -> float:
        """Return the side of the square that the largest tree needs."""
        return 2 * max((hypot(*each.at) for tree in self.trees for each in tree), default=0.0) + 2 * (REACH + SIZE)

    @cached_property
    def grid(self) -> tuple[int, int]:
        """Return how many trees stand side by side, and how many below each other."""
        count = max(len(self.trees), 1)
        choices = [(across, ceil(count / across)) for across in range(1, count + 1)]
        return min(choices, key=lambda grid: frame_for(grid[0] * self.side, grid[1] * self.side).wide)

    @property
    def block(self) -> Point:
        """Return the width and height of all trees."""
        return self.grid[0] * self.side, self.grid[1] * self.side

    @cached_property
    def scale(self) -> float:
        """Return the typographic points on paper of one unit, were there trees alone."""
        return self.paper.points / frame_for(*self.block).wide

    @property
    def legible(self) -> bool:
        """Tell whether the labels of the trees can be read."""
        return SIZE * self.scale >= LEGIBLE

    @property
    def size(self) -> float:
        """Return the size of the letters of the list and of the plans' names."""
        return SIZE if self.legible else 1.5 * LEGIBLE / self.scale

    @cached_property
    def rows(self) -> list[int]:
        """Return what is listed: what hangs from no plan, then the names that are too long for their room."""
        labels = self.sheet.spots
        cut = (s.number for tree in self.trees for s in tree if measure(labels[s.number].label, SIZE) > s.room)
        return [*self.loose, *(cut if self.legible else ())]

    @cached_property
    def column(self) -> float:
        """Return the width of a column of the list."""
        widest = max((measure(self.sheet.spots[number].label, self.size) for number in self.rows), default=0.0)
        return min(widest, LONGEST * self.size) + 3 * self.size

    @cached_property
    def listing(self) -> tuple[Frame, int, bool]:
        """Return the least page that holds trees and list, the list's columns, and whether it stands beside them."""
        wide, tall = self.block
        choices = []
        for columns in range(1, len(self.rows) + 2):
            broad, high = columns * self.column, (ceil(len(self.rows) / columns) + 1) * ROW * self.size
            choices.append((frame_for(wide + broad, max(tall, high)), columns, True))
            choices.append((frame_for(max(wide, broad), tall + high), columns, False))
            if broad > 2 * wide:
                break
        return min(choices, key=lambda choice: choice[0].wide)

    def draw(self, title: str, note: str) -> Drawing:
        """Return the page."""
        sheet, frame = self.sheet, self.listing[0]
        page = open_page(frame, title, note, {spot.kind for spot in sheet.spots})
        listed = dict(zip(self.rows, self._list_points(), strict=True))
        spokes = list(self._placed())
        points = {each.number: each.at for each in spokes}
        page.paths += _lines(sheet, points | {number: listed[number] for number in self.loose}, self.size / SIZE)
        for number, at in (*points.items(), *listed.items()):
            page.paths.append(draw_mark(sheet.spots[number].kind, *at, self._radius(number)))
        for each in spokes:
            if each.number in self.roots:
                page.words.append(self._name(each))
            elif self.legible:
                page.words.append(label_spoke(sheet.spots[each.number].kind, sheet.spots[each.number].label, each))
        for number, (x, y) in listed.items():
            at, room = (x + 0.8 * self.size, y + 0.36 * self.size), self.column - 2 * self.size
            page.words.append(fit_words(at, sheet.spots[number].label, self.size, room))
        return page

    def _origin(self) -> Point:
        """Return where the trees begin."""
        frame, columns, beside = self.listing
        spare = frame.room[0] - self.block[0] - (columns * self.column if beside else 0)
        return frame.margin + max(spare, 0.0) / 2, frame.top

    def _placed(self) -> Iterator[Spoke]:
        """Return the spots of all trees where they stand on the page."""
        left, top = self._origin()
        for order, tree in enumerate(self.trees):
            row, column = divmod(order, self.grid[0])
            x, y = left + (column + 0.5) * self.side, top + (row + 0.5) * self.side
            yield from (Spoke(each.number, (x + each.at[0], y + each.at[1]), each.angle, each.room) for each in tree)

    def _list_points(self) -> Iterator[Point]:
        """Return where the rows of the list begin, column by column."""
        frame, columns, beside = self.listing
        down = ceil(len(self.rows) / columns)
        left, top = self._origin()
        left, top = (left + self.block[0], top) if beside else (frame.margin, top + self.block[1])
        for order in range(len(self.rows)):
            column, row = divmod(order, max(down, 1))
            yield left + column * self.column + self.size, top + (row + 1) * ROW * self.size

    def _radius(self, number: int) -> float:
        """Return the radius of a mark."""
        if number in self.roots:
            return 0.8 * self.size
        return (0.3 if self.legible or number in self.loose else 0.15) * self.size

    def _name(self, each: Spoke) -> Words:
        """Return the name of a plan: below the middle of its tree, or below the tree where this has no labels."""
        size = 1.6 * self.size
        tree = self.trees[self.roots.index(each.number)]
        below = 0.0 if self.legible else max(hypot(*spoke.at) for spoke in tree)
        cut = shorten(self.sheet.spots[each.number].label, size, self.side)
        return Words((each.at[0], each.at[1] + below + 1.6 * size), cut, size, "plan", "middle")


def _lines(sheet: Sheet, points: dict[int, Point], width: float) -> Iterator[Path]:
    """Return the lines of the trees, and pale ones across to what hangs from none."""
    faint = max(0.05, min(0.3, 60 / max(len(sheet.links), 1)))
    for start, end in sheet.links:
        (x, y), (u, v) = points[start], points[end]
        bend = (x + u) / 2 + 0.1 * (v - y), (y + v) / 2 - 0.1 * (u - x)
        yield Path(curve((x, y), bend, (u, v)), stroke=sheet.spots[end].kind, width=width, opacity=faint)
    for number, spot in enumerate(sheet.spots):
        if spot.above >= 0:
            yield Path(line(points[spot.above], points[number]), stroke="faint", width=width, opacity=0.5)
