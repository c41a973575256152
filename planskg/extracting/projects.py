"""Projects: one identifiable work of construction, and the stage that is promised for it.

Finds `推进木垒、呼图壁通用机场等一批重大交通项目前期工作` (two names made whole, preliminary) and
`将军庙至淖毛湖铁路建成投运`;
takes none from 一批输变电工程 (a class), 国家自主创新示范区 (a zone), 办好运动会 (an activity).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from planskg.extracting.due import due_year
from planskg.extracting.lexicon import cue_regex
from planskg.extracting.names import (
    COMPANY,
    FEATURE,
    LINE,
    QUOTED,
    ROUTE,
    SITE,
    closing_works,
    common_tail,
    find_places,
    find_works,
    is_programme,
    naming,
    place_spans,
    strange,
)
from planskg.extracting.numerals import parse_number
from planskg.extracting.reading import Reading
from planskg.extracting.scale import read_capacity, read_investment
from planskg.extracting.sharing import LIST_MARK
from planskg.extracting.staging import Promise, stage_alone, take_apart
from planskg.model import Project

COUNT = re.compile(r"(?:\d+|[两二三四五六七八九十])(?:个|座|条|项|处|所|家)(?=[一-龥\d])")
COUNTED_PROJECTS = re.compile(r"(?:\d+|[两二三四五六七八九十]+)(?:个|项)(?:重点|重大|工业|亿元以上)*项目$")
FUNDED = re.compile(r"（(?:总?投资)[^）]*）|(?:计划|概算|估算)?总?投资(?:约|超)?[\d.]+[万亿]*元(?:的)?")
SIZED = re.compile(r"^(?:总|设计|规划)[一-龥]{1,4}[\d.]+[万亿]?[一-龥/]{1,6}的")
PHASE_ONLY = re.compile(r"[一二三四五六]期(?:工程)?$")
GENERAL = re.compile(
    r"^(?:地区?|市县|县市|\d+[个座条项处]|一批|一系列|[\d百千万亿]+元(?:以上|级)?|重大|重点|标志性|骨干|在建|重要|大型|相关|有关|的|其他)+"
)
CLASS = re.compile(
    r"^(?:[补强利惠促增扩稳](?=[一-龥]{2}、|[一-龥]{2}$)|在建|拟建|一批|一系列|各类|各|多个|若干|部分|更多|相关)"
)
ABILITY = re.compile("(?:能力|水平|服务|质量|体系|机制|制度|人才|队伍|环境)$")
VERBAL = re.compile(
    r"^[以对与向把将由从被让]|企业(?:建设|打造)|实现|走出|进入|(?:向|由).{2,10}(?:延伸|升级|集中|转变|转型|拓展|提升)|获批|进景区|更加|不断|得到|成为"
)
TOWNSHIPS = re.compile(r"[一-龥]{2,6}\d+[乡镇村]")
OWN_CAPACITY = re.compile(r"(?<=[一-龥]{2})(?:年产|日处理)?\d+(?:\.\d+)?[万亿]?(?:吨|千瓦|立方米|兆瓦)")


@dataclass(frozen=True, slots=True)
class _Item:
    """One item of a list of works: where it stands, its own words, and its name made whole."""

    start: int
    end: int
    words: str
    name: str


def find_projects(reading: Reading) -> Iterator[Project]:
    """Yield the projects of a sentence, and claim the quantities that belong to them."""
    before: list[Project] = []
    works = find_works(reading.text)
    for start, end in reading.clauses if works else ():
        if start in reading.past:
            continue
        found = list(_clause_projects(reading, start, end)) if any(start <= at < end for at in works) else []
        if not found and before:
            before = list(_follow_up(reading, start, end, before))
            continue
        yield from before
        before = found
    yield from before


def _clause_projects(reading: Reading, start: int, end: int) -> Iterator[Project]:
    region = reading.region
    promise = take_apart(reading.text, start, end)
    if promise is None:
        return
    items = list(_founded(reading.text, promise, region))
    if not items and promise.founding is not None:
        promise = replace(promise, start=promise.founding.end, founding=None)
    items = items or list(_listed(reading.text, promise, region))
    for item in items:
        whole = (start, end) if len(items) == 1 else (item.start, item.end)
        yield _project(reading, item, promise, end, read_investment(reading, *whole))
    reading.taken += ((item.start, item.end) for item in items)


def _founded(text: str, promise: Promise, region: str | None) -> Iterator[_Item]:
    """Yield the works of `支持包头、通辽打造高端铝后加工基地`: places, a verb of founding, a facility."""
    if promise.founding is None:
        return
    begin = promise.start + text.startswith("在", promise.start)
    spans = list(_spans(text, begin, promise.founding.start, region))
    works = text[promise.founding.end : promise.end]
    if closing_works(works)[1] not in ("facility", "soft-facility") or is_programme(works):
        return
    if all(_is_place(text[a:b], region) for a, b in spans):
        for a, b in spans[:-1]:
            yield _Item(a, b, text[a:b], text[a:b] + works)
        yield from _founded_at(text, spans[-1], promise, region)


def _founded_at(text: str, place: tuple[int, int], promise: Promise, region: str | None) -> Iterator[_Item]:
    """Yield each of the works that one place founds; the first stretches from the place."""
    a, b = place
    founding = promise.founding.end if promise.founding else b
    for index, (x, y) in enumerate(_spans(text, founding, promise.end, region)):
        yield _Item(x if index else a, y, text[a:b], text[a:b] + _own(text[x:y], region))


def _is_place(words: str, region: str | None) -> bool:
    return 2 <= len(words) <= 8 and bool(place_spans(words, region) or (len(words) <= 4 and strange(words)))


def _listed(text: str, promise: Promise, region: str | None) -> Iterator[_Item]:
    """Yield the items of a list that name works, each made whole."""
    spans = list(_spans(text, promise.start, promise.end, region))
    if spans and TOWNSHIPS.match(text, spans[-1][0], spans[-1][1]):
        spans = [(spans[0][0], spans[-1][1])]
    if spans and _is_built(text, spans[-1], promise):
        spans[-1] = (spans[-1][0], spans[-1][1] + 2)
    tail = _meaning(promise.tail)
    if not tail and _says_other(promise.tail):
        return
    closes = COUNTED_PROJECTS.search(text, *spans[-1]) if spans else None
    if closes and len(spans) > 1:
        spans[-1] = (spans[-1][0], closes.start())
        promise = replace(promise, named=True)
    words = [_own(text[a:b], region) for a, b in spans]
    if len(words) == 1 and promise.named and not (OWN_CAPACITY.search(words[0]) or COMPANY.match(words[0])):
        promise = replace(promise, named=False)
    if len(words) > 1 and not promise.tail and not closing_works(words[-1])[1] and ABILITY.search(words[-1]):
        return
    items = [_Item(a, b, words[i], _name(words, i, promise, tail, region)) for i, (a, b) in enumerate(spans)]
    surely = [_is_project(item, text, promise, region) for item in items]
    siblings = (sum(surely) >= 2 or (len(items) == 2 and any(surely))) and 2 * sum(surely) >= len(items)
    told = _tells_how_many(text, spans, region)
    kinds = ("facility", "soft-facility", *(("work-noun",) if told else ()))
    yield from (
        item
        for item, sure in zip(items, surely, strict=True)
        if sure or ((told or siblings) and _goes_with(item, kinds))
    )
    if promise.rest is not None:
        yield from _listed(text, promise.rest, region)


def _tells_how_many(text: str, spans: list[tuple[int, int]], region: str | None) -> bool:
    """Tell whether a list counts its own items (甲、乙、丙三座水库), which makes each of them one of the works."""
    counts = _counts(text[slice(*spans[-1])], region) if len(spans) > 1 else []
    return any(count.start() and parse_number(count.group()[:-1]) == len(spans) for count in counts)


def _own(words: str, region: str | None) -> str:
    """Return an item's words without a count, a sum or a size that only says how large it is."""
    bare = SIZED.sub("", FUNDED.sub("", words))
    for count in reversed(_counts(bare, region)):
        bare = bare[: count.start()] + bare[count.end() :]
    return bare


def _counts(words: str, region: str | None) -> list[re.Match[str]]:
    """Return the counts in words; a place may be named like one (五家渠)."""
    found = list(COUNT.finditer(words))
    places = place_spans(words, region) if found else ()
    return [m for m in found if not any(a < m.end() and m.start() < b for a, b in places)]


def _spans(text: str, start: int, end: int, region: str | None) -> Iterator[tuple[int, int]]:
    """Cut a list into items; a link inside a place's name, in brackets or in a joint name is none."""
    shield = re.sub(r"“[^”]*”|（[^（）]*）", lambda m: "■" * len(m.group()), text[start:end])
    for a, b in place_spans(text[start:end], region):
        shield = shield[:a] + "■" * (b - a) + shield[b:]
    position = 0
    cuts = [m.span() for m in LIST_MARK.finditer(shield)] + [
        (m.start() + 1,) * 2 for m in re.finditer("”“", text[start:end])
    ]
    for a, b in sorted(cuts):
        if shield[a:b] in ("与", "及") and not closing_works(text[start + position : start + a])[0]:
            continue
        if a > position:
            yield start + position, start + a
        position = b
    if start + position < end:
        yield start + position, end


def _is_built(text: str, span: tuple[int, int], promise: Promise) -> bool:
    """Tell whether the 建设 behind a list belongs to its last name (产能建设)."""
    a, b = span
    built = not promise.tail and text.startswith("建设", b) and not closing_works(text[a:b])[0]
    return built and bool(closing_works(text[a : b + 2])[0])


def _says_other(tail: str) -> bool:
    """Tell a word after 等 that makes the list no works (储能技术, 精品旅游线路)."""
    rest = cue_regex("…+$", "generic").sub("", GENERAL.sub("", tail))
    return bool(rest) and (is_programme(tail) or not closing_works(tail)[1])


def _meaning(tail: str) -> str:
    """Return what a word after 等 says of the things before it: 一批重大交通项目 nothing, 水库 that they are 水库."""
    words = COUNT.sub("", GENERAL.sub("", tail))
    rest = cue_regex("…+$", "generic").sub("", words)
    works = closing_works(words)
    return words if rest and works[1] and not is_programme(words) else ""


def _name(words: list[str], index: int, promise: Promise, tail: str, region: str | None) -> str:
    """Return an item's name with the facility that it shares with a later item, or with what follows 等."""
    name = _placed(_whole(words, index, promise, tail, region), words[:index], region)
    if promise.verb and closing_works(name)[0] and not name.endswith(promise.verb):
        name += promise.verb
    if (promise.tail or len(words) > 1) and not tail.endswith("项目"):
        name = re.sub(r"(?<=..)项目$", "", name)
    return name


def _placed(name: str, earlier: list[str], region: str | None) -> str:
    """Return a name with the place that the item before it gives to both (阿图什市第六小学、新城高级中学)."""
    if not earlier or closing_works(name)[1] != "facility" or naming(name, region).placed:
        return name
    places = place_spans(earlier[-1], region)
    own = closing_works(earlier[-1])[1] == "facility" and re.match("[一-龥]+[县市区旗]", earlier[-1])
    return (
        earlier[-1][: places[0][1]] + name
        if places and places[0][0] == 0 and own and not naming(name, region).proper
        else name
    )


def _whole(words: list[str], index: int, promise: Promise, tail: str, region: str | None) -> str:
    item = words[index]
    if PHASE_ONLY.fullmatch(item) and index and PHASE_ONLY.search(words[index - 1]):
        return PHASE_ONLY.sub("", words[index - 1]) + item
    between = _is_bare_route(item) and any(map(_is_route, words[index + 1 :]))
    if (closing_works(item)[0] and not between) or is_programme(item):
        return item
    alone = promise.is_list_of_projects and len(item) > 3 and not OWN_CAPACITY.search(item[-6:])
    for later in words[index + 1 :]:
        if is_programme(later):
            return item
        if closing_works(later)[0] and not alone:
            return item + common_tail(later, region)
    return item + tail


def _is_route(words: str) -> bool:
    return ROUTE.match(words) is not None


def _is_bare_route(words: str) -> bool:
    """Tell a route without its road (老城至机场): what closes it is its end, not what is built."""
    return _is_route(words) and LINE.search(words) is None and len(words) <= 10


def _is_project(item: _Item, text: str, promise: Promise, region: str | None) -> bool:
    """Tell whether an item is the name of one work."""
    if len(item.words) < 2 or CLASS.match(item.words) or VERBAL.search(item.words) or is_programme(item.name):
        return False
    signs = naming(item.name if PHASE_ONLY.fullmatch(item.words) else item.words, region)
    counted = bool(_counts(text[item.start : item.end], region))
    _, kind = closing_works(item.name)
    if promise.is_list_of_projects and (signs.sure or signs.company or OWN_CAPACITY.search(item.words)):
        return True
    if (counted and not signs.sure) or (kind == "soft-facility" and "的" in item.words):
        return False
    if kind == "soft-facility" and item.name != item.words:
        return signs.placed or bool(FEATURE.search(item.words))
    if kind == "work-noun":
        feature = (signs.proper and bool(FEATURE.search(item.words))) or SITE.match(item.words)
        numbered = naming(item.name, region).numbered and (signs.proper or QUOTED.search(item.words))
        return bool(signs.placed or feature or numbered)
    if kind in ("facility", "soft-facility"):
        return signs.sure or (not counted and (signs.numbered or _is_definite(item.name, promise)))
    return kind == "general" and (signs.placed or (signs.proper and promise.stage != "construction"))


def _is_definite(name: str, promise: Promise) -> bool:
    """Tell one institution that is to open (上线运行知识产权综合服务平台) from a class of them."""
    return promise.stage in ("complete", "operation") and name.endswith(
        ("中心", "平台", "系统", "博物馆", "医院", "枢纽", "大道")
    )


def _goes_with(item: _Item, kinds: tuple[str, ...]) -> bool:
    """Tell whether an item without a name of its own is one of the works that its named neighbours are."""
    if (
        CLASS.match(item.words)
        or VERBAL.search(item.words)
        or is_programme(item.name)
        or item.words == item.name[:2] == item.name
    ):
        return False
    return closing_works(item.name)[1] in kinds


def _project(reading: Reading, item: _Item, promise: Promise, end: int, money: Decimal | None) -> Project:
    return Project(
        span=reading.sentence.span(item.start, item.end),
        sentence=reading.span,
        rule="staged-works",
        name=item.name,
        stage=promise.stage,
        year=due_year(reading, end),
        capacity=read_capacity(item.name),
        investment=money,
        places=find_places(item.name, reading.region),
    )


def _follow_up(reading: Reading, start: int, end: int, projects: list[Project]) -> Iterator[Project]:
    """Yield the projects of the clause before with what a clause without a name adds.

    That is a later stage, money, or another year.
    """
    stage = stage_alone(reading.text, start, end)
    money = read_investment(reading, start, end) if len(projects) == 1 else None
    if money is not None or stage:
        reading.taken.append((start, end))
    if money is not None:
        yield replace(projects[0], investment=money)
        return
    years = [m.year for m in reading.times if start <= m.start < end]
    for project in projects:
        later = bool(stage and years and years[-1] > project.year)
        if later or not stage:
            yield project
        if later:
            yield replace(project, stage=stage, year=years[-1], capacity=None, investment=None)
        elif stage:
            yield replace(project, stage=stage)
