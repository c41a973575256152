"""Charts as drawings."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from planskg.exporting.charts.chart import Bars, Bubbles, Chart, Dot, Dots
from planskg.exporting.drawing.measuring import measure, wrap
from planskg.exporting.drawing.page import fit_words
from planskg.exporting.drawing.palette import SERIES, shade
from planskg.exporting.drawing.shapes import Drawing, Path, Words, box, disc, line

WIDE, MARGIN, NAME = 960.0, 32.0, 210.0
LEFT = MARGIN + NAME
"""Where the figures begin, right of the rows' names."""
ROOM = WIDE - MARGIN - LEFT - 40
SCALE = ROOM - 200
"""What is left of it beside words."""
SIZE, LEADING = 12.0, 15.0
ROW = 28.0
"""The least height of a row."""


def draw_chart(chart: Chart) -> Drawing:
    """Return a chart as a drawing."""
    return DRAW[type(chart)](chart)


def _open(chart: Chart) -> tuple[Drawing, float]:
    """Return a drawing with heading and legend, and where its figures begin."""
    drawing = Drawing(WIDE, 0.0, chart.chinese)
    drawing.words.append(fit_words((MARGIN, 44), chart.chinese, 19, WIDE - 2 * MARGIN))
    drawing.words.append(fit_words((MARGIN, 62), chart.english, 11, WIDE - 2 * MARGIN, "soft"))
    x, y = MARGIN, 84.0
    for each in chart.series:
        wide = 14 + measure(each.name, SIZE)
        if x + wide > WIDE - MARGIN:
            x, y = MARGIN, y + 18
        drawing.paths.append(Path(box(x, y - 9, 9, 9), each.colour))
        drawing.words.append(Words((x + 14, y), each.name, SIZE, "soft"))
        x += wide + 18
    return drawing, y + 20


def _name(drawing: Drawing, label: str, y: float) -> float:
    """Write the name of a row that begins at a height; return the row's height."""
    lines = wrap(label, SIZE, NAME - 14, most=3)
    height = max(ROW, len(lines) * LEADING + 10)
    first = y + (height - len(lines) * LEADING) / 2 + SIZE
    for at, words in enumerate(lines):
        whole = label if words.endswith("…") else ""
        drawing.words.append(Words((LEFT - 12, first + at * LEADING), words, SIZE, anchor="end", whole=whole))
    return height


def _close(drawing: Drawing, y: float) -> Drawing:
    drawing.tall = y + MARGIN
    return drawing


def draw_bars(chart: Bars) -> Drawing:
    """Return bars; a figure stands in its part where it has room, and the sum behind."""
    drawing, y = _open(chart)
    most = max(sum(counts) for _, counts in chart.rows)
    top = y
    for label, counts in chart.rows:
        height, x = _name(drawing, label, y), LEFT
        middle = y + height / 2
        for each, count in zip(chart.series, counts, strict=True):
            wide = count / most * ROOM
            tip = f"{label} {each.name}：{count}"
            drawing.paths += [Path(box(x, middle - 8, wide, 16), each.colour, tip=tip)] if count else []
            if measure(str(count), 10) + 4 <= wide:
                ink = "ink" if shade(each.colour) > 0.5 else "surface"
                drawing.words.append(Words((x + wide / 2, middle + 3.6), str(count), 10, ink, "middle"))
            x += wide
        drawing.words.append(Words((x + 6, middle + 4), str(sum(counts)), 11, "soft"))
        y += height
    drawing.paths.append(Path(line((LEFT, top), (LEFT, y)), stroke="faint"))
    return _close(drawing, y)


def draw_dots(chart: Dots) -> Drawing:
    """Return figures side by side: a dot a plan, a line for a range, and the words at the right."""
    many = len(chart.series) > len(SERIES)
    drawing, y = _open(replace(chart, series=()) if many else chart)
    for row, (label, dots) in enumerate(chart.rows):
        height = max(_name(drawing, label, y), len(dots) * LEADING + 12)
        drawing.paths.append(Path(line((LEFT, y + height), (WIDE - MARGIN, y + height)), stroke="line", width=0.6))
        for at, dot in enumerate(dots):
            middle = y + (height - len(dots) * LEADING) / 2 + (at + 0.5) * LEADING
            _draw_dot(drawing, chart, row, dot, middle, named=many)
        y += height
    return _close(drawing, y)


def _draw_dot(drawing: Drawing, chart: Dots, row: int, dot: Dot, y: float, *, named: bool) -> None:
    """Draw one figure; where plans are more than colours, its words name the plan."""
    each = chart.series[dot.series]
    colour = "project" if named else each.colour
    nought, begin, end = (LEFT + chart.place(row, value) * SCALE for value in (Decimal(0), dot.low, dot.high))
    tip = f"{chart.rows[row][0]} {each.name}：{dot.words}"
    drawing.paths.append(Path(line((nought, y), (begin, y)), stroke="line"))
    drawing.paths.append(Path(line((begin, y), (end, y)), stroke=colour, width=3))
    drawing.paths += [Path(disc(x, y, 4.5), colour, tip=tip) for x in dict.fromkeys((begin, end))]
    at = LEFT + SCALE + 14, y + 4
    words = f"{dot.words}　{each.name}" if named else dot.words
    drawing.words.append(fit_words(at, words, 11, WIDE - MARGIN - at[0], colour))


def draw_bubbles(chart: Bubbles) -> Drawing:
    """Return discs of an area that tells how much falls together, then what is listed in words."""
    drawing, y = _open(chart)
    step = min(ROOM / len(chart.columns), 110.0)
    most = max(len(cell.items) for cell in chart.cells)
    middles = [LEFT + (column + 0.5) * step for column in range(len(chart.columns))]
    drawing.words += [Words((x, y), name, 11, "soft", "middle") for x, name in zip(middles, chart.columns, strict=True)]
    y += 14
    tall = 34.0
    for row, label in enumerate(chart.rows):
        _name(drawing, label, y + row * tall + (tall - ROW) / 2)
        edge = y + (row + 1) * tall
        drawing.paths.append(Path(line((LEFT, edge), (LEFT + step * len(middles), edge)), stroke="line", width=0.6))
    for cell in chart.cells:
        radius = max(15.5 * (len(cell.items) / most) ** 0.5, 2.0)
        x, middle = middles[cell.column], y + (cell.row + 0.5) * tall
        tip = "\n".join(cell.items[:20])
        drawing.paths.append(Path(disc(x, middle, radius), "project", opacity=0.75, tip=tip))
        drawing.words.append(Words((x + radius + 4, middle + 3.6), str(len(cell.items)), 10, "soft"))
    return _close(drawing, _draw_lists(drawing, chart, y + tall * len(chart.rows) + 14))


def _draw_lists(drawing: Drawing, chart: Bubbles, y: float) -> float:
    for heading, items in chart.listed:
        y += 26
        drawing.words.append(Words((MARGIN, y), heading, 14, "project"))
        for item in items:
            for words in wrap(item, SIZE, WIDE - 2 * MARGIN - 70):
                drawing.words.append(Words((MARGIN + 70, y), words, SIZE))
                y += LEADING + 2
        y -= LEADING + 2
    return y


DRAW: dict[type[Chart], Callable[..., Drawing]] = {Bars: draw_bars, Dots: draw_dots, Bubbles: draw_bubbles}
"""By the kinds of charts."""
