"""What the words of a figure or a goal tell beside its value: how finely it is printed, what kind of goal it is."""

import re
from decimal import Decimal

from planskg.extracting.figures.observations import INDEX, RATE_ROW
from planskg.extracting.quantities.numerals import parse_number
from planskg.extracting.words.lexicon import cue_regex
from planskg.extracting.words.widths import WIDTHS
from planskg.model import Observation

FIGURE = re.compile(r"\d+(?:[,，]\d{3})*(?:\.(?P<places>\d+))?")
GROWTH_ROW = re.compile(rf"{RATE_ROW.pattern}|增长$")
CHANGE = re.compile("指数(?:（[^）]*）)?$")
"""An index in per cent tells how prices change."""
ORDINAL = re.compile(r"\d+|[一二三四五六七八九十百]+")
RATE = "%"


def read_resolution(printed: str, value: Decimal | tuple[Decimal, Decimal] | None, unit: str) -> Decimal | None:
    """Return what one unit in the last printed place of a number comes to: 201.64亿元 is fine to 1000000 (元).

    None for a range, and where the number is printed in words.
    """
    if not isinstance(value, Decimal):
        return None
    for match in FIGURE.finditer(printed.translate(WIDTHS)):
        figure = Decimal(re.sub("[,，]", "", match[0]))
        factor = abs(value) / figure if figure else Decimal(unit == RATE)
        if factor and factor.normalize().as_tuple().digits == (1,):
            return factor.scaleb(-len(match["places"] or ""))
    return None


def read_measure(cell: Observation) -> str:
    """Return the measure of a table's figure: growth in a growth column, a row of rates or an index, else level."""
    is_index = INDEX.search((cell.row and cell.row.unit) or "") or INDEX.search(cell.indicator.rstrip("）)"))
    is_rate = GROWTH_ROW.search(cell.indicator) or (cell.unit == RATE and CHANGE.search(cell.indicator))
    return "growth" if cell.series.startswith("growth_") or is_index or is_rate else "level"


def read_manner(words: str) -> str:
    """Return how a goal without a number is set: delegated to who sets its task, linked to another, or directional."""
    for manner in ("delegated", "linked"):
        if cue_regex("…", manner).search(words):
            return manner
    return "directional"


def read_ordinal(number: str) -> int | None:
    """Return the number of a heading: 12 for （十二）, 3 for 第三章; None where it has none."""
    match = ORDINAL.search(number.translate(WIDTHS))
    return int(parse_number(match[0])) if match else None
