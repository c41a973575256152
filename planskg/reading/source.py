"""The bytes of a document, from a file or from standard input, up to a limit."""

import sys
from dataclasses import dataclass
from pathlib import Path

from planskg.errors import UnreadableDocument
from planskg.files import LIMIT, MEGABYTE

STDIN = "-"


@dataclass(frozen=True, slots=True)
class Source:
    """A document's bytes, and the path that messages name."""

    path: Path | str
    data: bytes
    limit: int = LIMIT
    """How many bytes the document, or what it unpacks to, may have."""

    def refuse(self, reason: str) -> UnreadableDocument:
        """Return the error that says why this document cannot be read."""
        return UnreadableDocument(self.path, reason)


def read_source(path: Path | str, limit: int = LIMIT) -> Source:
    """Return the bytes of a file, or of standard input for `-`.

    Raises UnreadableDocument where there is no such file, where it is a directory, empty, or beyond the limit in bytes.
    """
    data = sys.stdin.buffer.read(limit + 1) if str(path) == STDIN else _read_file(Path(path), limit)
    source = Source(path, data, limit)
    if not data:
        raise source.refuse("is empty")
    if len(data) > limit:
        raise source.refuse(f"is larger than {limit // MEGABYTE} MB; raise --max-size if it is a plan")
    return source


def _read_file(path: Path, limit: int) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(limit + 1)
    except FileNotFoundError:
        raise UnreadableDocument(path, "no such file") from None
    except IsADirectoryError:
        raise UnreadableDocument(path, "is a directory, not a document") from None
    except OSError as error:
        raise UnreadableDocument(path, f"cannot be read: {error.strerror}") from None
