"""Word documents as people write them, and as people who wish ill make them."""

import io
import re
import struct
import time
import zipfile

import pytest
from docx import Document as new_word
from docx.document import Document as Word
from docx.oxml import parse_xml

from conftest import DOCUMENTS
from planskg.errors import UnreadableDocument
from planskg.extracting.pipeline import extract
from planskg.files import MEGABYTE
from planskg.model import Document
from planskg.reading import read_document
from planskg.reading.archive import DEEPEST, MOST_ELEMENTS, MOST_ENTRIES, is_zip
from planskg.reading.content import Content
from planskg.reading.docx import read_docx
from planskg.reading.numerals import format_number
from planskg.reading.source import Source
from planskg.records import to_json

SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TOP = (
    f'<Relationships xmlns="{RELATIONS}">'
    f'<Relationship Id="r1" Type="{KINDS}/officeDocument" Target="word/document.xml"/></Relationships>'
)


def package(files: dict[str, str | bytes], pack: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", pack) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def word(body: str, **parts: str) -> bytes:
    """A Word document with this body; parts by kind: numbering, styles, footnotes, endnotes."""
    below = "".join(f'<Relationship Id="{kind}" Type="{KINDS}/{kind}" Target="{kind}.xml"/>' for kind in parts)
    return package(
        {
            "_rels/.rels": TOP,
            "word/_rels/document.xml.rels": f'<Relationships xmlns="{RELATIONS}">{below}</Relationships>',
            "word/document.xml": f"<w:document {SPACES}><w:body>{body}</w:body></w:document>",
            **{f"word/{kind}.xml": f"<w:{kind} {SPACES}>{inner}</w:{kind}>" for kind, inner in parts.items()},
        }
    )


def read(data: bytes, limit: int = 8 * MEGABYTE) -> Content:
    return read_docx(Source("plan.docx", data, limit))


def run(words: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{words}</w:t></w:r>"


def paragraph(words: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{run(words)}</w:p>"


def field(instruction: str, result: str) -> str:
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'.format
    code = f"<w:r><w:instrText> {instruction} </w:instrText></w:r>"
    return mark("begin") + code + mark("separate") + run(result) + mark("end")


def box(words: str) -> str:
    return f"<w:txbxContent>{paragraph(words)}</w:txbxContent>"


BOX_TWICE = (
    f"<mc:AlternateContent><mc:Choice Requires='wps'><w:drawing>{box('图框')}</w:drawing></mc:Choice>"
    f"<mc:Fallback><w:pict><v:textbox>{box('图框')}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>"
)


# -- What is printed ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        (run("增长") + run("7%"), "增长7%\n"),
        (run("　　增长"), "增长\n"),
        (run("东　西"), "东　西\n"),
        ("<w:r><w:t>一</w:t><w:tab/><w:t>二</w:t></w:r>", "一\t二\n"),
        ("<w:r><w:t>上行</w:t><w:br/><w:t>下行</w:t></w:r>", "上行\n下行\n"),
        ("<w:r><w:t>5</w:t><w:noBreakHyphen/><w:t>6</w:t><w:softHyphen/></w:r>", "5-6\n"),
        ("<w:r><w:t>增长</w:t><w:lastRenderedPageBreak/><w:t>7%</w:t><w:sym/></w:r>", "增长7%\n"),
        (f"<w:ins>{run('新')}</w:ins><w:del><w:r><w:delText>旧</w:delText></w:r></w:del>", "新\n"),
        (f"<w:moveTo>{run('到')}</w:moveTo><w:moveFrom>{run('从')}</w:moveFrom>", "到\n"),
        (
            f"<w:hyperlink>{run('链')}</w:hyperlink><w:smartTag><w:smartTag>{run('标')}</w:smartTag></w:smartTag>",
            "链标\n",
        ),
        (f"<w:sdt><w:sdtPr/><w:sdtContent>{run('控件')}</w:sdtContent></w:sdt>", "控件\n"),
        (run("第") + field("PAGE", "3") + run("页") + field("REF a", "七"), "第页七\n"),
        (f"{run('共')}<w:fldSimple w:instr=' NUMPAGES '>{run('9')}</w:fldSimple>", "共\n"),
        (f"<w:fldSimple w:instr='DATE'>{run('9月')}</w:fldSimple>", "9月\n"),
        (field("TOC \\o", "目录" + "</w:t></w:r>" + field("PAGEREF a", "3") + "<w:r><w:t>") + run("正文"), "正文\n"),
        ('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + run("没有结束"), "没有结束\n"),
        (run("面积") + run("隐", "<w:vanish/>") + run("显", '<w:vanish w:val="0"/>'), "面积显\n"),
        (run("平方千米m") + run("2", '<w:vertAlign w:val="superscript"/>'), "平方千米m²\n"),
        ("<m:oMath><m:r><m:t>x=7</m:t></m:r></m:oMath>", "x=7\n"),
        (f"<w:r><w:ruby><w:rt>{run('lù')}</w:rt><w:rubyBase>{run('路')}</w:rubyBase></w:ruby></w:r>", "路\n"),
        (run("正文") + f"<w:r>{BOX_TWICE}</w:r>" + run("一段"), "正文一段\n图框\n"),
        (
            f"{run('正文')}<w:r><w:pict><v:shape><v:textbox>{box('旧框')}</v:textbox></v:shape></w:pict></w:r>",
            "正文\n旧框\n",
        ),
    ],
)
def test_what_is_printed(inner: str, text: str) -> None:
    assert read(word(f"<w:p>{inner}</w:p>")) == Content(text)


def test_paragraphs_in_their_order_whatever_holds_them() -> None:
    control = f"<w:sdt><w:sdtContent>{paragraph('二')}</w:sdtContent></w:sdt>"
    wrapped = f"<w:customXml>{paragraph('三')}</w:customXml>"
    assert read(word(paragraph("一") + control + "<w:p/>" + wrapped + "<w:sectPr/>")).text == "一\n二\n三\n"


def test_a_deleted_paragraph_mark_joins_and_does_not_count() -> None:
    deleted = '<w:numPr><w:numId w:val="1"/></w:numPr><w:rPr><w:del w:id="1"/></w:rPr>'
    body = paragraph("经济", deleted) + paragraph("增长", '<w:numPr><w:numId w:val="1"/></w:numPr>')
    assert read(word(body, numbering=LISTS)).text == "一、经济增长\n"


def test_notes_stand_at_the_end() -> None:
    cite = '<w:r><w:{}Reference w:id="{}"/></w:r>'.format
    body = (
        f"<w:p>{run('两高')}{cite('footnote', 2)}{run('一低')}{cite('endnote', 2)}</w:p>"
        f"<w:p>{run('再引')}{cite('footnote', 2)}</w:p>"
    )
    notes = '<w:{0} w:id="0" w:type="separator"><w:p/></w:{0}><w:{0} w:id="2">{1}{2}</w:{0}>'.format
    content = read(
        word(
            body,
            footnotes=notes("footnote", paragraph("高耗能"), paragraph("高排放")),
            endnotes=notes("endnote", "<w:p><w:r><w:endnoteRef/></w:r></w:p>", paragraph("低水平")),
        )
    )
    assert content.text == "两高［1］一低［2］\n再引［1］\n注释\n［1］高耗能 高排放\n［2］低水平\n"


def test_the_strict_form_and_other_names_of_parts() -> None:
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    data = package(
        {
            "_rels/.rels": TOP.replace("word/document.xml", "/word/document2.xml"),
            "word/document2.xml": f'<w:document xmlns:w="{strict}"><w:body>{paragraph("计划")}</w:body></w:document>',
        }
    )
    assert read(data).text == "计划\n"


def test_headers_and_footers_are_left_out() -> None:
    document = new_word()
    document.add_heading("计划", 0)
    document.sections[0].header.paragraphs[0].text = "页眉"
    document.sections[0].footer.paragraphs[0].text = "页脚"
    assert read(saved(document)).text == "计划\n"


def saved(document: Word) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


# -- Numbers that Word prints ------------------------------------------------------------------------------------------


def level(depth: int, style: str, text: str, more: str = "") -> str:
    how = f'<w:start w:val="1"/><w:numFmt w:val="{style}"/>{more}<w:lvlText w:val="{text}"/>'
    return f'<w:lvl w:ilvl="{depth}">{how}</w:lvl>'


LISTS = (
    '<w:abstractNum w:abstractNumId="0">'
    + level(0, "chineseCountingThousand", "%1、")
    + level(1, "chineseCounting", "（%2）", '<w:pStyle w:val="second"/>')
    + level(2, "decimal", "%3.")
    + level(3, "decimal", "%1.%4", "<w:isLgl/>")
    + level(4, "decimal", "%5）", '<w:lvlRestart w:val="0"/>')
    + '</w:abstractNum><w:abstractNum w:abstractNumId="1">'
    + level(0, "bullet", "")
    + level(1, "japaneseCounting", "第%2章 ")
    + '</w:abstractNum><w:abstractNum w:abstractNumId="2"><w:numStyleLink w:val="list"/></w:abstractNum>'
    '<w:abstractNum w:abstractNumId="3"><w:styleLink w:val="list"/>' + level(0, "upperRoman", "%1") + "</w:abstractNum>"
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="4"><w:abstractNumId w:val="0"/>'
    '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'
    '<w:num w:numId="5"><w:abstractNumId w:val="2"/></w:num>'
)
STYLES = (
    '<w:style w:styleId="first"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:styleId="second"><w:basedOn w:val="first"/></w:style>'
    '<w:style w:styleId="third"><w:basedOn w:val="first"/>'
    '<w:pPr><w:numPr><w:ilvl w:val="2"/></w:numPr></w:pPr></w:style>'
    '<w:style w:styleId="round"><w:basedOn w:val="round"/></w:style>'
)


def numbered(*places: str) -> list[str]:
    """The numbers of paragraphs: of a list and a level (1.0), or of a style."""
    body = ""
    for place in places:
        identity, _, depth = place.partition(".")
        properties = f'<w:pStyle w:val="{place}"/>'
        if identity.isdecimal():
            properties = f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{identity}"/></w:numPr>'
        body += paragraph("甲", properties)
    return [line.removesuffix("甲") for line in read(word(body, numbering=LISTS, styles=STYLES)).text.splitlines()]


@pytest.mark.parametrize(
    ("places", "numbers"),
    [
        (["1.0", "1.1", "1.1", "1.0", "1.1"], ["一、", "（一）", "（二）", "二、", "（一）"]),
        (["1.0", "1.2", "1.2"], ["一、", "1. ", "2. "]),
        (["1.0", "1.0", "1.3", "1.3"], ["一、", "二、", "2.1 ", "2.2 "]),
        (["1.0", "1.4", "1.0", "1.4"], ["一、", "1）", "二、", "2）"]),
        (["1.2"], ["1. "]),
        (["1.3"], ["1.1 "]),
        (["1.0", "3.0", "1.0"], ["一、", "二、", "三、"]),
        (["1.0", "4.0", "4.0", "4.1", "1.0"], ["一、", "五、", "六、", "（一）", "七、"]),
        (["2.0", "2.1", "2.1"], ["", "第一章", "第二章"]),
        (["5.0", "5.0"], ["I ", "II "]),
        (
            ["first", "second", "second", "third", "first", "second"],
            ["一、", "（一）", "（二）", "1. ", "二、", "（一）"],
        ),
        (["0.0", "9.0", "1.7", "1.99", "round", "none"], [""] * 6),
        (["1.0"] * 12, [f"{n}、" for n in (*"一二三四五六七八九十", "十一", "十二")]),
    ],
)
def test_automatic_numbers(places: list[str], numbers: list[str]) -> None:
    assert numbered(*places) == numbers


@pytest.mark.parametrize(
    ("style", "numbers"),
    [
        (
            "chineseCounting",
            {1: "一", 10: "十", 11: "十一", 20: "二十", 101: "一百零一", 110: "一百一十", 215: "二百一十五"},
        ),
        ("ideographDigital", {1: "一", 10: "一〇", 23: "二三"}),
        ("decimalEnclosedCircleChinese", {1: "①", 20: "⑳", 21: "21"}),
        ("decimalZero", {1: "01", 10: "10"}),
        ("decimalFullWidth", {12: "１２"}),
        ("upperRoman", {4: "IV", 19: "XIX", 944: "CMXLIV"}),
        ("lowerLetter", {1: "a", 26: "z", 27: "aa"}),
        ("ideographTraditional", {1: "甲", 10: "癸"}),
        ("lowerRoman", {0: "0", 100_000: "100000"}),
        ("hex", {12: "12"}),
        ("bullet", {1: ""}),
    ],
)
def test_styles_of_numbers(style: str, numbers: dict[int, str]) -> None:
    assert {number: format_number(number, style) for number in numbers} == numbers


# -- Tables ------------------------------------------------------------------------------------------------------------


def cell(words: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(words)}</w:tc>"


def table(*rows: str) -> str:
    return "<w:tbl><w:tblPr/><w:tblGrid/>" + "".join(f"<w:tr>{row}</w:tr>" for row in rows) + "</w:tbl>"


def grids(content: Content) -> list[list[list[str]]]:
    return [[[content.text[span.start : span.end] for span in row] for row in found.rows] for found in content.tables]


DOWN, ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"


@pytest.mark.parametrize(
    ("rows", "grid"),
    [
        ([cell("a") + cell("b"), cell("c") + cell("d")], ["ab", "cd"]),
        ([cell("a", '<w:gridSpan w:val="2"/>') + cell("b"), cell("c") + cell("d") + cell("e")], ["aab", "cde"]),
        ([cell("a", DOWN) + cell("b"), cell("", ON) + cell("c"), cell("d", DOWN) + cell("e")], ["ab", "ac", "de"]),
        ([cell("a") + cell("b"), cell("c", ON) + cell("d")], ["ab", "cd"]),
        ([cell("a", DOWN) + cell("b"), cell("c") + cell("d"), cell("e", ON) + cell("f")], ["ab", "cd", "ef"]),
        (
            [
                cell("a", '<w:gridSpan w:val="2"/>' + DOWN) + cell("b"),
                cell("", '<w:gridSpan w:val="2"/>' + ON) + cell("c"),
            ],
            ["aab", "aac"],
        ),
        ([cell("a") + cell("b") + cell("c"), '<w:trPr><w:gridBefore w:val="2"/></w:trPr>' + cell("d")], ["abc", "  d"]),
        ([cell("a") + cell("b"), cell("c")], ["ab", "c "]),
        (
            [cell("a") + cell("b"), "<w:trPr><w:del/></w:trPr>" + cell("x") + cell("y"), cell("c") + cell("d")],
            ["ab", "cd"],
        ),
        ([f"<w:sdt><w:sdtContent>{cell('a')}</w:sdtContent></w:sdt>" + cell("b")], ["ab"]),
    ],
)
def test_tables(rows: list[str], grid: list[str]) -> None:
    content = read(word(paragraph("前") + table(*rows) + paragraph("后")))
    assert grids(content) == [[[word.strip() for word in row] for row in grid]]
    assert content.text.startswith("前\n") and content.text.endswith("\n后\n")


def test_a_merged_cell_stands_once_in_the_text() -> None:
    content = read(word(table(cell("甲", DOWN) + cell("乙"), cell("", ON) + cell("丙"))))
    assert content.text == "甲\t乙\n\t丙\n"
    (made,) = content.tables
    assert made.rows[0][0] == made.rows[1][0]


def test_cells_have_their_numbers_and_their_paragraphs() -> None:
    counted = "<w:tc>" + paragraph("", '<w:numPr><w:numId w:val="1"/></w:numPr>') + "</w:tc>"
    lines = f"<w:tc>{paragraph('比2022年')}{paragraph('增长（%）')}</w:tc>"
    content = read(word(table(counted + lines, counted + cell("乙")), numbering=LISTS))
    assert grids(content) == [[["一、", "比2022年 增长（%）"], ["二、", "乙"]]]


@pytest.mark.parametrize(
    ("body", "text", "tables"),
    [
        (table(cell("一段"), cell("二段")), "一段\n二段\n", 0),
        (table(cell("左") + cell("长文" * 600)), "左\n" + "长文" * 600 + "\n", 0),
        (
            table(f"<w:tc>{paragraph('上')}{table(cell('a') + cell('b'), cell('c') + cell('d'))}</w:tc>" + cell("右")),
            "上\na\tb\nc\td\n右\n",
            1,
        ),
        (table(cell("太宽", '<w:gridSpan w:val="999999"/>')), "太宽\n", 0),
    ],
)
def test_a_table_that_arranges_the_page_is_unfolded(body: str, text: str, tables: int) -> None:
    content = read(word(body))
    assert (content.text, len(content.tables)) == (text, tables)


# -- A plan ------------------------------------------------------------------------------------------------------------

SPANS = {2: (1, 6), 5: (1, 1, 1, 2, 2), 6: (1, 1, 1, 1, 1, 2), 7: (1,) * 7}
"""How the cells of a row of n share the seven columns."""


def word_copy(text: str) -> bytes:
    """A plan as its office might have written it: automatic headings, a real table, merged header cells."""
    document = new_word()
    numbering = document.part.numbering_part.element
    levels = level(0, "chineseCounting", "%1、")
    numbering.insert(0, parse_xml(f"<w:abstractNum {SPACES} w:abstractNumId='77'>{levels}</w:abstractNum>"))
    numbering.append(parse_xml(f"<w:num {SPACES} w:numId='77'><w:abstractNumId w:val='77'/></w:num>"))
    before, rows, after = parts_of(text)
    for line in before:
        add_line(document, line)
    fill_table(document, rows)
    for line in after:
        add_line(document, line)
    return saved(document)


def parts_of(text: str) -> tuple[list[str], list[list[str]], list[str]]:
    """The lines before the table, its rows (cells on lines of their own that a tab opens), the lines after it."""
    start = text.index("\n\t")
    end = text.index("\n", text.rindex("\n\t") + 1)
    rows = [re.split(r"\n\t", "\n" + block.strip("\n"))[1:] for block in text[start:end].split("\n\n")]
    return text[:start].split("\n"), rows, text[end:].split("\n")


def add_line(document: Word, line: str) -> None:
    heading = re.match("[一二三四五六七八九十]+、", line)
    made = document.add_paragraph(line[heading.end() :] if heading else line)
    if heading:
        made._p.get_or_add_pPr().append(parse_xml(f"<w:numPr {SPACES}><w:numId w:val='77'/></w:numPr>"))


def fill_table(document: Word, rows: list[list[str]]) -> None:
    made = document.add_table(len(rows), 7)
    for index, row in enumerate(rows):
        at = 0
        for words, width in zip(row, SPANS[len(row)], strict=True):
            first = made.cell(index, at).merge(made.cell(index, at + width - 1))
            if words:
                first.text = words
            at += width
    for column in range(3):
        made.cell(0, column).merge(made.cell(1, column))


def test_a_plan_in_word_gives_what_it_gives_in_text() -> None:
    plain = read_document(DOCUMENTS / "kizilsu-2023.txt")
    content = read(word_copy(plain.text))
    copied = Document(plain.name, content.text, plain.metadata, content.tables)
    assert len(content.tables) == 1
    expected = without_places(plain)
    assert without_places(copied) == expected
    assert sum("observation" in row for row in expected) == 82


def without_places(document: Document) -> list[str]:
    """The records of a document, but for where they stand."""
    rows = [to_json(document, record) for record in extract(document).records]
    return sorted(str({key: row[key] for key in row if key not in ("start", "end", "quote")}) for row in rows)


# -- Files that are not what they should be ----------------------------------------------------------------------------


def refusal(data: bytes, limit: int = 8 * MEGABYTE) -> str:
    started = time.process_time()
    with pytest.raises(UnreadableDocument) as caught:
        read(data, limit)
    assert time.process_time() - started < 5
    assert "\n" not in str(caught.value)
    return caught.value.reason


GOOD = word(paragraph("计划" * 200))
ENTITIES = '<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>'
EXTERNAL = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]>'


def parts(**files: str) -> bytes:
    return package({name.replace("__", "/").replace("_", "."): text for name, text in files.items()})


def only(document: str | bytes) -> bytes:
    return package({"_rels/.rels": TOP, "word/document.xml": document})


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (GOOD[: len(GOOD) // 2], "damaged or cut short"),
        (b"PK\x03\x04" + b"\0" * 40, "damaged or cut short"),
        (GOOD.replace(b"PK\x01\x02", b"PK\x01\x03"), "damaged or cut short"),
        (package({}), "ZIP archive, but no Word"),
        (package({"plan.txt": "计划"}), "ZIP archive, but no Word"),
        (package({"_rels/.rels": TOP}), "ZIP archive, but no Word"),
        (parts(xl__workbook_xml=""), "Excel"),
        (parts(ppt__presentation_xml=""), "PowerPoint"),
        (parts(OFD_xml=""), "OFD.*pdf"),
        (parts(content_xml=""), "OpenDocument"),
        (package({"META-INF/MANIFEST.MF": ""}), "Java"),
        (word(""), "holds no text$"),
        (word("<w:altChunk/>"), "Word"),
        (package({"_rels/.rels": TOP, "word/document.xml": f"<w:document {SPACES}/>", "word/media/1.png": ""}), "OCR"),
        (only(""), "no XML"),
        (only("<w:document"), "no XML"),
        (only(b"\xff\xfe\0"), "no XML"),
        (only("<?xml version='1.0' encoding='none'?><a/>"), "no XML"),
        (only(ENTITIES + "<a>&b;</a>"), "document type"),
        (only(EXTERNAL + "<a>&x;</a>"), "document type"),
        (only((ENTITIES + "<a>&b;</a>").encode("utf-16")), "document type"),
        (only("<a>&x;</a>"), "no XML"),
        (only("<a>" * (DEEPEST + 1)), f"{DEEPEST} deep"),
        (only("<a>" + "<b/>" * MOST_ELEMENTS), "elements"),
        (package({f"{n}": "" for n in range(MOST_ENTRIES + 1)}), "archive of more"),
        (package({"_rels/.rels": TOP, "word/document.xml": "<a/>"}, zipfile.ZIP_LZMA), "no office program"),
    ],
)
def test_refused(data: bytes, reason: str) -> None:
    assert re.search(reason, refusal(data))
    assert is_zip(data) or data == package({})


def test_a_bomb_is_not_unpacked() -> None:
    data = only("<w:document>" + " " * 20 * MEGABYTE)
    assert len(data) < MEGABYTE / 20
    assert "more than 1 MB; raise --max-size" in refusal(data, MEGABYTE)
    # The size that the directory declares is not believed.
    lying = data.replace(struct.pack("<I", 20 * MEGABYTE + 12), struct.pack("<I", 12))
    assert lying != data
    assert refusal(lying, MEGABYTE)


def test_parts_are_limited_together() -> None:
    body = paragraph("长" * 100_000)
    assert read(word(body), MEGABYTE).text
    assert "more than 1 MB" in refusal(word(body, footnotes=body, endnotes=body, styles=body), MEGABYTE)


def test_an_encrypted_entry() -> None:
    data = bytearray(GOOD)
    for sign, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        for found in re.finditer(re.escape(sign), GOOD):
            data[found.start() + offset] |= 1
    assert refusal(bytes(data)) == "is encrypted; save it without a password"


def test_a_changed_byte_is_seen_or_does_no_harm() -> None:
    for index in range(0, len(GOOD), 7):
        data = bytearray(GOOD)
        data[index] ^= 0xFF
        try:
            read(bytes(data))
        except UnreadableDocument as error:
            assert "\n" not in str(error)
