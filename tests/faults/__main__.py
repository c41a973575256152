"""`make faults`: rule by rule, how many planted faults were found, missed, and what else was said."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from faults.figures import HEADS, count_figures, markdown_table, try_all
from faults.kinds import Kind, load_kinds
from faults.trials import Outcome

FIGURES = Path(__file__).parent / "figures.md"
"""What `make rules` puts into docs/rules.md."""


def main(codes: Sequence[str]) -> int:
    """Print the table for all rules, which is kept, or for those named; return 1 where anything is missed or false."""
    kinds = [kind for kind in load_kinds() if not codes or kind.rule in codes]
    tried = list(zip(kinds, try_all(kinds), strict=True))
    figures = count_figures(tried)
    if not codes:
        FIGURES.write_text(markdown_table(figures), encoding="utf-8")
    width = max(len(figure.rule) for figure in figures)
    print(f"{HEADS[0]:<{width}}", *(f"{head:>12}" for head in HEADS[1:]))
    for figure in figures:
        print(f"{figure.rule:<{width}}", *(f"{number:>12}" for number in figure.numbers))
    print(*(line for kind, outcomes in tried for line in _told(kind, outcomes)), sep="\n")
    return int(any(figure.missed or figure.false for figure in figures))


def _told(kind: Kind, outcomes: Sequence[Outcome]) -> Iterator[str]:
    """Yield what was missed and what was falsely said."""
    for number, outcome in enumerate(outcomes, 1):
        if not outcome.found:
            yield f"{kind.name}, variant {number}: missed"
        for finding in outcome.false:
            yield f"{kind.name}, variant {number}: false alarm {finding.rule}: {finding.message['zh']}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
