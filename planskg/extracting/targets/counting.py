"""Which numbers may be goals, and why the others are none.

65蒸吨以下燃煤锅炉 and 12个百亿元项目 describe the thing that another number counts, 2万元以上的企业 says who is meant,
一次性 is a phrase.
"""

import re
from decimal import Decimal
from typing import Final

from planskg.extracting.quantities.measured import Measured
from planskg.extracting.quantities.numerals import DIGIT_CLASS, SCALE_CLASS
from planskg.extracting.targets.heads import Head, read_head
from planskg.extracting.words.lexicon import (
    closing_word,
    cue,
    cue_ends,
    cue_pattern,
    cue_regex,
    cue_set,
    cue_starts,
    opens_with,
)
from planskg.extracting.words.sharing import LIST_MARK, TOTAL, closes_in_measure
from planskg.extracting.works.closing import FACILITIES, closing_works

NOUN: Final = re.compile(
    r"(?!(?:[和与及]|以及)\d)[一-龥A-Za-z“《0-9]|（(?!其中|含|同比|比|[^（）]*[局委办厅镇乡部院司])[^（）\d]*）"
)
"""What a number may count; a bracket with its own number is none of it."""
STARTS_LINK: Final = re.compile(rf"(?:[，；。：）]|等(?=[，；。]|$)|并|或|{LIST_MARK.pattern}|(?:达到?|[至到])?$)")
INSIDE: Final = re.compile("（[^（）]*投资[^（）]*$")
"""A bracket that a sum of money closes: it is that of the works before it (甲基地（总投资12亿元）)."""
BEYOND_PAST: Final = re.compile("[高快低慢好优]于(?:去年|上年|上一年|20\\d\\d年)")
"""A comparison with a figure of the past, which the number measures the distance from."""
REACHED: Final = re.compile(
    r"(?:的)?(?:(?:台阶|大关|关口|规模|水平|目标|量级|体量|基本盘|门槛|底线|红线|上限|下限|区间)(?![一-龥])|任务|之间|基础上|前提下|条件下|为目标(?![一-龥]))"
)
"""Words after a number that it does not count: 达到1000亿元规模."""
TOTAL_OF: Final = re.compile(TOTAL.removesuffix("?"))
"""What the things that a number counts come to, before their noun (5个总装机180万千瓦的光伏项目)."""
ALONG: Final = re.compile("(?:总?长度?|全长|总?里程|总?共计?|合计|总计)?")
"""What stands between how many roads, pipes or banks there are and how long they are together."""
LINES: Final = ("条", "段")
COME_TO: Final = {"公里": LINES, "千米": LINES, "人": ("户",)}
"""Units of what things come to together, with those that count the things."""
APART, PARTED = re.compile("[、，；和与及]"), re.compile("[、，；]")
RATES: Final = ("%", "‰")
TOLERANCES: Final = ("±", "正负", "上下浮动")
"""What says how far a figure may be missed (3万头±5%)."""
RATED: Final = re.compile("率|比例")
MONEY: Final = ("元", "美元")
LEAST_SUM: Final = 10_000
"""A sum in Chinese numerals from here on is meant as a figure (十二亿元)."""
INDEX: Final = ("指数", "系数", "收入比", "之比")
"""Ends of statistics that have no unit."""
QUALITIES: Final = ("岁", "米", "年", "元", "平方米", "小时")
DISTANCES: Final = ("米", "分钟", "小时", "岁")
"""Units of what a statistic of reach is about (500米覆盖率)."""
PLAIN_COUNTS: Final = ("个", "家", "座", "处", "所", "项", "条", "栋", "幢")
COUNTS: Final = (*PLAIN_COUNTS, "名", "台", "套", "辆", "支", "场")
CLOSING_COUNTS: Final = ("次", "期", "口", "批", "种", "路")
"""Loose units that count where they close their clause."""
AVERAGED: Final = re.compile("均(?![衡匀])")
VOLTAGE: Final = "千伏"
DESCRIBING: Final = ("蒸吨", "千伏安")
"""Units of what things are of, and of what they come to where nothing stands behind (变电容量50万千伏安)."""
OF_SIZE: Final = re.compile(
    "(?:工业|产业|制造业|服务业)?(?:企业|项目|产业|集群|园区|基地|平台)(?=[、和与及]|分别|以及)"
)
"""Things that a sum before them tells the size of, as one of a list (20亿元企业、10亿元企业)."""
SIZED: Final = re.compile("的?[一-龥]{0,4}(?:企业|项目|工程|产业|集群|园区|基地|平台|主体)")
"""Things that sums joined by 、 before them tell the size of."""
PLANTS: Final = re.compile(
    "[一-龥]{0,14}?(?:生产线|[牛羊猪鸡鸭鹅兔]场|养殖场|屠宰场|加工厂|(?<=[工产制殖宰])项目)(?:建设)?(?=$|[，。；、和及与])"
)
"""What a number of tonnes or animals right before it tells the capacity of (10万吨面粉加工项目, 万头牛场)."""
CAPACITIES: Final = ("吨", "头", "只", "羽", "头只")
OF_EACH: Final = re.compile(
    "[一-龥]{0,6}(?:(?P<small>村|户|家庭|合作社|农场)|企业|公司|主体|园区|集群|产业链|乡镇|品牌)(?:集体)?(?:经济|经营性?)?(?:年|年度|人?均|户均|纯|总|主营业务)*"
    "(?:收入|产值|营收|收益|销售额|交易额|利润|税收|纳税|利税|增收)(?:均|都)?(?:达到?)?"
)
"""Whose sum a threshold is, between how many reach it and the sum (40个｜村集体收入｜超20万元)."""
CLASSES: Final = ("类", "种", "大", "批")
"""Units of what sorts the things that the next number counts (14类375宗工程)."""
PLACES: Final = "(?:行政|自然|建制|脱贫|重点)?(?:村|乡镇|苏木|街道|镇|乡|社区|[县市区旗])(?:（[^（）]*）)?"
SUMMING: Final = (*COUNTS, "件")
RESUMED: Final = ("以上", "上述", "前述")
SUMMED_UP: Final = re.compile(
    "..(?:各类|重点|民生|实事|惠民|建设|谋划)*(?:项目|实事|工程|任务|事项)?(?:总?共计?|合计|总计|计)?"
)
"""What sums up a list that stands before it (以上项目共8项)."""
ON_PAPER: Final = ("前期工作", "前期")
SIZES: Final = ("千瓦", "兆瓦", "千瓦时", "兆瓦时", "立方米", "平方米", "吨", "吨/日", "吨/年")
"""Units of how large works are."""
SUMMED: Final = ("领域", "方面", "板块", "实事", "实事项目", "实事工程")
"""Under what things are listed (教育领域3个：…), so that the number only sums them up."""
COUNTED_OUT: Final = re.compile(f"[{SCALE_CLASS}]?[{DIGIT_CLASS}]")
"""How a numeral begins that gives more than a scale (二十, 十五, but not 千百)."""
TIME_UNITS: Final = ("年", "岁", "天", "小时", "分钟", "个月", "月", "日", "秒", "毫秒", "微秒")
SPREAD_OVER: Final = re.compile(f"{PLACES}(?=(?:共)?(?:{cue_pattern('making')}))")
"""Matches the places that work is spread over, before its verb (39个｜村｜改造线路16公里)."""
WEAK_UNITS: Final = cue_set("weak-unit")
MAKING: Final = cue_starts("making")
BASES: Final = cue("base")
ABSTRACT: Final = cue_ends("abstract")


def counts_ahead(after: str) -> bool:
    """Tell whether what a number counts stands after it."""
    return bool(NOUN.match(after)) and not STARTS_LINK.match(after) and not REACHED.match(after)


def is_phrase(text: str, start: int, q: Measured) -> bool:
    """Tell a Chinese numeral of a phrase from one that closes a count (引进企业三家), in a clause from start on."""
    if q.bound or not (q.value == 1 or not q.unit or (q.unit in WEAK_UNITS and not q.scaled)):
        return False
    head = text[start : q.start]
    if q.unit == "倍" and read_head(head).rise:
        return False
    return not (q.unit in COUNTS and STARTS_LINK.match(text, q.end) and cue_regex("…", "making").search(head))


def comes_to(text: str, count: Measured, q: Measured) -> bool:
    """Tell how long the things are together that a number counts (硬化｜86条总长104公里｜道路), or how many people."""
    return is_length_of(count, q) and ALONG.fullmatch(text, count.end, q.start) is not None


def is_length_of(count: Measured, q: Measured) -> bool:
    """Tell a length of what is counted as roads and pipes are, or the people of so many households (80户260人)."""
    return count.unit in COME_TO.get(q.unit, ())


def describes(text: str, found: list[Measured], index: int) -> bool:
    """Tell whether a quantity only describes the thing that another counts."""
    q = found[index]
    if q.unit == VOLTAGE:
        return True
    if index and q.unit in COME_TO and comes_to(text, found[index - 1], q):
        return False
    noun = bool(NOUN.match(text, q.end)) and not REACHED.match(text, q.end)
    between = text[found[index - 1].end : q.start] if index else "，"
    if index and found[index - 1].unit in PLAIN_COUNTS and TOTAL_OF.fullmatch(text, found[index - 1].end, q.end + 1):
        return True
    if noun and not APART.search(between):
        return not (between or found[index - 1].unit in CLASSES) or (0 < len(between) <= 4 and q.bound)
    if (
        (not between and q.unit in MONEY)
        or _describes_alone(text, q, noun)
        or (q.bound and _is_passed(found[index - 1], q, between))
    ):
        return True
    later = found[index + 1] if index + 1 < len(found) else None
    if later and q.bound and text[q.end] == "、" and _is_size_of(text, q, later):
        return True
    return (
        noun and later is not None and not PARTED.search(text, q.end, later.start) and _describes_later(text, q, later)
    )


def _is_passed(count: Measured, q: Measured, between: str) -> bool:
    """Tell a sum that each of the things counted before it shall pass: a round one, but where they are small."""
    if q.unit not in MONEY or q.comparator != "ge" or (count.unit not in PLAIN_COUNTS and count.unit != "户"):
        return False
    each = OF_EACH.fullmatch(between)
    return each is not None and (each["small"] is not None or set(str(q.value)[1:]) <= set("0"))


def _describes_alone(text: str, q: Measured, noun: bool) -> bool:
    """Tell what describes by its unit, its words or its range; noun tells whether one stands behind it."""
    if q.unit in WEAK_UNITS and text[q.end : q.end + 1].isdigit():
        return True
    if not noun:
        return False
    if q.unit in CAPACITIES and PLANTS.match(text, q.end):
        return True
    if q.unit in DESCRIBING and not text.endswith(("由", "从"), 0, q.start):  # 由3.1千伏安｜提高到
        return True
    if q.unit in MONEY and OF_SIZE.match(text, q.end):
        return True
    if (q.bound or isinstance(q.value, tuple)) and q.unit in QUALITIES:
        return True
    if q.bound and q.unit not in PLAIN_COUNTS and text.endswith(("及以上", "及以下"), 0, q.end):
        return True
    if _is_scale_only(text, q) and not cue_regex("…$", "making", "doing").search(text[: q.start]):
        return True
    return q.comparator == "le" and q.unit not in PLAIN_COUNTS and text[q.end - 2 : q.end] == "以下"


def _is_size_of(text: str, q: Measured, later: Measured) -> bool:
    """Tell the first of two sums that say what things are meant (政府投资5000万元以上、企业投资1亿元以上｜项目)."""
    return later.bound and q.unit in MONEY and later.unit == q.unit and SIZED.match(text, later.end) is not None


def _describes_later(text: str, q: Measured, later: Measured) -> bool:
    """Tell what describes the thing that a later number in its words counts."""
    if (q.unit in MONEY and _is_scale_only(text, q)) or (q.unit in PLAIN_COUNTS and SPREAD_OVER.match(text, q.end)):
        return True
    if q.unit in PLAIN_COUNTS and later.unit in RATES and text[q.start - 1] != "等":
        return RATED.search(text, q.end, later.start) is not None
    if q.unit in DISTANCES or (later.unit in PLAIN_COUNTS and q.unit not in PLAIN_COUNTS):
        return True
    return q.bound and (q.unit in MONEY or text.startswith("的", q.end))


def _is_scale_only(text: str, q: Measured) -> bool:
    """Tell a numeral without a digit, which mostly stands in a name (千亩高产片, 百万吨油田)."""
    return q.chinese and not q.bound and text[q.number] in SCALE_CLASS


def why_not(text: str, q: Measured, head: Head, name: str) -> str:
    """Return the residue reason for a number that has an indicator but is no goal; empty for a goal."""
    before = text[: q.start]
    if before.endswith(BASES) and not closes_in_measure(before) and not q.bound:  # 由, 比, but not 收入比
        return "base"
    if "（" in name and INSIDE.search(name):
        return "project-field"
    if before.endswith(TOLERANCES):
        return "threshold"
    if name.startswith(RESUMED) and q.unit in SUMMING and SUMMED_UP.fullmatch(name):
        return "list-count"
    if name.endswith(ON_PAPER) and q.unit in SIZES and _is_of_plant(name):
        return "project-field"
    if "于" in name and BEYOND_PAST.search(name):
        return "base"
    moved = head.reaches or bool(head.rise) or q.bound or head.adds
    if not q.unit and not moved and not q.measure:
        return "" if (q.scaled or head.words.endswith(INDEX)) and not q.chinese else "name"
    if q.unit in TIME_UNITS and not moved and not _is_told(text, q, head):
        return "name"
    if q.unit in WEAK_UNITS and not (
        moved or (head.acts and not is_abstract(name)) or opens_with_making(name) or _is_told(text, q, head)
    ):
        return "list-count"
    if q.unit in COUNTS and text.startswith("：", q.end):
        return "list-count"
    if q.unit in SUMMING and name.rstrip("（共").endswith(SUMMED) and not (moved or opens_with_making(name)):
        return "list-count"
    return "" if not q.chinese or q.bound or _is_figure(text, q, head) else "idiom"


def _is_of_plant(name: str) -> bool:
    """Tell works in preparation, so that the number before them is their own size (启动30万千瓦光伏电站前期工作)."""
    works = name[: name.rindex("前期")].removesuffix("项目")
    return closing_works(works)[1] in FACILITIES


def _is_told(text: str, q: Measured, head: Head) -> bool:
    """Tell a loose unit that closes a statistic (人均预期寿命80.5岁), an average or a count (送医下乡300次)."""
    if q.chinese or not head.words or not STARTS_LINK.match(text, q.end):
        return False
    averaged = AVERAGED.search(head.words) is not None
    return q.unit in CLOSING_COUNTS or averaged or closing_word(cue_ends("statistic"), head.words) != ""


def _is_figure(text: str, q: Measured, head: Head) -> bool:
    """Tell a Chinese numeral that counts (举办千场会议, 百万吨) from one in a phrase (千家万户)."""
    if q.unit in RATES or isinstance(q.value, tuple) or q.measure or (q.unit in MONEY and q.value >= LEAST_SUM):
        return True
    if q.unit == "倍" and head.rise:
        return True
    if q.value == Decimal(1) or q.unit in WEAK_UNITS:
        return False
    closes = bool(STARTS_LINK.match(text, q.end))
    if q.unit in COUNTS and opens_with_making(head.verb or head.words):
        return True
    if q.value < 10 and not closes:
        return False
    if closes and q.unit in COUNTS and q.value > 10 and COUNTED_OUT.match(text, q.number):
        return True
    digits = text[q.number : q.number + 1] not in SCALE_CLASS
    return (digits and q.value >= 100) or head.acts or head.reaches or bool(head.rise)


def is_abstract(noun: str) -> bool:
    """Tell a noun whose number only counts what a list names (15个重点领域)."""
    of_works = noun.endswith("前期工作") and noun != "前期工作"
    return bool(closing_word(ABSTRACT, noun)) and not of_works


def opens_with_making(words: str) -> bool:
    """Tell whether words begin with a verb that makes the measure (新建, 培育)."""
    return opens_with(MAKING, words)
