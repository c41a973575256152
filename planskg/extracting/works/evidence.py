"""Whether an item of a list of works is one work: by its own name, or by the company it keeps.

The stronger the noun that closes it (水库 before 中心 before 修缮 before 工程), the less name it needs.
"""

import re
from typing import Final

from planskg.extracting.words.everyday import DESCRIBING_WORDS, uncovered
from planskg.extracting.words.lexicon import cue_pattern, cue_set
from planskg.extracting.words.namesakes import NAMES, named_after
from planskg.extracting.words.place_names import place_spans
from planskg.extracting.works.classes import counts_with, is_class, is_of_many
from planskg.extracting.works.closing import FACILITIES, MAKES, closing_works, is_line
from planskg.extracting.works.items import OWN_CAPACITY, Item
from planskg.extracting.works.names import FEATURE, OWNER, PLANT, QUOTED, SITE, is_proper, naming
from planskg.extracting.works.owners import part_of
from planskg.extracting.works.series import PHASE_ONLY
from planskg.extracting.works.sites import site_in_front
from planskg.extracting.works.stages import CONSTRUCTION
from planskg.extracting.works.staging import Promise

OF_EACH: Final = re.compile("[市县镇乡村]级|乡镇|城乡|农村|各")
"""What opens the name of institutions of which there are many."""
QUOTED_CLASS: Final = re.compile(
    "“[^”]+”(?:工厂|车间|公园|校园|园区|社区|小区|街区|村庄|乡村|食堂|驿站|课堂|港口|机场|医院|学校|仓库|矿山)"
)
"""Works of a kind that a quotation describes (“零碳”工厂, “口袋”公园)."""
BUILT: Final = ("start", "complete", "operation")
"""Stages of a firm's works that need no noun to say what they are (来川新材料投产)."""
PHASE_PROJECT: Final = re.compile("(?<=[一-龥]{4})(?:第?[一二三四五六七八九十\\d]{1,2}|首)期(?:项目|工程)$")
"""A phase of works that are named before it."""
OF_SECTOR: Final = (
    "建设|文化|旅游|教育|卫生|医疗|农业|林业|工业|运输|环保|市政|城建|城镇|社会|事业|投资|招商引资|年度|政府"
)
"""What says of what sector works are, beside the words that say nothing of them."""
LAND_WORK: Final = re.compile("(?:治理|整治|修复|开发|利用|基础设施|延伸)(?:工程|项目)?$")
"""Work that is also done on things of a kind (海漂垃圾治理): its site must be named."""
PART: Final = re.compile(
    r"(?:首[栋座批期条]|第?[一二三四五六七八九十\d]{1,3}[号#]?)(?:车间|厂房|库房|仓库|[厂库]?房|楼栋?|生产线|产线|机组|高炉|井筒|塔吊)"
)
"""A numbered part of works that names none by itself (二号车间)."""
SECTORS: Final = re.compile(f"(?:{cue_pattern('generic')}|{OF_SECTOR})+(?:项目|工程)?")


def is_project(item: Item, text: str, promise: Promise, region: str | None) -> bool:
    """Tell whether an item is the name of one work."""
    closing, kind = closing_works(item.name)
    if not kind and not promise.is_list_of_projects:
        return is_firm(item.words, promise) and not is_class(item)
    bare = closing == item.name and not (named_after(closing) or naming(closing, region).local)
    if bare or len(item.words) < 2 or is_class(item) or is_of_many(item, text, region):
        return False
    if kind == "soft-facility" and OWNER.sub("", item.name) == closing:  # 省实验室: which of them is not said
        return False
    if not _is_named(item, kind, text, promise, region):
        return False
    return (0, len(item.name)) not in place_spans(item.name, region)  # a place, where works are done


def is_firm(words: str, promise: Promise) -> bool:
    """Tell the name of a firm, maybe with what it makes (瑞普锂电正极材料), where something is built."""
    return promise.stage in BUILT and is_proper(words) and naming(words, None).company


def _is_named(item: Item, kind: str, text: str, promise: Promise, region: str | None) -> bool:
    """Tell whether an item has name enough for the kind of noun that closes it."""
    if PART.fullmatch(item.words):
        return False
    if item.words[0].isdigit() and PLANT.match(item.words):
        return True
    if kind in ("general", "") and _is_of_sector(item.name, region):
        return False
    part = PHASE_ONLY.fullmatch(item.words) or item.words[-1:].isdigit()
    signs = naming(item.name if part else item.words, region)
    if promise.is_list_of_projects and (signs.sure or signs.company or OWN_CAPACITY.search(item.words)):
        return True
    if promise.stage not in BUILT and is_line(item.name):  # mostly a line that is there
        return False
    counted = bool(counts_with(item, text, region))
    if (counted and not signs.sited) or (kind == "soft-facility" and "的" in item.words):
        return False
    if kind == "soft-facility" and item.name != item.words:
        return signs.placed or bool(FEATURE.search(item.words))
    if kind == "work-noun":
        return _is_done_on_one(item, region) or _is_site(item)
    if kind in FACILITIES:
        quoted = kind == "soft-facility" and QUOTED.search(item.words) and not QUOTED_CLASS.fullmatch(item.words)
        alone = signs.local or (not counted and (signs.numbered or quoted or _is_definite(item.name, promise)))
        return alone or signs.sure or _is_site(item)
    made = MAKES.search(item.name) is not None and (signs.proper or signs.company)
    return kind == "general" and (
        made
        or signs.sited
        or _is_phase(item.name, promise)
        or (signs.proper and (promise.stage != CONSTRUCTION or "·" in item.words))
    )


def _is_phase(name: str, promise: Promise) -> bool:
    """Tell a phase that is to open of a plant whose name is everyday words (正阳光电极箔五期项目)."""
    phase = PHASE_PROJECT.search(name) if promise.stage in BUILT else None
    return phase is not None and len(uncovered(name[: phase.start()], DESCRIBING_WORDS)) > 1


def _is_site(item: Item) -> bool:
    """Tell an item that is the name of a site alone, as what it shares with the others shows (周家坝｜农贸市场)."""
    return item.words != item.name and site_in_front(item.name) == item.words


def _is_of_sector(words: str, region: str | None) -> bool:
    """Tell works of a kind that a place has (甲县重点项目, 甲县交通建设项目)."""
    spans = place_spans(words, region)
    return bool(spans) and spans[0][0] == 0 and SECTORS.fullmatch(words, spans[0][1]) is not None


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
    site = _site(item.name)
    if part := part_of(site):
        site = site.removesuffix(part)
    built = closing_works(site)[1] in FACILITIES or (signs.local and site.endswith("片区"))
    return built or (signs.sure and (signs.company or OWN_CAPACITY.search(site) is not None))


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
    is_bare = is_bare or item.name in cue_set(*FACILITIES)
    closing, kind = closing_works(item.name)
    site = item.name.removesuffix(closing)
    done = kind == "work-noun" and (
        item.words != item.name or closing_works(site)[1] == "facility" or PHASE_ONLY.fullmatch(closing) is not None
    )
    return not is_bare and not is_class(item) and (kind in kinds or done)


def names_itself(item: Item, region: str | None) -> bool:
    """Tell a name without a noun of works: with what is made there (瑞普锂电正极材料), or that many bear (东风)."""
    signs = naming(item.words, region)
    alone = item.name == item.words and not closing_works(item.name)[1]
    named = item.words in cue_set(*NAMES) or (len(item.words) > 4 and (signs.company or signs.sure))
    return alone and named and not is_class(item)
