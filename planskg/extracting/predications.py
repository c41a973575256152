"""The stretches of a sentence that each say one thing of some works, with the stage that a label before them tells.

`推动古窑创意园投入运营、南湾小微园动工建设` says two things; `续建项目3个：甲水库、乙大桥；` says by its
label that both are under construction.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache

from planskg.extracting.lexicon import alternation, words_by_notation
from planskg.extracting.peeling import Lead, ends_in_stage, peel_front
from planskg.extracting.reading import Reading
from planskg.extracting.sharing import SHIELDED

MARK = re.compile("、")


Predication = tuple[int, int, Lead | None]
"""Where a stretch of a sentence starts and ends, and what verb or label before it holds for it too."""


@cache
def _label() -> re.Pattern[str]:
    """Match what stands before the colon of a list of works: 续建项目3个, 新开工, 开展前期工作的."""
    words = {**words_by_notation("stages", "wordVerb"), **words_by_notation("stages", "wordAfter")}
    return re.compile(
        rf"(?:计划|拟|重点|全年|今年|年内)*(?P<stage>{alternation(words)})(?:阶段|类|的|工作)*(?:重点|重大)*(?:项目|工程)?"
        r"(?:共?\d+[个项])?"
    )


def closes_within(closing: Sequence[int], start: int, end: int) -> bool:
    """Tell whether the works of a stretch may close, which they do where a noun of works ends."""
    at = bisect_right(closing, start)
    return at < len(closing) and closing[at] <= end


def find_predications(reading: Reading, closing: Sequence[int]) -> Iterator[Predication]:
    """Yield the stretches of a sentence in order; those that tell of the past are left out.

    Given is where its works may close.
    """
    text = reading.text
    label: Lead | None = None
    for start, end in reading.clauses:
        if start in reading.past:
            continue
        if text[start - 1 : start] in ("；", "。"):
            label = None
        named = _label().fullmatch(text, start, end) if text.startswith("：", end) else None
        if named:
            label = Lead(_stage(named["stage"]), True, "", True)
            _leave_count(reading, start, end)
            continue
        if text.find("、", start, end) >= 0 and closes_within(closing, start, end):
            yield from _cut(text, start, end, label)
        else:
            yield start, end, label


def _stage(word: str) -> str:
    return words_by_notation("stages", "wordVerb").get(word) or words_by_notation("stages", "wordAfter")[word]


def _leave_count(reading: Reading, start: int, end: int) -> None:
    """Leave the count in a label: it sums up the list that follows."""
    for q in reading.measured_in(start, end):
        reading.leave(q, "list-count")
        reading.taken.append((q.start, q.end))


def _cut(text: str, start: int, end: int, lead: Lead | None) -> Iterator[Predication]:
    """Cut a clause at each 、 that a stage of the works before it precedes; its own verb holds for the later parts."""
    first = position = start
    for mark in MARK.finditer(text, start, end):
        at = mark.start()
        if ends_in_stage(text, position, at) and not _is_shielded(text, start, end, at):
            yield position, at, lead
            lead = lead or peel_front(text, first, end)[1]
            position = at + 1
    if position < end:
        yield position, end, lead


def _is_shielded(text: str, start: int, end: int, at: int) -> bool:
    """Tell whether a position lies in a bracket or quotation of a clause."""
    return any(m.start() < at < m.end() for m in SHIELDED.finditer(text, start, end))
