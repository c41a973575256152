"""How each kind of record is said in the graph; a new kind is one function and one line in DESCRIBERS."""

import re
import unicodedata
from collections.abc import Callable, Sequence
from decimal import Decimal
from functools import partial
from typing import Any

import pyoxigraph as ox

from planskg.graph.draft import Draft, concept
from planskg.graph.literals import chinese, count, given, number, words, year
from planskg.graph.terms import DCTERMS, PLAN, PROV, QUDT, RDF, RDFS, SCHEMA, SKOS, digest, extend, identify
from planskg.model import (
    Action,
    Aim,
    Commitment,
    Observation,
    Pillar,
    Project,
    Quantity,
    Record,
    Residue,
    Tag,
    Target,
)
from planskg.vocabulary import load_scheme

NOISE = re.compile(r"[\s“”\"'‘’《》]|项目$")
"""What two printings of one project's name may differ in."""


def describe_pillars(draft: Draft, pillars: Sequence[Pillar]) -> None:
    """Say the pillars of a document in their order, each under the nearest higher one before it."""
    above: list[tuple[Pillar, ox.NamedNode, ox.NamedNode | None]] = []
    for order, pillar in enumerate(pillars, 1):
        above = [each for each in above if each[0].level < pillar.level]
        _, parent, inherited = above[-1] if above else (None, None, None)
        node, theme = draft.part("pillar", pillar.span), _theme(pillar.title) or inherited
        _say_origin(draft, node, PLAN.Pillar, pillar)
        draft.say(node, RDFS.label, chinese(pillar.title))
        draft.say(node, PLAN.number, words(pillar.number) if pillar.number else None)
        draft.say(node, PLAN.level, count(pillar.level))
        draft.say(node, PLAN.order, count(order))
        draft.say(node, PLAN.subPillarOf, parent)
        draft.say(node, SKOS.broadMatch, theme)
        above.append((pillar, node, theme))


def _theme(title: str) -> ox.NamedNode | None:
    """Return the theme that has the longest sign in a title, the first of equals in the vocabulary."""
    found = [
        (len(word), theme.iri)
        for theme in load_scheme("themes")
        for word in (*theme.names, *theme.signs)
        if word in title
    ]
    longest = max(found, key=lambda each: each[0], default=None)
    return None if longest is None else ox.NamedNode(longest[1])


def describe_target(draft: Draft, target: Target) -> None:
    """Say one measurable goal."""
    fields = (target.indicator, _plain(target.value), target.unit, target.measure, target.comparator, str(target.since))
    node = _say_commitment(draft, PLAN.Target, target, *fields)
    _say_measured(draft, node, target)
    low, high = target.value if isinstance(target.value, tuple) else (target.value, target.value)
    ranged = isinstance(target.value, tuple)
    draft.say(node, QUDT.numericValue, None if ranged else number(low))
    draft.say(node, SCHEMA.minValue, number(low) if ranged or target.comparator == "ge" else None)
    draft.say(node, SCHEMA.maxValue, number(high) if ranged or target.comparator == "le" else None)
    draft.say(node, QUDT.hasUnit, draft.unit(target.unit))
    draft.say(node, PLAN.comparator, concept("comparators", target.comparator))
    draft.say(node, PLAN.measure, concept("measures", target.measure))
    draft.say(node, PLAN.printedValue, words(draft.document.quote(target.span)))
    draft.say(node, PLAN.sinceYear, given(target.since, year))


def describe_aim(draft: Draft, aim: Aim) -> None:
    """Say a goal without a number."""
    _say_measured(draft, _say_commitment(draft, PLAN.Aim, aim, aim.indicator), aim)


def describe_action(draft: Draft, action: Action) -> None:
    """Say a promise that has neither number nor building."""
    _say_commitment(draft, PLAN.Action, action)


def describe_project(draft: Draft, pledge: Project) -> None:
    """Say what is promised for a project, and the project itself."""
    size = (_plain(pledge.capacity.value), pledge.capacity.unit) if pledge.capacity else ("", "")
    fields = (pledge.name, pledge.stage, *size, _plain(pledge.investment))
    node = _say_commitment(draft, PLAN.ProjectPledge, pledge, *fields)
    draft.say(node, PLAN.ofProject, _describe_thing(draft, pledge))
    draft.say(node, PLAN.stage, concept("stages", pledge.stage))
    draft.say(node, PLAN.capacity, given(pledge.capacity, lambda size: _say_quantity(draft, node, size)))
    draft.say(node, PLAN.investment, given(pledge.investment, number))


def _describe_thing(draft: Draft, pledge: Project) -> ox.NamedNode:
    node = identify("project", digest(_home(draft), _normal_name(pledge.name), length=16))
    draft.say(node, RDF.type, PLAN.Project)
    draft.say(node, RDFS.label, chinese(pledge.name))
    draft.say(node, PLAN.locatedIn, *(draft.place(place.code) for place in pledge.places if place.code is not None))
    return node


def _home(draft: Draft) -> str:
    """Return the prefecture or province whose projects share names with this document's."""
    region = draft.document.metadata.region
    if region is None:
        return ""
    place = draft.gazetteer[region]
    return place.parent if place.level == "county" and place.parent is not None else region


def _normal_name(name: str) -> str:
    return NOISE.sub("", unicodedata.normalize("NFKC", name))


def _say_quantity(draft: Draft, pledge: ox.NamedNode, quantity: Quantity) -> ox.NamedNode:
    node = extend(pledge, "capacity")
    draft.say(node, RDF.type, QUDT.QuantityValue)
    draft.say(node, QUDT.numericValue, number(quantity.value))
    draft.say(node, QUDT.hasUnit, draft.unit(quantity.unit))
    return node


def describe_observation(draft: Draft, cell: Observation) -> None:
    """Say one filled cell of an indicator table."""
    node = draft.part("observation", cell.span, cell.indicator, str(cell.year), cell.series)
    _say_origin(draft, node, PLAN.Observation, cell)
    _say_measured(draft, node, cell)
    draft.say(node, PLAN.year, year(cell.year))
    draft.say(node, PLAN.series, words(cell.series))
    draft.say(node, PLAN.binding, given(cell.binding, words))
    draft.say(node, PLAN.responsibleSector, *_sectors(cell.sectors))
    draft.say(node, PLAN.printedValue, words(draft.document.quote(cell.span)))
    draft.say(node, PLAN.comparator, given(cell.comparator, partial(concept, "comparators")))
    draft.say(node, QUDT.numericValue, given(cell.value, number))
    draft.say(node, QUDT.hasUnit, draft.unit(cell.unit))


def describe_residue(draft: Draft, residue: Residue) -> None:
    """Say what no record took, and why."""
    node = draft.part("residue", residue.span)
    draft.say(node, RDF.type, PLAN.Residue)
    draft.say(node, PLAN.residueReason, concept("residue", residue.reason))
    draft.say(node, PROV.wasQuotedFrom, draft.source(residue.span))


def _say_commitment(draft: Draft, kind: ox.NamedNode, record: Commitment, *fields: str) -> ox.NamedNode:
    """Say what all commitments have in common."""
    node = draft.part(record.kind, record.span, str(record.year), *fields)
    _say_origin(draft, node, kind, record)
    draft.say(node, PLAN.sentence, draft.source(record.sentence))
    draft.say(node, PLAN.dueYear, year(record.year))
    draft.say(node, PLAN.inPillar, draft.part("pillar", record.pillars[-1].span) if record.pillars else None)
    draft.say(node, PLAN.responsibleSector, *_sectors(record.sectors))
    draft.say(node, PLAN.responsibleBody, *(words(draft.document.quote(span)) for span in record.responsible))
    draft.say(node, PLAN.firmness, given(record.firmness, lambda tag: concept("firmness", tag.notation)))
    for place in record.places:
        draft.say(node, PLAN.atPlace, given(place.code, draft.place))
        draft.say(node, PLAN.unsettledPlace, None if place.code else words(place.text))
    return node


def _say_origin(draft: Draft, node: ox.NamedNode, kind: ox.NamedNode, record: Record) -> None:
    draft.say(node, RDF.type, kind)
    draft.say(node, DCTERMS.isPartOf, draft.node)
    draft.say(node, PROV.wasQuotedFrom, draft.source(record.span))
    draft.say(node, PLAN.foundBy, draft.run(record.rule))


def _say_measured(draft: Draft, node: ox.NamedNode, record: Target | Aim | Observation) -> None:
    draft.say(node, PLAN.indicator, draft.indicator(record.indicator, record.concept))
    draft.say(node, PLAN.indicatorLabel, words(record.indicator))


def _sectors(tags: Sequence[Tag]) -> list[ox.NamedNode]:
    return [concept("sectors", tag.notation) for tag in tags]


def _plain(value: Decimal | tuple[Decimal, Decimal] | None) -> str:
    """Return a value as one spelling for all that are equal."""
    if isinstance(value, tuple):
        return f"{_plain(value[0])}-{_plain(value[1])}"
    return "" if value is None else number(value).value


DESCRIBERS: dict[type[Record], Callable[[Draft, Any], None]] = {
    Target: describe_target,
    Aim: describe_aim,
    Action: describe_action,
    Project: describe_project,
    Observation: describe_observation,
}
