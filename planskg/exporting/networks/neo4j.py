"""The tables of the graph as a folder for Neo4j: nodes and relationships as CSV, and a script that loads them.

Each row of a table is a node, labelled with the kind of thing it is; each column that refers to a table is a
relationship, called as the property that says it (plan:inPillar is IN_PILLAR). The same files serve
`neo4j-admin database import`, whose typed headings they have.
"""

import csv
from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal
from io import StringIO

from planskg.exporting.exporter import Content, Verdict
from planskg.exporting.networks.cypher import write_script
from planskg.exporting.networks.labels import NODES, SEPARATOR, UID, columns_of, labels_of, type_of, uid_of
from planskg.exporting.source import Source
from planskg.exporting.tables.columns import Cell, Column, Table
from planskg.exporting.tables.frames import Frame, Row

SCRIPT = "import.cypher"
Links = dict[str, list[tuple[str, str]]]
"""The ends of relationships, by their types."""


def write_neo4j(source: Source) -> Content:
    """Return the files by their names."""
    frames = [frame for name, frame in source.frames.items() if name in NODES]
    links = _links(frames)
    files = {f"{frame.table.name}.csv": _nodes(frame) for frame in frames}
    files |= {f"{kind}.csv": _relationships(kind, rows) for kind, rows in links.items()}
    return {**files, SCRIPT: write_script(list(links))}


def _nodes(frame: Frame) -> str:
    columns = columns_of(frame.table)
    labels = SEPARATOR.join(labels_of(frame.table))
    heads = [UID, *(f"{column.name}:{kind}" for column, kind in columns), ":LABEL"]
    rows = (_node(frame.table, row, [column for column, _ in columns], labels) for row in frame.rows)
    return _csv(heads, rows)


def _node(table: Table, row: Row, columns: list[Column], labels: str) -> list[str]:
    return [uid_of(table.name, row[table.key]), *(_cell(row[column.name]) for column in columns), labels]


def _cell(value: Cell) -> str:
    match value:
        case None:
            return ""
        case bool():
            return str(value).lower()
        case Decimal():
            return format(value, "f")
        case tuple():
            return SEPARATOR.join(_cell(each).replace(SEPARATOR, "｜") for each in value)
    return str(value)


def _links(frames: Iterable[Frame]) -> Links:
    """Return the relationships of all tables, by type; one whose end has no row is left out."""
    held = {uid_of(frame.table.name, row[frame.table.key]) for frame in frames for row in frame.rows}
    found: Links = defaultdict(list)
    for frame in frames:
        for column in (each for each in frame.table.columns if each.refers):
            for row in frame.rows:
                start = uid_of(frame.table.name, row[frame.table.key])
                ends = (uid_of(column.refers, key) for key in _values(row[column.name]))
                found[type_of(column)] += [(start, end) for end in ends if end in held]
    return {kind: sorted(set(rows)) for kind, rows in sorted(found.items())}


def _values(cell: Cell) -> tuple[Cell, ...]:
    return () if cell is None else cell if isinstance(cell, tuple) else (cell,)


def _relationships(kind: str, rows: list[tuple[str, str]]) -> str:
    return _csv([":START_ID", ":END_ID", ":TYPE"], ([*row, kind] for row in rows))


def _csv(heads: list[str], rows: Iterable[list[str]]) -> str:
    text = StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(heads)
    writer.writerows(rows)
    return text.getvalue()


def verify_neo4j(content: Content, source: Source) -> Verdict:
    """Read the files with Python's csv: every node has one name, and every relationship ends at nodes."""
    if not isinstance(content, dict):
        raise TypeError("one file, where several are expected")
    tables = [list(csv.DictReader(StringIO(str(part)))) for name, part in content.items() if name != SCRIPT]
    nodes = [row[UID] for table in tables for row in table if UID in row]
    links = [row for table in tables for row in table if UID not in row]
    loose = {row[end] for row in links for end in (":START_ID", ":END_ID")} - set(nodes)
    wanted = sum(len(source.frames[name].rows) for name in NODES)
    fault = "" if len(set(nodes)) == len(nodes) == wanted else f"{wanted} nodes were written"
    return Verdict("csv", len(nodes) + len(links), fault or ", ".join(sorted(loose)[:3]))
