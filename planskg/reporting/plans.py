"""What the report tells of one plan."""

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal

from planskg.exporting.figures import readable
from planskg.gazetteer import load_gazetteer
from planskg.graph.terms import PLAN
from planskg.reporting.figures import Row, counts

KINDS = {
    PLAN.Target.value: "目标",
    PLAN.ProjectPledge.value: "项目",
    PLAN.Aim.value: "要求",
    PLAN.Action.value: "举措",
}
"""The kinds of promise, in the order in which the report counts them."""
OTHERS = {PLAN.Observation.value: "表列数", PLAN.Pillar.value: "支柱"}
GENRES = {"annual-plan": "国民经济和社会发展计划", "work-report": "政府工作报告", "five-year-plan": "五年规划"}
SERIES = {"actual": "实际", "growth_actual": "实际增速", "plan": "计划", "growth_plan": "计划增速"}
COMPARATORS = {"ge": "以上", "le": "以内", "approx": "左右"}
UNEXPLAINED = "unexplained"


@dataclass(frozen=True, slots=True)
class Count:
    """A row of counts by kind."""

    label: str
    counts: dict[str, int]
    note: str = ""

    @property
    def total(self) -> int:
        """Return the sum over the kinds."""
        return sum(self.counts.values())


@dataclass(frozen=True, slots=True)
class Coverage:
    """What became of the numbers and stage words of a text."""

    taken: int
    reasons: tuple[Row, ...]
    """Rows with reason, label, definition and count."""

    @property
    def left(self) -> int:
        """Return how many no record took."""
        return sum(int(row["count"]) for row in self.reasons)

    @property
    def unexplained(self) -> int:
        """Return how many are left without a reason."""
        return sum(int(row["count"]) for row in self.reasons if row["reason"].endswith(f"/{UNEXPLAINED}"))

    @property
    def share(self) -> str:
        """Return how much of it is taken or explained, in per cent."""
        whole = self.taken + self.left
        return "—" if whole == 0 else f"{100 * (whole - self.unexplained) / whole:.1f}%"


@dataclass(frozen=True, slots=True)
class Plan:
    """One document."""

    iri: str
    name: str
    year: str
    about: tuple[tuple[str, str], ...]
    """What it says of itself, by name."""
    kinds: dict[str, int]
    pillars: tuple[Count, ...]
    projects: tuple[Row, ...]
    columns: tuple[tuple[str, str], ...]
    """Years and series of the indicator table that hold anything."""
    table: tuple[tuple[str, dict[tuple[str, str], str]], ...]
    """Its indicators, each with its cells by year and series."""
    coverage: Coverage


def read_plan(row: Row, found: dict[str, list[Row]]) -> Plan:
    """Return what the report tells of a document, of the rows that tell of it."""
    table: dict[str, dict[tuple[str, str], str]] = defaultdict(dict)
    for cell in found["table"]:
        table[cell["words"]].setdefault((cell["year"], cell["series"]), _cell(cell))
    held = {column for cells in table.values() for column in cells}
    return Plan(
        iri=row["document"],
        name=_name(row),
        year=row["year"],
        about=_about(row),
        kinds={name: counts(found["kinds"], "kind").get(kind, 0) for kind, name in {**KINDS, **OTHERS}.items()},
        pillars=_pillars(found["pillars"], found["outside"]),
        projects=tuple(found["projects"]),
        columns=tuple(sorted(held, key=lambda column: (column[0], list(SERIES).index(column[1])))),
        table=tuple(table.items()),
        coverage=Coverage(sum(counts(found["taken"], "document").values()), tuple(_most_first(found["residue"]))),
    )


def _cell(cell: Row) -> str:
    """Return a cell with its unit, or as printed where it holds words."""
    if "value" not in cell:
        return cell["printed"]
    return readable(Decimal(cell["value"]), cell.get("unit", "")) + COMPARATORS.get(cell.get("comparator", ""), "")


def _name(row: Row) -> str:
    """Return a short name for a document: 克州 2023, or its title where its place is not known."""
    place = load_gazetteer().by_code.get(row.get("region", ""))
    return f"{min(place.aliases, key=len, default=place.name)} {row['year']}" if place else row["title"]


def _about(row: Row) -> tuple[tuple[str, str], ...]:
    named = (
        ("文种", GENRES.get(row.get("genre", ""), row.get("genre", ""))),
        ("文号", row.get("number", "")),
        ("印发机关", row.get("issuer", "")),
        ("印发日期", row.get("issued", "")),
        ("批准会议", row.get("congress", "")),
        ("行政区", row.get("place", "")),
        ("计划年度", row["year"]),
        ("全文", f"{int(row.get('length', 0)):,} 字"),
    )
    return (("标题", row["title"]), *((name, value) for name, value in named if value))


def _most_first(rows: list[Row]) -> list[Row]:
    return sorted(rows, key=lambda row: (-int(row["count"]), row["label"]))


def count_promises(rows: list[Row], **wanted: str) -> dict[str, int]:
    """Return the counts of the rows that hold what is wanted, by the name of the kind of promise."""
    by_kind = counts(rows, "kind", **wanted)
    return {name: by_kind.get(kind, 0) for kind, name in KINDS.items()}


def _pillars(rows: list[Row], outside: list[Row]) -> tuple[Count, ...]:
    titles = {row["pillar"]: row["title"] for row in rows}
    found = [Count(title, count_promises(rows, pillar=pillar)) for pillar, title in titles.items()]
    rest = [Count("章节以外", count_promises(outside), "outside the headings")] if outside else []
    return (*rest, *found)
