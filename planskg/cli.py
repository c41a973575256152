"""The commands, each of a few lines: text, extract, residue, build, check, ask, export, score, run."""

import sys
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import pyoxigraph as ox
import typer

from planskg.asking import ask as ask_question
from planskg.asking import ask_text, describe_questions, find_questions, write_answer
from planskg.building import default_documents, load, read_all
from planskg.checking import SUFFIXES, check_graph, read_graphs, render_json, render_text
from planskg.errors import BadQuery, PlanskgError, UnreadableDocument
from planskg.exporting import EXPORTERS, UnknownFormat, write_whole
from planskg.extracting.pipeline import extract as extract_records
from planskg.graph.build import build_graph
from planskg.graph.store import open_store
from planskg.graph.terms import document_node
from planskg.listing import list_records, list_residue
from planskg.model import Report
from planskg.records import Json, dump_lines, parse_lines, residue_json, to_json
from planskg.run import run_all
from planskg.scoreboard import render_misses, render_table
from planskg.scoring import score as score_records

app = typer.Typer(add_completion=False, no_args_is_help=True, pretty_exceptions_enable=False, rich_markup_mode=None)
SEVERITIES = ("info", "warning", "violation")

Files = Annotated[list[Path], typer.Argument(help="Plan documents, UTF-8 text; - for standard input.")]
File = Annotated[Path, typer.Argument(help="A plan document, UTF-8 text; - for standard input.")]
Out = Annotated[Path | None, typer.Option("-o", "--output", help="File to write; standard output without it.")]
Year = Annotated[int | None, typer.Option(min=1950, max=2100, help="Plan year, where the document does not say it.")]
Region = Annotated[str | None, typer.Option(help="GB/T 2260 code of the region, six digits.")]
StoreFolder = Annotated[Path | None, typer.Option("--store", help="Folder of a store; without it the project's own plans.")]


class RecordForm(StrEnum):
    """How records are printed."""

    jsonl = "jsonl"
    table = "table"


class ReportForm(StrEnum):
    """How a report is printed."""

    text = "text"
    json = "json"


class AnswerForm(StrEnum):
    """How an answer is printed."""

    table = "table"
    csv = "csv"
    json = "json"


class Severity(StrEnum):
    """How grave a finding is."""

    violation = "violation"
    warning = "warning"
    info = "info"


@app.command()
def text(file: File, year: Year = None) -> None:
    """Print the text that offsets count in."""
    sys.stdout.write(read_all([file], year or 2000)[0].text)


@app.command()
def extract(
    files: Files,
    form: Annotated[RecordForm, typer.Option("--format", help="How to print them.")] = RecordForm.jsonl,
    output: Out = None,
    year: Year = None,
    region: Region = None,
) -> None:
    """Print what plans promise: pillars, targets, aims, projects, actions and table figures, in text order."""
    rows: list[Json] = []
    for document in read_all(files, year, region):
        name = {"document": document.name} if len(files) > 1 else {}
        rows += (name | to_json(document, record) for record in extract_records(document).records)
    _write(list_records(rows) if form is RecordForm.table else dump_lines(rows), output)


@app.command()
def residue(
    file: File,
    form: Annotated[RecordForm, typer.Option("--format", help="How to print it.")] = RecordForm.table,
    year: Year = None,
    region: Region = None,
) -> None:
    """Print every number and stage word that no record took, with the reason why not."""
    document = read_all([file], year, region)[0]
    rows = [residue_json(document, each) for each in extract_records(document).residue]
    _write(list_residue(rows) if form is RecordForm.table else dump_lines(rows), None)


@app.command()
def build(
    files: Annotated[list[Path] | None, typer.Argument(help="Plan documents; without any, the project's own.")] = None,
    store: StoreFolder = None,
    output: Annotated[Path | None, typer.Option("-o", "--output", help="TriG file to write.")] = None,
    year: Year = None,
    region: Region = None,
) -> None:
    """Make the graph of plans, reason over it, and keep it in a store, a TriG file, or both."""
    if store is None and output is None:
        raise typer.BadParameter("say where to: --store DIR, -o FILE.trig, or both")
    documents = read_all(files or default_documents(), year, region)
    target = open_store(store)
    load(target, documents, _tell)
    if output is not None:
        write_whole(output, EXPORTERS["trig"].write(target))


@app.command()
def check(
    files: Annotated[list[Path], typer.Argument(help="Plan documents, or RDF files of their graphs.")],
    form: Annotated[ReportForm, typer.Option("--format", help="How to print the report.")] = ReportForm.text,
    fail_on: Annotated[Severity, typer.Option(help="The least severity that makes the exit status 1.")] = Severity.violation,
    year: Year = None,
    region: Region = None,
) -> None:
    """Validate plans against the shapes; exit 1 where there are findings at or above --fail-on."""
    reports = [report for file in files for report in _check(file, year, region)]
    sys.stdout.write(render_json(reports) if form is ReportForm.json else "\n".join(map(render_text, reports)))
    least = SEVERITIES.index(fail_on)
    if any(SEVERITIES.index(finding.severity) >= least for report in reports for finding in report.findings):
        raise typer.Exit(1)


def _check(file: Path, year: int | None, region: str | None) -> list[Report]:
    if file.suffix.lower() in SUFFIXES:
        return [check_graph(quads, document) for document, quads in sorted(read_graphs(file).items())]
    document = read_all([file], year, region)[0]
    return [check_graph(build_graph(extract_records(document)), document_node(document).value)]


@app.command()
def ask(
    name: Annotated[str | None, typer.Argument(help="Name of a question; --list shows them.")] = None,
    every: Annotated[bool, typer.Option("--list", help="List the questions with their parameters.")] = False,
    sparql: Annotated[str | None, typer.Option(help="A SPARQL query of your own.")] = None,
    parameters: Annotated[list[str] | None, typer.Option("-p", "--parameter", help="key=value, as often as needed.")] = None,
    form: Annotated[AnswerForm, typer.Option("--format", help="How to print the answer.")] = AnswerForm.table,
    store: StoreFolder = None,
) -> None:
    """Ask the graph a question of queries/, or one of your own."""
    if every:
        sys.stdout.write(describe_questions(find_questions()))
        return
    if (name is None) == (sparql is None):
        raise typer.BadParameter("give the name of a question (--list shows them) or --sparql TEXT")
    graph = _open(store)
    answer = ask_text(graph, sparql) if sparql is not None else ask_question(graph, name or "", _pairs(parameters or ()))
    write_answer(answer, form, sys.stdout)


def _pairs(parameters: Iterable[str]) -> dict[str, str]:
    pairs = [parameter.partition("=") for parameter in parameters]
    for key, equals, _ in pairs:
        if not equals or not key:
            raise BadQuery("-p", f"{key!r} is no key=value")
    return {key: value for key, _, value in pairs}


@app.command()
def export(
    form: Annotated[str, typer.Argument(metavar="FORMAT", help=f"One of {', '.join(EXPORTERS)}.")],
    output: Out = None,
    store: StoreFolder = None,
) -> None:
    """Write the graph in another format."""
    if form not in EXPORTERS:
        raise UnknownFormat(form)
    _write(EXPORTERS[form].write(_open(store)), output)


@app.command()
def score(
    reference: Annotated[Path, typer.Argument(help="Reference records, JSON Lines.")],
    found: Annotated[Path, typer.Argument(help="Extracted records, JSON Lines; - for standard input.")],
    misses: Annotated[bool, typer.Option("--misses", help="Print what was missed, wrong or extra.")] = False,
    document: Annotated[Path | None, typer.Option("--text", help="The document, to print misses in their sentence.")] = None,
) -> None:
    """Compare extracted records with reference records, kind by kind and field by field."""
    result = score_records(_records(reference), _records(found))
    sys.stdout.write(render_table(result))
    if misses:
        sys.stdout.write(render_misses(result, read_all([document], 2000)[0].text if document else None))


@app.command()
def run(
    output: Annotated[Path, typer.Option("-o", "--output", help="Folder to write.")] = Path("out"),
) -> None:
    """Build the project's own plans and write out/: graph, records, answers, report and picture."""
    run_all(output, _tell)


def _records(path: Path) -> list[Json]:
    try:
        return parse_lines(sys.stdin.read() if str(path) == "-" else path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise UnreadableDocument(path, str(error)) from None


def _open(folder: Path | None) -> ox.Store:
    """Open a store to read from; without a folder, the project's own plans in memory."""
    if folder is not None:
        return open_store(folder, read_only=True)
    store = open_store()
    load(store, read_all(default_documents()))
    return store


def _tell(line: str) -> None:
    typer.echo(line, err=True)


def _write(content: str | bytes, output: Path | None) -> None:
    if output is not None:
        write_whole(output, content)
    elif isinstance(content, bytes):
        sys.stdout.buffer.write(content)
    else:
        sys.stdout.write(content)


def main() -> None:
    """Run a command; what stops it is one line on standard error and exit status 2."""
    try:
        app()
    except PlanskgError as error:
        _stop(str(error))
    except BrokenPipeError:
        sys.stderr.close()  # whoever read the output has gone, which is no fault
    except OSError as error:
        _stop(f"{error.filename or 'planskg'}: {error.strerror or error}")


def _stop(line: str) -> None:
    typer.echo(f"planskg: {' '.join(line.split())}", err=True)
    sys.exit(2)


if __name__ == "__main__":
    main()
