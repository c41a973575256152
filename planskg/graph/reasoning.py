"""What follows from a document's triples under the ontology: the compiled tables, applied to a fixed point.

Equal to what owlrl derives, but for the types of literals and what holds of everything (x owl:sameAs x, x a owl:Thing).
"""

from collections import defaultdict, deque
from collections.abc import Iterable
from functools import cache

import pyoxigraph as ox

from planskg.graph.ontology import load_tables
from planskg.graph.tables import Lists, Tables
from planskg.graph.terms import RDF

Node = ox.NamedNode | ox.BlankNode
Term = Node | ox.Literal
Fact = tuple[Node, ox.NamedNode, Term]
Nodes = dict[ox.NamedNode, tuple[ox.NamedNode, ...]]
Step = tuple[ox.NamedNode, tuple[ox.NamedNode, ...], tuple[ox.NamedNode, ...]]
"""Of a step in a chain: what the chain makes, the steps before it, nearest first, and the steps after it."""


class Rules:
    """The tables of an ontology over nodes."""

    def __init__(self, tables: Tables) -> None:
        self.classes = _nodes(tables.classes)
        self.properties = _nodes(tables.properties)
        self.domains = _nodes(tables.domains)
        self.ranges = _nodes(tables.ranges)
        self.inverses = _nodes(tables.inverses)
        self.steps: dict[ox.NamedNode, list[Step]] = defaultdict(list)
        for chain, *names in tables.chains:
            steps = tuple(ox.NamedNode(name) for name in names)
            for at, step in enumerate(steps):
                self.steps[step].append((ox.NamedNode(chain), steps[:at][::-1], steps[at + 1 :]))
        self.heeded = {RDF.type, *self.properties, *self.domains, *self.ranges, *self.inverses, *self.steps}
        """The predicates from which anything follows."""
        made = {each for lists in (self.properties, self.inverses) for values in lists.values() for each in values}
        self.concerned = self.heeded | made | {ox.NamedNode(chain) for chain, *_ in tables.chains}
        """Those and the predicates of what follows."""


def _nodes(lists: Lists) -> Nodes:
    return {ox.NamedNode(key): tuple(map(ox.NamedNode, values)) for key, values in lists.items()}


@cache
def load_rules() -> Rules:
    """Return the rules of the project's own ontology."""
    return Rules(load_tables())


def infer(quads: Iterable[ox.Quad], into: ox.NamedNode, rules: Rules | None = None) -> list[ox.Quad]:
    """Return what follows from quads and is not among them, as quads of a graph, in a fixed order."""
    rules = rules or load_rules()
    known = {_fact(quad): None for quad in quads if quad.predicate in rules.concerned}
    asserted = len(known)
    _Closure(rules).run(known)
    return [ox.Quad(*fact, into) for fact in list(known)[asserted:]]


def _fact(quad: ox.Quad) -> Fact:
    return quad.subject, quad.predicate, quad.object  # type: ignore[return-value]  # RDF-star is never written here


class _Closure:
    """One run over one document: each fact is joined with those before it, so every join is made once."""

    def __init__(self, rules: Rules) -> None:
        self.rules = rules
        self.after: dict[tuple[ox.NamedNode, Node], list[Term]] = defaultdict(list)
        self.before: dict[tuple[ox.NamedNode, Term], list[Node]] = defaultdict(list)

    def run(self, known: dict[Fact, None]) -> None:
        """Add to the known facts all that follow from them."""
        heeded = self.rules.heeded
        waiting = deque(fact for fact in known if fact[1] in heeded)
        while waiting:
            for fact in self._consequences(*waiting.popleft()):
                if fact not in known:
                    known[fact] = None
                    if fact[1] in heeded:
                        waiting.append(fact)

    def _consequences(self, subject: Node, predicate: ox.NamedNode, value: Term) -> Iterable[Fact]:
        rules = self.rules
        if predicate == RDF.type:
            if isinstance(value, ox.NamedNode):
                yield from ((subject, RDF.type, each) for each in rules.classes.get(value, ()))
            return
        yield from ((subject, each, value) for each in rules.properties.get(predicate, ()))
        yield from ((subject, RDF.type, each) for each in rules.domains.get(predicate, ()))
        if not isinstance(value, ox.Literal):
            yield from ((value, RDF.type, each) for each in rules.ranges.get(predicate, ()))
            yield from ((value, each, subject) for each in rules.inverses.get(predicate, ()))
        if predicate in rules.steps:
            yield from self._join(subject, predicate, value)

    def _join(self, subject: Node, predicate: ox.NamedNode, value: Term) -> Iterable[Fact]:
        self.after[predicate, subject].append(value)
        self.before[predicate, value].append(subject)
        for made, earlier, later in self.rules.steps[predicate]:
            starts: list[Node] = [subject]
            for step in earlier:
                starts = [each for start in starts for each in self.before.get((step, start), ())]
            ends: list[Term] = [value]
            for step in later:
                ends = [each for end in ends for each in self.after.get((step, end), ())]  # type: ignore[arg-type]
            yield from [(start, made, end) for start in starts for end in ends]
