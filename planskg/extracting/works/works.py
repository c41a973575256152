"""Which words of a clause name works: the items of a list, or what a place founds.

Of 托帕水电站、城乡供水设施 the first is one work, the second a class of them.
"""

import re
from collections.abc import Iterator
from itertools import accumulate
from typing import Final

from msgspec.structs import replace

from planskg.extracting.quantities.numerals import parse_number
from planskg.extracting.works.classes import is_of_many, is_verbal
from planskg.extracting.works.closing import FACILITIES, GENERAL, closing_works
from planskg.extracting.works.counted_works import INVESTED, SIZED, find_counts, own_words
from planskg.extracting.works.enumeration import cut_list
from planskg.extracting.works.evidence import goes_with, is_firm, is_project, names_itself
from planskg.extracting.works.founding import SHARE, find_founded
from planskg.extracting.works.items import OWN_CAPACITY, Item, shared_work, whole_name, with_verb
from planskg.extracting.works.names import COMPANY, naming
from planskg.extracting.works.owners import owned
from planskg.extracting.works.programmes import is_programme
from planskg.extracting.works.series import carry_on
from planskg.extracting.works.staging import BATCH, Promise
from planskg.extracting.works.tails import meaning_of, says_other

COUNTED_PROJECTS: Final = re.compile(
    r"(?:\d+|[两二三四五六七八九十]+)(?:个|项)(?:重点|重大|亿元以上|工业|产业|民生|社会事业|基础设施|交通|水利|能源|文旅|教育|卫生|市政|城建|生态|环保|骨干|标志性)*(?:项目|工程)$"
)
ABILITY: Final = re.compile("(?:能力|水平|服务|质量|体系|机制|制度|人才|队伍|环境|发展)$")
MEASURING: Final = re.compile(r"（[^（）]*\d[^（）]*(?<=[一-龥A-Za-z])）$")
"""A bracket behind a name that says how large or dear the works are."""
MAY_GO: Final = ("）", "建设")
"""How an item ends that closes with a bracket which measures it, or with 建设 behind a facility."""
UNDER_STREETS: Final = re.compile(
    "(?:排水|排污|雨污|污水|照明|亮化|供热|燃气|消防|环卫|绿化|监控|安防|安全)[一-龥]{0,4}设施"
)
"""What works are furnished with, so that the list names none of its own (甲路、乙路等排水设施)."""
TOWNSHIPS: Final = re.compile(r"[一-龥]{2,6}\d+[乡镇村]")


def find_works(text: str, promise: Promise, region: str | None, earlier: str) -> list[Item]:
    """Return the works that a clause names: what a place founds, else what it lists; they may go on from a name."""
    if promise.founding:
        if SHARE.match(text, promise.start, promise.founding.start):
            return []
        if founded := list(find_founded(text, promise, promise.founding, region)):
            return founded
        promise = replace(promise, start=promise.founding.end)
    return _find_listed(text, promise, region, earlier)


def _find_listed(text: str, promise: Promise, region: str | None, earlier: str = "") -> list[Item]:
    """Return the items of a list that name works, each made whole; a phase may go on from an earlier name."""
    spans = _list_spans(text, promise, region)
    if len(spans) > 1 or (spans and promise.tail):
        return _find_several(text, spans, promise, region, earlier)
    item = _find_one(text, *spans[0], promise, region, earlier) if spans else None
    return [item] if item else []


def _find_one(text: str, start: int, end: int, promise: Promise, region: str | None, earlier: str) -> Item | None:
    """Return the one item that a clause speaks of, where it names works."""
    words = carry_on(_belonging(own_words(text[start:end], region), promise, region), earlier)
    if not (closing_works(words)[1] or promise.is_list_of_projects or is_firm(words, promise)) or is_verbal(words):
        return None
    if promise.named and not (OWN_CAPACITY.search(words) or COMPANY.match(words)):
        promise = replace(promise, named=False)
    item = Item(start, end, words, with_verb(words, promise.verb))
    return item if is_project(item, text, promise, region) else None


def _find_several(
    text: str, spans: list[tuple[int, int]], promise: Promise, region: str | None, earlier: str
) -> list[Item]:
    """Return the items that name works of a list, which may go on behind 等."""
    tail = meaning_of(promise.tail) if promise.tail else ""
    other = promise.tail and not tail and says_other(promise.tail)
    if other and not _name_facilities(text, spans, promise.tail, region):
        return []
    spans, promise = _without_count(text, spans, promise)
    own = [text[a:b] for a, b in spans]
    counted = _how_many(own, region)
    shared = _behind_count(own[-1], counted) if counted and not promise.tail else ""
    if counted and shared:
        tail, promise = shared, replace(promise, tail=own[-1][counted.end() :])
    words = [_belonging(own_words(one, region), promise, region) for one in own]
    words = [*accumulate(words, lambda before, one: carry_on(one, before), initial=earlier)][1:]
    words = [*accumulate(words, lambda before, one: owned(one, before, region))]
    if not _may_be_works(words, promise):
        return []
    names = [whole_name(words, index, promise, tail, region) for index in range(len(words))]
    if counted and shared:
        heads = [*words[:-1], own[-1][: counted.start()]]
        names[:-1] = [whole_name(heads, index, promise, tail, region) for index in range(len(words) - 1)]
    items = [Item(a, b, words[i], names[i]) for i, (a, b) in enumerate(spans)]
    if closing_works(tail or words[-1])[1] == "work-noun":
        items = [item if text.startswith("建设", item.end) else shared_work(item, words[-1], tail) for item in items]
    rest = _find_listed(text, promise.rest, region) if promise.rest is not None else []
    return [*_works_among(items, text, promise, region, counted is not None), *rest]


def _belonging(words: str, promise: Promise, region: str | None) -> str:
    """Return works with the site that a label names before them, if they name none (甲口岸：完成旅检大厅扩建)."""
    if not (promise.owner and closing_works(words)[1]):
        return words
    signs = naming(words, region)
    return words if signs.sited or signs.opening or signs.company else promise.owner + words


def _behind_count(words: str, count: re.Match[str]) -> str:
    """Return what the last item of a list says behind a count of them all (三座｜水库), if that is no doing."""
    shared = meaning_of(words[count.end() :], counted=True)
    return "" if is_verbal(shared) else shared


def _may_be_works(words: list[str], promise: Promise) -> bool:
    """Tell whether the items of a list may be works: some close as such, the last is no ability or doing."""
    last = words[-1]
    if not promise.tail:
        works = [closing_works(one)[1] or is_firm(one, promise) for one in words]
        if not (any(works) or promise.is_list_of_projects) or (not closing_works(last)[1] and ABILITY.search(last)):
            return False
    programme = len(words) > 1 and is_programme(last) and not any(closing_works(one)[0] for one in words[:-1])
    return not (programme or is_verbal(last))


def _list_spans(text: str, promise: Promise, region: str | None) -> list[tuple[int, int]]:
    """Return where the items stand; townships that a work reaches are no items, 建设 may close the last."""
    spans = cut_list(text, promise.start, promise.end, region)
    if spans and (promise.tail or len(spans) > 1) and (batch := BATCH.match(text, *spans[0])):
        named = _names_a_site(text[batch.end() : spans[0][1]], region)
        spans[0] = (batch.end() if named else batch.start(), spans[0][1])
    if len(spans) > 1 and TOWNSHIPS.match(text, *spans[-1]):
        spans = [(spans[0][0], spans[-1][1])]
    if spans and not promise.tail and text.startswith("建设", spans[-1][1]) and _is_built(text, *spans[-1]):
        spans[-1] = (spans[-1][0], spans[-1][1] + 2)
    for index, (a, b) in enumerate(spans):
        if text.endswith(MAY_GO, a, b):
            spans[index] = (a, a + len(_without_measure(text[a:b])))
    if text.find("的", promise.start, promise.end) < 0:
        return spans
    return [_without_size(text, start, end, region) for start, end in spans]


def _names_a_site(words: str, region: str | None) -> bool:
    """Tell words that name works behind 一批, which otherwise makes them a class."""
    signs = naming(words, region)
    return signs.placed or signs.sited


def _without_size(text: str, start: int, end: int, region: str | None) -> tuple[int, int]:
    """Return where an item with a name of its own stands without the size before it (日供水2万立方米的甲水厂)."""
    sized = SIZED.match(text, start, end) or INVESTED.match(text, start, end)
    return (sized.end() if sized and naming(text[sized.end() : end], region).sure else start), end


def _without_measure(words: str) -> str:
    """Return an item without a bracket that measures it, and without 建设 behind a facility."""
    bare = MEASURING.sub("", words) if words.endswith("）") else words
    built = bare.removesuffix("建设")
    return built if built != bare and closing_works(built)[1] == "facility" else bare


def _without_count(text: str, spans: list[tuple[int, int]], promise: Promise) -> tuple[list[tuple[int, int]], Promise]:
    """Take 三个项目 from the end of a list; it says that all items are projects."""
    counted = len(spans) > 1 and text.endswith(GENERAL, *spans[-1])
    closes = COUNTED_PROJECTS.search(text, *spans[-1]) if counted else None
    if closes is None:
        return spans, promise
    return [*spans[:-1], (spans[-1][0], closes.start())], replace(promise, named=True)


def _works_among(items: list[Item], text: str, promise: Promise, region: str | None, told: bool) -> Iterator[Item]:
    """Yield the items that are one work: by their own names, or because the list says that all are or how many."""
    surely = [is_project(item, text, promise, region) for item in items]
    sure = sum(surely)
    siblings = (sure >= 2 or (len(items) == 2 and sure == 1)) and 2 * sure >= len(items)
    kinds = (*FACILITIES, "work-noun") if told else FACILITIES
    batch = BATCH.match(text, promise.start)
    for item, is_one in zip(items, surely, strict=True):
        if batch and not _names_a_site(item.words, region):
            continue
        may_go = is_one or ((told or siblings) and not is_of_many(item, text, region))
        if may_go and (is_one or goes_with(item, kinds) or names_itself(item, region)):
            yield item


def _is_built(text: str, start: int, end: int) -> bool:
    """Tell whether the 建设 behind a list belongs to its last name (产能建设)."""
    return not closing_works(text[start:end])[0] and bool(closing_works(text[start : end + 2])[0])


def _name_facilities(text: str, spans: list[tuple[int, int]], tail: str, region: str | None) -> bool:
    """Tell whether each item is a named facility by itself, whatever the word after 等 makes of them all.

    Where that is built (文化设施), one suffices.
    """
    if UNDER_STREETS.match(tail):
        return False
    items = [text[a:b] for a, b in spans]
    enough = any if tail.endswith(("设施", "场馆", "场所")) else all
    return enough(closing_works(one)[1] == "facility" and naming(one, region).sure for one in items)


def _how_many(words: list[str], region: str | None) -> re.Match[str] | None:
    """Match the count in the last item of a list that tells how many it lists (甲、乙、丙三座水库)."""
    counts = find_counts(words[-1], region) if len(words) > 1 else []
    return next((one for one in counts if one.start() and parse_number(one.group()[:-1]) == len(words)), None)
