"""Where the picture's nodes stand: a round tree a document, and between the trees what they share.

Worked out once and without chance, so that the picture stands still, looks the same everywhere and needs no numpy.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from math import cos, pi, sin, sqrt

from planskg.exporting.scene import Scene

SPACING = 23.0
"""Between neighbours on the rim of a tree."""
LEAST_RADIUS = 300.0
RINGS = (0.0, 0.3, 0.64)
"""Of the radius, by depth: the document, pillars, pillars below them; what they promise stands on the rim."""
MARGIN = 140.0
"""For the labels around a tree."""
ROW, COLUMN = 34.0, 255.0
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
    cell = 2 * max((tree.extent for tree in trees), default=0.0)
    across, down = _grid(len(trees))
    middle, half = _columns(scene, down * cell)
    block, height = _block(scene)
    placed: dict[str, Place] = {}
    for number, tree in enumerate(trees):
        x, y = _wide_centre(number, across, down, cell, half)
        below = number * cell + (height if number else 0.0)
        for node, (dx, dy, angle) in tree.places.items():
            placed[node] = Place(_round(x + dx, y + dy), _round(dx, below + dy), angle)
    return placed | {
        node: Place(_round(*at), _round(block[node][0], cell / 2 + block[node][1])) for node, at in middle.items()
    }


def _grid(trees: int) -> tuple[int, int]:
    """Return how many columns of trees stand on each side of the middle, and how many rows, for a wide picture."""
    beside = (trees + 1) // 2
    across = max(1, round(sqrt(beside / 1.25)))
    return across, -(-beside // across)


def _wide_centre(number: int, across: int, down: int, cell: float, half: float) -> tuple[float, float]:
    """Return where a tree stands: by turns left and right of the middle, row by row, the nearest to it first."""
    row, column = divmod(number // 2, across)
    x = half + (column + 0.5) * cell
    return x if number % 2 else -x, (row - (down - 1) / 2) * cell


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


def _columns(scene: Scene, height: float) -> tuple[dict[str, tuple[float, float]], float]:
    """Return what the trees share as two columns about the origin, items left, sectors right, and half their width."""
    columns = [nodes for nodes in (scene.shared, scene.sectors) if nodes]
    spread = max(1.0, 0.94 * height / (ROW * max(map(len, columns), default=1)))
    places = {
        node: (
            ((number - (len(columns) - 1) / 2) * COLUMN - COLUMN / 4) * spread,
            (row - (len(nodes) - 1) / 2) * min(spread * ROW, 0.94 * height / len(nodes)),
        )
        for number, nodes in enumerate(columns)
        for row, node in enumerate(nodes)
    }
    return places, COLUMN * spread * (0.3 + len(columns) / 2)


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
