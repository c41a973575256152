"""The unit of a table's figures: in a column, behind a row's name, in a header, or above the table (单位：万元).

Of several above the table (单位：亿元、万人、%) each row has the one that fits its indicator.
"""

import re
from decimal import Decimal
from typing import Final

from planskg.extracting.quantities.numerals import SCALE_CLASS, scale
from planskg.extracting.words.concepts import usual_unit
from planskg.extracting.words.lexicon import UNIT_NAMES
from planskg.model import Document, Span

# （亿元）, （单位：万人）, （万亩，累计）
BRACKET_UNIT: Final = re.compile(r"[（(](?:单位[：:])?([^（）()，,；]{1,8})(?:[，,；][^（）()\d]{1,8})?[）)]\s*$")
# 单位：万元, 计量单位:亿元、万人、%
CAPTION_UNIT: Final = re.compile(r"单位[：:]\s*([^\s。；）)|]{1,24})")
BETWEEN: Final = re.compile("[，,、]")
SCALED: Final = re.compile("([十百千]?[万亿])([一-龥]{1,3})")
"""A unit that no vocabulary knows behind its multiplier (万畦)."""
RATE: Final = re.compile("(?:率|比重|占比|比例|增速|增幅|增长)$")
PEOPLE: Final = re.compile("人口|就业|人数|人次|游客|旅客|人员|参保")
CAPTION_LENGTH: Final = 80


def read_caption(document: Document, area: Span) -> str:
    """Return the last two lines above the area of a table, where its unit may stand."""
    above = document.text[max(0, area.start - CAPTION_LENGTH) : area.start]
    return "\n".join(above.rstrip().split("\n")[-2:])


def base_unit(printed: str) -> tuple[str, Decimal] | None:
    """Return a printed unit's base unit and its multiplier (亿元 is 元 and 10^8), None where neither is known."""
    if printed in UNIT_NAMES:
        return UNIT_NAMES[printed].notation, Decimal(1)
    for size in range(1, len(printed)):
        if printed[size - 1] not in SCALE_CLASS:
            break
        if printed[size:] in UNIT_NAMES:
            return UNIT_NAMES[printed[size:]].notation, scale(printed[:size])
    unknown = SCALED.fullmatch(printed)
    return (unknown[2], scale(unknown[1])) if unknown else None


def read_units(words: str) -> tuple[str, ...]:
    """Return the units that stand once for a whole table, as they are printed."""
    found = CAPTION_UNIT.search(words)
    return tuple(unit for unit in BETWEEN.split(found[1]) if base_unit(unit)) if found else ()


def fitting_unit(units: tuple[str, ...], indicator: str) -> str:
    """Return which of the units of a table an indicator has; the first where nothing tells."""
    if len(units) < 2:
        return units[0] if units else ""
    usual = "%" if RATE.search(indicator) else usual_unit(indicator)
    told = [unit for unit in units if (known := base_unit(unit)) and known[0] == usual]
    people = [unit for unit in units if PEOPLE.search(indicator) and "人" in unit]
    return (*told, *people, *units)[0]
