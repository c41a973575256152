"""The rows of all tables."""

from dataclasses import dataclass

from planskg.exporting.tables.columns import Cell, Graph, Table
from planskg.exporting.tables.schema import TABLES

Row = dict[str, Cell]


@dataclass(frozen=True, slots=True)
class Frame:
    """A table with its rows; each row has every column."""

    table: Table
    rows: list[Row]


def read_frames(graph: Graph) -> dict[str, Frame]:
    """Return all tables by their names; one that the graph has nothing for has no rows."""
    return {table.name: Frame(table, _rows(graph, table)) for table in TABLES}


def _rows(graph: Graph, table: Table) -> list[Row]:
    return [{column.name: column.cell(graph, row) for column in table.columns} for row in table.rows(graph)]
