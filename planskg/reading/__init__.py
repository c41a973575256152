"""From a file to a Document: one reader a format, listed in READERS."""

from collections.abc import Callable
from pathlib import Path

from planskg.errors import UnreadableDocument
from planskg.model import Document
from planskg.places import load_gazetteer
from planskg.reading.metadata import read_metadata
from planskg.reading.text import STDIN, read_text

READERS: dict[str, Callable[[Path | str], str]] = {
    "": read_text,
    ".txt": read_text,
    ".text": read_text,
    ".md": read_text,
}
"""By the file's suffix; a file of any other is tried as plain text."""


def read_text_of(path: Path | str) -> str:
    """Return the text of a file, or of standard input for `-`, in which offsets count; raises UnreadableDocument."""
    return READERS.get(Path(path).suffix.lower(), read_text)(path)


def read_document(
    path: Path | str, *, year: int | None = None, region: str | None = None, name: str | None = None
) -> Document:
    """Read a plan document from a file, or from standard input for `-`; raises UnreadableDocument.

    The year and the region (GB/T 2260 code) that are given win over what the document says;
    its name is the file's stem, or stdin.
    """
    text = read_text_of(path)
    gazetteer = load_gazetteer()
    if region is not None and region not in gazetteer.by_code:
        raise UnreadableDocument(path, f"no place has the code {region}; give --region six digits of data/places.csv")
    metadata = read_metadata(text, gazetteer, year, region)
    if metadata is None:
        raise UnreadableDocument(path, "no plan year found; give --year")
    return Document(name or ("stdin" if str(path) == STDIN else Path(path).stem), text, metadata)
