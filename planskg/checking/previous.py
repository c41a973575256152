"""Last year's plan, to be held against: what it says, and that the plan which is checked replaces it."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import pyoxigraph as ox

from planskg.checking.engine import Statement
from planskg.checking.facts import Facts
from planskg.checking.files import SUFFIXES
from planskg.checking.statements import read_statements
from planskg.errors import PlanskgError, UnreadableDocument
from planskg.files import LIMIT
from planskg.graph.terms import DCTERMS, PLAN, RDF, SKOS, extend
from planskg.reading.source import Source, read_source

Named = TypeVar("Named")


@dataclass(frozen=True, slots=True)
class Previous:
    """Last year's plan as check_graph takes it: `previous=each.statements, added=[each.link]`."""

    statements: tuple[Statement, ...]
    link: ox.Triple
    """That the plan which is checked dcterms:replaces this one."""


@dataclass(frozen=True, slots=True)
class _Plan:
    """What must fit for two plans to be compared."""

    node: ox.NamedNode
    year: int
    region: str
    """The code of its place, empty where it does not say."""


def read_previous(path: Path, statements: Iterable[Statement], *, limit: int = LIMIT) -> Previous:
    """Read last year's plan from a document or an RDF file, as hold_against does."""
    return hold_against(read_source(path, limit), statements)


def hold_against(source: Source, statements: Iterable[Statement]) -> Previous:
    """Return last year's plan, to hold the plan that the statements tell of against it.

    A document that does not tell its region is taken to be of the same. Raises PlanskgError where it is of another
    region, or of no earlier year.
    """
    path = source.path
    new = _describe(Facts.of(map(_triple, statements)), "the plan that is checked")
    told = tuple(_read(source, new.region or None))
    old = _describe(Facts.of(map(_triple, told)), str(path))
    if new.region and old.region and old.region != new.region:
        raise PlanskgError(
            f"{path}: is a plan of {old.region}, and the plan that is checked is one of {new.region};"
            " --against needs an earlier plan of the same region"
        )
    if old.year >= new.year:
        raise PlanskgError(
            f"{path}: is a plan for {old.year}, and the plan that is checked is one for {new.year};"
            " --against needs the earlier of the two"
        )
    return Previous(_adopt(told, old.node, new.node), ox.Triple(new.node, DCTERMS.replaces, old.node))


def _read(source: Source, region: str | None) -> Iterable[Statement]:
    told = [quad for quads in read_statements(source).values() for quad in quads]
    if any(quad.predicate == DCTERMS.spatial for quad in told) or Path(source.path).suffix.lower() in SUFFIXES:
        return told
    return [quad for quads in read_statements(source, region=region).values() for quad in quads]


def _describe(facts: Facts, name: str) -> _Plan:
    found = [node for node in facts.subjects(RDF.type, PLAN.PlanDocument) if isinstance(node, ox.NamedNode)]
    if len(found) != 1:
        raise UnreadableDocument(name, f"tells of {len(found)} plans; --against compares one with one")
    year = facts.text(found[0], PLAN.planYear)
    if not year.isdigit():
        raise UnreadableDocument(name, "gives no plan:planYear; --against needs one to tell which plan is the earlier")
    places = facts.nodes(found[0], DCTERMS.spatial)
    return _Plan(found[0], int(year), next((facts.text(each, SKOS.notation) for each in places), ""))


def _adopt(statements: Iterable[Statement], old: ox.NamedNode, new: ox.NamedNode) -> tuple[Statement, ...]:
    """Give indicators and units that no concept names the IRI that the same words have in the newer plan."""
    own = tuple(f"{extend(old, kind).value}/" for kind in ("indicator", "unit"))

    def adopt(term: Named) -> Named | ox.NamedNode:
        if isinstance(term, ox.NamedNode) and term.value.startswith(own):
            return ox.NamedNode(new.value + term.value.removeprefix(old.value))
        return term

    return tuple(ox.Triple(adopt(each.subject), each.predicate, adopt(each.object)) for each in statements)


def _triple(statement: Statement) -> ox.Triple:
    return statement.triple if isinstance(statement, ox.Quad) else statement
