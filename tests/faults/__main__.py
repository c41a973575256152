"""`make faults`: rule by rule, how many planted faults were found, missed, and what else was said."""

import sys

from faults.figures import Figure, count_figures
from faults.kinds import load_kinds
from faults.trials import Outcome, try_kind

HEADS = ("rule", "kinds", "variants", "found", "missed", "false alarms")


def main(codes: list[str]) -> int:
    """Print the table for all rules, or for those named; return 1 where anything is missed or false."""
    tried = {kind: try_kind(kind) for kind in load_kinds() if not codes or kind.rule in codes}
    figures = count_figures(tried)
    width = max(len(figure.rule) for figure in figures)
    print(f"{HEADS[0]:<{width}}", *(f"{head:>12}" for head in HEADS[1:]))
    for figure in figures:
        print(f"{figure.rule:<{width}}", *(f"{number:>12}" for number in figure.numbers))
    for kind, outcomes in tried.items():
        for number, outcome in enumerate(outcomes, 1):
            if not outcome.good:
                print(f"\n{kind.name} ({number})", *_told(outcome), sep="\n  ")
    return int(any(figure.missed or figure.false for figure in figures))


def _told(outcome: Outcome) -> list[str]:
    missed = [] if outcome.found else [f"missed: {outcome.variant.at or outcome.variant.damage}"]
    return missed + [f"false: {each.rule}: {each.message['zh']}" for each in outcome.false]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
