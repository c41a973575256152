"""A ledger as a paper: its title, its notes, its columns, and its tasks in groups."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from planskg.exporting.ledger.tasks import Task, find_tasks
from planskg.exporting.source import Source
from planskg.exporting.tables.frames import Row
from planskg.gazetteer import load_gazetteer

GENRES = {"annual-plan": "国民经济和社会发展计划", "work-report": "政府工作报告", "five-year-plan": "五年规划"}
NOTE = "标“（拟）”的单位按领域推定，原文未点名，请核定。出处为原文行号及字符起止。"
PROPOSED = "（拟）"
UNSETTLED, OPENING = "待明确单位", "篇首"
"""What a group is called that no department answers for, and one that stands before all headings."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A column of the paper."""

    name: str
    width: float
    """In millimetres; together they fill landscape A4."""
    cell: Callable[[Task], str]


@dataclass(frozen=True, slots=True)
class Group:
    """The tasks of a department or of a pillar."""

    name: str
    tasks: tuple[Task, ...]


@dataclass(frozen=True, slots=True)
class Paper:
    """The ledger of one document."""

    document: str
    """The last step of its IRI."""
    title: str
    notes: str
    groupings: tuple[tuple["Grouping", tuple[Group, ...]], ...]


@dataclass(frozen=True, slots=True)
class Grouping:
    """A way to group tasks."""

    name: str
    chinese: str
    headings: tuple[Heading, ...]
    group: Callable[[list[Task]], Iterator[Group]]


def write_papers(source: Source) -> Iterator[Paper]:
    """Return the ledger of each document."""
    places = {row["code"]: row["name"] for row in source.frames["places"].rows}
    for document in source.frames["documents"].rows:
        tasks = find_tasks(source.frames, document)
        basis = (
            f"依据：{document['title'] or ''}{'（' + str(document['number']) + '）' if document['number'] else ''}。"
        )
        yield Paper(
            document=str(document["id"]).rpartition("/")[2],
            title=_title(document, str(places.get(document["place"]) or "")),
            notes=(basis if document["title"] else "") + NOTE,
            groupings=tuple((each, tuple(each.group(tasks))) for each in GROUPINGS),
        )


def _title(document: Row, place: str) -> str:
    known = load_gazetteer().by_code.get(str(document["place"]))
    short = min(known.aliases, key=len, default=known.name) if known and place else place
    year = f"{document['year']}年" if document["year"] else ""
    return f"{short}{year}{GENRES.get(str(document['genre']), '')}任务分解台账"


def _by_department(tasks: list[Task]) -> Iterator[Group]:
    """Return the tasks of each department, who has most first; a task that two lead stands with both."""
    held: dict[str, list[Task]] = {}
    for task in tasks:
        for name in task.lead or ("",):
            held.setdefault(_marked(task, (name,)), []).append(task)
    for name, own in sorted(held.items(), key=lambda row: (not row[0], -len(row[1]), row[0])):
        yield Group(name or UNSETTLED, tuple(own))


def _by_pillar(tasks: list[Task]) -> Iterator[Group]:
    held: dict[tuple[str, ...], list[Task]] = {}
    for task in tasks:
        held.setdefault(task.pillars, []).append(task)
    for path, own in held.items():
        yield Group(" / ".join(path) or OPENING, tuple(own))


def _marked(task: Task, names: tuple[str, ...]) -> str:
    """Return departments, after a mark where the plan does not name them."""
    words = "、".join(names)
    return f"{PROPOSED}{words}" if task.proposed and words else words


def _years(task: Task) -> str:
    return "、".join(f"{year}年" for year in task.years)


def _place(task: Task) -> str:
    return f"第{task.line}行\n{task.start}–{task.end}"


TASK = Heading("工作任务", 74, lambda task: task.words)
ITEMS = Heading("目标值、项目及阶段", 58, lambda task: "\n".join(task.items))
DUE = Heading("时限", 16, _years)
LEAD = Heading("牵头单位", 27, lambda task: _marked(task, task.lead))
SHARED = Heading("配合单位", 27, lambda task: _marked(task, task.shared))
SECTOR = Heading("领域", 17, lambda task: "\n".join(task.sectors))
PILLAR = Heading("所属篇章", 27, lambda task: "\n".join(task.pillars[-1:]))
PLACE = Heading("出处", 19, _place)
NUMBER_WIDTH = 11.0
"""Of the column of running numbers, in millimetres."""
GROUPINGS = (
    Grouping("department", "按牵头单位分组", (TASK, ITEMS, DUE, SHARED, SECTOR, PILLAR, PLACE), _by_department),
    Grouping("pillar", "按篇章分组", (TASK, ITEMS, DUE, LEAD, SHARED, SECTOR, PLACE), _by_pillar),
)
