"""JSON-LD, compacted with the project's own context, which the file carries so that it can be read offline."""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import groupby
from typing import Any

import pyoxigraph as ox

from planskg.exporting.source import Source
from planskg.graph.terms import RDF, XSD
from planskg.vocabulary import asset_folder

Json = Any
NATIVE: dict[ox.NamedNode, Callable[[str], Json]] = {XSD.integer: int, XSD.boolean: lambda text: text == "true"}
"""Datatypes that JSON has itself: pyoxigraph spells them canonically, so nothing is lost."""


def write_jsonld(source: Source) -> str:
    """Return each document's two graphs as JSON-LD, keys and lists sorted."""
    text = (asset_folder("ontology") / "context.jsonld").read_text(encoding="utf-8")
    context = Context(json.loads(text)["@context"])
    graphs = groupby(source.quads, key=lambda quad: quad.graph_name)
    named = [{"@id": context.shorten(graph.value), "@graph": _nodes(context, rows)} for graph, rows in graphs]
    whole = {"@context": context.terms, "@graph": named}
    return json.dumps(whole, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _nodes(context: "Context", quads: Iterable[ox.Quad]) -> list[Json]:
    """Return the nodes of one graph; quads come sorted by subject and predicate."""
    return [
        {"@id": context.shorten(subject.value)} | _properties(context, rows)
        for subject, rows in groupby(quads, key=lambda quad: quad.subject)
    ]


def _properties(context: "Context", quads: Iterable[ox.Quad]) -> dict[str, Json]:
    found: dict[str, list[Json]] = {}
    for quad in quads:
        assert isinstance(quad.object, ox.NamedNode | ox.Literal)  # the graph holds neither blank nodes nor RDF-star
        key, value = context.compact(quad.predicate, quad.object)
        found.setdefault(key, []).append(value)
    return {key: values[0] if len(values) == 1 else sorted(values, key=_order) for key, values in found.items()}


def _order(value: Json) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


@dataclass(frozen=True)
class Context:
    """The terms of a JSON-LD context, and how they shorten statements."""

    terms: dict[str, Json]

    @cached_property
    def _prefixes(self) -> dict[str, str]:
        simple = {key: value for key, value in self.terms.items() if isinstance(value, str)}
        return {iri: name for name, iri in simple.items() if iri.endswith(("/", "#"))}

    @cached_property
    def _by_iri(self) -> dict[tuple[str, str | None, str | None], str]:
        """Terms by the IRI they stand for, the type they coerce to and the language they imply."""
        full = {name: self._definition(name) for name in self.terms if name[0] != "@"}
        return {
            (self._expand(each["@id"]), self._type(each.get("@type")), each.get("@language")): name
            for name, each in full.items()
            if "@id" in each
        }

    def _definition(self, term: str) -> dict[str, str]:
        value = self.terms.get(term, term)
        return {"@id": value} if isinstance(value, str) else value

    @cached_property
    def property(self) -> Callable[[str], tuple[ox.NamedNode, bool]]:
        """Return the property that a term or a prefixed name stands for, and whether it is read backwards."""
        return cache(self._property)

    def _property(self, term: str) -> tuple[ox.NamedNode, bool]:
        told = self._definition(term)
        return ox.NamedNode(self._expand(told.get("@reverse") or told["@id"])), "@reverse" in told

    def is_set(self, term: str) -> bool:
        """Tell whether a term's values always stand in a list."""
        return self._definition(term).get("@container") == "@set"

    def _type(self, name: str | None) -> str | None:
        return None if name is None else name if name[0] == "@" else self._expand(name)

    def _expand(self, name: str) -> str:
        prefix, colon, rest = name.partition(":")
        return f"{self.terms[prefix]}{rest}" if colon and prefix in self.terms else name

    @cached_property
    def shorten(self) -> Callable[[str], str]:
        """Return an IRI as a prefixed name where a prefix fits."""
        return cache(self._shorten)

    def _shorten(self, iri: str) -> str:
        cut = max(iri.rfind("#"), iri.rfind("/")) + 1
        while cut > 0:
            if iri[:cut] in self._prefixes and not iri.startswith("//", cut):
                return f"{self._prefixes[iri[:cut]]}:{iri[cut:]}"
            cut = max(iri.rfind("#", 0, cut - 1), iri.rfind("/", 0, cut - 1)) + 1
        return iri

    def compact(self, predicate: ox.NamedNode, value: ox.NamedNode | ox.Literal) -> tuple[str, Json]:
        """Return the key and the JSON value of a statement."""
        if predicate == RDF.type:
            return "@type", self._by_iri.get((value.value, None, None)) or self.shorten(value.value)
        iri = predicate.value
        if isinstance(value, ox.NamedNode):
            coerced, short = self._by_iri.get((iri, "@id", None)), self.shorten(value.value)
            return (coerced, short) if coerced else (self._plain(iri), {"@id": short})
        if value.language is not None:
            spoken = self._by_iri.get((iri, None, value.language))
            return (
                (spoken, value.value)
                if spoken
                else (self._plain(iri), {"@value": value.value, "@language": value.language})
            )
        typed = self._by_iri.get((iri, value.datatype.value, None))
        return (typed, value.value) if typed else (self._plain(iri), self._literal(value))

    def _plain(self, iri: str) -> str:
        return self._by_iri.get((iri, None, None)) or self.shorten(iri)

    def _literal(self, value: ox.Literal) -> Json:
        if value.datatype == XSD.string:
            return value.value
        if value.datatype in NATIVE:
            return NATIVE[value.datatype](value.value)
        return {"@value": value.value, "@type": self.shorten(value.datatype.value)}
