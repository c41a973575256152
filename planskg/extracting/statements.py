"""The statements of a clause: where one says two things, each is read for itself.

Parts `物价总体稳定、就业稳中向好` and `优化债务结构、降低债务成本`, but no list of names.
"""

import re
from functools import cache
from itertools import pairwise

from planskg.extracting.lexicon import cue, cue_pattern, initials
from planskg.extracting.outcomes import INSIDE, find_outcome, outcome_words
from planskg.extracting.sharing import SHIELDED, blank

MARKS = "、|以及|和|并|及"
NOTE = "■ "
"""What a note that was blanked leaves at the end of a clause."""


def may_part(text: str, start: int, end: int, told: bool) -> bool:
    """Tell whether a mark of a stretch may part two statements; most part only names.

    told is whether a word inside may tell an outcome; without one, it is told by what it closes with.
    """
    if _parting().search(text, start, end):
        return True
    inside = INSIDE.search(text, start, end) if told else None
    return inside is not None and text.find("、", inside.end(), end) >= 0


def statements(text: str, start: int, end: int, told: bool) -> list[tuple[int, int]]:
    """Return a clause cut at each mark that parts two statements."""
    if not may_part(text, start, end, told):
        return [(start, end)]
    clause = text[start:end]
    shield = SHIELDED.sub(blank, clause) if "“" in clause or "（" in clause else clause
    cuts = [-1]
    for mark in _marks().finditer(shield):
        at = mark.start()
        if mark.lastgroup or find_outcome(clause[cuts[-1] + 1 : at]):
            cuts.append(at)
    return [(start + a + 1, start + b) for a, b in pairwise([*cuts, len(clause)])]


@cache
def _verb() -> str:
    """Match where a statement opens with a verb of change."""
    degree, change = cue_pattern("degree", "adverb"), cue_pattern("change")
    opening = initials((*cue("degree", "adverb", "change"), "使", "让"))
    return rf"{opening}(?=(?:{degree})*(?:{change})(?!到|至|为|在|的|率|量)|使|让)"


@cache
def _marks() -> re.Pattern[str]:
    """Match what may part two statements: a mark or connective with a verb of change behind it does, 、 may."""
    return re.compile(rf"(?:{MARKS})(?:(?P<parts>{_verb()})|(?<=、))")


@cache
def _parting() -> re.Pattern[str]:
    """Match the same, 、 only behind what an outcome closes with."""
    lasts = "".join({word[-1] for word in outcome_words()})
    return re.compile(rf"(?:{MARKS})(?:{_verb()}|(?<=[{lasts}]、))")
