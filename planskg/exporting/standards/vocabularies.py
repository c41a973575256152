"""The vocabularies as SKOS for tools that read no ontology, each concept a skos:Concept at the top of its scheme."""

from collections.abc import Iterator

import pyoxigraph as ox

from planskg.exporting.source import Source
from planskg.graph.terms import RDF, SKOS
from planskg.graph.writing import sort_triples, write_sorted


def write_skos(source: Source) -> bytes:
    """Return all schemes and their concepts in one Turtle file; concepts of a document's own are in its graph alone."""
    return write_sorted(sort_triples(_skos(source)), "turtle")


def _skos(source: Source) -> Iterator[ox.Triple]:
    schemes = source.ontology.of_class(SKOS.ConceptScheme)
    concepts = {scheme: source.ontology.pointing(SKOS.inScheme, scheme) for scheme in schemes}
    told = {*schemes, *(concept for found in concepts.values() for concept in found)}
    for node in told:
        yield from source.ontology.statements(node)
    for scheme, found in concepts.items():
        for concept in found:
            yield ox.Triple(concept, RDF.type, SKOS.Concept)
            if not source.ontology.nodes(concept, SKOS.broader):
                yield ox.Triple(concept, SKOS.topConceptOf, scheme)
                yield ox.Triple(scheme, SKOS.hasTopConcept, concept)
