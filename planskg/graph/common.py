"""What several kinds of record say alike."""

from collections.abc import Sequence
from decimal import Decimal

import pyoxigraph as ox

from planskg.graph.draft import Draft, concept
from planskg.graph.literals import number, words
from planskg.graph.terms import DCTERMS, PLAN, PROV, RDF
from planskg.model import Aim, Observation, Record, Tag, Target


def say_origin(draft: Draft, node: ox.NamedNode, kind: ox.NamedNode, record: Record) -> None:
    """Say what a record is, where it stands and what found it."""
    draft.say(node, RDF.type, kind)
    draft.say(node, DCTERMS.isPartOf, draft.node)
    draft.say(node, PROV.wasQuotedFrom, draft.source(record.span))
    draft.say(node, PLAN.foundBy, draft.run(record.rule))


def say_measured(draft: Draft, node: ox.NamedNode, record: Target | Aim | Observation) -> None:
    """Say what is measured, as a concept and in the document's words."""
    draft.say(node, PLAN.indicator, draft.indicator(record.indicator, record.concept))
    draft.say(node, PLAN.indicatorLabel, words(record.indicator))


def say_sectors(draft: Draft, node: ox.NamedNode, tags: Sequence[Tag]) -> None:
    """Say which sectors answer for something, and the words that decided."""
    draft.say(node, PLAN.responsibleSector, *(concept("sectors", tag.notation) for tag in tags))
    draft.say(node, PLAN.sectorWords, *(words(tag.words) for tag in tags if tag.words))


def plain(value: Decimal | tuple[Decimal, Decimal] | None) -> str:
    """Return a value as one spelling for all that are equal."""
    if isinstance(value, tuple):
        return f"{plain(value[0])}-{plain(value[1])}"
    return "" if value is None else number(value).value
