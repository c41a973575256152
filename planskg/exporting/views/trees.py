"""Trees while they grow, and what their spots are called."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from planskg.exporting.scene import Promise, Scene
from planskg.exporting.views.sheet import Sheet, Spot

FULL = 500
"""So many spots stand on a sheet before the next tree begins another one."""
PLACES = ("province", "prefecture", "county")
COMMITMENTS = ("target", "aim", "project", "action")
"""Promises; a figure of a table is none."""


@dataclass(slots=True)
class Tree:
    """A tree while it grows, before it is put on a sheet."""

    spots: list[Spot] = field(default_factory=list)

    def add(self, node: str, kind: str, label: str, above: int = -1) -> int:
        """Put a spot on the tree and return its number."""
        self.spots.append(Spot(node, kind, label, above))
        return len(self.spots) - 1

    def add_promise(self, scene: Scene, promise: Promise, above: int) -> None:
        """Put a promise on the tree."""
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


def spot_kind(scene: Scene, node: str) -> str:
    """Return what kind of spot a node of the network is."""
    kind = scene.kinds[node]
    return "plan" if kind == "document" else "place" if kind in PLACES else kind


def commitments(scene: Scene) -> Iterator[Promise]:
    """Return the promises that are no figures of a table, in the order of their documents and texts."""
    return (promise for promise in scene.promises if promise.told["relation"] in COMMITMENTS)


def bind(trees: Iterable[Tree]) -> Iterator[Sheet]:
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
