"""The standards as formats, with those who read them back."""

import json
from functools import partial

import pyoxigraph as ox

from planskg.exporting.exporter import Content, Exporter, Verdict
from planskg.exporting.framing import framed_properties, write_framed
from planskg.exporting.rdf import ONE_GRAPH
from planskg.exporting.rdfxml import write_rdfxml
from planskg.exporting.source import Source
from planskg.exporting.standards import annotations, catalogue, cube, geojson
from planskg.exporting.standards.vocabularies import write_skos
from planskg.exporting.verifying import as_bytes, verify_rdf
from planskg.graph.terms import DCAT, PLAN, QB, RDF, SKOS

NO_NAME = {
    "zh": "XML 1.0 不容的控制字符写作 U+FFFD；名称不合 XML 的属性不载",
    "en": "a control character is written U+FFFD; a property whose IRI ends in no name of XML is left out",
}
ONLY_ASSERTED = {"zh": "不含推理所得", "en": "nothing of what follows from the documents"}


def count_things(content: Content, source: Source, kind: ox.NamedNode, wanted: int) -> Verdict:
    """Let Oxigraph read Turtle, and count the things of a class."""
    reader = "Oxigraph (Turtle)"
    try:
        triples = list(ox.parse(as_bytes(content), format=ox.RdfFormat.TURTLE, base_iri=catalogue.HERE))
    except (SyntaxError, ValueError) as error:
        return Verdict(reader, 0, str(error))
    found = len({each.subject for each in triples if each.predicate == RDF.type and each.object == kind})
    return Verdict(reader, found, "" if found == wanted else f"{wanted} were written")


def verify_cube(content: Content, source: Source) -> Verdict:
    """Count the observations."""
    return count_things(content, source, QB.Observation, len(source.facts.of_class(PLAN.Observation)))


def verify_skos(content: Content, source: Source) -> Verdict:
    """Count the concepts."""
    return count_things(content, source, SKOS.Concept, len({row[0] for row in source.ontology.pairs(SKOS.inScheme)}))


def verify_framed(content: Content, source: Source) -> Verdict:
    """Let Oxigraph read the trees, which say nothing that the store does not."""
    reader = "Oxigraph (JSON-LD)"
    try:
        found = {quad.triple for quad in ox.parse(as_bytes(content), format=ox.RdfFormat.JSON_LD)}
    except (SyntaxError, ValueError) as error:
        return Verdict(reader, 0, str(error))
    strange = found.difference(source.triples)
    return Verdict(reader, len(found), f"{len(strange)} statements are not the store's" if strange else "")


def verify_annotations(content: Content, source: Source) -> Verdict:
    """Read the page as JSON."""
    wanted = sum(len(plan.facts.pairs(link)) for plan in source.plans for link in annotations.MOTIVES)
    found = len(json.loads(as_bytes(content))["items"])
    return Verdict("json", found, "" if found == wanted else f"{wanted} quotes were written")


def verify_geojson(content: Content, source: Source) -> Verdict:
    """Read the layers as JSON."""
    files = content.values() if isinstance(content, dict) else []
    return Verdict("json", sum(len(json.loads(each)["features"]) for each in files))


FRAMED = Exporter(
    name="framed",
    path="plans-framed.jsonld",
    family="rdf",
    chinese="JSON-LD 树，每份文件一棵：计划、章节、承诺、原文",
    english="JSON-LD as trees, one a document: plan, headings, promises, quotes",
    write=write_framed,
    verify=verify_framed,
    carries=framed_properties(),
    losses=(ONLY_ASSERTED,),
)
RDFXML = Exporter(
    name="rdfxml",
    path="plans.rdf",
    family="rdf",
    chinese="三元组，RDF/XML，供只读 XML 的工具",
    english="triples of all documents together, as RDF/XML",
    write=write_rdfxml,
    verify=verify_rdf(ox.RdfFormat.RDF_XML),
    losses=(ONE_GRAPH, NO_NAME),
)
EXPORTERS_OF_STANDARDS = (
    RDFXML,
    FRAMED,
    Exporter(
        name="cube",
        path="cube.ttl",
        family="standard",
        chinese="指标表，RDF Data Cube（Turtle）",
        english="the indicator tables as cubes of the RDF Data Cube vocabulary",
        write=cube.write_cube,
        verify=verify_cube,
        carries=cube.CARRIED,
        losses=({"zh": "只有指标表", "en": "the indicator tables alone"},),
    ),
    Exporter(
        name="annotations",
        path="annotations.jsonld",
        family="standard",
        chinese="每处引文一条批注，Web Annotation（JSON-LD）",
        english="every quote as a Web Annotation",
        write=annotations.write_annotations,
        verify=verify_annotations,
        carries=annotations.CARRIED,
        losses=({"zh": "只有原文与其所指，不含其内容", "en": "which words say which thing, not what they say of it"},),
    ),
    Exporter(
        name="skos",
        path="vocabularies.ttl",
        family="standard",
        chinese="全部词表，SKOS（Turtle）",
        english="all vocabularies as SKOS",
        write=write_skos,
        verify=verify_skos,
        carries=frozenset(),
        losses=({"zh": "只有词表，不含计划", "en": "the vocabularies alone, nothing of the plans"},),
    ),
    Exporter(
        name="geojson",
        path="geojson",
        family="standard",
        chinese="地区、项目、承诺的点图层，GeoJSON，供 QGIS 等",
        english="places, projects and promises as layers of points, for QGIS and its like",
        write=geojson.write_geojson,
        verify=verify_geojson,
        carries=geojson.CARRIED,
        losses=(
            {
                "zh": "坐标是地区的，不是工程的；超过 15 位有效数字的数写作文字",
                "en": "the points are those of places, not of works; a number of more than 15 digits is text",
            },
        ),
    ),
)


def catalogue_of(formats: tuple[Exporter, ...]) -> Exporter:
    """Return the exporter that describes the files of the others."""
    return Exporter(
        name="dcat",
        path="catalogue.ttl",
        family="standard",
        chinese="数据集与全部文件的说明，DCAT-AP 与 VoID（Turtle）",
        english="a description of the data set and all its files, as DCAT-AP and VoID",
        write=partial(catalogue.write_catalogue, formats=formats),
        verify=partial(count_things, kind=DCAT.Distribution, wanted=len(formats)),
        carries=catalogue.CARRIED,
        counts=True,
        losses=(
            {
                "zh": "说明图谱有什么、有多少，不含图谱本身；发布者与许可须自行填写",
                "en": "it tells what the graph has, not the graph itself; publisher and licence are to be filled in",
            },
        ),
    )
