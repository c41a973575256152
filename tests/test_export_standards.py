"""Annotations, maps and the catalogue are valid by their standards, and the page of formats is true."""

import json
import re
import subprocess
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import jsonschema
import pyoxigraph as ox
import pyshacl
import pytest
from rdflib import Graph

from conftest import ROOT, find_tool
from planskg.cli.stores import open_or_build
from planskg.exporting import EXPORTERS, Exporter, MissingExtra, Source, make, write_content
from planskg.exporting.everything import write_everything
from planskg.exporting.manual import write_manual
from planskg.exporting.standards.annotations import MOTIVES
from planskg.exporting.standards.catalogue import HERE, MEDIA
from planskg.exporting.standards.geojson import as_number
from planskg.exporting.verifying import verify_nothing
from planskg.graph.store import stored_quads
from planskg.graph.terms import DCAT, PLAN, RDF, SKOS, VOID

Json = Any


@pytest.fixture(scope="module")
def source(reference_store: ox.Store) -> Source:
    return Source(reference_store)


def schema_faults(name: str, value: Json) -> list[str]:
    schema = json.loads((ROOT / "tests" / f"{name}.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    return [fault.message for fault in jsonschema.Draft202012Validator(schema).iter_errors(value)]


def damaged(value: Json, *path: str | int, to: Json = None) -> Json:
    """A copy in which one part is another."""
    copy = part = deepcopy(value)
    for step in path[:-1]:
        part = part[step]
    part[path[-1]] = to
    return copy


# -- Annotations -------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def page(source: Source) -> Json:
    content = EXPORTERS["annotations"].write(source)
    assert isinstance(content, str)
    assert EXPORTERS["annotations"].verify(content, source).fault == ""
    return json.loads(content)


def test_annotations_are_valid(page: Json) -> None:
    assert schema_faults("annotations", page) == []
    assert len(page["items"]) == page["partOf"]["total"] > 500
    assert len({each["id"] for each in page["items"]}) == len(page["items"])


@pytest.mark.parametrize(
    ("path", "to"),
    [
        (("items", 0, "target"), "no IRI"),
        (("items", 0, "motivation"), "promising"),
        (("items", 0, "target", "selector"), []),
        (("items", 0, "target", "selector", 0, "start"), "12"),
        (("items", 0, "body", 0), {"type": "TextualBody"}),
        (("items", 0, "id"), "urn with blanks"),
        (("type",), "Page"),
    ],
)
def test_an_invalid_annotation_is_told(path: tuple[str | int, ...], to: Json, page: Json) -> None:
    assert schema_faults("annotations", damaged(page, *path, to=to))


def test_annotations_select_the_words_of_the_texts(page: Json, source: Source) -> None:
    texts = {plan.node.value: plan.document.text for plan in source.plans}
    for each in page["items"]:
        position, quote = each["target"]["selector"]
        text, start, end = texts[each["target"]["source"]], position["start"], position["end"]
        assert text[start:end] == quote["exact"]
        assert text[:start].endswith(quote["prefix"]) and text[end:].startswith(quote["suffix"])


def test_every_quote_is_annotated(page: Json, source: Source) -> None:
    found = {(each["body"][0], each["target"]["id"]) for each in page["items"]}
    assert found == {(str(a.value), str(b.value)) for link in MOTIVES for a, b in source.facts.pairs(link)}
    assert {"目标", "target"} <= {body["value"] for each in page["items"] for body in each["body"][1:]}


def test_a_lost_annotation_is_told(page: Json, source: Source) -> None:
    shorter = json.dumps(damaged(page, "items", to=page["items"][1:]))
    assert EXPORTERS["annotations"].verify(shorter, source).fault


# -- Maps --------------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def layers(source: Source) -> dict[str, str]:
    content = EXPORTERS["geojson"].write(source)
    assert isinstance(content, dict)
    return {name: str(text) for name, text in content.items()}


def test_layers_are_valid(layers: dict[str, str]) -> None:
    assert set(layers) == {"places.geojson", "projects.geojson", "commitments.geojson"}
    for text in layers.values():
        assert schema_faults("geojson", json.loads(text)) == []
        assert len(json.loads(text)["features"]) > 15


@pytest.mark.parametrize(
    ("path", "to"),
    [
        (("geometry", "coordinates"), [43.8, 187.3]),
        (("geometry", "coordinates"), ["87.3", "43.8"]),
        (("geometry",), {"type": "Point"}),
        (("type",), "Place"),
    ],
)
def test_an_invalid_feature_is_told(path: tuple[str, ...], to: Json, layers: dict[str, str]) -> None:
    places = json.loads(layers["places.geojson"])
    assert schema_faults("geojson", damaged(places, "features", 0, *path, to=to))


def by_gdal(path: Path) -> tuple[str, int]:
    """What ogrinfo tells of a layer, and the features that it counts."""
    command = [find_tool("ogrinfo", "gdal-bin"), "-ro", "-al", "-so", str(path)]
    told = subprocess.run(command, capture_output=True, check=False, timeout=60, text=True).stdout
    counted = re.search(r"Feature Count: (\d+)", told)
    return told, int(counted[1]) if counted else 0


def test_gdal_reads_the_layers(layers: dict[str, str], tmp_path: Path) -> None:
    for name, text in layers.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
        told, count = by_gdal(tmp_path / name)
        assert count == len(json.loads(text)["features"])
        assert "WGS 84" in told
        assert re.search(r"^(?:name|quote): String", told, re.MULTILINE)


def test_gdal_refuses_a_damaged_layer(layers: dict[str, str], tmp_path: Path) -> None:
    path = tmp_path / "places.geojson"
    path.write_text(layers["places.geojson"][:-30], encoding="utf-8")
    assert by_gdal(path)[1] == 0


def test_a_layer_tells_of_its_places(layers: dict[str, str], source: Source) -> None:
    places = {each["properties"]["code"]: each for each in json.loads(layers["places.geojson"])["features"]}
    commitments = json.loads(layers["commitments.geojson"])["features"]
    kinds = (PLAN.Target, PLAN.Aim, PLAN.Action, PLAN.ProjectPledge)
    assert len(commitments) == sum(len(source.facts.of_class(kind)) for kind in kinds)
    assert all(bool(each["geometry"]) == bool(each["properties"]["place_codes"]) for each in commitments)
    named = [code for each in commitments for code in each["properties"]["place_codes"]]
    assert {code: named.count(code) for code in places} == {
        code: each["properties"]["commitments"] for code, each in places.items()
    }
    one = next(each for each in commitments if len(each["properties"]["place_codes"]) == 1)
    assert one["geometry"] == places[one["properties"]["place_codes"][0]]["geometry"]
    assert any(each["geometry"] and each["geometry"]["type"] == "MultiPoint" for each in commitments)
    assert len(json.loads(layers["projects.geojson"])["features"]) == len(source.facts.of_class(PLAN.Project))


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("20164000000", 20164000000),
        ("75.2592", 75.2592),
        ("-0.2", -0.2),
        ("201.640", 201.64),
        ("999999999999999", 999999999999999),
        ("12345678901234.567", "12345678901234.567"),
        ("1234567890123456789", "1234567890123456789"),
    ],
)
def test_figures_of_a_layer_are_exact(text: str, number: Json) -> None:
    assert as_number(text) == number
    assert type(as_number(text)) is type(number)


# -- The catalogue -----------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def catalogue(source: Source) -> str:
    content = EXPORTERS["dcat"].write(source)
    assert isinstance(content, bytes)
    return content.decode()


def catalogue_faults(text: str) -> str:
    data = Graph().parse(data=text, format="turtle", publicID="https://example.org/plans/catalogue.ttl")
    shapes = Graph().parse(ROOT / "tests" / "catalogue-shapes.ttl")
    conforms, _, report = pyshacl.validate(data, shacl_graph=shapes)
    return "" if conforms else str(report)


def test_the_catalogue_has_what_dcat_ap_asks(catalogue: str) -> None:
    assert catalogue_faults(catalogue) == ""


@pytest.mark.parametrize(
    ("words", "others"),
    [
        ("dcat:accessURL <plans.ttl>", "dcat:page <plans.ttl>"),
        ("dcterms:publisher <#publisher>", 'dcterms:publisher "somebody"'),
        ("media-types/text/turtle", "media-types/turtle"),
        ("a foaf:Agent", "a foaf:Document"),
        ("dcat:dataset <#plans>", "dcat:record <#plans>"),
    ],
)
def test_a_gap_in_the_catalogue_is_told(words: str, others: str, catalogue: str) -> None:
    assert words in catalogue
    assert catalogue_faults(catalogue.replace(words, others))


def test_the_catalogue_names_every_file_where_it_lies(catalogue: str) -> None:
    triples = list(ox.parse(catalogue, format=ox.RdfFormat.TURTLE, base_iri="https://example.org/plans/catalogue.ttl"))
    addresses = {each.object.value for each in triples if each.predicate == DCAT.accessURL}
    assert addresses == {
        f"https://example.org/plans/{each.path}{'' if each.suffix else '/'}"
        for name, each in EXPORTERS.items()
        if name != "dcat"
    }
    assert HERE.split(":")[0] + ":" not in catalogue
    assert {each.suffix for each in EXPORTERS.values() if each.suffix} <= MEDIA.keys()


def test_the_catalogue_counts_the_graph(catalogue: str, source: Source) -> None:
    triples = set(ox.parse(catalogue, format=ox.RdfFormat.TURTLE, base_iri=HERE))
    plans = ox.NamedNode(f"{HERE}#plans")
    counts = {quad.predicate: quad.object.value for quad in triples if quad.subject == plans}
    stated = {quad.triple for quad in source.quads}
    assert counts[VOID.triples] == str(len(stated))
    parts = {quad.subject for quad in triples if quad.predicate == VOID.property}
    sizes = [int(quad.object.value) for quad in triples if quad.subject in parts and quad.predicate == VOID.triples]
    assert sum(sizes) == len(stated)
    assert EXPORTERS["dcat"].verify(catalogue, source).fault == ""
    assert EXPORTERS["dcat"].verify(catalogue.replace("a dcat:Distribution", "a dcat:Dataset", 1), source).fault


def test_the_catalogue_carries_what_it_says_beside_its_counts(reference_store: ox.Store) -> None:
    def told(dropped: ox.NamedNode | None) -> set[ox.Triple]:
        store = ox.Store()
        store.extend(quad for quad in stored_quads(reference_store) if quad.predicate != dropped)
        quads = ox.parse(bytes(EXPORTERS["dcat"].write(Source(store))), format=ox.RdfFormat.TURTLE, base_iri=HERE)
        return {each.triple for each in quads if VOID.iri not in str(each)}

    whole, carried = told(None), EXPORTERS["dcat"].carries
    assert carried and EXPORTERS["dcat"].counts
    assert [term.value for term in sorted(carried, key=str) if told(term) == whole] == []
    assert [term.value for term in (PLAN.dueYear, PLAN.firmness, SKOS.prefLabel) if told(term) != whole] == []


# -- All formats -------------------------------------------------------------------------------------------------------


def missing(source: Source) -> str:
    raise ModuleNotFoundError("No module named 'heavy'", name="heavy")


def exporter(extra: str | None, write: Callable[[Source], str] = missing) -> Exporter:
    return Exporter(
        name="heavy",
        path="heavy.txt",
        family="table",
        chinese="重",
        english="heavy",
        write=write,
        verify=verify_nothing,
        extra=extra,
    )


def test_a_format_whose_packages_are_missing_says_how_to_get_them(source: Source) -> None:
    with pytest.raises(MissingExtra, match=r"heavy needs more packages: pip install 'planskg\[big\]'"):
        make(exporter("big"), source)
    with pytest.raises(ModuleNotFoundError):
        make(exporter(None), source)


def test_all_goes_on_without_what_is_missing(source: Source, tmp_path: Path) -> None:
    chosen = [exporter("big"), EXPORTERS["skos"]]
    done = list(write_everything(source, tmp_path, chosen, write_content))
    assert [bool(each.missing) for each in done] == [True, False]
    page = (tmp_path / "index.html").read_text(encoding="utf-8")
    assert "pip install &#39;planskg[big]&#39;" in page
    assert "heavy.txt" not in page
    assert {each.name for each in tmp_path.iterdir()} == {"index.html", "vocabularies.ttl"}


def test_the_page_of_formats_is_up_to_date() -> None:
    made = write_manual(Source(open_or_build(None)), EXPORTERS.values())
    assert (ROOT / "docs" / "exports.md").read_text(encoding="utf-8") == made, (
        "planskg export --markdown -o docs/exports.md"
    )
    assert [name for name in EXPORTERS if f"| `{name}` |" not in made] == []


def test_the_page_of_formats_tells_what_is_lost(source: Source) -> None:
    made = write_manual(source, [EXPORTERS["geojson"], EXPORTERS["turtle"]])
    assert "- **geojson**: " in made and "到期年份 `plan:dueYear`" in made
    assert RDF.type in (EXPORTERS["geojson"].carries or ())
