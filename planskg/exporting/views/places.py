"""Places and the projects in them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from planskg.exporting.scene import Scene
from planskg.exporting.views.sheet import Sheet
from planskg.exporting.views.trees import Tree, bind, spot_kind

if TYPE_CHECKING:
    import networkx as nx


def show_places(scene: Scene, network: nx.MultiDiGraph) -> Iterator[Sheet]:
    """Return what is to be built where: a project that names no place stands under that of its plan."""
    below = _contents(scene, network)
    inner = {node for nodes in below.values() for node in nodes}

    def order(node: str) -> tuple[bool, str, str]:
        about = network.nodes[node]
        return scene.kinds[node] != "project", str(about.get("code", "")), scene.labels[node]

    def holds(node: str) -> bool:
        return scene.kinds[node] == "project" or any(map(holds, below[node]))

    def grow(tree: Tree, node: str, above: int) -> None:
        at = tree.add(node, spot_kind(scene, node), scene.labels[node], above)
        for child in sorted(filter(holds, below[node]), key=order):
            grow(tree, child, at)

    trees = []
    for root in sorted((node for node in [*below] if node not in inner and holds(node)), key=order):
        trees.append(Tree())
        grow(trees[-1], root, -1)
    return bind(trees)


def _contents(scene: Scene, network: nx.MultiDiGraph) -> dict[str, set[str]]:
    """Return what lies in each place; a plan whose place is unknown stands for it."""
    below: dict[str, set[str]] = defaultdict(set)
    regions: dict[str, list[str]] = defaultdict(list)
    for start, end, relation in network.edges(data="relation"):
        if relation in ("within", "located"):
            below[end].add(start)
        elif relation == "spatial":
            regions[start].append(end)
    located = {node for nodes in below.values() for node in nodes}
    for promise in scene.promises:
        for project in promise.items if promise.told["relation"] == "project" else ():
            for place in (regions[promise.document] or [promise.document]) if project not in located else ():
                below[place].add(project)
    return below
