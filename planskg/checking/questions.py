"""SPARQL constraints asked once for the whole graph.

SHACL has a constraint asked for each focus node, with $this bound to it. Here $this is bound by a sub-select of the
rule's target at the head of the WHERE clause, which gives the same solutions in one query: it is the very text of the
shape otherwise, so the shapes stay the only source.
"""

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from itertools import chain

import pyoxigraph as ox

from planskg.checking.facts import Node
from planskg.checking.results import Result
from planskg.checking.shapes import Constraint, Rule
from planskg.errors import BadAsset
from planskg.graph.terms import RDF, RDFS, SH

BODY = re.compile(r"(?i)\A(?P<head>(?:[^{]*)\bSELECT\b[^{]*)\{")
"""The outermost SELECT of a constraint, up to the brace that opens its WHERE clause."""
WORKERS = os.cpu_count() or 1
SHARE = 3
"""Questions that a worker takes at a time; to hand over each by itself takes longer than some need for an answer."""


def ask(store: ox.Store, rules: Sequence[Rule]) -> Iterator[Result]:
    """Yield what the SPARQL constraints of rules find in a store, whose graphs count as one."""
    asked = [(rule, each) for rule in rules for each in rule.constraints if each.select is not None]
    parts = [asked[start : start + SHARE] for start in range(0, len(asked), SHARE)]
    with ThreadPoolExecutor(WORKERS) as pool:  # a query lets go of Python's lock
        yield from chain.from_iterable(pool.map(lambda part: _ask_all(store, part), parts))


def _ask_all(store: ox.Store, part: Iterable[tuple[Rule, Constraint]]) -> list[Result]:
    return [each for rule, constraint in part for each in _ask(store, rule, constraint)]


def _ask(store: ox.Store, rule: Rule, constraint: Constraint) -> Iterator[Result]:
    solutions = select(store, _compile(rule, constraint.select or ""))
    names = [each.value for each in solutions.variables]
    for solution in solutions:
        bound = {name: solution[name] for name in names if solution[name] is not None}
        focus = bound.pop("this")
        value = bound.get("value", focus)
        yield Result(focus, constraint.node, constraint.severity, value, tuple(bound.items()))


def select(store: ox.Store, query: str) -> ox.QuerySolutions:
    """Return the solutions of a SELECT over all graphs of a store."""
    solutions = store.query(query, use_default_graph_as_union=True)
    if not isinstance(solutions, ox.QuerySolutions):
        raise BadAsset("ontology/shapes", query, "a SPARQL constraint must be a SELECT")
    return solutions


@cache
def _compile(rule: Rule, text: str) -> str:
    match = BODY.match(text)
    if match is None:
        raise BadAsset("ontology/shapes", rule.code, "its SPARQL constraint has no SELECT with a WHERE clause")
    return f"{match['head']}{{ {{ {focus_query(rule.targets)} }}{text[match.end() :]}"


def focus_query(targets: tuple[tuple[ox.NamedNode, ox.NamedNode], ...]) -> str:
    """Return the SELECT of $this that gives the focus nodes of some targets."""
    return f"SELECT DISTINCT $this WHERE {{ {' UNION '.join(f'{{ {_pattern(*each)} }}' for each in targets)} }}"


def _pattern(how: ox.NamedNode, what: ox.NamedNode) -> str:
    if how == SH.targetClass:
        return f"$this {RDF.type}/{RDFS.subClassOf}* {what}"
    if how == SH.targetSubjectsOf:
        return f"$this {what} ?target"
    if how == SH.targetObjectsOf:
        return f"?target {what} $this"
    return f"BIND ({what} AS $this)"


def focus_nodes(store: ox.Store, rule: Rule) -> set[Node]:
    """Return the nodes that a rule looks at."""
    return {solution["this"] for solution in select(store, focus_query(rule.targets))}


def count_focus_nodes(store: ox.Store, rules: Sequence[Rule]) -> dict[str, int]:
    """Return how many nodes each rule looks at, by its code."""
    counts: dict[str, int] = {}
    for rule in rules:
        query = focus_query(rule.targets)
        if query not in counts:
            (row,) = select(store, f"SELECT (COUNT(*) AS ?count) WHERE {{ {{ {query} }} }}")
            counts[query] = int(row["count"].value)
    return {rule.code: counts[focus_query(rule.targets)] for rule in rules}
