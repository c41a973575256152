"""Reports for a terminal: gravest first, each finding with its sentence and the marked words."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from rich.cells import cell_len

from planskg.model import Finding, Quote, Report
from planskg.rendering.characters import show
from planskg.rendering.excerpts import Excerpt, take_excerpts
from planskg.rendering.style import SEVERITIES, Rules, Style, count_severities, name_rule, sort_findings
from planskg.rendering.wrapping import Piece, hang, paint

Line = list[Piece]
SHOWN = 5
"""So many findings of one rule are printed, and so many excerpts of one finding, unless all are asked for."""
LINES = 3
"""An excerpt has at most so many."""
LOOKS = {"violation": "bold red", "warning": "bold yellow", "info": "bold cyan"}
SOFT = "dim"
PHRASES = {
    "zh": {
        "conforms": "符合",
        "not": "不符合",
        "count": "{name} {count}",
        "comma": "，",
        "colon": "：",
        "group": "（{count}）",
        "compared": "对照",
        "more findings": "……另有 {count} 处，加 --verbose 全部列出",
        "more places": "……另有 {count} 处引文，加 --verbose 全部列出",
        "seen": "各规则所查的节点数",
        "all": "共 {count} 份文件，{bad} 份不符合",
    },
    "en": {
        "conforms": "conforms",
        "not": "does not conform",
        "count": "{name}: {count}",
        "comma": ", ",
        "colon": ". ",
        "group": " ({count})",
        "compared": "against",
        "more findings": "… and {count} more; --verbose lists them all",
        "more places": "… and {count} more quotes; --verbose lists them all",
        "seen": "Nodes that each rule looked at",
        "all": "{count} documents, {bad} of which do not conform",
    },
}


def render_text(reports: Sequence[Report], rules: Rules, style: Style) -> str:
    """Return reports as lines for a terminal, with a summary where there are several."""
    told = "\n".join("".join(_paint(_report_lines(report, rules, style), style)) for report in reports)
    return told + "".join(_paint(_summary(reports, style), style))


def _paint(lines: Iterable[Line], style: Style) -> Iterator[str]:
    return (paint(line, style.colour) + "\n" for line in lines)


def _say(style: Style, phrase: str, **values: object) -> str:
    return PHRASES[style.language][phrase].format(**values)


def _report_lines(report: Report, rules: Rules, style: Style) -> Iterator[Line]:
    heading = [(show(report.file or report.document), "bold"), (show(f"  {report.title}".rstrip()), "")]
    yield from hang(("", ""), heading, style.width)
    yield [_verdict(report, style)]
    for severity, found in groupby(sort_findings(report), key=lambda each: each.severity):
        yield []
        group = list(found)
        count = _say(style, "group", count=len(group))
        yield [(SEVERITIES[severity][style.language].capitalize() + count, LOOKS[severity])]
        for code, same in groupby(group, key=lambda each: each.rule):
            yield from _rule_lines(report, code, list(same), rules, style)
    if style.verbose:
        yield from _seen_lines(report, style)


def _verdict(report: Report, style: Style) -> Piece:
    counts = count_severities(report)
    told = (_say(style, "count", name=SEVERITIES[each][style.language], count=counts[each]) for each in counts)
    verdict = _say(style, "conforms" if report.conforms else "not")
    look = "bold green" if report.conforms else LOOKS["violation"]
    return verdict + _say(style, "colon") + _say(style, "comma").join(told), look


def _rule_lines(report: Report, code: str, found: list[Finding], rules: Rules, style: Style) -> Iterator[Line]:
    name = name_rule(rules, code)[style.language]
    count = _say(style, "group", count=len(found))
    heading = f"{name}{count}" if name == code else f"{name}{count}  {code}"
    yield from hang(("  ", ""), [(show(heading), "bold")], style.width)
    shown = found if style.verbose else found[:SHOWN]
    for finding in shown:
        yield from _finding_lines(report, finding, style)
    if len(shown) < len(found):
        yield [("    " + _say(style, "more findings", count=len(found) - len(shown)), SOFT)]


def _finding_lines(report: Report, finding: Finding, style: Style) -> Iterator[Line]:
    message = show(" ".join(finding.message[style.language].split()))
    yield from hang(("  - ", ""), [(message, "")], style.width)
    look = LOOKS[finding.severity]
    yield from _quote_lines(report, finding.quotes, "", look, style)
    yield from _quote_lines(report, finding.compared, _say(style, "compared") + " ", look, style)
    if not finding.quotes and finding.focus not in report.document.split():
        yield from hang(("    ", ""), [(show(f"<{finding.focus}>"), SOFT)], style.width)


def _quote_lines(report: Report, quotes: Sequence[Quote], role: str, look: str, style: Style) -> Iterator[Line]:
    room = style.width - cell_len("    " + role) - len("9999:9999  【】")
    excerpts = list(take_excerpts(report, quotes, LINES * max(room, 8)))
    shown = excerpts if style.verbose else excerpts[:SHOWN]
    for excerpt in shown:
        place = f"{excerpt.place}  " if excerpt.place else ""
        yield from hang((f"    {role}{place}", SOFT), _mark(excerpt, look, style.colour), style.width)
    if len(shown) < len(excerpts):
        yield [("    " + _say(style, "more places", count=len(excerpts) - len(shown)), SOFT)]


def _mark(excerpt: Excerpt, look: str, colour: bool) -> Iterator[Piece]:
    for words, marked in excerpt.pieces:
        if marked:
            yield (words, f"{look} underline") if colour else (f"【{words}】", "")
        else:
            yield words, ""


def _seen_lines(report: Report, style: Style) -> Iterator[Line]:
    yield []
    yield [(_say(style, "seen"), "bold")]
    width = max(map(cell_len, report.focus_nodes), default=0)
    for code, count in sorted(report.focus_nodes.items()):
        yield [(f"  {code}{' ' * (width - cell_len(code))}  {count:>6}", "")]


def _summary(reports: Sequence[Report], style: Style) -> Iterator[Line]:
    if len(reports) > 1:
        yield []
        bad = sum(not report.conforms for report in reports)
        yield [(_say(style, "all", count=len(reports), bad=bad), "bold")]
