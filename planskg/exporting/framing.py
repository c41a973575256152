"""JSON-LD as trees: each document with its headings and rows, these with their promises and figures.

ontology/frame.jsonld says what stands where, in the language of JSON-LD 1.1 Framing, so that other tools make the same
trees of the graph. Of that language this module knows what the frame uses: types, explicit properties, properties that
are there or (`[]`) are not, embedded and named nodes, and terms that are read backwards.
"""

import json
from functools import cache
from typing import Any

import pyoxigraph as ox

from planskg.exporting.facts import Facts, span_of
from planskg.exporting.jsonld import Context
from planskg.exporting.source import Source
from planskg.graph.terms import FOAF, PROV, RDF
from planskg.vocabulary import asset_folder

Json = Any


@cache
def read_frame() -> tuple[dict[str, Json], Context]:
    """Return the frame, and the project's context with what the frame adds to it."""
    folder = asset_folder("ontology")
    frame = json.loads((folder / "frame.jsonld").read_text(encoding="utf-8"))
    base, own = frame.pop("@context")
    terms = json.loads((folder / base).read_text(encoding="utf-8"))["@context"]
    return frame, Context(terms | own)


def framed_properties() -> frozenset[ox.NamedNode]:
    """Return the properties that stand in the frame, forwards or backwards."""
    frame, context = read_frame()

    def collect(part: dict[str, Json]) -> set[ox.NamedNode]:
        below = {key: each for key, each in part.items() if key[0] != "@"}
        inner = (collect(each) for each in below.values() if isinstance(each, dict))
        return {context.property(key)[0] for key in below}.union(*inner)

    return frozenset({RDF.type, FOAF.primaryTopic} | collect(frame))


def write_framed(source: Source) -> str:
    """Return a tree a document: the plan, its headings and tables, their promises and figures, each with its quote."""
    frame, context = read_frame()
    trees = [Framer(plan.facts, context).frame(plan.node, frame) for plan in source.plans]
    whole = {"@context": context.terms, "@graph": trees}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


class Framer:
    """One document's graph, to be put into trees."""

    def __init__(self, facts: Facts, context: Context) -> None:
        self._facts = facts
        self._context = context

    def frame(self, node: ox.NamedNode, frame: dict[str, Json]) -> dict[str, Json]:
        """Return a node as the frame has it."""
        tree: dict[str, Json] = {"@id": self._context.shorten(node.value)}
        kinds = [self._context.compact(RDF.type, kind)[1] for kind in self._facts.nodes(node, RDF.type)]
        if kinds:
            tree["@type"] = _single(kinds)
        for key in self._keys(frame):
            found = self._values(node, key, frame[key])
            if found:
                tree[key] = found if self._context.is_set(key) else _single(found)
        return tree

    def _keys(self, frame: dict[str, Json]) -> list[str]:
        """Return what is told of a node: what is read backwards, which is long, last."""
        told = (key for key, part in frame.items() if key[0] != "@" and part != [])
        return sorted(told, key=lambda key: (self._context.property(key)[1], key))

    def _values(self, node: ox.NamedNode, key: str, frame: dict[str, Json]) -> list[Json]:
        predicate, is_reverse = self._context.property(key)
        if is_reverse:
            fitting = [each for each in self._facts.pointing(predicate, node) if self._fits(each, frame)]
            return [self.frame(each, frame) for each in sorted(fitting, key=self._position)]
        return [self._value(predicate, each, frame) for each in self._facts.ends(node, predicate)]

    def _value(self, predicate: ox.NamedNode, value: ox.NamedNode | ox.Literal, frame: dict[str, Json]) -> Json:
        if isinstance(value, ox.Literal) or frame.get("@embed") == "@never":
            return self._context.compact(predicate, value)[1]
        return self.frame(value, frame)

    def _fits(self, node: ox.NamedNode, frame: dict[str, Json]) -> bool:
        """Tell whether a node has what a frame asks for, and nothing that it forbids."""
        return all(
            bool(self._facts.ends(node, self._context.property(key)[0])) == (part != [])
            for key, part in frame.items()
            if key[0] != "@" and not self._context.property(key)[1] and (part == [] or "@default" not in part)
        )

    def _position(self, node: ox.NamedNode) -> tuple[int, int, str]:
        quoted = self._facts.node(node, PROV.wasQuotedFrom)
        start, end = span_of(self._facts, quoted) if quoted else (0, 0)
        return start, end, node.value


def _single(values: list[Json]) -> Json:
    return values[0] if len(values) == 1 else values
