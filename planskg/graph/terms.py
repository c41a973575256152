"""The terms that the graph is written in, as closed namespaces, and the IRIs of the things it tells of.

IRIs are made from content alone, so that the same words give the same IRI everywhere. BASE is the one place that
sets where they live.
"""

from hashlib import sha256

import pyoxigraph as ox

BASE = "https://w3id.org/planskg/"
ID = BASE + "id/"


class Namespace:
    """The terms of one vocabulary that the house uses, as attributes; any other name is an error."""

    def __init__(self, iri: str, names: str) -> None:
        self.iri = iri
        self.names = frozenset(names.split())
        self.__dict__ |= {name: ox.NamedNode(iri + name) for name in self.names}

    def __getattr__(self, name: str) -> ox.NamedNode:
        raise AttributeError(f"no term {name!r} of <{self.iri}> is listed in planskg.graph.terms")


PLAN = Namespace(
    BASE + "ontology#",
    """
    PlanDocument planYear genre approvedBy text Government governs promisedBy
    Place Province Prefecture County atPlace locatedIn concernsPlace unsettledPlace
    Pillar level order number ordinal subPillarOf inPillar underPillar
    Commitment Target Aim ProjectPledge Action
    dueYear sinceYear firmness firmnessWords responsibleSector sectorWords responsibleBody sentence
    Project ofProject hasPledge stage capacity investment
    Observation year series binding indicator indicatorLabel printedValue comparator measure unreviewed
    Row inRow printedLabel printedUnit comparablePrices partOf resolution manner
    foundBy Residue residueReason
    Indicator Unit Comparator Measure Stage Firmness Sector Theme ResidueReason Cue
    Polarity HigherIsBetter LowerIsBetter Neutral
    polarity defaultUnit sector constantPrices dimension measureWord rank oc4idsStatus oc4idsMilestone
    department leadDepartment gbt4754 oc4idsSector
    wordBefore wordAfter wordInside wordWeak wordSoft wordVerb wordRise wordFall wordReach
    Profile forGenre forPlaceClass requires expects failing passing previous
    """,
)
RDF = Namespace("http://www.w3.org/1999/02/22-rdf-syntax-ns#", "Property type first rest nil")
RDFS = Namespace(
    "http://www.w3.org/2000/01/rdf-schema#", "label comment isDefinedBy subClassOf subPropertyOf domain range"
)
OWL = Namespace(
    "http://www.w3.org/2002/07/owl#",
    """
    Class ObjectProperty DatatypeProperty AnnotationProperty Ontology Thing AllDisjointClasses members
    TransitiveProperty SymmetricProperty inverseOf propertyChainAxiom equivalentClass equivalentProperty
    """,
)
XSD = Namespace("http://www.w3.org/2001/XMLSchema#", "integer decimal date gYear boolean string")
SKOS = Namespace(
    "http://www.w3.org/2004/02/skos/core#",
    """
    Concept ConceptScheme Collection member inScheme hasTopConcept topConceptOf broader prefLabel altLabel notation
    broadMatch exactMatch
    """,
)
DC = Namespace("http://purl.org/dc/elements/1.1/", "publisher")
DCTERMS = Namespace(
    "http://purl.org/dc/terms/",
    """
    title description identifier issued publisher language spatial temporal source isPartOf license creator
    conformsTo replaces Location PeriodOfTime
    """,
)
DCAT = Namespace(
    "http://www.w3.org/ns/dcat#",
    """
    Catalog Dataset Distribution dataset distribution accessURL downloadURL mediaType theme themeTaxonomy
    startDate endDate
    """,
)
FOAF = Namespace("http://xmlns.com/foaf/0.1/", "Document Agent name primaryTopic")
VOID = Namespace(
    "http://rdfs.org/ns/void#",
    """
    Dataset triples entities distinctSubjects distinctObjects properties classes vocabulary uriSpace
    exampleResource dataDump subset propertyPartition property classPartition class
    """,
)
GEO = Namespace("http://www.opengis.net/ont/geosparql#", "Feature sfWithin")
WGS84 = Namespace("http://www.w3.org/2003/01/geo/wgs84_pos#", "lat long")
ORG = Namespace("http://www.w3.org/ns/org#", "FormalOrganization")
PROV = Namespace("http://www.w3.org/ns/prov#", "Entity Activity Plan used wasQuotedFrom wasGeneratedBy")
QUDT = Namespace(
    "http://qudt.org/schema/qudt/",
    "QuantityValue Unit numericValue hasUnit hasQuantityKind conversionMultiplier",
)
SCHEMA = Namespace("https://schema.org/", "AdministrativeArea Project minValue maxValue")
OA = Namespace(
    "http://www.w3.org/ns/oa#",
    """
    SpecificResource TextPositionSelector TextQuoteSelector hasSource hasSelector start end exact prefix suffix
    """,
)
QB = Namespace(
    "http://purl.org/linked-data/cube#",
    """
    DataSet DataStructureDefinition ComponentSpecification ComponentProperty DimensionProperty MeasureProperty
    AttributeProperty CodedProperty Observation
    structure component componentProperty dimension measure attribute componentRequired order codeList concept dataSet
    """,
)
SOSA = Namespace("http://www.w3.org/ns/sosa/", "ObservableProperty")
SH = Namespace(
    "http://www.w3.org/ns/shacl#",
    """
    NodeShape property node sparql select prefixes declare prefix namespace message severity path name description
    targetClass targetSubjectsOf targetObjectsOf targetNode Violation Warning Info
    ValidationReport ValidationResult conforms
    result focusNode sourceShape sourceConstraint resultSeverity resultMessage value
    """,
)

PREFIXES = {
    "plan": PLAN.iri,
    "id": ID,
    "ind": f"{BASE}vocab/indicator/",
    **{
        name: f"{BASE}vocab/{name}/"
        for name in ("unit", "comparator", "measure", "stage", "firmness", "sector", "theme", "residue", "cue")
    },
    "dc": DC.iri,
    "dcat": DCAT.iri,
    "dcterms": DCTERMS.iri,
    "foaf": FOAF.iri,
    "geo": GEO.iri,
    "oa": OA.iri,
    "org": ORG.iri,
    "owl": OWL.iri,
    "prov": PROV.iri,
    "qb": QB.iri,
    "qudt": QUDT.iri,
    "rdf": RDF.iri,
    "rdfs": RDFS.iri,
    "schema": SCHEMA.iri,
    "skos": SKOS.iri,
    "sosa": SOSA.iri,
    "void": VOID.iri,
    "wgs84": WGS84.iri,
    "xsd": XSD.iri,
}
"""The prefixes of every export, query and context."""


def digest(*parts: str, length: int = 8) -> str:
    """Return hex digits of the SHA-256 over some words in their order: 8 tell things of one document apart."""
    return sha256("\x1f".join(parts).encode()).hexdigest()[:length]


def identify(*steps: str) -> ox.NamedNode:
    """Return the IRI of a thing of the house: id:place/652300."""
    return ox.NamedNode(ID + "/".join(steps))


def extend(node: ox.NamedNode, *steps: str) -> ox.NamedNode:
    """Return the IRI of a part of a thing: D/source/10-20."""
    return ox.NamedNode("/".join([node.value, *steps]))


def asserted_graph(document: ox.NamedNode) -> ox.NamedNode:
    """Return the named graph that holds what a document says."""
    return extend(document, "graph")


def inferred_graph(document: ox.NamedNode) -> ox.NamedNode:
    """Return the named graph that holds what follows from it."""
    return extend(document, "inferred")


def shorten(term: ox.NamedNode) -> str:
    """Return a term with its prefix: plan:firmness."""
    fitting = ((name, iri) for name, iri in PREFIXES.items() if term.value.startswith(iri))
    name, iri = max(fitting, key=lambda row: len(row[1]), default=("", ""))
    return f"{name}:{term.value.removeprefix(iri)}" if name else term.value
