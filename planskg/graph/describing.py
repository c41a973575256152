"""How each kind of record is said in the graph; a new kind is one function and one line in DESCRIBERS."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Any

import pyoxigraph as ox

from planskg.graph.common import say_measured, say_origin, say_sectors
from planskg.graph.draft import Draft, concept
from planskg.graph.literals import chinese, count, given, number, words, year
from planskg.graph.printed import read_manner, read_measure, read_ordinal, read_resolution
from planskg.graph.promises import describe_action, describe_aim, describe_project, describe_target
from planskg.graph.terms import DCTERMS, PLAN, PROV, QUDT, RDF, RDFS, SCHEMA, SKOS
from planskg.model import Action, Aim, Observation, Pillar, Project, Record, Residue, Row, Span, Target
from planskg.vocabulary import load_scheme


def describe_pillars(draft: Draft, pillars: Sequence[Pillar]) -> None:
    """Say the pillars of a document in their order, each under the nearest higher one before it."""
    above: list[tuple[Pillar, ox.NamedNode, ox.NamedNode | None]] = []
    for order, pillar in enumerate(pillars, 1):
        above = [each for each in above if each[0].level < pillar.level]
        _, parent, inherited = above[-1] if above else (None, None, None)
        node, theme = draft.part("pillar", pillar.span), _theme(pillar.title) or inherited
        say_origin(draft, node, PLAN.Pillar, pillar)
        draft.say(node, RDFS.label, chinese(pillar.title))
        draft.say(node, PLAN.number, words(pillar.number) if pillar.number else None)
        draft.say(node, PLAN.ordinal, given(read_ordinal(pillar.number), count))
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


def describe_rows(draft: Draft, cells: Iterable[Observation]) -> None:
    """Say the rows of a document's tables, in the order of their names."""
    rows: dict[Span, tuple[Row, Observation]] = {}
    for cell in cells:
        if cell.row:
            rows.setdefault(cell.row.span, (cell.row, cell))
    for order, (row, cell) in enumerate((rows[span] for span in sorted(rows)), 1):
        node = draft.part("row", row.span)
        draft.say(node, RDF.type, PLAN.Row)
        draft.say(node, DCTERMS.isPartOf, draft.node)
        draft.say(node, PROV.wasQuotedFrom, draft.source(row.span))
        draft.say(node, RDFS.label, chinese(cell.indicator))
        draft.say(node, PLAN.indicator, draft.indicator(cell.indicator, cell.concept))
        draft.say(node, PLAN.printedLabel, words("".join(draft.document.quote(row.span).split())))
        draft.say(node, PLAN.printedUnit, words(row.unit) if row.unit else None)
        draft.say(node, PLAN.order, count(order))
        draft.say(node, PLAN.partOf, draft.part("row", row.whole) if row.whole in rows else None)
        draft.say(node, PLAN.comparablePrices, given(row.prices, draft.source))


def describe_observation(draft: Draft, cell: Observation) -> None:
    """Say one filled cell of an indicator table."""
    node = draft.part("observation", cell.span, cell.indicator, str(cell.year), cell.series)
    say_origin(draft, node, PLAN.Observation, cell)
    say_measured(draft, node, cell)
    draft.say(node, PLAN.year, year(cell.year))
    draft.say(node, PLAN.series, words(cell.series))
    draft.say(node, PLAN.inRow, draft.part("row", cell.row.span) if cell.row else None)
    draft.say(node, PLAN.measure, concept("measures", read_measure(cell)))
    draft.say(node, PLAN.binding, given(cell.binding, words))
    say_sectors(draft, node, cell.sectors)
    printed = draft.document.quote(cell.span)
    draft.say(node, PLAN.printedValue, words(printed))
    draft.say(node, PLAN.manner, words(read_manner(printed)) if cell.value is None else None)
    draft.say(node, PLAN.resolution, given(read_resolution(printed, cell.value, cell.unit), number))
    draft.say(node, PLAN.comparator, given(cell.comparator, partial(concept, "comparators")))
    if isinstance(cell.value, tuple):
        draft.say(node, SCHEMA.minValue, number(cell.value[0]))
        draft.say(node, SCHEMA.maxValue, number(cell.value[1]))
    else:
        draft.say(node, QUDT.numericValue, given(cell.value, number))
    draft.say(node, QUDT.hasUnit, draft.unit(cell.unit))


def describe_residue(draft: Draft, residue: Residue) -> None:
    """Say what no record took, and why."""
    node = draft.part("residue", residue.span)
    draft.say(node, RDF.type, PLAN.Residue)
    draft.say(node, PLAN.residueReason, concept("residue", residue.reason))
    draft.say(node, PROV.wasQuotedFrom, draft.source(residue.span))


DESCRIBERS: dict[type[Record], Callable[[Draft, Any], None]] = {
    Target: describe_target,
    Aim: describe_aim,
    Action: describe_action,
    Project: describe_project,
    Observation: describe_observation,
}
