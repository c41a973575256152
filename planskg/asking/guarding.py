"""What is refused of SPARQL that people write: updates, and whatever reaches outside the store."""

import re
from itertools import pairwise

import pyoxigraph as ox

from planskg.errors import BadQuery

AD_HOC = "SPARQL"
"""What a query without a name is called in an error."""
UPDATES = {"INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY"}
# Strings, IRIs, comments, variables, language tags and the local part of names are no keywords. Where Oxigraph reads
# less as one of them than is read here, a keyword would slip through: so comments end at \r too, local parts at a dot.
TOKEN = re.compile(
    r"""
    "{3}(?:\\.|[^\\])*?"{3} | '{3}(?:\\.|[^\\])*?'{3} | "(?:\\.|[^"\\\n])*" | '(?:\\.|[^'\\\n])*'
    | (?P<iri> <[^<>"{}|^`\\\s]*> )
    | \#[^\r\n]* | [?$]\w+ | @[A-Za-z]+(?:-[A-Za-z0-9]+)* | :(?:[\w:%]|\\.)(?:[\w:%-]|\\.)*
    | (?P<word> [A-Za-z_]+ )
    """,
    re.VERBOSE | re.DOTALL,
)


def refuse_reaching_out(store: ox.Store, sparql: str) -> None:
    """Raise BadQuery for an update, for SERVICE, and for FROM a graph that the store does not hold."""
    tokens = _tokens(sparql)
    words = [word.upper() for word, _ in tokens]
    if found := [word for word in words if word in UPDATES]:
        raise BadQuery(AD_HOC, f"{found[0]} is an update; a store is only asked here")
    # Oxigraph needs no blank after a word before it, so trueSERVICE calls out as well.
    if any("SERVICE" in word for word in words):
        raise BadQuery(AD_HOC, "SERVICE would call another server; only this store is asked")
    for (word, _), (_, iri) in pairwise(tokens):
        if word.upper() in ("FROM", "NAMED") and iri and not store.contains_named_graph(ox.NamedNode(iri)):
            raise BadQuery(AD_HOC, f"FROM <{iri}>: the store holds no such graph, and none is read from elsewhere")


def chooses_graphs(sparql: str) -> bool:
    """Tell whether a query says itself, with FROM, what its default graph is."""
    return any(word.upper() == "FROM" for word, _ in _tokens(sparql))


def _tokens(sparql: str) -> list[tuple[str, str]]:
    """Return keywords and IRIs in their order, as pairs of which one is empty."""
    found = TOKEN.finditer(_unescape(sparql))
    return [(match["word"] or "", (match["iri"] or "")[1:-1]) for match in found if match["word"] or match["iri"]]


def _unescape(sparql: str) -> str:
    r"""Return a query without the \u escapes, which SPARQL allows in keywords too."""
    return re.sub(
        r"\\u([0-9A-Fa-f]{4})|\\U00(0[0-9A-Fa-f]{5}|10[0-9A-Fa-f]{4})",
        lambda match: chr(int(match[1] or match[2], 16)),
        sparql,
    )
