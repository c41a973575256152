"""ontology/vocab/*.ttl as typed, indexed tables: the words that the extractor knows, and what they mean."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, cached_property
from importlib.resources import files
from pathlib import Path

import pyoxigraph as ox

from planskg.errors import BadAsset

SKOS = "http://www.w3.org/2004/02/skos/core#"
PLAN = "https://w3id.org/planskg/ontology#"
QUDT = "http://qudt.org/schema/qudt/"
SCHEMES = (
    "indicators",
    "units",
    "comparators",
    "measures",
    "stages",
    "firmness",
    "sectors",
    "themes",
    "residue",
    "cues",
)


@dataclass(frozen=True, slots=True)
class Concept:
    """A concept of a vocabulary with its Chinese words, longest first where they are matched."""

    iri: str
    notation: str
    label: str
    english: str
    names: tuple[str, ...]
    """prefLabel and altLabels, in Chinese."""
    signs: tuple[str, ...]
    """hiddenLabels: words that betray the concept without naming it."""
    properties: tuple[tuple[str, str], ...]
    """Every other statement as (property IRI, value), sorted."""

    def values(self, name: str) -> tuple[str, ...]:
        """Return the values of a plan: property by local name, sorted."""
        return tuple(value for key, value in self.properties if key == PLAN + name)

    def value(self, name: str) -> str | None:
        """Return the one value of a plan: property, or None."""
        return next(iter(self.values(name)), None)


@dataclass(frozen=True)
class Scheme:
    """One vocabulary: its concepts by notation, in the order of their IRIs."""

    name: str
    concepts: tuple[Concept, ...]

    @cached_property
    def by_notation(self) -> dict[str, Concept]:
        """Return the concepts by notation."""
        return {concept.notation: concept for concept in self.concepts}

    @cached_property
    def by_name(self) -> dict[str, Concept]:
        """Return the concepts by each of their Chinese names."""
        return {name: concept for concept in self.concepts for name in concept.names}

    def __getitem__(self, notation: str) -> Concept:
        return self.by_notation[notation]

    def __iter__(self) -> Iterator[Concept]:
        return iter(self.concepts)

    def words(self, *notations: str) -> tuple[str, ...]:
        """Return the names of these concepts (of all, without any), longest first."""
        chosen = [self[n] for n in notations] if notations else self.concepts
        return tuple(sorted({w for c in chosen for w in c.names}, key=lambda w: (-len(w), w)))


def asset_folder(name: str) -> Path:
    """Return a folder of the project's assets: ontology, queries or data.

    They lie inside the installed package, or beside it in a checkout.
    """
    inside = Path(str(files("planskg"))) / "assets" / name
    return inside if inside.is_dir() else Path(str(files("planskg"))).parent / name


@cache
def load_scheme(name: str) -> Scheme:
    """Read one vocabulary file; raises BadAsset that names the concept."""
    return read_scheme(asset_folder("ontology") / "vocab" / f"{name}.ttl")


def read_scheme(path: Path) -> Scheme:
    """Read a vocabulary from a Turtle file; raises BadAsset for bad Turtle or a concept without label or notation."""
    statements: dict[str, list[tuple[str, ox.Literal | ox.NamedNode]]] = {}
    try:
        for triple in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE):
            if isinstance(triple.object, ox.Literal | ox.NamedNode) and isinstance(triple.subject, ox.NamedNode):
                statements.setdefault(triple.subject.value, []).append((triple.predicate.value, triple.object))
    except SyntaxError as error:
        raise BadAsset(path, "Turtle", str(error)) from None
    in_scheme = SKOS + "inScheme"
    concepts = (iri for iri, rows in statements.items() if any(key == in_scheme for key, _ in rows))
    return Scheme(path.stem, tuple(_concept(path, iri, statements[iri]) for iri in sorted(concepts)))


def _concept(path: Path, iri: str, rows: list[tuple[str, ox.Literal | ox.NamedNode]]) -> Concept:
    def literals(name: str, language: str | None) -> list[str]:
        found = [v for key, v in rows if key == SKOS + name and isinstance(v, ox.Literal)]
        return sorted(v.value for v in found if v.language == language)

    def one(name: str, language: str | None) -> str:
        found = literals(name, language)
        if len(found) != 1:
            raise BadAsset(path, iri, f"needs one skos:{name}{'@' + language if language else ''}, has {len(found)}")
        return found[0]

    label = one("prefLabel", "zh")
    rest = sorted((key, v.value) for key, v in rows if not key.startswith(SKOS))
    names = (label, *(word for word in literals("altLabel", "zh") if word != label))
    return Concept(
        iri,
        one("notation", None),
        label,
        one("prefLabel", "en"),
        names,
        tuple(literals("hiddenLabel", "zh")),
        tuple(rest),
    )


def multiplier(unit: Concept) -> Decimal:
    """Return a unit's qudt:conversionMultiplier, 1 where it has none."""
    found = dict(unit.properties).get(QUDT + "conversionMultiplier")
    return Decimal(found) if found is not None else Decimal(1)
