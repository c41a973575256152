"""What people type for a parameter, as the terms that a query is bound to.

A value may hold alternatives with | between them. What is typed reaches a query only as a term that Oxigraph spelt.
"""

import re
from collections.abc import Callable, Iterable
from difflib import get_close_matches
from functools import partial

import pyoxigraph as ox

from planskg.graph.store import documents
from planskg.graph.terms import DCTERMS, ID, PLAN, PREFIXES, XSD, identify
from planskg.places import load_gazetteer

Term = ox.NamedNode | ox.Literal
SHOWN = 40
"""So many names at most are told of what a value could have been."""


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


def _iri(_: ox.Store, text: str) -> list[Term]:
    try:
        return [ox.NamedNode(text.removeprefix("<").removesuffix(">"))]
    except ValueError:
        raise ValueError(f"{text!r} is no IRI") from None


def _place(store: ox.Store, text: str) -> list[Term]:
    """Return a place by code or name; of several with one name, the one that the store knows."""
    gazetteer = load_gazetteer()
    named = [gazetteer[text]] if text in gazetteer.by_code else list(dict.fromkeys(gazetteer.named(text)))
    known = [place for place in named if _is_known(store, identify("place", place.code))] or named
    if not known:
        names = (name for place in gazetteer for name in (place.name, place.short, *place.aliases) if name)
        raise ValueError(f"no place is called {text!r}{_near(text, names)}")
    if len(known) > 1:
        told = ", ".join(f"{place.code} {place.name}" for place in known[:SHOWN])
        raise ValueError(f"{text!r} may be {told}; give the code")
    return [identify("place", known[0].code)]


def _is_known(store: ox.Store, node: ox.NamedNode) -> bool:
    return next(store.quads_for_pattern(node, None, None, None), None) is not None


def _document(store: ox.Store, text: str) -> list[Term]:
    """Return documents by IRI or its end, by title, by number, or by the place that they are for."""
    held = documents(store)
    tails = {node: node.value.removeprefix(ID + "document/") for node in held}
    found = [node for node in held if text in (node.value, tails[node]) or _is_called(store, node, text)]
    if not found:
        try:
            places = _place(store, text)
        except ValueError:
            raise ValueError(f"no document is {text!r}; there are {_list(tails.values())}") from None
        found = [node for node in held if _is_for(store, node, places)]
    if not found:
        raise ValueError(f"no document is for {text!r}; there are {_list(tails.values())}")
    return list(found)


def _is_called(store: ox.Store, node: ox.NamedNode, text: str) -> bool:
    quads = (quad for term in (DCTERMS.title, DCTERMS.identifier) for quad in _said(store, node, term))
    return any(isinstance(quad.object, ox.Literal) and quad.object.value == text for quad in quads)


def _is_for(store: ox.Store, node: ox.NamedNode, places: list[Term]) -> bool:
    return any(quad.object in places for quad in _said(store, node, DCTERMS.spatial))


def _said(store: ox.Store, node: ox.NamedNode, term: ox.NamedNode) -> Iterable[ox.Quad]:
    return store.quads_for_pattern(node, term, None, None)


NAMED = """
SELECT DISTINCT ?thing WHERE {{
  VALUES ?name {{ {names} }}
  ?thing skos:notation|skos:prefLabel|skos:altLabel ?name ; a {kind} .
}}
ORDER BY ?thing
"""
NOTATIONS = """
SELECT DISTINCT ?name WHERE {{ ?thing a {kind} ; {properties} ?name FILTER (LANG(?name) != "en") }} ORDER BY STR(?name)
"""


def _concept(kind: ox.NamedNode, store: ox.Store, text: str) -> list[Term]:
    """Return the concepts of a class that have a name or notation, those of the documents' own words among them."""
    if text.startswith(("http://", "https://")):
        return _iri(store, text)
    spellings = dict.fromkeys((text, text.lower()))
    names = " ".join(str(ox.Literal(each, language=tag)) for each in spellings for tag in (None, "zh", "en"))
    found = [row["thing"] for row in _select(store, NAMED.format(names=names, kind=kind))]
    if not found:
        raise ValueError(_no_concept(kind, store, text))
    return found


def _no_concept(kind: ox.NamedNode, store: ox.Store, text: str) -> str:
    what = kind.value.removeprefix(PLAN.iri).lower()
    notations = [row["name"].value for row in _select(store, NOTATIONS.format(kind=kind, properties="skos:notation"))]
    if len(notations) <= SHOWN:
        return f"no {what} is called {text!r}; there are {_list(notations)}"
    properties = "skos:notation|skos:prefLabel|skos:altLabel"
    names = [row["name"].value for row in _select(store, NOTATIONS.format(kind=kind, properties=properties))]
    return f"no {what} is called {text!r}{_near(text, names)}"


def _select(store: ox.Store, query: str) -> ox.QuerySolutions:
    found = store.query(query, prefixes=PREFIXES, use_default_graph_as_union=True)
    assert isinstance(found, ox.QuerySolutions)
    return found


def _list(names: Iterable[str]) -> str:
    told = list(names)
    return ", ".join(told[:SHOWN]) + (" …" if len(told) > SHOWN else "") if told else "none"


def _near(text: str, names: Iterable[str]) -> str:
    known = list(names)
    holding = sorted((name for name in known if text in name), key=len)
    near = list(dict.fromkeys([*holding, *get_close_matches(text, known, n=5, cutoff=0.5)]))[:5]
    return f"; near it: {', '.join(near)}" if near else ""


TYPES: dict[str, Callable[[ox.Store, str], list[Term]]] = {
    "string": _string,
    "integer": _integer,
    "year": _year,
    "iri": _iri,
    "place": _place,
    "document": _document,
    "indicator": partial(_concept, PLAN.Indicator),
    "sector": partial(_concept, PLAN.Sector),
    "stage": partial(_concept, PLAN.Stage),
    "firmness": partial(_concept, PLAN.Firmness),
    "unit": partial(_concept, PLAN.Unit),
    "theme": partial(_concept, PLAN.Theme),
    "comparator": partial(_concept, PLAN.Comparator),
    "measure": partial(_concept, PLAN.Measure),
    "reason": partial(_concept, PLAN.ResidueReason),
}
"""By the name that a question's header gives."""
