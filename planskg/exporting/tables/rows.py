"""What the rows of a table are, and cells that no plain path of properties leads to."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

import pyoxigraph as ox

from planskg.exporting.facts import Facts
from planskg.exporting.tables.columns import Graph, Property, Reader, Value, follow
from planskg.graph.draft import LEVELS
from planskg.graph.terms import ID, OA, PLAN, PROV, RDF, SKOS, VOID, asserted_graph, shorten
from planskg.model import Span

Rows = Callable[[Graph], Iterable[ox.NamedNode]]
LEVEL_OF = {kind: level for level, kind in LEVELS.items()}


class Line(NamedTuple):
    """A line of a document's text."""

    document: ox.NamedNode
    number: int
    """From 1."""
    span: Span
    text: str

    @property
    def key(self) -> str:
        """What a table calls it."""
        return f"{self.document.value.removeprefix(ID)}/line/{self.number}"


def of_class(*kinds: ox.NamedNode) -> Rows:
    """Return the nodes of classes, by their IRIs."""
    return lambda graph: sorted({node for kind in kinds for node in graph.facts.of_class(kind)}, key=str)


def in_text(kind: ox.NamedNode) -> Rows:
    """Return the nodes of a class, by document and in text order."""
    return lambda graph: sorted(graph.facts.of_class(kind), key=lambda node: _position(graph.facts, node))


def _position(facts: Facts, node: ox.NamedNode) -> tuple[str, int, int, str]:
    source = facts.node(node, PROV.wasQuotedFrom)
    selectors = facts.nodes(source, OA.hasSelector) if source else []
    start, end = (
        next((int(text) for each in selectors if (text := facts.text(each, term)) is not None), 0)
        for term in (OA.start, OA.end)
    )
    document = source and facts.node(source, OA.hasSource)
    return document.value if document else "", start, end, node.value


def used(*predicates: Property) -> Rows:
    """Return what statements with these properties point to, by their IRIs."""
    return lambda graph: sorted({node for each in predicates for node in graph.facts.objects(each)}, key=str)


def text_lines(graph: Graph) -> Iterator[Line]:
    """Return the lines of all texts."""
    for document, starts in graph.lines.items():
        text = graph.facts.text(document, PLAN.text) or ""
        for number, (start, line) in enumerate(zip(starts, text.split("\n"), strict=True), 1):
            yield Line(document, number, Span(start, start + len(line)), line)


def of_line(read: Callable[[Line], Value | ox.NamedNode]) -> Reader:
    """Return a reader of something about a line of a text."""
    return Reader(lambda graph, line: [read(line)], (PLAN.text,))


def _key(graph: Graph, node: ox.NamedNode) -> list[Value]:
    return [graph.key(node)]


def _line(graph: Graph, node: ox.NamedNode) -> list[Value]:
    document = next(iter(follow(PROV.wasQuotedFrom, OA.hasSource).read(graph, node)), None)
    starts = follow(PROV.wasQuotedFrom, OA.hasSelector, OA.start).read(graph, node)
    found = (graph.line_at(document, int(start.value)) for start in starts)  # type: ignore[arg-type, union-attr]
    return [line for line in found if line is not None]


def _level(graph: Graph, node: ox.NamedNode) -> list[Value]:
    return [LEVEL_OF[kind] for kind in graph.facts.nodes(node, RDF.type) if kind in LEVEL_OF]


def _statements(graph: Graph, node: ox.NamedNode) -> list[Value]:
    return [int(text) for text in graph.facts.texts(asserted_graph(node), VOID.triples)]


def _own_name(graph: Graph, node: ox.NamedNode) -> list[Value]:
    return [graph.facts.text(node, SKOS.prefLabel) or graph.concepts.label(node)]


def in_vocabulary(term: Property, language: str | None = None) -> Reader:
    """Return a reader of what the vocabulary says of a concept; no document says it."""
    return Reader(lambda graph, node: [*graph.concepts.facts.texts(node, term, language)])


def symbol(*path: Property) -> Reader:
    """Return a reader of a unit as records print it: by its notation, or in the document's own words."""

    def read(graph: Graph, node: ox.NamedNode) -> list[Value]:
        units = [unit for unit in follow(*path).read(graph, node) if isinstance(unit, ox.NamedNode)]
        return [graph.facts.text(unit, SKOS.prefLabel) or graph.key(unit) for unit in units]

    return Reader(read, (*path, SKOS.prefLabel))


KEY = Reader(_key)
CODE = Reader(_key, (SKOS.notation,))
LINE = Reader(_line, (PROV.wasQuotedFrom, OA.hasSource, OA.hasSelector, OA.start, PLAN.text))
LEVEL = Reader(_level, (RDF.type,))
STATEMENTS = Reader(_statements, (VOID.triples,))
NAME = Reader(_own_name, (SKOS.prefLabel,))
SHORT = Reader(lambda graph, node: [shorten(node)])
SCHEME = Reader(lambda graph, node: [shorten(node).partition(":")[0]])
RANK = Reader(lambda graph, node: [int(text) for text in graph.concepts.facts.texts(node, PLAN.rank)])
LENGTH = Reader(lambda graph, node: [len(graph.facts.text(node, PLAN.text) or "")], (PLAN.text,))
