"""A report for people, in Chinese, and for programs, as JSON."""

import json
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from rich.cells import cell_len

from planskg.model import Finding, Quote, Report

SEVERITIES = {"violation": "违规", "warning": "警告", "info": "提示"}
SHOWN = 5
"""So many findings of one rule are printed, and so many quotes of one finding; JSON has all."""
QUOTE_WIDTH = 40


def report_json(report: Report) -> dict[str, Any]:
    """Return a report as a JSON object."""
    return {
        "document": report.document,
        "conforms": report.conforms,
        "focus_nodes": report.focus_nodes,
        "findings": [_finding_json(finding) for finding in report.findings],
    }


def _finding_json(finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "severity": finding.severity,
        "message": finding.message,
        "spans": [_quote_json(quote) for quote in finding.quotes],
    }


def _quote_json(quote: Quote) -> dict[str, Any]:
    span = quote.span
    return {"start": span and span.start, "end": span and span.end, "quote": quote.text}


def render_json(reports: Iterable[Report]) -> str:
    """Return reports as JSON: one object where there is one report, else a list."""
    rows = [report_json(report) for report in reports]
    return json.dumps(rows[0] if len(rows) == 1 else rows, ensure_ascii=False, indent=2) + "\n"


def render_text(report: Report) -> str:
    """Return a report as lines: the verdict, the findings by rule, and what each shape saw."""
    lines = [_verdict(report), *_finding_lines(report.findings), *_table(report.focus_nodes)]
    return "".join(f"{line}\n" for line in lines)


def _verdict(report: Report) -> str:
    counts = {name: sum(finding.severity == name for finding in report.findings) for name in SEVERITIES}
    told = "，".join(f"{SEVERITIES[name]} {count}" for name, count in counts.items())
    return f"{report.document}：{'符合' if report.conforms else '不符合'}（{told}）"


def _finding_lines(findings: Iterable[Finding]) -> Iterator[str]:
    for (severity, rule), group in groupby(findings, key=lambda each: (each.severity, each.rule)):
        rows = list(group)
        yield f"  {SEVERITIES[severity]} {rule}（{len(rows)}）"
        for finding in rows[:SHOWN]:
            yield f"    {finding.message['zh']}{_words(finding)}"
        if len(rows) > SHOWN:
            yield f"    ……另有 {len(rows) - SHOWN} 处"


def _words(finding: Finding) -> str:
    """Return where a finding is in the text, or its node where it is nowhere."""
    told = [_shorten(quote) for quote in finding.quotes[:SHOWN]]
    more = " ……" if len(finding.quotes) > SHOWN else ""
    return "  " + (" ".join(told) + more if told else f"<{finding.focus}>")


def _shorten(quote: Quote) -> str:
    text = " ".join(quote.text.split())
    while cell_len(text) > QUOTE_WIDTH:
        text = text[: -2 if text.endswith("…") else -1] + "…"
    return f"“{text}”" + (f"[{quote.span.start}-{quote.span.end}]" if quote.span is not None else "")


def _table(counts: dict[str, int]) -> Iterator[str]:
    yield "  各形状所见的节点"
    width = max(map(cell_len, counts), default=0)
    for name, count in counts.items():
        yield f"    {name}{' ' * (width - cell_len(name))}  {count:>6}"
