"""The parts of a plan: which look back, which promise for the plan year, which for a later one.

A part's title says it (2025年工作回顾, “十五五”时期的主要目标); where that is a motto (干在当下，谱写新篇章), its first
sentences do (过去五年，…; 到2030年，…).
"""

import re
from collections.abc import Iterable
from typing import Final

from planskg.extracting.quantities.times import find_times
from planskg.model import Noun
from planskg.reading.dates import period_end

NUMERAL: Final = "[一二三四五六七八九十]"
YEAR: Final = re.compile(r"(20\d\d)年")
PERIOD: Final = re.compile(rf"[“\"]?(十{NUMERAL})五[”\"]?(?!规划|计划)")
LOOKS_BACK: Final = re.compile(
    r"回顾|回眸|回望|总结|(?:完成|执行|落实|进展|实施|发展|运行|工作)情况|(?:发展|工作|历史性|主要)成[就效绩果]|历程|过去.{0,2}年|[一二三四五]年来|成绩单"
)
BACKGROUND: Final = re.compile(
    rf"(?:[“”\"]|十{NUMERAL}五|时期|期间|20\d\d年|上年|去年|上一?年度?|国民经济和社会发展|经济社会|主要|计划|规划|纲要|目标|任务|指标|工作|发展|面临|存在"
    r"|现实|编制|实施|执行|完成|取得|进展|条件|特征|阶段|内外部|[的和与及、])*"
    r"(?:基础|环境|背景|形势|现状|机遇|挑战|问题|困难|短板|不足|情况|回顾|总结|成就|成效|成绩)"
    r"(?:[的和与及、]|面临|存在|主要|内外部|现实|发展|基础|条件|特征|环境|背景|形势|现状|机遇|挑战|问题|困难|短板|不足)*"
)
GOALS: Final = re.compile(
    "预期目标|主要目标|发展目标|奋斗目标|总体目标|以下目标|今年目标|全年目标|年度目标"
    "|目标是|目标为|目标：|主要指标|实现：|做到：|达到：|确保："
)
"""What announces a list of goals."""
GOAL_TITLE: Final = re.compile(
    "^(?:主要|发展|预期|奋斗|总体|远景|阶段性?|具体|战略|“?十[一二三四五六七]五”?|时期|期间|末|经济社会|的|和|与|、|基本|定位|思路|原则|要求|指导思想"
    "|到|至|20\\d\\d年|二[〇○零][一二三四五六七八九〇○零]{2}年|今后五年|未来五年)*目标(?:任务|指标)?$"
)
NEXT_FIVE: Final = re.compile("^[^，]{0,4}(?:今后|未来)五年")
LOOKS_AHEAD: Final = re.compile(
    r"目标|任务|安排|打算|考虑|要求|思路|重点|计划$|措施|举措|工作$|展望|部署|今后|未来|下一步|建议|指导思想|原则"
)
# 过去五年，…; 这一年，…; 回首五年…; the year before the plan's does too
REPORTED: Final = "(?:(?:报告|据|此前|会议)[^，。；]{0,12}，){0,2}"
"""How a digest of a report opens what it tells."""
OPENS_BACK: Final = re.compile(
    rf"^(?:各位代表[，！：])?{REPORTED}(?:回[顾首望眸]|过去的?{NUMERAL}?年|过去的20\d\d年|{NUMERAL}年来|[这本]{NUMERAL}年|[这本]届政府|[去上]年[，以来]|上届|刚刚过去)"
)
TURNS: Final = re.compile(
    "(?:^|[，；。：、])(?:我们|预计|计划|力争|到)?(?:(?:今年|本年度?)(?!以来|前|上半年|[\\d一二三四五六七八九十前首头][^，。；]{0,6}(?:月|季度)|是)"
    "|(20\\d\\d)年(?!以来|[前初是]|度?[^，。；]{0,12}的)|下一步|接下来|新的一年|今后|力争)"
)
"""How what looks back goes on to the plan's years (去年吸纳务工2万人。今年，务工人数达到3万人。)."""
OPENS_PERIOD: Final = re.compile(
    rf"^(?:到(20\d\d)年|(?:今后|未来){NUMERAL}年|[“\"]?(十{NUMERAL})五[”\"]?(?:时期|期间|末))"
)
# an unnumbered line that titles a part: 今后五年的目标任务; 2022年的重点工作
TIME_TITLE: Final = re.compile(
    r"^(?:过去|今后|未来|20\d\d年)[^，。；：]{0,16}(?:工作|任务|目标|安排|部署|重点|总体要求|情况|回顾|建议)[^，。；：]{0,6}$"
)


DOCUMENT: Final = re.compile("(?:报告|计划|规划|纲要|草案|方案|通知|意见)(?:（[^）]*）)?$")


class Part(Noun):
    """A stretch of a plan that speaks of one time."""

    tense: str
    """ahead, back, or none (front matter, glossary, furniture)."""
    year: int
    """The year that its promises are due where they say no other."""
    annex: bool = False
    lists_goals: bool = False
    """Whether a title or the line above says that goals follow: 主要目标, 今后五年要实现以下目标：."""
    may_turn: bool = False
    """Whether only its first words look back, not its title, so that a later sentence may turn to the plan's years."""


def read_part(title: str, openings: Iterable[str], year: int, first: int, ruling: Part | None = None) -> Part:
    """Return the part that a title opens in a plan for a year; openings are the first words of what follows.

    A plan for a period looks back at what was before its first year.

    Where a title above rules, it holds unless this one names a time.
    """
    ahead, back, period = (
        LOOKS_AHEAD.search(title),
        LOOKS_BACK.search(title),
        next(reversed(list(PERIOD.finditer(title))), None),
    )
    years = [int(found) for found in YEAR.findall(title)]
    if NEXT_FIVE.search(title) and max(years, default=0) > year:
        return Part("ahead", max(years))
    inside = [each for each in years if first <= each <= year]
    if inside and not (back and back.start() > title.rfind(str(inside[-1]))):
        return Part("ahead", inside[-1])
    if (back and not (ahead and period and period.start() > back.start())) or is_background(title):
        return Part("back", year)
    if period and period_end(period[1]) > year:
        return Part("ahead", period_end(period[1]))
    if not years and NEXT_FIVE.search(title):
        return Part("ahead", max(first + 4, year))
    if years and max(years) < first:
        return Part("back", year)
    if (due := title_year(title, first, year)) and due > year:
        return Part("ahead", due)
    if ruling is not None:
        return ruling
    return Part("ahead", year) if ahead else _by_opening(openings, year, first)


def _by_opening(openings: Iterable[str], year: int, first: int) -> Part:
    """Return the part that its first words betray, the plan year's where they do not."""
    for at, words in enumerate(filter(None, openings)):
        named = None if at else YEAR.match(words)
        if OPENS_BACK.match(words) or (named and int(named[1]) < first):
            return Part("back", year, may_turn=True)
        if ahead := OPENS_PERIOD.match(words):
            end = int(ahead[1]) if ahead[1] else period_end(ahead[2]) if ahead[2] else first + 4
            return Part("ahead", max(end, year))
    return Part("ahead", year)


def title_year(title: str, first: int, last: int) -> int | None:
    """Return the one year that a title of goals names, or of work in a year of the plan's (its first and last).

    2035年远景目标 and 2026年重点工作 name one; 2027年高考准备工作 in a plan for 2026 tells what work is meant.
    """
    goals = titles_goals(title)
    if not ("年" in title or "五" in title) or not (goals or TIME_TITLE.match(title)):
        return None
    years = {time.year for time in find_times(title, first)}
    due = years.pop() if len(years) == 1 else 0
    return due if due >= first and (goals or due <= last) else None


def turns_ahead(text: str, start: int, first: int) -> bool:
    """Tell whether words, from a place on, turn to the years of a plan from a year on."""
    return any(not turn[1] or int(turn[1]) >= first for turn in TURNS.finditer(text, start))


def is_background(title: str) -> bool:
    """Tell a title made of nothing but nouns of what was and what is: 发展基础, 面临的机遇与挑战, 上年计划执行情况."""
    return BACKGROUND.fullmatch(title) is not None


def titles_goals(title: str) -> bool:
    """Tell whether goals stand below a title."""
    return "目标" in title and GOAL_TITLE.search(title) is not None


def announces_goals(line: str) -> bool:
    """Tell whether a line announces a list of goals that follows on lines of its own."""
    return line.endswith("：") and GOALS.search(line) is not None


def titles_part(line: str) -> bool:
    """Tell whether an unnumbered line is the title of a part, not of the document."""
    if DOCUMENT.search(line):
        return False
    return bool(LOOKS_BACK.search(line) or PERIOD.search(line) or TIME_TITLE.match(line))
