"""An SVG as PNG, drawn by resvg with the font that its words were measured in and no other."""

from collections.abc import Iterable, Iterator
from functools import partial
from struct import pack
from zlib import crc32

from planskg.exporting.exporter import Spread

INCH = 39.3701
"""To the metre, which PNG counts dots by."""
HEADER = 33
"""Bytes of the signature and the first chunk, behind which the size of dots may stand."""


def write_png(svg: str, dots: int) -> bytes:
    """Return the picture at so many dots an inch, and with the note of it that printers go by."""
    return next(write_pngs([svg], dots))


def write_pngs(svgs: Iterable[str], dots: int, spread: Spread = map) -> Iterator[bytes]:
    """Return several pictures; what draws one is resvg's own function, so that a process needs load nothing else."""
    from pylopdf_fonts_zh_cn import sans_path
    from resvg_py import svg_to_bytes

    draw = partial(svg_to_bytes, dpi=dots, skip_system_fonts=True, font_files=[str(sans_path())])
    return (each[:HEADER] + _physical(dots) + each[HEADER:] for each in spread(draw, svgs))


def _physical(dots: int) -> bytes:
    each = round(dots * INCH)
    body = b"pHYs" + pack(">IIB", each, each, 1)
    return pack(">I", len(body) - 4) + body + pack(">I", crc32(body))
