"""A store as files: one module a format or a family of formats, listed in EXPORTERS."""

from pathlib import Path

import pyoxigraph as ox

from planskg.errors import PlanskgError
from planskg.exporting.exporter import ALL, Content, Exporter, MissingExtra, Verdict, write_format
from planskg.exporting.graphml import write_graphml
from planskg.exporting.jsonld import write_jsonld
from planskg.exporting.losses import find_losses, losses_json
from planskg.exporting.network import to_networkx
from planskg.exporting.picture import EXPORTERS_OF_PICTURE
from planskg.exporting.rdf import write_nquads, write_trig, write_turtle
from planskg.exporting.source import Source
from planskg.exporting.standards.exporters import EXPORTERS_OF_STANDARDS, catalogue_of
from planskg.exporting.tabular import write_csv, write_jsonl
from planskg.exporting.verifying import verify_csv, verify_graphml, verify_jsonl, verify_rdf
from planskg.files import write_whole

__all__ = [
    "ALL",
    "EXPORTERS",
    "Content",
    "Exporter",
    "MissingExtra",
    "Source",
    "UnknownFormat",
    "Verdict",
    "export",
    "find_losses",
    "losses_json",
    "to_networkx",
    "write_content",
    "write_format",
    "write_whole",
]


class UnknownFormat(PlanskgError):
    """A format that no exporter writes."""

    def __init__(self, name: str) -> None:
        super().__init__(f"{name}: no such format; there are {', '.join(EXPORTERS)}")
        self.name = name


EXPORTERS: dict[str, Exporter] = {
    exporter.name: exporter
    for exporter in (
        Exporter(
            name="turtle",
            path="plans.ttl",
            family="rdf",
            chinese="三元组，不分文件",
            english="triples of all documents together, as Turtle",
            write=write_turtle,
            verify=verify_rdf(ox.RdfFormat.TURTLE),
            losses=({"zh": "不记哪一句出自哪份文件的图", "en": "which graph a statement is in"},),
        ),
        Exporter(
            name="trig",
            path="plans.trig",
            family="rdf",
            chinese="命名图，每份文件各一，推理结果另存",
            english="one named graph a document, as TriG",
            write=write_trig,
            verify=verify_rdf(ox.RdfFormat.TRIG),
        ),
        Exporter(
            name="nquads",
            path="plans.nq",
            family="rdf",
            chinese="命名图，一行一句",
            english="one named graph a document, a statement a line",
            write=write_nquads,
            verify=verify_rdf(ox.RdfFormat.N_QUADS),
        ),
        Exporter(
            name="jsonld",
            path="plans.jsonld",
            family="rdf",
            chinese="带上下文的 JSON",
            english="JSON-LD with the project's context",
            write=write_jsonld,
            verify=verify_rdf(ox.RdfFormat.JSON_LD),
        ),
        Exporter(
            name="graphml",
            path="network.graphml",
            family="graph",
            chinese="网络图，供 Gephi 等软件",
            english="a network for Gephi and its like",
            write=write_graphml,
            verify=verify_graphml,
        ),
        Exporter(
            name="jsonl",
            path="records.jsonl",
            family="table",
            chinese="记录，一行一条 JSON",
            english="records, one JSON object a line",
            write=write_jsonl,
            verify=verify_jsonl,
        ),
        Exporter(
            name="csv",
            path="records.csv",
            family="table",
            chinese="记录，一行一条的表格",
            english="records, one row each, for spreadsheets",
            write=write_csv,
            verify=verify_csv,
        ),
        *EXPORTERS_OF_PICTURE,
        *EXPORTERS_OF_STANDARDS,
    )
}
EXPORTERS["dcat"] = catalogue_of(tuple(EXPORTERS.values()))


def export(store: ox.Store, form: str, path: Path) -> None:
    """Write a store in a format of EXPORTERS, each file whole or not at all; raises UnknownFormat, MissingExtra."""
    if form not in EXPORTERS:
        raise UnknownFormat(form)
    write_content(path, write_format(Source(store), EXPORTERS[form]))


def write_content(path: Path, content: Content) -> None:
    """Write an export: a file, or a folder of files."""
    if not isinstance(content, dict):
        write_whole(path, content)
        return
    for name, each in content.items():
        write_whole(path / name, each)
