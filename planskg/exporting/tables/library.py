"""The tables for programs in Python."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pyoxigraph as ox

from planskg.exporting.extras import MissingExtra
from planskg.exporting.source import Source
from planskg.exporting.tables.frames import Frame, Row

if TYPE_CHECKING:
    import pandas

DTYPES = {"integer": "Int64", "year": "Int64", "boolean": "boolean", "decimal": "object"}
"""What pandas keeps a column as, where gaps and exact figures must stay what they are."""


def frames(store: ox.Store) -> dict[str, list[Row]]:
    """Return the graph as tables by their names: a dictionary a row, figures as Decimal, lists as tuples."""
    return {name: frame.rows for name, frame in Source(store).frames.items()}


def to_pandas(store: ox.Store) -> dict[str, pandas.DataFrame]:
    """Return the graph as pandas tables by their names; raises MissingExtra where there is no pandas."""
    try:
        return {name: _to_pandas(frame) for name, frame in Source(store).frames.items()}
    except ModuleNotFoundError:
        raise MissingExtra("to_pandas", "pandas") from None


def _to_pandas(frame: Frame) -> pandas.DataFrame:
    from pandas import DataFrame, Series

    columns: dict[str, Any] = {}
    for column in frame.table.columns:
        values = [row[column.name] for row in frame.rows]
        columns[column.name] = Series(values, dtype="object" if column.many else DTYPES.get(column.kind, "string"))
    return DataFrame(columns).set_index(frame.table.key)
