"""Plain text, with or without a byte order mark."""

import codecs

from planskg.reading.content import Content
from planskg.reading.source import Source


def read_text(source: Source) -> Content:
    """Return a plain text with LF line ends; its tables are found later, in the text. Raises UnreadableDocument."""
    text = decode(source)
    if not text.strip():
        raise source.refuse("is blank")
    return Content(text.replace("\r\n", "\n"))


def decode(source: Source) -> str:
    """Return the characters of a source; raises UnreadableDocument where no encoding fits."""
    data = source.data
    if b"\0" in data:
        raise source.refuse(f"is binary, no text (a NUL byte at offset {data.index(0)})")
    try:
        return data.removeprefix(codecs.BOM_UTF8).decode("utf-8")
    except UnicodeDecodeError as error:
        reason = f"is not UTF-8 (byte offset {error.start}); convert it to UTF-8, for example with iconv -f GB18030"
        raise source.refuse(reason) from None
