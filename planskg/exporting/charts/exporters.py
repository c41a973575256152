"""Charts as formats."""

import json

from planskg.exporting.charts.figures import CARRIED, read_charts
from planskg.exporting.charts.page import write_charts_page
from planskg.exporting.charts.svg import draw_chart
from planskg.exporting.drawing.pictures import verify_svg
from planskg.exporting.drawing.svg import write_svg
from planskg.exporting.exporter import Content, Exporter, Verdict
from planskg.exporting.source import Source
from planskg.exporting.verifying import as_bytes

GROUPED = {"zh": "承诺按组计数，逐条见表格", "en": "promises are counted in groups; the tables have each of them"}
"""What is lost of what is shown."""


def write_charts(source: Source) -> dict[str, str | bytes]:
    """Return the charts as SVG."""
    return {f"{chart.name}.svg": write_svg(draw_chart(chart)) for chart in read_charts(source)}


def verify_charts(content: Content, source: Source) -> Verdict:
    """Read the page with lxml and its data as JSON, and count the charts."""
    from lxml import etree, html

    page = html.document_fromstring(as_bytes(content))
    found = set(json.loads(page.get_element_by_id("data").text)["charts"])
    drawn = {element.get("id") for element in page.find_class("chart")}
    wanted = {f"chart-{chart.name}" for chart in read_charts(source)}
    fault = "" if found == drawn == wanted else f"{', '.join(sorted(wanted ^ (found & drawn)))}: not there as written"
    return Verdict(f"lxml {etree.__version__}", len(found), fault)


EXPORTERS_OF_CHARTS = (
    Exporter(
        name="charts",
        path="charts.html",
        family="picture",
        chinese="可离线浏览的图表：目标并列、项目、力度、到期",
        english="charts that need no network: targets side by side, projects, firmness, what is due when",
        write=write_charts_page,
        verify=verify_charts,
        carries=CARRIED,
        losses=(GROUPED,),
    ),
    Exporter(
        name="charts-svg",
        path="charts",
        family="picture",
        chinese="同样的图表，矢量图，一图一个文件",
        english="the same charts as SVG, a file each",
        write=write_charts,
        verify=verify_svg,
        carries=CARRIED,
        losses=(GROUPED,),
    ),
)
