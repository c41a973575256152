"""What is to be reached, and what was: the performance indicators of Part 2."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import groupby

from planskg.exporting.stratml.book import Book
from planskg.exporting.stratml.elements import FIRST, LAST, Element, day, element, identifier, optional, refer
from planskg.exporting.tables.columns import Cell
from planskg.exporting.tables.frames import Row

TARGET, ACTUAL = "TargetResult", "ActualResult"
COMPARED, MANNER, STAGE = "比较 / comparator", "方式 / manner", "阶段 / stage"
CAPACITY, INVESTMENT = "规模 / capacity", "投资 / investment"
MAIN = "indicator"
"""The part of a promise that its own figure is."""
Results = Iterable[tuple[Cell, Element]]
"""Each with the year that it is of."""


def measure_target(book: Book, row: Row) -> Iterator[Element]:
    """Measure a target, with what was before by the plan's own table."""
    cells = book.cells_like(row)
    before = (each for cell in cells if _tag(cell) == ACTUAL for each in _results(book, ACTUAL, cell))
    yield _indicator(
        _dimension(book, row),
        str(row["unit"] or ""),
        identifier(row["id"], MAIN),
        *_relate("Narrower_Than", refer(row["part_of"], MAIN) if row["part_of"] else None),
        *(_relate("Peer_To", refer(cells[0]["row"], _scale(cells[0]))) if cells else ()),
        results=[*_results(book, TARGET, row), *before],
    )


def measure_aim(book: Book, row: Row) -> Iterator[Element]:
    """Tell what an aim shall come to, in its words."""
    shown = _descriptor(MANNER, str(row["manner"] or ""))
    result = _result(TARGET, row["year"], row["year"], None, shown, row["quote"])
    name, own = str(row["indicator"] or ""), identifier(row["id"], MAIN)
    yield _indicator(name, "", own, results=[(row["year"], result)], kind="Qualitative")


def measure_pledge(book: Book, row: Row) -> Iterator[Element]:
    """Tell the stage that a project shall reach, its capacity and its investment."""
    year = row["year"]
    stage = _result(TARGET, year, year, None, _descriptor(STAGE, book.term("stage", row["stage"])), None)
    own = identifier(row["id"], "stage")
    yield _indicator(STAGE, "", own, results=[(year, stage)], kind="Qualitative")
    sizes = (
        (CAPACITY, "capacity", str(row["capacity_unit"] or ""), "Output"),
        (INVESTMENT, "investment", "元", "Input"),
    )
    for dimension, column, unit, chain in sizes:
        if row[column] is not None:
            result = _result(TARGET, year, year, row[column], None, None)
            own = identifier(row["id"], column)
            yield _indicator(dimension, unit, own, results=[(year, result)], chain=chain)


def measure_row(book: Book, key: Cell, whole: Cell, cells: list[Row]) -> Iterator[Element]:
    """Measure a row of a table of figures, perhaps a part of another: an indicator for each measure and unit."""
    for scale, found in groupby(sorted(cells, key=_scale), key=_scale):
        same = list(found)
        bindings = sorted({str(cell["binding"]) for cell in same if cell["binding"]})
        yield _indicator(
            _dimension(book, same[0]),
            str(same[0]["unit"] or ""),
            identifier(key, scale),
            *_relate("Narrower_Than", refer(whole) if whole else None),
            results=[each for cell in same for each in _results(book, _tag(cell), cell)],
            note="、".join(bindings),
        )


def _tag(cell: Row) -> str:
    return ACTUAL if str(cell["series"]).endswith("actual") else TARGET


def _scale(cell: Row) -> str:
    return f"{cell['measure']}-{cell['unit']}"


def _results(book: Book, tag: str, row: Row) -> Results:
    """Return a figure, the two ends of a range, or words where there is no figure."""
    year, since = row["year"], row.get("since") or row["year"]
    ends = [(row["value"], row["comparator"])]
    if row["value"] is None and row["low"] is not None:
        ends = [(row["low"], "ge"), (row["high"], "le")]
    for value, comparator in ends:
        shown = _descriptor(COMPARED, book.term("comparator", comparator))
        if value is None:
            shown = _descriptor(MANNER, str(row.get("manner") or ""))
        yield year, _result(tag, since, year, value, shown, row["printed"])


def _result(tag: str, since: Cell, year: Cell, value: Cell, shown: Element | None, words: Cell) -> Element:
    number = format(value, "f") if isinstance(value, Decimal) else None
    return element(
        tag,
        day("StartDate", since, FIRST),
        day("EndDate", year, LAST),
        optional("NumberOfUnits", number),
        shown,
        optional("Description", words),
    )


def _descriptor(name: str, value: str) -> Element | None:
    if not value:
        return None
    return element("Descriptor", element("DescriptorName", name), element("DescriptorValue", value))


def _dimension(book: Book, row: Row) -> str:
    """Return what is measured: an indicator, and how where that is not its level."""
    how = "" if row["measure"] in (None, "level") else f"（{book.term('measure', row['measure'])}）"
    return f"{row['indicator'] or ''}{how}"


def _relate(kind: str, other: str | None) -> Iterator[Element]:
    if other is not None:
        yield element("Relationship", element("ReferentIdentifier", other), RelationshipType=kind)


def _indicator(
    dimension: str,
    unit: str,
    *named: Element,
    results: Results,
    kind: str = "Quantitative",
    chain: str = "",
    note: str = "",
) -> Element:
    """Return a PerformanceIndicator with an instance a year, what is to be reached before what was."""
    years: dict[Cell, list[Element]] = {}
    for year, result in results:
        years.setdefault(year, []).append(result)
    instances = (
        element("MeasurementInstance", *sorted(years[year], key=lambda each: each.tag != TARGET))
        for year in sorted(years, key=str)
    )
    stage = {"ValueChainStage": chain} if chain else {}
    return element(
        "PerformanceIndicator",
        element("MeasurementDimension", dimension),
        element("UnitOfMeasurement", unit),
        *named,
        *instances,
        optional("OtherInformation", note),
        **stage,
        PerformanceIndicatorType=kind,
    )
