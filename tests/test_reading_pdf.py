"""PDF: paragraphs joined, what pages carry beside them left out, tables as grids, one line for what cannot be read.

The files are made here; reportlab sets lines without a break in Chinese, and draws a table's rules as lines.
"""

import io
import re
import zlib
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

import pytest
from fontTools.ttLib import TTFont
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import cm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, PageBreak, Paragraph, SimpleDocTemplate, Spacer, Table

import box_font
from conftest import DOCUMENTS
from planskg.errors import UnreadableDocument
from planskg.reading.content import Content
from planskg.reading.pdf import is_pdf, pages, read_pdf
from planskg.reading.source import Source

FONT = "STSong-Light"
pdfmetrics.registerFont(UnicodeCIDFont(FONT))
WIDTH, HEIGHT = A4
BODY = ParagraphStyle("body", fontName=FONT, fontSize=16, leading=28, firstLineIndent=32, wordWrap="CJK")
HEADING = ParagraphStyle("heading", BODY, alignment=1, fontSize=22, firstLineIndent=0)
CELL = ParagraphStyle("cell", fontName=FONT, fontSize=10, leading=13, wordWrap="CJK")
NOTE = ParagraphStyle("note", fontName=FONT, fontSize=9, leading=12, wordWrap="CJK")

SENTENCE = "地区生产总值增长7%左右，规模以上工业增加值增长16%以上，全社会固定资产投资增长20%以上。"
LONG = SENTENCE * 8

Draw = Callable[[Canvas], None]


def read(data: bytes) -> Content:
    return read_pdf(Source("plan.pdf", data))


def paragraphs(data: bytes) -> list[str]:
    return read(data).text.splitlines()


def grids(content: Content) -> list[list[list[str]]]:
    return [[[content.text[slice(*span)] for span in row] for row in table.rows] for table in content.tables]


def set_story(story: Sequence[Flowable], number: str = "— {} —", header: str = "") -> bytes:
    """A document of flowing text with page numbers, as an office program prints it."""

    def furnish(canvas: Canvas, template: SimpleDocTemplate) -> None:
        canvas.setFont(FONT, 10)
        canvas.drawCentredString(WIDTH / 2, 1.5 * cm, number.format(template.page))
        canvas.drawString(3 * cm, HEIGHT - 1.5 * cm, header)

    file = io.BytesIO()
    margins = {"topMargin": 3.5 * cm, "bottomMargin": 3 * cm, "leftMargin": 2.8 * cm, "rightMargin": 2.6 * cm}
    SimpleDocTemplate(file, pagesize=A4, **margins).build(list(story), onFirstPage=furnish, onLaterPages=furnish)
    return file.getvalue()


def draw(*drawn: Draw, size: tuple[float, float] = A4) -> bytes:
    """A document of which each page is drawn by hand."""
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=size)
    for one in drawn:
        canvas.setFont(FONT, 16)
        one(canvas)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def at(*lines: tuple[float, float, str], size: float = 16) -> Draw:
    """Lines at places: from the left and from the top."""

    def put(canvas: Canvas) -> None:
        canvas.setFont(FONT, size)
        for x, y, words in lines:
            canvas.drawString(x, HEIGHT - y, words)

    return put


def ruled(rows: Sequence[Sequence[str]], *commands: tuple[object, ...], widths: Sequence[float], **how: int) -> Table:
    cells = [[Paragraph(words, CELL) for words in row] for row in rows]
    table = Table(cells, colWidths=list(widths), **how)  # type: ignore[arg-type]
    table.setStyle([("GRID", (0, 0), (-1, -1), 0.5, "black"), *commands])
    return table


# -- Paragraphs --------------------------------------------------------------------------------------------------------


def test_paragraphs_run_over_lines_and_pages() -> None:
    texts = [LONG, SENTENCE, "二、稳步推进GDP核算 and National Accounts工作" + LONG * 3, LONG]
    story = [Paragraph("2023年国民经济和社会发展计划", HEADING), *(Paragraph(text, BODY) for text in texts)]
    assert paragraphs(set_story(story, header="某某市人民政府文件")) == ["2023年国民经济和社会发展计划", *texts]


def test_a_paragraph_without_indent_ends_with_its_short_line() -> None:
    flush = ParagraphStyle("flush", BODY, firstLineIndent=0)
    texts = [LONG, "一、总体要求", LONG, SENTENCE]
    assert paragraphs(set_story([Paragraph(text, flush) for text in texts])) == texts


def test_paragraphs_stand_apart() -> None:
    flush = ParagraphStyle("flush", BODY, firstLineIndent=0, spaceAfter=14)
    full = "一" * 28
    texts = [LONG, full, full, LONG]
    assert paragraphs(set_story([Paragraph(text, flush) for text in texts])) == texts


def test_a_title_has_several_lines_and_a_signature_is_none() -> None:
    drawn = [
        at((80, 120, "关于某某市2022年国民经济和社会发展"), (135, 155, "计划执行情况与2023年计划草案的报告"), size=22),
        at((112, 200, "各位代表："), (350, 240, "某某市人民政府"), (366, 268, "2023年2月27日")),
    ]
    drawn += [at(*((112.0, 300.0 + 28 * line, SENTENCE[:20]) for line in range(9)))]
    data = draw(lambda canvas: [one(canvas) for one in drawn] and None)
    title = "关于某某市2022年国民经济和社会发展计划执行情况与2023年计划草案的报告"
    assert paragraphs(data)[:4] == [title, "各位代表：", "某某市人民政府", "2023年2月27日"]


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("一" * 24 + "实施National", "Accounts核算", "一" * 24 + "实施National Accounts核算"),
        ("一" * 24 + "develop-", "ment计划", "一" * 24 + "development计划"),
        ("一" * 26 + "增加", "20万人", "一" * 26 + "增加20万人"),
        ("一" * 27 + "20", "23年", "一" * 27 + "2023年"),
    ],
)
def test_words_over_a_line_end(first: str, second: str, joined: str) -> None:
    full = "二" * 28
    assert paragraphs(draw(at((80, 120, full), (80, 148, first), (80, 176, second)))) == [full + joined]


def test_two_columns() -> None:
    def fill(canvas: Canvas) -> None:
        for x, sign in ((60, "左"), (320, "右")):
            for line in range(20):
                canvas.drawString(x + 32 * (line % 10 == 0), 700 - 28 * line, sign * (13 if line % 10 == 0 else 15))
        canvas.drawCentredString(WIDTH / 2, 750, "横跨两栏的一行")

    assert paragraphs(draw(fill)) == ["横跨两栏的一行", *["左" * 148] * 2, *["右" * 148] * 2]


def test_spread_characters_are_no_words() -> None:
    def spread(canvas: Canvas) -> None:
        canvas.drawString(80, 700, "地区生产总值增长", charSpace=6)
        canvas.drawString(80, 660, "总 人 口")
        canvas.drawString(80, 620, "2023年", charSpace=6)
        canvas.drawString(80, 580, "增长")
        canvas.drawString(120, 580, "12")
        canvas.drawString(145, 580, "15")

    assert paragraphs(draw(spread)) == ["地区生产总值增长", "总 人 口", "2023年", "增长12 15"]


def test_the_font_for_what_a_document_only_names() -> None:
    kept, made = TTFont(box_font.PATH), box_font.make_font()
    assert kept.getBestCmap() == made.getBestCmap()
    assert kept["hmtx"].metrics == made["hmtx"].metrics
    assert kept["OS/2"].ulCodePageRange1 == made["OS/2"].ulCodePageRange1


def test_a_character_alone_is_read_though_its_font_is_only_named() -> None:
    alone = at((80, 100, "元"), (80, 400, "计划"))
    assert b"/FontFile" not in draw(alone)
    assert paragraphs(draw(alone)) == ["元", "计划"]


# -- What a page carries beside the text -------------------------------------------------------------------------------


@pytest.mark.parametrize("number", ["- {} -", "—{}—", "第{}页", "第 {} 页 共 9 页", "{}/9", "{}", "·{}·"])
def test_page_numbers_and_headers_go(number: str) -> None:
    texts = [LONG * 3, SENTENCE, LONG * 3]
    assert paragraphs(set_story([Paragraph(text, BODY) for text in texts], number, "2023年计划")) == texts


def test_headers_of_odd_and_even_pages_differ() -> None:
    drawn = [at((80, 50, ("某某市", "发展计划")[page % 2]), (112, 300, f"第{page}段内容。")) for page in range(6)]
    assert paragraphs(draw(*drawn)) == [f"第{page}段内容。" for page in range(6)]


@pytest.mark.parametrize(
    "lines",
    [
        ["某某市人民政府", "2023年计划", "发展。"],
        ["1500", "2023年", "30"],
    ],
)
def test_a_short_page_loses_nothing(lines: list[str]) -> None:
    places = (50, 400, 740)
    data = draw(at(*((112.0, place, words) for place, words in zip(places, lines, strict=True))))
    assert paragraphs(data) == lines


def test_a_unit_above_each_page_stays() -> None:
    drawn = [at((400, 80, "单位：亿元"), (112, 300, f"第{page}段内容。")) for page in range(3)]
    assert paragraphs(draw(*drawn)).count("单位：亿元") == 3


def test_footnotes() -> None:
    text = "地区生产总值增长7%<super>1</super>，建成高铁300km<super>2</super>，PM<sub>2.5</sub>浓度下降。"

    def furnish(canvas: Canvas, template: SimpleDocTemplate) -> None:
        canvas.setFont(FONT, 9)
        canvas.drawString(80, 100, "1 按可比价格计算，2022年")
        canvas.drawString(80, 88, "为1200亿元。")

    file = io.BytesIO()
    SimpleDocTemplate(file, pagesize=A4).build([Paragraph(text, BODY), Paragraph(LONG, BODY)], onFirstPage=furnish)
    assert paragraphs(file.getvalue()) == [
        "地区生产总值增长7%［1］，建成高铁300km²，PM2.5浓度下降。",
        LONG,
        "注释：",
        "1 按可比价格计算，2022年为1200亿元。",
    ]


def test_what_only_the_eye_or_only_the_machine_sees() -> None:
    def paint(canvas: Canvas) -> None:
        canvas.drawString(80, 700, "发展计划11个")
        canvas.drawString(80.4, 700, "发展计划11个")  # a bold that is faked
        text = canvas.beginText(80, 650)
        text.setTextRenderMode(3)
        text.textOut("看不见")
        canvas.drawText(text)
        canvas.saveState()
        canvas.rotate(45)
        canvas.setFont(FONT, 60)
        canvas.drawString(400, 100, "征求意见稿")
        canvas.restoreState()

    assert paragraphs(draw(paint)) == ["发展计划11个"]


def test_a_level_watermark() -> None:
    def stamp(page: int) -> Draw:
        def paint(canvas: Canvas) -> None:
            at((80, 395, f"第{page}段的内容在水印之上。"))(canvas)
            at((120, 400, "征求意见稿"), size=60)(canvas)

        return paint

    assert paragraphs(draw(*map(stamp, range(4)))) == [f"第{page}段的内容在水印之上。" for page in range(4)]


def test_a_recognised_scan_has_hidden_text() -> None:
    def paint(canvas: Canvas) -> None:
        text = canvas.beginText(80, 650)
        text.setFont(FONT, 16)
        text.setTextRenderMode(3)
        text.textOut("发展计划")
        canvas.drawText(text)

    assert paragraphs(draw(paint)) == ["发展计划"]


@pytest.mark.parametrize("angle", [90, 180, 270])
def test_turned_pages(angle: int) -> None:
    def paint(canvas: Canvas) -> None:
        canvas.setPageRotation(angle)
        canvas.translate(300, 400)
        canvas.rotate(angle)
        canvas.drawString(-100, 50, "第一段。")
        canvas.drawString(-100, 0, "第二段。")

    assert paragraphs(draw(paint)) == ["第一段。", "第二段。"]


# -- Tables ------------------------------------------------------------------------------------------------------------

HEADER = [["指标", "单位", "2022年", "", "2023年"], ["", "", "实际", "增长（%）", "计划"]]
MERGED = [("SPAN", (0, 0), (0, 1)), ("SPAN", (1, 0), (1, 1)), ("SPAN", (2, 0), (3, 0)), ("SPAN", (0, 2), (0, 3))]
FILLED = [
    ["指标", "单位", "2022年", "2022年", "2023年"],
    ["指标", "单位", "实际", "增长（%）", "计划"],
]
WIDTHS = (110, 60, 70, 70, 70)


def test_merged_cells_stand_in_every_slot() -> None:
    rows = [
        *HEADER,
        ["地区生产总值 Gross Regional Product", "亿元", "201.64", "2.7", "8以上"],
        ["", "元", "3", "4", "5"],
    ]
    story = [Paragraph(SENTENCE, BODY), ruled(rows, *MERGED, widths=WIDTHS), Paragraph(SENTENCE, BODY)]
    content = read(set_story(story))
    name = "地区生产总值 Gross Regional Product"
    expected = [*FILLED, [name, "亿元", "201.64", "2.7", "8以上"], [name, "元", "3", "4", "5"]]
    assert grids(content) == [expected]
    spans = content.tables[0].rows
    assert spans[0][2] is spans[0][3] and spans[2][0] is spans[3][0] and spans[0][0] is spans[1][0]
    assert content.text.splitlines() == [
        SENTENCE,
        "指标\t单位\t2022年\t\t2023年",
        "\t\t实际\t增长（%）\t计划",
        f"{name}\t亿元\t201.64\t2.7\t8以上",
        "\t元\t3\t4\t5",
        SENTENCE,
    ]


def test_a_table_over_pages_is_one() -> None:
    rows = [[f"第{number}项", "个", str(number), f"{number}.5", str(2 * number)] for number in range(90)]
    story = [Paragraph(SENTENCE, BODY), ruled([*HEADER, *rows], *MERGED[:3], widths=WIDTHS, repeatRows=2)]
    content = read(set_story(story, "{}", "主要指标"))
    assert grids(content) == [[*FILLED, *rows]]
    assert content.text.count("指标") == 1


def test_a_row_that_the_page_tears_is_one() -> None:
    def half(top: float, bottom: float, *lines: tuple[float, float, str]) -> Draw:
        def paint(canvas: Canvas) -> None:
            for x in (80, 160, 300):
                canvas.line(x, HEIGHT - top, x, HEIGHT - bottom)
            for y in (top, bottom):
                canvas.line(80, HEIGHT - y, 300, HEIGHT - y)
            at(*lines, size=10)(canvas)

        return paint

    first = half(700, 760, (85, 715, "地区生产总值"), (85, 730, "和规模以上工业"), (165, 715, "246.30"))
    assert grids(read(draw(first, half(80, 110, (85, 95, "增加值"))))) == [
        [["地区生产总值和规模以上工业增加值", "246.30"]]
    ]
    below = half(80, 110, (85, 95, "三、其他"))
    assert len(grids(read(draw(first, below)))[0]) == 2


def test_two_tables_stay_two() -> None:
    one = ruled([["甲", "乙"], ["1", "2"]], widths=(100, 100))
    two = ruled([["丙", "丁"], ["3", "4"]], widths=(100, 100))
    story = [one, Paragraph("表2", BODY), two, PageBreak(), Paragraph("表3", BODY), one]
    assert len(read(set_story(story)).tables) == 3


@pytest.mark.parametrize(
    "lines",
    [
        [("INNERGRID", (0, 0), (-1, -1), 0.5, "black"), ("BOX", (0, 0), (-1, -1), 2, "black")],
        [("INNERGRID", (0, 0), (-1, -1), 0.5, "black"), ("LINEABOVE", (0, 0), (-1, 0), 1, "black")],
        [("GRID", (0, 0), (-1, -1), 0.5, "black", "butt", (1, 2))],
        [("GRID", (0, 0), (-1, -1), 0.5, "black"), ("BACKGROUND", (0, 0), (-1, 0), "lightgrey")],
    ],
    ids=["thick outside", "open sides", "dotted", "shaded"],
)
def test_rules_of_all_kinds(lines: list[tuple[object, ...]]) -> None:
    rows = [["指标", "单位", "2023年"], ["粮食产量", "万吨", "32.2"], ["城镇新增就业", "人", "5000"]]
    table = Table(rows, colWidths=[150, 80, 80], style=[("FONTNAME", (0, 0), (-1, -1), FONT), *lines])  # type: ignore[list-item]
    assert grids(read(set_story([Paragraph(SENTENCE, BODY), table]))) == [rows]


def test_a_table_of_thin_boxes() -> None:
    def paint(canvas: Canvas) -> None:
        for x in (80, 180, 280):
            canvas.rect(x, 600, 0.5, 60, stroke=0, fill=1)
        for y in (600, 630, 660):
            canvas.rect(80, y, 200, 0.5, stroke=0, fill=1)
        at(
            (90, HEIGHT - 640, "指标"),
            (190, HEIGHT - 640, "计划"),
            (90, HEIGHT - 610, "粮食"),
            (190, HEIGHT - 610, "3"),
        )(canvas)

    assert grids(read(draw(paint))) == [[["指标", "计划"], ["粮食", "3"]]]


def test_three_rules_make_a_table() -> None:
    rows = [["指标", "单位", "2022年", "2023年"], ["粮食产量", "万吨", "30.08", "32.2"], ["就业", "人", "4435", "5000"]]
    style = [
        ("FONTNAME", (0, 0), (-1, -1), FONT),
        ("LINEABOVE", (0, 0), (-1, 0), 1.5, "black"),
        ("LINEBELOW", (0, 0), (-1, 0), 0.5, "black"),
        ("LINEBELOW", (0, -1), (-1, -1), 1.5, "black"),
        ("ALIGN", (2, 0), (-1, -1), "RIGHT"),
    ]
    table = Table(rows, colWidths=[150, 80, 80, 80], style=style)  # type: ignore[arg-type]
    content = read(set_story([Paragraph(SENTENCE, BODY), Spacer(1, 10), table, Paragraph(SENTENCE, BODY)]))
    assert grids(content) == [rows]
    assert content.text.splitlines()[0] == content.text.splitlines()[-1] == SENTENCE


def test_boxes_and_frames_are_no_tables() -> None:
    box = Table(
        [[Paragraph("专栏1 重点工程", CELL)], [[Paragraph(LONG, CELL), Paragraph(SENTENCE, CELL)]]], colWidths=[400]
    )
    box.setStyle([("GRID", (0, 0), (-1, -1), 0.5, "black")])
    content = read(set_story([Paragraph(SENTENCE, BODY), box, Paragraph(SENTENCE, BODY)]))
    assert content.text.splitlines() == [SENTENCE, "专栏1 重点工程", LONG, SENTENCE, SENTENCE]
    assert content.tables == ()


# -- A whole plan ------------------------------------------------------------------------------------------------------


def annex() -> Iterator[list[str]]:
    """The rows of 克孜勒苏's annex as they are printed, each on lines of its own."""
    text = (DOCUMENTS / "kizilsu-2023.txt").read_text(encoding="utf-8")
    block = text[text.index("一、全州生产总值\n\t亿元") : text.index("注：全州生产总值按")]
    for row in re.split(r"\n\s*\n", block.strip()):
        yield [cell.strip() for cell in row.split("\n")]


def annex_table() -> tuple[Table, list[list[str]]]:
    """The annex as a ruled table, and the words that its slots must give."""
    head = [["指标名称", "计算单位", "2021年实际", "2022年", "", "2023年", ""]]
    head += [["", "", "", "实际数", "比2021年增长（%）", "计划", "比2022年预计增长（%）"]]
    spans = [("SPAN", (column, 0), (column, 1)) for column in range(3)]
    spans += [("SPAN", (3, 0), (4, 0)), ("SPAN", (5, 0), (6, 0))]
    filled = [[*"012", "2022年", "2022年", "2023年", "2023年"], [*"012", *head[1][3:]]]
    for row in filled:
        row[:3] = head[0][:3]
    rows = list(head)
    for cells in annex():
        cells = [cell for cell in cells if cell]
        number = len(rows)
        slots = {7: (0, 1, 2, 3, 4, 5, 6), 6: (0, 1, 2, 3, 4, 5), 5: (0, 1, 2, 3, 5), 1: (0,)}[len(cells)]
        starts = [*slots, 7]
        row, full = [""] * 7, [""] * 7
        for cell, (start, stop) in zip(cells, pairwise(starts), strict=True):
            row[start], full[start:stop] = cell, [cell] * (stop - start)
            spans.append(("SPAN", (start, number), (stop - 1, number)))
        rows.append(row)
        filled.append(full)
    return ruled(rows, *spans, widths=(120, 50, 60, 55, 55, 55, 60), repeatRows=2), filled


def test_a_whole_plan() -> None:
    text = (DOCUMENTS / "kizilsu-2023.txt").read_text(encoding="utf-8")
    body = [" ".join(line.split()) for line in text[: text.index("\t指标名称")].splitlines() if line.strip()]
    table, filled = annex_table()
    note = "注：全州生产总值按当年价格计算，增长速度按可比价格计算。"
    styles = [HEADING if len(line) < 30 and line.endswith("计划") else BODY for line in body]
    story = [Paragraph(line, style) for line, style in zip(body, styles, strict=True)]
    content = read(set_story([*story, table, Paragraph(note, BODY)], "— {} —", "自治州人民政府文件"))
    lines = content.text.splitlines()
    assert lines[: len(body)] == body
    assert lines[-1] == note
    assert grids(content) == [filled]


# -- What cannot be read -----------------------------------------------------------------------------------------------


def refused(data: bytes) -> str:
    with pytest.raises(UnreadableDocument) as caught:
        read(data)
    assert "\n" not in str(caught.value)
    return caught.value.reason


def test_a_pdf_is_known_by_its_head() -> None:
    assert is_pdf(b"\r\njunk\n%PDF-1.7\n") and not is_pdf(b"2023 %PDX-") and not is_pdf(b" " * 2000 + b"%PDF-1.7")


@pytest.fixture(scope="module")
def plain() -> bytes:
    return draw(at((80, 100, SENTENCE)))


@pytest.mark.parametrize("share", [0.2, 0.5, 0.9, 0.99])
def test_what_is_cut_off(plain: bytes, share: float) -> None:
    assert re.search("cut off|damaged", refused(plain[: int(share * len(plain))]))


def test_what_is_damaged(plain: bytes) -> None:
    assert "damaged" in refused(b"%PDF-1.7\n%%EOF\n")
    assert "damaged" in refused(b"%PDF-1.7\n" + bytes(range(256)) * 50 + b"%%EOF")
    wrong = re.sub(rb"startxref\s+\d+", b"startxref\n99999999", plain)
    assert paragraphs(wrong) == paragraphs(plain)  # the objects are all there


def test_passwords() -> None:
    def locked(user: str) -> bytes:
        file = io.BytesIO()
        canvas = Canvas(file, encrypt=StandardEncryption(user, ownerPassword="owner"))
        canvas.setFont(FONT, 16)
        canvas.drawString(80, 700, "发展计划")
        canvas.save()
        return file.getvalue()

    assert "password" in refused(locked("secret"))
    assert paragraphs(locked("")) == ["发展计划"]


def test_pictures_and_nameless_glyphs() -> None:
    assert "OCR" in refused(draw(lambda canvas: canvas.rect(80, 80, 400, 600, fill=1)))
    private = draw(at((80, 100, "\ue000\ue001\ue002\ue003")))
    assert "OCR" in refused(private)


def stored(*objects: bytes) -> bytes:
    """A document of these objects, the first its catalog, without a table of where they stand."""
    numbered = (b"%d 0 obj\n%b\nendobj\n" % (number, body) for number, body in enumerate(objects, 1))
    return b"%PDF-1.7\n" + b"".join(numbered) + b"trailer\n<</Root 1 0 R>>\n%%EOF\n"


def stream(data: bytes, entries: bytes = b"") -> bytes:
    return b"<</Length %d %b>>\nstream\n%b\nendstream" % (len(data), entries, data)


CATALOG = b"<</Type/Catalog/Pages 2 0 R>>"
PAGES = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</XObject<</F 5 0 R>>>>>>"


def test_pages_that_are_none() -> None:
    assert re.search("no pages|damaged", refused(stored(CATALOG, b"<</Type/Pages/Kids[]/Count 0>>")))
    assert re.search("pages|damaged", refused(stored(CATALOG, b"<</Type/Pages/Kids[2 0 R]/Count 1>>")))
    assert re.search("pages|damaged", refused(stored(CATALOG, b"<</Type/Pages/Kids[3 0 R]/Count 9999999>>")))


def test_what_is_drawn_far_away() -> None:
    def paint(canvas: Canvas) -> None:
        canvas.drawString(80, 700, "发展计划")
        canvas.drawString(30_000, 700, "远方")
        canvas.line(0, 0, 1e30, 0)

    assert paragraphs(draw(paint)) == ["发展计划"]


def form(drawn: bytes, number: int) -> bytes:
    entries = b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</F %d 0 R>>>>" % number
    return stream(drawn, entries)


PACKED = zlib.compress(b" " * 100_000_000, 9)
BOMBS = {
    "lines": [stream(zlib.compress(b"0 0 m 9 0 l S " * 4_000_000, 9), b"/Filter/FlateDecode")],
    "packed": [stream(zlib.compress(b"q " * 50_000_000, 9), b"/Filter/FlateDecode")],
    "packed twice": [stream(zlib.compress(PACKED * 40, 9), b"/Filter[/FlateDecode/FlateDecode]")],
    "a form in itself": [stream(b"/F Do"), form(b"/F Do " * 9, 5)],
    "forms in forms": [stream(b"/F Do"), *(form(b"/F Do " * 20, number) for number in range(6, 26)), stream(b"")],
}


@pytest.mark.parametrize("bomb", BOMBS)
def test_bombs(monkeypatch: pytest.MonkeyPatch, bomb: str) -> None:
    monkeypatch.setattr(pages, "SECONDS", 2.0)
    assert re.search("takes (more|too much)|damaged|no text", refused(stored(CATALOG, PAGES, PAGE, *BOMBS[bomb])))
