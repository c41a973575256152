"""The reading order of a document: each page's lines and tables, a table that runs over pages as one."""

import re
from collections import defaultdict
from collections.abc import Sequence

from planskg.reading.pdf.columns import in_columns
from planskg.reading.pdf.lines import Line, make_lines
from planskg.reading.pdf.open_tables import find_open_frames
from planskg.reading.pdf.pages import Glyph, Page
from planskg.reading.pdf.paragraphs import set_margins
from planskg.reading.pdf.rulings import Frame, find_frames
from planskg.reading.pdf.tables import Part, follows, join_parts, make_part

CONTINUED = re.compile(r"[（(]?[续接][上前]?[表页]?\d*[）)]?|.{0,40}[（(]续[表上]?\d*[）)]")
CAPTION = 4
"""How many lines above a table may be printed again above its next part."""


def lay_out(page: Page, number: int) -> tuple[list[Line], list[Part]]:
    """Return a page's lines, from the top, and its tables; what stands in a table is no line."""
    parts: list[Part] = []
    boxes: list[Frame] = []
    free = list(page.glyphs)
    closed = find_frames(page.rules)
    for frame in (*closed, *find_open_frames(page.rules, closed, page.glyphs)):
        if part := make_part(frame, free, number):
            parts.append(part)
            free = [glyph for glyph in free if frame.cell_at(glyph) is None]
        elif not frame.has_columns:
            boxes.append(frame)
    return _lines(free, boxes, page.width, number), parts


def _lines(glyphs: list[Glyph], boxes: list[Frame], width: float, number: int) -> list[Line]:
    """Return the lines of a page: those in a box, a column of its own, and those outside."""
    held: defaultdict[tuple[int, int], list[Glyph]] = defaultdict(list)
    for glyph in glyphs:
        box = next((box for box in boxes if box.cell_at(glyph) is not None), None)
        held[(round(box.xs[0]), round(box.xs[-1])) if box else (0, round(width))].append(glyph)
    lines = [line for column, inside in held.items() for line in make_lines(inside, number, column)]
    lines.sort(key=lambda line: (line.base, line.x0))
    return lines if boxes else in_columns(lines)


def align(pages: Sequence[list[Line]]) -> None:
    """Give each line the margins of its column: pages and boxes of one width have the same, page after page."""
    columns: defaultdict[tuple[int, int], list[list[Line]]] = defaultdict(list)
    for lines in pages:
        for column in sorted({line.column for line in lines}):
            columns[column].append([line for line in lines if line.column == column])
    for same in columns.values():
        set_margins(same)


def flow(pages: Sequence[list[Line]], tables: Sequence[list[Part]]) -> list[Line | Part]:
    """Return lines and tables in reading order."""
    items: list[Line | Part] = []
    for lines, parts in zip(pages, tables, strict=True):
        waiting = sorted(parts, key=lambda part: part.top)
        for line in lines:
            while waiting and waiting[0].top < line.base:
                items.append(waiting.pop(0))
            items.append(line)
        items += waiting
    return items


def join_tables(items: Sequence[Line | Part]) -> list[Line | Part]:
    """Return the items, the parts of a table joined; a caption that is printed again between them goes."""
    joined: list[Line | Part] = []
    place = 0
    first: Part | None = None
    for item in items:
        if not isinstance(item, Part):
            joined.append(item)
            continue
        if first and follows(first, item) and _only_captions(joined, place):
            first = join_parts(first, item)
            joined[place:] = [first]
        else:
            place, first = len(joined), item
            joined.append(item)
    return joined


def _only_captions(items: Sequence[Line | Part], place: int) -> bool:
    """Tell whether nothing stands behind a table but what stands above it too, or says that it goes on."""
    said = {item.words for item in items[max(0, place - CAPTION) : place] if isinstance(item, Line)}
    behind = [item.words for item in items[place + 1 :] if isinstance(item, Line)]
    return all(words in said or CONTINUED.fullmatch(words) for words in behind)
