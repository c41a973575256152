"""Where quoted words stand in a document's text, as people and editors count."""

from typing import NamedTuple

from planskg.model import Finding, Quote, Report


class Place(NamedTuple):
    """A point of a text: the line and, in code points, the column, both from 1."""

    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.line}:{self.column}"


def place_at(text: str, offset: int) -> Place:
    """Return the place of an offset."""
    return Place(text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset))


def find_place(report: Report, quote: Quote) -> Place | None:
    """Return where a quote begins; None where the text does not say so at its offsets.

    The words of last year's plan have offsets too, but in another text.
    """
    if quote.span is None or not report.text or report.text[slice(*quote.span)] != quote.text:
        return None
    return place_at(report.text, quote.span.start)


def find_first(report: Report, finding: Finding) -> Quote | None:
    """Return the first words of a finding that have a place in the text, its own before those compared."""
    quotes = (*finding.quotes, *finding.compared)
    return next((quote for quote in quotes if find_place(report, quote) is not None), None)
