"""The ontology closed by owlrl, and the closure read off into tables; the one module that calls owlrl."""

from collections.abc import Iterable
from pathlib import Path

import pyoxigraph as ox

from planskg.errors import BadAsset
from planskg.graph.bridging import to_rdflib
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
Words = tuple[str, str, str]
BUILT_IN = (OWL.iri, RDF.iri, RDFS.iri, XSD.iri)


def compile_tables(ontology: Path) -> Tables:
    """Close an ontology file with owlrl and return its tables."""
    triples = _close(ontology)
    inverse = _pairs(triples, OWL.inverseOf)
    both_ways = [*inverse, *((right, left) for left, right in inverse)]
    symmetric = [(each, each) for each in _instances(triples, OWL.SymmetricProperty)]
    transitive = [[each, each, each] for each in _instances(triples, OWL.TransitiveProperty)]
    return Tables(
        classes=_group(_pairs(triples, RDFS.subClassOf)),
        properties=_group(_pairs(triples, RDFS.subPropertyOf)),
        domains=_group(_pairs(triples, RDFS.domain)),
        ranges=_group(_pairs(triples, RDFS.range)),
        inverses=_group([*both_ways, *symmetric]),
        chains=sorted([*_chains(triples), *transitive]),
    )


def _close(ontology: Path) -> set[Words]:
    """Return an ontology with all that owlrl derives from it, each term as its IRI or label."""
    from owlrl import DeductiveClosure, OWLRL_Semantics

    try:
        graph = to_rdflib(ox.parse(path=str(ontology), format=ox.RdfFormat.TURTLE))
    except SyntaxError as error:
        raise BadAsset(ontology, "Turtle", str(error)) from None
    for term in sorted({str(term) for triple in graph for term in triple}):
        if term.startswith(OWL.iri) and term.removeprefix(OWL.iri) not in UNDERSTOOD:
            raise BadAsset(ontology, term, "the reasoner's tables cannot tell what follows from it")
    DeductiveClosure(OWLRL_Semantics).expand(graph)
    return {(str(subject), str(predicate), str(value)) for subject, predicate, value in graph}


def _pairs(triples: set[Words], predicate: ox.NamedNode) -> list[tuple[str, str]]:
    """Return what a predicate joins, without owl:Thing, datatypes and, but for inverses, what joins itself."""
    return [
        (left, right)
        for left, joins, right in triples
        if joins == predicate.value
        and (left != right or predicate == OWL.inverseOf)
        and not left.startswith(BUILT_IN)
        and not right.startswith(BUILT_IN)
    ]


def _instances(triples: set[Words], kind: ox.NamedNode) -> list[str]:
    return [each for each, predicate, value in triples if (predicate, value) == (RDF.type.value, kind.value)]


def _chains(triples: set[Words]) -> list[list[str]]:
    first = {each: value for each, predicate, value in triples if predicate == RDF.first.value}
    rest = {each: value for each, predicate, value in triples if predicate == RDF.rest.value}

    def steps(head: str) -> list[str]:
        return [first[head], *steps(rest[head])] if head in first else []

    found = _pairs(triples, OWL.propertyChainAxiom)
    return [[made, *steps(head)] for made, head in found]


def _group(pairs: Iterable[tuple[str, str]]) -> Lists:
    groups: Lists = {}
    for left, right in sorted(set(pairs)):
        groups.setdefault(left, []).append(right)
    return groups
