"""Projects: one identifiable work of construction, and the stage that is promised for it.

Finds `推进木垒、呼图壁通用机场等一批重大交通项目前期工作` (two names made whole, preliminary) and
`将军庙至淖毛湖铁路建成投运`; takes none from 一批输变电工程 (a class),
国家自主创新示范区 (a zone), 办好运动会 (an activity).
"""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from planskg.extracting.due import due_year
from planskg.extracting.items import Item
from planskg.extracting.names import find_places
from planskg.extracting.reading import Reading
from planskg.extracting.scale import read_capacity, read_investment
from planskg.extracting.staging import Promise, stage_alone, take_apart
from planskg.extracting.works import find_founded, find_listed
from planskg.model import Project


def find_projects(reading: Reading) -> Iterator[Project]:
    """Yield the projects of a sentence, and claim the quantities that belong to them."""
    before: list[Project] = []
    works = [sign.start for sign in reading.signs.works]
    for start, end in reading.clauses if works else ():
        if start in reading.past:
            continue
        found = list(_clause_projects(reading, start, end)) if any(start <= at < end for at in works) else []
        if not found and before:
            before = list(_follow_up(reading, start, end, before))
            continue
        yield from before
        before = found
    yield from before


def _clause_projects(reading: Reading, start: int, end: int) -> Iterator[Project]:
    region = reading.region
    promise = take_apart(reading.text, start, end)
    if promise is None:
        return
    items = list(find_founded(reading.text, promise, region))
    if not items and promise.founding is not None:
        promise = promise._replace(start=promise.founding.end, founding=None)
    items = items or list(find_listed(reading.text, promise, region))
    for item in items:
        whole = (start, end) if len(items) == 1 else (item.start, item.end)
        yield _project(reading, item, promise, end, read_investment(reading, *whole))
    reading.taken += ((item.start, item.end) for item in items)


def _project(reading: Reading, item: Item, promise: Promise, end: int, money: Decimal | None) -> Project:
    return Project(
        span=reading.sentence.span(item.start, item.end),
        sentence=reading.span,
        rule="staged-works",
        name=item.name,
        stage=promise.stage,
        year=due_year(reading, end),
        capacity=read_capacity(item.name),
        investment=money,
        places=find_places(item.name, reading.region),
    )


def _follow_up(reading: Reading, start: int, end: int, projects: list[Project]) -> Iterator[Project]:
    """Yield the projects of the clause before with what a clause without a name adds.

    That is a later stage, money, or another year.
    """
    stage = stage_alone(reading.text, start, end)
    money = read_investment(reading, start, end) if len(projects) == 1 else None
    if money is not None or stage:
        reading.taken.append((start, end))
    if money is not None:
        yield replace(projects[0], investment=money)
        return
    years = [m.year for m in reading.times if start <= m.start < end]
    for project in projects:
        later = bool(stage and years and years[-1] > project.year)
        if later or not stage:
            yield project
        if later:
            yield replace(project, stage=stage, year=years[-1], capacity=None, investment=None)
        elif stage:
            yield replace(project, stage=stage)
