"""Tables that a format brings as grids: merged cells over rows and columns, captions inside, tasks and projects."""

from decimal import Decimal

from planskg.extracting.pipeline import extract
from planskg.model import Document, Extraction, Metadata, Observation, Project, Target
from planskg.reading.content import Cell, Grid, compose


def read(*rows: tuple[str, ...], before: str = "一、主要任务") -> Extraction:
    """Extract a document with one table; < takes over the cell to the left, ^ the one above."""
    grid: list[tuple[Cell, ...]] = []
    for row in rows:
        cells: list[Cell] = []
        for at, words in enumerate(row):
            cells.append(cells[-1] if words == "<" else grid[-1][at] if words == "^" else Cell(words))
        grid.append(tuple(cells))
    content = compose([before, Grid(tuple(grid))])
    return extract(Document("grid", content.text, Metadata(year=2026), content.tables))


def figures(extraction: Extraction) -> list[tuple[str, int, str, str]]:
    return [
        (cell.indicator, cell.year, cell.series, extraction.document.quote(cell.span))
        for cell in extraction.records
        if isinstance(cell, Observation)
    ]


def test_two_header_rows_below_a_caption() -> None:
    found = read(
        ("主要指标", "<", "<", "<", "<", "<"),
        ("指标名称", "单位", "2025年", "<", "2026年", "<"),
        ("^", "^", "预计", "增长（%）", "计划", "增长（%）"),
        ("一、林业产值", "亿元", "50", "5", "55", "6左右"),
        ("其中：竹业产值", "亿元", "20", "—", "22", "<"),
    )
    assert figures(found) == [
        ("林业产值", 2025, "actual", "50"),
        ("林业产值", 2025, "growth_actual", "5"),
        ("林业产值", 2026, "plan", "55"),
        ("林业产值", 2026, "growth_plan", "6左右"),
        ("竹业产值", 2025, "actual", "20"),
        ("竹业产值", 2026, "plan", "22"),
    ]


def test_a_name_below_a_group_and_a_unit_row() -> None:
    found = read(
        ("指标", "<", "2025年实际", "2026年计划"),
        ("单位：万元", "<", "<", "<"),
        ("收入", "税收", "10", "11"),
        ("^", "非税", "5", "6"),
        ("支出", "<", "7", "8"),
    )
    assert [indicator for indicator, *_ in figures(found)] == ["税收", "税收", "非税", "非税", "支出", "支出"]
    assert {cell.unit for cell in found.records if isinstance(cell, Observation)} == {"元"}


def test_tasks_are_read_as_sentences_with_year_and_bodies() -> None:
    found = read(
        ("序号", "重点任务", "具体举措", "责任单位", "完成时限", "进展情况"),
        ("1", "水利", "整治山塘12座。", "水利局、各乡镇", "2026年底", "已整治3座"),
        ("2", "^", "新建渠道30公里。", "^", "2027年6月", "完成勘测2公里"),
    )
    targets = [record for record in found.records if isinstance(record, Target)]
    assert [(target.indicator, target.year) for target in targets] == [("整治山塘", 2026), ("新建渠道", 2027)]
    assert [[found.document.quote(body) for body in target.responsible] for target in targets] == [
        ["水利局", "各乡镇"],
        ["水利局", "各乡镇"],
    ]
    assert [pillar.title for target in targets for pillar in target.pillars] == ["主要任务", "主要任务"]


def test_a_row_of_a_project_table_is_a_project() -> None:
    found = read(
        ("序号", "项目名称", "建设内容及规模", "总投资（亿元）", "2026年建设目标", "责任单位"),
        ("一", "交通项目", "<", "<", "<", "<"),
        ("1", "白石至青河公路", "二级公路35公里", "4.2", "路基完成一半", "交通局"),
        ("2", "红山水库", "总库容1200万立方米", "3.1", "开工建设", "水利局"),
        ("合计", "<", "<", "7.3", "", ""),
    )
    projects = [record for record in found.records if isinstance(record, Project)]
    assert [(project.name, project.stage, project.investment) for project in projects] == [
        ("白石至青河公路", "construction", Decimal(420000000)),
        ("红山水库", "start", Decimal(310000000)),
    ]
    assert [found.document.quote(body) for project in projects for body in project.responsible] == ["交通局", "水利局"]
    assert figures(found) == []


def test_every_figure_of_a_table_is_accounted_for() -> None:
    found = read(("指标", "2025年", "2026年"), ("造林面积（亩）", "900", "1000"), ("说明3", "", ""))
    held = [record.span for record in found.records] + [residue.span for residue in found.residue]
    text = found.document.text
    assert [char for at, char in enumerate(text) if char.isdigit() and not any(s <= at < e for s, e in held)] == []


def test_a_merged_header_cell_reads_the_same_where_it_is_written_out() -> None:
    head = ("指标名称", "单位", "2025年", "<", "2026年", "<"), ("^", "^", "完成数", "增长（%）", "计划数", "增长（%）")
    out = (
        ("指标名称", "单位", "2025年", "2025年", "2026年", "2026年"),
        ("指标名称", "单位", "完成数", "增长（%）", "计划数", "增长（%）"),
    )
    caption, row = ("经济发展指标",) * 6, ("茶叶产量", "吨", "1800", "5", "1900", "6左右")
    merged = figures(read(("经济发展指标", *"<<<<<"), *head, ("一、农业", *"<<<<<"), row))
    assert figures(read(caption, *out, ("一、农业",) * 6, row)) == merged
    assert [series for _, _, series, _ in merged] == ["actual", "growth_actual", "plan", "growth_plan"]


def test_a_year_of_the_period_is_planned() -> None:
    metadata = Metadata(year=2030, genre="five-year-plan")
    text = "附表\n指标\t单位\t2025年\t2027年\t2030年\n茶叶产量\t吨\t1800\t1900\t2000\n"
    assert [series for _, _, series, _ in figures(extract(Document("period", text, metadata)))] == [
        "actual",
        "plan",
        "plan",
    ]


def units(text: str) -> list[tuple[str, str | None]]:
    found = extract(Document("units", text, Metadata(year=2026))).records
    assert not [record for record in found if isinstance(record, Target)]
    return [(cell.indicator, cell.unit) for cell in found if isinstance(cell, Observation)]


def test_a_row_has_the_fitting_one_of_several_units_above_its_table() -> None:
    text = (
        "附表\n主要指标（单位：亿元、万人、%）\n指标\t2026年计划\n地区生产总值\t310\n民宿经济综合收入\t8\n"
        "城镇新增就业\t1.1\n旅客发送量\t90\n城镇调查失业率\t5.5\n冷链业增加值增长\t7\n"
    )
    assert units(text) == [
        ("地区生产总值", "元"),
        ("民宿经济综合收入", "元"),
        ("城镇新增就业", "人"),
        ("旅客发送量", "人"),
        ("城镇调查失业率", "%"),
        ("冷链业增加值增长", "%"),
    ]


def test_a_remark_beside_the_unit_of_a_row() -> None:
    assert units("附表\n指标\t2026年计划\n退化草原修复（万亩，累计）\t12\n") == [("退化草原修复", "亩")]


def test_a_figure_in_brackets_is_no_footnote() -> None:
    text = "附表\n指标\t单位\t2025年\t2026年\n水耗降低\t%\t[3]\t[16]\n"
    found = extract(Document("sums", text, Metadata(year=2026))).records
    assert [cell.value for cell in found if isinstance(cell, Observation)] == [3, 16]


def test_header_cells_that_line_ends_part_in_two() -> None:
    text = "附表\n指标\n单位\n2024年\n实际\n2025年\n预计\n2026年\n计划\n增长（%）\n"
    text += "茶青产量\n吨\n300\n320\n340\n6.3\n鲜花产值\n万元\n20\n22\n25\n13.6\n"
    found = figures(extract(Document("parted", text, Metadata(year=2026))))
    assert [(year, series) for _, year, series, _ in found[:4]] == [
        (2024, "actual"),
        (2025, "actual"),
        (2026, "plan"),
        (2026, "growth_plan"),
    ]
    assert [words for *_, words in found] == ["300", "320", "340", "6.3", "20", "22", "25", "13.6"]
