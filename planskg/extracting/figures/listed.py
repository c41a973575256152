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
from planskg.extracting.works.stages import CONSTRUCTION, STAGE_WORDS, label_stage, rank
from planskg.model import Document, Project, Quantity, Span

SUM_ROW: Final = re.compile(
    r"合计|总计|小计|共计|总数|^共?\d+[个项]|[一-龥]{2}类(?:项目|工程)?(?:[（(][^（）()]*[）)])?$"
)
"""The name of a row that is no project: a sum, or a group (水利类, 交通类项目（2个）)."""
TOTAL: Final = re.compile(r"总投资|估算|概算")
GROUP: Final = re.compile(r"[一二三四五六七八九十]+、?|[（(][一二三四五六七八九十]+[）)]")
"""The number of a row that heads those below it, whose numbers have digits."""
GROUP_HEAD: Final = re.compile(rf"^(?:{GROUP.pattern})")
AMOUNT: Final = re.compile(rf"约?({NUMBER.pattern})([十百千万亿]*元)?")
Kind = tuple[str, int]
"""A stage, and the column that tells it."""
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
    kind: Kind = ("", header.name)
    for row in body:
        kind = _kind(header, row, kind)
        if numbered and GROUP.fullmatch(_cell(header, row, "serial")):
            continue
        names = {row[index][0] for index in (header.name, *header.columns.get("serial", ())) if index < len(row)}
        filled = {cell for cell, words in row if words and not DASH.fullmatch(words)} - names
        lists = len(row) > header.name and filled and lists_project(header, row)
        if lists and [words for _, words in row] != header.words:
            yield from _project(document, placed, header, row, unit, kind[0])


def _kind(header: Header, row: Cells, above: Kind) -> Kind:
    """Return the stage that the kind of a row's works tells, its group's where the row says none, and its column.

    A group has a row of its own (一 | 续建项目（3个）) or one cell beside all of its rows.
    """
    columns = [index for role in ("stage", "aside", "other") for index in header.columns.get(role, ())]
    for index in (*columns, header.name):
        if index < len(row) and (stage := label_stage(row[index][1], 0, len(row[index][1]))):
            return stage, index
    stage, index = above
    return above if index == header.name or (index < len(row) and not row[index][1]) else ("", header.name)


def _project(document: Document, placed: Placed, header: Header, row: Cells, unit: str, kind: str) -> Iterator[Project]:
    span, words = row[header.name]
    lead = LEADING.match(words)
    name, told = name_within(words[lead.end() :] if lead else words)
    if not name or SUM_ROW.search(name) or NUMBER.fullmatch(name) or _tells_stage(name):
        return
    whole = document.text.find(name, *span)
    start = document.text.find(name[0], *span)
    project = Project(
        span=Span(whole, whole + len(name)) if whole >= 0 else Span(max(start, span.start), span.end),
        sentence=Span(min(cell.start for cell, _ in row), max(cell.end for cell, _ in row)),
        rule="listed-project",
        name=name,
        stage=_stage(header, row, told, kind),
        year=deadline(row, header, placed.part.year),
        capacity=_capacity(header, row) or read_capacity(name),
        investment=_investment(header, row, unit),
        places=find_places(name, document.metadata.region),
    )
    yield file_listed(project, placed.pillars, responsible(document, row, header))


def _tells_stage(words: str) -> bool:
    """Tell words that name no works but a stage: the head of a group (一、续建项目), a cell gone astray (建成通车)."""
    label = GROUP_HEAD.sub("", words)
    return bool(stage_alone(words, 0, len(words)) or label_stage(label, 0, len(label)))


def _capacity(header: Header, row: Cells) -> Quantity | None:
    """Return the first capacity that a cell of the scale tells; of a bare number the header tells the unit."""
    for index in header.columns.get("scale", ()):
        words = row[index][1] if index < len(row) else ""
        bracket = BRACKET_UNIT.search(header.words[index]) if NUMBER.fullmatch(words) else None
        if capacity := read_capacity(words + (bracket[1] if bracket else "")):
            return capacity
    return None


def _cell(header: Header, row: Cells, role: str) -> str:
    """Return the words of the row's first filled cell of a role."""
    return next(_cells(header, row, role), "")


def _cells(header: Header, row: Cells, role: str) -> Iterator[str]:
    cells = (row[index][1] for index in header.columns.get(role, ()) if index < len(row))
    return (words for words in cells if words and not DASH.fullmatch(words))


def _stage(header: Header, row: Cells, named: str, kind: str) -> str:
    """Return the furthest stage of the goal, else of the deadline (年底建成), the name or the kind of works (续建)."""
    told = (_goal(header, row), _cell(header, row, "deadline"), _cell(header, row, "stage"))
    goal, due, own = ([*_stages(words)] for words in told)
    return max(goal or due or ([named] if named else own or [kind or CONSTRUCTION]), key=rank)


def _goal(header: Header, row: Cells) -> str:
    """Return the words of a row's goal, which is no sum; where each quarter has a column, of all of them."""
    quarters = [index for index in header.columns.get("goal", ()) if QUARTER.search(header.words[index])]
    told = (words for words in _cells(header, row, "goal") if not AMOUNT.fullmatch(words))
    return "，".join(row[index][1] for index in quarters if index < len(row)) or next(told, "")


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
