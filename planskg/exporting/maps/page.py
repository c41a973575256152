"""The map as one page that needs no network."""

from typing import Any

from planskg.exporting.charts.figures import plan_name
from planskg.exporting.maps.area import Map, read_map
from planskg.exporting.maps.boundaries import Area
from planskg.exporting.maps.symbols import Window, grid_step, ticks
from planskg.exporting.pages import FOLDER, render_page
from planskg.exporting.source import Source

Json = dict[str, Any]
TIPS = 20
"""So many promises are named under the pointer."""


def write_map_page(source: Source) -> str:
    """Return the page, with all its scripts, styles and data in it."""
    shown = read_map(source)
    names = "、".join(map(plan_name, source.plans))
    return render_page(FOLDER / "templates", "map.html", data=_data(shown), symbols=shown.symbols, names=names)


def _data(shown: Map) -> Json:
    window = shown.window
    return {
        "window": [[window.west, window.north], [window.east, window.south]],
        "stretch": round(window.stretch, 4),
        "ground": {
            "type": "FeatureCollection",
            "features": [_feature(each) for each in shown.areas] or [_grid(window)],
        },
        "symbols": [
            {
                "name": each.name,
                "at": each.at,
                "projects": len(each.projects),
                "targets": len(each.targets),
                "items": {"projects": each.projects[:TIPS], "targets": each.targets[:TIPS]},
            }
            for each in shown.symbols
        ],
    }


def _feature(area: Area) -> Json:
    rings = [[[round(degree, 4) for degree in spot] for spot in spots] for spots in area.lines]
    closed = all(ring[0] == ring[-1] for ring in rings)
    geometry = {"type": "Polygon" if closed else "MultiLineString", "coordinates": rings}
    return {"type": "Feature", "properties": {"name": area.name}, "geometry": geometry}


def _grid(window: Window) -> Json:
    """Return lines of longitude and latitude, which stand for the ground where no boundaries are given."""
    west, south, east, north = window.west, window.south, window.east, window.north
    step = grid_step(max(east - west, north - south) / 8)
    lines = [[[degree, south], [degree, north]] for degree in ticks(west, east, step)]
    lines += [[[west, degree], [east, degree]] for degree in ticks(south, north, step)]
    geometry = {"type": "MultiLineString", "coordinates": lines}
    return {"type": "Feature", "properties": {"name": ""}, "geometry": geometry}
