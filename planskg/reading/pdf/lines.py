"""From glyphs to lines: what stands on one baseline, with its footnote marks, and the words that it spells."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from statistics import median_low

from planskg.reading.pdf.pages import Glyph

SAME_BASE = 0.25
"""Of the size: two fonts on one line may differ by a hair."""
SMALL = 0.9
"""A mark is set no larger than this part of the line."""
RAISED = 0.15
SHIFTED = 0.6
"""Of the size: how far a mark stands above or below the line at least, and at most."""
WORD_GAP = 0.2
FIELD_GAP = 1.8
"""Of the size, beside what is usual in the line: what parts two words, or two fields (a signature and its date)."""

LATIN = re.compile(r"[!-~]")
MARK = re.compile(r"[\d\[\]［］〔〕()（）*＊①-⑳]")
UNIT = re.compile(r"(?<![A-Za-z])[kcdmh]?m$")
POWERS = {"2": "²", "3": "³"}


@dataclass(slots=True)
class Line:
    """Glyphs on one baseline, from the left; points, y downwards. The margins are of the column that it stands in."""

    glyphs: list[Glyph]
    size: float
    base: float
    page: int = 0
    column: tuple[int, int] = (0, 0)
    """From where to where the box or the page reaches that it stands in."""
    left: float = 0.0
    right: float = 0.0
    ink: list[Glyph] = field(init=False)
    """The glyphs that are no blanks."""

    def __post_init__(self) -> None:
        self.glyphs.sort(key=lambda glyph: (glyph.x0, glyph.x1, glyph.text))
        self.ink = [glyph for glyph in self.glyphs if not glyph.text.isspace()]

    @property
    def x0(self) -> float:
        """Where its first word starts."""
        return self.ink[0].x0

    @property
    def x1(self) -> float:
        """Where its last word ends."""
        return self.ink[-1].x1

    @property
    def words(self) -> str:
        """What the line says, its footnote marks as ［1］."""
        return _spell(self).strip()


def make_lines(glyphs: Iterable[Glyph], page: int = 0, column: tuple[int, int] = (0, 0)) -> list[Line]:
    """Return the lines that glyphs stand on, from the top."""
    rows: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda glyph: (glyph.base, glyph.x0)):
        if rows and glyph.base - rows[-1][0].base <= SAME_BASE * min(glyph.size, rows[-1][0].size):
            rows[-1].append(glyph)
        else:
            rows.append([glyph])
    lines = [_line(row, page, column) for row in rows if any(not glyph.text.isspace() for glyph in row)]
    return _with_marks(lines)


def _line(glyphs: list[Glyph], page: int, column: tuple[int, int]) -> Line:
    sizes = Counter(glyph.size for glyph in glyphs if not glyph.text.isspace())
    size = max(sizes, key=lambda size: (sizes[size], size))
    bases = Counter(glyph.base for glyph in glyphs if glyph.size == size)
    return Line(glyphs, size, max(bases, key=lambda base: (bases[base], base)), page, column)


def _with_marks(lines: list[Line]) -> list[Line]:
    """Return the lines, those of raised or lowered marks merged into the line that they belong to."""
    merged: list[Line] = []
    for line in lines:
        while merged and _is_mark_of(merged[-1], line):
            line = replace(line, glyphs=merged.pop().glyphs + line.glyphs)
        if merged and _is_mark_of(line, merged[-1]):
            line = replace(merged[-1], glyphs=merged.pop().glyphs + line.glyphs)
        merged.append(line)
    return merged


def _is_mark_of(mark: Line, host: Line) -> bool:
    beside = host.x0 - host.size <= mark.x0 and mark.x1 <= host.x1 + 2 * host.size
    return mark.size <= SMALL * host.size and abs(mark.base - host.base) <= SHIFTED * host.size and beside


def _spell(line: Line) -> str:
    spelt, raised, spread = "", "", _usual_gap(line)
    for previous, glyph in pairwise([None, *line.glyphs]):
        assert glyph is not None
        if _is_raised(glyph, line):
            raised += glyph.text
            continue
        spelt += _as_mark(spelt, raised)
        raised = ""
        spelt += (" " if previous and _parted(previous, glyph, line.size, spread) else "") + glyph.text
    return spelt + _as_mark(spelt, raised)


def _usual_gap(line: Line) -> float:
    """Return the space between most characters of a line: a line may be spread to fill its place."""
    gaps = [glyph.x0 - previous.x1 for previous, glyph in pairwise(line.ink)]
    return max(0.0, median_low(gaps)) if len(gaps) > 1 else 0.0


def _is_raised(glyph: Glyph, line: Line) -> bool:
    high = line.base - glyph.base > RAISED * line.size and glyph.size <= SMALL * line.size
    return high and bool(MARK.fullmatch(glyph.text))


def _as_mark(before: str, raised: str) -> str:
    """Return raised characters so that no number before them swallows them: 7%［1］, km²."""
    digits = raised.strip("[]［］〔〕()（）")
    if digits in POWERS and UNIT.search(before):
        return POWERS[digits]
    return f"［{digits}］" if digits.isdecimal() else raised


def _parted(previous: Glyph, glyph: Glyph, size: float, spread: float) -> bool:
    if previous.text.isspace() or glyph.text.isspace():
        return False
    latin = LATIN.match(previous.text[-1]) and LATIN.match(glyph.text)
    return glyph.x0 - previous.x1 - spread > (WORD_GAP if latin else FIELD_GAP) * size


def join_words(pieces: Sequence[str], parted: Iterable[bool] = ()) -> str:
    """Return the words of lines that follow each other as one; `parted` tells where two numbers are two."""
    whole = ""
    gaps = iter(parted)
    for piece in pieces:
        whole = _joined(whole, piece, next(gaps, False) if whole else False)
    return whole


def _joined(before: str, after: str, parted: bool) -> str:
    if re.search(r"[a-z]-$", before) and re.match(r"[a-z]", after):
        return before[:-1] + after
    latin = re.search(r"[A-Za-z,.;:)]$", before) and re.match(r"[A-Za-z(]", after)
    numbers = parted and re.search(r"[\d.%]$", before) and re.match(r"[-\d.]", after)
    return before + (" " if latin or numbers else "") + after
