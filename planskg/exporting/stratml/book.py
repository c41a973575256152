"""One document's rows of the tables, and how they are told in words."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import pyoxigraph as ox

from planskg.exporting.facts import Concepts
from planskg.exporting.ledger.departments import Departments
from planskg.exporting.stratml.columns import KINDS
from planskg.exporting.stratml.elements import Element, optional
from planskg.exporting.tables.columns import Cell
from planskg.exporting.tables.frames import Frame, Row
from planskg.exporting.tables.selection import BY_NAME
from planskg.exporting.tables.spreadsheet import Names
from planskg.graph.terms import PREFIXES

Promise = tuple[str, Row]
"""With the name of its table."""


@dataclass(frozen=True)
class Book:
    """A document and what it says."""

    frames: dict[str, Frame]
    document: Row
    names: Names
    concepts: Concepts
    """These and the names are shared by all documents."""

    @cached_property
    def _own(self) -> dict[str, list[Row]]:
        """The document's rows of each table that tells of documents."""
        key = self.document["id"]
        return {name: [row for row in each.rows if row.get("document") == key] for name, each in self.frames.items()}

    def rows(self, table: str) -> list[Row]:
        """Return the document's rows of a table; none where the format does not tell it."""
        return self._own.get(table, [])

    @cached_property
    def departments(self) -> Departments:
        """Who answers for its promises."""
        return Departments(self.frames, self.document)

    @cached_property
    def pillars(self) -> dict[Cell, Row]:
        """Its headings by their keys, in text order."""
        return {row["id"]: row for row in self.rows("pillars")}

    @cached_property
    def promises(self) -> dict[Cell, list[Promise]]:
        """Its promises by the headings they stand under, in text order; None for those that stand under none."""
        found: dict[Cell, list[Promise]] = defaultdict(list)
        for kind in KINDS:
            for row in self.rows(kind):
                found[row["pillar"] if row["pillar"] in self.pillars else None].append((kind, row))
        return {pillar: sorted(each, key=_position) for pillar, each in found.items()}

    @cached_property
    def cells(self) -> dict[Cell, list[Row]]:
        """The cells of its tables of figures by their rows, or by their indicators where they have none."""
        found: dict[Cell, list[Row]] = {row["id"]: [] for row in self.rows("rows")}
        for cell in self.rows("observations"):
            found.setdefault(cell["row"] or cell["indicator"], []).append(cell)
        return found

    @cached_property
    def _measuring(self) -> dict[tuple[Cell, ...], list[Row]]:
        """The cells by what they measure."""
        found: dict[tuple[Cell, ...], list[Row]] = defaultdict(list)
        for cell in self.rows("observations"):
            found[_measured(cell)].append(cell)
        return found

    def cells_like(self, target: Row) -> list[Row]:
        """Return the cells that measure what a target of the whole place does; none unless they are of one row."""
        own = target["places"] in ((), (self.document["place"],)) and not target["places_unsettled"]
        found = self._measuring.get(_measured(target), []) if own and target["concept"] else []
        rows = {cell["row"] for cell in found}
        return found if len(rows) == 1 and None not in rows else []

    def term(self, scheme: str, notation: Cell) -> str:
        """Return the Chinese name of a vocabulary's concept; its notation where it has none."""
        return self.concepts.label(ox.NamedNode(f"{PREFIXES[scheme]}{notation}")) if notation else ""

    def note(self, table: str, row: Row, columns: Iterable[str]) -> Element | None:
        """Return OtherInformation: a line for each column that says something."""
        lines = (
            f"{column.chinese} / {column.english}：{self.names.spell(column, row[column.name])}"
            for column in BY_NAME[table].pick(columns)
            if row[column.name] not in (None, ())
        )
        return optional("OtherInformation", "\n".join(lines))


def _measured(row: Row) -> tuple[Cell, ...]:
    return row["concept"], row["unit"], row["measure"]


def _position(promise: Promise) -> tuple[int, int, int, str]:
    kind, row = promise
    start, end = (each if isinstance(each, int) else 0 for each in (row["start"], row["end"]))
    return start, end, list(KINDS).index(kind), str(row["id"])
