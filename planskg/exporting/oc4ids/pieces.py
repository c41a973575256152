"""The pieces that an OC4IDS project is made of."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from planskg.exporting.exact import Json
from planskg.exporting.oc4ids.codes import Codes
from planskg.exporting.tables.columns import Cell
from planskg.exporting.tables.frames import Row
from planskg.graph.terms import ID

ZONE = "+08:00"
"""All of China keeps one time."""
OWN = "planskg"
"""Stands where a publisher puts the prefix that the registry gave it, and for lists of the house."""
DIVISIONS = "GB/T 2260"
"""The gazetteer of places: the codes of China's divisions."""


def given(**fields: Json) -> dict[str, Json]:
    """Return the fields that say something; the schema allows no empty ones."""
    return {key: value for key, value in fields.items() if value is not None and value not in ("", [], {})}


def begin(date: str) -> str:
    """Return the first moment of a day."""
    return f"{date}T00:00:00{ZONE}"


def first_day(year: Cell) -> str | None:
    """Return the first moment of a year."""
    return begin(f"{year:04d}-01-01") if isinstance(year, int) else None


def last_day(year: Cell) -> str | None:
    """Return the last second of a year: plans promise by the year."""
    return f"{year:04d}-12-31T23:59:59{ZONE}" if isinstance(year, int) else None


def milestone(pledge: Row, codes: Codes, modified: str) -> Json:
    """Return what a pledge promises, as a milestone that is still to come."""
    stage = pledge["stage"]
    return given(
        id=_local(pledge),
        title=codes.stage_name(stage),
        type=codes.milestone_type(stage),
        code=codes.milestone(stage),
        description=str(pledge["sentence"] or ""),
        dueDate=last_day(pledge["year"]),
        status="scheduled",
        dateModified=modified,
    )


def forecast(pledge: Row) -> Json:
    """Return the capacity that a pledge tells."""
    capacity = pledge["capacity"]
    if not isinstance(capacity, Decimal):
        return None
    seen = given(
        id="1",
        measure=capacity,
        unit=given(name=str(pledge["capacity_unit"] or "")),
        period=given(endDate=last_day(pledge["year"])),
    )
    return {"id": f"capacity-{_local(pledge)}", "title": "规模 / capacity", "observations": [seen]}


def _local(pledge: Row) -> str:
    """Return what tells a pledge from others of its document: the end of its IRI."""
    return "-".join(str(pledge["id"]).split("/")[-2:])


def budget(pledges: Iterable[Row]) -> Json:
    """Return the greatest investment that is told: smaller ones are those of a phase or a year."""
    told = [pledge["investment"] for pledge in pledges if isinstance(pledge["investment"], Decimal)]
    return {"amount": {"amount": max(told), "currency": "CNY"}} if told else None


def locations(codes: Iterable[Cell], unsettled: Iterable[str], places: dict[Cell, Row], area: Row) -> Iterator[Json]:
    """Return where a project lies: at named places, or somewhere in the area of the plan.

    A place's point is its seat of government; the area has none, for the project may lie anywhere in it.
    """
    named = [places[code] for code in sorted(codes, key=str) if code in places]
    yield from (_location(place, _point(place)) for place in named)
    if area and not named:
        yield _location(area, None)
    for number, words in enumerate(unsettled, 1):
        yield {"id": f"unsettled-{number}", "description": words}


def _location(place: Row, point: Json) -> Json:
    code = str(place["code"])
    return given(
        id=code,
        description=str(place["name"] or ""),
        geometry=point,
        gazetteer={"scheme": DIVISIONS, "identifiers": [code]},
        uri=f"{ID}place/{code}",
    )


def _point(place: Row) -> Json:
    at = [place["longitude"], place["latitude"]]
    return None if None in at else {"type": "Point", "coordinates": at}


def classifications(sectors: Iterable[str], known: dict[Cell, Row]) -> Iterator[Json]:
    """Return the house's own sectors, which are finer than the codes of the standard."""
    for notation in sectors:
        name = known.get(notation, {}).get("name")
        yield given(scheme=f"{OWN}-sector", id=notation, description=str(name or ""))
