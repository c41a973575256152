"""Tables with level rules alone (三线表): what stands between is parted into columns by the blanks that run down.

指标        单位    2022年   2023年      between two rules: the header
粮食产量    万吨     30.08     32.2      below the second, each line or each rule a row
"""

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from planskg.reading.pdf.lines import Line, make_lines
from planskg.reading.pdf.pages import Glyph, Rule
from planskg.reading.pdf.rulings import SNAP, Frame, level_lines

LEAST_RULES = 3
FIELD_GAP = 0.8
"""Of the size: what parts two fields of a line."""
PARTED = 0.6
"""The share of lines that have several fields; text between two rules has none."""

Stretch = tuple[float, float]


def find_open_frames(rules: Sequence[Rule], frames: Sequence[Frame], glyphs: Sequence[Glyph]) -> list[Frame]:
    """Return the frames that three or more level rules of one length make with the text between them."""
    free = [line for line in level_lines(rules) if not any(_inside(line.place, line.start, frame) for frame in frames)]
    found = []
    ends = sorted(free, key=lambda line: (round(line.start / SNAP), round(line.end / SNAP), line.place))
    for _, same in groupby(ends, key=lambda line: (round(line.start / SNAP), round(line.end / SNAP))):
        across = list(same)
        if len(across) >= LEAST_RULES:
            frame = _frame([line.place for line in across], (across[0].start, across[0].end), glyphs)
            found += [frame] if frame else []
    return found


def _inside(y: float, x: float, frame: Frame) -> bool:
    return frame.ys[0] - SNAP <= y <= frame.ys[-1] + SNAP and frame.xs[0] - SNAP <= x <= frame.xs[-1] + SNAP


def _frame(ys: list[float], width: Stretch, glyphs: Sequence[Glyph]) -> Frame | None:
    lines = make_lines(glyph for glyph in glyphs if _between(glyph, ys, width))
    body = [line for line in lines if line.base > ys[1]]
    if not body or sum(len(_fields(line)) > 1 for line in body) < PARTED * len(body):
        return None
    xs = _columns([field for line in body for field in _fields(line)], width)
    head = [line for line in lines if line.base <= ys[1]]
    spans = any(len(_slots(field, xs)) > 1 for line in head for field in _fields(line))
    rows = _row_edges(head if spans else [], ys[0], ys[1])
    rows += ys[1:] if len(ys) > LEAST_RULES else _row_edges(body, ys[1], ys[2])
    rows = sorted({ys[0], *rows, ys[-1]})
    return Frame(tuple(xs), tuple(rows), tuple(_numbers(rows, xs, lines))) if len(xs) > 2 else None


def _between(glyph: Glyph, ys: list[float], width: Stretch) -> bool:
    x, y = glyph.middle
    return ys[0] < y < ys[-1] and width[0] <= x <= width[1]


def _fields(line: Line) -> list[Stretch]:
    """Return where the fields of a line start and end."""
    fields = [(line.ink[0].x0, line.ink[0].x1)]
    for glyph in line.ink[1:]:
        start, end = fields[-1]
        if glyph.x0 - end > FIELD_GAP * line.size:
            fields.append((glyph.x0, glyph.x1))
        else:
            fields[-1] = (start, max(end, glyph.x1))
    return fields


def _columns(fields: list[Stretch], width: Stretch) -> list[float]:
    """Return where columns part: in the middle of each blank that no field reaches into."""
    edges, reached = [width[0]], min(start for start, _ in fields)
    for start, end in sorted(fields):
        if start > reached + SNAP:
            edges.append((reached + start) / 2)
        reached = max(reached, end)
    return [*edges, width[1]]


def _row_edges(lines: list[Line], top: float, bottom: float) -> list[float]:
    return [top, *(one.base + (then.base - then.size - one.base) / 2 for one, then in pairwise(lines)), bottom]


def _slots(field: Stretch, xs: Sequence[float]) -> list[int]:
    """Return the columns that a field reaches into."""
    return [
        index for index, (left, right) in enumerate(pairwise(xs)) if min(field[1], right) - max(field[0], left) > SNAP
    ]


def _numbers(rows: Sequence[float], xs: Sequence[float], lines: list[Line]) -> Iterator[tuple[int, ...]]:
    """Yield for each row the numbers of its cells: one for the columns that one field reaches into."""
    width = len(xs) - 1
    for row, (top, bottom) in enumerate(pairwise(rows)):
        numbers = [row * width + column for column in range(width)]
        for line in (line for line in lines if top < line.base - 0.36 * line.size <= bottom):
            for slots in (_slots(field, xs) for field in _fields(line)):
                for slot in slots:
                    numbers[slot] = numbers[slots[0]]
        yield tuple(numbers)
