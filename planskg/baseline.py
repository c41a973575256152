"""Findings that a project has accepted: a JSON file, one entry a finding, sorted so that its differences read well."""

import json
from collections.abc import Iterable, Iterator, Sequence
from os.path import relpath
from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace

from planskg.errors import PlanskgError
from planskg.model import Finding, Report
from planskg.rendering.fingerprints import fingerprint


class BadBaseline(PlanskgError):
    """A file that is no baseline."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path}: {reason}; planskg check --write-baseline {path} writes it anew")


class Entry(NamedTuple):
    """A finding as it is known again after edits elsewhere."""

    file: str
    """Relative to the baseline's folder."""
    rule: str
    words: str
    """For people, like the rule: what it quotes, or where it quotes nothing its message."""
    fingerprint: str


def write_baseline(path: Path, reports: Iterable[Report]) -> str:
    """Return the baseline that accepts every finding of some reports, to be kept at a path."""
    entries = sorted(entry for report in reports for entry in entries_of(path, report))
    return json.dumps([entry._asdict() for entry in entries], ensure_ascii=False, indent=1) + "\n"


def read_baseline(path: Path) -> set[Entry]:
    """Return the entries of a baseline; raises BadBaseline."""
    try:
        rows = json.loads(path.read_text(encoding="utf-8"))
        entries = {Entry(**row) for row in rows}
    except OSError as error:
        raise BadBaseline(path, error.strerror or str(error)) from None
    except (ValueError, TypeError) as error:
        raise BadBaseline(path, f"is no baseline: {error}") from None
    if not all(isinstance(value, str) for entry in entries for value in entry):
        raise BadBaseline(path, "is no baseline: its entries hold texts alone")
    return entries


def entries_of(path: Path, report: Report) -> Iterator[Entry]:
    """Yield an entry for each finding of a report, in their order."""
    marks = fingerprint(report.findings)
    for finding, mark in zip(report.findings, marks, strict=True):
        yield Entry(_file(path, report), finding.rule, _words(finding), mark)


def accept(path: Path, reports: Sequence[Report]) -> tuple[list[Report], list[Entry]]:
    """Return the reports without what a baseline accepts, and its entries that no finding bears any more.

    An entry of a file or a rule that was not checked is not among these.
    """
    known = read_baseline(path)
    by_mark = {(entry.file, entry.fingerprint): entry for entry in known}
    found = [list(entries_of(path, report)) for report in reports]
    kept = [
        _without(report, [(each.file, each.fingerprint) in by_mark for each in entries])
        for report, entries in zip(reports, found, strict=True)
    ]
    met = {(each.file, each.fingerprint) for entries in found for each in entries}
    asked = {(_file(path, report), rule) for report in reports for rule in report.focus_nodes}
    gone = [e for mark, e in by_mark.items() if mark not in met and (e.file, e.rule) in asked]
    return kept, sorted(gone)


def _without(report: Report, accepted: Sequence[bool]) -> Report:
    left = tuple(each for each, known in zip(report.findings, accepted, strict=True) if not known)
    return replace(report, findings=left, conforms=all(each.severity != "violation" for each in left))


def _file(path: Path, report: Report) -> str:
    """Return the checked file as seen from the baseline's folder; standard input has no name."""
    return Path(relpath(report.file, path.parent)).as_posix() if report.file else ""


def _words(finding: Finding) -> str:
    return " … ".join(" ".join(quote.text.split()) for quote in finding.quotes) or finding.message["zh"]
