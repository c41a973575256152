"""Each variant of a kind against the clean plan: found, missed, false alarms."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

import pyoxigraph as ox

from faults.graphs import damage_graph
from faults.kinds import LAST, PLANS, Damage, Kind, Variant, clean_text, edited
from planskg.checking import check_graph
from planskg.checking.profiles import profile_triples
from planskg.extracting.pipeline import extract
from planskg.graph.build import build_graph
from planskg.graph.terms import DCTERMS
from planskg.model import Document, Finding
from planskg.places import load_gazetteer
from planskg.reading.metadata import read_metadata


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
    after, node = check_faulty(variant)
    new = _new(before, after)
    meant = [each for each in new if each.rule == kind.rule and _is_there(each, variant, node)]
    false = [each for each in new if each not in meant and each.rule not in kind.also]
    tripped = frozenset(each.rule for each in new if each.rule in kind.also)
    return Outcome(variant, bool(meant), tuple(false), tripped)


@cache
def check_clean(plan: str, compared: bool = False) -> tuple[Finding, ...]:
    """Return the findings of a clean plan, alone or compared with last year's."""
    return check(graph(plan, clean_text(plan)), clean_text(LAST) if compared else None)


def check_faulty(variant: Variant) -> tuple[tuple[Finding, ...], str | None]:
    """Return the findings of a plan with the fault, and the node that was damaged, if one was."""
    if variant.damage is not None:
        return _check_damaged(variant.plan, variant.damage)
    last = None if variant.last is None else edited(clean_text(LAST), variant.last)
    return check(graph(variant.plan, edited(clean_text(variant.plan), variant.edits)), last), None


def _check_damaged(plan: str, damage: Damage) -> tuple[tuple[Finding, ...], str]:
    quads, node = damage_graph(graph(plan, clean_text(plan)), damage)
    return check(quads), node


@lru_cache(len(PLANS))
def graph(name: str, text: str) -> tuple[ox.Quad, ...]:
    """Return what a text says, as if it had been read from a file."""
    metadata = read_metadata(text, load_gazetteer())
    if metadata is None:
        raise ValueError(f"{name}: no plan year is left")
    return tuple(build_graph(extract(Document(name, text, metadata))))


def check(quads: Sequence[ox.Quad], last: str | None = None) -> tuple[Finding, ...]:
    """Return the findings of a graph, held to the profile of its kind, and to last year's plan where that is given."""
    node, added = quads[0].subject, profile_triples(quads)
    assert isinstance(node, ox.NamedNode)  # the first statement is that the document is one
    previous = () if last is None else graph(LAST, last)
    replaced = [ox.Triple(node, DCTERMS.replaces, each.subject) for each in previous[:1]]
    return check_graph(quads, node.value, added=[*added, *replaced], previous=previous).findings


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


def _is_there(finding: Finding, variant: Variant, node: str | None) -> bool:
    """Tell whether a finding is at the place of the fault."""
    if node is not None:
        return finding.focus in (node, node.rpartition("/")[0])  # a selector's words are wrong, which its source shows
    return variant.at is None or any(variant.at in words for words in _words(finding))
