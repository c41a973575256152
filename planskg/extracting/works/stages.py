"""The stages of works: which of two says more, and the words that tell one by themselves, in a label or in brackets."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

from planskg.extracting.words.lexicon import alternation, words_by_notation
from planskg.vocabulary import load_scheme

CONSTRUCTION: Final = "construction"
ITEM: Final = r"（?[\d一二三四五六七八九十]{1,2}[）.、是]"
"""What numbers a label."""
TIME: Final = (
    r"(?:20\d\d年|[今明后]年|年(?=[底末初内])|[上下]半年|[一二三四]季度|\d{1,2}月份?|[上中下]旬|[底末初内]前?|前)"
)
STAGE_WORDS: Final = {**words_by_notation("stages", "wordVerb"), **words_by_notation("stages", "wordAfter")}
"""The words that tell a stage by themselves, in a label (续建项目：…) or in brackets (甲水库（续建）)."""


def latest(stages: Sequence[str]) -> str:
    """Return the stage that says most: the furthest of those that are more than construction."""
    more = [stage for stage in stages if stage != CONSTRUCTION]
    return max(more or stages, key=rank, default="")


def later(stage: str, told: str) -> str:
    """Return the stage of works of which a later clause tells one: work on the main body follows on their start."""
    return max(stage, told, key=rank) if told == CONSTRUCTION else latest((stage, told))


@cache
def rank(stage: str) -> int:
    """Return how far a stage is along the way from a plan to works in use."""
    return int(load_scheme("stages")[stage].value("rank") or 0)


def in_brackets(text: str, start: int, end: int) -> re.Match[str] | None:
    """Match a stage in brackets that closes a stretch."""
    return _bracket().search(text, start, end) if text.endswith("）", start, end) else None


@cache
def _bracket() -> re.Pattern[str]:
    when = rf"(?:{TIME}|计划|预计|拟|将|力争|确保|争取)*"
    return re.compile(rf"（{when}(?P<stage>{alternation(STAGE_WORDS)})(?:工作|阶段|类|项目)?）$")


def in_turn(text: str, start: int, end: int) -> tuple[int, list[str]]:
    """Return where the first of the stages ends that works come to one by one (分别建成、开工), and all of them."""
    at = text.find("分别", start, end)
    match = _in_turn().match(text, at, end) if at >= 0 else None
    if match is None:
        return end, []
    words = match["stages"].replace("和", "、").split("、")
    return match.start("stages") + len(words[0]), [STAGE_WORDS[word] for word in words]


@cache
def _in_turn() -> re.Pattern[str]:
    stage = f"(?:{alternation(STAGE_WORDS)})"
    return re.compile(f"分别(?:计划|力争|确保|实现|要)?(?P<stages>{stage}(?:[、和]{stage})+)$")


def label_stage(text: str, start: int, end: int) -> str:
    """Return the stage that the label of a list tells (续建项目3个, 开展前期工作的, 谋划储备一批), else nothing."""
    match = LABEL.fullmatch(text, start, end)
    return latest([STAGE_WORDS[word] for word in match.group("stage", "next") if word]) or CONSTRUCTION if match else ""


def _label() -> re.Pattern[str]:
    """Match a label; what kind its works are it says only beside 一批 or a count (开工水利项目5个)."""
    stage, soft = alternation(STAGE_WORDS), alternation(words_by_notation("stages", "wordSoft"))
    count = r"(?:共?\d+[个项]|（共?\d+[个项]）)"
    kind = "[一-龥、]{0,12}?(?:项目|工程)"
    return re.compile(
        rf"(?:{ITEM})?“?(?:一批|\d+[多余]?[个项])?(?:{TIME}|计划|拟|重点|全年|力争|确保|{soft})*"
        rf"(?P<stage>{stage})(?:[、和]?(?P<next>{stage}))?(?:阶段|类|的|工作)*"
        rf"(?:一批”?(?:{kind})?{count}?|(?:{kind})?(?:一批”?|{count})|”?(?:重点|重大)*(?:项目|工程)?)"
    )


LABEL: Final = _label()
