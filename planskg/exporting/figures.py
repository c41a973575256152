"""Numbers as people read them: 120000000000 元 is 1200亿元."""

from decimal import Decimal

STEPS = ((Decimal(10) ** 8, "亿"), (Decimal(10) ** 4, "万"))


def readable(value: Decimal | float, unit: str = "") -> str:
    """Return a number with its unit, in 万 or 亿 where it is large."""
    number = Decimal(str(value))
    for step, name in STEPS:
        if abs(number) >= step:
            return f"{_digits(number / step)}{name}{unit}"
    return f"{_digits(number)}{unit}"


def _digits(number: Decimal) -> str:
    return format(round(number, 4).normalize(), "f")
