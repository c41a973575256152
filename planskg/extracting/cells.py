"""The figure that a cell of an indicator table holds: `12以上`, `-8.9`, `3%—4%`, `1.2亿元`; 稳步提升 holds none."""

import re
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from planskg.extracting.columns import NUMBER
from planskg.extracting.lexicon import alternation, unit_names, words_by_notation
from planskg.extracting.numerals import SCALE_CLASS, scale
from planskg.extracting.units import base_unit

Value = Decimal | tuple[Decimal, Decimal]


class Figure(NamedTuple):
    """A number as its cell prints it."""

    value: Value
    comparator: str
    unit: str = ""
    """The unit or multiplier that the cell itself prints; empty where it leaves that to its row or column."""

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
    match = _cell("" if base_unit(printed) else printed).fullmatch(words)
    if not match:
        return None
    if match["after"]:
        comparator = words_by_notation("comparators", "wordAfter")[match["after"]]
    else:
        comparator = words_by_notation("comparators", "wordBefore").get(match["before"] or "", "eq")
    low = _decimal(match["figure"])
    value = (low, _decimal(match["high"])) if match["high"] else low
    return Figure(value, comparator, match["unit"] or match["upper"] or "")


def _decimal(figure: str) -> Decimal:
    return Decimal(figure.replace(",", ""))


@cache
def _cell(unknown: str) -> re.Pattern[str]:
    """Match a cell that holds a figure, with a unit or without; some row may have printed one that nobody knows."""
    before = alternation(words_by_notation("comparators", "wordBefore"))
    after = alternation(words_by_notation("comparators", "wordAfter"))
    unit = rf"{re.escape(unknown) or '%'}|[{SCALE_CLASS}]*(?:{alternation(unit_names())})|[{SCALE_CLASS}]+"
    number = NUMBER.pattern
    return re.compile(
        rf"(?P<before>{before}|增长|控制在)?(?P<figure>{number})(?P<unit>{unit})?"
        rf"(?:[—–~～至-]+(?P<high>{number})(?P<upper>{unit})?)?(?P<after>{after})?"
    )
