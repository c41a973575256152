"""The statements of a clause: where one says two things, each is read for itself.

Parts `物价总体稳定、就业稳中向好` and `优化债务结构、降低债务成本`, but no list of names.
"""

import re
from itertools import pairwise
from typing import Final

from planskg.extracting.aims.finished import find_assigned
from planskg.extracting.aims.outcomes import INSIDE, OUTCOME_WORDS, find_outcome
from planskg.extracting.words.lexicon import cue, cue_pattern, initials
from planskg.extracting.words.sharing import SHIELDED, blank

MARKS: Final = "、|以及|和|并|及"
CHANGE: Final = 2
"""So long are the words of change that close a statistic (降低, 下降, 减排)."""
AS_GOAL: Final = re.compile("(?<![定达])的(?:主要|发展|预期|奋斗|总体)*目标$")
"""What a report says of the outcomes that another document sets."""
COMPARING: Final = re.compile("[高低快优好]于(?:全[国省市区州盟县旗]、)*全[国省市区州盟县旗]$")
"""What is compared with several at once: 高于全国、全省平均水平."""
FIGURE: Final = re.compile(
    r"(?<![A-Za-z.\d])\d[\d.]*(?:[%‰]|个?百分点|[万亿]?[元吨亩人个家户头只座公里]{1,2})(?:以[上内下]|左右)?$"
)
FIGURE_ENDS: Final = tuple("%‰点元吨亩人个家户头只座里上内下右")
"""What a statement with a number ends in (利用率达到76%、…), and its last characters."""


def may_part(text: str, start: int, end: int, told: bool) -> bool:
    """Tell whether a mark of a stretch may part two statements; most part only names.

    told is whether a word inside may tell an outcome; without one, it is told by what it closes with.
    """
    if PARTING.search(text, start, end):
        return True
    inside = INSIDE.search(text, start, end) if told else None
    return inside is not None and text.find("、", inside.end(), end) >= 0


def statements(text: str, start: int, end: int, told: bool) -> list[tuple[int, int]]:
    """Return a clause cut at each mark that parts two statements."""
    end = _bare_end(text, start, end)
    if not may_part(text, start, end, told):
        return [(start, end)]
    clause = text[start:end]
    shared = _shared_change(clause)
    shield = SHIELDED.sub(blank, clause) if "“" in clause or "（" in clause else clause
    cuts = [-1]
    for mark in PARTING_MARKS.finditer(shield):
        at = mark.start()
        before = clause[cuts[-1] + 1 : at]
        if clause.startswith("全", at + 1) and COMPARING.search(before):
            continue
        if shared and before.endswith(shared):
            continue
        if mark.lastgroup or find_outcome(before) or (before.endswith(FIGURE_ENDS) and FIGURE.search(before)):
            cuts.append(at)
    return [(start + a + 1, start + b) for a, b in pairwise([*cuts, len(clause)])]


def _shared_change(clause: str) -> str:
    """Return how the subject of a task set from above closes, in which the others of its list may close too.

    能耗降低、排放量降低完成省下达任务 is one task for two statistics.
    """
    task = find_assigned(clause)
    return clause[: task.start][-CHANGE:] if task else ""


def _bare_end(text: str, start: int, end: int) -> int:
    match = AS_GOAL.search(text, start, end) if text.endswith("目标", start, end) else None
    return match.start() if match else end


def _verb() -> str:
    """Match where a statement opens with a verb of change."""
    degree, change = cue_pattern("degree", "adverb"), cue_pattern("change")
    opening = initials((*cue("degree", "adverb", "change"), *"使让不严杜鼓"))
    return rf"{opening}(?=(?:{degree})*(?:{change})(?!到|至|为|在|的|率|量)|使|让|不(?:发生|出现|新增)|严防|杜绝|鼓励)"


VERB: Final = _verb()


PARTING_MARKS: Final = re.compile(rf"(?:{MARKS})(?:(?P<parts>{VERB})|(?<=、))")
"""Matches what may part two statements: a mark or connective with a verb of change behind it does, 、 may."""


def _parting() -> re.Pattern[str]:
    """Match the same, 、 only behind what an outcome or a figure closes with."""
    lasts = "".join({word[-1] for word in (*OUTCOME_WORDS, *FIGURE_ENDS)})
    return re.compile(rf"(?:{MARKS})(?:{VERB}|(?<=[{lasts}]、))")


PARTING: Final = _parting()
