"""When a promise is due: the plan year, unless the words before it say another.

Reads `力争2025年全线竣工通车` (2025) and the period that an average covers (`“十五五”时期…年均增长`, 2026 to 2030).
"""

import re

from planskg.extracting.reading import Reading

AVERAGE = re.compile(r"年均|平均每年|每年平均")


def due_year(reading: Reading, position: int) -> int:
    """Return the year that what stands at a position of the sentence is due: that of the last time named before it.

    A year before the plan's does not count: it tells of the past.
    """
    times = [m for m in reading.times if m.start < position]
    if not times:
        return reading.sentence.part.year
    clause = max(reading.text.rfind(mark, 0, position) for mark in "；。")
    near = [m for m in times if m.start > clause] or times
    return near[-1].year


def average_since(clause: str, year: int, plan_year: int) -> int | None:
    """Return the first year of the period that an average in a clause covers, None where it is no average."""
    return year - 4 if AVERAGE.search(clause) and year > plan_year else None
