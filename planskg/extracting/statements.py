"""The statements of a clause: where one says two things, each is read for itself.

Parts `物价总体稳定、就业稳中向好` and `优化债务结构、降低债务成本`, but no list of names.
"""

import re
from functools import cache
from itertools import pairwise

from planskg.extracting.lexicon import cue_pattern
from planskg.extracting.outcomes import find_outcome
from planskg.extracting.sharing import SHIELDED, blank

MARKS = "、|以及|和|并|及"
NOTE = "■ "
"""What a note that was blanked leaves at the end of a clause."""


def statements(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return a clause cut at each mark that parts two statements."""
    clause = text[start:end].rstrip(NOTE)
    shield = SHIELDED.sub(blank, clause) if "“" in clause or "（" in clause else clause
    cuts = [-1]
    for mark in _marks().finditer(shield):
        at = mark.start()
        if mark.lastgroup or find_outcome(clause[cuts[-1] + 1 : at]):
            cuts.append(at)
    if len(cuts) == 1:
        return [(start, start + len(clause))]
    return [(start + a + 1, start + b) for a, b in pairwise([*cuts, len(clause)])]


@cache
def _marks() -> re.Pattern[str]:
    """Match what may part two statements: a mark or connective with a verb of change behind it does, 、 may."""
    degree, change = cue_pattern("degree", "adverb"), cue_pattern("change")
    verb = rf"(?:{degree})*(?:{change})(?!到|至|为|在|的|率|量)|使|让"
    return re.compile(rf"(?:{MARKS})(?:(?P<parts>(?={verb}))|(?<=、))")
