"""Profiles: the project's own are whole, the right one is chosen, and a user's file is read or refused."""

from pathlib import Path

import pyoxigraph as ox
import pytest

from planskg.checking.profiles import GENRES, load_profiles, profile_triples
from planskg.errors import BadAsset
from planskg.graph.terms import BASE, DCTERMS, PLAN, RDF, SKOS

DOCUMENT, PLACE = ox.NamedNode("https://example.org/d"), ox.NamedNode("https://example.org/p")
PREFIXES = (
    f"@prefix plan: <{PLAN.iri}> .\n@prefix skos: <{SKOS.iri}> .\n@prefix ind: <{BASE}vocab/indicator/> .\n"
    f"@prefix group: <{BASE}profile/group/> .\n@prefix own: <https://example.org/> .\n"
)
OWN = "own:mine a plan:Profile ; skos:prefLabel '镇计划'@zh , 'plan of a town'@en ; skos:notation 'mine'"


def graph(genre: str, place: ox.NamedNode | None = None) -> list[ox.Triple]:
    """A document of a genre, and the class of its place."""
    triples = [ox.Triple(DOCUMENT, RDF.type, PLAN.PlanDocument), ox.Triple(DOCUMENT, PLAN.genre, ox.Literal(genre))]
    if place is not None:
        triples += [ox.Triple(DOCUMENT, DCTERMS.spatial, PLACE), ox.Triple(PLACE, RDF.type, place)]
    return triples


def chosen(triples: list[ox.Triple], name: str | None = None) -> list[str]:
    """The profiles that the document is to conform to, by the end of their IRIs."""
    found = [each.object.value for each in profile_triples(triples, name) if each.predicate == DCTERMS.conformsTo]
    return [iri.rpartition("/")[2] for iri in found]


def write(folder: Path, body: str) -> str:
    path = folder / "own.ttl"
    path.write_text(PREFIXES + body, encoding="utf-8")
    return str(path)


def test_there_is_a_profile_for_each_genre_and_level() -> None:
    profiles = load_profiles()
    assert {profile.genre for profile in profiles.values()} == set(GENRES)
    assert {profile.places for profile in profiles.values()} == {PLAN.Province, PLAN.Prefecture, PLAN.County, None}
    assert all(name == profile.node.value.rpartition("/")[2] for name, profile in profiles.items())


@pytest.mark.parametrize("name", load_profiles())
def test_nothing_is_both_required_and_expected(name: str) -> None:
    triples = load_profiles()[name].triples
    required, expected = ({t.object for t in triples if t.predicate == p} for p in (PLAN.requires, PLAN.expects))
    assert required
    assert expected
    assert required & expected == set()


@pytest.mark.parametrize(
    ("genre", "place", "name"),
    [
        ("annual-plan", PLAN.Province, "provincial-annual-plan"),
        ("annual-plan", PLAN.Prefecture, "prefecture-annual-plan"),
        ("annual-plan", PLAN.County, "county-annual-plan"),
        ("annual-plan", None, "national-annual-plan"),
        ("work-report", PLAN.Prefecture, "work-report"),
        ("five-year-plan", PLAN.County, "five-year-plan"),
    ],
)
def test_genre_and_place_choose(genre: str, place: ox.NamedNode | None, name: str) -> None:
    assert chosen(graph(genre, place)) == [name]


def test_a_name_wins_over_genre_and_place() -> None:
    assert chosen(graph("annual-plan", PLAN.County), "work-report") == ["work-report"]


def test_an_unknown_genre_is_held_to_none() -> None:
    assert profile_triples(graph("novel")) == []


def test_an_unknown_name_is_told_those_that_there_are() -> None:
    with pytest.raises(BadAsset, match=r"county.*use county-annual-plan, five-year-plan, .* or a \.ttl file"):
        profile_triples(graph("annual-plan"), "county")


def test_a_users_own_file_may_use_the_groups(tmp_path: Path) -> None:
    path = write(tmp_path, f"{OWN} ; plan:forGenre 'annual-plan' ; plan:requires ind:gdp , group:income .")
    assert chosen(graph("annual-plan", PLAN.County), path) == ["mine"]
    members = {
        each.object.value for each in profile_triples(graph("annual-plan"), path) if each.predicate == SKOS.member
    }
    assert f"{BASE}vocab/indicator/rural-income" in members


FAULTS = {
    "no Turtle": "Turtle",
    "": "needs one profile, has 0",
    f"{OWN} ; plan:requires ind:gdp .": "needs a plan:forGenre, one of annual-plan",
    f"{OWN} ; plan:forGenre 'annual-plan' .": "needs plan:requires",
    f"{OWN} ; plan:forGenre 'annual-plan' ; plan:requires ind:gpd .": "gpd: is no indicator.*did you mean gdp",
    f"{OWN} ; plan:forGenre 'annual-plan' ; plan:require ind:gdp .": "plan:require: .*did you mean requires",
    f"{OWN} ; plan:forGenre 'annual-plan' ; plan:requires own:g . own:g skos:member ind:gdp .": "a group needs",
    "own:mine a plan:Profile ; plan:forGenre 'annual-plan' ; plan:requires ind:gdp .": "needs a skos:notation",
}


@pytest.mark.parametrize(("body", "reason"), FAULTS.items(), ids=FAULTS.values())
def test_a_bad_file_is_refused_with_the_place(body: str, reason: str, tmp_path: Path) -> None:
    with pytest.raises(BadAsset, match=rf"own\.ttl: .*{reason}"):
        profile_triples(graph("annual-plan"), write(tmp_path, body))


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadAsset, match="nowhere"):
        profile_triples(graph("annual-plan"), str(tmp_path / "nowhere.ttl"))
