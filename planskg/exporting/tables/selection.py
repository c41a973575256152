"""The columns that a format tells: it is given no others, so what it carries is what it says."""

from dataclasses import dataclass

from planskg.exporting.tables.columns import Property
from planskg.exporting.tables.frames import Frame
from planskg.exporting.tables.schema import TABLES

BY_NAME = {table.name: table for table in TABLES}


@dataclass(frozen=True)
class Selection:
    """Columns of the tables, by the names of both."""

    columns: dict[str, tuple[str, ...]]

    @property
    def carries(self) -> frozenset[Property]:
        """The properties whose statements the columns tell, and those that tell what the rows are."""
        read = (column.reader.path for name, told in self.columns.items() for column in BY_NAME[name].pick(told))
        return frozenset[Property]().union(*read, *(BY_NAME[name].found_by for name in self.columns))

    def narrow(self, frames: dict[str, Frame]) -> dict[str, Frame]:
        """Return the tables with these columns alone; to ask for another is a KeyError."""
        return {
            name: Frame(frames[name].table, [{each: row[each] for each in told} for row in frames[name].rows])
            for name, told in self.columns.items()
        }
