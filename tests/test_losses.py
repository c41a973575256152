"""What an exporter says that it carries, it carries, and nothing else: each property is taken out of a small store."""

import re
from collections.abc import Callable
from dataclasses import replace

import pyoxigraph as ox
import pytest

from conftest import store_of
from planskg.errors import PlanskgError
from planskg.exporting import EXPORTERS, Content, Exporter, Source, find_losses, losses_json
from planskg.exporting.facts import Facts, load_concepts, ontology_triples
from planskg.graph.store import stored_quads
from planskg.graph.terms import OA, PLAN, shorten
from small_plan import name_bodies, small_extraction


@pytest.fixture(scope="module")
def small_store() -> ox.Store:
    return store_of(name_bodies(small_extraction()))


@pytest.fixture(scope="module")
def properties(small_store: ox.Store) -> list[ox.NamedNode]:
    return sorted({quad.predicate for quad in stored_quads(small_store)}, key=str)


@pytest.fixture(scope="module")
def sources(small_store: ox.Store, properties: list[ox.NamedNode]) -> dict[ox.NamedNode | None, Source]:
    """The small store whole (None), and without the statements of each of its properties."""
    concepts = load_concepts(small_store)  # parsed from files: once is enough
    few = (each for each in ontology_triples(small_store) if not re.search("/vocab/(?!stage)", str(each.subject)))
    ontology = Facts(few)  # one vocabulary stands for all
    found: dict[ox.NamedNode | None, Source] = {}
    for dropped in (None, *properties):
        store = ox.Store()
        store.extend(quad for quad in stored_quads(small_store) if quad.predicate != dropped)
        found[dropped] = Source(store, {"dpi": "20"})  # a coarse picture is drawn sooner
        found[dropped].__dict__ |= {"concepts": concepts, "ontology": ontology}
    return found


def files_of(write: Callable[[Source], Content], source: Source) -> object:
    """What is written; or what stops the writing, for a format may need a property."""
    try:
        return write(source)
    except (ValueError, KeyError, PlanskgError) as error:
        return type(error)


def untrue(exporter: Exporter, sources: dict[ox.NamedNode | None, Source]) -> set[str]:
    """The properties that an exporter says to carry and does not, or carries and does not say so."""
    whole = files_of(exporter.write, sources[None])
    found = set()
    for dropped, source in sources.items():
        if dropped is not None:
            said = exporter.carries is None or dropped in exporter.carries
            if exporter.counts and not said:
                continue  # how many there were is told of every property
            if said != (files_of(exporter.write, source) != whole):
                found.add(f"{shorten(dropped)} is {'not ' if said else ''}carried")
    return found


def test_the_small_store_says_all_that_plans_say(reference_store: ox.Store, properties: list[ox.NamedNode]) -> None:
    asked = {quad.predicate for quad in stored_quads(reference_store)} | {PLAN.responsibleBody, PLAN.unsettledPlace}
    assert sorted(shorten(each) for each in asked - set(properties)) == []
    assert len(properties) > 60


@pytest.mark.parametrize("form", EXPORTERS)
def test_an_exporter_carries_what_it_says(form: str, sources: dict[ox.NamedNode | None, Source]) -> None:
    assert untrue(EXPORTERS[form], sources) == set()


def test_a_false_claim_is_seen(sources: dict[ox.NamedNode | None, Source]) -> None:
    csv = EXPORTERS["csv"]
    assert csv.carries is not None
    assert untrue(replace(csv, carries=csv.carries | {OA.prefix}), sources) == {"oa:prefix is not carried"}
    assert untrue(replace(csv, carries=csv.carries - {PLAN.stage}), sources) == {"plan:stage is carried"}


def test_losses_are_counted_and_named(small_store: ox.Store) -> None:
    source = Source(small_store)
    report = losses_json(source, EXPORTERS["csvw"])
    assert set(report["properties"]) >= {"oa:prefix", "oa:suffix", "plan:promisedBy"}
    assert report["lost"] == sum(report["properties"].values()) == sum(find_losses(source, EXPORTERS["csvw"]).values())
    assert report["statements"] == len(source.quads)
    assert find_losses(source, EXPORTERS["trig"]) == {}
