"""Numbers with their units and comparators.

Finds `2.2万人以上`, `不低于90%`, `5.5%—6%`, `每千人2.5个`, `百分之七`, `八成`; G315线 and 2025年 are no quantities.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from planskg.extracting.quantities.bounds import after_pattern, bound_before, settle
from planskg.extracting.quantities.linking import close_lists
from planskg.extracting.quantities.measured import ARABIC, CHINESE, RANGE, Measured
from planskg.extracting.quantities.numerals import DIGIT_CLASS, SCALE_CLASS, parse_about, parse_number, scale
from planskg.extracting.quantities.proportions import find_proportions
from planskg.extracting.quantities.unmeasured import NUMERAL, Named, find_named, mask
from planskg.extracting.words.lexicon import UNIT_NAMES, alternation, words_by_notation

NO_OTHER_WORD: Final = (
    "(?<!群(?=众))(?<!分(?=[别之布类批级步期行局公店院校会流众子支]))(?<!笔(?=[记试]))(?<!部(?=[件门]))"
)
"""What closes a unit that is the head of another word as well (30万群众, 5分之一)."""
MINUS, SIGNED, CHINESE_BEFORE = ("-", "－", "−", "负"), ("%", "‰", "百分点"), re.compile("[一-龥](?<!正).")
"""A sign that stands between a word and a rate (增长率达到-1.5‰); between figures it makes a range."""
PER: Final = re.compile("每[千万百]人")
PER_LENGTH: Final = 3


def _quantity_pattern() -> re.Pattern[str]:
    """Match a figure and what follows it, from where it begins."""
    more = alternation(words_by_notation("comparators", "wordInside"))
    unit = alternation(UNIT_NAMES)
    figure = (
        rf"(?:百分之(?P<percent>{ARABIC}|{CHINESE})|(?P<low>{ARABIC}|(?<![{DIGIT_CLASS}{SCALE_CLASS}第]){CHINESE}))"
    )
    return re.compile(
        rf"{figure}(?P<more>{more})?"
        rf"(?:(?P<scale1>[{SCALE_CLASS}]*)(?P<unit1>{unit})?(?:{RANGE})(?P<high>{ARABIC}|{CHINESE}))?(?P<scale>[{SCALE_CLASS}]*?)(?P<more2>{more})?"
        rf"(?:(?P<unit>{unit}){NO_OTHER_WORD}(?:（(?P<times>[次只头羽匹峰间](?:、[只头羽匹峰])*)）)?|(?![{SCALE_CLASS}]))(?P<rate>/[{SCALE_CLASS}]*(?:{unit}|[一-龥]{{1,4}})(?:·[年月日天])?)?{after_pattern()}"
    )


QUANTITY: Final = _quantity_pattern()


def _opening() -> re.Pattern[str]:
    """Match the first character of what may be a figure: the 千 of 每千人5个 is none.

    A Chinese numeral before a character that opens no unit and no other part of a quantity (进一步) is none either,
    nor are tens or thousands that nobody counted (数十场).
    """
    words = (
        *UNIT_NAMES,
        *(word for name in ("After", "Inside") for word in words_by_notation("comparators", f"word{name}")),
    )
    parts = re.escape("".join({word[0] for word in words}))
    return re.compile(
        rf"[0-9{DIGIT_CLASS}{SCALE_CLASS}](?<!数[{SCALE_CLASS}](?![{DIGIT_CLASS}]))(?:(?<=\d)|(?=[\d{DIGIT_CLASS}{SCALE_CLASS}点分/—~至到{parts}-])(?<!每[千万百](?=人\d)))"
    )


OPENING: Final = _opening()


def scan(text: str) -> tuple[list[Measured], list[Named]]:
    """Return the quantities of a text and the numbers that are none, each in order."""
    if not NUMERAL.search(text):
        return [], []
    named = find_named(text)
    masked = mask(text, named) if named else text
    proportions, figures = list(find_proportions(masked)), list(_figures(masked))
    return close_lists(masked, list(_disjoint([*proportions, *figures])) if proportions else figures), named


def _figures(text: str) -> Iterator[Measured]:
    """Yield the figures with their units, in order and apart, each tried where a numeral begins."""
    opening, pattern = OPENING, QUANTITY
    end = 0
    position = 0
    while begin := opening.search(text, position):
        match = pattern.match(text, begin.start())
        position = match.end() if match else begin.end()
        if match and (measured := _measured(match, end)):
            yield measured
        end = match.end() if match else end


def _measured(m: re.Match[str], limit: int) -> Measured | None:
    """Read a figure; nothing before the limit belongs to it."""
    percent, low, more, scale1, unit1, high, scale2, more2, unit2, times, rate, after = m.groups()
    words = percent or low
    chinese = not words[0].isdigit()
    written = unit2 or unit1
    if chinese and (written == "分" or not (percent or written or rate or after)):
        return None
    text, number = m.string, m.start()
    unit = "%" if percent else UNIT_NAMES[written].notation if written else ""
    factor = scale(scale2)
    first = parse_number(words) * (scale(scale1) if scale1 else factor)
    value: Decimal | tuple[Decimal, Decimal] = first
    if chinese and len(words) > 2 and (about := parse_about(words)):
        value = (about[0] * factor, about[1] * factor)
    if high:
        value = (first, parse_number(high) * factor)
    if text.endswith(MINUS, limit, number) and unit in SIGNED and CHINESE_BEFORE.match(text, max(limit, number - 2)):
        number, value = number - 1, (-value if isinstance(value, Decimal) else (-value[0], value[1]))
    if per := text.endswith("人", limit, number) and PER.match(text, max(limit, number - PER_LENGTH), number):
        number = per.start()
        unit = unit and f"{unit}/{per.group()[1:]}"
    unit += (times or "").replace("、", "") + (rate or "")
    scaled = bool(scale1 or scale2)
    before, start = bound_before(text, number, limit, unit, scaled)
    comparator = settle(before, after, more or more2)
    bound = comparator is not None
    return Measured(start, m.end(), number, value, unit, comparator or "eq", chinese, bound, scaled)


def _disjoint(found: list[Measured]) -> Iterator[Measured]:
    """Keep of overlapping readings the one that says more: a comparator, a growth, the longer."""
    end = -1
    for one in sorted(found, key=lambda q: (q.start, -(q.end - q.start))):
        if one.start >= end:
            yield one
            end = one.end
