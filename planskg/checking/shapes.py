"""ontology/shapes/*.ttl as Python sees them: what each shape looks at, says, and asks in SPARQL."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pyoxigraph as ox

from planskg.checking.facts import Facts, Node
from planskg.errors import BadAsset
from planskg.graph.terms import BASE, RDF, SH
from planskg.vocabulary import asset_folder

SHAPES = BASE + "shapes#"
TARGETS = (SH.targetClass, SH.targetSubjectsOf, SH.targetObjectsOf, SH.targetNode)
SEVERITIES = {SH.Violation: "violation", SH.Warning: "warning", SH.Info: "info"}
"""Gravest first."""


@dataclass(frozen=True, slots=True)
class Question:
    """A SPARQL constraint, complete with its prefixes; each solution is a fault of $this."""

    node: Node
    select: str


@dataclass(frozen=True, slots=True)
class Shape:
    """A node shape with targets; its name is the code of its rule."""

    name: str
    node: ox.NamedNode
    targets: tuple[tuple[ox.NamedNode, ox.NamedNode], ...]
    """(kind of target, class, property or node)."""
    constraints: frozenset[Node]
    """What may report a fault: the shape, its property shapes, its questions."""
    questions: tuple[Question, ...]


@dataclass(frozen=True)
class Shapes:
    """All shapes, and what each constraint says."""

    triples: tuple[ox.Triple, ...]
    shapes: tuple[Shape, ...]
    messages: dict[Node, dict[str, str]]
    severities: dict[Node, str]
    """Of those constraints that are no violations."""


@cache
def load_shapes() -> Shapes:
    """Return the project's own shapes."""
    return read_shapes(sorted((asset_folder("ontology") / "shapes").glob("*.ttl")))


def read_shapes(paths: Iterable[Path]) -> Shapes:
    """Read shapes from Turtle files; raises BadAsset for bad Turtle or a constraint without words in both languages."""
    triples = [triple for path in paths for triple in _parse(path)]
    facts = Facts(triples)
    named = [node for node in facts.subjects(RDF.type, SH.NodeShape) if isinstance(node, ox.NamedNode)]
    shapes = tuple(_shape(facts, node) for node in sorted(named, key=str) if _targets(facts, node))
    said = {each: _messages(facts, each) for shape in shapes for each in shape.constraints}
    for shape in shapes:
        if any(set(said[each]) != {"zh", "en"} for each in shape.constraints):
            raise BadAsset(
                "ontology/shapes", shape.name, "each of its constraints needs one sh:message @zh and one @en"
            )
    graded = ((each, value) for each in said for value in facts.objects(each, SH.severity))
    severities = {each: SEVERITIES[value] for each, value in graded if isinstance(value, ox.NamedNode)}
    return Shapes(tuple(triples), shapes, said, severities)


def _parse(path: Path) -> list[ox.Triple]:
    try:
        return [quad.triple for quad in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE)]
    except SyntaxError as error:
        raise BadAsset(path, "Turtle", str(error)) from None


def _shape(facts: Facts, node: ox.NamedNode) -> Shape:
    asked = [each for each in facts.objects(node, SH.sparql) if not isinstance(each, ox.Literal)]
    inner = [each for each in facts.objects(node, SH.property) if not isinstance(each, ox.Literal)]
    questions = tuple(Question(each, _prefixes(facts, each) + _text(facts, each, SH.select)) for each in asked)
    name = node.value.removeprefix(SHAPES)
    return Shape(name, node, _targets(facts, node), frozenset([node, *inner, *asked]), questions)


def _targets(facts: Facts, node: Node) -> tuple[tuple[ox.NamedNode, ox.NamedNode], ...]:
    found = ((kind, each) for kind in TARGETS for each in facts.objects(node, kind))
    return tuple((kind, each) for kind, each in found if isinstance(each, ox.NamedNode))


def _prefixes(facts: Facts, question: Node) -> str:
    owners = [each for each in facts.objects(question, SH.prefixes) if not isinstance(each, ox.Literal)]
    declared = [
        each for owner in owners for each in facts.objects(owner, SH.declare) if not isinstance(each, ox.Literal)
    ]
    pairs = sorted((_text(facts, each, SH.prefix), _text(facts, each, SH.namespace)) for each in declared)
    return "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in pairs)


def _messages(facts: Facts, node: Node) -> dict[str, str]:
    found = [each for each in facts.objects(node, SH.message) if isinstance(each, ox.Literal)]
    return {each.language: each.value for each in sorted(found, key=str, reverse=True) if each.language}


def _text(facts: Facts, node: Node, predicate: ox.NamedNode) -> str:
    return next((each.value for each in facts.objects(node, predicate)), "")
