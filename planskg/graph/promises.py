"""How each kind of commitment is said in the graph."""

import re
import unicodedata

import pyoxigraph as ox

from planskg.graph.common import plain, say_measured, say_origin, say_sectors
from planskg.graph.draft import Draft, concept
from planskg.graph.literals import chinese, given, number, words, year
from planskg.graph.printed import read_manner, read_resolution
from planskg.graph.terms import PLAN, QUDT, RDF, RDFS, SCHEMA, digest, extend, identify
from planskg.model import Action, Aim, Commitment, Project, Quantity, Target

NOISE = re.compile(r"[\s“”\"'‘’《》]|项目$")
"""What two printings of one project's name may differ in."""


def describe_target(draft: Draft, target: Target) -> None:
    """Say one measurable goal."""
    node = _say_commitment(draft, PLAN.Target, target, *_target_fields(target))
    say_measured(draft, node, target)
    low, high = target.value if isinstance(target.value, tuple) else (target.value, target.value)
    ranged = isinstance(target.value, tuple)
    draft.say(node, QUDT.numericValue, None if ranged else number(low))
    draft.say(node, SCHEMA.minValue, number(low) if ranged or target.comparator == "ge" else None)
    draft.say(node, SCHEMA.maxValue, number(high) if ranged or target.comparator == "le" else None)
    draft.say(node, PLAN.binding, given(target.binding, words))
    draft.say(node, QUDT.hasUnit, draft.unit(target.unit))
    draft.say(node, PLAN.comparator, concept("comparators", target.comparator))
    draft.say(node, PLAN.measure, concept("measures", target.measure))
    printed = draft.document.quote(target.span)
    draft.say(node, PLAN.printedValue, words(printed))
    draft.say(node, PLAN.resolution, given(read_resolution(printed, target.value, target.unit), number))
    draft.say(node, PLAN.partOf, given(target.part_of, lambda whole: _node(draft, whole, *_target_fields(whole))))
    draft.say(node, PLAN.sinceYear, given(target.since, year))


def _target_fields(target: Target) -> tuple[str, ...]:
    return target.indicator, plain(target.value), target.unit, target.measure, target.comparator, str(target.since)


def describe_aim(draft: Draft, aim: Aim) -> None:
    """Say a goal without a number."""
    node = _say_commitment(draft, PLAN.Aim, aim, aim.indicator)
    say_measured(draft, node, aim)
    draft.say(node, PLAN.manner, words(read_manner(draft.document.quote(aim.span))))


def describe_action(draft: Draft, action: Action) -> None:
    """Say a promise that has neither number nor building."""
    _say_commitment(draft, PLAN.Action, action)


def describe_project(draft: Draft, pledge: Project) -> None:
    """Say what is promised for a project, and the project itself."""
    size = (plain(pledge.capacity.value), pledge.capacity.unit) if pledge.capacity else ("", "")
    fields = (pledge.name, pledge.stage, *size, plain(pledge.investment))
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


def _node(draft: Draft, record: Commitment, *fields: str) -> ox.NamedNode:
    return draft.part(record.kind, record.span, str(record.year), *fields)


def _say_commitment(draft: Draft, kind: ox.NamedNode, record: Commitment, *fields: str) -> ox.NamedNode:
    """Say what all commitments have in common."""
    node = _node(draft, record, *fields)
    say_origin(draft, node, kind, record)
    draft.say(node, PLAN.sentence, draft.source(record.sentence))
    draft.say(node, PLAN.dueYear, year(record.year))
    draft.say(node, PLAN.inPillar, draft.part("pillar", record.pillars[-1].span) if record.pillars else None)
    say_sectors(draft, node, record.sectors)
    draft.say(node, PLAN.responsibleBody, *(words(draft.document.quote(span)) for span in record.responsible))
    draft.say(node, PLAN.firmness, given(record.firmness, lambda tag: concept("firmness", tag.notation)))
    draft.say(node, PLAN.firmnessWords, given(record.firmness.words if record.firmness else None, words))
    for place in record.places:
        draft.say(node, PLAN.atPlace, given(place.code, draft.place))
        draft.say(node, PLAN.unsettledPlace, None if place.code else words(place.text))
    return node
