"""Asking: a question or SPARQL of one's own, run over all named graphs of a store at once.

The default graph is the union of what the documents say, what follows from it, and the ontology. What two graphs say is
met twice there, so the questions count and select DISTINCT.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

import pyoxigraph as ox

from planskg.asking.binding import bind
from planskg.asking.guarding import AD_HOC, chooses_graphs, refuse_reaching_out
from planskg.asking.questions import SLOT, Question, get_question
from planskg.errors import BadQuery
from planskg.graph.terms import PREFIXES

Cell = ox.NamedNode | ox.Literal | ox.BlankNode | ox.Triple | None
JSON = ox.QueryResultsFormat.JSON
TRIPLES = """
SELECT ?subject ?predicate ?object WHERE { ?subject ?predicate ?object } ORDER BY ?subject ?predicate ?object
"""


@dataclass(frozen=True, slots=True)
class Answer:
    """Rows under a header; a cell is None where a row says nothing."""

    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    json: bytes
    """The same as SPARQL 1.1 Query Results JSON, as Oxigraph writes it."""


def ask(store: ox.Store, name: str, given: Mapping[str, str] | None = None) -> Answer:
    """Return the answer to a question of queries/, narrowed by what is given for its parameters; raises BadQuery."""
    return _run(store, name, bind_question(store, get_question(name), given or {}))


def bind_question(store: ox.Store, question: Question, given: Mapping[str, str]) -> str:
    """Return a question's SPARQL with its parameters bound; raises BadQuery for one unknown, missing or ill given."""
    known = [each.name for each in question.parameters]
    if unknown := [name for name in given if name not in known]:
        told = f"it has {', '.join(known)}" if known else "it has none"
        raise BadQuery(question.name, f"no parameter {', '.join(unknown)}; {told}")
    blocks: dict[str, str] = {}
    for each in question.parameters:
        value = given.get(each.name, each.default)
        if value is None and each.required:
            raise BadQuery(question.name, f"needs {each.name}=… ({each.type}: {each.description})")
        try:
            terms = [] if value is None else bind(store, each.type, value)
        except ValueError as error:
            raise BadQuery(question.name, f"{each.name}: {error}") from None
        blocks[each.name] = f"VALUES ${each.name} {{ {' '.join(map(str, terms))} }}" if terms else ""
    return SLOT.sub(lambda slot: blocks[slot[1]], question.text)


def ask_text(store: ox.Store, sparql: str) -> Answer:
    """Return the answer to SPARQL of one's own, with the prefixes of the house; raises BadQuery.

    ASK gives one cell, CONSTRUCT and DESCRIBE give sorted triples. Updates are refused, and so is what would reach
    outside the store.
    """
    refuse_reaching_out(store, sparql)
    return _run(store, AD_HOC, sparql)


def _run(store: ox.Store, name: str, sparql: str) -> Answer:
    union = not chooses_graphs(sparql)
    try:
        found = store.query(sparql, prefixes=PREFIXES, use_default_graph_as_union=union)
    except SyntaxError as error:
        raise BadQuery(name, _syntax(str(error), sparql)) from None
    written = (_as_rows(found) if isinstance(found, ox.QueryTriples) else found).serialize(format=JSON) or b""
    read = ox.parse_query_results(written, format=JSON)
    if isinstance(read, ox.QueryBoolean):
        return Answer(("answer",), ((ox.Literal(bool(read)),),), written)
    header = tuple(variable.value for variable in read.variables)
    return Answer(header, tuple(tuple(row) for row in read), written)


def _as_rows(triples: ox.QueryTriples) -> ox.QuerySolutions:
    """Return triples as sorted rows."""
    store = ox.Store()
    store.extend(ox.Quad(triple.subject, triple.predicate, triple.object) for triple in triples)
    found = store.query(TRIPLES)
    assert isinstance(found, ox.QuerySolutions)
    return found


def _syntax(told: str, sparql: str) -> str:
    """Return where a query breaks off in one line, without the parser's list of all that it would have taken."""
    place = re.match(r"error at (\d+):(\d+)", told)
    if place is None:
        return " ".join(told.split())
    line = (sparql.splitlines() or [""])[min(int(place[1]), len(sparql.splitlines()) or 1) - 1]
    reason = "unknown prefix" if "Prefix not found" in told else "not SPARQL"
    return f"{reason} at line {place[1]}, column {place[2]}: {line.strip()[:80]}"
