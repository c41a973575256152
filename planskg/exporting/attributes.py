"""What the nodes and edges of the network tell: each attribute with how it is read and the properties that say it."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

import pyoxigraph as ox

from planskg.exporting.facts import name_of
from planskg.exporting.restoring import Plan
from planskg.graph.terms import DC, DCTERMS, FOAF, GEO, OA, PLAN, PROV, QUDT, RDF, RDFS, SCHEMA, SKOS
from planskg.model import PlaceMention, Quantity, Span, Tag

Property = ox.NamedNode
Value = str | int | float | bool
Attributes = dict[str, Value]
Read = Callable[[Plan, ox.NamedNode], object]
SEPARATOR = "|"
"""Between several values of one attribute."""
QUOTED = (PROV.wasQuotedFrom, OA.hasSelector, OA.start, OA.end)


@dataclass(frozen=True, slots=True)
class Attribute:
    """One attribute of a kind of node or of edge."""

    name: str
    path: tuple[Property, ...]
    """The properties whose statements it tells."""
    read: Read
    """Reads it from a plan and a node of it; None where there is none."""


def read_attributes(attributes: tuple[Attribute, ...], plan: Plan, node: ox.NamedNode) -> Attributes:
    """Return what attributes tell of a node; one that has nothing to tell is not there."""
    found = ((each.name, _plain(plan, each.read(plan, node))) for each in attributes)
    return {name: value for name, value in found if value is not None}


def _plain(plan: Plan, value: object) -> Value | None:
    """Return a value as a network holds it: numbers as floats, concepts by notation, places and spans by their words.

    Several values are one text.
    """
    match value:
        case None | str() | bool() | int() | float():
            return value
        case Decimal():
            return float(value)
        case Tag():
            return value.notation
        case PlaceMention():
            return value.text
        case Span():
            return plan.document.quote(value)
        case tuple():
            return SEPARATOR.join(str(_plain(plan, each)) for each in value) or None
    raise TypeError(f"{value!r} has no place in a network")


def _held(name: str, *path: Property) -> Attribute:
    """Return an attribute that records hold under its own name, those that can."""
    return Attribute(name, path, lambda plan, node: getattr(plan.records[node], name, None))


def _known(name: str, *path: Property) -> Attribute:
    """Return an attribute of a document that its metadata hold."""
    return Attribute(name, path, lambda plan, node: getattr(plan.document.metadata, name))


def _figure(name: str, term: Property, which: int | None) -> Attribute:
    """Return a figure that stands alone (None), or the first or second of a range."""

    def read(plan: Plan, node: ox.NamedNode) -> object:
        value = getattr(plan.records[node], "value", None)
        return value if which is None and not isinstance(value, tuple) else _item(value, which)

    return Attribute(name, (term,), read)


def _item(value: object, which: int | None) -> object:
    return value[which] if isinstance(value, tuple) and which is not None else None


def _capacity(read: Callable[[Quantity], object]) -> Read:
    def found(plan: Plan, node: ox.NamedNode) -> object:
        capacity = getattr(plan.records[node], "capacity", None)
        return None if capacity is None else read(capacity)

    return found


def _class(plan: Plan, node: ox.NamedNode) -> ox.NamedNode:
    return next(kind for kind in plan.facts.nodes(node, RDF.type) if kind in THINGS)


def _sentence_start(plan: Plan, node: ox.NamedNode) -> int | None:
    sentence = getattr(plan.records[node], "sentence", None)
    return sentence.start if sentence else None


DOCUMENT = (
    Attribute("kind", (RDF.type, FOAF.primaryTopic), lambda plan, node: "document"),
    Attribute("label", (DCTERMS.title,), lambda plan, node: plan.document.metadata.title or plan.document.name),
    _known("title", DCTERMS.title),
    _known("year", PLAN.planYear),
    _known("number", DCTERMS.identifier),
    _known("issuer", DC.publisher),
    _known("genre", PLAN.genre),
    _known("region", DCTERMS.spatial, SKOS.notation),
    Attribute("length", (PLAN.text,), lambda plan, node: len(plan.document.text)),
)
THINGS = {
    PLAN.Province: "province",
    PLAN.Prefecture: "prefecture",
    PLAN.County: "county",
    PLAN.Government: "government",
    PLAN.Project: "project",
}
"""What nodes of these classes are called."""
THING = (
    Attribute("kind", (RDF.type,), lambda plan, node: THINGS[_class(plan, node)]),
    Attribute("label", (RDFS.label,), lambda plan, node: name_of(plan.facts, node)),
    Attribute("code", (SKOS.notation,), lambda plan, node: plan.facts.text(node, SKOS.notation)),
)
PILLAR = (
    Attribute("kind", (RDF.type,), lambda plan, node: "pillar"),
    Attribute("label", (RDFS.label,), lambda plan, node: plan.pillars[node].title),
    Attribute("quote", (PLAN.text, *QUOTED), lambda plan, node: plan.pillars[node].span),
    Attribute("level", (PLAN.level,), lambda plan, node: plan.pillars[node].level),
    Attribute("number", (PLAN.number,), lambda plan, node: plan.pillars[node].number),
    Attribute("order", (PLAN.order,), lambda plan, node: int(plan.facts.text(node, PLAN.order) or 0)),
)
OWN_CONCEPT = (
    Attribute("label", (SKOS.prefLabel,), lambda plan, node: plan.facts.text(node, SKOS.prefLabel)),
    Attribute("reviewed", (SKOS.prefLabel,), lambda plan, node: False),
)
"""Of a concept that a document brings along."""
CONCEPT = (
    Attribute("label", (), lambda plan, node: plan.concepts.label(node)),
    Attribute("english", (), lambda plan, node: plan.concepts.label(node, "en")),
    Attribute("notation", (), lambda plan, node: plan.concepts.notation(node)),
    Attribute("reviewed", (SKOS.prefLabel,), lambda plan, node: True),
)
"""Of a concept of the vocabularies, whose names no document says."""
PROMISE = (
    Attribute("relation", (RDF.type,), lambda plan, node: plan.records[node].kind),
    Attribute("quote", (PLAN.text,), lambda plan, node: plan.records[node].span),
    Attribute("start", QUOTED, lambda plan, node: plan.records[node].span.start),
    Attribute("end", QUOTED, lambda plan, node: plan.records[node].span.end),
    _held("rule", PLAN.foundBy, PROV.used, RDFS.label),
    _held("year", PLAN.dueYear, PLAN.year),
    _held("sentence", PLAN.sentence),
    Attribute("sentence_start", (PLAN.sentence,), _sentence_start),
    _held("firmness", PLAN.firmness),
    _held("sectors", PLAN.responsibleSector),
    _held("places", PLAN.atPlace, PLAN.unsettledPlace),
    Attribute(
        "responsible", (PLAN.responsibleBody,), lambda plan, node: (*plan.facts.texts(node, PLAN.responsibleBody),)
    ),
    _held("indicator", PLAN.indicatorLabel),
    _figure("value", QUDT.numericValue, None),
    _figure("low", SCHEMA.minValue, 0),
    _figure("high", SCHEMA.maxValue, 1),
    _held("unit", QUDT.hasUnit),
    _held("since", PLAN.sinceYear),
    _held("measure", PLAN.measure),
    _held("comparator", PLAN.comparator),
    _held("binding", PLAN.binding),
    _held("stage", PLAN.stage),
    _held("investment", PLAN.investment),
    Attribute("capacity", (PLAN.capacity, QUDT.numericValue), _capacity(lambda capacity: capacity.value)),
    Attribute("capacity_unit", (PLAN.capacity, QUDT.hasUnit), _capacity(lambda capacity: capacity.unit)),
    _held("series", PLAN.series),
)
"""Of a promise or a figure, which is an edge."""
LINKS = {
    "publisher": ((PLAN.PlanDocument,), DCTERMS.publisher),
    "spatial": ((PLAN.PlanDocument,), DCTERMS.spatial),
    "governs": ((PLAN.Government,), PLAN.governs),
    "located": ((PLAN.Project,), PLAN.locatedIn),
    "within": ((PLAN.Province, PLAN.Prefecture, PLAN.County), GEO.sfWithin),
}
"""Edges that only link: the classes that they start from, and the property that each is."""
