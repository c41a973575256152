"""The script in Cypher that loads the files for Neo4j."""

from collections.abc import Sequence

from planskg.exporting.networks.labels import NODES, SEPARATOR, UID, columns_of, labels_of
from planskg.exporting.tables.columns import Table

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


def write_script(kinds: Sequence[str]) -> str:
    """Return the script for all nodes and for some types of relationships."""
    options = [f"--nodes={name}.csv" for name in NODES] + [f"--relationships={kind}.csv" for kind in kinds]
    return INTRODUCTION.format(options=_listed(options)) + "".join(
        [*map(_load_nodes, NODES.values()), *map(_load_relationships, kinds)]
    )


def _listed(options: list[str]) -> str:
    return " \\\n".join(f"//     {option}" for option in [*options, "neo4j"])


def _load_nodes(table: Table) -> str:
    settings = "".join(
        f",\n  n.{column.name} = " + READERS.get(kind, "{}").format(f"row.`{column.name}:{kind}`")
        for column, kind in columns_of(table)
    )
    return NODE.format(file=f"{table.name}.csv", uid=UID, labels=":".join(labels_of(table)[1:]), settings=settings)


def _load_relationships(kind: str) -> str:
    return RELATIONSHIP.format(file=f"{kind}.csv", kind=kind)
