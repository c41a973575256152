"""The document that a package is made of: who publishes it, when, and what of it tells of a project."""

from collections.abc import Iterable
from dataclasses import dataclass

from planskg.exporting.exact import Json
from planskg.exporting.oc4ids.pieces import OWN, begin, first_day, given
from planskg.exporting.tables.frames import Row
from planskg.graph.terms import ID

UNKNOWN = begin("0001-01-01")
"""Stands where a plan gives neither date nor year, since the schema asks for a date."""
GOVERNMENT = "publicAuthority"
"""The role of who publishes the plan."""


@dataclass(frozen=True)
class Publication:
    """A document, as a publication."""

    document: Row
    area: Row
    """The place that it plans for; empty where it names none."""

    @property
    def issued(self) -> str | None:
        """When the document was issued, as far as it says so."""
        issued = self.document["issued"]
        return begin(str(issued)) if issued else None

    @property
    def published(self) -> str:
        """When the package is published: with the document, or when the year begins that it plans."""
        return self.issued or first_day(self.document["year"]) or UNKNOWN

    @property
    def publisher(self) -> dict[str, Json]:
        """Who publishes the plan: the government, or the issuer as printed."""
        document, governs = self.document, self.document["governs"]
        name = document["government"] or document["issuer"] or document["title"] or document["id"]
        return given(name=str(name), uri=f"{ID}government/{governs}" if governs else None)

    @property
    def authority(self) -> dict[str, Json]:
        """Who publishes the plan, as a party of its projects refers to it."""
        return given(id=f"{OWN}-government-{self.document['governs'] or '000000'}", name=self.publisher["name"])

    @property
    def party(self) -> Json:
        """Who publishes the plan, as a party of its projects."""
        return self.authority | given(address=given(region=self.area.get("name")), roles=[GOVERNMENT])

    def cite(self, pledges: Iterable[Row]) -> Json:
        """Return the document, with the places in its text that speak of a project."""
        document = self.document
        about = [document["number"], document["year"] and f"计划年份 / plan year {document['year']}"]
        places = (f"第{each['line']}行 / line {each['line']}，{each['start']}–{each['end']}" for each in pledges)
        return given(
            id=str(document["id"]).rpartition("/")[2],
            title=str(document["title"] or ""),
            description="\n".join([*(str(each) for each in about if each), *places]),
            datePublished=self.issued,
            language="zh",
            author=str(document["issuer"] or ""),
        )
