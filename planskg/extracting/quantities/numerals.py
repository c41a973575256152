"""Numerals as plans print them, Arabic and Chinese, as exact Decimals.

Reads 2.2万 (22000), 一千二百 (1200), 百分之七 with its unit elsewhere, 八成 and 半数 in quantities.py.
"""

from decimal import Decimal
from functools import lru_cache
from typing import Final

DIGITS: Final = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "○": 0}
SCALES: Final = {"十": Decimal(10), "百": Decimal(100), "千": Decimal(1000), "万": Decimal(10**4), "亿": Decimal(10**8)}
DIGIT_CLASS: Final = "零〇○一二两三四五六七八九"
SCALE_CLASS: Final = "十百千万亿"
MANY: Final = 256
"""So many numerals are kept with their values, for a plan repeats most of its own."""


@lru_cache(maxsize=MANY)
def scale(words: str) -> Decimal:
    """Return the product of multiplier characters: 万亿 is 10^12; 1 for none."""
    product = Decimal(1)
    for word in words:
        product *= SCALES[word]
    return product


@lru_cache(maxsize=MANY)
def parse_chinese(words: str) -> Decimal:
    """Return the value of a Chinese numeral (三百二十, 一百万, 十五, 百万, 二〇三五).

    Raises ValueError where it is none.
    """
    if "点" in words:
        whole, _, part = words.partition("点")
        return parse_chinese(whole) + Decimal("0." + "".join(str(DIGITS[c]) for c in part))
    if not words or any(c not in DIGITS and c not in SCALES for c in words):
        raise ValueError(f"no Chinese numeral: {words}")
    if all(c in DIGITS for c in words):
        return Decimal("".join(str(DIGITS[c]) for c in words))
    high, total, section, digit = Decimal(0), Decimal(0), Decimal(0), None
    for char in words:
        if char in DIGITS:
            digit = Decimal(DIGITS[char])
            continue
        if char in "十百千":
            section += (Decimal(1) if digit is None else digit) * SCALES[char]
        elif char == "万":
            total, section = total + (section + (digit or 0) or 1) * SCALES[char], Decimal(0)
        else:
            high = (high + total + section + (digit or 0) or 1) * SCALES[char]
            total, section = Decimal(0), Decimal(0)
        digit = None
    return high + total + section + (digit or 0)


def parse_about(words: str) -> tuple[Decimal, Decimal] | None:
    """Return the bounds that two neighbouring digits give before a multiplier (二三百); None for other numerals."""
    low, high = DIGITS.get(words[0], 0), DIGITS.get(words[1:2], 0)
    if not low or high != low + 1 or words[2:].strip(SCALE_CLASS):
        return None
    return low * scale(words[2:]), high * scale(words[2:])


@lru_cache(maxsize=MANY)
def parse_number(words: str) -> Decimal:
    """Return the value of a numeral, Arabic or Chinese."""
    return Decimal(words) if words[0].isdigit() else parse_chinese(words)


def print_chinese(value: int) -> str:
    """Return a whole number from 0 to below 10^12 as a Chinese numeral; the inverse of parse_chinese."""
    if value < 10:
        return "零一二三四五六七八九"[value]
    for size, word in ((10**8, "亿"), (10**4, "万"), (1000, "千"), (100, "百"), (10, "十")):
        if value >= size:
            high, low = divmod(value, size)
            gap = "零" if 0 < low < size // 10 else ""
            return print_chinese(high) + word + (gap + print_chinese(low) if low else "")
    raise ValueError(value)
