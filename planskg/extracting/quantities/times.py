"""The times that a text speaks of: `2025年`, `到二〇三五年`, `“十五五”末`, `明年`.

A name that holds a period (“十四五”规划) is none.
"""

import re
from typing import Final

from planskg.extracting.quantities.numerals import DIGIT_CLASS, parse_chinese
from planskg.model import Noun
from planskg.reading.dates import period_end

YEAR: Final = re.compile(rf"20\d{{2}}|二[〇○零]?[{DIGIT_CLASS}]{{2}}")
PERIOD: Final = re.compile("(十[一二三四五六七八九])五")
SPAN: Final = "今明两年|(?:用|未来|今后)[两三四]年(?:左右)?(?:的?时间)?|(?<![近去前这过])[两三四]年(?:左右)?(?:内|时间)"
"""So many years from the plan's on: 用三年时间, 两年内."""
FROM: Final = r"20\d\d年?[—–～~\-至到]{1,2}"
"""What opens a span of years, which counts as its last."""
MENTION: Final = re.compile(
    rf"(?=[2二到“十今明后未年用两三四])(?:{SPAN}|(?<![\d第])(?:(?:{FROM})?20\d{{2}}|二[〇○零]?[{DIGIT_CLASS}]{{2}})年(?:底|末)?前?|到20\d{{2}}(?!\d)(?:年(?:底|末)?前?)?|“?十[一二三四五六]五”?(?:时期|期间|末|$)?|今年|明年(?!(?:(?:拟|计划|待|新)[一-龥]{{1,3}})?的?(?:重点)?项目|前期)|(?<![一-龥])后年|(?<=[到至在争])后年|未来五年|今后五年|(?<![\d{DIGIT_CLASS}十百半来几])年内)"
)
NAMED_PERIOD: Final = re.compile(
    r"“?十[一二三四五六]五”?(?:批复|规划|专项规划|以来|开局|收官|良好开局|首年|第一年|目标任务|任务)"
)


SIGN: Final = re.compile("年|五|到20")
"""What a text holds that speaks of a time; the engine passes over all other characters."""
SPANNED: Final = re.compile("(?:用|未来|今后|今明)?([两三四五])年")
RELATIVE: Final = {"今年": 0, "年内": 0, "明年": 1, "后年": 2}


class Mention(Noun):
    """A time that a text speaks of, and where it ends there."""

    start: int
    end: int
    year: int


def find_times(text: str, plan_year: int) -> list[Mention]:
    """Return the years that a text names, in order; a five-year period counts as its last year."""
    named = [(m.start(), m.end()) for m in NAMED_PERIOD.finditer(text)] if "五" in text else []
    found = []
    for m in MENTION.finditer(text):
        if not any(start <= m.start() < end for start, end in named):
            year = _year(m.group(), plan_year)
            if year is not None:
                found.append(Mention(m.start(), m.end(), year))
    return found


def _year(words: str, plan_year: int) -> int | None:
    if words in RELATIVE:
        return plan_year + RELATIVE[words]
    if span := SPANNED.match(words):
        return plan_year + int(parse_chinese(span[1])) - 1
    period = PERIOD.search(words)
    if period:
        return period_end(period[1])
    figures = next(reversed(YEAR.findall(words)), "")
    if not figures:
        return None
    if figures.isdigit():
        return int(figures)
    value = int(parse_chinese(figures))
    return value if value >= 2000 else 2000 + value % 100  # 二三五年: the 〇 was lost in print
