"""The spots of a round tree, each with its label along a spoke."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import cos, hypot, radians, sin

from planskg.exporting.drawing.measuring import shorten
from planskg.exporting.drawing.shapes import Point, Words
from planskg.exporting.layouts.rings import grow_tree
from planskg.exporting.views import Sheet

SIZE = 15.0
"""Of the labels; two neighbours on the rim stand half as far again apart."""
REACH = 240.0
"""Room for a label outside of the rim."""


@dataclass(frozen=True, slots=True)
class Spoke:
    """A spot of a tree: its place about the centre, the direction of its label and the room that this has."""

    number: int
    at: Point
    angle: float
    room: float


def grow_spokes(sheet: Sheet, root: int, children: list[list[int]]) -> Iterator[Spoke]:
    """Return each spot of a tree with its place, its angle and the room up to the next ring."""
    places, _ = grow_tree(sheet, root, children)
    reaches = {number: hypot(x, y) for number, (x, y, _) in places.items()}
    rings = sorted({round(reach) for reach in reaches.values()})
    for number, (x, y, angle) in places.items():
        further = [ring for ring in rings if ring > reaches[number] + 1]
        room = further[0] - reaches[number] - 2 * SIZE if further else REACH
        yield Spoke(number, (x, y), angle or 0.0, room)


def label_spoke(kind: str, label: str, each: Spoke) -> Words:
    """Return a label that runs outwards along its spoke, and never upside down."""
    cut = shorten(label, SIZE, each.room)
    flipped = 90 < each.angle < 270
    out, down = 0.7 * SIZE, (-0.36 if flipped else 0.36) * SIZE
    along, across = cos(radians(each.angle)), sin(radians(each.angle))
    at = each.at[0] + out * along - down * across, each.at[1] + out * across + down * along
    turn = each.angle - 180 if flipped else each.angle
    whole = "" if cut == label else label
    return Words(at, cut, SIZE, "pillar" if kind == "pillar" else "ink", "end" if flipped else "start", turn, whole)
