"""One offline page that shows the graph: views that answer questions, and for each promise its words in the text."""

import json
from pathlib import Path
from typing import Any

from planskg.exporting.exporter import Content, Exporter, Verdict
from planskg.exporting.importance import Importance, weigh
from planskg.exporting.layouts import LAYOUTS, Place
from planskg.exporting.layouts.place import flatten
from planskg.exporting.pages import render_page
from planskg.exporting.picture_data import CARRIED, documents_json, nodes_json, promises_json, words_json
from planskg.exporting.scene import Scene, read_scene
from planskg.exporting.source import Source
from planskg.exporting.verifying import as_bytes
from planskg.exporting.views import VIEWS, Sheet, View

Json = dict[str, Any]


def write_picture(source: Source) -> str:
    """Return the page, with all its scripts, styles and data in it."""
    scene = read_scene(source.network)
    sheets = {view.name: list(view.make(scene, source.network)) for view in VIEWS.values()}
    data = picture_json(source, scene, sheets)
    names = "、".join(scene.labels[document] for document in scene.documents)
    return render_page(Path(__file__).parent / "templates", "graph.html", data=data, names=names)


def picture_json(source: Source, scene: Scene, sheets: dict[str, list[Sheet]]) -> Json:
    """Return what the page's scripts read: nodes and promises once, and views that point to them by number."""
    promised = {promise.iri: number for number, promise in enumerate(scene.promises)}
    spots = (spot for found in sheets.values() for sheet in found for spot in sheet.spots)
    numbers = {
        node: number for number, node in enumerate(dict.fromkeys(s.node for s in spots if s.node not in promised))
    }
    ids = numbers | {iri: len(numbers) + number for iri, number in promised.items()}
    (whole,) = sheets["whole"]
    return {
        "documents": documents_json(source, scene, numbers),
        "nodes": nodes_json(source, scene, numbers, sheets["places"], _importance(whole)),
        "promises": promises_json(scene, numbers, sheets["places"]),
        "views": [_view(view, sheets[view.name], ids) for view in VIEWS.values()],
        "words": words_json(scene, source.concepts),
    }


def _importance(sheet: Sheet) -> dict[str, Json]:
    """Return by node what the whole says of its weight."""
    found: Importance = weigh(sheet)
    rows = zip(sheet.spots, found.communities, found.degree, found.betweenness, strict=True)
    return {spot.node: {"community": group, "degree": degree, "between": way} for spot, group, degree, way in rows}


def _view(view: View, sheets: list[Sheet], ids: dict[str, int]) -> Json:
    return {
        "name": view.name,
        "titles": [view.chinese, view.english],
        "questions": [view.question, view.question_english],
        "form": view.form,
        "sheets": [_sheet(sheet, LAYOUTS[view.form](sheet), ids) for sheet in sheets if sheet.spots],
    }


def _sheet(sheet: Sheet, places: list[Place], ids: dict[str, int]) -> Json:
    """Return a sheet with its spots as columns; points are x, y, x, y."""
    return {
        "title": sheet.title,
        "ids": [ids[spot.node] for spot in sheet.spots],
        "above": [spot.above for spot in sheet.spots],
        "wide": flatten([place.wide for place in places]),
        "tall": flatten([place.tall for place in places]),
        "rooms": [round(place.room) for place in places],
        "angles": [place.angle for place in places],
        "links": [list(link) for link in sheet.links],
    }


def verify_picture(content: Content, source: Source) -> Verdict:
    """Read the page with lxml and its data as JSON: it has every promise, and links to nothing outside."""
    from lxml import etree, html

    page = html.document_fromstring(as_bytes(content))
    data = json.loads(page.get_element_by_id("data").text)
    rows, wanted = len(data["promises"]), len(read_scene(source.network).promises)
    linked = page.xpath("//@src | //link/@href")
    fault = f"{wanted} promises were written" if rows != wanted else f"links to {linked[0]}" if linked else ""
    return Verdict(f"lxml {etree.__version__}", rows, fault)


EXPORTERS_OF_PICTURE = (
    Exporter(
        name="html",
        path="graph.html",
        family="picture",
        chinese="可离线浏览的交互图",
        english="an interactive picture that needs no network",
        write=write_picture,
        verify=verify_picture,
        carries=CARRIED,
        losses=({"zh": "数值只见于原文字样", "en": "figures as numbers: the page shows them as printed"},),
    ),
)
