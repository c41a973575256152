"""Plain text: encodings, control characters, and bytes that are no text."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import DOCUMENTS
from planskg.errors import UnreadableDocument
from planskg.reading.source import Source
from planskg.reading.text import clean, read_text

PLAN = "2023年自治州国民经济和社会发展计划\n地区生产总值增长7%左右，新建公路200公里——“十四五”①。\n"
TRADITIONAL = "地區生產總值增長百分之七左右，開工建設水庫、機場等重點項目。\n"
SHORT = "增长7%"


def read(data: bytes) -> str:
    return read_text(Source("plan.txt", data)).text


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le"],
)
@pytest.mark.parametrize("text", [PLAN, PLAN * 500, SHORT, "计划", PLAN + "龘靐齉爩\n"])
def test_encodings(encoding: str, text: str) -> None:
    data = text.encode(encoding)
    if encoding == "utf-32-le":
        data = codecs.BOM_UTF32_LE + data
    assert read(data) == text


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (TRADITIONAL, "big5"),
        (TRADITIONAL, "utf-16-be"),
        (TRADITIONAL, "gb18030"),
        ("增长7%，①②", "gb2312"),
        ("\ufeff计划", "utf-16-le"),
        ("\ufeff计划", "utf-16-be"),
        ("\ufeff计划", "gb18030"),
        ("plan: 7%\n", "ascii"),
        ("plan: 7%\n", "utf-16"),
        ("plan: 7%\n", "utf-16-le"),
        ("25 °C，PM2.5、m³、‰、Ⅲ类、kW·h\n", "utf-8"),
        ("  计划\t1\n", "utf-8"),
        ("قىزىلسۇ ئوبلاستى 克孜勒苏 བོད་ལྗོངས 西藏\n", "utf-8"),
    ],
)
def test_other_encodings(text: str, encoding: str) -> None:
    assert read(text.encode(encoding)) == text.removeprefix("\ufeff")


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
def test_the_project_s_own_plans(encoding: str) -> None:
    for path in sorted(DOCUMENTS.glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        assert read(text.encode(encoding)) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("一\r\n二\r三\n", "一\n二\n三\n"),
        ("一\x0b二\x0c三\x85四\u2028五\u2029六", "一\n二\n三\n四\n五\n六"),
        ("一\0二\x1b三\x7f四\x9f五\ufffe六\uffff七\t八", "一 二 三 四 五 六 七\t八"),
        ("一\u200b二\xa0三\u3000四", "一\u200b二\xa0三\u3000四"),
    ],
)
def test_control_characters(text: str, expected: str) -> None:
    assert clean(text) == expected
    assert read((PLAN + text).encode()) == PLAN + expected


@given(st.text(st.characters(codec="utf-8")))
def test_cleaning_moves_nothing(text: str) -> None:
    cleaned = clean(text)
    assert len(cleaned) == len(text) - text.count("\r\n")
    assert clean(cleaned) == cleaned
    assert cleaned.splitlines() == cleaned.removesuffix("\n").split("\n") or not cleaned


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "is empty"),
        (codecs.BOM_UTF8, "is empty"),
        (codecs.BOM_UTF16_LE, "is empty"),
        (b" \r\n\t", "is blank"),
        (b"\0" * 100, "binary.*offset 0"),
        (b"%PDF-1.7\n%abc", "a PDF"),
        (b"PK\x03\x04plan", "a ZIP archive"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "Office"),
        (rb"{\rtf1\ansi plan}", "RTF"),
        (b"\x89PNG\r\n\x1a\n", "a picture"),
        (b"\x7fELF\x02\x01\x01\0\0\0", "binary.*offset 7"),
        (bytes(range(1, 256)) * 9, "no encoding"),
        (PLAN.encode()[:-2], "breaks off inside a character .byte offset 130"),
        (PLAN.encode("gb18030")[:-2], "breaks off inside a character"),
        (PLAN.encode("utf-16")[:-1], "breaks off inside a character"),
        (PLAN.encode() + b"\xff" + PLAN.encode(), "reads as utf-8 up to byte offset 134, where it is damaged"),
        (PLAN.encode("gb18030") + b"\xff\xff" + PLAN.encode("gb18030"), "reads as gb18030 up to byte offset 93"),
        (PLAN.encode("utf-8-sig")[:40] + b"\xff", "utf-8.*damaged|breaks off"),
    ],
)
def test_what_is_no_text(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableDocument, match=reason) as caught:
        read(data)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "garbled",
    [
        PLAN.encode().decode("gb18030", "replace"),
        PLAN.encode("gb18030").decode("latin-1"),
        PLAN.encode().decode("latin-1"),
        PLAN.encode().decode("cp1252", "replace"),
        PLAN.encode("gb18030").decode("big5", "replace"),
        PLAN.encode("gb18030").decode("utf-8", "replace"),
        TRADITIONAL.encode("big5").decode("gb18030", "replace"),
        PLAN.encode("utf-16-le").decode("utf-16-be", "replace"),
    ],
)
def test_garbled_text_is_refused(garbled: str) -> None:
    with pytest.raises(UnreadableDocument, match="reads as Chinese in no encoding"):
        read(garbled.encode())


@given(st.binary(max_size=60))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        text = read(data)
    except UnreadableDocument as error:
        assert "\n" not in str(error)
    else:
        assert text.encode()
        assert clean(text) == text
