"""What a number measures, named in the document's own words and complete by itself.

The words stand before the number (`科技特派员总量达到1400名`), behind it (`整合设立11家州直国有企业`), on both sides
(`一般公共预算支出70%以上用于民生支出`), or with an earlier number (`1200亿元、增长15%`).
"""

import re
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from planskg.extracting.counting import BASE_FIGURE, MONEY, RATES, Clause, counts_ahead, is_abstract, opens_with_making
from planskg.extracting.heads import ADDING, Head, read_head, strip_lead
from planskg.extracting.lexicon import closing_word, cue_ends, cue_pattern, cue_regex, cue_set
from planskg.extracting.quantities import Measured
from planskg.extracting.sharing import LIST_MARK, closing_statistic, split_list
from planskg.vocabulary import load_scheme

SHARE_VERB = re.compile(r"(?:用于|向|投向|投入|来自|具备|就读|实现|达到|完成|建成|开展|纳入|由|为|以|在)")
FUNDS = re.compile(rf"(?:用于|支持|实施|新建|建设|改造|推进|{cue_pattern('making')})(?=[^，。；、]{{3}})")
TRAILING_LINK = re.compile(r"(?:[、，和与及]|以及|并)+$")
WORKS = ("项目", "工程")
WORKED_ON = re.compile(r"(?<=..)(?:建设|改造|治理)(?=和|与|及|、).*")
STOP, PARTED, DIGIT = re.compile("[，；。：]"), re.compile("[，；：]"), re.compile(r"\d")
TASK = re.compile(r"(?<=..)(?:建设任务|建设|等?任务|等工作|等)$")
QUALIFIER = re.compile("^(?:以上)?的|^包括.*?在内的")
PROCESS = re.compile(r"(?:加快建设|建设|工程|攻坚行动|行动|工作|机制|应保尽保|制度|项目|改革|任务)+$")
DEADLINE = re.compile(r"(?:\d{1,2}月|年|[一二三四]季度|上半年)底?(?:以?前)(?:全部|全面|基本)?")
LONGEST_SUBJECT = 8
SHORT_ITEM = 3
"""An item no longer than this only says which of the things that close its list it means (水泥、钢铁企业治理)."""
AREAS = ("农村", "城镇", "城市", "城区", "县城", "乡镇")
OTHER_AREA = re.compile(f"^(?:{'|'.join(AREAS)})")
"""Parts of a region that one statistic is told of, one after the other (城区绿化覆盖率达到39%，农村提高到33%)."""
LONGEST_THING = 16
PLANNED = re.compile("来?(?:安排|把握|掌握)$")
PLANNED_BY = re.compile("按(?=[^按，、]{0,6}$)")
"""地区生产总值按增长5%安排 is 地区生产总值增长5%."""
PARTS = re.compile("其中|（|）|^含(?=[一-龥]{2})")
LOOKING_BACK = re.compile(
    r"^(?:预计)?(?:截至|截止|在|到)?(?:去年|上年|20\d\d年|目前)?(?:底|末)?，?(?:全[省市县区州国旗盟])?(?:已|累计|已经|共|全年|预计)*"
)
"""What stands before the thing that a figure of the past is of."""
LAST_YEAR = re.compile("(?:去年|上年)(?:底|末)?$")
BENEFITS = re.compile("(?:惠及|受益)(?:居民|群众|农户|农牧民|人口|村民|职工|家庭|学生)")
"""People who gain by the thing that an earlier number or clause names."""
BARE = re.compile(
    r"(?:总|年度|年度计划|计划|年度完成|当年)?(?:投资|劳务收入|收入|产值|资金|面积|规模|总数|总量|交易额|销售额|营业收入|产量|数量|人数|户数|总额|项目)$"
)
GROSS = ("总量", "总额", "总数", "规模")
WHOLE = (*GROSS, "投资", "资金", "项目", "数量", "人数", "户数")
"""Bare statistics that are of no known statistic before them (工业增加值增长8%，投资增长10%), or are it."""
BEYOND = re.compile("[高快低好优]于")
"""What opens a comparison of the indicator before it with another (…，高于全省平均水平1个百分点)."""
SHARES = ("占比", "比重", "比例")
PAIRED = re.compile(
    "(?:签约|开工|完工|竣工|投产|建成|达产|入库|落地|转化|入住|出租|通过|完成|履约|到位|开复工)率|[存出]栏[量数]?|[进出]口[量额]?"
)
"""Statistics of what is done to one thing, so that a later one is of the thing of the earlier."""
YIELD = re.compile("(?:(?<=..)(?:播种|种植|栽植|养殖|饲养|存栏|出栏)(?:面积|规模|量)?|总?产量)$")
"""What is told of crops and livestock, one after the other."""
LONGEST_CROP = 4
INCOMES = ("收入", "劳务收入", "花费", "总收入", "消费")
RATIO = re.compile("(?:率|比重|占比|比例|度|水平)$")
"""What is a rate already, and can reach one."""
LABEL_MARK = re.compile(r"[，；。：]|——|(?<!\d)\d{1,2}[.、]|（\d{1,2}）")
NO_LABEL = re.compile(
    r"(?:总|计划|完成|项目|估算|概算|年度|其中|工程)投资额?$|^(?:投资|资金|规模|面积|收入|产值)$|规模$|长度$|内容$|时间$|目标$|任务$|其中$|等$"
)
"""What stands before a colon in a project's particulars (总投资：2亿元), or announces a list."""
SERIES = re.compile(r"(?:量|率|额|值|面积|比重|占比|水平)$")


class Whole(NamedTuple):
    """What 其中 parts: an indicator, its unit, and whether it was added (新增…，其中…)."""

    indicator: str
    unit: str
    adds: bool


@dataclass(slots=True)
class Carried:
    """What the earlier numbers of a sentence leave to the later ones."""

    indicator: str = ""
    indicators: list[str] = field(default_factory=list)
    """All so far, for numbers that follow together (…，分别增长12%、15%)."""
    verb: str = ""
    """A verb of making that holds for the items after it (引育…30人、创新团队20个)."""
    adds: bool = False
    """Whether 新增 holds for the items after it."""
    head: Head | None = None
    """The words before the last number."""
    ahead: bool = False
    """Whether the last number stood before its noun, so that the words after it belong to it."""
    wholes: list[Whole] = field(default_factory=list)
    """What the numbers now are parts of, since 其中 or a bracket, the innermost last."""
    unit: str = ""
    """That of the last number."""
    added: bool = False
    """Whether the last number was added to what was there."""
    here: bool = False
    """Whether a number of this clause was named already."""

    def enter_clause(self) -> None:
        """Forget what holds only within one clause."""
        self.verb, self.adds, self.ahead, self.here = "", False, False, False


class Named(NamedTuple):
    """An indicator, how it was found, and what the words before the number tell of the measure."""

    words: str
    rule: str
    head: Head
    adds: bool


def name_indicator(clause: Clause, group: list[Measured], carried: Carried) -> Named | None:
    """Return what a group of numbers measures, or None where they measure nothing."""
    before, after = clause.before(group[0]), clause.after(group[-1])
    if PLANNED.fullmatch(after):
        before, after = PLANNED_BY.sub("", before), ""
    opened = "其中" if not carried.here and clause.reading.text.endswith("其中：", 0, clause.start) else ""
    _enter_parts(opened + before, carried)
    if carried.ahead:
        before = before[max((m.end() for m in LIST_MARK.finditer(before)), default=0) :]
    head = read_head(before, counts_ahead(after))
    words, rule = _find(clause, head, after, group, carried)
    if not words:
        return None
    if rule == "carried-indicator":
        head = _goes_on(head, words, group[0], carried)
    elif rule == "stated-indicator" and before.startswith("、") and group[0].unit == carried.unit:
        words = _grown_alike(words, carried.indicator)
    words = _part_of(words, group[-1], carried)
    own = head.adds or (head.rise == "increment" and not head.words)
    adds = own or (
        carried.adds and not head.verb and not SERIES.search(head.words) and not opens_with_making(head.words)
    )
    if carried.wholes and carried.wholes[-1].adds and carried.wholes[-1].unit == group[0].unit:
        adds = True
    if group[0].unit in (*RATES, "年", "岁"):
        adds = False
    elif "新增" in words and "新增就业" not in words:
        adds, words = True, words.replace("新增", "", 1)
    carried.indicator, carried.adds, carried.unit, carried.added = words, adds, group[-1].unit, adds
    carried.indicators.append(words)
    carried.here, carried.head = True, head
    return Named(words, rule, head, adds)


def _goes_on(head: Head, words: str, q: Measured, carried: Carried) -> Head:
    """Give a rate that only goes on with the rate before it (增长8%以上、力争达到10%) the movement of that one."""
    last = carried.head
    if last and last.rise and not head.rise and q.unit == carried.unit and q.unit in RATES and not RATIO.search(words):
        return head._replace(rise=last.rise, fall=last.fall, reaches=last.reaches)
    return head


def _grown_alike(words: str, indicator: str) -> str:
    """Give a crop or a kind of livestock what the one before it tells (棉花播种118万亩、小麦35万亩)."""
    yields = YIELD.search(indicator)
    is_thing = len(words) <= LONGEST_CROP and not _is_statistic(words) and not opens_with_making(words)
    return words + yields.group() if yields and is_thing and not YIELD.search(words) else words


def _enter_parts(before: str, carried: Carried) -> None:
    """Note where the parts of the last number begin and end: 其中, or a bracket behind it."""
    for mark in PARTS.findall(before):
        if mark == "）":
            del carried.wholes[-1:]
        elif carried.indicator:
            carried.wholes.append(Whole(carried.indicator, carried.unit, carried.added))


def _part_of(words: str, q: Measured, carried: Carried) -> str:
    """Give a part what its whole measures: 粮食 of 农作物播种面积 is 粮食播种面积, 制造业占 of 到位资金 its share."""
    if not carried.wholes or _is_statistic(words.removesuffix("占比")) or words in load_scheme("indicators").by_name:
        return words
    whole, unit, _ = carried.wholes[-1]
    if q.unit in RATES:
        part = words.removesuffix("占").removesuffix("占比")
        return f"{part}占{whole}比重" if part != words else words
    if q.unit[:1] != unit[:1] or opens_with_making(words):
        return words
    statistic = closing_statistic(whole)
    part = (words.rpartition("中")[2] if words.startswith(whole[:2]) else words).removeprefix("含")
    making = cue_regex("^…+", "making").match(whole)
    if making and not statistic:
        return making.group() + part
    return part + (statistic if statistic and statistic != whole else whole)


def remember(clause: Clause, figures: list[Measured], carried: Carried) -> None:
    """Keep what the first figure measures, where it is of the past, for the goal behind it (去年为68%，今年达到75%)."""
    if clause.reading.left.get(figures[0].start) not in ("past", "base"):
        return
    before = BASE_FIGURE.sub("", clause.reading.text[clause.start : figures[0].start])
    words = LAST_YEAR.sub("", read_head(LOOKING_BACK.sub("", before)).words) or _label(clause, figures[0])
    if len(words) > 1:
        carried.indicator = words


def _find(clause: Clause, head: Head, after: str, group: list[Measured], carried: Carried) -> tuple[str, str]:
    ahead, q, group_size = head.follows, group[-1], len(group)
    carried.ahead = False
    if ahead and q.unit in RATES:
        return _share_of(head, after, carried)
    if ahead and q.unit in MONEY and FUNDS.match(after) and head.words:
        return _noun(after) + head.words, "funded-work"
    if ahead and not (head.reaches and head.words):
        carried.ahead = True
        return _ahead(clause, head, after, q, carried)
    if head.words:
        return _stated(clause, head, carried), "stated-indicator"
    if label := _label(clause, q):
        return label, "labelled"
    if head.each and group_size > 1 and (listed := _listed_before(clause, group_size)):
        return listed, "listed-before"
    if head.each and group_size > 1 and len(carried.indicators) >= group_size:
        return "、".join(carried.indicators[-group_size:]), "carried-indicator"
    return (carried.indicator, "carried-indicator") if carried.indicator else ("", "")


def _label(clause: Clause, q: Measured) -> str:
    """Return what a colon or a dash right before the clause gives as the name of its figures (进出口总额：2亿元)."""
    text = clause.reading.text
    if text[clause.start - 1 : clause.start] != "：":
        return ""
    words = strip_lead(LABEL_MARK.split(text[: clause.start - 1])[-1])
    if NO_LABEL.search(words) or DIGIT.search(words) or len(words) < 2:
        return ""
    known = words in load_scheme("indicators").by_name or _is_statistic(words) or closing_statistic(words)
    return words if known or (q.unit and q.unit not in (*RATES, *MONEY)) else ""


def _share_of(head: Head, after: str, carried: Carried) -> tuple[str, str]:
    """Name what a share is of: 70%的村卫生室具备…, 80%以上向民生领域倾斜."""
    noun = _noun(after)
    if after.startswith(("的", "以上的")):
        return QUALIFIER.sub("", noun), "share-of"
    if SHARE_VERB.match(after):
        base = head.words or cue_regex("^…", "making").sub("", carried.indicator)
        return base + noun, "share-for"
    return head.words + noun, "share-of"


def _ahead(clause: Clause, head: Head, after: str, q: Measured, carried: Carried) -> tuple[str, str]:
    """Name what stands after its number: verb and noun, or the words around it."""
    if head.words.endswith("等") and len(split_list(head.words)) == q.value:
        clause.reading.leave(q, "list-count")
        return "", ""
    if head.acts or not head.words or head.words.endswith(("等", "的")):
        words = _counted_noun(clause, head, after, q, carried)
        if not words:
            clause.reading.leave(q, "list-count")
        return words, "counted-noun"
    near = split_list(head.words)[-1]
    if is_abstract(_noun(after)) and not q.bound:
        clause.reading.leave(q, "list-count")
        return "", ""
    short = near == head.words and len(near) <= 4 and _is_classifier(q.unit) and not _is_statistic(near)
    if q.start < q.number or short:
        return near + _noun(after), "number-inside"
    clause.reading.leave(q, "threshold" if q.bound else "list-count" if "、" in head.words else "name")
    return "", ""


def _counted_noun(clause: Clause, head: Head, after: str, q: Measured, carried: Carried) -> str:
    noun = DEADLINE.sub("", QUALIFIER.sub("", _noun(after)))
    verb = head.verb or ("" if head.acts or head.words else carried.verb)
    noun = _named_before(clause, noun)
    if is_abstract(noun) and not (verb or head.adds or carried.adds):
        return ""
    carried.verb = verb
    if head.words.endswith("等") and len(noun) < 3 and noun not in WORKS:
        noun = head.words + noun
    if (
        not head.words.endswith("等")
        and opens_with_making(head.words)
        and head.words.endswith(verb)
        and len(head.words) > len(verb) + 3
    ):
        verb = head.words
    if head.words.endswith("等") and noun in WORKS:
        begins = cue_regex("^…+", "making").match(head.words)
        verb = begins.group() if begins else verb
    per = q.unit.partition("/")[2]
    return (f"每{per}" if per and not verb else "") + ("" if verb == "打造" else verb) + noun


def _noun(after: str) -> str:
    """Return the noun that a number counts, as far as its clause or the connective before the next number."""
    words = STOP.split(after, 1)[0]
    owner, mark, thing = words.rpartition("的")
    if mark and len(thing) > 1 and "、" in owner:
        return thing
    items = split_list(words)
    if len(items) > 1 and not TRAILING_LINK.search(words):
        last = read_head(items[-1])
        if opens_with_making(items[-1]) or not last.words or (last.acts and len(items[0]) > SHORT_ITEM):
            words = words[: words.rfind(items[-1])]
    words = TRAILING_LINK.sub("", words)
    return TASK.sub("", words if words.endswith(WORKS) else WORKED_ON.sub("", words))


@cache
def _is_classifier(unit: str) -> bool:
    concept = load_scheme("units").by_notation.get(unit)
    return concept is not None and concept.value("measureWord") == "true"


def _stated(clause: Clause, head: Head, carried: Carried) -> str:
    """Name what stands before its number; a verb of making holds for the items of the list that follow."""
    words = head.words
    making = cue_regex("…+", "making").match(words)
    if making and making.end() < len(words):
        carried.verb = making.group()
    elif carried.verb and words not in cue_set("making") and not _is_statistic(words):
        words = carried.verb + words
    if words in cue_set("making") and not carried.indicator and (thing := _earlier_thing(clause)):
        return words + cue_regex("(?<=..)…$", "making").sub("", thing)
    if words in cue_set("making") and carried.indicator:
        return words + cue_regex("^…|(?<=..)…$", "making").sub("", carried.indicator)
    if BENEFITS.match(words) and (thing := carried.indicator or _earlier_thing(clause)):
        return thing + words
    if words[1:2] == "于" and BEYOND.match(words):
        return BEYOND.split(carried.indicator, 1)[0] + words
    return _complete(clause, words, carried)


def _complete(clause: Clause, words: str, carried: Carried) -> str:
    """Give a bare statistic (交易额, 参保率) the thing it is of, which an earlier number or clause names."""
    if words in AREAS and carried.indicator and closing_statistic(carried.indicator):
        return words + OTHER_AREA.sub("", carried.indicator)
    if BARE.fullmatch(words) and not carried.here and (thing := _subject_before(clause)):
        return thing + words
    if BARE.fullmatch(words) and carried.indicator and not carried.indicator.endswith(words):
        return _of_earlier(words, carried.indicator)
    if not _is_statistic(words) or words in load_scheme("indicators").by_name:
        return words
    return _paired(words, carried) or (_of_thing(clause, words, carried.indicator) if clause.start else words)


def _of_earlier(words: str, indicator: str) -> str:
    """Return a bare statistic with the thing that the indicator before it is of, if that is none of its own."""
    if words.endswith(WHOLE) and words[-2:] != indicator[-2:] and _is_known_statistic(indicator):
        return indicator if words in GROSS else words
    known = _of_same_sector(words, indicator) if words in INCOMES else ""
    return known or _without_statistic(indicator) + words


def _paired(words: str, carried: Carried) -> str:
    """Return a statistic made whole by the one before it, whose share or whose like it is."""
    last = carried.indicator
    if words in SHARES and last:
        return f"{last}占{carried.wholes[-1].indicator}比重" if carried.wholes else last + words
    if last.endswith(words):
        return last
    like = PAIRED.fullmatch(words) and PAIRED.fullmatch(last[-len(words) :])
    return last[: -len(words)] + words if like else ""


def _of_thing(clause: Clause, words: str, indicator: str) -> str:
    """Return a short statistic with what the clause before works on, or what an earlier number is of."""
    thing = _earlier_thing(clause)
    if DIGIT.search(thing):
        return _owner(indicator, words) + words if len(words) <= 3 else words
    if words[:2] in thing and len(words) <= 6:
        front = thing[: thing.find(words[:2])]
        return words if front.endswith("的") else front + words
    return thing + words if len(words) <= 3 else words


def _owner(indicator: str, words: str) -> str:
    """Return the thing that an indicator is of, for a short statistic behind it (小白杏产量…，优果率)."""
    statistic = closing_statistic(indicator)
    if _is_known_statistic(indicator) or len(statistic) == 1 or len(indicator) - len(statistic) > LONGEST_THING:
        return ""
    return "" if statistic in INCOMES or not (statistic or words.endswith("率")) else _without_statistic(indicator)


def _is_known_statistic(indicator: str) -> bool:
    return indicator in load_scheme("indicators").by_name and _is_statistic(indicator)


def _listed_before(clause: Clause, count: int) -> str:
    """Return the list of so many statistics that an earlier clause opens with (A率、B率在…基础上，分别稳定在…)."""
    for start, end in clause.reading.clauses:
        if end > clause.start or clause.reading.measured_in(start, end):
            continue
        words = strip_lead(clause.reading.text[start:end])
        for match in cue_regex("(?:…)+", "measure-noun").finditer(words):
            if len(split_list(words[: match.end()])) == count:
                return words[: match.end()]
    return ""


def _subject_before(clause: Clause) -> str:
    """Return the subject of the clause right before, where it tells no number (镁产业提质扩能，产量达到45万吨)."""
    at = next((i for i, (start, _) in enumerate(clause.reading.clauses) if start == clause.start), 0)
    if at == 0 or clause.reading.measured_in(*clause.reading.clauses[at - 1]):
        return ""
    thing = _earlier_thing(clause)
    return thing if 1 < len(thing) <= LONGEST_SUBJECT else ""


def _named_before(clause: Clause, noun: str) -> str:
    """Return a short noun as the clause before names it: 推进地质灾害避险搬迁，完成2万人搬迁任务."""
    thing = _earlier_thing(clause) if clause.start and 1 < len(noun) <= 3 else ""
    return thing if thing.endswith(noun) and len(thing) <= LONGEST_THING else noun


def _earlier_thing(clause: Clause) -> str:
    """Return what the clause before works on: 推进农村供水提质改造 is about 农村供水提质改造."""
    clauses = PARTED.split(clause.reading.text[: max(0, clause.start - 1)])
    earlier = next((one for one in reversed(clauses) if "等" not in one), clauses[-1])
    thing = ADDING.sub("", strip_lead(earlier), count=1)
    return PROCESS.sub("", cue_regex("^…", "making").sub("", thing))


def _without_statistic(indicator: str) -> str:
    """Return the thing that an indicator is of: 早春蔬菜种植面积 is of 早春蔬菜, 集聚企业数 of 集聚企业."""
    statistic = closing_statistic(indicator)
    kept = statistic in ("", indicator) or statistic in INCOMES or len(indicator) - len(statistic) < 2
    return indicator if kept else indicator[: -len(statistic)]


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


def _is_statistic(words: str) -> bool:
    return bool(closing_word(cue_ends("measure-noun"), words))
