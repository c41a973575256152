"""A store as exporters read it: what several of them need is worked out once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Generic, TypeVar

import pyoxigraph as ox

from planskg.exporting.facts import Concepts, Facts, load_concepts, ontology_triples
from planskg.exporting.network import build_network
from planskg.exporting.restoring import Plan, restore_plans
from planskg.exporting.tables.columns import Graph
from planskg.exporting.tables.frames import Frame, read_frames
from planskg.graph.store import stored_quads
from planskg.graph.writing import sort_quads, sort_triples

if TYPE_CHECKING:
    import networkx as nx

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Option(Generic[T]):
    """What may be asked of an exporter: `--option name=value`."""

    name: str
    default: str
    read: Callable[[str], T]
    """Raises PlanskgError for a value that cannot be used."""
    chinese: str
    english: str


class Source:
    """The plans of a store; nobody changes what it gives."""

    def __init__(self, store: ox.Store, options: Mapping[str, str] | None = None) -> None:
        self.store = store
        self.options = options or {}
        self._made: dict[Callable[[Source], Any], Any] = {}

    @cached_property
    def plans(self) -> tuple[Plan, ...]:
        """The documents with their records, sorted by their IRIs."""
        return tuple(restore_plans(self.store, self.concepts))

    @cached_property
    def concepts(self) -> Concepts:
        """The names of the vocabularies' concepts."""
        return load_concepts(self.store)

    @cached_property
    def ontology(self) -> Facts:
        """The ontology and its vocabularies."""
        return Facts(ontology_triples(self.store))

    @cached_property
    def facts(self) -> Facts:
        """What all documents say together, without what follows."""
        return Facts.join(plan.facts for plan in self.plans)

    @cached_property
    def frames(self) -> dict[str, Frame]:
        """The graph as tables, by their names."""
        return read_frames(Graph(self.facts, self.concepts))

    @cached_property
    def quads(self) -> list[ox.Quad]:
        """What all documents say and what follows, each in its graph, sorted."""
        return sort_quads(stored_quads(self.store))

    @cached_property
    def triples(self) -> list[ox.Triple]:
        """The same without the graphs, each once, sorted."""
        return sort_triples(quad.triple for quad in self.quads)

    @cached_property
    def counts(self) -> dict[ox.NamedNode, int]:
        """How many statements each property has, by the properties' IRIs."""
        counts = Counter(quad.predicate for quad in self.quads)
        return dict(sorted(counts.items(), key=lambda row: row[0].value))

    @cached_property
    def network(self) -> nx.MultiDiGraph:
        """Who promises what, under which pillar, of which sector and where."""
        return build_network(self.plans)

    def once(self, make: Callable[[Source], T]) -> T:
        """Return what a function makes of this store, which it makes once."""
        if make not in self._made:
            self._made[make] = make(self)
        found: T = self._made[make]
        return found

    def option(self, option: Option[T]) -> T:
        """Return what was asked of an exporter, or what it does unasked."""
        return option.read(self.options.get(option.name, option.default))
