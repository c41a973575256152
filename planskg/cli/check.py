"""`planskg check`."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from planskg.checking import SUFFIXES, check_graph, read_graphs, render_json, render_text
from planskg.cli.options import DEFAULT_SIZE, MaxSize, Region, Year, in_bytes
from planskg.extracting.pipeline import extract
from planskg.graph.build import build_graph
from planskg.graph.draft import document_node
from planskg.model import Report
from planskg.reading import read_document


class ReportForm(StrEnum):
    """How a report is printed."""

    text = "text"
    json = "json"


class Severity(StrEnum):
    """How grave a finding is, gravest first."""

    violation = "violation"
    warning = "warning"
    info = "info"


Checked = Annotated[list[Path], typer.Argument(help="Plan documents, or RDF files of their graphs.")]
Form = Annotated[ReportForm, typer.Option("--format", help="How to print the report.")]
FailOn = Annotated[Severity, typer.Option(help="The least severity that makes the exit status 1.")]


def command(
    files: Checked,
    form: Form = ReportForm.text,
    fail_on: FailOn = Severity.violation,
    year: Year = None,
    region: Region = None,
    max_size: MaxSize = DEFAULT_SIZE,
) -> None:
    """Exit with 1 where there are findings at or above --fail-on."""
    reports = [report for file in files for report in _check(file, year, region, in_bytes(max_size))]
    sys.stdout.write(render_json(reports) if form is ReportForm.json else "\n".join(map(render_text, reports)))
    grave = list(Severity)[: list(Severity).index(fail_on) + 1]
    if any(finding.severity in grave for report in reports for finding in report.findings):
        raise typer.Exit(1)


def _check(file: Path, year: int | None, region: str | None, limit: int) -> list[Report]:
    if file.suffix.lower() in SUFFIXES:
        return [check_graph(quads, document) for document, quads in sorted(read_graphs(file).items())]
    document = read_document(file, year=year, region=region, limit=limit)
    return [check_graph(build_graph(extract(document)), document_node(document).value)]
