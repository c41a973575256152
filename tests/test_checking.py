"""Checking a graph: both plans conform, a fault is told with its words, and pySHACL alone would say the same."""

import subprocess
import sys
from collections.abc import Sequence
from decimal import InvalidOperation
from pathlib import Path

import pyoxigraph as ox
import pyshacl
import pytest

from planskg.checking import SUFFIXES, check_graph, read_graphs
from planskg.checking.checking import Check
from planskg.checking.engine import Engine, run_compiled, run_reference
from planskg.checking.profiles import profile_triples
from planskg.checking.shape_files import load_shapes
from planskg.errors import PlanskgError, UnreadableDocument
from planskg.graph.build import build_graph
from planskg.graph.literals import count
from planskg.graph.terms import OA, PLAN, PROV, RDF
from planskg.graph.writing import FORMATS, write_quads
from planskg.model import Quote, Span
from refereeing import save_waste
from reference_plans import PLANS, extraction, graph, inferences, node, small_plan, target

TEXT = "力争地区生产总值增长5.50%以上。"


RECORDS = load_shapes().layer("records")
"""What a graph is held to whatever the plan says: a few words of a plan lack much that a whole one has."""


def small_graph() -> list[ox.Quad]:
    return build_graph(small_plan(TEXT, target(TEXT, "5.50%以上", concept="gdp")))


def changed(quads: list[ox.Quad], predicate: ox.NamedNode, value: ox.Literal | ox.NamedNode | None) -> list[ox.Quad]:
    """The quads with another object under a predicate, or none."""
    kept = [quad for quad in quads if quad.predicate != predicate]
    spoilt = [quad for quad in quads if quad.predicate == predicate]
    assert spoilt
    return [*kept, *(ox.Quad(each.subject, predicate, value, each.graph_name) for each in spoilt if value is not None)]


@pytest.mark.parametrize("name", PLANS)
class TestPlans:
    def test_conforms_and_says_what_it_saw(self, name: str) -> None:
        report = check_graph(graph(name), node(name).value)
        assert report.conforms
        well_formed = check_graph(graph(name), node(name).value, shapes=RECORDS)
        assert {finding.severity for finding in well_formed.findings} <= {"info"}
        kinds = [record.kind for record in set(extraction(name).records)]
        seen = {"target": "target", "aim": "aim", "project-pledge": "project", "pillar": "pillar"}
        for shape, kind in {**seen, "observation": "observation"}.items():
            assert report.focus_nodes[shape] == kinds.count(kind), shape
        assert report.focus_nodes["quotation"] == report.focus_nodes["source"] > 100

    def test_what_follows_changes_nothing(self, name: str) -> None:
        """A graph that was exported with its inferences is as good as one without."""
        alone = check_graph(graph(name), name)
        assert check_graph([*graph(name), *inferences(name)], name).findings == alone.findings


FAULTS = {
    "no due year": (PLAN.dueYear, None, "commitment"),
    "no number": (PLAN.text, None, "document"),
    "a comparator of no vocabulary": (PLAN.comparator, ox.NamedNode("https://example.org/ge"), "target"),
    "a span one to the right": (OA.start, count(TEXT.index("5.50") + 1), "quotation"),
    "a span beyond the text": (OA.end, count(1000), "quotation"),
    "quoted from nothing": (PROV.wasQuotedFrom, None, "commitment"),
}


@pytest.mark.parametrize(("predicate", "value", "rule"), FAULTS.values(), ids=FAULTS)
def test_a_fault_is_found(predicate: ox.NamedNode, value: ox.Literal | ox.NamedNode | None, rule: str) -> None:
    report = check_graph(changed(small_graph(), predicate, value), "small", shapes=RECORDS)
    assert not report.conforms
    assert {finding.rule for finding in report.findings} == {rule}
    assert all(set(finding.message) == {"zh", "en"} for finding in report.findings)


def test_a_fault_is_told_with_its_words() -> None:
    (finding,) = check_graph(changed(small_graph(), PLAN.dueYear, None), "small", shapes=RECORDS).findings
    start = TEXT.index("5.50")
    assert finding.quotes == (Quote("5.50%以上", Span(start, start + 7)),)
    assert finding.message["zh"].startswith("地区生产总值：")


def test_a_fault_of_a_unit_has_the_words_of_its_target() -> None:
    quads = small_graph()
    own = ox.NamedNode("https://example.org/unit")
    quads = [*changed(quads, ox.NamedNode("http://qudt.org/schema/qudt/hasUnit"), own)]
    quads += [ox.Quad(own, RDF.type, PLAN.Unit), ox.Quad(own, PLAN.unreviewed, ox.Literal(True))]
    report = check_graph(quads, "small", shapes=RECORDS)
    assert report.conforms
    assert [(each.rule, each.severity, each.quotes[0].text) for each in report.findings] == [
        ("unreviewed", "info", "5.50%以上")
    ]


@pytest.mark.thorough
@pytest.mark.parametrize("name", PLANS)
def test_pyshacl_reports_the_same_of_a_plan(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The whole plan with its profile; the slowest of all tests, about a minute."""
    save_waste(monkeypatch)
    profile = profile_triples(graph(name), None)
    assert told(graph(name), run_compiled, profile) == told(graph(name), run_reference, profile)


@pytest.mark.parametrize(("predicate", "value", "rule"), FAULTS.values(), ids=FAULTS)
def test_pyshacl_reports_the_same_of_a_fault(
    predicate: ox.NamedNode, value: ox.Literal | ox.NamedNode | None, rule: str
) -> None:
    quads = changed(small_graph(), predicate, value)
    found = told(quads, run_compiled)
    assert found
    assert found == told(quads, run_reference)


def told(quads: Sequence[ox.Quad], engine: Engine, added: Sequence[ox.Triple] = ()) -> set[tuple[str, str, str, str]]:
    """What an engine reports: focus node, shape, severity, value."""
    return {result.told() for result in Check(quads, added, load_shapes().alone, engine).results}


def test_an_empty_graph_conforms_and_saw_nothing() -> None:
    report = check_graph([], "empty")
    assert report.conforms
    assert set(report.focus_nodes.values()) == {0}


@pytest.mark.parametrize(
    "error",
    [
        TypeError("'<=' not supported"),  # what it says of some pairs of xsd:gYear
        InvalidOperation("no number"),  # of arithmetic with "x"^^xsd:decimal
    ],
)
def test_what_pyshacl_cannot_check_is_a_clear_error(error: Exception, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(pyshacl, "validate", refuse)
    with pytest.raises(PlanskgError, match=f"cannot check this graph: {error}"):
        check_graph(small_graph(), "small", engine=run_reference)


class TestFiles:
    @pytest.mark.parametrize("form", FORMATS)
    def test_each_format(self, form: str, tmp_path: Path) -> None:
        suffix = next(suffix for suffix, each in SUFFIXES.items() if each == FORMATS[form])
        path = tmp_path / f"plan{suffix}"
        path.write_bytes(write_quads(small_graph(), form))
        ((document, quads),) = read_graphs(path).items()
        assert {quad.triple for quad in quads} == {quad.triple for quad in small_graph()}
        assert document.startswith("https://w3id.org/planskg/id/document/653000-2023-")

    @pytest.mark.parametrize("form", [ox.RdfFormat.JSON_LD, ox.RdfFormat.RDF_XML])
    def test_formats_that_others_write(self, form: ox.RdfFormat, tmp_path: Path) -> None:
        path = tmp_path / f"plan.{form.file_extension}"
        ox.serialize([quad.triple for quad in small_graph()], str(path), form)
        (quads,) = read_graphs(path).values()
        assert check_graph(quads, path.name).conforms

    def test_two_plans_in_one_file_are_two(self, tmp_path: Path) -> None:
        path = tmp_path / "plans.trig"
        path.write_bytes(write_quads([quad for name in PLANS for quad in (*graph(name), *inferences(name))], "trig"))
        found = read_graphs(path)
        assert list(found) == [node(name).value for name in PLANS]
        assert [len(quads) for quads in found.values()] == [len(graph(name)) for name in PLANS]

    @pytest.mark.parametrize(
        ("name", "text", "reason"),
        [
            ("a.ttl", "no turtle", "is no Turtle"),
            ("a.nq", "\n", "PlanDocument"),
            ("b.nq", "", "is empty"),
            ("a.jsonld", "{", "is no JSON-LD"),
        ],
    )
    def test_a_file_that_is_none(self, name: str, text: str, reason: str, tmp_path: Path) -> None:
        (tmp_path / name).write_text(text, encoding="utf-8")
        with pytest.raises(UnreadableDocument, match=reason):
            read_graphs(tmp_path / name)

    def test_a_file_that_is_not_there(self, tmp_path: Path) -> None:
        with pytest.raises(UnreadableDocument, match="nowhere"):
            read_graphs(tmp_path / "nowhere.ttl")


def test_the_heavy_packages_wait_until_they_are_needed() -> None:
    code = "import sys, planskg.checking, planskg.graph.store; print({'rdflib', 'pyshacl', 'owlrl'} & set(sys.modules))"
    found = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert found.stdout.strip() == "set()"
