"""Numbered headings: `一、立足资源禀赋…` and 第一章 are of level 1, `（一）聚焦“双碳”引领` and 第一节 of level 2.

A heading is a line of its own, or stands before its paragraph and ends with a full stop.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from planskg.extracting.structure.commitments import DOES, promises_works
from planskg.extracting.structure.parts import NUMERAL
from planskg.extracting.views.view import View

ORDINAL: Final = rf"第(?:{NUMERAL}{{1,3}}|\d{{1,2}})"
FIRST: Final = re.compile(rf"({ORDINAL}(?:[章篇]|部分)|(?:{NUMERAL}{{1,3}}|[Ⅰ-Ⅻ])[、.])(?!二、三[次产]|[二三]次?产业)")
SECOND: Final = re.compile(rf"(（?{NUMERAL}{{1,3}}）|[㈠-㈩]|{ORDINAL}节)[、.]?")
WHOLE: Final = re.compile(rf"{ORDINAL}(?:篇|部分)")
"""A heading above those of level 1: the time that it speaks of is theirs."""
FIGURE: Final = re.compile(r"\d.*[%万亿以左个家公亩吨户座条处人所套名件辆台场次]")
"""A number in a heading that may be a goal."""
COUNTED: Final = re.compile(rf"（共?计?(?:\d+|{NUMERAL}{{1,3}})[个项件类条处][^（）]*）。?$")
"""What closes a heading and counts what is listed below it (续建项目（12个）)."""
LABEL: Final = re.compile(r"(?:[一-龥]{0,4}(?:目标|任务|内容|举措|措施|要求)){1,2}：")
"""What says that a task follows (目标任务：完成…)."""
BRINGS: Final = re.compile(
    "新增(?!长)|增加|创建|增设|设立|解决|消除|安装|加装|发放|培训|资助|救助|配备|配置|招聘|招录|购置|更新|投放|培育|引进"
)
"""What opens a task that brings so many of a thing."""
LINE_LIMIT: Final = 70
"""Characters that a heading may have."""
AHEAD: Final = 4
"""How many paragraphs below a title are asked which time it speaks of."""


def is_numbered(text: str) -> bool:
    """Tell whether a paragraph opens with the number of a heading."""
    return bool(FIRST.match(text) or SECOND.match(text))


def heading_end(text: str, start: int) -> int | None:
    """Return where a numbered heading ends: at its line's end, or at the full stop that closes a run-in one."""
    stop = text.find("。", start)
    if stop < 0:
        return len(text) if len(text) - start <= LINE_LIMIT else None
    return stop + 1 if stop - start <= LINE_LIMIT else None


def is_task(words: str) -> bool:
    """Tell whether the words behind a number tell what is done, with figures or named works, and are no heading."""
    if not words.endswith("。"):
        return False
    opening = LABEL.sub("", words).partition("，")[0]
    brings = DOES.match(opening) or BRINGS.match(opening)
    several = words.count("，") + words.count("、") > 1 or "；" in words
    return bool((several and FIGURE.search(words)) or (brings and FIGURE.search(opening))) or promises_works(words)


def without_count(words: str) -> str:
    """Return the words of a heading that may hold a goal, without how many are listed below it."""
    return COUNTED.sub("", words) if "）" in words else words


def is_item(views: Sequence[View], index: int, pattern: re.Pattern[str]) -> bool:
    """Tell a numbered sentence that fills its line, next to another such: nothing stands below it, it is no heading."""
    around = (views[index], *views[max(index - 1, 0) : index], *views[index + 1 : index + 2])
    filled = [pattern.match(view.text) is not None and view.text.find("。") == len(view.text) - 1 for view in around]
    return filled[0] and any(filled[1:])


def read_openings(views: Sequence[View], index: int, end: int) -> Iterator[str]:
    """Yield how the paragraphs below a heading of level 1 begin, which ends at a place of a view."""
    yield views[index].text[end : end + LINE_LIMIT]
    for view in views[index + 1 : index + AHEAD]:
        if FIRST.match(view.text):
            return
        heading = SECOND.match(view.text)
        yield view.text[(heading_end(view.text, heading.end()) or 0) if heading else 0 :][:LINE_LIMIT]
