"""Pages set in two columns: the left one is read before the right one.

Two fields on some lines, or a table without rules, must not be taken for columns: both halves of most lines are text.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from planskg.reading.pdf.lines import Line, make_lines

LEAST_LINES = 10
LEAST_GLYPHS = 8
"""In either half of a line."""
SHARE = 0.6
"""Of the lines of a page that has two columns."""
MIDDLE = (0.4, 0.6)
"""Of the width: where the blank between the columns may be."""
STEP = 2


def in_columns(lines: Sequence[Line]) -> list[Line]:
    """Return the lines of a page in reading order, those of two columns parted."""
    if len(lines) < LEAST_LINES:
        return list(lines)
    width = lines[0].column[1]
    places = range(round(MIDDLE[0] * width), round(MIDDLE[1] * width), STEP)
    counts = {x: sum(_has_halves(line, x) for line in lines) for x in places}
    gutter = max(counts, key=lambda x: (counts[x], -abs(x - width / 2)), default=0)
    if counts.get(gutter, 0) < max(LEAST_LINES, SHARE * len(lines)):
        return list(lines)
    return list(_parted(lines, gutter))


def _is_clear(line: Line, x: float) -> bool:
    return all(glyph.x1 < x - line.size / 4 or glyph.x0 > x + line.size / 4 for glyph in line.ink)


def _has_halves(line: Line, x: float) -> bool:
    before = sum(glyph.x1 < x for glyph in line.ink)
    return _is_clear(line, x) and min(before, len(line.ink) - before) >= LEAST_GLYPHS


def _parted(lines: Sequence[Line], gutter: int) -> Iterator[Line]:
    """Yield what runs over both columns where it stands, and of what stands between the left column first."""
    for is_clear, group in groupby(lines, key=lambda line: _is_clear(line, gutter)):
        held = list(group)
        if not is_clear:
            yield from held
            continue
        glyphs = [glyph for line in held for glyph in line.glyphs]
        page, (begin, end) = held[0].page, held[0].column
        yield from make_lines([glyph for glyph in glyphs if glyph.x0 < gutter], page, (begin, gutter))
        yield from make_lines([glyph for glyph in glyphs if glyph.x0 >= gutter], page, (gutter, end))
