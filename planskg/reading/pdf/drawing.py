"""What a PDF draws on each page: its characters and its straight rules, as JSON. Run as a program, apart from planskg.

PDFium takes files from strangers and cannot be stopped from within: it gets a process of its own, with bounds in memory
and time, that can die alone. It reads the file from standard input. A page is turned the way that most of its
characters stand, what stands another way is left out, and y counts from the top.
"""

import ctypes
import itertools
import json
import math
import os
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as raw

MOST_PAGES = 1_000
MOST_MARKS = 1_000_000
"""Characters and rules together, in a document; a plan of 80 pages has some 60,000."""
DEEPEST = 8
"""How far forms within forms are followed for rules; producers nest two or three."""
THIN = 3.0
"""Points. A filled box that is no wider is a rule; a wider one is the shade behind a cell."""
FARTHEST = 20_000.0
"""Points; the format's own limit to a page is 14,400."""
FONTS = Path(__file__).with_name("fonts")
"""One font of boxes (tests/box_font.py makes it), for what a document names and does not hold."""
UNKNOWN = "\ufffd"
HYPHEN = 2
"""PDFium's sign for a hyphen at the end of a line."""
BLANKS = (9, 10, 13)

Point = tuple[float, float]
Matrix = tuple[float, float, float, float, float, float]
Rule = tuple[float, float, float, float]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


class Refused(Exception):
    """The document cannot be read; the reason is for the person at the keyboard."""


class Style(NamedTuple):
    """What the characters of one text object share."""

    size: float
    quarter: int | None
    """How many quarter turns to the left the characters stand; None is slanted or mirrored."""
    hidden: bool


class Mark(NamedTuple):
    """A character as PDFium places it, y upwards."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    origin: Point
    style: Style


def main(memory: int) -> None:
    """Write the pages of the PDF on standard input, or why there are none."""
    _bound(memory)
    _use_fonts(FONTS)
    try:
        answer = {"pages": list(_read_pages(sys.stdin.buffer.read()))}
    except Refused as refused:
        answer = {"refused": str(refused)}  # type: ignore[dict-item]
    sys.stdout.write(json.dumps(answer))


def _bound(memory: int) -> None:
    try:
        import resource
    except ImportError:  # Windows has none; the time is bounded from outside
        return
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _use_fonts(folder: Path) -> None:
    """Let PDFium know the fonts of a folder and none of the machine's.

    It leaves out characters whose shape it does not know, where they stand alone or turned; with a box for each, a
    document that only names its fonts reads the same on a machine with Chinese fonts and on one without.
    """
    paths = (ctypes.c_char_p * 2)(os.fsencode(folder), None)
    config = raw.FPDF_LIBRARY_CONFIG(version=2)
    config.m_pUserFontPaths = ctypes.cast(paths, type(config.m_pUserFontPaths))
    raw.FPDF_DestroyLibrary()  # which pypdfium2 has opened with the machine's fonts
    raw.FPDF_InitLibraryWithConfig(config)


def _read_pages(data: bytes) -> Iterator[dict[str, Any]]:
    document = _open(data)
    if not 0 < len(document) <= MOST_PAGES:
        raise Refused(f"has {len(document)} pages; 1 to {MOST_PAGES} can be read" if len(document) else "has no pages")
    left = MOST_MARKS
    for number in range(len(document)):
        try:
            page = document[number]
        except pdfium.PdfiumError:
            raise Refused(f"is damaged: page {number + 1} cannot be loaded") from None
        marks = list(itertools.islice(_marks(page), left))
        rules = list(itertools.islice(_rules(page, IDENTITY, DEEPEST), left))
        left -= len(marks) + len(rules)
        marks = [mark for mark in marks if _is_near(mark.left, mark.bottom, mark.right, mark.top, *mark.origin)]
        rules = [rule for rule in rules if _is_near(*rule)]
        if left <= 0:
            raise Refused(f"draws more than {MOST_MARKS} characters and lines")
        yield _upright(page.get_bbox(), marks, rules)
        page.close()


def _is_near(*places: float) -> bool:
    """Tell whether all places are on a page that can be printed; not a number is none."""
    return all(abs(place) < FARTHEST for place in places)


def _open(data: bytes) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if error.err_code == raw.FPDF_ERR_PASSWORD:
            raise Refused("is locked with a password; save a copy without one") from None
        if error.err_code == raw.FPDF_ERR_SECURITY:
            raise Refused("is encrypted in a way that is not known; save a copy without encryption") from None
        raise Refused("is damaged, or no PDF") from None


# -- Characters --------------------------------------------------------------------------------------------------------


def _marks(page: pdfium.PdfPage) -> Iterator[Mark]:
    text = raw.FPDFText_LoadPage(page)
    styles: dict[int, Style] = {}
    box, x, y = raw.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    for index in range(raw.FPDFText_CountChars(text)):
        if raw.FPDFText_IsGenerated(text, index) == 1:
            continue
        raw.FPDFText_GetLooseCharBox(text, index, box)
        raw.FPDFText_GetCharOrigin(text, index, x, y)
        owner = raw.FPDFText_GetTextObject(text, index)
        key = ctypes.addressof(owner.contents) if owner else 0
        if key not in styles:
            styles[key] = _style(text, index, owner)
        yield Mark(_character(text, index), box.left, box.bottom, box.right, box.top, (x.value, y.value), styles[key])
    raw.FPDFText_ClosePage(text)


def _character(text: Any, index: int) -> str:
    code = raw.FPDFText_GetUnicode(text, index)
    if code == HYPHEN:
        return "-"
    if code in BLANKS:
        return " "
    known = code >= 32 and not 0xD800 <= code < 0xE000 and raw.FPDFText_HasUnicodeMapError(text, index) != 1
    return chr(code) if known else UNKNOWN


def _style(text: Any, index: int, owner: Any) -> Style:
    matrix = raw.FS_MATRIX()
    raw.FPDFText_GetMatrix(text, index, matrix)
    hidden = bool(owner) and raw.FPDFTextObj_GetTextRenderMode(owner) == raw.FPDF_TEXTRENDERMODE_INVISIBLE
    size = raw.FPDFText_GetFontSize(text, index) * math.hypot(matrix.c, matrix.d)
    return Style(size, _quarter(matrix.a, matrix.b, matrix.c, matrix.d), hidden)


def _quarter(a: float, b: float, c: float, d: float) -> int | None:
    """Return the quarter turns of a matrix; slanted letters (c) are an italic, a slanted line (b) is a stamp."""
    turns = math.atan2(b, a) / (math.pi / 2)
    straight = abs(turns - round(turns)) < 0.03 and a * d - b * c > 0
    return round(turns) % 4 if straight else None


# -- Rules -------------------------------------------------------------------------------------------------------------


def _rules(holder: Any, matrix: Matrix, depth: int) -> Iterator[Rule]:
    """Yield the straight lines, level or upright, of a page or a form."""
    within = isinstance(holder, pdfium.PdfPage)
    count, get = (
        (raw.FPDFPage_CountObjects, raw.FPDFPage_GetObject)
        if within
        else (raw.FPDFFormObj_CountObjects, raw.FPDFFormObj_GetObject)
    )
    for index in range(count(holder)):
        drawn = get(holder, index)
        kind = raw.FPDFPageObj_GetType(drawn)
        if kind == raw.FPDF_PAGEOBJ_PATH:
            yield from _path_rules(drawn, _times(_matrix(drawn), matrix))
        elif kind == raw.FPDF_PAGEOBJ_FORM and depth:
            yield from _rules(drawn, _times(_matrix(drawn), matrix), depth - 1)


def _path_rules(path: Any, matrix: Matrix) -> Iterator[Rule]:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(path, fill, stroke)
    for points in _outlines(path, matrix):
        if stroke.value:
            yield from filter(_is_straight, itertools.starmap(_rule, itertools.pairwise(points)))
        elif fill.value:
            left, right = min(x for x, _ in points), max(x for x, _ in points)
            low, high = min(y for _, y in points), max(y for _, y in points)
            if min(right - left, high - low) <= THIN:
                yield _midline(left, low, right, high)


def _outlines(path: Any, matrix: Matrix) -> Iterator[list[Point]]:
    """Yield the corners of each outline of a path; curves count as what joins their ends."""
    points: list[Point] = []
    x, y = ctypes.c_float(), ctypes.c_float()
    for index in range(raw.FPDFPath_CountSegments(path)):
        segment = raw.FPDFPath_GetPathSegment(path, index)
        if raw.FPDFPathSegment_GetType(segment) == raw.FPDF_SEGMENT_MOVETO and points:
            yield points
            points = []
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        points.append(_apply(matrix, (x.value, y.value)))
        if raw.FPDFPathSegment_GetClose(segment):
            points.append(points[0])
    if points:
        yield points


def _rule(start: Point, end: Point) -> Rule:
    return (min(start[0], end[0]), min(start[1], end[1]), max(start[0], end[0]), max(start[1], end[1]))


def _is_straight(rule: Rule) -> bool:
    return min(rule[2] - rule[0], rule[3] - rule[1]) < 0.5


def _midline(left: float, low: float, right: float, high: float) -> Rule:
    if right - left > high - low:
        return (left, (low + high) / 2, right, (low + high) / 2)
    return ((left + right) / 2, low, (left + right) / 2, high)


def _matrix(drawn: Any) -> Matrix:
    found = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(drawn, found)
    return (found.a, found.b, found.c, found.d, found.e, found.f)


def _times(first: Matrix, then: Matrix) -> Matrix:
    a, b, c, d, e, f = first
    p, q, r, s, t, u = then
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


def _apply(matrix: Matrix, point: Point) -> Point:
    a, b, c, d, e, f = matrix
    x, y = point
    return (a * x + c * y + e, b * x + d * y + f)


# -- The page as it is looked at ---------------------------------------------------------------------------------------


def _upright(bounds: Rule, marks: list[Mark], rules: list[Rule]) -> dict[str, Any]:
    """Return a page turned the way that most of its characters stand, without those that stand another way."""
    # Text that is drawn for nobody to see is the page itself where a scan was recognised, else a trap for the reader.
    shown = [mark for mark in marks if not mark.style.hidden] or marks
    turns = Counter(mark.style.quarter for mark in shown if mark.style.quarter is not None and mark.text.strip())
    quarter = max(turns, key=lambda turn: (turns[turn], -turn)) if turns else 0
    left, _, right, top = _turned(bounds, quarter)
    return {
        "width": right - left,
        "height": top - _turned(bounds, quarter)[1],
        "glyphs": [_glyph(mark, quarter, left, top) for mark in shown if mark.style.quarter == quarter],
        "rules": [_placed(_turned(rule, quarter), left, top) for rule in rules],
    }


def _glyph(mark: Mark, quarter: int, left: float, top: float) -> tuple[str, float, float, float, float]:
    x0, _, x1, _ = _turned((mark.left, mark.bottom, mark.right, mark.top), quarter)
    _, base, _, _ = _turned((*mark.origin, *mark.origin), quarter)
    return (mark.text, round(x0 - left, 2), round(x1 - left, 2), round(top - base, 2), round(mark.style.size, 2))


def _placed(rule: Rule, left: float, top: float) -> Rule:
    x0, y0, x1, y1 = rule
    return (round(x0 - left, 2), round(top - y1, 2), round(x1 - left, 2), round(top - y0, 2))


def _turned(box: Rule, quarter: int) -> Rule:
    """Return a box turned to the right by quarters around the origin."""
    for _ in range(quarter):
        x0, y0, x1, y1 = box
        box = (y0, -x1, y1, -x0)
    return box


if __name__ == "__main__":
    main(int(sys.argv[1]))
