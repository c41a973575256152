"""Where the picture's nodes stand: a round tree a document, and between the trees what they share.

Worked out once and without chance, so that the picture stands still, looks the same everywhere and needs no numpy.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from math import cos, pi, sin

from planskg.exporting.scene import Scene

SPACING = 23.0
"""Between neighbours on the rim of a tree."""
LEAST_RADIUS = 300.0
RINGS = (0.0, 0.31, 0.68)
"""Of the radius, by depth: the document, pillars, pillars below them; what they promise stands on the rim."""
MARGIN = 190.0
"""For the labels around a tree."""
ROW, COLUMN, ACROSS = 31.0, 210.0, 4
"""Between what the trees share, and how many columns of it the tall picture has."""
GAP = 1.2
"""Free places on the rim between two pillars of the first level."""


@dataclass(frozen=True, slots=True)
class Place:
    """A node's place in the wide and in the tall picture, and the direction of its label."""

    wide: tuple[float, float]
    tall: tuple[float, float]
    angle: float | None = None
    """In degrees clockwise from the right; None for a label that lies flat."""


@dataclass(frozen=True, slots=True)
class Tree:
    """One document's tree around its own centre."""

    places: dict[str, tuple[float, float, float | None]]
    extent: float
    """Half the side of the square it needs."""


def arrange(scene: Scene) -> dict[str, Place]:
    """Return the place of every node that is drawn."""
    trees = [grow_tree(scene.children, document) for document in scene.documents]
    middle = _columns(scene)
    block, height = _block(scene)
    wide, tall = _wide_centres(trees, middle), _tall_centres(trees, height)
    placed: dict[str, Place] = {}
    for tree, (x, y), (across, down) in zip(trees, wide, tall, strict=True):
        for node, (dx, dy, angle) in tree.places.items():
            placed[node] = Place(_round(x + dx, y + dy), _round(across + dx, down + dy), angle)
    top = trees[0].extent if trees else 0.0
    return placed | {node: Place(_round(*at), _round(block[node][0], top + block[node][1])) for node, at in middle.items()}


def _round(x: float, y: float) -> tuple[float, float]:
    return round(x, 1), round(y, 1)


def grow_tree(children: dict[str, list[str]], document: str) -> Tree:
    """Return a document's tree: leaves evenly round the rim in text order, pillars amid their own."""
    slots: dict[str, float] = {}
    length = _give_slots(children, document, 0, 0.0, slots)
    radius = max(LEAST_RADIUS, length * SPACING / (2 * pi))
    places: dict[str, tuple[float, float, float | None]] = {}
    for node, depth in _walk(children, document, 0):
        turn = slots[node] / max(length, 1.0) - 0.25
        inner = node in children or depth == 0
        reach = radius * (RINGS[min(depth, len(RINGS) - 1)] if inner else 1.0)
        x, y = reach * cos(2 * pi * turn), reach * sin(2 * pi * turn)
        places[node] = (x, y, None if depth == 0 else round(turn % 1 * 360, 1))
    return Tree(places, radius + MARGIN)


def _walk(children: dict[str, list[str]], node: str, depth: int) -> Iterator[tuple[str, int]]:
    yield node, depth
    for child in children.get(node, ()):
        yield from _walk(children, child, depth + 1)


def _give_slots(children: dict[str, list[str]], node: str, depth: int, free: float, slots: dict[str, float]) -> float:
    """Give each node its slot on the rim, a parent the middle of its children's; return the next free one."""
    below = children.get(node, [])
    if not below:
        slots[node] = free
        return free + 1
    for child in below:
        free = _give_slots(children, child, depth + 1, free, slots) + (GAP if depth == 0 else 0)
    slots[node] = (slots[below[0]] + slots[below[-1]]) / 2
    return free


def _columns(scene: Scene) -> dict[str, tuple[float, float]]:
    """Return what the trees share as two columns about the origin: items left, sectors right."""
    columns = [nodes for nodes in (scene.shared, scene.sectors) if nodes]
    return {
        node: ((number - (len(columns) - 1) / 2) * COLUMN - COLUMN / 4, (row - (len(nodes) - 1) / 2) * ROW)
        for number, nodes in enumerate(columns)
        for row, node in enumerate(nodes)
    }


def _block(scene: Scene) -> tuple[dict[str, tuple[float, float]], float]:
    """Return what the trees share as rows of four below the origin, and their height."""
    places: dict[str, tuple[float, float]] = {}
    down = 0.0
    for nodes in (scene.shared, scene.sectors):
        for number, node in enumerate(nodes):
            row, column = divmod(number, ACROSS)
            places[node] = ((column - ACROSS / 2 + 0.1) * COLUMN, down + row * ROW * 1.3)
        down += (len(nodes) + ACROSS - 1) // ACROSS * ROW * 1.3 + ROW
    return places, down


def _wide_centres(trees: list[Tree], middle: dict[str, tuple[float, float]]) -> list[tuple[float, float]]:
    """Return the trees' centres in two columns, left and right of the middle."""
    half = max((abs(x) for x, _ in middle.values()), default=0.0) + COLUMN * 0.55
    heights = [sum(2 * tree.extent for tree in trees[side::2]) for side in (0, 1)]
    reached = [-height / 2 for height in heights]
    centres: list[tuple[float, float]] = []
    for number, tree in enumerate(trees):
        side = number % 2
        centres.append(((half + tree.extent) * (1 if side else -1), reached[side] + tree.extent))
        reached[side] += 2 * tree.extent
    return centres


def _tall_centres(trees: list[Tree], block: float) -> list[tuple[float, float]]:
    """Return the trees' centres one above the other, with room for the block under the first."""
    centres: list[tuple[float, float]] = []
    reached = 0.0
    for number, tree in enumerate(trees):
        centres.append((0.0, reached + (tree.extent if number else 0.0)))
        reached += 2 * tree.extent if number else tree.extent + block
    return centres
