"""Tables of tasks: the sentences of their cells, with the year of the deadline column and who is responsible.

`| 1 | 新建高标准农田2.4万亩 | 区农业农村委 | 2026年11月 |`: the task is read like any sentence of the plan. What a
progress column tells is the past. A goal beside a task that holds no figure is read with it (农村公路改造 | 200公里).
"""

import re
from collections.abc import Iterator
from typing import Final

from msgspec.structs import replace

from planskg.extracting.figures.listing import does, lists_project
from planskg.extracting.figures.observations import DASH
from planskg.extracting.quantities.measured import Measured
from planskg.extracting.quantities.quantities import scan
from planskg.extracting.quantities.times import find_times
from planskg.extracting.structure.sentences import Sentence, cut_sentences
from planskg.extracting.structure.structure import Placed
from planskg.extracting.tables.headers import Header, read_header
from planskg.extracting.tables.layout import Cells, read_rows
from planskg.extracting.views.notes import find_bodies
from planskg.extracting.views.view import View, make_view
from planskg.extracting.words.lexicon import alternation, words_by_notation
from planskg.extracting.works.names import naming
from planskg.extracting.works.peeling import stage_alone
from planskg.model import Document, Span

BETWEEN: Final = "，；。、"
"""What may follow a bare figure, if anything does."""
BARE: Final = re.compile(r"\D{0,6}?(?P<number>\d[\d.]*(?:[-~～—–]\d[\d.]*)?)(?:左右|以[上内下])?")
"""A goal that is a number and how it bounds."""
QUARTER: Final = re.compile("季度|半年|\\d月")
"""How a column of goals is headed that holds one step of several."""
READ: Final = ("task", "scale", "goal", "name")
"""The columns that may hold commitments."""


def read_tasks(document: Document, placed: Placed) -> Iterator[Sentence]:
    """Yield the sentences of a table of tasks, and of the rows that are none of projects in a table of such."""
    rows = read_rows(document, placed.found.table)
    header = read_header(rows)
    if header is None:
        return
    seen: set[Span] = set()
    year = placed.part.year
    for row in rows[header.rows :]:
        year = _headed(row, year)
        if [words for _, words in row] == header.words or lists_project(header, row):
            continue
        part = replace(placed.part, year=deadline(row, header, year))
        bodies = responsible(document, row, header)
        for task, span in _tasks(row, header):
            if span not in seen:
                seen.add(span)
                due = replace(part, year=_goal_year(row, header, span, part.year))
                for view in _read_with(make_view(document.text, task), _with_unit(document.text, span, row, header)):
                    for start, end in cut_sentences(view.text, 0):
                        yield Sentence(view, start, end, view.text[start:end], due, placed.pillars, bodies)


def _headed(row: Cells, year: int) -> int:
    """Return the year that a heading between two rows names for those below it, else the one that holds so far."""
    named = find_times(row[0][1], year) if len(row) == 1 else []
    return named[-1].year if named else year


def _tasks(row: Cells, header: Header) -> Iterator[tuple[Span, Span]]:
    """Yield the cells of a row that promise, a goal with the task before it, any other with a blank.

    What only names the task is none where a goal stands beside it; of two names that counts which does something.
    """
    goal, read = ("scale", ("scale", "name")) if header.lists == "projects" else ("goal", READ)
    cells = sorted(index for role in read for index in header.columns.get(role, ()) if index < len(row))
    goals = [index for index in header.columns.get(goal, ()) if index < len(row) and row[index][1]]
    steps = _steps(header, row, goals)
    cells = [index for index in cells if index not in steps]
    task, named = Span(0, 0), ""
    for index in cells:
        span, words = row[index]
        if index in goals:
            yield task, span
        else:
            task, named = (task, named) if does(named) or not words else (span, words)
            if words and (not goals or re.search(r"\d", words)):
                yield Span(0, 0), span


def _steps(header: Header, row: Cells, goals: list[int]) -> list[int]:
    """Return the columns of the quarters that are only steps towards what the last one says, and count nothing else."""
    quarters = [index for index in goals if QUARTER.search(header.words[index])]
    told = [index for index in quarters if not DASH.fullmatch(row[index][1])]
    last = _units(row[told[-1]][1]) if told else set()
    steps = [index for index in quarters if index not in told[-1:]]
    return [index for index in steps if not last or _units(row[index][1]) <= last]


def _units(words: str) -> set[str]:
    return {quantity.unit for quantity in scan(words)[0]}


def _with_unit(text: str, goal: Span, row: Cells, header: Header) -> View:
    """Return a cell as a paragraph, a bare number with the unit that a cell of its own tells, which is not quoted."""
    view, at = make_view(text, goal), header.first("unit")
    if at is None or at >= len(row) or DASH.fullmatch(row[at][1]) or not (bare := BARE.fullmatch(view.text)):
        return view
    unit, end = make_view(text, row[at][0]).text, bare.end("number")
    offsets = (*view.offsets[:end], *[view.offsets[end - 1]] * len(unit), *view.offsets[end:])
    return View(view.text[:end] + unit + view.text[end:], offsets, view.line)


def _read_with(task: View, goal: View) -> tuple[View, ...]:
    """Return a goal as the grammar reads it behind its task: as its end, or as a clause about it; else by itself."""
    if not task.text or "。" in task.text:
        return (goal,)
    names = not does(task.text) and naming(task.text, None).sure
    if not names and any(not q.chinese for q in scan(task.text)[0]):
        return (goal,)
    figures = scan(goal.text)[0]
    ends = _is_bare(goal.text, figures) or stage_alone(goal.text, 0, len(goal.text))
    if not ends and not figures and not names:
        return (task, goal) if does(task.text) else (goal,)
    colon = () if ends else goal.offsets[:1]
    return (View(task.text + "：" * len(colon) + goal.text, (*task.offsets, *colon, *goal.offsets), task.line),)


def _is_bare(goal: str, figures: list[Measured]) -> bool:
    """Tell a goal that says nothing but its figure (12个, 达到80家, 控制在5%以内) from 9个班."""
    return bool(figures and OPENING.match(goal) and goal[figures[0].end :][:1] in BETWEEN)


def _opening() -> re.Pattern[str]:
    reach = alternation(words_by_notation("measures", "wordReach"))
    before = alternation(words_by_notation("comparators", "wordBefore"))
    return re.compile(rf"(?:力争|确保)?(?:{reach})?(?:{before})?\d+(?![\d年月日])")


OPENING: Final = _opening()


def deadline(row: Cells, header: Header, year: int) -> int:
    """Return the year that a row is due: its deadline's, else that of the goal column's header, else the part's."""
    at = header.first("deadline")
    if at is not None and at < len(row) and (named := find_times(row[at][1], year)):
        return max(year, named[-1].year)
    goal = header.first("goal")
    titled = find_times(header.words[goal], year) if goal is not None else []
    return max([year, *(mention.year for mention in titled)])


def _goal_year(row: Cells, header: Header, span: Span, year: int) -> int:
    """Return the year of a cell's column where each year has one (2026年目标 | 2027年目标), else its row's."""
    goals = [index for index in header.columns.get("goal", ()) if index < len(row)]
    if len(goals) < 2:
        return year
    named = {row[index][0]: find_times(header.words[index], year) for index in goals}
    years = {cell: mentions[-1].year for cell, mentions in named.items() if mentions}
    return years.get(span, year) if len(set(years.values())) > 1 else year


def responsible(document: Document, row: Cells, header: Header) -> tuple[Span, ...]:
    """Return the bodies that the columns of responsible units name in a row."""
    spans = dict.fromkeys(row[index][0] for index in header.columns.get("responsible", ()) if index < len(row))
    return tuple(body for span in spans for body in find_bodies(document.text, *span))
