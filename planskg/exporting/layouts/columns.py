"""Trees as indented lists that flow in columns, as a newspaper does: one line a spot."""

from math import sqrt

from planskg.exporting.layouts.place import LETTER, Place, Point, below, depths, rounded
from planskg.exporting.views import Sheet

ROW, INDENT, GUTTER = 20.0, 16.0, 34.0
LONGEST = 26
"""So many characters of a label are shown; the whole is told when it is chosen."""
WIDE, TALL = 1.75, 0.5
"""Width by height of the two pictures."""
ABOVE = (1.4, 0.6)
"""Rows left free above a heading, by depth."""
WIDOW = 3
"""So many rows at the foot of a column are too few for a heading."""


def lay_columns(sheet: Sheet) -> list[Place]:
    """Return the places of indented lists."""
    deep = depths(sheet)
    heads = [bool(children) for children in below(sheet)]
    longest = max(
        (min(len(spot.label), LONGEST) * LETTER + INDENT * d for spot, d in zip(sheet.spots, deep, strict=True)),
        default=0.0,
    )
    column = longest + INDENT + GUTTER
    wide, tall = (_flow(deep, heads, column, aspect) for aspect in (WIDE, TALL))
    return [Place(w, t, longest - INDENT * depth) for w, t, depth in zip(wide, tall, deep, strict=True)]


def _flow(deep: list[int], heads: list[bool], column: float, aspect: float) -> list[Point]:
    """Return points line by line; a column ends at the height that gives the whole its shape."""
    length = sum(_step(*each) for each in zip(deep, heads, strict=True))
    height = length / max(1.0, round(sqrt(aspect * length / column)))
    places, across, down = [], 0, 0.0
    for depth, head in zip(deep, heads, strict=True):
        if down > height or (head and down > height - WIDOW * ROW and depth < len(ABOVE)):
            across, down = across + 1, 0.0
        down += _step(depth, head) if down else ROW
        places.append(rounded(across * column + depth * INDENT, down))
    return places


def _step(depth: int, head: bool) -> float:
    return ROW * (1 + (ABOVE[depth] if head and depth < len(ABOVE) else 0))
