"""The comparator words around a number: 不低于90%, 2.2万人以上, 不得超过5%, 至少建成1个."""

import re
from typing import Final

from planskg.extracting.words.lexicon import alternation, by_last, cue_set, words_by_notation

AT_LEAST: Final = re.compile("(至少|最少|最多|最高|最低|不少于)([一-龥]{1,3})$")
"""A comparator before the verb of its number: 至少建成1个."""
AT_LEAST_LENGTH: Final = 6
OVER: Final = re.compile("(?<![通经超不度渡透路迈跨])过$")
"""交易额过亿元, which no 通过 or 经过 is."""
MULTIPLE_OF: Final = re.compile("(不低于|不少于|不高于|高于|超过|低于)[^，；。、]{2,14}的$")
"""A comparator and what the multiple is of: 不低于城市低保标准的1.3倍."""
RANKED: Final = (
    "全国",
    "全省",
    "全区",
    "全市",
    "全球",
    "世界",
    "国内",
    "省内",
    "区内",
    "市内",
    "亚洲",
    "地区",
    "历史",
    "单体",
    "规模",
)
"""What stands before 最大 and the like where they tell a rank (全省最大5万吨冷库)."""
JOINED: Final = (
    *(rank + most for rank in RANKED for most in ("最大", "最小", "最高", "最长", "最短")),
    *("签约", "节约", "履约", "解约", "违约", "合约", "预约", "集约", "邀约"),
    *("附近", "邻近", "就近", "最近", "临近"),
)
"""Words that only end like a comparator: 签约20亿元 is no 约20亿元."""
FORBIDS: Final = re.compile("(?:(?:(?<![解坚表判])决|绝)?不(?:得|应|能|可|许|准|宜|允许|要)|(?<![解坚表判])决|绝)$")
"""What turns the comparator behind it round (不得低于), or says its 不 with force (决不突破)."""
FORBIDS_LENGTH: Final = 4
MIRRORED: Final = {"ge": "le", "le": "ge"}
COMPARATORS_AFTER: Final = words_by_notation("comparators", "wordAfter")


def after_pattern() -> str:
    """Match the comparator word that may stand behind a number."""
    return rf"(?P<after>{alternation(words_by_notation('comparators', 'wordAfter'))})?"


def find_before(text: str, position: int, limit: int) -> tuple[str | None, int]:
    """Return the comparator whose word ends at a position, and where that begins, no earlier than the limit."""
    for word in WORDS_BEFORE.get(text[position - 1 : position], ()):
        if text.endswith(word, limit, position) and not text.endswith(JOINED, limit, position):
            return _forbidden(text, limit, position - len(word), _bounds()[word])
    return None, position


def _forbidden(text: str, limit: int, position: int, comparator: str) -> tuple[str, int]:
    """Turn a comparator round that is forbidden, and return where its words begin."""
    forbids = FORBIDS.search(text, max(limit, position - FORBIDS_LENGTH), position)
    if not forbids:
        return comparator, position
    return MIRRORED.get(comparator, comparator) if "不" in forbids.group() else comparator, forbids.start()


def _bounds() -> dict[str, str]:
    return words_by_notation("comparators", "wordBefore")


WORDS_BEFORE: Final = by_last(_bounds())


def bound_before(text: str, number: int, limit: int, unit: str, scaled: bool) -> tuple[str | None, int]:
    """Return the comparator that stands before a number, and where the whole begins, no earlier than the limit.

    It may stand apart, before the verb (至少建成1个) or what a multiple is of (不低于低保标准的1.3倍).
    """
    before, start = find_before(text, number, limit)
    if before is None:
        least = AT_LEAST.search(text, max(limit, number - AT_LEAST_LENGTH), number)
        if least and (least[2] in words_by_notation("measures", "wordReach") or least[2] in cue_set("making", "doing")):
            before, start = _bounds()[least[1]], least.start()
        elif unit == "元" or scaled:
            before, start = passed_before(text, number, limit)
    if unit == "倍" and (base := MULTIPLE_OF.search(text, limit, number)):
        before, start = _bounds()[base[1]], base.start()
    return before, start


def passed_before(text: str, number: int, limit: int) -> tuple[str | None, int]:
    """Return the bound that a bare 过 before a number is (产值过亿元, 机收率过九成), and where it begins."""
    return ("ge", number - 1) if OVER.search(text, max(limit, number - 2), number) else (None, number)


def settle(before: str | None, after: str | None, more: str | None) -> str | None:
    """Return the comparator that the words around a number say together; more is that inside of it (5000余)."""
    if after:
        return COMPARATORS_AFTER[after]
    return before or ("ge" if more else None)
