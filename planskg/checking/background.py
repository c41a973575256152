"""What a document's graph leans on without saying it: which classes are below which, and what the concepts are."""

from collections.abc import Sequence
from functools import cache

import pyoxigraph as ox

from planskg.graph.ontology import load_tables
from planskg.graph.store import read_ontology
from planskg.graph.terms import PLAN, QUDT, RDF, RDFS, SKOS

TOLD = {
    RDF.type,
    SKOS.inScheme,
    SKOS.prefLabel,
    SKOS.notation,
    PLAN.rank,
    PLAN.polarity,
    PLAN.constantPrices,
    PLAN.defaultUnit,
    PLAN.dimension,
    QUDT.conversionMultiplier,
}
"""What rules ask of a concept; its other words are the extractor's."""


def background(statements: Sequence[ox.Quad | ox.Triple]) -> list[ox.Triple]:
    """Return the subclass axioms of the ontology, and what the concepts are that statements point to."""
    concepts = _concepts()
    named = {each.object for each in statements if each.object in concepts}
    # Units and polarities that those concepts point to in their turn.
    named |= {triple.object for node in named for triple in concepts[node] if triple.object in concepts}
    return [*_subclasses(), *(triple for node, triples in concepts.items() if node in named for triple in triples)]


@cache
def _subclasses() -> tuple[ox.Triple, ...]:
    pairs = ((ox.NamedNode(each), ox.NamedNode(above)) for each, row in load_tables().classes.items() for above in row)
    return tuple(ox.Triple(each, RDFS.subClassOf, above) for each, above in pairs)


@cache
def _concepts() -> dict[object, list[ox.Triple]]:
    found: dict[object, list[ox.Triple]] = {}
    for triple in read_ontology():
        if triple.predicate in TOLD:
            found.setdefault(triple.subject, []).append(triple)
    return {
        node: triples for node, triples in found.items() if any(each.predicate == SKOS.inScheme for each in triples)
    }
