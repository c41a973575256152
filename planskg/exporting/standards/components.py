"""The components of the cubes of table figures: dimensions, attributes and measures, each with where it is read."""

from dataclasses import dataclass

import pyoxigraph as ox

from planskg.graph.terms import BASE, DCTERMS, PLAN, PROV, QB, QUDT, SCHEMA, SKOS, XSD

CUBE = f"{BASE}cube#"
SDMX = "http://purl.org/linked-data/sdmx/2009/"
PREFIXES_OF_CUBES = {
    "cube": CUBE,
    **{f"sdmx-{kind}": f"{SDMX}{kind}#" for kind in ("dimension", "attribute", "measure")},
}


@dataclass(frozen=True, slots=True)
class Component:
    """A component of a cube's structure."""

    name: str
    kind: str
    """dimension, attribute or measure."""
    source: ox.NamedNode | None
    """The property of the graph whose statements it carries."""
    range: ox.NamedNode
    chinese: str
    english: str
    codes: str | None = None
    """The scheme of its codes, an IRI."""
    general: str | None = None
    """The component of SDMX that it is a kind of."""

    @property
    def iri(self) -> ox.NamedNode:
        """Its property."""
        return ox.NamedNode(CUBE + self.name)

    @property
    def specification(self) -> ox.NamedNode:
        """Its part in the structures that have it."""
        return ox.NamedNode(f"{CUBE}component-{self.name}")


INDICATORS, SERIES = f"{CUBE}indicators", f"{CUBE}all-series"
DIMENSIONS = (
    Component("document", "dimension", DCTERMS.isPartOf, PLAN.PlanDocument, "文件", "document"),
    Component("place", "dimension", DCTERMS.spatial, PLAN.Place, "地区", "place", None, "dimension#refArea"),
    Component("indicator", "dimension", PLAN.indicator, SKOS.Concept, "指标", "indicator", INDICATORS),
    Component("quantity", "dimension", PLAN.measure, SKOS.Concept, "量度", "level or growth", f"{BASE}vocab/measure"),
    Component("series", "dimension", PLAN.series, SKOS.Concept, "系列", "series", SERIES),
    Component("year", "dimension", PLAN.year, XSD.gYear, "年份", "year", None, "dimension#refPeriod"),
    Component("occurrence", "dimension", None, XSD.integer, "同类第几个", "which of the figures alike in all else"),
)
ATTRIBUTES = (
    Component("unit", "attribute", QUDT.hasUnit, PLAN.Unit, "单位", "unit", None, "attribute#unitMeasure"),
    Component(
        "comparator", "attribute", PLAN.comparator, SKOS.Concept, "比较词", "comparator", f"{BASE}vocab/comparator"
    ),
    Component("resolution", "attribute", PLAN.resolution, XSD.decimal, "印刷精度", "resolution"),
    Component("printed", "attribute", PLAN.printedValue, XSD.string, "印刷数字", "as printed"),
    Component("label", "attribute", PLAN.indicatorLabel, XSD.string, "文件所用指标名", "the document's words"),
    Component("binding", "attribute", PLAN.binding, XSD.string, "约束性", "binding or expected"),
    Component("manner", "attribute", PLAN.manner, XSD.string, "无数字目标的说法", "manner of a goal in words"),
    Component("sector", "attribute", PLAN.responsibleSector, PLAN.Sector, "负责领域", "responsible sector"),
    Component("row", "attribute", PLAN.inRow, PLAN.Row, "所在行", "row of the table"),
    Component("quoted", "attribute", PROV.wasQuotedFrom, PROV.Entity, "出处", "where it is printed"),
)
VALUE = Component("value", "measure", QUDT.numericValue, XSD.decimal, "数值", "value", None, "measure#obsValue")
LOW = Component("low", "measure", SCHEMA.minValue, XSD.decimal, "下限", "lower end")
HIGH = Component("high", "measure", SCHEMA.maxValue, XSD.decimal, "上限", "upper end")
WORDS = Component("words", "measure", PLAN.printedValue, XSD.string, "文字目标", "goal in words")


@dataclass(frozen=True, slots=True)
class Cube:
    """A data set: every observation of a cube has all its measures, so each kind of cell has one of its own."""

    name: str
    measures: tuple[Component, ...]
    chinese: str
    english: str

    @property
    def structure(self) -> ox.NamedNode:
        """The structure of its observations."""
        return ox.NamedNode(f"{CUBE}structure-{self.name}")


CUBES = (
    Cube("figures", (VALUE,), "指标表中的数字", "Figures of indicator tables"),
    Cube("ranges", (LOW, HIGH), "指标表中的区间", "Ranges of indicator tables"),
    Cube("words", (WORDS,), "指标表中以文字说的目标", "Goals in words of indicator tables"),
)
"""A cell is in the first whose measures it has."""
COMPONENTS = (*DIMENSIONS, *ATTRIBUTES, *(measure for cube in CUBES for measure in cube.measures))
KINDS = {"dimension": QB.DimensionProperty, "attribute": QB.AttributeProperty, "measure": QB.MeasureProperty}
LINKS = {"dimension": QB.dimension, "attribute": QB.attribute, "measure": QB.measure}
NAMES_OF_LISTS = {INDICATORS: ("所用指标", "indicators in use"), SERIES: ("系列", "series")}
NAMES_OF_SERIES = {
    "actual": ("实际", "actual"),
    "plan": ("计划", "planned"),
    "growth_actual": ("实际增速", "actual growth"),
    "growth_plan": ("计划增速", "planned growth"),
}
