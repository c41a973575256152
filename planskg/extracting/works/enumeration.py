"""A list of works cut into its items: 木垒、呼图壁通用机场 is two, 京杭运河与小清河连通工程 one."""

import re
from collections.abc import Iterator
from typing import Final

from planskg.extracting.words.lexicon import cue_regex
from planskg.extracting.words.place_names import begins_place, place_spans
from planskg.extracting.words.sharing import BLANK, LIST_MARK, blank
from planskg.extracting.works.closing import FACILITIES, closing_works
from planskg.extracting.works.names import naming
from planskg.extracting.works.series import PHASE_ONLY

SHIELDED: Final = re.compile("“[^”]*”|（[^（）]*）")
QUOTATIONS: Final = re.compile("”“")
JOINS: Final = re.compile("[和与及]")
"""What may stand between items, but also in a place's name."""
MAY_CUT: Final = re.compile("[、和与及“]")
AMBIGUOUS: Final = re.compile("和(?=[平田林龙顺静])")
VIA: Final = re.compile("经[一-龥]{2,6}(?:、[一-龥]{2,6})*?、[一-龥]{2,6}[至到]")
"""A route by way of several places (长春经辽源、梅河口至通化)."""
LINKED: Final = re.compile(
    "(?:连通|联通|连接|互联|互通|对接|接驳|衔接|立交桥?|立体交叉|平交道?口?|交叉路?口|交汇处?|联络)(?:工程|通道|线|道路)?(?:项目)?(?:改造|建设|提升|优化)?$"
)
"""What is built between two things (京杭运河与小清河连通工程)."""
OWNED_NAME: Final = re.compile("[省市县区州][太仁永泰义人德瑞天中嘉广颐协元万]")
"""The begin of a name in 和 behind the government that owns it (市太和医院)."""
NAME_GOES_ON: Final = "·至"
"""Behind what no list goes on with 和: a name in 和 stands there (沙河至和硕公路)."""
TOGETHER: Final = re.compile("(?:协同|合作|联合|共同)[一-龥]|(?:共建|合办|联建|合建)")
"""What two do with each other (清河大学与龙湾县共建的新校区)."""
SHORT: Final = 3
MONTH: Final = re.compile(r"(?<=[一-龥]{3})\d{1,2}月(?:份|底)?前?$")


def cut_list(text: str, start: int, end: int, region: str | None) -> list[tuple[int, int]]:
    """Cut a list into items; a link inside a place's name, in brackets or in a joint name is none."""
    if not MAY_CUT.search(text, start, end):
        return [(start, end)] if start < end else []
    items = []
    words = text[start:end]
    position = 0
    for a, b in _cuts(words, region):
        mark = words[a:b]
        if mark in ("与", "及") and _is_joined(words[position:a], mark, words[b:], region):
            continue
        if mark == "和" and (
            a - position == 1 or words[a - 1] in NAME_GOES_ON or OWNED_NAME.fullmatch(words, position, a)
        ):
            continue
        if a > position:
            items.append((start + position, start + _without_month(words, position, a)))
        position = b
    if start + position < end:
        items.append((start + position, end))
    return items


def _without_month(words: str, start: int, end: int) -> int:
    """Return where an item ends before the month of its own (甲园3月、乙水厂5月、丙桥8月前开工)."""
    month = MONTH.search(words, start, end) if words[end - 1] in "月底份前" else None
    return month.start() if month else end


def _cuts(words: str, region: str | None) -> list[tuple[int, int]]:
    """Return the marks between the items of a list, and where a quotation follows another."""
    shield = SHIELDED.sub(blank, words) if "“" in words or "（" in words else words
    linked = [*_links(shield)] if "和" in shield else []
    if "经" in words:
        shield = VIA.sub(blank, shield)
    for a, b in place_spans(words, region) if JOINS.search(words) else ():
        if LIST_MARK.match(words, a):  # 和 before 县中医院 is no county
            continue
        shield = shield[:a] + BLANK * (b - a) + shield[b:]
    cuts = [*linked, *(m.span() for m in LIST_MARK.finditer(shield))]
    if "”“" in words:
        cuts += [(m.end() - 1, m.end() - 1) for m in QUOTATIONS.finditer(words)]
    return sorted(cuts)


def _links(words: str) -> Iterator[tuple[int, int]]:
    """Yield the 和 between two works that could begin a word (长岭取水口和平林水厂, but 新华小学和平校区)."""
    for mark in AMBIGUOUS.finditer(words):
        whole = cue_regex("…|[路街巷桥]", *FACILITIES).match(words, mark.end() + 1)
        if not whole and closing_works(words[: mark.start()])[1] == "facility":
            yield mark.span()


def _is_joined(before: str, mark: str, after: str, region: str | None) -> bool:
    """Tell whether 与 or 及 joins two parts of one name: what follows it names nothing by itself."""
    rest = LIST_MARK.split(after)[0]
    if PHASE_ONLY.fullmatch(rest):
        return False
    if LINKED.search(rest) or TOGETHER.search(rest):
        return True
    if mark == "及" and all([begins_place(words, region) for words in (before, rest)]):  # 甲县及乙县通用机场
        return False
    signs = naming(rest, region)
    numbered = signs.numbered and closing_works(rest)[1] != "work-noun"
    return not closing_works(before)[0] or not (signs.sure or numbered or len(rest) < SHORT)
