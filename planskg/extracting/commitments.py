"""Short sentences that promise works are no headings.

Of 新建甲小学、乙幼儿园。 each is one work; mottoes such as 加快建设现代化产业体系。 open alike, but name none.
"""

import re

from planskg.extracting.items import Item
from planskg.extracting.peeling import ends_in_stage
from planskg.extracting.stages import CONSTRUCTION
from planskg.extracting.staging import Promise, take_apart
from planskg.extracting.works import find_works

DOES = re.compile(
    "(?:加快|力争|确保|推进|完成)?(?:开工|新开工|动工|启动建设|[新改扩续迁修复重]建|改扩建|改造|建成|竣工|完工|建设|完成|实施|投用|打通|贯通|修缮|整治)(?!好|高|现代化|[更一])"
)
"""What opens a task that builds."""


def promises_works(sentence: str) -> bool:
    """Tell a sentence that says what is done to named works (新建甲小学、乙幼儿园) from a motto.

    建设 before one alone may be a heading, below which stands how it is built.
    """
    return any(map(_promises, sentence.rstrip("。").split("，")))


def _promises(words: str) -> bool:
    verb, end = DOES.match(words), _stage_end(words)
    staged = ends_in_stage(words, 0, end)
    if not (verb or staged or "、" in words):
        return False
    promise, works = _read(words, end)
    if promise is None or not works:
        return False
    several = len(works) > 1 or promise.is_list_of_projects
    is_brought = promise.stage != CONSTRUCTION and (staged or verb is not None)
    return several or is_brought or (verb is not None and not verb.group().endswith("建设"))


def names_works(sentence: str) -> bool:
    """Tell a sentence that promises works, be it one alone that may be a heading (推进甲铁路建设)."""
    return any(_read(words, len(words))[1] for words in sentence.rstrip("。").split("，"))


def _read(words: str, end: int) -> tuple[Promise | None, list[Item]]:
    """Return what words promise, as far as their end, and of which works."""
    promise = take_apart(words, 0, end)
    return promise, find_works(words, promise, None, "") if promise else []


def _stage_end(words: str) -> int:
    """Return where the first thing ends that words say of works: before 、 behind a stage (甲站年内开工、后年投产)."""
    marks = (at for at, char in enumerate(words) if char == "、")
    return next((at for at in marks if ends_in_stage(words, 0, at)), len(words))
