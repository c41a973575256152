"""The whole graph: a round tree a plan, what several plans share in two columns amid them, and a list of long names."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil, sqrt

from planskg.exporting.drawing.clearing import Clearing
from planskg.exporting.drawing.marks import draw_mark
from planskg.exporting.drawing.measuring import measure, shorten
from planskg.exporting.drawing.page import SHAPE, Frame, Paper, frame_for, open_page
from planskg.exporting.drawing.shapes import Drawing, Path, Point, Words, curve, line
from planskg.exporting.layout import Tree, grow_tree
from planskg.exporting.views import Sheet

RIM = 15.0
"""Size of the labels on the rim of a tree."""
REACH = 250.0
"""Room for one of them."""
LEGIBLE = 3.2
"""Smaller labels, in typographic points on the paper, are left out: the other views have them."""
ROW = 24.0
"""From line to line of what the plans share, and of the list."""
COLUMN = 330.0
IMPORTANCE = ("plan", "sector", "indicator", "project", "pillar")
"""Whose labels are set first."""


@dataclass(frozen=True, slots=True)
class Spread:
    """Where the spots stand about the middle of the picture, and the angles of their labels."""

    points: dict[int, Point]
    angles: dict[int, float | None]
    """None for a label that lies flat."""
    wide: float
    tall: float


def draw_rings(sheet: Sheet, title: str, note: str, paper: Paper) -> Drawing:
    """Return the sheet as a page; labels that would be too small to read on the paper are left out."""
    spread = _spread(sheet)
    frame = frame_for(spread.wide, spread.tall)
    scale = paper.points / frame.wide
    page = open_page(frame, title, note, {spot.kind for spot in sheet.spots})
    middle = frame.wide / 2, frame.top + frame.room[1] / 2
    points = {number: (middle[0] + x, middle[1] + y) for number, (x, y) in spread.points.items()}
    page.paths += _links(sheet, points, frame)
    for number, at in points.items():
        page.paths.append(draw_mark(sheet.spots[number].kind, *at, 13 if sheet.spots[number].kind == "plan" else 4.5))
    page.words += _labels(sheet, spread, points, scale, frame)
    return page


def _spread(sheet: Sheet) -> Spread:
    """Set the trees on a grid left and right of the middle, where what has no tree stands in columns."""
    plans = [number for number, spot in enumerate(sheet.spots) if spot.kind == "plan"]
    trees = [_grow(sheet, number) for number in plans]
    side = 2 * max((tree.extent for tree in trees), default=0.0)
    loose = _loose(sheet)
    across, down = _grid(len(trees), side, COLUMN * len(loose))
    points: dict[int, Point] = {}
    angles: dict[int, float | None] = {}
    half = COLUMN * max(len(loose), 1) / 2
    for order, tree in enumerate(trees):
        row, column = divmod(order // 2, max(across // 2, 1))
        x = (half + (column + 0.5) * side) * (1 if order % 2 else -1) if len(trees) > 1 else 0.0
        y = (row - (down - 1) / 2) * side
        for node, (dx, dy, angle) in tree.places.items():
            points[int(node)], angles[int(node)] = (x + dx, y + dy), angle
    tall = max(down * side, ROW * max(map(len, loose), default=0))
    for column, numbers in enumerate(loose):
        step = min(tall / max(len(numbers), 1), 3 * ROW)
        for row, number in enumerate(numbers):
            points[number] = ((column - len(loose) / 2 + 0.12) * COLUMN, (row - (len(numbers) - 1) / 2) * step)
            angles[number] = None
    return Spread(points, angles, across * side + 2 * half, tall)


def _grow(sheet: Sheet, root: int) -> Tree:
    children: dict[str, list[str]] = {}
    for number, spot in enumerate(sheet.spots):
        children.setdefault(str(spot.above), []).append(str(number))
    pillars = {str(number) for number, spot in enumerate(sheet.spots) if spot.kind == "pillar"}
    tree = grow_tree(children, str(root), pillars)
    radius = max((sqrt(x * x + y * y) for x, y, _ in tree.places.values()), default=0.0)
    return Tree(tree.places, radius + REACH + 30)


def _loose(sheet: Sheet) -> list[list[int]]:
    """Return what hangs from no plan, by kind: what plans share, and sectors."""
    roots = [number for number, spot in enumerate(sheet.spots) if spot.above < 0 and spot.kind != "plan"]
    sectors = [number for number in roots if sheet.spots[number].kind == "sector"]
    return [numbers for numbers in ([each for each in roots if each not in sectors], sectors) if numbers]


def _grid(trees: int, side: float, middle: float) -> tuple[int, int]:
    """Return how many trees stand side by side, and in how many rows, on a page of the shape of paper."""
    if trees < 2:
        return max(trees, 1), 1
    pairs = ceil(trees / 2)
    choices = [(2 * ceil(pairs / down), down) for down in range(1, pairs + 1)]
    return min(choices, key=lambda choice: max(choice[0] * side + middle, choice[1] * side * SHAPE))


def _links(sheet: Sheet, points: dict[int, Point], frame: Frame) -> Iterator[Path]:
    """Return the lines of the trees, and pale ones across to what is shared."""
    faint = max(0.06, min(0.4, 60 / max(len(sheet.links), 1)))
    for start, end in sheet.links:
        (x, y), (u, v) = points[start], points[end]
        bend = (x + u) / 2, (y + v) / 2 + 0.08 * abs(u - x)
        yield Path(curve((x, y), bend, (u, v)), stroke=sheet.spots[end].kind, width=1.1, opacity=faint)
    for number, spot in enumerate(sheet.spots):
        if spot.above >= 0:
            yield Path(line(points[spot.above], points[number]), stroke="faint", opacity=0.55)


def _labels(
    sheet: Sheet, spread: Spread, points: dict[int, Point], scale: float, frame: Frame
) -> Iterator[Words]:
    """Return the labels that are large enough to read and meet no other, the more important first."""
    clear = Clearing()
    order = sorted(points, key=lambda number: (IMPORTANCE.index(sheet.spots[number].kind), number))
    least = 5.0 / scale
    rim = {number for number, spot in enumerate(sheet.spots) if spot.above >= 0 and spot.kind != "pillar"}
    for number in order:
        spot = sheet.spots[number]
        size = RIM if number in rim else max({"plan": 30.0, "pillar": 15.0}.get(spot.kind, 17.0), least)
        if size * scale < LEGIBLE:
            continue
        if label := clear.place(_choices(number in rim, spot.kind, spot.label, points[number], spread.angles[number], size)):
            yield label


def _choices(
    rim: bool, kind: str, label: str, at: Point, angle: float | None, size: float
) -> Iterator[Words]:
    """Return where a label may stand: outwards of the rim, right of what is shared, about the rest."""
    if rim and angle is not None:
        flipped = 90 < angle % 360 < 270
        cut = shorten(label, size, REACH)
        turn = angle - 180 if flipped else angle
        for offset in (11.0,):
            x, y = _beside(at, angle, offset, 0.34 * size if not flipped else -0.34 * size)
            yield Words((x, y), cut, size, "ink", "end" if flipped else "start", turn, "" if cut == label else label)
        return
    room = COLUMN - 40 if kind not in ("plan", "pillar") else 16 * size
    cut = shorten(label, size, room)
    whole = "" if cut == label else label
    colour = kind if kind in ("plan", "pillar") else "ink"
    below = at[0], at[1] + 1.6 * size
    if kind in ("plan", "pillar"):
        yield Words(below, cut, size, colour, "middle", whole=whole)
        yield Words((at[0], at[1] - 0.8 * size), cut, size, colour, "middle", whole=whole)
    yield Words((at[0] + 11, at[1] + 0.36 * size), cut, size, colour, whole=whole)
    yield Words((at[0] - 11, at[1] + 0.36 * size), cut, size, colour, "end", whole=whole)


def _beside(at: Point, angle: float, out: float, down: float) -> Point:
    from math import cos, radians, sin

    across, along = cos(radians(angle)), sin(radians(angle))
    return at[0] + out * across - down * along, at[1] + out * along + down * across
