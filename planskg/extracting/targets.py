"""Targets: one measurable goal, one number.

Finds `高新技术企业突破200家`, `打通10条城市现有“断头路”`, `招商引资到位资金1200亿元、增长15%`; takes none from 65蒸吨以下燃煤锅炉 (a name),
九大集群 (a count), 由28家 (a base) or 销售额2万元以上的企业 (a threshold).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from planskg.extracting.heads import LIST_MARK, Head, part_residents, read_head, share, split_list, strip_lead
from planskg.extracting.lexicon import cue, cue_pattern
from planskg.extracting.numerals import SCALE_CLASS
from planskg.extracting.quantities import Measured
from planskg.extracting.reading import Reading
from planskg.extracting.due import average_since, due_year
from planskg.model import Target
from planskg.vocabulary import load_scheme

NOUN = re.compile(r"[一-龥A-Za-z“《（0-9]")
LINK = re.compile(r"(?:[、，和与及]|以及|并)$")
STARTS_LINK = re.compile(rf"(?:[，；。：）]|并|或|{LIST_MARK.pattern}|$)")
SHARE_VERB = re.compile(r"(?:用于|向|投向|投入|来自|具备|就读|实现|达到|完成|建成|开展|纳入|由|为|以|在)")
BASE_FIGURE = re.compile(r"(?:由|从)(?=[^由从]{0,6}$)")
SERIES = re.compile(r"(?:量|率|额|值|面积|比重|占比|水平)$")
PROCESS = re.compile(r"(?:加快建设|建设|工程|攻坚行动|行动|工作|机制|应保尽保|制度|项目|改革|任务)+$")
NOT_COUNTED = re.compile(r"(?:的)?(?:台阶|大关|关口|规模|水平|目标|量级|体量)(?![一-龥])")
FUNDS = re.compile(rf"(?:用于|支持|实施|新建|建设|改造|推进|{cue_pattern('making')})(?=[^，。；、]{3})")
MONEY = ("元", "美元")
QUALITIES = ("岁", "米", "年", "元", "平方米", "小时")
ATTRIBUTE = ("千伏", "蒸吨", "千伏安")
TIME_UNITS = ("年", "岁", "天", "小时", "分钟", "个月", "月", "日", "秒")
GENERIC = re.compile(r"(?:投资|收入|产值|资金|面积|规模|总数|总量|交易额|销售额|营业收入|产量|数量|人数|户数|总额|项目)$")


@dataclass(slots=True)
class _State:
    """What the earlier numbers of a sentence leave to the later ones."""

    head: str = ""
    verb: str = ""
    adds: bool = False
    clause: int = -1
    before: str = ""
    """The sentence up to the clause."""
    counted: bool = False
    """Whether the last number stood before its noun, so that the words after it belong to it."""


def find_targets(reading: Reading) -> Iterator[Target]:
    """Yield the targets of a sentence; quantities that projects hold are left to them."""
    state = _State()
    for start, end in reading.clauses:
        found = [q for q in reading.measured if start <= q.start < end and not reading.is_taken(q) and not _is_phrase(q)]
        counted = [q for index, q in enumerate(found) if not _attributive(reading.text, found, index, end)]
        for q in found:
            reading.leave(q, "threshold") if q not in counted else None
        state.before = reading.text[: start - 1] if start else ""
        for group in _groups(reading, counted, start):
            yield from _targets(reading, group, start, end, counted, state)


def _is_phrase(q: Measured) -> bool:
    """Tell a Chinese numeral that only belongs to a phrase (一次性, 三类, 第一)."""
    return q.chinese and not q.bound and (q.value == 1 or not q.unit or q.unit in cue("weak-unit") and not q.scaled)


def _attributive(text: str, found: list[Measured], index: int, end: int) -> bool:
    """Tell whether a quantity only describes the thing that another counts (12个百亿元项目, 65蒸吨以下燃煤锅炉)."""
    q = found[index]
    follows = text[q.end : q.end + 1]
    if index and NOUN.match(follows) and not re.search("[、，；和与及]", text[found[index - 1].end : q.start]):
        near = q.start - found[index - 1].end
        return near == 0 or near <= 4 and q.bound
    if index and found[index - 1].end == q.start and q.unit in MONEY:
        return True
    if q.unit in ATTRIBUTE or q.bound and q.unit in QUALITIES and NOUN.match(follows):
        return True
    later = index + 1 < len(found) and not re.search("[、，；]", text[q.end : found[index + 1].start])
    return bool(later and q.bound and (q.unit in MONEY or text.startswith("的", q.end)) and NOUN.match(follows))


def _groups(reading: Reading, counted: list[Measured], start: int) -> Iterator[list[Measured]]:
    """Group the numbers that one head governs: those with nothing but a connective between them."""
    group: list[Measured] = []
    for q in counted:
        if group and re.fullmatch("[、，和与及]|以及", reading.text[group[-1].end : q.start]):
            group.append(q)
            continue
        if group:
            yield group
        group = [q]
    if group:
        yield group


def _targets(
    reading: Reading, group: list[Measured], start: int, end: int, counted: list[Measured], state: _State
) -> Iterator[Target]:
    first, last = group[0], group[-1]
    left = _left(counted, first, start)
    before = reading.text[left : first.start]
    base = next((q for q in counted if q.end == left), None)
    if base and BASE_FIGURE.search(reading.text[_left(counted, base, start) : base.start]) and read_head(before).words == "":
        before = BASE_FIGURE.sub("", reading.text[_left(counted, base, start) : base.start]) + before
    after = reading.text[last.end : _right(counted, last, end)]
    if state.clause != start:
        state.clause, state.verb, state.adds, state.counted = start, "", False, False
    if state.counted:
        before = before[_after_last_link(before) :]
    head = read_head(before, _follows(after))
    indicator, rule = _indicator(head, after, group, state)
    if not indicator:
        return
    own = head.adds or head.rise == "increment" and not head.words
    adds = own or state.adds and not head.verb and not SERIES.search(head.words) and not _makes(head.words)
    if first.unit in ("%", "‰", "年", "岁"):
        adds = False
    elif "新增" in indicator and "新增就业" not in indicator:
        adds, indicator = True, indicator.replace("新增", "", 1)
    state.head, state.adds = indicator, adds
    names = share(indicator) if _distributes(head, group, indicator) else [indicator]
    if len(group) == 2 and len(names) == 1:
        names = part_residents(indicator) or names
    for q, name in _pairs(group, names):
        if _counts(reading, q, head, name, after):
            yield _target(reading, q, name, head, adds, rule, start, end)


def _after_last_link(words: str) -> int:
    return max((m.end() for m in LIST_MARK.finditer(words)), default=0)


def _follows(after: str) -> bool:
    """Tell whether what a number counts stands after it."""
    return bool(NOUN.match(after)) and not STARTS_LINK.match(after) and not NOT_COUNTED.match(after)


def _left(counted: list[Measured], q: Measured, start: int) -> int:
    earlier = [other.end for other in counted if other.end <= q.start]
    return earlier[-1] if earlier else start


def _right(counted: list[Measured], q: Measured, end: int) -> int:
    later = [other.start for other in counted if other.start >= q.end]
    return later[0] if later else end


def _indicator(head: Head, after: str, group: list[Measured], state: _State) -> tuple[str, str]:
    """Return the indicator's words and the rule that found them; empty where the number measures nothing."""
    q = group[-1]
    follows = _follows(after)
    state.counted = False
    if follows and q.unit in ("%", "‰"):
        return _share_of(head, after, state)
    if follows and q.unit in MONEY and FUNDS.match(after) and head.words:
        return _noun(after) + head.words, "funded-work"
    if follows and not (head.reaches and head.words):
        state.counted = True
        if head.acts or not head.words or head.words.endswith(("等", "的")):
            return _counted_noun(head, after, state, q), "counted-noun"
        near = split_list(head.words)[-1]
        short = near == head.words and len(near) <= 4 and _is_classifier(q.unit)
        return (near + _noun(after), "number-inside") if q.bound or short else ("", "")
    if head.words:
        return _stated(head, state), "stated-indicator"
    return (state.head, "carried-indicator") if state.head else ("", "")


def _share_of(head: Head, after: str, state: _State) -> tuple[str, str]:
    noun = _noun(after)
    if after.startswith(("的", "以上的")):
        return re.sub("^(?:以上)?的", "", noun), "share-of"
    if SHARE_VERB.match(after):
        base = head.words or re.sub(rf"^(?:{cue_pattern('making')})", "", state.head)
        return base + noun, "share-for"
    return (head.words or noun, "share-of") if head.words or head.acts else (noun, "share-of")


def _counted_noun(head: Head, after: str, state: _State, q: Measured) -> str:
    """Return verb and noun of `整合设立11家州直国有企业`."""
    noun = re.sub("^(?:以上)?的|^包括.*?在内的", "", _noun(after))
    verb = head.verb or ("" if head.acts or head.words else state.verb)
    if _is_abstract(noun) and not verb and not head.adds and not state.adds:
        return ""
    state.verb = verb
    if head.words.endswith("等") and len(noun) < 4:
        noun = head.words + noun
    per = q.unit.partition("/")[2]
    return (f"每{per}" if per and not verb else "") + ("" if verb == "打造" else verb) + noun


def _noun(after: str) -> str:
    """Return the noun that a number counts, as far as its clause or the connective before the next number."""
    words = re.split("[，；。：]", after)[0]
    items = split_list(words)
    if len(items) > 1 and (LINK.search(words) or read_head(items[-1]).acts or not read_head(items[-1]).words):
        words = words[: words.rfind(items[-1])] if not LINK.search(words) else words
    words = re.sub(r"(?:[、，和与及]|以及)+$", "", words)
    words = re.sub(r"(?<=..)(?:建设|改造|治理)(?=和|与|及|、).*", "", words)
    return re.sub(r"(?<=..)(?:建设任务|建设|等?任务|等工作|等)$", "", words)


def _is_classifier(unit: str) -> bool:
    concept = load_scheme("units").by_notation.get(unit)
    return concept is not None and concept.value("measureWord") == "true"


def _is_abstract(noun: str) -> bool:
    return noun.endswith(cue("abstract"))


def _stated(head: Head, state: _State) -> str:
    """Return the indicator of `引育科技领军人才30人、创新团队20个`: the verb holds for the items that follow."""
    match = re.match(rf"(?:{cue_pattern('making')})+", head.words)
    words = head.words
    if match and match.end() < len(words):
        state.verb = match.group()
    elif state.verb and not _is_statistic(words):
        words = state.verb + words
    if words in cue("making") and state.head:
        return re.sub(rf"(?:{cue_pattern('making')})$", "", state.head) + words
    return _complete(words, state)


def _complete(words: str, state: _State) -> str:
    """Give a bare statistic (交易额, 参保率) the thing it is of, which the words before its clause name."""
    if GENERIC.fullmatch(words) and state.head and not state.head.endswith(words):
        return re.sub(r"(?:数|总数|总额)$", "", state.head) + words
    if not state.before or not _is_statistic(words) or words in load_scheme("indicators").by_name:
        return words
    context = PROCESS.sub("", re.sub(rf"^(?:{cue_pattern('making')})", "", strip_lead(re.split("[，；：]", state.before)[-1])))
    if words[:2] in context and len(words) <= 6:
        return context[: context.find(words[:2])] + words
    return context + words if len(words) <= 3 and context else words


def _is_statistic(words: str) -> bool:
    return bool(re.search(rf"(?:{cue_pattern('measure-noun')})$", words))


def _distributes(head: Head, group: list[Measured], indicator: str) -> bool:
    if len(group) > 1 or head.each:
        return True
    items = split_list(indicator)
    joint = re.search("占比|比重|比率|之比|等[^、]*$", indicator)
    whole = all(item.endswith(("率", "度")) for item in items) or not re.search("和|与|及", indicator)
    return len(items) > 1 and group[0].unit == "%" and indicator.endswith(("率", "度")) and whole and not joint


def _pairs(group: list[Measured], names: list[str]) -> Iterator[tuple[Measured, str]]:
    if len(group) == 1:
        yield from ((group[0], name) for name in names)
    elif len(group) == len(names):
        yield from zip(group, names, strict=True)
    else:
        yield from ((q, "、".join(names)) for q in group)


def _counts(reading: Reading, q: Measured, head: Head, name: str, after: str) -> bool:
    """Tell a promised number from a base, a threshold, a count, or a numeral that is part of a phrase."""
    before = reading.text[: q.start]
    if before.endswith(cue("base")) and not before.endswith("在") and not q.bound:
        return False
    reaches = head.reaches or bool(head.rise) or q.bound or head.adds
    if not q.unit and not (reaches and (q.scaled or q.bound or isinstance(q.value, Decimal) and q.value >= 50)) and q.unit != "":
        return False
    if not q.unit and not reaches and not q.measure:
        return bool(q.scaled and not q.chinese)
    if q.unit in TIME_UNITS and not reaches:
        return False
    if q.unit in cue("weak-unit") and not (reaches or head.acts and not _is_abstract(name) or _makes(name)):
        return False
    return not q.chinese or q.bound or _chinese_counts(reading, q, head)


def _makes(name: str) -> bool:
    return bool(re.match(rf"(?:{cue_pattern('making')})", name))


def _chinese_counts(reading: Reading, q: Measured, head: Head) -> bool:
    if q.value == 1:
        return False
    if isinstance(q.value, tuple) or q.measure:
        return True
    figure = reading.text[q.number : q.number + 1] not in SCALE_CLASS
    return (figure and q.value >= 100 or head.acts or head.reaches or bool(head.rise)) and q.unit not in cue("weak-unit")


def _target(
    reading: Reading, q: Measured, name: str, head: Head, adds: bool, rule: str, start: int, end: int
) -> Target:
    measure, sign = _measure(q, head, adds, name)
    value, comparator = q.value, q.comparator
    if sign < 0:
        value = (-value[1], -value[0]) if isinstance(value, tuple) else -value
        comparator = {"ge": "le", "le": "ge"}.get(comparator, comparator)
    year = due_year(reading, q.start)
    return Target(
        span=reading.sentence.span(q.start, q.end),
        sentence=reading.span,
        rule=rule,
        indicator=name,
        value=value,
        unit=_unit(q, name),
        measure=measure,
        comparator=comparator,
        year=year,
        since=average_since(reading.text[start : q.start], year, reading.plan_year),
    )


def _unit(q: Measured, name: str) -> str:
    return "人" if not q.unit and name.endswith(("人口", "人数")) else q.unit


def _measure(q: Measured, head: Head, adds: bool, name: str) -> tuple[str, int]:
    rate = q.unit in ("%", "‰") or not q.unit and q.measure == "growth"
    if q.measure:
        return q.measure, 1
    if head.fall and not head.reaches:
        return ("growth" if rate else "increment"), -1
    if head.rise and rate:
        return "growth", 1
    if rate and re.search("(?:涨幅|增速|增幅|增长率)$", name):
        return "growth", 1
    if adds or head.rise == "increment" or head.rise == "growth" and not rate:
        return "increment", 1
    return "level", 1
