"""One offline page that tells what the plans of a store promise, how fully they were read, and what checking found."""

from collections.abc import Sequence
from pathlib import Path

import pyoxigraph as ox

from planskg.exporting.pages import render_page
from planskg.files import write_whole
from planskg.model import Report
from planskg.reporting.charts import draw_charts
from planskg.reporting.matter import read_matter
from planskg.reporting.plans import SERIES

__all__ = ["render_report", "write_report"]


def render_report(store: ox.Store, reports: Sequence[Report]) -> str:
    """Return the page; every figure on it is an answer to a query over the store, every finding one of the reports."""
    matter = read_matter(store)
    data = {"charts": draw_charts(matter)}
    templates = Path(__file__).parent / "templates"
    return render_page(templates, "report.html", matter=matter, reports=reports, series=SERIES, data=data)


def write_report(store: ox.Store, reports: Sequence[Report], path: Path) -> None:
    """Write the page, whole or not at all."""
    write_whole(path, render_report(store, reports))
