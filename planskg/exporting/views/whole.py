"""All plans at once, with what they share."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from planskg.exporting.scene import Scene
from planskg.exporting.views.sheet import Sheet
from planskg.exporting.views.trees import Tree, spot_kind

if TYPE_CHECKING:
    import networkx as nx


def show_whole(scene: Scene, network: nx.MultiDiGraph) -> Iterator[Sheet]:
    """Return the one sheet of all plans with their headings, and what they promise for, and what they share."""
    tree = Tree()
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
