"""A drawing as SVG: every line of words held to the length that it was measured at, whatever font a viewer has."""

from collections.abc import Iterator
from xml.sax.saxutils import escape

from planskg.exporting.drawing.measuring import is_even
from planskg.exporting.drawing.palette import colour
from planskg.exporting.drawing.shapes import Drawing, Path, Words, figure

FAMILY = "'Noto Sans SC','Noto Sans CJK SC','Source Han Sans SC','PingFang SC','Microsoft YaHei',sans-serif"
UNPRINTABLE = {code: " " for code in (*range(32), 127, 0x2028, 0x2029, 0xFFFE, 0xFFFF)}
"""What XML cannot hold, or a line not show."""


def write_svg(drawing: Drawing, size: tuple[str, str] | None = None) -> str:
    """Return a drawing as SVG, of a size like 420mm by 297mm, or of its own."""
    wide, tall = size or (figure(drawing.wide), figure(drawing.tall))
    view = f"0 0 {figure(drawing.wide)} {figure(drawing.tall)}"
    title = escape(drawing.title.translate(UNPRINTABLE))
    head = f'<svg xmlns="http://www.w3.org/2000/svg" width="{wide}" height="{tall}" viewBox="{view}" role="img">'
    paper = f'<rect width="100%" height="100%" fill="{colour("paper")}"/>'
    words = (_words(each) for each in drawing.words if each.words)
    begun = f'{head}\n<title>{title}</title>\n{paper}\n<g stroke-linecap="round" stroke-linejoin="round">'
    body = "\n".join((*map(_path, drawing.paths), f'</g>\n<g font-family="{FAMILY}">', *words))
    return f"{begun}\n{body}\n</g>\n</svg>\n"


def _path(path: Path) -> str:
    given = "".join(_given(path))
    if not path.tip:
        return f"<path{given}/>"
    return f"<path{given}><title>{escape(path.tip.translate(UNPRINTABLE))}</title></path>"


def _given(path: Path) -> Iterator[str]:
    yield f' d="{path.steps}" fill="{colour(path.fill)}"'
    if path.stroke != "none":
        yield f' stroke="{colour(path.stroke)}" stroke-width="{figure(path.width)}"'
    if path.opacity != 1:  # of fill and stroke apart, for which a renderer needs no layer of its own
        yield f' fill-opacity="{figure(path.opacity)}" stroke-opacity="{figure(path.opacity)}"'


def _words(each: Words) -> str:
    text = each.words.translate(UNPRINTABLE)
    x, y = map(figure, each.at)
    given = f' x="{x}" y="{y}" font-size="{figure(each.size)}" fill="{colour(each.colour)}"'
    given += f' text-anchor="{each.anchor}"' if each.anchor != "start" else ""
    given += f' transform="rotate({figure(each.angle)} {x} {y})"' if each.angle else ""
    given += "" if is_even(text) else f' textLength="{figure(each.wide)}" lengthAdjust="spacingAndGlyphs"'
    whole = f"<title>{escape(each.whole.translate(UNPRINTABLE))}</title>" if each.whole else ""
    return f"<text{given}>{whole}{escape(text)}</text>"
