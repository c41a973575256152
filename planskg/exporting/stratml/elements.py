"""The pieces that StratML is written in."""

from uuid import NAMESPACE_URL, uuid5
from xml.etree import ElementTree

from planskg.exporting.characters import space_forbidden
from planskg.exporting.tables.columns import Cell
from planskg.graph.terms import ID

Element = ElementTree.Element
FIRST, LAST = "01-01", "12-31"
"""The days that a year begins and ends with: plans promise by the year."""


def element(name: str, *content: Element | str | None, **attributes: str) -> Element:
    """Return an element with its text or its children; what is None is left out, as are characters that XML forbids."""
    made = Element(name, attributes)
    for each in content:
        if isinstance(each, str):
            made.text = space_forbidden(each)
        elif each is not None:
            made.append(each)
    return made


def optional(name: str, text: object) -> Element | None:
    """Return an element that holds some words; none where there are no words."""
    return element(name, str(text)) if text else None


def identifier(key: Cell, part: str = "") -> Element:
    """Return the Identifier of a thing, or of a part of it: a UUID of its IRI, so the same in each export."""
    return element("Identifier", refer(key, part))


def refer(key: Cell, part: str = "") -> str:
    """Return what Identifiers hold; XML lets no ID begin with a digit."""
    iri = f"{ID}{key}#{part}" if part else f"{ID}{key}"
    return f"_{uuid5(NAMESPACE_URL, iri)}"


def day(name: str, year: Cell, within: str) -> Element | None:
    """Return the first or last day of a year; none where the year is not one that XML can write."""
    return element(name, f"{year:04d}-{within}") if isinstance(year, int) and 0 < year < 10_000 else None


def render(root: Element) -> str:
    """Return an element as a file."""
    ElementTree.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ElementTree.tostring(root, encoding="unicode")}\n'
