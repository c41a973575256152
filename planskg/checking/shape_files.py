"""ontology/shapes/*.ttl, and the files of a user's own, read as rules.

A rule is a node shape that has a target; its local name is its code. Blank nodes of the files become IRIs, so that a
constraint has the same name in every engine that reports it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

import pyoxigraph as ox

from planskg.checking.facts import Facts, Node
from planskg.checking.shapes import LANGUAGES, SEVERITIES, TARGETS, Constraint, Rule, Shapes
from planskg.errors import BadAsset
from planskg.graph.terms import BASE, PLAN, RDF, RDFS, SH
from planskg.vocabulary import asset_folder

LAYERS = BASE + "shapes/"


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
    _check_codes(sorted(rules, key=lambda rule: list(files.values()).index(homes[rule.node])), homes)
    return Shapes(tuple(triples), tuple(rules))


def _check_codes(rules: Iterable[Rule], homes: Mapping[object, Path]) -> None:
    by_code: dict[str, Rule] = {}
    for rule in rules:
        if by_code.setdefault(rule.code, rule) is not rule:
            raise BadAsset(homes[rule.node], rule.code, "is the name of another rule, too; give this one another")


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
