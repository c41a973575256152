"""`planskg export`."""

from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Annotated

import typer

from planskg.cli.options import Out, StoreFolder, tell, write
from planskg.cli.stores import open_or_build
from planskg.errors import PlanskgError
from planskg.exporting import EXPORTERS, Exporter, Source, UnknownFormat, losses_json, make, write_content
from planskg.exporting.everything import Written, write_everything
from planskg.exporting.manual import write_manual
from planskg.files import write_json

EVERYTHING = "all"
Format = Annotated[str | None, typer.Argument(metavar="FORMAT", help="A format of --list, or all.")]
List = Annotated[bool, typer.Option("--list", help="List the formats, a line each.")]
Options = Annotated[
    list[str] | None, typer.Option("--option", metavar="NAME=VALUE", help="What --list names for a format: paper=A1.")
]
Markdown = Annotated[bool, typer.Option("--markdown", help="Tell of all formats as docs/exports.md does.")]
Loss = Annotated[Path | None, typer.Option(help="File for what the format could not carry, as JSON.")]


def command(
    form: Format = None,
    every: List = False,
    markdown: Markdown = False,
    output: Out = None,
    option: Options = None,
    loss: Loss = None,
    store: StoreFolder = None,
) -> None:
    """Write the whole store in one format, or with all in each of them and an index page."""
    if markdown:
        write(write_manual(Source(open_or_build(store)), EXPORTERS.values()), output)
    elif every or form is None:
        if option:
            raise PlanskgError(f"--option {option[0]}: name the format that it is for")
        typer.echo("\n".join(_list()))
    elif form == EVERYTHING:
        _write_all(output, option or (), loss, store)
    else:
        _write_one(form, output, option or (), loss, store)


def _list() -> Iterator[str]:
    width = max(map(len, EXPORTERS))
    for name, exporter in EXPORTERS.items():
        yield f"{name:{width}}  {exporter.english}（{exporter.chinese}）"
        for each in exporter.options:
            unasked = f" [{each.default}]" if each.default else ""
            yield f"{'':{width}}    --option {each.name}={unasked}: {each.english}（{each.chinese}）"


def read_options(given: Iterable[str], exporters: Iterable[Exporter]) -> dict[str, str]:
    """Return what was asked by name; raises PlanskgError for what no exporter knows or none can use."""
    known = {option.name: option for exporter in exporters for option in exporter.options}
    asked = {}
    for each in given:
        name, _, value = each.partition("=")
        if name not in known:
            raise PlanskgError(f"--option {each}: no such option here; there are {', '.join(sorted(known)) or 'none'}")
        if not value:
            raise PlanskgError(f"--option {each}: no value; write {name}=VALUE")
        known[name].read(value)
        asked[name] = value
    return asked


def _workers() -> ProcessPoolExecutor:
    """Return as many processes as there are processors; one starts when it is given something to do."""
    return ProcessPoolExecutor(mp_context=get_context("spawn"))


def _write_one(form: str, output: Path | None, given: Iterable[str], loss: Path | None, store: Path | None) -> None:
    if form not in EXPORTERS:
        raise UnknownFormat(form)
    exporter = EXPORTERS[form]
    if output is None and not exporter.suffix:
        raise PlanskgError(f"{form} is several files: name a folder for them with -o")
    options = read_options(given, [exporter])
    source = Source(open_or_build(store), options)
    with _workers() as workers:
        content = make(exporter, source, workers.map)
    if output is not None:
        write_content(output, content)
    elif not isinstance(content, dict):
        write(content, None)
    if loss is not None:
        write_json(loss, losses_json(source, exporter))


def _tell(folder: Path, written: Written) -> str:
    if written.missing:
        return f"{written.exporter.name}: not written; it needs {written.missing}"
    fault = f"  {written.verdict.fault}" if written.verdict.fault else ""
    return f"{folder / written.exporter.path}  {written.size:,} bytes{fault}"


def _write_all(output: Path | None, given: Iterable[str], loss: Path | None, folder: Path | None) -> None:
    if output is None:
        raise PlanskgError("all formats are many files: name a folder for them with -o")
    options = read_options(given, EXPORTERS.values())
    source = Source(open_or_build(folder), options)
    with _workers() as workers:
        for written in write_everything(source, output, EXPORTERS.values(), write_content, workers.map):
            tell(_tell(output, written))
    tell(f"{output / 'index.html'}")
    if loss is not None:
        write_json(loss, [losses_json(source, exporter) for exporter in EXPORTERS.values()])
