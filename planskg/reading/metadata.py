"""What a plan says of itself: title, number, issuer, region, year, date, congress, genre.

Most of it stands in the head of the document. Its region does too where a name is printed in full; a plan that calls
itself 自治州 only is betrayed by the places that it names.
"""

import re
from collections import Counter
from datetime import date
from itertools import pairwise

from planskg.model import Metadata
from planskg.places import LEVELS, Gazetteer, Place, find_zone
from planskg.reading.ends import HEADING_NUMBER, NUMERAL, restore_ends

HEAD = 2500
"""Code points in which a title, a number, a signature and a session are looked for."""

DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
NARROW = {code: code - 0xFEE0 for code in range(0xFF10, 0xFF1A)}
CHINESE_YEAR = re.compile("(二[〇○零][一二三][〇○零一二三四五六七八九])年")
PLAIN = r"[^\s。，；：:！？]"
WORD = r"[^\s\d。，；：！？（）()]"
DATE = (
    r"(20\d\d|二[〇○零一二三四五六七八九]{3})年\s*(\d{1,2}|[一二三四五六七八九十]{1,2})月"
    r"\s*(\d{1,2}|[一二三四五六七八九十]{1,3})日"
)

# 2026年内蒙古自治区政府工作报告; 2023年自治州国民经济和社会发展计划; …第十四个五年规划和2035年远景目标纲要;
# 张掖经济技术开发区2025年经济发展计划; …2025年政府工作报告任务分解
KIND = r"(?:计划|规划|纲要|报告|草案|安排|分解|清单|方案|目标|要点)"
HEADING = rf"附|\d+[.．、]|{HEADING_NUMBER}|第{NUMERAL}{{1,3}}(?:章|节|篇|部分)"
TITLE = re.compile(
    rf"(?!{HEADING}){PLAIN}{{0,40}}(?:政府工作报告{PLAIN}{{0,12}}?(?:{KIND}表?)?|(?:国民)?经济(?:(?:和|与)?社会)?发展{PLAIN}{{0,60}}?{KIND}表?"
    rf"|(?:第{NUMERAL}{{1,3}}个五年|[“\"]?十{NUMERAL}五[”\"]?{WORD}{{0,24}}?)规划(?:[和与及]20\d\d年远景目标)?(?:纲要|草案)?"
    rf"|{WORD}{{2,40}}?{KIND}(?=[（(]20\d\d年?[—–~～至-]+20\d\d年?[）)]))"
    r"(?:[（(](?:草案|摘[要登编]|节选|全文|.{0,10}[稿版]|20\d\d年?[—–~至-]+20\d\d年?)[）)])?"
)
# 名称：…县2023年国民经济和社会发展计划, in the table that a site prints above a document
LABEL = re.compile(r"^(?:信息|文件|文档)?(?:名称|标题)[:：]")
SPLIT_ABOVE = re.compile(rf"{PLAIN}{{4,40}}(?:国民|经济|[和与]|社会|发展|年|计划|执行|情况|工作|政府)")
# 2025年重点工作及责任清单; 顺德区2024年十大民生实事项目; …2020年重点办好的10件实事, where it is the first line
FIRST_LINE = re.compile(
    rf"(?!{HEADING}){PLAIN}{{0,40}}20\d\d年{PLAIN}{{2,40}}?(?:{KIND}|实事|项目|工程|任务|工作|意见)(?:\d{{1,3}}[件项个])?(?:一览|汇总)?表?"
    rf"(?:[（(]{PLAIN}{{0,20}}[）)])?"
)
# …国民经济和社会发展计划主要指标表; …县2024年重点工作责任分解（…附件）, where nothing else is a title
TABLE_TITLE = re.compile(
    rf"(?!{HEADING}){PLAIN}{{2,40}}(?:国民经济和社会发展{PLAIN}{{0,12}}(?:指标|目标)表?"
    rf"|[“\"]?十{NUMERAL}五[”\"]?{WORD}{{0,24}}规划{WORD}{{0,12}}(?:指标|目标)表?"
    rf"|20\d\d年{PLAIN}{{0,16}}(?:计划|指标|任务|工作|实事|目标|分解|清单|要点|方案|安排)(?:一览|汇总)?表?(?:[（(]{PLAIN}{{0,20}}[）)])?)"
)
NO_TITLE = re.compile(r"通知|印发|解读|批复|审议|作政府工作报告|指标|代表.*向")
# 关于昌吉州2022年国民经济 / 和社会发展计划执行情况与2023年计划草案的报告: a title on several lines.
TITLE_ABOVE = re.compile(rf"{PLAIN}{{0,20}}关于{PLAIN}{{2,40}}")
TITLE_BELOW = re.compile(rf"(?:执行情况|草案|[和与及]){PLAIN}{{0,40}}(?:报告|草案|纲要)")
# 关于印发《2023年自治州国民经济和社会发展计划》的通知: where no title stands, the notice names the plan.
NOTICE = re.compile(r"关于(?:印发|下达|批转)《?([^《》\n]{6,60}?)》?的通知")
# …第十五个五年规划; 江口县“十五五”农业农村现代化规划, but not 2026年…“十五五”规划任务分解
FIVE_YEARS = re.compile(
    rf"第({NUMERAL}+)个五年规划"
    rf"|^{WORD}*?(十{NUMERAL})五[”\"]?{WORD}*规划{WORD}*?(?:[和与及]20\d\d年远景目标{WORD}*)?(?:[（(].*)?$"
)
# 江口县文化旅游发展规划（2026—2028年）
SPAN = re.compile(r"(20\d\d)年?[—–~～至-]+(20\d\d)年?[）)]$")

# 克政发〔2023〕5号, on a line of its own or after 文号
NUMBER = re.compile(
    r"^[ \t\u3000]*(?:(?:发文)?[文字]号[:：]\s*)?([\u4e00-\u9fff]{2,10}[〔［\[（(]20\d\d[〕］\]）)]第?\d{1,4}号)\s*$",
    re.M,
)
# 克孜勒苏柯尔克孜自治州人民政府 2023年2月27日, at the end of a notice
SIGNATURE = re.compile(rf"^\s*([\u4e00-\u9fff]{{2,24}}人民政府)(?:办公[厅室])?\s*{DATE}\s*$", re.M)
# ——2026年1月27日在青海省第十四届人民代表大会第四次会议上
DELIVERED = re.compile(rf"{DATE}\s*在[^。，]{{2,40}}会议")
# （2026年1月10日）, on a line of its own below the title
DATED = re.compile(rf"^[\s—（(]*{DATE}[\s）)]*$", re.M)
# 成文日期：2023年3月1日
DRAWN_UP = re.compile(rf"(?:成文|发文|印发)(?:日期|时间)[:：]?\s*{DATE}")
# 发布时间：2023-03-01 10:30
PUBLISHED = re.compile(
    rf"(?:发布|公开|生成|编稿)(?:日期|时间)[:：]?\s*(?:{DATE}|(20\d\d)[-/.](\d{{1,2}})[-/.](\d{{1,2}}))"
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
SPEAKER = re.compile(r"代表([\u4e00-\u9fff]{2,20}?人民政府)")

# 现将…2022年国民经济和社会发展计划执行情况与2023年计划（草案）报告如下
SUBMITTED = re.compile(r"(20\d\d)年(?:全[省市州盟县区旗])?(?:国民经济和社会发展)?计划\s*(?:[（(]?草案|安排)")
# 现将通道侗族自治县2021年国民经济和社会发展计划执行情况…
PLANNED_FOR = re.compile(rf"({PLAIN}{{2,30}}?)20\d\d年国民经济和社会发展计划")
REPORTED = re.compile("政府工作报告|报告(?:政府)?工作")
ACCOUNTED = re.compile("国民经济和社会发展计划(?:执行情况|草案|[（(]草案)")
"""What is laid before a congress: the report of the government's work, or the plan with an account of the last."""

OPENING = re.compile(r"^(?:关于|20\d\d年|在)*")
YEAR = re.compile(r"(20\d\d)年")
# 二、2026年工作安排; 2023年主要预期目标; but not 2025年主要目标任务的完成, which looks back
YEAR_AHEAD = re.compile(
    r"^(?![^\n]{0,60}(?:回顾|完成|实现了|十[三四五六]五))[^\n。]{0,12}?(20\d\d)年[^\n。，]{0,12}?"
    r"(?:工作安排|重点工作|工作任务|工作建议|工作部署|工作重点|目标任务|预期目标|总体要求|计划(?:草案|安排)?$)",
    re.M,
)
# 一、2025年和“十四五”时期工作回顾, a heading of the plan for the year after
YEAR_BEHIND = re.compile(r"^[^\n。]{0,20}?(20\d\d)年[^\n。]{0,16}回顾", re.M)
# 2023年是贯彻党的二十大精神开局之年; a report also opens its look back so, at the year before
YEAR_OPENING = re.compile(r"^\s*(20\d\d)年是", re.M)

WHOLES = {
    "全省": ("province",),
    "全州": ("prefecture",),
    "全盟": ("prefecture",),
    "全县": ("county",),
    "全旗": ("county",),
    "全市": ("prefecture", "county"),
    "全区": ("province", "county"),
}
"""How a document speaks of its whole region, and the levels that this leaves open, the likelier first."""
BULK = 0.5
"""The share of a province's mentions that a place must hold to be the document's own."""


def read_metadata(
    text: str, gazetteer: Gazetteer, year: int | None = None, region: str | None = None
) -> Metadata | None:
    """Return what a plan says of itself, or None where it gives no year; what is given wins over what it says."""
    text = CHINESE_YEAR.sub(lambda found: f"{_number(found[1])}年", restore_ends(text).translate(NARROW))
    head = text[:HEAD]
    title, issued = find_title(head), find_date(head)
    is_national = region is None and NATIONAL.search(head) is not None
    year = year if year is not None else find_year(text, title, issued)
    if year is None:
        return None
    if region is None and not is_national:
        region = find_region(text, title, gazetteer)
    government = "国务院" if is_national else gazetteer[region].name + "人民政府" if region else None
    return Metadata(
        year=year,
        title=title,
        number=_first(NUMBER, head),
        issuer=_first(SIGNATURE, head) or government,
        region=region,
        issued=issued.isoformat() if issued else None,
        congress=_congress(head),
        genre="five-year-plan" if FIVE_YEARS.search(title or "") else _genre(title or head),
    )


def first_year(metadata: Metadata) -> int:
    """Return the first year that a document plans for: of a plan for one year that year."""
    title, year = metadata.title or "", metadata.year
    if (span := SPAN.search(title)) and int(span[2]) == year:
        return int(span[1])
    return year - 4 if (five := FIVE_YEARS.search(title)) and _period_end(five) == year else year


def find_title(head: str) -> str | None:
    """Return the title of the plan itself, not of the notice that it came with."""
    lines = ["", *(LABEL.sub("", "".join(line.split())) for line in head.splitlines()), ""]
    for above, line, below in zip(lines, lines[1:], lines[2:], strict=False):
        if TITLE.fullmatch(line) and not NO_TITLE.search(line):
            if TITLE.fullmatch(below) and YEAR.search(below) and not YEAR.search(line):
                continue  # 政府工作报告 above 2025年…政府工作报告
            opened = TITLE_ABOVE.fullmatch(above) and not NO_TITLE.search(above)
            return (above if opened else "") + line + (below if TITLE_BELOW.fullmatch(below) else "")
    for above, line in pairwise(lines):
        # …国民经济 / 和社会发展计划…: the title's line ends inside a word
        if SPLIT_ABOVE.fullmatch(above) and TITLE.fullmatch(above + line) and not NO_TITLE.search(above + line):
            return above + line
    first = next(filter(None, lines), "")
    of_table = filter(TABLE_TITLE.fullmatch, lines)
    return _first(NOTICE, "".join(lines)) or next(of_table, first if FIRST_LINE.fullmatch(first) else None)


def find_date(head: str) -> date | None:
    """Return the date of the notice, or that on which a report was delivered."""
    for pattern in (SIGNATURE, DELIVERED, DRAWN_UP, DATED, PUBLISHED):
        if found := pattern.search(head):
            return _date(*[each for each in found.groups() if each][-3:])
    return None


def find_year(text: str, title: str | None, issued: date | None) -> int | None:
    """Return the year that the document plans for; of a five-year plan the last."""
    if title and (period := FIVE_YEARS.search(title)):
        return _period_end(period)
    if span := SPAN.search(title or ""):
        return int(span[2])
    if years := YEAR.findall(title or ""):
        return int(years[-1])
    if submitted := SUBMITTED.findall(text[:HEAD]):
        return max(map(int, submitted))
    # A report given at the end of a year speaks of the next.
    if issued and _genre(title or text[:HEAD]) == "work-report":
        return issued.year + (issued.month > 10)
    if ahead := YEAR_AHEAD.findall(text):
        return max(map(int, ahead))
    if behind := YEAR_BEHIND.search(text):
        return int(behind[1]) + 1
    if opening := YEAR_OPENING.findall(text):
        return max(map(int, opening))
    return issued.year if issued else None


def _period_end(period: re.Match[str]) -> int:
    return 1955 + 5 * _number(period[1] or period[2])


def find_region(text: str, title: str | None, gazetteer: Gazetteer) -> str | None:
    """Return the code of the place that the document is about, from its head or else from the places it names."""
    head = text[:HEAD]
    pieces = (
        _first(SIGNATURE, head),
        title,
        _congress(head),
        _first(SPEAKER, head),
        _first(PLANNED_FOR, head),
    )
    for piece in filter(None, pieces):
        # 新疆维吾尔自治区昌吉回族自治州: the last is the most exact.
        if code := find_zone(piece) or _opening(piece, gazetteer) or _last_named(piece, gazetteer):
            return code
    return _vote(text, gazetteer)


def _last_named(words: str, gazetteer: Gazetteer) -> str | None:
    named = [place.code for *_, place in gazetteer.find(words) if place is not None]
    return named[-1] if named else None


def _opening(words: str, gazetteer: Gazetteer) -> str | None:
    """Return the county whose name of two characters opens a title (环县2026年…), which is too short elsewhere."""
    bare = OPENING.sub("", words)
    found = [place for place in gazetteer.named(bare[:2]) if place.name == bare[:2] and place.level == "county"]
    return found[0].code if len(found) == 1 and not gazetteer.find(bare[:2]) else None


def _vote(text: str, gazetteer: Gazetteer) -> str | None:
    """Return the place that holds the bulk of the mentions, at the level that the document speaks of as its whole."""
    provinces = Counter(place.code[:2] for *_, place in gazetteer.find(text) if place is not None)
    if not provinces:
        return None
    province = _most(provinces) + "0000"
    inside = [place for *_, place in gazetteer.find(text, province) if place and place.parent]
    inside = [place for place in inside if gazetteer.contains(province, place.code)]
    for level in _levels_spoken_of(text):
        held = Counter(above.code for place in inside if (above := _at_level(gazetteer, place, level)))
        if held and held[code := _most(held)] >= BULK * len(inside):
            return code
        if level == "province":
            return province
    return province


def _levels_spoken_of(text: str) -> tuple[str, ...]:
    spoken = Counter({word: count for word in WHOLES if (count := text.count(word))})
    return WHOLES[_most(spoken)] if spoken else LEVELS[1:]


def _at_level(gazetteer: Gazetteer, place: Place, level: str) -> Place | None:
    chain = (place, *gazetteer.ancestors(place.code))
    return next((above for above in chain if above.level == level), None)


def _most(counts: Counter[str]) -> str:
    """Return the key that counts most, the smaller of two."""
    return min(counts, key=lambda key: (-counts[key], key))


def _first(pattern: re.Pattern[str], text: str) -> str | None:
    found = pattern.search(text)
    return found[1] if found else None


def _congress(head: str) -> str | None:
    return _first(CONGRESS, head.replace("\n", ""))


def _genre(words: str) -> str:
    if "五年规划" in words:
        return "five-year-plan"
    spoken = REPORTED.search(words) or ("各位代表" in words and not ACCOUNTED.search(words))
    return "work-report" if spoken else "annual-plan"


def _number(digits: str) -> int:
    """Read the numerals of a date: 27, 二十七, 二〇二三."""
    if digits.isascii():
        return int(digits)
    if "十" in digits:
        tens, _, ones = digits.partition("十")
        return 10 * (_number(tens) if tens else 1) + (_number(ones) if ones else 0)
    return int(digits.translate(DIGITS))


def _date(year: str, month: str, day: str) -> date | None:
    try:
        return date(_number(year), _number(month), _number(day))
    except ValueError:  # 2月30日
        return None
