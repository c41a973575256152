"""Which departments answer for a promise: those that the plan names, else those of its sectors in the vocabulary."""

from collections.abc import Iterable

from planskg.exporting.tables.columns import Cell
from planskg.exporting.tables.frames import Frame, Row

PROVINCE = "province"
OFFICE, BUREAU = "厅", "局"
"""What a department of a province is called, and what the same one is called below it."""


class Departments:
    """The departments of one document's level of government."""

    def __init__(self, frames: dict[str, Frame], document: Row) -> None:
        self._sectors = {row["id"]: row for row in frames["sectors"].rows}
        levels = {row["code"]: row["level"] for row in frames["places"].rows}
        self._of_province = levels.get(document["place"]) == PROVINCE

    def lead(self, row: Row) -> tuple[str, ...]:
        """Return who answers for a promise: as the plan names them and in its order, else who leads its sectors."""
        sentence = str(row["sentence"])
        named = tuple(sorted(_words(row["responsible"]), key=sentence.find))
        return named or self._called(name for sector in self._of(row) for name in self._leads(sector))

    def shared(self, row: Row) -> tuple[str, ...]:
        """Return who else shares in its sectors; none where the plan names who is responsible."""
        if _words(row["responsible"]):
            return ()
        lead = self.lead(row)
        names = self._called(name for sector in self._of(row) for name in _words(sector["departments"]))
        return tuple(name for name in names if name not in lead)

    def sector_names(self, row: Row) -> tuple[str, ...]:
        """Return the Chinese names of a promise's sectors."""
        return tuple(str(sector["name"]) for sector in self._of(row))

    def _of(self, row: Row) -> list[Row]:
        return [self._sectors[each] for each in _words(row["sectors"]) if each in self._sectors]

    def _leads(self, sector: Row) -> Iterable[str]:
        """Return a sector's lead departments; in a province 局 is 厅 where the vocabulary knows that name."""
        others = _words(sector["departments"])
        for name in _words(sector["lead"]):
            office = name.removesuffix(BUREAU) + OFFICE
            yield office if self._of_province and office in others else name

    def _called(self, names: Iterable[str]) -> tuple[str, ...]:
        """Return the names that this level of government uses, each once."""
        found = dict.fromkeys(names)
        other = BUREAU if self._of_province else OFFICE
        own = OFFICE if self._of_province else BUREAU
        return tuple(
            name
            for name in found
            if not (name.endswith(other) and (other == OFFICE or name.removesuffix(other) + own in found))
        )


def _words(cell: Cell) -> tuple[str, ...]:
    return tuple(str(each) for each in cell) if isinstance(cell, tuple) else ()
