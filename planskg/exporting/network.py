"""A store as one network: who promises what, under which pillar, of which sector and where.

Each promise is an edge that carries its words and figures: from the pillar it stands in (or the document)
to the indicator, the project or, for an action, the sectors that it is about (or, without any, the document).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

import pyoxigraph as ox

from planskg.exporting.attributes import (
    CONCEPT,
    DOCUMENT,
    LINKS,
    OWN_CONCEPT,
    PILLAR,
    PROMISE,
    THING,
    THINGS,
    Attributes,
    Property,
    read_attributes,
)
from planskg.exporting.restoring import Plan, restore_plans
from planskg.graph.terms import PLAN, SKOS
from planskg.model import Action, Pillar, Project, Record

if TYPE_CHECKING:
    import networkx as nx

FLOATS = {"zh": "数值为二进制浮点数（15 位有效数字以内精确）", "en": "figures are binary fractions, exact to 15 digits"}
"""What a network loses of numbers."""
KINDS = {
    "document": DOCUMENT,
    "thing": THING,
    "pillar": PILLAR,
    "concept": (*CONCEPT, *OWN_CONCEPT),
    "promise": PROMISE,
}
TOLD: dict[str, dict[str, tuple[Property, ...]]] = {
    kind: {each.name: each.path for each in attributes} for kind, attributes in KINDS.items()
} | {
    "link": {
        "contains": (PLAN.subPillarOf, PLAN.inPillar),
        "indicator": (PLAN.indicator,),
        "project": (PLAN.ofProject,),
        "sector": (PLAN.responsibleSector,),
    }
    | {relation: (predicate,) for relation, (_, predicate) in LINKS.items()},
}
"""The attributes of nodes and edges, and what links them, with the properties that each is read from."""
Node = tuple[str, Attributes]
Edge = tuple[str, str, str, Attributes]


def carried(names: Mapping[str, Iterable[str]]) -> frozenset[Property]:
    """Return the properties that some attributes and links are read from; the names are those of TOLD."""
    return frozenset(term for part, fields in names.items() for name in fields for term in TOLD[part][name])


CARRIED = carried(TOLD)
"""The properties that the network tells."""


def to_networkx(store: ox.Store) -> nx.MultiDiGraph:
    """Return the network of a store: nodes by their IRIs with a kind, edges with a relation.

    Years and offsets are integers, other numbers floats, several values one text with a bar between; an attribute
    that has nothing to tell is not there. planskg.exporting.attributes lists them all.
    """
    return build_network(restore_plans(store))


def build_network(plans: Iterable[Plan]) -> nx.MultiDiGraph:
    """Return the network of some plans."""
    import networkx as nx

    network = nx.MultiDiGraph()
    for plan in plans:
        for node, attributes in _nodes(plan):
            network.add_node(node, **attributes)
        for start, end, key, attributes in _edges(plan):
            network.add_edge(start, end, key=key, **attributes)
    return network


def _nodes(plan: Plan) -> Iterator[Node]:
    yield plan.node.value, read_attributes(DOCUMENT, plan, plan.node)
    for node in (each for kind in THINGS for each in plan.facts.of_class(kind)):
        yield node.value, read_attributes(THING, plan, node)
    for node in plan.pillars:
        yield node.value, read_attributes(PILLAR, plan, node)
    for node in plan.records:
        for predicate, name in ((PLAN.indicator, "indicator"), (PLAN.responsibleSector, "sector")):
            for concept in plan.facts.nodes(node, predicate):
                yield concept.value, _concept(plan, concept, name)


def _concept(plan: Plan, node: ox.NamedNode, kind: str) -> Attributes:
    own = plan.facts.text(node, SKOS.prefLabel) is not None
    return {"kind": kind, **read_attributes(OWN_CONCEPT if own else CONCEPT, plan, node)}


def _edges(plan: Plan) -> Iterator[Edge]:
    yield from _framework(plan)
    for node, record in plan.records.items():
        if isinstance(record, Pillar):
            above = plan.facts.node(node, PLAN.subPillarOf) or plan.node
            yield _link(above, node, "contains")
            continue
        pillar = plan.facts.node(node, PLAN.inPillar) or plan.node
        told = read_attributes(PROMISE, plan, node)
        for end in _matter(plan, node, record):
            yield pillar.value, end.value, node.value, told
            if not isinstance(record, Action):  # whose matter its sectors are already
                for sector in plan.facts.nodes(node, PLAN.responsibleSector):
                    yield _link(end, sector, "sector")


def _framework(plan: Plan) -> Iterator[Edge]:
    """Return who prints the document, for which place, and what lies where."""
    for relation, (kinds, predicate) in LINKS.items():
        for start in (node for kind in kinds for node in plan.facts.of_class(kind)):
            for end in plan.facts.nodes(start, predicate):
                yield _link(start, end, relation)


def _link(start: ox.NamedNode, end: ox.NamedNode, relation: str) -> Edge:
    return start.value, end.value, relation, {"relation": relation}


def _matter(plan: Plan, node: ox.NamedNode, record: Record) -> list[ox.NamedNode]:
    """Return what a promise is about; the document itself for an action that belongs to no sector."""
    about = {Project: PLAN.ofProject, Action: PLAN.responsibleSector}.get(type(record), PLAN.indicator)
    return plan.facts.nodes(node, about) or [plan.node]
