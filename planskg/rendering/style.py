"""What every form of a report is told beside the reports: the rules, and how the reader wants it."""

from collections.abc import Mapping
from dataclasses import dataclass

from planskg.checking.shapes import Rule, Words
from planskg.model import Finding, Report

Rules = Mapping[str, Rule]
"""By code. A finding of a rule that is not among them is told with its code alone."""
SEVERITIES: dict[str, Words] = {
    "violation": {"zh": "违规", "en": "violations"},
    "warning": {"zh": "警告", "en": "warnings"},
    "info": {"zh": "提示", "en": "notes"},
}
"""Gravest first."""


@dataclass(frozen=True, slots=True)
class Style:
    """How a reader wants reports; forms for programs heed only what concerns them."""

    language: str = "zh"
    """zh or en; what has room for both gives both."""
    verbose: bool = False
    """Every finding, and what each rule looked at."""
    colour: bool = False
    width: int = 80
    """Of a line, in cells of a terminal: a Chinese character takes two."""
    fail_on: str = "violation"
    """The least severity that is a failure."""


def name_rule(rules: Rules, code: str) -> Words:
    """Return what a rule is called."""
    return {"zh": code, "en": code} | (rules[code].name if code in rules else {})


def fails(severity: str, style: Style) -> bool:
    """Tell whether a finding of a severity makes the check fail."""
    grave = list(SEVERITIES)
    return grave.index(severity) <= grave.index(style.fail_on)


def sort_findings(report: Report) -> list[Finding]:
    """Return the findings by severity, gravest first, and by rule; those of one rule in the report's order."""
    grave = list(SEVERITIES)
    return sorted(report.findings, key=lambda finding: (grave.index(finding.severity), finding.rule))


def count_severities(report: Report) -> dict[str, int]:
    """Return how many findings a report has of each severity, gravest first."""
    found = [finding.severity for finding in report.findings]
    return {severity: found.count(severity) for severity in SEVERITIES}
