"""OC4IDS as a format, read back by Python's json."""

import json

from planskg.exporting.exact import dump_exact
from planskg.exporting.exporter import Content, Exporter, Verdict
from planskg.exporting.oc4ids.codes import Codes
from planskg.exporting.oc4ids.packages import SELECTION, Package
from planskg.exporting.oc4ids.publishing import Publication
from planskg.exporting.source import Source
from planskg.exporting.tables.columns import Cell
from planskg.exporting.tables.frames import Row


def read_packages(source: Source) -> list[Package]:
    """Return the documents that tell of a project: the standard knows no empty package."""
    frames, codes = SELECTION.narrow(source.frames), Codes(source.concepts)
    tables = {name: {row[frame.table.key]: row for row in frame.rows} for name, frame in frames.items()}
    found: dict[Cell, dict[Cell, list[Row]]] = {key: {} for key in tables["documents"]}
    for pledge in tables["pledges"].values():
        found.get(pledge["document"], {}).setdefault(pledge["project"] or pledge["id"], []).append(pledge)
    return [
        Package(Publication(row, tables["places"].get(row["place"], {})), found[key], tables, codes)
        for key, row in tables["documents"].items()
        if found[key]
    ]


def write_oc4ids(source: Source) -> Content:
    """Return a package a document."""
    return {
        f"{str(package.publication.document['id']).rpartition('/')[2]}.json": dump_exact(package.write())
        for package in read_packages(source)
    }


def verify_oc4ids(content: Content, source: Source) -> Verdict:
    """Read the projects with Python's json."""
    if not isinstance(content, dict):
        raise TypeError("one file, where several are expected")
    found = [project["id"] for file in content.values() for project in json.loads(file)["projects"]]
    wanted = sum(len(package.projects) for package in read_packages(source))
    return Verdict("json", len(found), "" if len(found) == wanted else f"{wanted} projects were written")


EXPORTERS_OF_OC4IDS = (
    Exporter(
        name="oc4ids",
        path="oc4ids",
        family="standard",
        chinese="OC4IDS 0.9.5：基础设施项目，每份文件一个项目包",
        english="OC4IDS 0.9.5: infrastructure projects, a project package for each document",
        write=write_oc4ids,
        verify=verify_oc4ids,
        carries=SELECTION.carries,
        losses=(
            {
                "zh": "一个项目只记最大的投资额；没有成文日期的文件以计划年份首日为发布日期",
                "en": "only a project's greatest investment; a plan without date is published when its year begins",
            },
        ),
    ),
)
