"""Which sentences of a paragraph look back, in a part that looks ahead.

Those from 过去五年 as far as one that speaks of now, and those from a year before the plan's as far as one that may
promise.
"""

import re
from collections.abc import Sequence
from typing import Final

from planskg.extracting.structure.parts import OPENS_BACK, YEAR, turns_ahead

SPEAKS_AHEAD: Final = re.compile(
    r"^(?:各位代表[，！：])?(?:今年(?!以来)|今后|未来|下一步|到20\d\d年|展望|面向|[“\"]?十[五六七]五|20\d\d年，?(?:要|我们|将|计划|力争)|必须|(?:我们)?要|力争|确保|为此)"
)
LONG_AGO: Final = "过这本报二三四五"
"""How 过去五年, 这五年, 本届政府 and 五年来 begin, which open a look back inside of a paragraph too."""
EARLIER_YEAR: Final = re.compile(
    r"(?:[^\d。]*，)?(?:在|截至)?(?:20\d\d年|[去上]年)(?!的?起|以来|开始|的|底?前(?!\d|[一二三四五六七八九十]+个月|[一二三]季度)|[^，；]{0,6}(?:开|启|建|实施|未|结转|签|引进|确定|安排|立项|谋划|入库)[^，；]*的)"
)
"""What opens a report on a year; 2025年开工的水库 only tells which is meant."""
REPORTS: Final = re.compile(
    "(?:目前|当前|工作|项目|工程|任务|建设|整改)*(?:(?:进展|推进|完成|落实|实施|执行)情况|进展|(?:形象)?进度(?:情况)?"
    "|存在的?(?:主要|突出|困难)*(?:问题|困难|不足)|主要问题|短板弱项)：(?!.{0,12}(?:[月年季末]底|[月年日底]前|力争|确保|计划|将|拟))"
)
"""A label of what has been done by now, or of what is amiss, unless what follows it is still to come."""
PROMISES: Final = re.compile(
    r"今年(?!以来)|(?<![主重需])要|将|计划|力争|确保|务必"
    r"|^(?:继续|进一步|下一步|同时|加[快强大]|推[进动行]|抓[好住实紧]|做[好大优强]|坚[持决]|持续|着力|[大全][力面]|扎实|深[化入]|强化|优化|严格|统筹|积极|切实"
    r"|稳[步妥定]|健全|完善|落实|实施|支持|鼓励|引导|开展|新[建增]|开工|建[立设])"
)
"""What a sentence holds, or opens with, that may promise behind one of a year that is over."""


def find_past(sentences: Sequence[str], first: int, past: bool) -> set[int]:
    """Return which sentences look back, by their places in their paragraph, in a plan from a year on.

    past says that what stands before the paragraph does.
    """
    found: set[int] = set()
    turns = SPEAKS_AHEAD.match
    for at, sentence in enumerate(sentences):
        opens = (at == 0 or sentence[0] in LONG_AGO) and OPENS_BACK.match(sentence)
        if (opens and not turns_ahead(sentence, 0, first)) or ("：" in sentence and REPORTS.match(sentence)):
            past, turns = True, SPEAKS_AHEAD.match
        elif past and (turns(sentence) or _last_year(sentence) >= first or turns_ahead(sentence, 0, first)):
            past = False
        if past:
            found.add(at)
        elif at == 0 and ("20" in sentence or sentence[0] in "去上") and _tells_of_earlier(sentence, first):
            past, turns = True, PROMISES.search
    return found


def _tells_of_earlier(sentence: str, first: int) -> bool:
    return bool(EARLIER_YEAR.match(sentence)) and _last_year(sentence) < first and not PROMISES.search(sentence)


def _last_year(sentence: str) -> int:
    return max((int(year) for year in YEAR.findall(sentence)), default=0)
