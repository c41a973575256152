"""Plain text in the encodings that Chinese offices write, and nothing that only looks like text."""

import codecs
import re
from collections import Counter
from dataclasses import dataclass

from planskg.reading.content import Content
from planskg.reading.source import Source

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""Byte order marks; that of UTF-32 begins as that of UTF-16 does, so it is asked for first."""
GUESSES = ("gb18030", "cp950", "utf-16-le", "utf-16-be")
"""Tried where a text is not UTF-8. GB18030 holds GBK and GB2312; code page 950 is Big5."""

FAMILIAR = 0.6
"""The least share of everyday characters: true plans have 0.99, the same bytes in a wrong encoding some 0.3 to 0.6."""
SAMPLE = 100_000
"""Characters by which a text is judged, evenly taken from it."""
LEVELS = (("gb2312", 0xD8), ("big5", 0xC7))
"""Where the everyday characters end in the two old standards, by the first byte."""

FOREIGN = (
    (rb"%PDF-", "a PDF"),
    (rb"PK\x03\x04", "a ZIP archive"),
    (rb"\xd0\xcf\x11\xe0", "an old Office document"),
    (rb"\{\\rtf", "RTF; save it as DOCX"),
    (rb"\x1f\x8b|Rar!|7z\xbc\xaf", "an archive; unpack it"),
    (rb"\x89PNG|\xff\xd8\xff|GIF8|BM....\0\0\0\0|II\*\0|MM\0\*", "a picture"),
    (rb"(?i)(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*+){0,20}?MIME-Version:", "a web archive (MHT); save it as HTML"),
)
"""How files begin that are no text, though some would decode."""

LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
CONTROLS = re.compile("[\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
"""What RDF literals and XML may not hold, or what no one can see."""


def read_text(source: Source) -> Content:
    """Return a plain text with LF line ends; its tables are found later, in the text. Raises UnreadableDocument."""
    text = decode(source)
    if not text.strip():
        raise source.refuse("is blank" if text else "is empty")
    return Content(text)


def decode(source: Source, declared: str = "") -> str:
    """Return the characters of a source, cleaned; raises UnreadableDocument where no encoding fits.

    A byte order mark wins; then UTF-8, or the encoding that the document declares of itself; then what reads as
    Chinese.
    """
    for pattern, name in FOREIGN:
        if re.match(pattern, source.data):
            raise source.refuse(f"is no text but {name}")
    return clean(_best(source, _attempts(source.data, declared)).removeprefix("\ufeff"))


def clean(text: str) -> str:
    r"""Return a text in which every line ends with `\n` and every other control character is a blank.

    Only `\r\n` changes the length.
    """
    return CONTROLS.sub(" ", LINE_ENDS.sub("\n", text))


@dataclass(frozen=True, slots=True)
class _Attempt:
    """What one encoding makes of the bytes, up to where it fails."""

    encoding: str
    text: str
    fault: UnicodeDecodeError | None = None

    @property
    def share(self) -> float:
        return _familiarity(self.text)


def _attempts(data: bytes, declared: str) -> list[_Attempt]:
    marked = [encoding for mark, encoding in MARKS if data.startswith(mark)][:1]
    own = [known for name, known in (("gb", "gb18030"), ("big5", "cp950")) if declared.lower().startswith(name)]
    return [_attempt(data, encoding) for encoding in marked or dict.fromkeys((*own, "utf-8", *GUESSES))]


def _attempt(data: bytes, encoding: str) -> _Attempt:
    try:
        return _Attempt(encoding, data.decode(encoding))
    except UnicodeDecodeError as error:
        return _Attempt(encoding, data[: error.start].decode(encoding), error)


def _best(source: Source, attempts: list[_Attempt]) -> str:
    """Return the text that reads as Chinese; the encodings before the guesses need not be compared."""
    whole = [attempt for attempt in attempts if attempt.fault is None and attempt.share >= FAMILIAR]
    for attempt in whole:
        if attempt.encoding == "utf-8" or attempt is attempts[0]:
            return attempt.text
    if whole:
        return max(whole, key=lambda attempt: attempt.share).text
    raise source.refuse(_complaint(source.data, attempts))


def _complaint(data: bytes, attempts: list[_Attempt]) -> str:
    """Say what is wrong with bytes that no encoding fits, by the encoding that goes on the longest."""
    begun = [each for each in attempts if each.fault and not each.text.isascii() and each.share >= FAMILIAR]
    if begun:
        attempt = max(begun, key=lambda each: each.fault.start if each.fault else 0)
        assert attempt.fault is not None
        if attempt.fault.end >= len(data) and attempt.fault.reason != "illegal multibyte sequence":
            return f"breaks off inside a character (byte offset {attempt.fault.start}); get the whole file"
        return f"reads as {attempt.encoding} up to byte offset {attempt.fault.start}, where it is damaged; get it anew"
    if b"\0" in data:
        return f"is binary, no text (a NUL byte at offset {data.index(0)})"
    return "reads as Chinese in no encoding (UTF-8, UTF-16, GB18030 and Big5 were tried); save it as UTF-8"


def _familiarity(text: str) -> float:
    """Return the share of everyday characters among all but ASCII and blanks; a control character is not everyday."""
    counts = Counter(CONTROLS.sub("\0", text[:: len(text) // SAMPLE + 1]))
    judged = [each for each in counts if each == "\0" or not (each.isascii() or each.isspace())]
    everyday = sum(counts[each] for each in judged if _is_everyday(each))
    return everyday / sum(counts[each] for each in judged) if judged else 1.0


def _is_everyday(character: str) -> bool:
    for encoding, end in LEVELS:
        try:
            if 0 < character.encode(encoding)[0] < end:
                return True
        except UnicodeEncodeError:
            continue
    return False
