"""Projects: one identifiable work of construction, and the stage that is promised for it.

Finds `推进木垒、呼图壁通用机场等一批重大交通项目前期工作` (two names made whole, preliminary) and
`将军庙至淖毛湖铁路建成投运`; takes none from 一批输变电工程 (a class),
国家自主创新示范区 (a zone), 办好运动会 (an activity).
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from msgspec.structs import replace

from planskg.extracting.projects.descriptions import read_built, read_own_built
from planskg.extracting.projects.openings import name_before, owner_before, read_subject, sum_before
from planskg.extracting.projects.predications import find_predications
from planskg.extracting.projects.scale import (
    YEARLY,
    Size,
    measure_item,
    read_description,
    read_investment,
    read_own,
    read_size,
    read_sum,
    read_sums,
)
from planskg.extracting.readings.due import opening_year
from planskg.extracting.readings.reading import Reading
from planskg.extracting.words.place_names import find_places
from planskg.extracting.works.closing import FACILITIES, closing_works
from planskg.extracting.works.items import Item
from planskg.extracting.works.leads import Lead, peel_front
from planskg.extracting.works.names import ROUTE, naming
from planskg.extracting.works.peeling import stage_alone
from planskg.extracting.works.series import UNIT
from planskg.extracting.works.stages import CONSTRUCTION, in_brackets, in_turn, later
from planskg.extracting.works.staging import Promise, take_apart
from planskg.extracting.works.works import find_works
from planskg.model import Project

MEANT: Final = re.compile("”?[年底前内期间时]{0,4}(?:实施|建设|开工|建成|投产|投用|启动)的")
"""What makes a time one that says which works are meant (储备明年开工的甲水库)."""
WORK_DONE: Final = re.compile("工程量|工作量|总量|进度|任务量")
"""What a share is of that tells how far works are."""
TOPIC: Final = re.compile("([一-龥]{2,6})方面，")

DONE: Final = ("complete", "operation")
"""Stages of a later year that works come to which are under way now."""
SHORTEST_NAME: Final = 3
"""A name and its noun have so many characters (甲水厂); 总库 before 容 has fewer."""


def find_projects(reading: Reading) -> list[Project]:
    """Return the projects of a sentence, and claim the quantities that belong to them."""
    projects: list[Project] = []
    before: list[Project] = []
    for start, end, lead, closes in find_predications(reading) if reading.signs.works else ():
        if before and reading.text[start - 1] == "；":
            projects += before
            before = []
        found = _clause_projects(reading, start, end, lead, before) if closes else []
        if not found and before:
            if closes and _names_others(reading, start, end):
                projects, before = projects + before, []
                continue
            before = list(_follow_up(reading, start, end, before))
            continue
        if found and before and all(_is_unit(one, before[-1]) for one in found):  # …，2028年全部建成 is of the whole
            projects += found
            continue
        projects += before
        before = found
    return projects + before


def _names_others(reading: Reading, start: int, end: int) -> bool:
    """Tell a clause that opens with the name of other works and no stage (甲厂处理规模2万吨/日，5月开工)."""
    text = reading.text
    if peel_front(text, start, end)[1].soft:
        return False
    names = [text[start:last] for _, last, _ in reading.signs.works if start < last <= end]
    built = [name for name in names if closing_works(name)[1] in FACILITIES]  # 日供水10万立方米 is a size
    return any([len(name) >= SHORTEST_NAME and naming(name, reading.region).sure for name in built])


def _is_unit(project: Project, whole: Project) -> bool:
    """Tell a part of works that is named after them."""
    return project.name.startswith(whole.name) and UNIT.fullmatch(project.name, len(whole.name)) is not None


def _clause_projects(
    reading: Reading, start: int, end: int, lead: Lead | None, before: Sequence[Project]
) -> list[Project]:
    text = reading.text
    promise, told = take_apart(text, start, end, lead), (start, end)
    if promise is None and lead is None:
        promise, told = read_subject(reading, start, end)
    earlier = before[-1].name if before else name_before(reading, start)
    if promise and not before and (owner := owner_before(reading, start, end)):
        promise = replace(promise, owner=owner)
    items = find_works(text, promise, reading.region, earlier) if promise else []
    if promise and not items and lead is None and "投资" in text[promise.end : end]:  # 甲水库库容1亿立方米、总投资6亿元
        promise, told = read_subject(reading, start, end)
        items = find_works(text, promise, reading.region, earlier) if promise else []
    if not promise or not items:
        return []
    projects = []
    alone, presented = len(items) == 1, told != (start, end)
    turns = _turns(reading, start, end, len(items))
    apiece = not alone and _is_described(text, items[0].end, items[1])  # the sum of the first is peeled with the verb
    sums = read_sums(reading, start, end, len(items))
    for index, item in enumerate(items):
        if ROUTE.fullmatch(item.name) and not closing_works(item.name)[0]:
            item = replace(item, name=item.name + _topic(text))
        size = measure_item(text, item, items[index - 1].end if index else start, promise.size_end if alone else 0)
        own = index or (alone and text.find("投资", size.start, item.start) >= 0)
        front = size.start if own else start if alone or apiece else item.start
        whole = (front, end if alone else size.end)
        year = _year(reading, *told, index, len(items))
        money = sums[index] if sums else read_investment(reading, *whole)
        money = money or (sum_before(reading, start, end) if alone else None)
        if alone and promise.end < end:
            money = money or read_investment(reading, promise.end, end)
        if presented:
            size = _presented_size(reading, promise, end, told[0], size)
        if presented and alone:
            built, under_way = read_built(reading, end, told[0])
            size = replace(size, capacity=size.capacity or built)
            if under_way and promise.stage in DONE and year > opening_year(reading, start):  # …，2027年建成 goes on
                promise, year = replace(promise, stage=CONSTRUCTION), opening_year(reading, start)
        if turns:
            promise = replace(promise, stage=turns[index])
        projects.append(_project(reading, item, promise, year, size, money))
        reading.taken.append((size.start, size.end))
    _leave_progress(reading, items[-1].end, end)
    return [*_until_then(reading, start, end, projects), *projects]


def _presented_size(reading: Reading, promise: Promise, end: int, told: int, size: Size) -> Size:
    """Return how large works are that open an item: by their name, else by the rest of its clause or behind a colon."""
    if promise.end < end:  # 甲厂占地30亩、建筑面积2万平方米，年内投产
        size = replace(size, capacity=size.capacity or read_own(reading, promise.end, end))
        reading.taken.append((promise.end, end))
    if reading.text[end] == "：":
        size = replace(size, capacity=size.capacity or read_description(reading, end, told))
    return size


def _until_then(reading: Reading, start: int, end: int, projects: Sequence[Project]) -> Iterator[Project]:
    """Yield works as their verb tells them, where a bracket tells a later year (推进甲厂扩建（2027年投运）).

    In a list each bracket says what the verb comes to.
    """
    year = opening_year(reading, start)
    listed = reading.clause_at(start) != (start, end)
    if listed or projects[-1].year <= year or not in_brackets(reading.text, start, end):
        return
    lead = peel_front(reading.text, start, end)[1]
    for project in projects if lead.soft else ():
        yield replace(project, stage=lead.stage or CONSTRUCTION, year=year)


def _is_described(text: str, before: int, item: Item) -> bool:
    """Tell an item with a sum, or with a size in front, so that what stands before the first item is only its own."""
    return text.find("投资", item.start, item.end) >= 0 or text.endswith("的", before, item.start)


def _leave_progress(reading: Reading, start: int, end: int) -> None:
    """Leave the share of the work that is to be done, behind the works (完成工程量的六成)."""
    for q in reading.measured_in(start, end):
        if q.unit == "%" and WORK_DONE.search(reading.text, start, q.start):
            reading.leave(q, "project-field")
            reading.taken.append((q.start, q.end))


def _turns(reading: Reading, start: int, end: int, count: int) -> list[str]:
    """Return the stage that each of some works comes to, where a clause tells them apart (分别建成、开工)."""
    clause = reading.clause_at(start) if count > 1 and "分别" in reading.text[start:end] else None
    stages = in_turn(reading.text, *clause)[1] if clause else []
    return stages if len(stages) == count else []


def _topic(text: str) -> str:
    """Return the works that a sentence is about, where it says so first: 公路方面，建成甲县至乙县等项目."""
    match = TOPIC.match(text)
    return match[1] if match and closing_works(match[1])[0] else ""


def _year(reading: Reading, start: int, end: int, index: int, count: int) -> int:
    """Return when the works of a stretch are due; 2027年、2028年分别 gives each of them its own year."""
    own = [m.year for m in reading.times if start <= m.start < end and not MEANT.match(reading.text, m.end)]
    if own and len(own) == count and "分别" in reading.text[start:end]:
        return own[index]
    return own[-1] if own else opening_year(reading, start)


def _project(reading: Reading, item: Item, promise: Promise, year: int, size: Size, money: Decimal | None) -> Project:
    return Project(
        span=reading.sentence.span(item.start, item.end),
        sentence=reading.span,
        rule="staged-works",
        name=item.name,
        stage=promise.stage,
        year=year,
        capacity=size.capacity,
        investment=money,
        places=find_places(item.name, reading.region),
    )


def _follow_up(reading: Reading, start: int, end: int, projects: Sequence[Project]) -> Iterator[Project]:
    """Yield the projects of the clause before with what a clause without a name adds.

    That is a later stage, money, a size, or another year.
    """
    only = projects[0] if len({project.name for project in projects}) == 1 else None
    money = read_sum(reading, start, end) if only else None
    stage = "" if money else stage_alone(reading.text, start, end)
    if stage:
        reading.taken.append((start, end))
        years = [m.year for m in reading.times if start <= m.start < end]
        unit = UNIT.search(reading.text, start, end) if years else None
        if only and unit and years[-1] != only.year:
            yield from _with_unit(reading, only, stage, years[-1], unit)
        else:
            yield from _advance(projects, stage, years)
        return
    if sums := read_sums(reading, start, end, len(projects)):
        yield from (replace(one, investment=money) for one, money in zip(projects, sums, strict=True))
        return
    size = (read_size(reading, start, end) or read_own_built(reading, start, end, only)) if only else None
    if money is not None or size is not None:
        first, *others = projects
        others = [replace(one, capacity=one.capacity or size) for one in others]
        if money is None or (first.investment and YEARLY.search(reading.text, start, end)):
            money = first.investment
        projects = (replace(first, investment=money, capacity=first.capacity or size), *others)
    yield from projects


def _with_unit(reading: Reading, works: Project, stage: str, year: int, unit: re.Match[str]) -> Iterator[Project]:
    """Yield works, and their first machines that go into operation in another year."""
    span = reading.sentence.span(*unit.span())
    yield works
    yield replace(works, span=span, name=works.name + unit.group(), stage=stage, year=year, investment=None)


def _advance(projects: Sequence[Project], stage: str, years: list[int]) -> Iterator[Project]:
    """Yield projects at the later stage that a clause tells; another year makes it a promise of its own."""
    for project in projects:
        if not years or years[-1] == project.year:
            yield replace(project, stage=later(project.stage, stage))
        else:
            yield from (project, replace(project, stage=stage, year=years[-1], investment=None))
