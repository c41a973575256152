"""A number that measures something, and how numbers are written."""

from decimal import Decimal
from typing import Final

from planskg.extracting.quantities.numerals import DIGIT_CLASS, SCALE_CLASS
from planskg.model import Noun

ARABIC: Final = r"\d+(?:\.\d+)?"
CHINESE: Final = rf"[{DIGIT_CLASS}{SCALE_CLASS}]+(?:点[{DIGIT_CLASS}]+)?"
NUMERAL_CLASS: Final = f"[{DIGIT_CLASS}{SCALE_CLASS}]"
RANGE: Final = r"—{1,2}|-|~|至|到"


class Measured(Noun):
    """A number in a text, with what bounds it; offsets count in the text that was scanned."""

    start: int
    end: int
    """Of the whole, comparator words included."""
    number: int
    """Where the figure begins, after a comparator word."""
    value: Decimal | tuple[Decimal, Decimal]
    unit: str
    comparator: str
    chinese: bool = False
    """Written in Chinese numerals, which are often part of a name."""
    bound: bool = False
    """Whether a comparator word stands with it."""
    scaled: bool = False
    """Whether it has a multiplier (万, 亿) of its own."""
    measure: str = ""
    """growth where the words are a growth by themselves (翻一番)."""
    shared: Decimal = Decimal(1)
    """The multiplier that it took over from the number that closes its list."""
