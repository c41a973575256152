"""What an aim is about: the words around its outcome, made indicators that are complete by themselves.

`推动全社会研发投入强度` is 全社会研发投入强度; `县城、园区辐射带动能力` is two abilities; `城乡低保、特困供养等标准` is
two standards, but `机电、茶叶等特色产品出口规模` is one.
"""

import re
from typing import Final

from planskg.extracting.targets.indicator_leads import TIMES
from planskg.extracting.words.concepts import INDICATORS
from planskg.extracting.words.lexicon import closing_word, cue_ends, cue_pattern, cue_set
from planskg.extracting.words.sharing import SHIELDED, WORK_TASK, blank, share, split_list

CONNECTIVES: Final = "并(?![购网])|同时|要(?![素件])|将|以及|其中|特别是|年内|全年|今年|使(?![用命])|让(?!利)"
MARKS: Final = "[，、：]|[和与](?!美|谐|会)|及(?!时)"
PROMISES: Final = "确保|力争|争取|努力|奋力|着力|全力|积极|切实|坚决|务必|必须|带动|保持|保障(?=[^能水])|守住|守牢"
TRAILING: Final = re.compile(
    r"(?:的|在|要|应|均|都|也|仍|得以|逐步|稳定|力争|努力|实现|继续|持续|进一步|基本|全面|全部|总体|保持"
    r"|年[内底末中]前?|年底之前|(?<=..)[一二三四]季度末?前?|(?<=..)[上下]半年|(?:\d{1,2}月(?:\d{1,2}日)?[底末中]?旬?(?:之?前)?))+$"
)
WHOLE: Final = re.compile("化、[^、]{1,4}化(?:水平|程度)|^[^的]*、[^、]*的[^、和与的]*$|和[^、]{2,8}现代化$")
"""Lists that are one thing: `制度化、规范化水平`, `民族和睦、社会和谐的局面`."""
OPEN_LIST: Final = re.compile("等(?![级次同候])")
ALL_OF: Final = re.compile("(?<=..)等(?:主要|约束性|预期性|控制性|经济|民生|节能|减排|环保|环境|、|和)*指标$")
"""What only says that the items of a list are indicators."""
LISTING: Final = re.compile("[、和与及“]")
NAME_LIST: Final = re.compile("”(?=“)")
WORD: Final = 2
"""So long are most words."""
SHORT: Final = 4
"""So long is a measure that says nothing of whom it is told: 保有比例."""
RELATIVE: Final = re.compile("(?<=..)(?:强度|密度|比重|占比|比例|增速|成本|差距|改造|治理|整治|修复|普查)$")
"""Measures and deeds that are always those of something: 亩均投资、税收强度."""
PARALLEL: Final = re.compile("数+|[率例重比]+")
"""The last characters of measures that are told of one thing: 起数、死亡人数; 渗透率、保有比例."""
STATISTICS: Final = cue_ends("statistic", "vague")
MEASURABLE: Final = cue_ends("statistic", "measure-noun", "vague")
VAGUE: Final = cue_set("vague")


def _lead() -> re.Pattern[str]:
    """Match what stands before a subject and does not belong to it: 推动, 特别是, 到2030年."""
    aids = "推动|推进|促进|实现|支持|引导|加快|加强|做到|落实|推行|完成|高质量推进|扎实推进|统筹推进|积极推进"
    return re.compile(rf"(?:{TIMES}|{CONNECTIVES}|{MARKS}|{PROMISES}|(?:{cue_pattern('adverb')})*(?:{aids}))")


LEAD: Final = _lead()


def subject_of(words: str) -> str:
    """Return the subject that words before an outcome end in, without promises and times."""
    words = TRAILING.sub("", words)
    while words not in INDICATORS and (match := LEAD.match(words)):
        words = words[match.end() :]
    return words


def is_statistic(words: str) -> bool:
    """Tell the name of a statistic (成活率) from a noun of worth in general (管护能力)."""
    return _closes_in(words, STATISTICS)


def is_measurable(words: str) -> bool:
    """Tell what has a figure: a statistic, or a noun that closes the name of one."""
    return _closes_in(words, MEASURABLE)


def is_vague(words: str) -> bool:
    """Tell a noun of worth in general (管护能力)."""
    return closing_word(MEASURABLE, words.rstrip("”")) in VAGUE


def _closes_in(words: str, ends: dict[str, tuple[str, ...]]) -> bool:
    """Tell whether the longest word that closes words is one of these and not vague."""
    word = closing_word(ends, words.rstrip("”"))
    return bool(word) and word not in VAGUE


def _ending(words: str, kind: str) -> int:
    """Return how long the longest word of a kind is that closes words, 0 where none does."""
    return len(closing_word(cue_ends(kind), words.rstrip("”")))


def names_of(subject: str) -> list[str]:
    """Return the indicators that a subject lists, each complete."""
    if not LISTING.search(subject):
        return [subject]
    if (all_of := ALL_OF.search(subject)) and all(map(is_measurable, split_list(subject[: all_of.start()]))):
        subject = subject[: all_of.start()]
    end = OPEN_LIST.search(SHIELDED.sub(blank, subject))
    if end and not is_measure_word(subject[end.end() :]):
        return _after_kind(subject, end.end())
    if end:
        subject = subject[: end.start()] + subject[end.end() :]
    items = NAME_LIST.sub("”、", subject)
    if WHOLE.search(items):
        return [subject]
    groups = _groups(split_list(items)) if end is None else [split_list(items)]
    names = [name for group in groups for name in _share(group)]
    return names if all(name.count("“") == name.count("”") for name in names) else [subject]


def is_measure_word(words: str) -> bool:
    """Tell a word that only says what is measured (标准) from one that says a kind of thing (特色产品出口规模)."""
    return words in cue_set("statistic", "vague", "measure-noun")


def _after_kind(subject: str, end: int) -> list[str]:
    """Return the names where a list of examples is one of them: `白酒、茶叶等特产和“新三样”出口规模` holds two."""
    first, *others = split_list(subject[end:])
    if not others:
        return [subject]
    first, *others = _share([first, *others])
    return [subject[:end] + first, *others]


def _groups(items: list[str]) -> list[list[str]]:
    """Part a list after each item that is a statistic by itself and followed by one that is none."""
    groups: list[list[str]] = [[]]
    for i, item in enumerate(items):
        groups[-1].append(item)
        later = items[i + 1 :]
        if is_statistic(item) and len(groups[-1]) > 1 and later and not any(map(is_measure_word, later)):
            groups.append([])
    return groups


def _share(items: list[str]) -> list[str]:
    """Make the items of a list whole: by what the first one says of whom, by a tail, or by their parallel.

    The tail is the last item's statistic (小麦、玉米播种面积), or what follows its first word (县城、园区辐射带动能力).
    """
    if len(items) < 2:
        return items
    owner, mark, own = items[0].rpartition("的")
    if mark and own and not any("的" in item for item in items[1:]) and not is_measure_word(items[0]):
        return [owner + mark + name for name in _share([own, *items[1:]])]
    first, last = items[0], items[-1]
    size = _ending(last, "statistic")
    if size > WORD and len(last) > size and not any(map(is_statistic, items[:-1])):
        return [*(item + last[-size:] for item in items[:-1]), last]
    relative = RELATIVE.search(last)
    if relative and (relative.group() == "差距" or not any(map(is_statistic, items[:-1]))):
        return [item if item.endswith(relative.group()) else item + relative.group() for item in items]
    if WORK_TASK.search(last):
        return share("、".join(items))
    if all(len(item) == len(first) == 2 for item in items[:-1]) and len(last) >= 6 and not _is_parallel(first, last):
        return [*(item + last[2:] for item in items[:-1]), last]
    if size == WORD < len(last) and not any(map(is_measurable, items[:-1])) and not _is_parallel(first, last):
        return [*(item + last[-size:] for item in items[:-1]), last]
    stem = _stem(first, items[1:])
    return [first, *(stem + item for item in items[1:])] if stem else share("、".join(items))


def _stem(first: str, rest: list[str]) -> str:
    """Return what the first item says of whom, where the rest are bare measures: 新能源汽车 of 渗透率、保有比例."""
    size = _ending(first, "statistic")
    if all(map(is_measure_word, rest)) and len(first) > max(map(len, rest)) + WORD:
        return first[: -max(size, WORD)]
    alike = PARALLEL.fullmatch(first[-1] + "".join(item[-1] for item in rest))
    short = all(len(item) <= SHORT and item[:2] not in first for item in rest)
    return first[:-size] if alike and short and 1 < size < len(first) - 1 else ""


def _is_parallel(first: str, last: str) -> bool:
    return last.find(first[-1]) > 0
