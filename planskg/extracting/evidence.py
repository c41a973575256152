"""Whether an item of a list of works is one work: by its own name, or by the company it keeps.

The stronger the noun that closes it (水库 before 中心 before 修缮 before 工程), the less name it needs.
"""

import re
from functools import lru_cache

from planskg.extracting.closing import MAKES, closing_works, is_programme
from planskg.extracting.items import OWN_CAPACITY, PHASE_ONLY, Item, find_counts
from planskg.extracting.lexicon import MANY, cue_set
from planskg.extracting.names import COMPANY, FEATURE, OWNER, QUOTED, SITE, is_proper, naming
from planskg.extracting.namesakes import named_after
from planskg.extracting.numerals import parse_number
from planskg.extracting.peeling import CONSTRUCTION
from planskg.extracting.place_names import begins_place, place_spans
from planskg.extracting.staging import Promise

OF_EACH = re.compile("[市县镇乡村]级|乡镇|城乡|农村|各")
"""What opens the name of institutions of which there are many."""
CLASS = re.compile(
    r"[补强利惠促增扩稳](?=[一-龥]{2}、|[一-龥]{2}$)|不少于|不低于|不超过|至少|累计|在建|拟建|一批|一系列|各类|各|多个|若干|部分|更多|相关|.*最[一-龥]$|城[市乡镇](?:轨道交通|道路|路网|桥梁|公园|绿道|管网|公交|停车场)$"
)
OPENS_VERBAL = re.compile(
    "[以对与把由从被让为]|将(?!军)|向(?!阳)|做[强优大精]|修补|整修|修复(?=[一-龥]{3})|承担|开行|申办|增加|加密|加强|提升|优化|完善|促进|深度"
)
CHANGED = ".{2,10}(?:延伸|升级|集中|转变|转型|拓展|提升)"
INSIDE, ON = "(?<=.{4})", "(?=[一-龥]{2})"
"""What must stand before a verb of two characters inside words, and what behind it."""
VERBAL = re.compile(
    rf"企业(?:建设|打造)|实现|走出|进入|向{CHANGED}|由{CHANGED}|获批|更加|不断|得到|成为|推[进动]{INSIDE}{ON}|开展{INSIDE}{ON}"
    rf"|参与{INSIDE}{ON}|实施{INSIDE}{ON}|创建{INSIDE}{ON}|强化{INSIDE}{ON}|提升{INSIDE}[一-龥]*水平{ON}"
)
"""What makes words a doing, at their front and anywhere."""
CLASS_SIZE = 10
QUOTED_CLASS = re.compile(
    "“[^”]+”(?:工厂|车间|公园|校园|园区|社区|小区|街区|村庄|乡村|食堂|驿站|课堂|港口|机场|医院|学校|仓库|矿山)"
)
"""Works of a kind that a quotation describes (“零碳”工厂, “口袋”公园)."""
BUILT = ("start", "complete", "operation")
"""Stages of a firm's works that need no noun to say what they are (来川新材料投产)."""
LAND_WORK = re.compile("(?:治理|整治|修复|开发|利用|基础设施|延伸)(?:工程|项目)?$")
"""Work that is also done on things of a kind (海漂垃圾治理): its site must be named."""


def is_project(item: Item, text: str, promise: Promise, region: str | None) -> bool:
    """Tell whether an item is the name of one work."""
    closing, kind = closing_works(item.name)
    if not kind and not promise.is_list_of_projects:
        return is_firm(item.words, promise) and not _is_class(item)
    bare = closing == item.name and not (named_after(closing) or naming(closing, region).local)
    if bare or len(item.words) < 2 or _is_class(item) or is_of_many(item, text, region):
        return False
    if kind == "soft-facility" and OWNER.sub("", item.name) == closing:  # 省实验室: which of them is not said
        return False
    if not _is_named(item, kind, text, promise, region):
        return False
    return (0, len(item.name)) not in place_spans(item.name, region)  # a place, where works are done


def is_of_many(item: Item, text: str, region: str | None) -> bool:
    """Tell an item that a count makes a class of works (10个花漾街区, 铁石片区1270个排水小区)."""
    for count in _counts(item, text, region):
        if count.group()[0].isdigit() and not text.endswith("等", item.start, item.start + count.start()):
            number = parse_number(count.group().rstrip("多余个座条项处所家间栋幢眼"))
            if number >= CLASS_SIZE or (number > 1 and count.start() == 0):
                return True
    return False


def _counts(item: Item, text: str, region: str | None) -> list[re.Match[str]]:
    """Return the counts that an item stands with and that its own words leave out."""
    whole = text[item.start : item.end]
    return find_counts(whole, region) if whole != item.words else []


def is_firm(words: str, promise: Promise) -> bool:
    """Tell the name of a firm, maybe with what it makes (瑞普锂电正极材料), where something is built."""
    return promise.stage in BUILT and is_proper(words) and naming(words, None).company


def _is_named(item: Item, kind: str, text: str, promise: Promise, region: str | None) -> bool:
    """Tell whether an item has name enough for the kind of noun that closes it."""
    signs = naming(item.name if PHASE_ONLY.fullmatch(item.words) else item.words, region)
    if promise.is_list_of_projects and (signs.sure or signs.company or OWN_CAPACITY.search(item.words)):
        return True
    counted = bool(_counts(item, text, region))
    if (counted and not signs.sited) or (kind == "soft-facility" and "的" in item.words):
        return False
    if kind == "soft-facility" and item.name != item.words:
        return signs.placed or bool(FEATURE.search(item.words))
    if kind == "work-noun":
        return _is_done_on_one(item, region)
    if kind in ("facility", "soft-facility"):
        quoted = kind == "soft-facility" and QUOTED.search(item.words) and not QUOTED_CLASS.fullmatch(item.words)
        alone = signs.local or (not counted and (signs.numbered or quoted or _is_definite(item.name, promise)))
        return alone or signs.sure
    made = MAKES.search(item.name) is not None and (signs.proper or signs.company)
    return kind == "general" and (
        made or signs.sited or (signs.proper and (promise.stage != CONSTRUCTION or "·" in item.words))
    )


def _is_done_on_one(item: Item, region: str | None) -> bool:
    """Tell work that is done on one site or facility (三义桥修缮工程) from work of a kind (河道清淤疏浚)."""
    signs = naming(item.words, region)
    if SITE.match(item.words) or signs.sited:
        return True
    general = LAND_WORK.search(item.name) is not None
    if not general and (signs.opening or (naming(item.name, region).numbered and QUOTED.search(item.words))):
        return True
    if not (signs.local or signs.sure):
        return False
    if signs.proper and naming(item.name, region).numbered:
        return True
    built = closing_works(_site(item.name))[1] in ("facility", "soft-facility")
    return built or (signs.sure and signs.company)


def _site(name: str) -> str:
    """Return what work is done on: the name without the nouns of work that close it (填埋场｜封场｜治理工程)."""
    closing, kind = closing_works(name)
    return _site(name.removesuffix(closing)) if kind == "work-noun" and closing else name


def _is_definite(name: str, promise: Promise) -> bool:
    """Tell one institution that is to open (上线运行知识产权综合服务平台) from a class of them."""
    return (
        promise.stage in ("complete", "operation")
        and not OF_EACH.match(name)
        and name.endswith(("中心", "平台", "系统", "博物馆", "医院", "枢纽", "大道"))
    )


def goes_with(item: Item, kinds: tuple[str, ...]) -> bool:
    """Tell whether an item without a name of its own is one of the works that its named neighbours are."""
    is_bare = len(item.words) < (3 if item.words == item.name else 2)
    is_bare = is_bare or item.name in cue_set("facility", "soft-facility")
    closing, kind = closing_works(item.name)
    site = item.name.removesuffix(closing)
    done = kind == "work-noun" and (
        item.words != item.name or closing_works(site)[1] == "facility" or PHASE_ONLY.fullmatch(closing) is not None
    )
    return not is_bare and not _is_class(item) and (kind in kinds or done)


def names_itself(item: Item, region: str | None) -> bool:
    """Tell a name with what is made or done there, if no noun of works closes it (瑞普锂电正极材料)."""
    signs = naming(item.words, region)
    alone = item.name == item.words and len(item.words) > 4 and not closing_works(item.name)[1]
    return alone and (signs.company or signs.sure) and not _is_class(item)


def _is_class(item: Item) -> bool:
    """Tell a class of works, a doing or a programme from works."""
    made = item.name.endswith(("装备", "设备")) and COMPANY.match(item.words) and is_proper(item.words)
    programme = is_programme(item.name) and not made
    return CLASS.match(item.words) is not None or is_verbal(item.words) or programme


@lru_cache(maxsize=MANY)
def is_verbal(words: str) -> bool:
    """Tell words that say what is done."""
    return (OPENS_VERBAL.match(words) is not None and not begins_place(words)) or VERBAL.search(words) is not None
