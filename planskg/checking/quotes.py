"""The words that a node of the graph was quoted from."""

from planskg.checking.facts import Facts, Node
from planskg.graph.terms import DCTERMS, OA, PLAN, PROV, QUDT
from planskg.model import Quote, Span

LEADING_BACK = (OA.hasSelector, PLAN.capacity, PLAN.ofProject, PLAN.indicator, QUDT.hasUnit)
"""From a node without words of its own to those that speak of it: a unit has the words of its targets."""


def find_quotes(facts: Facts, node: Node) -> tuple[Quote, ...]:
    """Return the quotes of a node, in text order; none where the graph has none."""
    return _read(facts, _sources(facts, node))


def find_own_quotes(facts: Facts, node: Node) -> tuple[Quote, ...]:
    """Return the quotes that a node has itself, or is."""
    return _read(facts, set(facts.nodes(node, PROV.wasQuotedFrom)) or {node})


def _read(facts: Facts, sources: set[Node]) -> tuple[Quote, ...]:
    quotes = {_quote(facts, source) for source in sources} - {None}
    return tuple(sorted((each for each in quotes if each), key=lambda each: (each.span or Span(0, 0), each.text)))


def _sources(facts: Facts, node: Node) -> set[Node]:
    own: set[Node] = set(facts.nodes(node, PROV.wasQuotedFrom))
    if own or facts.objects(node, OA.hasSelector):
        return own or {node}
    speakers = (each for predicate in LEADING_BACK for each in facts.subjects(predicate, node))
    return {source for each in speakers if each != node for source in _sources(facts, each)}


def _quote(facts: Facts, source: Node) -> Quote | None:
    told: dict[str, str] = {}
    for selector in facts.nodes(source, OA.hasSelector):
        told |= facts.about(selector)
    words, start, end = (told.get(term.value, "") for term in (OA.exact, OA.start, OA.end))
    if not words:
        return None
    whole = start.isdigit() and end.isdigit() and int(start) <= int(end)
    return Quote(words, Span(int(start), int(end)) if whole and not _is_replaced(facts, source) else None)


def _is_replaced(facts: Facts, source: Node) -> bool:
    """Tell words of last year's plan: their place is in another text than the one that is checked."""
    return any(facts.subjects(DCTERMS.replaces, each) for each in facts.nodes(source, OA.hasSource))
