"""What stands on the map: projects and targets by place, and the window that shows all of them."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from math import ceil, cos, floor, radians

import pyoxigraph as ox

from planskg.exporting.charts.figures import NAMED, QUOTED, promise_words
from planskg.exporting.facts import name_of
from planskg.exporting.restoring import Plan
from planskg.exporting.source import Source
from planskg.graph.terms import DCTERMS, PLAN, RDFS, WGS84
from planskg.model import Project, Target

Spot = tuple[float, float]
"""Longitude and latitude, in degrees."""
READ = {
    "places": (RDFS.label, WGS84.long, WGS84.lat),
    "projects": (PLAN.ofProject, PLAN.locatedIn),
    "targets": (PLAN.indicatorLabel, PLAN.atPlace),
}
"""What the map is read from, besides the plans' names and their words."""
CARRIED = frozenset(chain(NAMED, QUOTED, *READ.values()))
LEAST = 0.6
"""The least width and height of a window, in degrees."""
STEPS = (0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0)
"""Of a grid, in degrees."""
AROUND = 0.12
"""How much of the window is left around the symbols."""


@dataclass(frozen=True, slots=True)
class Symbol:
    """A place with what is promised for it."""

    name: str
    at: Spot
    projects: tuple[str, ...]
    targets: tuple[str, ...]

    @property
    def count(self) -> int:
        """Return how much is promised."""
        return len(self.projects) + len(self.targets)


@dataclass(frozen=True, slots=True)
class Window:
    """The part of the earth that is shown, as a flat picture that is true to scale at its middle."""

    west: float
    south: float
    east: float
    north: float

    @property
    def stretch(self) -> float:
        """Return how long a degree of longitude is beside one of latitude."""
        return cos(radians((self.south + self.north) / 2))

    def holds(self, spot: Spot) -> bool:
        """Tell whether a spot is shown."""
        return self.west <= spot[0] <= self.east and self.south <= spot[1] <= self.north


def read_symbols(source: Source) -> list[Symbol]:
    """Return the places with coordinates that something is promised for, the most first.

    What names no place stands at that of its plan.
    """
    projects: dict[str, set[str]] = defaultdict(set)
    targets: dict[str, dict[str, None]] = defaultdict(dict)
    known: dict[str, tuple[str, Spot]] = {}
    for plan in source.plans:
        known |= _known_places(plan)
        for node, record in plan.records.items():
            if not isinstance(record, Project | Target):
                continue
            words = promise_words(plan, record)
            for place in _places(plan, node, record):
                if isinstance(record, Project):
                    projects[place.value].add(words)
                else:
                    targets[place.value][words] = None
    found = (
        Symbol(name, at, tuple(sorted(projects[place])), tuple(targets[place])) for place, (name, at) in known.items()
    )
    return sorted((each for each in found if each.count), key=lambda each: (-each.count, each.at, each.name))


def _known_places(plan: Plan) -> dict[str, tuple[str, Spot]]:
    facts = plan.facts
    kinds = (PLAN.Province, PLAN.Prefecture, PLAN.County)
    found: dict[str, tuple[str, Spot]] = {}
    for node in (node for kind in kinds for node in facts.of_class(kind)):
        east, north = facts.text(node, WGS84.long), facts.text(node, WGS84.lat)
        if east is not None and north is not None:
            found[node.value] = name_of(facts, node), (float(east), float(north))
    return found


def _places(plan: Plan, node: ox.NamedNode, record: Project | Target) -> list[ox.NamedNode]:
    project = plan.facts.node(node, PLAN.ofProject) if isinstance(record, Project) else None
    named = plan.facts.nodes(project, PLAN.locatedIn) if project else plan.facts.nodes(node, PLAN.atPlace)
    return named or plan.facts.nodes(plan.node, DCTERMS.spatial)


def window_for(spots: list[Spot]) -> Window:
    """Return a window that shows all spots with room around; China's where there is none."""
    if not spots:
        return Window(73.0, 18.0, 135.0, 54.0)
    (west, east), (south, north) = ((min(each), max(each)) for each in zip(*spots, strict=True))
    across = max(LEAST, (east - west) * (1 + 2 * AROUND)) / 2
    down = max(LEAST, (north - south) * (1 + 2 * AROUND)) / 2
    middle = (west + east) / 2, (south + north) / 2
    return Window(
        max(middle[0] - across, -180.0),
        max(middle[1] - down, -85.0),
        min(middle[0] + across, 180.0),
        min(middle[1] + down, 85.0),
    )


def grid_step(least: float) -> float:
    """Return how many degrees lie between two lines of a grid, at least so many."""
    return next((step for step in STEPS if step >= least), STEPS[-1])


def ticks(first: float, last: float, step: float) -> Iterator[float]:
    """Return the degrees between two that a grid has lines at."""
    for number in range(ceil(first / step), floor(last / step) + 1):
        yield round(number * step, 1)
