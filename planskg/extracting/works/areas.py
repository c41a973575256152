"""Areas, farms and streets that open a list, where the work or house stands that its last item names.

甲园区、乙镇供热管网改造 is done in both, and 甲路、乙路消防站 stand in both streets.
"""

import re
from typing import Final

from planskg.extracting.words.lexicon import by_last, closing_word
from planskg.extracting.works.closing import closing_works
from planskg.extracting.works.sites import site_in_front

FARM: Final = re.compile("[一-龥]{1,6}(?:[农牧林茶]场|团场?)")
"""A farm or regiment, where works are done, if the last of its list is one that says which."""
AREA: Final = re.compile(
    "[一-龥]{2,8}?(?:园区|片区|新区|城区|开发区|高新区|工业园|产业园|港区|景区|社区|街道|[镇乡])(?![区村中小])"
)
"""Where works are done, if the last of its list says which."""
STREETS: Final = ("路", "街", "大道", "巷")
ENDS: Final = (*"区园道镇乡场团", *STREETS)
"""What such places end in."""
BESIDE_STREETS: Final = by_last(
    (
        *("小学", "中学", "初中", "高中", "学校", "幼儿园", "托育园", "医院", "卫生院", "中心", "市场", "菜场", "商场"),
        *("消防站", "救援站", "派出所", "加油站", "加气站", "加氢站", "充电站", "换电站", "充换电站", "变电站"),
        *("开闭所", "泵站", "水厂", "换热站", "中转站", "转运站", "公厕", "停车场", "停车楼", "停车库"),
        *("公园", "游园", "公寓", "驿站"),
    )
)
"""How houses close that are called after the street where they stand."""


def done_in_area(item: str, last: str) -> str:
    """Return what the last of a list names behind its own place, if an item is one (甲园区、乙镇｜供热管网改造)."""
    if item.endswith(STREETS) and site_in_front(item) == item:
        return _beside_street(last)
    kind = closing_works(last)[1]
    if farm := FARM.fullmatch(item) and FARM.match(last):
        return last[farm.end() :] if kind in ("work-noun", "general") else ""
    area = AREA.match(last) if AREA.fullmatch(item) else None
    return last[area.end() :] if area and len(last) > area.end() + 2 and kind == "work-noun" else ""


def _beside_street(last: str) -> str:
    """Return the house that is named behind its street (乙路｜消防站), nothing for works of the streets."""
    street = site_in_front(last)
    house = last[len(street) :] if street.endswith(STREETS) else ""
    return house if closing_works(last)[1] == "facility" and closing_word(BESIDE_STREETS, house) else ""
