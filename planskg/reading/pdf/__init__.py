"""PDF: paragraphs as they read, and tables as they are ruled."""

from collections.abc import Iterator
from itertools import groupby

from planskg.reading.content import Content, Grid, compose
from planskg.reading.pdf.flow import align, flow, join_tables, lay_out
from planskg.reading.pdf.furniture import body_size, strip_furniture
from planskg.reading.pdf.lines import Line, join_words
from planskg.reading.pdf.notes import split_notes
from planskg.reading.pdf.pages import load_pages
from planskg.reading.pdf.paragraphs import make_paragraphs, usual_distances
from planskg.reading.pdf.tables import Part
from planskg.reading.source import Source

SUFFIXES = (".pdf",)
MAGIC = b"%PDF-"
MAGIC_WITHIN = 1024
"""Bytes; readers accept junk before the mark that far."""
NOTES = "注释："


def is_pdf(data: bytes) -> bool:
    """Tell whether these bytes open like a PDF."""
    return MAGIC in data[:MAGIC_WITHIN]


def read_pdf(source: Source) -> Content:
    """Return the paragraphs and the ruled tables of a PDF; raises UnreadableDocument."""
    _refuse_torso(source)
    pages = load_pages(source)
    laid = [lay_out(page, number) for number, page in enumerate(pages)]
    stripped = strip_furniture([lines for lines, _ in laid], [page.height for page in pages])
    size = body_size(stripped)
    bodies, notes = split_notes(stripped, size)
    align(bodies)
    items = join_tables(flow(bodies, [parts for _, parts in laid]))
    said = [join_words([line.words for line in note]) for note in notes]
    return compose([*_blocks(items, size), *([NOTES, *said] if said else [])])


def _blocks(items: list[Line | Part], size: float) -> Iterator[str | Grid]:
    usual = usual_distances([item for item in items if isinstance(item, Line)])
    for is_table, group in groupby(items, key=lambda item: isinstance(item, Part)):
        if is_table:
            yield from (Grid(item.rows) for item in group if isinstance(item, Part))
        else:
            yield from make_paragraphs([item for item in group if isinstance(item, Line)], size, usual)


def _refuse_torso(source: Source) -> None:
    """Refuse a file whose end is missing: what can be saved of it would pass for the whole."""
    end = max(source.data.rfind(mark) for mark in (b"%%EOF", b"startxref"))
    if end < source.data.rfind(b"endobj"):
        raise source.refuse("is cut off: the end of the PDF is missing")
