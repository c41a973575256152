"""What a plan says of itself: title, number, issuer, region, year, date, congress, genre.

Most of it stands in the head of the document.
"""

import re

from planskg.gazetteer import Gazetteer
from planskg.model import Metadata
from planskg.reading.dates import DATE, SIGNATURE, find_date, read_number
from planskg.reading.ends import NUMERAL, restore_ends
from planskg.reading.region import find_region
from planskg.reading.title import PLAIN, REPORT, find_title
from planskg.reading.years import FIVE_YEARS, find_year

HEAD = 2500
"""Code points in which a title, a number, a signature and a session are looked for."""

NARROW = {code: code - 0xFEE0 for code in range(0xFF10, 0xFF1A)}
CHINESE_YEAR = re.compile("(二[〇○零][一二三][〇○零一二三四五六七八九])年")
# 克政发〔2023〕5号, on a line of its own or after 文号
NUMBER = re.compile(
    r"^[ \t\u3000]*(?:(?:发文)?[文字]号[:：]\s*)?([\u4e00-\u9fff]{2,10}[〔［\[（(]20\d\d[〕］\]）)]第?\d{1,4}号)\s*$",
    re.M,
)
# 自治州第十五届人大第三次会议; 省十四届人大四次会议
BEFORE = "(?:为了?|确保|根据|依据|按照|全面|贯彻|落实|执行|完成)"
CONGRESS = re.compile(
    rf"(?:\d日)?{BEFORE}*((?:(?!{BEFORE})[^\W\d_在经由向请第]){{0,20}}?第?{NUMERAL}{{1,3}}届(?:全国)?(?:人民代表大会|人大)"
    rf"第?{NUMERAL}{{1,3}}次会议)"
)
# ——2026年3月5日在第十四届全国人民代表大会第四次会议上; 中华人民共和国国民经济和社会发展第十五个五年规划纲要
NATIONAL = re.compile(rf"{DATE}\s*在?第{PLAIN}{{1,3}}届全国人民代表大会|^\s*中华人民共和国国民经济和", re.M)
# 我代表海南省人民政府
SPEAKER = re.compile(r"代表([\u4e00-\u9fff]{2,20}?(?:人民政府|行政公署|行署|管委会|管理委员会))")
# 现将通道侗族自治县2021年国民经济和社会发展计划执行情况…
PLANNED_FOR = re.compile(rf"({PLAIN}{{2,30}}?)20\d\d年国民经济和社会发展计划")
REPORTED = re.compile(rf"{REPORT}|报告(?:政府)?工作")
ACCOUNTED = re.compile("国民经济和社会发展计划(?:执行情况|草案|[（(]草案)")
"""What is laid before a congress: the report of the government's work, or the plan with an account of the last."""


def read_metadata(
    text: str, gazetteer: Gazetteer, year: int | None = None, region: str | None = None
) -> Metadata | None:
    """Return what a plan says of itself, or None where it gives no year; what is given wins over what it says."""
    text = CHINESE_YEAR.sub(lambda found: f"{read_number(found[1])}年", restore_ends(text).translate(NARROW))
    head = text[:HEAD]
    title, issued = find_title(head), find_date(head)
    number = _first(NUMBER, head)
    signature, congress, genre = _first(SIGNATURE, head), _first(CONGRESS, head.replace("\n", "")), _genre(title, head)
    is_national = region is None and NATIONAL.search(head) is not None
    year = year if year is not None else find_year(text, head, title, issued, genre, number)
    if year is None:
        return None
    if region is None and not is_national:
        pieces = (signature, title, congress, _first(SPEAKER, head), _first(PLANNED_FOR, head))
        region = find_region(pieces, text, gazetteer)
    government = "国务院" if is_national else gazetteer[region].name + "人民政府" if region else None
    return Metadata(
        year=year,
        title=title,
        number=number,
        issuer=signature or government,
        region=region,
        issued=issued.isoformat() if issued else None,
        congress=congress,
        genre=genre,
    )


def _first(pattern: re.Pattern[str], text: str) -> str | None:
    found = pattern.search(text)
    return found[1] if found else None


def _genre(title: str | None, head: str) -> str:
    words = title or head
    if FIVE_YEARS.search(title or "") or "五年规划" in words:
        return "five-year-plan"
    spoken = REPORTED.search(words) or ("各位代表" in words and not ACCOUNTED.search(words))
    return "work-report" if spoken else "annual-plan"
