"""The font that PDFium falls back to: `python tests/box_font.py` writes planskg/reading/pdf/fonts/box.ttf anew.

It has a box for every character of the Basic Multilingual Plane, a narrow one for letters and digits, which PDFium
lets reach over the next character otherwise. It says that it serves all East Asian code pages, so that PDFium takes it
for any font that a document only names.
"""

from pathlib import Path

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.tables._c_m_a_p import CmapSubtable

PATH = Path(__file__).parents[1] / "planskg" / "reading" / "pdf" / "fonts" / "box.ttf"
EM, ASCENT, DESCENT = 1000, 880, -120
NARROW, FIRST_WIDE = 100, 0x2E80
"""So narrow is the box of characters before the first of the ideographs' blocks; the document tells their widths."""
CODE_PAGES = 1 | 0b1111 << 17
"""Latin 1, Japanese, simplified Chinese, Korean, traditional Chinese: ulCodePageRange1 of the OS/2 table."""
MANY_TO_ONE = 13
"""The format of a cmap in which a whole range has one glyph."""


def make_font() -> TTFont:
    """Return the font."""
    made = FontBuilder(EM, isTTF=True)
    made.setupGlyphOrder([".notdef", "narrow", "box"])
    made.font["cmap"] = _cmap()
    made.setupGlyf({".notdef": TTGlyphPen(None).glyph(), "narrow": _box(NARROW), "box": _box(EM)})
    made.setupHorizontalMetrics({".notdef": (EM, 0), "narrow": (NARROW, 0), "box": (EM, 0)})
    made.setupHorizontalHeader(ascent=ASCENT, descent=DESCENT)
    made.setupNameTable({"familyName": "planskg box", "styleName": "Regular"})
    made.setupOS2(ulCodePageRange1=CODE_PAGES, ulCodePageRange2=0, sTypoAscender=ASCENT, sTypoDescender=DESCENT)
    made.setupPost()
    made.font["head"].created = made.font["head"].modified = 0
    made.font.recalcTimestamp = False
    return made.font


def _box(width: int) -> object:
    pen = TTGlyphPen(None)
    pen.moveTo((0, DESCENT))
    for corner in ((0, ASCENT), (width, ASCENT), (width, DESCENT)):
        pen.lineTo(corner)
    pen.closePath()
    return pen.glyph()


def _cmap() -> object:
    table, words = newTable("cmap"), CmapSubtable.newSubtable(MANY_TO_ONE)
    words.format, words.platformID, words.platEncID = MANY_TO_ONE, 3, 10
    words.reserved = words.length = words.language = 0
    words.nGroups = 2
    words.cmap = {code: "narrow" if code < FIRST_WIDE else "box" for code in range(0x20, 0x10000)}
    table.tableVersion, table.tables = 0, [words]
    return table


if __name__ == "__main__":
    make_font().save(PATH)
