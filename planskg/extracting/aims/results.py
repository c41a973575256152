"""Outcomes that praise: a degree with a result, a comparative, talk of progress.

Finds `稳步提升`, `更加健全`, `取得明显成效`.
"""

import re
from typing import Final

from planskg.extracting.aims.outcome import WINDOW, Outcome
from planskg.extracting.words.lexicon import closing_word, cue, cue_ends, cue_pattern, initials

PROGRESS: Final = re.compile(
    initials("取实再迈登上达得展呈成效优特深更步")
    + r"(?:取得[^，；。]{0,8}(?:进展|突破|成效|成果|进步|成就|胜利|实效)|实现新[^，；。]{1,4}"
    r"|(?:再)?(?:迈|登)?上(?:一个)?新(?:的)?台阶"
    r"|迈出[^，；。]{0,5}步伐|迈上[^，；。\d]{0,4}台阶|达到(?:更高水平|新高度|新水平|新的高度)|得到[^，；。]{0,8}"
    r"|(?:展现|呈现)(?:出)?新[^，；。]{1,4}|(?:成效|效果|优势|特色)(?:更加|日益|逐步)?(?:明显|显著|凸显|彰显|显现|突出)"
    r"|迈向[^，；。]{0,4}高端|迈上更高水平|实现[^，；。]{0,6}跨越|优质均衡|深入人心|(?<![打建造设形])成为[^，；。]{3,16}|更可持续|步伐[^，；。]{0,4}加快)$"
)
GOAL_ENDS: Final = "展破效果步就利实跃越升台阶伐端平衡度心象貌景题解障善强挥固显著续合能口地心市区高极撑柱快"
"""The last characters of talk of progress."""
PROGRESS_ENDS: Final = (
    *("进展", "突破", "成效", "成果", "进步", "成就", "胜利", "实效", "台阶", "步伐", "水平", "高度"),
    *("明显", "显著", "凸显", "彰显", "显现", "突出", "人心", "持续", "加快", "高端", "跨越", "均衡"),
)
"""How talk of progress ends that no word inside tells."""
BARE_RESULT: Final = re.compile(rf"(?P<what>{cue_pattern('statistic')})(?:{cue_pattern('result')})$")
"""Matches a result without a degree behind a statistic: 粮食单产提高."""
RESULTS: Final = cue_ends("result")


def find_result(clause: str) -> Outcome | None:
    """Find a degree with a result, a comparative, or talk of progress."""
    results = closing_word(RESULTS, clause)
    if results or "更" in clause[-10:]:
        match = PREDICATE.search(clause, len(clause) - WINDOW)
        if match:
            return Outcome(match.start(), "result", "measure")
    match = PROGRESS.search(clause, len(clause) - WINDOW) if clause[-1:] in GOAL_ENDS else None
    if match:
        return Outcome(match.start(), "progress", "statistic")
    match = BARE_RESULT.search(clause, len(clause) - WINDOW) if results else None
    return Outcome(match.end("what"), "result", "measure") if match else None


def _predicate() -> re.Pattern[str]:
    """Match a result that closes a clause: 稳步提升, 更加健全, 大幅跃升."""
    degree, result = cue_pattern("degree"), cue_pattern("result")
    pattern = rf"(?:(?:{degree})+(?:{result})+|更[加趋][一-龥]{{2,6}}|(?<!变)更为[一-龥]{{2,6}}|更(?:加)?(?:相)?适应)$"
    return re.compile(initials((*cue("degree"), "更")) + pattern)


PREDICATE: Final = _predicate()
