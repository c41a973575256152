"""The cubes of the indicator tables are well formed, and the vocabularies keep the rules of SKOS.

tests/cube holds the integrity constraints of the RDF Data Cube vocabulary by their numbers, tests/skos those of SKOS
and of the house. Each rule, NAME.rq, asks for faults, and NAME.ru plants one that it must find.
"""

from collections import Counter
from decimal import Decimal
from pathlib import Path

import pyoxigraph as ox
import pytest

from conftest import ROOT
from planskg.exporting import EXPORTERS, Source
from planskg.exporting.standards.components import CUBE
from planskg.graph.build import build_graph
from planskg.graph.draft import document_node
from planskg.graph.store import open_store, replace_document
from planskg.graph.terms import ID, PLAN, QB, QUDT, RDF, SKOS
from planskg.model import Document, Extraction, Metadata, Observation, Span

CUBES = sorted((ROOT / "tests" / "cube").glob("*.rq"))
RULES = sorted((ROOT / "tests" / "skos").glob("*.rq"))
WAYS = f"""
SELECT ?way {{
  ?codes <{QB.iri}parentChildProperty>/<http://www.w3.org/2002/07/owl#inverseOf>? ?way
  FILTER isIRI(?way)
}}
"""


def written(source: Source, form: str) -> ox.Store:
    content = EXPORTERS[form].write(source)
    assert isinstance(content, bytes)
    store = ox.Store()
    store.load(content, format=ox.RdfFormat.TURTLE)
    return store


def faults(store: ox.Store, rule: Path) -> list[str]:
    """What a rule finds; a hierarchy is asked for each property that it names."""
    text = rule.read_text(encoding="utf-8")
    ways = store.query(WAYS)
    asked = [text.replace("$property", str(way["way"])) for way in ways] if "$property" in text else [text]
    return [str(row["fault"]) for each in asked for row in store.query(each)]


@pytest.fixture(scope="module")
def source(reference_store: ox.Store) -> Source:
    return Source(reference_store)


@pytest.fixture
def cube(source: Source) -> ox.Store:
    return written(source, "cube")


@pytest.fixture
def vocabularies(source: Source) -> ox.Store:
    return written(source, "skos")


@pytest.fixture(scope="module")
def strange_source() -> Source:
    """A table of a document without a region: two cells alike, a range, a goal in words, an unknown series."""
    text = "指标 5 6 7—8 稳步提升 9"
    values = {"5": Decimal(5), "6": Decimal(6), "7—8": (Decimal(7), Decimal(8)), "稳步提升": None, "9": Decimal("9.10")}
    cells = [
        Observation(
            span=Span(text.index(printed), text.index(printed) + len(printed)),
            rule="r",
            indicator="指标",
            year=2024,
            series="value" if printed == "9" else "plan",
            value=value,
            comparator=None if value is None else "eq",
            unit="",
        )
        for printed, value in values.items()
    ]
    document = Document("strange", text, Metadata(year=2024))
    store = open_store()
    replace_document(store, document_node(document), build_graph(Extraction(document, tuple(cells))), ())
    return Source(store)


def test_rules_are_found() -> None:
    assert [path.stem for path in CUBES] == [f"ic-{number:02}" for number in range(1, 22)]
    assert len(RULES) >= 11


@pytest.mark.parametrize("rule", CUBES, ids=lambda path: path.stem)
def test_cubes_are_well_formed(rule: Path, cube: ox.Store, strange_source: Source) -> None:
    assert len(list(cube.quads_for_pattern(None, RDF.type, QB.Observation, None))) == 82
    assert faults(cube, rule) == []
    assert faults(written(strange_source, "cube"), rule) == []
    cube.update(rule.with_suffix(".ru").read_text(encoding="utf-8"))
    assert faults(cube, rule)


def test_each_kind_of_cell_has_a_cube(strange_source: Source) -> None:
    store = written(strange_source, "cube")
    sets = Counter(quad.object.value for quad in store.quads_for_pattern(None, QB.dataSet, None, None))
    assert sets == {f"{ID}cube/figures": 3, f"{ID}cube/ranges": 1, f"{ID}cube/words": 1}
    told = {
        name: sorted(quad.object.value for quad in store.quads_for_pattern(None, ox.NamedNode(CUBE + name), None, None))
        for name in ("value", "low", "high", "words", "occurrence", "series", "place")
    }
    assert told["value"] == ["5", "6", "9.1"]
    assert (told["low"], told["high"], told["words"]) == (["7"], ["8"], ["稳步提升"])
    assert told["occurrence"] == ["1", "1", "1", "1", "2"]
    assert set(told["series"]) == {f"{CUBE}series-plan", f"{CUBE}series-value"}
    assert set(told["place"]) == {f"{CUBE}unknown-place"}


def test_figures_of_a_cube_are_exact(cube: ox.Store, source: Source) -> None:
    cells = source.facts.of_class(PLAN.Observation)
    expected = {str(node): source.facts.texts(node, QUDT.numericValue) for node in cells}
    found = {
        str(quad.subject): [quad.object.value]
        for quad in cube.quads_for_pattern(None, ox.NamedNode(f"{CUBE}value"), None, None)
    }
    assert found == {node: texts for node, texts in expected.items() if texts}
    assert ["21712000000"] in found.values()


def test_a_lost_observation_is_told(source: Source) -> None:
    content = EXPORTERS["cube"].write(source)
    assert isinstance(content, bytes)
    assert EXPORTERS["cube"].verify(content, source).fault == ""
    assert EXPORTERS["cube"].verify(content.replace(b"a qb:Observation", b"a plan:Row", 1), source).fault
    assert EXPORTERS["cube"].verify(content[:-9], source).fault


@pytest.mark.parametrize("rule", RULES, ids=lambda path: path.stem)
def test_vocabularies_keep_the_rules(rule: Path, vocabularies: ox.Store) -> None:
    assert len(list(vocabularies.quads_for_pattern(None, RDF.type, SKOS.Concept, None))) > 1000
    assert faults(vocabularies, rule) == []
    vocabularies.update(rule.with_suffix(".ru").read_text(encoding="utf-8"))
    assert faults(vocabularies, rule)


def test_every_concept_of_the_vocabularies_is_there(vocabularies: ox.Store, source: Source) -> None:
    expected = {str(row[0]) for row in source.ontology.pairs(SKOS.inScheme)}
    assert {
        str(quad.subject) for quad in vocabularies.quads_for_pattern(None, SKOS.topConceptOf, None, None)
    } == expected
    content = EXPORTERS["skos"].write(source)
    assert isinstance(content, bytes)
    assert EXPORTERS["skos"].verify(content, source).fault == ""
    assert EXPORTERS["skos"].verify(content.replace(b"skos:Concept", b"skos:Collection"), source).fault
