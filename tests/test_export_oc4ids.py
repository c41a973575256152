"""OC4IDS: packages are valid by the official schema and its codelists, and say what the plans do."""

import csv
import json
from collections.abc import Callable, Iterator
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest
from jsonschema import Draft4Validator
from msgspec.structs import replace
from referencing import Registry
from referencing.jsonschema import DRAFT4

from conftest import store_of
from planskg.exporting import EXPORTERS, Source
from planskg.exporting.exact import dump_exact
from planskg.model import Document, Extraction, Metadata, Project
from planskg.vocabulary import load_scheme
from small_plan import name_bodies, small_extraction

Json = dict[str, Any]
OC4IDS = EXPORTERS["oc4ids"]
CODES = {
    "status": "projectStatus",
    "sector": "projectSector",
    "milestones/type": "milestoneType",
    "milestones/code": "milestoneCode",
    "milestones/status": "milestoneStatus",
    "parties/roles": "partyRole",
    "budget/amount/currency": "currency",
    "locations/geometry/type": "geometryType",
}
OUR_OWN = {"responsibleBody"}
"""A code that the standard does not have, of an open codelist."""


@pytest.fixture(scope="module")
def small_store() -> ox.Store:
    return store_of(name_bodies(small_extraction()))


@pytest.fixture
def validator(schemas: Path) -> Draft4Validator:
    package, project = (
        json.loads((schemas / "oc4ids" / f"{name}-schema.json").read_text(encoding="utf-8"))
        for name in ("project-package", "project")
    )
    iri = package["properties"]["projects"]["items"]["$ref"]
    return Draft4Validator(package, registry=Registry().with_resource(iri, DRAFT4.create_resource(project)))


def packages(store: ox.Store) -> list[Json]:
    content = OC4IDS.write(Source(store))
    assert isinstance(content, dict)
    return [json.loads(part, parse_float=Decimal) for part in content.values()]


def values(node: object, path: str) -> Iterator[Any]:
    """All that a path of keys leads to, through lists."""
    if isinstance(node, list):
        for each in node:
            yield from values(each, path)
    elif not path:
        yield node
    elif isinstance(node, dict):
        key, _, rest = path.partition("/")
        if key in node:
            yield from values(node[key], rest)


def strays(found: list[Json], schemas: Path) -> set[tuple[str, str]]:
    """The codes that are not of their codelists."""
    told = set()
    for path, name in CODES.items():
        with (schemas / "oc4ids" / "codelists" / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
            known = {row["Code"] for row in csv.DictReader(file)} | OUR_OWN
        told |= {(path, code) for package in found for code in values(package["projects"], path) if code not in known}
    return told


@pytest.mark.parametrize(("name", "projects"), [("reference_store", [48, 37]), ("small_store", [1])])
def test_packages_are_valid(
    name: str, projects: list[int], validator: Draft4Validator, schemas: Path, request: pytest.FixtureRequest
) -> None:
    found = packages(request.getfixturevalue(name))
    assert [len(package["projects"]) for package in found] == projects
    assert [error.message for package in found for error in validator.iter_errors(package)] == []
    assert strays(found, schemas) == set()
    assert all(set(values(package["projects"], "status")) for package in found)


def _project(**fields: object) -> Callable[[Json], None]:
    return lambda package: package["projects"][0].update(fields)


def _without(key: str) -> Callable[[Json], None]:
    return lambda package: package.pop(key)


@pytest.mark.parametrize(
    "spoil",
    [
        _without("publishedDate"),
        _without("publisher"),
        lambda package: package.update(version="0.9.5"),
        lambda package: package.update(projects=[]),
        lambda package: package["projects"].append(package["projects"][0]),
        _project(id=""),
        _project(status="construction"),
        _project(sector=["transport", "transport"]),
        _project(budget={"amount": {"amount": "125000000"}}),
        _project(milestones=[{"title": "建成"}]),
        _project(locations=[{"id": "1", "geometry": {"type": "Dot"}}]),
    ],
)
def test_the_schema_sees_a_planted_error(
    spoil: Callable[[Json], None], validator: Draft4Validator, small_store: ox.Store
) -> None:
    (package,) = packages(small_store)
    assert validator.is_valid(package)
    spoil(package)
    assert not validator.is_valid(package)


def test_a_stray_code_is_seen(small_store: ox.Store, schemas: Path) -> None:
    found = packages(small_store)
    found[0]["projects"][0]["sector"] = ["water"]
    assert strays(found, schemas) == {("sector", "water")}


@pytest.mark.parametrize(
    ("scheme", "name", "codelist"),
    [
        ("stages", "oc4idsStatus", "projectStatus"),
        ("stages", "oc4idsMilestone", "milestoneCode"),
        ("sectors", "oc4idsSector", "projectSector"),
    ],
)
def test_the_vocabularies_give_codes_of_the_standard(scheme: str, name: str, codelist: str, schemas: Path) -> None:
    with (schemas / "oc4ids" / "codelists" / f"{codelist}.csv").open(encoding="utf-8-sig", newline="") as file:
        known = {row["Code"] for row in csv.DictReader(file)}
    found = [value for concept in load_scheme(scheme) for value in concept.values(name)]
    assert len(found) >= 3
    assert set(found) <= known


def test_moments_and_addresses_are_whole(reference_store: ox.Store, small_store: ox.Store) -> None:
    """The validator does not look at formats."""
    for package in [*packages(reference_store), *packages(small_store)]:
        projects = package["projects"]
        paths = (
            "updated",
            "milestones/dueDate",
            "milestones/dateModified",
            "period/endDate",
            "documents/datePublished",
        )
        moments = [package["publishedDate"], *(each for path in paths for each in values(projects, path))]
        assert all(datetime.fromisoformat(each).utcoffset() is not None for each in moments)
        addresses = [package["uri"], package["publisher"]["uri"], *values(projects, "locations/uri")]
        assert all(each.startswith("https://w3id.org/planskg/id/") for each in addresses)
        assert len(set(values(projects, "id"))) == len(projects)


def test_a_project_says_what_its_pledge_does(small_store: ox.Store) -> None:
    (package,) = packages(small_store)
    assert package["publishedDate"] == "2024-02-01T00:00:00+08:00"
    assert package["publisher"]["name"] == "昌吉回族自治州人民政府"
    (project,) = package["projects"]
    assert (project["title"], project["status"], project["sector"]) == ("龙山水库", "completion", ["waterAndWaste"])
    assert project["budget"] == {"amount": {"amount": 125000000, "currency": "CNY"}}
    assert list(values(project, "forecasts/observations/measure")) == [1200000]
    assert list(values(project, "forecasts/observations/unit/name")) == ["库方"]
    assert project["period"] == {"endDate": "2025-12-31T23:59:59+08:00"}
    assert list(values(project, "milestones/code")) == ["completion"]
    assert list(values(project, "locations/description")) == ["昌吉市", "北庭新区"]
    (longitude, latitude) = values(project, "locations/geometry/coordinates")
    assert isinstance(longitude, Decimal)
    assert longitude > 80 > latitude
    assert list(values(project, "parties/roles")) == ["publicAuthority", "responsibleBody"]
    assert project["policyAlignment"]["description"] == "扩大有效投资，建设水利 > 建好重点项目"


def test_two_pledges_are_one_project(small_store: ox.Store) -> None:
    plan = small_extraction()
    pledge = next(each for each in plan.records if isinstance(each, Project))
    earlier = replace(pledge, stage="start", year=2024, investment=Decimal("250000000.5"), capacity=None)
    both = store_of(replace(plan, records=(*plan.records, earlier)))
    (project,) = packages(both)[0]["projects"]
    assert project["status"] == "implementation"
    assert project["period"] == {"startDate": "2024-01-01T00:00:00+08:00", "endDate": "2025-12-31T23:59:59+08:00"}
    assert sorted(values(project, "milestones/code")) == ["commencement", "completion"]
    assert project["budget"]["amount"]["amount"] == Decimal("250000000.5")
    assert project["id"] == packages(small_store)[0]["projects"][0]["id"]


def test_a_plan_without_date_is_published_when_its_year_begins() -> None:
    plan = small_extraction()
    undated = replace(plan.document.metadata, issued=None, region=None, issuer=None)
    store = store_of(replace(plan, document=replace(plan.document, metadata=undated)))
    (package,) = packages(store)
    assert package["publishedDate"] == "2024-01-01T00:00:00+08:00"
    assert package["publisher"] == {"name": "昌吉州2024年国民经济和社会发展计划"}


def test_a_project_without_a_place_lies_in_the_area_of_the_plan() -> None:
    plan = small_extraction()
    records = tuple(replace(each, places=()) if isinstance(each, Project) else each for each in plan.records)
    (project,) = packages(store_of(replace(plan, records=records)))[0]["projects"]
    (at,) = project["locations"]
    assert (at["id"], at["description"], "geometry" in at) == ("652300", "昌吉回族自治州", False)


def test_a_plan_without_projects_has_no_package() -> None:
    assert packages(store_of(Extraction(Document("void", "计划", Metadata(year=2024)), ()))) == []


def test_a_lost_project_is_seen(reference_store: ox.Store) -> None:
    source = Source(reference_store)
    content = OC4IDS.write(source)
    assert isinstance(content, dict)
    assert (OC4IDS.verify(content, source).rows, OC4IDS.verify(content, source).fault) == (85, "")
    assert OC4IDS.verify(dict(list(content.items())[:1]), source).fault


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (Decimal("20164000000"), "20164000000"),
        (Decimal("2.0164E+10"), "20164000000"),
        (Decimal("0.12345678901234567890123"), "0.12345678901234567890123"),
        ("\x005", '" 5"'),
        ("\\u00005", '"\\\\u00005"'),
    ],
)
def test_json_is_exact(value: object, expected: str) -> None:
    assert dump_exact(value).strip() == expected
    if isinstance(value, Decimal):
        assert json.loads(dump_exact(value), parse_float=Decimal) == value
