"""What a drawing is made of: a page with lines, areas, marks and words, each at its place.

The unit is one font-size point of the drawing; x runs to the right and y downwards. Angles are in degrees, clockwise.
"""

from dataclasses import dataclass, field
from math import cos, radians, sin
from typing import Literal

from planskg.exporting.drawing.measuring import ASCENT, DESCENT, measure

Point = tuple[float, float]
Anchor = Literal["start", "middle", "end"]
SHARE: dict[Anchor, float] = {"start": 0.0, "middle": 0.5, "end": 1.0}
"""How much of a line stands before its anchor."""


@dataclass(frozen=True, slots=True)
class Words:
    """A line of words: `at` is where its anchor stands, on the line that the letters stand on."""

    at: Point
    words: str
    size: float
    colour: str = "ink"
    anchor: Anchor = "start"
    angle: float = 0.0
    whole: str = ""
    """What the words are short for; empty where they are whole."""

    @property
    def wide(self) -> float:
        """Return its length."""
        return measure(self.words, self.size)

    @property
    def corners(self) -> tuple[Point, ...]:
        """Return the four corners of the box that it fills."""
        left = -SHARE[self.anchor] * self.wide
        right, top, bottom = left + self.wide, -ASCENT * self.size, DESCENT * self.size
        across, down = cos(radians(self.angle)), sin(radians(self.angle))
        x, y = self.at
        box = ((left, top), (right, top), (right, bottom), (left, bottom))
        return tuple((x + dx * across - dy * down, y + dx * down + dy * across) for dx, dy in box)


@dataclass(frozen=True, slots=True)
class Path:
    """A line or an area, as SVG writes it."""

    steps: str
    fill: str = "none"
    stroke: str = "none"
    width: float = 1.0
    opacity: float = 1.0
    tip: str = ""
    """What a viewer shows of it under the pointer."""


@dataclass(slots=True)
class Drawing:
    """A page: what is drawn first lies below."""

    wide: float
    tall: float
    title: str
    paths: list[Path] = field(default_factory=list)
    words: list[Words] = field(default_factory=list)
    """Above all paths."""


def line(*points: Point) -> str:
    """Return the steps of a line through points."""
    return "M" + "L".join(f"{figure(x)} {figure(y)}" for x, y in points)


def curve(start: Point, bend: Point, end: Point) -> str:
    """Return the steps of a curve between two points that leans towards a third."""
    return f"{line(start)}Q{figure(bend[0])} {figure(bend[1])} {figure(end[0])} {figure(end[1])}"


def box(x: float, y: float, wide: float, tall: float) -> str:
    """Return the steps of a rectangle."""
    return f"{line((x, y))}h{figure(wide)}v{figure(tall)}h{figure(-wide)}z"


def disc(x: float, y: float, radius: float) -> str:
    """Return the steps of a circle."""
    r, turn = figure(radius), figure(2 * radius)
    return f"{line((x - radius, y))}a{r} {r} 0 1 0 {turn} 0a{r} {r} 0 1 0 -{turn} 0z"


def half(x: float, y: float, radius: float, *, right: bool) -> str:
    """Return the steps of half a circle."""
    r, turn = figure(radius), figure(2 * radius)
    return f"{line((x, y - radius))}a{r} {r} 0 0 {int(right)} 0 {turn}z"


def polygon(*points: Point) -> str:
    """Return the steps of an area within points."""
    return line(*points) + "z"


def figure(number: float) -> str:
    """Return a coordinate in as few digits as the eye needs."""
    return format(round(number, 2) + 0.0, ".2f").rstrip("0").rstrip(".")
