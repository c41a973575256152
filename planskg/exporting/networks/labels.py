"""What the tables of the graph are in Neo4j: labels of nodes, typed properties and relationships."""

import re

from planskg.exporting.tables.columns import Cell, Column, Table
from planskg.exporting.tables.schema import TABLES
from planskg.graph.terms import shorten

NODES = {table.name: table for table in TABLES if table.name != "lines"}
"""The tables whose rows are nodes; the lines of the texts are not."""
CARRIED = frozenset(term for table in NODES.values() for term in table.carries)
"""The properties that nodes and relationships tell together."""
COMMITMENTS = ("targets", "aims", "pledges", "actions")
SEPARATOR = "|"
"""Between several values of a cell."""
UID = "uid:ID"
"""The column that tells all nodes apart."""
TYPES = {"integer": "long", "year": "int", "decimal": "double", "boolean": "boolean", "date": "date"}
"""What Neo4j calls what a column holds, where it is no string."""


def labels_of(table: Table) -> tuple[str, ...]:
    """Return what the nodes of a table are labelled: targets are Thing, Target and Commitment."""
    own = table.name.removesuffix("s").capitalize()
    return ("Thing", own, "Commitment") if table.name in COMMITMENTS else ("Thing", own)


def uid_of(table: str, key: Cell) -> str:
    """Return the name of a node among all, of its table and its row's key."""
    return f"{table}/{key}"


def columns_of(table: Table) -> list[tuple[Column, str]]:
    """Return the columns that are properties of nodes, and their types."""
    own = (column for column in table.columns if not column.refers)
    return [(each, "string[]" if each.many else TYPES.get(each.kind, "string")) for each in own]


def type_of(column: Column) -> str:
    """Return what Neo4j calls the last property of a column's path: IN_PILLAR of plan:inPillar."""
    name = shorten(column.reader.path[-1]).partition(":")[2]
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).upper()
