"""Blocks set one below the other in as many columns as the page needs, as in a newspaper."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from planskg.exporting.drawing.page import Frame, frame_for

GAP = 26.0
"""Between columns."""
GROWTH = 1.02
MOST_WIDE = 2600.0
"""A page as wide as this can still be read on A3; what needs more is set on several."""


@dataclass(frozen=True, slots=True)
class Flow:
    """Where blocks stand: the columns, each with the numbers of its blocks and where they begin."""

    frame: Frame
    columns: tuple[tuple[tuple[int, float], ...], ...]
    wide: float
    """Of a column."""

    def left(self, column: int) -> float:
        """Return where a column begins."""
        spare = self.frame.room[0] - len(self.columns) * self.wide
        gap = min(spare / max(len(self.columns) - 1, 1), 2 * GAP)
        return self.frame.margin + column * (self.wide + gap)


def flow_blocks(
    heights: Sequence[float],
    wide: float,
    *,
    held: Callable[[int], bool] = lambda number: False,
    head: Callable[[int], float] = lambda number: 0.0,
) -> list[Flow]:
    """Set blocks of some heights in columns on the least page that holds them, or on several of the largest.

    `held` tells a block that may not stand last in a column, `head` the height of what stands above a column that
    begins with a block.
    """
    best: Flow | None = None
    columns = 1
    while best is None or frame_for(columns * (wide + GAP) - GAP, 0).wide < best.frame.wide:
        tall = max(sum(heights) / columns, max(heights, default=0.0))
        while len(found := _fill(heights, tall, held, head)) > columns:
            tall *= GROWTH
        frame = frame_for(columns * (wide + GAP) - GAP, tall)
        if best is None or frame.wide < best.frame.wide:
            best = Flow(frame, tuple(map(tuple, found)), wide)
        columns += 1
    return [best] if best.frame.wide <= MOST_WIDE else list(_pages(heights, wide, held, head))


def _pages(
    heights: Sequence[float], wide: float, held: Callable[[int], bool], head: Callable[[int], float]
) -> Iterator[Flow]:
    frame = Frame(max(MOST_WIDE, frame_for(wide, max(heights)).wide))
    across = max(1, int((frame.room[0] + GAP) // (wide + GAP)))
    columns = _fill(heights, frame.room[1], held, head)
    for first in range(0, len(columns), across):
        yield Flow(frame, tuple(map(tuple, columns[first : first + across])), wide)


def _fill(
    heights: Sequence[float], tall: float, held: Callable[[int], bool], head: Callable[[int], float]
) -> list[list[tuple[int, float]]]:
    columns: list[list[tuple[int, float]]] = [[]]
    y = head(0) if heights else 0.0
    for number, height in enumerate(heights):
        needed, last = height, number
        while held(last) and last + 1 < len(heights):
            last += 1
            needed += heights[last]
        if columns[-1] and y + needed > tall:
            columns.append([])
            y = head(number)
        columns[-1].append((number, y))
        y += height
    return columns
