"""Tables of tasks: the sentences of their cells, with the year of the deadline column and who is responsible.

`| 1 | 新建高标准农田2.4万亩 | 区农业农村委 | 2026年11月 |`: the task is read like any sentence of the plan. What a
progress column tells is the past.
"""

import re
from collections.abc import Iterator

from planskg.extracting.headers import Header, read_header
from planskg.extracting.layout import Cells, read_rows
from planskg.extracting.notes import find_bodies
from planskg.extracting.structure import Placed, Sentence, cut_sentences
from planskg.extracting.times import find_times
from planskg.extracting.view import make_view
from planskg.model import Document, Span

READ = ("task", "scale", "goal", "name")
"""The columns that may hold commitments."""


def read_tasks(document: Document, placed: Placed) -> Iterator[Sentence]:
    """Yield the sentences of a table of tasks; none where it is one of figures or of projects."""
    rows = read_rows(document, placed.found.table)
    header = read_header(rows)
    if header is None or header.lists != "tasks":
        return
    seen: set[Span] = set()
    for row in rows[header.rows :]:
        if [words for _, words in row] == header.words:
            continue
        year = deadline(row, header, placed.part.year)
        bodies = responsible(document, row, header)
        for span in _tasks(row, header):
            if span not in seen:
                seen.add(span)
                yield from _sentences(document, placed, span, year, bodies)


def _tasks(row: Cells, header: Header) -> Iterator[Span]:
    """Yield the cells of a row that promise; what only names the task is none where a goal stands beside it."""
    cells = sorted(index for role in READ for index in header.columns.get(role, ()) if index < len(row))
    goals = [index for index in header.columns.get("goal", ()) if index < len(row) and row[index][1]]
    for index in cells:
        span, words = row[index]
        if words and (not goals or index in goals or re.search(r"\d", words)):
            yield span


def _sentences(
    document: Document, placed: Placed, span: Span, year: int, bodies: tuple[Span, ...]
) -> Iterator[Sentence]:
    view, part = make_view(document.text, span), placed.part._replace(year=year)
    for start, end in cut_sentences(view.text, 0):
        yield Sentence(view, start, end, view.text[start:end], part, placed.pillars, bodies)


def deadline(row: Cells, header: Header, year: int) -> int:
    """Return the year that a row is due: its deadline's, else that of the goal column's header, else the part's."""
    at = header.first("deadline")
    if at is not None and at < len(row) and (named := find_times(row[at][1], year)):
        return max(year, named[-1].year)
    goal = header.first("goal")
    titled = find_times(header.words[goal], year) if goal is not None else []
    return max([year, *(mention.year for mention in titled)])


def responsible(document: Document, row: Cells, header: Header) -> tuple[Span, ...]:
    """Return the bodies that the columns of responsible units name in a row."""
    spans = dict.fromkeys(row[index][0] for index in header.columns.get("responsible", ()) if index < len(row))
    return tuple(body for span in spans for body in find_bodies(document.text, *span))
