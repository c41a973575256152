"""A document's projects as one package: a project is what all its pledges in the document say of it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from planskg.exporting.exact import Json
from planskg.exporting.oc4ids.codes import Codes
from planskg.exporting.oc4ids.pieces import (
    OWN,
    begin,
    budget,
    classifications,
    first_day,
    forecast,
    given,
    last_day,
    locations,
    milestone,
)
from planskg.exporting.tables.columns import Cell
from planskg.exporting.tables.frames import Frame, Row
from planskg.exporting.tables.selection import Selection
from planskg.graph.terms import ID

VERSION = "0.9"
UNKNOWN = begin("0001-01-01")
"""Stands where a plan gives neither date nor year, since the schema asks for a date."""
SELECTION = Selection(
    {
        "documents": ("id", "title", "year", "issued", "number", "issuer", "government", "governs", "place"),
        "pillars": ("id", "above", "title"),
        "pledges": (
            *("id", "document", "name", "project", "stage", "capacity", "capacity_unit", "investment", "year"),
            *("pillar", "sectors", "responsible", "places_unsettled", "sentence", "line", "start", "end"),
        ),
        "projects": ("id", "places"),
        "places": ("code", "name", "latitude", "longitude"),
        "sectors": ("id", "name"),
    }
)
"""What a package tells."""
COMMENCEMENT, COMPLETED = "commencement", "completion"
GOVERNMENT, BODY = "publicAuthority", "responsibleBody"
"""Roles of parties; the second is not of the standard's open codelist, which has no such role."""


@dataclass(frozen=True)
class Package:
    """A document, with the tables that tell of its projects."""

    frames: dict[str, Frame]
    document: Row
    codes: Codes

    @cached_property
    def projects(self) -> dict[Cell, list[Row]]:
        """The document's pledges by their projects, in text order."""
        found: dict[Cell, list[Row]] = {}
        for row in self.frames["pledges"].rows:
            if row["document"] == self.document["id"]:
                found.setdefault(row["project"] or row["id"], []).append(row)
        return found

    @cached_property
    def published(self) -> str:
        """When the document was issued: where it does not say, the first day of the year that it plans."""
        return self._issued or first_day(self.document["year"]) or UNKNOWN

    @cached_property
    def _issued(self) -> str | None:
        issued = self.document["issued"]
        return begin(str(issued)) if issued else None

    @cached_property
    def publisher(self) -> dict[str, Json]:
        """Who publishes the plan: the government, or the issuer as printed."""
        document, governs = self.document, self.document["governs"]
        name = document["government"] or document["issuer"] or document["title"] or document["id"]
        return given(name=str(name), uri=f"{ID}government/{governs}" if governs else None)

    def write(self) -> Json:
        """Return the package."""
        return {
            "uri": f"{ID}{self.document['id']}/oc4ids",
            "version": VERSION,
            "publishedDate": self.published,
            "publisher": self.publisher,
            "projects": [self._project(str(key), pledges) for key, pledges in sorted(self.projects.items(), key=str)],
        }

    def _project(self, key: str, pledges: list[Row]) -> Json:
        soonest = min(pledges, key=lambda pledge: (_year(pledge), self.codes.rank(pledge["stage"])))
        sectors, bodies = _all(pledges, "sectors"), _all(pledges, "responsible")
        at = next((_many(row["places"]) for row in self.frames["projects"].rows if row["id"] == key), ())
        unsettled = _all(pledges, "places_unsettled")
        return given(
            id=f"{OWN}-{key.rpartition('/')[2]}",
            identifiers=[{"id": f"{ID}{key}", "scheme": OWN}],
            updated=self.published,
            language="zh",
            title=str(pledges[0]["name"] or ""),
            description="\n".join(dict.fromkeys(str(pledge["sentence"] or "") for pledge in pledges)),
            status=self.codes.status(soonest["stage"]),
            sector=self.codes.sectors(sectors),
            additionalClassifications=list(classifications(sectors, self.frames["sectors"])),
            period=self._period(pledges),
            budget=budget(pledges),
            locations=list(locations(at, unsettled, self.frames["places"], self.document["place"])),
            publicAuthority=self._authority(),
            parties=list(self._parties(bodies)),
            forecasts=[told for pledge in pledges if (told := forecast(pledge))],
            milestones=[milestone(pledge, self.codes, self.published) for pledge in pledges],
            policyAlignment=given(description="\n".join(self._headings(pledges))),
            documents=[self._source(pledges)],
        )

    def _period(self, pledges: list[Row]) -> Json:
        """Return when the works are to begin and to end, as far as the pledges say so."""
        begun = [_year(each) for each in pledges if self.codes.milestone(each["stage"]) == COMMENCEMENT]
        ended = [_year(each) for each in pledges if self.codes.status(each["stage"]) == COMPLETED]
        return given(
            startDate=first_day(min(filter(None, begun), default=None)),
            endDate=last_day(max(filter(None, ended), default=None)),
        )

    def _authority(self) -> Json:
        governs = self.document["governs"]
        return given(id=f"{OWN}-government-{governs or '000000'}", name=self.publisher["name"])

    def _parties(self, bodies: Iterable[str]) -> Iterator[Json]:
        authority = self._authority()
        governed = next(
            (row["name"] for row in self.frames["places"].rows if row["code"] == self.document["place"]), ""
        )
        yield authority | given(address=given(region=governed), roles=[GOVERNMENT])
        for name in bodies:
            yield {"id": f"{authority['id']}-{name}", "name": name, "roles": [BODY]}

    def _headings(self, pledges: Iterable[Row]) -> list[str]:
        pillars = {row["id"]: row for row in self.frames["pillars"].rows}
        paths = (" > ".join(_titles(pillars, pledge["pillar"])) for pledge in pledges)
        return list(dict.fromkeys(path for path in paths if path))

    def _source(self, pledges: Iterable[Row]) -> Json:
        """Return the plan, with the places in its text that speak of a project."""
        document = self.document
        about = [document["number"], document["year"] and f"计划年份 / plan year {document['year']}"]
        places = (f"第{each['line']}行 / line {each['line']}，{each['start']}–{each['end']}" for each in pledges)
        return given(
            id=str(document["id"]).rpartition("/")[2],
            title=str(document["title"] or ""),
            description="\n".join([*(str(each) for each in about if each), *places]),
            datePublished=self._issued,
            language="zh",
            author=str(document["issuer"] or ""),
        )


def _titles(pillars: dict[Cell, Row], key: Cell) -> Iterator[str]:
    row = pillars.get(key)
    if row is not None:
        yield from _titles(pillars, row["above"])
        yield str(row["title"] or "")


def _year(pledge: Row) -> int:
    """Return the year that a pledge is due; 0 where it has none."""
    return pledge["year"] if isinstance(pledge["year"], int) else 0


def _all(pledges: Iterable[Row], column: str) -> list[str]:
    """Return what some pledges hold in a column of several values, sorted."""
    return sorted({str(each) for pledge in pledges for each in _many(pledge[column])})


def _many(cell: Cell) -> tuple[Cell, ...]:
    return cell if isinstance(cell, tuple) else ()
