"""Which nodes of a sheet belong together, and which hold it together: by networkx, the same each time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planskg.exporting.views import Sheet

if TYPE_CHECKING:
    import networkx as nx

SEED = 20230101
PIVOTS = 48
"""So many nodes, chosen by the seed, stand for all when shortest ways are counted; fewer nodes are all counted."""


@dataclass(frozen=True, slots=True)
class Importance:
    """What the links of a sheet say of its spots, each list in the order of the spots."""

    communities: list[int]
    """By number, the largest first."""
    degree: list[int]
    betweenness: list[float]
    """The share of shortest ways that run through a spot; from a sample of ways where there are many spots."""


def weigh(sheet: Sheet) -> Importance:
    """Return the communities (Louvain) and the centrality of all spots of a sheet."""
    import networkx as nx

    network = as_network(sheet)
    groups = nx.community.louvain_communities(network, seed=SEED) if sheet.spots else []
    groups.sort(key=lambda group: (-len(group), min(group)))
    of = {number: place for place, group in enumerate(groups) for number in group}
    pivots = min(PIVOTS, len(network))
    between = nx.betweenness_centrality(network, k=pivots, seed=SEED) if pivots else {}
    spots = range(len(sheet.spots))
    return Importance(
        communities=[of[number] for number in spots],
        degree=[network.degree(number) for number in spots],
        betweenness=[round(between[number], 5) for number in spots],
    )


def as_network(sheet: Sheet) -> nx.Graph:
    """Return a sheet as an undirected network of its spots' numbers: their order does not depend on any hash."""
    import networkx as nx

    network = nx.Graph()
    network.add_nodes_from(range(len(sheet.spots)))
    network.add_edges_from((spot.above, number) for number, spot in enumerate(sheet.spots) if spot.above >= 0)
    network.add_edges_from(sheet.links)
    return network
