"""The network of a store as GEXF 1.3 (https://gexf.net), with time, written by networkx.

A promise is there from the beginning of the plan's year (or of its first year) to the end of the year it is due in,
a figure in its own year; a project's stage is what its pledges say of it, each in the time of the pledge.
"""

from __future__ import annotations

from collections import defaultdict
from io import BytesIO
from typing import TYPE_CHECKING, Any

from planskg.exporting.exporter import Content, Verdict
from planskg.exporting.graphml import same_networks, without_forbidden
from planskg.exporting.restoring import Plan
from planskg.exporting.source import Source
from planskg.exporting.verifying import as_bytes
from planskg.model import Commitment, Observation, Record

if TYPE_CHECKING:
    import networkx as nx

VERSION = "1.3"
OFFSETS = {"start": "quote_start", "end": "quote_end"}
"""What offsets are called here, where `start` and `end` are times."""
Time = dict[str, str]


def write_gexf(source: Source) -> str:
    """Return the network as GEXF with typed attributes and times as dates."""
    from networkx.readwrite.gexf import GEXFWriter

    writer = GEXFWriter(timed_network(source), version=VERSION)
    for name in ("xmlns:xsi", "xsi:schemaLocation"):  # of a namespace that is not the XML Schema's
        del writer.xml.attrib[name]
    meta, graph = writer.xml
    del meta.attrib["lastmodifieddate"]  # the day on which it is written
    del graph.attrib["name"]  # which the format does not know
    meta[0].text = "planskg"
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{writer}\n'


def verify_gexf(content: Content, source: Source) -> Verdict:
    """Read the network back with networkx: nothing of it may differ."""
    import networkx as nx

    found = nx.read_gexf(BytesIO(as_bytes(content)), version=VERSION)
    for *_, told in found.edges(data=True):
        del told["id"]  # which the writer counts
    same = same_networks(nx.MultiDiGraph(found), timed_network(source))
    return Verdict(f"networkx {nx.__version__}", len(found), "" if same else "nodes or edges differ")


def timed_network(source: Source) -> nx.MultiDiGraph:
    """Return the network with the times of promises, figures and stages."""
    network = without_forbidden(source.network)
    times = {node.value: _time(plan, record) for plan in source.plans for node, record in plan.records.items()}
    stages: dict[str, list[tuple[Any, ...]]] = defaultdict(list)
    for _, end, key, told in network.edges(data=True, keys=True):
        for name, other in OFFSETS.items():
            if name in told:
                told[other] = told.pop(name)
        told |= times.get(key, {})
        if "stage" in told:
            stages[end].append((told["stage"], told.get("start"), told.get("end")))
    for node, found in stages.items():
        network.nodes[node]["stage"] = sorted(set(found), key=lambda each: (each[1] or "", each[2] or "", each[0]))
    return network


def _time(plan: Plan, record: Record) -> Time:
    """Return when a promise or figure is there; a year that is not known bounds nothing."""
    match record:
        case Observation():
            first = last = record.year
        case Commitment():
            last = record.year
            first = min(getattr(record, "since", None) or plan.document.metadata.year or last, last)
        case _:
            return {}
    known = {"start": (first, "01-01"), "end": (last, "12-31")}
    return {bound: f"{year:04}-{day}" for bound, (year, day) in known.items() if year}
