"""The things of a store by what people call them: places, documents, and the concepts of the vocabularies.

Each finder raises ValueError that says what there is instead.
"""

import re
from collections.abc import Iterable
from difflib import get_close_matches

import pyoxigraph as ox

from planskg.gazetteer import load_gazetteer
from planskg.graph.store import documents
from planskg.graph.terms import DCTERMS, ID, PLAN, PREFIXES, identify
from planskg.places import Place

Term = ox.NamedNode | ox.Literal
SHOWN = 40
"""So many names at most are told of what a value could have been."""


def find_iri(_: ox.Store, text: str) -> list[Term]:
    """Return an IRI, with or without its brackets."""
    try:
        return [ox.NamedNode(text.removeprefix("<").removesuffix(">"))]
    except ValueError:
        raise ValueError(f"{text!r} is no IRI") from None


def find_place(store: ox.Store, text: str) -> list[Term]:
    """Return a place by code or name; of several with one name, the one that the store knows."""
    named = _places_called(text)
    known = [place for place in named if _is_known(store, identify("place", place.code))] or named
    if not known:
        names = (name for place in load_gazetteer() for name in (place.name, place.short, *place.aliases) if name)
        raise ValueError(f"no place is called {text!r}{_near(text, names)}")
    if len(known) > 1:
        told = ", ".join(f"{place.code} {place.name}" for place in known[:SHOWN])
        raise ValueError(f"{text!r} may be {told}; give the code")
    return [identify("place", known[0].code)]


def _places_called(text: str) -> list[Place]:
    gazetteer = load_gazetteer()
    return [gazetteer[text]] if text in gazetteer.by_code else list(dict.fromkeys(gazetteer.named(text)))


def _is_known(store: ox.Store, node: ox.NamedNode) -> bool:
    return next(store.quads_for_pattern(node, None, None, None), None) is not None


def find_documents(store: ox.Store, text: str) -> list[Term]:
    """Return documents by IRI or its end, by title, by number, or by the place that they are for."""
    held = documents(store)
    tails = {node: node.value.removeprefix(ID + "document/") for node in held}
    places = {identify("place", place.code) for place in _places_called(text)}
    found = [
        node
        for node in held
        if text in (node.value, tails[node]) or _is_called(store, node, text) or _is_for(store, node, places)
    ]
    if not found:
        raise ValueError(f"no document is {text!r} or for it; there are {_list(tails.values())}")
    return list(found)


def _is_called(store: ox.Store, node: ox.NamedNode, text: str) -> bool:
    quads = (quad for term in (DCTERMS.title, DCTERMS.identifier) for quad in _said(store, node, term))
    return any(isinstance(quad.object, ox.Literal) and quad.object.value == text for quad in quads)


def _is_for(store: ox.Store, node: ox.NamedNode, places: set[ox.NamedNode]) -> bool:
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


def find_concepts(kind: ox.NamedNode, store: ox.Store, text: str) -> list[Term]:
    """Return the concepts of a class that have a name or notation, those of the documents' own words among them."""
    if text.startswith(("http://", "https://")):
        return find_iri(store, text)
    spellings = dict.fromkeys((text, text.lower()))
    names = " ".join(str(ox.Literal(each, language=tag)) for each in spellings for tag in (None, "zh", "en"))
    found = [row["thing"] for row in _select(store, NAMED.format(names=names, kind=kind))]
    if not found:
        raise ValueError(_no_concept(kind, store, text))
    return found


def _no_concept(kind: ox.NamedNode, store: ox.Store, text: str) -> str:
    what = re.sub("(?<=[a-z])(?=[A-Z])", " ", kind.value.removeprefix(PLAN.iri)).lower()
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
