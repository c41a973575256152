"""What a map shows: the symbols, the boundaries about them and the window that holds both."""

from dataclasses import dataclass

from planskg.exporting.maps.boundaries import BOUNDARIES, Area
from planskg.exporting.maps.symbols import Symbol, Window, read_symbols, window_for
from planskg.exporting.source import Source


@dataclass(frozen=True, slots=True)
class Map:
    """A map before it is drawn."""

    symbols: tuple[Symbol, ...]
    areas: tuple[Area, ...]
    window: Window


def read_map(source: Source) -> Map:
    """Return the map of a store: the window holds every area that a symbol stands in."""
    symbols = read_symbols(source)
    areas = source.option(BOUNDARIES)
    spots = [symbol.at for symbol in symbols]
    held = [corner for area in areas if any(map(area.holds, spots)) for corner in area.corners]
    window = window_for(spots + held)
    return Map(tuple(symbols), tuple(area for area in areas if _meets(area, window)), window)


def _meets(area: Area, window: Window) -> bool:
    (west, south), (east, north) = area.corners
    return west <= window.east and east >= window.west and south <= window.north and north >= window.south
