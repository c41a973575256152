"""Projects that a table lists: a row each, with its scale, its money and what is promised for the year.

`| 城东污水处理厂 | 日处理污水3万吨 | 9600 | 开工建设 |` under 总投资（万元）.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from planskg.extracting.figures.listing import lists_project, name_within
from planskg.extracting.figures.observations import DASH, LEADING
from planskg.extracting.figures.tasks import QUARTER, deadline, responsible
from planskg.extracting.projects.scale import read_capacity
from planskg.extracting.readings.filing import file_listed
from planskg.extracting.structure.structure import Placed
from planskg.extracting.tables.columns import NUMBER, read_number
from planskg.extracting.tables.headers import Header, read_header
from planskg.extracting.tables.layout import Cells, read_rows
from planskg.extracting.tables.units import BRACKET_UNIT, CAPTION_UNIT, base_unit, read_caption
from planskg.extracting.words.lexicon import alternation, by_last, closing_word, words_by_notation
from planskg.extracting.words.place_names import find_places
from planskg.extracting.works.peeling import stage_alone
from planskg.extracting.works.stages import CONSTRUCTION, STAGE_WORDS, rank
from planskg.model import Document, Project, Span

SUM_ROW: Final = re.compile(
    r"合计|总计|小计|共计|总数|^共?\d+[个项]|[一-龥]{2}类(?:项目|工程)?(?:[（(][^（）()]*[）)])?$"
)
"""The name of a row that is no project: a sum, or a group (水利类, 交通类项目（2个）)."""
TOTAL: Final = re.compile(r"总投资|估算|概算")
GROUP: Final = re.compile(r"[一二三四五六七八九十]+、?|[（(][一二三四五六七八九十]+[）)]")
"""The number of a row that heads those below it, whose numbers have digits."""
AMOUNT: Final = re.compile(rf"约?({NUMBER.pattern})([十百千万亿]*元)?")
UNTOLD: Final = re.compile(f"{AMOUNT.pattern}|{DASH.pattern}")
"""A cell below a goal that tells no stage."""
CLOSING: Final = by_last(words_by_notation("stages", "wordAfter"))


def read_listed(document: Document, placed: Placed) -> Iterator[Project]:
    """Yield the projects of a table that lists projects."""
    rows = read_rows(document, placed.found.table)
    header = read_header(rows)
    if header is None or header.lists != "projects" or placed.part.tense != "ahead":
        return
    found = CAPTION_UNIT.search(read_caption(document, placed.found.area))
    unit = found[1] if found else ""
    body = rows[header.rows :]
    numbered = any(_cell(header, row, "serial").isdigit() for row in body)
    for row in body:
        if numbered and GROUP.fullmatch(_cell(header, row, "serial")):
            continue
        names = {row[index][0] for index in (header.name, *header.columns.get("serial", ())) if index < len(row)}
        filled = {cell for cell, words in row if words and not DASH.fullmatch(words)} - names
        lists = len(row) > header.name and filled and lists_project(header, row)
        if lists and [words for _, words in row] != header.words:
            yield from _project(document, placed, header, row, unit)


def _project(document: Document, placed: Placed, header: Header, row: Cells, unit: str) -> Iterator[Project]:
    span, words = row[header.name]
    lead = LEADING.match(words)
    name, told = name_within(words[lead.end() :] if lead else words)
    if not name or SUM_ROW.search(name) or NUMBER.fullmatch(name):
        return
    whole = document.text.find(name, *span)
    start = document.text.find(name[0], *span)
    project = Project(
        span=Span(whole, whole + len(name)) if whole >= 0 else Span(max(start, span.start), span.end),
        sentence=Span(min(cell.start for cell, _ in row), max(cell.end for cell, _ in row)),
        rule="listed-project",
        name=name,
        stage=_stage(header, row, told),
        year=deadline(row, header, placed.part.year),
        capacity=read_capacity(_cell(header, row, "scale")) or read_capacity(name),
        investment=_investment(header, row, unit),
        places=find_places(name, document.metadata.region),
    )
    yield file_listed(project, placed.pillars, responsible(document, row, header))


def _cell(header: Header, row: Cells, role: str) -> str:
    """Return the words of the row's first filled cell of a role."""
    cells = (row[index][1] for index in header.columns.get(role, ()) if index < len(row))
    return next((words for words in cells if not DASH.fullmatch(words)), "")


def _stage(header: Header, row: Cells, named: str) -> str:
    """Return the furthest stage of the goal, else of the deadline (年底建成), the name or the kind of works (续建)."""
    told = (_goal(header, row), _cell(header, row, "deadline"), _cell(header, row, "stage"))
    goal, due, kind = ([*_stages(words)] for words in told)
    return max(goal or due or ([named] if named else kind), key=rank, default=CONSTRUCTION)


def _goal(header: Header, row: Cells) -> str:
    """Return the words of a row's goal, not its sum (本年计划 | 9.5); of all quarters where each has a column."""
    goals = [index for index in header.columns.get("goal", ()) if index < len(row)]
    quarters = "，".join(row[index][1] for index in goals if QUARTER.search(header.words[index]))
    return quarters or next((row[index][1] for index in goals if not UNTOLD.fullmatch(row[index][1])), "")


def _stages(words: str) -> Iterator[str]:
    for clause in re.split("[，；。、]", words):
        stage = stage_alone(clause, 0, len(clause))
        if stage:
            yield stage
        else:
            opening = OPENING.match(clause)
            word = closing_word(CLOSING, clause) or (opening[0] if opening else "")
            if word:
                yield STAGE_WORDS[word]


def _opening() -> re.Pattern[str]:
    verbs = words_by_notation("stages", "wordVerb")
    return re.compile(alternation(word for word, stage in verbs.items() if stage != "complete"))


OPENING: Final = _opening()


def _investment(header: Header, row: Cells, unit: str) -> Decimal | None:
    """Return the total investment, else this year's, in 元; the unit stands in the cell, its header or above."""
    columns = sorted(header.columns.get("money", ()), key=lambda index: not TOTAL.search(header.words[index]))
    for index in columns:
        amount = AMOUNT.fullmatch(row[index][1]) if index < len(row) else None
        if amount:
            bracket = BRACKET_UNIT.search(header.words[index])
            printed = base_unit(amount[2] or (bracket[1] if bracket else unit))
            return read_number(amount[1]) * printed[1] if printed and printed[0] == "元" else None
    return None
