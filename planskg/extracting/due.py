"""When a promise is due: the plan year, unless the words before it say another.

Reads `力争2025年全线竣工通车` (2025) and the period that an average covers (`“十五五”时期…年均增长`, 2026 to 2030).
"""

import re

from planskg.extracting.reading import Reading
from planskg.extracting.times import Mention

OPENING_TIME = re.compile(
    r"(?:力争|确保|计划)?[到至在]?(?:20\d\d年?|“?十[一二三四五六]五”?|[一-龥〇]{4}年)(?:时期|期间|底|末)?前?"
)
SET_OFF = re.compile("年?(?:底|末)?前?[，：、]")
AVERAGE = re.compile(r"年均|平均每年|每年平均")


def due_year(reading: Reading, position: int) -> int:
    """Return the year that what stands at a position of the sentence is due: that of the last time named before it.

    A year before the plan's does not count, for it tells of the past, unless the plan still intends something by it;
    one in an earlier part of the sentence counts where it opens that part (到2027年，…；…).
    """
    times = reading.times and [m for m in reading.times if m.start < position]
    if not times:
        return reading.sentence.part.year
    begin = _part(reading.text, position)
    near = [m for m in times if m.start >= begin] or [m for m in times if _holds_on(reading, m)]
    return near[-1].year if near else reading.sentence.part.year


def opening_year(reading: Reading, position: int) -> int:
    """Return the year that opens the part of the sentence before a position (到2027年，…), else the part's year.

    A year inside an earlier clause is that clause's own.
    """
    begin = _part(reading.text, position)
    years = {m.year for m in reading.times if begin <= m.start < position and _opens(reading, m)}
    return years.pop() if len(years) == 1 else reading.sentence.part.year


def _part(text: str, position: int) -> int:
    """Return where the part of a sentence begins, between its semicolons, that a position lies in."""
    return max(text.rfind("；", 0, position), text.rfind("。", 0, position)) + 1


def _opens(reading: Reading, time: Mention) -> bool:
    """Tell a time that opens its clause."""
    clause = reading.clause_at(time.start)
    return clause is not None and OPENING_TIME.fullmatch(reading.text, clause[0], time.end) is not None


def _holds_on(reading: Reading, time: Mention) -> bool:
    """Tell a time that opens a part of the sentence and is set off from it, so that the next parts are due then too."""
    clause = reading.clause_at(time.start)
    opens = clause is not None and (not clause[0] or reading.text[clause[0] - 1] in "；。：")
    return opens and SET_OFF.match(reading.text, time.end) is not None and _opens(reading, time)


def average_since(clause: str, year: int, first_year: int) -> int | None:
    """Return the first year of the period that an average in a clause covers, None where it is no average."""
    return year - 4 if year > first_year and AVERAGE.search(clause) else None
