"""Each shape of a record has a graph that passes and one that breaks each of its constraints, and those of no other.

Rules of the other layers look at whole plans: test_rules.py.
"""

from pathlib import Path

import pyoxigraph as ox
import pytest

from planskg.checking import check_graph
from planskg.checking.shape_files import load_shapes, read_shapes
from planskg.checking.shapes import Rule
from planskg.errors import BadAsset
from planskg.graph.terms import SH
from planskg.model import Report

EXAMPLES = Path(__file__).parent / "shapes"
SHAPES = load_shapes().layer("records")
FAULTY = {"unknown-term"}
"""Rules of which each focus node is a fault, so that no graph can pass: test_linting.py."""
RULES = {rule.code: rule for rule in SHAPES.rules if rule.code not in FAULTY}


def check_example(name: str) -> Report:
    path = EXAMPLES / name
    return check_graph(ox.parse(path=str(path), format=ox.RdfFormat.TURTLE), name, shapes=SHAPES)


def spoken(rule: Rule) -> set[str]:
    """What the rule can report, in English: its own message only where it has a constraint of its own."""
    own = {"or", "xone", "not", "and"}
    has_own = any(
        triple.subject == rule.node and triple.predicate.value.removeprefix(SH.iri) in own for triple in SHAPES.triples
    )
    return {each.message["en"] for each in rule.constraints if has_own or each.node != rule.node}


def test_shapes_and_examples_are_found() -> None:
    assert len(RULES) >= 20
    assert sorted(RULES) == sorted(path.name for path in EXAMPLES.iterdir())


@pytest.mark.parametrize("name", RULES)
def test_pass(name: str) -> None:
    report = check_example(f"{name}/pass.ttl")
    assert report.findings == ()
    assert report.focus_nodes[name] >= 1


@pytest.mark.parametrize("name", RULES)
def test_fail_trips_each_constraint_of_its_shape_and_no_other(name: str) -> None:
    findings = check_example(f"{name}/fail.ttl").findings
    assert {finding.rule for finding in findings} == {name}
    told = {finding.message["en"] for finding in findings}
    assert {words for words in spoken(RULES[name]) if not any(each.endswith(words) for each in told)} == set()


SPOKEN = {
    "sh:name": "sh:name '名'@zh , 'name'@en",
    "sh:description": "sh:description '查'@zh , 'looks'@en",
    "rdfs:comment": "rdfs:comment '因'@zh , 'because'@en",
    "sh:message": "sh:message '无'@zh , 'none'@en",
}


def shape_of(path: Path, *words: str) -> Path:
    path.write_text(
        "@prefix sh: <http://www.w3.org/ns/shacl#> .\n@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
        f"<https://w3id.org/planskg/shapes#own> a sh:NodeShape ; sh:targetClass sh:X ; {' ; '.join(words)} .\n",
        encoding="utf-8",
    )
    return path


def test_a_shape_of_ones_own_needs_no_example(tmp_path: Path) -> None:
    (rule,) = read_shapes([shape_of(tmp_path / "own.ttl", *SPOKEN.values())]).rules
    assert (rule.code, rule.name["zh"], rule.failing) == ("own", "名", None)


@pytest.mark.parametrize("lacking", SPOKEN)
def test_a_shape_without_words_in_both_languages_is_refused(lacking: str, tmp_path: Path) -> None:
    words = {**SPOKEN, lacking: f"{lacking} '无'@zh"}
    with pytest.raises(BadAsset, match=rf"own\.ttl: own: needs {lacking}, each"):
        read_shapes([shape_of(tmp_path / "own.ttl", *words.values())])


def test_bad_turtle_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "bad.ttl"
    path.write_text("no turtle", encoding="utf-8")
    with pytest.raises(BadAsset, match="bad"):
        read_shapes([path])
