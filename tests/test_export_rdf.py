"""Every form of RDF holds the graph of the store, by readers that are not ours."""

import json
import subprocess
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest
import rdflib

from conftest import find_tool
from planskg.exporting import EXPORTERS, Source
from planskg.exporting.framing import framed_properties, read_frame
from planskg.exporting.rdfxml import split_iri, write_triples
from planskg.graph.bridging import from_rdflib
from planskg.graph.store import open_store
from planskg.graph.terms import DCTERMS, PLAN, RDF, RDFS

FORMS = {"turtle": "turtle", "trig": "trig", "nquads": "nquads", "jsonld": "json-ld", "rdfxml": "xml"}
RAPPER = {"turtle": "turtle", "trig": "trig", "nquads": "nquads", "rdfxml": "rdfxml"}
NAMED = ("trig", "nquads", "jsonld")


@pytest.fixture(scope="module")
def source(reference_store: ox.Store) -> Source:
    return Source(reference_store)


def bytes_of(source: Source, form: str) -> bytes:
    content = EXPORTERS[form].write(source)
    assert not isinstance(content, dict)
    return content.encode() if isinstance(content, str) else content


def wanted(source: Source, form: str) -> set[ox.Quad]:
    return set(source.quads) if form in NAMED else {ox.Quad(*quad.triple) for quad in source.quads}


def by_rdflib(content: bytes, form: str) -> set[ox.Quad]:
    """No node of the graph is blank, so graphs that are isomorphic are equal."""
    dataset = rdflib.Dataset()
    dataset.parse(data=content, format=FORMS[form])
    home = dataset.default_graph.identifier
    return {
        ox.Quad(
            *(from_rdflib(term) for term in row[:3]),
            *([ox.NamedNode(str(row[3]))] if row[3] not in (None, home) else []),
        )
        for row in dataset.quads()
    }


def by_rapper(content: bytes, form: str, folder: Path) -> set[ox.Quad]:
    path = folder / "graph"
    path.write_bytes(content)
    command = [find_tool("rapper", "raptor2-utils"), "-q", "-i", RAPPER[form], "-o", "nquads", str(path)]
    done = subprocess.run(command, capture_output=True, check=True, timeout=60)
    return set(ox.parse(done.stdout, format=ox.RdfFormat.N_QUADS))


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning:rdflib")
@pytest.mark.parametrize("form", FORMS)
def test_rdflib_reads_the_graph_of_the_store(form: str, source: Source, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rdflib, "NORMALIZE_LITERALS", False)
    found, expected = by_rdflib(bytes_of(source, form), form), wanted(source, form)
    assert len(expected) > 15000
    assert found == expected


@pytest.mark.parametrize("form", RAPPER)
def test_rapper_reads_the_graph_of_the_store(form: str, source: Source, tmp_path: Path) -> None:
    assert by_rapper(bytes_of(source, form), form, tmp_path) == wanted(source, form)


@pytest.mark.parametrize("form", RAPPER)
def test_a_changed_figure_is_seen(form: str, source: Source, tmp_path: Path) -> None:
    content = bytes_of(source, form)
    assert b"21712000000" in content
    assert by_rapper(content.replace(b"21712000000", b"21712000001", 1), form, tmp_path) != wanted(source, form)


@pytest.mark.parametrize("form", FORMS)
def test_a_damaged_file_is_told(form: str, source: Source) -> None:
    content = bytes_of(source, form)
    assert EXPORTERS[form].verify(content, source).fault == ""
    assert EXPORTERS[form].verify(content.replace(b"21712000000", b"1", 1), source).fault
    assert EXPORTERS[form].verify(content[:-200], source).fault


# -- RDF/XML -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("iri", "parts"),
    [
        ("https://w3id.org/planskg/ontology#dueYear", ("https://w3id.org/planskg/ontology#", "dueYear")),
        ("http://a/12ab", ("http://a/12", "ab")),
        ("http://a/x.1-2", ("http://a/", "x.1-2")),
        ("http://a/指标", ("http://a/", "指标")),
        ("http://a/12", None),
        ("http://a/b(c)", None),
        ("urn:a:", None),
    ],
)
def test_a_property_is_split_where_xml_has_a_name(iri: str, parts: tuple[str, str] | None) -> None:
    assert split_iri(iri) == parts


def test_awkward_terms_come_through_rdfxml(tmp_path: Path) -> None:
    thing = ox.NamedNode("http://a/?x=1&y='2'")
    triples = {
        ox.Triple(thing, RDFS.label, ox.Literal(" </a>&amp;]]>\r\n\t'\"", language="zh")),
        ox.Triple(thing, RDFS.label, ox.Literal("")),
        ox.Triple(thing, ox.NamedNode("http://a/12ab"), ox.Literal("1", datatype=ox.NamedNode("http://a/12"))),
        ox.Triple(thing, ox.NamedNode("http://b#c"), ox.BlankNode("n")),
        ox.Triple(ox.BlankNode("n"), RDF.type, PLAN.Target),
    }
    nameless = ox.Triple(thing, ox.NamedNode("http://a/12"), thing)
    text = write_triples([*triples, nameless])
    found = {quad.triple for quad in ox.parse(text, format=ox.RdfFormat.RDF_XML)}
    plain = {each for each in found if "_:" not in str(each)}
    assert plain == {each for each in triples if "_:" not in str(each)}
    assert len(found) == len(triples) == len(by_rdflib(text.encode(), "rdfxml"))
    assert len(by_rapper(text.encode(), "rdfxml", tmp_path)) == len(triples)


def test_what_xml_cannot_hold_is_replaced() -> None:
    text = write_triples([ox.Triple(PLAN.Target, RDFS.label, ox.Literal("a\x0bb\x00c"))])
    assert [quad.object.value for quad in ox.parse(text, format=ox.RdfFormat.RDF_XML)] == ["a\ufffdb\ufffdc"]


# -- Trees -------------------------------------------------------------------------------------------------------------


def unordered(value: Any) -> Any:
    """A tree whose lists are sorted; JSON-LD keeps no order in them."""
    if isinstance(value, dict):
        return {key: unordered(each) for key, each in value.items()}
    if isinstance(value, list):
        return sorted(map(unordered, value), key=lambda each: json.dumps(each, sort_keys=True))
    return value


def test_the_frame_makes_the_same_trees_elsewhere(source: Source) -> None:
    from pyld import jsonld

    frame, context = read_frame()
    whole = json.loads(bytes_of(source, "jsonld"))
    whole["@graph"] = [graph for graph in whole["@graph"] if not graph["@id"].endswith("/inferred")]
    framed = jsonld.frame(whole, {"@context": context.terms} | frame, {"omitDefault": True, "omitGraph": False})
    own = json.loads(bytes_of(source, "framed"))
    assert unordered(own["@graph"]) == unordered(framed["@graph"])
    assert unordered(own["@graph"][:1]) != unordered(framed["@graph"])


def test_trees_hold_all_that_is_promised(source: Source) -> None:
    plans = json.loads(bytes_of(source, "framed"))["@graph"]
    parts = [part for plan in plans for part in plan["parts"]]
    promises = [each for part in parts for each in part.get("commitments", [])]
    loose = [part for part in parts if part["@type"] not in ("Pillar", "Row")]
    cells = [each for part in parts for each in part.get("cells", [])]
    kinds = (PLAN.Target, PLAN.Aim, PLAN.Action, PLAN.ProjectPledge)
    assert len(promises) + len(loose) == sum(len(source.facts.of_class(kind)) for kind in kinds) > 250
    assert len(cells) == len(source.facts.of_class(PLAN.Observation)) > 80
    orders = [part["order"] for part in plans[0]["parts"] if part["@type"] == "Pillar"]
    assert orders == sorted(orders)


def test_a_frame_says_what_trees_carry() -> None:
    assert {PLAN.inPillar, PLAN.firmness, DCTERMS.title, DCTERMS.isPartOf} <= framed_properties()
    assert PLAN.promisedBy not in framed_properties()


def test_a_strange_statement_in_a_tree_is_told(source: Source) -> None:
    content = bytes_of(source, "framed")
    assert EXPORTERS["framed"].verify(content.replace(b"21712000000", b"1", 1), source).fault
    assert not EXPORTERS["framed"].verify(bytes_of(Source(open_store()), "framed"), Source(open_store())).fault
