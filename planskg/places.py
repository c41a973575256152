"""data/places.csv as Python sees it, and the two lists beside it: lookalikes.txt and zones.csv."""

import csv
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from planskg.errors import BadAsset
from planskg.vocabulary import asset_folder

LEVELS = ("province", "prefecture", "county")
COLUMNS = ("code", "name", "short", "level", "parent", "longitude", "latitude", "aliases", "guard")
GUARDS = {
    "": "a province or prefecture by its short name anywhere, a county as gazetteer.py says",
    "home": "the short name only in a document of the same province, or as a road's end (日照, 中山)",
    "ends": "the short name, an everyday word, only as a road's end or before an airport (资源, 合作)",
    "full": "never by the short name (新华区)",
    "never": "by no name of its own, for even the full one is an everyday word (老城区)",
}


@dataclass(frozen=True, slots=True)
class Place:
    """A province, prefecture or county with its GB/T 2260 code."""

    code: str
    name: str
    short: str
    """Empty where the name without its tail is one character (易县)."""
    level: str
    """province, prefecture or county."""
    parent: str | None
    """Code of the place above; None for a province."""
    longitude: float | None
    latitude: float | None
    aliases: tuple[str, ...]
    guard: str
    """A key of GUARDS: how freely its short name is taken for it."""


@cache
def _zones() -> dict[str, str]:
    lines = (asset_folder("data") / "zones.csv").read_text(encoding="utf-8").splitlines()
    return dict(line.split(",") for line in lines[1:])


def find_zone(words: str) -> str | None:
    """Return the code of the place that is host to a development zone which bears another name, where words name one.

    So a division of the 兵团 is its city's, but 第一师范学院 is none. A zone is no place of the gazetteer, for what
    lies in it is not said to lie in a county.
    """
    named = words.replace("师范", "")
    return next((code for zone, code in _zones().items() if zone in named), None)


def read_lookalikes(path: Path) -> tuple[str, ...]:
    """Read the words that hold a place's name without naming it, one a line; # opens a comment."""
    lines = path.read_text(encoding="utf-8-sig").splitlines()
    return tuple(word for line in lines if (word := line.partition("#")[0].strip()))


def read_places(path: Path) -> tuple[Place, ...]:
    """Read a table of places; raises BadAsset that names the line."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = csv.reader(file)
        if tuple(next(rows, ())) != COLUMNS:
            raise BadAsset(path, 1, f"the columns must be {','.join(COLUMNS)}")
        places = tuple(_place(path, rows.line_num, row) for row in rows)
    _check_parents(path, places)
    return places


def _place(path: Path, line: int, row: list[str]) -> Place:
    if len(row) != len(COLUMNS):
        raise BadAsset(path, line, f"needs {len(COLUMNS)} fields, has {len(row)}")
    code, name, short, level, parent, longitude, latitude, aliases, guard = row
    if not re.fullmatch(r"[0-9]{6}", code) or not name:
        raise BadAsset(path, line, f"needs a code of six digits and a name, has {code!r} and {name!r}")
    if level not in LEVELS or guard not in GUARDS:
        raise BadAsset(path, line, f"unknown level {level!r} or guard {guard!r}")
    try:
        east, north = (float(number) if number else None for number in (longitude, latitude))
    except ValueError:
        raise BadAsset(path, line, f"{longitude!r}, {latitude!r} are no coordinates") from None
    return Place(code, name, short, level, parent or None, east, north, tuple(filter(None, aliases.split("|"))), guard)


def _check_parents(path: Path, places: tuple[Place, ...]) -> None:
    levels: dict[str, str] = {}
    for line, place in enumerate(places, start=2):
        if place.code in levels:
            raise BadAsset(path, line, f"{place.code} stands twice")
        levels[place.code] = place.level
    for line, place in enumerate(places, start=2):
        above = LEVELS[: LEVELS.index(place.level)]
        if place.parent is None and not above:
            continue
        if place.parent is None or levels.get(place.parent) not in above:
            raise BadAsset(path, line, f"{place.name} needs a parent of a higher level, has {place.parent}")
