"""One graph and some shapes, brought together: the compiled way, and pySHACL as its referee."""

import re
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property
from typing import cast

import pyoxigraph as ox

from planskg.checking import reference
from planskg.checking.core import validate_core
from planskg.checking.questions import ask, count_focus_nodes
from planskg.checking.results import Result
from planskg.checking.shapes import Shapes
from planskg.graph.terms import identify

GRAPH = identify("checked")
"""The graph of statements that came without one, or from several."""
BLANK = re.compile(rb"^_:|> _:", re.MULTILINE)
Statement = ox.Quad | ox.Triple


class Data:
    """The statements that are checked, all in one graph: as a store, and as N-Triples for the engine that reads text.

    Blank nodes get names, for each engine would give them other ones. Most graphs have none and are one, and their
    statements are taken as they are: to make twelve thousand of them anew takes as long as to check them.
    """

    def __init__(self, statements: Sequence[Statement], more: Iterable[ox.Triple] = ()) -> None:
        graphs = {getattr(each, "graph_name", None) for each in statements}
        graph = graphs.pop() if len(graphs) == 1 else None
        if isinstance(graph, ox.NamedNode):
            quads = cast("Sequence[ox.Quad]", statements)
        else:
            quads, graph = [_place(each) for each in statements], GRAPH
        lines = ox.serialize(quads, format=ox.RdfFormat.N_QUADS) or b""
        if b"_:" in lines and BLANK.search(lines):
            quads, graph = [_place(each) for each in quads], GRAPH
            lines = ox.serialize(quads, format=ox.RdfFormat.N_QUADS) or b""
        told = list(more)
        # The name of the graph, said in each line, is a quarter of what the engine would have to read.
        bare = lines.replace(f" {graph} .\n".encode(), b" .\n")
        self.lines = (bare + (ox.serialize(told, format=ox.RdfFormat.N_TRIPLES) or b"")).decode()
        self.quads = [*quads, *(ox.Quad(each.subject, each.predicate, each.object, graph) for each in told)]
        self._counts: dict[Shapes, dict[str, int]] = {}

    @cached_property
    def store(self) -> ox.Store:
        """The statements as a store."""
        store = ox.Store()
        store.extend(self.quads)
        return store

    def count(self, shapes: Shapes) -> dict[str, int]:
        """Return how many focus nodes each rule has, by its code; counted once."""
        if shapes not in self._counts:
            self._counts[shapes] = count_focus_nodes(self.store, shapes.rules)
        return self._counts[shapes]


def _place(statement: Statement) -> ox.Quad:
    subject, value = statement.subject, statement.object
    if isinstance(subject, ox.BlankNode):
        subject = identify("blank", subject.value)
    if isinstance(value, ox.BlankNode):
        value = identify("blank", value.value)
    return ox.Quad(subject, statement.predicate, value, GRAPH)


Engine = Callable[[Data, Shapes], list[Result]]


def run_compiled(data: Data, shapes: Shapes) -> list[Result]:
    """Return what the Core constraints and the SPARQL constraints find, each in the engine that is fast at it."""
    with ThreadPoolExecutor(1) as pool:  # both engines let go of Python's lock, so they work at once
        core = pool.submit(validate_core, data.lines, shapes)
        counts = data.count(shapes)
        # What looks at most goes first, so that no long question is left when the others are done.
        rules = sorted(shapes.rules, key=lambda rule: -counts[rule.code])
        asked = list(ask(data.store, [rule for rule in rules if counts[rule.code]]))
    return [*core.result(), *asked]


def run_reference(data: Data, shapes: Shapes) -> list[Result]:
    """Return what pySHACL finds."""
    return reference.validate(data.quads, shapes)
