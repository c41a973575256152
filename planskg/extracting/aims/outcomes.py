"""What may close a clause as its outcome: a subject stands before it, and what it says is met or not.

Finds `动态清零`, `与经济增长基本同步`, `稳居全省前列`, `高于全省平均水平`; what is done to the end, and a degree with a
result, are found beside it.
"""

import re
from collections.abc import Callable
from itertools import chain
from typing import Final

from planskg.extracting.aims.finished import DONE_ENDS, REVIEW_ENDS, TASK_ENDS, find_assigned, find_finished
from planskg.extracting.aims.outcome import WINDOW, Outcome
from planskg.extracting.aims.results import PROGRESS_ENDS, find_result
from planskg.extracting.words.lexicon import by_ending, closing, closing_word, cue, cue_ends, initials

REACH: Final = 12
"""What stands between an outcome and its subject is no longer."""
BEFORE: Final = re.compile(
    r"(?:的|实现|大体|基本|全面|全部|总体|继续|持续|稳定|保持|力争|努力|逐步|主要|均|都|\d+小时)*$"
)
"""What may stand between a subject and its outcome."""
LEVEL_WITH: Final = re.compile(
    r"[与和同](?:上年度?|去年|20\d\d年|全[国省市区州]平均)(?:同期|水平)?(?:大体|总体|保持)*$"
)
"""What something is level with."""
EXHAUSTED: Final = re.compile(r"“?应[一-龥]{1,2}(?:尽|全|必)(?!有)[一-龥]{1,2}”?$")
HELD: Final = re.compile(
    initials("稳位居列跻进迈挺走处排保维控达上前居跨跃升冲闯接赶追降压回")
    + r"(?:稳居|稳定在|稳定(?<![保促护求]稳定)|稳住"
    r"|位居|位列|位次|居于|居(?![民家住])|列|跻身|进入|迈入|跨入|跃入|跃居|跃升至?|升至|冲进|闯进"
    r"|挺进|走在|处于|排名|保持在?|维持在?"
    r"|控制在|达到|接近|赶上|追平|压?降[至到]|回落[至到])[^，；。保稳]{0,10}$"
)
"""A place among others, or a state: 稳居全省前列, 保持在合理区间."""
WATER: Final = re.compile(
    r"(?:稳定)?(?:保持|达到?|维持|稳定|优于|提升)[^，；。]{0,10}[ⅠⅡⅢⅣⅤI一二三四五]+类[^，；。]{0,8}$"
)
"""A class of water: 稳定达到Ⅲ类标准."""
LINKED: Final = re.compile(
    r"(?:与|和|同)[^，；。、与和]{2,14}?(?:总体|基本|大体|统筹)?(?:保持)?(?:同步(?:增长|提高|提升)?|(?<!高度)一致|相?(?:适应|匹配|协调|(?<!有效)衔接))$"
)
LED: Final = re.compile(
    r"(?:继续|持续|稳居|保持|始终)*(?:(?:领跑|领先)(?:于)?(?:全[国省市区州盟县旗疆]|同类\w{2,4}|周边地区|西部|东部|中部|东北)|全[国省市区州盟县旗疆](?:领跑|领先))$"
)
"""The first place among others: 领跑全省."""
COMPARED: Final = re.compile(
    initials("继持总明均快优好高低大小不略跑") + r"(?:继续|持续|总体|明显|均)*"
    r"(?:快于|优于|好于|高于|低于|大于|小于|不低于|不高于|不少于|不弱于|略高于|略低于|跑赢|高过)"
    r"[^\d，；。]{2,18}$"
)
"""高于全省平均水平, with no number."""
LINKED_ENDS: Final = ("同步", "一致", "增长", "提高", "提升", "适应", "匹配", "协调", "衔接")
RISING: Final = (
    "质",
    "效",
    "稳",
    "稳定",
    "升",
    "好",
    "运行",
    "增长",
    "增收",
    "平衡",
    "优",
    "新高",
    "不变",
    "持不减",
    "持不降",
    "不下降",
    "不降低",
    "不减少",
    "不增加",
    "不上升",
    "正",
    "盈",
    "一新",
)
"""How outcomes end that only a measure has: 稳量提质, 止跌回稳."""
Finder = Callable[[str], Outcome | None]
INSIDE: Final = re.compile(
    "于|跑赢|高过|更|应|类|领跑|领先|全部|全量|全额|具备|实现新|得到|现新|现出新|成为|覆盖(?![率面的])"
)
"""What a clause holds that closes in an outcome of whatever end; the engine passes over all other characters."""
OUTCOMES: Final = cue_ends("outcome")
STATES: Final = cue_ends("state")


def find_outcome(clause: str) -> Outcome | None:
    """Return the outcome that closes a clause, None where it closes in none."""
    for find in FINDERS if INSIDE.search(clause) else closing(FINDERS_BY_END, clause.removesuffix("”")):
        outcome = find(clause)
        if outcome and not _is_quoted(clause, outcome.start):
            return outcome
    return None


def _is_quoted(clause: str, position: int) -> bool:
    """Tell what stands inside of a quotation (“两个快于”), which says it by another name."""
    return clause.count("“", 0, position) > clause.count("”", 0, position)


def _said(clause: str) -> Outcome | None:
    """Find a word that is an outcome by itself."""
    bare = clause.removesuffix("”")
    word = closing_word(OUTCOMES, bare)
    if not word or (bare != clause and not bare.endswith("“" + word)):
        match = EXHAUSTED.search(clause, len(clause) - WINDOW) if "应" in clause else None
        return Outcome(match.start(), "outcome", "") if match else None
    before = bare[: -len(word)].removesuffix("“")
    level = LEVEL_WITH.search(before) if "持平" in word else None
    need, said = "measure" if word.endswith(RISING) else "", "增收" if word.endswith("增收") else ""
    return Outcome(level.start() if level else _subject_end(before), "outcome", need, said=said)


def _subject_end(before: str) -> int:
    """Return where the subject ends in the words before its outcome."""
    lead = BEFORE.search(before, len(before) - REACH)
    return lead.start() if lead else len(before)


def _held(clause: str) -> Outcome | None:
    """Find a state or rank that is held or reached."""
    if closing_word(STATES, clause) and (match := HELD.search(clause, len(clause) - WINDOW)):
        loose = match.group().startswith(("走在", "达到")) or clause.endswith(("稳定", "平稳", "平衡"))
        return Outcome(_subject_end(clause[: match.start()]), "held", "measure" if loose else "")
    if "领" in clause and (match := LED.search(clause, len(clause) - WINDOW)):
        return Outcome(match.start(), "held", "measure")
    match = WATER.search(clause, len(clause) - WINDOW) if "类" in clause else None
    return Outcome(match.start(), "held", "") if match else None


def _related(clause: str) -> Outcome | None:
    """Find a comparison with another measure, or a task that somebody above has set."""
    if clause.endswith(LINKED_ENDS):
        match = LINKED.search(clause)
        if match:
            kept = clause.endswith("同步")
            said = match.group() if clause.endswith(("适应", "匹配", "协调")) else ""
            return Outcome(match.start(), "linked-aim", "" if kept else "measure", said=said)
    match = COMPARED.search(clause) if "于" in clause or "跑赢" in clause or "高过" in clause else None
    if match and not clause.endswith(("任务", "目标", "指标", "要求")):
        return Outcome(match.start(), "linked-aim", "")
    return find_assigned(clause)


FINDERS: Final[tuple[Finder, ...]] = (_said, find_finished, _held, _related, find_result)
"""Who finds outcomes, in the order in which they are asked."""
ENDINGS: Final[dict[Finder, tuple[str, ...]]] = {
    _said: cue("outcome"),
    find_finished: (*REVIEW_ENDS, *DONE_ENDS, "行列"),
    _held: cue("state"),
    _related: (*LINKED_ENDS, *TASK_ENDS),
    find_result: (*cue("result"), *PROGRESS_ENDS),
}
"""The words that what each finder finds closes with where no word inside tells it, in their order."""
OUTCOME_WORDS: Final = tuple(chain(*ENDINGS.values()))
"""The words that an outcome closes with where no word inside tells it."""
FINDERS_BY_END: Final = by_ending(ENDINGS)
"""Who may find an outcome in a clause by its last characters; most clauses end in none of these."""
