"""What the exports are, as a catalogue of DCAT-AP and a description of VoID, for the portals of open data.

Its addresses are relative, so they come true wherever the folder of the exports is published. It knows no clock: its
dates are those of the documents.
"""

from collections.abc import Iterable, Iterator
from urllib.parse import quote

import pyoxigraph as ox

from planskg.exporting.exporter import Exporter
from planskg.exporting.source import Source
from planskg.exporting.standards.statistics import count_statements
from planskg.graph.literals import chinese
from planskg.graph.terms import DCAT, DCTERMS, FOAF, ID, PLAN, PREFIXES, RDF, RDFS, SKOS, VOID

FOLDER = "here://exports/"
HERE = f"{FOLDER}catalogue.ttl"
"""Only what addresses are relative to while they are written; it stands in no file."""
CATALOGUE, PLANS, PUBLISHER, PERIOD = (
    ox.NamedNode(f"{HERE}#{name}") for name in ("catalogue", "plans", "publisher", "period")
)
MEDIA = {
    ".ttl": "text/turtle",
    ".trig": "application/trig",
    ".nq": "application/n-quads",
    ".rdf": "application/rdf+xml",
    ".jsonld": "application/ld+json",
    ".json": "application/json",
    ".jsonl": "text/plain",
    ".geojson": "application/geo+json",
    ".csv": "text/csv",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".parquet": "application/vnd.apache.parquet",
    ".db": "application/vnd.sqlite3",
    ".sqlite": "application/vnd.sqlite3",
    ".xml": "application/xml",
    ".graphml": "application/xml",
    ".gexf": "application/xml",
    ".dot": "text/vnd.graphviz",
    ".gv": "text/vnd.graphviz",
    ".cypher": "text/plain",
    ".html": "text/html",
    ".svg": "image/svg+xml",
    ".png": "image/png",
}
"""By the ending of a file, the type that IANA knows; the nearest where it knows none."""
MEDIA_TYPE = "https://www.iana.org/assignments/media-types/"
DUMPS = ("turtle", "trig", "nquads", "rdfxml", "jsonld")
"""The files that hold every statement in a form of RDF."""
EU = "http://publications.europa.eu/resource/authority/"
CHINESE, THEMES, THEME_SCHEME = f"{EU}language/ZHO", (f"{EU}data-theme/GOVE", f"{EU}data-theme/ECON"), f"{EU}data-theme"
TITLES = {
    CATALOGUE: ("地方政府计划图谱的文件", "Files of a graph of local government plans"),
    PLANS: ("地方政府计划图谱", "A graph of local government plans"),
}
DESCRIPTIONS = {
    CATALOGUE: ("同一图谱以各种格式写成的文件。", "The files that one graph was written to, in many formats."),
    PLANS: (
        "计划文件所作的承诺（目标、项目、要求）与指标表，每条都有原文。",
        "What plans promise (targets, projects, aims) and their tables of figures, each with the words that say it.",
    ),
}
OF_DOCUMENTS = (DCTERMS.title, DCTERMS.identifier, DCTERMS.issued, DCTERMS.publisher, DCTERMS.spatial, PLAN.planYear)
OF_OTHERS = (RDF.type, RDFS.label, SKOS.notation)
CARRIED = frozenset({FOAF.primaryTopic, *OF_DOCUMENTS, *OF_OTHERS})


def write_catalogue(source: Source, formats: Iterable[Exporter]) -> bytes:
    """Return the description of a store and of the files that it was written to, as Turtle with relative addresses."""
    triples = {*_catalogue(), *_plans(source), *count_statements(source, PLANS), *_documents(source), *_files(formats)}
    text = ox.serialize(sorted(triples, key=str), format=ox.RdfFormat.TURTLE, prefixes=PREFIXES, base_iri=HERE) or b""
    header = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in sorted(PREFIXES.items())).encode()
    body = (line for line in text.splitlines(keepends=True) if not line.startswith((b"@base", b"@prefix")))
    return header + b"\n" + b"".join(body)


def _catalogue() -> Iterator[ox.Triple]:
    for node, titles in TITLES.items():
        yield from _say(node, DCTERMS.title, *titles)
        yield from _say(node, DCTERMS.description, *DESCRIPTIONS[node])
        yield ox.Triple(node, DCTERMS.publisher, PUBLISHER)
        yield ox.Triple(node, DCTERMS.language, ox.NamedNode(CHINESE))
    yield ox.Triple(CATALOGUE, RDF.type, DCAT.Catalog)
    yield ox.Triple(CATALOGUE, DCAT.themeTaxonomy, ox.NamedNode(THEME_SCHEME))
    yield ox.Triple(CATALOGUE, DCAT.dataset, PLANS)
    yield ox.Triple(PUBLISHER, RDF.type, FOAF.Agent)
    yield from _say(PUBLISHER, FOAF.name, "本文件的发布者", "whoever publishes this file")


def _plans(source: Source) -> Iterator[ox.Triple]:
    yield from (ox.Triple(PLANS, RDF.type, kind) for kind in (DCAT.Dataset, VOID.Dataset))
    yield from (ox.Triple(PLANS, DCAT.theme, ox.NamedNode(theme)) for theme in THEMES)
    yield ox.Triple(PLANS, VOID.uriSpace, ox.Literal(ID))
    days = {day for plan in source.plans for day in plan.facts.ends(plan.node, DCTERMS.issued)}
    for day in sorted(days, key=str)[-1:]:
        yield ox.Triple(PLANS, DCTERMS.issued, day)
    years = sorted({year for plan in source.plans for year in plan.facts.ends(plan.node, PLAN.planYear)}, key=str)
    if years:
        yield ox.Triple(PLANS, DCTERMS.temporal, PERIOD)
        yield ox.Triple(PERIOD, RDF.type, DCTERMS.PeriodOfTime)
        yield ox.Triple(PERIOD, DCAT.startDate, years[0])
        yield ox.Triple(PERIOD, DCAT.endDate, years[-1])


def _documents(source: Source) -> Iterator[ox.Triple]:
    """Tell of each document what it says of itself, and of the places and governments that it names there."""
    for plan in source.plans:
        yield ox.Triple(PLANS, DCTERMS.source, plan.node)
        yield ox.Triple(PLANS, VOID.exampleResource, plan.node)
        for predicate in (*OF_DOCUMENTS, RDF.type):
            for value in plan.facts.ends(plan.node, predicate):
                yield ox.Triple(plan.node, predicate, value)
                if isinstance(value, ox.NamedNode) and predicate != RDF.type:
                    yield from (
                        ox.Triple(value, each, end) for each in OF_OTHERS for end in plan.facts.ends(value, each)
                    )
        for place in plan.facts.nodes(plan.node, DCTERMS.spatial):
            yield ox.Triple(PLANS, DCTERMS.spatial, place)
            yield ox.Triple(place, RDF.type, DCTERMS.Location)


def _files(formats: Iterable[Exporter]) -> Iterator[ox.Triple]:
    """Tell of each file or folder that `export all` writes."""
    for each in formats:
        node = ox.NamedNode(f"{HERE}#{each.name}")
        address = ox.NamedNode(FOLDER + quote(each.path if each.suffix else f"{each.path}/"))
        yield ox.Triple(PLANS, DCAT.distribution, node)
        yield ox.Triple(node, RDF.type, DCAT.Distribution)
        yield from _say(node, DCTERMS.title, each.name, each.name)
        yield from _say(node, DCTERMS.description, each.chinese, each.english)
        yield ox.Triple(node, DCAT.accessURL, address)
        if each.suffix:
            yield ox.Triple(node, DCAT.downloadURL, address)
        if each.suffix in MEDIA:
            yield ox.Triple(node, DCAT.mediaType, ox.NamedNode(MEDIA_TYPE + MEDIA[each.suffix]))
        if each.name in DUMPS:
            yield ox.Triple(PLANS, VOID.dataDump, address)


def _say(node: ox.NamedNode, predicate: ox.NamedNode, zh: str, english: str) -> Iterator[ox.Triple]:
    yield ox.Triple(node, predicate, chinese(zh))
    yield ox.Triple(node, predicate, ox.Literal(english, language="en"))
