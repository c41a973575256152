"""What a number measures: the words before it, parted into indicator, verb and measure.

`力争高新技术企业突破` is 高新技术企业; `年内实现招商引资到位资金` is 招商引资到位资金; `规模以上工业增加值增长` is 规模以上工业增加值, a growth;
`实施农村清洁取暖改造` is 农村清洁取暖改造; `学前教育毛入园率、义务教育巩固率均保持在` is two indicators.
"""

import re
from dataclasses import dataclass
from functools import cache

from planskg.extracting.lexicon import alternation, cue, cue_pattern
from planskg.vocabulary import load_scheme

LIST_MARK = re.compile(
    r"[、/]|以及|(?<![共总饱调中缓温祥平])和(?![美谐平睦田县静顺林政布龙])|(?<![参])与(?!会|时)|(?<![普涉波触顾])及(?!其|时|以上|以下|早)"
)
BRACKETS = re.compile(r"（[^（）]*）|“[^”]*”|《[^》]*》")
DISTRIBUTES = re.compile(r"均|都|分别|各(?!类|级|地|项|县|市|州|族|界|种|自|方)")


@dataclass(frozen=True, slots=True)
class Head:
    """The words before a number, taken apart."""

    words: str
    """The indicator as far as it stands there; empty where it stands elsewhere."""
    verb: str = ""
    """The verb that makes the measure (新建, 培育) when it closes the words; they then hold what came before it."""
    acts: bool = False
    """Whether a verb stands right before the number, so that what is counted follows it."""
    reaches: bool = False
    """Whether a verb of reaching stands right before the number (达到, 控制在)."""
    rise: str = ""
    """growth or increment where a word of it stands right before the number."""
    fall: bool = False
    each: bool = False
    """Whether the number holds for each item of a list (均, 分别)."""
    adds: bool = False
    """Whether the words begin with a verb of adding (新增)."""


@cache
def _tails() -> dict[str, re.Pattern[str]]:
    measures = load_scheme("measures")
    rise, fall = measures["growth"].values("wordRise"), measures["growth"].values("wordFall")
    words = {
        "reach": (*measures["level"].values("wordReach"), *cue("doing")),
        "growth": rise,
        "fall": fall,
        "increment": measures["increment"].values("wordRise"),
        "adverb": (*cue("adverb"), *cue("when"), "目标", "完成率"),
        "making": cue("making"),
    }
    return {name: re.compile(rf"(?:{alternation(found)})$") for name, found in words.items()}


@cache
def _lead() -> re.Pattern[str]:
    """Match what may be taken from the front of an indicator."""
    times = r"(?:到|至|力争到|在)?(?:20\d\d年|“?十[一二三四五六]五”?(?:时期|期间|末)?)(?:底|末)?(?:前|，)?"
    return re.compile(rf"(?:{times}|其中[:：]?|[、，：和与及]|以及|{cue_pattern('adverb', 'when', 'doing')})")


@cache
def _adding() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternation(load_scheme('measures')['increment'].values('wordRise'))})")


@cache
def _making() -> re.Pattern[str]:
    return re.compile(rf"(?:{cue_pattern('making')})+")


def read_head(before: str, follows: bool = False) -> Head:
    """Take the words before a number apart; before begins at the clause or after the number that precedes.

    follows tells whether a noun follows the number: the verb before it then makes the measure (改造提升25个养老机构).
    """
    made = _tails()["making"].search(before) if follows else None
    rest, marks = (before, _NONE) if made else _peel(before)
    made = made or (_tails()["making"].search(rest) if not marks["near"] else None)
    verb = made.group() if made else ""
    words = strip_lead(rest)
    adds = bool(marks["increment"] and not words) or _begins_adding(words)
    return Head(
        words=strip_lead(_adding().sub("", words, count=1)) if _begins_adding(words) else words,
        verb=verb if verb and words.endswith(verb) else "",
        acts=bool(verb) or marks["does"],
        reaches=marks["reach"],
        rise=marks["rise"],
        fall=marks["fall"],
        each=marks["each"],
        adds=adds,
    )


_NONE = {"reach": False, "rise": "", "fall": False, "each": False, "increment": False, "does": False, "near": False}


def _peel(before: str) -> tuple[str, dict]:  # type: ignore[type-arg]
    """Take verbs of reaching, growing, adding and adverbs from the end; tell which were there."""
    marks = dict(_NONE)
    rest = before
    while rest:
        for name in ("reach", "growth", "fall", "increment", "adverb"):
            match = _tails()[name].search(rest)
            if match:
                break
        else:
            break
        word = match.group()
        if name == "reach" and word in cue("doing"):
            marks["does"] = True
            marks["near"] |= False
        elif name == "reach":
            if marks["rise"]:
                break
            marks["reach"] = True
        elif name in ("growth", "fall", "increment"):
            if marks["rise"] or marks["fall"]:
                break
            marks["rise"] = "increment" if name == "increment" else "growth"
            marks["fall"] = name == "fall"
            marks["increment"] = name == "increment"
        elif DISTRIBUTES.fullmatch(word):
            marks["each"] = True
        rest = rest[: match.start()]
        marks["near"] = marks["near"] or marks["reach"] or bool(marks["rise"])
    return rest, marks


def _begins_adding(words: str) -> bool:
    match = _adding().match(words)
    return match is not None and match.group() in ("新增", "净增", "增加", "增补", "扩充", "再增", "新增加", "年新增", "再增加", "累计新增", "扩增", "增设")


def strip_lead(words: str) -> str:
    """Take connectives, times, adverbs, verbs that only say do, and an adverbial phrase from the front."""
    while True:
        match = _lead().match(words)
        if match and match.end() and not _is_name(words):
            words = words[match.end() :]
            continue
        phrase = _adverbial(words)
        if phrase == words:
            return words
        words = phrase


@cache
def _names() -> dict[str, object]:
    return dict(load_scheme("indicators").by_name)


def _is_name(words: str) -> bool:
    return words in _names()


def _adverbial(words: str) -> str:
    """Drop a phrase that a preposition opens, up to the verb that follows it."""
    if not re.match(rf"(?:{cue_pattern('preposition')})", words):
        return words
    match = re.search(rf"(?<=..)(?P<doing>{cue_pattern('doing')})|(?<=..)(?P<making>{cue_pattern('making')})", words[1:])
    if not match:
        return words
    return words[1 + (match.end() if match["doing"] else match.start()) :]


def split_list(words: str) -> list[str]:
    """Return the items of a list as they stand, without brackets and quotations being cut."""
    shield = re.sub("与", "■", BRACKETS.sub(lambda m: "■" * len(m.group()), words))
    cuts = [(m.start(), m.end()) for m in LIST_MARK.finditer(shield)]
    bounds = [0, *(edge for cut in cuts for edge in cut), len(words)]
    return [words[a:b] for a, b in zip(bounds[::2], bounds[1::2], strict=True) if words[a:b]]


def share(words: str) -> list[str]:
    """Return each item of a list made whole: a shared head or tail is given to each.

    基本养老保险、基本医疗保险参保率 is 基本养老保险参保率 and 基本医疗保险参保率.
    """
    if words.startswith("一二三产"):
        return [first + "产" + words[4:] for first in "一二三"]
    items = [words] if words in _names() else split_list(words)
    if len(items) < 2:
        return [words]
    tails = [_tail(item, items[-1]) for item in items[:-1]]
    sure = next((tail for tail, parallel in tails if tail and parallel), "")
    whole = [item + (tail if parallel else sure or tail) for item, (tail, parallel) in zip(items, tails, strict=False)]
    lead = _front(items[0], items[1:])
    return [whole[0], *(lead + item for item in (*whole[1:], items[-1]))]


def part_residents(words: str) -> list[str]:
    """Return 城乡居民… as the two statistics that two numbers are given for."""
    return ["城镇" + words[2:], "农村" + words[2:]] if words.startswith("城乡居民") else []


@cache
def _measure_nouns() -> re.Pattern[str]:
    return re.compile(rf"(?:{cue_pattern('measure-noun')})$")


def _tail(item: str, last: str) -> tuple[str, bool]:
    """Return what an item lacks at its end and the last of its list has, and whether a parallel word shows it."""
    if _measure_nouns().search(item):
        return "", True
    known = next((last[k:] for k in range(len(last)) if item + last[k:] in _names()), None)
    if known:
        return known, True
    for size in range(min(len(item), 6), 0, -1):
        place = last.find(item[-size:])
        if place >= 0 and (size > 1 or place > 0):
            return last[place + size :], True
    noun = _measure_nouns().search(last)
    if noun and len(item) <= noun.start() <= 2 * len(item) + 2:
        return last[noun.start() :], False
    return last[len(item) :] if len(item) < len(last) else "", False


def _front(first: str, rest: list[str]) -> str:
    """Return the scope word (城市, 农村, 全州) or making verb that the first item shares with the rest."""
    match = re.match(rf"(?:{cue_pattern('making')})+|(?:{cue_pattern('scope')})", first)
    if not match or match.end() == len(first):
        return ""
    own = re.compile(rf"(?:{cue_pattern('making', 'scope')})")
    return "" if any(own.match(item) for item in rest) else match.group()
