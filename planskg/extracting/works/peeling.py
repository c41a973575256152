"""A clause peeled from the back, of what the works come to, and from both sides, to see what it leaves.

力争2027年底前｜启动｜三江水库｜建设 leaves 三江水库, and the stages that are told before and behind it.
"""

import re
from typing import Final

from planskg.extracting.words.lexicon import (
    alternation,
    by_last,
    closes_with,
    closing,
    cue,
    initials,
    sizes_by_ending,
    words_by_notation,
)
from planskg.extracting.works.closing import GENERAL, closing_works
from planskg.extracting.works.leads import BEGINS_SUM, BEGINS_TIME, FUNDED, TIMES, peel_front
from planskg.extracting.works.names import naming
from planskg.extracting.works.series import PIECE
from planskg.extracting.works.stages import CONSTRUCTION, STAGE_WORDS, in_brackets, rank

ENDS_TIME: Final = (
    *("年底末初内前节季月旬"),
    *(
        "五”",
        "月份",
        "汛期",
        "国庆",
        "中秋",
        "元旦",
        "端午",
        "五一",
        "六一",
        "十一",
        "七一",
        "季度",
        "学期",
        "暖期",
        "火期",
    ),
    *("暑期", "暑假", "寒假"),
)
ENDS_SUM: Final = tuple(f"元{about}{of}" for about in ("", "以上", "左右") for of in ("", "的"))
PROGRESS: Final = (
    "取得(?:实质性|重大|积极|突破性|明显|新)*(?:进展|突破)"
    r"|(?:完成|达到?)(?:[一-龥]{2,8}的?|[一-龥]{2,6}达到?)?(?:[\d.]+%|[二三四五六七八九]成)(?:以上|左右)?"
)
"""How far works are to come (取得实质性进展, 完成总工程量的60%)."""
ENDS_PROGRESS: Final = (
    "进展",
    "突破",
    "%",
    "%以上",
    "%左右",
    *(f"{share}成" for share in "二三四五六七八九"),
    "成以上",
)
ABLE: Final = (
    "具备(?:(?!开工|动工|施工|进场|建设|实施|招标)[一-龥]{2,6}条件"
    "|[一-龥]{0,2}(?:送电|供[水电热气]|通[车航水气]|蓄水|发电|接入|并网|投[产运用]|运[营行]|使用|开放|接待|生产|入住|收治)能力)"
)
"""What works can do that are complete (具备通水条件, 具备送电能力)."""
STEP: Final = re.compile(
    "(?:完成|通过|取得|拿到|获得|获取|实现|转入|进入|启动|开展|落实|递交|提交|报送|恢复|深化|加快|加紧|抓紧|办理|办结|做好|做实|抓好)(?![^，]*[级甲国省])(?P<what>[一-龥]{0,8})$"
)
"""A verb, and what stands between it and the word that tells a stage (甲码头｜完成岸线｜审批)."""
LONGEST_STEP: Final = 10
CARRIED_ON: Final = ("完成", "推进", "批复", "获批")
"""What is said of work on paper that is done or approved, without which it is the stage (可研报告取得批复)."""
EARLY: Final = r"提前[一两二三半\d]个?半?[年月]"
"""By how long works are ahead of their time (提前一年收官)."""
ENDS_PLAN: Final = (
    *("规划", "计划", "盘子", "目录", "清单", "笼子", "库", "方案", "试点", "名单", "范围"),
    *("规划调整", "规划修编", "规划修订", "储备", "名录", "台账", "布局", "项目包", "资金支持", "政策支持"),
    *GENERAL,
)
"""How a plan or list ends that works are put on; as works themselves do, too (列入省级重点工程)."""
PLANNED: Final = rf"(?P<plan>(?:纳入|列入|进入)[^，、]{{1,16}}(?:{'|'.join(ENDS_PLAN)}))"
OF_MORE: Final = (*ENDS_TIME, *ENDS_SUM, *ENDS_PROGRESS, "条件", "能力")
"""What closes that which is taken off the end where it is more than a word."""
ENDS_LONG: Final = by_last(OF_MORE)
ENDS_PLANNED, LONGEST_PLAN = by_last(ENDS_PLAN), 20
"""The same of works that are put on a plan or list, which 入 tells, and how long that is."""
MOVED: Final = re.compile("(?:进展|突破|(?:[元%]|[二三四五六七八九]成)(?:以上|左右)?)$")
"""What closes a clause that tells of works under way without a stage: 取得实质性进展, 完成年度投资12亿元."""
UNSAID: Final = re.compile("(?:主体|建设)$")
ENDS_PART: Final = (
    *("路基", "路面", "桥面", "桥隧", "桥涵", "桩基", "桩基础", "墩柱", "承台", "主塔", "主梁", "箱梁", "坝体", "坝基"),
    *("主体结构", "土石方"),
)
"""Parts of works, where what is told is only how far they are (甲高速｜路基完成八成)."""
REACH: Final = 40
"""Nothing that is taken off the end is longer."""
RESUMED: Final = re.compile(
    r"(?:确保|力争|争取|保证|推动|促使|力促)?(?:以上|上述|这|该)?(?:[两二三四五六七八九十\d]+[个项大])?(?:重点|重大|民生|骨干|标志性)*(?:项目|工程)(?:均|都)?"
    "|第?[一二三首]阶段(?:工程)?"
)
"""What takes up the works before it again (三项工程确保国庆前完工)."""
PARTS: Final = re.compile(
    "(?:(?:全线|[左右]线|先行|首开)?(?:溢洪道|泄洪[洞道]|导流洞|防渗墙|围堰|路基|路面|桥隧|桥梁|桥涵|涵洞|隧道|隧洞|车站|区间|站房|房建|土建|厂房|主厂房|机房|泵房"
    "|管网|管廊|渠道|大坝|坝体|坝基|桩基|土石方|(?:控制性|先行|主体|房建|土建|附属|节点)工程|先行段|标段)"
    "(?:工程)?(?:掘进|开挖|浇筑|填筑|施工|安装|铺设|改造)?(?:[、和及与]|$))+"
)
"""Parts of works: what is done to them brings the works no further than construction."""


def end_openings() -> frozenset[str]:
    """Return the characters that all which is taken off the end begins with."""
    after, weak = words_by_notation("stages", "wordAfter"), words_by_notation("stages", "wordWeak")
    return frozenset(
        word[0]
        for word in (*after, *weak, *cue("toward"), *"取纳列进工拿转启落递提报恢做抓具“", *BEGINS_TIME, *BEGINS_SUM)
    )


def _back() -> re.Pattern[str]:
    """Match what is taken off the end where that is more than a word; words that do not close so need no try."""
    stages = (words_by_notation("stages", each) for each in ("wordAfter", "wordWeak"))
    after, weak, toward = (
        [word for word in words if word.endswith((*OF_MORE, *ENDS_PLAN))] for words in (*stages, cue("toward"))
    )
    opening = initials((*after, *weak, *toward, *"具取纳列进完达提", *BEGINS_TIME, *BEGINS_SUM))
    return re.compile(
        rf"{opening}(?:(?P<able>{ABLE})|(?P<stage>{alternation(after)})|{PLANNED}"
        rf"|(?P<weak>{alternation(weak)}|{FUNDED}|{PROGRESS})|{EARLY}"
        rf"|(?:(?:{TIMES}|[于在]?(?:[一二三四]|\d{{1,2}}))[、和])*{TIMES}|{alternation(toward)})$"
    )


BACK: Final = _back()


Taken = tuple[int, str, bool]
"""What is taken off the end: where it begins, the stage it tells, and whether it tells of works without one (建设)."""


def _back_words() -> dict[str, tuple[str, bool]]:
    """Return the words that are taken off the end, each with its stage, and whether it tells of works without one."""
    words = dict.fromkeys((*cue("toward"), "工作"), ("", False))
    words |= dict.fromkeys(words_by_notation("stages", "wordWeak"), ("", True))
    after = {word: (stage, False) for word, stage in words_by_notation("stages", "wordAfter").items()}
    return words | {f"{word}阶段": told for word, told in after.items()} | after  # 进入大坝填筑阶段


BACK_WORDS: Final = _back_words()


BACK_SIZES: Final = sizes_by_ending(BACK_WORDS)


BACK_LASTS: Final = frozenset((*ENDS_PLANNED, *ENDS_LONG, *(word[-1] for word in BACK_WORDS)))
"""The characters that all which is taken off the end closes with."""


def _take_off(text: str, start: int, end: int) -> Taken | None:
    """Return what is taken off the end of a stretch; most stretches close with nothing of the kind."""
    last = text[end - 1 : end]
    if last not in BACK_LASTS:
        return None
    if last == "”" and (stage := _quoted(text, start, end)):
        return text.rindex("“", start, end), stage, False
    planned = closes_with(ENDS_PLANNED, text, start, end) and text.find("入", max(start, end - LONGEST_PLAN), end) >= 0
    if planned or closes_with(ENDS_LONG, text, start, end):
        return _take_long(text, start, end)
    for size in reversed(closing(BACK_SIZES, text[max(start, end - 2) : end])):
        known = BACK_WORDS.get(text[end - size : end]) if size <= end - start else None
        if known:
            return end - size, *known
    return None


def _quoted(text: str, start: int, end: int) -> str:
    """Return the stage that closes a stretch in quotation marks of its own (实现“双线洞通”); empty for none."""
    opens = text.rfind("“", start, end)
    return words_by_notation("stages", "wordAfter").get(text[opens + 1 : end - 1], "") if opens >= 0 else ""


def _take_long(text: str, start: int, end: int) -> Taken | None:
    """Return the same where it is more than a word."""
    match = BACK.search(text, max(start, end - REACH), end)
    if match is None:
        return None
    stage = words_by_notation("stages", "wordAfter").get(match["stage"], "")
    stage = "complete" if match["able"] else "reserve" if match["plan"] else stage
    return match.start(), stage, match["weak"] is not None


def peel_back(text: str, start: int, end: int) -> tuple[int, str, bool]:
    """Return where the works end, the stage told behind them, and whether only 建设 or the like is."""
    position, stage, weak = end, "", False
    bracket = end - 2 * text.endswith("建设", start, end)
    if text[bracket - 1 : bracket] == "）" and (told := in_brackets(text, start, bracket)):
        position, stage = told.start(), STAGE_WORDS[told["stage"]]
    while taken := _take_off(text, start, position):
        begin, behind, is_weak = taken
        on_paper = behind == "preliminary" and text.endswith(CARRIED_ON, start, end)
        stage, weak = behind if on_paper else stage or behind, weak or is_weak
        position = begin - text.endswith("的", start, begin)
    if stage and position > start:
        position = _before_step(text, start, position, stage)
    if weak and not stage and text.endswith(ENDS_PART, start, position) and MOVED.search(text, position, end):
        position -= max(len(part) for part in ENDS_PART if text.endswith(part, start, position))
    return position, stage, weak


def _before_step(text: str, start: int, end: int, stage: str) -> int:
    """Return where works end before what is done on the way (甲码头｜完成岸线), if such closes a stretch.

    A part without a name of its own is such, too, while work goes on (甲电站｜完成升压站主体工程).
    What is signed or opened may be a service of what is there (甲医院完成家庭医生签约).
    """
    step = STEP.search(text, max(start, end - LONGEST_STEP), end)
    if step is None or (step["what"] and stage in ("reserve", "operation")):
        return end
    if stage == "preliminary" and step["what"].endswith(("和", "与", "、")):  # 完成立项和｜用地审批
        return step.start()
    works = text[start : step.start()]
    kind = closing_works(works)[1]
    if closing_works(step["what"])[1] and (
        stage != CONSTRUCTION or kind == "general" or naming(step["what"], None).sure
    ):
        return end
    return step.start() if kind or PIECE.fullmatch(works) else end


def ends_in_stage(text: str, start: int, end: int) -> bool:
    """Tell whether a stretch names works and closes with their stage (甲水库开工)."""
    if not (_take_off(text, start, end) or in_brackets(text, start, end)):
        return False
    first, _ = peel_front(text, start, end)
    last, after, _ = peel_back(text, first, end)
    told = after or MOVED.search(text, last, end)
    works = UNSAID.sub("", text[first:last])
    return bool(told) and last > first and bool(closing_works(works)[1] or PIECE.fullmatch(works))


def stage_alone(text: str, start: int, end: int) -> str:
    """Return the stage of a clause that holds nothing else (力争2025年全线竣工通车, 路基、桥隧全面施工)."""
    resumed = RESUMED.match(text, start, end)
    start = resumed.end() if resumed else start
    last, after, _ = peel_back(text, start, end)
    first, lead = peel_front(text, start, last)
    stage = after or (lead.stage if lead.stage != CONSTRUCTION else "")
    if stage and last > first:
        return min(stage, CONSTRUCTION, key=rank) if PARTS.fullmatch(text[first:last]) else ""
    return stage
