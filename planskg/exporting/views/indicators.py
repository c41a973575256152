"""Indicators that several plans set."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from planskg.exporting.scene import Promise, Scene
from planskg.exporting.views.sheet import Sheet
from planskg.exporting.views.trees import Tree, kind_of

if TYPE_CHECKING:
    import networkx as nx


def show_indicators(scene: Scene, network: nx.MultiDiGraph) -> Iterator[Sheet]:
    """Return what several plans want of the same indicators: plans, then each indicator with what is wanted of it."""
    wanted: dict[str, list[Promise]] = defaultdict(list)
    for promise in scene.promises:
        for item in promise.items if promise.told["relation"] in ("target", "aim") else ():
            wanted[item].append(promise)
    holders = {item: {promise.document for promise in found} for item, found in wanted.items()}
    shared = [item for item in scene.shared if len(holders.get(item, ())) > 1]
    tree, links = Tree(), []
    plans = {document: tree.add(document, "plan", scene.labels[document]) for document in scene.documents if shared}
    for item in sorted(shared, key=lambda item: -len(holders[item])):
        at = tree.add(item, "indicator", scene.labels[item])
        for promise in wanted[item]:
            links.append(
                (plans[promise.document], tree.add(promise.iri, kind_of(promise), str(promise.told["quote"]), at))
            )
    yield Sheet("", tuple(tree.spots), tuple(links))
