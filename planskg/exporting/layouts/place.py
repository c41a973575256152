"""A spot's place."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import chain

from planskg.exporting.views import Sheet

LETTER = 13.0
"""The side of a Chinese character, in the units of all places."""
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Place:
    """A spot's place in the wide and in the tall picture, and where its label runs."""

    wide: Point
    tall: Point
    room: float
    """How long its label may be."""
    angle: float | None = None
    """The label's direction in degrees clockwise from the right; None for a label that lies flat to the right."""


Layout = Callable[[Sheet], list[Place]]
"""Gives the place of each spot of a sheet, in the same order."""


def rounded(x: float, y: float) -> Point:
    """Return a point in tenths of a unit."""
    return round(x, 1), round(y, 1)


def depths(sheet: Sheet) -> list[int]:
    """Return how deep each spot hangs; 0 for a root."""
    found: list[int] = []
    for spot in sheet.spots:
        found.append(found[spot.above] + 1 if spot.above >= 0 else 0)
    return found


def below(sheet: Sheet) -> list[list[int]]:
    """Return the spots that hang from each."""
    found: list[list[int]] = [[] for _ in sheet.spots]
    for number, spot in enumerate(sheet.spots):
        if spot.above >= 0:
            found[spot.above].append(number)
    return found


def flatten(points: list[Point]) -> list[float]:
    """Return points as one list of numbers."""
    return list(chain.from_iterable(points))
