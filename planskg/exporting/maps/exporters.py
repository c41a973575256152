"""Maps as formats."""

import json

from planskg.exporting.charts.exporters import GROUPED
from planskg.exporting.charts.figures import plan_name
from planskg.exporting.drawing.page import PAPERS
from planskg.exporting.drawing.pictures import verify_svg
from planskg.exporting.drawing.svg import write_svg
from planskg.exporting.exporter import Content, Exporter, Verdict
from planskg.exporting.maps.area import read_map
from planskg.exporting.maps.boundaries import BOUNDARIES
from planskg.exporting.maps.page import write_map_page
from planskg.exporting.maps.svg import draw_map
from planskg.exporting.maps.symbols import CARRIED
from planskg.exporting.source import Source
from planskg.exporting.verifying import as_bytes


def write_map(source: Source) -> str:
    """Return the map as SVG, of the size of a sheet of A3."""
    names = "、".join(map(plan_name, source.plans))
    wide, tall = PAPERS["A3"]
    return write_svg(draw_map(read_map(source), "地图：哪里有哪些项目与目标？", names), (f"{wide}mm", f"{tall}mm"))


def verify_map(content: Content, source: Source) -> Verdict:
    """Read the page with lxml and its data as JSON, and count the places."""
    from lxml import etree, html

    page = html.document_fromstring(as_bytes(content))
    places = [each["name"] for each in json.loads(page.get_element_by_id("data").text)["symbols"]]
    listed = [row.findtext("th") for row in page.iterfind(".//tbody/tr")]
    fault = "" if places == listed else "the table and the map differ"
    return Verdict(f"lxml {etree.__version__}", len(places), fault)


EXPORTERS_OF_MAPS = (
    Exporter(
        name="map",
        path="map.html",
        family="picture",
        chinese="可离线浏览的地图：各地的项目与目标",
        english="a map that needs no network: projects and targets by place",
        write=write_map_page,
        verify=verify_map,
        carries=CARRIED,
        losses=(GROUPED,),
        options=(BOUNDARIES,),
    ),
    Exporter(
        name="map-svg",
        path="map.svg",
        family="picture",
        chinese="同样的地图，矢量图",
        english="the same map as SVG",
        write=write_map,
        verify=verify_svg,
        carries=CARRIED,
        losses=(GROUPED,),
        options=(BOUNDARIES,),
    ),
)
