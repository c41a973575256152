"""What makes words no works but a class of them or a doing: 各类园区, 10个花漾街区, 提升港口能力."""

import re
from functools import lru_cache
from typing import Final

from planskg.extracting.quantities.numerals import parse_number
from planskg.extracting.words.lexicon import MANY
from planskg.extracting.words.place_names import begins_place
from planskg.extracting.works.closing import closing_works
from planskg.extracting.works.counted_works import find_counts
from planskg.extracting.works.items import Item
from planskg.extracting.works.names import COMPANY, is_proper, naming
from planskg.extracting.works.programmes import is_programme

CLASS: Final = re.compile(
    r"[补强利惠促增扩稳](?=[一-龥]{2}、|[一-龥]{2}$)|不少于|不低于|不超过|至少|累计|在建|拟建|一批|一系列|各类|各|项目(?=[一-龥])|多个|若干|部分|更多|相关|.*最[一-龥]$|城[市乡镇](?:轨道交通|道路|路网|桥梁|公园|绿道|管网|公交|停车场)$"
    r"|(?:国家|部|省|自治区|[市州])级?(?:重点)?(?:实验室|(?:技术|产业|制造业)?创新中心|工程(?:技术)?研究中心|企业技术中心|临床医学研究中心)$"
)
PREPOSITIONS: Final = "以对与把由从被让为将向"
OPENS_VERBAL: Final = re.compile(
    f"[{PREPOSITIONS}](?<!将(?=军))(?<!向(?=阳))|除(?![险涝氟尘磷])|做[强优大精]|建[强优](?!县)|修补|整修|修复(?=[一-龥]{3})|承担|引进|开行|申办|增加|加密|加强|提升|优化|完善|促进|深度"
)
CHANGED: Final = ".{2,10}(?:延伸|升级|集中|转变|转型|拓展|提升)"
INSIDE, ON = "(?<=.{4})", "(?=[一-龥]{2})"
"""What must stand before a verb of two characters inside words, and what behind it."""
VERBAL: Final = re.compile(
    rf"企业(?:建设|打造)|实现|走出|进入|向{CHANGED}|由{CHANGED}|获批|更加|不断|得到|成为|推[进动]{INSIDE}{ON}|开展{INSIDE}{ON}"
    rf"|参与{INSIDE}{ON}|实施{INSIDE}{ON}|创建{INSIDE}{ON}|强化{INSIDE}{ON}|提升{INSIDE}[一-龥]*水平{ON}"
)
"""What makes words a doing, at their front and anywhere."""
CLASS_SIZE: Final = 10
SHORT_NAME: Final = 3


def is_of_many(item: Item, text: str, region: str | None) -> bool:
    """Tell an item that a count makes a class of works (10个花漾街区, 铁石片区1270个排水小区)."""
    for count in counts_with(item, text, region):
        if count.group()[0].isdigit() and not text.endswith("等", item.start, item.start + count.start()):
            number = parse_number(count.group().rstrip("多余个座条项处所家间栋幢眼"))
            if number >= CLASS_SIZE or (number > 1 and count.start() == 0):
                return True
    return False


def counts_with(item: Item, text: str, region: str | None) -> list[re.Match[str]]:
    """Return the counts that an item stands with and that its own words leave out."""
    whole = text[item.start : item.end]
    return find_counts(whole, region) if whole != item.words else []


def is_class(item: Item) -> bool:
    """Tell a class of works, a doing or a programme from works."""
    made = item.name.endswith(("装备", "设备")) and COMPANY.match(item.words) and is_proper(item.words)
    programme = is_programme(item.name) and not made
    return CLASS.match(item.words) is not None or is_verbal(item.words) or programme


@lru_cache(maxsize=MANY)
def is_verbal(words: str) -> bool:
    """Tell words that say what is done."""
    opens = OPENS_VERBAL.match(words) is not None and not begins_place(words) and not _opens_name(words)
    return opens or VERBAL.search(words) is not None


def _opens_name(words: str) -> bool:
    """Tell a preposition that is the first character of a short name (向岭水厂, 从化渠)."""
    if words[0] not in PREPOSITIONS or begins_place(words[1:]):
        return False
    closing, kind = closing_works(words)
    short = kind in ("", "facility") and len(words) - len(closing) <= SHORT_NAME
    return short or (kind in ("facility", "work-noun") and naming(words, None).opening)
