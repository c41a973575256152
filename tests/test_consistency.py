"""Whether figures agree: what the rules say of a plan that disagrees with itself, and where rounding settles it."""

from functools import cache
from pathlib import Path

import pytest

from conftest import DOCUMENTS
from planskg.checking import check_graph
from planskg.checking.shape_files import load_shapes
from planskg.extracting.pipeline import extract
from planskg.graph.build import build_graph
from planskg.model import Finding
from planskg.reading import read_document

TITLE = "昌吉回族自治州2023年国民经济和社会发展计划\n\n"
HEADER = "指标名称\t单位\t2022年实际\t2023年计划\t2023年预计增长（%）\n"
CODES = {rule.code for rule in load_shapes().rules if rule.layer == "consistency"}


def check(path: Path) -> list[Finding]:
    report = check_graph(build_graph(extract(read_document(path))), path.stem)
    return [finding for finding in report.findings if finding.rule in CODES]


@cache
def kizilsu() -> tuple[Finding, ...]:
    return tuple(check(DOCUMENTS / "kizilsu-2023.txt"))


def told(rule: str) -> list[str]:
    return [finding.message["zh"] for finding in kizilsu() if finding.rule == rule]


def test_growth_that_its_levels_do_not_give() -> None:
    """Nothing of 地区生产总值 (a note), nor of 社会消费品零售总额 2023 (11.99 rounds to 12)."""
    retail, grain = told("growth-against-levels")
    assert all(words in retail for words in ("社会消费品零售总额", "2022年", "-9.65%", "-8.9"))
    assert all(words in grain for words in ("粮食产量", "2023年", "6.38%", "4.8"))
    assert told("prices-unsaid") == []


def test_text_and_table_of_one_plan() -> None:
    (income,) = told("increment-against-levels")
    assert "1500元以上" in income and "1480元" in income
    bounds = told("bound-against-table")
    assert len(bounds) == 3
    assert any("3%左右" in each and "3以内" in each for each in bounds)
    assert told("text-against-table") == []


def test_cells_of_one_table() -> None:
    assert [each[:7] for each in told("cap-as-actual")] == ["城镇调查失业率"] * 2
    assert len(told("index-prints-change")) == 1
    assert len(told("unit-twice")) == 2


ROWS = {
    "棉花产量\t万吨\t40.00\t44.00\t10.0": "",
    "棉花产量\t万吨\t40.00\t44.02\t10.1": "",  # 10.05 at least 10.025, which rounds to 10.0 or 10.1
    "棉花产量\t万吨\t40.00\t44.10\t10.1": "growth-against-levels",
    "棉花产量\t万吨\t40\t44\t8.9": "",  # 39.5 to 40.5 and 43.5 to 44.5
    "棉花产量\t万吨\t40\t44\t7.3": "growth-against-levels",
    "棉花产量\t万吨\t40.00\t44.00\t9以上": "",
    "棉花产量\t万吨\t40.00\t44.00\t11以上": "growth-against-levels",
    "棉花产量\t万吨\t40.00\t44.00\t11左右": "",
    "棉花产量\t万吨\t40.00\t44.00\t12左右": "growth-against-levels",
    "棉花产量\t万吨\t40.00\t44.00以上\t15.0": "",
    "棉花产量\t万吨\t40.00\t44.00以上\t5.0": "growth-against-levels",
    "工业增加值\t亿元\t40.00\t44.00\t5.0": "prices-unsaid",
    "工业增加值\t亿元\t40.00\t44.00\t5.0\n\n注：增加值增速按可比价格计算。": "",
    "森林覆盖率\t%\t12.5\t12.4\t—": "plan-worse-than-actual",
    "森林覆盖率\t%\t12.5\t12以上\t—": "",
    "森林覆盖率\t%\t12.4\t12\t—": "",
    "城镇调查失业率\t%\t5.2\t5.5以内\t—": "",
    "城镇调查失业率\t%\t5.2\t5.5\t—": "plan-worse-than-actual",
    "旅游收入\t亿元\t6\t60\t—": "",
    "旅游收入\t亿元\t60\t600\t—": "unit-slip",
    "学前教育毛入园率\t%\t101.0\t102.0\t—": "",
    "农村自来水普及率\t%\t98.0\t102.0\t—": "share-over-hundred",
}


@pytest.mark.parametrize(("row", "rule"), ROWS.items())
def test_rounding_settles_a_row(tmp_path: Path, row: str, rule: str) -> None:
    path = tmp_path / "plan.txt"
    path.write_text(f"{TITLE}{HEADER}{row}\n", encoding="utf-8")
    assert [finding.rule for finding in check(path)] == ([rule] if rule else [])


PAIRS = {
    ("粮食产量达到34万吨。", "粮食产量\t万吨\t33.1\t34.2\t—"): "",
    ("粮食产量达到34万吨。", "粮食产量\t万吨\t33.1\t34.6\t—"): "text-against-table",
    ("粮食产量达到34万吨以上。", "粮食产量\t万吨\t33.1\t34.6\t—"): "",
    ("粮食产量达到34万吨以上。", "粮食产量\t万吨\t33.1\t35.0\t—"): "text-against-table",
    ("粮食产量达到34万吨以上。", "粮食产量\t万吨\t33.1\t33.4\t—"): "text-against-table",
    ("粮食产量达到34万吨左右。", "粮食产量\t万吨\t33.1\t33.4\t—"): "",
    ("粮食产量增长3%。", "粮食产量\t万吨\t33.00\t34.00\t3"): "",
    ("粮食产量增长4%。", "粮食产量\t万吨\t33.00\t34.00\t3"): "text-against-table",
    ("粮食产量增长6%。", "粮食产量\t万吨\t33.00\t34.00\t—"): "text-growth-against-levels",
    ("居民消费价格涨幅2%左右。", "居民消费价格指数\t上年=100\t101.8\t102左右\t—"): "",
    ("居民消费价格涨幅2%左右。", "居民消费价格指数\t上年=100\t101.8\t103左右\t—"): "text-against-table",
    ("奇台县粮食产量达到4万吨。", "粮食产量\t万吨\t33.1\t34.2\t—"): "",
    ("新建高标准农田5万亩。", "高标准农田面积\t万亩\t310\t315\t—"): "",
    ("常住人口城镇化率提高1个百分点。", "常住人口城镇化率\t%\t68.5\t69.5\t—"): "",
    ("常住人口城镇化率提高2个百分点。", "常住人口城镇化率\t%\t68.5\t69.5\t—"): "increment-against-levels",
}


@pytest.mark.parametrize(("pair", "rule"), PAIRS.items())
def test_text_is_held_against_what_it_speaks_of(tmp_path: Path, pair: tuple[str, str], rule: str) -> None:
    sentence, row = pair
    path = tmp_path / "plan.txt"
    path.write_text(f"{TITLE}{sentence}\n\n{HEADER}{row}\n", encoding="utf-8")
    assert [finding.rule for finding in check(path)] == ([rule] if rule else [])
