"""Who is responsible: `（责任单位：州发改委；配合单位：…）`, `〔县林业局负责〕`, or a line 牵头单位：….

Such a note promises nothing; the bodies that it names are responsible for what stands before it.
"""

import re
from collections.abc import Iterator
from typing import Final

from planskg.model import Span

ROLE: Final = (
    r"(?:责任|牵头|主责|配合|主办|承办|协办|协助|参加|参与|协同|实施|督办|督查|分管|包保|包抓|联系|主管)"
    r"(?:责任)?(?:单位|部门|领导|人|处室|科室|主体|县领导|市领导|州领导)"
)
TERM: Final = r"(?:完成|实施|推进|办结|建设)(?:时限|时间|期限|年限)"
LABEL: Final = rf"(?:{ROLE}|{TERM})"
INSIDE: Final = r"(?:[^（）〔〕【】]|（[^（）]*）)*"
BODY_WORD: Final = r"[一-龥\d]{1,16}?(?:局|委|厅|办|部门|政府|委员会|办公室|乡镇?|镇|街道|县市|公司|集团|单位)"
BODIES: Final = rf"(?=[^（）]*(?:局|委|厅|办|部门|政府))(?:{BODY_WORD}[、，；])*{BODY_WORD}(?:等)?"
WITH_LABEL: Final = rf"[（〔【](?:{ROLE}|{TERM}|责任[：:]|牵头[：:]|配合[：:]|牵头（){INSIDE}[）〕】]?"
IN_CHARGE: Final = "(?:负责|牵头|配合)"
SPOKEN_OF: Final = rf"(?=[^（）〔〕【】]*{IN_CHARGE}){INSIDE}{IN_CHARGE}(?:落实|实施)?(?:[，；]{INSIDE})?"
WITHOUT: Final = rf"[（〔【](?:{SPOKEN_OF}|{BODIES})[）〕】]"
NOTE: Final = re.compile(rf"{WITH_LABEL}|{WITHOUT}(?=[，；。、]|$)|(?<=；){WITHOUT}")
"""A note in brackets, with its label or without."""
RUNS_ON: Final = re.compile(rf"(?<=[^，；。、：（〔【]){LABEL}：.*")
"""A note that only blanks parted from its sentence, up to the end (改造管网12公里　责任单位：县水务局)."""
ENDS_LABEL: Final = re.compile("[位门导人室体间限]：")
"""How a label ends, without which no sentence is searched for one: most colons stand behind other words."""
PARTED: Final = re.compile(rf"[ \t\u3000]{LABEL}[：:]")
OPENING: Final = re.compile(f"(?:{WITH_LABEL}|{WITHOUT})[。；]?")
"""A note that opens what follows a full stop: it is of the sentence before."""
BRACKETS: Final = ("（", "〔", "【")
OPENS_BARE: Final = frozenset((*BRACKETS, *"。；"))
LABELLED: Final = re.compile(rf"{LABEL}[：:]")
SEPARATE: Final = re.compile(rf"{LABEL}?[：:]|[、；，。]|(?={LABEL}[：:])")
SPOKEN: Final = re.compile(r"(?:按照?职责分工)?(?:分别|共同)?(?:负责|牵头|配合)(?:落实|实施)?$|等(?:\d+家)?单位$|^由")
NO_BODY: Final = re.compile(rf"^(?:{ROLE}|{TERM}|牵头|配合|责任|各?按.*)$|\d|完成|底前|长期")


def is_note(text: str) -> bool:
    """Tell whether a sentence or line is nothing but a note."""
    if ("：" in text or ":" in text) and LABELLED.match(text):
        return True
    return text[:1] in OPENS_BARE and not NOTE.sub("", text).strip("。；")


def ends_in_note(line: str) -> bool:
    """Tell whether a line ends in a note that blanks part from what stands before it."""
    return ("：" in line or ":" in line) and PARTED.search(line) is not None


def find_bodies(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield where the bodies stand that the note at a stretch of a text names."""
    inner = start + text.startswith(BRACKETS, start)
    last = end - (text[end - 1] in "）〕】") if end > inner else end
    position = inner
    for mark in (*SEPARATE.finditer(text, inner, last), None):
        stop = mark.start() if mark else last
        yield from _body(text, position, stop)
        position = mark.end() if mark else last


def _body(text: str, start: int, end: int) -> Iterator[Span]:
    words = text[start:end]
    if spoken := SPOKEN.search(words):
        words = words[spoken.end() :] if words.startswith("由") else words[: spoken.start()]
        start = end - len(words) if text[start] == "由" else start
    if len(words) > 1 and not NO_BODY.search(words):
        yield Span(start, start + len(words))
