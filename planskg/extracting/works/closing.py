"""What works words close with: 水库 a facility, 中心 a soft one, 除险加固 work done on a site, 工程 works of any kind.

托帕水电站 closes with a facility, 昌吉油田产能建设 with work done; what is a programme tells `programmes.py`.
"""

import re
from functools import lru_cache
from typing import Final

from planskg.extracting.words.everyday import strange
from planskg.extracting.words.lexicon import MANY, cue, sizes_by_ending
from planskg.extracting.words.sharing import WITH
from planskg.extracting.works.names import CODE, LINE, ROUTE, is_proper
from planskg.extracting.works.sites import site_in_front

STRENGTHS: Final = ("facility", "work-noun", "soft-facility")
"""The kinds of nouns that close works, in the order in which they are believed."""
FACILITIES: Final = ("facility", "soft-facility")
"""Those that stand for a thing which is built."""
HARBOURS: Final = (*"港桥矿渠厂站路街闸堤井园楼馆仓池寺塔寨祠阁亭殿宅汇", "墓群", "古城", "古镇", "古村")
"""Nouns that close works where a name stands right before them."""
NAMED: Final = re.compile(r"(?<=[一-龥]{2})|(?<=\d[号#])")
HARBOUR_LIMIT: Final = 14
SCHOOL: Final = re.compile(r"(?:[一二三四五六七八九十]{1,3}|第[一二三四五六七八九十]+|\d+)[中小高幼]$")
SEGMENT: Final = re.compile("(?<=[一-龥]{2})[一-龥]{0,4}(?:(?<![阶手时学])段|境内)$")
LOT: Final = re.compile("(?<=..)第?[一二三四五六七八九十A-Z\\d]+标段$")
"""A piece of works that is let by itself (甲灌区｜一标段)."""
ALONG: Final = re.compile(
    f"{LINE.pattern}|地铁|轻轨|轨道|[线环路街道渠堤廊](?=[一-龥]{{1,5}}(?:段|境内)$)"
    "|(?:治理|整治|疏浚|清淤|修复|加固|护岸|堤防|防洪)(?:工程)?(?=[一-龥]{2,4}段$)"
)
"""What a segment may be of."""
LETTERED: Final = re.compile(r"[A-Z]\d+线$")
"""How a line or road closes that has a letter and a number."""
CONVERTED: Final = re.compile("“[一-龥]改[一-龥]”$")
"""Work of a kind that a quotation tells (“白改黑”, “四改八”)."""
PHASE: Final = re.compile("(?:[一二三四五六首]期|首台)$")
WITH_NOUNS: Final = frozenset(
    (
        *("项目", "工程", "建设", "配套", "骨干", "首台", "新址", "提升", "更新", "升级", "优化"),
        *(side + part for side in "东西南北" for part in "区场"),
        *("东段", "西段", "南段", "北段", "中段"),
        *(part + "区" for part in "ABCDEⅠⅡⅢⅣ"),
        *(number + "期" for number in "一二三四五首0123456789"),
    )
)
"""What may stand behind the noun that closes works, beside 段, a bracket and what comes with the works."""
ANNEX: Final = re.compile(f"(?:（[^（）]*）|及(?:{WITH})[一-龥]{{0,6}})$")
POWER: Final = re.compile(r"(?:\d+[×xX*])?\d[\d.]*万?[千兆吉]瓦(?:时|/\d[\d.]*万?[千兆吉]瓦时)?$")
"""How large a power station is, behind the noun that closes it (光伏二期200兆瓦)."""
GENERAL: Final = ("项目", "工程")
MAKES: Final = re.compile(r"年产[\d.]+[万亿]?[一-龥]{3,}$")
"""How the works of a firm close that are told by what they make (年产20万锭环锭纺)."""


def _kinds() -> dict[str, str]:
    """Return the nouns that close works, each with its kind; of two kinds of a noun the stronger counts."""
    words = dict.fromkeys(HARBOURS, "harbour")
    for kind in reversed(STRENGTHS):
        words |= dict.fromkeys(cue(kind), kind)
    return words


KINDS: Final = _kinds()


SIZES: Final = sizes_by_ending(KINDS)


def _lasts() -> frozenset[str]:
    """Return the characters that words of works end in; most others end in none of them."""
    others = (word[-1] for word in (*WITH_NOUNS, *GENERAL))
    return frozenset((*(ending[-1] for ending in SIZES), *others, *"段内”）中小高幼期台线瓦时"))


LASTS: Final = _lasts()


def _ends(words: str) -> list[int]:
    """Return where the noun may end that closes words: at their end, and before what may stand behind it."""
    ends = [len(words)]
    for end in ends:
        if words[end - 2 : end] in WITH_NOUNS:
            ends.append(end - 2)
        last = words[end - 1 : end]
        if last == "段":
            lot = LOT.search(words, 0, end)
            ends.append(lot.start() if lot else end - 1)
        if (last == "）" or "及" in words) and (annex := ANNEX.search(words, 0, end)):
            ends.append(annex.start())
        if last in "瓦时" and (power := POWER.search(words, 0, end)):
            ends.append(power.start())
    return ends


def _nouns(words: str) -> dict[str, int]:
    """Return where the longest noun begins that closes words, by the kind of noun."""
    kinds, sizes = KINDS, SIZES
    found: dict[str, int] = {}
    for end in _ends(words):
        for size in sizes.get(words[end - 2 : end]) or sizes.get(words[end - 1 : end], ()):
            kind = kinds.get(words[end - size : end]) if size <= end else None
            if kind and (kind != "harbour" or NAMED.match(words, end - size)):
                found[kind] = min(found.get(kind, end), end - size)
    return found


def is_line(words: str) -> bool:
    """Tell a railway by the first characters of the places that it joins (渝黔线)."""
    return words[-1:] == "线" and 3 <= len(words) <= 4 and len(strange(words[:-1])) == len(words) - 1


def _is_along(words: str) -> bool:
    """Tell words that hold a road or line, of which a segment may be meant."""
    return bool(CODE.search(words) or ROUTE.search(words) or ALONG.search(words))


@lru_cache(maxsize=MANY)
def closing_works(words: str) -> tuple[str, str]:
    """Return the noun of works that closes words, and its kind.

    The kind is facility, soft-facility, work-noun, general, or nothing.
    """
    if "暨" in words:
        words = words.partition("暨")[0]
    last = words[-1:]
    if last not in LASTS and "及" not in words and "年产" not in words:
        return "", ""
    found = _nouns(words)
    for kind in STRENGTHS:
        if kind in found:
            return words[found[kind] :], kind
    if last in ("中", "小", "高", "幼") and (school := SCHOOL.search(words)):
        return school.group(), "facility"
    if (last == "段" or words.endswith("境内")) and SEGMENT.search(words) and _is_along(words):
        return ("段" if last == "段" else "境内"), "facility"
    if last == "”" and (converted := CONVERTED.search(words)):
        return converted.group(), "work-noun"
    if last in "道线" and CODE.fullmatch(words):
        return last, "facility"
    if last == "线" and is_line(words):
        return last, "facility"
    if last == "线" and (lettered := LETTERED.search(words)):
        return lettered.group(), "facility"
    if last in ("期", "台") and (phase := PHASE.search(words)):
        return phase.group(), "work-noun"
    if "harbour" in found and len(words) <= HARBOUR_LIMIT:
        start = found["harbour"]
        named = is_proper(words[:start]) or site_in_front(words)
        return words[start:], "facility" if named else "soft-facility"
    return "", "general" if words.endswith(GENERAL) or MAKES.search(words) else ""


def work_done(words: str) -> str:
    """Return all the work that words close with (甲水库｜除险加固与现代化改造), nothing where they close otherwise."""
    work, kind = closing_works(words)
    if kind != "work-noun":
        return ""
    site = words.removesuffix(work)
    before = work_done(site[:-1]) if site.endswith(("与", "和", "及")) else ""
    return words[len(site) - 1 - len(before) :] if before else work
