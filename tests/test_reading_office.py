"""Documents that LibreOffice must open first; a small script stands in for it."""

import os
import re
import sys
import tempfile
import time
from pathlib import Path

import pytest

from planskg.errors import UnreadableDocument
from planskg.files import MEGABYTE
from planskg.reading import office
from planskg.reading.content import Content
from planskg.reading.office import (
    ODT,
    OLE,
    RTF,
    SEALED_SUFFIXES,
    TEXT_STREAM,
    is_office,
    is_ole,
    read_office,
    read_sealed,
)
from planskg.reading.source import Source
from test_reading_docx import package, paragraph, word

DOC = OLE + TEXT_STREAM
PLAN = word(paragraph("计划"))

MADE = "made = pathlib.Path(sys.argv[sys.argv.index('--outdir') + 1]); made.mkdir()"
WRITE = f"{MADE}; (made / 'plan.docx').write_bytes(pathlib.Path({{!r}}).read_bytes())"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that is all of the PATH; temporary files go to its folder temp."""
    (tmp_path / "temp").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temp"))
    monkeypatch.setenv("PATH", str(tmp_path))
    return tmp_path


def install(folder: Path, script: str, name: str = "soffice") -> None:
    program = folder / name
    program.write_text(f"#!{sys.executable}\nimport os, pathlib, sys, time\n{script}\n", encoding="utf-8")
    program.chmod(0o755)


def writes(folder: Path, made: bytes) -> str:
    (folder / "made.docx").write_bytes(made)
    return WRITE.format(str(folder / "made.docx"))


def refusal(data: bytes = DOC, path: str = "计划.doc", limit: int = MEGABYTE) -> str:
    with pytest.raises(UnreadableDocument) as caught:
        read_office(Source(path, data, limit))
    assert str(caught.value).startswith(f"{path}: ") and "\n" not in str(caught.value)
    return caught.value.reason


@pytest.mark.parametrize("name", office.PROGRAMS)
@pytest.mark.parametrize("path", ["计划.doc", "计划.WPS", "计划.odt", "-"])
def test_a_document_by_way_of_libreoffice(folder: Path, path: str, name: str) -> None:
    install(folder, writes(folder, PLAN), name)
    assert read_office(Source(path, DOC)) == Content("计划\n")
    assert list((folder / "temp").iterdir()) == []


def test_what_libreoffice_is_told(folder: Path) -> None:
    script = """
    profile, given = sys.argv[1].partition("file://")[2], pathlib.Path(sys.argv[-1])
    assert profile.startswith(os.environ["HOME"]) and given.parent == pathlib.Path(os.environ["HOME"])
    assert given.name == "plan.wps" and given.read_bytes().startswith(b"\\xd0\\xcf")
    settings = pathlib.Path(profile, "user", "registrymodifications.xcu").read_text()
    assert "BlockUntrustedRefererLinks" in settings and "DisableMacrosExecution" in settings
    assert {"--headless", "--convert-to", "docx"} < set(sys.argv)
    """
    install(folder, re.sub("^ +", "", script, flags=re.M) + writes(folder, PLAN))
    assert read_office(Source("计划.wps", DOC)).text == "计划\n"


def test_without_libreoffice(folder: Path) -> None:
    assert "install it" in refusal() and ".docx" in refusal()


@pytest.mark.parametrize(
    ("script", "reason"),
    [
        ("sys.exit(1)", "damaged, or needs a password"),
        ("print('Error: source file could not be loaded', file=sys.stderr)", "damaged, or needs a password"),
        (f"{MADE}; (made / 'plan.docx').touch()", "damaged, or needs a password"),
        (f"{MADE}; (made / 'plan.docx').write_bytes(b'PK')", "damaged or cut short"),
        (f"{MADE}; (made / 'plan.docx').write_bytes(bytes({2 * MEGABYTE}))", "larger than 1 MB"),
    ],
)
def test_failures(folder: Path, script: str, reason: str) -> None:
    install(folder, script)
    assert reason in refusal()
    assert list((folder / "temp").iterdir()) == []


def test_a_program_that_does_not_start(folder: Path) -> None:
    (folder / "soffice").write_bytes(b"#!/none\n")
    (folder / "soffice").chmod(0o755)
    assert "does not start" in refusal()


def test_patience_ends_with_all_that_was_started(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "SECONDS", 1)
    note = folder / "child"
    install(
        folder,
        f"child = os.fork()\nif child: pathlib.Path({str(note)!r}).write_text(str(child))\ntime.sleep(60)",
    )
    assert "within 1 seconds" in refusal()
    assert list((folder / "temp").iterdir()) == []
    assert ends(int(note.read_text(encoding="utf-8")))


def ends(process: int) -> bool:
    """Whether a process is gone, or dead and not yet fetched, within some seconds."""
    for _ in range(50):
        state = Path(f"/proc/{process}/stat")
        try:
            os.kill(process, 0)
        except ProcessLookupError:
            return True
        if state.exists() and state.read_text(encoding="utf-8").rpartition(")")[2].split()[0] == "Z":
            return True
        time.sleep(0.1)
    return False


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (OLE + "EncryptedPackage".encode("utf-16-le"), "is encrypted; save it without a password"),
        (OLE + "Workbook".encode("utf-16-le"), "Excel"),
        (OLE + "PowerPoint Document".encode("utf-16-le"), "PowerPoint"),
        (OLE + bytes(512), "damaged"),
        (bytes(512), "damaged"),
        ("增长7%".encode("gb18030"), "plain text needs the suffix .txt"),
    ],
)
def test_what_libreoffice_need_not_see(folder: Path, data: bytes, reason: str) -> None:
    install(folder, writes(folder, PLAN))
    assert reason in refusal(data)


@pytest.mark.parametrize("data", [RTF + b"1 }", b"\xef\xbb\xbf<?xml version='1.0'?><office/>", b" <html>"])
def test_what_libreoffice_reads_too(folder: Path, data: bytes) -> None:
    install(folder, writes(folder, PLAN))
    assert read_office(Source("计划.doc", data)).text == "计划\n"


def test_an_embedded_workbook_makes_no_workbook(folder: Path) -> None:
    install(folder, writes(folder, PLAN))
    assert read_office(Source("计划.doc", DOC + "Workbook".encode("utf-16-le"))).text == "计划\n"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (DOC, True),
        (RTF + b"1 ", True),
        (b"PK\x03\x04" + bytes(26) + ODT, True),
        (package({"mimetype": ODT.removeprefix(b"mimetype")}, 0), True),
        (PLAN, False),
        ("计划".encode(), False),
        (b"", False),
    ],
)
def test_office_files_are_known_by_their_bytes(data: bytes, expected: bool) -> None:
    assert is_office(data) is expected
    assert is_ole(data) is data.startswith(OLE)


@pytest.mark.parametrize("suffix", SEALED_SUFFIXES)
def test_sealed_documents(suffix: str) -> None:
    with pytest.raises(UnreadableDocument, match=rf"is a {suffix} document; open it .* save it as \.pdf"):
        read_sealed(Source(f"计划{suffix}", b"x"))
