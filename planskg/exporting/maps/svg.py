"""The map as a drawing: half a disc for projects, half for targets, names where there is room, and all in a list."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import ceil, sqrt

from planskg.exporting.drawing.clearing import Clearing
from planskg.exporting.drawing.page import HEADING, Frame, fit_words, open_page
from planskg.exporting.drawing.shapes import Drawing, Path, Point, Words, box, half, line
from planskg.exporting.maps.area import Map
from planskg.exporting.maps.symbols import Spot, Symbol, Window, grid_step, ticks

FRAME = Frame(1190.0)
"""An A3 page in typographic points."""
LIST, ROW = 218.0, 15.0
"""The width of a column of the list, and from line to line of it."""
LARGEST, SMALLEST = 34.0, 3.0
"""Radius of a half disc."""
NAME = 11.0
"""The size of the letters of names; a symbol whose radius is as much is large."""
LEGEND = 120.0
"""The width of the legend."""

Sizes = dict[Symbol, tuple[float, float]]
"""The radii of both halves, by symbol."""


@dataclass(frozen=True, slots=True)
class Ground:
    """Where the map lies on the page."""

    window: Window
    left: float
    top: float
    wide: float
    tall: float

    @property
    def scale(self) -> float:
        """Return points to a degree of latitude."""
        window = self.window
        across = (window.east - window.west) * window.stretch
        return min(self.wide / across, self.tall / (window.north - window.south))

    def place(self, spot: Spot) -> Point:
        """Return where a spot stands on the page."""
        window = self.window
        x = (spot[0] - (window.west + window.east) / 2) * window.stretch * self.scale
        y = ((window.south + window.north) / 2 - spot[1]) * self.scale
        return self.left + self.wide / 2 + x, self.top + self.tall / 2 + y


def draw_map(shown: Map, title: str, note: str) -> Drawing:
    """Return the map as a page."""
    rows = int((FRAME.room[1] - 30) / ROW)
    columns = max(1, min(2, ceil(len(shown.symbols) / rows)))
    ground = Ground(shown.window, FRAME.margin, FRAME.top, FRAME.room[0] - columns * LIST - 16, FRAME.room[1])
    page = Drawing(FRAME.wide, FRAME.tall, title)
    _draw_areas(page, shown, ground)
    _cover(page, ground)
    _draw_grid(page, ground)
    framed = open_page(FRAME, title, note, (), spare=LEGEND)
    page.paths += framed.paths
    page.words += framed.words
    _draw_symbols(page, shown, ground)
    _draw_legend(page)
    _draw_list(page, shown.symbols, ground.left + ground.wide + 24, rows, columns)
    return page


def _draw_areas(page: Drawing, shown: Map, ground: Ground) -> None:
    for area in shown.areas:
        steps = "".join(line(*map(ground.place, spots)) for spots in area.lines)
        page.paths.append(Path(steps, fill="surface", stroke="faint", width=0.8, tip=area.name))


def _cover(page: Drawing, ground: Ground) -> None:
    """Cover what of the areas reaches beyond the map."""
    right, below = ground.left + ground.wide, ground.top + ground.tall
    page.paths.append(Path(box(-9, -9, page.wide + 18, ground.top + 9), "paper"))
    page.paths.append(Path(box(-9, below, page.wide + 18, page.tall), "paper"))
    page.paths.append(Path(box(-9, -9, ground.left + 9, page.tall + 18), "paper"))
    page.paths.append(Path(box(right, -9, page.wide, page.tall + 18), "paper"))


def _draw_grid(page: Drawing, ground: Ground) -> None:
    """Draw lines of longitude and latitude with their degrees."""
    right, below = ground.left + ground.wide, ground.top + ground.tall
    step = grid_step(90 / ground.scale)
    across, down = ground.wide / 2 / ground.scale, ground.tall / 2 / ground.scale
    middle = (ground.window.west + ground.window.east) / 2, (ground.window.south + ground.window.north) / 2
    reach = across / ground.window.stretch
    for degree in ticks(middle[0] - reach, middle[0] + reach, step):
        x = ground.place((degree, 0.0))[0]
        page.paths.append(Path(line((x, ground.top), (x, below)), stroke="line", width=0.6))
        if x < right - 24:
            page.words.append(Words((x + 3, below - 4), f"{degree:g}°", 8, "soft"))
    for degree in ticks(middle[1] - down, middle[1] + down, step):
        y = ground.place((0.0, degree))[1]
        page.paths.append(Path(line((ground.left, y), (right, y)), stroke="line", width=0.6))
        if ground.top + 12 < y < below - 20:
            page.words.append(Words((ground.left + 3, y - 3), f"{degree:g}°", 8, "soft"))
    page.paths.append(Path(box(ground.left, ground.top, ground.wide, ground.tall), stroke="faint"))


def _draw_symbols(page: Drawing, shown: Map, ground: Ground) -> None:
    """Draw the larger symbols first, then the names that have room."""
    most = max((max(len(each.projects), len(each.targets)) for each in shown.symbols), default=1)
    sizes = {each: (_radius(len(each.projects), most), _radius(len(each.targets), most)) for each in shown.symbols}
    for symbol, radii in sizes.items():
        x, y = ground.place(symbol.at)
        for radius, right, colour in ((radii[0], False, "project"), (radii[1], True, "indicator")):
            if radius:
                tip = "\n".join((symbol.name, *(symbol.targets if right else symbol.projects)[:20]))
                page.paths.append(Path(half(x, y, radius, right=right), colour, "paper", 0.6, 0.85, tip))
    page.words += _place_names(page.words, sizes, ground)


def _place_names(set_already: Iterable[Words], sizes: Sizes, ground: Ground) -> list[Words]:
    """Return the names that have room, those of the larger symbols first.

    The name of a large symbol covers small ones where it has room nowhere else.
    """
    large = {symbol: radii for symbol, radii in sizes.items() if max(radii) >= NAME}
    clear, rough = (_taken(set_already, group, ground) for group in (sizes, large))
    found = []
    for symbol, radii in sizes.items():
        choices = tuple(_names(symbol, ground.place(symbol.at), radii, ground))
        name = clear.place(choices) or (rough.place(choices) if symbol in large else None)
        if name:
            clear.add(name.corners)
            rough.add(name.corners)
            found.append(name)
    return found


def _taken(words: Iterable[Words], sizes: Sizes, ground: Ground) -> Clearing:
    """Return where words and symbols stand; a name may touch the rim of a disc."""
    taken = Clearing()
    for each in words:
        taken.add(each.corners)
    for symbol, radii in sizes.items():
        (x, y), reach = ground.place(symbol.at), max(radii) * 0.7
        taken.add(((x - reach, y - reach), (x + reach, y - reach), (x + reach, y + reach), (x - reach, y + reach)))
    return taken


def _radius(count: int, most: int) -> float:
    return max(LARGEST * sqrt(count / most), SMALLEST) if count else 0.0


def _names(symbol: Symbol, at: Point, radii: tuple[float, float], ground: Ground) -> Iterator[Words]:
    """Return where the name of a symbol may stand within the map."""
    (x, y), (left, right), high = at, radii, max(radii)
    choices = (
        Words((x + right + 4, y + 4), symbol.name, NAME),
        Words((x - left - 4, y + 4), symbol.name, NAME, anchor="end"),
        Words((x, y + high + 12), symbol.name, NAME, anchor="middle"),
        Words((x, y - high - 5), symbol.name, NAME, anchor="middle"),
    )
    for words in choices:
        (west, north), (east, south) = words.corners[0], words.corners[2]
        across = ground.left <= west and east <= ground.left + ground.wide
        if across and ground.top <= north and south <= ground.top + ground.tall - 14:
            yield words


def _draw_legend(page: Drawing) -> None:
    x = page.wide - FRAME.margin - LEGEND + 10
    for name, colour, right in (("项目", "project", False), ("目标", "indicator", True)):
        page.paths.append(Path(half(x, HEADING - 4, 6, right=right), colour))
        page.words.append(Words((x + 10, HEADING), name, 11, "soft"))
        x += 58


def _draw_list(page: Drawing, symbols: tuple[Symbol, ...], left: float, rows: int, columns: int) -> None:
    """List the places with how many projects and targets each has."""
    shown = symbols[: rows * columns]
    for number, symbol in enumerate(shown):
        column, row = divmod(number, rows)
        x, y = left + column * LIST, FRAME.top + 24 + row * ROW
        page.words.append(fit_words((x, y), symbol.name, 10, LIST - 84))
        for count, colour, at in ((symbol.projects, "project", 60), (symbol.targets, "indicator", 24)):
            if count:
                page.words.append(Words((x + LIST - at, y), str(len(count)), 10, colour, "end"))
    for column in range(columns):
        for name, at in (("项目", 60), ("目标", 24)):
            page.words.append(Words((left + (column + 1) * LIST - at, FRAME.top + 8), name, 9, "soft", "end"))
    if len(symbols) > len(shown):
        page.words.append(Words((left, page.tall - 12), f"另有 {len(symbols) - len(shown)} 处", 10, "soft"))
