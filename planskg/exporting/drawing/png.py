"""An SVG as PNG, drawn by resvg with the font that its words were measured in and no other."""

from struct import pack
from zlib import crc32

INCH = 39.3701
"""To the metre, which PNG counts dots by."""
HEADER = 33
"""Bytes of the signature and the first chunk, behind which the size of dots may stand."""


def write_png(svg: str, dots: int) -> bytes:
    """Return the picture at so many dots an inch, and with the note of it that printers go by."""
    from pylopdf_fonts_zh_cn import sans_path
    from resvg_py import svg_to_bytes

    content: bytes = svg_to_bytes(svg_string=svg, dpi=dots, skip_system_fonts=True, font_files=[str(sans_path())])
    return content[:HEADER] + _physical(dots) + content[HEADER:]


def _physical(dots: int) -> bytes:
    each = round(dots * INCH)
    body = b"pHYs" + pack(">IIB", each, each, 1)
    return pack(">I", len(body) - 4) + body + pack(">I", crc32(body))
