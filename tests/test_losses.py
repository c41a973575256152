"""What an exporter says that it carries, it carries, and nothing else: each property is taken out of a small store."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pyoxigraph as ox
import pytest

from planskg.errors import PlanskgError
from planskg.exporting import EXPORTERS, Content, Exporter, Source, find_losses, losses_json
from planskg.exporting.facts import load_concepts
from planskg.graph.build import build_graph
from planskg.graph.draft import document_node
from planskg.graph.reasoning import infer
from planskg.graph.store import open_store, replace_document, stored_quads
from planskg.graph.terms import OA, PLAN, inferred_graph, shorten
from planskg.model import (
    Action,
    Aim,
    Document,
    Extraction,
    Metadata,
    Observation,
    Pillar,
    PlaceMention,
    Project,
    Quantity,
    Record,
    Residue,
    Row,
    Span,
    Tag,
    Target,
)

TEXT = """昌吉州2024年国民经济和社会发展计划
一、扩大有效投资，建设水利
（一）建好重点项目。地区生产总值力争达到201.64亿元以上，其中南部园区单位能耗下降3.5吨标煤每件，投资增长5%至6%。\
推动昌吉市北庭新区龙山水库建成，库容120万库方，投资1.25亿元。就业形势保持稳定，完善联动机制（责任单位：州水利局）。
二、指标
（一）生产总值	亿元	201.64	以上年为准	4.5—5
其中：工业	亿元	80.5
注：按可比价计算，另有17项。
"""


def at(words: str, after: str = "") -> Span:
    """Where words stand first, behind others."""
    start = TEXT.index(words, TEXT.index(after))
    return Span(start, start + len(words))


def small_extraction() -> Extraction:
    """A plan that says something of every kind, with every field filled somewhere."""
    known = Metadata(
        year=2024,
        title="昌吉州2024年国民经济和社会发展计划",
        number="昌州政发〔2024〕5号",
        issuer="昌吉回族自治州人民政府",
        region="652300",
        issued="2024-02-01",
        congress="自治州人大会议",
    )
    return Extraction(
        Document("small", TEXT, known), tuple(sorted(_records(), key=lambda record: record.span)), _residue()
    )


def _residue() -> tuple[Residue, ...]:
    return (Residue(at("17"), "unexplained"),)


def _records() -> list[Record]:
    upper = Pillar(
        span=at("一、扩大有效投资，建设水利"), rule="heading", level=1, number="一、", title="扩大有效投资，建设水利"
    )
    lower = Pillar(span=at("（一）建好重点项目。"), rule="heading", level=2, number="（一）", title="建好重点项目")
    goals, works = (
        at("地区生产总值力争达到201.64亿元以上，其中南部园区单位能耗下降3.5吨标煤每件，投资增长5%至6%。"),
        at("推动昌吉市北庭新区龙山水库建成，库容120万库方，投资1.25亿元。"),
    )
    rest = at("就业形势保持稳定，完善联动机制（责任单位：州水利局）。")
    whole = Target(
        span=at("201.64亿元以上"),
        rule="stated",
        year=2024,
        since=2021,
        sentence=goals,
        pillars=(upper, lower),
        sectors=(Tag("economy", "生产总值"),),
        firmness=Tag("strive", "力争"),
        indicator="地区生产总值",
        concept="gdp",
        value=Decimal("20164000000"),
        unit="元",
        measure="level",
        comparator="ge",
        binding="预期性",
    )
    part = replace(
        whole,
        span=at("3.5吨标煤每件"),
        indicator="南部园区单位能耗",
        concept=None,
        value=Decimal("-3.5"),
        unit="吨标煤每件",
        measure="growth",
        comparator="eq",
        since=None,
        binding=None,
        part_of=whole,
    )
    ranged = replace(part, span=at("5%至6%"), value=(Decimal(5), Decimal(6)), unit="%", part_of=None)
    project = Project(
        span=at("昌吉市北庭新区龙山水库"),
        rule="works",
        year=2025,
        sentence=works,
        pillars=(upper, lower),
        sectors=(Tag("water", "水库"),),
        firmness=Tag("promote", "推动"),
        places=(PlaceMention("昌吉市", "652301"), PlaceMention("北庭新区")),
        name="龙山水库",
        stage="complete",
        capacity=Quantity(Decimal(1200000), "库方"),
        investment=Decimal(125000000),
    )
    held = {"rule": "held", "year": 2024, "sentence": rest, "pillars": (upper, lower), "firmness": None}
    aim = Aim(span=at("保持稳定"), sectors=(Tag("employment", "就业"),), indicator="就业形势", **held)  # type: ignore[arg-type]
    action = Action(span=at("完善联动机制"), responsible=(at("州水利局"),), **held)  # type: ignore[arg-type]
    return [upper, lower, whole, part, ranged, project, aim, action, *_cells()]


def _cells() -> list[Record]:
    first = Row(span=at("（一）生产总值"), unit="亿元", prices=at("按可比价计算"))
    second = Row(span=at("其中：工业"), unit="亿元", whole=first.span)
    cell = Observation(
        span=at("201.64", "二、指标"),
        rule="cell",
        year=2024,
        series="plan",
        indicator="生产总值",
        concept="gdp",
        value=Decimal("20164000000"),
        comparator="ge",
        unit="元",
        sectors=(Tag("economy", "生产总值"),),
        binding="约束性",
        row=first,
    )
    return [
        cell,
        replace(cell, span=at("以上年为准"), value=None, comparator=None, year=2023, series="actual"),
        replace(cell, span=at("4.5—5"), value=(Decimal("4.5"), Decimal(5)), unit="%", series="growth_plan"),
        replace(cell, span=at("80.5"), value=Decimal(8050000000), row=second, indicator="工业", concept=None),
    ]


@pytest.fixture(scope="module")
def small_store() -> ox.Store:
    extraction = small_extraction()
    store, node, asserted = open_store(), document_node(extraction.document), build_graph(extraction)
    replace_document(store, node, asserted, infer(asserted, inferred_graph(node)))
    return store


@pytest.fixture(scope="module")
def properties(small_store: ox.Store) -> list[ox.NamedNode]:
    return sorted({quad.predicate for quad in stored_quads(small_store)}, key=str)


@pytest.fixture(scope="module")
def sources(small_store: ox.Store, properties: list[ox.NamedNode]) -> dict[ox.NamedNode | None, Source]:
    """The small store whole (None), and without the statements of each of its properties."""
    concepts = load_concepts(small_store)  # parsed from files: once is enough
    found: dict[ox.NamedNode | None, Source] = {}
    for dropped in (None, *properties):
        store = ox.Store()
        store.extend(quad for quad in stored_quads(small_store) if quad.predicate != dropped)
        found[dropped] = Source(store)
        found[dropped].__dict__["concepts"] = concepts
    return found


def files_of(write: Callable[[Source], Content], source: Source) -> object:
    """What is written; or what stops the writing, for a format may need a property."""
    try:
        return write(source)
    except (ValueError, KeyError, PlanskgError) as error:
        return type(error)


def untrue(exporter: Exporter, sources: dict[ox.NamedNode | None, Source]) -> set[str]:
    """The properties that an exporter says to carry and does not, or carries and does not say so."""
    whole = files_of(exporter.write, sources[None])
    found = set()
    for dropped, source in sources.items():
        if dropped is not None:
            said = exporter.carries is None or dropped in exporter.carries
            if said != (files_of(exporter.write, source) != whole):
                found.add(f"{shorten(dropped)} is {'not ' if said else ''}carried")
    return found


def test_the_small_store_says_all_that_plans_say(reference_store: ox.Store, properties: list[ox.NamedNode]) -> None:
    asked = {quad.predicate for quad in stored_quads(reference_store)} | {PLAN.responsibleBody, PLAN.unsettledPlace}
    assert sorted(shorten(each) for each in asked - set(properties)) == []
    assert len(properties) > 60


@pytest.mark.parametrize("form", EXPORTERS)
def test_an_exporter_carries_what_it_says(form: str, sources: dict[ox.NamedNode | None, Source]) -> None:
    assert untrue(EXPORTERS[form], sources) == set()


def test_a_false_claim_is_seen(sources: dict[ox.NamedNode | None, Source]) -> None:
    csv = EXPORTERS["csv"]
    assert csv.carries is not None
    assert untrue(replace(csv, carries=csv.carries | {OA.prefix}), sources) == {"oa:prefix is not carried"}
    assert untrue(replace(csv, carries=csv.carries - {PLAN.stage}), sources) == {"plan:stage is carried"}


def test_losses_are_counted_and_named(small_store: ox.Store) -> None:
    source = Source(small_store)
    report = losses_json(source, EXPORTERS["csvw"])
    assert set(report["properties"]) >= {"oa:prefix", "oa:suffix", "plan:promisedBy"}
    assert report["lost"] == sum(report["properties"].values()) == sum(find_losses(source, EXPORTERS["csvw"]).values())
    assert report["statements"] == len(source.quads)
    assert find_losses(source, EXPORTERS["trig"]) == {}
