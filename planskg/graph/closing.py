"""The ontology closed by owlrl, and the closure read off into tables; the one module that imports owlrl."""

from collections.abc import Iterable
from pathlib import Path

import pyoxigraph as ox
from owlrl import DeductiveClosure, OWLRL_Semantics
from rdflib import Graph, URIRef
from rdflib.collection import Collection

from planskg.errors import BadAsset
from planskg.graph.tables import Lists, Tables
from planskg.graph.terms import OWL, RDF, RDFS, XSD, Namespace

UNDERSTOOD = Namespace(
    OWL.iri,
    """
    Ontology versionIRI versionInfo Class ObjectProperty DatatypeProperty AnnotationProperty NamedIndividual
    equivalentClass equivalentProperty inverseOf SymmetricProperty TransitiveProperty propertyChainAxiom
    disjointWith AllDisjointClasses members
    """,
).names
"""The terms of OWL that the tables can tell of; any other in the ontology is an error, not an axiom lost in silence."""
BUILT_IN = (OWL.iri, RDF.iri, RDFS.iri, XSD.iri)


def compile_tables(ontology: Path) -> Tables:
    """Close an ontology file with owlrl and return its tables."""
    graph = Graph()
    try:
        graph.parse(ontology, format="turtle")
    except (SyntaxError, ValueError) as error:
        raise BadAsset(ontology, "Turtle", str(error)) from None
    for term in sorted({str(term) for triple in graph for term in triple}):
        if term.startswith(OWL.iri) and term.removeprefix(OWL.iri) not in UNDERSTOOD:
            raise BadAsset(ontology, term, "the reasoner's tables cannot tell what follows from it")
    DeductiveClosure(OWLRL_Semantics).expand(graph)
    return _tables(graph)


def _tables(graph: Graph) -> Tables:
    """Read the tables off a closed ontology."""
    inverse, symmetric = _pairs(graph, OWL.inverseOf), _instances(graph, OWL.SymmetricProperty)
    both_ways = [*inverse, *((right, left) for left, right in inverse), *((each, each) for each in symmetric)]
    transitive = [(each, [each, each]) for each in _instances(graph, OWL.TransitiveProperty)]
    return Tables(
        classes=_group(_pairs(graph, RDFS.subClassOf)),
        properties=_group(_pairs(graph, RDFS.subPropertyOf)),
        domains=_group(_pairs(graph, RDFS.domain)),
        ranges=_group(_pairs(graph, RDFS.range)),
        inverses=_group(both_ways),
        chains=sorted([*_chains(graph), *transitive]),
    )


def _pairs(graph: Graph, predicate: ox.NamedNode) -> list[tuple[str, str]]:
    """Return what a predicate joins, without owl:Thing, datatypes and, but for inverses, what joins itself."""
    found = ((str(left), str(right)) for left, right in graph.subject_objects(URIRef(predicate.value)))
    own_inverse = predicate == OWL.inverseOf
    return [
        (left, right)
        for left, right in found
        if (left != right or own_inverse) and not left.startswith(BUILT_IN) and not right.startswith(BUILT_IN)
    ]


def _instances(graph: Graph, kind: ox.NamedNode) -> list[str]:
    return [str(each) for each in graph.subjects(URIRef(RDF.type.value), URIRef(kind.value))]


def _chains(graph: Graph) -> list[tuple[str, list[str]]]:
    found = graph.subject_objects(URIRef(OWL.propertyChainAxiom.value))
    return [(str(made), [str(step) for step in Collection(graph, head)]) for made, head in found]


def _group(pairs: Iterable[tuple[str, str]]) -> Lists:
    groups: Lists = {}
    for left, right in sorted(set(pairs)):
        groups.setdefault(left, []).append(right)
    return groups
