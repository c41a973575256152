"""A document's projects as one package: a project is what all its pledges in the document say of it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from planskg.exporting.exact import Json
from planskg.exporting.oc4ids.codes import Codes
from planskg.exporting.oc4ids.pieces import (
    OWN,
    budget,
    classifications,
    first_day,
    forecast,
    given,
    last_day,
    locations,
    milestone,
)
from planskg.exporting.oc4ids.publishing import Publication
from planskg.exporting.tables.columns import Cell
from planskg.exporting.tables.frames import Row
from planskg.exporting.tables.selection import Selection
from planskg.graph.terms import ID

VERSION = "0.9"
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
BODY = "responsibleBody"
"""The role of those whom a plan names as responsible; the standard's codelist is open and has none for them."""


@dataclass(frozen=True)
class Package:
    """A document's projects, with the tables that tell of them."""

    publication: Publication
    projects: dict[Cell, list[Row]]
    """The document's pledges by their projects, in text order."""
    tables: dict[str, dict[Cell, Row]]
    """Rows by their keys."""
    codes: Codes

    def write(self) -> Json:
        """Return the package."""
        publication = self.publication
        return {
            "uri": f"{ID}{publication.document['id']}/oc4ids",
            "version": VERSION,
            "publishedDate": publication.published,
            "publisher": publication.publisher,
            "projects": [self._project(key, self.projects[key]) for key in sorted(self.projects, key=str)],
        }

    def _project(self, key: Cell, pledges: list[Row]) -> Json:
        publication, tables = self.publication, self.tables
        soonest = min(pledges, key=lambda pledge: (_year(pledge), self.codes.rank(pledge["stage"])))
        sectors, unsettled = _all(pledges, "sectors"), _all(pledges, "places_unsettled")
        at = _many(tables["projects"].get(key, {}).get("places"))
        return given(
            id=f"{OWN}-{str(key).rpartition('/')[2]}",
            identifiers=[{"id": f"{ID}{key}", "scheme": OWN}],
            updated=publication.published,
            language="zh",
            title=str(pledges[0]["name"] or ""),
            description="\n".join(dict.fromkeys(str(pledge["sentence"] or "") for pledge in pledges)),
            status=self.codes.status(soonest["stage"]),
            sector=self.codes.sectors(sectors),
            additionalClassifications=list(classifications(sectors, tables["sectors"])),
            period=self._period(pledges),
            budget=budget(pledges),
            locations=list(locations(at, unsettled, tables["places"], publication.area)),
            publicAuthority=publication.authority,
            parties=[publication.party, *self._bodies(pledges)],
            forecasts=[told for pledge in pledges if (told := forecast(pledge))],
            milestones=[milestone(pledge, self.codes, publication.published) for pledge in pledges],
            policyAlignment=given(description="\n".join(self._headings(pledges))),
            documents=[publication.cite(pledges)],
        )

    def _period(self, pledges: list[Row]) -> Json:
        """Return when the works are to begin and to end, as far as the pledges say so."""
        begun = [_year(each) for each in pledges if self.codes.milestone(each["stage"]) == COMMENCEMENT]
        ended = [_year(each) for each in pledges if self.codes.status(each["stage"]) == COMPLETED]
        return given(
            startDate=first_day(min(filter(None, begun), default=None)),
            endDate=last_day(max(filter(None, ended), default=None)),
        )

    def _bodies(self, pledges: Iterable[Row]) -> Iterator[Json]:
        for name in _all(pledges, "responsible"):
            yield {"id": f"{self.publication.authority['id']}-{name}", "name": name, "roles": [BODY]}

    def _headings(self, pledges: Iterable[Row]) -> list[str]:
        paths = (" > ".join(_titles(self.tables["pillars"], pledge["pillar"])) for pledge in pledges)
        return list(dict.fromkeys(path for path in paths if path))


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
