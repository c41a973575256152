"""The frame of a picture: a sheet of the shape of paper, a heading, a legend."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import sqrt

from planskg.errors import PlanskgError
from planskg.exporting.drawing.marks import NAMES, draw_mark
from planskg.exporting.drawing.measuring import measure, shorten
from planskg.exporting.drawing.shapes import Drawing, Path, Point, Words, line

SHAPE = sqrt(2)
"""Width by height of any sheet of the A series on its side."""
PAPERS = {"A4": (297, 210), "A3": (420, 297), "A2": (594, 420), "A1": (841, 594), "A0": (1189, 841)}
"""Millimetres."""
POINT = 25.4 / 72
"""A typographic point, in millimetres."""
HEADING = 66.0
"""Where the line of the note and the legend stands on the smallest page."""
LEAST_WIDE = 842.0
"""So that a page with few labels does not print them large."""


class UnknownPaper(PlanskgError):
    """A size of paper that is not known."""

    def __init__(self, name: str) -> None:
        super().__init__(f"{name}: no such paper; there are {', '.join(PAPERS)}")
        self.name = name


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet on its side."""

    name: str

    def __post_init__(self) -> None:
        if self.name not in PAPERS:
            raise UnknownPaper(self.name)

    @property
    def size(self) -> tuple[str, str]:
        """Return its width and height, as SVG writes them."""
        wide, tall = PAPERS[self.name]
        return f"{wide}mm", f"{tall}mm"

    @property
    def points(self) -> float:
        """Return its width in typographic points."""
        return PAPERS[self.name][0] / POINT


@dataclass(frozen=True, slots=True)
class Frame:
    """A page of the shape of paper, and what of it the heading and the margins leave; all grow with the page."""

    wide: float

    @property
    def tall(self) -> float:
        """Return the height of the page."""
        return self.wide / SHAPE

    @property
    def grain(self) -> float:
        """Return how much larger than on the smallest page the heading is set."""
        return max(1.0, self.wide / 1500)

    @property
    def margin(self) -> float:
        """Return the margin on each side."""
        return 32 * self.grain

    @property
    def top(self) -> float:
        """Return where the picture begins."""
        return 90 * self.grain

    @property
    def room(self) -> Point:
        """Return the width and height of the picture."""
        return self.wide - 2 * self.margin, self.tall - self.top - self.margin


def frame_for(wide: float, tall: float) -> Frame:
    """Return the least frame that holds a picture."""
    least = Frame(LEAST_WIDE)
    while least.room[0] < wide or least.room[1] < tall:
        least = Frame(least.wide * 1.01)
    return least


def open_page(frame: Frame, title: str, note: str, kinds: Iterable[str], *, spare: float = 0.0) -> Drawing:
    """Return a page with its heading and the legend of the kinds that are on it; room is left for another legend."""
    page, grain, margin = Drawing(frame.wide, frame.tall, title), frame.grain, frame.margin
    legend = draw_legend(page, frame, kinds)
    page.words.append(fit_words((margin, 46 * grain), title, 21 * grain, frame.room[0]))
    page.words.append(fit_words((margin, 66 * grain), note, 11 * grain, legend - spare - margin - 20 * grain, "soft"))
    rule = line((margin, 76 * grain), (frame.wide - margin, 76 * grain))
    page.paths.append(Path(rule, stroke="line", width=grain))
    return page


def draw_legend(page: Drawing, frame: Frame, kinds: Iterable[str]) -> float:
    """Draw the marks of kinds with their names at the upper right; return where they begin."""
    shown, grain = set(kinds), frame.grain
    x = page.wide - frame.margin
    names: dict[str, str] = {}
    for kind in (kind for kind in NAMES if kind in shown):
        names.setdefault(NAMES[kind], kind)
    for name, kind in reversed(names.items()):
        x -= measure(name, 11 * grain)
        page.words.append(Words((x, 66 * grain), name, 11 * grain, "soft"))
        page.paths.append(draw_mark(kind, x - 9 * grain, 62 * grain, 4 * grain))
        x -= 28 * grain
    return x


def fit_words(at: Point, words: str, size: float, room: float, colour: str = "ink") -> Words:
    """Return a line of words that fits a room; what was cut stays to be read under the pointer."""
    cut = shorten(words, size, room)
    return Words(at, cut, size, colour, whole="" if cut == words else words)
