"""The tables of the graph as a folder for Neo4j: nodes and relationships as CSV, and a script that loads them.

Each row of a table is a node, labelled with the kind of thing it is; each column that refers to a table is a
relationship, called as the property that says it (plan:inPillar is IN_PILLAR). The same files serve
`neo4j-admin database import`, whose typed headings they have.
"""

import csv
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal
from io import StringIO

from planskg.exporting.exporter import Content, Verdict
from planskg.exporting.source import Source
from planskg.exporting.tables.columns import Cell, Column, Table
from planskg.exporting.tables.frames import Frame, Row
from planskg.exporting.tables.schema import TABLES
from planskg.graph.terms import shorten

NODES = {table.name: table for table in TABLES if table.name != "lines"}
"""The tables whose rows are nodes; the lines of the texts are not."""
CARRIED = frozenset(term for table in NODES.values() for term in table.carries)
COMMITMENTS = ("targets", "aims", "pledges", "actions")
SEPARATOR = "|"
"""Between several values of a cell."""
SCRIPT = "import.cypher"
UID = "uid:ID"
TYPES = {"integer": "long", "year": "int", "decimal": "double", "boolean": "boolean", "date": "date"}
"""What Neo4j calls what a column holds, where it is no string."""
READERS = {
    "long": "toInteger({})",
    "int": "toInteger({})",
    "double": "toFloat({})",
    "boolean": "toBoolean({})",
    "date": "date({})",
    "string[]": f"split({{}}, '{SEPARATOR}')",
}
"""How the script reads each type, where it is no string."""
INTRODUCTION = """// 规划知识图谱导入 Neo4j：将本文件夹各 CSV 放入 import 目录，再以 cypher-shell 运行本脚本。
// planskg into Neo4j: put the CSV files into the import directory and run this script in cypher-shell.
// A backslash in a text stays as it is with db.import.csv.legacy_quote_escaping=false.
// 大批导入 / the same in bulk, into an empty database:
//   neo4j-admin database import full --array-delimiter="|" --multiline-fields=true \\
{options}
CREATE CONSTRAINT thing_uid IF NOT EXISTS FOR (n:Thing) REQUIRE n.uid IS UNIQUE;
"""
NODE = """
LOAD CSV WITH HEADERS FROM 'file:///{file}' AS row
MERGE (n:Thing {{uid: row.`{uid}`}})
SET n:{labels}{settings};
"""
RELATIONSHIP = """
LOAD CSV WITH HEADERS FROM 'file:///{file}' AS row
MATCH (a:Thing {{uid: row.`:START_ID`}}), (b:Thing {{uid: row.`:END_ID`}})
MERGE (a)-[:{kind}]->(b);
"""
Links = dict[str, list[tuple[str, str]]]
"""The ends of relationships, by their types."""


def write_neo4j(source: Source) -> Content:
    """Return the files by their names."""
    frames = [frame for name, frame in source.frames.items() if name in NODES]
    links = _links(frames)
    files = {f"{frame.table.name}.csv": _nodes(frame) for frame in frames}
    files |= {f"{kind}.csv": _relationships(kind, rows) for kind, rows in links.items()}
    return {**files, SCRIPT: _script(links)}


def labels_of(table: Table) -> tuple[str, ...]:
    """Return what the nodes of a table are labelled: targets are Thing, Target and Commitment."""
    own = table.name.removesuffix("s").capitalize()
    return ("Thing", own, "Commitment") if table.name in COMMITMENTS else ("Thing", own)


def _uid(table: str, key: Cell) -> str:
    return f"{table}/{key}"


def _columns(table: Table) -> list[tuple[Column, str]]:
    """Return the columns that are properties of nodes, and their types."""
    own = (column for column in table.columns if not column.refers)
    return [(each, "string[]" if each.many else TYPES.get(each.kind, "string")) for each in own]


def _nodes(frame: Frame) -> str:
    columns = _columns(frame.table)
    labels = SEPARATOR.join(labels_of(frame.table))
    heads = [UID, *(f"{column.name}:{kind}" for column, kind in columns), ":LABEL"]
    rows = (_node(frame.table, row, [column for column, _ in columns], labels) for row in frame.rows)
    return _csv(heads, rows)


def _node(table: Table, row: Row, columns: list[Column], labels: str) -> list[str]:
    return [_uid(table.name, row[table.key]), *(_cell(row[column.name]) for column in columns), labels]


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
    held = {_uid(frame.table.name, row[frame.table.key]) for frame in frames for row in frame.rows}
    found: Links = defaultdict(list)
    for frame in frames:
        for column in (each for each in frame.table.columns if each.refers):
            for row in frame.rows:
                start = _uid(frame.table.name, row[frame.table.key])
                ends = (_uid(column.refers, key) for key in _values(row[column.name]))
                found[_type(column)] += [(start, end) for end in ends if end in held]
    return {kind: sorted(set(rows)) for kind, rows in sorted(found.items())}


def _values(cell: Cell) -> tuple[Cell, ...]:
    return () if cell is None else cell if isinstance(cell, tuple) else (cell,)


def _type(column: Column) -> str:
    """Return what Neo4j calls the last property of a column's path: IN_PILLAR of plan:inPillar."""
    name = shorten(column.reader.path[-1]).partition(":")[2]
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).upper()


def _relationships(kind: str, rows: list[tuple[str, str]]) -> str:
    return _csv([":START_ID", ":END_ID", ":TYPE"], ([*row, kind] for row in rows))


def _csv(heads: list[str], rows: Iterable[list[str]]) -> str:
    text = StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(heads)
    writer.writerows(rows)
    return text.getvalue()


def _script(links: Links) -> str:
    options = [f"--nodes={name}.csv" for name in NODES] + [f"--relationships={kind}.csv" for kind in links]
    return INTRODUCTION.format(options=_listed(options)) + "".join([*map(_load_nodes, NODES.values()), *_load(links)])


def _listed(options: list[str]) -> str:
    return " \\\n".join(f"//     {option}" for option in [*options, "neo4j"])


def _load_nodes(table: Table) -> str:
    settings = "".join(
        f",\n  n.{column.name} = " + READERS.get(kind, "{}").format(f"row.`{column.name}:{kind}`")
        for column, kind in _columns(table)
    )
    return NODE.format(file=f"{table.name}.csv", uid=UID, labels=":".join(labels_of(table)[1:]), settings=settings)


def _load(links: Links) -> Iterator[str]:
    return (RELATIONSHIP.format(file=f"{kind}.csv", kind=kind) for kind in links)


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
