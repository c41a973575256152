"""The views of the graph: each answers a question, and is a list of sheets that are drawn one at a time.

Where the spots of a sheet stand is the matter of `layout`; `graph.html` and the pictures without a browser share both.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from planskg.exporting.scene import Promise, Scene

if TYPE_CHECKING:
    import networkx as nx

FULL = 500
"""So many spots stand on a sheet before the next tree begins another one."""
PLACES = ("province", "prefecture", "county")
COMMITMENTS = ("target", "aim", "project", "action")
"""Promises; a figure of a table is none."""


class Spot(NamedTuple):
    """A place on a sheet that shows a node or a promise; the same one may stand at several."""

    node: str
    """IRI of the node or the promise."""
    kind: str
    """plan, pillar, project, indicator, sector or place; target, aim, action, pledge or observation for a promise."""
    label: str
    above: int = -1
    """The spot that it hangs from, by its number on the sheet; -1 for a root."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is drawn at once: trees in reading order, and links across them."""

    title: str
    spots: tuple[Spot, ...]
    links: tuple[tuple[int, int], ...] = ()
    """Between spots of different trees, by their numbers."""


@dataclass(frozen=True, slots=True)
class View:
    """A way to look at the graph."""

    name: str
    form: str
    """How it is laid out: rings, columns or matrix."""
    chinese: str
    english: str
    question: str
    """What it answers, in Chinese."""
    question_english: str
    make: Callable[[Scene, nx.MultiDiGraph], Iterable[Sheet]]


@dataclass(slots=True)
class _Tree:
    """A tree while it grows, before it is put on a sheet."""

    spots: list[Spot] = field(default_factory=list)

    def add(self, node: str, kind: str, label: str, above: int = -1) -> int:
        self.spots.append(Spot(node, kind, label, above))
        return len(self.spots) - 1

    def add_promise(self, scene: Scene, promise: Promise, above: int) -> None:
        self.add(promise.iri, kind_of(promise), label_of(scene, promise), above)


def kind_of(promise: Promise) -> str:
    """Return what kind of spot a promise is: what is promised for a project is a pledge."""
    relation = str(promise.told["relation"])
    return "pledge" if relation == "project" else relation


def label_of(scene: Scene, promise: Promise) -> str:
    """Return a promise in few words: its own, after the name of what they are about where they do not say it."""
    quote = str(promise.told["quote"]).replace("\n", "")
    about = scene.labels[promise.items[0]] if promise.items else ""
    if promise.told["relation"] == "project":
        return about
    own = str(promise.told.get("indicator") or about)
    return quote if own in quote else f"{own} {quote}"


def show_whole(scene: Scene, network: nx.MultiDiGraph) -> Iterator[Sheet]:
    """Return the one sheet of all plans with their headings, and what they promise for, and what they share."""
    tree = _Tree()
    numbers: dict[str, int] = {}

    def grow(node: str, above: int) -> None:
        numbers[node] = tree.add(node, spot_kind(scene, node), scene.labels[node], above)
        for child in scene.children.get(node, ()):
            grow(child, numbers[node])

    for node in (*scene.documents, *scene.shared, *scene.sectors):
        grow(node, -1)
    links = {(numbers[promise.pillar], numbers[item]) for promise in scene.promises for item in promise.items}
    about = {
        (numbers[item], numbers[sector]) for each in scene.promises for item in each.items for sector in each.sectors
    }
    hung = {(spot.above, number) for number, spot in enumerate(tree.spots)}
    yield Sheet("", tuple(tree.spots), tuple(sorted((links | about) - hung)))


def show_plans(scene: Scene, network: nx.MultiDiGraph) -> Iterator[Sheet]:
    """Return what each plan promises, under its headings, in the order of its text."""
    pillars = {node for node, kind in scene.kinds.items() if kind == "pillar"}
    held: dict[str, list[Promise]] = defaultdict(list)
    for promise in _commitments(scene):
        held[promise.pillar].append(promise)

    def grow(tree: _Tree, node: str, above: int) -> None:
        at = tree.add(node, spot_kind(scene, node), scene.labels[node], above)
        for promise in held[node]:
            tree.add_promise(scene, promise, at)
        for child in scene.children.get(node, ()):
            if child in pillars and _holds(child):
                grow(tree, child, at)

    def _holds(node: str) -> bool:
        return bool(held[node]) or any(_holds(child) for child in scene.children.get(node, ()) if child in pillars)

    trees = []
    for document in scene.documents:
        trees.append(_Tree())
        grow(trees[-1], document, -1)
    return _bind(trees)


def show_places(scene: Scene, network: nx.MultiDiGraph) -> Iterator[Sheet]:
    """Return what is to be built where: a project that names no place stands under that of its plan."""
    below: dict[str, set[str]] = defaultdict(set)
    region: dict[str, list[str]] = defaultdict(list)
    for start, end, relation in network.edges(data="relation"):
        if relation in ("within", "located"):
            below[end].add(start)
        elif relation == "spatial":
            region[start].append(end)
    located = {node for nodes in below.values() for node in nodes}
    for promise in scene.promises:
        for project in promise.items if promise.told["relation"] == "project" else ():
            for place in region[promise.document] if project not in located else ():
                below[place].add(project)

    def order(node: str) -> tuple[bool, str, str]:
        kind = scene.kinds[node]
        return kind in PLACES, str(network.nodes[node].get("code", "")), scene.labels[node]

    def holds(node: str) -> bool:
        return scene.kinds[node] == "project" or any(map(holds, below[node]))

    def grow(tree: _Tree, node: str, above: int) -> None:
        at = tree.add(node, spot_kind(scene, node), scene.labels[node], above)
        for child in sorted(filter(holds, below[node]), key=order):
            grow(tree, child, at)

    trees = []
    for node in sorted((node for node, kind in scene.kinds.items() if kind in PLACES), key=order):
        if node not in located and holds(node):
            trees.append(_Tree())
            grow(trees[-1], node, -1)
    return _bind(trees)


def show_indicators(scene: Scene, network: nx.MultiDiGraph) -> Iterator[Sheet]:
    """Return what several plans want of the same indicators: plans, then each indicator with what is wanted of it."""
    wanted: dict[str, list[Promise]] = defaultdict(list)
    for promise in scene.promises:
        for item in promise.items if promise.told["relation"] in ("target", "aim") else ():
            wanted[item].append(promise)
    holders = {item: {promise.document for promise in found} for item, found in wanted.items()}
    shared = [item for item in scene.shared if len(holders.get(item, ())) > 1]
    tree, links = _Tree(), []
    plans = {document: tree.add(document, "plan", scene.labels[document]) for document in scene.documents if shared}
    for item in sorted(shared, key=lambda item: -len(holders[item])):
        at = tree.add(item, "indicator", scene.labels[item])
        for promise in wanted[item]:
            links.append(
                (plans[promise.document], tree.add(promise.iri, kind_of(promise), str(promise.told["quote"]), at))
            )
    yield Sheet("", tuple(tree.spots), tuple(links))


def show_sectors(scene: Scene, network: nx.MultiDiGraph) -> Iterator[Sheet]:
    """Return what each sector has to do: its promises, by plan where there are several."""
    duties: dict[str, dict[str, list[Promise]]] = defaultdict(lambda: defaultdict(list))
    for promise in _commitments(scene):
        for sector in promise.sectors:
            duties[sector][promise.document].append(promise)
    trees = []
    for sector in scene.sectors:
        tree = _Tree()
        root = tree.add(sector, "sector", scene.labels[sector])
        for document, found in duties[sector].items():
            plan = tree.add(document, "plan", scene.labels[document], root) if len(scene.documents) > 1 else root
            for promise in found:
                tree.add_promise(scene, promise, plan)
        trees.append(tree)
    return _bind(tree for tree in trees if len(tree.spots) > 1)


def spot_kind(scene: Scene, node: str) -> str:
    """Return what kind of spot a node of the network is."""
    kind = scene.kinds[node]
    return "plan" if kind == "document" else "place" if kind in PLACES else kind


def _commitments(scene: Scene) -> Iterator[Promise]:
    return (promise for promise in scene.promises if promise.told["relation"] in COMMITMENTS)


def _bind(trees: Iterable[_Tree]) -> Iterator[Sheet]:
    """Put trees on sheets: a sheet is full before the tree that would overfill it."""
    held: list[Spot] = []
    titles: list[str] = []
    for tree in trees:
        if held and len(held) + len(tree.spots) > FULL:
            yield Sheet("、".join(titles), tuple(held))
            held, titles = [], []
        titles.append(tree.spots[0].label)
        base = len(held)
        held += [spot._replace(above=spot.above + base if spot.above >= 0 else -1) for spot in tree.spots]
    if held:
        yield Sheet("、".join(titles), tuple(held))


VIEWS: dict[str, View] = {
    view.name: view
    for view in (
        View(
            "whole",
            "rings",
            "全图",
            "the whole",
            "各计划承诺什么，又共有什么？",
            "What does each plan promise, and what do they share?",
            show_whole,
        ),
        View(
            "plans",
            "columns",
            "计划",
            "plans",
            "每份计划的各个支柱之下承诺了什么？",
            "What does each plan promise under its headings?",
            show_plans,
        ),
        View("places", "columns", "地方", "places", "哪里要建什么？", "What is to be built where?", show_places),
        View(
            "indicators",
            "matrix",
            "指标",
            "indicators",
            "各计划对同一指标各要求多少？",
            "What do the plans want of the same indicators?",
            show_indicators,
        ),
        View(
            "sectors",
            "columns",
            "领域",
            "sectors",
            "各领域要做什么？",
            "What does each sector have to do?",
            show_sectors,
        ),
    )
}
"""In the order in which they are offered."""
