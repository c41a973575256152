"""Whether boxes of words, which may be turned, meet; labels are set one after the other where there is room."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import product

from planskg.exporting.drawing.shapes import Point, Words

CELL = 120.0
"""Side of the squares that boxes are filed under."""


class Clearing:
    """What is set already."""

    def __init__(self) -> None:
        self._filed: dict[tuple[int, int], list[tuple[Point, ...]]] = defaultdict(list)

    def add(self, corners: tuple[Point, ...]) -> None:
        """Take the room of a box."""
        for cell in _cells(corners):
            self._filed[cell].append(corners)

    def is_free(self, corners: tuple[Point, ...]) -> bool:
        """Tell whether a box meets none that is set."""
        return not any(meet(corners, each) for cell in _cells(corners) for each in self._filed.get(cell, ()))

    def place(self, choices: Iterable[Words]) -> Words | None:
        """Set the first of several labels that has room, if any has."""
        for words in choices:
            corners = words.corners
            if self.is_free(corners):
                self.add(corners)
                return words
        return None


def meet(first: tuple[Point, ...], second: tuple[Point, ...], slack: float = 0.01) -> bool:
    """Tell whether two rectangles share an area: no side of either parts them."""
    for one in (first, second):
        for start, end in ((0, 1), (1, 2)):
            axis = one[end][0] - one[start][0], one[end][1] - one[start][1]
            length = (axis[0] ** 2 + axis[1] ** 2) ** 0.5 or 1.0
            shadows = [[(x * axis[0] + y * axis[1]) / length for x, y in each] for each in (first, second)]
            if min(max(each) for each in shadows) - max(min(each) for each in shadows) <= slack:
                return False
    return True


def _cells(corners: tuple[Point, ...]) -> Iterator[tuple[int, int]]:
    xs, ys = ([int(each[axis] // CELL) for each in corners] for axis in (0, 1))
    return product(range(min(xs), max(xs) + 1), range(min(ys), max(ys) + 1))
