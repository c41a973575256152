"""One SQLite file: the tables with their keys, a table for each list, views that answer questions, an index of words.

Beside it stands the metadata that Datasette shows, so that `datasette FOLDER` opens both.
"""

import json
import sqlite3
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from planskg.exporting.source import Source
from planskg.exporting.tables.columns import Cell, Column, Table, Value
from planskg.exporting.tables.frames import Frame
from planskg.exporting.tables.schema import TABLES

DATABASE = "plans.db"
METADATA = "metadata.json"
TYPES = {"integer": "INTEGER", "year": "INTEGER", "boolean": "INTEGER", "decimal": ""}
"""A decimal has no type, for a type would make a binary fraction of what is kept as text to stay exact."""
VIEWS = Path(__file__).parent / "views.sql"


def write_sqlite(source: Source) -> dict[str, str | bytes]:
    """Return the database and its metadata."""
    return {DATABASE: make_database(source), METADATA: _metadata()}


def make_database(source: Source) -> bytes:
    """Return the database as the bytes of its file."""
    database = sqlite3.connect(":memory:")
    try:
        for table in TABLES:
            database.executescript("".join(_definitions(table)))
        for frame in source.frames.values():
            _fill(database, frame)
        database.executescript(VIEWS.read_text(encoding="utf-8"))
        database.executescript("".join(_word_index(table) for table in TABLES))
        database.commit()
        return database.serialize()
    finally:
        database.close()


def _definitions(table: Table) -> Iterator[str]:
    single = [column for column in table.columns if not column.many]
    lines = [f'"{each.name}" {_type(each)}{" PRIMARY KEY" if each.name == table.key else ""}' for each in single]
    yield f'CREATE TABLE "{table.name}" (\n  ' + ",\n  ".join(lines) + "\n);\n"
    for column in table.columns:
        if column.many:
            name, key = list_table(table, column), f'"{table.key}" TEXT NOT NULL {_reference(table.name)}'
            values = f'"{column.name}" {_type(column)} NOT NULL'
            both = f'PRIMARY KEY ("{table.key}", "{column.name}")'
            yield f'CREATE TABLE "{name}" (\n  {key},\n  {values},\n  {both}\n) WITHOUT ROWID;\n'


def list_table(table: Table, column: Column) -> str:
    """Return the name of the table that holds the values of a column of lists."""
    return f"{table.name}_{column.name}"


def _type(column: Column) -> str:
    return f"{TYPES.get(column.kind, 'TEXT')} {_reference(column.refers) if column.refers else ''}".rstrip()


def _reference(name: str) -> str:
    """Return a reference to a table's key; Datasette wants the column named."""
    key = next(table.key for table in TABLES if table.name == name)
    return f'REFERENCES "{name}" ("{key}")'


def _fill(database: sqlite3.Connection, frame: Frame) -> None:
    table = frame.table
    single = [column for column in table.columns if not column.many]
    marks = ", ".join("?" * len(single))
    rows = ([_stored(row[column.name]) for column in single] for row in frame.rows)
    database.executemany(f'INSERT INTO "{table.name}" VALUES ({marks})', rows)
    for column in table.columns:
        if column.many:
            pairs = ((row[table.key], value) for row in frame.rows for value in _several(row[column.name]))
            database.executemany(f'INSERT INTO "{list_table(table, column)}" VALUES (?, ?)', pairs)


def _several(cell: Cell) -> tuple[Value, ...]:
    return cell if isinstance(cell, tuple) else ()


def _stored(cell: Cell) -> str | int | float | None:
    """Return a cell as SQLite keeps it; a figure that a binary fraction would change is text."""
    if not isinstance(cell, Decimal):
        return cell  # type: ignore[return-value]
    if cell == cell.to_integral_value() and abs(cell) < 2**63:
        return int(cell)
    return float(cell) if Decimal(repr(float(cell))) == cell else format(cell, "f")


def _word_index(table: Table) -> str:
    """Return what makes a table's words searchable by any three characters that follow each other."""
    names = ", ".join(f'"{each.name}"' for each in table.columns if each.kind == "text" and not each.many)
    if not names:
        return ""
    index = f'"{table.name}_fts"'
    return (
        f'CREATE VIRTUAL TABLE {index} USING fts5({names}, content="{table.name}", tokenize="trigram");\n'
        f"INSERT INTO {index} ({index}) VALUES ('rebuild');\n"
    )


def _metadata() -> str:
    """Return the headings of tables and columns, as Datasette shows them."""
    tables = {
        table.name: {
            "title": f"{table.chinese} {table.english}",
            "columns": {each.name: f"{each.chinese} {each.english}" for each in table.columns if not each.many},
        }
        for table in TABLES
    }
    described = {"title": "planskg", "databases": {Path(DATABASE).stem: {"tables": tables}}}
    return json.dumps(described, ensure_ascii=False, indent=1) + "\n"
