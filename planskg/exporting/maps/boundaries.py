"""Boundaries from a GeoJSON file that the user gives; none is shipped."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from planskg.errors import PlanskgError
from planskg.exporting.maps.symbols import Spot
from planskg.exporting.source import Option

NESTING = {"Polygon": 1, "MultiPolygon": 2, "LineString": 0, "MultiLineString": 1}
"""How deep the lines of a geometry lie."""


class BadBoundaries(PlanskgError):
    """A file of boundaries that cannot be used."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path}: {reason}; a GeoJSON file (RFC 7946) of boundaries in degrees is needed")
        self.path = path
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Area:
    """A feature: its name and its lines; those of an area are closed."""

    name: str
    lines: tuple[tuple[Spot, ...], ...]

    def holds(self, spot: Spot) -> bool:
        """Tell whether a spot lies within: a ray from it to the east crosses the lines an odd number of times."""
        x, y = spot
        sides = (side for line in self.lines for side in pairwise(line))
        crossed = (a[0] + (y - a[1]) * (b[0] - a[0]) / (b[1] - a[1]) > x for a, b in sides if (a[1] > y) != (b[1] > y))
        return sum(crossed) % 2 == 1

    @property
    def corners(self) -> list[Spot]:
        """Return the south-western and the north-eastern end."""
        easts, norths = zip(*(spot for line in self.lines for spot in line), strict=True)
        return [(min(easts), min(norths)), (max(easts), max(norths))]


def read_boundaries(given: str) -> list[Area]:
    """Return the areas of a file; none where no file is given. Raises BadBoundaries."""
    if not given:
        return []
    path = Path(given)
    try:
        found = json.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise BadBoundaries(path, f"cannot be read ({error.strerror})") from None
    except ValueError as error:
        raise BadBoundaries(path, f"is no JSON ({error})") from None
    areas = [area for feature in _features(path, found) if (area := _area(path, feature)).lines]
    if not areas:
        raise BadBoundaries(path, "holds no polygon and no line")
    return areas


def _features(path: Path, found: Any) -> Iterable[dict[str, Any]]:
    kind = found.get("type") if isinstance(found, dict) else None
    if kind == "FeatureCollection" and isinstance(found.get("features"), list):
        return found["features"]  # type: ignore[no-any-return]
    if kind == "Feature":
        return [found]
    if kind in NESTING:
        return [{"geometry": found}]
    raise BadBoundaries(path, f"is of type {kind!r}")


def _area(path: Path, feature: Any) -> Area:
    try:
        about = feature.get("properties") or {}
        return Area(str(about.get("name") or about.get("NAME") or ""), tuple(_lines(feature.get("geometry") or {})))
    except (AttributeError, TypeError, ValueError, IndexError) as error:
        raise BadBoundaries(path, f"has a feature that cannot be read ({error})") from None


def _lines(geometry: dict[str, Any]) -> Iterator[tuple[Spot, ...]]:
    if geometry.get("type") == "GeometryCollection":
        for each in geometry["geometries"]:
            yield from _lines(each)
        return
    lines = [geometry["coordinates"]] if geometry.get("type") in NESTING else []
    for _ in range(NESTING.get(str(geometry.get("type")), 0)):
        lines = [each for line in lines for each in line]
    for line in lines:
        spots = tuple((float(spot[0]), float(spot[1])) for spot in line)
        if not all(-180 <= east <= 180 and -90 <= north <= 90 for east, north in spots):
            raise ValueError("its coordinates are not degrees")
        if len(spots) > 1:
            yield spots


BOUNDARIES = Option(
    "boundaries", "", read_boundaries, "界线的 GeoJSON 文件（经纬度）", "a GeoJSON file of boundaries, in degrees"
)
