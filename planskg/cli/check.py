"""`planskg check`."""

import os
import shutil
import sys
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from planskg.checking import SUFFIXES, check_graph, read_graphs
from planskg.checking.shapes import load_shapes
from planskg.cli.options import DEFAULT_SIZE, MaxSize, Out, Region, Year, in_bytes, write
from planskg.extracting.pipeline import extract
from planskg.graph.build import build_graph
from planskg.graph.draft import document_node
from planskg.model import Report
from planskg.reading import read_document
from planskg.rendering import RENDERERS, Style, UnknownForm, fails, render


class Language(StrEnum):
    """What reports are written in."""

    zh = "zh"
    en = "en"


class Severity(StrEnum):
    """How grave a finding is, gravest first."""

    violation = "violation"
    warning = "warning"
    info = "info"


Checked = Annotated[list[Path], typer.Argument(help="Plan documents, or RDF files of their graphs.")]
Form = Annotated[
    str, typer.Option("--format", metavar="FORM", help=f"How to write the report: {', '.join(RENDERERS)}.")
]
Lang = Annotated[Language, typer.Option("--lang", help="Language of the report.")]
Verbose = Annotated[bool, typer.Option("--verbose", help="List every finding, and how much each rule looked at.")]
FailOn = Annotated[Severity, typer.Option(help="The least severity that makes the exit status 1.")]


def command(
    files: Checked,
    form: Form = "text",
    fail_on: FailOn = Severity.violation,
    lang: Lang = Language.zh,
    verbose: Verbose = False,
    output: Out = None,
    year: Year = None,
    region: Region = None,
    max_size: MaxSize = DEFAULT_SIZE,
) -> None:
    """Exit with 1 where there are findings at or above --fail-on."""
    if form not in RENDERERS:
        raise UnknownForm(form)
    reports = [report for file in files for report in _check(file, year, region, in_bytes(max_size))]
    rules = {rule.code: rule for rule in load_shapes().rules}
    style = _style(lang, verbose, fail_on, output)
    write(render(form, reports, rules, style), output)
    if any(fails(finding.severity, style) for report in reports for finding in report.findings):
        raise typer.Exit(1)


def _style(lang: Language, verbose: bool, fail_on: Severity, output: Path | None) -> Style:
    """Tell how to write; colours only to a terminal, and not where NO_COLOR is set."""
    colour = output is None and sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    width = shutil.get_terminal_size().columns
    return Style(language=lang, verbose=verbose, colour=colour, width=width, fail_on=fail_on)


def _check(file: Path, year: int | None, region: str | None, limit: int) -> list[Report]:
    name = "" if str(file) == "-" else str(file)
    return [replace(report, file=name) for report in _reports(file, year, region, limit)]


def _reports(file: Path, year: int | None, region: str | None, limit: int) -> list[Report]:
    if file.suffix.lower() in SUFFIXES:
        return [check_graph(quads, document) for document, quads in sorted(read_graphs(file).items())]
    document = read_document(file, year=year, region=region, limit=limit)
    return [check_graph(build_graph(extract(document)), document_node(document).value)]
