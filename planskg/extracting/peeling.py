"""A clause peeled from both sides: verbs, times and sums from the front, what the works come to from the back.

力争2027年底前｜启动｜三江水库｜建设 leaves 三江水库, and the stages that are told before and behind it.
"""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from planskg.extracting.closing import closing_works
from planskg.extracting.lexicon import (
    MANY,
    alternation,
    by_last,
    cue,
    cue_pattern,
    cue_set,
    initials,
    words_by_notation,
)
from planskg.extracting.namesakes import NAMES, named_after
from planskg.extracting.place_names import begins_place
from planskg.extracting.stages import CONSTRUCTION, in_brackets, latest, stage_words

TIMES = (
    r"(?:力争|确保)?(?:在|到|于)?"
    r"(?:20\d\d年|“十[一二三四五六]五”|今年|明年|后年|去年|上年|年(?=[底末初内中上下])|主?汛期|入?汛(?=前)|春节|“?(?:五一|十一|七一|八一)”?(?=前)|国庆节?|中秋节?|元旦|[上下]半年"
    r"|[一二三四]季度|[春秋]季新?学期|[春秋冬雨]季|(?:供暖|采暖|取暖)[季期]|(?:春[灌耕播]|秋收|入冬|封冻|开学|[暑寒][期假])(?=前)|月(?=[底末初内中])|\d+月份?)"
    r"(?:底|末|初|内|期间|时期|[上中下]旬|上半年|下半年)?(?:以?前)?"
)
BEGINS_TIME = "五十七八力确在到于2“今明去年主汛入春国中元上下一二三四秋冬雨供采取封开暑寒月0123456789"
ENDS_TIME = (*"年”底末初内前节季月旬", "月份", "汛期", "国庆", "中秋", "元旦", "季度", "学期", "暖期")
FUNDED = (
    r"(?:计划|完成|概算|估算|预计|实现|总|年度|当年)*(?:投资|投入)额?(?:约|超|达)?[\d.]+[万亿]*元(?:以上|左右)?(?:的)?"
)
BEGINS_SIZE = "年总设规建线新装库面占产里全长"
BEGINS_SUM, ENDS_SUM = "计完概估预实总年当投", ("元", "元的", "以上", "以上的", "左右", "左右的")
SIZED = (
    r"(?:(?:总|设计|规划|建设|建筑|线路|新增)*(?:装机|库容|面积|占地|规模|产能|里程|全?长)(?:容量|规模|面积|度)?|年[一-龥]{1,8})"
    r"(?:约|达到?|超过?)?[\d.]+[万亿]*[一-龥/]{1,6}(?:的|、(?=总?投资))"
)
PROGRESS = (
    "取得(?:实质性|重大|积极|突破性|明显|新)*(?:进展|突破)"
    r"|(?:完成|达到?)(?:[一-龥]{2,8}的?|[一-龥]{2,6}达到?)?[\d.]+%(?:以上|左右)?"
)
"""How far works are to come (取得实质性进展, 完成总工程量的60%)."""
ENDS_PROGRESS = ("进展", "突破", "%", "%以上", "%左右")
ABLE = "具备(?!开工|动工|施工|进场|建设|实施|招标)[一-龥]{2,6}条件"
"""What works can do that are complete (具备通水条件)."""
ENDS_PLAN = (
    *("规划", "计划", "盘子", "目录", "清单", "笼子", "库", "方案", "试点", "名单", "范围"),
    *("储备", "名录", "台账", "布局", "项目包", "资金支持", "政策支持"),
)
ENDS_LIST = ("项目", "工程")
"""How a list ends that works are put on, as works themselves do (列入省级重点工程)."""
PLANNED = rf"(?P<plan>(?:纳入|列入|进入)[^，、]{{2,16}}(?:{'|'.join((*ENDS_PLAN, *ENDS_LIST))}))"
ENDS_LONG = by_last((*ENDS_TIME, *ENDS_SUM, *ENDS_PROGRESS, "条件"))
"""What closes that which is taken off the end where it is more than a word."""
ENDS_PLANNED, LONGEST_PLAN = by_last((*ENDS_PLAN, *ENDS_LIST)), 20
"""The same of works that are put on a plan or list, which 入 tells, and how long that is."""
MOVED = re.compile("(?:进展|突破|[元%](?:以上|左右)?)$")
"""What closes a clause that tells of works under way without a stage: 取得实质性进展, 完成年度投资12亿元."""
UNSAID = re.compile("(?:主体|建设)$")
SHALL = "要应需须拟"
"""What may stand before a verb: 各县要加快建设甲水库."""
ALL = "均都也还"
"""The same, but that the verb may stand behind the works or be taken off already (均于6月投用); 都江堰 begins alike."""


class Lead(NamedTuple):
    """What the verbs before works tell."""

    stage: str
    soft: bool
    """Whether there is a verb at all, be it one that tells no stage (推动)."""
    verb: str
    """The verb that becomes part of the name (改造升级)."""
    label: bool = False
    """Whether it is the label of a list (续建项目：…)."""


@cache
def _front() -> re.Pattern[str]:
    words = {**words_by_notation("stages", "wordVerb"), **words_by_notation("stages", "wordSoft")}
    verbs = alternation(words)
    opening = initials(
        (*words, *_adverbs(), *BEGINS_TIME, *BEGINS_SUM, *BEGINS_SIZE, *"后、，同并将使以实保六九结", *SHALL, *ALL)
    )
    return re.compile(
        rf"{opening}(?:(?!规划期)(?P<stage>{verbs})(?P<link>[、和](?={verbs}))?(?P<of>的)?|{FUNDED}|{TIMES}|{alternation(_adverbs())}|{SIZED}"
        rf"|[、，]|同时|并|将(?!军)|使|以及|实现|保证(?![金率书人])|结转的?"
        rf"|[{SHALL}](?=(?:{alternation(_adverbs())})*(?:{verbs}))"
        rf"|[{ALL}](?=$|(?:[{SHALL}将]|{alternation(_adverbs())}|{TIMES})*(?:{verbs}))"
        r"|[一二三四五六七八九十]{1,2}[是要](?!一))"
    )


def _adverbs() -> tuple[str, ...]:
    """Return the adverbs that may stand before works; one character is more often the begin of a name (达坂城)."""
    return tuple(word for word in cue("adverb", "when") if len(word) > 1)


NAME = 4
REACH = 40
"""Nothing that is taken off the end is longer."""


def end_openings() -> frozenset[str]:
    """Return the characters that all which is taken off the end begins with."""
    after, weak = words_by_notation("stages", "wordAfter"), words_by_notation("stages", "wordWeak")
    return frozenset(word[0] for word in (*after, *weak, *cue("toward"), *"取纳列进工", *BEGINS_TIME, *BEGINS_SUM))


@cache
def _back() -> re.Pattern[str]:
    specific, weak = words_by_notation("stages", "wordAfter"), words_by_notation("stages", "wordWeak")
    opening = initials(end_openings())
    return re.compile(
        rf"{opening}(?:(?P<able>{ABLE})|(?P<stage>{alternation(specific)})|{PLANNED}|(?P<weak>{alternation(weak)}|{FUNDED}|{PROGRESS})|工作|(?:(?:{TIMES}|[于在]?(?:[一二三四]|\d{{1,2}}))[、和])*{TIMES}"
        rf"|{cue_pattern('toward')})$"
    )


@cache
def _back_words() -> dict[str, tuple[str, ...]]:
    """Return the words that are taken off the end, by their last character."""
    words = (*words_by_notation("stages", "wordAfter"), *words_by_notation("stages", "wordWeak"), *cue("toward"))
    return by_last((*words, "工作"))


def _match_back(text: str, start: int, end: int) -> re.Match[str] | None:
    """Match what is taken off the end of a stretch; most stretches close with nothing of the kind."""
    last = text[end - 1 : end]
    planned = last in ENDS_PLANNED and text.endswith(ENDS_PLANNED[last], start, end)
    if (planned and text.find("入", max(start, end - LONGEST_PLAN), end) >= 0) or (
        last in ENDS_LONG and text.endswith(ENDS_LONG[last], start, end)
    ):
        return _back().search(text, max(start, end - REACH), end)
    words = _back_words().get(last)
    if words is None or not text.endswith(words, start, end):
        return None
    size = next(len(word) for word in words if text.endswith(word, start, end))
    return _back().search(text, end - size, end)


@lru_cache(maxsize=MANY)
def peel_front(text: str, start: int, end: int) -> tuple[int, Lead]:
    """Return where the works begin, and what the verbs before them tell."""
    front = _front().match
    verbs: tuple[str, ...] = ()
    position = start
    while match := front(text, position, end):
        word, behind = match["stage"], match.end()
        if behind == position + 1 and begins_place(text[position : position + NAME]):  # 都匀, 将乐
            break
        position = behind
        if word and word[-2:] in cue_set(*NAMES) and named_after(text, position - 2):  # 加快|建设路
            return position - 2, _lead((*verbs, word[:-2]))
        if word and not match["of"]:  # 明年开工的 says which works are meant
            verbs = (*verbs, word)
    return position, _lead(verbs)


@lru_cache(maxsize=MANY)
def _lead(verbs: tuple[str, ...]) -> Lead:
    """Return what verbs tell together."""
    table = words_by_notation("stages", "wordVerb")
    named = [word for word in verbs if word in cue_set("work-verb")]
    stages = [table[word] for word in verbs if word in table]
    return Lead(latest(stages), any(verbs), named[-1] if named else "")


def peel_back(text: str, start: int, end: int) -> tuple[int, str, bool]:
    """Return where the works end, the stage told behind them, and whether only 建设 or the like is."""
    stages: list[str] = []
    weak = False
    position = end
    if told := in_brackets(text, start, end):
        stages.append(stage_words()[told["stage"]])
        position = told.start()
    while match := _match_back(text, start, position):
        if match["able"]:
            stages.append("complete")
        elif match["stage"] or match["plan"]:
            stages.append(words_by_notation("stages", "wordAfter").get(match["stage"], "reserve"))
        weak = weak or bool(match["weak"])
        position = match.start() - text.endswith("的", start, match.start())
    return position, stages[0] if stages else "", weak


def ends_in_stage(text: str, start: int, end: int) -> bool:
    """Tell whether a stretch names works and closes with their stage (甲水库开工)."""
    if not (_match_back(text, start, end) or in_brackets(text, start, end)):
        return False
    first, _ = peel_front(text, start, end)
    last, after, _ = peel_back(text, first, end)
    told = after or MOVED.search(text, last, end)
    return bool(told) and last > first and bool(closing_works(UNSAID.sub("", text[first:last]))[1])


RESUMED = re.compile(
    r"(?:以上|上述|这|该)?(?:[两二三四五六七八九十\d]+[个项大])?(?:重点|重大|民生|骨干|标志性)*(?:项目|工程)(?:均|都)?"
)
"""What takes up the works before it again (三项工程确保国庆前完工)."""


def stage_alone(text: str, start: int, end: int) -> str:
    """Return the stage of a clause that holds nothing else (力争2025年全线竣工通车), else nothing."""
    resumed = RESUMED.match(text, start, end)
    start = resumed.end() if resumed else start
    last, after, _ = peel_back(text, start, end)
    first, lead = peel_front(text, start, last)
    stage = after or (lead.stage if lead.stage != CONSTRUCTION else "")
    return stage if last <= first else ""
