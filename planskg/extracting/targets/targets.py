"""Targets: one measurable goal, one number.

Finds `高新技术企业突破200家`, `打通10条城市现有“断头路”`, `招商引资到位资金1200亿元、增长15%`; takes none from
65蒸吨以下燃煤锅炉 (a name),
九大集群 (a count), 由28家 (a base) or 销售额2万元以上的企业 (a threshold).
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import groupby
from typing import Final

from planskg.extracting.quantities.bounds import MIRRORED
from planskg.extracting.quantities.measured import Measured
from planskg.extracting.readings.due import average_since, due_years
from planskg.extracting.readings.reading import Reading
from planskg.extracting.targets.carried import Carried
from planskg.extracting.targets.clause import Clause
from planskg.extracting.targets.counting import COUNTS, RATES, is_length_of, why_not
from planskg.extracting.targets.heads import is_label
from planskg.extracting.targets.indicators import RATIO, Named, name_indicator, remember
from planskg.extracting.targets.shortcomings import is_owned
from planskg.extracting.words.lexicon import cue_regex, cue_set
from planskg.extracting.words.sharing import INDUSTRIES, closing_statistic, part_residents, share, split_list
from planskg.model import Target

JOINT: Final = re.compile("占比|比重|比率|之比|等[^、]*$")
CONNECTED: Final = re.compile("和|与|及")
GROWTH: Final = re.compile("(?<=..)(?:增速|增幅|增长率)$")
RATE_NAME: Final = re.compile("(?:涨幅|增速|增幅|增长率|价格指数)$")
SHORTEST: Final = 3
"""A shorter name says too little without its growth (经济增长5%)."""
IMPROVED: Final = re.compile(
    "(?P<work>改造|整治|修缮|治理|建设|优化|抚育|更新|修复|加固|改良|升级|管护|绿化|亮化|美化|硬化)?(?:提升|提高)$"
)
"""Verbs that improve what is counted (整治提升120家) or worked on (农田改造提升3万亩), and add nothing to it."""


def find_targets(reading: Reading) -> Iterator[Target]:
    """Yield the targets of a sentence; quantities that projects hold are left to them."""
    if not reading.measured:
        return
    carried, last = Carried(), 0
    for place, numbers in groupby(reading.measured, lambda q: reading.clause_at(q.start)):
        if place is None:
            continue
        carried.enter_clause(reading.text.find("；", last, place[0]) >= 0)
        figures = list(numbers)
        last = figures[-1].end
        clause = Clause(reading, *place, figures)
        if not clause.groups:
            remember(clause, figures, carried)
        for group in clause.groups:
            named = name_indicator(clause, group, carried)
            if named is not None:
                yield from _group_targets(clause, group, named, carried)


def _group_targets(clause: Clause, group: list[Measured], named: Named, carried: Carried) -> Iterator[Target]:
    starts = [q.start for q in group]
    years = dict(zip(starts, due_years(clause.reading, starts), strict=True))
    for q, name in _first_of(clause, _pairs(group, named), carried):
        reason = "base" if is_owned(clause, q, name) else why_not(clause.reading.text, q, named.head, name)
        if reason:
            clause.reading.leave(q, reason)
        else:
            yield _target(clause, q, name, named, years[q.start])


def _first_of(clause: Clause, pairs: list[tuple[Measured, str]], carried: Carried) -> list[tuple[Measured, str]]:
    """Return the first of several heads, where 分别 gives each a verb and a number (分别增长5%、达到3亿元)."""
    q = pairs[0][0]
    if len(pairs) == 1 or pairs[1][0] is not q or not clause.lists_behind(q, len(pairs) - 1):
        return pairs
    carried.rest = [name for _, name in pairs[1:]]
    return pairs[:1]


def _pairs(group: list[Measured], named: Named) -> list[tuple[Measured, str]]:
    """Pair numbers with indicators: one number for each head of a list, or as many numbers as heads in their order."""
    names = share(named.words) if _distributes(group, named) else [named.words]
    if named.head.each and "与" in named.words and len(names) < len(group):
        names = share(named.words.replace("与", "、"))
    if len(group) == 2 and len(names) == 1:
        names = part_residents(named.words) or names
    if len(group) == 1:
        return [(group[0], name) for name in names]
    if len(group) == len(names):
        return list(zip(group, names, strict=True))
    return [(q, named.words) for q in group]


def _distributes(group: list[Measured], named: Named) -> bool:
    """Tell whether a number holds for each item of its head (均保持在98%以上), not for all together."""
    if len(group) > 1 or named.head.each:
        return named.head.each or not is_length_of(*group[:2])
    if group[0].unit != "%" or JOINT.search(named.words):
        return False
    items = split_list(named.words)
    if len(items) < 2:
        return False
    if (named.head.rise or group[0].measure) and all(closing_statistic(item) for item in items):
        return True
    whole = all(item.endswith(("率", "度")) for item in items) or not CONNECTED.search(named.words)
    return whole and named.words.endswith(("率", "度"))


def _target(clause: Clause, q: Measured, name: str, named: Named, year: int) -> Target:
    measure, falls = _measure(q, name, named)
    if measure == "increment" and _is_improved(clause, q):
        measure = "level"
    if measure == "growth" and not _is_own_name(name):
        name = GROWTH.sub("", name)
    if (
        measure == "growth"
        and named.head.rise
        and not falls
        and len(name) < SHORTEST
        and name not in cue_set("measure-noun", "statistic")
        and name not in INDUSTRIES
    ):
        name += "增长"
    (value, unit), comparator = _as_rate(q) if measure == "growth" else (q.value, q.unit), q.comparator
    if named.head.least and not q.bound:
        comparator = "ge"
    if falls:
        value = (-value[1], -value[0]) if isinstance(value, tuple) else -value
        comparator = MIRRORED.get(comparator, comparator)
    return Target(
        span=clause.reading.sentence.span(q.start, q.end),
        sentence=clause.reading.span,
        rule=named.rule,
        indicator=name,
        value=value,
        unit="人" if not unit and q.scaled and cue_regex("…", "people").search(name) else unit,
        measure=measure,
        comparator=comparator,
        year=year,
        since=average_since(clause.reading.text[clause.start : q.start], year, clause.reading.first_year),
    )


def _as_rate(q: Measured) -> tuple[Decimal | tuple[Decimal, Decimal], str]:
    """Return the value and unit of a growth: one by 1.5倍 is one of 150 %."""
    if q.unit != "倍":
        return q.value, q.unit
    return ((q.value[0] * 100, q.value[1] * 100) if isinstance(q.value, tuple) else q.value * 100), "%"


def _is_improved(clause: Clause, q: Measured) -> bool:
    match = IMPROVED.search(clause.reading.text, clause.start, q.start)
    return match is not None and (q.unit in COUNTS or match["work"] is not None)


def _is_own_name(name: str) -> bool:
    """Tell a rate that is a statistic of that name (人口自然增长率) from the growth of another."""
    return is_label(name) and not name.endswith(("涨幅", "价格指数"))


def _names_growth(name: str, words: str) -> bool:
    """Tell an indicator that is a growth by its name, or by the one that closes its list (存款余额、贷款余额增速)."""
    if RATE_NAME.search(name):
        return not _is_own_name(name)
    return RATE_NAME.search(words) is not None and not RATIO.search(name)


def _measure(q: Measured, name: str, named: Named) -> tuple[str, bool]:
    """Return the measure, and whether it is a decline."""
    head, rate = named.head, q.unit in RATES
    if q.measure:
        return q.measure, False
    if head.fall and not head.reaches:
        return ("growth" if rate else "increment"), True
    if rate and (head.rise or _names_growth(name, named.words)):
        return "growth", False
    if q.unit == "倍" and head.rise:
        return "growth", False
    return ("increment" if named.adds or head.rise else "level"), False
