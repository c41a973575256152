"""The network of a store in the DOT language of Graphviz (https://graphviz.org/doc/info/lang.html), as a picture too.

Each document and each pillar is a box (a cluster) around its own node and what is promised there alone; what several
promise, sectors and places stand outside. Every attribute of the network is there under its own name.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from planskg.exporting.attributes import Attributes
from planskg.exporting.characters import space_forbidden
from planskg.exporting.source import Source

if TYPE_CHECKING:
    import networkx as nx

HEAD = """digraph planskg {
  graph [rankdir=LR, ranksep=2.5, nodesep=0.12, newrank=true, compound=true, style=rounded, color="#9aa5b1",
    fontname="Noto Sans CJK SC", fontsize=16]
  node [shape=box, style="rounded,filled", fillcolor=white, color="#52606d", fontname="Noto Sans CJK SC", fontsize=12]
  edge [color="#9aa5b1", fontcolor="#52606d", fontname="Noto Sans CJK SC", fontsize=10, arrowsize=0.6]
"""
FILLS = {
    "document": "#f9d976",
    "pillar": "#e4e7eb",
    "indicator": "#cfe8ff",
    "project": "#d3f2d6",
    "sector": "#f6d5e5",
}
"""By kind of node; the others are white."""
ITEMS = ("indicator", "project")
"""What may stand in the box of a pillar."""
SHOWN = ("target", "aim", "project")
"""Relations whose edges are labelled with their words."""
STYLES = {"observation": "dotted", "sector": "dashed"}
"""Of edges that stand behind the others, by relation."""
Tree = dict[str, list[str]]


def write_dot(source: Source) -> str:
    """Return the network in DOT."""
    network = source.network
    below = _nest(network)
    inside = {node for nodes in below.values() for node in nodes}
    lines = [line for node in network if node not in inside for line in _node(network, below, node, "  ")]
    return HEAD + "\n".join([*lines, *_edges(network)]) + "\n}\n"


def _nest(network: nx.MultiDiGraph) -> Tree:
    """Return what stands in the box of each document and pillar."""
    holders: dict[str, set[str]] = defaultdict(set)
    below: Tree = {node: [] for node, kind in network.nodes(data="kind") if kind in ("document", "pillar")}
    for start, end, relation in network.edges(data="relation"):
        if relation == "contains":
            below[start].append(end)
        elif start in below and network.nodes[end]["kind"] in ITEMS:
            holders[end].add(start)
    for node, found in holders.items():
        if len(found) == 1:
            below[min(found)].append(node)
    return below


def _node(network: nx.MultiDiGraph, below: Tree, node: str, indent: str) -> Iterator[str]:
    """Yield the lines of a node, and of its box with all that stands in it."""
    told = network.nodes[node]
    drawn = {"fillcolor": FILLS[told["kind"]]} if told["kind"] in FILLS else {}
    line = f"{_quote(node)} [{_attributes(told | drawn)}]"
    if node not in below:
        yield indent + line
        return
    yield f"{indent}subgraph {_quote('cluster ' + node)} {{"
    yield f"{indent}  {line}"
    for each in below[node]:
        yield from _node(network, below, each, indent + "  ")
    yield f"{indent}}}"


def _edges(network: nx.MultiDiGraph) -> Iterator[str]:
    for start, end, key, told in network.edges(data=True, keys=True):
        drawn = {"label": told["quote"]} if told["relation"] in SHOWN else {}
        drawn |= {"style": STYLES[told["relation"]]} if told["relation"] in STYLES else {}
        yield f"  {_quote(start)} -> {_quote(end)} [key={_quote(key)}, {_attributes(told | drawn)}]"


def _attributes(told: Attributes) -> str:
    return ", ".join(f"{name}={_label(value) if name == 'label' else _quote(value)}" for name, value in told.items())


def _quote(value: object) -> str:
    """Return a value as a string of DOT, in which a backslash stands for itself only when doubled."""
    text = str(value).lower() if isinstance(value, bool) else space_forbidden(str(value))
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _label(value: object) -> str:
    """Return words that are drawn, in which & begins a character's name."""
    return _quote(str(value).replace("&", "&amp;"))
