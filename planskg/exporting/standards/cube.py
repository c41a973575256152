"""The indicator tables as cubes of the RDF Data Cube vocabulary, with their structure and their codes."""

from collections import Counter
from collections.abc import Iterator
from urllib.parse import quote

import pyoxigraph as ox

from planskg.exporting.source import Source
from planskg.exporting.standards.components import (
    ATTRIBUTES,
    COMPONENTS,
    CUBE,
    CUBES,
    DIMENSIONS,
    KINDS,
    LINKS,
    NAMES_OF_LISTS,
    NAMES_OF_SERIES,
    PREFIXES_OF_CUBES,
    SDMX,
    Component,
    Cube,
)
from planskg.graph.literals import chinese, count
from planskg.graph.terms import DCTERMS, FOAF, PLAN, QB, RDF, RDFS, SKOS, identify
from planskg.graph.writing import sort_triples, write_sorted

Term = ox.NamedNode | ox.Literal
NOWHERE = ox.NamedNode(f"{CUBE}unknown-place")
"""The place of a document whose region nobody knows: an observation has a value in each dimension."""
SERIES_CODE = f"{CUBE}series-"
TOLD = (RDF.type, RDFS.label, DCTERMS.title, SKOS.notation, SKOS.prefLabel)
"""What is repeated of the documents, places, indicators and units that a cube names."""
CARRIED = frozenset({FOAF.primaryTopic, *TOLD, *(each.source for each in COMPONENTS if each.source is not None)})


def write_cube(source: Source) -> bytes:
    """Return the figures of all indicator tables, a data set for each kind of cell, as Turtle."""
    cells = [CubeCell(source, node) for node in source.facts.of_class(PLAN.Observation)]
    triples = sort_triples((*_structure(), *_observations(cells), *_codes(source, cells)))
    return write_sorted(triples, "turtle", PREFIXES_OF_CUBES)


class CubeCell:
    """A cell of a table as an observation."""

    def __init__(self, source: Source, node: ox.NamedNode) -> None:
        self.node = node
        self._facts = source.facts
        self.cube = next((cube for cube in CUBES if all(map(self.values, cube.measures))), CUBES[-1])

    def values(self, component: Component) -> list[Term]:
        """Return the values of a component but which of its kind it is."""
        facts = self._facts
        if component.source == DCTERMS.spatial:
            document = facts.node(self.node, DCTERMS.isPartOf)
            return [(document and facts.node(document, DCTERMS.spatial)) or NOWHERE]
        if component.source == PLAN.series:
            return [ox.NamedNode(SERIES_CODE + quote(each)) for each in facts.texts(self.node, PLAN.series)]
        return [] if component.source is None else list(facts.ends(self.node, component.source))

    def key(self) -> tuple[str, ...]:
        """Return what tells it from others of its cube, by its dimensions."""
        return (self.cube.name, *(str(value) for each in DIMENSIONS for value in self.values(each)))


def _structure() -> Iterator[ox.Triple]:
    for component in COMPONENTS:
        yield from _describe(component)
    for cube in CUBES:
        yield ox.Triple(cube.structure, RDF.type, QB.DataStructureDefinition)
        for component in (*DIMENSIONS, *ATTRIBUTES, *cube.measures):
            yield ox.Triple(cube.structure, QB.component, component.specification)


def _describe(component: Component) -> Iterator[ox.Triple]:
    node, part = component.iri, component.specification
    yield from (ox.Triple(node, RDF.type, kind) for kind in (RDF.Property, QB.ComponentProperty, KINDS[component.kind]))
    yield from _name(node, RDFS.label, component.chinese, component.english)
    yield ox.Triple(node, RDFS.range, component.range)
    if component.codes is not None:
        yield ox.Triple(node, RDF.type, QB.CodedProperty)
        yield ox.Triple(node, QB.codeList, ox.NamedNode(component.codes))
    if component.general is not None:
        yield ox.Triple(node, RDFS.subPropertyOf, ox.NamedNode(SDMX + component.general))
    yield ox.Triple(part, RDF.type, QB.ComponentSpecification)
    yield ox.Triple(part, LINKS[component.kind], node)
    yield ox.Triple(part, QB.componentProperty, node)
    if component.kind == "attribute":
        yield ox.Triple(part, QB.componentRequired, ox.Literal(False))
    else:
        yield ox.Triple(part, QB.order, count(COMPONENTS.index(component) + 1))


def _observations(cells: list[CubeCell]) -> Iterator[ox.Triple]:
    """Tell the cells in the order of their IRIs, shorter first, which is that of the text."""
    seen: Counter[tuple[str, ...]] = Counter()
    for cell in sorted(cells, key=lambda cell: (len(cell.node.value), cell.node.value)):
        seen[cell.key()] += 1
        data_set = identify("cube", cell.cube.name)
        yield from _data_set(data_set, cell.cube)
        yield ox.Triple(cell.node, RDF.type, QB.Observation)
        yield ox.Triple(cell.node, QB.dataSet, data_set)
        yield ox.Triple(cell.node, ox.NamedNode(f"{CUBE}occurrence"), count(seen[cell.key()]))
        for component in (*DIMENSIONS, *ATTRIBUTES, *cell.cube.measures):
            yield from (ox.Triple(cell.node, component.iri, value) for value in cell.values(component))


def _data_set(node: ox.NamedNode, cube: Cube) -> Iterator[ox.Triple]:
    yield ox.Triple(node, RDF.type, QB.DataSet)
    yield ox.Triple(node, QB.structure, cube.structure)
    yield from _name(node, RDFS.label, cube.chinese, cube.english)


def _codes(source: Source, cells: list[CubeCell]) -> Iterator[ox.Triple]:
    """Tell the code lists, each with the codes that stand in a cell, and the names of all else that cells point to."""
    lists = {each.iri: ox.NamedNode(each.codes) for each in COMPONENTS if each.codes is not None}
    for scheme in lists.values():
        yield ox.Triple(scheme, RDF.type, SKOS.ConceptScheme)
        yield from _tell(source, scheme)
    for iri, names in NAMES_OF_LISTS.items():
        yield from _name(ox.NamedNode(iri), SKOS.prefLabel, *names)
    for component in COMPONENTS:
        for node in {value for cell in cells for value in cell.values(component) if isinstance(value, ox.NamedNode)}:
            yield from _tell(source, node)
            if component.iri in lists:
                yield ox.Triple(node, RDF.type, SKOS.Concept)
                yield ox.Triple(node, SKOS.inScheme, lists[component.iri])


def _tell(source: Source, node: ox.NamedNode) -> Iterator[ox.Triple]:
    if node == NOWHERE:
        yield from _name(node, RDFS.label, "未知地区", "unknown place")
    if node.value.startswith(SERIES_CODE):
        name = node.value.removeprefix(SERIES_CODE)
        yield from _name(node, SKOS.prefLabel, *NAMES_OF_SERIES.get(name, (name, name)))
    for facts in (source.facts, source.concepts.facts):
        for predicate in TOLD:
            yield from (ox.Triple(node, predicate, value) for value in facts.ends(node, predicate))


def _name(node: ox.NamedNode, predicate: ox.NamedNode, zh: str, english: str) -> Iterator[ox.Triple]:
    yield ox.Triple(node, predicate, chinese(zh))
    yield ox.Triple(node, predicate, ox.Literal(english, language="en"))
