"""The network of a store as GraphML, written by networkx."""

import re

from planskg.exporting.source import Source

FORBIDDEN = re.compile(r"[^\t\n -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold; a carriage return would not be read back."""


def write_graphml(source: Source) -> str:
    """Return the network as GraphML with typed attributes."""
    import networkx as nx

    network = source.network.copy()
    described = [attributes for _, attributes in network.nodes(data=True)]
    described += [attributes for _, _, attributes in network.edges(data=True)]
    for attributes in described:
        attributes |= {key: FORBIDDEN.sub(" ", text) for key, text in attributes.items() if isinstance(text, str)}
    return "\n".join(nx.generate_graphml(network)) + "\n"
