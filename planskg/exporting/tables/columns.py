"""What a table of the graph is: a row is a node or a line of a text, a cell is where a path of properties leads to."""

from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from itertools import accumulate
from typing import Any

import pyoxigraph as ox

from planskg.exporting.facts import Concepts, Facts
from planskg.graph.terms import ID, PLAN, SKOS

Value = str | int | Decimal | bool
Cell = Value | tuple[Value, ...] | None
"""A cell of several values is a tuple; None where the graph says nothing."""
Property = ox.NamedNode
PARSERS: dict[str, Callable[[str], Value]] = {
    "string": str,
    "text": str,
    "date": str,
    "integer": int,
    "year": int,
    "decimal": Decimal,
    "boolean": lambda text: text == "true",
}
"""What a column can hold: `text` is a document's own words, `date` is written as ISO 8601 does."""


@dataclass(frozen=True)
class Graph:
    """What documents say together, and the names of the vocabularies' concepts."""

    facts: Facts
    concepts: Concepts

    def key(self, node: ox.NamedNode) -> str:
        """Return what a table calls a node: its notation, or its IRI without what all IRIs of things begin with."""
        notations = (facts.text(node, SKOS.notation) for facts in (self.facts, self.concepts.facts))
        return next((each for each in notations if each is not None), node.value.removeprefix(ID))

    @cached_property
    def lines(self) -> dict[ox.NamedNode, list[int]]:
        """Where the lines of each document begin."""
        texts = {node: self.facts.text(node, PLAN.text) or "" for node in self.facts.of_class(PLAN.PlanDocument)}
        return {node: [0, *accumulate(len(line) + 1 for line in text.split("\n"))][:-1] for node, text in texts.items()}

    def line_at(self, document: ox.NamedNode | None, offset: int) -> int | None:
        """Return the line of a document's text, from 1, that an offset falls in."""
        starts = None if document is None else self.lines.get(document)
        return None if starts is None else bisect_right(starts, offset)


@dataclass(frozen=True, slots=True)
class Reader:
    """How a cell is read from the graph."""

    read: Callable[[Graph, Any], Iterable[ox.Literal | ox.NamedNode | Value]]
    path: tuple[Property, ...] = ()
    """The properties whose statements it tells, in the order of its steps."""


def follow(*path: Property) -> Reader:
    """Return a reader of what a path of properties leads to from the row's node."""

    def read(graph: Graph, node: ox.NamedNode) -> Iterable[ox.Literal | ox.NamedNode]:
        nodes = [node]
        for step in path[:-1]:
            nodes = [end for start in nodes for end in graph.facts.nodes(start, step)]
        return (end for start in nodes for end in graph.facts.ends(start, path[-1]))

    return Reader(read, path)


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table."""

    name: str
    chinese: str
    english: str
    kind: str
    """A key of PARSERS; of a node the key is given as a string."""
    reader: Reader
    many: bool = False
    """Whether a cell may hold several values, sorted."""
    refers: str = ""
    """The table whose first column it holds; empty where it holds none."""
    scheme: str = ""
    """The prefix of the vocabulary whose notations it holds; empty where it holds none."""

    def cell(self, graph: Graph, row: Any) -> Cell:
        """Return what a row holds in this column."""
        values = (self._value(graph, each) for each in self.reader.read(graph, row))
        return tuple(sorted(set(values))) if self.many else next(iter(values), None)

    def _value(self, graph: Graph, term: ox.Literal | ox.NamedNode | Value) -> Value:
        if isinstance(term, ox.NamedNode):
            return graph.key(term)
        return PARSERS[self.kind](term.value) if isinstance(term, ox.Literal) else term


@dataclass(frozen=True, slots=True)
class Table:
    """One table: its first column is its key."""

    name: str
    chinese: str
    english: str
    rows: Callable[[Graph], Iterable[Any]]
    """Nodes, or whatever its readers read; in the order in which they stand."""
    columns: tuple[Column, ...]
    found_by: frozenset[Property] = field(default=frozenset())
    """The properties that tell what its rows are."""

    @property
    def key(self) -> str:
        """The column that tells its rows apart."""
        return self.columns[0].name

    def pick(self, names: Iterable[str]) -> list[Column]:
        """Return some of its columns by their names; raises KeyError."""
        known = {column.name: column for column in self.columns}
        return [known[name] for name in names]

    @property
    def carries(self) -> frozenset[Property]:
        """The properties whose statements it tells."""
        return self.found_by.union(*(column.reader.path for column in self.columns))
