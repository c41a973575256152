"""Shares, ratios and doublings in words: 八成, 半数, 过半, 三分之一, 1/4, 1.2：1, 翻一番."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from planskg.extracting.quantities.bounds import after_pattern, find_before, passed_before, settle
from planskg.extracting.quantities.measured import RANGE, Measured
from planskg.extracting.quantities.numerals import DIGIT_CLASS, parse_chinese

RATIO: Final = re.compile(rf"(?P<ratio>\d+(?:\.\d+)?)：1(?!\d){after_pattern()}")
FRACTION: Final = re.compile(
    rf"(?<![\d./A-Za-z])(?P<part>[1-9])/(?P<whole>[2-9]|10)(?![\d./A-Za-z年月日期号]){after_pattern()}"
)
DOUBLING: Final = re.compile(rf"翻(?:(?P<times>[一两三])?番|倍){after_pattern()}")


def _share_pattern() -> re.Pattern[str]:
    half = "过?半数|(?<=[率比重例额数])过半|(?<=[过到达近])一半|一半(?=[以之]上|左右)"
    share = rf"{half}|[一二两三四五六七八九]成[一二三四五六七八九]?|[二三四五六七八九十]分之[一二三四五六七八九]"
    return re.compile(rf"(?=[过半{DIGIT_CLASS}十])(?P<share>{share})(?:(?:{RANGE})(?P<high>{share}))?{after_pattern()}")


SHARE: Final = _share_pattern()


def find_proportions(text: str) -> Iterator[Measured]:
    """Yield these numbers of a text, kind by kind; a form is looked for where a character of it stands."""
    if "：1" in text:
        yield from map(_ratio, RATIO.finditer(text))
    if "成" in text or "半" in text or "分之" in text:
        yield from map(_share, SHARE.finditer(text))
    if "/" in text:
        yield from map(_fraction, FRACTION.finditer(text))
    if "翻" in text:
        yield from map(_doubled, DOUBLING.finditer(text))


def _share(m: re.Match[str]) -> Measured:
    """Read 半数, 八成, 三分之一 as percentages."""
    words, high = m["share"], m["high"]
    value = _read_share(words)
    return _hedged(m, (value, _read_share(high)) if high else value, "%", "余" if words.startswith("过") else None)


def _read_share(words: str) -> Decimal:
    if "半" in words:
        return Decimal(50)
    if "成" in words:
        return parse_chinese(words[0]) * 10 + parse_chinese(words[2:] or "零")
    return _percent(parse_chinese(words[3]), parse_chinese(words[0]))


def _fraction(m: re.Match[str]) -> Measured:
    """Read 1/4 as 25 %."""
    return _hedged(m, _percent(Decimal(m["part"]), Decimal(m["whole"])), "%")


def _percent(part: Decimal, whole: Decimal) -> Decimal:
    return (part * 100 / whole).quantize(Decimal("0.01"))


def _doubled(m: re.Match[str]) -> Measured:
    """Read 翻一番, 翻倍 as a growth of 100 %."""
    value = (Decimal(2) ** int(parse_chinese(m["times"] or "一")) - 1) * 100
    comparator = settle(None, m["after"], None)
    return Measured(
        m.start(), m.end(), m.start(), value, "%", comparator or "eq", bound=comparator is not None, measure="growth"
    )


def _ratio(m: re.Match[str]) -> Measured:
    """Read 1.2：1 as 1.2."""
    return _hedged(m, Decimal(m["ratio"]), "")


def _hedged(m: re.Match[str], value: Decimal | tuple[Decimal, Decimal], unit: str, more: str | None = None) -> Measured:
    """Return a number with the comparator words around it."""
    before, start = find_before(m.string, m.start(), 0)
    if before is None:
        before, start = passed_before(m.string, m.start(), 0)
    comparator = settle(before, m["after"], more)
    return Measured(start, m.end(), m.start(), value, unit, comparator or "eq", bound=comparator is not None)
