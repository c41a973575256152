"""The vocabularies as SKOS for tools that read no ontology, each concept a skos:Concept at the top of its scheme."""

from collections.abc import Iterator

import pyoxigraph as ox

from planskg.exporting.facts import ontology_triples
from planskg.exporting.source import Source
from planskg.graph.terms import RDF, SKOS
from planskg.graph.writing import write_quads


def write_skos(source: Source) -> bytes:
    """Return all schemes and their concepts in one Turtle file; concepts of a document's own are in its graph alone."""
    return write_quads((ox.Quad(*triple) for triple in set(_skos(source))), "turtle")


def _skos(source: Source) -> Iterator[ox.Triple]:
    schemes = source.ontology.of_class(SKOS.ConceptScheme)
    concepts = {scheme: source.ontology.pointing(SKOS.inScheme, scheme) for scheme in schemes}
    told = {*schemes, *(concept for found in concepts.values() for concept in found)}
    yield from (triple for triple in ontology_triples(source.store) if triple.subject in told)
    for scheme, found in concepts.items():
        for concept in found:
            yield ox.Triple(concept, RDF.type, SKOS.Concept)
            if not source.ontology.nodes(concept, SKOS.broader):
                yield ox.Triple(concept, SKOS.topConceptOf, scheme)
                yield ox.Triple(scheme, SKOS.hasTopConcept, concept)
