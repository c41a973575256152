"""The numbers that a browser prints before the items of a list."""

import re

CHINESE = re.compile(r"cjk-ideographic|(?:simp|trad)-chinese-(?:in)?formal")
NONE = re.compile(r"list-style(?:-type)?\s*:[^;]*\bnone\b")
OTHER = re.compile(r"[aAiI]$|alpha|latin|roman|greek|disc|circle|square")
DIGITS = "零一二三四五六七八九"


def label(number: int, kind: str, style: str) -> str:
    """Return what stands before an item with a number, by the list's `type` and `style`: `3. `, `三、`, or nothing.

    Letters and Roman numerals are not printed.
    """
    if NONE.search(style) or OTHER.search(kind) or OTHER.search(style):
        return ""
    if CHINESE.search(f"{kind} {style}") and 0 < number < 100:
        return f"{chinese(number)}、"
    return f"{number}. "


def chinese(number: int) -> str:
    """Return a number from 1 to 99 in Chinese: 十, 二十三."""
    tens, ones = divmod(number, 10)
    return ("" if tens < 2 else DIGITS[tens]) + ("十" if tens else "") + (DIGITS[ones] if ones else "")
