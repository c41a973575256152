"""A store as files: one module a format or a family of formats, listed in EXPORTERS."""

from pathlib import Path

import pyoxigraph as ox

from planskg.errors import PlanskgError
from planskg.exporting.charts.exporters import EXPORTERS_OF_CHARTS
from planskg.exporting.drawing.pictures import EXPORTERS_OF_PICTURES
from planskg.exporting.exporter import ALL, Content, Exporter, Verdict
from planskg.exporting.extras import MissingExtra, make
from planskg.exporting.jsonld import write_jsonld
from planskg.exporting.ledger.exporters import EXPORTERS_OF_LEDGERS
from planskg.exporting.losses import find_losses, losses_json
from planskg.exporting.maps.exporters import EXPORTERS_OF_MAPS
from planskg.exporting.network import to_networkx
from planskg.exporting.networks.exporters import EXPORTERS_OF_NETWORKS
from planskg.exporting.oc4ids.exporters import EXPORTERS_OF_OC4IDS
from planskg.exporting.picture import EXPORTERS_OF_PICTURE
from planskg.exporting.rdf import ONE_GRAPH, write_nquads, write_trig, write_turtle
from planskg.exporting.source import Source
from planskg.exporting.standards.exporters import EXPORTERS_OF_STANDARDS, catalogue_of
from planskg.exporting.stratml.exporters import EXPORTERS_OF_STRATML
from planskg.exporting.tables.exporters import EXPORTERS_OF_TABLES
from planskg.exporting.tables.library import frames, to_pandas
from planskg.exporting.tabular import CARRIED, GUARDED, ROUNDED, write_csv, write_jsonl
from planskg.exporting.verifying import verify_csv, verify_jsonl, verify_rdf
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
    "frames",
    "losses_json",
    "make",
    "to_networkx",
    "to_pandas",
    "write_content",
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
            losses=(ONE_GRAPH,),
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
        *EXPORTERS_OF_NETWORKS,
        Exporter(
            name="jsonl",
            path="records.jsonl",
            family="table",
            chinese="记录，一行一条 JSON",
            english="records, one JSON object a line",
            write=write_jsonl,
            verify=verify_jsonl,
            carries=CARRIED,
            losses=(ROUNDED,),
        ),
        Exporter(
            name="csv",
            path="records.csv",
            family="table",
            chinese="记录，一行一条的表格",
            english="records, one row each, for spreadsheets",
            write=write_csv,
            verify=verify_csv,
            carries=CARRIED,
            losses=(GUARDED,),
        ),
        *EXPORTERS_OF_TABLES,
        *EXPORTERS_OF_LEDGERS,
        *EXPORTERS_OF_PICTURE,
        *EXPORTERS_OF_PICTURES,
        *EXPORTERS_OF_CHARTS,
        *EXPORTERS_OF_MAPS,
        *EXPORTERS_OF_STRATML,
        *EXPORTERS_OF_OC4IDS,
        *EXPORTERS_OF_STANDARDS,
    )
}
EXPORTERS["dcat"] = catalogue_of(tuple(EXPORTERS.values()))


def export(store: ox.Store, form: str, path: Path) -> None:
    """Write a store in a format of EXPORTERS, each file whole or not at all; raises UnknownFormat, MissingExtra."""
    if form not in EXPORTERS:
        raise UnknownFormat(form)
    write_content(path, make(EXPORTERS[form], Source(store)))


def write_content(path: Path, content: Content) -> None:
    """Write an export: a file, or a folder of files."""
    if not isinstance(content, dict):
        write_whole(path, content)
        return
    for name, each in content.items():
        write_whole(path / name, each)
