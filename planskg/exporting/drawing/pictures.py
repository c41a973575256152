"""The views of the graph as pages: SVG, and PNG for who cannot open that."""

from collections.abc import Callable, Iterator
from io import BytesIO

from planskg.errors import PlanskgError
from planskg.exporting.drawing.columns import draw_columns
from planskg.exporting.drawing.matrix import draw_matrix
from planskg.exporting.drawing.page import PAPERS, Paper
from planskg.exporting.drawing.png import write_pngs
from planskg.exporting.drawing.rings import draw_rings
from planskg.exporting.drawing.shapes import Drawing
from planskg.exporting.drawing.svg import write_svg
from planskg.exporting.exporter import Content, Exporter, Spread, Verdict
from planskg.exporting.network import carried
from planskg.exporting.scene import read_scene
from planskg.exporting.source import Option, Source
from planskg.exporting.verifying import as_bytes
from planskg.exporting.views import VIEWS, Sheet, View

SHOWN = {
    "document": ("kind", "year", "region"),
    "thing": ("label", "code"),
    "pillar": ("label",),
    "concept": ("label",),
    "promise": ("relation", "quote", "start", "end", "indicator"),
    "link": ("contains", "indicator", "project", "sector", "spatial", "located", "within"),
}
"""What of the network the views show."""
UNREAD = {
    "zh": "只供人看：关系与类别由线条和图形表示",
    "en": "for people alone: lines and marks stand for links and kinds",
}
"""What is lost of what is shown."""


class BadDots(PlanskgError):
    """A number of dots an inch that is none."""

    def __init__(self, given: str) -> None:
        super().__init__(f"dpi={given}: a whole number of dots an inch from 20 to 1200 is needed")


def read_dots(given: str) -> int:
    """Return how many dots an inch holds; raises BadDots."""
    if not (given.isascii() and given.isdigit() and 20 <= int(given) <= 1200):
        raise BadDots(given)
    return int(given)


PAPER = Option("paper", "A3", Paper, f"纸张：{'、'.join(PAPERS)}", f"the sheet it is made for: {', '.join(PAPERS)}")
DOTS = Option("dpi", "120", read_dots, "每英寸点数", "dots an inch; 300 for print")


def draw_pictures(source: Source) -> dict[str, str]:
    """Return the pages of all views as SVG, by their names."""
    paper = source.option(PAPER)
    return {name: write_svg(page, paper.size) for name, page in _pages(source, paper)}


def _pages(source: Source, paper: Paper) -> Iterator[tuple[str, Drawing]]:
    scene = read_scene(source.network)
    for view in VIEWS.values():
        sheets = [sheet for sheet in view.make(scene, source.network) if sheet.spots]
        pages = [page for sheet in sheets for page in _draw(view, sheet, paper)]
        for number, page in enumerate(pages, start=1):
            yield view.name if len(pages) == 1 else f"{view.name}-{number:0{len(str(len(pages)))}}", page


def _draw(view: View, sheet: Sheet, paper: Paper) -> Iterator[Drawing]:
    title, note = f"{view.chinese}：{view.question}", "　".join(filter(None, (view.question_english, sheet.title)))
    if view.form == "rings":
        return draw_rings(sheet, title, note, paper)
    return {"columns": draw_columns, "matrix": draw_matrix}[view.form](sheet, title, note)


def write_pictures(source: Source) -> dict[str, str | bytes]:
    """Return the views as SVG."""
    return {f"{name}.svg": page for name, page in source.once(draw_pictures).items()}


def write_prints(source: Source) -> dict[str, str | bytes]:
    """Return the views as PNG."""
    return start_prints(source)()


def start_prints(source: Source, spread: Spread = map) -> Callable[[], dict[str, str | bytes]]:
    """Begin to draw the views as PNG, which takes longer than all else, and return what waits for them."""
    dots, pages = source.option(DOTS), source.once(draw_pictures)
    drawn = write_pngs(pages.values(), dots, spread)
    return lambda: {f"{name}.png": each for name, each in zip(pages, drawn, strict=True)}


def verify_svg(content: Content, source: Source) -> Verdict:
    """Read each file with lxml, and count the lines of words."""
    from lxml import etree

    parts = content.values() if isinstance(content, dict) else [as_bytes(content)]
    try:
        trees = [etree.fromstring(part.encode() if isinstance(part, str) else part) for part in parts]
    except etree.XMLSyntaxError as error:
        return Verdict("lxml", 0, str(error))
    return Verdict("lxml", sum(1 for tree in trees for _ in tree.iter("{http://www.w3.org/2000/svg}text")))


def verify_png(content: Content, source: Source) -> Verdict:
    """Read each file with Pillow, and count the files."""
    from PIL import Image, __version__

    parts = content if isinstance(content, dict) else {"": as_bytes(content)}
    for name, part in parts.items():
        try:
            Image.open(BytesIO(as_bytes(part))).load()
        except (OSError, SyntaxError) as error:
            return Verdict(f"Pillow {__version__}", 0, f"{name}: {error}")
    return Verdict(f"Pillow {__version__}", len(parts))


EXPORTERS_OF_PICTURES = (
    Exporter(
        name="svg",
        path="pictures",
        family="picture",
        chinese="各视图的矢量图，一页一个文件，可按纸张打印",
        english="the views as SVG, a file a page, to print on paper",
        write=write_pictures,
        verify=verify_svg,
        carries=carried(SHOWN),
        losses=(UNREAD,),
        options=(PAPER,),
    ),
    Exporter(
        name="png",
        path="pictures-png",
        family="picture",
        chinese="各视图的点阵图",
        english="the views as PNG",
        write=write_prints,
        start=start_prints,
        verify=verify_png,
        carries=carried(SHOWN),
        losses=(UNREAD,),
        options=(PAPER, DOTS),
        extra="pictures",
    ),
)
