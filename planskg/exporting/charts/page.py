"""Charts as one page that needs no network."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from planskg.exporting.charts.chart import Bars, Bubbles, Chart, Dots
from planskg.exporting.charts.figures import plan_name, read_charts
from planskg.exporting.pages import FOLDER, render_page
from planskg.exporting.source import Source

Json = dict[str, Any]
TIPS = 20
"""So many promises are named under the pointer."""


def write_charts_page(source: Source) -> str:
    """Return the page, with all its scripts, styles and data in it."""
    charts = read_charts(source)
    data = {"charts": {f"chart-{chart.name}": chart_json(chart) for chart in charts}}
    names = "、".join(map(plan_name, source.plans))
    return render_page(FOLDER / "templates", "charts.html", charts=charts, data=data, names=names)


def chart_json(chart: Chart) -> Json:
    """Return a chart as the page's script draws it."""
    return JSON[type(chart)](chart)


def _series(chart: Chart) -> list[Json]:
    return [{"name": each.name, "color": each.colour} for each in chart.series]


def bars_json(chart: Bars) -> Json:
    """Return bars: names, and the data of each series."""
    series = [
        each | {"data": [counts[number] for _, counts in chart.rows]} for number, each in enumerate(_series(chart))
    ]
    return {"form": "bars", "names": [label for label, _ in chart.rows], "series": series, "stacked": True}


def dots_json(chart: Dots) -> Json:
    """Return dots: names, and points on scales from 0 to 1."""
    points = [
        {
            "row": row,
            "series": dot.series,
            "words": dot.words,
            "zero": round(chart.place(row, Decimal(0)), 4),
            "from": round(chart.place(row, dot.low), 4),
            "to": round(chart.place(row, dot.high), 4),
            "order": order,
        }
        for row, (_, dots) in enumerate(chart.rows)
        for order, dot in enumerate(dots)
    ]
    names = [label for label, _ in chart.rows]
    return {"form": "dots", "names": names, "series": _series(chart), "points": points}


def bubbles_json(chart: Bubbles) -> Json:
    """Return bubbles: the names of rows and columns, and what falls together."""
    points = [
        {"row": cell.row, "column": cell.column, "count": len(cell.items), "items": cell.items[:TIPS]}
        for cell in chart.cells
    ]
    return {"form": "bubbles", "names": chart.rows, "columns": chart.columns, "series": [], "points": points}


JSON: dict[type[Chart], Callable[..., Json]] = {Bars: bars_json, Dots: dots_json, Bubbles: bubbles_json}
"""By the kinds of charts."""
