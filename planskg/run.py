"""`make run`: the project's own plans from text to graph, records, answers, report and picture in one folder."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox

from planskg.asking import ask, find_questions, render
from planskg.building import default_documents, load, read_all
from planskg.checking import check_graph
from planskg.checking.profiles import profile_triples
from planskg.exporting import EXPORTERS, Source, write_content, write_whole
from planskg.graph.store import document_quads, documents, open_store
from planskg.model import Extraction, Report
from planskg.reporting import write_report

Tell = Callable[[str], None]
FILES = {"plans.trig": "trig", "records.jsonl": "jsonl", "graph.html": "html"}


def run_all(folder: Path, tell: Tell) -> None:
    """Build data/documents and write everything to a folder, telling each step."""
    store = open_store()
    extractions = load(store, read_all(default_documents()), tell)
    source = Source(store)
    for name, form in FILES.items():
        write_content(folder / name, EXPORTERS[form].write(source))
        tell(f"{folder / name}")
    _write_answers(store, folder / "answers")
    tell(f"{folder / 'answers'}")
    reports = [_check(store, document) for document in documents(store)]
    write_report(store, reports, folder / "report.html")
    tell(f"{folder / 'report.html'}")
    tell(_summary(extractions, reports, folder))


def _check(store: ox.Store, document: ox.NamedNode) -> Report:
    quads = document_quads(store, document)
    return check_graph(quads, document.value, added=profile_triples(quads))


def _write_answers(store: ox.Store, folder: Path) -> None:
    """Answer every question that needs nothing said."""
    for question in find_questions():
        if not any(parameter.required for parameter in question.parameters):
            write_whole(folder / f"{question.name}.csv", render(ask(store, question.name), "csv"))


def _summary(extractions: list[Extraction], reports: list[Report], folder: Path) -> str:
    lines = [""]
    for extraction, report in zip(extractions, reports, strict=True):
        kinds = Counter(record.kind for record in extraction.records)
        told = ", ".join(f"{kinds[kind]} {kind}s" for kind in ("target", "project", "aim", "action", "observation"))
        left = sum(residue.reason == "unexplained" for residue in extraction.residue)
        verdict = "conforms" if report.conforms else "does not conform"
        lines.append(f"{extraction.document.name}: {told}; {left} numbers unexplained; {verdict} to the rules")
    lines += ["", f"Look at {folder / 'report.html'} and {folder / 'graph.html'} in a browser; ask: planskg ask --list"]
    return "\n".join(lines)
