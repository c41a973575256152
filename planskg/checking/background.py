"""What a document's graph leans on without saying it: which classes are below which, and what the concepts are."""

from collections.abc import Iterable
from functools import cache

import pyoxigraph as ox

from planskg.graph.ontology import load_tables
from planskg.graph.store import read_ontology
from planskg.graph.terms import RDF, RDFS, SKOS


def background(statements: Iterable[ox.Quad | ox.Triple]) -> list[ox.Triple]:
    """Return the subclass axioms of the ontology, and type and scheme of each concept that statements point to."""
    named = {each.object for each in statements if isinstance(each.object, ox.NamedNode)}
    return [*_subclasses(), *(triple for triple in _concepts() if triple.subject in named)]


@cache
def _subclasses() -> tuple[ox.Triple, ...]:
    pairs = ((ox.NamedNode(each), ox.NamedNode(above)) for each, row in load_tables().classes.items() for above in row)
    return tuple(ox.Triple(each, RDFS.subClassOf, above) for each, above in pairs)


@cache
def _concepts() -> tuple[ox.Triple, ...]:
    return tuple(triple for triple in read_ontology() if triple.predicate in (RDF.type, SKOS.inScheme))
