"""What the page of the graph knows of documents, nodes and promises."""

from collections import Counter
from itertools import chain
from typing import Any

import pyoxigraph as ox

from planskg.exporting.facts import Concepts
from planskg.exporting.figures import readable
from planskg.exporting.scene import Promise, Scene
from planskg.exporting.source import Source
from planskg.exporting.views import Sheet, label_of, spot_kind
from planskg.graph.terms import (
    BASE,
    DC,
    DCTERMS,
    FOAF,
    GEO,
    ID,
    OA,
    PLAN,
    PREFIXES,
    PROV,
    QUDT,
    RDF,
    RDFS,
    SKOS,
)

Json = dict[str, Any]
Properties = tuple[ox.NamedNode, ...]
QUOTED = (PROV.wasQuotedFrom, OA.hasSelector)
FIELDS: dict[str, Properties] = {
    "start": (*QUOTED, OA.start),
    "end": (*QUOTED, OA.end),
    "year": (PLAN.dueYear, PLAN.year),
    "series": (PLAN.series,),
    "stage": (PLAN.stage,),
    "firmness": (PLAN.firmness,),
    "measure": (PLAN.measure,),
    "comparator": (PLAN.comparator,),
}
"""Fields of a promise that the page takes as they are, each with the properties that it comes from."""
MADE: dict[str, Properties] = {
    "sentence": (PLAN.sentence,),
    "label": (PLAN.indicatorLabel,),
    "capacity": (PLAN.capacity, QUDT.numericValue, QUDT.hasUnit),
    "investment": (PLAN.investment,),
    "pillar": (PLAN.inPillar, PLAN.subPillarOf),
    "items": (PLAN.indicator, PLAN.ofProject),
    "sectors": (PLAN.responsibleSector,),
    "places": (PLAN.locatedIn, GEO.sfWithin, DCTERMS.spatial),
}
"""Fields of a promise that the page is made to say in its own way."""
ABOUT: dict[str, Properties] = {
    "title": (DCTERMS.title,),
    "year": (PLAN.planYear,),
    "number": (DCTERMS.identifier,),
    "issuer": (DC.publisher,),
    "text": (PLAN.text,),
}
"""Fields of a document."""
NAMES = (RDF.type, RDFS.label, SKOS.prefLabel, SKOS.notation, FOAF.primaryTopic)
"""By which nodes are found and called."""
CARRIED = frozenset(chain(NAMES, *FIELDS.values(), *MADE.values(), *ABOUT.values()))
"""What of the graph the page says."""
WORDS = ("stage", "firmness", "measure", "comparator")
"""Fields of a promise that hold the notation of a concept, each of the vocabulary of that name."""
SERIES = (
    ("actual", "实际", "actual"),
    ("plan", "计划", "planned"),
    ("growth_actual", "实际增速", "actual growth"),
    ("growth_plan", "计划增速", "planned growth"),
)


def documents_json(source: Source, scene: Scene, numbers: dict[str, int]) -> list[Json]:
    """Return the documents with their texts: all offsets count in these."""
    texts = {plan.node.value: plan.document.text for plan in source.plans}
    known = source.network.nodes
    return [
        {"node": numbers[node]} | {key: known[node].get(key) for key in ABOUT} | {"text": texts[node]}
        for node in scene.documents
    ]


def nodes_json(
    source: Source, scene: Scene, numbers: dict[str, int], places: list[Sheet], weights: dict[str, Json]
) -> list[Json]:
    """Return the nodes by their numbers, each with how many promises it counts for."""
    names = {node: name for node, name in source.network.nodes(data="english") if name}
    homes = _homes(places)
    above = {lower: upper for upper, rows in scene.children.items() for lower in rows if scene.kinds[lower] == "pillar"}
    counts = Counter(node for promise in scene.promises for node in _path(promise, above, homes))
    return [
        {
            "key": node.removeprefix(ID).removeprefix(BASE),
            "kind": spot_kind(scene, node),
            "name": scene.labels[node],
            "count": counts[node],
        }
        | ({"english": names[node]} if node in names else {})
        | weights.get(node, {})
        for node in numbers
    ]


def _path(promise: Promise, above: dict[str, str], homes: dict[str, list[str]]) -> set[str]:
    """Return every node that a promise counts for."""
    path = [promise.pillar]
    while path[-1] in above:
        path.append(above[path[-1]])
    return {*path, *promise.items, *promise.sectors, *_places(promise, homes)}


def _homes(sheets: list[Sheet]) -> dict[str, list[str]]:
    """Return the places that each project hangs under, innermost first."""
    homes: dict[str, list[str]] = {}
    for sheet in sheets:
        for spot in sheet.spots:
            above = spot.above if spot.kind == "project" else -1
            while above >= 0 and sheet.spots[above].kind == "place":
                homes.setdefault(spot.node, []).append(sheet.spots[above].node)
                above = sheet.spots[above].above
    return {node: list(dict.fromkeys(found)) for node, found in homes.items()}


def _places(promise: Promise, homes: dict[str, list[str]]) -> list[str]:
    return list(dict.fromkeys(place for item in promise.items for place in homes.get(item, ())))


def promises_json(scene: Scene, numbers: dict[str, int], places: list[Sheet]) -> list[Json]:
    """Return the promises; their words are cut from the texts by their offsets, in code points."""
    homes = _homes(places)
    return [_promise(scene, promise, numbers, homes) for promise in scene.promises]


def _promise(scene: Scene, promise: Promise, numbers: dict[str, int], homes: dict[str, list[str]]) -> Json:
    told, label = promise.told, label_of(scene, promise)
    found: Json = {key: told[key] for key in FIELDS if key in told}
    if "sentence" in told:
        found["sentence"] = [told["sentence_start"], told["sentence_start"] + len(told["sentence"])]
    if label != told["quote"]:
        found["label"] = label
    if "capacity" in told:
        found["capacity"] = readable(told["capacity"], told["capacity_unit"])
    if "investment" in told:
        found["investment"] = readable(told["investment"], "元")
    return found | {
        "key": promise.iri.removeprefix(promise.document),
        "kind": told["relation"],
        "document": scene.documents.index(promise.document),
        "pillar": numbers[promise.pillar],
        "items": [numbers[item] for item in promise.items],
        "sectors": [numbers[sector] for sector in promise.sectors],
        "places": [numbers[place] for place in _places(promise, homes)],
    }


def words_json(scene: Scene, concepts: Concepts) -> dict[str, list[tuple[str, str, str]]]:
    """Return by vocabulary the concepts that the promises use, by rank, with their names in Chinese and English."""
    return {name: _words(scene, concepts, name) for name in WORDS} | {"series": list(SERIES)}


def _words(scene: Scene, concepts: Concepts, name: str) -> list[tuple[str, str, str]]:
    used = {str(promise.told[name]) for promise in scene.promises if name in promise.told}
    nodes = sorted((ox.NamedNode(PREFIXES[name] + notation) for notation in used), key=concepts.rank)
    return [(concepts.notation(node), concepts.label(node), concepts.label(node, "en")) for node in nodes]
