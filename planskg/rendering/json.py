"""Reports for programs, as ontology/report.schema.json describes them."""

import json
from collections.abc import Iterable, Sequence
from typing import Any

from planskg.model import Finding, Quote, Report
from planskg.rendering.fingerprints import fingerprint
from planskg.rendering.places import find_place
from planskg.rendering.style import Rules, Style, name_rule


def render_json(reports: Sequence[Report], rules: Rules, style: Style) -> str:
    """Return reports as JSON: one object where there is one report, else a list."""
    rows = [report_json(report, rules) for report in reports]
    return write_json(rows[0] if len(rows) == 1 else rows)


def write_json(value: Any) -> str:
    """Return a value as lines of JSON; half characters (of a file's name) are escaped, the rest stays readable."""
    text = json.dumps(value, ensure_ascii=False, indent=2) + "\n"
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def report_json(report: Report, rules: Rules) -> dict[str, Any]:
    """Return a report as a JSON object."""
    known = zip(report.findings, fingerprint(report.findings), strict=True)
    return {
        "document": report.document,
        "file": report.file,
        "title": report.title,
        "conforms": report.conforms,
        "focus_nodes": report.focus_nodes,
        "findings": [_finding_json(report, finding, mark, rules) for finding, mark in known],
    }


def _finding_json(report: Report, finding: Finding, mark: str, rules: Rules) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "name": name_rule(rules, finding.rule),
        "severity": finding.severity,
        "message": finding.message,
        "focus": finding.focus,
        "fingerprint": mark,
        "spans": _quotes_json(report, finding.quotes),
        "compared": _quotes_json(report, finding.compared),
    }


def _quotes_json(report: Report, quotes: Iterable[Quote]) -> list[dict[str, Any]]:
    return [_quote_json(report, quote) for quote in quotes]


def _quote_json(report: Report, quote: Quote) -> dict[str, Any]:
    span, place = quote.span, find_place(report, quote)
    return {
        "start": span and span.start,
        "end": span and span.end,
        "line": place and place.line,
        "column": place and place.column,
        "quote": quote.text,
    }
