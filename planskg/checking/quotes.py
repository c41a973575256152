"""The words that a node of the graph was quoted from."""

import pyoxigraph as ox

from planskg.checking.facts import Facts, Node, Term
from planskg.graph.terms import OA, PLAN, PROV, QUDT
from planskg.model import Quote, Span

LEADING_BACK = (OA.hasSelector, PLAN.capacity, PLAN.ofProject, PLAN.indicator, QUDT.hasUnit)
"""From a node without words of its own to those that speak of it: a unit has the words of its targets."""


def find_quotes(facts: Facts, node: Node) -> tuple[Quote, ...]:
    """Return the quotes of a node, in text order; none where the graph has none."""
    quotes = {_quote(facts, source) for source in _sources(facts, node)} - {None}
    return tuple(sorted((each for each in quotes if each), key=lambda each: (each.span or Span(0, 0), each.text)))


def _sources(facts: Facts, node: Node) -> set[Node]:
    own = {each for each in facts.objects(node, PROV.wasQuotedFrom) if not isinstance(each, ox.Literal)}
    if own or facts.objects(node, OA.hasSelector):
        return own or {node}
    speakers = (each for predicate in LEADING_BACK for each in facts.subjects(predicate, node))
    return {source for each in speakers if each != node for source in _sources(facts, each)}


def _quote(facts: Facts, source: Node) -> Quote | None:
    selectors = facts.objects(source, OA.hasSelector)
    words = _first(facts, selectors, OA.exact)
    start, end = _first(facts, selectors, OA.start), _first(facts, selectors, OA.end)
    if words is None:
        return None
    whole = start is not None and end is not None and start.isdigit() and end.isdigit() and int(start) <= int(end)
    return Quote(words, Span(int(start or 0), int(end or 0)) if whole else None)


def _first(facts: Facts, selectors: list[Term], predicate: ox.NamedNode) -> str | None:
    found = sorted(
        each.value
        for selector in selectors
        for each in facts.objects(selector, predicate)
        if isinstance(each, ox.Literal)
    )
    return next(iter(found), None)
