"""What is a part of what: 其中 among the rows of a table and among the targets of a sentence.

Joins `其中：竹业产值` to the row 林业产值 above it, 新增人工饲草地11.16万亩 to 种植牧草28.57万亩; joins neither what
grows, as growth has no parts (地区生产总值增长7%。其中，…), nor what belongs to an average or a rate.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Final

from msgspec.structs import replace

from planskg.extracting.tables.units import base_unit
from planskg.extracting.targets.counting import RATES
from planskg.extracting.words.lexicon import cue_regex
from planskg.model import Document, Observation, Record, Target
from planskg.vocabulary import load_scheme

AMONG: Final = "其中"
NUMBER: Final = r"(?:[一二三四五六七八九十]+[、.．]|[（(][一二三四五六七八九十\d]+[）)]|\d+[.、．])\s*"
NUMBERED: Final = re.compile(NUMBER)
OPENS_PART: Final = re.compile(rf"(?:{NUMBER})?(?:{AMONG}|[#＃])")
INDIVISIBLE: Final = re.compile("人均|平均|均|率|比重|比例|占比|占.*比|指数|单位|每|程度|强度|密度|浓度")
"""What names an average, a share or a rate, whose parts may lie above it."""
UNLIKE: Final = ("count",)
"""Dimensions whose units count different things (20个 of what 30台 is no part of)."""
LISTED: Final = re.compile(r"[、和与及]|以及|并")
STOP: Final = re.compile("[；。]")


def is_divisible(indicator: str, unit: str) -> bool:
    """Tell an amount, which has parts, from an average, a share or a rate."""
    return bool(unit) and unit not in RATES and "/" not in unit and not INDIVISIBLE.search(indicator)


def join_rows(rows: Iterable[tuple[str, Sequence[Observation]]]) -> Iterator[Observation]:
    """Yield the figures of rows, given with the words of their names, each row with the one that it is a part of.

    What follows a part without a number goes on with its list where the whole has one.
    """
    whole: Observation | None = None
    counted = listing = False
    for name, cells in rows:
        if not OPENS_PART.match(name) and not (listing and not NUMBERED.match(name)):
            whole, counted, listing = next(iter(cells), None), NUMBERED.match(name) is not None, False
            yield from cells
            continue
        listing = counted
        yield from (_in_whole(cell, whole) for cell in cells)


def _in_whole(cell: Observation, whole: Observation | None) -> Observation:
    if whole is None or whole.row is None or cell.row is None or not is_divisible(whole.indicator, whole.unit):
        return cell
    printed = cell.row.unit or (whole.row.unit if is_divisible(cell.indicator, whole.unit) else "")
    cell = replace(cell, row=replace(cell.row, whole=whole.row.span, unit=printed))
    return cell if cell.unit or cell.value is None else _in_unit(cell, cell.value, printed)


def _in_unit(cell: Observation, value: Decimal | tuple[Decimal, Decimal], printed: str) -> Observation:
    """Give a figure that has none the unit of its whole (其中：出口 below 进出口总额（亿元）)."""
    unit, factor = base_unit(printed) or ("", Decimal(1))
    scaled = (value[0] * factor, value[1] * factor) if isinstance(value, tuple) else value * factor
    return replace(cell, value=scaled, unit=unit)


def join_targets(document: Document, records: Iterable[Record]) -> Iterator[Record]:
    """Yield records, a target with the one that 其中 makes it a part of."""
    before: list[Target] = []
    for record in records:
        if isinstance(record, Target):
            whole = _whole(document, before, record)
            record = replace(record, part_of=whole) if whole else record
            before.append(record)
        yield record


def _whole(document: Document, before: Sequence[Target], target: Target) -> Target | None:
    text = document.text
    mark = text.rfind(AMONG, target.sentence.start, target.span.start)
    if mark < 0 or STOP.search(text, mark, target.span.start) or _is_closed(text[mark : target.span.start]):
        return None
    parts = [each for each in before if each.span.start > mark and each.measure != "growth"]
    if parts:
        whole = parts[-1].part_of if _goes_on(text, mark, parts, target) else None
    else:
        whole = _before(document, before, mark)
    return whole if whole and _is_amount_of(target, whole) else None


def _is_closed(words: str) -> bool:
    """Tell words that leave the bracket in which they began (（其中…），…)."""
    return words.count("）") > words.count("（")


def _goes_on(text: str, mark: int, parts: Sequence[Target], target: Target) -> bool:
    """Tell whether a target goes on with the list of parts: a new verb after a comma begins something else."""
    if target.span == parts[-1].span:
        return True
    lead = text[parts[-1].span.end : target.span.start].strip()
    listed = LISTED.match(lead)
    words = lead[listed.end() :] if listed else lead.lstrip("，")
    acts = cue_regex("…", "making", "doing").match
    if not acts(words):
        return True
    return bool(listed and acts(text[mark + len(AMONG) :].lstrip("，：: \n")))


def _before(document: Document, before: Sequence[Target], mark: int) -> Target | None:
    """Return the last amount before 其中, in its sentence or the one before; none where another number lies between."""
    amounts = [each for each in before if each.span.end <= mark and each.measure != "growth"]
    if not amounts:
        return None
    whole = amounts[-1]
    between = document.text[whole.span.end : mark]
    for each in before:
        if each.span.start >= whole.span.end:
            between = between.replace(document.quote(each.span), "")
    stops = len(re.findall("[。；]", between))
    is_near = "\n" not in between and (not stops or (stops == 1 and between.rstrip().endswith("。")))
    return whole if is_near and not re.search(r"\d", between) else None


def _is_amount_of(part: Target, whole: Target) -> bool:
    """Tell whether two targets are amounts of one kind of thing."""
    if part.measure == "growth" or not is_divisible(whole.indicator, whole.unit) or part.year != whole.year:
        return False
    units = load_scheme("units").by_notation
    kinds = [units[each.unit].value("dimension") if each.unit in units else None for each in (part, whole)]
    return part.unit == whole.unit or (kinds[0] is not None and kinds[0] == kinds[1] and kinds[0] not in UNLIKE)
