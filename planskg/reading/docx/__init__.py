"""Word's DOCX: paragraphs with the numbers that Word prints before them, tables where they stand, notes at the end.

What is printed is read, each thing once: inserted words and not deleted ones, text boxes after their paragraph, the
result of a field and not its instruction. Headers, footers, page numbers and the table of contents are left out.
"""

from planskg.reading.archive import Archive
from planskg.reading.content import Content, compose
from planskg.reading.docx.body import read_body
from planskg.reading.docx.markup import W
from planskg.reading.docx.package import main_part, related_parts
from planskg.reading.source import Source

SUFFIXES = (".docx", ".docm", ".dotx", ".dotm")


def read_docx(source: Source) -> Content:
    """Return the text and the tables of a Word document; raises UnreadableDocument."""
    archive = Archive(source)
    main = main_part(archive)
    document = archive.parse(main)
    if next(document.iter(W + "altChunk"), None) is not None:
        raise source.refuse("holds its text as a file within the file; open it in Word and save it again")
    content = compose(read_body(document, related_parts(archive, main)))
    if not content.text.strip():
        pictures = any("/media/" in name for name in archive.names)
        raise source.refuse("holds no text" + ("; its pages are pictures: run OCR on them first" if pictures else ""))
    return content
