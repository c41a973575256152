"""Numbers that one unit, multiplier or comparator closes: 2、6、15家; 5%、6.5%左右."""

import re
from decimal import Decimal
from typing import Final

from msgspec.structs import replace

from planskg.extracting.quantities.measured import ARABIC, Measured
from planskg.extracting.quantities.numerals import SCALE_CLASS, scale
from planskg.extracting.words.lexicon import UNIT_NAMES

LINKED: Final = re.compile("[、，和与及]|以及")
"""What stands between numbers that one head governs."""
LONGEST_LINK: Final = 2
BETWEEN: Final = "之间"
"""What makes a range of two figures."""
WORD: Final = re.compile("[一-龥“]")
SCALED: Final = re.compile(rf"{ARABIC}([{SCALE_CLASS}]*)")


def close_lists(text: str, found: list[Measured]) -> list[Measured]:
    """Give each number of a bare list (2、6、15家; 5%、6.5%左右) the unit, multiplier and comparator that close it."""
    out = list(found)
    for index in range(len(out) - 2, -1, -1):
        here, after = out[index], out[index + 1]
        if not _is_linked(text, here, after):
            continue
        if text.startswith(BETWEEN, after.end) and (whole := _range(here, after)):
            out[index : index + 2] = [whole]
            continue
        if text.endswith("分别", 0, here.start) and here.start < here.number and not after.bound:
            _bind_all(text, out, index)
            after = out[index + 1]
        if (
            (not here.unit or (here.unit, after.unit) == ("个", "百分点"))
            and isinstance(here.value, Decimal)
            and after.unit
        ):
            factor = Decimal(1) if here.scaled else _factor(text, after) * after.shared
            here = replace(here, unit=after.unit, value=here.value * factor, scaled=after.scaled, shared=factor)
        if not here.bound and _closes(text, here, after):
            here = replace(here, comparator=after.comparator, bound=True)
        out[index] = here
    return out


def _is_linked(text: str, here: Measured, after: Measured) -> bool:
    return after.start - here.end <= LONGEST_LINK and LINKED.fullmatch(text, here.end, after.start) is not None


def _closes(text: str, here: Measured, after: Measured) -> bool:
    """Tell whether the comparator behind a number closes a list; no age or threshold of the next clause does.

    参保率达到95%，65岁以上老人… says nothing of 95%.
    """
    closes = after.bound and after.start == after.number and text[after.number : after.number + 1].isdigit()
    return closes and (text[here.end] != "，" or not WORD.match(text, after.end))


def _range(here: Measured, after: Measured) -> Measured | None:
    """Return two figures as the bounds of one, if they are alike (3%和4%之间)."""
    if here.unit != after.unit or isinstance(here.value, tuple) or isinstance(after.value, tuple):
        return None
    return replace(here, end=after.end + len(BETWEEN), value=(here.value, after.value))


def _bind_all(text: str, out: list[Measured], index: int) -> None:
    """Give the numbers that 分别 lists the comparator that opens the list (分别突破8亿元、3亿元、1亿元)."""
    for at in range(index + 1, len(out)):
        if out[at].bound or not _is_linked(text, out[at - 1], out[at]):
            return
        out[at] = replace(out[at], comparator=out[index].comparator, bound=True)


def _factor(text: str, measured: Measured) -> Decimal:
    """Return the multiplier printed with a number."""
    m = SCALED.match(text, measured.number, measured.end)
    if not m:
        return Decimal(1)
    words, end = m[1], m.end()
    return scale(words[:-1] if words and text[end - 1 : end + 1] in UNIT_NAMES else words)
