"""Which rows of a table grow at comparable prices, as a note under it, its header or the row's own name says.

`注：地区生产总值按当年价格计算，增长速度按可比价格计算。` settles the row 地区生产总值; a note that names no indicator
settles each row that is money.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from msgspec.structs import replace

from planskg.extracting.readings.signs import Matcher
from planskg.extracting.tables.tables import FoundTable
from planskg.extracting.views.outside import NOTE, NOTE_ITEM
from planskg.model import Document, Observation, Span
from planskg.vocabulary import load_scheme

COMPARABLE: Final = re.compile(r"可比价|不变价|可比口径|同口径|(?<![未不])扣除价格")
OPENING: Final = re.compile(rf"\s*(?:{NOTE.pattern})?\s*(?:{NOTE_ITEM.pattern})?\s*")
SENTENCE: Final = re.compile(rf"(?:[^。；]|；(?!\s*(?:{NOTE_ITEM.pattern})))+[。；]?")
"""A semicolon parts two sentences of a note only where the next has a number."""
KINDS: Final = ("增加值", "总产值")
"""Words that name many indicators at once (各产业增加值)."""
SHORTEST: Final = 3
Cells = Sequence[Observation]


def settle_prices(document: Document, found: FoundTable, cells: Cells) -> Iterator[Observation]:
    """Yield the figures of one table, their rows with the words that say growth to be at comparable prices."""
    rows: dict[Span, list[Observation]] = {}
    for cell in cells:
        if cell.row:
            rows.setdefault(cell.row.span, []).append(cell)
    told = {name: name for name in rows if COMPARABLE.search(document.quote(name))}
    for note in _notes(document, found, {*rows, *(cell.span for cell in cells)}):
        told = {name: note for name in _settled(document.quote(note), rows)} | told
    for cell in cells:
        prices = told.get(cell.row.span) if cell.row else None
        yield replace(cell, row=replace(cell.row, prices=prices)) if cell.row and prices else cell


def _settled(words: str, rows: dict[Span, list[Observation]]) -> list[Span]:
    """Return the rows that a note speaks of: those that it names, or without any name all that are money."""
    concepts = {tag.notation for *_, tag in _names().find(words)}
    kinds = [kind for kind in KINDS if kind in words]
    named = [
        name
        for name, (cell, *_) in rows.items()
        if cell.concept in concepts or cell.indicator in words or any(kind in cell.indicator for kind in kinds)
    ]
    return named if named or concepts or kinds else [name for name, cells in rows.items() if _is_money(cells)]


@cache
def _names() -> Matcher:
    names = load_scheme("indicators").by_name
    return Matcher({name: concept.notation for name, concept in names.items() if len(name) >= SHORTEST})


def _is_money(cells: Cells) -> bool:
    units = load_scheme("units").by_notation
    return any((units[cell.unit].value("dimension") or "").startswith("money") for cell in cells if cell.unit in units)


def _notes(document: Document, found: FoundTable, taken: set[Span]) -> Iterator[Span]:
    """Yield the sentences on comparable prices, of header cells, rows of notes and the lines below the table."""
    cells = dict.fromkeys(cell for row in found.table.rows for cell in row if cell not in taken)
    for stretch in (*cells, *_lines_below(document.text, found.area.end)):
        for match in SENTENCE.finditer(document.text, *stretch):
            opening = OPENING.match(match[0])
            span = Span(match.start() + (opening.end() if opening else 0), match.start() + len(match[0].rstrip()))
            if COMPARABLE.search(document.quote(span)):
                yield span


def _lines_below(text: str, start: int) -> Iterator[Span]:
    """Yield the notes below a table; its first line may do without a word for note if it speaks of prices."""
    start += len(text[start:].partition("\n")[0])
    note: Span | None = None
    for line in text[start:].splitlines(keepends=True):
        words, end = line.strip(), start + len(line)
        opens = NOTE.match(words) or (NOTE_ITEM.match(words) if note else COMPARABLE.search(words))
        if words and opens:
            if note:
                yield note
            note = Span(start, end)
        elif words and note and not text[: note.end].rstrip().endswith(("。", "；")):
            note = Span(note.start, end)
        elif words:
            break
        start = end
    if note:
        yield note
