"""Actions: promises that have neither number nor building, clause by clause.

Finds `建立完善农企利益联结机制` and `推进农村移风易俗`; takes no clause that holds another record, nor one that only
gives manner or reason.
"""

from collections.abc import Iterator
from typing import Final

from planskg.extracting.readings.due import due_year
from planskg.extracting.readings.reading import Reading
from planskg.extracting.words.lexicon import by_first, cue, opens_with, words_by_notation
from planskg.model import Action
from planskg.vocabulary import load_scheme

SHORTEST: Final = 6
MANNER: Final = (
    *("坚持", "以", "按照", "围绕", "聚焦", "紧扣", "立足", "着眼", "通过", "依托", "在", "根据", "针对", "面对", "为"),
    *("使", "让", "确保", "作为", "随着", "充分发挥", "牢固树立", "深刻", "全面贯彻", "深入贯彻"),
)
"""What only gives manner or reason; nothing is promised by it."""
DUTIES: Final = ("上述", "以上", "各项", "政府工作", "既定", "这次会议", "本次会议")
"""What is done by doing all the rest: 完成上述任务."""
LEADS: Final = by_first((*cue("adverb", "when", "degree"), "同时", "并"))
"""The words of degree and time that may stand before them, by their first character."""


def _verbs() -> dict[str, tuple[str, ...]]:
    """Return the verbs that a promise opens with, by their first character."""
    stages = {**words_by_notation("stages", "wordVerb"), **words_by_notation("stages", "wordSoft")}
    firm = (word for concept in load_scheme("firmness") for word in concept.names)
    return by_first((*stages, *firm, *cue("doing", "making", "passive")))


VERBS: Final = _verbs()


def _manners() -> dict[str, tuple[str, ...]]:
    """Return how a clause opens that gives only manner or reason, by its first character."""
    done = [verb + duty for verb in ("实现", "完成", "做好", "落实") for duty in DUTIES]
    return by_first((*MANNER, *done, *(words[:2] + "好" + words[2:] for words in done)))


MANNERS: Final = _manners()


def find_actions(reading: Reading) -> Iterator[Action]:
    """Yield an action for each clause of a sentence that promises and holds no other record."""
    if reading.is_situation:
        return
    text, past = reading.text, reading.past
    busy = [(q.start, q.end) for q in reading.measured if q.unit and not q.chinese] + reading.taken
    held = [record.span for record in reading.records]
    for start, end in reading.clauses:
        if end - start < SHORTEST or start in past or not _opens(text, start, end):
            continue
        if opens_with(MANNERS, text, start, end):
            continue
        if busy and any([a < end and start < b for a, b in busy]):
            continue
        span = reading.sentence.span(start, end)
        if not held or not any([one.start < span.end and span.start < one.end for one in held]):
            yield Action(span=span, sentence=reading.span, rule="promising-clause", year=due_year(reading, end))


def _opens(text: str, start: int, end: int) -> bool:
    """Tell a stretch that opens with a verb of promise, after words of degree and time."""
    if opens_with(VERBS, text, start, end):
        return True
    for word in LEADS.get(text[start : start + 1], ()):
        if text.startswith(word, start, end) and _opens(text, start + len(word), end):
            return True
    return False
