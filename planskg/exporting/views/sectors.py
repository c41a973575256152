"""Sectors and their duties."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from planskg.exporting.scene import Promise, Scene
from planskg.exporting.views.sheet import Sheet
from planskg.exporting.views.trees import Tree, bind, commitments

if TYPE_CHECKING:
    import networkx as nx


def show_sectors(scene: Scene, network: nx.MultiDiGraph) -> Iterator[Sheet]:
    """Return what each sector has to do: its promises, by plan where there are several."""
    duties: dict[str, dict[str, list[Promise]]] = defaultdict(lambda: defaultdict(list))
    for promise in commitments(scene):
        for sector in promise.sectors:
            duties[sector][promise.document].append(promise)
    trees = []
    for sector in scene.sectors:
        tree = Tree()
        root = tree.add(sector, "sector", scene.labels[sector])
        for document, found in duties[sector].items():
            plan = tree.add(document, "plan", scene.labels[document], root) if len(scene.documents) > 1 else root
            for promise in found:
                tree.add_promise(scene, promise, plan)
        trees.append(tree)
    return bind(tree for tree in trees if len(tree.spots) > 1)
