"""Tables whose cells stand a line each: whatever is cut off them or shuffled, the document is read on."""

import random

import pytest

from planskg.extracting.pipeline import extract
from planskg.model import Document, Metadata

HEADERS = (
    "序号 指标名称 单位 2025年完成 2026年计划 增长% 责任单位 备注",
    "指标名称 2025年完成 2026年计划 责任单位",
    "主要指标 单位 2025年 2026年 属性 实际 增长 计划 增长",
    "指标 单位 2024年 实际 2025年 预计 2026年 计划",
    "序号 项目名称 建设内容 总投资（万元） 2026年目标 责任单位 完成时限",
    "项目名称 责任单位",
)
ROWS = (
    "1 毛竹产量 万根 30 32 6.5 县林业局 口径调整",
    "2 民宿（家） 12 15左右 县文旅局",
    "一、农业 水稻面积 万亩 — 8.2",
    "3 白石水库 新建大坝一座 9600 6月开工 县水利局 2026年12月",
)


def tables() -> list[list[str]]:
    """Headers and rows with cells left out, moved and printed twice."""
    chance = random.Random(7)
    found = []
    for _ in range(300):
        cells = " ".join([chance.choice(HEADERS), *chance.choices(ROWS, k=chance.randint(0, 4))]).split()
        for _ in range(chance.randint(0, 3)):
            cells.insert(chance.randrange(len(cells)), chance.choice(cells))
            del cells[chance.randrange(len(cells))]
        found.append(cells[: chance.randint(1, len(cells))])
    return found


@pytest.mark.parametrize("between", ["\n", " ", ",", "\t", "|", "\n|\n", "  "])
def test_no_cut_or_shuffled_table_stops_the_reading(between: str) -> None:
    for table in tables():
        text = "\n".join(("附表", between.join(table), "新建公园3个。", ""))
        extract(Document("cut", text, Metadata(year=2026)))
