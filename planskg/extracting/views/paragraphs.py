"""Which lines of a text are one paragraph: those that a sentence, a word or a number with its unit runs over."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from planskg.extracting.views.lines import PAGE, cut_width
from planskg.extracting.views.notes import ends_in_note
from planskg.extracting.views.outside import is_furniture
from planskg.extracting.words.everyday import EVERYDAY_WORDS
from planskg.extracting.words.lexicon import cue
from planskg.model import Span

BULLETS: Final = "●★▲■◆◇□·※•▪◦▶►▸▷➤➢➣➔➡❖◈✦✧☆✓✔"
BULLET: Final = re.compile(rf"\s*(?:[{BULLETS}]|[*-]\s)")
MARKER: Final = (
    r"[（(〔]\s*[一二三四五六七八九十\d]{1,3}\s*[）)〕]|[㈠-㈩]|[一二三四五六七八九十]{1,3}\s*[、.．]|\d{1,2}\s*[、.．](?!\d)"
    r"|\d{1,2}[ \u3000]+(?=[一-龥])(?![年月日个家户人万亿千百十亩吨公平米条座所处件名套项台辆场次])"
    r"|(?:项目|实事|任务|工程|行动)[一二三四五六七八九十\d]{1,3}[：:]|第[一二三四五六七八九十\d]{1,3}(?:[章节部篇]|[件项类][：:])|[一二三四五六七八九十]{1,2}[是要]|附件|附表|注[:：]|——"
    rf"|[{BULLETS}]"
)
"""What a line opens with that begins a paragraph; also 14 完成…, but not 12 万吨."""
NUMBER_ALONE: Final = re.compile(
    r"\s*(?:(?:[一二三四五六七八九十]{1,3}|\d{1,2})\s*[、.．]|[（(]\s*[一二三四五六七八九十\d]{1,3}\s*[）)])\s*"
)
# 稳定在10 / 0万亩: a number that a line end cuts
FIGURE_TAIL, PROSE = re.compile(r"\d+(?:\.\d+)?[一-龥%](?<![年月日])"), re.compile("[一-龥]{6}")
STARTS: Final = re.compile(rf"[\s*#]*(?:{MARKER})")
WITH_UNIT: Final = re.compile(r"\s*\d[\d.]*[万亿]?[一-龥%]")
"""What may open the rest of an item that a line end cuts before its figure: 改造 / 2000户以上."""
WAITS: Final = (
    "增长",
    "下降",
    "达到",
    "突破",
    "超过",
    "新增",
    "完成",
    "实现",
    "稳定在",
    "保持在",
    "控制在",
    "不低于",
    "不少于",
)
"""What a line ends with whose figure opens the next one (财政收入增长 / 6%以上)."""
ROUTE_CUT: Final = re.compile(r"[一-龥]{2}(?<![甚以乃直截])至[一-龥]$")
"""The first character of the place where a road ends (甲大道柳林至河 / 口段); such names have two or more."""
PARTICULAR: Final = re.compile(r"\s*[一-龥]{2,8}：[^，。；：]{2,}$")
"""A line of a project's particulars (年度计划：年底前完工)."""
# 进出口总额：2亿元，增长5%; 工业投资增长5%，达到8亿元
LABELLED: Final = re.compile(
    r"(?=\D{2,36}+\d)(?!左右|以[上内下]|之[上内下])[^，。；：:\d]{2,24}(?:[：:]|——)?[^。；：:]{0,10}?\d(?:[^。；：:]*\d)?[%‰一-龥][^\d，。；：:、]{0,5}[。；;]?$"
)
"""A line that is a name and its figures: the next such line begins anew."""
LONGEST_LABELLED: Final = 60
CLOSERS: Final = frozenset("。！？!?；;：:…”’》）)*")
INNER: Final = re.compile(r"[，。；：！？,;]")
BRACKET_OPEN: Final = re.compile(r"[（(〔《“][^）)〕》”]*$")
NEAR_END: Final = 7
"""How near a line's end a bracket stands that the next line closes."""
FULL_LINE: Final = 28
ROOM: Final = 1.5
"""How much longer a line may be than one that was cut for want of room."""


def find_paragraphs(
    text: str, lines: Sequence[tuple[int, Span]], title: str | None
) -> Iterator[tuple[int, list[Span]]]:
    """Yield the lines of each paragraph, with the number of its first; the document's title is one by itself."""
    group: list[Span] = []
    first, blank, paged = 0, True, False
    width = cut_width(lines)
    for number, span in lines:
        line = text[span.start : span.end]
        words = line.strip()
        if not words:
            blank = True
            continue
        last = text[group[-1].start : group[-1].end] if group else ""
        if group and (PAGE.fullmatch(line) or (title and words[0] == title[0] and _is_head(words, last, title))):
            is_mark = blank and words.isdigit() and _is_title(text, group)
            is_mark = is_mark or words.startswith("0") or _words(text, group) == title
            paged = not (is_mark or _is_closed(last) or _is_heading(text, group))
            continue
        full = not blank and len(last) == width
        over_page = paged and not STARTS.match(line)
        if group and (over_page or _goes_on(text, group, line, title, blank, full)):
            group.append(span)
        else:
            if group:
                yield first, group
            first, group = number, [span]
        paged = blank = False
    if group:
        yield first, group


def _goes_on(text: str, group: list[Span], line: str, title: str | None, blank: bool, full: bool) -> bool:
    """Tell whether a line goes on with the paragraph before it."""
    last = text[group[-1].start : group[-1].end]
    if not full and len(line) < LONGEST_LABELLED and LABELLED.match(line) and LABELLED.match(last):
        return False
    closed = _is_closed(last) or ends_in_note(last)
    of_item = blank and BULLET.match(text, group[0].start) is not None
    cut = not closed and (not blank or of_item) and _cut(last, line, len(group) == 1)
    waits = of_item or (not blank and last.rstrip().endswith(WAITS))
    cut = cut or (waits and not closed and WITH_UNIT.match(line) is not None)
    broken = full or cut or _unfinished(text, group, last, closed, line, blank)
    return (broken and not STARTS.match(line) and _words(text, group) != title) or _open(last)


def _is_head(line: str, last: str, title: str) -> bool:
    """Tell the title that stands at a page's head, inside of a sentence."""
    return "".join(line.split()) == title and INNER.search(last) is not None and not _is_closed(last)


def _is_closed(line: str) -> bool:
    return line.rstrip()[-1:] in CLOSERS


def _cut(before: str, after: str, alone: bool) -> bool:
    """Tell whether the line end stands inside a word or between a number and its unit."""
    before, after = before.rstrip(), after.lstrip()
    if not before or "\t" in before or (alone and len(before) < 12 and STARTS.match(before)):
        return False
    if PAGE.fullmatch(before):
        return False
    if before[-1].isdigit():
        return not after[0].isdigit() or "." in after[:3] or bool(FIGURE_TAIL.match(after) and PROSE.search(before))
    words = EVERYDAY_WORDS
    if before[-2:-1] == "至" and ROUTE_CUT.search(before):
        return True
    if before[-2:] in words and after.startswith(cue("doing", "making")):  # 公共服务|实施
        return False
    whole = before[-2:] in words and after[:2] in words  # 重点工作|主要目标, for all that 作主 is a word too
    return any(
        before[-a:] + after[:b] in words
        for a in (1, 2, 3)
        for b in (1, 2, 3)
        if len(before) >= a and len(after) >= b and not (whole and a == b == 1)
    )


def _open(line: str) -> bool:
    return bool(BRACKET_OPEN.search(line.rstrip()[-NEAR_END:]))


def _words(text: str, group: list[Span]) -> str:
    return "".join(text[group[0].start : group[-1].end].split())


def _unfinished(text: str, group: list[Span], last: str, closed: bool, line: str, blank: bool) -> bool:
    """Tell whether the last line breaks off inside a sentence; a heading ends with its line."""
    if NUMBER_ALONE.fullmatch(text, group[0].start, group[-1].end):
        return True
    if closed or (len(group) > 1 and _is_heading(text, group)):
        return False
    if "\t" in last or "|" in last or is_furniture(last.strip()) or (blank and not INNER.search(last)):
        return False
    if last.rstrip().endswith(("，", ",")):
        return True
    if "：" in last and len(line) > ROOM * len(last) and PARTICULAR.fullmatch(last):
        return False
    if STARTS.match(last) and len(group) == 1 and not re.search("[。；;]", last):
        return False
    if len(group) > 1:
        return True
    roomy = len(line) > ROOM * max(len(last), FULL_LINE)  # a heading above its paragraph
    return not blank and (_is_full(last, line) or (not roomy and bool(INNER.search(last))))


def _is_full(line: str, after: str) -> bool:
    """Tell a line that ended for want of room: the next one has no more (a heading above a paragraph has)."""
    return len(line.strip()) >= FULL_LINE and len(after) <= ROOM * len(line)


def _is_title(text: str, group: list[Span]) -> bool:
    """Tell a line below which a number alone is no page's but the next heading's: short, with no mark inside."""
    whole = _words(text, group)
    return len(whole) < FULL_LINE and not INNER.search(whole)


def _is_heading(text: str, group: list[Span]) -> bool:
    whole = text[group[0].start : group[-1].end]
    return STARTS.match(whole) is not None and not re.search("[。；;]", whole)
