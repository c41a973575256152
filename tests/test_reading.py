"""Reading: bytes to text, and what a document says of itself."""

import io
from pathlib import Path

import pytest

from conftest import DOCUMENTS
from planskg.errors import UnreadableDocument
from planskg.gazetteer import load_gazetteer
from planskg.model import Metadata
from planskg.reading import read_content, read_document
from planskg.reading.metadata import read_metadata

PLAN = "2023年自治州国民经济和社会发展计划\n地区生产总值增长7%。\n"


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"a\r\nb\r\n", "a\nb\n"),
        ("\ufeff计划\n".encode(), "计划\n"),
        ("  计划".encode(), "  计划"),
    ],
)
def test_text(tmp_path: Path, data: bytes, text: str) -> None:
    file = tmp_path / "plan.txt"
    file.write_bytes(data)
    assert read_content(file).text == text


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b" \r\n\t", "blank"),
        (b"%PDF\0", "binary.*offset 4"),
    ],
)
def test_unreadable_bytes(tmp_path: Path, data: bytes, reason: str) -> None:
    file = tmp_path / "plan.txt"
    file.write_bytes(data)
    with pytest.raises(UnreadableDocument, match=reason) as caught:
        read_content(file)
    assert "\n" not in str(caught.value)
    assert caught.value.path == str(file)


def test_unreadable_paths(tmp_path: Path) -> None:
    with pytest.raises(UnreadableDocument, match="no such file"):
        read_content(tmp_path / "none.txt")
    with pytest.raises(UnreadableDocument, match="directory"):
        read_content(tmp_path)


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(PLAN.encode())))
    document = read_document("-", region="652300")
    assert (document.name, document.metadata.year, document.text) == ("stdin", 2023, PLAN)


def test_an_unknown_suffix_is_tried_as_text(tmp_path: Path) -> None:
    file = tmp_path / "changji.plan"
    file.write_text(PLAN, encoding="utf-8")
    assert read_document(file).name == "changji"
    assert read_document(file, name="other").name == "other"


def test_what_is_given_wins(tmp_path: Path) -> None:
    file = tmp_path / "plan"
    file.write_text(PLAN, encoding="utf-8")
    metadata = read_document(file, year=2024, region="652301").metadata
    assert (metadata.year, metadata.region, metadata.issuer) == (2024, "652301", "昌吉市人民政府")


def test_no_year_and_no_such_region(tmp_path: Path) -> None:
    file = tmp_path / "plan.txt"
    file.write_text("地区生产总值增长7%。", encoding="utf-8")
    with pytest.raises(UnreadableDocument, match="no plan year found; if it is a plan, give --year"):
        read_document(file)
    with pytest.raises(UnreadableDocument, match="999999"):
        read_document(file, year=2023, region="999999")


def test_the_project_s_own_plans() -> None:
    assert read_document(DOCUMENTS / "changji-2023.txt").metadata == Metadata(
        year=2023,
        title="2023年自治州国民经济和社会发展计划",
        issuer="昌吉回族自治州人民政府",
        region="652300",
    )
    assert read_document(DOCUMENTS / "kizilsu-2023.txt").metadata == Metadata(
        year=2023,
        title="2023年自治州国民经济和社会发展计划",
        number="克政发〔2023〕5号",
        issuer="克孜勒苏柯尔克孜自治州人民政府",
        region="653000",
        issued="2023-02-27",
        congress="自治州第十五届人大第三次会议",
    )


REPORT = "政府工作报告\n——2026年1月27日在青海省第十四届\n人民代表大会第四次会议上\n省长 某某\n各位代表：\n"


@pytest.mark.parametrize(
    ("text", "field", "expected"),
    [
        (REPORT, "title", "政府工作报告"),
        (REPORT, "year", 2026),
        (REPORT, "issued", "2026-01-27"),
        (REPORT, "congress", "青海省第十四届人民代表大会第四次会议"),
        (REPORT, "region", "630000"),
        (REPORT, "issuer", "青海省人民政府"),
        (REPORT, "genre", "work-report"),
        (REPORT.replace("2026年1月", "2025年12月"), "year", 2026),
        (REPORT + "一、2025年工作回顾\n2025年是很不平凡的一年。", "year", 2026),
        ("各位代表：\n一、2025年工作回顾\n2025年是很不平凡的一年。", "year", 2026),
        ("各位代表：\n一、2025年工作回顾\n二、2026年工作安排", "year", 2026),
        ("2023年是全面贯彻党的二十大精神开局之年。", "year", 2023),
        ("首页\n2024年阜康市政府工作报告\n", "region", "652302"),
        ("首页\n2024年阜康市政府工作报告\n", "title", "2024年阜康市政府工作报告"),
        (
            "关于木垒县2023年国民经济和社会发展计划\n执行情况与2024年国民经济和社会发展计划草案的报告\n",
            "title",
            "关于木垒县2023年国民经济和社会发展计划执行情况与2024年国民经济和社会发展计划草案的报告",
        ),
        ("昌吉州2022年国民经济和社会发展计划执行情况与2023年计划草案的报告\n", "year", 2023),
        ("某市国民经济和社会发展第十四个五年规划和二〇三五年远景目标纲要\n", "year", 2025),
        ("某市国民经济和社会发展第十四个五年规划和二〇三五年远景目标纲要\n", "genre", "five-year-plan"),
        ("2023年计划（草案）\n关于印发《2023年全市经济工作要点》的通知\n2023年是", "title", "2023年全市经济工作要点"),
        ("　　昌州政发[2023]12号　\n" + PLAN, "number", "昌州政发[2023]12号"),
        ("文号：克政发（2023）5号\n" + PLAN, "number", "克政发（2023）5号"),
        (PLAN + "根据国务院文件（国发〔2022〕1号）要求", "number", None),
        (PLAN + "昌吉回族自治州人民政府办公室\n二〇二三年二月二十七日\n", "issued", "2023-02-27"),
        (PLAN + "昌吉回族自治州人民政府\n2023年2月30日\n", "issued", None),
        (PLAN + "已经自治州十六届人大二次会议批准", "congress", "自治州十六届人大二次会议"),
        (PLAN + "于2023年1月10日自治州第十六届人大第二次会议批准", "congress", "自治州第十六届人大第二次会议"),
        (PLAN, "region", None),
        (PLAN + "全州经济稳中有进。建设阜康抽水蓄能电站、吉木萨尔县产业园，呼图壁县、奇台县公路", "region", "652300"),
        ("2023年工作安排\n全县经济。木垒县、木垒县、木垒哈萨克自治县，奇台县", "region", "652328"),
        ("2023年工作安排\n全省经济。西宁市、海东市，格尔木市", "region", "630000"),
    ],
)
def test_metadata(text: str, field: str, expected: str | int | None) -> None:
    metadata = read_metadata(text, load_gazetteer())
    assert metadata is not None
    assert getattr(metadata, field) == expected


def test_the_reports_beside_the_checkout(shared: Path) -> None:
    """Their file names tell the province and the year."""
    reports = sorted((shared / "plans").glob("*-20??.txt"))
    assert len(reports) >= 10
    for report in reports:
        province, _, year = report.stem.partition("-")
        metadata = read_document(report).metadata
        place = load_gazetteer().settle(province)
        assert place is not None
        assert (metadata.region, metadata.year, metadata.genre) == (place.code, int(year), "work-report")
        assert metadata.issued is not None
        assert metadata.congress is not None
        assert metadata.congress.startswith(province)
