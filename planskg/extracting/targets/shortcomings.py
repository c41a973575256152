"""Which figures tell of a shortcoming that is owned to: 仍有11%的企业亏损, 部分乡镇收入低于8万元, 空置率高达15%."""

import re
from typing import Final

from planskg.extracting.quantities.measured import Measured
from planskg.extracting.targets.clause import Clause
from planskg.extracting.targets.counting import RATES
from planskg.extracting.words.lexicon import closing_word, cue_ends

PROMISES: Final = re.compile(
    "力争|确保|保证|计划|(?<![主重需必])要|将(?!近)|努力|争取|预计|今年(?!以来)|本年|20\\d\\d年|[底末]|控制|保持"
)
"""What makes such a figure a promise all the same (确保仍有30%的资金用于民生)."""
SOME: Final = re.compile(
    "(?:目前|但|全[省市区县州旗盟])?(?:仍有|还有|尚有|有)?(?:的?(?:部分|少数|个别|一些|不少)|有的)(?!地?[将由])"
)
"""How a clause opens that tells what some lack, and none would promise."""
BELOW: Final = ("低于", "少于", "小于")
ALL: Final = re.compile("(?:目前|但)?(?:我[省市区县州旗盟]|全[省市区县州旗盟])?(?:有|仍有|还有|尚有)?")
ILL: Final = (
    *(
        "亏损",
        "闲置",
        "空置",
        "撂荒",
        "荒芜",
        "停产",
        "停工",
        "停业",
        "停摆",
        "关停",
        "下滑",
        "萎缩",
        "下跌",
        "恶化",
        "老化",
    ),
    *(
        "短缺",
        "紧缺",
        "缺失",
        "流失",
        "外流",
        "滞后",
        "超标",
        "失业",
        "逾期",
        "违约",
        "困难",
        "不稳",
        "不稳定",
        "不足",
        "不够",
    ),
    *(
        "不高",
        "不强",
        "不畅",
        "不达标",
        "不合格",
        "不完善",
        "不健全",
        "未达标",
        "未完成",
        "未落实",
        "未通",
        "受损",
        "破损",
    ),
)
"""What nobody promises of a share of things (近三成企业订单下滑)."""
OWNED: Final = cue_ends("owned")


def is_owned(clause: Clause, q: Measured, name: str) -> bool:
    """Tell a figure that says how bad things are, in a clause that promises nothing."""
    words = clause.reading.text[clause.start : q.start]
    marked = closing_word(OWNED, words) and not (q.bound and q.start == q.number)
    owned = marked or closing_word(OWNED, name) or _is_below_for_some(clause, q, words) or _is_ill(clause, q, words)
    return bool(owned) and not PROMISES.search(words)


def _is_below_for_some(clause: Clause, q: Measured, words: str) -> bool:
    """Tell what some only come to (部分园区亩均税收低于8万元)."""
    return q.comparator == "le" and clause.reading.text.startswith(BELOW, q.start) and SOME.match(words) is not None


def _is_ill(clause: Clause, q: Measured, words: str) -> bool:
    """Tell the share of all that fares ill (两成园区土地闲置)."""
    return q.unit in RATES and clause.text.endswith(ILL) and ALL.fullmatch(words) is not None
