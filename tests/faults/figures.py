"""What fault injection found, in figures, for `make faults` and for docs/rules.md."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from faults.kinds import Kind
from faults.trials import Outcome


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
        """Return all that is counted, in the order of a table's columns."""
        return self.kinds, self.variants, self.found, self.missed, self.false


def count_figures(tried: Mapping[Kind, Sequence[Outcome]]) -> list[Figure]:
    """Return one figure a rule, by name, and one for all."""
    by_rule: dict[str, list[Kind]] = defaultdict(list)
    for kind in tried:
        by_rule[kind.rule].append(kind)
    rows = [_figure(rule, [tried[kind] for kind in by_rule[rule]]) for rule in sorted(by_rule)]
    return [*rows, _figure("all", list(tried.values()))]


def _figure(rule: str, kinds: list[Sequence[Outcome]]) -> Figure:
    outcomes = [outcome for kind in kinds for outcome in kind]
    found = sum(outcome.found for outcome in outcomes)
    false = sum(len(outcome.false) for outcome in outcomes)
    return Figure(rule, len(kinds), len(outcomes), found, len(outcomes) - found, false)
