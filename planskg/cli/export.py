"""`planskg export`."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from planskg.cli.options import Out, StoreFolder, tell, write
from planskg.cli.stores import open_or_build
from planskg.errors import PlanskgError
from planskg.exporting import EXPORTERS, Source, UnknownFormat, losses_json, write_content, write_format
from planskg.exporting.everything import Written, write_everything
from planskg.exporting.manual import write_manual
from planskg.files import write_json

EVERYTHING = "all"
Format = Annotated[str | None, typer.Argument(metavar="FORMAT", help="A format of --list, or all.")]
List = Annotated[bool, typer.Option("--list", help="List the formats, a line each.")]
Markdown = Annotated[bool, typer.Option("--markdown", help="Tell of all formats as docs/exports.md does.")]
Loss = Annotated[Path | None, typer.Option(help="File for what the format could not carry, as JSON.")]


def command(
    form: Format = None,
    every: List = False,
    markdown: Markdown = False,
    output: Out = None,
    loss: Loss = None,
    store: StoreFolder = None,
) -> None:
    """Write the whole store in one format, or with all in each of them and an index page."""
    if markdown:
        write(write_manual(Source(open_or_build(store)), EXPORTERS.values()), output)
    elif every or form is None:
        typer.echo("\n".join(_list()))
    elif form == EVERYTHING:
        _write_all(output, loss, store)
    else:
        _write_one(form, output, loss, store)


def _list() -> Iterator[str]:
    width = max(map(len, EXPORTERS))
    for name, exporter in EXPORTERS.items():
        yield f"{name:{width}}  {exporter.english}（{exporter.chinese}）"


def _write_one(form: str, output: Path | None, loss: Path | None, store: Path | None) -> None:
    if form not in EXPORTERS:
        raise UnknownFormat(form)
    exporter, source = EXPORTERS[form], Source(open_or_build(store))
    content = write_format(source, exporter)
    if output is not None:
        write_content(output, content)
    elif isinstance(content, dict):
        raise PlanskgError(f"{form} is several files: name a folder for them with -o")
    else:
        write(content, None)
    if loss is not None:
        write_json(loss, losses_json(source, exporter))


def _tell(folder: Path, written: Written) -> str:
    if written.missing:
        return f"{written.exporter.name}: not written; it needs {written.missing}"
    fault = f"  {written.verdict.fault}" if written.verdict.fault else ""
    return f"{folder / written.exporter.path}  {written.size:,} bytes{fault}"


def _write_all(output: Path | None, loss: Path | None, folder: Path | None) -> None:
    if output is None:
        raise PlanskgError("all formats are many files: name a folder for them with -o")
    store = open_or_build(folder)
    for written in write_everything(store, output, EXPORTERS.values(), write_content):
        tell(_tell(output, written))
    tell(f"{output / 'index.html'}")
    if loss is not None:
        source = Source(store)
        write_json(loss, [losses_json(source, exporter) for exporter in EXPORTERS.values()])
