"""A store as files: one module a format or a family of formats, listed in EXPORTERS."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from planskg.errors import PlanskgError
from planskg.exporting.graphml import write_graphml
from planskg.exporting.jsonld import write_jsonld
from planskg.exporting.network import to_networkx
from planskg.exporting.picture import write_picture
from planskg.exporting.rdf import write_nquads, write_trig, write_turtle
from planskg.exporting.tabular import write_csv, write_jsonl
from planskg.files import write_whole

__all__ = ["EXPORTERS", "Exporter", "UnknownFormat", "export", "to_networkx", "write_whole"]


class UnknownFormat(PlanskgError):
    """A format that no exporter writes."""

    def __init__(self, name: str) -> None:
        super().__init__(f"{name}: no such format; there are {', '.join(EXPORTERS)}")
        self.name = name


@dataclass(frozen=True, slots=True)
class Exporter:
    """A format in which a store can be written."""

    name: str
    suffix: str
    chinese: str
    """What it is, in one line."""
    english: str
    write: Callable[[ox.Store], str | bytes]
    """The same store gives the same bytes."""


EXPORTERS = {
    exporter.name: exporter
    for exporter in (
        Exporter("turtle", ".ttl", "三元组，不分文件", "triples of all documents together, as Turtle", write_turtle),
        Exporter(
            "trig", ".trig", "命名图，每份文件各一，推理结果另存", "one named graph a document, as TriG", write_trig
        ),
        Exporter("nquads", ".nq", "命名图，一行一句", "one named graph a document, a statement a line", write_nquads),
        Exporter("jsonld", ".jsonld", "带上下文的 JSON", "JSON-LD with the project's context", write_jsonld),
        Exporter("graphml", ".graphml", "网络图，供 Gephi 等软件", "a network for Gephi and its like", write_graphml),
        Exporter("jsonl", ".jsonl", "记录，一行一条 JSON", "records, one JSON object a line", write_jsonl),
        Exporter("csv", ".csv", "记录，一行一条的表格", "records, one row each, for spreadsheets", write_csv),
        Exporter("html", ".html", "可离线浏览的交互图", "an interactive picture that needs no network", write_picture),
    )
}


def export(store: ox.Store, form: str, path: Path) -> None:
    """Write a store in a format of EXPORTERS, whole or not at all; raises UnknownFormat."""
    if form not in EXPORTERS:
        raise UnknownFormat(form)
    write_whole(path, EXPORTERS[form].write(store))
