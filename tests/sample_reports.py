"""Reports to write in each form: usual, bare, hostile, long."""

import dataclasses

from msgspec.structs import replace

from planskg.checking import check_graph
from planskg.checking.shape_files import load_shapes
from planskg.checking.shapes import Rule
from planskg.model import Finding, Quote, Report, Span
from reference_plans import graph, node

FIRST = load_shapes().rules[0]


def rule(code: str, severity: str, zh: str, en: str) -> Rule:
    """A rule that says of itself what rules do."""
    return dataclasses.replace(
        FIRST,
        code=code,
        layer="consistency",
        severity=severity,
        name={"zh": zh, "en": en},
        description={"zh": f"检查{zh}。", "en": f"Whether {en}."},
        rationale={"zh": "读者会问。", "en": "A reader would ask."},
    )


RULES = {rule.code: rule for rule in load_shapes().rules} | {
    each.code: each
    for each in (
        rule("number-missing", "warning", "没有文号", "no document number"),
        rule("text-against-table", "violation", "正文与表不符", "text and table differ"),
        rule("crowded-sentence", "info", "一句话承诺过多", "a sentence promises too much"),
    )
}
DOCUMENT = "https://w3id.org/planskg/id/document/653000-2023-00000000"
TEXT = (
    "某州2023年计划\n"
    "地区生产总值增长8%以上，居民收入增加1500元以上。全面开工水库建设；完成𠮷县🏗道路。\n"
    "\n"
    "\t居民收入\n\t元\n\t12000\n\t1480\n"
    "粮食产量\t万吨\t30.27\t32.2\n"
    "注：按当年价格计算。\n"
)


def words(text: str, quote: str) -> Quote:
    """The first such words of a text."""
    start = text.index(quote)
    return Quote(quote, Span(start, start + len(quote)))


def finding(code: str, severity: str, *quotes: Quote, compared: tuple[Quote, ...] = (), **other: str) -> Finding:
    message = {"zh": f"{code}：有误", "en": f"{code}: is wrong"}
    return Finding(code, severity, message, f"{DOCUMENT}/target/1", quotes, compared, **other)


WHOLE = Report(
    DOCUMENT,
    False,
    {"text-against-table": 2, "crowded-sentence": 1, "number-missing": 1, "unheard-of": 3, "saw-nothing": 0},
    (
        finding(
            "text-against-table",
            "violation",
            words(TEXT, "1500元以上"),
            compared=(words(TEXT, "1480"),),
            value='"1500"^^<http://www.w3.org/2001/XMLSchema#decimal>',
        ),
        replace(finding("number-missing", "warning"), focus=DOCUMENT),
        finding("crowded-sentence", "info", words(TEXT, "增长8%以上，居民收入增加1500元")),
        finding("crowded-sentence", "info", words(TEXT, "道路。\n\n\t居民")),
        finding("crowded-sentence", "info", words(TEXT, "𠮷县🏗")),
        finding(
            "unheard-of",
            "info",
            Quote("在别处的话"),
            Quote("在文外", Span(9000, 9003)),
            compared=(Quote("去年的话", Span(3, 7)),),
        ),
    ),
    title="某州2023年国民经济和社会发展计划",
    text=TEXT,
    file="plans/某州 2023.txt",
)
NO_TEXT = replace(WHOLE, text="", title="", file="")
EMPTY = Report(DOCUMENT, True, {}, ())
NASTY = "<script>alert('&')</script>]]>\x1b[31m\x00\u202e\ud83c{{ 7*7 }}\"'"
HOSTILE = Report(
    DOCUMENT,
    False,
    {"text-against-table": 1},
    (
        Finding(
            "text-against-table",
            "violation",
            {"zh": NASTY, "en": NASTY},
            "https://example.org/x",
            (words(f"前\n{NASTY}后", NASTY),),
            (Quote(NASTY),),
        ),
    ),
    title=NASTY,
    text=f"前\n{NASTY}后",
    file="<b>&\udce4]]>.txt",  # a byte of a file's name that is no UTF-8
)
LONG_TEXT = "长" * 100_000 + "增长7%" + "句" * 100_000
LONG = Report(
    DOCUMENT, True, {}, (finding("crowded-sentence", "info", words(LONG_TEXT, "7%")),) * 30, text=LONG_TEXT, file="x"
)
SAMPLES = {
    "whole": [WHOLE],
    "no text": [NO_TEXT],
    "empty": [EMPTY],
    "no reports": [],
    "hostile": [HOSTILE],
    "long": [LONG],
    "several": [WHOLE, EMPTY, replace(NO_TEXT, document="no IRI at all"), HOSTILE],
}


def plan_report(name: str) -> Report:
    """What checking a reference plan gives."""
    return replace(check_graph(graph(name), node(name).value), file=f"{name}.txt")
