"""What may close a clause as its outcome: a subject stands before it, and what it says is met or not.

Finds `动态清零`, `与经济增长基本同步`, `稳居全省前列`, `高于全省平均水平`, `完成国家下达任务`, `通过国家验收`,
`稳步提升`.
"""

import re
from collections.abc import Callable
from functools import cache
from itertools import chain
from typing import NamedTuple

from planskg.extracting.aim_names import is_measurable
from planskg.extracting.lexicon import by_ending, closing, closing_word, cue, cue_ends, cue_pattern, initials

WINDOW, REACH = 26, 12
"""No outcome is longer, nor what stands between it and its subject."""
BEFORE = re.compile(r"(?:的|实现|大体|基本|全面|全部|总体|继续|持续|稳定|保持|力争|努力|逐步|主要|均|都|\d+小时)*$")
"""What may stand between a subject and its outcome."""
LEVEL_WITH = re.compile(r"[与和同](?:上年度?|去年|20\d\d年|全[国省市区州]平均)(?:同期|水平)?(?:大体|总体|保持)*$")
"""What something is level with."""
EXHAUSTED = re.compile(r"“?应[一-龥]{1,2}(?:尽|全|必)(?!有)[一-龥]{1,2}”?$")
HELD = re.compile(
    initials("稳位居列跻进迈挺走处排保维控达上前居跨跃升冲闯接赶追") + r"(?:稳居|稳定在|稳定(?<![保促护求]稳定)|稳住"
    r"|位居|位列|位次|居于|居|列|跻身|进入|迈入|跨入|跃入|跃居|跃升至?|升至|冲进|闯进"
    r"|挺进|走在|处于|排名|保持在?|维持在?"
    r"|控制在|达到|接近|赶上|追平)[^，；。保稳]{0,10}$"
)
"""A place among others, or a state: 稳居全省前列, 保持在合理区间."""
WATER = re.compile(r"(?:稳定)?(?:保持|达到|维持|稳定|优于|提升)[^，；。]{0,10}[ⅠⅡⅢⅣⅤI一二三四五]+类[^，；。]{0,8}$")
"""A class of water: 稳定达到Ⅲ类标准."""
LINKED = re.compile(
    r"(?:与|和|同)[^，；。、与和]{2,14}?(?:总体|基本|大体|统筹)?(?:保持)?(?:同步(?:增长|提高|提升)?|(?<!高度)一致|相?(?:适应|匹配|协调|(?<!有效)衔接))$"
)
LED = re.compile(
    r"(?:继续|持续|稳居|保持|始终)*(?:(?:领跑|领先)(?:于)?(?:全[国省市区州盟县旗疆]|同类\w{2,4}|周边地区|西部|东部|中部|东北)|全[国省市区州盟县旗疆](?:领跑|领先))$"
)
"""The first place among others: 领跑全省."""
COMPARED = re.compile(
    initials("继持总明均快优好高低大小不略")
    + r"(?:继续|持续|总体|明显|均)*(?:快于|优于|好于|高于|低于|大于|小于|不低于|不高于|不少于|不弱于|略高于|略低于)"
    r"[^\d，；。]{2,18}$"
)
"""高于全省平均水平, with no number."""
ASSIGNER = (
    "(?:经)?(?:党中央|国务院|国家|中央|自治区|自治州|省级|省|市|州|盟|地区|县|旗|区|师|兵团|上级|上|[一-龥]{2,4}[市州盟](?=下达))"
    "(?:委|政府|里)?"
)
NAMED_ASSIGNER = "[一-龥]{2,8}(?:省|市|州|盟|地区|县|旗|区|师)(?:委|政府)?(?=下达|核定|分解|确定|考核|规定|批复)"
ASSIGNED = re.compile(
    rf"(?:完成|达到|达|控制在|严控在|不低于|不高于|不超过|符合|优于|好于|低于)(?P<who>(?:(?:{ASSIGNER}){{1,3}}|{NAMED_ASSIGNER})"
    r"(?:[^，；。]{0,10}?(?:下达|确定|核定|分解|考核|规定|要求|审核|批复|定)){0,2}"
    r"(?:给)?(?:我[省市县区州盟旗])?(?:的)?)(?P<what>[^，；。]{0,24}?)"
    r"(?:年度|约束性|控制|考核|规划|预期|工作|建设)*"
    r"(?P<end>(?:任务|目标|指标|要求|标准|计划|限额|范围)+)(?:的?(?:序时|时序)?进度)?(?:以内|之内|范围内|内)?$"
)
"""完成国家下达任务, 控制在省定目标以内; what it is about may stand within (粮食播种面积)."""
LINKED_ENDS = ("同步", "一致", "增长", "提高", "提升", "适应", "匹配", "协调", "衔接")
TASK_ENDS = ("任务", "目标", "指标", "要求", "标准", "计划", "限额", "进度", "内")
REVIEW_ENDS = (
    *("验收", "评估", "复审", "考核", "认定", "评审", "认证", "核查", "检查", "复核", "审核", "复评", "命名"),
    *("复查", "复检", "考评", "测评", "评价", "审定"),
)
AGAIN = "复评|复审|复查|复核|复检|验收|考核验收|考评|测评|评估"
"""Reviews that a thing named before them passes (国家卫生城市通过复审)."""
PASSED = re.compile(
    rf"(?:顺利|高质量|高标准|如期|成功)?通过(?:[^，；。]{{2,16}}(?:{'|'.join(REVIEW_ENDS)})|(?:{AGAIN}))$"
)
DONE_ENDS = ("完成", "完毕", "消除", "办结", "销号", "退出", "化解", "见底", "达标", "实现", "解决", "到位", "建成")
DONE = re.compile(
    r"(?:按期|如期|按时|全部|全面|全线|基本|顺利|圆满|提前|限期|高质量|彻底)+"
    rf"(?P<end>(?:[一-龥]{{2}}(?=完毕))?(?:{'|'.join(DONE_ENDS)}))$"
)
OVERALL = re.compile("经济社会|全年|各项|上述|以上|既定|[这本]届|年初|^目标")
"""Words of a task that is all of the plan, and no aim of its own."""
OPEN_ENDS = ("实现", "解决", "到位", "建成")
"""Ends that a process may have as well."""
RISING = (
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
)
"""How outcomes end that only a measure has: 稳量提质, 止跌回稳."""
ENTIRE = re.compile(r"(?:全量|全额|全部)(?P<said>[^，；。]{2,14})$")
"""Where all of something do what is said: 中小学校全部开设编程课."""
ABLE = re.compile(r"(?:基本)?(?P<said>(?:具备[^，；。]{2,12}(?:能力|条件|水平|功能)|进入[^，；。]{2,14}行列))$")
PROGRESS = re.compile(
    initials("取实再迈登上达得展呈成效优特深更步")
    + r"(?:取得[^，；。]{0,8}(?:进展|突破|成效|成果|进步|成就|胜利|实效)|实现新[^，；。]{1,4}"
    r"|(?:再)?(?:迈|登)?上(?:一个)?新(?:的)?台阶"
    r"|迈出[^，；。]{0,5}步伐|迈上[^，；。\d]{0,4}台阶|达到(?:更高水平|新高度|新水平|新的高度)|得到[^，；。]{0,8}"
    r"|(?:展现|呈现)(?:出)?新[^，；。]{1,4}|(?:成效|效果|优势|特色)(?:更加|日益|逐步)?(?:明显|显著|凸显|彰显|显现|突出)"
    r"|深入人心|(?<![打建造设形])成为[^，；。]{3,16}|更可持续|步伐[^，；。]{0,4}加快)$"
)
GOAL_ENDS = "展破效果步就利实跃越升台阶伐平度心象貌景题解障善强挥固显著续合能口地心市区高极撑柱快"
"""The last characters of talk of progress."""
PROGRESS_ENDS = (
    *("进展", "突破", "成效", "成果", "进步", "成就", "胜利", "实效", "台阶", "步伐", "水平", "高度"),
    *("明显", "显著", "凸显", "彰显", "显现", "突出", "人心", "持续", "加快"),
)
"""How talk of progress ends that no word inside tells."""


class Outcome(NamedTuple):
    """The outcome that closes a clause."""

    start: int
    rule: str
    need: str
    """What its subject must be outside of a list of goals: anything, `measure` or `statistic`."""
    what: str = ""
    """The indicator that the outcome names itself."""
    said: str = ""
    """The words that the indicator takes from the outcome: 中小学校 is said to 开设人工智能通识课."""


Finder = Callable[[str], Outcome | None]


def find_outcome(clause: str) -> Outcome | None:
    """Return the outcome that closes a clause, None where it closes in none."""
    for find in FINDERS if INSIDE.search(clause) else closing(_finders(), clause.removesuffix("”")):
        outcome = find(clause)
        if outcome and not _is_quoted(clause, outcome.start):
            return outcome
    return None


def _is_quoted(clause: str, position: int) -> bool:
    """Tell what stands inside of a quotation (“两个快于”), which says it by another name."""
    return clause.count("“", 0, position) > clause.count("”", 0, position)


INSIDE = re.compile("于|更|应|类|领跑|领先|全部|全量|全额|具备|实现新|得到|现新|现出新|成为")
"""What a clause holds that closes in an outcome of whatever end; the engine passes over all other characters."""


def _endings() -> dict[Finder, tuple[str, ...]]:
    """Return the words that what each finder finds closes with where no word inside tells it, in their order."""
    return {
        _said: cue("outcome"),
        _finished: (*REVIEW_ENDS, *DONE_ENDS, "行列"),
        _held: cue("state"),
        _related: (*LINKED_ENDS, *TASK_ENDS),
        _result: (*cue("result"), *PROGRESS_ENDS),
    }


@cache
def outcome_words() -> tuple[str, ...]:
    """Return the words that an outcome closes with where no word inside tells it."""
    return tuple(chain(*_endings().values()))


@cache
def _finders() -> dict[str, tuple[Finder, ...]]:
    """Return who may find an outcome in a clause by its last characters; most clauses end in none of these."""
    return by_ending(_endings())


def _said(clause: str) -> Outcome | None:
    """Find a word that is an outcome by itself."""
    bare = clause.removesuffix("”")
    word = closing_word(cue_ends("outcome"), bare)
    if not word or (bare != clause and not bare.endswith("“" + word)):
        match = EXHAUSTED.search(clause, len(clause) - WINDOW) if "应" in clause else None
        return Outcome(match.start(), "outcome", "") if match else None
    before = bare[: -len(word)].removesuffix("“")
    lead = BEFORE.search(before, len(before) - REACH)
    if "持平" in word:
        lead = LEVEL_WITH.search(before) or lead
    need, said = "measure" if word.endswith(RISING) else "", "增收" if word.endswith("增收") else ""
    return Outcome(lead.start() if lead else len(before), "outcome", need, said=said)


def _held(clause: str) -> Outcome | None:
    """Find a state or rank that is held or reached."""
    if closing_word(cue_ends("state"), clause) and (match := HELD.search(clause, len(clause) - WINDOW)):
        before = clause[: match.start()]
        lead = BEFORE.search(before, len(before) - REACH)
        loose = match.group().startswith(("走在", "达到")) or clause.endswith(("稳定", "平稳", "平衡"))
        return Outcome(lead.start() if lead else match.start(), "held", "measure" if loose else "")
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
    match = COMPARED.search(clause) if "于" in clause else None
    if match and not clause.endswith(("任务", "目标", "指标", "要求")):
        return Outcome(match.start(), "linked-aim", "")
    if not clause.endswith(TASK_ENDS):
        return None
    match = ASSIGNED.search(clause)
    return Outcome(match.start(), "assigned-aim", "", named_task(match["what"], match["end"])) if match else None


def named_task(what: str, end: str) -> str:
    """Return the indicator of a task: the statistic that it sets (粮食播种面积), else itself (大豆扩种任务)."""
    return what + end[:2] if what and not is_measurable(what) else what


def _finished(clause: str) -> Outcome | None:
    """Find what is passed, done to the end, or holds for all."""
    if "通过" in clause and (match := PASSED.search(clause)):
        return Outcome(match.start(), "finished", "")
    if clause.endswith(DONE_ENDS) and (match := DONE.search(clause, len(clause) - WINDOW)):
        loose = match["end"] in OPEN_ENDS or OVERALL.search(clause)
        return Outcome(match.start(), "finished", "measure" if loose else "")
    for sign, pattern in (("全", ENTIRE), ("具备", ABLE), ("行列", ABLE)):
        if sign in clause and (match := pattern.search(clause, len(clause) - WINDOW)):
            need = "statistic" if clause.endswith("条件") else ""
            return Outcome(match.start(), "finished", need, said=match["said"])
    return None


def _result(clause: str) -> Outcome | None:
    """Find a degree with a result, a comparative, or talk of progress."""
    results = closing_word(cue_ends("result"), clause)
    if results or "更" in clause[-10:]:
        match = _predicate().search(clause, len(clause) - WINDOW)
        if match:
            return Outcome(match.start(), "result", "measure")
    match = PROGRESS.search(clause, len(clause) - WINDOW) if clause[-1:] in GOAL_ENDS else None
    if match:
        return Outcome(match.start(), "progress", "statistic")
    match = _bare_result().search(clause, len(clause) - WINDOW) if results else None
    return Outcome(match.end("what"), "result", "measure") if match else None


@cache
def _predicate() -> re.Pattern[str]:
    """Match a result that closes a clause: 稳步提升, 更加健全, 大幅跃升."""
    degree, result = cue_pattern("degree"), cue_pattern("result")
    pattern = rf"(?:(?:{degree})+(?:{result})+|更[加趋][一-龥]{{2,6}}|(?<!变)更为[一-龥]{{2,6}}|更(?:加)?(?:相)?适应)$"
    return re.compile(initials((*cue("degree"), "更")) + pattern)


@cache
def _bare_result() -> re.Pattern[str]:
    """Match a result without a degree behind a statistic: 粮食单产提高."""
    return re.compile(rf"(?P<what>{cue_pattern('statistic')})(?:{cue_pattern('result')})$")


FINDERS: tuple[Finder, ...] = (_said, _finished, _held, _related, _result)
"""Who finds outcomes, in the order in which they are asked."""
