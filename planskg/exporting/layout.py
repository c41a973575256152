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
MARGIN = 165.0
"""For the labels around a tree."""
ROW, COLUMN = 34.0, 250.0
"""Between what the trees share."""
TALL_ROW, TALL_COLUMN, ACROSS = 64.0, 500.0, 3
"""The same in the tall picture, and how many columns it has."""
LEAST_SLOTS = (0.0, 5.0, 2.0)
"""Of the rim, by depth, for a pillar that holds little, so that its label has room."""


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
    pillars = {node for node, kind in scene.kinds.items() if kind == "pillar"}
    trees = [grow_tree(scene.children, document, pillars) for document in scene.documents]
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


def grow_tree(children: dict[str, list[str]], document: str, pillars: set[str]) -> Tree:
    """Return a document's tree: leaves round the rim in text order, pillars on the rings amid their own."""
    slots: dict[str, float] = {}
    length = _give_slots(children, document, 0, 0.0, slots, pillars)
    radius = max(LEAST_RADIUS, length * SPACING / (2 * pi))
    places: dict[str, tuple[float, float, float | None]] = {}
    for node, depth in _walk(children, document, 0):
        turn = slots[node] / max(length, 1.0) - 0.25
        reach = radius * (_by_depth(RINGS, depth) if node == document or node in pillars else 1.0)
        x, y = reach * cos(2 * pi * turn), reach * sin(2 * pi * turn)
        places[node] = (x, y, None if depth == 0 else round(turn % 1 * 360, 1))
    return Tree(places, radius + MARGIN)


def _by_depth(values: tuple[float, ...], depth: int) -> float:
    return values[min(depth, len(values) - 1)]


def _walk(children: dict[str, list[str]], node: str, depth: int) -> Iterator[tuple[str, int]]:
    yield node, depth
    for child in children.get(node, ()):
        yield from _walk(children, child, depth + 1)


def _give_slots(
    children: dict[str, list[str]], node: str, depth: int, free: float, slots: dict[str, float], pillars: set[str]
) -> float:
    """Give each node its slot on the rim, a parent the middle of its children's; return the next free one."""
    begun = free
    below = children.get(node, [])
    for child in below:
        free = _give_slots(children, child, depth + 1, free, slots, pillars)
    wanted = _by_depth(LEAST_SLOTS, depth) if node in pillars else 0.0 if below else 1.0
    lack = max(0.0, wanted - (free - begun))
    for each, _ in _walk(children, node, depth) if lack else ():
        slots[each] = slots.get(each, begun) + lack / 2
    slots[node] = (slots[below[0]] + slots[below[-1]]) / 2 if below else begun + wanted / 2
    return free + lack


def _columns(scene: Scene) -> dict[str, tuple[float, float]]:
    """Return what the trees share as two columns about the origin: items left, sectors right."""
    columns = [nodes for nodes in (scene.shared, scene.sectors) if nodes]
    return {
        node: ((number - (len(columns) - 1) / 2) * COLUMN - COLUMN / 4, (row - (len(nodes) - 1) / 2) * ROW)
        for number, nodes in enumerate(columns)
        for row, node in enumerate(nodes)
    }


def _block(scene: Scene) -> tuple[dict[str, tuple[float, float]], float]:
    """Return what the trees share as rows below the origin, and their height."""
    places: dict[str, tuple[float, float]] = {}
    down = 0.0
    for nodes in (scene.shared, scene.sectors):
        for number, node in enumerate(nodes):
            row, column = divmod(number, ACROSS)
            places[node] = ((column - ACROSS / 2 + 0.2) * TALL_COLUMN, down + row * TALL_ROW)
        down += (len(nodes) + ACROSS - 1) // ACROSS * TALL_ROW + ROW
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
