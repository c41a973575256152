"""Values as the literals of the graph, spelt as Oxigraph keeps them, so that a graph reads the same out of a store."""

from collections.abc import Callable
from decimal import Decimal
from typing import TypeVar

import pyoxigraph as ox

from planskg.graph.terms import XSD

Given = TypeVar("Given")
Made = TypeVar("Made")


def given(value: Given | None, make: Callable[[Given], Made]) -> Made | None:
    """Return what is made of a value, or None where there is no value."""
    return None if value is None else make(value)


def words(value: str) -> ox.Literal:
    """Return a document's own words, as a plain string."""
    return ox.Literal(value)


def number(value: Decimal) -> ox.Literal:
    """Return an xsd:decimal as Oxigraph would print it: 616.90 is 616.9."""
    return ox.Literal(format(value.normalize(), "f"), datatype=XSD.decimal)


def degrees(value: float) -> ox.Literal:
    """Return a coordinate as an xsd:decimal."""
    return number(Decimal(str(value)))


def count(value: int) -> ox.Literal:
    """Return an xsd:integer."""
    return ox.Literal(str(value), datatype=XSD.integer)


def year(value: int) -> ox.Literal:
    """Return an xsd:gYear."""
    return ox.Literal(f"{value:04d}", datatype=XSD.gYear)


def date(value: str) -> ox.Literal:
    """Return an xsd:date."""
    return ox.Literal(value, datatype=XSD.date)


def chinese(name: str) -> ox.Literal:
    """Return a name in Chinese."""
    return ox.Literal(name, language="zh")
