"""What stands before a number, made complete by what an earlier number or clause names.

A bare statistic (交易额, 参保率) takes the thing that it is of, an item of a list its verb.
"""

import re
from functools import cache
from typing import Final

from planskg.extracting.targets.carried import Carried
from planskg.extracting.targets.clause import Clause
from planskg.extracting.targets.counting import RATES, RESUMED, SPREAD_OVER, opens_with_making
from planskg.extracting.targets.earlier_clauses import DIGIT, LONGEST_THING, earlier_thing, named_before, subject_before
from planskg.extracting.targets.heads import Head
from planskg.extracting.words.concepts import INDICATORS
from planskg.extracting.words.lexicon import cue_regex, cue_set
from planskg.extracting.words.sharing import LIST_MARK, PAIRED, closes_in_measure, closing_statistic
from planskg.vocabulary import load_scheme

DONE_OF: Final = re.compile("(?!占).{3,}(?<!年)的")
"""What a share is done of (完成｜年度建设任务的｜60%), but not of another year's (恢复到2019年的105%)."""
GRADES: Final = re.compile("(?:世界|国家|部|自治区|省|自治州|州|市|盟|县|区|旗)级")
"""A grade by itself, of the thing that was counted of another grade (国家级实验室2家、省级15家)."""
OF_GRADE: Final = re.compile(rf"(?P<making>.{{0,4}}?){GRADES.pattern}(?=[^以].)")
CASUALTIES: Final = ("死亡人数", "受伤人数", "伤亡人数", "直接经济损失")
"""What accidents bring about, of the kind that the number before tells of (火灾事故起数…、死亡人数…)."""
ACCIDENTS: Final = re.compile("(?P<kind>.*(?:事故|火灾))(?:发生)?(?:总?起数|总?量|次数|总数|[死受伤]{1,2}亡?人数)?")
LOCAL: Final = re.compile("(?:本地|就地|就近|[县市省区域]内)(?:化|配套|转化|加工|消纳|采购|供应)率")
"""A rate of where something comes from or goes, which is of the thing before it (蓝莓产量…，就地加工率…)."""
COUNTED: Final = re.compile(r"\d+[个家座处所项条]")
OF_RATE: Final = re.compile(rf"^{COUNTED.pattern}(?=.+(?:率|比例)$)")
"""How many there are of what a rate is of (6个断面优良水体比例)."""
WORK_OF_ITS_OWN: Final = (
    "转移就业",
    "劳务输出",
    "造林",
    "营造林",
    "人工造林",
    "绿化",
    "招生",
    "引才",
    "拆违",
    "增殖放流",
)
"""Verbs that name all that is counted."""
OF_GOODS: Final = ("产量", "总产量", "销量", "产销量", "保有量", "出口量")
"""Statistics of what an industry makes."""
SHARE_OF: Final = re.compile("占(?![地用道比])(?P<whole>.{2,}?)的?(?:比重|比例|比|份额)?")
AREAS: Final = ("农村", "城镇", "城市", "城区", "县城", "乡镇")
OTHER_AREA: Final = re.compile(f"^(?:{'|'.join(AREAS)})")
"""Parts of a region that one statistic is told of, one after the other (城区绿化覆盖率达到39%，农村提高到33%)."""
ALL_OVER: Final = "(?:全[省市区县州旗盟])?"
ALL_REGION: Final = re.compile(f"^{ALL_OVER}")
BENEFITS: Final = re.compile("(?:惠及|受益|涉及)(?:居民|群众|农户|农牧民|人口|村民|职工|家庭|学生)")
"""People who gain by the thing, or live in it, that an earlier number or clause names."""
BARE: Final = re.compile(
    r"(?:总|年度|年度计划|计划|年度完成|当年)?(?:年度计划安排|投资|里程|长度|建筑面积|劳务收入|收入|产值|资金|面积|规模|总数|总量|容量|交易额|销售额|营业收入|产量|数量|人数|户数|总额|绝对[额值数量]|项目)$|总[产长]"
)
RESUMED_LIST: Final = re.compile("^..(?=.{2})(.*?)(?:总?共计?|合计|总计|计)?$")
"""What sums up a list that stands before it (以上｜项目｜共8项，总投资3亿元)."""
GROSS: Final = ("总量", "总额", "总数", "规模", "绝对额", "绝对值", "绝对数", "绝对量")
WHOLE: Final = (*GROSS, "投资", "资金", "项目", "数量", "人数", "户数")
"""Bare statistics that are of no known statistic before them (工业增加值增长8%，投资增长10%), or are it."""
BEYOND: Final = re.compile("[高快低好优]于")
"""What opens a comparison of the indicator before it with another (…，高于全省平均水平1个百分点)."""
OF_LAST: Final = {"强度": "{}强度", "人均": "人均{}"}
"""Bare measures that another one is told in (研发投入增长10%，强度达到2%), and how they are called whole."""
ZONE: Final = re.compile("[一-龥]{1,8}?(?:商务区|高新区|经开区|开发区|园区|保税区|自贸区)(?=[一-龥]{3})")
"""The zone that the first statistic of a clause is of, and so the known ones behind it (高新区企业20家、税收增长9%)."""
OF_LAND: Final = re.compile("(?:亩均|地均|单位面积)(?:税收|产值|增加值|投资|产出|效益)")
"""What is told of a zone behind its first statistic, in a later clause too (高新区产值增长8%，亩均税收增长5%)."""
TAX_SHARE, BUDGET = ("税收占比", "税收比重", "非税占比", "非税收入占比", "税收收入占比"), "一般公共预算收入"
"""Shares of taxes, and what they are of."""
INSTALLED: Final = re.compile("(?:总|电力)?装机(?:容量|规模|总量)?$")
GENERATED: Final = ("发电量", "年发电量", "上网电量", "绿电发电量")
"""What power of a kind is installed, and what it yields (光伏装机80万千瓦，发电量10亿千瓦时)."""
SHARES: Final = ("占比", "比重", "比例")
GROWTHS: Final = ("增幅", "增速", "增长率")
CARRIES: Final = re.compile(
    "(?:旅客|客运|货邮|货运|货物|集装箱(?!吞吐))(?P<what>(?:吞吐|运输|周转|发送)(?:量|能力)|量)?$"
)
"""What an airport, a port or a railway carries, told of passengers, of goods and of containers."""
YEAR_END: Final = re.compile("(?:年末|年底|期末)$")
"""When stock is counted, which no sale is."""
INCOMES: Final = ("收入", "劳务收入", "花费", "总收入", "消费")
MAKING, MAKINGS = cue_regex("…+", "making"), cue_regex("…(?:[、和与及]?…)*", "making")
"""One verb of making, and several that are joined (新建和改造)."""


def name_stated(clause: Clause, head: Head, unit: str, carried: Carried) -> str:
    """Name what stands before its number, with what a bare verb or statistic is about."""
    words = _with_verb(head, carried)
    if unit in RATES and words[-1] == "的" and not carried.wholes and DONE_OF.fullmatch(words):
        return words[:-1]
    if words in WORK_OF_ITS_OWN:
        return words
    if words == "占" and carried.indicator:
        return carried.indicator + "占比"
    if _is_verb(words) and (thing := _worked_on(clause, words, unit, carried)):
        return thing
    if words[0] == "占" and carried.indicator and (share_of := SHARE_OF.fullmatch(words)):
        return f"{carried.indicator}占{share_of['whole']}比重"
    if BENEFITS.match(words) and (thing := BENEFITS.split(carried.indicator, 1)[0] or earlier_thing(clause)):
        return thing + words
    if words[1:2] == "于" and BEYOND.match(words):
        return BEYOND.split(carried.indicator, 1)[0] + words
    return _complete(clause, words if head.verb else named_before(clause, words), carried)


def _is_verb(words: str) -> bool:
    """Tell words that are verbs of making and nothing else (优化, 供应分配)."""
    return opens_with_making(words) and MAKINGS.fullmatch(words) is not None


def _worked_on(clause: Clause, words: str, unit: str, carried: Carried) -> str:
    """Return a bare verb with what the last number measures, or else with what an earlier clause works on."""
    like = carried.of_unit.get(unit)
    if like and words in like.indicator:
        return like.indicator
    if words in carried.indicator:
        return carried.indicator
    if carried.indicator:
        return words + cue_regex(f"^{ALL_OVER}…+(?=..)|(?<=..)…$", "making").sub("", carried.indicator)
    thing = earlier_thing(clause)
    return thing and words + cue_regex("(?<=..)…$", "making").sub("", thing)


def _with_verb(head: Head, carried: Carried) -> str:
    """Return the words with their verb of making, which holds for the items of the list that follow too."""
    words = head.words
    if words[0] == "再" and words[1:] in cue_set("making"):
        words = words[1:]
    elif words[0].isdigit():
        words = _uncounted(words)
    if BENEFITS.match(words):
        return words
    making = MAKING.match(words) or (MAKING.match(words, 1) if words[0] == "新" else None)
    if making and making.end() < len(words):
        carried.verb = making.group()
    elif carried.verb and not (making or head.adds or closes_in_measure(words)):
        return carried.verb + words
    return words


def _uncounted(words: str) -> str:
    """Take off how many there are of what a rate is of, or of the places that work is spread over."""
    counted = COUNTED.match(words)
    places = SPREAD_OVER.match(words, counted.end()) if counted else None
    return words[places.end() :] if places else OF_RATE.sub("", words)


def _complete(clause: Clause, words: str, carried: Carried) -> str:
    """Give a bare statistic (交易额, 参保率) the thing it is of, which an earlier number or clause names."""
    if words in AREAS and carried.indicator and closing_statistic(carried.indicator):
        return words + OTHER_AREA.sub("", carried.indicator)
    if (last := carried.indicator) and (whole := _of_grade(words, last) or _of_accidents(words, last)):
        return whole
    if last and words in OF_LAST:
        return last if words in last else OF_LAST[words].format(last.removesuffix("总量"))
    if BARE.fullmatch(words):
        if not carried.here and (thing := subject_before(clause)):
            if thing.endswith(words):
                return thing if thing in INDICATORS else words
            return _subject(thing, words) + words
        if (last := _last(words, carried)) and not last.endswith(words):
            return _of_earlier(words, last)
    if words in TAX_SHARE and carried.indicator.endswith(BUDGET):
        return carried.indicator + words
    if words in GENERATED and (installed := INSTALLED.search(carried.indicator)):
        return ALL_REGION.sub("", carried.indicator[: installed.start()]) + words
    if words[0] in "亩地单" and OF_LAND.fullmatch(words) and carried.told and (zone := ZONE.match(carried.told[0])):
        return zone.group() + words
    if words[0] in "旅客货集" and (own := CARRIES.fullmatch(words)) and (like := CARRIES.search(carried.indicator)):
        return carried.indicator[: like.start()] + words + ("" if own["what"] else like["what"] or "")
    if words in INDICATORS:
        zone = ZONE.match(carried.told[0]) if carried.here else None
        return zone.group() + words if zone else words
    if not closes_in_measure(words):
        return words
    return _paired(words, carried) or (_of_thing(clause, words, carried.indicator) if clause.start else words)


def _of_grade(words: str, last: str) -> str:
    """Return a grade with the thing that was counted of another one."""
    other = OF_GRADE.match(last) if words[-1] == "级" and GRADES.fullmatch(words) else None
    return other["making"] + words + last[other.end() :] if other else ""


def _of_accidents(words: str, last: str) -> str:
    """Return who came to harm with the kind of accidents that was counted before."""
    kind = ACCIDENTS.fullmatch(last) if words in CASUALTIES else None
    return kind["kind"] + words if kind else ""


def _last(words: str, carried: Carried) -> str:
    """Return what the last number measures, or their whole where a clause lists its parts or tells of one of them."""
    parted = carried.wholes and not carried.here and (len(carried.told) > 1 or words in INCOMES)
    return carried.wholes[-1].indicator if parted else carried.indicator


def _of_earlier(words: str, indicator: str) -> str:
    """Return a bare statistic with the thing that the indicator before it is of, if that is none of its own."""
    if words == "总规模" and indicator.endswith("装机"):
        return indicator + words
    if words.endswith(WHOLE) and words[-2:] != indicator[-2:] and _is_known_statistic(indicator):
        return indicator if words in GROSS else words
    known = _of_same_sector(words, indicator) if words in INCOMES else ""
    thing = _without_statistic(indicator)
    thing = RESUMED_LIST.sub(r"\1", thing) if thing.startswith(RESUMED) else thing
    own = words[2:] if len(words) > 3 and thing.endswith(words[:2]) else words
    return known or (words if thing in cue_set("making", "activity") else thing + own)


def _paired(words: str, carried: Carried) -> str:
    """Return a statistic made whole by the one before it, whose share or whose like it is."""
    last = carried.indicator
    if words in SHARES and last:
        return f"{last}占{carried.wholes[-1].indicator}比重" if carried.wholes else last + words
    if last.endswith(words):
        return last
    if words in GROWTHS and last:
        return last + words
    like = PAIRED.fullmatch(words) and PAIRED.fullmatch(last[-len(words) :])
    return YEAR_END.sub("", last[: -len(words)]) + words if like else ""


def _of_thing(clause: Clause, words: str, indicator: str) -> str:
    """Return a short statistic with what the clause before works on, or what an earlier number is of."""
    told = clause.silent_before() is None
    thing = indicator if told else earlier_thing(clause)
    if told or DIGIT.search(thing):
        return _owner(indicator, words) + words if len(words) <= 3 or LOCAL.fullmatch(words) else words
    thing = _subject(thing, words)
    if words[:2] in thing and len(words) <= 6:
        front = thing[: thing.find(words[:2])]
        return words if front.endswith("的") or LIST_MARK.search(front) else front + words
    return thing + words if len(words) <= 3 and len(thing) <= LONGEST_THING else words


def _subject(thing: str, words: str) -> str:
    """Return what a clause works on, or the thing that the statistic is of which it tells of."""
    if words in OF_GOODS:  # 推动新能源汽车产业提质，产量达到…
        thing = thing.removesuffix("产业")
    return _owner(thing, words) if closes_in_measure(thing) else thing


def _owner(indicator: str, words: str) -> str:
    """Return the thing that an indicator is of, for a short statistic behind it (小白杏产量…，优果率)."""
    statistic = closing_statistic(indicator)
    if (
        _is_known_statistic(indicator)
        or len(statistic) == 1
        or statistic == indicator
        or "、" in indicator
        or indicator.endswith(("度", "水平"))
        or len(indicator) - len(statistic) > LONGEST_THING
    ):
        return ""
    return "" if statistic in INCOMES or not (statistic or words.endswith("率")) else _without_statistic(indicator)


def _is_known_statistic(indicator: str) -> bool:
    return indicator in INDICATORS and closes_in_measure(indicator)


def _without_statistic(indicator: str) -> str:
    """Return the thing that an indicator is of: 早春蔬菜种植面积 is of 早春蔬菜, 集聚企业数 of 集聚企业."""
    statistic = closing_statistic(indicator)
    kept = statistic in ("", indicator) or statistic in INCOMES or len(indicator) - len(statistic) < 2
    return indicator if kept else indicator[: -len(statistic)].removesuffix("总")


@cache
def _of_same_sector(words: str, indicator: str) -> str:
    """Return the shortest known indicator of the same sector that a bare word closes: 接待游客…、收入 is 旅游收入."""
    scheme = load_scheme("indicators")
    concept = scheme.by_name.get(indicator)
    if concept is None:
        return ""
    near = (c for c in scheme if set(c.values("sector")) == set(concept.values("sector")))
    names = (name for c in near for name in c.names if name.endswith(words) and name != words)
    return min(names, key=lambda name: (len(name), name), default="")
