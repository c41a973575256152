"""Trees as indented lists that flow in columns, as a newspaper does: one line a spot."""

from math import ceil, sqrt

from planskg.exporting.layouts.place import LETTER, Place, Point, below, depths, rounded
from planskg.exporting.views import Sheet

ROW, INDENT, GUTTER = 20.0, 16.0, 34.0
LONGEST = 22
"""So many characters of a label are shown; the whole is told when it is chosen."""
WIDE, TALL = 1.75, 0.5
"""Width by height of the two pictures."""
ABOVE = (1.4, 0.6)
"""Rows left free above a heading, by depth."""
WIDOWS = (7, 4)
"""So many rows at the foot of a column are too few for a heading, by depth."""


def lay_columns(sheet: Sheet) -> list[Place]:
    """Return the places of indented lists."""
    deep = depths(sheet)
    heads = [bool(children) for children in below(sheet)]
    longest = max(
        (min(len(spot.label), LONGEST) * LETTER + INDENT * d for spot, d in zip(sheet.spots, deep, strict=True)),
        default=0.0,
    )
    column = longest + INDENT + GUTTER
    wide, tall = (_shape(deep, heads, column, aspect) for aspect in (WIDE, TALL))
    return [Place(w, t, longest - INDENT * depth) for w, t, depth in zip(wide, tall, deep, strict=True)]


def _shape(deep: list[int], heads: list[bool], column: float, aspect: float) -> list[Point]:
    """Return points in as many columns as give the whole its shape, no higher than they need to be."""
    length = sum(_step(*each) for each in zip(deep, heads, strict=True))
    count = max(1, ceil(sqrt(aspect * length / column)))
    height = length / count
    while (points := _flow(deep, heads, column, height)) and points[-1][0] >= count * column:
        height += ROW
    return points


def _flow(deep: list[int], heads: list[bool], column: float, height: float) -> list[Point]:
    """Return points line by line; a heading does not stand at the foot of a column."""
    places, across, down = [], 0, 0.0
    for depth, head in zip(deep, heads, strict=True):
        if down > height or (head and depth < len(WIDOWS) and down > height - WIDOWS[depth] * ROW):
            across, down = across + 1, 0.0
        down += _step(depth, head) if down else ROW
        places.append(rounded(across * column + depth * INDENT, down))
    return places


def _step(depth: int, head: bool) -> float:
    return ROW * (1 + (ABOVE[depth] if head and depth < len(ABOVE) else 0))
