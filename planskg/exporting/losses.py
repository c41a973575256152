"""What a format could not carry of a store, counted from the store's own statements."""

from typing import Any

import pyoxigraph as ox

from planskg.exporting.exporter import Exporter
from planskg.exporting.source import Source
from planskg.graph.terms import shorten


def find_losses(source: Source, exporter: Exporter) -> dict[ox.NamedNode, int]:
    """Return the properties whose statements are lost, and how many; what was inferred counts too."""
    if exporter.carries is None:
        return {}
    return {term: count for term, count in source.counts.items() if term not in exporter.carries}


def losses_json(source: Source, exporter: Exporter) -> dict[str, Any]:
    """Return a report of what one format lost, as a JSON object."""
    lost = find_losses(source, exporter)
    return {
        "format": exporter.name,
        "statements": len(source.quads),
        "lost": sum(lost.values()),
        "properties": {shorten(term): count for term, count in lost.items()},
        "notes": list(exporter.losses),
    }
