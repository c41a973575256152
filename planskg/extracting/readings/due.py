"""When a promise is due: the plan year, unless the words before it say another.

Reads `力争2025年全线竣工通车` (2025) and the period that an average covers (`“十五五”时期…年均增长`, 2026 to 2030).
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from planskg.extracting.quantities.times import FROM, Mention
from planskg.extracting.readings.reading import Reading

OPENING_TIME: Final = re.compile(
    rf"(?:力争|确保|计划)?[到至在]?(?:(?:{FROM})?20\d\d年?|“?十[一二三四五六]五”?|[一-龥〇]{4}年)(?:时期|期间|底|末)?前?"
)
YEARS_LINK: Final = re.compile("年?(?:底|末)?(?:[、和与及]|以及)")
SET_OFF: Final = re.compile("年?(?:底|末)?前?[，：、]")
AVERAGE: Final = re.compile(r"年均|平均每年|每年平均")


def due_year(reading: Reading, position: int) -> int:
    """Return the year that what stands at a position of the sentence is due: that of the last time named before it.

    A year before the plan's does not count, for it tells of the past, unless the plan still intends something by it;
    one in an earlier part of the sentence counts where it opens that part (到2027年，…；…).
    """
    times = reading.times and [m for m in reading.times if m.start < position]
    if not times:
        return reading.sentence.part.year
    begin = reading.part_begin(position)
    near = [m for m in times if m.start >= begin] or [m for m in times if _holds_on(reading, m)]
    own = [m for m in near if not _is_of_works(reading, m, position)]
    return own[-1].year if own else reading.sentence.part.year


def due_years(reading: Reading, positions: Sequence[int]) -> list[int]:
    """Return when each figure of a group is due: 2026年、2027年分别建成… pairs them with the years in their order."""
    last = due_year(reading, positions[0])
    if len(positions) == 1 or len(reading.times) < len(positions) or "分别" not in reading.text[: positions[0]]:
        return [last] * len(positions)
    times = [m for m in reading.times if m.start < positions[0]][-len(positions) :]
    linked = all(YEARS_LINK.fullmatch(reading.text, a.end, b.start) for a, b in pairwise(times))
    return [m.year for m in times] if linked and len(times) == len(positions) else [last] * len(positions)


def _is_of_works(reading: Reading, time: Mention, position: int) -> bool:
    """Tell a time inside an earlier clause that holds a project, whose own it is (甲桥2027年底建成，新增…)."""
    clause = reading.clause_at(time.start)
    if clause is None or clause[1] > position or _opens(reading, time):
        return False
    return reading.holds_project(*clause)


def opening_year(reading: Reading, position: int) -> int:
    """Return the year that opens the part of the sentence before a position (到2027年，…), else the part's year.

    A year inside an earlier clause is that clause's own.
    """
    begin = reading.part_begin(position)
    years = {m.year for m in reading.times if begin <= m.start < position and _opens(reading, m)}
    return years.pop() if len(years) == 1 else reading.sentence.part.year


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
