"""The words before a number, parted into indicator, verb and measure.

`力争高新技术企业突破` is 高新技术企业; `规模以上工业增加值增长` is 规模以上工业增加值, a growth;
`实施农村清洁取暖改造` is 农村清洁取暖改造; `整合设立` is a verb, and what it counts follows the number.
"""

import re
from typing import Final

from planskg.extracting.targets.indicator_leads import TIMES, strip_lead
from planskg.extracting.words.concepts import INDICATORS
from planskg.extracting.words.lexicon import by_last, closing_word, cue, cue_ends
from planskg.extracting.words.sharing import closes_in_measure
from planskg.extracting.works.closing import GENERAL
from planskg.model import Noun
from planskg.vocabulary import load_scheme

RISES: Final = {"growth": "growth", "increment": "increment", "fall": "growth"}
"""What the words of a kind tell of the measure."""
MOVING: Final = ("reach", "growth", "fall", "increment")
DISTRIBUTES: Final = re.compile(r"均|都|分别|依次|各|双")
EACH: Final = re.compile("(?:分别|均|都|各)$")
AVERAGED: Final = re.compile("[户人亩年月日村县地]均$")
"""Words in which 均 does not distribute a number but averages it."""
NOUN_ENDS: Final = ("年度计划安排", "年度计划", "起降", "升降", "沉降", "深度", "投资计划的", "建设计划的")
"""Nouns that end like a verb or an adverb (保险深度3%), and those of what a share is of."""
FALL_NAMES: Final = ("降幅", "跌幅", "下降幅度", "降低幅度", "削减幅度", "压减幅度")
"""Names of a decline, which stays one where it reaches its number (能耗降幅达到3%)."""
LEAST: Final = ("至少", "最少")
SINCE: Final = re.compile(
    r"(?:(?:是|为|达到?|相当于)(?:上年度?|去年|20\d\d年)(?:同期|底|末)?的|(?:比|较)(?:上年度?|去年|年初|20\d\d年)(?:同期|底|末)?"
    r"|在(?:上年度?|去年|年初|20\d\d年|现有|原有)(?:同期|底|末)?的?基础上)$"
)
"""What a number is compared with: 达到上年的2倍, 比2020年多3万人."""
ENDS_SINCE: Final = "的年度期底末上"
PRICED: Final = (
    "可比价",
    "按可比价",
    "可比价格",
    "按可比价格",
    "按可比价计算",
    "按可比价格计算",
    "按不变价",
    "按不变价格",
    "按不变价格计算",
)
"""At which prices something grows."""
ADDING: Final = re.compile(
    r"(?:累计|年)?新增(?:加)?|[可能](?:新?增加?|新增)(?![长值])|新添|增添|净增|增加(?!值)|增补|扩充|扩增|增设|再增加?"
)
BRINGING: Final = ("至", "到", "在")
MOVED: Final = re.compile(
    "(?:提高|提升|增加|延长|扩大|上调|降低|下调|减少|缩短|压缩|压减|缩小|控制|稳定|保持)([^，；。、]{2,})(?:至|到|在)$"
)
"""A verb of moving, the statistic that it moves, and what brings that to its number."""
KEPT: Final = re.compile("(?:均|都|全部|一律|全年|始终|持续|长期|继续)+$")
"""What may stand between a rate and where it is (合格率｜全部｜在98%以上)."""
FOR_WHOM: Final = ("为", "对", "给", "向")
FOR_ALL: Final = re.compile("[为对给向](?:全[省市区县州旗盟镇乡]|辖区|[我本][省市区县州]|城区|[省市区县]内)?的?")
"""What opens a number of people or things for which something is done all over the region."""
DONE: Final = re.compile("完成|实现|实施")
DONE_INSIDE: Final = re.compile(
    r"(?P<whose>..+?)(?:全年|年内|年度|当年|今年|本年|上半年|力争|争取|计划|预计|预期|确保|累计)+"
    f"(?:{DONE.pattern})(?=[^，；、]{{2,6}}$)"
)
TIME_ENDS: Final = ("年", "底", "末", "前", "期间", "时期")
TIME_END: Final = re.compile(rf"(?<=[^到至在“])(?:{TIMES}|\d{{1,2}}月(?:底|末)?前?)$")

SHORT_KIND: Final = 3
"""A noun no longer than this says nothing of the works that it closes a list of (等项目, 等工程)."""
PER_EACH: Final = ("亩均增收", "亩均增产", "户均增收", "户均增产", "人均增收")
"""Averages of what is gained, whose verb is all that says what is measured."""
MAKING: Final = cue_ends("making")


class Head(Noun):
    """The words before a number, taken apart."""

    words: str
    """The indicator as far as it stands there; empty where it stands elsewhere."""
    verb: str = ""
    """The verb that makes the measure (新建, 培育) where it closes the words."""
    acts: bool = False
    """Whether a verb stands right before the number, so that what is counted follows it."""
    reaches: bool = False
    """Whether a verb of reaching stands right before the number (达到, 控制在)."""
    rise: str = ""
    """growth or increment where a word of it stands right before the number."""
    fall: bool = False
    each: bool = False
    """Whether the number holds for each item of a list (均, 分别)."""
    adds: bool = False
    """Whether the words begin with a verb of adding (新增), or are one."""
    follows: bool = False
    """Whether a noun follows the number."""
    least: bool = False
    """Whether 至少 opens the words, before a verb that stays with them (至少引进工业项目)."""


def _without_doing(words: str) -> str:
    """Take a verb that only says do, and when, from between a sector and its statistic (水利行业年内完成投资)."""
    doing = DONE_INSIDE.match(words) if DONE.search(words) and not is_label(words) else None
    # of works 完成投资 is another measure than their 投资
    if doing is None or doing["whose"].endswith(GENERAL) or not closes_in_measure(words):
        return words
    return doing["whose"] + words[doing.end() :]


def _behind_names(words: str) -> str:
    """Return what the works are that 等 closes, where a count of them follows (甲改造、乙扩建等｜技改项目40个)."""
    if not words.endswith(GENERAL) or "等" not in words:
        return words
    kind = words.rpartition("等")[2]
    return kind if len(kind) > SHORT_KIND else words


def read_head(before: str, follows: bool = False) -> Head:
    """Take the words before a number apart; before begins at the clause or after the number that precedes.

    follows tells whether a noun follows the number: the verb before it then makes the measure (改造提升25个养老机构).
    """
    making = _closing_making(before) if follows else ""
    head = Head(before) if making else _peel(before)
    if not making and not head.reaches and not head.rise:
        making = _closing_making(head.words)
    words = _behind_names(_without_doing(strip_lead(head.words.rstrip("—"))))
    if words[:1] in FOR_WHOM and FOR_ALL.fullmatch(words):
        words = ""
    least = words.startswith(LEAST)
    if least:
        words = strip_lead(words[2:])
    adds = ADDING.match(words)
    return Head(
        strip_lead(words[adds.end() :]) if adds else words,
        making if words.endswith(making) else "",
        head.acts or bool(making),
        head.reaches,
        head.rise,
        head.fall,
        head.each,
        bool(adds) or (head.rise == "increment" and not words),
        follows,
        least,
    )


def _tails() -> dict[str, tuple[str, ...]]:
    measures = load_scheme("measures")
    return {
        "reach": measures["level"].values("wordReach"),
        "growth": measures["growth"].values("wordRise"),
        "fall": measures["growth"].values("wordFall"),
        "increment": measures["increment"].values("wordRise"),
        "doing": cue("doing"),
        "adverb": (*cue("adverb"), *cue("when"), "目标", "预期", "有望", "要", "再", "免费", "双", *PRICED),
    }


TAILS: Final = _tails()


KINDS: Final = {word: kind for kind, words in reversed(TAILS.items()) for word in words}
"""What may be taken from the end of the words before a number, with the first kind that it is of."""


ENDS: Final = by_last(KINDS)


def _closing_making(words: str) -> str:
    return closing_word(MAKING, words)


def _peel(before: str) -> Head:
    """Take verbs of reaching, growing and adding, and adverbs, from the end; tell which were there."""
    words, reaches = _without_base(before)
    seen, rise, each = {"reach"} if reaches else set(), "", False
    while not is_label(words) and (word := closing_word(ENDS, words)):
        kind = KINDS[word]
        if (rise and kind in MOVING) or AVERAGED.search(words) or words.endswith(NOUN_ENDS):
            break
        gained = words.endswith(PER_EACH)
        words = words if gained else words[: -len(word)]
        seen.add(kind)
        if word in FALL_NAMES:
            seen.discard("reach")
        rise = RISES.get(kind, rise)
        each = each or (kind == "adverb" and DISTRIBUTES.fullmatch(word) is not None)
        if gained:
            break
    if words.endswith(BRINGING) and (thing := _moved(words)):
        words = thing
        seen.add("reach")
    if rise and (since := SINCE.search(words)):
        words = words[: since.start()]
        if apart := EACH.search(words):
            words, each = words[: apart.start()], True
    if words.endswith(TIME_ENDS):
        words = TIME_END.sub("", words)
    return Head(words, "", "doing" in seen, "reach" in seen, rise, "fall" in seen, each)


def _without_base(before: str) -> tuple[str, bool]:
    """Take what a number is compared with, and 保持, from the end; tell whether any was there."""
    base = SINCE.search(before) if before[-1:] in ENDS_SINCE else None
    words = before[: base.start()] if base else before
    if words.endswith("保持") and not words.endswith("水土保持"):
        return words[:-2], True
    return words, base is not None


def _moved(words: str) -> str:
    """Return the statistic that a bare 至, 到 or 在 brings to its number: 延长游客停留时间至, 失业率在."""
    moved = MOVED.match(strip_lead(words))
    if moved:
        return moved[1]
    rate = KEPT.sub("", words[:-1]) if words.endswith("在") else ""
    return rate if closes_in_measure(rate) else ""


def is_label(words: str) -> bool:
    """Tell a statistic's own name, of which nothing is taken (人口自然增长率)."""
    concept = INDICATORS.get(words)
    return concept is not None and concept.label == words
