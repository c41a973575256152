"""The compiled tables derive what owlrl derives, on both plans and on small ontologies of every kind of axiom."""

from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import ROOT
from planskg.graph import closing
from planskg.graph.bridging import to_rdflib
from planskg.graph.build import build_graph
from planskg.graph.closing import compile_tables
from planskg.graph.ontology import cache_folder, load_tables, read_tables
from planskg.graph.reasoning import Rules, infer
from planskg.graph.terms import GEO, OWL, PLAN, RDF, XSD, asserted_graph, identify
from reference_plans import PLANS, graph, inferences, node, small_plan, target

ONTOLOGY = ROOT / "ontology" / "planskg.ttl"
EX = "https://example.org/"
INTO = ox.NamedNode(EX + "inferred")
EVERY_AXIOM = """
@prefix : <https://example.org/> . @prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
:A rdfs:subClassOf :B . :B rdfs:subClassOf :C . :C owl:equivalentClass :D .
:p a owl:ObjectProperty ; rdfs:subPropertyOf :q ; rdfs:domain :A ; rdfs:range :B .
:q a owl:ObjectProperty ; owl:equivalentProperty :r ; rdfs:range :C .
:r a owl:ObjectProperty ; owl:inverseOf :s .
:s a owl:ObjectProperty .
:t a owl:ObjectProperty , owl:TransitiveProperty ; rdfs:domain :D .
:u a owl:ObjectProperty , owl:SymmetricProperty .
:v a owl:ObjectProperty ; owl:propertyChainAxiom ( :p :t ) , ( :u :s :t ) .
"""


def closure(triples: Iterable[ox.Triple]) -> set[tuple[object, ...]]:
    from owlrl import DeductiveClosure, OWLRL_Semantics

    triples = to_rdflib(triples)
    DeductiveClosure(OWLRL_Semantics).expand(triples)
    return set(triples)


def is_set_aside(triple: tuple[object, ...]) -> bool:
    """What owlrl says beside what follows for the things of a document; all of it, listed."""
    from rdflib import Literal

    subject, predicate, value = triple
    return (
        isinstance(subject, Literal)  # "7" a xsd:decimal; "7" owl:sameAs "7"
        or (str(predicate) == OWL.iri + "sameAs" and subject == value)  # x owl:sameAs x
        or (str(predicate), str(value)) == (RDF.type.value, OWL.Thing.value)  # x a owl:Thing
        or (str(subject).startswith(XSD.iri) and str(value).startswith(XSD.iri))  # datatypes owl:disjointWith another
    )


def derived_by_owlrl(axioms: list[ox.Triple], said: list[ox.Triple]) -> set[tuple[object, ...]]:
    known = closure(axioms) | set(to_rdflib(said))
    return {triple for triple in closure([*axioms, *said]) - known if not is_set_aside(triple)}


def parse(path: Path) -> list[ox.Triple]:
    return [quad.triple for quad in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE)]


@pytest.mark.parametrize("name", PLANS)
def test_the_tables_derive_what_owlrl_derives(name: str) -> None:
    said = [quad.triple for quad in graph(name) if quad.predicate != PLAN.text]  # one literal that nothing follows from
    ours = set(to_rdflib(quad.triple for quad in inferences(name)))
    assert len(ours) > 1000
    assert derived_by_owlrl(parse(ONTOLOGY), said) == ours


@pytest.fixture(scope="module")
def every_axiom(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("axioms") / "every.ttl"
    path.write_text(EVERY_AXIOM, encoding="utf-8")
    return path


names = st.sampled_from("xyzw")
facts = st.one_of(
    st.tuples(names, st.sampled_from("pqrstuv"), names),
    st.tuples(names, st.just("a"), st.sampled_from("ABCD")),
)


@settings(max_examples=30)
@given(rows=st.lists(facts, max_size=7))
def test_each_kind_of_axiom(every_axiom: Path, rows: list[tuple[str, str, str]]) -> None:
    said = [
        ox.Triple(
            ox.NamedNode(EX + left), RDF.type if name == "a" else ox.NamedNode(EX + name), ox.NamedNode(EX + right)
        )
        for left, name, right in rows
    ]
    found = infer([ox.Quad(*triple, INTO) for triple in said], INTO, Rules(compile_tables(every_axiom)))
    assert set(to_rdflib(quad.triple for quad in found)) == derived_by_owlrl(parse(every_axiom), said)


def test_what_follows_from_a_small_plan() -> None:
    text = "乌恰县生产总值增长7%。"
    extraction = small_plan(text, target(text, "7%", places=()))
    quads = build_graph(extraction)
    goal = next(quad.subject for quad in quads if quad.object == PLAN.Target)
    found = {(quad.predicate, quad.object) for quad in infer(quads, INTO) if quad.subject == goal}
    assert (RDF.type, PLAN.Commitment) in found
    assert (PLAN.promisedBy, identify("government", "653000")) in found
    assert (PLAN.concernsPlace, identify("place", "653000")) in found
    assert (PLAN.concernsPlace, identify("place", "650000")) in found


def test_nothing_follows_from_what_followed() -> None:
    quads = [*graph(PLANS[0]), *inferences(PLANS[0])]
    assert infer(quads, INTO) == []


@pytest.mark.parametrize("name", PLANS)
def test_inferences_are_new_and_of_their_own_graph(name: str) -> None:
    said = {quad.triple for quad in graph(name)}
    assert not said & {quad.triple for quad in inferences(name)}
    assert {quad.graph_name for quad in inferences(name)} == {ox.NamedNode(node(name).value + "/inferred")}
    assert {quad.graph_name for quad in graph(name)} == {asserted_graph(node(name))}


CLASH = """
SELECT ?node WHERE {
    ?node a ?one , ?other . ?all a owl:AllDisjointClasses ; owl:members ?list .
    ?list rdf:rest*/rdf:first ?one , ?other . FILTER (?one != ?other)
}
"""


def clashes(quads: Iterable[ox.Quad]) -> list[str]:
    store = ox.Store()
    store.extend(ox.Quad(*each) for each in parse(ONTOLOGY))
    store.extend(ox.Quad(*quad.triple) for quad in quads)
    prefixes = {"owl": OWL.iri, "rdf": RDF.iri}
    return sorted({solution["node"].value for solution in store.query(CLASH, prefixes=prefixes)})


@pytest.mark.parametrize("name", PLANS)
def test_no_node_is_of_two_disjoint_kinds(name: str) -> None:
    assert clashes([*graph(name), *inferences(name)]) == []


def test_a_property_on_the_wrong_kind_is_a_clash() -> None:
    aim = identify("example")
    said = [ox.Quad(aim, RDF.type, PLAN.Aim), ox.Quad(aim, PLAN.stage, identify("stage"))]
    assert clashes([*said, *infer(said, INTO)]) == [aim.value]


class TestCache:
    def test_is_written_once_and_read_after(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        made = read_tables(ONTOLOGY, tmp_path)
        assert len(list(tmp_path.iterdir())) == 1
        monkeypatch.setattr(closing, "compile_tables", None)
        assert read_tables(ONTOLOGY, tmp_path) == made

    def test_is_made_anew_when_broken(self, tmp_path: Path) -> None:
        made = read_tables(ONTOLOGY, tmp_path)
        kept = next(tmp_path.iterdir())
        whole = kept.read_bytes()
        kept.write_text("{", encoding="utf-8")
        assert read_tables(ONTOLOGY, tmp_path) == made
        assert kept.read_bytes() == whole

    def test_is_made_anew_when_the_ontology_changes(self, tmp_path: Path) -> None:
        changed = tmp_path / "changed.ttl"
        changed.write_bytes(ONTOLOGY.read_bytes() + b"\nplan:Aim rdfs:subClassOf plan:Extra .\n")
        read_tables(ONTOLOGY, tmp_path / "cache")
        assert PLAN.iri + "Extra" in read_tables(changed, tmp_path / "cache").classes[PLAN.Aim.value]
        assert len(list((tmp_path / "cache").iterdir())) == 2

    def test_is_done_without_where_it_cannot_be_written(self, tmp_path: Path) -> None:
        blocked = tmp_path / "file"
        blocked.write_text("", encoding="utf-8")
        assert read_tables(ONTOLOGY, blocked / "cache") == load_tables()

    def test_stands_where_xdg_says(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
        assert cache_folder() == tmp_path / "planskg"
        monkeypatch.delenv("XDG_CACHE_HOME")
        monkeypatch.setenv("HOME", str(tmp_path))
        assert cache_folder() == tmp_path / ".cache" / "planskg"


def test_places_contain_each_other_all_the_way_up() -> None:
    chain = [identify("place", code) for code in ("653024", "653000", "650000")]
    said = [ox.Quad(low, GEO.sfWithin, high) for low, high in pairwise(chain)]
    found = {(quad.subject, quad.object) for quad in infer(said, INTO) if quad.predicate == GEO.sfWithin}
    assert found == {(chain[0], chain[2])}
