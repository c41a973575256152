"""Which clauses of a sentence tell of the past: those from 去年 or an earlier year as far as 今年 or a promise."""

import re
from collections.abc import Sequence
from typing import Final

from planskg.extracting.words.lexicon import cue_pattern, cue_regex, cue_starts, opens_with
from planskg.reading.dates import period_end

PAST: Final = re.compile(
    r"(?:去年|上年(?!度?增)|过去|目前|截至|截止|近年来|近[一二两三四五几]年|(?:党的)?(?:十[八九]|二十)大以来|[一二三四五六七八九十]+年来|今年以来"
    r"|“十[一二三四五]五”(?:期间|时期|以来)?全[省市区州县国旗]|经?初步核算|经?初步统计|据统计)"
)
CARRIED: Final = re.compile(
    r"(?:去年|上年度?|20\d\d年)已?(?:(?:开工|动工|启动|实施|结转|续建|在建|立项|签约|落地)(?:建设|实施)?的"
    r"|(?:新建|建成|竣工|完工|落成|交付)?(?:投产|投运|投用|使用|启用|开放|开园|开业|通车)?(?<!年)(?<!年度)(?<!已)的(?!\d))"
)
"""What tells which works are meant, and nothing of the past (去年开工的甲水库, 去年建成的乙中学扩招)."""
AWARE: Final = re.compile(
    "清醒看到|清醒地看到|清醒认识|清醒地认识|也要看到|也应看到|也应当看到|也必须看到|困难仍然|困难依然|困难主要|问题仍然|问题依然|问题主要"
    "|短板仍然|短板依然|短板主要|不足主要"
)
"""What opens the shortcomings that a report owns to."""
YEAR_ALONE: Final = re.compile("(?:20\\d\\d年|去年|上年|上一?年度|过去一年)(?:全年|[底末])?")
"""A clause that is nothing but a year, and holds for those behind it, what is estimated in them too."""
WON: Final = "(?!到|[^，]{0,10}(?:资金|债券|专项债|国债|补助|指标|额度|项目|试点|政策)[^，]{0,4}\\d)"
"""What makes 争取 a thing won (争取国债4亿元) and no intention."""
INTENDS: Final = re.compile(f"今年(?!以来)|本年(?!以来)|力争|确保|计划|将|要|争取{WON}|努力|规划期末?|期末")
AHEAD: Final = re.compile(f"{INTENDS.pattern}|预计")
"""What promises, with 预计, which may also estimate a year that is over but not yet counted."""
GROUNDED: Final = re.compile(r"[^，]{0,12}在(?:[^，]*\d|去年|上年)[^，]*?基础上|(?:今年)?继(?!续)[^，]*后$")
"""What a goal goes on from, past by itself: 在上年完成120平方公里的基础上，再…; 继去年增长8%之后，…."""
GOES_ON: Final = re.compile(r"，(?:今年|本年|20\d\d年|下一步)?(?:拟|计划|再|将|力争)")
"""How a promise goes on from what 累计 sums up."""
OVER_YEARS: Final = re.compile("(?:[三五]年|期间|期内|时期|期末|全年|年内|(?<!上)年底前?|年末)$")
"""The time of a plan, before what 累计完成 sums up in it (“十五五”期间累计完成…, 全年累计完成…)."""
COMPARES: Final = re.compile("(?:[高低多少大小快慢优好弱强]于|超过)(?:当地|本地|全[省市区县州旗盟])?$")
"""What makes a year that is over a bound (不低于上年度水平); 于去年 alone tells when."""
EARLIER: Final = re.compile(
    r"^(?![^，\d]{0,2}[比较与和同由从])[^，]{0,3}(20\d\d)年"
    r"(?!的|底?前(?:建成|竣工|投用|的|老旧|小区|住宅|房屋|楼房|棚户))"
)
"""A year that a clause opens with; one that it compares with is no date of what follows (比2025年提高6个百分点)."""
PERIOD: Final = re.compile("“?(十[一二三四五六七])五”?(?:时期|期间|以来|末)")
MAY_LOOK_BACK: Final = re.compile(
    rf"累计|基础上|继(?!续)|20\d\d年|去年|上年|过去|目前|截至|截止|初步核算|初步统计|据统计|近|年来|年以来|大以来|“十|{AWARE.pattern}|{cue_pattern('past')}"
)
"""Matches what a sentence must hold to tell of the past; most hold nothing of it."""
PAST_WORD: Final = cue_regex("…|上年(?:底|末)?(?:为|是|达)", "past")


def find_past_clauses(
    text: str, clauses: Sequence[tuple[int, int]], first_year: int, spans_years: bool = False
) -> set[int]:
    """Return where the clauses begin that tell of the past, in a plan from a year on.

    In a part on several years ahead, 累计完成 sums up what shall be done in them.
    """
    found: set[int] = set()
    past = over = False
    for start, end in clauses if MAY_LOOK_BACK.search(text) else ():
        clause = CARRIED.sub("", text[start:end])
        if clause.startswith("累计") and GOES_ON.search(text, end):
            found.add(start)
            continue
        if ("基础上" in clause or "继" in clause) and (grounds := GROUNDED.match(clause)):
            if past or grounds.end() == len(clause):
                found.add(start)
            continue
        turn = _turn(clause, first_year, over)
        past = past if turn is None else turn
        over = past and (over or YEAR_ALONE.fullmatch(clause) is not None)
        if past or (_tells_of_past(clause, spans_years) and not AHEAD.search(clause)):
            found.add(start)
    return found


def _turn(clause: str, first_year: int, estimated: bool) -> bool | None:
    """Tell a clause that turns to the past from one that turns away from it; None for one that does neither.

    estimated is whether 预计 only estimates the year that an earlier clause names.
    """
    earlier = EARLIER.match(clause)
    over = earlier is not None and int(earlier[1]) < first_year
    aware = AWARE.search(clause) is not None
    if not aware and ((INTENDS if over or estimated else AHEAD).search(clause) or (earlier and not over)):
        return False
    return True if aware or over or PAST.match(clause) or _opens_with_past_period(clause, first_year) else None


def _tells_of_past(clause: str, spans_years: bool) -> bool:
    """Tell a word of the past that is no base (由去年的300家增加到…), and not of what goes on or is worked on.

    继续位居全省前列 goes on, and 改造30个已建成的小区 works on what is there.
    """
    word = PAST_WORD.search(clause)
    if (
        word is None
        or (word.group() == "累计完成" and (spans_years or OVER_YEARS.search(clause, 0, word.start())))
        or clause[: word.start()].endswith(("由", "从", "继续", "比", "较", "与", "和", "同"))
        or COMPARES.search(clause, 0, word.start())
    ):
        return False
    works_on = word.group() == "已" and any(map(str.isdigit, clause[: word.start()]))
    return not (works_on and opens_with(cue_starts("making"), clause))


def _opens_with_past_period(clause: str, first_year: int) -> bool:
    period = PERIOD.match(clause)
    return period is not None and period_end(period[1]) < first_year
