"""Lists that are introduced as what is counted before them: 实施水利项目18个，年度投资12亿元，包括青溪水库、岩门灌区.

The verb or the label of the clause that counts works or calls them so (实施惠民工程，包括…) holds for the list, which
says no verb of its own.
"""

import re
from typing import Final

from msgspec.structs import replace

from planskg.extracting.works.closing import GENERAL
from planskg.extracting.works.leads import Lead, peel_front
from planskg.extracting.works.peeling import peel_back
from planskg.extracting.works.stages import CONSTRUCTION, label_stage

OPENS: Final = "(?:主要|具体|重点|分别|依次)*"
INCLUDES: Final = ("包括", "包含", "涵盖", "囊括")
INTRODUCES: Final = re.compile(
    f"(?:其中)?{OPENS}(?:{'|'.join(INCLUDES)}|有(?![色机效限线序关力利条望助待])"
    "|为(?![了民农企老中市全各推加促进提实建新])|(?<!就)是(?!否)|即(?!将)|(?:诸|例)?如)"
)
"""What opens a list of that which an earlier clause counts."""
NAMES: Final = re.compile(
    f"(?P<what>[^，。；：]{{0,16}}?(?:项目|工程|的)){OPENS}(?:有(?![关效序力利])|包[括含]|(?<=分别)[为是])"
)
"""The same where the clause says itself what it lists (计划开工的有…, 重点工程包括…)."""
MAY_INTRODUCE: Final = re.compile(
    "[括含盖有为是即如诸例](?:(?<=包[括含]|涵盖|囊括|[的目程]有|，[有为是即如诸例])|(?<=(?:分别|主要|具体)[为是有]))"
)
"""What a sentence must hold that introduces a list, told by its last character, which is the rarer one."""
COUNTS: Final = re.compile(r"(?:\d|[两二三四五六七八九十百])[多余]?[个项座条所处]|一批|投资[^，]{0,6}\d")
NOTHING: Final = Lead("", False, "")
ONE_BY_ONE: Final = Lead(CONSTRUCTION, True, "")
"""What holds for a list that calls its items projects, whatever it is a part of (教育领域2个，包括甲校改建项目)."""
ENDED: Final = re.compile("严控|严禁|关停|关闭|淘汰|取缔|清理|整改|整顿|压减|退出|停[建工]|停缓建|叫停|腾退|拆除")
"""What is done with works that shall not be."""


def may_introduce(text: str) -> bool:
    """Tell whether a sentence may introduce a list of works; most hold no such word."""
    return MAY_INTRODUCE.search(text) is not None


class Introductions:
    """What the clauses of a sentence, read one after another, say of the lists that they introduce."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._counted: Lead | None = None
        self._named: Lead | None = None
        self._open: Lead | None = None

    def read(self, start: int, end: int) -> tuple[int, Lead | None]:
        """Return where the works begin in a clause, and what holds for them as they are counted before."""
        if self._text[start - 1 : start] in "；。":
            self._open = None
        first, lead = self._introduced(start, end)
        general = self._text.endswith(GENERAL, start, end)
        if lead is None and self._open and (general or self._text.startswith("以及", start)):
            return start, self._open  # …等教育项目，…等民政项目
        self._open = lead or self._open
        if COUNTS.search(self._text, start, end):
            self._counted = self._general_lead(start, end)
        told = self._general_lead(start, end) if general else None
        self._named = replace(told, label=False) if told else self._counted  # parts of works may be none by themselves
        return first, lead

    def _introduced(self, start: int, end: int) -> tuple[int, Lead | None]:
        opened = INTRODUCES.match(self._text, start, end)
        if opened and opened.group().endswith(INCLUDES):
            return opened.end(), self._named or (ONE_BY_ONE if self._text.endswith(GENERAL, start, end) else None)
        if opened and self._counted:
            return opened.end(), self._counted
        named = NAMES.match(self._text, start, end)
        lead = self._general_lead(*named.span("what")) if named else None
        return (named.end(), lead) if named and lead else (start, None)

    def _general_lead(self, start: int, end: int) -> Lead | None:
        """Return what words for works in general, or a sum, say of them: their stage, and that they are projects."""
        text, before = self._text, self._counted or NOTHING
        if ENDED.search(text, start, end):
            return None
        own = peel_front(text, start, end)[1]
        stage = label_stage(text, start, end) or peel_back(text, start, end)[1] or own.stage or before.stage
        named = before.label or any([text.find(noun, start, end) >= 0 for noun in GENERAL])
        told = stage or named or text.find("投资", start, end) >= 0
        return Lead(stage or CONSTRUCTION, True, own.verb, named) if told else None
