"""StratML: both parts are valid by the official schemas, and say what the plans do."""

from collections import Counter
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pyoxigraph as ox
import pytest
from lxml import etree

from conftest import store_of
from planskg.exporting import EXPORTERS, Source
from planskg.exporting.stratml.plans import PERFORMANCE, STRATEGIC, Part
from planskg.graph.store import open_store
from planskg.model import Document, Extraction, Metadata, Pillar, Span, Target
from small_plan import small_extraction

Tree = etree._Element
PARTS = {"stratml-plan": STRATEGIC, "stratml-performance": PERFORMANCE}
FILES = {
    "stratml-plan": "StrategicPlanISOVersion20140401.xsd",
    "stratml-performance": "PerformancePlanOrReport20160216.xsd",
}


@pytest.fixture(scope="module")
def small_store() -> ox.Store:
    return store_of(small_extraction())


@pytest.fixture(scope="module")
def bare_store() -> ox.Store:
    """A document that names neither place nor issuer, with a character that XML forbids and a heading without words."""
    text = "2024年 <b>\x0b&投入增长5%。\n一、\n"
    document = Document("bare", text, Metadata(year=2024))
    at = text.index("5%")
    target = Target(
        span=Span(at, at + 2),
        rule="r",
        year=2024,
        sentence=Span(0, at + 3),
        indicator="<b>\x0b&投入",
        value=Decimal(5),
        unit="%",
        measure="growth",
        comparator="eq",
    )
    start = text.index("一、")
    pillar = Pillar(span=Span(start, start + 2), rule="r", level=1, number="一、", title="")
    return store_of(Extraction(document, (target, pillar)))


def trees(form: str, store: ox.Store) -> list[Tree]:
    content = EXPORTERS[form].write(Source(store))
    assert isinstance(content, dict)
    return [etree.fromstring(str(part).encode()) for part in content.values()]


def texts(tree: Tree, path: str) -> list[str]:
    """What elements of the tree's own namespace hold: `Goal/Name`."""
    steps = "/".join(f"s:{step}" if step[0].isupper() else step for step in path.split("/"))
    return [each.text or "" for each in tree.iterfind(f".//{steps}", {"s": str(etree.QName(tree).namespace)})]


def find(tree: Tree, name: str, words: str) -> Tree:
    """The first element of a name below which some words stand as a whole text."""
    part = str(etree.QName(tree).namespace)
    return next(each for each in tree.iter(f"{{{part}}}{name}") if words in each.itertext())


def load_schema(schemas: Path, form: str) -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(str(schemas / "stratml" / FILES[form])))


@pytest.mark.parametrize("form", PARTS)
@pytest.mark.parametrize(("name", "plans"), [("reference_store", 2), ("small_store", 1), ("bare_store", 1)])
def test_plans_are_valid(form: str, name: str, plans: int, schemas: Path, request: pytest.FixtureRequest) -> None:
    schema, found = load_schema(schemas, form), trees(form, request.getfixturevalue(name))
    assert len(found) == plans
    for tree in found:
        schema.assertValid(tree)


def _drop_goals(tree: Tree) -> None:
    for goal in list(tree.iter("{*}Goal")):
        goal.getparent().remove(goal)


def _drop(name: str) -> Callable[[Tree], None]:
    def spoil(tree: Tree) -> None:
        found = next(tree.iter(f"{{*}}{name}"))
        found.getparent().remove(found)

    return spoil


def _write(name: str, text: str) -> Callable[[Tree], None]:
    def spoil(tree: Tree) -> None:
        next(tree.iter(f"{{*}}{name}")).text = text

    return spoil


def _attribute(name: str, key: str, value: str) -> Callable[[Tree], None]:
    return lambda tree: next(tree.iter(f"{{*}}{name}")).set(key, value)


@pytest.mark.parametrize(
    ("form", "spoil"),
    [
        *((form, _drop_goals) for form in PARTS),
        *((form, _drop("Name")) for form in PARTS),
        *((form, _write("Identifier", "2-begins-with-a-digit")) for form in PARTS),
        *((form, _write("EndDate", "2024")) for form in PARTS),
        *((form, _attribute("Stakeholder", "StakeholderTypeType", "Department")) for form in PARTS),
        ("stratml-performance", _drop("UnitOfMeasurement")),
        ("stratml-performance", _write("NumberOfUnits", "201.64亿")),
        ("stratml-performance", _write("RoleType", "Owner")),
        ("stratml-performance", _attribute("PerformancePlanOrReport", "Type", "Plan")),
    ],
)
def test_the_schemas_see_a_planted_error(
    form: str, spoil: Callable[[Tree], None], schemas: Path, small_store: ox.Store
) -> None:
    schema, tree = load_schema(schemas, form), trees(form, small_store)[0]
    assert schema.validate(tree)
    spoil(tree)
    assert not schema.validate(tree)


@pytest.mark.parametrize("form", PARTS)
def test_a_plan_without_promises_is_valid(form: str, schemas: Path) -> None:
    store = store_of(Extraction(Document("void", "计划", Metadata(year=2024, title="计划")), ()))
    (tree,) = trees(form, store)
    load_schema(schemas, form).assertValid(tree)
    assert texts(tree, "Goal/Name") == ["计划"]
    assert EXPORTERS[form].write(Source(open_store())) == {}


@pytest.mark.parametrize(("form", "part"), PARTS.items())
def test_a_lost_objective_is_seen(form: str, part: Part, small_store: ox.Store) -> None:
    source = Source(small_store)
    content = EXPORTERS[form].write(source)
    assert isinstance(content, dict)
    verdict = EXPORTERS[form].verify(content, source)
    assert (verdict.rows, verdict.fault) == ({"stratml-plan": 6, "stratml-performance": 8}[form], "")
    (name,) = content
    tree = etree.fromstring(str(content[name]).encode())
    _drop("Objective")(tree)
    assert EXPORTERS[form].verify({name: etree.tostring(tree)}, source).fault


# -- What they say -----------------------------------------------------------------------------------------------------


def test_headings_are_goals_in_their_order(small_store: ox.Store) -> None:
    (tree,) = trees("stratml-plan", small_store)
    assert texts(tree, "Goal/Name") == ["扩大有效投资，建设水利", "建好重点项目"]
    assert texts(tree, "Goal/SequenceIndicator") == ["1", "1.1"]
    assert texts(tree, "Goal/Description")[1] == "（一）建好重点项目。"
    assert texts(tree, "Goal/Objective/Name") == [
        *("地区生产总值", "南部园区单位能耗", "投资", "龙山水库", "就业形势", "完善联动机制")
    ]
    assert (texts(tree, "StartDate"), texts(tree, "EndDate")) == (["2024-01-01"], ["2024-12-31"])
    assert texts(tree, "PublicationDate") == ["2024-02-01"]


def test_figures_are_exact(small_store: ox.Store) -> None:
    (tree,) = trees("stratml-performance", small_store)
    assert texts(find(tree, "Objective", "龙山水库"), "NumberOfUnits") == ["1200000", "125000000"]
    target = find(tree, "Objective", "201.64亿元以上")
    assert texts(target, "TargetResult/NumberOfUnits") == ["20164000000"]
    assert texts(target, "UnitOfMeasurement") == ["元"]
    assert texts(target, "TargetResult/Descriptor/DescriptorValue") == ["不低于"]
    assert texts(target, "TargetResult/StartDate") == ["2021-01-01"]


def test_a_range_is_its_two_ends(small_store: ox.Store) -> None:
    (tree,) = trees("stratml-performance", small_store)
    ranged = find(tree, "Objective", "5%至6%")
    assert texts(ranged, "TargetResult/NumberOfUnits") == ["5", "6"]
    assert texts(ranged, "DescriptorValue") == ["不低于", "不超过"]


def test_words_are_no_figure(small_store: ox.Store) -> None:
    (tree,) = trees("stratml-performance", small_store)
    cell = find(tree, "ActualResult", "以上年为准")
    assert texts(cell, "NumberOfUnits") == []
    aim = find(tree, "Objective", "就业形势")
    assert texts(aim, "TargetResult/Description") == ["保持稳定"]
    assert [each.get("PerformanceIndicatorType") for each in aim.iter("{*}PerformanceIndicator")] == ["Qualitative"]


def test_who_is_named_and_who_is_proposed(small_store: ox.Store) -> None:
    (tree,) = trees("stratml-performance", small_store)
    named = find(tree, "Objective", "完善联动机制")
    assert texts(named, "Stakeholder/Name") == ["州水利局"]
    assert texts(named, "Role/Name") == ["责任单位 / responsible body"]
    proposed = find(tree, "Objective", "就业形势")
    assert texts(proposed, "Stakeholder/Name") == ["人力资源和社会保障局"]
    assert texts(proposed, "Role/Name") == ["拟牵头单位 / proposed lead department"]


def test_a_target_has_what_was_before(reference_store: ox.Store) -> None:
    tree = trees("stratml-performance", reference_store)[1]
    target = find(tree, "Objective", "8%以上")
    assert texts(target, "MeasurementDimension") == ["地区生产总值（增速）"]
    assert texts(target, "TargetResult/NumberOfUnits") == ["8"]
    assert texts(target, "TargetResult/EndDate") == ["2023-12-31"]
    assert texts(target, "ActualResult/NumberOfUnits") == ["2.7"]
    assert texts(target, "ActualResult/EndDate") == ["2022-12-31"]


@pytest.mark.parametrize("form", PARTS)
def test_identifiers_are_of_one_thing_each_and_found(
    form: str, reference_store: ox.Store, small_store: ox.Store
) -> None:
    """The schema says so by its types, but libxml2 does not look."""
    for tree in [*trees(form, reference_store), *trees(form, small_store)]:
        known = Counter(texts(tree, "Identifier"))
        assert len(known) > 8
        assert set(known.values()) == {1}
        assert set(texts(tree, "ReferentIdentifier")) <= set(known)
    assert bool(texts(tree, "ReferentIdentifier")) == PARTS[form].measures
