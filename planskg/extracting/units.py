"""The unit of a table's figures: in a column, behind a row's name, in a header, or above the table (单位：万元)."""

import re
from decimal import Decimal

from planskg.extracting.lexicon import unit_names
from planskg.extracting.numerals import SCALE_CLASS, scale
from planskg.model import Document, Span

BRACKET_UNIT = re.compile(r"[（(](?:单位[：:])?([^（）()]{1,8})[）)]\s*$")
# 单位：万元, 计量单位:亿元
CAPTION_UNIT = re.compile(r"单位[：:]\s*([^\s，,。；、）)|]{1,10})")
CAPTION_LENGTH = 80


def read_caption(document: Document, area: Span) -> str:
    """Return the last two lines above the area of a table, where its unit may stand."""
    above = document.text[max(0, area.start - CAPTION_LENGTH) : area.start]
    return "\n".join(above.rstrip().split("\n")[-2:])


def base_unit(printed: str) -> tuple[str, Decimal] | None:
    """Return a printed unit's base unit and its multiplier (亿元 is 元 and 10^8), None where it is no known unit."""
    if printed in unit_names():
        return unit_names()[printed].notation, Decimal(1)
    for size in range(1, len(printed)):
        if printed[size - 1] not in SCALE_CLASS:
            break
        if printed[size:] in unit_names():
            return unit_names()[printed[size:]].notation, scale(printed[:size])
    return None
