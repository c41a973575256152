"""The colours of pictures are those of the pages: the light ones of static/theme.css."""

import re
from functools import cache

from planskg.exporting.pages import FOLDER

COLOUR = re.compile(r"--([a-z-]+): (#[0-9a-f]{6});")
KINDS = {
    "target": "indicator",
    "aim": "pillar",
    "pledge": "project",
    "observation": "faint",
}
"""Kinds of spots that share the colour of another."""
RAMP = ("#dcebe8", "#b4d5d0", "#86bab4", "#559b94", "#2e7d77", "#1b544f")
"""From little to much: stages, firmness."""
SERIES = ("plan", "pillar", "project", "indicator", "sector")
"""For plans side by side."""


@cache
def _theme() -> dict[str, str]:
    light = (FOLDER / "static" / "theme.css").read_text(encoding="utf-8").partition("}")[0]
    return dict(COLOUR.findall(light))


def colour(name: str) -> str:
    """Return a colour as SVG writes it: of a kind of spot, of the theme, or one that is written out already."""
    return name if name == "none" or name.startswith("#") else _theme()[KINDS.get(name, name)]


def ramp(steps: int) -> list[str]:
    """Return so many colours from little to much."""
    return [RAMP[round(step * (len(RAMP) - 1) / max(steps - 1, 1))] for step in range(steps)]


def series(number: int) -> str:
    """Return the colour of a plan among others."""
    return SERIES[number % len(SERIES)]


def shade(name: str) -> float:
    """Return how light a colour is, from 0 to 1."""
    written = colour(name)
    red, green, blue = (int(written[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return 0.299 * red + 0.587 * green + 0.114 * blue
