"""Places, projects and promises as layers of points in GeoJSON (RFC 7946), for QGIS and other maps."""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import pyoxigraph as ox

from planskg.exporting.facts import Facts
from planskg.exporting.source import Source
from planskg.graph.terms import DCTERMS, FOAF, GEO, OA, PLAN, PROV, QUDT, RDF, RDFS, SCHEMA, SKOS, WGS84

Json = Any
DIGITS = 15
"""A figure of more digits is text: readers take the numbers of JSON for binary fractions."""
POSITION = (WGS84.long, WGS84.lat)


def as_number(text: str) -> Json:
    """Return a decimal as a number that reads back the same, as text where none does."""
    value = Decimal(text)
    if value == value.to_integral_value() and abs(value) < 10**DIGITS:
        return int(value)
    return float(value) if len(value.as_tuple().digits) <= DIGITS else text


@dataclass(frozen=True, slots=True)
class Back:
    """A step against the direction of a property."""

    term: ox.NamedNode


@dataclass(frozen=True, slots=True)
class Field:
    """A property of a feature: its name, the steps through the graph to it, and how its values are written."""

    name: str
    steps: tuple[ox.NamedNode | Back, ...]
    """The last is a property of literals."""
    write: Callable[[str], Json] = str
    is_list: bool = False


@dataclass(frozen=True, slots=True)
class Layer:
    """A file of features: the things of some classes, and how to get from them to their places."""

    name: str
    kinds: tuple[ox.NamedNode, ...]
    places: ox.NamedNode | None
    """None where they are places themselves."""
    fields: tuple[Field, ...]


CONCEPT = (SKOS.notation, SKOS.prefLabel)
"""How a concept is called: one of a document's own has no notation."""
QUOTE = (PROV.wasQuotedFrom, OA.hasSelector, OA.exact)
SENTENCE = (PLAN.sentence, OA.hasSelector, OA.exact)
LAYERS = (
    Layer(
        "places",
        (PLAN.Province, PLAN.Prefecture, PLAN.County),
        None,
        (
            Field("name", (RDFS.label,)),
            Field("code", (SKOS.notation,)),
            Field("within", (GEO.sfWithin, SKOS.notation), is_list=True),
        ),
    ),
    Layer(
        "projects",
        (PLAN.Project,),
        PLAN.locatedIn,
        (
            Field("name", (RDFS.label,)),
            Field("place_codes", (PLAN.locatedIn, SKOS.notation), is_list=True),
            Field("stages", (Back(PLAN.ofProject), PLAN.stage, SKOS.notation), is_list=True),
            Field("due_years", (Back(PLAN.ofProject), PLAN.dueYear), int, is_list=True),
            Field("investments", (Back(PLAN.ofProject), PLAN.investment), as_number, is_list=True),
            Field("quotes", (Back(PLAN.ofProject), *QUOTE), is_list=True),
        ),
    ),
    Layer(
        "commitments",
        (PLAN.Target, PLAN.Aim, PLAN.Action, PLAN.ProjectPledge),
        PLAN.atPlace,
        (
            Field("document", (DCTERMS.isPartOf,)),
            Field("quote", QUOTE),
            Field("sentence", SENTENCE),
            Field("due_year", (PLAN.dueYear,), int),
            Field("place_codes", (PLAN.atPlace, SKOS.notation), is_list=True),
            Field("pillar", (PLAN.inPillar, RDFS.label)),
            Field("sectors", (PLAN.responsibleSector, SKOS.notation), is_list=True),
            Field("firmness", (PLAN.firmness, SKOS.notation)),
            Field("indicator", (PLAN.indicatorLabel,)),
            Field("comparator", (PLAN.comparator, SKOS.notation)),
            Field("value", (QUDT.numericValue,), as_number),
            Field("value_low", (SCHEMA.minValue,), as_number),
            Field("value_high", (SCHEMA.maxValue,), as_number),
            Field("unit", (QUDT.hasUnit, SKOS.notation)),
            Field("printed", (PLAN.printedValue,)),
            Field("project", (PLAN.ofProject,)),
            Field("stage", (PLAN.stage, SKOS.notation)),
            Field("investment", (PLAN.investment,), as_number),
        ),
    ),
)
COUNTED = {PLAN.locatedIn: "projects", PLAN.atPlace: "commitments"}
"""What is counted of a place."""
CARRIED = frozenset(
    {FOAF.primaryTopic, RDF.type, *POSITION, *COUNTED, *CONCEPT}
    | {
        step.term if isinstance(step, Back) else step
        for layer in LAYERS
        for field in layer.fields
        for step in field.steps
    }
)


def write_geojson(source: Source) -> dict[str, str | bytes]:
    """Return a file for each layer; what has several places is one feature of several points."""
    return {f"{layer.name}.geojson": _write(_features(source, layer)) for layer in LAYERS}


def _write(features: Iterable[Json]) -> str:
    """Return a feature collection with a feature a line."""
    lines = ",\n".join(json.dumps(each, ensure_ascii=False) for each in features)
    return f'{{"type": "FeatureCollection", "features": [\n{lines}\n]}}\n'


def _features(source: Source, layer: Layer) -> Iterable[Json]:
    """Yield the things of a layer; what names no place has no geometry, for it is promised all the same."""
    facts = source.facts
    for node in sorted({node for kind in layer.kinds for node in facts.of_class(kind)}, key=lambda node: node.value):
        places = [node] if layer.places is None else facts.nodes(node, layer.places)
        told = {field.name: _read(source, node, field) for field in layer.fields}
        counts = _count(source, node) if layer.places is None else {}
        kind = [each.value.rpartition("#")[2] for each in facts.nodes(node, RDF.type)]
        yield {
            "type": "Feature",
            "id": node.value,
            "geometry": _geometry(facts, places),
            "properties": {"id": node.value, "kind": kind[0], **told, **counts},
        }


def _geometry(facts: Facts, places: list[ox.NamedNode]) -> Json:
    """Return the points of places, longitude first; none where no place has a position."""
    found = [[as_number(text) for each in POSITION if (text := facts.text(place, each))] for place in places]
    points = [point for point in found if len(point) == len(POSITION)]
    if len(points) > 1:
        return {"type": "MultiPoint", "coordinates": points}
    return {"type": "Point", "coordinates": points[0]} if points else None


def _read(source: Source, node: ox.NamedNode, field: Field) -> Json:
    nodes: list[ox.NamedNode] = [node]
    for step in field.steps[:-1]:
        nodes = [found for each in nodes for found in _follow(source.facts, each, step)]
    texts = [text for each in nodes for text in _texts(source, each, field.steps[-1])]
    values = [field.write(text) for text in dict.fromkeys(texts)]
    return values if field.is_list else next(iter(values), None)


def _follow(facts: Facts, node: ox.NamedNode, step: ox.NamedNode | Back) -> list[ox.NamedNode]:
    return facts.pointing(step.term, node) if isinstance(step, Back) else facts.nodes(node, step)


def _texts(source: Source, node: ox.NamedNode, term: ox.NamedNode | Back) -> list[str]:
    """Return what a node says of itself; of the concepts of the vocabularies no document says anything."""
    terms = CONCEPT if term == SKOS.notation else (term,)
    found = (
        facts.ends(node, each)
        for each in terms
        if isinstance(each, ox.NamedNode)
        for facts in (source.facts, source.concepts.facts)
    )
    return [each.value for each in next(filter(None, found), [])]


def _count(source: Source, place: ox.NamedNode) -> dict[str, int]:
    return {name: len(source.facts.pointing(predicate, place)) for predicate, name in COUNTED.items()}
