"""What the items of a list share at its end: the words of the last, or the word after 等.

木垒、呼图壁通用机场 share 通用机场, 乔诺、乌鲁瓦提等水库 share 水库; 等一批重大交通项目 says nothing of them.
"""

import re
from typing import Final

from planskg.extracting.words.everyday import strange
from planskg.extracting.words.lexicon import cue_regex
from planskg.extracting.words.place_names import place_spans
from planskg.extracting.works.closing import FACILITIES, GENERAL, closing_works
from planskg.extracting.works.counted_works import COUNT
from planskg.extracting.works.names import CODE, TOWNSHIP
from planskg.extracting.works.programmes import is_programme
from planskg.extracting.works.sites import PLAIN, site_in_front
from planskg.extracting.works.staging import GREAT

FRONT: Final = 3
KINDS_OF_LAND: Final = ("城乡", "农村", "城镇", "乡镇", "乡村", "县城")
"""What works are for that a county names (甲县｜城乡供水工程); no township of the county is called so."""
ROUTE_OPENS: Final = re.compile(r"[一-龥]{2,6}(?:至|—)")
QUALIFIES: Final = re.compile(
    r"^(?:[拟已新](?=[续竣开投])|(?:开工|续建|竣工|投产|完工|前期|储备)(?=[一-龥]*项目$)|地区?|市县|县市|区域性?|流域|河湖|河流|\d+[多余]?[个座条项处](?:(?:总?长)?[\d.]+(?:公里|千米))?|一批|一系列|[\d百千万亿]+元(?:以上|级)?|(?:总|估算|概算|计划)?投资额?(?:约|超过?|近|达到?)?[\d.]+[万亿]*元(?:以上|左右)?的?|重大|重点|关键|标志性|骨干|在建|重要|大型|中型|小型|清洁|高效|先进|优质|高端|相关|有关|的|其他)+"
)

FIRMS: Final = re.compile(
    "^[一-龥]{0,6}(?:企业|公司|厂家|厂商|车企|药企|园企|合作社|家庭农场|大户|农户|商户|经营主体|市场主体)"
)
"""Who works, where a word after 等 says what they do (等8家企业｜实施技改)."""


def meaning_of(tail: str, counted: bool = False) -> str:
    """Return what a word after 等 says of the things before it: 一批重大交通项目 nothing, 水库 that they are 水库.

    Where it counts them, they are what it says even if that reads like a programme (3个示范工程).
    """
    words = COUNT.sub("", QUALIFIES.sub("", tail))
    rest = cue_regex("…+$", "generic").sub("", words)
    works = closing_works(words)
    specific = works[1] and (counted or not is_programme(words)) and not words.endswith("设施")
    specific = specific and not _tells_deeds(words, works[1])
    return words if rest and specific and not GREAT.fullmatch(tail) else ""


def says_other(tail: str) -> bool:
    """Tell a word after 等 that makes the list no works (储能技术, 精品旅游线路)."""
    words = QUALIFIES.sub("", tail)
    rest = cue_regex("…+$", "generic").sub("", words)
    kind = closing_works(tail)[1]
    listed = tail.endswith("项目") and COUNT.match(tail) is not None
    other = not kind or tail.startswith(("企业", "为", "作为")) or _tells_deeds(COUNT.sub("", words), kind)
    return bool(rest) and ((is_programme(tail) and not listed) or other)


def _tells_deeds(words: str, kind: str) -> bool:
    """Tell a word after 等 that says what firms do (企业实施技改) from works that they have (企业技改项目)."""
    return kind == "work-noun" and not words.endswith(GENERAL) and FIRMS.match(words) is not None


def common_tail(words: str, region: str | None) -> str:
    """Return what an item without a facility takes over from one that has it: its words without their own name.

    呼图壁通用机场 leaves 通用机场, 托帕水电站 leaves 水电站, 格尔木国家物流枢纽 leaves 国家物流枢纽.
    """
    closing, _ = closing_works(words)
    limit = len(words) - len(closing)
    cut = _name_end(words, limit, region) or _inner_facility(words, limit)
    if limit - cut == 1 and words[cut] not in "大小新老":  # a name's last character
        cut = limit
    route = ROUTE_OPENS.match(words)
    return closing if route and cut <= route.end() else words[cut:]


def _name_end(words: str, limit: int, region: str | None) -> int:
    """Return where the own name of works ends within a limit, 0 without one."""
    place = max([b for a, b in place_spans(words, region) if b <= limit and a <= FRONT], default=0)
    if place and words.startswith(KINDS_OF_LAND, place):
        return place
    odd = [index + 1 for index in strange(words) if index < min(limit, 8)]
    codes = [m.end() for m in CODE.finditer(words) if m.end() <= limit]
    site = site_in_front(words)
    own, _ = closing_works(site)
    land = min(len(site.removesuffix(own) if own in PLAIN else site), limit)
    town = TOWNSHIP.match(words, 0, limit)
    return max([place, *odd, *codes, land, town.end() if town else 0])


def _inner_facility(words: str, limit: int) -> int:
    """Return where the last facility ends that stands within a limit, 0 without one."""
    found = cue_regex("…", *FACILITIES).finditer(words)
    return max([m.end() for m in found if m.end() <= limit], default=0)
