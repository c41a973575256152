"""PDF: paragraphs as they read, and tables as they are ruled."""

import re
from collections import defaultdict
from collections.abc import Iterator

from planskg.reading.content import Content, Grid, compose
from planskg.reading.pdf.furniture import body_size, split_notes, strip_furniture
from planskg.reading.pdf.lines import Line, join_words, make_lines
from planskg.reading.pdf.pages import Page, load_pages
from planskg.reading.pdf.paragraphs import make_paragraphs, set_margins
from planskg.reading.pdf.rulings import Frame, find_frames
from planskg.reading.pdf.tables import Part, follows, join_parts, make_part
from planskg.reading.source import Source

SUFFIXES = (".pdf",)
MAGIC = b"%PDF-"
MAGIC_WITHIN = 1024
"""Bytes; readers accept junk before the mark that far."""
CONTINUED = re.compile(r"[（(]?(?:续上?表|[续接]前?表|.{0,30}[（(]续表?[）)])\d*[）)]?")
NOTES = "注释："

Item = Line | Part


def is_pdf(data: bytes) -> bool:
    """Tell whether these bytes open like a PDF."""
    return MAGIC in data[:MAGIC_WITHIN]


def read_pdf(source: Source) -> Content:
    """Return the paragraphs and the ruled tables of a PDF; raises UnreadableDocument."""
    _refuse_torso(source)
    pages = load_pages(source)
    laid = [_lay_out(page, number) for number, page in enumerate(pages)]
    bodies = strip_furniture([lines for lines, _ in laid], [page.height for page in pages])
    size = body_size(bodies)
    bodies, notes = zip(*(split_notes(lines, size) for lines in bodies), strict=True)
    _align(bodies, pages)
    flow = list(_flow(bodies, [parts for _, parts in laid]))
    return compose([*_blocks(_joined(flow), size), *_note_blocks([note for page in notes for note in page])])


def _refuse_torso(source: Source) -> None:
    """Refuse a file whose end is missing: what can be saved of it would pass for the whole."""
    end = max(source.data.rfind(mark) for mark in (b"%%EOF", b"startxref"))
    if end < source.data.rfind(b"endobj"):
        raise source.refuse("is cut off: the end of the PDF is missing")
