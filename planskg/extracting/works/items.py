"""The items of a list of works, each with its name made whole.

`木垒、呼图壁通用机场` is 木垒通用机场 and 呼图壁通用机场, `柳溪水库、梅溪水库除险加固` is done on each.
"""

import re
from typing import Final

from msgspec.structs import replace

from planskg.extracting.words.place_names import place_spans
from planskg.extracting.works.areas import AREA, ENDS, FARM, done_in_area
from planskg.extracting.works.closing import FACILITIES, closing_works, work_done
from planskg.extracting.works.names import COMPANY, LINE, ROUTE
from planskg.extracting.works.owners import part_of
from planskg.extracting.works.programmes import is_programme
from planskg.extracting.works.series import PHASE_ONLY, beside
from planskg.extracting.works.staging import Promise
from planskg.extracting.works.tails import common_tail
from planskg.model import Noun

OF_ONE: Final = re.compile(rf"{PHASE_ONLY.pattern}|(?:[东西南北]|向[东西南北])?延(?:伸|长)?(?:段|线)?(?:工程|项目)?$")
"""Work that only the last of a list is, though it is of the same kind as those before it (甲路、乙路东延)."""
WATERS: Final = ("河", "江", "湖", "溪", "沟", "港", "川")
SURPLUS: Final = 3
PIECE: Final = ("线", "段")
"""How a piece of a line closes, which what 等 says of the whole lines goes before (甲乙、丙支线等铁路)."""
BUILDS: Final = ("新建", "扩建", "改建", "改扩建", "续建", "迁建", "重建", "增建")
VOLTAGE: Final = re.compile(r"^\d+千伏")
WAY: Final = re.compile(
    f"{LINE.pattern}|通道|管[线道]|干线|专线|隧道|廊道|线路|产业路|旅游路|油路|航道|运河|渠道|电缆|光缆|输变电|大桥$"
)
"""What is built along a route."""
KINDRED: Final = (
    ("路", "街", "大道", "巷"),
    ("小学", "中学", "高中", "学校", "幼儿园", "一中", "二中", "三中", "四中", "五中", "六中", "附中", "职中"),
    ("医院", "卫生院", "保健院"),
    ("宅", "宅院", "故居", "旧居", "祠", "祠堂", "会馆", "书院", "亭", "阁", "塔", "殿", "寺", "庙", "牌坊", "墓"),
    ("水库", "灌区", "渠", "闸", "渠首", "泵站", "抽水站", "提灌站", "堤", "塘坝", "淤地坝"),
)
"""Things of one kind, whatever their names close with."""
OWN_CAPACITY: Final = re.compile(r"(?<=[一-龥]{2})(?:年产|日处理)?\d+(?:\.\d+)?[万亿]?(?:吨|千瓦|立方米|兆瓦)")


class Item(Noun):
    """One item of a list of works: where it stands, its own words, and its name made whole."""

    start: int
    end: int
    words: str
    name: str


def whole_name(words: list[str], index: int, promise: Promise, tail: str, region: str | None) -> str:
    """Return an item's name with the facility that it shares with a later item, or with what follows 等."""
    name = with_verb(_whole(words, index, promise, tail, region), promise.verb)
    told = tail.endswith("项目") and closing_works(tail.removesuffix("项目"))[1] != "facility"
    if (promise.tail or len(words) > 1) and len(name) > 3 and not told:
        name = name.removesuffix("项目")
    return name


def with_verb(name: str, verb: str) -> str:
    """Return the name of works with the verb in front of them that becomes part of it."""
    is_worked_on = verb and closing_works(name)[0] and not name.endswith(verb) and not is_programme(name)
    return name + verb if is_worked_on else name


def _whole(words: list[str], index: int, promise: Promise, tail: str, region: str | None) -> str:
    if numbered := beside(words, index):
        return numbered
    if tail and _is_added(words[index], tail):
        return words[index] + tail
    if words[index].endswith(ENDS) and index + 1 < len(words) and (done := done_in_area(words[index], words[-1])):
        return words[index] + done
    if _says_what(words, index) and not (tail and _is_phase(words[index])):
        return words[index]
    return words[index] + tail if index + 1 == len(words) else _with_tail(words, index, promise, tail, region)


def _is_added(item: str, tail: str) -> bool:
    """Tell a word after 等 that names what is built at each facility of a list (甲小学、乙中学等新建教学楼项目)."""
    bare = tail.removesuffix("项目").removesuffix("工程")
    added = bare and (part_of(bare) == bare or tail.startswith(BUILDS)) and closing_works(bare)[1] in FACILITIES
    return bool(added) and closing_works(item)[1] == "facility" and not part_of(item)


def _is_phase(item: str) -> bool:
    """Tell a phase of what is not said (中核二期)."""
    phase = PHASE_ONLY.search(item)
    return phase is not None and not closing_works(item[: phase.start()])[0]


def _says_what(words: list[str], index: int) -> bool:
    """Tell an item whose own words say what it is, and not only whence a route comes or which farm has it."""
    item = words[index]
    between = index + 1 < len(words) and _is_bare_route(item) and any(map(_is_route, words[index + 1 :]))
    farm = FARM.fullmatch(item) and FARM.match(words[-1]) and not FARM.fullmatch(words[-1])
    closing, kind = closing_works(item)
    return bool(closing and not between and not farm) or is_programme(item) or kind == "general" or bool(part_of(item))


def _with_tail(words: list[str], index: int, promise: Promise, tail: str, region: str | None) -> str:
    """Return an item with what a later item or the word after 等 says that it is."""
    item = words[index]
    named_by_tail = tail and closing_works(tail)[1] == "facility"
    area = _area(item, region) == len(item)
    alone = promise.is_list_of_projects and len(item) > 3 and not OWN_CAPACITY.search(item[-6:])
    alone = alone and not area
    for later in words[index + 1 :]:
        if is_programme(later):
            return item
        if area and (site := _area(later, region)) and closing_works(later[site:])[1] in FACILITIES and not tail:
            return item + later[site:]
        if tail and _is_phase(later):
            continue
        closing, kind = closing_works(later)
        if (len(closing) == 1 or closing.endswith(PIECE)) and (named_by_tail or (tail and item.endswith(WATERS))):
            return item + tail
        if named_by_tail and kind == "work-noun" and _is_bare_route(item):
            return item + tail
        if closing and item.endswith(closing):
            return item
        if (
            (closing or (area and kind == "general" and _area(later, region)))
            and not alone
            and not FARM.fullmatch(later)
        ):
            shared = common_tail(later, region)
            own = PHASE_ONLY.fullmatch(shared) or (shared == later != closing) or _is_whole(item, later, shared)
            return item if own else item + shared
    return item + (tail or ("工程" if words[-1].endswith("工程") else ""))


def _area(words: str, region: str | None) -> int:
    """Return where the place or the part of one ends that opens words, 0 where none does."""
    if (places := place_spans(words, region)) and places[0][0] == 0:
        return places[0][1]
    area = AREA.match(words)
    return area.end() if area else 0


def _is_whole(item: str, later: str, shared: str) -> bool:
    """Tell an item that says what it is itself: it goes far beyond the later item's name, or is what a firm makes."""
    facility, kind = closing_works(later)
    if facility == later or len(VOLTAGE.sub("", item)) > len(later) - len(shared) + SURPLUS:
        return facility != later
    firm = COMPANY.match(item)
    return firm is not None and (firm.end() < len(item) or kind == "facility")


def shared_work(item: Item, last: str, tail: str) -> Item:
    """Return an item with the work that its list does on all things of one kind (柳溪水库、梅溪水库除险加固).

    A word of work after 等 is done on each of them (祥和街、康庄路等12条道路改造).
    """
    work = work_done(tail or last)
    if not work or item.name.endswith(work) or (PHASE_ONLY if tail else OF_ONE).fullmatch(work):
        return item
    facility, kind = closing_works(item.words)
    built = kind == "facility" or part_of(item.words)
    alike = built and (tail or _is_kindred(item.words, facility, last.removesuffix(work)))
    return replace(item, name=item.name + work) if alike else item


def _is_kindred(words: str, facility: str, site: str) -> bool:
    """Tell whether a name and its facility are of the kind of a site."""
    parts = part_of(words) and part_of(site)
    return bool(
        site.endswith(facility) or parts or any(words.endswith(kind) and site.endswith(kind) for kind in KINDRED)
    )


def _is_route(words: str) -> bool:
    return ROUTE.match(words) is not None


def _is_bare_route(words: str) -> bool:
    """Tell a route without its road (老城至机场): what closes it is its end, not what is built."""
    return _is_route(words) and WAY.search(words) is None and len(words) <= 10
