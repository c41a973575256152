"""What the report tells of a store: its plans, and what is gathered across them."""

from dataclasses import dataclass
from decimal import Decimal

import pyoxigraph as ox

from planskg.exporting.figures import readable
from planskg.reporting.figures import Row, answer, counts, keys
from planskg.reporting.plans import Count, Plan, count_promises, read_plan


@dataclass(frozen=True, slots=True)
class Matter:
    """All that the report tells of a store."""

    plans: tuple[Plan, ...]
    headline: tuple[tuple[str, tuple[tuple[Row, ...], ...]], ...]
    """Indicator, then for each plan its targets."""
    sectors: tuple[tuple[str, str, tuple[Count, ...]], ...]
    """Sector and leading department, then a row of counts for each plan."""
    stages: dict[str, dict[str, int]]
    """Label to plan to count, the earliest stage first."""
    firmness: dict[str, dict[str, int]]


def read_matter(store: ox.Store) -> Matter:
    """Return what the report tells of a store."""
    documents = answer(store, "documents")
    found = {name: answer(store, name) for name in ("kinds", "pillars", "outside", "taken", "residue", "table")}
    found["projects"] = _projects(store)
    plans = tuple(
        read_plan(row, {name: _of(rows, row["document"]) for name, rows in found.items()}) for row in documents
    )
    order = [plan.iri for plan in plans]
    return Matter(
        plans=plans,
        headline=_headline(answer(store, "headline"), order),
        sectors=_sectors(answer(store, "sectors"), order),
        stages=_by_label(answer(store, "stages")),
        firmness=_by_label(answer(store, "firmness")),
    )


def _of(rows: list[Row], document: str) -> list[Row]:
    return [row for row in rows if row["document"] == document]


def _projects(store: ox.Store) -> list[Row]:
    """Return the promises about projects with their places, sectors and figures in words."""
    more = {name: answer(store, f"project-{name}") for name in ("places", "sectors")}
    rows = answer(store, "projects")
    for row in rows:
        for name, found in more.items():
            row[name] = "、".join(each["name"] for each in found if each["pledge"] == row["pledge"])
        row["size"] = readable(Decimal(row["capacity"]), row.get("unit", "")) if "capacity" in row else ""
        row["money"] = readable(Decimal(row["investment"]), "元") if "investment" in row else ""
    return rows


def _headline(rows: list[Row], order: list[str]) -> tuple[tuple[str, tuple[tuple[Row, ...], ...]], ...]:
    """Return the indicators that most plans set first, then in the order in which the plans name them."""
    labels = {row["indicator"]: row["label"] for row in sorted(rows, key=lambda row: int(row["start"]))}
    found = [
        (label, tuple(tuple(each for each in _of(rows, iri) if each["indicator"] == indicator) for iri in order))
        for indicator, label in labels.items()
    ]
    return tuple(sorted(found, key=lambda row: -sum(bool(cell) for cell in row[1])))


def _sectors(rows: list[Row], order: list[str]) -> tuple[tuple[str, str, tuple[Count, ...]], ...]:
    names = {row["sector"]: (row["label"], row.get("department", "")) for row in rows}
    found = [
        (label, department, tuple(Count("", count_promises(rows, sector=node, document=iri)) for iri in order))
        for node, (label, department) in names.items()
    ]
    return tuple(sorted(found, key=lambda row: (-sum(count.total for count in row[2]), row[0])))


def _by_label(rows: list[Row]) -> dict[str, dict[str, int]]:
    return {label: counts(rows, "document", label=label) for label in keys(rows, "label")}
