"""What fault injection found, in figures, for `make faults` and for docs/rules.md."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from operator import attrgetter

from faults.kinds import Kind, load_kinds
from faults.trials import Outcome, try_kind

HEADS = ("rule", "kinds", "variants", "found", "missed", "false alarms")


@dataclass(frozen=True, slots=True)
class Figure:
    """How one rule stood the test."""

    rule: str
    kinds: int
    variants: int
    found: int
    missed: int
    false: int

    @property
    def numbers(self) -> tuple[int, ...]:
        """Return all that is counted, in the order of HEADS."""
        return self.kinds, self.variants, self.found, self.missed, self.false


def try_all(kinds: Sequence[Kind]) -> list[list[Outcome]]:
    """Return what each variant of each kind showed, tried on all processors."""
    place = {kind.name: number for number, kind in enumerate(load_kinds())}
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
        return list(pool.map(_try_numbered, [place[kind.name] for kind in kinds], chunksize=2))


def _try_numbered(number: int) -> list[Outcome]:
    return try_kind(load_kinds()[number])


def count_figures(tried: Iterable[tuple[Kind, Sequence[Outcome]]]) -> list[Figure]:
    """Return one figure a rule, by name, and the last for all."""
    by_rule: dict[str, list[Sequence[Outcome]]] = defaultdict(list)
    for kind, outcomes in tried:
        by_rule[kind.rule].append(outcomes)
    rows = [_figure(rule, by_rule[rule]) for rule in sorted(by_rule)]
    return [*rows, _figure("all", [outcomes for kinds in by_rule.values() for outcomes in kinds])]


def markdown_table(figures: Iterable[Figure]) -> str:
    """Return figures as a table for a page of the documentation."""
    rows = [HEADS, ["---", *["--:"] * (len(HEADS) - 1)], *([figure.rule, *figure.numbers] for figure in figures)]
    return "".join(f"| {' | '.join(map(str, row))} |\n" for row in rows)


def _figure(rule: str, kinds: Sequence[Sequence[Outcome]]) -> Figure:
    outcomes = [outcome for kind in kinds for outcome in kind]
    found = sum(map(attrgetter("found"), outcomes))
    false = sum(len(outcome.false) for outcome in outcomes)
    return Figure(rule, len(kinds), len(outcomes), found, len(outcomes) - found, false)
