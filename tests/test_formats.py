"""One plan in every format gives the same records: text in several encodings, HTML, Word, PDF, each with its table."""

import html
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from reportlab.platypus import Paragraph

from conftest import DOCUMENTS
from planskg.checking.documents import check_file
from planskg.extracting.pipeline import extract
from planskg.reading import read_document
from planskg.records import to_json
from test_reading_docx import SPANS, parts_of, word_copy
from test_reading_pdf import BODY, HEADING, annex_table, set_story

PLAN = DOCUMENTS / "kizilsu-2023.txt"
TEXT = PLAN.read_text(encoding="utf-8")
KINDS = ("pillar", "target", "aim", "project", "observation")
PLACED = ("start", "end", "quote", "text")


def html_copy(text: str) -> bytes:
    """The plan as a site prints it, with a table whose header cells span rows and columns."""
    before, rows, after = parts_of(text)
    cells = ["".join(f"<tr>{table_row(index, row)}</tr>" for index, row in enumerate(rows))]
    above, below = ("".join(f"<p>　　{html.escape(line)}</p>" for line in lines) for lines in (before, after))
    menu = "<div class='nav'><a href='/'>首页</a> &gt; <a href='/zwgk'>政务公开</a></div>"
    page = (
        f"<html><body>{menu}<div id='zoom'>{above}<table border='1'>{''.join(cells)}</table>{below}</div></body></html>"
    )
    return page.encode("gb18030")


def table_row(index: int, row: list[str]) -> str:
    tall = ' rowspan="2"' if index == 0 else ""
    drawn = []
    for at, (words, width) in enumerate(zip(row, SPANS[len(row)], strict=True)):
        if not (index == 1 and at < 3):  # the cells above reach down
            drawn.append(f'<td colspan="{width}"{tall if at < 3 else ""}>{html.escape(words)}</td>')
    return "".join(drawn)


def pdf_copy(text: str) -> bytes:
    """The plan as it is printed: page headers and numbers, the table ruled and over two pages."""
    lines = [" ".join(line.split()) for line in text[: text.index("\t指标名称")].splitlines() if line.strip()]
    styles = [HEADING if len(line) < 30 and line.endswith("计划") else BODY for line in lines]
    story = [Paragraph(line, style) for line, style in zip(lines, styles, strict=True)]
    note = Paragraph(text[text.rindex("注：") :].strip(), BODY)
    return set_story([*story, annex_table()[0], note], "— {} —", "自治州人民政府文件")


COPIES: dict[str, Callable[[str], bytes]] = {
    "gb18030.txt": lambda text: text.encode("gb18030"),
    "bom.txt": lambda text: text.encode("utf-8-sig"),
    "utf-16.txt": lambda text: text.encode("utf-16"),
    "crlf.txt": lambda text: text.replace("\n", "\r\n").encode(),
    "html": html_copy,
    "docx": word_copy,
    "pdf": pdf_copy,
}


def said(path: Path) -> Counter[str]:
    """What a file's records say, wherever they stand in it."""
    document = read_document(path, region="653000", year=2023)
    rows = [to_json(document, record) for record in extract(document).records if record.kind in KINDS]
    return Counter(str({key: value for key, value in row.items() if key not in PLACED}) for row in rows)


@pytest.mark.parametrize("suffix", COPIES)
def test_a_copy_gives_the_same_records(tmp_path: Path, suffix: str) -> None:
    copy = tmp_path / f"plan.{suffix}"
    copy.write_bytes(COPIES[suffix](TEXT))
    found, wanted = said(copy), said(PLAN)
    assert (found - wanted, wanted - found) == (Counter(), Counter())
    assert sum(count for row, count in found.items() if "'observation'" in row) == 82
    assert sum(count for row, count in found.items() if "'target'" in row) > 60


def reported(path: Path) -> Counter[tuple[str, str, str, tuple[str, ...]]]:
    """What checking a file says, wherever it stands in the text; words without the blanks that a page may put in."""
    (report,) = check_file(path)
    return Counter(
        (each.rule, each.severity, each.message["zh"], tuple("".join(quote.text.split()) for quote in each.compared))
        for each in report.findings
    )


@pytest.mark.parametrize("suffix", COPIES)
def test_a_copy_gives_the_same_findings(tmp_path: Path, suffix: str) -> None:
    copy = tmp_path / f"plan.{suffix}"
    copy.write_bytes(COPIES[suffix](TEXT))
    found, wanted = reported(copy), reported(PLAN)
    assert (found - wanted, wanted - found) == (Counter(), Counter())
    assert {"increment-against-levels", "growth-against-levels", "bound-against-table"} <= {row[0] for row in found}


def test_a_file_is_known_by_what_it_holds(tmp_path: Path) -> None:
    page = tmp_path / "saved.doc"
    page.write_bytes(html_copy(TEXT))
    assert said(page) == said(PLAN)
