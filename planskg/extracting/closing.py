"""What works words close with: 水库 a facility, 中心 a soft one, 除险加固 work done on a site, 工程 works of any kind.

托帕水电站 closes with a facility, 昌吉油田产能建设 with work done, 国家自主创新示范区 is a programme.
"""

import re
from functools import cache, lru_cache

from planskg.extracting.lexicon import cue, cue_pattern, cue_regex
from planskg.extracting.names import CODE, LINE, MANY, ROUTE, TOWNSHIP, naming, place_spans, site_in_front, strange

SCHOOL = re.compile(r"(?:[一二三四五六七八九十]|第[一二三四五六七八九十]+|\d+)(?:中|小|高|幼)$")
TAILS = (
    r"(?:项目|工程|建设|配套工程|配套|（[^（）]*）|[一二三四五\d]期|首台|[东西南北中]?段|骨干|工程项目"
    r"|及配套[一-龥]{2,6})*"
)


@cache
def _closing(*kinds: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{cue_pattern(*kinds)}){TAILS}$")


HARBOUR = re.compile(
    rf"(?:(?<=[一-龥]{{2}})|(?<=\d号))(?:港|桥|矿|渠|厂|站|路|街|闸|堤|井|园|楼|馆|仓|池|寺|塔|寨|墓群|古城|古镇|古村){TAILS}$"
)


@lru_cache(maxsize=MANY)
def closing_works(words: str) -> tuple[str, str]:
    """Return the noun of works that closes words, and its kind.

    The kind is facility, soft-facility, work-noun, general, or nothing.
    """
    words = words.partition("暨")[0]
    for kind in ("facility", "work-noun", "soft-facility"):
        match = _closing(kind).search(words)
        if match:
            return match.group(), kind
    school = SCHOOL.search(words)
    if school:
        return school.group(), "facility"
    segment = re.search(r"(?<=[一-龥]{2})[一-龥]{0,4}段$", words)
    if segment and (CODE.search(words) or ROUTE.search(words) or LINE.search(words)):
        return segment.group()[-1], "facility"
    phase = re.search(r"(?:[一二三四五六]期|首台)$", words)
    if phase:
        return phase.group(), "work-noun"
    match = HARBOUR.search(words)
    if match and len(words) <= 14:
        return match.group(), "facility" if naming(words[: match.start()], None).proper else "soft-facility"
    return ("", "general") if words.endswith(("项目", "工程")) else ("", "")


FRONT = 3
LONGEST_END = 12
JOINT = re.compile("暨|及配套")
"""What opens a second name of the same works (养老照料中心暨残疾人之家)."""
CAMPAIGN = re.compile(r"”(?:工程|行动|计划|项目)?$")


def is_programme(words: str) -> bool:
    """Tell a policy zone, a title, a programme or a general noun from works."""
    bare = re.sub(r"(?:项目|工程|建设)$", "", JOINT.split(words)[0])
    if CAMPAIGN.search(bare) or CAMPAIGN.search(words):
        return not naming(words.partition("“")[0], None).proper
    if CODE.fullmatch(bare):
        return False
    title = _length(bare, "programme")
    return len(bare) > 2 and title > _length(bare, "facility", "soft-facility", "work-noun")


@cache
def _words(*kinds: str) -> frozenset[str]:
    return frozenset(cue(*kinds))


def _length(words: str, *kinds: str) -> int:
    """Return how long the longest cue word of these kinds is that closes words."""
    ends = _words(*kinds)
    return next((size for size in range(min(len(words), LONGEST_END), 0, -1) if words[-size:] in ends), 0)


def common_tail(words: str, region: str | None) -> str:
    """Return what an item without a facility takes over from one that has it: its words without their own name.

    呼图壁通用机场 leaves 通用机场, 托帕水电站 leaves 水电站, 格尔木国家物流枢纽 leaves 国家物流枢纽.
    """
    closing, _ = closing_works(words)
    limit = len(words) - len(closing)
    route = re.match(r"[一-龥]{2,6}(?:至|—)", words)
    cut = max([b for a, b in place_spans(words, region) if b <= limit and a <= FRONT], default=0)
    odd = [place + 1 for place in strange(words) if place < min(limit, 8)]
    codes = [m.end() for m in CODE.finditer(words) if m.end() <= limit]
    inner = [m.end() for m in cue_regex("…", "facility", "soft-facility").finditer(words) if m.end() <= limit]
    land = [len(site_in_front(words))] if len(site_in_front(words)) <= limit else []
    town = TOWNSHIP.match(words, 0, limit)
    cut = max([cut, *odd, *codes, *land, town.end() if town else 0]) or max(inner, default=0)
    return closing if route and cut <= route.end() else words[cut:]
