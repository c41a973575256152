"""Documents of other office programs, which LibreOffice turns into DOCX: .doc, .wps, .odt, .rtf.

It runs in a folder of its own, profile and all, and both are gone afterwards.
"""

import os
import shutil
import signal
import subprocess
from codecs import BOM_UTF8
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NoReturn

from planskg.files import MEGABYTE
from planskg.reading.archive import is_zip
from planskg.reading.content import Content
from planskg.reading.docx import read_docx
from planskg.reading.source import Source

SUFFIXES = (".doc", ".dot", ".wps", ".wpt", ".odt", ".ott", ".fodt", ".rtf")
SEALED_SUFFIXES = (".ofd", ".ceb", ".cebx")
PROGRAMS = ("soffice", "libreoffice")
SECONDS = 120
"""A plan takes five, the first start of LibreOffice some more."""

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
RTF = b"{\\rtf"
ODT = b"mimetypeapplication/vnd.oasis.opendocument.text"
TEXT_STREAM = "WordDocument".encode("utf-16-le")
DAMAGED = "is damaged, or no text document"
UNKNOWN = "is damaged, or no document of an office program; plain text needs the suffix .txt"
STREAMS = {
    "EncryptedPackage": "is encrypted; save it without a password",
    "Workbook": "is an Excel workbook, no text document; save its sheet as .pdf",
    "PowerPoint Document": "is a PowerPoint presentation, no text document; save it as .pdf",
}
"""What an OLE file is that has a stream of this name and none of a Word document, and what to do."""

PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop>
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop>
</item></oor:items>
"""
"""A document may run no macro, and fetch nothing that it links to."""


def is_ole(data: bytes) -> bool:
    """Tell whether these bytes are an OLE file: .doc, .wps, or a document with a password."""
    return data.startswith(OLE)


def is_office(data: bytes) -> bool:
    """Tell whether these bytes are a document that LibreOffice must turn into DOCX."""
    return is_ole(data) or data.startswith(RTF) or (is_zip(data) and data.startswith(ODT, 30))


def read_office(source: Source) -> Content:
    """Return the text and the tables of a document, by way of LibreOffice; raises UnreadableDocument."""
    if reason := _fault(source.data):
        raise source.refuse(reason)
    program = next(filter(None, map(shutil.which, PROGRAMS)), None)
    if program is None:
        raise source.refuse("needs LibreOffice to be read; install it (soffice on the PATH), or save it as .docx")
    with TemporaryDirectory(prefix="planskg-", ignore_cleanup_errors=True) as folder:
        return read_docx(Source(source.path, _convert(source, program, Path(folder)), source.limit))


def read_sealed(source: Source) -> NoReturn:
    """Refuse a document that only its own reader opens, with UnreadableDocument."""
    suffix = Path(source.path).suffix.lower()
    raise source.refuse(f"is a {suffix} document; open it in its own reader and save it as .pdf")


def _fault(data: bytes) -> str | None:
    """Return why bytes need not be given to LibreOffice, which reads as text whatever it does not know."""
    if is_ole(data) and TEXT_STREAM not in data:
        known = (reason for name, reason in STREAMS.items() if name.encode("utf-16-le") in data)
        return next(known, DAMAGED)
    markup = data.removeprefix(BOM_UTF8).lstrip().startswith(b"<")
    return None if markup or is_office(data) else UNKNOWN


def _convert(source: Source, program: str, folder: Path) -> bytes:
    """Return a document as DOCX, made in this folder."""
    suffix = Path(source.path).suffix.lower()
    given = folder / ("plan" + (suffix if suffix in SUFFIXES else ".doc"))
    given.write_bytes(source.data)
    settings = folder / "profile" / "user" / "registrymodifications.xcu"
    settings.parent.mkdir(parents=True)
    settings.write_text(PROFILE, encoding="utf-8")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    options = ("--headless", "--norestore", "--convert-to", "docx", "--outdir", str(folder / "made"))
    _run(source, [program, profile, *options, str(given)], folder)
    made = folder / "made" / "plan.docx"
    if not made.is_file() or not made.stat().st_size:
        raise source.refuse("cannot be read by LibreOffice: it is damaged, or needs a password")
    if made.stat().st_size > source.limit:
        raise source.refuse(f"is larger than {source.limit // MEGABYTE} MB as .docx; raise --max-size if it is a plan")
    return made.read_bytes()


def _run(source: Source, command: list[str], folder: Path) -> None:
    """Run a program to its end, or to the end of our patience; what it has started ends with it."""
    own = {**os.environ, "HOME": str(folder), "TMPDIR": str(folder)}
    nothing = subprocess.DEVNULL
    try:
        process = subprocess.Popen(
            command, stdin=nothing, stdout=nothing, stderr=nothing, cwd=folder, env=own, start_new_session=True
        )
    except OSError as error:
        raise source.refuse(f"cannot be read: LibreOffice does not start ({error.strerror})") from None
    try:
        process.wait(SECONDS)
    except subprocess.TimeoutExpired:
        raise source.refuse(f"cannot be read by LibreOffice within {SECONDS} seconds; save it as .docx") from None
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
