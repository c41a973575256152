"""`planskg build`."""

from pathlib import Path
from typing import Annotated

import typer

from planskg.building import default_documents, load, read_all
from planskg.cli.options import DEFAULT_SIZE, MaxSize, Region, Year, in_bytes, tell
from planskg.exporting.rdf import write_trig
from planskg.exporting.source import Source
from planskg.files import write_whole
from planskg.graph.store import open_store

Plans = Annotated[list[Path] | None, typer.Argument(help="Plan documents; without any, the project's own.")]
Kept = Annotated[Path | None, typer.Option("--store", help="Folder of the store that keeps the graph.")]
TriG = Annotated[Path | None, typer.Option("-o", "--output", help="TriG file to write.")]


def command(
    files: Plans = None,
    store: Kept = None,
    output: TriG = None,
    year: Year = None,
    region: Region = None,
    max_size: MaxSize = DEFAULT_SIZE,
) -> None:
    """Read every document before anything is written."""
    if store is None and output is None:
        raise typer.BadParameter("say where to: --store DIR, -o FILE.trig, or both")
    documents = read_all(files or default_documents(), year, region, in_bytes(max_size))
    target = open_store(store)
    load(target, documents, tell)
    if output is not None:
        write_whole(output, write_trig(Source(target)))
