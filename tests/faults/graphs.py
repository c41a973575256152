"""One fault planted in the graph of a plan, where no text can hold it."""

import random
from collections.abc import Collection, Iterable
from decimal import Decimal
from functools import cache

import pyoxigraph as ox

from faults.kinds import Damage
from planskg.graph.terms import RDF, XSD

Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
PREFIXES = "".join(
    f"@prefix {prefix}: <{iri}> .\n"
    for prefix, iri in {
        "dcat": "http://www.w3.org/ns/dcat#",
        "dcterms": "http://purl.org/dc/terms/",
        "foaf": "http://xmlns.com/foaf/0.1/",
        "geo": "http://www.opengis.net/ont/geosparql#",
        "oa": "http://www.w3.org/ns/oa#",
        "plan": "https://w3id.org/planskg/ontology#",
        "prov": "http://www.w3.org/ns/prov#",
        "qudt": "http://qudt.org/schema/qudt/",
        "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
        "schema": "https://schema.org/",
        "skos": "http://www.w3.org/2004/02/skos/core#",
        "void": "http://rdfs.org/ns/void#",
        "wgs84": "http://www.w3.org/2003/01/geo/wgs84_pos#",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
        "stage": "https://w3id.org/planskg/vocab/stage/",
        "measure": "https://w3id.org/planskg/vocab/measure/",
        "comparator": "https://w3id.org/planskg/vocab/comparator/",
        "firmness": "https://w3id.org/planskg/vocab/firmness/",
        "sector": "https://w3id.org/planskg/vocab/sector/",
        "theme": "https://w3id.org/planskg/vocab/theme/",
        "residue": "https://w3id.org/planskg/vocab/residue/",
        "unit": "https://w3id.org/planskg/vocab/unit/",
        "ind": "https://w3id.org/planskg/vocab/indicator/",
    }.items()
)


def damage_graph(quads: Iterable[ox.Quad], damage: Damage) -> tuple[list[ox.Quad], frozenset[str]]:
    """Return the quads with one node damaged, and the IRIs at which that may be noticed.

    These are the node, the source whose selector it is, and the terms that were put there. Raises ValueError where no
    node is of the kind that is wanted.
    """
    quads = list(quads)
    node = _choose(quads, damage.node, damage.seed, damage.needs)
    predicate = _name(damage.predicate)
    held = {each.object for each in quads if (each.subject, each.predicate) == (node, predicate)}
    kept = [each for each in quads if damage.add or (each.subject, each.predicate) != (node, predicate)]
    said = [_value(quads, words, damage.seed, held) for words in (damage.put, damage.add) if words]
    told = {node.value, node.value.rpartition("/")[0], predicate.value, *(each.value for each in said)}
    return [*kept, *(ox.Quad(node, predicate, each, quads[0].graph_name) for each in said)], frozenset(told)


def _choose(
    quads: list[ox.Quad], kind: str, seed: int, needs: str = "rdf:type", but: Collection[Term] = ()
) -> ox.NamedNode:
    """Return a node of a class by the seed, the same for the same graph, that has some predicate."""
    known = {each.subject for each in quads if (each.predicate, each.object) == (RDF.type, _name(kind))}
    able = {each.subject for each in quads if each.predicate == _name(needs)}
    nodes = sorted(
        (node for node in known & able if isinstance(node, ox.NamedNode) and node not in but),
        key=lambda node: node.value,
    )
    if not nodes:
        raise ValueError(f"no {kind} has {needs}")
    return random.Random(seed).choice(nodes)


def _value(quads: list[ox.Quad], words: str, seed: int, held: Collection[Term]) -> ox.NamedNode | ox.Literal:
    """Return what is said instead.

    `a plan:Place` stands for some node of that class that is not said there, `+0.5` for that much more than is.
    """
    if words.startswith("a "):
        return _choose(quads, words.removeprefix("a "), seed, but=held)
    if words.startswith("+"):
        (number,) = (Decimal(each.value) for each in held if isinstance(each, ox.Literal))
        return ox.Literal(str(number + Decimal(words)), datatype=XSD.decimal)
    return _term(words)


@cache
def _term(words: str) -> ox.NamedNode | ox.Literal:
    """Return a term as Turtle spells it."""
    (triple,) = ox.parse(f"{PREFIXES}<urn:x> <urn:y> {words} .", format=ox.RdfFormat.TURTLE)
    term: Term = triple.object
    if isinstance(term, ox.BlankNode | ox.Triple):
        raise ValueError(f"{words} is neither a name nor a literal")
    return term


def _name(words: str) -> ox.NamedNode:
    term = _term(words)
    if isinstance(term, ox.Literal):
        raise ValueError(f"{words} is no name")
    return term
