"""Plan, headings, commitments."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from planskg.exporting.scene import Promise, Scene
from planskg.exporting.views.sheet import Sheet
from planskg.exporting.views.trees import Tree, bind, commitments, spot_kind

if TYPE_CHECKING:
    import networkx as nx


def show_plans(scene: Scene, network: nx.MultiDiGraph) -> Iterator[Sheet]:
    """Return what each plan promises, under its headings, in the order of its text."""
    pillars = {node for node, kind in scene.kinds.items() if kind == "pillar"}
    held: dict[str, list[Promise]] = defaultdict(list)
    for promise in commitments(scene):
        held[promise.pillar].append(promise)

    def grow(tree: Tree, node: str, above: int) -> None:
        at = tree.add(node, spot_kind(scene, node), scene.labels[node], above)
        for promise in held[node]:
            tree.add_promise(scene, promise, at)
        for child in scene.children.get(node, ()):
            if child in pillars and holds(child):
                grow(tree, child, at)

    def holds(node: str) -> bool:
        return bool(held[node]) or any(holds(child) for child in scene.children.get(node, ()) if child in pillars)

    trees = []
    for document in scene.documents:
        trees.append(Tree())
        grow(trees[-1], document, -1)
    return bind(trees)
