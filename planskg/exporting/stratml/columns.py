"""What StratML tells of each kind of promise, as columns of the tables."""

from dataclasses import dataclass

from planskg.exporting.tables.selection import Selection

PLACED = ("line", "start", "end")
FILED = ("year", "sectors", "firmness", "places", "places_unsettled", *PLACED)


@dataclass(frozen=True, slots=True)
class Kind:
    """How a kind of promise becomes an Objective."""

    name: str
    """The column that names it."""
    measured: tuple[str, ...] = ()
    """Columns that Part 2 tells as performance indicators, and Part 1 in words."""
    noted: tuple[str, ...] = FILED
    """Columns that both tell in words, since StratML has no element for them."""


KINDS = {
    "targets": Kind(
        "indicator",
        ("value", "low", "high", "unit", "measure", "comparator", "printed", "since"),
        ("concept", "binding", *FILED),
    ),
    "aims": Kind("indicator", ("manner", "quote"), ("concept", *FILED)),
    "pledges": Kind("name", ("stage", "capacity", "capacity_unit", "investment")),
    "actions": Kind("quote"),
}
"""The tables of promises."""
PILLAR_NOTES = ("theme", *PLACED)
DOCUMENT_NOTES = ("number", "congress", "genre", "issuer", "place")
FRAME: dict[str, tuple[str, ...]] = {
    "documents": ("id", "title", "year", "issued", "government", "governs", *DOCUMENT_NOTES),
    "pillars": ("id", "document", "above", "title", "quote", *PILLAR_NOTES),
    "sectors": ("id", "name", "lead", "departments"),
    "places": ("code", "name", "level"),
    "indicators": ("id", "name"),
    "terms": ("id", "name"),
    **{
        name: ("id", "document", "pillar", "sentence", "responsible", kind.name, *kind.measured, *kind.noted)
        for name, kind in KINDS.items()
    },
}
ROW_NOTES = ("concept", "printed_unit", "prices", *PLACED)
PART_ONE = Selection(FRAME)
PART_TWO = Selection(
    FRAME
    | {
        "targets": (*FRAME["targets"], "part_of"),
        "rows": ("id", "document", "name", "quote", "part_of", *ROW_NOTES),
        "observations": (
            *("id", "document", "row", "indicator", "concept", "year", "series", "value", "low", "high"),
            *("unit", "measure", "comparator", "printed", "manner", "binding"),
        ),
    }
)
