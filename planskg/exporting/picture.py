"""One offline page that shows the network: round trees of what each plan promises, and what the plans share."""

from collections import Counter
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from planskg.exporting.facts import Concepts
from planskg.exporting.figures import readable
from planskg.exporting.layout import Place, arrange
from planskg.exporting.pages import render_page
from planskg.exporting.scene import Promise, Scene, read_scene
from planskg.exporting.source import Source
from planskg.graph.terms import PREFIXES
from planskg.places import load_gazetteer

Json = dict[str, Any]
WORDS = ("stage", "firmness", "measure", "comparator")
"""Fields of a promise that hold the notation of a concept, each of the vocabulary of that name."""
SERIES = {"actual": "实际", "plan": "计划", "growth_actual": "实际增速", "growth_plan": "计划增速"}

SHOWN = {
    "document": ("kind", "label", "year", "number", "issuer", "region", "length"),
    "thing": ("label",),
    "pillar": ("label",),
    "concept": ("label",),
    "promise": (
        *("relation", "quote", "start", "end", "year", "sentence", "sectors", "series", *WORDS),
        *("capacity", "capacity_unit", "investment"),
    ),
    "link": ("contains", "indicator", "project", "sector"),
}
"""What of the network the page tells."""


def write_picture(source: Source) -> str:
    """Return the page, with all its scripts, styles and data in it."""
    network = source.network
    scene = read_scene(network)
    data = _data(scene, arrange(scene), source.concepts, dict(network.nodes(data=True)))
    names = "、".join(each["place"] or each["title"] for each in data["documents"])
    return render_page(Path(__file__).parent / "templates", "graph.html", data=data, names=names)


def _data(scene: Scene, places: dict[str, Place], concepts: Concepts, known: dict[str, Any]) -> Json:
    numbers = {node: number for number, node in enumerate(places)}
    held = Counter(node for promise in scene.promises for node in _path(scene, promise) if node in numbers)
    return {
        "documents": [_document(numbers[node], known[node]) for node in scene.documents],
        "nodes": [_node(scene, node, place, held[node]) for node, place in places.items()],
        "tree": [[numbers[upper], numbers[lower]] for upper, rows in scene.children.items() for lower in rows],
        "promises": [_promise(scene, each, numbers) for each in scene.promises],
        "words": {name: _words(scene, concepts, name) for name in WORDS} | {"series": list(SERIES.items())},
    }


def _path(scene: Scene, promise: Promise) -> set[str]:
    """Return every node that a promise counts for."""
    above = {lower: upper for upper, rows in scene.children.items() for lower in rows if scene.kinds[lower] == "pillar"}
    path = [promise.pillar]
    while path[-1] in above:
        path.append(above[path[-1]])
    return {*path, *promise.items, *promise.sectors}


def _document(number: int, known: Json) -> Json:
    return {"node": number, "place": _short_name(known.get("region"))} | {
        key: known.get(key) for key in ("title", "year", "number", "issuer", "length")
    }


def _short_name(region: str | None) -> str:
    """Return a place as people call it: its alias (克州), else its full name."""
    place = load_gazetteer().by_code.get(region or "")
    return "" if place is None else min(place.aliases, key=len, default=place.name)


def _node(scene: Scene, node: str, place: Place, count: int) -> Json:
    return {
        "kind": "plan" if scene.kinds[node] == "document" else scene.kinds[node],
        "name": scene.labels[node],
        "wide": place.wide,
        "tall": place.tall,
        "angle": place.angle,
        "count": count,
    }


def _promise(scene: Scene, promise: Promise, numbers: dict[str, int]) -> Json:
    told = promise.told
    found: Json = {key: told[key] for key in ("quote", "start", "end", "year", "series", *WORDS) if key in told}
    if "sentence" in told:
        found |= {"sentence": told["sentence"], "at": told["start"] - told["sentence_start"]}
    if "capacity" in told:
        found["capacity"] = readable(told["capacity"], told["capacity_unit"])
    if "investment" in told:
        found["investment"] = readable(told["investment"], "元")
    return found | {
        "kind": told["relation"],
        "document": scene.documents.index(promise.document),
        "pillar": numbers[promise.pillar],
        "items": [numbers[item] for item in promise.items],
        "sectors": [numbers[sector] for sector in promise.sectors],
    }


def _words(scene: Scene, concepts: Concepts, name: str) -> list[tuple[str, str]]:
    """Return the concepts of a vocabulary that the promises use, by rank, with their names."""
    used = {str(promise.told[name]) for promise in scene.promises if name in promise.told}
    nodes = sorted((ox.NamedNode(PREFIXES[name] + notation) for notation in used), key=concepts.rank)
    return [(concepts.notation(node), concepts.label(node)) for node in nodes]
