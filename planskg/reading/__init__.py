"""From a file to a Document: one reader a format, listed in READERS."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from planskg.errors import NoPlan
from planskg.files import LIMIT
from planskg.gazetteer import load_gazetteer
from planskg.model import Document
from planskg.reading import archive, docx, html, office, pdf
from planskg.reading.content import Content
from planskg.reading.metadata import read_metadata
from planskg.reading.source import STDIN, Source, read_source
from planskg.reading.text import read_text


@dataclass(frozen=True, slots=True)
class Reader:
    """A format, how its files are known, and what reads them."""

    name: str
    suffixes: tuple[str, ...]
    claims: Callable[[bytes], bool]
    """Tells by their first bytes whether they are of this format; it is asked before the suffix counts."""
    read: Callable[[Source], Content]


READERS: tuple[Reader, ...] = (
    Reader("pdf", pdf.SUFFIXES, pdf.is_pdf, pdf.read_pdf),
    Reader("office", office.SUFFIXES, office.is_office, office.read_office),
    Reader("docx", docx.SUFFIXES, archive.is_zip, docx.read_docx),
    Reader("html", html.SUFFIXES, html.is_html, html.read_html),
    Reader("sealed", office.SEALED_SUFFIXES, lambda data: False, office.read_sealed),
    Reader("text", ("", ".txt", ".text", ".md"), lambda data: False, read_text),
)
"""In the order in which they are asked; the last reads what no other claims."""


def read_content(path: Path | str, limit: int = LIMIT) -> Content:
    """Return the text of a file, in which offsets count, with its tables; `-` is standard input.

    Raises UnreadableDocument.
    """
    return _content(read_source(path, limit))


def _content(source: Source) -> Content:
    return _reader(source).read(source)


def _reader(source: Source) -> Reader:
    suffix = Path(source.path).suffix.lower()
    claimed = [reader for reader in READERS if reader.claims(source.data)]
    named = [reader for reader in READERS if suffix in reader.suffixes]
    return next(iter((*claimed, *named)), READERS[-1])


def read_document(
    path: Path | str,
    *,
    year: int | None = None,
    region: str | None = None,
    name: str | None = None,
    limit: int = LIMIT,
) -> Document:
    """Read a plan document from a file, or from standard input for `-`; raises UnreadableDocument.

    The year and the region (GB/T 2260 code) that are given win over what the document says;
    its name is the file's stem, or stdin. The limit is in bytes.
    """
    return parse_document(read_source(path, limit), year=year, region=region, name=name)


def parse_document(
    source: Source, *, year: int | None = None, region: str | None = None, name: str | None = None
) -> Document:
    """Return the plan document that some bytes hold, as read_document does."""
    gazetteer = load_gazetteer()
    if region is not None and region not in gazetteer.by_code:
        raise source.refuse(f"no place has the code {region}; give --region six digits of data/places.csv")
    content = _content(source)
    metadata = read_metadata(content.text, gazetteer, year, region)
    if metadata is None:
        raise NoPlan(source.path, "no plan year found; if it is a plan, give --year")
    stem = "stdin" if str(source.path) == STDIN else Path(source.path).stem
    return Document(name or stem, content.text, metadata, content.tables)
