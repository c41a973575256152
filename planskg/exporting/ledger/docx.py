"""A ledger as a Word document: landscape A4, the headings again on each page, page numbers."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from planskg.exporting.characters import space_forbidden
from planskg.exporting.ledger.papers import NUMBER_WIDTH, Group, Grouping, Paper, write_papers
from planskg.exporting.source import Source

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

FONTS = {"方正小标宋简体": "宋体", "仿宋_GB2312": "仿宋", "黑体": "SimHei"}
"""What official papers are set in, and what stands in for each where it is missing."""
TITLE_FONT, FONT, HEADER_FONT = FONTS
TITLE_SIZE, NOTE_SIZE, CELL_SIZE = 20.0, 10.0, 9.0
"""In points."""
MARGIN = 20
"""In millimetres."""
TWIPS = 1440 / 25.4
"""In a millimetre."""
EMUS = 36000
"""In a millimetre, as Word counts the widths of columns."""
CENTRED, KEPT = '<w:jc w:val="center"/>', "<w:keepNext/>"
"""Forms of a paragraph: in the middle; on the page of what follows."""
SHADED = '<w:shd w:val="clear" w:color="auto" w:fill="EDEDED"/>'
BEGINNING = datetime(1980, 1, 1)


def write_ledger_docx(source: Source) -> dict[str, str | bytes]:
    """Return two documents a plan, one a grouping, by their files' names."""
    return {
        f"{paper.document}-{grouping.name}.docx": _document(paper, grouping, groups)
        for paper in write_papers(source)
        for grouping, groups in paper.groupings
    }


def _document(paper: Paper, grouping: Grouping, groups: tuple[Group, ...]) -> bytes:
    from docx import Document

    document = Document()
    _set_page(document, paper)
    _add_line(document, paper.title, TITLE_FONT, TITLE_SIZE, CENTRED)
    _add_line(document, f"（{grouping.chinese}）", FONT, NOTE_SIZE, CENTRED)
    _add_line(document, paper.notes, FONT, NOTE_SIZE)
    _add_table(document, grouping, groups)
    _add_page_numbers(document)
    content = BytesIO()
    document.save(content)
    return settle(content.getvalue())


def settle(content: bytes) -> bytes:
    """Return a zip file with no time in it: the same input gives the same bytes."""
    settled = BytesIO()
    with ZipFile(BytesIO(content)) as before, ZipFile(settled, "w", ZIP_DEFLATED) as after:
        for name in before.namelist():
            after.writestr(ZipInfo(name, (1980, 1, 1, 0, 0, 0)), before.read(name), ZIP_DEFLATED)
    return settled.getvalue()


def _set_page(document: Document, paper: Paper) -> None:
    from docx.enum.section import WD_ORIENT
    from docx.shared import Mm

    section = document.sections[0]
    section.orientation, section.page_width, section.page_height = WD_ORIENT.LANDSCAPE, Mm(297), Mm(210)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(MARGIN)
    about = document.core_properties
    about.title, about.author, about.created, about.modified = paper.title, "planskg", BEGINNING, BEGINNING


def _add_line(document: Document, words: str, font: str, size: float, form: str = "") -> None:
    _fill(document.add_paragraph(), _run(words, font, size), form)


def _add_table(document: Document, grouping: Grouping, groups: tuple[Group, ...]) -> None:
    """Add the table as XML, since python-docx takes seconds for some thousand cells."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    widths = [NUMBER_WIDTH, *(heading.width for heading in grouping.headings)]
    table = document.add_table(rows=0, cols=len(widths))
    table.style, table.autofit = "Table Grid", False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = round(width * EMUS)
    rows = "".join(_rows(grouping, groups, widths))
    table._tbl.extend(parse_xml(f"<w:tbl {nsdecls('w')}>{rows}</w:tbl>"))


def _rows(grouping: Grouping, groups: tuple[Group, ...], widths: list[float]) -> Iterator[str]:
    names = ["序号", *(heading.name for heading in grouping.headings)]
    cells = [_cell(name, width, HEADER_FONT, CENTRED) for name, width in zip(names, widths, strict=True)]
    yield _row(cells, "<w:tblHeader/>")
    number = 1
    for group in groups:
        whole = f'<w:gridSpan w:val="{len(widths)}"/>{SHADED}'
        yield _row([_cell(f"{group.name}　{len(group.tasks)}项", sum(widths), HEADER_FONT, KEPT, whole)])
        for task in group.tasks:
            cells = [_cell(str(number), widths[0], FONT, CENTRED)]
            yield _row([*cells, *(_cell(each.cell(task), each.width, FONT) for each in grouping.headings)])
            number += 1


def _row(cells: list[str], more: str = "") -> str:
    """Return a row that no page cuts."""
    return f"<w:tr><w:trPr><w:cantSplit/>{more}</w:trPr>{''.join(cells)}</w:tr>"


def _cell(words: str, width: float, font: str, form: str = "", more: str = "") -> str:
    about = f'<w:tcW w:w="{round(width * TWIPS)}" w:type="dxa"/>{more}<w:vAlign w:val="center"/>'
    lines = (f"<w:p><w:pPr>{form}</w:pPr>{_run(line, font, CELL_SIZE)}</w:p>" for line in words.split("\n"))
    return f"<w:tc><w:tcPr>{about}</w:tcPr>{''.join(lines)}</w:tc>"


def _run(words: str, font: str, size: float) -> str:
    fonts = " ".join(f'w:{script}="{font}"' for script in ("ascii", "hAnsi", "eastAsia"))
    half = round(2 * size)
    about = f'<w:rFonts {fonts} w:hint="eastAsia"/><w:sz w:val="{half}"/><w:szCs w:val="{half}"/>'
    return f'<w:r><w:rPr>{about}</w:rPr><w:t xml:space="preserve">{escape(space_forbidden(words))}</w:t></w:r>'


def _add_page_numbers(document: Document) -> None:
    page, pages = (f'<w:fldSimple w:instr="{name}">{_small("1")}</w:fldSimple>' for name in ("PAGE", "NUMPAGES"))
    runs = f"{_small('第 ')}{page}{_small(' 页  共 ')}{pages}{_small(' 页')}"
    _fill(document.sections[0].footer.paragraphs[0], runs, CENTRED)


def _small(words: str) -> str:
    return _run(words, FONT, CELL_SIZE)


def _fill(paragraph: Paragraph, runs: str, form: str) -> None:
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    paragraph._p.extend(parse_xml(f"<w:p {nsdecls('w')}><w:pPr>{form}</w:pPr>{runs}</w:p>"))
