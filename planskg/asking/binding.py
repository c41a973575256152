"""What people type for a parameter, as the terms that a query is bound to.

A value may hold alternatives with | between them. What is typed reaches a query only as a term that Oxigraph spelt.
"""

import re
from collections.abc import Callable
from functools import partial

import pyoxigraph as ox

from planskg.asking.naming import Term, find_concepts, find_documents, find_iri, find_place
from planskg.graph.terms import PLAN, XSD


def bind(store: ox.Store, kind: str, value: str) -> list[Term]:
    """Return the terms that a typed value means, each once; raises ValueError that says what is wrong with it."""
    parts = [part.strip() for part in value.split("|") if part.strip()]
    if not parts:
        raise ValueError("is empty")
    return list(dict.fromkeys(term for part in parts for term in TYPES[kind](store, part)))


def _string(_: ox.Store, text: str) -> list[Term]:
    return [ox.Literal(text)]


def _integer(_: ox.Store, text: str) -> list[Term]:
    if not re.fullmatch(r"[+-]?[0-9]+", text):
        raise ValueError(f"{text!r} is no whole number")
    return [ox.Literal(str(int(text)), datatype=XSD.integer)]


def _year(_: ox.Store, text: str) -> list[Term]:
    if not re.fullmatch(r"[0-9]{4}年?", text):
        raise ValueError(f"{text!r} is no year of four digits")
    return [ox.Literal(text[:4], datatype=XSD.gYear)]


TYPES: dict[str, Callable[[ox.Store, str], list[Term]]] = {
    "string": _string,
    "integer": _integer,
    "year": _year,
    "iri": find_iri,
    "place": find_place,
    "document": find_documents,
    "indicator": partial(find_concepts, PLAN.Indicator),
    "sector": partial(find_concepts, PLAN.Sector),
    "stage": partial(find_concepts, PLAN.Stage),
    "firmness": partial(find_concepts, PLAN.Firmness),
    "unit": partial(find_concepts, PLAN.Unit),
    "theme": partial(find_concepts, PLAN.Theme),
    "comparator": partial(find_concepts, PLAN.Comparator),
    "measure": partial(find_concepts, PLAN.Measure),
    "reason": partial(find_concepts, PLAN.ResidueReason),
}
"""By the name that a question's header gives."""
