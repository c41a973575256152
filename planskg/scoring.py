"""Score the records found in a document against its reference records, kind by kind.

A found record answers a reference record when both tell of the same thing at the same place (`found`); it is `right`
when every field agrees too. Each record answers one at most. A reference record marked optional costs nothing, missed
or found.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from planskg.agreement import KINDS, Kind, closeness, faults, is_judged, is_same_thing
from planskg.records import Json

OVERALL = ("target", "project", "observation")
"""The kinds that the overall figure sums: those that careful readers agree on."""


@dataclass(frozen=True, slots=True)
class Rate:
    """How many of the records wanted, and of those gotten, were hits."""

    hits: int
    wanted: int
    gotten: int

    @property
    def precision(self) -> float:
        """Return the share of what was gotten that is a hit; 0 where nothing was."""
        return self.hits / self.gotten if self.gotten else 0.0

    @property
    def recall(self) -> float:
        """Return the share of what was wanted that is a hit; 0 where nothing was."""
        return self.hits / self.wanted if self.wanted else 0.0

    @property
    def f1(self) -> float:
        """Return the harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True)
class Wrong:
    """A reference record that was found with a fault, and the fields at fault."""

    want: Json
    got: Json
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KindScore:
    """The score of one kind of record."""

    kind: str
    found: Rate
    right: Rate
    missed: tuple[Json, ...]
    wrong: tuple[Wrong, ...]
    extra: tuple[Json, ...]
    fields: dict[str, tuple[int, int]]
    """By field: how often it agreed, and how often it was judged."""


@dataclass(frozen=True, slots=True)
class Score:
    """The scores of all kinds that the reference or the found records hold."""

    kinds: tuple[KindScore, ...]

    @property
    def found(self) -> Rate:
        """Return the overall rate of things found."""
        return _total(kind.found for kind in self.kinds if kind.kind in OVERALL)

    @property
    def right(self) -> Rate:
        """Return the overall rate of records right in every field."""
        return _total(kind.right for kind in self.kinds if kind.kind in OVERALL)


def _total(rates: Iterable[Rate]) -> Rate:
    parts = tuple(rates)
    return Rate(sum(r.hits for r in parts), sum(r.wanted for r in parts), sum(r.gotten for r in parts))


def score(reference: Iterable[Json], found: Iterable[Json]) -> Score:
    """Compare the found records of one document with its reference records, both as `parse_lines` returns them.

    Kinds that the reference records do not know (action) are passed over.
    Raises ValueError for a record without type or span, or whose name is no text.
    """
    wanted, gotten = _checked(reference), _checked(found)
    kinds = (_score_kind(kind, _of_kind(kind, wanted), _of_kind(kind, gotten)) for kind in KINDS)
    return Score(tuple(kind for kind in kinds if kind.found.wanted or kind.found.gotten))


def _checked(records: Iterable[Json]) -> list[Json]:
    rows = list(records)
    needed = {"type": str, "start": int, "end": int}
    for row in rows:
        if not all(isinstance(row.get(key), kind) for key, kind in needed.items()):
            raise ValueError(f"a record needs a type, a start and an end: {row}")
        if not all(isinstance(row.get(kind.name), str | None) for kind in KINDS.values()):
            raise ValueError(f"a record's name, title or indicator is text: {row}")
    return rows


def _of_kind(kind: str, records: list[Json]) -> list[Json]:
    return [record for record in records if record["type"] == kind]


def _score_kind(kind: str, wanted: list[Json], gotten: list[Json]) -> KindScore:
    answers = _match(KINDS[kind], wanted, gotten)
    due = {i: j for i, j in answers.items() if not wanted[i].get("optional")}
    missed = tuple(row for i, row in enumerate(wanted) if i not in answers and not row.get("optional"))
    taken = set(answers.values())
    extra = tuple(row for j, row in enumerate(gotten) if j not in taken)
    pairs = [(wanted[i], gotten[j]) for i, j in due.items()]
    judged = [Wrong(want, got, faults(KINDS[kind], want, got)) for want, got in pairs]
    wrong = tuple(row for row in judged if row.fields)
    want_count, got_count = len(due) + len(missed), len(due) + len(extra)
    return KindScore(
        kind=kind,
        found=Rate(len(due), want_count, got_count),
        right=Rate(len(due) - len(wrong), want_count, got_count),
        missed=missed,
        wrong=wrong,
        extra=extra,
        fields={field: _agreement(field, judged) for field in KINDS[kind].fields},
    )


def _agreement(field: str, judged: list[Wrong]) -> tuple[int, int]:
    rows = [row for row in judged if is_judged(field, row.want)]
    return sum(field not in row.fields for row in rows), len(rows)


def _match(kind: Kind, wanted: Sequence[Json], gotten: Sequence[Json]) -> dict[int, int]:
    """Return which found record answers which reference record, the closest taken first; in the reference's order."""
    candidates = sorted(
        (-closeness(kind, want, got), i, j)
        for i, want in enumerate(wanted)
        for j, got in enumerate(gotten)
        if is_same_thing(kind, want, got)
    )
    answers: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in candidates:
        if i not in answers and j not in taken:
            answers[i] = j
            taken.add(j)
    return dict(sorted(answers.items()))
