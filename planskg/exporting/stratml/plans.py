"""A document as one StratML plan: headings are goals, promises are objectives."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from planskg.exporting.stratml.book import Book
from planskg.exporting.stratml.columns import (
    DOCUMENT_NOTES,
    KINDS,
    PART_ONE,
    PART_TWO,
    PILLAR_NOTES,
    ROW_NOTES,
)
from planskg.exporting.stratml.elements import FIRST, LAST, Element, day, element, identifier, optional
from planskg.exporting.stratml.measuring import measure_aim, measure_pledge, measure_row, measure_target
from planskg.exporting.tables.columns import Cell
from planskg.exporting.tables.frames import Row
from planskg.exporting.tables.selection import Selection

Measure = Callable[[Book, Row], Iterator[Element]]
MEASURES: dict[str, Measure] = {"targets": measure_target, "aims": measure_aim, "pledges": measure_pledge}
"""The kinds of promises that Part 2 measures; of an action nothing can be."""
LASTING = {"five-year-plan": 5}
"""Years that a plan of a genre covers; all others cover one."""
OUTSIDE = "不在标题之下的承诺 / promises outside any heading"
FIGURES = "指标表 / table of figures"
NAMED = ("责任单位 / responsible body", "计划写明 / named by the plan")
PROPOSED = (
    "拟牵头单位 / proposed lead department",
    "拟：计划未写明，按所属领域提出 / proposed from its sector, since the plan names none",
)


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the standard."""

    root: str
    namespace: str
    selection: Selection
    kind: str = ""
    """The Type of the document, where the part has one."""

    @property
    def measures(self) -> bool:
        """Whether it has performance indicators, roles and an Identifier of the document."""
        return bool(self.kind)

    def write(self, book: Book) -> Element:
        """Return a document as a plan."""
        document = book.document
        type_of = {"Type": self.kind} if self.kind else {}
        return element(
            self.root,
            element("Name", _title(document)),
            book.note("documents", document, DOCUMENT_NOTES),
            element("StrategicPlanCore", *_organization(document), *self._goals(book)),
            self._administration(document),
            xmlns=self.namespace,
            **type_of,
        )

    def _administration(self, document: Row) -> Element:
        year = document["year"]
        first = year - LASTING.get(str(document["genre"]), 1) + 1 if isinstance(year, int) else None
        return element(
            "AdministrativeInformation",
            identifier(document["id"]) if self.measures else None,
            day("StartDate", first, FIRST),
            day("EndDate", year, LAST),
            optional("PublicationDate", document["issued"]),
        )

    def _goals(self, book: Book) -> Iterator[Element]:
        """Return promises outside any heading, the headings, and the table of figures; StratML asks for one goal."""
        orders = _orders(book)
        outside, figures = book.promises.get(None, []), list(self._rows(book))
        if outside or not (book.pillars or figures):
            name = OUTSIDE if outside else _title(book.document)
            yield self._goal(book, identifier(book.document["id"], "outside"), name, "", None, None, None)
        for key, row in book.pillars.items():
            notes = book.note("pillars", row, PILLAR_NOTES)
            words = str(row["quote"] or "")
            yield self._goal(book, identifier(key), str(row["title"] or ""), words, orders[key], notes, key)
        if figures:
            own = identifier(book.document["id"], "figures")
            yield element("Goal", element("Name", FIGURES), element("Description"), own, *figures)

    def _goal(
        self, book: Book, own: Element, name: str, words: str, order: str | None, notes: Element | None, pillar: Cell
    ) -> Element:
        promises = enumerate(book.promises.get(pillar, []), 1)
        return element(
            "Goal",
            element("Name", name),
            element("Description", words),
            own,
            optional("SequenceIndicator", order),
            notes,
            *(self._objective(book, kind, row, number) for number, (kind, row) in promises),
        )

    def _objective(self, book: Book, kind: str, row: Row, number: int) -> Element:
        told = KINDS[kind]
        measured = MEASURES[kind](book, row) if self.measures and kind in MEASURES else ()
        return element(
            "Objective",
            element("Name", str(row[told.name] or "")),
            optional("Description", row["sentence"]),
            identifier(row["id"]),
            element("SequenceIndicator", str(number)),
            *self._stakeholders(book, row),
            book.note(kind, row, told.noted if self.measures else (*told.measured, *told.noted)),
            *measured,
        )

    def _stakeholders(self, book: Book, row: Row) -> Iterator[Element]:
        role, why = NAMED if row["responsible"] else PROPOSED
        for name in book.departments.lead(row):
            yield element(
                "Stakeholder",
                element("Name", name),
                element("Description", why),
                element("Role", element("Name", role), element("RoleType", "Performer")) if self.measures else None,
                StakeholderTypeType="Organization",
            )

    def _rows(self, book: Book) -> Iterator[Element]:
        """Return the rows of the tables of figures, which Part 2 alone can tell."""
        rows = {row["id"]: row for row in book.rows("rows")}
        for number, (key, cells) in enumerate(book.cells.items(), 1):
            row = rows.get(key)
            own = key if row else f"{book.document['id']}/figures-{number}"
            yield element(
                "Objective",
                element("Name", str(row["name"] or "") if row else str(key)),
                optional("Description", row["quote"] if row else None),
                identifier(own),
                element("SequenceIndicator", str(number)),
                book.note("rows", row, ROW_NOTES) if row else None,
                *measure_row(book, own, row["part_of"] if row else None, cells),
            )


def _title(document: Row) -> str:
    return str(document["title"] or document["id"])


def _organization(document: Row) -> Iterator[Element]:
    """Return who plans: the government, or the issuer as printed."""
    name = document["government"] or document["issuer"]
    if name:
        governs = document["governs"]
        own = identifier(f"government/{governs}") if governs else None
        yield element("Organization", element("Name", str(name)), own)


def _orders(book: Book) -> dict[Cell, str]:
    """Return where each heading stands among its likes, after where those above it stand: 2.1."""
    found: dict[Cell, str] = {}
    counts: dict[Cell, int] = {}
    for key, row in book.pillars.items():
        above = row["above"] if row["above"] in found else None
        counts[above] = counts.get(above, 0) + 1
        found[key] = f"{found[above]}.{counts[above]}" if above else str(counts[above])
    return found


STRATEGIC = Part("StrategicPlan", "urn:ISO:std:iso:17469:tech:xsd:stratml_core", PART_ONE)
PERFORMANCE = Part(
    "PerformancePlanOrReport", "urn:ISO:std:iso:17469:tech:xsd:PerformancePlanOrReport", PART_TWO, "Performance_Plan"
)
