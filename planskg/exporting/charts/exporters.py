"""Charts as formats."""

from planskg.exporting.charts.figures import read_charts
from planskg.exporting.charts.page import write_charts_page
from planskg.exporting.charts.svg import draw_chart
from planskg.exporting.drawing.pictures import verify_svg
from planskg.exporting.drawing.svg import write_svg
from planskg.exporting.exporter import Exporter
from planskg.exporting.source import Source
from planskg.exporting.verifying import verify_nothing


def write_charts(source: Source) -> dict[str, str | bytes]:
    """Return the charts as SVG."""
    return {f"{chart.name}.svg": write_svg(draw_chart(chart)) for chart in read_charts(source)}


EXPORTERS_OF_CHARTS = (
    Exporter(
        name="charts",
        path="charts.html",
        family="picture",
        chinese="可离线浏览的图表：目标并列、项目、力度、到期",
        english="charts that need no network: targets side by side, projects, firmness, what is due when",
        write=write_charts_page,
        verify=verify_nothing,
    ),
    Exporter(
        name="charts-svg",
        path="charts",
        family="picture",
        chinese="同样的图表，矢量图，一图一个文件",
        english="the same charts as SVG, a file each",
        write=write_charts,
        verify=verify_svg,
    ),
)
