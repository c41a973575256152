"""Works that are named after everyday words, each of which names many: 人民路, 育才小学, 胜利水库, 东环线.

Only where what is named stands right behind them do the words name: 人民生活, 胜利完成 and 发展道路 name nothing.
"""

import re
from typing import Final

from planskg.extracting.words.lexicon import cue, cue_pattern, initials

NAMES: Final = ("given-name", "street-name")
"""The cues of words that works are named after."""
ROAD: Final = "(?:大道|大街|[东西南北中]?路(?![段网面灯线口域径基况长由权子侧政演标]))"
STREET: Final = "街(?![道区巷办])"
RING: Final = (
    "(?:[东西南北中][一二三四五六]?|大?[内外一二三四五六])环(?:[东西南北]?路(?![网面])|大道|快速|高速|线|[改延扩升提])"
)
BUILT: Final = (
    "巷|小学|[高初]?中学|[高初]中|幼儿园|学校|医院|水库|[主分支干]?渠|大?桥(?!梁)|隧道|公园|广场|小区|煤矿"
    "|水?电站|水厂|污水|体育|排灌|泵站|闸|灌区"
)
MOTTO: Final = (
    "(?:幸福|振兴|富民|创新|开放|改革|发展)(?:路(?![一-龥]{2})|街|广场|小区)"
    "|(?:新城|老城|古城|希望|阳光|新兴)街|人民医院"
)
"""What tells what things are like, or is found in each county."""


def named_after(words: str, start: int = 0) -> re.Match[str] | None:
    """Match works with such a name that stand at the start of words, or further on."""
    return NAMED.match(words, start)


def _named() -> re.Pattern[str]:
    opening = initials((*cue(*NAMES), *"东西南北中内外大一二三四五六"))
    given = f"(?:{cue_pattern('given-name')})(?:{ROAD}|{STREET}|{BUILT})"
    street = f"(?:{cue_pattern('street-name')})(?:{ROAD}|巷(?!道))|{RING}|[东西南北中][大正]?{STREET}"
    return re.compile(f"{opening}(?!{MOTTO})(?:{given}|{street})")


NAMED: Final = _named()
