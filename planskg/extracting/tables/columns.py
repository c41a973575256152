"""What one column of an indicator table holds, as its header says: 2025年实际, “十五五”末目标, 比上年增长%."""

import re
from decimal import Decimal
from typing import Final

from planskg.extracting.tables.units import BRACKET_UNIT
from planskg.model import Noun
from planskg.reading.dates import period_end

NUMBER: Final = re.compile(r"-?\d+(?:[,，]\d{3})*(?:\.\d+)?")
YEAR: Final = re.compile(r"(20\d{2})年?")
PERIOD: Final = re.compile(r"[“\"]?(十[一二三四五六七八九])五[”\"]?")
BASE_YEAR: Final = re.compile(r"[比较](?:20\d{2}年|上一?年|去年)")
GROWTH: Final = re.compile(rf"增长|增速|增幅|增减|升降|[涨降]幅|涨跌|±|同比|{BASE_YEAR.pattern}|年均")
PLAN: Final = re.compile(r"计划|目标|预期|安排|规划|末")
LAST_YEAR: Final = re.compile("上年|去年|上一年")
THIS_YEAR: Final = re.compile("本年|今年|当年|计划|目标|预期")
ATTRIBUTE: Final = re.compile(
    r"属性|约束性|预期性|指标性质|责任|牵头|部门|单位名称|备注|说明|进度|进展|序号|编号|上半年|季度|\d月"
)
NAME: Final = re.compile(r"指标|名称|项目|任务|产品|类别|内容")
TASK_SET: Final = re.compile("(?:计划|目标|预期|下达|任务)(?:指标|任务)|(?:指标|任务)[数值量]")
"""What a figure to be reached is called: 2026年目标任务."""
AMOUNT: Final = re.compile("[增减][长加减]?[额量]")
"""A change that is no rate."""
UNIT: Final = re.compile(r"单位")


class Column(Noun):
    """What a column of figures holds."""

    year: int
    series: str
    group: str
    """The words of its first header row; columns that share them may be merged in a row."""
    unit: str | None = None


def read_number(printed: str) -> Decimal:
    """Return the value of a number, thousands parted or not."""
    return Decimal(re.sub("[,，]", "", printed))


def read_growth(group: str, label: str, before: Column | None) -> Column | None:
    """Return the column of growth beside one of levels, which names no year of its own."""
    words = label or group
    if (
        before is None
        or not GROWTH.search(words)
        or AMOUNT.search(words)
        or YEAR.match(words)
        or before.series.startswith("growth_")
    ):
        return None
    if PERIOD.search(words) or (label and YEAR.match(group) and group != before.group):
        return None
    return Column(before.year, f"growth_{before.series}", group)


def read_column(group: str, label: str, years: range) -> Column | None:
    """Return the column that its header cells tell of, in a plan for some years; None where it holds no figures."""
    words = group + label
    if ATTRIBUTE.search(group) or (UNIT.search(group) and not YEAR.search(group)) or AMOUNT.search(words):
        return None
    timed = YEAR.search(group) or THIS_YEAR.search(group)
    if NAME.search(YEAR.sub("", group)) and not (timed and TASK_SET.search(group)):
        return None
    year = _year(group, label, years[-1])
    if year is None:
        return None
    planned = PLAN.search(label or group) or year >= years[0]
    rate = GROWTH.search(label) or (GROWTH.search(group) and not label)
    series = ("growth_" if rate else "") + ("plan" if planned and not _is_past(words, year, years[0]) else "actual")
    bracket = BRACKET_UNIT.search(label or group)
    return Column(year, series, group, bracket.group(1) if bracket and not rate else None)


def _is_past(words: str, year: int, first: int) -> bool:
    """Tell the result of an earlier period (“十四五”末) from its plan."""
    return year < first and not re.search("计划|目标|预期|规划|安排", words)


def _year(group: str, label: str, plan_year: int) -> int | None:
    words = BASE_YEAR.sub("", group + label)
    if found := YEAR.match(label) or YEAR.search(BASE_YEAR.sub("", group)) or YEAR.search(words):
        return int(found.group(1))
    if period := PERIOD.search(words):
        return period_end(period[1])
    if LAST_YEAR.search(BASE_YEAR.sub("", group)):
        return plan_year - 1
    return plan_year if THIS_YEAR.search(words) else None
