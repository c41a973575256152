"""The rules over the asserted triples of one document."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

import pyoxigraph as ox
from msgspec.structs import replace

from planskg.checking.background import background
from planskg.checking.engine import Data, Engine, Statement, run_compiled
from planskg.checking.facts import Facts, Node, Term
from planskg.checking.questions import focus_nodes
from planskg.checking.quotes import find_own_quotes, find_quotes
from planskg.checking.results import Result
from planskg.checking.shape_files import load_shapes
from planskg.checking.shapes import SEVERITIES, Constraint, Rule, Shapes
from planskg.graph.terms import DCTERMS, PLAN, RDF, RDFS, SKOS
from planskg.model import Finding, Report

NAMES = (PLAN.indicatorLabel, SKOS.prefLabel, RDFS.label, DCTERMS.title)
RANKS = {severity: rank for rank, severity in enumerate(SEVERITIES.values())}
VARIABLE = re.compile(r"\{[?$](\w+)\}")
"""Stands in a message for what the constraint bound (SHACL, 5.3.2)."""


def check_graph(
    statements: Iterable[Statement],
    document: str,
    *,
    shapes: Shapes | None = None,
    added: Iterable[ox.Triple] = (),
    previous: Iterable[Statement] = (),
    engine: Engine = run_compiled,
) -> Report:
    """Hold one document's asserted statements against the rules; never what was inferred from them.

    What they lean on of the ontology and its vocabularies is added here; `added` is what else the rules may ask of
    (a profile). `previous` are the statements of last year's plan, which only the rules of that layer see. The report
    conforms if no finding is a violation.
    """
    shapes = shapes or load_shapes()
    own, more = list(statements), list(added)
    checks = [Check(own, more, shapes.alone, engine)]
    if previous := list(previous):
        checks.append(Check([*own, *previous], more, shapes.against, engine))
    findings = sorted((each for check in checks for each in check.findings()), key=_order)
    seen = {code: count for check in checks for code, count in check.focus_nodes().items()}
    conforms = all(finding.severity != "violation" for finding in findings)
    title, text = checks[0].printed()
    return Report(document, conforms, seen, tuple(findings), title, text)


class Check:
    """One run of an engine, and what its results mean."""

    def __init__(
        self, statements: Sequence[Statement], added: Sequence[ox.Triple], shapes: Shapes, engine: Engine
    ) -> None:
        self.shapes = shapes
        self.data = Data(statements, (*added, *background([*statements, *added])))
        self.results = list(dict.fromkeys(engine(self.data, shapes)))
        self.facts = Facts(self.data.store)

    def printed(self) -> tuple[str, str]:
        """Return title and text of the document; nothing where the graph tells of none or of several."""
        documents = self.facts.subjects(RDF.type, PLAN.PlanDocument)
        if len(documents) != 1:
            return "", ""
        return self.facts.text(documents[0], DCTERMS.title), self.facts.text(documents[0], PLAN.text)

    def focus_nodes(self) -> dict[str, int]:
        """Return how many nodes each rule saw."""
        return self.data.count(self.shapes)

    def findings(self) -> Iterator[Finding]:
        """Yield a finding for each rule that looks at a focus node through the constraint that it breaks.

        Results that say the same of one node are one finding: a whole that is less than its parts is said once, with
        the words of each part.
        """
        found: dict[tuple[str, ...], Finding] = {}
        for each in self._findings():
            key = (each.rule, each.focus, each.severity, *each.message.values())
            same = found.get(key)
            found[key] = replace(same, compared=tuple(dict.fromkeys(same.compared + each.compared))) if same else each
        yield from found.values()

    def _findings(self) -> Iterator[Finding]:
        for result in self.results:
            for rule in self.shapes.by_constraint[result.constraint]:
                if len(self.shapes.by_constraint[result.constraint]) == 1 or result.focus in self._seen[rule]:
                    yield self._finding(rule, result)

    @cached_property
    def _seen(self) -> dict[Rule, set[Node]]:
        return {rule: focus_nodes(self.data.store, rule) for rule in self.shapes.rules}

    def _finding(self, rule: Rule, result: Result) -> Finding:
        constraint = next(each for each in rule.constraints if each.node == result.constraint)
        own = find_quotes(self.facts, result.focus)
        others = (each for _, each in result.bindings if not isinstance(each, ox.Literal) and each != result.focus)
        compared = dict.fromkeys(quote for other in others for quote in find_own_quotes(self.facts, other))
        return Finding(
            rule=rule.code,
            severity=constraint.severity,
            message=self._say(constraint, result),
            focus=result.focus.value,
            quotes=own,
            compared=tuple(quote for quote in compared if quote not in own),
            value="" if result.value is None else str(result.value),
        )

    def _say(self, constraint: Constraint, result: Result) -> dict[str, str]:
        """Return the message filled with what the constraint bound; else with the name of the node before it."""
        if any(map(VARIABLE.search, constraint.message.values())):
            bound = {**dict(result.bindings), "this": result.focus, "value": result.value}
            return {language: self._fill(text, language, bound) for language, text in constraint.message.items()}
        name = self._name(result.focus)
        signs = {"zh": "：", "en": ": "}
        return {each: f"{name}{signs[each]}{text}" if name else text for each, text in constraint.message.items()}

    def _fill(self, template: str, language: str, bound: dict[str, Term | None]) -> str:
        return VARIABLE.sub(lambda match: self._spell(bound.get(match[1]), language), template)

    def _spell(self, term: Term | None, language: str) -> str:
        if isinstance(term, ox.NamedNode):
            return self._name(term, language) or term.value
        return "" if term is None else term.value

    def _name(self, node: Node, language: str = "zh") -> str:
        """Return what a node is called, in some language where it has a name in it."""
        names = ((self.facts.words(node, each).get(language), self.facts.text(node, each)) for each in NAMES)
        return next((each for pair in names for each in pair if each), "")


def _order(finding: Finding) -> tuple[int, str, int, str, str]:
    """Order by severity, then rule, then place in the text."""
    first = min((quote.span.start for quote in finding.quotes if quote.span is not None), default=0)
    return RANKS[finding.severity], finding.rule, first, finding.focus, finding.message["en"]
