"""The parts of a ZIP archive, read in memory within bounds, and the XML in them, read without trust.

Nothing is written to disk, so that a part's name can lead nowhere; declared sizes are not believed, bytes are counted.
"""

import io
import struct
import zlib
from collections.abc import Callable
from xml.etree.ElementTree import Element, ParseError, TreeBuilder, XMLParser
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile

from planskg.errors import UnreadableDocument
from planskg.files import MEGABYTE
from planskg.reading.source import Source

ZIP = b"PK\x03\x04"
ENTRY = b"PK\x01\x02"
MOST_ENTRIES = 10_000
MOST_ELEMENTS = 400_000
"""A plan of 200,000 characters has some 300,000 where every few characters are formatted anew."""
DEEPEST = 200
"""A text box in a table has some 20."""
ENCRYPTED = 0x1
BROKEN = (BadZipFile, zlib.error, struct.error, EOFError, OSError, ValueError, OverflowError, NotImplementedError)
STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
TRANSITIONAL = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def is_zip(data: bytes) -> bool:
    """Tell whether these bytes open a ZIP archive, of whatever content."""
    return data.startswith(ZIP)


class Archive:
    """A ZIP archive whose parts, all that are read together, may not unpack to more than the source's limit."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self._room = source.limit
        # One entry of a directory takes as few as 46 bytes of the file, and ten times that when it is read.
        if source.data.count(ENTRY) > MOST_ENTRIES:
            raise source.refuse(f"is an archive of more than {MOST_ENTRIES} files")
        try:
            self._zip = ZipFile(io.BytesIO(source.data))
        except BROKEN:
            raise source.refuse("is damaged or cut short: the archive has no readable directory") from None
        self.names = frozenset(self._zip.namelist())

    def read(self, name: str) -> bytes:
        """Return the bytes of a part. Raises UnreadableDocument, also where there is no such part."""
        try:
            entry = self._zip.getinfo(name)
        except KeyError:
            raise self.source.refuse(f"lacks its part {name}") from None
        if entry.flag_bits & ENCRYPTED:
            raise self.source.refuse("is encrypted; save it without a password")
        if entry.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            raise self.source.refuse(f"packs its part {name} in a way that no office program does")
        try:
            with self._zip.open(entry) as part:
                data = part.read(self._room + 1)
        except BROKEN:
            raise self.source.refuse(f"is damaged: its part {name} cannot be unpacked") from None
        self._room -= len(data)
        if self._room < 0:
            limit = self.source.limit // MEGABYTE
            raise self.source.refuse(f"unpacks to more than {limit} MB; raise --max-size if it is a plan")
        return data

    def parse(self, name: str) -> Element:
        """Return the root of an XML part; raises UnreadableDocument, also for a document type, which none needs."""
        # The strict form of Open XML has another name for the same elements.
        data = self.read(name).replace(STRICT, TRANSITIONAL)
        parser = XMLParser(target=_Builder(lambda fault: self.source.refuse(f"is unsafe: its part {name} {fault}")))
        try:
            parser.feed(data)
            root: Element = parser.close()
        except (ParseError, ValueError, LookupError):
            raise self.source.refuse(f"is damaged: its part {name} is no XML") from None
        return root


class _Builder(TreeBuilder):
    """Builds a tree of bounded size and depth, and refuses a document type, for entities stand in it alone."""

    def __init__(self, refuse: Callable[[str], UnreadableDocument]) -> None:
        super().__init__()
        self._refuse = refuse
        self._count = self._depth = 0

    def start(self, tag: str, attrs: dict[str, str], /) -> Element:
        self._count += 1
        self._depth += 1
        if self._count > MOST_ELEMENTS:
            raise self._refuse(f"has more than {MOST_ELEMENTS:,} elements")
        if self._depth > DEEPEST:
            raise self._refuse(f"is nested more than {DEEPEST} deep")
        return super().start(tag, attrs)

    def end(self, tag: str, /) -> Element:
        self._depth -= 1
        return super().end(tag)

    def doctype(self, *_: str | None) -> None:
        raise self._refuse("declares a document type")
