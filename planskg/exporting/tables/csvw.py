"""One CSV file a table, with metadata for CSV on the Web (https://www.w3.org/TR/tabular-metadata/)."""

import csv
import json
from io import StringIO
from typing import Any

from planskg.exporting.source import Source
from planskg.exporting.tables.columns import Column, Table
from planskg.exporting.tables.frames import Frame
from planskg.exporting.tables.schema import TABLES
from planskg.exporting.tabular import as_cell

Json = dict[str, Any]
METADATA = "csv-metadata.json"
"""The name under which readers look for it."""
SEPARATOR = "|"
DATATYPES = {"text": "string", "year": "gYear"}
"""Where CSVW has another word for what a column holds."""


def write_csvw(source: Source) -> dict[str, str | bytes]:
    """Return the tables by their files' names, and the metadata."""
    files: dict[str, str | bytes] = {_file(frame.table): _table(frame) for frame in source.frames.values()}
    metadata = {
        "@context": "http://www.w3.org/ns/csvw",
        "tables": [_describe(frame) for frame in source.frames.values()],
    }
    return files | {METADATA: json.dumps(metadata, ensure_ascii=False, indent=1) + "\n"}


def _file(table: Table) -> str:
    return f"{table.name}.csv"


def _table(frame: Frame) -> str:
    names = [column.name for column in frame.table.columns]
    text = StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(names)
    writer.writerows([as_cell(row[name]) for name in names] for row in frame.rows)
    return text.getvalue()


def _describe(frame: Frame) -> Json:
    """Return what is said of a table; a key that may be missing is no foreign key, as readers see it."""
    table = frame.table
    schema: Json = {"columns": [_column(each) for each in table.columns], "primaryKey": table.key}
    single = (each for each in table.columns if each.refers and not each.many)  # nor is one within a list
    foreign = [each for each in single if all(row[each.name] is not None for row in frame.rows)]
    if foreign:
        schema["foreignKeys"] = [_foreign_key(each) for each in foreign]
    return {"url": _file(table), "rdfs:label": _labels(table), "tableSchema": schema}


def _column(column: Column) -> Json:
    described: Json = {"name": column.name, "titles": column.name, "rdfs:label": _labels(column)}
    described["datatype"] = DATATYPES.get(column.kind, column.kind)
    if column.many:
        described["separator"] = SEPARATOR
    if len(column.reader.path) == 1:
        described["propertyUrl"] = column.reader.path[0].value
    return described


def _labels(named: Table | Column) -> list[Json]:
    return [{"@value": named.chinese, "@language": "zh"}, {"@value": named.english, "@language": "en"}]


def _foreign_key(column: Column) -> Json:
    other = next(table for table in TABLES if table.name == column.refers)
    return {"columnReference": column.name, "reference": {"resource": _file(other), "columnReference": other.key}}
