"""A small plan that says something of every kind, with every field filled somewhere."""

from decimal import Decimal

from msgspec.structs import replace

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
        genre="work-report",
    )
    return Extraction(
        Document("small", TEXT, known), tuple(sorted(_records(), key=lambda record: record.span)), _residue()
    )


def name_bodies(plan: Extraction) -> Extraction:
    """The plan as if its note on who is responsible were about its project too."""
    body = (at("州水利局"),)
    records = (replace(each, responsible=body) if isinstance(each, Project) else each for each in plan.records)
    return replace(plan, records=tuple(records))


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
    ranged = replace(
        part,
        span=at("5%至6%"),
        indicator="投资",
        concept="fixed-investment",
        value=(Decimal(5), Decimal(6)),
        unit="%",
        part_of=None,
        places=(PlaceMention("昌吉市", "652301"),),
    )
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
