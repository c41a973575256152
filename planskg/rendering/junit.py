"""Reports as JUnit XML, which continuous integration shows as tests: a suite a document, a case a rule.

A rule fails where the check does: with a finding at or above the severity that the exit status heeds. Its other
findings stand in the case's output. A rule that had nothing to look at is skipped, for it has proved nothing.
"""

from collections.abc import Sequence
from xml.etree import ElementTree as Xml

from planskg.model import Finding, Report
from planskg.rendering.characters import show
from planskg.rendering.places import find_place
from planskg.rendering.style import Rules, Style, fails, name_rule

HEADER = '<?xml version="1.0" encoding="UTF-8"?>\n'
AGAINST = {"zh": "对照", "en": "against"}
NOTHING_SEEN = {"zh": "没有可查的内容", "en": "nothing to look at"}


def render_junit(reports: Sequence[Report], rules: Rules, style: Style) -> str:
    """Return reports as one set of test suites."""
    root = Xml.Element("testsuites", name="planskg check")
    for report in reports:
        root.append(_suite(report, rules, style))
    for count in ("tests", "failures", "errors", "skipped"):
        root.set(count, str(sum(int(suite.get(count, "0")) for suite in root)))
    Xml.indent(root)
    return HEADER + Xml.tostring(root, encoding="unicode") + "\n"


def _suite(report: Report, rules: Rules, style: Style) -> Xml.Element:
    suite = Xml.Element("testsuite", name=show(report.file or report.document))
    codes = sorted({*report.focus_nodes, *(finding.rule for finding in report.findings)})
    for code in codes:
        suite.append(_case(report, code, rules, style))
    kinds = {"failures": "failure", "errors": "error", "skipped": "skipped"}
    suite.set("tests", str(len(codes)))
    for count, kind in kinds.items():
        suite.set(count, str(len(suite.findall(f"testcase/{kind}"))))
    return suite


def _case(report: Report, code: str, rules: Rules, style: Style) -> Xml.Element:
    layer = rules[code].layer if code in rules else "records"
    name = name_rule(rules, code)[style.language]
    case = Xml.Element("testcase", classname=f"planskg.{layer}", name=code if name == code else f"{code} {name}")
    if report.file:
        case.set("file", show(report.file))
    found = [finding for finding in report.findings if finding.rule == code]
    failing = [finding for finding in found if fails(finding.severity, style)]
    if failing:
        first = show(failing[0].message[style.language])
        element = Xml.SubElement(case, "failure", type=failing[0].severity, message=first)
        element.text = _tell(report, failing, style)
    elif not found and not report.focus_nodes.get(code):
        Xml.SubElement(case, "skipped", message=NOTHING_SEEN[style.language])
    rest = [finding for finding in found if finding not in failing]
    if rest:
        Xml.SubElement(case, "system-out").text = _tell(report, rest, style)
    return case


def _tell(report: Report, findings: Sequence[Finding], style: Style) -> str:
    return show("\n".join(_line(report, finding, style.language) for finding in findings))


def _line(report: Report, finding: Finding, language: str) -> str:
    """Tell a finding as compilers do: place, message, words."""
    own = [f"“{quote.text}”" for quote in finding.quotes]
    others = [f"“{quote.text}”" for quote in finding.compared]
    places = (find_place(report, quote) for quote in (*finding.quotes, *finding.compared))
    place = next((f"{place}: " for place in places if place is not None), "")
    against = [AGAINST[language], *others] if others else []
    return " ".join([f"{place}{finding.severity}: {finding.message[language]}", *own, *against])
