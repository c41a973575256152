"""The words before a number, parted into indicator, verb and measure.

`力争高新技术企业突破` is 高新技术企业; `年内实现招商引资到位资金` is 招商引资到位资金; `规模以上工业增加值增长` is
规模以上工业增加值, a growth;
`实施农村清洁取暖改造` is 农村清洁取暖改造; `整合设立` is a verb, and what it counts follows the number.
"""

import re
from functools import cache
from typing import NamedTuple

from planskg.extracting.everyday import everyday_words
from planskg.extracting.lexicon import alternation, by_last, closing_word, cue, cue_ends, cue_pattern, cue_set
from planskg.extracting.place_names import begins_place
from planskg.extracting.sharing import closes_in_measure
from planskg.vocabulary import load_scheme

RISES = {"growth": "growth", "increment": "increment", "fall": "growth"}
"""What the words of a kind tell of the measure."""
MOVING = ("reach", "growth", "fall", "increment")
DISTRIBUTES = re.compile(r"均|都|分别|各")
AVERAGED = re.compile("[户人亩年月日村县地]均$")
"""Words in which 均 does not distribute a number but averages it."""
NOUN_ENDS = ("起降", "升降", "沉降", "深度")
"""Nouns that end like a verb or an adverb (保险深度3%)."""
FOR = re.compile("为了?|对|向|给|面向|针对|围绕")
"""Prepositions before those for whom something is done."""
SUBJECT = re.compile("[^，、]{2,6}?(?<!即)将(?=[^，、]{4})|年度计划(?=完成|实施|安排)")
"""An institution that promises, which no word tells from what it promises (县人民医院将新增床位100张)."""
PROMISED = re.compile("[将划]")
"""What such words hold."""
LONGEST_MEANT = 24
SHORTEST = 2
NAME = 4
COMPOUND = (
    "高标准农田|高质量就业|重点领域|重点项目|重点群体|各[项类级]|使[用馆]|让利|将军|把关|对[外口接标虾]|对.{1,3}(?:贸易|[进出]口)"
    "|引导基金|计划生育|保障房|平均(?![每增])|和[美谐平睦田静顺林政布龙硕]|还[建本款贷原迁]"
)
"""Names that begin like an adverb or a verb."""
NO_NOUN = "率|化|性|度|水平"
"""What goes on with the word before it, which is then part of a name (落实率, 保障性住房)."""
SET_TASK = "(?:国家|自治区|上级|[省市州县区]上?)(?:上)?下达(?:我[省市州县区])?的"
SINCE = re.compile(
    r"(?:(?:是|为|达到?|相当于)(?:上年度?|去年|20\d\d年)(?:同期|底|末)?的|(?:比|较)(?:上年度?|去年|年初|20\d\d年)(?:同期|底|末)?"
    r"|在(?:上年度?|去年|年初|20\d\d年|现有|原有)(?:同期|底|末)?的?基础上)$"
)
"""What a number is compared with: 达到上年的2倍, 比2020年多3万人."""
ENDS_SINCE = "的年度期底末"
ADDING = re.compile(r"(?:累计|年)?新增(?:加)?|新添|增添|净增|增加(?!值)|增补|扩充|扩增|增设|再增加?")
TIMES = r"(?:到|至|力争到|在)?(?:20\d\d年|“?十[一二三四五六]五”?(?:时期|期间|末)?)(?:底|末)?(?:前|，)?"
YEARS = "(?:用|未来|今后)?[两三四]年(?:左右)?(?:的?时间|内)"


BRINGING = ("至", "到", "在")
MOVED = re.compile(
    "(?:提高|提升|增加|延长|扩大|上调|降低|下调|减少|缩短|压缩|压减|缩小|控制|稳定|保持)([^，；。、]{2,})(?:至|到|在)$"
)
"""A verb of moving, the statistic that it moves, and what brings that to its number."""

TIME_ENDS = ("年", "底", "末", "前", "期间", "时期")
TIME_END = re.compile(rf"(?<=[^到至在])(?:{TIMES}|\d{{1,2}}月(?:底|末)?前?)$")


class Head(NamedTuple):
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


def read_head(before: str, follows: bool = False) -> Head:
    """Take the words before a number apart; before begins at the clause or after the number that precedes.

    follows tells whether a noun follows the number: the verb before it then makes the measure (改造提升25个养老机构).
    """
    making = _closing_making(before) if follows else ""
    head = Head(before) if making else _peel(before)
    if not making and not head.reaches and not head.rise:
        making = _closing_making(head.words)
    words = strip_lead(head.words.rstrip("—"))
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
    )


@cache
def _tails() -> dict[str, tuple[str, ...]]:
    measures = load_scheme("measures")
    return {
        "reach": measures["level"].values("wordReach"),
        "growth": measures["growth"].values("wordRise"),
        "fall": measures["growth"].values("wordFall"),
        "increment": measures["increment"].values("wordRise"),
        "doing": cue("doing"),
        "adverb": (*cue("adverb"), *cue("when"), "目标", "预期", "有望", "要", "再"),
    }


@cache
def _kinds() -> dict[str, str]:
    """Return what may be taken from the end of the words before a number, with the first kind that it is of."""
    return {word: kind for kind, words in reversed(_tails().items()) for word in words}


@cache
def _ends() -> dict[str, tuple[str, ...]]:
    return by_last(_kinds())


def _closing_making(words: str) -> str:
    return closing_word(cue_ends("making"), words)


def _peel(before: str) -> Head:
    """Take verbs of reaching, growing and adding, and adverbs, from the end; tell which were there."""
    base = SINCE.search(before) if before[-1:] in ENDS_SINCE else None
    words, seen = (before[: base.start()], {"reach"}) if base else (before, set())
    if words.endswith("保持") and not words.endswith("水土保持"):
        words, seen = words[:-2], {"reach"}
    rise, each = "", False
    while not is_label(words) and (word := closing_word(_ends(), words)):
        kind = _kinds()[word]
        if (rise and kind in MOVING) or AVERAGED.search(words) or words.endswith(NOUN_ENDS):
            break
        words = words[: -len(word)]
        seen.add(kind)
        rise = RISES.get(kind, rise)
        each = each or (kind == "adverb" and DISTRIBUTES.fullmatch(word) is not None)
    if words.endswith(BRINGING) and (thing := _moved(words)):
        words = thing
        seen.add("reach")
    since = SINCE.search(words) if rise else None
    words = words[: since.start()] if since else words
    if words.endswith(TIME_ENDS):
        words = TIME_END.sub("", words)
    return Head(words, "", "doing" in seen, "reach" in seen, rise, "fall" in seen, each)


def _moved(words: str) -> str:
    """Return the statistic that a bare 至, 到 or 在 brings to its number: 延长游客停留时间至, 失业率在."""
    moved = MOVED.match(strip_lead(words))
    if moved:
        return moved[1]
    return words[:-1] if words.endswith("在") and closes_in_measure(words[:-1]) else ""


def is_label(words: str) -> bool:
    """Tell a statistic's own name, of which nothing is taken (人口自然增长率)."""
    concept = load_scheme("indicators").by_name.get(words)
    return concept is not None and concept.label == words


@cache
def _lead() -> re.Pattern[str]:
    """Match what may be taken from the front of an indicator, or the preposition of a phrase that may be."""
    idle = cue_set("adverb", "when", "doing") - {"重点"}
    return re.compile(
        rf"(?!{COMPOUND})(?:{TIMES}|[到至]?\d{{1,2}}月(?:份|底|末)?前?|（(?:\d{{1,2}}）)?|其中[:：]?|[、，：/和与及]|以及"
        rf"|要(?={cue_pattern('doing', 'making')})|并$|{YEARS}|基本(?=建成|完成|完工|竣工|实现|形成)"
        rf"|重点(?={cue_pattern('doing', 'making', 'preposition')})|{alternation(idle)})(?!{NO_NOUN})"
        rf"|{SET_TASK}|(?P<opening>{cue_pattern('preposition')})"
    )


def strip_lead(words: str) -> str:
    """Take connectives, times, adverbs, verbs that only say do, and an adverbial phrase from the front."""
    names = load_scheme("indicators").by_name
    promised = PROMISED.search(words) and words not in names
    if promised and (subject := SUBJECT.match(words)):
        words = words[subject.end() :]
    while words not in names and (match := _lead().match(words)):
        if match.end() == 1 and words[0] not in "与及" and _begins_name(words):
            return words
        rest = _without_adverbial(words, match["opening"]) if match["opening"] else words[match.end() :]
        if rest == words:
            return words
        words = rest
    return words


def _begins_name(words: str) -> bool:
    """Tell words whose first character is part of a longer one, or of a place (还款率, 均衡, 和田)."""
    return words[:2] in everyday_words() or begins_place(words[:NAME])


@cache
def _working() -> re.Pattern[str]:
    """Match the verb that may follow an adverbial phrase; of one character (对) it may be part of a noun (对象)."""
    doing = [word for word in cue("doing") if len(word) > 1]
    return re.compile(rf"(?<=...)(?!{COMPOUND})(?:(?P<doing>{alternation(doing)})|(?P<making>{cue_pattern('making')}))")


def _without_adverbial(words: str, opening: str) -> str:
    """Drop a phrase that a preposition opens, up to the verb that follows it; whom it is for stays.

    为适龄妇女开展“两癌”筛查 is 适龄妇女“两癌”筛查, 在重点县建设基地 is 建设基地.
    """
    match = _working().search(words, len(opening))
    if not match or len(words) - match.end() < SHORTEST:
        return words
    meant = words[len(opening) : match.start()] if FOR.fullmatch(opening) and match["doing"] else ""
    return (meant if len(meant) <= LONGEST_MEANT else "") + words[match.end() if match["doing"] else match.start() :]
