"""Actions: promises that have neither number nor building, clause by clause.

Finds `建立完善农企利益联结机制` and `推进农村移风易俗`; takes no clause that holds another record, nor one that only
gives manner or reason.
"""

import re
from collections.abc import Iterator
from functools import cache

from planskg.extracting.due import due_year
from planskg.extracting.lexicon import alternation, cue, initials, words_by_notation
from planskg.extracting.reading import Reading
from planskg.model import Action
from planskg.vocabulary import load_scheme

SHORTEST = 6
MANNER = (
    r"(?:坚持|以|按照|围绕|聚焦|紧扣|立足|着眼|通过|依托|在|根据|针对|面对|为|使|让|确保|作为|随着|充分发挥|牢固树立|深刻|全面贯彻|深入贯彻"
    r"|(?:实现|完成|做好|落实)(?:好)?(?:上述|以上|各项|政府工作|既定|[这本]次会议))"
)


@cache
def _promise() -> re.Pattern[str]:
    """Match a verb that a promise opens with, after words of degree and time; what only gives manner opens none."""
    stages = {**words_by_notation("stages", "wordVerb"), **words_by_notation("stages", "wordSoft")}
    firm = (word for concept in load_scheme("firmness") for word in concept.names)
    verbs = {*stages, *firm, *cue("doing", "making", "passive")}
    lead = (*cue("adverb", "when", "degree"), "同时", "并")
    return re.compile(rf"{initials((*lead, *verbs))}(?!{MANNER})(?:{alternation(lead)})*(?:{alternation(verbs)})")


def find_actions(reading: Reading) -> Iterator[Action]:
    """Yield an action for each clause of a sentence that promises and holds no other record."""
    if reading.is_situation:
        return
    promise = _promise().match
    held = [record.span for record in reading.records]
    busy = [(q.start, q.end) for q in reading.measured if q.unit and not q.chinese] + reading.taken
    for start, end in reading.clauses:
        if end - start < SHORTEST or start in reading.past or not promise(reading.text, start, end):
            continue
        span = reading.sentence.span(start, end)
        if not (busy and any(a < end and start < b for a, b in busy)) and not any(map(span.overlaps, held)):
            yield Action(span=span, sentence=reading.span, rule="promising-clause", year=due_year(reading, end))
