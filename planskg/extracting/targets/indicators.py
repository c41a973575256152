"""What a number measures, named in the document's own words and complete by itself.

The words stand before the number (`科技特派员总量达到1400名`), behind it (`整合设立11家州直国有企业`), on both sides
(`一般公共预算支出70%以上用于民生支出`), or with an earlier number (`1200亿元、增长15%`).
"""

import re
from typing import Final

from msgspec.structs import replace

from planskg.extracting.quantities.measured import Measured
from planskg.extracting.targets.carried import Carried, Whole
from planskg.extracting.targets.clause import BASE_FIGURE, Clause
from planskg.extracting.targets.completing import name_stated
from planskg.extracting.targets.counted_nouns import FUNDS, name_counted, name_share, name_work, noun_behind
from planskg.extracting.targets.counting import COUNTS, MONEY, PLAIN_COUNTS, RATES, counts_ahead, opens_with_making
from planskg.extracting.targets.earlier_clauses import label_before, listed_before, told_before, worked_before
from planskg.extracting.targets.heads import Head, read_head
from planskg.extracting.targets.indicator_leads import strip_lead
from planskg.extracting.words.lexicon import closing_word, cue_ends, cue_regex
from planskg.extracting.words.sharing import LIST_MARK, closes_in_measure, closing_statistic
from planskg.model import Noun
from planskg.vocabulary import load_scheme

PLANNED: Final = re.compile("(?P<rate>的?(?:增速|增幅|增长率?|速度))?来?(?:安排|把握|掌握|考虑|测算)$")
PLANNED_BY: Final = re.compile("按(?=[^按，、]{0,6}$)")
"""地区生产总值按增长5%安排 is 地区生产总值增长5%."""
LIMITS: Final = ("为上限", "为限", "为下限", "为底线")
"""What closes a number that 以 opens (指数以102为上限)."""
NO_GROWTH: Final = re.compile("[率幅度比]$|比[重例]$|指数$|水平$|占比$|赤字$|支出$")
"""What has a rate planned for it that is no growth."""
ANNOUNCES: Final = re.compile(
    ".*(?:目标|指标|任务)(?:[初暂]步?|建议|确定|设定|安排|明确|拟|定)*(?:[是为](?!主|引领|导向|牵引)|——)"
)
"""What announces goals without a colon: 今年的主要预期目标是地区生产总值增长6%, 预期性指标——…."""
SUM: Final = re.compile("(?:总|投入|整合|统筹|筹集|筹措|落实|拨付)?(?:投资|资金)|筹资|投入")
"""Money that does not say by itself what it is for."""
PARTS: Final = re.compile("（其中|其中|（|）|^含(?=[一-龥]{2})")
LOOKING_BACK: Final = re.compile(
    r"^(?:预计)?(?:截至|截止|在|到|继)?(?:去年|上年|20\d\d年|目前|现有|原有)?(?:底|末)?，?(?:全[省市县区州国旗盟])?(?:已|累计|已经|共|全年|预计)*"
)
"""What stands before the thing that a figure of the past is of."""
PERIOD: Final = re.compile(r"(?:未来|今后)?[两三四五六七八九十\d]+年(?:内|间|共|累计|合计)?")
"""Over how many years money is spent, which is no word of what it is for (三年安排5亿元支持…)."""
STATE: Final = re.compile("(?:全部|均|都|已|正常|稳定|顺利|运行).*$")
"""What is told of the things of the past (去年建成的3座｜水厂｜全部达标)."""
GROUND_END: Final = re.compile("的?基础上$")
LAST_YEAR: Final = re.compile("(?:去年|上年)(?:底|末)?$|已经?$")
YIELD: Final = re.compile("(?:(?<=..)(?:播种|种植|栽植|养殖|饲养|存栏|出栏)(?:面积|规模|量)?|总?产量)$")
"""What is told of crops and livestock, one after the other."""
LONGEST_CROP: Final = 4
ENTITY: Final = re.compile(
    "(?:企业|中心|基地|平台|实验室|工厂|车间|机构|组织|单位|主体|合作社|农场|大户|园区|[园站厂校馆院所店]|工作室|品牌|商标|产品|景区|小镇|民宿)$"
)
"""What is counted one by one, and named without what is done to it."""
CUTS: Final = ("压减", "压降", "压缩", "降低", "减少", "削减", "缩减", "缩短", "调减")
"""Verbs that open what they let decline (降低工业用水量4%)."""
POINT: Final = "百分点"
LEVELS: Final = ("率", "比重", "占比", "比例", "水平")
RATIO: Final = re.compile("(?:率|比重|占比|比例|度|水平)$")
"""What is a rate already, and can reach one."""
SERIES: Final = re.compile(r"(?:量|率|额|值|面积|比重|占比|水平|总数|总规模|总里程)$")
ADDED: Final = ("新增", "净增")
"""Words of adding that may stand between whose it is and what is counted (医保｜净增｜参保职工)."""


PROGRAMME: Final = re.compile(
    "(?:[①-⑳]|（?\\d{1,2}[.、）])?(“[^“”]+(?:工程|行动|计划|项目)”|“[^“”]+”(?:工程|行动|计划|项目))"
)
"""A programme in quotation marks, as an item of a list names it first."""
COMPANIONS: Final = ("和", "与", "以及", "、")
"""What joins things that no number counts to what one does (建设一批商圈和｜37个生活圈)."""


class Named(Noun):
    """An indicator, how it was found, and what the words before the number tell of the measure."""

    words: str
    rule: str
    head: Head
    adds: bool


def name_indicator(clause: Clause, group: list[Measured], carried: Carried) -> Named | None:
    """Return what a group of numbers measures, or None where they measure nothing."""
    before, after = _unannounced(clause.before(group[0])), clause.after(group[-1])
    planned = PLANNED.fullmatch(after)
    if planned:
        before, after = PLANNED_BY.sub("", before), ""
    elif before.endswith("以") and clause.reading.text.endswith(LIMITS, 0, group[-1].end):
        before = before[:-1]
    elif before.startswith("以") and clause.reading.text.startswith("为目标", group[-1].end):
        before = before[1:]
    opened = "其中" if not carried.here and clause.reading.text.endswith("其中：", 0, clause.start) else ""
    _enter_parts(opened + before, group[0].unit, carried)
    before = before.removeprefix("）")
    if carried.ahead:
        before = before[max((m.end() for m in LIST_MARK.finditer(before)), default=0) :]
    head = read_head(_without_companions(before), counts_ahead(after))
    words, rule = _find(clause, head, after, group, carried)
    if not words:
        return None
    if planned and group[-1].unit in RATES and (planned["rate"] or _grows(words)):
        head = replace(head, rise=head.rise or "growth")
    if rule == "stated-indicator" and (cut := _cut(words, head, group[-1].unit)):
        head, words = replace(head, rise="growth", fall=True), cut
    if rule == "carried-indicator":
        head = _moves_on(head, words, group[0], carried)
    elif rule == "stated-indicator" and before.startswith("、") and group[0].unit == carried.unit:
        words = _grown_alike(words, carried.indicator)
    words = words if head.verb and head.follows else _part_of(words, group[-1], carried)
    if rule == "stated-indicator" and not closes_in_measure(words):
        words = _programme_before(clause) + words
    adds = _adds(clause, words, head, group[0], carried)
    if adds and "新增就业" not in words:
        words = _without_adding(words)
    carried.keep(words, head, group[-1].unit, adds)
    return Named(words, rule, head, adds)


def _programme_before(clause: Clause) -> str:
    """Return the programme whose quoted name is all that the clause before says (“甲工程”，新增示范村5个)."""
    before = clause.silent_before() if "”" in clause.reading.text[: clause.start] else None
    named = PROGRAMME.fullmatch(clause.reading.text, *before) if before else None
    return named[1] if named else ""


def _cut(words: str, head: Head, unit: str) -> str:
    """Return what a verb in front lets decline by a percentage (压减｜公用经费｜5%); of a share it may be the level."""
    if (unit not in RATES and unit != POINT) or head.reaches or head.rise or not words.startswith(CUTS):
        return ""
    thing = words[2:]
    return "" if len(thing) < 2 or (unit != POINT and thing.endswith(LEVELS)) else thing


def _without_companions(before: str) -> str:
    """Keep of a verb and the things that no number counts the verb alone (建设｜一批商圈和｜37个生活圈)."""
    making = cue_regex("^…+", "making").match(strip_lead(before)) if before.endswith(COMPANIONS) else None
    return making.group() if making else before


def _without_adding(words: str) -> str:
    for word in ADDED:
        words = words.replace(word, "", 1)
    return words


def _grows(words: str) -> bool:
    """Tell an amount, for which a rate that is planned is a growth (财政收入按6%安排)."""
    return closes_in_measure(words) and not NO_GROWTH.search(words)


def _adds(clause: Clause, words: str, head: Head, q: Measured, carried: Carried) -> bool:
    """Tell whether a number is added to what is there."""
    unit = q.unit
    if unit in RATES or unit in ("年", "岁"):
        return False
    if head.adds or (any(word in words for word in ADDED) and "新增就业" not in words):
        return True
    whole = carried.wholes[-1] if carried.wholes else None
    if whole and whole.adds and whole.unit == unit and not (head.reaches or opens_with_making(words)):
        return True
    if not (carried.adds or _goes_on_adding(clause, head, q, carried)):
        return False
    if head.verb or opens_with_making(head.words):
        return False
    return not SERIES.search(head.words) or (unit == carried.unit and head.words[-1] == carried.indicator[-1])


def _goes_on_adding(clause: Clause, head: Head, q: Measured, carried: Carried) -> bool:
    """Tell a count that goes on behind a comma with those that 新增 opens (新增龙头企业5家，合作社2家); no cap does."""
    if not carried.added or carried.here or q.unit != carried.unit or not (q.unit in PLAIN_COUNTS or q.unit == "户"):
        return False
    if clause.reading.text[clause.start - 1] != "，" or clause.silent_before():
        return False
    return ENTITY.search(head.words) is not None and not (head.reaches or head.acts or q.comparator == "le")


def _unannounced(before: str) -> str:
    """Take what announces goals from the words before a number, where the name of one follows it."""
    announces = ANNOUNCES.match(before) if "标" in before or "任务" in before else None
    return before[announces.end() :] if announces and read_head(before[announces.end() :]).words else before


def _moves_on(head: Head, words: str, q: Measured, carried: Carried) -> Head:
    """Give a rate that only goes on with the rate before it (增长8%以上、力争达到10%) the movement of that one."""
    last = carried.head
    if last and last.rise and not head.rise and q.unit == carried.unit and q.unit in RATES and not RATIO.search(words):
        return replace(head, rise=last.rise, fall=last.fall, reaches=last.reaches)
    return head


def _grown_alike(words: str, indicator: str) -> str:
    """Give a crop or a kind of livestock what the one before it tells (棉花播种118万亩、小麦35万亩)."""
    yields = YIELD.search(indicator)
    is_thing = len(words) <= LONGEST_CROP and not closes_in_measure(words) and not opens_with_making(words)
    return words + yields.group() if yields and is_thing and not YIELD.search(words) else words


def _enter_parts(before: str, unit: str, carried: Carried) -> None:
    """Note where the parts of the last number begin and end: 其中, or a bracket behind it."""
    for mark in PARTS.findall(before):
        if mark == "）":
            carried.leave_part()
        elif carried.indicator:
            last = Whole(carried.indicator, carried.unit, carried.added)
            whole = last if unit in RATES or "其中" not in mark else carried.of_unit.get(unit, last)
            carried.wholes.append(whole)
            carried.indicator = whole.indicator


def _part_of(words: str, q: Measured, carried: Carried) -> str:
    """Give a part what its whole measures: 粮食 of 农作物播种面积 is 粮食播种面积, 制造业占 of 到位资金 its share."""
    if (
        not carried.wholes
        or closes_in_measure(words.removesuffix("占比"))
        or words in load_scheme("indicators").by_name
    ):
        return words
    whole = carried.wholes[-1]
    if words.endswith("的") and q.unit == whole.unit:
        return words + whole.indicator
    if q.unit in RATES:
        return _rate_of_part(words, whole.indicator, whole.unit == q.unit)
    is_unlike = q.unit[:1] != whole.unit[:1]
    return words if is_unlike or opens_with_making(words) else _amount_of_part(words, whole.indicator)


def _rate_of_part(words: str, whole: str, is_alike: bool) -> str:
    """Name a part's share of its whole, or the rate of a part of what has a like rate itself."""
    part = words.removesuffix("占").removesuffix("占比")
    if part != words:
        return f"{part}占{whole}比重"
    return words + whole if is_alike and closes_in_measure(whole) and whole[-1] in "率度重例" else words


def _amount_of_part(words: str, whole: str) -> str:
    """Give a part the statistic of its whole, or the verb of making that opens it."""
    statistic = closing_statistic(whole)
    part = (words.rpartition("中")[2] if words.startswith(whole[:2]) else words).removeprefix("含")
    making = cue_regex("^…+", "making").match(whole)
    if making and not statistic:
        made = closing_word(cue_ends("making"), part)
        thing = whole[making.end() :].rpartition(made)[2] if made else ""
        return part + thing if thing and made != part else making.group() + part
    if not statistic and part.endswith(whole[-2:]):
        return part
    return part + (statistic if statistic and statistic != whole else whole)


def remember(clause: Clause, figures: list[Measured], carried: Carried) -> None:
    """Keep what the first figure measures, where it is of the past, for the goal behind it (去年为68%，今年达到75%)."""
    if clause.reading.left.get(figures[0].start) not in ("past", "base"):
        return
    before = BASE_FIGURE.sub("", clause.reading.text[clause.start : figures[0].start])
    words = LAST_YEAR.sub("", read_head(LOOKING_BACK.sub("", before)).words)
    if words.endswith("的"):
        words = STATE.sub("", noun_behind(clause.reading.text[figures[0].end : clause.end]))
    words = words or label_before(clause, figures[0])
    if clause.text.endswith("基础上"):
        words += GROUND_END.sub("", noun_behind(clause.reading.text[figures[0].end : clause.end]))
    if len(words) > 1:
        carried.indicator = words


def _find(clause: Clause, head: Head, after: str, group: list[Measured], carried: Carried) -> tuple[str, str]:
    """Return what a group of numbers measures, and the rule that found it; both are empty where nothing says it."""
    ahead, q = head.follows, group[-1]
    carried.ahead = False
    if ahead and q.unit in RATES:
        return name_share(head, after, carried)
    if ahead and q.unit in MONEY and FUNDS.match(after) and head.words:
        return noun_behind(after) + PERIOD.sub("", head.words), "funded-work"
    if ahead and not (head.reaches and head.words):
        carried.ahead = True
        return name_counted(clause, head, after, q, carried)
    if head.words:
        words = name_stated(clause, head, q.unit, carried)
        return (name_work(clause, q) if q.unit in MONEY and SUM.fullmatch(words) else "") + words, "stated-indicator"
    if label := label_before(clause, q):
        return label, "labelled"
    words, rule = _find_before(clause, head, len(group), carried)
    counted = q.unit in COUNTS or q.unit == "户"
    if not words and counted and clause.reading.text.endswith("完成", clause.start, group[0].start):
        return worked_before(clause), "worked-before"
    return words, rule


def _find_before(clause: Clause, head: Head, group_size: int, carried: Carried) -> tuple[str, str]:
    """Return what numbers without a word of their own measure: what was named or listed before them."""
    if carried.rest:
        names, carried.rest = carried.rest[:group_size], carried.rest[group_size:]
        return "、".join(names), "carried-indicator"
    if head.each and group_size > 1 and (listed := listed_before(clause, group_size)):
        return listed, "listed-before"
    if head.each and group_size > 1 and len(carried.indicators) >= group_size:
        return "、".join(carried.indicators[-group_size:]), "carried-indicator"
    if head.each and group_size == 1 and not carried.here and (told := told_before(clause, carried)):
        return told, "carried-indicator"
    return (carried.indicator, "carried-indicator") if carried.indicator else ("", "")
