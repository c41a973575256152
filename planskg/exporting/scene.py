"""What the picture shows: a chosen part of the network, as a tree a document and what the documents share."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from planskg.gazetteer import load_gazetteer

if TYPE_CHECKING:
    import networkx as nx

PROMISES = ("target", "aim", "project", "action", "observation")
"""Relations of the edges that carry a promise or a figure."""
ITEMS = ("indicator", "project")
TABLE, OUTSIDE = "table", "outside"
GROUPS = {TABLE: "指标表", OUTSIDE: "章节以外"}
"""Nodes of the picture alone, for what stands in no pillar."""


@dataclass(frozen=True, slots=True)
class Promise:
    """A promise or a figure, once, whatever number of edges carry it."""

    iri: str
    document: str
    pillar: str
    """A pillar, or a group of the document for what stands in none."""
    items: tuple[str, ...]
    """The indicator or project it is about; none for an action."""
    sectors: tuple[str, ...]
    told: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Scene:
    """The documents with their trees, and what is shared between them."""

    documents: tuple[str, ...]
    children: dict[str, list[str]]
    """Of a document or pillar: pillars, and the items first promised there, in text order."""
    shared: tuple[str, ...]
    """Items of several documents, the most promised first."""
    sectors: tuple[str, ...]
    """In the order of how much is promised for them."""
    promises: tuple[Promise, ...]
    labels: dict[str, str]
    kinds: dict[str, str]


@dataclass
class _Drafted:
    """A promise while its edges are gathered."""

    start: str
    told: dict[str, Any]
    ends: list[str] = field(default_factory=list)


def read_scene(network: nx.MultiDiGraph) -> Scene:
    """Return what of a network is drawn: no pillar is empty, no promise is lost."""
    kinds = {node: str(kind) for node, kind in network.nodes(data="kind")}
    labels = {node: name_node(about) for node, about in network.nodes(data=True)}
    documents = tuple(node for node, kind in kinds.items() if kind == "document")
    above = {end: start for start, end, relation in network.edges(data="relation") if relation == "contains"}
    promises = _read_promises(network, kinds, above)
    for promise in promises:
        if promise.pillar not in kinds:
            group = promise.pillar.rpartition("#")[2]
            kinds[promise.pillar], labels[promise.pillar], above[promise.pillar] = (
                "pillar",
                GROUPS[group],
                promise.document,
            )
    holders: dict[str, set[str]] = defaultdict(set)
    for promise in promises:
        for item in promise.items:
            holders[item].add(promise.document)
    shared = {item for item, found in holders.items() if len(found) > 1}
    return Scene(
        documents=documents,
        children=_children(promises, above, shared),
        shared=_by_weight(promises, shared),
        sectors=_by_weight(promises, {node for node, kind in kinds.items() if kind == "sector"}),
        promises=promises,
        labels=labels,
        kinds=kinds,
    )


def name_node(about: dict[str, Any]) -> str:
    """Return a node's name; a plan's is its place, as people call it, and its year, where the place is known."""
    place = load_gazetteer().by_code.get(about.get("region", ""))
    return (
        str(about["label"]) if place is None else f"{min(place.aliases, key=len, default=place.name)} {about['year']}"
    )


def _read_promises(network: nx.MultiDiGraph, kinds: dict[str, str], above: dict[str, str]) -> tuple[Promise, ...]:
    drafted: dict[str, _Drafted] = {}
    for start, end, key, told in network.edges(data=True, keys=True):
        if told["relation"] in PROMISES:
            drafted.setdefault(key, _Drafted(start, told)).ends.append(end)
    found = [_promise(network, kinds, above, iri, each) for iri, each in drafted.items()]
    return tuple(sorted(found, key=lambda each: (each.document, each.told["start"], each.iri)))


def _promise(
    network: nx.MultiDiGraph, kinds: dict[str, str], above: dict[str, str], iri: str, drafted: _Drafted
) -> Promise:
    document = drafted.start
    while document in above:
        document = above[document]
    group = TABLE if drafted.told["relation"] == "observation" else OUTSIDE
    items = tuple(end for end in drafted.ends if kinds[end] in ITEMS)
    named = set(str(drafted.told.get("sectors", "")).split("|"))
    near = [end for item in items for end in network.successors(item)] + drafted.ends
    sectors = {end for end in near if kinds[end] == "sector" and network.nodes[end].get("notation") in named}
    return Promise(
        iri=iri,
        document=document,
        pillar=f"{document}#{group}" if drafted.start == document else drafted.start,
        items=items,
        sectors=tuple(sorted(sectors)),
        told=drafted.told,
    )


def _children(promises: tuple[Promise, ...], above: dict[str, str], shared: set[str]) -> dict[str, list[str]]:
    """Return the trees: what promises nothing is left out, an item stands where it is first promised."""
    children: dict[str, list[str]] = {}
    placed = set(shared)
    for promise in promises:
        path = [promise.pillar]
        while path[0] in above:
            path.insert(0, above[path[0]])
        for upper, lower in [*pairwise(path), *((promise.pillar, item) for item in promise.items)]:
            if lower not in placed:
                placed.add(lower)
                children.setdefault(upper, []).append(lower)
    return children


def _by_weight(promises: tuple[Promise, ...], nodes: set[str]) -> tuple[str, ...]:
    weight = {node: 0 for node in nodes}
    for promise in promises:
        for node in (*promise.items, *promise.sectors):
            if node in weight:
                weight[node] += 1
    return tuple(sorted((node for node, count in weight.items() if count), key=lambda node: (-weight[node], node)))
