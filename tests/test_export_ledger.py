"""The office's table of tasks: every promise stands in it, and who is responsible is marked where it is proposed."""

from collections.abc import Iterator
from decimal import Decimal
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import openpyxl
import pyoxigraph as ox
import pytest
from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from msgspec.structs import replace

from conftest import store_of
from planskg.exporting import EXPORTERS, Source
from planskg.exporting.ledger.departments import Departments
from planskg.exporting.ledger.papers import PROPOSED, Paper, write_papers
from planskg.exporting.ledger.tasks import Task, find_tasks
from planskg.exporting.ledger.wording import cut_clauses, exact_words
from planskg.exporting.tables.frames import Frame
from planskg.exporting.tables.schema import TABLES
from planskg.model import Span
from small_plan import small_extraction


@pytest.fixture(scope="module")
def whole(reference_store: ox.Store) -> Source:
    return Source(reference_store)


@pytest.fixture(scope="module")
def papers(whole: Source) -> list[Paper]:
    return list(write_papers(whole))


@pytest.fixture(scope="module")
def small() -> Source:
    return Source(store_of(small_extraction()))


def files(source: Source, form: str) -> dict[str, Any]:
    content = EXPORTERS[form].write(source)
    assert isinstance(content, dict)
    return content


def tasks_of(source: Source) -> list[Task]:
    (document,) = source.frames["documents"].rows
    return find_tasks(source.frames, document)


def tables(source: Source) -> Iterator[list[list[str]]]:
    for part in files(source, "ledger-docx").values():
        yield [[cell.text for cell in row.cells] for row in Document(BytesIO(part)).tables[0].rows]


# -- Tasks -------------------------------------------------------------------------------------------------------------


def test_every_promise_is_in_a_task_of_its_sentence(whole: Source, papers: list[Paper]) -> None:
    found = 0
    for document, paper in zip(whole.frames["documents"].rows, papers, strict=True):
        held = [task for group in paper.groupings[1][1] for task in group.tasks]
        items = {(task.start, item.partition("：")[0]) for task in held for item in task.items}
        for table, column in (("targets", "indicator"), ("aims", "indicator"), ("pledges", "name")):
            for row in whole.frames[table].rows:
                if row["document"] == document["id"]:
                    assert (row["sentence_start"], row[column]) in items
                    found += 1
        starts = {task.start for task in held}
        assert {r["sentence_start"] for r in whole.frames["actions"].rows if r["document"] == document["id"]} <= starts
    assert found > 240


def test_both_groupings_hold_the_same_tasks(papers: list[Paper]) -> None:
    for paper in papers:
        by_department, by_pillar = ({task for group in groups for task in group.tasks} for _, groups in paper.groupings)
        assert by_department == by_pillar
        assert len(by_pillar) == sum(len(group.tasks) for group in paper.groupings[1][1])


def test_tasks_say_figures_stages_and_years(small: Source) -> None:
    items = [item for task in tasks_of(small) for item in task.items]
    assert (
        items
        == [
            "地区生产总值：201.64亿元以上（预期性）",
            "南部园区单位能耗：下降3.5吨标煤每件",
            "投资：5%至6%（增速）",
            "龙山水库：建成，规模120万库方，投资1.25亿元",
            "就业形势：保持稳定",
        ]
        or items[2] == "南部园区单位能耗：5%至6%（增速）"
    )


def test_who_the_plan_names_is_not_proposed(small: Source) -> None:
    tasks = {task.words: task for task in tasks_of(small)}
    (named,) = [task for task in tasks.values() if not task.proposed]
    assert named.lead == ("州水利局",)
    assert named.shared == ()
    (works,) = [task for task in tasks.values() if task.sectors == ("水利",)]
    assert works.proposed
    assert works.lead == ("水利局",)
    assert works.years == (2025,)
    assert works.pillars == ("一、扩大有效投资，建设水利", "（一）建好重点项目")


def test_bodies_stand_in_the_order_of_the_plan() -> None:
    departments = Departments({table.name: Frame(table, []) for table in TABLES}, {"place": None})
    promise = {"sectors": (), "responsible": ("人社厅", "农牧厅"), "sentence": "甲（责任单位：农牧厅、人社厅）。"}
    assert departments.lead(promise) == ("农牧厅", "人社厅")
    assert departments.shared(promise) == ()


@pytest.mark.parametrize(
    ("level", "lead", "shared"),
    [
        ("province", ("教育厅",), ("体育局",)),
        ("prefecture", ("教育局",), ("体育局",)),
        (None, ("教育局",), ("体育局",)),
    ],
)
def test_a_province_has_departments_of_its_own(
    level: str | None, lead: tuple[str, ...], shared: tuple[str, ...]
) -> None:
    rows: dict[str, Any] = {
        "sectors": [{"id": "x", "name": "教育", "lead": ("教育局",), "departments": ("体育局", "教育厅")}],
        "places": [{"code": "1", "level": level}],
    }
    frames = {table.name: Frame(table, rows.get(table.name, [])) for table in TABLES}
    departments = Departments(frames, {"place": "1"})
    promise = {"sectors": ("x",), "responsible": (), "sentence": "办好教育。"}
    assert departments.lead(promise) == lead
    assert departments.shared(promise) == shared


@pytest.mark.parametrize(
    ("sentence", "held", "words"),
    [
        ("目标：甲增长5%，乙增长6%；丙稳定。", ["5%"], "目标：甲增长5%"),
        ("目标：甲增长5%，乙增长6%；丙稳定。", ["6%"], "目标：……乙增长6%"),
        ("甲增长5%，乙增长6%；丙稳定。", ["5%", "稳定"], "甲增长5%，……丙稳定。"),
        ("甲增长5%，乙增长6%；\n丙稳定。", ["6%；\n丙"], "乙增长6%；丙稳定。"),
    ],
)
def test_a_shared_sentence_is_cut(sentence: str, held: list[str], words: str) -> None:
    spans = [Span(sentence.index(each), sentence.index(each) + len(each)) for each in held]
    assert cut_clauses(sentence, spans) == words


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        ("20164000000", "元", "201.64亿元"),
        ("125000000", "元", "1.25亿元"),
        ("123456789", "元", "12345.6789万元"),
        ("12345.67891", "元", "12345.67891元"),
        ("-3.50", "%", "-3.5%"),
    ],
)
def test_figures_in_words_are_exact(value: str, unit: str, words: str) -> None:
    assert exact_words(Decimal(value), unit) == words


# -- The papers --------------------------------------------------------------------------------------------------------


def test_documents_look_like_the_offices_own(whole: Source, papers: list[Paper]) -> None:
    content = files(whole, "ledger-docx")
    names = [f"{paper.document}-{way}.docx" for paper in papers for way in ("department", "pillar")]
    assert list(content) == names
    document = Document(BytesIO(content[names[0]]))
    section = document.sections[0]
    assert document.paragraphs[0].text == "昌吉州2023年国民经济和社会发展计划任务分解台账"
    assert section.orientation == WD_ORIENT.LANDSCAPE
    assert (section.page_width.mm, section.page_height.mm) == pytest.approx((297, 210), abs=0.1)
    rows = document.tables[0].rows
    assert rows[0]._tr.find(f".//{qn('w:tblHeader')}") is not None
    assert "NUMPAGES" in section.footer._element.xml
    assert document.tables[0]._tbl.tblGrid is not None


def test_tables_number_their_tasks_and_mark_proposals(whole: Source, papers: list[Paper]) -> None:
    grouped = [groups for paper in papers for _, groups in paper.groupings]
    for rows, groups in zip(tables(whole), grouped, strict=True):
        numbers = [int(row[0]) for row in rows if row[0].isdigit()]
        assert numbers == list(range(1, len(numbers) + 1))
        assert len(rows) == 1 + len(groups) + sum(len(group.tasks) for group in groups)
        assert [row[0] for row in rows[1:] if len(set(row)) == 1] == [f"{g.name}　{len(g.tasks)}项" for g in groups]
    assert any(cell.startswith(PROPOSED) for row in rows for cell in row)


def test_workbooks_are_ready_to_print(whole: Source, papers: list[Paper]) -> None:
    for paper, part in zip(papers, files(whole, "ledger-xlsx").values(), strict=True):
        book = openpyxl.load_workbook(BytesIO(part))
        assert book.sheetnames == ["按牵头单位分组", "按篇章分组", "原文"]
        for sheet, (_, groups) in zip(book.worksheets, paper.groupings, strict=False):
            assert sheet["A1"].value == paper.title
            assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
            assert sheet.print_title_rows == "$3:$3"
            assert sheet.oddFooter.center.text == "第 &P 页  共 &N 页"
            tasks = [task for group in groups for task in group.tasks]
            cells = [row for row in sheet.iter_rows(min_row=4) if isinstance(row[0].value, int)]
            assert [row[1].value for row in cells] == [task.words for task in tasks]
            text = book["原文"]
            for row, task in zip(cells, tasks, strict=True):
                place = row[-1].hyperlink.location.rpartition("!")[2]
                assert place == f"B{task.line}"
                assert task.words[-4:-1] in "".join(str(text[place].value).split())


@pytest.mark.parametrize("form", ["ledger-xlsx", "ledger-docx"])
def test_papers_are_read_back_and_a_missing_row_is_seen(form: str, whole: Source, small: Source) -> None:
    exporter = EXPORTERS[form]
    content = files(whole, form)
    assert exporter.verify(content, whole).fault == ""
    assert exporter.verify(content, whole).rows > 400
    assert exporter.verify(files(small, form), whole).fault


def test_papers_hold_awkward_words() -> None:
    plan = small_extraction()
    text = plan.document.text.replace("昌吉市北庭新区", "<昌>\x0b&北庭新")
    source = Source(store_of(replace(plan, document=replace(plan.document, text=text))))
    rows = [cell for rows in tables(source) for row in rows for cell in row]
    assert any("<昌>" in cell and "&北庭新" in cell for cell in rows)
    assert files(source, "ledger-xlsx")


def test_files_carry_no_time(small: Source) -> None:
    for form in ("ledger-docx", "ledger-xlsx"):
        for part in files(small, form).values():
            with ZipFile(BytesIO(part)) as whole:
                assert {info.date_time for info in whole.infolist()} == {(1980, 1, 1, 0, 0, 0)}
