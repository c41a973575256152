"""ontology/shapes/*.ttl as Python sees them: each rule, what it looks at, says, and asks in SPARQL.

A rule is a node shape that has a target; its local name is its code. Blank nodes of the files become IRIs, so that a
constraint has the same name in every engine that reports it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, cached_property
from pathlib import Path

import pyoxigraph as ox

from planskg.checking.facts import Facts, Node
from planskg.errors import BadAsset
from planskg.graph.terms import BASE, PLAN, RDF, RDFS, SH
from planskg.vocabulary import asset_folder

SHAPES = BASE + "shapes#"
LAYERS = BASE + "shapes/"
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


@cache
def load_shapes(*more: Path) -> Shapes:
    """Return the project's own shapes, each with an example for and against, and those of a user's files."""
    folder = asset_folder("ontology") / "shapes"
    shapes = read_shapes([*sorted(folder.glob("*.ttl")), *more])
    own = {rule.code for rule in shapes.rules} if not more else {rule.code for rule in load_shapes().rules}
    for rule in shapes.rules:
        if rule.code in own and (rule.failing is None or rule.passing is None):
            raise BadAsset(folder, rule.code, "needs a plan:failing and a plan:passing example")
    return shapes


def read_shapes(paths: Iterable[Path]) -> Shapes:
    """Read shapes from Turtle files; raises BadAsset for bad Turtle or a rule without words in both languages."""
    files: dict[str, Path] = {}
    for path in paths:
        files[path.stem if path.stem not in files else f"{path.stem}-{len(files)}"] = path
    found = [(triple, path) for name, path in files.items() for triple in _parse(name, path)]
    triples = [triple for triple, _ in found]
    homes: dict[object, Path] = {triple.subject: path for triple, path in found}
    facts = Facts.of(triples)
    named = [node for node in facts.subjects(RDF.type, SH.NodeShape) if isinstance(node, ox.NamedNode)]
    rules = [_rule(facts, node) for node in named if _targets(facts, node)]
    for rule in rules:
        _check_words(homes[rule.node], rule)
    by_code: dict[str, Rule] = {}
    for rule in sorted(rules, key=lambda rule: list(files.values()).index(homes[rule.node])):
        if by_code.setdefault(rule.code, rule) is not rule:
            raise BadAsset(homes[rule.node], rule.code, "is the name of another rule, too; give this one another")
    return Shapes(tuple(triples), tuple(rules))


def _check_words(path: Path, rule: Rule) -> None:
    told = {"sh:name": rule.name, "sh:description": rule.description, "rdfs:comment": rule.rationale}
    said = [*told.items(), *(("sh:message", each.message) for each in rule.constraints)]
    lacking = dict.fromkeys(name for name, words in said if set(words) != set(LANGUAGES))
    if lacking:
        raise BadAsset(path, rule.code, f"needs {', '.join(lacking)}, each of them @zh and @en")


def _parse(name: str, path: Path) -> Iterator[ox.Triple]:
    """Yield the triples of a file, whose blank nodes are called by the file's name and their order."""
    try:
        triples = [quad.triple for quad in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE)]
    except OSError as error:
        raise BadAsset(path, "shapes", error.strerror or str(error)) from None
    except SyntaxError as error:
        raise BadAsset(path, "Turtle", str(error)) from None
    named: dict[ox.BlankNode, ox.NamedNode] = {}
    for each in triples:
        subject, value = (
            named.setdefault(node, ox.NamedNode(f"{LAYERS}{name}/{len(named)}"))
            if isinstance(node, ox.BlankNode)
            else node
            for node in (each.subject, each.object)
        )
        yield ox.Triple(subject, each.predicate, value)


def _rule(facts: Facts, node: ox.NamedNode) -> Rule:
    inner = [node, *facts.nodes(node, SH.property), *facts.nodes(node, SH.sparql)]
    constraints = tuple(_constraint(facts, node, each) for each in inner)
    own = _own_severity(facts, node)
    graded = [each.severity for each in constraints[1:]] or [own]
    examples = [next(iter(facts.objects(node, each)), None) for each in (PLAN.failing, PLAN.passing, PLAN.previous)]
    failing, passing, previous = (each if isinstance(each, ox.Literal) else None for each in examples)
    return Rule(
        code=_local(node),
        node=node,
        layer=next(map(_local, facts.nodes(node, RDFS.isDefinedBy)), "records"),
        name=facts.words(node, SH.name),
        description=facts.words(node, SH.description),
        rationale=facts.words(node, RDFS.comment),
        severity=min(graded, key=list(SEVERITIES.values()).index),
        targets=_targets(facts, node),
        constraints=constraints,
        failing=failing,
        passing=passing,
        previous=previous,
    )


def _local(node: ox.NamedNode) -> str:
    return re.split("[#/]", node.value)[-1]


def _constraint(facts: Facts, rule: ox.NamedNode, node: ox.NamedNode) -> Constraint:
    asked = facts.text(node, SH.select)
    # A SPARQL constraint has the severity of its shape (SHACL, 6.2), a property shape its own.
    severity = _own_severity(facts, rule if asked else node)
    message = facts.words(node, SH.message) or facts.words(rule, SH.message) or facts.words(rule, SH.name)
    return Constraint(node, message, severity, _prefixes(facts, node, asked) + asked if asked else None)


def _own_severity(facts: Facts, node: Node) -> str:
    said = facts.nodes(node, SH.severity)
    if wrong := [each.value for each in said if each not in SEVERITIES]:
        raise BadAsset(
            "shapes", node.value, f"{wrong[0]} is no severity; there are sh:Violation, sh:Warning and sh:Info"
        )
    return next((SEVERITIES[each] for each in said), "violation")


def _targets(facts: Facts, node: Node) -> tuple[tuple[ox.NamedNode, ox.NamedNode], ...]:
    return tuple((kind, each) for kind in TARGETS for each in facts.nodes(node, kind))


def _prefixes(facts: Facts, question: Node, text: str) -> str:
    """Declare the prefixes that a question's text uses; to read all that there are took a tenth of the time."""
    declared = [each for owner in facts.nodes(question, SH.prefixes) for each in facts.nodes(owner, SH.declare)]
    pairs = sorted((facts.text(each, SH.prefix), facts.text(each, SH.namespace)) for each in declared)
    return "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in pairs if f"{name}:" in text)
