"""Works that stand in a list behind one owner.

会同县文化馆、图书馆 are both the county's, 县医院住院楼、门诊楼 both the hospital's.
"""

import re
from typing import Final

from planskg.extracting.words.lexicon import by_last, closing_word, cue_ends, cue_starts, opens_with
from planskg.extracting.words.place_names import place_spans
from planskg.extracting.works.closing import FACILITIES, closing_works
from planskg.extracting.works.names import OWNER, TOWNSHIP, naming

IN_PLACE: Final = re.compile("[一-龥]+[县市区旗]")
HOUSES: Final = by_last(
    (
        *("馆", "院", "中心", "学校", "小学", "中学", "高中", "幼儿园", "托育园", "楼", "市场", "大厦", "体育场"),
        *("看守所", "客运站", "汽车站", "文化站", "消防站", "气象站", "派出所", "司法所", "党校", "水厂", "福利院"),
        *("公寓", "法庭", "校区", "院区", "分校", "分院", "宫"),
    )
)
"""How works close of which a place has one or few, so that the place before one of them owns the others too."""
OF_SCHOOLS: Final = ("体育馆", "图书馆", "游泳馆", "体育场", "艺术馆", "科技馆", "活动中心", "实训中心")
"""Houses of a school, behind another house of it (甲中学综合楼、体育馆)."""
SCHOOLS: Final = ("学校", "小学", "中学", "高中", "初中", "大学", "学院", "一中", "二中", "三中", "附中", "职中")
OF_SIGHTS: Final = ("游客中心", "游客服务中心", "服务中心", "文创店", "报告厅", "多功能厅", "停车场")
"""What belongs to a museum, behind a part of it (甲纪念馆陈列厅和游客中心)."""
OF_HOUSES: Final = (*OF_SCHOOLS, *OF_SIGHTS)
MUSEUMS: Final = ("博物馆", "博物院", "纪念馆", "纪念园", "美术馆", "科技馆", "展览馆", "遗址公园")
LONGEST_PART: Final = 12
"""Characters of a part and the work that is done on it."""
OF_MANY: Final = re.compile(
    "[省市县镇乡村]级|乡[镇村]|[镇村](?!卫生|中心)|城乡|农村|社区|街道|小区|各|多|一批|其他|配套|附属"
)
PARTS: Final = cue_starts("part")
PART_ENDS: Final = cue_ends("part")


def owned(words: str, before: str, region: str | None) -> str:
    """Return the words of an item with the owner that the item before it names and that they lack."""
    if not before:
        return words
    if opens_with(PARTS, words) and len(words) <= LONGEST_PART:
        part = part_of(words)
        if part and words.startswith(part):
            return _whole(before) + words
    if words in OF_HOUSES and (whole := _owner_of_house(words, before)):
        return whole + words
    if closing_word(HOUSES, words) and closing_works(before)[1] in FACILITIES:
        return _place(words, before, region) + words
    return words


def _owner_of_house(words: str, before: str) -> str:
    """Return the school or museum a part of which stands before one of its houses, nothing where none does."""
    whole = _whole(before)
    return whole if whole.endswith(SCHOOLS if words in OF_SCHOOLS else MUSEUMS) else ""


def part_of(words: str) -> str:
    """Return the part of a building that words close with, before work that is done on it (泄洪洞｜除险加固)."""
    work, kind = closing_works(words)
    return closing_word(PART_ENDS, words.removesuffix(work) if kind == "work-noun" else words)


def _whole(words: str) -> str:
    """Return what a part belongs to that words close with: 县医院 of 县医院住院楼, nothing where they name no whole."""
    part = part_of(words)
    whole = words[: words.rfind(part)] if part else ""
    return whole if closing_works(whole)[1] == "facility" and whole != closing_works(whole)[0] else ""


def _place(words: str, before: str, region: str | None) -> str:
    """Return the place that opens an item where another has none (阿图什市第六小学、新城高级中学)."""
    if naming(words, region).sure or OF_MANY.match(words):
        return ""
    spans = place_spans(before, region) if IN_PLACE.match(before) else []
    if spans and spans[0][0] == 0:
        return before[: spans[0][1]]
    owner = OWNER.match(before) or TOWNSHIP.match(before)
    return owner.group() if owner else ""
