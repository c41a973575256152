"""What a view is made of: sheets, and the spots on them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from planskg.exporting.scene import Scene

if TYPE_CHECKING:
    import networkx as nx


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
