"""Round trees, one a plan, and between them in columns what the plans share."""

from collections.abc import Iterator
from math import cos, log, pi, sin

from planskg.exporting.layouts.place import Place, Point, below, depths, rounded
from planskg.exporting.views import Sheet

SPACING = 23.0
"""Between neighbours on the rim of a tree."""
LEAST_RADIUS = 300.0
RINGS = (0.0, 0.3, 0.56, 0.78)
"""Of the radius, by depth: the plan, pillars, pillars below them; what they promise stands on the rim."""
MARGIN = 150.0
"""For the labels around a tree."""
LEAST_SLOTS = (0.0, 5.0, 2.0)
"""Of the rim, by depth, for a pillar that holds little, so that its label has room."""
ROW, COLUMN = 34.0, 275.0
"""Between what the trees share."""
TALL_ROW, TALL_COLUMN = 80.0, 500.0
"""The same in the tall picture."""
WIDE, TALL = 1.75, 0.55
"""Width by height of the two pictures."""
Tree = tuple[dict[int, tuple[float, float, float | None]], float]
"""Spots around the centre of a tree, and half the side of the square that it needs."""


def lay_rings(sheet: Sheet) -> list[Place]:
    """Return the places of round trees and of what they share."""
    children = below(sheet)
    trees = [
        grow_tree(sheet, n, children) for n, spot in enumerate(sheet.spots) if spot.kind == "plan" and spot.above < 0
    ]
    trees.sort(key=lambda tree: -tree[1])
    roots = [n for n, spot in enumerate(sheet.spots) if spot.above < 0 and spot.kind != "plan"]
    shared = [[n for n in roots if (sheet.spots[n].kind == "sector") == last] for last in (False, True)]
    wide, tall = _lay_wide(trees, shared), _lay_tall(trees, shared)
    angles = {n: angle for tree, _ in trees for n, (*_, angle) in tree.items()}
    return [Place(rounded(*wide[n]), rounded(*tall[n]), COLUMN * 0.6, angles.get(n)) for n in range(len(sheet.spots))]


def grow_tree(sheet: Sheet, root: int, children: list[list[int]]) -> Tree:
    """Return a plan's tree: leaves round the rim in text order, pillars on the rings amid their own."""
    deep = depths(sheet)
    slots: dict[int, float] = {}
    length = _give_slots(sheet, root, children, deep, 0.0, slots)
    radius = max(LEAST_RADIUS, length * SPACING / (2 * pi))
    places: dict[int, tuple[float, float, float | None]] = {}
    for node in _walk(children, root):
        turn = slots[node] / max(length, 1.0) - 0.25
        inner = sheet.spots[node].kind in ("plan", "pillar")
        reach = radius * (_by_depth(RINGS, deep[node]) if inner else 1.0)
        x, y = reach * cos(2 * pi * turn), reach * sin(2 * pi * turn)
        places[node] = (x, y, None if node == root else round(turn % 1 * 360, 1))
    return places, radius + MARGIN


def _by_depth(values: tuple[float, ...], depth: int) -> float:
    return values[min(depth, len(values) - 1)]


def _walk(children: list[list[int]], node: int) -> Iterator[int]:
    yield node
    for child in children[node]:
        yield from _walk(children, child)


def _give_slots(
    sheet: Sheet, node: int, children: list[list[int]], deep: list[int], free: float, slots: dict[int, float]
) -> float:
    """Give each spot its slot on the rim, a parent the middle of its children's; return the next free one."""
    begun, found = free, children[node]
    for child in found:
        free = _give_slots(sheet, child, children, deep, free, slots)
    pillar = sheet.spots[node].kind == "pillar"
    wanted = _by_depth(LEAST_SLOTS, deep[node]) if pillar else 0.0 if found else 1.0
    lack = max(0.0, wanted - (free - begun))
    for each in _walk(children, node) if lack else ():
        slots[each] = slots.get(each, begun) + lack / 2
    slots[node] = (slots[found[0]] + slots[found[-1]]) / 2 if found else begun + wanted / 2
    return free + lack


def _lay_wide(trees: list[Tree], shared: list[list[int]]) -> dict[int, Point]:
    """Return points with what is shared amid the trees."""
    sides = trees[::2], trees[1::2]
    best: tuple[float, dict[int, Point]] = (float("inf"), {})
    for across in range(1, len(sides[0]) + 2):
        shelves = [_shelve([extent for _, extent in side], across) for side in sides]
        height = max(2 * LEAST_RADIUS, *(tall for *_, tall in shelves))
        middle, breadth = _columns(shared, height)
        width = breadth + sum(broad for _, broad, _ in shelves)
        points = dict(middle)
        for side, (centres, _, high), sign in zip(sides, shelves, (-1, 1), strict=True):
            for (tree, _), (x, y) in zip(side, centres, strict=True):
                points |= _moved(tree, sign * (breadth / 2 + x), y - high / 2)
        best = min(best, (abs(log(width / height / WIDE)), points), key=lambda each: each[0])
    return best[1]


def _lay_tall(trees: list[Tree], shared: list[list[int]]) -> dict[int, Point]:
    """Return points with what is shared below the trees."""
    best: tuple[float, dict[int, Point]] = (float("inf"), {})
    for across in range(1, len(trees) + 2):
        centres, width, height = _shelve([extent for _, extent in trees], across)
        block, deep = _block(shared, max(3, int(width / TALL_COLUMN)), height)
        points = dict(block)
        for (tree, _), (x, y) in zip(trees, centres, strict=True):
            points |= _moved(tree, x - width / 2, y)
        best = min(best, (abs(log(max(width, 1.0) / (deep or 1.0) / TALL)), points), key=lambda each: each[0])
    return best[1]


def _moved(tree: dict[int, tuple[float, float, float | None]], x: float, y: float) -> dict[int, Point]:
    return {node: (x + dx, y + dy) for node, (dx, dy, _) in tree.items()}


def _shelve(extents: list[float], across: int) -> tuple[list[Point], float, float]:
    """Return the centres of squares that stand in rows of so many, and the width and height of all."""
    rows = [extents[at : at + across] for at in range(0, len(extents), across)]
    width = max((2 * sum(row) for row in rows), default=0.0)
    centres, down = [], 0.0
    for row in rows:
        gap = (width - 2 * sum(row)) / (len(row) + 1)
        x = gap
        for extent in row:
            centres.append((x + extent, down + row[0]))
            x += 2 * extent + gap
        down += 2 * row[0]
    return centres, width, down


def _columns(shared: list[list[int]], height: float) -> tuple[dict[int, Point], float]:
    """Return what the trees share as columns about the origin, sectors right, and their breadth."""
    rows = max(1, int(0.94 * height / ROW))
    columns = [nodes[at : at + rows] for nodes in shared for at in range(0, len(nodes), rows)]
    spread = min(1.6, max(1.0, 0.94 * height / (ROW * max(map(len, columns), default=1))))
    places = {
        node: (
            ((number - (len(columns) - 1) / 2) * COLUMN - COLUMN / 4) * spread,
            (row - (len(nodes) - 1) / 2) * min(ROW * spread, 0.94 * height / len(nodes)),
        )
        for number, nodes in enumerate(columns)
        for row, node in enumerate(nodes)
    }
    return places, COLUMN * spread * (0.6 + len(columns))


def _block(shared: list[list[int]], across: int, down: float) -> tuple[dict[int, Point], float]:
    """Return what the trees share as rows of so many from a height on, and where they end."""
    places: dict[int, Point] = {}
    for nodes in shared:
        for number, node in enumerate(nodes):
            row, column = divmod(number, across)
            places[node] = ((column - across / 2 + 0.2) * TALL_COLUMN, down + row * TALL_ROW)
        down += (len(nodes) + across - 1) // across * TALL_ROW + ROW
    return places, down
