"""What a page carries beside its text: headers, footers, page numbers, and the notes at its foot."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise

from planskg.reading.pdf.lines import Line

BAND = 0.14
"""The part of a page's height, above and below, in which headers and footers stand."""
EDGE = 0.07
"""No body reaches so far; a bare number that does is the page's."""
LOOSEST = 2.2
"""Of the body's size: no lines are set further apart."""
DEEPEST = 3
"""How many lines a header or a footer has at most."""
SHARE = 0.3
"""The share of pages that repeat a header; those of odd and of even pages may differ."""
NEAR = 6.0
"""Points."""
OTHER_SIZE = 0.08
APART, SMALL_APART = 1.3, 0.9
"""Of the usual distance between lines: how far a header of the body's size, or of another, stands from the body."""

DASHES = r"[-—–－―·•~～]*"
PAGE_NUMBER = re.compile(
    rf"{DASHES}(?:第?(?:\d{{1,3}}|[ivxl]{{1,6}})页?|第[一二三四五六七八九十百]+页)"
    rf"(?:(?:[/／,，]共?|共)\d{{1,3}}页?)?{DASHES}"
)
BARE = re.compile(r"\d{1,3}")
# 单位：亿元 stands above each part of a table that goes on, and is no header.
SAID = re.compile(r"单位[:：]")


def strip_furniture(pages: Sequence[list[Line]], heights: Sequence[float]) -> list[list[Line]]:
    """Return each page's lines without its headers, footers and page numbers."""
    kept = [list(lines) for lines in pages]
    body = body_size(pages)
    distance = min(_usual_distance(pages), LOOSEST * body)
    for start in (0, -1) * DEEPEST:
        gone = _page_numbers(kept, heights, start)
        for same in _repeated(kept, heights, start):
            # A page that is full to the brim may bring its last line near to a footer.
            if 2 * sum(_is_apart(line, kept[line.page], body, distance, start) for line in same) > len(same):
                gone |= {id(line) for line in same}
        kept = [[line for line in lines if id(line) not in gone] for lines in kept]
    return kept


def _is_apart(line: Line, lines: list[Line], body: float, distance: float, start: int) -> bool:
    least = APART if abs(line.size - body) <= OTHER_SIZE * body else SMALL_APART
    return _inward(line, lines, start) > least * distance


def _usual_distance(pages: Sequence[list[Line]]) -> float:
    """Return the distance at which most lines follow each other."""
    steps = Counter(round(then.base - line.base) for lines in pages for line, then in pairwise(lines))
    return max(steps, key=lambda step: (steps[step], step), default=0)


def _inward(line: Line, lines: list[Line], start: int) -> float:
    """Return how far a line near an edge is from the next one inward."""
    bases = [
        other.base for other in lines if (other.base > line.base + 1 if start == 0 else other.base < line.base - 1)
    ]
    return min((abs(base - line.base) for base in bases), default=float("inf"))


def _depth(line: Line, height: float, start: int) -> float:
    """Return how far a line is from the upper (0) or lower (-1) edge, as a part of the height."""
    return line.base / height if start == 0 else 1 - line.base / height


def _page_numbers(pages: Sequence[list[Line]], heights: Sequence[float], start: int) -> set[int]:
    found: list[tuple[Line, float]] = []
    for lines, height in zip(pages, heights, strict=True):
        if lines and _depth(lines[start], height, start) < BAND and PAGE_NUMBER.fullmatch(_squeezed(lines[start])):
            found.append((lines[start], _depth(lines[start], height, start)))
    return {id(line) for line, depth in found if _is_number(line, depth, [other for other, _ in found])}


def _is_number(line: Line, depth: float, others: list[Line]) -> bool:
    """Tell whether what reads like a page number is one: adorned, in the margin, or at one height on several pages."""
    level = sum(abs(line.base - other.base) < NEAR for other in others) > 1
    return not BARE.fullmatch(_squeezed(line)) or depth < EDGE or level


def _repeated(pages: Sequence[list[Line]], heights: Sequence[float], start: int) -> list[list[Line]]:
    """Return the lines at an edge that several pages have, whatever their digits, by what they say."""
    found: defaultdict[str, list[Line]] = defaultdict(list)
    for lines, height in zip(pages, heights, strict=True):
        for line in _edge(lines, height, start):
            found[_key(line)].append(line)
    least = max(2, SHARE * len(pages))
    several = [same for same in found.values() if len({line.page for line in same}) >= least]
    return [same for same in several if not SAID.search(same[0].words)]


def _edge(lines: list[Line], height: float, start: int) -> list[Line]:
    outermost = lines[:DEEPEST] if start == 0 else lines[-DEEPEST:]
    return [line for line in outermost if _depth(line, height, start) < BAND]


def _key(line: Line) -> str:
    return re.sub(r"\d+", "#", _squeezed(line))


def _squeezed(line: Line) -> str:
    return "".join(line.words.split())


def body_size(pages: Sequence[list[Line]]) -> float:
    """Return the size in which most of the text is set."""
    sizes = Counter[float]()
    for line in (line for lines in pages for line in lines):
        sizes[line.size] += len(line.ink)
    return max(sizes, key=lambda size: (sizes[size], size), default=0.0)
