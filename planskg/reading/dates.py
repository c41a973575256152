"""The date of a plan: that of the notice, or that on which a report was delivered; what its numerals say."""

import re
from datetime import date

DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
DATE = (
    r"(20\d\d|二[〇○零一二三四五六七八九]{3})年\s*(\d{1,2}|[一二三四五六七八九十]{1,2})月"
    r"\s*(\d{1,2}|[一二三四五六七八九十]{1,3})日"
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


def find_date(head: str) -> date | None:
    """Return the date of the notice, or that on which a report was delivered."""
    for pattern in (SIGNATURE, DELIVERED, DRAWN_UP, DATED, PUBLISHED):
        if found := pattern.search(head):
            return _date(*[each for each in found.groups() if each][-3:])
    return None


def _date(year: str, month: str, day: str) -> date | None:
    try:
        return date(read_number(year), read_number(month), read_number(day))
    except ValueError:  # 2月30日
        return None


def read_number(digits: str) -> int:
    """Read the numerals of a date: 27, 二十七, 二〇二三."""
    if digits.isascii():
        return int(digits)
    if "十" in digits:
        tens, _, ones = digits.partition("十")
        return 10 * (read_number(tens) if tens else 1) + (read_number(ones) if ones else 0)
    return int(digits.translate(DIGITS))


def period_end(numeral: str) -> int:
    """Return the last year of the five-year plan of that number: 十五 ends in 2030."""
    return 1955 + 5 * read_number(numeral)
