"""From lines to paragraphs: by indentation, by the space that a line leaves, by size and by distance."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from planskg.reading.pdf.lines import Line, join_words

INDENT = 1.2
"""Of the size: a paragraph opens two characters in; what starts further left starts at the margin."""
OTHER_MARGIN = 1.4
"""Of the size: odd and even pages may differ by less; a page that differs by more has no full line of its own."""
WIDE = 0.6
"""The part of a column that its longest lines fill; shorter ones do not show where it ends."""
MARGIN = 0.15
"""Of the column."""
FAR = 5
"""Of the size: a line that starts further in (a signature, a unit) opens no paragraph."""
LOOSE = 0.6
"""Of the size: what a full line may leave beside the space for the next word."""
OTHER_SIZE = 0.08
APART = 1.25
"""Of the usual distance between two lines of a paragraph."""
TITLE = 1.15
"""Of the body's size: a centred title is set larger, and may have several lines."""

# What cannot be parted at a line end: opening marks, a word or one character, closing marks; and what a quotation mark
# clings to on either side.
PIECE = r"[（(《〈“‘「『【〔［]*(?:[\w.,%+/-]*[A-Za-z\d%]|.)[，。、；：！？）)》〉”’」』】〕］%％…]*"
HEAD = re.compile(rf"{PIECE}(?:(?:(?<=[“”‘’])|(?=[“”‘’])){PIECE})*", re.A)
NUMBERED = re.compile(
    r"[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|第[一二三四五六七八九十]{1,3}[章节条编]"
    r"|\d{1,2}(?:[.．](?!\d)|、)|[（(]\d{1,2}[）)]|——"
)
LISTED = re.compile(r"[•●■◆▪□○◇·➢✓\-–]|\d{1,2}[.．、)）]|[（(]\d{1,2}[）)]|[①-⑳]")
STOPS = ("。", "！", "？", "；", "：")
HANGING = "，。、；：！？”’）》"
NEW_LINE = re.compile(r"——|[（(]?\d{4}年")


def set_margins(columns: Iterable[Sequence[Line]]) -> None:
    """Give each line the margins of its column; the columns are those of one width, page after page."""
    columns = [column for column in columns if column]
    together = [line for column in columns for line in column]
    if not together:
        return
    usual = _margins(together)
    for column in columns:
        size = Counter(line.size for line in column).most_common(1)[0][0]
        own = _margins(column)
        left, right = (
            mine if abs(mine - all_) < OTHER_MARGIN * size else all_ for mine, all_ in zip(own, usual, strict=True)
        )
        for line in column:
            line.left, line.right = left, right


def _margins(lines: Sequence[Line]) -> tuple[float, float]:
    """Return where the lines of a column start and end; where none is long enough to tell, by the column's sides."""
    left, right = _outermost([line.x0 for line in lines]), -_outermost([-_reach(line) for line in lines])
    begin, end = lines[0].column
    mirrored = end - min(left - begin, MARGIN * (end - begin))
    return left, right if right - left > WIDE * (mirrored - left) else max(right, mirrored)


def _reach(line: Line) -> float:
    """Return where a line ends but for a mark that may hang over the margin."""
    return next((glyph.x1 for glyph in reversed(line.ink) if glyph.text not in HANGING), line.x1)


def _outermost(places: list[float]) -> float:
    """Return the least place that is not alone; one line may stick out."""
    places = sorted(places)
    return next((here for here, then in pairwise(places) if then - here < 4), places[0])


def make_paragraphs(lines: Sequence[Line], body: float, usual: dict[float, float]) -> Iterator[str]:
    """Yield the paragraphs that lines make, over pages too; body and usual tell of the whole text."""
    paragraph: list[Line] = []
    for line in lines:
        if paragraph and not _goes_on(paragraph, line, body, usual):
            yield join_words([part.words for part in paragraph])
            paragraph = []
        paragraph.append(line)
    if paragraph:
        yield join_words([part.words for part in paragraph])


def usual_distances(lines: Sequence[Line]) -> dict[float, float]:
    """Return for each size the distance between two lines that surely are of one paragraph."""
    seen: defaultdict[float, Counter[int]] = defaultdict(Counter)
    for before, line in pairwise(lines):
        if before.page == line.page and before.size == line.size and line.base > before.base:
            seen[line.size][round(2 * (line.base - before.base))] += 1 + 9 * (_is_full(before, line) and _at_left(line))
    return {size: max(found, key=lambda step: (found[step], -step)) / 2 for size, found in seen.items()}


def _goes_on(paragraph: list[Line], line: Line, body: float, usual: dict[float, float]) -> bool:
    """Tell whether a paragraph goes on with a line."""
    before = paragraph[-1]
    if before.column != line.column:
        return False
    if abs(line.size - before.size) > OTHER_SIZE * before.size or _is_apart(before, line, usual):
        return False
    if line.size > TITLE * body and line.page == before.page and _is_under(before, line):
        return not NEW_LINE.match(line.words)
    if _is_centred(line) and not _spans(line):
        return False
    if before.x0 - before.left > FAR * before.size or not _is_full(before, line):
        return False
    if NUMBERED.match(line.words) and before.words.endswith(STOPS):
        return False
    return _at_left(line) or _hangs(paragraph, line)


def _is_apart(before: Line, line: Line, usual: dict[float, float]) -> bool:
    distance = line.base - before.base
    return before.page == line.page and distance > APART * usual.get(line.size, distance)


def _spans(line: Line) -> bool:
    return line.x1 - line.x0 > line.right - line.left - 3 * line.size


def _is_centred(line: Line) -> bool:
    before, after = line.x0 - line.left, line.right - line.x1
    return abs(before - after) < line.size and before > -line.size


def _is_under(before: Line, line: Line) -> bool:
    """Tell whether the middles of two lines are one above the other, and their starts are not."""
    return abs(before.x0 + before.x1 - line.x0 - line.x1) < line.size and abs(before.x0 - line.x0) > INDENT * line.size


def _at_left(line: Line) -> bool:
    return line.x0 - line.left < INDENT * line.size


def _is_full(before: Line, line: Line) -> bool:
    """Tell whether a line left no space for the next one's first word."""
    found = HEAD.match("".join(glyph.text for glyph in line.ink))
    head = line.ink[: len(found[0]) if found else 1]
    return before.right - before.x1 < head[-1].x1 - head[0].x0 + LOOSE * line.size


def _hangs(paragraph: list[Line], line: Line) -> bool:
    """Tell whether an indented line goes on with a listed item, whose lines all hang behind its number."""
    opened, before = paragraph[0], paragraph[-1]
    if not LISTED.match(opened.words) or before.words.endswith(STOPS):
        return False
    return line.x0 > opened.x0 and (before is opened or abs(line.x0 - before.x0) < 2)
