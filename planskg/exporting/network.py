"""A store as one network: who promises what, under which pillar, of which sector and where.

Each promise is an edge that carries its words and figures: from the pillar it stands in (or the document)
to the indicator, the project or, for an action, the sectors that it is about (or, without any, the document).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING

import pyoxigraph as ox

from planskg.exporting.facts import name_of
from planskg.exporting.restoring import Plan, restore_plans
from planskg.graph.terms import DC, DCTERMS, FOAF, GEO, OA, PLAN, PROV, QUDT, RDF, RDFS, SCHEMA, SKOS
from planskg.model import Action, Aim, Commitment, Observation, Pillar, Project, Record, Target

if TYPE_CHECKING:
    import networkx as nx

Value = str | int | float | bool
Attributes = dict[str, Value]
QUOTED = (PROV.wasQuotedFrom, OA.hasSelector, OA.start, OA.end)
TOLD: dict[str, dict[str, tuple[ox.NamedNode, ...]]] = {
    "document": {
        "kind": (RDF.type, FOAF.primaryTopic),
        "label": (DCTERMS.title,),
        "title": (DCTERMS.title,),
        "year": (PLAN.planYear,),
        "number": (DCTERMS.identifier,),
        "issuer": (DC.publisher,),
        "genre": (PLAN.genre,),
        "region": (DCTERMS.spatial, SKOS.notation),
        "length": (PLAN.text,),
    },
    "thing": {"kind": (RDF.type,), "label": (RDFS.label,), "code": (SKOS.notation,)},
    "pillar": {
        "label": (RDFS.label,),
        "level": (PLAN.level,),
        "number": (PLAN.number,),
        "order": (PLAN.order,),
        "quote": (PLAN.text, *QUOTED),
    },
    "concept": {"label": (SKOS.prefLabel,), "reviewed": (SKOS.prefLabel,)},
    "promise": {
        "relation": (RDF.type,),
        "quote": (PLAN.text,),
        "start": QUOTED,
        "end": QUOTED,
        "rule": (PLAN.foundBy, PROV.used, RDFS.label),
        "year": (PLAN.dueYear, PLAN.year),
        "sentence": (PLAN.sentence,),
        "firmness": (PLAN.firmness,),
        "sectors": (PLAN.responsibleSector,),
        "places": (PLAN.atPlace, PLAN.unsettledPlace),
        "indicator": (PLAN.indicatorLabel,),
        "value": (QUDT.numericValue,),
        "low": (SCHEMA.minValue,),
        "high": (SCHEMA.maxValue,),
        "unit": (QUDT.hasUnit,),
        "since": (PLAN.sinceYear,),
        "measure": (PLAN.measure,),
        "comparator": (PLAN.comparator,),
        "stage": (PLAN.stage,),
        "investment": (PLAN.investment,),
        "capacity": (PLAN.capacity, QUDT.numericValue),
        "capacity_unit": (QUDT.hasUnit,),
        "series": (PLAN.series,),
    },
    "link": {
        "contains": (PLAN.subPillarOf, PLAN.inPillar),
        "indicator": (PLAN.indicator,),
        "project": (PLAN.ofProject,),
        "sector": (PLAN.responsibleSector,),
        "publisher": (DCTERMS.publisher,),
        "spatial": (DCTERMS.spatial,),
        "governs": (PLAN.governs,),
        "located": (PLAN.locatedIn,),
        "within": (GEO.sfWithin,),
    },
}
"""The attributes of nodes and edges, and what links them, with the properties that each is read from."""
FLOATS = {"zh": "数值为二进制浮点数", "en": "figures are binary fractions"}
"""What a network loses of numbers."""
PLACES = {PLAN.Province: "province", PLAN.Prefecture: "prefecture", PLAN.County: "county"}


def carried(names: Mapping[str, Iterable[str]]) -> frozenset[ox.NamedNode]:
    """Return the properties that some attributes and links are read from; the names are those of TOLD."""
    return frozenset(term for part, fields in names.items() for name in fields for term in TOLD[part][name])


def to_networkx(store: ox.Store) -> nx.MultiDiGraph:
    """Return the network of a store: nodes by their IRIs with a kind, edges with a relation.

    Numbers are floats and years are integers; a field that a record does not have is not there.
    """
    return build_network(restore_plans(store))


def build_network(plans: Iterable[Plan]) -> nx.MultiDiGraph:
    """Return the network of some plans."""
    import networkx as nx

    network = nx.MultiDiGraph()
    for plan in plans:
        for node, attributes in _nodes(plan):
            network.add_node(node, **attributes)
        for start, end, key, attributes in _edges(plan):
            network.add_edge(start, end, key=key, **attributes)
    return network


Node = tuple[str, Attributes]
Edge = tuple[str, str, str, Attributes]


def _nodes(plan: Plan) -> Iterator[Node]:
    facts, known = plan.facts, plan.document.metadata
    about = _given(title=known.title, year=known.year, number=known.number, issuer=known.issuer, genre=known.genre)
    about |= _given(region=known.region, length=len(plan.document.text))
    yield plan.node.value, _given(kind="document", label=known.title or plan.document.name) | about
    for kind, name in {**PLACES, PLAN.Government: "government", PLAN.Project: "project"}.items():
        for node in facts.of_class(kind):
            yield node.value, _given(kind=name, label=name_of(facts, node), code=facts.text(node, SKOS.notation))
    for node, pillar in plan.pillars.items():
        about = _given(level=pillar.level, number=pillar.number, order=int(facts.text(node, PLAN.order) or 0))
        yield node.value, _given(kind="pillar", label=pillar.title, quote=plan.document.quote(pillar.span)) | about
    for node in plan.records:
        for predicate, name in ((PLAN.indicator, "indicator"), (PLAN.responsibleSector, "sector")):
            for concept in facts.nodes(node, predicate):
                yield concept.value, _given(kind=name) | _concept(plan, concept)


def _concept(plan: Plan, node: ox.NamedNode) -> Attributes:
    own = plan.facts.text(node, SKOS.prefLabel)
    if own is not None:
        return {"label": own, "reviewed": False}
    names, notation = plan.concepts, plan.concepts.notation(node)
    return {"label": names.label(node), "english": names.label(node, "en"), "notation": notation, "reviewed": True}


def _edges(plan: Plan) -> Iterator[Edge]:
    yield from _framework(plan)
    for node, record in plan.records.items():
        if isinstance(record, Pillar):
            above = plan.facts.node(node, PLAN.subPillarOf) or plan.node
            yield above.value, node.value, "contains", _given(relation="contains")
            continue
        pillar = plan.facts.node(node, PLAN.inPillar) or plan.node
        told = _promise(plan, record)
        for end in _matter(plan, node, record):
            yield pillar.value, end.value, node.value, told
            if not isinstance(record, Action):  # whose matter its sectors are already
                sectors = plan.facts.nodes(node, PLAN.responsibleSector)
                yield from ((end.value, sector.value, "sector", _given(relation="sector")) for sector in sectors)


def _framework(plan: Plan) -> Iterator[Edge]:
    """Return who prints the document, for which place, and what lies where."""
    facts = plan.facts
    links = (
        (PLAN.PlanDocument, DCTERMS.publisher, "publisher"),
        (PLAN.PlanDocument, DCTERMS.spatial, "spatial"),
        (PLAN.Government, PLAN.governs, "governs"),
        (PLAN.Project, PLAN.locatedIn, "located"),
        *((kind, GEO.sfWithin, "within") for kind in PLACES),
    )
    for kind, predicate, relation in links:
        for start in facts.of_class(kind):
            for end in facts.nodes(start, predicate):
                yield start.value, end.value, relation, _given(relation=relation)


def _matter(plan: Plan, node: ox.NamedNode, record: Record) -> list[ox.NamedNode]:
    """Return what a promise is about; the document itself for an action that belongs to no sector."""
    about = {Project: PLAN.ofProject, Action: PLAN.responsibleSector}.get(type(record), PLAN.indicator)
    return plan.facts.nodes(node, about) or [plan.node]


def _promise(plan: Plan, record: Record) -> Attributes:
    told = _given(relation=record.kind, quote=plan.document.quote(record.span), rule=record.rule)
    told |= {"start": record.span.start, "end": record.span.end}
    if isinstance(record, Commitment):
        told |= _filing(plan, record)
    match record:
        case Target():
            told |= _figures(record.value) | _given(indicator=record.indicator, unit=record.unit, since=record.since)
            told |= {"measure": record.measure, "comparator": record.comparator}
        case Aim():
            told |= {"indicator": record.indicator}
        case Project():
            told |= _given(stage=record.stage, investment=_float(record.investment))
            if record.capacity is not None:
                told |= {"capacity": float(record.capacity.value), "capacity_unit": record.capacity.unit}
        case Observation():
            told |= _given(indicator=record.indicator, year=record.year, series=record.series, unit=record.unit)
            told |= _figures(record.value) if record.value is not None else {}
            told |= _given(comparator=record.comparator)
            told |= _given(sectors=_joined(tag.notation for tag in record.sectors))
    return told


def _filing(plan: Plan, record: Commitment) -> Attributes:
    return _given(
        year=record.year,
        sentence=plan.document.quote(record.sentence),
        sentence_start=record.sentence.start,
        firmness=record.firmness.notation if record.firmness else None,
        sectors=_joined(tag.notation for tag in record.sectors),
        places=_joined(place.text for place in record.places),
    )


def _joined(names: Iterable[str]) -> str | None:
    return "|".join(names) or None


def _figures(value: Decimal | tuple[Decimal, Decimal]) -> Attributes:
    if isinstance(value, tuple):
        return {"low": float(value[0]), "high": float(value[1])}
    return {"value": float(value)}


def _float(value: Decimal | None) -> float | None:
    return None if value is None else float(value)


def _given(**fields: Value | None) -> Attributes:
    return {key: value for key, value in fields.items() if value is not None}
