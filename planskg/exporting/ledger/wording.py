"""What a promise says in a ledger, in a few words."""

import re
from collections.abc import Sequence
from decimal import Decimal

from planskg.exporting.figures import STEPS
from planskg.exporting.tables.frames import Row
from planskg.exporting.tables.spreadsheet import Names
from planskg.model import Span

KINDS = {
    "targets": ("indicator", "value", "measure", "binding", "printed"),
    "aims": ("indicator",),
    "pledges": ("name", "stage", "capacity", "capacity_unit", "investment"),
    "actions": (),
}
"""The tables of promises, and the columns of each that its words are made of."""
CLAUSE = re.compile("[^，；：]+[，；：]*")
OPENING = "："
OMITTED = "……"
"""Stands for clauses that are left out."""
FINEST = Decimal("0.0001")


def one_line(cell: object) -> str:
    """Return words without blanks and line ends, which Chinese does without."""
    return "".join(str(cell or "").split())


def cut_clauses(sentence: str, spans: Sequence[Span]) -> str:
    """Return the clauses of a sentence that hold some spans, after the words that open it with a colon."""
    found = [Span(*match.span()) for match in CLAUSE.finditer(sentence)]
    kept = [
        clause
        for clause in found
        if any(clause.overlaps(span) for span in spans) or (not clause.start and sentence[clause.end - 1] == OPENING)
    ]
    words = ""
    for number, clause in enumerate(kept):
        gap = number and kept[number - 1].end < clause.start
        words += (OMITTED if gap else "") + sentence[clause.start : clause.end]
    return one_line(words).rstrip("，；")


def word_item(kind: str, row: Row, names: Names, *, dated: bool) -> str:
    """Return a promise in one line, with its year where that is wanted; an action is told by the words of its task."""
    words = {"targets": _target, "aims": _aim, "pledges": _pledge}[kind](row, names)
    return f"{words}（{row['year']}年）" if dated and row["year"] else words


def _target(row: Row, names: Names) -> str:
    printed = one_line(row["printed"])
    falls = isinstance(row["value"], Decimal) and row["value"] < 0
    measure = str(row["measure"] or "level")
    notes = [] if falls or measure == "level" else [names.term("measure", measure)]
    notes += [str(row["binding"])] if row["binding"] else []
    return f"{row['indicator']}：{'下降' if falls else ''}{printed}{'（' + '，'.join(notes) + '）' if notes else ''}"


def _aim(row: Row, names: Names) -> str:
    return f"{row['indicator']}：{one_line(row['quote'])}"


def _pledge(row: Row, names: Names) -> str:
    said = [names.term("stage", str(row["stage"]))] if row["stage"] else []
    if isinstance(row["capacity"], Decimal):
        said.append(f"规模{exact_words(row['capacity'], str(row['capacity_unit'] or ''))}")
    if isinstance(row["investment"], Decimal):
        said.append(f"投资{exact_words(row['investment'], '元')}")
    return f"{row['name']}：{'，'.join(said)}"


def exact_words(value: Decimal, unit: str) -> str:
    """Return a figure with its unit, in 万 or 亿 where that leaves no more than four decimals."""
    for step, name in STEPS:
        if abs(value) >= step and value % (step * FINEST) == 0:
            return f"{_plain(value / step)}{name}{unit}"
    return f"{_plain(value)}{unit}"


def _plain(value: Decimal) -> str:
    return format(value.normalize(), "f")
