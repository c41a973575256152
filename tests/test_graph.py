"""From an extraction to quads, text and store: what is said, how often, and the same each time."""

import os
import random
import subprocess
import sys
from datetime import date
from decimal import Decimal
from pathlib import Path

import pyoxigraph as ox
import pytest

from conftest import ROOT
from planskg.graph.build import build_graph
from planskg.graph.store import (
    ONTOLOGY_GRAPH,
    UnusableStore,
    document_quads,
    documents,
    load_ontology,
    open_store,
    replace_document,
)
from planskg.graph.terms import (
    DCTERMS,
    GEO,
    OA,
    PLAN,
    QUDT,
    RDF,
    RDFS,
    SCHEMA,
    SKOS,
    VOID,
    asserted_graph,
    identify,
)
from planskg.graph.writing import FORMATS, write_quads
from planskg.model import Extraction, Observation, Pillar, PlaceMention, Project, Quantity, Span, Tag
from reference_plans import PLANS, extraction, graph, inferences, node, small_plan, target

TEXT = "一、经济增长\n力争地区生产总值增长5.50%以上。推进乌恰县某水库建设，库容13万吨，投资1.2亿元。"


def span(words: str, text: str = TEXT) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def built(*records: object, text: str = TEXT, **known: object) -> list[ox.Quad]:
    return build_graph(small_plan(text, *records, **known))


def values(quads: list[ox.Quad], predicate: ox.NamedNode, subject: object = None) -> list[str]:
    return [each.object.value for each in quads if each.predicate == predicate and subject in (None, each.subject)]


def one(quads: list[ox.Quad], kind: ox.NamedNode) -> ox.NamedNode:
    (found,) = [each.subject for each in quads if (each.predicate, each.object) == (RDF.type, kind)]
    return found


class TestTargets:
    @pytest.mark.parametrize(
        ("comparator", "value", "expected"),
        [
            ("ge", Decimal("5.50"), {"value": "5.5", "min": "5.5"}),
            ("le", Decimal(-3), {"value": "-3", "max": "-3"}),
            ("approx", Decimal(0), {"value": "0"}),
            ("eq", (Decimal("5.5"), Decimal(6)), {"min": "5.5", "max": "6"}),
            ("eq", Decimal("20164000000"), {"value": "20164000000"}),
        ],
    )
    def test_numbers(self, comparator: str, value: object, expected: dict[str, str]) -> None:
        quads = built(target(TEXT, "5.50%以上", comparator=comparator, value=value))
        names = {"value": QUDT.numericValue, "min": SCHEMA.minValue, "max": SCHEMA.maxValue}
        assert {name: found[0] for name, term in names.items() if (found := values(quads, term))} == expected
        assert values(quads, PLAN.printedValue) == ["5.50%以上"]

    def test_known_and_unknown_words(self) -> None:
        quads = built(target(TEXT, "5.50%以上", indicator="某新指标", unit="某新单位"))
        assert {name.value for name in (PLAN.Indicator, PLAN.Unit)} <= set(values(quads, RDF.type))
        assert sorted(values(quads, SKOS.prefLabel)) == ["某新单位", "某新指标"]
        quads = built(target(TEXT, "5.50%以上", concept="gdp"))
        assert values(quads, PLAN.indicator) == ["https://w3id.org/planskg/vocab/indicator/gdp"]
        assert values(quads, PLAN.unreviewed) == []

    def test_an_index_has_no_unit(self) -> None:
        assert values(built(target(TEXT, "5.50%以上", unit="")), QUDT.hasUnit) == []

    def test_two_on_one_span_stay_two(self) -> None:
        both = (target(TEXT, "5.50%以上", indicator=name) for name in ("甲率", "乙率"))
        quads = built(*both)
        assert len([each for each in quads if each.object == PLAN.Target]) == 2
        assert len([each for each in quads if each.object == OA.SpecificResource]) == 1

    def test_what_it_is_filed_under(self) -> None:
        heading = Pillar(span=span("一、经济增长"), rule="example", level=1, number="一、", title="经济增长")
        inner = Pillar(span=span("力争"), rule="example", level=3, number="", title="力争")
        filed = {
            "pillars": (heading, inner),
            "sectors": (Tag("economy"),),
            "firmness": Tag("strive", "力争"),
            "places": (PlaceMention("乌恰县", "653024"), PlaceMention("某县")),
            "responsible": (span("水库"),),
            "sentence": span(TEXT.splitlines()[1]),
            "since": 2021,
        }
        quads = built(heading, inner, target(TEXT, "5.50%以上", **filed))
        goal = one(quads, PLAN.Target)
        upper, lower = (
            asserted_graph(goal).value.partition("/target")[0] + f"/pillar/{each.span.start}-{each.span.end}"
            for each in (heading, inner)
        )
        assert values(quads, PLAN.inPillar, goal) == [lower]
        assert values(quads, PLAN.subPillarOf) == [upper]
        assert values(quads, PLAN.firmness, goal) == ["https://w3id.org/planskg/vocab/firmness/strive"]
        assert values(quads, PLAN.responsibleSector, goal) == ["https://w3id.org/planskg/vocab/sector/economy"]
        assert values(quads, PLAN.atPlace, goal) == [identify("place", "653024").value]
        assert values(quads, PLAN.unsettledPlace, goal) == ["某县"]
        assert values(quads, PLAN.responsibleBody, goal) == ["水库"]
        assert values(quads, PLAN.sinceYear, goal) == ["2021"]
        assert values(quads, PLAN.sentence, goal)[0].endswith(f"/source/7-{len(TEXT)}")


def pledge(name: str, **fields: object) -> Project:
    where = span("乌恰县某水库")
    usual = {"span": where, "sentence": where, "rule": "example", "year": 2023, "stage": "construction"}
    return Project(name=name, **usual | fields)


class TestProjects:
    def test_pledge_and_thing(self) -> None:
        fields = {"capacity": Quantity(Decimal(130000), "吨"), "investment": Decimal("1.2E+8")}
        quads = built(pledge("乌恰县某水库", places=(PlaceMention("乌恰县", "653024"),), **fields))
        thing, size = one(quads, PLAN.Project), one(quads, QUDT.QuantityValue)
        assert values(quads, PLAN.ofProject) == [thing.value]
        assert values(quads, PLAN.locatedIn, thing) == [identify("place", "653024").value]
        assert values(quads, PLAN.investment) == ["120000000"]
        assert values(quads, QUDT.numericValue, size) == ["130000"]
        assert values(quads, PLAN.capacity) == [size.value]

    @pytest.mark.parametrize("name", ["乌恰县某水库项目", "乌恰县“某水库”", "乌恰县\n某水库", "乌恰县某水库"])
    def test_one_thing_however_it_is_printed(self, name: str) -> None:
        assert one(built(pledge(name)), PLAN.Project) == one(built(pledge("乌恰县某水库")), PLAN.Project)

    def test_one_thing_in_the_plans_of_a_prefecture_and_its_county(self) -> None:
        county, prefecture, other = (
            one(built(pledge("某水库"), region=code), PLAN.Project) for code in ("653024", "653000", "652300")
        )
        assert county == prefecture != other


def test_a_document_of_no_known_region() -> None:
    quads = built(target(TEXT, "5.50%以上"), region=None)
    assert "/000000-2023-" in one(quads, PLAN.PlanDocument).value
    assert values(quads, DCTERMS.publisher) == values(quads, DCTERMS.spatial) == []


def test_what_a_document_says_of_itself() -> None:
    quads = list(graph("kizilsu-2023"))
    about = one(quads, PLAN.PlanDocument)
    assert values(quads, DCTERMS.identifier, about) == ["克政发〔2023〕5号"]
    assert date.fromisoformat(values(quads, DCTERMS.issued, about)[0]) == date(2023, 2, 3)
    assert values(quads, DCTERMS.publisher, about) == [identify("government", "653000").value]
    assert values(quads, PLAN.text, about) == [extraction("kizilsu-2023").document.text]
    assert values(quads, GEO.sfWithin, identify("place", "653000")) == [identify("place", "650000").value]


def test_a_cell_of_words_has_no_value() -> None:
    cell = Observation(
        span=span("建设"),
        rule="example",
        indicator="某指标",
        year=2022,
        series="actual",
        value=None,
        comparator=None,
        unit="%",
    )
    quads = built(cell)
    assert values(quads, QUDT.numericValue) == values(quads, PLAN.comparator) == []
    assert values(quads, PLAN.printedValue) == ["建设"]


def test_a_heading_without_a_sign_takes_the_theme_above() -> None:
    titles = ("推动工业转型升级", "强化某事", "某事")
    levels = (1, 2, 1)
    text = "\n".join(titles)
    quads = built(
        *(
            Pillar(span=span(title, text), rule="example", level=level, number="", title=title)
            for title, level in zip(titles, levels, strict=True)
        ),
        text=text,
    )
    themes = values(quads, SKOS.broadMatch)
    assert len(themes) == 2
    assert len(set(themes)) == 1


@pytest.mark.parametrize("name", PLANS)
class TestPlans:
    def test_each_record_and_its_words_are_there(self, name: str) -> None:
        quads, found = list(graph(name)), extraction(name)
        kinds = {PLAN.Pillar, PLAN.Target, PLAN.Aim, PLAN.ProjectPledge, PLAN.Observation}
        told = {each.subject for each in quads if each.predicate == RDF.type and each.object in kinds}
        assert len(told) == len(set(found.records))
        text = found.document.text
        starts, ends, words = (
            dict((each.subject.value.rpartition("/")[0], each.object.value) for each in quads if each.predicate == term)
            for term in (OA.start, OA.end, OA.exact)
        )
        assert len(words) > 100
        assert all(text[int(starts[source]) : int(ends[source])] == quote for source, quote in words.items())

    def test_each_statement_stands_once_and_has_no_blank_node(self, name: str) -> None:
        quads = list(graph(name))
        assert len(set(quads)) == len(quads)
        assert not any(isinstance(term, ox.BlankNode) for quad in quads for term in quad.triple)
        assert values(quads, VOID.triples) == [str(len(quads))]

    def test_a_store_gives_back_what_was_put_in(self, name: str, tmp_path: Path) -> None:
        store = open_store(tmp_path / "store")
        for _ in range(2):
            replace_document(store, node(name), graph(name), inferences(name))
        assert documents(store) == [node(name)]
        assert set(document_quads(store, node(name))) == set(graph(name))
        assert set(document_quads(store, node(name), inferred=True)) == set(inferences(name))

    @pytest.mark.parametrize("form", FORMATS)
    def test_text_reads_back_and_its_order_is_its_own(self, name: str, form: str) -> None:
        quads = [*graph(name), *inferences(name)]
        written = write_quads(quads, form)
        random.Random(1).shuffle(quads)
        assert write_quads(quads, form) == written
        whole = FORMATS[form].supports_datasets
        expected = set(quads) if whole else {ox.Quad(*quad.triple) for quad in quads}
        assert set(ox.parse(written, format=FORMATS[form])) == expected


PRINT = """
import hashlib
from planskg.graph.writing import FORMATS, write_quads
from reference_plans import graph, inferences
quads = [*graph("changji-2023"), *inferences("changji-2023")]
print(hashlib.sha256(repr(quads).encode()).hexdigest())
print(*(hashlib.sha256(write_quads(quads, form)).hexdigest() for form in FORMATS))
"""


def test_two_hash_seeds_give_the_same_bytes() -> None:
    path = os.pathsep.join([str(ROOT), str(ROOT / "tests")])
    outputs = [
        subprocess.run(
            [sys.executable, "-c", PRINT],
            env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": path},
            check=True,
            capture_output=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert len(outputs[0].split()) == 1 + len(FORMATS)
    assert outputs[0] == outputs[1]


def test_a_document_is_replaced_alone() -> None:
    store = open_store()
    for name in PLANS:
        replace_document(store, node(name), graph(name), inferences(name))
    replace_document(store, node(PLANS[0]), graph(PLANS[0])[:10], [])
    assert len(document_quads(store, node(PLANS[0]))) == 10
    assert document_quads(store, node(PLANS[0]), inferred=True) == []
    assert len(document_quads(store, node(PLANS[1]))) == len(graph(PLANS[1]))


def test_the_ontology_is_loaded_the_same_each_time() -> None:
    store = open_store()
    load_ontology(store)
    first = set(store)
    load_ontology(store)
    assert set(store) == first
    assert {quad.graph_name for quad in first} == {ONTOLOGY_GRAPH}
    labels = store.quads_for_pattern(PLAN.Target, RDFS.label, None, ONTOLOGY_GRAPH)
    assert {quad.object.value for quad in labels} == {"目标", "target"}


class TestUnusableStores:
    def test_a_file(self, tmp_path: Path) -> None:
        (tmp_path / "file").write_text("", encoding="utf-8")
        with pytest.raises(UnusableStore, match="file"):
            open_store(tmp_path / "file")

    def test_a_folder_of_other_files(self, tmp_path: Path) -> None:
        (tmp_path / "letter.txt").write_text("", encoding="utf-8")
        with pytest.raises(UnusableStore, match="other files"):
            open_store(tmp_path)
        assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]

    def test_nothing_to_read(self, tmp_path: Path) -> None:
        with pytest.raises(UnusableStore, match="no store"):
            open_store(tmp_path / "nowhere", read_only=True)
        assert not (tmp_path / "nowhere").exists()
        with pytest.raises(UnusableStore, match="no store"):
            open_store(tmp_path, read_only=True)

    def test_one_that_is_held(self, tmp_path: Path) -> None:
        held = open_store(tmp_path / "store")
        with pytest.raises(UnusableStore, match="store"):
            open_store(tmp_path / "store")
        held.flush()
        assert len(open_store(tmp_path / "store", read_only=True)) == 0


def test_an_empty_extraction_is_a_document() -> None:
    quads = build_graph(Extraction(extraction(PLANS[0]).document, ()))
    assert one(quads, PLAN.PlanDocument) == node(PLANS[0])
