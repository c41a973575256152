"""The rules in words: one rule with its examples, the list of all, and docs/rules.md; all from the shapes."""

from collections.abc import Iterable, Iterator
from itertools import groupby

import pyoxigraph as ox
from rich.cells import cell_len

from planskg.checking.examples import find_in_example
from planskg.checking.shapes import Rule, Shapes, Words
from planskg.errors import PlanskgError
from planskg.nearest import find_nearest
from planskg.rendering.style import SEVERITIES

LAYERS: dict[str, Words] = {
    "records": {"zh": "记录的形式", "en": "the form of records"},
    "plan": {"zh": "计划的完整", "en": "what a plan must have"},
    "consistency": {"zh": "前后一致", "en": "what contradicts what"},
    "wording": {"zh": "措辞", "en": "wording"},
    "against": {"zh": "与上年计划对照", "en": "against last year's plan"},
}
"""In the order in which they are told; layers of a user's own shapes follow."""
PHRASES: dict[str, Words] = {
    "layer": {"zh": "层次：", "en": "Layer: "},
    "severity": {"zh": "级别：", "en": "Severity: "},
    "why": {"zh": "为什么：", "en": "Why: "},
    "previous": {"zh": "上年计划：", "en": "Last year's plan:"},
    "failing": {"zh": "出错的例子：", "en": "An example that breaks it:"},
    "told": {"zh": "报告：", "en": "What is reported:"},
    "passing": {"zh": "改正后：", "en": "The same made right:"},
}


class UnknownRule(PlanskgError):
    """A code that no rule has."""

    def __init__(self, code: str, known: Iterable[str]) -> None:
        nearest = find_nearest(code, known)
        hint = f"did you mean {nearest}?" if nearest else "planskg explain lists them all"
        super().__init__(f"{code}: there is no such rule; {hint}")
        self.code = code


def find_rule(shapes: Shapes, code: str) -> Rule:
    """Return the rule of a code; raises UnknownRule."""
    by_code = {rule.code: rule for rule in shapes.rules}
    if code not in by_code:
        raise UnknownRule(code, by_code)
    return by_code[code]


def list_rules(shapes: Shapes, language: str) -> str:
    """Return the code, severity and name of each rule, a line each, by layer."""
    width = max(cell_len(rule.code) for rule in shapes.rules)
    lines = []
    for layer, rules in by_layer(shapes):
        lines += [f"{LAYERS.get(layer, {}).get(language, layer)} ({layer})"]
        lines += [f"  {rule.code:{width}}  {_severity(rule, language)}  {_name(rule, language)}" for rule in rules]
        lines += [""]
    return "".join(f"{line.rstrip()}\n" for line in lines[:-1])


def explain_rule(shapes: Shapes, rule: Rule, language: str) -> str:
    """Return what a rule checks, why, what it makes of its example, and the example made right."""
    layer = LAYERS.get(rule.layer, {}).get(language, rule.layer)
    say = {name: words[language] for name, words in PHRASES.items()}
    parts = [
        f"{rule.code}  {_name(rule, language)}",
        f"{say['layer']}{layer} ({rule.layer})\n{say['severity']}{_severity(rule, language)}",
        rule.description.get(language, ""),
        f"{say['why']}{rule.rationale[language]}" if language in rule.rationale else "",
    ]
    if rule.previous is not None:
        parts += [f"{say['previous']}\n{_indent(rule.previous)}"]
    if rule.failing is not None:
        told = "\n".join(each.message[language] for each in find_in_example(rule, rule.failing, shapes))
        parts += [f"{say['failing']}\n{_indent(rule.failing)}", f"{say['told']}\n{_indent(told)}"]
    if rule.passing is not None:
        parts += [f"{say['passing']}\n{_indent(rule.passing)}"]
    return "\n\n".join(filter(None, parts)) + "\n"


def write_page(shapes: Shapes, figures: str = "") -> str:
    """Return docs/rules.md; figures are the table of what fault injection found."""
    count = len(shapes.rules)
    parts = [
        "# The rules of the linter",
        f"There are {count} rules. This page is made from the shapes in `ontology/shapes` by `make rules`;"
        " [linting.md](linting.md) tells how to choose and grade them. A plan conforms when no rule finds a violation.",
    ]
    if figures:
        parts += [
            "## How well they find faults",
            "`make faults` plants faults of many kinds into clean plans and counts, for each rule, what the rule that"
            " is meant for a fault finds at its place, and what else is reported that was not there before.",
            figures.strip(),
        ]
    for layer, rules in by_layer(shapes):
        parts += [f"## {_title(layer)}", _table(rules), *(_section(shapes, rule) for rule in rules)]
    return "\n\n".join(parts) + "\n"


def by_layer(shapes: Shapes) -> list[tuple[str, list[Rule]]]:
    """Return the rules of each layer, layers in their order, rules by code."""
    order = {layer: number for number, layer in enumerate(LAYERS)}

    def key(rule: Rule) -> tuple[int, str]:
        return order.get(rule.layer, len(order)), rule.layer

    ordered = sorted(shapes.rules, key=lambda rule: (*key(rule), rule.code))
    return [(layer, list(rules)) for layer, rules in groupby(ordered, key=lambda rule: rule.layer)]


def _severity(rule: Rule, language: str) -> str:
    return rule.severity if language == "en" else SEVERITIES[rule.severity][language]


def _name(rule: Rule, language: str) -> str:
    return rule.name.get(language, "")


def _indent(text: ox.Literal | str) -> str:
    words = text if isinstance(text, str) else text.value
    return "\n".join(f"    {line}".rstrip() for line in words.strip("\n").split("\n"))


def _title(layer: str) -> str:
    words = LAYERS.get(layer)
    return f"{words['en'].capitalize()} ({layer}) {words['zh']}" if words else layer


def _table(rules: Iterable[Rule]) -> str:
    rows = (
        f"| [{rule.code}](#{rule.code}) | {rule.severity} | {_name(rule, 'en')} | {_name(rule, 'zh')} |"
        for rule in rules
    )
    return "\n".join(["| rule | severity | | |", "|---|---|---|---|", *rows])


def _section(shapes: Shapes, rule: Rule) -> str:
    return "\n\n".join(filter(None, [f"### {rule.code}", *_paragraphs(shapes, rule)]))


def _paragraphs(shapes: Shapes, rule: Rule) -> Iterator[str]:
    yield " ".join([*(f"**{rule.name[each]}**" for each in ("en", "zh") if each in rule.name), f"({rule.severity})"])
    for language, gap in (("en", " "), ("zh", "")):
        yield gap.join(words[language] for words in (rule.description, rule.rationale) if language in words)
    if rule.previous is not None:
        yield f"Last year's plan:\n\n{_fence(rule.previous)}"
    if rule.failing is not None:
        found = [each.message for each in find_in_example(rule, rule.failing, shapes)]
        yield f"An example that breaks it:\n\n{_fence(rule.failing)}"
        yield "\n".join(f"- {message['en']} / {message['zh']}" for message in found)
    if rule.passing is not None:
        yield f"The same made right:\n\n{_fence(rule.passing)}"


def _fence(example: ox.Literal) -> str:
    return f"```{'' if example.language else 'turtle'}\n{example.value.strip(chr(10))}\n```"
