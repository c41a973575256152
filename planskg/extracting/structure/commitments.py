"""Short sentences that promise works are no headings.

Of 新建甲小学、乙幼儿园。 each is one work; mottoes such as 加快建设现代化产业体系。 open alike, but name none.
"""

import re
from typing import Final

from planskg.extracting.works.closing import closing_works
from planskg.extracting.works.items import Item
from planskg.extracting.works.leads import ITEM, peel_front
from planskg.extracting.works.names import naming
from planskg.extracting.works.peeling import ends_in_stage
from planskg.extracting.works.programmes import is_programme
from planskg.extracting.works.stages import CONSTRUCTION
from planskg.extracting.works.staging import Promise, take_apart
from planskg.extracting.works.works import find_works

DOES: Final = re.compile(
    "(?:加快|力争|确保|推进|完成|谋划)?(?:(?:提升|升级|更新|维修|提标|扩容|整治)改造|翻建|加固|疏浚|开工|新开工|动工|启动建设|[新改扩续迁修复重]建|改扩建|改造|建成|竣工|完工|建设|完成|实施|投用|打通|贯通|修缮|整治)(?!好|高|现代化|[更一])"
)
"""What opens a task that builds."""
LONGEST_NAME, TOLD = 40, 60
"""Characters that a numbered name of works may have, and within which what follows tells of them."""
OF_WORKS: Final = re.compile("投资|贯通|合龙|开工|竣工|完工|建成|投产|投用|投运|通车")
OWN_SUM: Final = re.compile("(?:项目|工程|总|计划|概算|估算)*投资")


def promises_works(sentence: str) -> bool:
    """Tell a sentence that says what is done to named works (新建甲小学、乙幼儿园) from a motto.

    建设 before one alone may be a heading, below which stands how it is built.
    """
    return any(map(_promises, sentence.rstrip("。").split("，")))


def _promises(words: str) -> bool:
    verb, end = DOES.match(words), _stage_end(words) if "、" in words else len(words)
    staged = verb is None and ends_in_stage(words, 0, end)
    if not (verb or staged or "、" in words):
        return False
    promise, works = _read(words, end)
    if promise is None or not works:
        return False
    several = len(works) > 1 or promise.is_list_of_projects
    if verb is None:
        return several or (staged and promise.stage != CONSTRUCTION)
    return several or promise.stage != CONSTRUCTION or not verb.group().endswith("建设")


def names_works(sentence: str) -> bool:
    """Tell a sentence that promises works, be it one alone that may be a heading (推进甲铁路建设)."""
    return any(_read(words, len(words))[1] for words in sentence.rstrip("。").split("，"))


def titles_works(text: str, after: str) -> bool:
    """Tell a numbered sentence that only names works, of which what follows tells (1.甲大桥。总投资2亿元，6月开工)."""
    item = ITEM.match(text) if text[0] in "0123456789（" and len(text) <= LONGEST_NAME else None
    if item is None or "，" in text or not text.endswith("。") or not OF_WORKS.search(after, 0, TOLD):
        return False
    words = text[item.end() : -1]
    bare = peel_front(words, 0, len(words))[0] == 0 and not is_programme(words)
    return bare and bool(closing_works(words)[1]) and (naming(words, None).sure or OWN_SUM.match(after) is not None)


def _read(words: str, end: int) -> tuple[Promise | None, list[Item]]:
    """Return what words promise, as far as their end, and of which works."""
    promise = take_apart(words, 0, end)
    return promise, find_works(words, promise, None, "") if promise else []


def _stage_end(words: str) -> int:
    """Return where the first thing ends that words say of works: before 、 behind a stage (甲站年内开工、后年投产)."""
    marks = (at for at, char in enumerate(words) if char == "、")
    return next((at for at in marks if ends_in_stage(words, 0, at)), len(words))
