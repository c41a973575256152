"""Maps as formats."""

from planskg.exporting.charts.figures import plan_name
from planskg.exporting.drawing.page import PAPERS
from planskg.exporting.drawing.pictures import verify_svg
from planskg.exporting.drawing.svg import write_svg
from planskg.exporting.exporter import Exporter
from planskg.exporting.maps.area import read_map
from planskg.exporting.maps.boundaries import BOUNDARIES
from planskg.exporting.maps.page import write_map_page
from planskg.exporting.maps.svg import draw_map
from planskg.exporting.source import Source
from planskg.exporting.verifying import verify_nothing


def write_map(source: Source) -> str:
    """Return the map as SVG, of the size of a sheet of A3."""
    names = "、".join(map(plan_name, source.plans))
    wide, tall = PAPERS["A3"]
    return write_svg(draw_map(read_map(source), "地图：哪里有哪些项目与目标？", names), (f"{wide}mm", f"{tall}mm"))


EXPORTERS_OF_MAPS = (
    Exporter(
        name="map",
        path="map.html",
        family="picture",
        chinese="可离线浏览的地图：各地的项目与目标",
        english="a map that needs no network: projects and targets by place",
        write=write_map_page,
        verify=verify_nothing,
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
        options=(BOUNDARIES,),
    ),
)
