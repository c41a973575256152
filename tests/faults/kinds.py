"""The kinds of faults, read from kinds/*.toml.

    [[kind]]
    rule = "part-over-whole-text"
    zh = "其中一项大于总数"
    en = "a part above its whole"
    also = { share-over-hundred = "why this second rule must trip too" }
    variants = [
      { old = "其中：水电装机92万", new = "其中：水电装机192万", at = "192万千瓦" },
      { plan = "county", edits = [["其中：水力发电2.1亿", "其中：水力发电12.1亿"]], at = "12.1亿千瓦时" },
    ]

A variant edits the text of a plan of clean/ (the prefecture's where it names none): `old` becomes `new`, or `edits`
are several such pairs, or `pattern` (a regular expression with its number of `times`) becomes `new`. What is to be
edited must stand there exactly once, or as often as said. `last` are edits of last year's plan, which is then compared.
`at` is what the finding must quote; without it the fault is nowhere in the text.

A kind with `node` (a class) edits the graph instead, another node by each of five seeds: it may `drop` a `predicate`,
`put` a term in the place of what it has there, or `add` one: one of those that are listed, by the seed, where
`a plan:Place` is some node of that class and `+0.5` so much more than what is there. `where` is a predicate that the
node must have, `plans` are those that have such nodes.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Protocol

from planskg.errors import BadAsset

FOLDER = Path(__file__).parent
PLANS = tuple(sorted(path.stem for path in (FOLDER / "clean").glob("*.txt")))
LAST = "last"
"""Last year's plan of the prefecture, for rules that compare the two."""
HOME = "prefecture"
SEEDS = 5
"""So many nodes are damaged for each kind that edits the graph."""


class Edit(Protocol):
    """What becomes of a text; raises ValueError where it does not fit."""

    def apply(self, text: str) -> str:
        """Return the text with the edit made."""
        ...


@dataclass(frozen=True, slots=True)
class Exchange:
    """Words that stand exactly once become others."""

    old: str
    new: str

    def apply(self, text: str) -> str:
        """Return the text with the words exchanged."""
        if (count := text.count(self.old)) != 1:
            raise ValueError(f"{self.old!r} stands {count} times, not once")
        return text.replace(self.old, self.new)


@dataclass(frozen=True, slots=True)
class Rewriting:
    """All that a pattern matches becomes other words."""

    pattern: re.Pattern[str]
    new: str
    times: int

    def apply(self, text: str) -> str:
        """Return the text with each match replaced."""
        text, count = self.pattern.subn(self.new, text)
        if count != self.times:
            raise ValueError(f"{self.pattern.pattern!r} matches {count} times, not {self.times}")
        return text


@dataclass(frozen=True, slots=True)
class Damage:
    """What becomes of one node of a graph; terms are as in Turtle. Without put or add the predicate is dropped."""

    node: str
    """Its class."""
    predicate: str
    seed: int
    """Which of the nodes."""
    needs: str
    """A predicate that the node must have."""
    put: str | None = None
    add: str | None = None


@dataclass(frozen=True, slots=True)
class Variant:
    """One planted fault."""

    plan: str = HOME
    edits: tuple[Edit, ...] = ()
    last: tuple[Edit, ...] | None = None
    """Edits of last year's plan; None where it is not given to the check."""
    damage: Damage | None = None
    at: str | None = None
    """Words that the finding must quote."""


@dataclass(frozen=True, slots=True, eq=False)
class Kind:
    """A kind of fault."""

    rule: str
    zh: str
    en: str
    variants: tuple[Variant, ...]
    also: dict[str, str]
    """Rules that it cannot but trip too, each with the reason."""

    @property
    def name(self) -> str:
        """Return rule and name, which tell kinds apart."""
        return f"{self.rule}: {self.en}"


@cache
def load_kinds() -> tuple[Kind, ...]:
    """Return all kinds, by file; raises BadAsset for one that is not whole."""
    return tuple(kind for path in sorted((FOLDER / "kinds").glob("*.toml")) for kind in _read(path))


@cache
def clean_text(plan: str) -> str:
    """Return the text of a clean plan."""
    return (FOLDER / "clean" / f"{plan}.txt").read_text(encoding="utf-8")


def edited(text: str, edits: tuple[Edit, ...]) -> str:
    """Return a text with all edits made, one after another."""
    for edit in edits:
        text = edit.apply(text)
    return text


def _read(path: Path) -> Iterator[Kind]:
    for row in tomllib.loads(path.read_text(encoding="utf-8"))["kind"]:
        try:
            yield _kind(row)
        except (KeyError, TypeError, ValueError) as error:
            raise BadAsset(path, row.get("en", row.get("rule", "?")), f"{type(error).__name__}: {error}") from None


def _kind(row: dict[str, Any]) -> Kind:
    made = [_text_variant(each) for each in row["variants"]] if "variants" in row else list(_damages(row))
    if len(made) < SEEDS:
        raise ValueError(f"{len(made)} variants; at least {SEEDS} are wanted")
    return Kind(row["rule"], row["zh"], row["en"], tuple(made), row.get("also", {}))


def _text_variant(row: dict[str, Any]) -> Variant:
    plan, last = row.get("plan", HOME), row.get("last")
    variant = Variant(
        plan, tuple(_edits(row)), None if last is None else tuple(Exchange(*pair) for pair in last), at=row.get("at")
    )
    if edited(clean_text(plan), variant.edits) == clean_text(plan) and not variant.last:
        raise ValueError("a variant that changes nothing")
    edited(clean_text(LAST), variant.last or ())
    return variant


def _edits(row: dict[str, Any]) -> Iterator[Edit]:
    if "pattern" in row:
        yield Rewriting(re.compile(row["pattern"], re.M), row["new"], row["times"])
    elif "old" in row:
        yield Exchange(row["old"], row["new"])
    for old, new in row.get("edits", ()):
        yield Exchange(old, new)


def _damages(row: dict[str, Any]) -> Iterator[Variant]:
    plans = row.get("plans", [HOME, "county", "report"])
    predicate = row["drop"] if "drop" in row else row["predicate"]
    needs = row.get("where", "rdf:type" if "add" in row else predicate)
    for seed in range(SEEDS):
        terms = {how: row[how][seed % len(row[how])] for how in ("put", "add") if how in row}
        yield Variant(plans[seed % len(plans)], damage=Damage(row["node"], predicate, seed, needs, **terms))
