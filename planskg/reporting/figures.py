"""Answers to the report's own queries, and counts laid out in rows and columns."""

from collections.abc import Iterable
from pathlib import Path

import pyoxigraph as ox

from planskg.graph.terms import PREFIXES

Row = dict[str, str]
"""A query's row by variable; what a row leaves open is not in it."""
QUERIES = Path(__file__).parent / "queries"


def answer(store: ox.Store, name: str) -> list[Row]:
    """Return the rows of a query of the folder, over all graphs of the store, in the query's order."""
    sparql = (QUERIES / f"{name}.rq").read_text(encoding="utf-8")
    found = store.query(sparql, prefixes=PREFIXES, use_default_graph_as_union=True)
    assert isinstance(found, ox.QuerySolutions)
    names = [variable.value for variable in found.variables]
    return [{name: _text(value) for name in names if (value := row[name]) is not None} for row in found]


def _text(term: ox.NamedNode | ox.Literal | ox.BlankNode | ox.Triple) -> str:
    return str(term) if isinstance(term, ox.Triple) else term.value


def keys(rows: Iterable[Row], name: str) -> list[str]:
    """Return the values of a column, each once, in the order of the rows."""
    return list(dict.fromkeys(row[name] for row in rows if name in row))


def counts(rows: Iterable[Row], name: str, **wanted: str) -> dict[str, int]:
    """Return the counts of the rows that hold what is wanted, added up by a column."""
    found: dict[str, int] = {}
    for row in rows:
        if all(row.get(key) == value for key, value in wanted.items()):
            found[row[name]] = found.get(row[name], 0) + int(row["count"])
    return found
