"""Terms that no vocabulary in use has: what a person who writes RDF by hand misspells.

SHACL sees only what is there under the right name, so a graph of misspelt terms conforms. What is found here is told
to the shape unknown-term as statements of the shapes' own namespace, and becomes a finding like any other.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib import import_module

import pyoxigraph as ox

from planskg.checking.shapes import SHAPES
from planskg.graph import terms
from planskg.graph.store import read_ontology
from planskg.graph.terms import BASE, ID, PREFIXES, RDF, SH, Namespace
from planskg.nearest import find_nearest

UNMAPPED = "urn:planskg:unmapped#"
"""Where the reader of JSON-LD puts keys that its context does not know, which would else be lost."""
UNKNOWN_TERM = ox.NamedNode(SHAPES + "unknown-term")
PRINTED, NEAREST, WHERE = (ox.NamedNode(SHAPES + name) for name in ("printed", "nearest", "where"))
LISTED = {
    namespace.iri: {namespace.iri + name for name in namespace.names}
    for namespace in vars(terms).values()
    if isinstance(namespace, Namespace) and not namespace.iri.startswith(BASE)
}
"""The terms of others that the house uses."""
IN_RDFLIB = {"schema": "SDO", "wgs84": "WGS"}
"""rdflib.namespace has the whole list of most vocabularies, under the prefix in capitals but for these."""
UNLISTED = {PREFIXES["oa"], PREFIXES["qudt"]}
"""Vocabularies that it does not have: of them, only what is spelt almost like a term in use counts as wrong."""
SHOWN = 5
"""So many lines are named for one term."""


def find_unknown(statements: Iterable[ox.Quad], text: str, name: str) -> list[ox.Triple]:
    """Return what the shape unknown-term looks at: the wrong terms among statements, and where the file has them."""
    used = {term for each in statements for term in _terms(each)}
    return [triple for iri in sorted(used) if not _is_known(iri) for triple in _tell(iri, text, name)]


def _terms(statement: ox.Quad) -> Iterator[str]:
    """Yield the IRIs of a statement: of a literal its datatype, which a text with a language need not tell."""
    for node in (statement.subject, statement.predicate, statement.object):
        if isinstance(node, ox.NamedNode):
            yield node.value
        elif isinstance(node, ox.Literal) and node.language is None:
            yield node.datatype.value


def _is_known(iri: str) -> bool:
    if iri.startswith((BASE, UNMAPPED)):
        return iri.startswith(ID) or iri in _own_terms()
    namespace = next((each for each in LISTED if iri.startswith(each)), None)
    if namespace is None or iri in LISTED[namespace]:
        return True
    return _nearest(iri) is None if namespace in UNLISTED else iri in _all_terms(namespace)


@cache
def _own_terms() -> frozenset[str]:
    """Return the terms of the ontology, the concepts and the schemes, and the namespaces that they are in."""
    named = (node for each in read_ontology() for node in (each.subject, each.object))
    return frozenset(node.value for node in named if isinstance(node, ox.NamedNode) and node.value.startswith(BASE))


@cache
def _all_terms(namespace: str) -> frozenset[str]:
    """Return the terms of a vocabulary of others; those in use where rdflib does not list it."""
    prefix = next((name for name, iri in (*PREFIXES.items(), ("sh", SH.iri)) if iri == namespace), "")
    listed = getattr(import_module("rdflib.namespace"), IN_RDFLIB.get(prefix, prefix.upper()), None)
    names = () if listed is None else (str(each).removeprefix(str(listed)) for each in dir(listed))
    return frozenset(namespace + name for name in names) | LISTED[namespace]


def _tell(iri: str, text: str, name: str) -> Iterator[ox.Triple]:
    node = ox.NamedNode(iri)
    yield ox.Triple(node, RDF.type, UNKNOWN_TERM)
    yield ox.Triple(node, PRINTED, ox.Literal(_shorten(iri)))
    yield ox.Triple(node, WHERE, ox.Literal(":".join([name, *_lines(iri, text)])))
    if nearest := _nearest(iri):
        yield ox.Triple(node, NEAREST, ox.Literal(_shorten(nearest)))


def _nearest(iri: str) -> str | None:
    """Return the right term of the same vocabulary; for a wrong vocabulary of the house, any of its terms."""
    if iri.startswith(UNMAPPED):
        names = {_local(each): each for each in sorted({*_own_terms(), *(t for own in LISTED.values() for t in own)})}
        return names.get(find_nearest(_local(iri), names) or "")
    namespace = next((each for each in sorted(PREFIXES.values(), key=len, reverse=True) if iri.startswith(each)), BASE)
    known: Sequence[str] = sorted(_own_terms() if namespace.startswith(BASE) else LISTED.get(namespace, ()))
    names = {each.removeprefix(namespace): each for each in known if each.startswith(namespace)}
    return names.get(find_nearest(iri.removeprefix(namespace), names) or "")


def _local(iri: str) -> str:
    return re.split("[#/]", iri)[-1]


def _shorten(iri: str) -> str:
    if iri.startswith(UNMAPPED):
        return iri.removeprefix(UNMAPPED)
    known = [(name, start) for name, start in PREFIXES.items() if iri.startswith(start)]
    return f"{known[0][0]}:{iri.removeprefix(known[0][1])}" if known else f"<{iri}>"


def _lines(iri: str, text: str) -> list[str]:
    """Return the lines of a file that have the name of a term, as one word; nothing where they are beyond counting."""
    word = re.compile(rf"(?<![\w-]){re.escape(_local(iri))}(?![\w-])")
    found = [str(number) for number, line in enumerate(text.splitlines(), start=1) if word.search(line)]
    return [", ".join(found[:SHOWN]) + (" …" if len(found) > SHOWN else "")] if found else []
