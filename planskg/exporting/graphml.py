"""The network of a store as GraphML, written by networkx."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from planskg.exporting.characters import space_forbidden
from planskg.exporting.exporter import Content, Verdict
from planskg.exporting.source import Source
from planskg.exporting.verifying import as_bytes

if TYPE_CHECKING:
    import networkx as nx


def write_graphml(source: Source) -> str:
    """Return the network as GraphML with typed attributes."""
    import networkx as nx

    return "\n".join(nx.generate_graphml(without_forbidden(source.network))) + "\n"


def verify_graphml(content: Content, source: Source) -> Verdict:
    """Read the network back with networkx: nothing of it may differ."""
    import networkx as nx

    found = nx.read_graphml(BytesIO(as_bytes(content)), force_multigraph=True)
    same = same_networks(found, without_forbidden(source.network))
    return Verdict(f"networkx {nx.__version__}", len(found), "" if same else "nodes or edges differ")


def without_forbidden(network: nx.MultiDiGraph) -> nx.MultiDiGraph:
    """Return a copy of a network, with spaces for what XML cannot hold."""
    copy = network.copy()
    described = [attributes for _, attributes in copy.nodes(data=True)]
    described += [attributes for _, _, attributes in copy.edges(data=True)]
    for attributes in described:
        attributes |= {key: space_forbidden(text) for key, text in attributes.items() if isinstance(text, str)}
    return copy


def same_networks(one: nx.MultiDiGraph, other: nx.MultiDiGraph) -> bool:
    """Say whether two networks have the same nodes and edges, with the same attributes."""
    edges = [
        {(start, end, key): told for start, end, key, told in each.edges(data=True, keys=True)} for each in (one, other)
    ]
    return dict(one.nodes(data=True)) == dict(other.nodes(data=True)) and edges[0] == edges[1]
