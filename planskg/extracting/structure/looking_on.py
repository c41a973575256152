"""Which sentences of a paragraph speak of the years to come.

Those from 今后五年，… as far as one that speaks of another time; they are due in the last of these years. What
其中 opens is due with its whole, in the sentence before it.
"""

import re
from collections.abc import Sequence
from typing import Final

from planskg.extracting.quantities.numerals import parse_chinese

OPENS: Final = re.compile("(?:今后|未来)([三四五])年，")
TIMES: Final = re.compile("机遇|挑战|形势|时期|趋势|窗口期")
"""What such a sentence holds that only describes the times."""
REACHES: Final = re.compile(r"到(20\d\d)年")
TURNS: Final = re.compile(r"今年|明年|去年|当前|过去|20\d\d年|十[一二三四五六]五")


def find_later(sentences: Sequence[str], first: int) -> dict[int, int]:
    """Return the year in which sentences are due, by their places in their paragraph, in a plan from a year on."""
    later: dict[int, int] = {}
    year = 0
    for at, sentence in enumerate(sentences):
        if opens := OPENS.match(sentence):
            year = 0 if TIMES.search(sentence) else first + int(parse_chinese(opens[1])) - 1
        elif year and TURNS.search(sentence):
            year = 0
        named = set(REACHES.findall(sentences[at - 1])) if at and sentence.startswith("其中") else ()
        if len(named) == 1:
            later[at] = int(*named)
        elif year:
            later[at] = year
    return later
