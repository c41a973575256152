"""Whether boxes of words, which may be turned, meet; labels are set one after the other where there is room."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import product

from planskg.exporting.drawing.shapes import Point, Words

CELL = 120.0
"""Side of the squares that boxes are filed under."""
Corners = tuple[Point, ...]


class Clearing:
    """What is set already."""

    def __init__(self) -> None:
        self._filed: dict[tuple[int, int], list[Corners]] = defaultdict(list)

    def add(self, corners: Corners) -> None:
        """Take the room of a box."""
        for cell in _cells(corners):
            self._filed[cell].append(corners)

    def meets(self, corners: Corners) -> bool:
        """Tell whether a box meets one that is set."""
        return any(meet(corners, each) for cell in _cells(corners) for each in self._filed.get(cell, ()))

    def place(self, choices: Iterable[Words]) -> Words | None:
        """Set the first of several labels that has room, if any has."""
        for words in choices:
            if not self.meets(words.corners):
                self.add(words.corners)
                return words
        return None


def meet(first: Corners, second: Corners, slack: float = 0.01) -> bool:
    """Tell whether two rectangles share an area: no side of either parts them."""
    for one in (first, second):
        for start, end in ((0, 1), (1, 2)):
            axis = one[end][0] - one[start][0], one[end][1] - one[start][1]
            length = (axis[0] ** 2 + axis[1] ** 2) ** 0.5 or 1.0
            shadows = [[(x * axis[0] + y * axis[1]) / length for x, y in each] for each in (first, second)]
            if min(max(each) for each in shadows) - max(min(each) for each in shadows) <= slack:
                return False
    return True


def _cells(corners: Corners) -> Iterator[tuple[int, int]]:
    across, down = ([int(each[axis] // CELL) for each in corners] for axis in (0, 1))
    return product(range(min(across), max(across) + 1), range(min(down), max(down) + 1))
