"""The site whose name opens words: a feature of the land, a road, a school, a numbered regiment.

青草沟水库 and 向阳幼儿园 open with one; 农村沟渠, 产业路 and 普惠性幼儿园 say of what kind things are.
"""

import re
from functools import lru_cache
from typing import Final

from planskg.extracting.words.everyday import DESCRIBING_WORDS, EVERYDAY_WORDS, KINDS, uncovered
from planskg.extracting.words.lexicon import MANY, closing_word, cue_ends
from planskg.extracting.words.namesakes import STREET, named_after

VILLAGE: Final = "[营店子坪湾沟渠寨庄堡坝屯山岭梁滩河台洼峪塘岗坡嘴圩]"
"""How a village is called after so many families (五家渠, 八家子)."""
SITED: Final = re.compile(
    r"(?![省市县国])[一-龥]{1,4}?[沟河江湖山岭滩湾坪坝峡坡塘泉洞岛洲屯堡寨镇庄川溪岩岗垭坳冲潭渡咀嘴寺庙桥苑](?=[一-龥\d])|城[东西南北](?=[一-龥])|[东西南北]城(?=[一-龥])|[京津沪渝冀豫辽湘皖鲁苏浙赣鄂桂晋陕闽粤川琼滇黔陇蜀疆青蒙][东西南北中]{1,2}(?=[一-龥])"
    r"|[东西南北]港(?![口务航池区])(?=[一-龥])|(?:[东西南北中][一二三四五]?|[一二三四五六七八九十\d]{1,2}号?)(?:港池|作业区)(?=[一-龥])"
    r"|引(?![水调供导渠排流客才智资凤税商外])[一-龥]{1,2}(?:[入济补润][一-龥]{1,2})?(?=工程|供水|调水|[一二三四五]期)"
    rf"|[一二三四五六七八九十]家{VILLAGE}|[东西南北]{{0,2}}[二三四五六七八]环(?=[一-龥])(?![节保境卫比形])"
)
"""Words that begin with a site named after a feature of the land (青草沟, 城西), though each character is everyday."""
TITLED: Final = re.compile(
    rf"([一-龥]{{2,4}}?)(?:(?<![道公铁线网电思出一回通油支马老])路(?![段网面灯线口域径基况长由权])|大道|大街|{STREET}|巷|小学|中学|高中|幼儿园|水库|片区)"
)
"""Words that begin with a road, a school, a reservoir or a quarter: these have names as a rule."""
REACHED: Final = re.compile("[通连进入上到村组屯户街小]$|^[通连进入上到串]")
"""What stands before 路 and the like where it says whom they serve (通村路, 入户路)."""
QUARTER_KIND: Final = re.compile(
    "(?:[城乡村镇市]|[一-龥]区|城中|平原|丘陵|沿[线海江河岸湖]|核心|中心|重点|连片|成片|集中|分散|棚户|更新|开发|改造)片区$"
)
"""What only tells of what kind a part of the town is (平原片区, 核心片区)."""
PLAIN: Final = ("", "大道", "小学", "中学", "高中", "幼儿园", "水库", "片区")
"""What a road or a school may close with that is no kind of road or school (产业路, 民族小学)."""
TROOP: Final = re.compile(r"第?[一二三四五六七八九十〇零百\d]{1,5}(?:团(?![结体伙队长员建购])|[牧农林]场)(?=[一-龥])")
"""Words that begin with a numbered regiment or farm."""


@lru_cache(maxsize=MANY)
def site_in_front(words: str) -> str:
    """Return the feature of the land that words open with (青草沟水库).

    Its last character must not belong to the next word (农村沟渠).
    """
    if titled := _titled(words):
        return titled
    match = SITED.match(words)
    if match is None or len(match.group()) < 2 or match.group() in EVERYDAY_WORDS:
        return ""
    end = match.end()
    alone = words[end - 1 : end + 1] not in EVERYDAY_WORDS or words[end : end + 2] in EVERYDAY_WORDS
    return match.group() if alone else ""


def _titled(words: str) -> str:
    """Return the road, school or regiment that words open with (向阳幼儿园, 甲子路), if it has a name of its own.

    What only describes is none: words of plans (普惠性幼儿园), or a kind of road (产业路).
    """
    if known := TROOP.match(words) or named_after(words):
        return known.group()
    match = TITLED.match(words)
    if match is None or match.group() in EVERYDAY_WORDS or closing_word(cue_ends(*KINDS), match.group()) not in PLAIN:
        return ""
    reservoir = match.group().endswith("水库")  # 平原水库, 骨干水库 are classes
    ordinary = EVERYDAY_WORDS if reservoir else DESCRIBING_WORDS
    described = REACHED.search(match[1]) or QUARTER_KIND.search(match.group()) or not uncovered(match[1], ordinary)
    return "" if described else match.group()
