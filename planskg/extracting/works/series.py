"""Works of a series, which take the name of those beside them: 标准厂房三期、四期, 5、6号机组, 国道109线、219线."""

import re
from typing import Final

from planskg.extracting.works.names import CODE, LINE

PHASE: Final = re.compile("[一二三四五六]期")
PHASE_ONLY: Final = re.compile(r"[一二三四五六]期(?:工程)?$")
PHASE_BEHIND: Final = re.compile(f"（?{PHASE.pattern}.*$")
COUNT: Final = "[一二三四五六七八九十]{1,3}"
NUMBERED: Final = re.compile(rf"\d+号|\d{{1,3}}$|(?<!\d)\d{{2,4}}线|{COUNT}号线")
ENDS_NUMBER: Final = tuple("0123456789号")
NUMBER: Final = re.compile(r"\d+(?:号|$)")
SERIAL: Final = re.compile(rf"\d+(?:[号线]|$)|{COUNT}号线")
EXTENSION: Final = re.compile("[东西南北](?:延(?:伸|长)?|扩)(?:段|线)?(?:工程|项目)?$")
UNIT: Final = re.compile(r"(?:首[批台套组]|\d+号|[一二三四五六]号)(?:\d[\d.]*万千瓦)?(?:机组|风机)")
"""The part of works that goes into operation by itself."""
PIECE: Final = re.compile(
    "(?:[东西南北中][段线]|[上下]段|[左右][线幅]|[主引][桥线]|第?[一二三四五六七八九十]+标段|[ABC][段线])(?:工程)?$"
)
"""A piece of works by which one goes on from the piece before it (甲路｜北段, ｜南段)."""
ORDINAL: Final = re.compile("(?P<owner>.{0,8}?)第[一二三四五六七八九十]{1,2}$")
"""An institution of a numbered kind that a later item names (第一、第三｜污水处理厂)."""
NUMBERED_KIND: Final = re.compile("[一-龥]{0,8}?第[一二三四五六七八九十]{1,2}(?P<kind>[一-龥]{2,})")
SEGMENT: Final = re.compile(r"[一-龥]{2,6}至[一-龥]{2,6}段$")
LINE_NAME: Final = re.compile(rf"(?:{CODE.pattern}|.{{2,}}(?:公路|高速|铁路|高铁|线))(?=[一-龥]{{2,6}}至)")


def carry_on(words: str, earlier: str) -> str:
    """Return an item's words with the name before it that a phase, a number or a segment goes on from.

    二期 goes on from 智能产业园一期, 219线 from 国道109线, 4号泊位 from 八尺门作业区3号, 豆沙至普洱渡段 from
    S302线盐津至豆沙段.
    """
    if not earlier:
        return words
    if PHASE.match(words):
        return PHASE_BEHIND.sub("", earlier) + words
    if EXTENSION.fullmatch(words) and (extended := EXTENSION.search(earlier)):
        return earlier[: extended.start()] + words
    if NUMBERED.match(words) and (numbers := list(SERIAL.finditer(earlier))):
        return earlier[: numbers[-1].start()] + words
    if words.startswith("第") and (ordinal := ORDINAL.fullmatch(earlier)):
        return ordinal["owner"] + words
    if UNIT.fullmatch(words):
        return earlier + words
    if PIECE.fullmatch(words):
        return _of_whole(words, earlier)
    segment = SEGMENT.fullmatch(words) and not LINE.search(words) and SEGMENT.search(earlier)
    if segment:
        line = LINE_NAME.match(earlier, 0, segment.end())
        return (line.group() if line else "") + words
    return words


def _of_whole(piece: str, earlier: str) -> str:
    """Return a piece with the works before it, of which another piece or the whole was told (甲路北段, 南段)."""
    other = PIECE.search(earlier)
    whole = earlier[: other.start()] if other else earlier if piece.startswith("引") and "桥" in earlier else ""
    return whole + piece if len(whole) > 1 else piece


def _numbered_kind(later: list[str]) -> str:
    """Return what the first numbered institution among later items is."""
    numbers = map(NUMBERED_KIND.match, later)
    return next((number["kind"] for number in numbers if number), "")


def beside(words: list[str], index: int) -> str:
    """Return an item of a list with the name of the phase before it or the number behind it, else nothing."""
    item = words[index]
    if index and PHASE_ONLY.fullmatch(item) and PHASE_ONLY.search(words[index - 1]):
        return PHASE_ONLY.sub("", words[index - 1]) + item
    if ORDINAL.fullmatch(item) and (kind := _numbered_kind(words[index + 1 :])):
        return item + kind
    if not item.endswith(ENDS_NUMBER) or not NUMBER.search(item):
        return ""
    later = next((one for one in words[index + 1 :] if not one.endswith(ENDS_NUMBER)), "")
    if number := NUMBERED.search(later):
        return item.removesuffix("号") + later[number.end() - 1 :]  # 5、6号机组
    return ""
