"""The tasks of a plan: what one sentence promises for one set of departments."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from planskg.exporting.ledger.departments import Departments
from planskg.exporting.ledger.wording import KINDS, cut_clauses, one_line, word_item
from planskg.exporting.tables.columns import Property
from planskg.exporting.tables.frames import Frame, Row
from planskg.exporting.tables.schema import TABLES
from planskg.exporting.tables.spreadsheet import Names
from planskg.model import Span

COMMON = ("document", "year", "pillar", "sectors", "responsible", "line", "start", "end", "quote")
SENTENCE = ("sentence", "sentence_start", "sentence_end")
USED = {
    "documents": ("title", "year", "genre", "number", "place"),
    "places": ("code", "name", "level"),
    "pillars": ("above", "number", "title"),
    **{kind: (*COMMON, *SENTENCE, *columns) for kind, columns in KINDS.items()},
}
"""The columns of the tables that a ledger tells."""
CARRIED = frozenset[Property]().union(
    *(table.found_by for table in TABLES if table.name in USED),
    *(each.reader.path for table in TABLES for each in table.columns if each.name in USED.get(table.name, ())),
)


@dataclass(frozen=True, slots=True)
class Task:
    """A row of a ledger."""

    words: str
    """The sentence, in one line; only its own clauses where the sentence is shared out over several tasks."""
    items: tuple[str, ...]
    """What it promises one by one, but for actions, which its words tell."""
    years: tuple[int, ...]
    sectors: tuple[str, ...]
    lead: tuple[str, ...]
    shared: tuple[str, ...]
    """Departments that take part; none where the plan names who is responsible."""
    proposed: bool
    """Whether the departments are those of the sectors, since the plan names none."""
    pillars: tuple[str, ...]
    """The headings it stands under, outermost first."""
    line: int
    start: int
    end: int


def find_tasks(frames: dict[str, Frame], document: Row) -> list[Task]:
    """Return the tasks of a document in text order."""
    departments, names = Departments(frames, document), Names(frames)
    pillars: dict[object, Row] = {row["id"]: row for row in frames["pillars"].rows}
    rows = [
        (kind, row)
        for kind in KINDS
        for row in frames[kind].rows
        if row["document"] == document["id"] and row["sentence"]
    ]
    tasks = []
    for _, sentence in groupby(sorted(rows, key=_by_sentence), key=lambda each: each[1]["sentence_start"]):
        shares: dict[object, list[tuple[str, Row]]] = {}
        for kind, row in sentence:
            shares.setdefault((row["responsible"], departments.lead(row)), []).append((kind, row))
        tasks += [_task(share, names, departments, pillars, len(shares) > 1) for share in shares.values()]
    return tasks


def _by_sentence(each: tuple[str, Row]) -> tuple[object, ...]:
    kind, row = each
    return row["sentence_start"], row["start"], list(KINDS).index(kind), row["id"]


def _task(
    share: list[tuple[str, Row]], names: Names, departments: Departments, pillars: dict[object, Row], split: bool
) -> Task:
    first = share[0][1]
    years = tuple(sorted({row["year"] for _, row in share if isinstance(row["year"], int)}))
    items = (word_item(kind, row, names, dated=len(years) > 1) for kind, row in share if KINDS[kind])
    return Task(
        words=_own_words([row for _, row in share]) if split else one_line(first["sentence"]),
        items=tuple(dict.fromkeys(items)),
        years=years,
        sectors=_ordered(departments.sector_names(row) for _, row in share),
        lead=departments.lead(first),
        shared=_ordered(departments.shared(row) for _, row in share),
        proposed=not first["responsible"],
        pillars=tuple(_path(pillars, first["pillar"])),
        line=_whole(first["line"]),
        start=_whole(first["sentence_start"]),
        end=_whole(first["sentence_end"]),
    )


def _own_words(rows: list[Row]) -> str:
    begins = _whole(rows[0]["sentence_start"])
    spans = [Span(_whole(row["start"]) - begins, _whole(row["end"]) - begins) for row in rows]
    return cut_clauses(str(rows[0]["sentence"]), spans)


def _ordered(names: Iterable[Iterable[str]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for each in names for name in each))


def _path(pillars: dict[object, Row], pillar: object) -> Iterator[str]:
    row = pillars.get(pillar)
    if row is not None:
        yield from _path(pillars, row["above"])
        yield f"{row['number'] or ''}{row['title'] or ''}"


def _whole(cell: object) -> int:
    return cell if isinstance(cell, int) else 0
