"""Reports as SARIF 2.1.0, which editors and code hosts show beside the lines of a file."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote as percent_encode

from planskg import __version__
from planskg.checking.shapes import SHAPES, Rule
from planskg.model import Finding, Quote, Report
from planskg.rendering.fingerprints import fingerprint
from planskg.rendering.json import write_json
from planskg.rendering.places import find_first, find_place, place_at
from planskg.rendering.style import Rules, Style

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
LEVELS = {"violation": "error", "warning": "warning", "info": "note"}
ROOT = "%SRCROOT%"
FINGERPRINT = "planskg/v1"
ALSO = {"zh": ("另见：", "对照："), "en": ("also: ", "compared with: ")}
"""How further words of a finding are called, and those that it is compared with."""

Json = dict[str, Any]


def render_sarif(reports: Sequence[Report], rules: Rules, style: Style) -> str:
    """Return reports as one run; each artifact carries the text that its regions count in."""
    codes = sorted({*rules, *(finding.rule for report in reports for finding in report.findings)})
    driver = {
        "name": "planskg",
        "version": __version__,
        "rules": [_descriptor(code, rules.get(code), style.language) for code in codes],
    }
    results = (
        _result(index, report, finding, mark, codes, style.language)
        for index, report in enumerate(reports)
        for finding, mark in zip(report.findings, fingerprint(report.findings), strict=True)
    )
    run = {
        "tool": {"driver": driver},
        "language": {"zh": "zh-CN", "en": "en-GB"}[style.language],
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {ROOT: {"description": {"text": "The folder that planskg check was run in."}}},
        "artifacts": [_artifact(report) for report in reports],
        "results": list(results),
    }
    return write_json({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _descriptor(code: str, rule: Rule | None, language: str) -> Json:
    told: Json = {"id": code, "helpUri": SHAPES + code}
    if rule is None:
        return told
    words = {
        "shortDescription": rule.name,
        "fullDescription": rule.description,
        "help": rule.rationale,
    }
    told |= {key: {"text": each[language]} for key, each in words.items() if language in each}
    return told | {
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
        "properties": {"tags": [rule.layer]},
    }


def _artifact(report: Report) -> Json:
    told: Json = {"location": _location(report)}
    if report.title:
        told["description"] = {"text": report.title}
    if report.text:
        told["contents"] = {"text": report.text}
    return told


def _location(report: Report) -> Json:
    """Tell where the file is: relative to where the check ran, or by its own IRI where there is no file."""
    if not report.file:
        return {"uri": percent_encode(report.document.partition(" ")[0], safe=":/?#[]@!$&'()*+,;=%~")}
    path = Path(report.file)
    if path.is_absolute():
        return {"uri": path.as_uri()}
    return {"uri": percent_encode(os.fsencode(path.as_posix())), "uriBaseId": ROOT}


def _result(index: int, report: Report, finding: Finding, mark: str, codes: list[str], language: str) -> Json:
    first = find_first(report, finding) or next((each for each in finding.quotes if _region(report, each)), None)
    place = _place(index, report, first) | {"logicalLocations": [{"fullyQualifiedName": finding.focus}]}
    told: Json = {
        "ruleId": finding.rule,
        "ruleIndex": codes.index(finding.rule),
        "level": LEVELS[finding.severity],
        "message": {"text": finding.message[language]},
        "locations": [place],
        "relatedLocations": list(_related(index, report, finding, first, language)),
        "partialFingerprints": {FINGERPRINT: mark},
        "properties": {"message": finding.message},
    }
    return {key: value for key, value in told.items() if value != []}


def _related(index: int, report: Report, finding: Finding, first: Quote | None, language: str) -> Iterator[Json]:
    roles = zip(ALSO[language], (finding.quotes, finding.compared), strict=True)
    for role, quotes in roles:
        for quote in quotes:
            if quote != first:
                yield _place(index, report, quote) | {"message": {"text": role + quote.text}}


def _place(index: int, report: Report, quote: Quote | None) -> Json:
    physical: Json = {"artifactLocation": _location(report) | {"index": index}}
    region = _region(report, quote) if quote is not None else None
    if region is not None:
        physical["region"] = region
    return {"physicalLocation": physical}


def _region(report: Report, quote: Quote) -> Json | None:
    """Tell where words are: by offset, and by line and column where there is a text to count in; None where nowhere."""
    span, place = quote.span, find_place(report, quote)
    if span is None or (report.text and place is None):
        return None
    told: Json = {"charOffset": span.start, "charLength": span.end - span.start, "snippet": {"text": quote.text}}
    if place is not None:
        end = place_at(report.text, span.end)
        told |= {"startLine": place.line, "startColumn": place.column, "endLine": end.line, "endColumn": end.column}
    return told
