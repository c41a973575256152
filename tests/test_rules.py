"""Each rule finds the fault of its failing example, the whole way from the words, and nothing in its passing one."""

import pyoxigraph as ox
import pytest

from planskg.checking import check_graph
from planskg.checking.profiles import profile_triples
from planskg.checking.shapes import Rule, load_shapes
from planskg.extracting.pipeline import extract
from planskg.graph.build import build_graph
from planskg.graph.terms import DCTERMS, PLAN, RDF
from planskg.model import Document
from planskg.places import load_gazetteer
from planskg.reading.metadata import read_metadata

RULES = {rule.code: rule for rule in load_shapes().rules if rule.failing is not None}
TURTLE = "https://www.iana.org/assignments/media-types/text/turtle"


def statements(example: ox.Literal) -> list[ox.Quad]:
    if example.language is None:
        assert example.datatype.value == TURTLE
        return list(ox.parse(example.value, format=ox.RdfFormat.TURTLE))
    metadata = read_metadata(example.value, load_gazetteer())
    assert metadata is not None
    return build_graph(extract(Document("example", example.value, metadata)))


def document(quads: list[ox.Quad]) -> ox.NamedNode:
    (found,) = {quad.subject for quad in quads if (quad.predicate, quad.object) == (RDF.type, PLAN.PlanDocument)}
    return found


def found_in(rule: Rule, example: ox.Literal) -> list[str]:
    """What the rule says of an example, in Chinese."""
    quads, previous = statements(example), []
    added = profile_triples(quads)
    if rule.previous is not None:
        previous = statements(rule.previous)
        added.append(ox.Triple(document(quads), DCTERMS.replaces, document(previous)))
    report = check_graph(quads, rule.code, added=added, previous=previous)
    return [finding.message["zh"] for finding in report.findings if finding.rule == rule.code]


def test_rules_with_examples_are_found() -> None:
    assert len(RULES) >= 20


@pytest.mark.parametrize("code", RULES)
def test_the_failing_example_fails(code: str) -> None:
    rule = RULES[code]
    assert rule.failing is not None
    found = found_in(rule, rule.failing)
    assert found
    assert not [words for words in found if "{" in words]


@pytest.mark.parametrize("code", RULES)
def test_the_passing_example_passes(code: str) -> None:
    rule = RULES[code]
    assert rule.passing is not None
    assert found_in(rule, rule.passing) == []
