"""ontology/profiles/*.ttl: which indicators each kind of plan must set, and which of them a document is held to.

A profile names indicators, or collections of which any member will do (groups.ttl). A user's own file may hold one
more, and use the groups of the project.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pyoxigraph as ox

from planskg.checking.facts import Facts, Node
from planskg.errors import BadAsset
from planskg.graph.terms import DCTERMS, PLAN, RDF, SKOS
from planskg.nearest import find_nearest
from planskg.vocabulary import asset_folder, load_scheme

GENRES = ("annual-plan", "work-report", "five-year-plan")
SUFFIX = ".ttl"
ASKED = {RDF.type, PLAN.genre, DCTERMS.spatial}
"""What the choice hangs on; to look up all of a graph would take longer than to check it."""
Statement = ox.Quad | ox.Triple


@dataclass(frozen=True, slots=True)
class Profile:
    """What one kind of plan is asked for."""

    name: str
    node: ox.NamedNode
    genre: str
    places: ox.NamedNode | None
    """The class of the places that it is for, None where any will do."""
    triples: tuple[ox.Triple, ...]
    """Its own statements and those of its groups."""

    def suits(self, genre: str, classes: Sequence[ox.NamedNode]) -> bool:
        """Tell whether it is for documents of a genre whose place is of these classes."""
        return self.genre == genre and (self.places is None or self.places in classes)


def profile_triples(statements: Iterable[Statement], name: str | None = None) -> list[ox.Triple]:
    """Return the profile that each document of a graph is held to, and that the document is to conform to it.

    `name` is a profile of the project or a Turtle file that holds one; without it the document's genre and place
    decide. Raises BadAsset where there is none of that name, or where the file holds no good profile.
    """
    told = (each for each in statements if each.predicate in ASKED)
    facts = Facts.of(each if isinstance(each, ox.Triple) else each.triple for each in told)
    given = None if name is None else find_profile(name)
    triples: dict[ox.Triple, None] = {}
    for document in facts.subjects(RDF.type, PLAN.PlanDocument):
        if profile := given or choose(facts, document):
            triples |= dict.fromkeys((*profile.triples, ox.Triple(document, DCTERMS.conformsTo, profile.node)))
    return list(triples)


def choose(facts: Facts, document: Node) -> Profile | None:
    """Return the profile for a document's genre and place: one of its class of places before one of any place."""
    classes = [each for place in facts.nodes(document, DCTERMS.spatial) for each in facts.nodes(place, RDF.type)]
    genre = facts.text(document, PLAN.genre)
    suitable = [profile for profile in load_profiles().values() if profile.suits(genre, classes)]
    return min(suitable, key=lambda profile: (profile.places is None, profile.name), default=None)


def find_profile(name: str) -> Profile:
    """Return a profile by its name or from a file; raises BadAsset."""
    if name.endswith(SUFFIX):
        return read_profile(Path(name))
    known = load_profiles()
    if name not in known:
        raise BadAsset(name, "profile", f"there is none of this name: use {', '.join(known)} or a {SUFFIX} file")
    return known[name]


def read_profile(path: Path) -> Profile:
    """Return the one profile of a user's file; raises BadAsset."""
    found = _read([_groups(), path], path)
    if len(found) != 1:
        raise BadAsset(path, "plan:Profile", f"needs one profile, has {len(found)}")
    return found[0]


@cache
def load_profiles() -> dict[str, Profile]:
    """Return the project's own profiles by name."""
    paths = sorted(_groups().parent.glob(f"*{SUFFIX}"))
    return {profile.name: profile for profile in _read(paths, _groups().parent)}


def _groups() -> Path:
    return asset_folder("ontology") / "profiles" / "groups.ttl"


def _read(paths: Iterable[Path], told: Path) -> list[Profile]:
    triples = [triple for path in paths for triple in _parse(path)]
    facts = Facts.of(triples)
    nodes = [node for node in facts.subjects(RDF.type, PLAN.Profile) if isinstance(node, ox.NamedNode)]
    return [_profile(told, facts, node, triples) for node in nodes]


def _parse(path: Path) -> list[ox.Triple]:
    try:
        return [quad.triple for quad in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE)]
    except OSError as error:
        raise BadAsset(path, "profile", error.strerror or str(error)) from None
    except SyntaxError as error:
        raise BadAsset(path, "Turtle", str(error)) from None


def _profile(path: Path, facts: Facts, node: ox.NamedNode, triples: Iterable[ox.Triple]) -> Profile:
    asked = [each for term in (PLAN.requires, PLAN.expects) for each in facts.nodes(node, term)]
    own = tuple(each for each in triples if each.subject == node or each.subject in asked)
    _check_terms(path, own)
    name, genre = facts.text(node, SKOS.notation), facts.text(node, PLAN.forGenre)
    if not name or set(facts.words(node, SKOS.prefLabel)) != {"zh", "en"}:
        raise BadAsset(path, node.value, "needs a skos:notation, and a skos:prefLabel @zh and @en")
    if genre not in GENRES:
        raise BadAsset(path, node.value, f"needs a plan:forGenre, one of {', '.join(GENRES)}")
    if not facts.nodes(node, PLAN.requires):
        raise BadAsset(path, node.value, "needs plan:requires, the indicators that such a plan must set")
    for each in asked:
        _check_indicator(path, facts, each)
    return Profile(name, node, genre, next(iter(facts.nodes(node, PLAN.forPlaceClass)), None), own)


def _check_terms(path: Path, triples: Iterable[ox.Triple]) -> None:
    """Refuse a term of the house that there is not."""
    used = {node.value for each in triples for node in (each.predicate, each.object) if isinstance(node, ox.NamedNode)}
    for term in sorted(used):
        if term.startswith(PLAN.iri) and (name := term.removeprefix(PLAN.iri)) not in PLAN.names:
            raise BadAsset(path, f"plan:{name}", f"there is no such term{_near(name, PLAN.names)}")


def _check_indicator(path: Path, facts: Facts, node: ox.NamedNode) -> None:
    """Refuse what is neither an indicator of the vocabulary nor a named group of such."""
    known = {concept.iri: concept.notation for concept in load_scheme("indicators")}
    members = facts.nodes(node, SKOS.member)
    if members and set(facts.words(node, SKOS.prefLabel)) != {"zh", "en"}:
        raise BadAsset(path, node.value, "a group needs a skos:prefLabel @zh and @en")
    for each in members or [node]:
        if each.value not in known:
            near = _near(each.value.rpartition("/")[2], known.values())
            raise BadAsset(path, each.value, f"is no indicator of the vocabulary, nor a group{near}")


def _near(name: str, names: Iterable[str]) -> str:
    nearest = find_nearest(name, names)
    return f"; did you mean {nearest}?" if nearest else ""
