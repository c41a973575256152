"""Plain text, UTF-8, with or without a byte order mark: the text that every offset counts in."""

import codecs
import sys
from pathlib import Path

from planskg.errors import UnreadableDocument

STDIN = "-"


def read_text(path: Path | str) -> str:
    """Return a file's text with LF line ends, or that of standard input for `-`; raises UnreadableDocument."""
    return decode_text(path, sys.stdin.buffer.read() if str(path) == STDIN else _read_bytes(Path(path)))


def decode_text(path: Path | str, data: bytes) -> str:
    """Return the text of these bytes with LF line ends; raises UnreadableDocument, which names the path."""
    if b"\0" in data:
        raise UnreadableDocument(path, f"is binary, no text (a NUL byte at offset {data.index(0)})")
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        reason = f"is not UTF-8 (byte offset {error.start}); convert it to UTF-8, for example with iconv -f GB18030"
        raise UnreadableDocument(path, reason) from None
    if not text.strip():
        raise UnreadableDocument(path, "is blank" if text else "is empty")
    return text.replace("\r\n", "\n")


def _read_bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise UnreadableDocument(path, "no such file") from None
    except IsADirectoryError:
        raise UnreadableDocument(path, "is a directory, not a document") from None
    except OSError as error:
        raise UnreadableDocument(path, f"cannot be read: {error.strerror}") from None
