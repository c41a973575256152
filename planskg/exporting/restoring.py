"""Records back from the graph that they were said in, so that an export holds what the graph holds and nothing else.

What the graph does not keep is gone: the file's name (a document is called by the last step of its IRI).
"""

from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import cached_property
from typing import Any

import pyoxigraph as ox

from planskg.exporting.facts import Concepts, Facts, document_facts, load_concepts, name_of, span_of
from planskg.gazetteer import load_gazetteer
from planskg.graph.store import documents
from planskg.graph.terms import DC, DCTERMS, PLAN, PROV, QUDT, RDFS, SCHEMA, SKOS
from planskg.model import (
    Action,
    Aim,
    Document,
    Metadata,
    Observation,
    Pillar,
    PlaceMention,
    Project,
    Quantity,
    Record,
    Row,
    Span,
    Tag,
    Target,
)

Fields = dict[str, Any]


def restore_plans(store: ox.Store, concepts: Concepts | None = None) -> Iterator["Plan"]:
    """Return the plans of a store, sorted by their IRIs; the concepts are the store's own where none are given."""
    known = concepts or load_concepts(store)
    return (Plan(node, document_facts(store, node), known) for node in documents(store))


class Plan:
    """One document of a store, with its records."""

    def __init__(self, node: ox.NamedNode, facts: Facts, concepts: Concepts) -> None:
        self.node = node
        self.facts = facts
        self.concepts = concepts

    @cached_property
    def document(self) -> Document:
        """Return the document, called by the last step of its IRI."""
        facts, node = self.facts, self.node
        place = facts.node(node, DCTERMS.spatial)
        known = Metadata(
            year=int(facts.text(node, PLAN.planYear) or 0),
            title=facts.text(node, DCTERMS.title),
            number=facts.text(node, DCTERMS.identifier),
            issuer=facts.text(node, DC.publisher),
            region=place and facts.text(place, SKOS.notation),
            issued=facts.text(node, DCTERMS.issued),
            congress=facts.text(node, PLAN.approvedBy),
            genre=facts.text(node, PLAN.genre) or "annual-plan",
        )
        return Document(node.value.rpartition("/")[2], facts.text(node, PLAN.text) or "", known)

    @cached_property
    def records(self) -> dict[ox.NamedNode, Record]:
        """Return every record by its node, in text order."""
        found = {node: restore(self, node) for kind, restore in RESTORERS.items() for node in self.facts.of_class(kind)}
        return dict(sorted(found.items(), key=lambda row: (row[1].span, row[1].kind, row[0].value)))

    @cached_property
    def pillars(self) -> dict[ox.NamedNode, Pillar]:
        """Return the pillars by their nodes."""
        return {node: restore_pillar(self, node) for node in self.facts.of_class(PLAN.Pillar)}

    def path(self, pillar: ox.NamedNode | None) -> list[ox.NamedNode]:
        """Return a pillar after those above it, outermost first."""
        return [] if pillar is None else [*self.path(self.facts.node(pillar, PLAN.subPillarOf)), pillar]


def restore_pillar(plan: Plan, node: ox.NamedNode) -> Pillar:
    """Return a pillar."""
    facts = plan.facts
    return Pillar(
        **_origin(plan, node),
        level=int(facts.text(node, PLAN.level) or 1),
        number=facts.text(node, PLAN.number) or "",
        title=name_of(facts, node),
    )


def restore_target(plan: Plan, node: ox.NamedNode) -> Target:
    """Return a target; its value is a range where the graph has no single number."""
    facts, whole = plan.facts, plan.facts.node(node, PLAN.partOf)
    return Target(
        **_promise(plan, node),
        **_measured(plan, node),
        value=_value(plan, node) or Decimal(0),
        measure=_notation(plan, node, PLAN.measure) or "level",
        comparator=_notation(plan, node, PLAN.comparator) or "eq",
        unit=_unit(plan, node),
        since=_whole(plan, node, PLAN.sinceYear),
        binding=facts.text(node, PLAN.binding),
        part_of=None if whole is None else restore_target(plan, whole),
    )


def restore_aim(plan: Plan, node: ox.NamedNode) -> Aim:
    """Return an aim."""
    return Aim(**_promise(plan, node), **_measured(plan, node))


def restore_action(plan: Plan, node: ox.NamedNode) -> Action:
    """Return an action."""
    return Action(**_promise(plan, node))


def restore_project(plan: Plan, node: ox.NamedNode) -> Project:
    """Return what is promised for a project."""
    facts = plan.facts
    thing, size = facts.node(node, PLAN.ofProject), facts.node(node, PLAN.capacity)
    return Project(
        **_promise(plan, node),
        name=name_of(facts, thing) if thing else "",
        stage=_notation(plan, node, PLAN.stage) or "",
        capacity=size and Quantity(Decimal(facts.text(size, QUDT.numericValue) or 0), _unit(plan, size)),
        investment=_decimal(plan, node, PLAN.investment),
    )


def restore_observation(plan: Plan, node: ox.NamedNode) -> Observation:
    """Return a cell of an indicator table."""
    facts, row = plan.facts, plan.facts.node(node, PLAN.inRow)
    return Observation(
        **_origin(plan, node),
        **_measured(plan, node),
        year=int(facts.text(node, PLAN.year) or 0),
        series=facts.text(node, PLAN.series) or "",
        value=_value(plan, node),
        comparator=_notation(plan, node, PLAN.comparator),
        unit=_unit(plan, node),
        sectors=_sectors(plan, node),
        binding=facts.text(node, PLAN.binding),
        row=row and _row(plan, row),
    )


def _row(plan: Plan, node: ox.NamedNode) -> Row:
    facts = plan.facts
    whole = facts.node(node, PLAN.partOf)
    return Row(
        span=_quoted(facts, node) or Span(0, 0),
        unit=facts.text(node, PLAN.printedUnit) or "",
        whole=whole and _quoted(facts, whole),
        prices=_span(facts, facts.node(node, PLAN.comparablePrices)),
    )


RESTORERS: dict[ox.NamedNode, Callable[[Plan, ox.NamedNode], Record]] = {
    PLAN.Pillar: restore_pillar,
    PLAN.Target: restore_target,
    PLAN.Aim: restore_aim,
    PLAN.Action: restore_action,
    PLAN.ProjectPledge: restore_project,
    PLAN.Observation: restore_observation,
}


def _value(plan: Plan, node: ox.NamedNode) -> Decimal | tuple[Decimal, Decimal] | None:
    """Return a record's number; a range where the graph has its ends alone."""
    single = plan.facts.text(node, QUDT.numericValue)
    low, high = (plan.facts.text(node, each) for each in (SCHEMA.minValue, SCHEMA.maxValue))
    if single is not None:
        return Decimal(single)
    return None if low is None or high is None else (Decimal(low), Decimal(high))


def _origin(plan: Plan, node: ox.NamedNode) -> Fields:
    facts = plan.facts
    run = facts.node(node, PLAN.foundBy)
    rules = [facts.text(each, RDFS.label) for each in facts.nodes(run, PROV.used)] if run else []
    return {
        "span": _quoted(facts, node) or Span(0, 0),
        "rule": next((rule for rule in rules if rule is not None), ""),
    }


def _quoted(facts: Facts, node: ox.NamedNode) -> Span | None:
    return _span(facts, facts.node(node, PROV.wasQuotedFrom))


def _span(facts: Facts, source: ox.NamedNode | None) -> Span | None:
    return source and span_of(facts, source)


def _promise(plan: Plan, node: ox.NamedNode) -> Fields:
    facts, origin = plan.facts, _origin(plan, node)
    sentence, firmness = facts.node(node, PLAN.sentence), facts.node(node, PLAN.firmness)
    span = _span(facts, sentence) or origin["span"]
    return origin | {
        "year": int(facts.text(node, PLAN.dueYear) or 0),
        "sentence": span,
        "pillars": tuple(plan.pillars[each] for each in plan.path(facts.node(node, PLAN.inPillar))),
        "sectors": _sectors(plan, node),
        "firmness": firmness and Tag(plan.concepts.notation(firmness), facts.text(node, PLAN.firmnessWords)),
        "places": tuple(_places(plan, node, span)),
    }


def _places(plan: Plan, node: ox.NamedNode, sentence: Span) -> Iterator[PlaceMention]:
    """Return the places of a promise in the order of their codes, as its sentence writes them."""
    facts, document = plan.facts, plan.document
    places = facts.nodes(node, PLAN.atPlace)
    text = document.quote(sentence)
    found = load_gazetteer().find(text, document.metadata.region) if places else ()
    written = {place.code: text[start:end] for start, end, place in reversed(found) if place is not None}
    for place in places:
        code = facts.text(place, SKOS.notation)
        yield PlaceMention(written.get(code or "", name_of(facts, place)), code)
    yield from (PlaceMention(each) for each in facts.texts(node, PLAN.unsettledPlace))


def _measured(plan: Plan, node: ox.NamedNode) -> Fields:
    indicator = plan.facts.node(node, PLAN.indicator)
    own = indicator is None or plan.facts.text(indicator, PLAN.unreviewed) == "true"
    return {
        "indicator": plan.facts.text(node, PLAN.indicatorLabel) or "",
        "concept": None if own or indicator is None else plan.concepts.notation(indicator),
    }


def _unit(plan: Plan, node: ox.NamedNode) -> str:
    """Return a unit as records print it; an index has none."""
    unit = plan.facts.node(node, QUDT.hasUnit)
    own = unit and plan.facts.text(unit, SKOS.prefLabel)
    return own or (plan.concepts.notation(unit) if unit else "")


def _sectors(plan: Plan, node: ox.NamedNode) -> tuple[Tag, ...]:
    because = plan.facts.text(node, PLAN.sectorWords)
    return tuple(Tag(plan.concepts.notation(each), because) for each in plan.facts.nodes(node, PLAN.responsibleSector))


def _notation(plan: Plan, node: ox.NamedNode, predicate: ox.NamedNode) -> str | None:
    concept = plan.facts.node(node, predicate)
    return concept and plan.concepts.notation(concept)


def _decimal(plan: Plan, node: ox.NamedNode, predicate: ox.NamedNode) -> Decimal | None:
    text = plan.facts.text(node, predicate)
    return None if text is None else Decimal(text)


def _whole(plan: Plan, node: ox.NamedNode, predicate: ox.NamedNode) -> int | None:
    text = plan.facts.text(node, predicate)
    return None if text is None else int(text)
