"""The figure that a cell of an indicator table holds: `12以上`, `-8.9`, `3%—4%`, `1.2亿元`; 稳步提升 holds none.

A cell may say how its figure is reached (力争达到8), and that it is a change where its column holds levels (下降3%).
"""

import re
from decimal import Decimal
from functools import cache
from typing import Final

from planskg.extracting.quantities.bounds import MIRRORED
from planskg.extracting.quantities.numerals import SCALE_CLASS, scale
from planskg.extracting.tables.columns import NUMBER, read_number
from planskg.extracting.tables.units import base_unit
from planskg.extracting.words.lexicon import UNIT_NAMES, alternation, words_by_notation
from planskg.model import Noun
from planskg.vocabulary import load_scheme

Value = Decimal | tuple[Decimal, Decimal]
ASIDE: Final = re.compile(r"(?:[*#※△▲①-⑳]|(?<!^)〔\d{1,2}〕|(?<=[^（])（[^（）\d]*）)+$")
"""What stands behind a figure and is none of it: a mark, a remark (4.3（含农场）)."""
ENCLOSED: Final = re.compile(r"[（〔]([^（）〔〕]+)[）〕](%?)")
RATE_NAMES: Final = ("涨幅", "增幅", "增速")
CHANGES: Final = (*RATE_NAMES, "增长", "递增", "上涨", "下降")
"""Words behind which a bare figure is a percentage."""


class Figure(Noun):
    """A number as its cell prints it."""

    value: Value
    comparator: str
    unit: str = ""
    """The unit or multiplier that the cell itself prints; empty where it leaves that to its row or column."""
    is_growth: bool = False
    """Whether the cell itself says that it is a rate of change."""

    def in_base(self, printed: str) -> tuple[Value, str]:
        """Return the number in a base unit, and that unit; its own goes before the one printed for its row."""
        unit, factor = base_unit(self.unit) or base_unit(printed) or (printed, Decimal(1))
        if self.unit and not self.unit.strip(SCALE_CLASS):
            factor = scale(self.unit)
        if isinstance(self.value, tuple):
            return (self.value[0] * factor, self.value[1] * factor), unit
        return self.value * factor, unit


def read_figure(words: str, printed: str) -> Figure | None:
    """Return the figure of a cell, whose unit may be printed for its row or column; None where it is words."""
    known = base_unit(printed)
    match = _cell("" if known else printed).fullmatch(_bare(words))
    if not match:
        return None
    comparator = words_by_notation("comparators", "wordBefore").get(match["before"] or "", "eq")
    if match["after"]:
        comparator = words_by_notation("comparators", "wordAfter")[match["after"]]
    low = read_number(match["figure"])
    value = (low, read_number(match["high"])) if match["high"] else low
    unit, change = match["unit"] or match["upper"] or "", match["change"]
    if not change:
        return Figure(value, comparator, unit, unit == "%" and known is not None and known[0] != "%")
    if unit.strip("%") or not (unit or printed == "%" or change.endswith(CHANGES)):
        return None
    if change in words_by_notation("measures", "wordFall"):
        value = (-value[1], -value[0]) if isinstance(value, tuple) else -value
        comparator = MIRRORED.get(comparator, comparator)
    return Figure(value, comparator, "%", is_growth=True)


def _bare(words: str) -> str:
    """Return a cell without the marks and remarks behind it and the brackets around it."""
    bare = ASIDE.sub("", words)
    enclosed = ENCLOSED.fullmatch(bare)
    return enclosed[1] + enclosed[2] if enclosed else bare


@cache
def _cell(unknown: str) -> re.Pattern[str]:
    """Match a cell that holds a figure, with a unit or without; some row may have printed one that nobody knows."""
    before = alternation(words_by_notation("comparators", "wordBefore"))
    after = alternation(words_by_notation("comparators", "wordAfter"))
    unit = rf"{re.escape(unknown) or '%'}|[{SCALE_CLASS}]*(?:{alternation(UNIT_NAMES)})|[{SCALE_CLASS}]+"
    number = NUMBER.pattern
    reach = alternation(words_by_notation("measures", "wordReach"))
    growth = load_scheme("measures")["growth"]
    change = alternation((*RATE_NAMES, *growth.values("wordRise"), *growth.values("wordFall")))
    return re.compile(
        rf"(?:力争|确保|争取|预计)?(?:{reach})?(?P<change>{change})?(?:{reach})?(?P<before>{before})?\+?(?P<figure>{number})(?P<unit>{unit})?"
        rf"(?:[—–~～至-]+(?P<high>{number})(?P<upper>{unit})?)?(?P<after>{after})?"
    )
