"""Which years a plan is for."""

import re
from datetime import date

from planskg.model import Metadata
from planskg.reading.dates import period_end
from planskg.reading.ends import NUMERAL
from planskg.reading.title import WORD, YEAR

# …第十五个五年规划; 江口县“十五五”农业农村现代化规划; “十五五”水利建设实施方案, but not 2026年…“十五五”规划任务分解
FIVE_YEARS = re.compile(
    rf"第({NUMERAL}+)个五年规划"
    rf"|^(?:{WORD}|[（(]{WORD}+[）)])*?(十{NUMERAL})五[”\"]?"
    rf"(?:{WORD}*规划{WORD}*?(?:[和与及]20\d\d年远景目标{WORD}*)?|{WORD}*(?:行动|实施|工作|推进|建设|发展|专项|攻坚|总体)(?:方案|计划)|(?:时期|期间){WORD}*)(?:[（(].*)?$"
)
# 江口县文化旅游发展规划（2026—2028年）
SPAN = re.compile(r"(20\d\d)年?[—–~～至-]+(20\d\d)年?[）)]$")
# 现将…2022年国民经济和社会发展计划执行情况与2023年计划（草案）报告如下
SUBMITTED = re.compile(r"(20\d\d)年(?:全[省市州盟县区旗])?(?:国民经济和社会发展)?计划\s*(?:[（(]?草案|安排)")
# 二、2026年工作安排; 2023年主要预期目标; but not 2025年主要目标任务的完成, which looks back
YEAR_AHEAD = re.compile(
    r"^(?![^\n]{0,60}(?:回顾|完成|实现了|十[三四五六]五))[^\n。]{0,12}?(20\d\d)年[^\n。，]{0,12}?"
    r"(?:工作安排|重点工作|工作任务|工作建议|工作部署|工作重点|目标任务|预期目标|总体要求|计划(?:草案|安排)?$)",
    re.M,
)
# 一、2025年和“十四五”时期工作回顾, a heading of the plan for the year after
YEAR_BEHIND = re.compile(r"^[^\n。]{0,20}?(20\d\d)年[^\n。]{0,16}回顾", re.M)
NUMBERED = re.compile(r"(20\d\d)[〕］\]）)]")
"""The year in a document's number."""
# 2023年是贯彻党的二十大精神开局之年; a report also opens its look back so, at the year before
YEAR_OPENING = re.compile(r"^\s*(20\d\d)年是", re.M)


def first_year(metadata: Metadata) -> int:
    """Return the first year that a document plans for: of a plan for one year that year."""
    title, year = metadata.title or "", metadata.year
    if (span := SPAN.search(title)) and int(span[2]) == year:
        return int(span[1])
    return year - 4 if (five := FIVE_YEARS.search(title)) and period_end(five[1] or five[2]) == year else year


def find_year(
    text: str, head: str, title: str | None, issued: date | None, genre: str, number: str | None
) -> int | None:
    """Return the year that the document plans for; of a five-year plan the last."""
    if year := _titled_year(title or ""):
        return year
    if submitted := SUBMITTED.findall(head):
        return max(map(int, submitted))
    # A report given at the end of a year speaks of the next.
    if issued and genre == "work-report":
        return issued.year + (issued.month > 10)
    if year := _year_of_parts(text):
        return year
    numbered = NUMBERED.search(number or "")
    return issued.year if issued else int(numbered[1]) if numbered else None


def _titled_year(title: str) -> int | None:
    if span := SPAN.search(title):
        return int(span[2])
    if period := FIVE_YEARS.search(title):
        return period_end(period[1] or period[2])
    years = YEAR.findall(title)
    return int(years[-1]) if years else None


def _year_of_parts(text: str) -> int | None:
    """Return the year that headings look ahead to or back from, or that the text opens with."""
    if ahead := YEAR_AHEAD.findall(text):
        return max(map(int, ahead))
    if behind := YEAR_BEHIND.search(text):
        return int(behind[1]) + 1
    if opening := YEAR_OPENING.findall(text):
        return max(map(int, opening))
    return None
