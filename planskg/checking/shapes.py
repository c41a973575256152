"""The shapes of a graph as Python sees them: each rule, what it looks at, says, and asks in SPARQL."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

import pyoxigraph as ox

from planskg.graph.terms import BASE, SH

SHAPES = BASE + "shapes#"
TARGETS = (SH.targetClass, SH.targetSubjectsOf, SH.targetObjectsOf, SH.targetNode)
SEVERITIES = {SH.Violation: "violation", SH.Warning: "warning", SH.Info: "info"}
"""Gravest first."""
AGAINST = "against"
"""The layer of the rules that compare with last year's plan."""
LANGUAGES = ("zh", "en")
Words = dict[str, str]
"""By language, zh and en."""


@dataclass(frozen=True, slots=True)
class Constraint:
    """What may report a fault: a rule itself, one of its property shapes, or one of its SPARQL constraints."""

    node: ox.NamedNode
    message: Words
    severity: str
    select: str | None = None
    """The text of a SPARQL constraint, complete with its prefixes; each solution is a fault of $this."""


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """A node shape with targets, and what it says of itself."""

    code: str
    node: ox.NamedNode
    layer: str
    """records, plan, consistency, wording or against."""
    name: Words
    description: Words
    rationale: Words
    severity: str
    """The gravest of its constraints."""
    targets: tuple[tuple[ox.NamedNode, ox.NamedNode], ...]
    """(kind of target, class, property or node)."""
    constraints: tuple[Constraint, ...]
    failing: ox.Literal | None = None
    """An example that breaks the rule: the text of a plan (@zh), or Turtle."""
    passing: ox.Literal | None = None
    """The same made right."""
    previous: ox.Literal | None = None
    """Last year's plan of both examples, where the rule compares with it."""


@dataclass(frozen=True, eq=False)
class Shapes:
    """The rules and the triples that they were read from."""

    triples: tuple[ox.Triple, ...]
    rules: tuple[Rule, ...]

    @cached_property
    def by_constraint(self) -> dict[ox.NamedNode, list[Rule]]:
        """The rules that each constraint belongs to; several where they share a property shape."""
        found: dict[ox.NamedNode, list[Rule]] = {}
        for rule in self.rules:
            for constraint in rule.constraints:
                found.setdefault(constraint.node, []).append(rule)
        return found

    @cached_property
    def alone(self) -> "Shapes":
        """The rules about one document."""
        return self._part(rule for rule in self.rules if rule.layer != AGAINST)

    @cached_property
    def against(self) -> "Shapes":
        """The rules that compare a document with last year's."""
        return self.layer(AGAINST)

    def layer(self, name: str) -> "Shapes":
        """Return the rules of one layer."""
        return self._part(rule for rule in self.rules if rule.layer == name)

    def graded(self, levels: Mapping[str, str]) -> "Shapes":
        """Return the rules whose codes have a level, each as grave as that; empty for its own."""
        return self._part(_grade(rule, levels[rule.code]) for rule in self.rules if rule.code in levels)

    def _part(self, rules: Iterable[Rule]) -> "Shapes":
        """Return some of the rules; the shapes of the others lose their targets, without which they are inert."""
        kept = tuple(rules)
        without = {rule.node for rule in self.rules} - {rule.node for rule in kept}
        triples = (each for each in self.triples if each.predicate not in TARGETS or each.subject not in without)
        return Shapes(tuple(triples), kept)


def _grade(rule: Rule, level: str) -> Rule:
    if not level:
        return rule
    return replace(rule, severity=level, constraints=tuple(replace(each, severity=level) for each in rule.constraints))
