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

FAMILIAR = 0.75
"""The least share of everyday characters: true plans have 0.99, the same bytes in a wrong encoding some 0.1 to 0.7."""
SAMPLE = 100_000
"""Characters by which a text is judged, evenly taken from it."""
NEUTRAL = re.compile(
    "[\0-\x7f\\s\u0600-\u06ff\ufb50-\ufdff\ufe70-\ufeff\u0f00-\u0fff\u1800-\u18af\xad\u200b-\u200f\u2060]"
)
"""ASCII, blanks and what no one sees; Uyghur and Kazakh, Tibetan and Mongolian letters, which may stand beside."""
LEVELS = (("gb2312", 0xD8), ("big5", 0xC7))
"""Where the everyday characters end in the two old standards, by the first byte."""

BROKEN_OFF = ("unexpected end of data", "incomplete multibyte sequence", "truncated data")
"""How Python's decoders say that the last character is not all there."""
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


def decode(source: Source) -> str:
    """Return the characters of a source, cleaned; raises UnreadableDocument where no encoding fits.

    A byte order mark wins, then UTF-8, then what reads most like Chinese. What a page declares of itself is not asked:
    where it is true the bytes say the same, and where it is not they are right.
    """
    for pattern, name in FOREIGN:
        if re.match(pattern, source.data):
            raise source.refuse(f"is no text but {name}")
    attempts = [_attempt(source.data, encoding) for encoding in _encodings(source.data)]
    fitting = [attempt for attempt in attempts if attempt.fault is None and attempt.share >= FAMILIAR]
    if not fitting:
        raise source.refuse(_complaint(source.data, attempts))
    return clean(max(fitting, key=lambda attempt: attempt.share).text)


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
    share: float
    """Of everyday characters."""
    fault: UnicodeDecodeError | None


def _encodings(data: bytes) -> tuple[str, ...]:
    """Return the encodings that bytes may be in; where they are UTF-8, garbled or not, they are nothing else."""
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return (encoding,)
    try:
        data.decode()
    except UnicodeDecodeError:
        return ("utf-8", *GUESSES)
    return ("utf-8", *GUESSES) if b"\0" in data else ("utf-8",)


def _attempt(data: bytes, encoding: str) -> _Attempt:
    fault = None
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        fault = error
        text = data[: error.start].decode(encoding)
    text = text.removeprefix("\ufeff")
    return _Attempt(encoding, text, _familiarity(text), fault)


def _complaint(data: bytes, attempts: list[_Attempt]) -> str:
    """Say what is wrong with bytes that no encoding fits, by the encoding that goes on the longest."""
    begun = [
        (each.fault.start, each.encoding, each.fault.reason)
        for each in attempts
        if each.fault and not each.text.isascii() and each.share >= FAMILIAR
    ]
    if begun:
        start, encoding, reason = max(begun)
        if reason in BROKEN_OFF:
            return f"breaks off inside a character (byte offset {start}); get the whole file"
        return f"reads as {encoding} up to byte offset {start}, where it is damaged; get it anew"
    if b"\0" in data:
        return f"is binary, no text (a NUL byte at offset {data.index(0)})"
    return "reads as Chinese in no encoding (UTF-8, UTF-16, GB18030 and Big5 were tried); save it as UTF-8"


def _familiarity(text: str) -> float:
    """Return the share of everyday characters among Chinese and strange ones; a control character is strange."""
    counts = Counter(CONTROLS.sub("\ufffd", text[:: len(text) // SAMPLE + 1]))
    judged = [each for each in counts if not NEUTRAL.match(each)]
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
