"""From rules to frames: which slots of a grid the lines of a page wall off from each other."""

from bisect import bisect
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, product

from planskg.reading.pdf.pages import Glyph, Rule

SNAP = 3.0
"""Points: rules that are no further apart are one (a double border, two cells' borders side by side)."""
SHORT = 8.0
"""Points: what is shorter, once its pieces are joined, is a dash or a mark."""
MOST_CROSSINGS = 50_000
"""A page with more lines is a drawing."""

Span = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Frame:
    """A grid of lines: where its columns and rows part, and which cell each slot belongs to."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    cells: tuple[tuple[int, ...], ...]
    """A number for each slot, by row; slots with no line between them have one number."""

    @property
    def has_columns(self) -> bool:
        """Tell whether any row has two cells; a frame without is a box around paragraphs."""
        return any(len(set(row)) > 1 for row in self.cells)

    def cell_at(self, glyph: Glyph) -> int | None:
        """Return the cell that a glyph stands in, None outside."""
        x, y = glyph.middle
        if not (self.xs[0] <= x <= self.xs[-1] and self.ys[0] <= y <= self.ys[-1]):
            return None
        column, row = bisect(self.xs, x, hi=len(self.xs) - 1) - 1, bisect(self.ys, y, hi=len(self.ys) - 1) - 1
        return self.cells[row][column]

    @property
    def area(self) -> float:
        """In square points."""
        return (self.xs[-1] - self.xs[0]) * (self.ys[-1] - self.ys[0])


@dataclass(frozen=True, slots=True)
class _Line:
    """A rule at a place across its direction, from one end to the other."""

    place: float
    start: float
    end: float

    def meets(self, other: "_Line") -> bool:
        """Tell whether a line of the other direction touches this one."""
        across = self.start - SNAP <= other.place <= self.end + SNAP
        return across and other.start - SNAP <= self.place <= other.end + SNAP


def find_frames(rules: Sequence[Rule]) -> list[Frame]:
    """Return the frames that the rules of a page make, the smaller first."""
    level, upright = level_lines(rules), _lines((rule.x0, rule.top, rule.bottom) for rule in rules)
    if len(level) * len(upright) > MOST_CROSSINGS:
        return []
    frames = [_frame(across, down) for across, down in _connected(level, upright)]
    return sorted((frame for frame in frames if frame), key=lambda frame: (frame.area, frame.ys, frame.xs))


def level_lines(rules: Iterable[Rule]) -> list[_Line]:
    """Return the level lines that rules make, from the top."""
    return _lines((rule.top, rule.x0, rule.x1) for rule in rules)


def _lines(spans: Iterable[tuple[float, float, float]]) -> list[_Line]:
    """Return the lines of one direction: their pieces (place, start, end) joined, what is short left out."""
    found = []
    pieces = sorted(span for span in spans if span[2] - span[1] > 0.5)
    for places in _clusters(pieces):
        place = sum(piece[0] for piece in places) / len(places)
        found += [_Line(place, start, end) for start, end in _merged(piece[1:] for piece in places)]
    return [line for line in found if line.end - line.start >= SHORT]


def _clusters(pieces: list[tuple[float, float, float]]) -> Iterator[list[tuple[float, float, float]]]:
    cluster: list[tuple[float, float, float]] = []
    for piece in pieces:
        if cluster and piece[0] - cluster[0][0] > SNAP:
            yield cluster
            cluster = []
        cluster.append(piece)
    if cluster:
        yield cluster


def _merged(spans: Iterable[Span]) -> Iterator[Span]:
    begin, stop = None, 0.0
    for start, end in sorted(spans):
        if begin is None:
            begin, stop = start, end
        elif start <= stop + SNAP:
            stop = max(stop, end)
        else:
            yield begin, stop
            begin, stop = start, end
    if begin is not None:
        yield begin, stop


def _connected(level: list[_Line], upright: list[_Line]) -> Iterator[tuple[list[_Line], list[_Line]]]:
    """Yield the groups of lines that touch each other."""
    owner = {id(line): index for index, line in enumerate((*level, *upright))}
    groups = {index: [line] for index, line in enumerate((*level, *upright))}
    for across in level:
        for down in upright:
            one, other = owner[id(across)], owner[id(down)]
            if one != other and across.meets(down):
                small, large = sorted((one, other), key=lambda index: len(groups[index]))
                for line in groups[small]:
                    owner[id(line)] = large
                groups[large] += groups.pop(small)
    is_level = {id(line) for line in level}
    for group in groups.values():
        yield [line for line in group if id(line) in is_level], [line for line in group if id(line) not in is_level]


def _frame(level: list[_Line], upright: list[_Line]) -> Frame | None:
    """Return the frame of lines that touch each other; sides that are left open close where the lines end."""
    if not level or not upright:
        return None
    xs = _edges([line.place for line in upright], [end for line in level for end in (line.start, line.end)])
    ys = _edges([line.place for line in level], [end for line in upright for end in (line.start, line.end)])
    if len(xs) < 2 or len(ys) < 2:
        return None
    return Frame(xs, ys, _cells(xs, ys, _by_place(level, ys), _by_place(upright, xs)))


def _edges(places: list[float], ends: list[float]) -> tuple[float, ...]:
    outer = [end for end in (min(ends), max(ends)) if all(abs(end - place) > 2 * SNAP for place in places)]
    distinct: list[float] = []
    for place in sorted((*places, *outer)):
        if not distinct or place - distinct[-1] > SNAP:
            distinct.append(place)
    return tuple(distinct)


def _by_place(lines: list[_Line], places: Sequence[float]) -> dict[int, list[_Line]]:
    found: defaultdict[int, list[_Line]] = defaultdict(list)
    for line in lines:
        found[min(range(len(places)), key=lambda index: abs(places[index] - line.place))].append(line)
    return found


def _cells(
    xs: tuple[float, ...], ys: tuple[float, ...], level: dict[int, list[_Line]], upright: dict[int, list[_Line]]
) -> tuple[tuple[int, ...], ...]:
    """Return the number of each slot's cell: it spreads to the right and down until there is a wall."""
    columns, rows = len(xs) - 1, len(ys) - 1
    across = [(left + right) / 2 for left, right in pairwise(xs)]
    down = [(top + bottom) / 2 for top, bottom in pairwise(ys)]
    # Slots by which two neighbours are known to be open to each other: the upper or the left one of the two.
    below = {
        (row, column)
        for row in range(rows - 1)
        for column in range(columns)
        if not _walled(level, row + 1, across[column])
    }
    beside = {
        (row, column)
        for row in range(rows)
        for column in range(columns - 1)
        if not _walled(upright, column + 1, down[row])
    }
    numbers: dict[tuple[int, int], int] = {}
    for count, slot in enumerate(product(range(rows), range(columns))):
        spreading = [] if slot in numbers else [slot]
        while spreading:
            row, column = spreading.pop()
            numbers[row, column] = count
            steps = (
                ((row + 1, column), (row, column) in below),
                ((row - 1, column), (row - 1, column) in below),
                ((row, column + 1), (row, column) in beside),
                ((row, column - 1), (row, column - 1) in beside),
            )
            spreading += [step for step, is_open in steps if is_open and step not in numbers]
    return tuple(tuple(numbers[row, column] for column in range(columns)) for row in range(rows))


def _walled(lines: dict[int, list[_Line]], index: int, place: float) -> bool:
    return any(line.start <= place <= line.end for line in lines.get(index, ()))
