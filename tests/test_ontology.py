"""The ontology: its terms are those of the code, each is named in both languages, and none of others is described."""

import json
import re
from collections import Counter
from pathlib import Path

import pyoxigraph as ox
import pytest

import planskg
from conftest import ROOT
from planskg.errors import BadAsset
from planskg.graph.closing import compile_tables
from planskg.graph.terms import OWL, PLAN, PREFIXES, RDF, RDFS, SKOS

FOLDER = ROOT / "ontology"
TRIPLES = [quad.triple for quad in ox.parse(path=str(FOLDER / "planskg.ttl"), format=ox.RdfFormat.TURTLE)]
HEADER = "https://w3id.org/planskg/ontology"
CONTEXT = json.loads((FOLDER / "context.jsonld").read_text(encoding="utf-8"))["@context"]


def local(node: object) -> str | None:
    is_ours = isinstance(node, ox.NamedNode) and node.value.startswith(PLAN.iri)
    return node.value.removeprefix(PLAN.iri) if is_ours else None


DEFINED = {name for triple in TRIPLES if triple.predicate == RDF.type and (name := local(triple.subject))}


def values(name: str, predicate: str) -> list[object]:
    subject = ox.NamedNode(name)
    return [each.object for each in TRIPLES if each.subject == subject and each.predicate.value == predicate]


def test_terms_in_code_are_those_of_the_ontology() -> None:
    assert len(DEFINED) >= 70
    assert PLAN.names == DEFINED


def test_a_typo_in_a_term_is_an_error() -> None:
    with pytest.raises(AttributeError, match="dueYaer"):
        PLAN.dueYaer  # noqa: B018


@pytest.mark.parametrize("predicate", [RDFS.label.value, SKOS.iri + "definition"])
def test_each_term_is_told_once_in_each_language(predicate: str) -> None:
    for name in sorted(DEFINED):
        languages = Counter(each.language for each in values(PLAN.iri + name, predicate))
        assert languages == {"zh": 1, "en": 1}, name


def test_terms_of_others_are_declared_and_nothing_more() -> None:
    own = {ox.NamedNode(HEADER)}
    described = [
        each
        for each in TRIPLES
        if isinstance(each.subject, ox.NamedNode) and local(each.subject) is None and each.subject not in own
    ]
    assert {each.predicate for each in described} == {RDF.type}


def test_header() -> None:
    assert values(HEADER, OWL.iri + "versionIRI") == [ox.NamedNode(f"{HEADER}/{planskg.__version__}")]
    assert values(HEADER, "http://purl.org/dc/terms/license") == [
        ox.NamedNode("https://www.apache.org/licenses/LICENSE-2.0")
    ]
    assert values(HEADER, "http://purl.org/vocab/vann/preferredNamespacePrefix") == [ox.Literal("plan")]
    assert values(HEADER, "http://purl.org/dc/terms/creator")


def test_datatypes_are_those_that_owl_2_rl_knows() -> None:
    found = {each.object.value for each in TRIPLES if each.predicate == RDFS.range and local(each.object) is None}
    datatypes = {name for name in found if "XMLSchema#" in name}
    assert {name.partition("#")[2] for name in datatypes} == {"string", "integer", "decimal", "boolean"}


def test_each_term_is_put_to_use() -> None:
    """A question, a shape, a vocabulary or an axiom of another term needs it; what none needs can go."""
    questions = sorted((ROOT / "queries").glob("*.rq"))
    if not questions:
        pytest.skip("no questions in this checkout")
    paths = [*questions, *sorted((FOLDER / "shapes").glob("*.ttl")), *sorted((FOLDER / "vocab").glob("*.ttl"))]
    used = {name for path in paths for name in re.findall(r"plan:(\w+)", path.read_text(encoding="utf-8"))}
    axioms = {name for each in TRIPLES if (name := local(each.object))}
    assert DEFINED - used - axioms == set()


def test_vocabularies_use_no_other_terms() -> None:
    paths = sorted((FOLDER / "vocab").glob("*.ttl"))
    assert len(paths) >= 10
    for path in paths:
        triples = ox.parse(path=str(path), format=ox.RdfFormat.TURTLE)
        found = {name for each in triples for node in (each.predicate, each.object) if (name := local(node))}
        assert found <= DEFINED, path.name


def test_context_has_each_term_with_its_kind() -> None:
    kinds = {local(each.subject): each.object for each in TRIPLES if each.predicate == RDF.type and local(each.subject)}
    for name in sorted(DEFINED):
        entry = CONTEXT[name] if isinstance(CONTEXT[name], dict) else {"@id": CONTEXT[name]}
        assert entry["@id"] == f"plan:{name}"
        assert (entry.get("@type") == "@id") == (kinds[name] == OWL.ObjectProperty), name


def test_context_reads_as_the_graph_is_written() -> None:
    prefixes = {name: iri for name, iri in PREFIXES.items() if "/vocab/" not in iri}
    assert prefixes.items() <= CONTEXT.items()
    row = {"@context": CONTEXT, "@id": "id:x", "@type": "Target", "dueYear": "2023", "atPlace": {"@id": "id:place/1"}}
    found = {quad.triple for quad in ox.parse(json.dumps(row), format=ox.RdfFormat.JSON_LD)}
    thing = ox.NamedNode("https://w3id.org/planskg/id/x")
    year = ox.NamedNode("http://www.w3.org/2001/XMLSchema#gYear")
    assert found == {
        ox.Triple(thing, RDF.type, PLAN.Target),
        ox.Triple(thing, PLAN.dueYear, ox.Literal("2023", datatype=year)),
        ox.Triple(thing, PLAN.atPlace, ox.NamedNode("https://w3id.org/planskg/id/place/1")),
    }


@pytest.mark.parametrize(
    ("axiom", "named"),
    [
        ("plan:a a owl:FunctionalProperty .", "FunctionalProperty"),
        ("plan:A rdfs:subClassOf [ a owl:Restriction ; owl:onProperty plan:a ; owl:hasValue 1 ] .", "Restriction"),
        ("plan:A", "Turtle"),
    ],
)
def test_an_axiom_that_the_tables_cannot_tell_is_refused(tmp_path: Path, axiom: str, named: str) -> None:
    path = tmp_path / "odd.ttl"
    prefixes = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in PREFIXES.items())
    path.write_text(prefixes + axiom, encoding="utf-8")
    with pytest.raises(BadAsset, match=named):
        compile_tables(path)
