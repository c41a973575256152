"""An account of every number and stage word of a document: held by a record, left for a reason, or unexplained."""

from collections import Counter
from typing import Final

from planskg.extracting.residue import FIGURE, UNEXPLAINED
from planskg.model import Extraction, Noun

HELD: Final = "record"
"""What the account calls a number that a record holds."""


class Account(Noun):
    """How many numbers and stage words there are of each reason, the most frequent first."""

    counts: dict[str, int]

    @property
    def total(self) -> int:
        """Return how many there are in all."""
        return sum(self.counts.values())

    @property
    def explained(self) -> float:
        """Return the share that a record or a reason accounts for; 1 where there is nothing to account for."""
        return 1 - self.counts.get(UNEXPLAINED, 0) / self.total if self.total else 1.0


def account_for(extraction: Extraction) -> Account:
    """Return the account of a document; a number that several records share counts once."""
    text = extraction.document.text
    spans = (record.span for record in extraction.records if record.kind not in ("action", "pillar"))
    held = {number.start() for span in spans for number in FIGURE.finditer(text, span.start, span.end)}
    left = Counter(residue.reason for residue in extraction.residue)
    counts = {HELD: len(held)} | dict(sorted(left.items(), key=lambda row: (-row[1], row[0])))
    return Account(counts)
