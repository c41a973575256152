"""Each variant of a kind against the clean plan: found, missed, false alarms."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

import pyoxigraph as ox

from faults.graphs import damage_graph
from faults.kinds import LAST, Kind, Variant, clean_text, edited
from planskg.checking import check_graph
from planskg.checking.documents import Way, check_source
from planskg.checking.profiles import profile_triples
from planskg.checking.shape_files import load_shapes
from planskg.checking.statements import read_statements
from planskg.checking.unknown import find_unknown
from planskg.graph.terms import PLAN, RDF
from planskg.model import Finding
from planskg.reading.source import Source


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one variant showed."""

    variant: Variant
    found: bool
    false: tuple[Finding, ...]
    """New findings that are neither the one that is meant nor a consequence that the kind declares."""
    consequences: frozenset[str]
    """Rules that tripped as the kind declares."""


def try_kind(kind: Kind) -> list[Outcome]:
    """Return what each of its variants showed."""
    return [try_variant(kind, variant) for variant in kind.variants]


def try_variant(kind: Kind, variant: Variant) -> Outcome:
    """Return what one variant showed."""
    before = check_clean(variant.plan, variant.last is not None)
    after, damaged = check_faulty(variant)
    new = _new(before, after)
    meant = [each for each in new if each.rule == kind.rule and _is_there(each, variant, damaged)]
    false = [each for each in new if each not in meant and each.rule not in kind.also]
    tripped = frozenset(each.rule for each in new if each.rule in kind.also)
    return Outcome(variant, bool(meant), tuple(false), tripped)


@cache
def check_clean(plan: str, compared: bool = False) -> tuple[Finding, ...]:
    """Return the findings of a clean plan, alone or compared with last year's."""
    return check(plan, clean_text(plan), clean_text(LAST) if compared else None)


def check_faulty(variant: Variant) -> tuple[tuple[Finding, ...], frozenset[str]]:
    """Return the findings of a plan with the fault, and the nodes and terms that were damaged in its graph."""
    if variant.damage is not None:
        quads, damaged = damage_graph(clean_graph(variant.plan), variant.damage)
        return check_damaged(quads), damaged
    last = None if variant.last is None else edited(clean_text(LAST), variant.last)
    return check(variant.plan, edited(clean_text(variant.plan), variant.edits), last), frozenset()


def check(plan: str, text: str, last: str | None = None) -> tuple[Finding, ...]:
    """Return the findings of a text as a file would give them, compared with last year's where that is given."""
    way = Way(shapes=load_shapes(), previous=None if last is None else _source(LAST, last))
    (report,) = check_source(_source(plan, text), way)
    return report.findings


def check_damaged(quads: Sequence[ox.Quad]) -> tuple[Finding, ...]:
    """Return the findings of a graph as an RDF file would give them."""
    (document,) = {each.subject for each in quads if (each.predicate, each.object) == (RDF.type, PLAN.PlanDocument)}
    unknown = find_unknown(quads, "", "damaged.ttl")
    return check_graph([*quads, *unknown], _iri(document), added=profile_triples(quads)).findings


@cache
def clean_graph(plan: str) -> tuple[ox.Quad, ...]:
    """Return what a clean plan says."""
    (quads,) = read_statements(_source(plan, clean_text(plan))).values()
    return tuple(quads)


def _source(name: str, text: str) -> Source:
    return Source(f"{name}.txt", text.encode())


def _iri(node: ox.NamedNode | ox.BlankNode | ox.Triple) -> str:
    return node.value if isinstance(node, ox.NamedNode) else ""


def _new(before: Iterable[Finding], after: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings that were not there before; offsets tell nothing, for an edit shifts them."""
    known = Counter(map(_key, before))
    new = []
    for finding in after:
        key = _key(finding)
        if known[key]:
            known[key] -= 1
        else:
            new.append(finding)
    return tuple(new)


def _key(finding: Finding) -> tuple[object, ...]:
    return finding.rule, finding.severity, finding.message["zh"], tuple(sorted(_words(finding)))


def _words(finding: Finding) -> list[str]:
    return [quote.text for quote in (*finding.quotes, *finding.compared)]


def _is_there(finding: Finding, variant: Variant, damaged: frozenset[str]) -> bool:
    """Tell whether a finding is at the place of the fault."""
    if damaged:
        return finding.focus in damaged
    return variant.at is None or any(variant.at in words for words in _words(finding))
