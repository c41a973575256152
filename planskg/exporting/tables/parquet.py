"""One Parquet file a table: typed columns, lists as lists, exact decimals."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import TYPE_CHECKING, Any

from planskg.exporting.source import Source
from planskg.exporting.tables.columns import Column
from planskg.exporting.tables.frames import Frame

if TYPE_CHECKING:
    import pyarrow as pa

PRECISION = 38
"""Digits of a decimal128."""
SCALE = 12
"""Digits behind the point; a column with finer figures has more."""


def write_parquet(source: Source) -> dict[str, str | bytes]:
    """Return the tables by their files' names."""
    return {f"{name}.parquet": _file(frame) for name, frame in source.frames.items()}


def _file(frame: Frame) -> bytes:
    from pyarrow import parquet

    content = BytesIO()
    parquet.write_table(to_arrow(frame), content)
    return content.getvalue()


def to_arrow(frame: Frame) -> pa.Table:
    """Return a table as Arrow holds it; its headings and properties are the metadata of its columns."""
    import pyarrow as pa

    cells = {column: [row[column.name] for row in frame.rows] for column in frame.table.columns}
    schema = pa.schema([_field(column, values) for column, values in cells.items()])
    return pa.table([_values(column, values) for column, values in cells.items()], schema=schema)


def _field(column: Column, values: list[Any]) -> pa.Field:
    import pyarrow as pa

    types = {
        "integer": pa.int64(),
        "year": pa.int32(),
        "boolean": pa.bool_(),
        "date": pa.date32(),
        "decimal": pa.decimal128(PRECISION, max([SCALE, *map(_places, values)])),
    }
    single = types.get(column.kind, pa.string())
    labels = {"zh": column.chinese, "en": column.english, "path": " ".join(each.value for each in column.reader.path)}
    return pa.field(column.name, pa.list_(single) if column.many else single, metadata=labels)


def _places(value: Any) -> int:
    exponent = value.as_tuple().exponent if isinstance(value, Decimal) else 0
    return -exponent if isinstance(exponent, int) else 0


def _values(column: Column, values: list[Any]) -> list[Any]:
    if column.kind == "date":
        return [None if value is None else date.fromisoformat(value) for value in values]
    return values
