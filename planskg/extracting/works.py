"""Which words of a clause name works: the items of a list, or what a place founds.

Of 托帕水电站、城乡供水设施 the first is one work, the second a class of them.
"""

import re
from collections.abc import Iterator

from planskg.extracting.closing import closing_works, is_programme
from planskg.extracting.items import (
    GENERAL,
    OWN_CAPACITY,
    PHASE_ONLY,
    Item,
    carry_on,
    cut_list,
    find_counts,
    meaning_of,
    own_words,
    whole_name,
)
from planskg.extracting.lexicon import cue_regex
from planskg.extracting.names import COMPANY, FEATURE, QUOTED, SITE, naming, place_spans, strange
from planskg.extracting.numerals import parse_number
from planskg.extracting.staging import Promise

COUNTED_PROJECTS = re.compile(r"(?:\d+|[两二三四五六七八九十]+)(?:个|项)(?:重点|重大|工业|亿元以上)*项目$")
CLASS = re.compile(
    r"^(?:[补强利惠促增扩稳](?=[一-龥]{2}、|[一-龥]{2}$)|在建|拟建|一批|一系列|各类|各|多个|若干|部分|更多|相关)"
)
LAND_WORK = re.compile("(?:治理|整治|修复|开发|利用)(?:工程|项目)?$")
"""Work that is also done on things of a kind (海漂垃圾治理): its site must be named."""
ABILITY = re.compile("(?:能力|水平|服务|质量|体系|机制|制度|人才|队伍|环境)$")
VERBAL = re.compile(
    r"^[以对与向把将由从被让为]|企业(?:建设|打造)|实现|走出|进入|(?:向|由).{2,10}(?:延伸|升级|集中|转变|转型|拓展|提升)|获批|更加|不断|得到|成为|(?<=.{2})(?:协同|联合|共同|合力|深度)?(?:推进|推动|开展|参与|实施|创建|强化|提升[一-龥]*水平)(?=[一-龥]{2})|^(?:做[强优大精]|承担|开行|申办|增加|加密|加强|提升|优化|完善|促进|深度)"
)
MEASURING = re.compile(r"（[^（）]*\d[^（）]*(?<=[一-龥])）$")
"""A bracket behind a name that says how large or dear the works are."""
TOWNSHIPS = re.compile(r"[一-龥]{2,6}\d+[乡镇村]")


def find_founded(text: str, promise: Promise, region: str | None) -> Iterator[Item]:
    """Yield the works of `支持包头、通辽打造高端铝后加工基地`: places, a verb of founding, a facility."""
    if promise.founding is None:
        return
    begin = promise.start + text.startswith("在", promise.start)
    spans = list(cut_list(text, begin, promise.founding.start, region))
    works = text[promise.founding.end : promise.end]
    if closing_works(works)[1] not in ("facility", "soft-facility") or is_programme(works):
        return
    if all(_is_place(text[a:b], region) for a, b in spans):
        for a, b in spans[:-1]:
            yield Item(a, b, text[a:b], text[a:b] + works)
        yield from _founded_at(text, spans[-1], promise, region)


def _founded_at(text: str, place: tuple[int, int], promise: Promise, region: str | None) -> Iterator[Item]:
    """Yield each of the works that one place founds; the first stretches from the place."""
    a, b = place
    founding = promise.founding.end if promise.founding else b
    for index, (x, y) in enumerate(cut_list(text, founding, promise.end, region)):
        yield Item(x if index else a, y, text[a:b], text[a:b] + own_words(text[x:y], region))


def _is_place(words: str, region: str | None) -> bool:
    return 2 <= len(words) <= 8 and bool(place_spans(words, region) or (len(words) <= 4 and strange(words)))


def find_listed(text: str, promise: Promise, region: str | None, earlier: str = "") -> Iterator[Item]:
    """Yield the items of a list that name works, each made whole; a phase or segment may go on from an earlier name."""
    tail = meaning_of(promise.tail)
    spans = _list_spans(text, promise, region)
    if not spans or (not tail and _says_other(promise.tail)):
        return
    spans, promise = _without_count(text, spans, promise)
    words = [own_words(text[a:b], region) for a, b in spans]
    words = [carry_on(one, words[i - 1] if i else earlier) for i, one in enumerate(words)]
    if len(words) > 1 and not promise.tail and not closing_works(words[-1])[1] and ABILITY.search(words[-1]):
        return
    if len(words) == 1 and promise.named and not (OWN_CAPACITY.search(words[0]) or COMPANY.match(words[0])):
        promise = promise._replace(named=False)
    if any(VERBAL.search(one) for one in words[-1:]):
        return
    items = [Item(a, b, words[i], whole_name(words, i, promise, tail, region)) for i, (a, b) in enumerate(spans)]
    yield from _works_among(items, text, promise, region)
    if promise.rest is not None:
        yield from find_listed(text, promise.rest, region)


def _list_spans(text: str, promise: Promise, region: str | None) -> list[tuple[int, int]]:
    """Return where the items stand; townships that a work reaches are no items, 建设 may close the last."""
    spans = list(cut_list(text, promise.start, promise.end, region))
    if spans and TOWNSHIPS.match(text, *spans[-1]):
        spans = [(spans[0][0], spans[-1][1])]
    if spans and _is_built(text, spans[-1], promise):
        spans[-1] = (spans[-1][0], spans[-1][1] + 2)
    return [(a, a + len(_without_measure(text[a:b]))) for a, b in spans]


def _without_measure(words: str) -> str:
    """Return an item without a bracket that measures it, and without 建设 behind a facility."""
    bare = MEASURING.sub("", words)
    built = bare.removesuffix("建设")
    return built if built != bare and closing_works(built)[1] == "facility" else bare


def _without_count(text: str, spans: list[tuple[int, int]], promise: Promise) -> tuple[list[tuple[int, int]], Promise]:
    """Take 三个项目 from the end of a list; it says that all items are projects."""
    closes = COUNTED_PROJECTS.search(text, *spans[-1]) if len(spans) > 1 else None
    if closes is None:
        return spans, promise
    return [*spans[:-1], (spans[-1][0], closes.start())], promise._replace(named=True)


def _works_among(items: list[Item], text: str, promise: Promise, region: str | None) -> Iterator[Item]:
    """Yield the items that are one work: by their own names, or because the list says that all are."""
    surely = [_is_project(item, text, promise, region) for item in items]
    siblings = (sum(surely) >= 2 or (len(items) == 2 and any(surely))) and 2 * sum(surely) >= len(items)
    told = _tells_how_many(text, items, region)
    kinds = ("facility", "soft-facility", "work-noun") if told else ("facility", "soft-facility")
    for item, sure in zip(items, surely, strict=True):
        if sure or ((told or siblings) and _goes_with(item, kinds)):
            yield item


def _is_built(text: str, span: tuple[int, int], promise: Promise) -> bool:
    """Tell whether the 建设 behind a list belongs to its last name (产能建设)."""
    a, b = span
    built = not promise.tail and text.startswith("建设", b) and not closing_works(text[a:b])[0]
    return built and bool(closing_works(text[a : b + 2])[0])


def _says_other(tail: str) -> bool:
    """Tell a word after 等 that makes the list no works (储能技术, 精品旅游线路)."""
    rest = cue_regex("…+$", "generic").sub("", GENERAL.sub("", tail))
    return bool(rest) and (is_programme(tail) or not closing_works(tail)[1])


def _tells_how_many(text: str, items: list[Item], region: str | None) -> bool:
    """Tell whether a list counts its own items (甲、乙、丙三座水库), which makes each of them one of the works."""
    counts = find_counts(text[items[-1].start : items[-1].end], region) if len(items) > 1 else []
    return any(count.start() and parse_number(count.group()[:-1]) == len(items) for count in counts)


def _is_project(item: Item, text: str, promise: Promise, region: str | None) -> bool:
    """Tell whether an item is the name of one work."""
    closing, kind = closing_works(item.name)
    if len(item.words) < 2 or closing == item.name or _is_class(item):
        return False
    signs = naming(item.name if PHASE_ONLY.fullmatch(item.words) else item.words, region)
    counted = bool(find_counts(text[item.start : item.end], region))
    if promise.is_list_of_projects and (signs.sure or signs.company or OWN_CAPACITY.search(item.words)):
        return True
    if (counted and not signs.sited) or (kind == "soft-facility" and "的" in item.words):
        return False
    if kind == "soft-facility" and item.name != item.words:
        return signs.placed or bool(FEATURE.search(item.words))
    if kind == "work-noun":
        return _is_done_on_one(item, region)
    if kind in ("facility", "soft-facility"):
        return signs.sure or signs.local or (not counted and (signs.numbered or _is_definite(item.name, promise)))
    return kind == "general" and (signs.sited or (signs.proper and promise.stage != "construction"))


def _is_done_on_one(item: Item, region: str | None) -> bool:
    """Tell work that is done on one site or facility (三义桥修缮工程) from work of a kind (河道清淤疏浚)."""
    signs, closing = naming(item.words, region), closing_works(item.name)[0]
    site = item.name[: -len(closing)] if closing and item.name.endswith(closing) else item.name
    built = closing_works(site)[1] in ("facility", "soft-facility")
    numbered = naming(item.name, region).numbered and (signs.proper or bool(QUOTED.search(item.words)))
    opening = signs.opening and not LAND_WORK.search(item.name)
    return (
        signs.sited or opening or numbered or bool(SITE.match(item.words)) or (signs.sure and (built or signs.company))
    )


def _is_definite(name: str, promise: Promise) -> bool:
    """Tell one institution that is to open (上线运行知识产权综合服务平台) from a class of them."""
    return promise.stage in ("complete", "operation") and name.endswith(
        ("中心", "平台", "系统", "博物馆", "医院", "枢纽", "大道")
    )


def _goes_with(item: Item, kinds: tuple[str, ...]) -> bool:
    """Tell whether an item without a name of its own is one of the works that its named neighbours are."""
    is_bare = len(item.words) < (3 if item.words == item.name else 2)
    closing, kind = closing_works(item.name)
    done = kind == "work-noun" and (
        item.words != item.name or closing_works(item.name[: -len(closing)])[1] == "facility"
    )
    return not is_bare and not _is_class(item) and (kind in kinds or done)


def _is_class(item: Item) -> bool:
    """Tell a class of works, a doing or a programme from works."""
    return bool(CLASS.match(item.words) or VERBAL.search(item.words) or is_programme(item.name))
