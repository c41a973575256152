"""How much of what a graph holds, in the terms of VoID."""

from collections import Counter
from collections.abc import Iterator

import pyoxigraph as ox

from planskg.exporting.source import Source
from planskg.graph.literals import count
from planskg.graph.terms import RDF, VOID, digest

CLASS = getattr(VOID, "class")


def count_statements(source: Source, node: ox.NamedNode) -> Iterator[ox.Triple]:
    """Tell how many triples, nodes, properties and classes a store has, as a description of a node."""
    triples = source.triples
    properties = Counter(each.predicate for each in triples)
    classes = Counter(each.object for each in triples if each.predicate == RDF.type)
    counts = {
        VOID.triples: len(triples),
        VOID.distinctSubjects: len({each.subject for each in triples}),
        VOID.distinctObjects: len({each.object for each in triples}),
        VOID.properties: len(properties),
        VOID.classes: len(classes),
    }
    yield ox.Triple(node, RDF.type, VOID.Dataset)
    yield from (ox.Triple(node, predicate, count(number)) for predicate, number in counts.items())
    for term, number in [*properties.items(), *classes.items()]:
        if isinstance(term, ox.NamedNode):
            is_property = term in properties
            part = ox.NamedNode(f"{node.value}-{digest(term.value)}")
            yield ox.Triple(node, VOID.vocabulary, _space(term))
            yield ox.Triple(node, VOID.propertyPartition if is_property else VOID.classPartition, part)
            yield ox.Triple(part, RDF.type, VOID.Dataset)
            yield ox.Triple(part, VOID.property if is_property else CLASS, term)
            yield ox.Triple(part, VOID.triples if is_property else VOID.entities, count(number))
    yield from _graphs(source, node)


def _graphs(source: Source, node: ox.NamedNode) -> Iterator[ox.Triple]:
    for graph, number in Counter(quad.graph_name for quad in source.quads).items():
        if isinstance(graph, ox.NamedNode):
            yield ox.Triple(node, VOID.subset, graph)
            yield ox.Triple(graph, RDF.type, VOID.Dataset)
            yield ox.Triple(graph, VOID.triples, count(number))


def _space(term: ox.NamedNode) -> ox.NamedNode:
    """Return the vocabulary that a term is of: its IRI up to the last # or /."""
    iri = term.value
    return ox.NamedNode(iri[: max(iri.rfind("#"), iri.rfind("/")) + 1])
