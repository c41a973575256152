"""What stands before an indicator and is no part of it: connectives, times, adverbs, verbs that only say do.

`年内实现招商引资到位资金` is 招商引资到位资金, `在重点县建设基地` is 建设基地.
"""

import re
from typing import Final

from planskg.extracting.quantities.times import FROM
from planskg.extracting.words.concepts import INDICATORS
from planskg.extracting.words.everyday import EVERYDAY_WORDS
from planskg.extracting.words.lexicon import alternation, cue, cue_pattern, cue_set
from planskg.extracting.words.place_names import begins_place

FOR: Final = re.compile("为了?|对|向|给|面向|针对|围绕")
"""Prepositions before those for whom something is done."""
SUBJECT: Final = re.compile("[^，、]{2,6}?(?<!即)将(?!军)(?=[^，、]{4})|年度计划(?=(?:完成|实施|安排).)")
"""An institution that promises, which no word tells from what it promises (县人民医院将新增床位100张)."""
PROMISED: Final = re.compile("[将划]")
"""What such words hold."""
LONGEST_MEANT: Final = 24
SHORTEST: Final = 2
NAME: Final = 4
COMPOUND: Final = (
    "高标准农田|高质量就业|重点领域|重点项目|重点群体|各[项类级]|使[用馆]|让利|将军|把关|对[外口接标虾]|对.{1,3}(?:贸易|[进出]口)"
    "|引导基金|拟建(?![设成立])|拟上市|集中[供处安养连式]|计划生育|保障房|平均(?![每增])|和[美谐平睦田静顺林政布龙硕]|还[建本款贷原迁]"
)
"""Names that begin like an adverb or a verb."""
NO_NOUN: Final = "率|化|性|度|水平"
"""What goes on with the word before it, which is then part of a name (落实率, 保障性住房)."""
SET_TASK: Final = "(?:国家|自治区|上级|[省市州县区]上?)(?:上)?下达(?:(?:给?[我本全][省市州县区旗盟])的?|的)"
IN_ALL: Final = (
    "全[省市州县区旗盟](?=(?:统筹|加快|全面|扎实|大力|共|总共|累计|力争|计划|预计|预期)*"
    "(?:推进|推动|实施|完成|开展|组织|实现|安排|落实))"
)
"""A region whose whole is meant, before what is done there (全县共实施…)."""
TIMES: Final = (
    rf"(?:到|至|力争到|在)?(?:(?:{FROM})?20\d\d年(?:每年)?|“?十[一二三四五六]五”?(?:时期|期间|末)?)(?:底|末)?(?:前|，)?"
)
YEARS: Final = "(?:用|未来|今后)?[两三四]年(?:左右)?(?:的?时间|内)|(?:未来|今后)[三四五]年"


def _lead() -> re.Pattern[str]:
    """Match what may be taken from the front of an indicator, or the preposition of a phrase that may be."""
    idle = cue_set("adverb", "when", "doing") - {"重点"}
    return re.compile(
        rf"(?!{COMPOUND})(?:{TIMES}|[到至]?\d{{1,2}}月(?:份|底|末)?前?|（(?:(?:\d{{1,2}}|[一二三四五六七八九十]{{1,3}})）)?|其中[:：]?|[、，：/和与及]|以及"
        rf"|要(?={cue_pattern('doing', 'making')}|力争|确保|努力|继续)|并$"
        rf"|提出(?=[^，、]{{4}})|{YEARS}|[三五]年(?=累计|共)"
        rf"|在(?:确保|保证|力保|保持)(?=[^，乡镇村][^，])|基本(?=建成|完成|完工|竣工|实现|形成)"
        rf"|重点(?={cue_pattern('doing', 'making', 'preposition')})|{alternation(idle)})(?!{NO_NOUN})"
        rf"|{SET_TASK}|{IN_ALL}|(?P<opening>{cue_pattern('preposition')})"
    )


LEAD: Final = _lead()


def strip_lead(words: str) -> str:
    """Take connectives, times, adverbs, verbs that only say do, and an adverbial phrase from the front."""
    promised = PROMISED.search(words) and words not in INDICATORS
    if promised and (subject := SUBJECT.match(words)):
        words = words[subject.end() :]
    while words not in INDICATORS and (match := LEAD.match(words)):
        if match.end() == 1 and words[0] not in "与及" and _begins_name(words):
            return words
        rest = _without_adverbial(words, match["opening"]) if match["opening"] else words[match.end() :]
        if rest == words:
            return words
        words = rest
    return words


def _begins_name(words: str) -> bool:
    """Tell words whose first character is part of a longer one, or of a place (还款率, 均衡, 和田)."""
    return words[:2] in EVERYDAY_WORDS or begins_place(words[:NAME])


def _working() -> re.Pattern[str]:
    """Match the verb that may follow an adverbial phrase; of one character (对) it may be part of a noun (对象)."""
    doing = [word for word in cue("doing") if len(word) > 1]
    return re.compile(
        rf"(?<=...)(?!{COMPOUND})(?:(?P<doing>{alternation(doing)})|(?P<making>(?:新增)?(?:{cue_pattern('making')})))"
    )


WORKING: Final = _working()


def _without_adverbial(words: str, opening: str) -> str:
    """Drop a phrase that a preposition opens, up to the verb that follows it; whom it is for stays.

    为适龄妇女开展“两癌”筛查 is 适龄妇女“两癌”筛查, 在重点县建设基地 is 建设基地.
    """
    match = WORKING.search(words, len(opening))
    if not match or len(words) - match.end() < SHORTEST:
        return words
    meant = words[len(opening) : match.start()] if FOR.fullmatch(opening) and match["doing"] else ""
    return (meant if len(meant) <= LONGEST_MEANT else "") + words[match.end() if match["doing"] else match.start() :]
