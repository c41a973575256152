"""What a plan says of itself, on the heads of the small plans and of documents of every level."""

import json
from pathlib import Path
from typing import Any

import pytest

from planskg.gazetteer import load_gazetteer
from planskg.reading.metadata import read_metadata
from planskg.reading.title import find_title

PLANS = [
    json.loads(line)
    for path in sorted((Path(__file__).parent / "plans").glob("*.jsonl"))
    for line in path.read_text(encoding="utf-8").splitlines()
]
HEADS = {
    "2026年新疆维吾尔自治区政府工作报告": (2026, "650000", "work-report"),
    "新疆准东经济技术开发区2026年国民经济和社会发展计划": (2026, "652300", "annual-plan"),
    "新疆生产建设兵团第八师石河子市2025年国民经济和社会发展计划": (2025, "659001", "annual-plan"),
    "新疆生产建设兵团2026年国民经济和社会发展计划": (2026, "650000", "annual-plan"),
    "苏州工业园区2024年经济社会发展计划": (2024, "320500", "annual-plan"),
    "贵阳高新区2025年国民经济和社会发展计划": (2025, "520100", "annual-plan"),
    "二〇二六年易县国民经济和社会发展计划": (2026, "130633", "annual-plan"),
    "关于南充市2025年国民经济\n和社会发展计划执行情况及2026年计划草案的报告": (2026, "511300", "annual-plan"),
    "政府工作报告\n——在兰溪市第十七届人民代表大会第五次会议上\n（2026年1月10日）": (2026, "330781", "work-report"),
    "上海市浦东新区国民经济和社会发展第十五个五年规划纲要": (2030, "310115", "five-year-plan"),
    "中共乐平市委关于制定国民经济和社会发展第十五个五年规划的建议": (2030, "360281", "five-year-plan"),
    "云县“十五五”规划纲要": (2030, "530922", "five-year-plan"),
    "江口县“十五五”农业农村现代化规划（2026-2030年）": (2030, "520621", "five-year-plan"),
    "云县国民经济和社会发展“十四五”规划和2035年远景目标纲要": (2025, "530922", "five-year-plan"),
    "桐城市“十五五”水利建设实施方案": (2030, "340881", "five-year-plan"),
    "桐城市“十四五”城市更新行动方案（2022—2024年）": (2024, "340881", "five-year-plan"),
    "云县基础教育“十四五”行动计划": (2025, "530922", "five-year-plan"),
    "桐城市2024年“十四五”规划重点工作分解": (2024, "340881", "annual-plan"),
    "关于下达二〇二五年国民经济和\n社会发展计划的通知\n和县人民政府\n2025年2月3日": (2025, "340523", "annual-plan"),
    "政府工作报告\n兰溪市2025年政府工作报告": (2025, "330781", "work-report"),
    "２０２５年寿县国民经济和社会发展计划主要指标表": (2025, "340422", "annual-plan"),
    "文件名称：洛川县2015年国民经济和社会发展计划": (2015, "610629", "annual-plan"),
    "各位代表：\n受县人民政府委托，现将通道侗族自治县2021年国民经济和社会发展计划执行情况与2022年计划（草案）提请大会"
    "审议。\n一、2021年计划执行情况": (2022, "431230", "annual-plan"),
    "各位代表：\n现在，我代表栾川县人民政府，向大会报告工作，请予审议。\n一、2023年工作回顾": (
        2024,
        "410324",
        "work-report",
    ),
    "关于霍州市2024年国民经济和社会发展计划执行情况与2025年计划草案的报告（摘要）\n二、2025年经济社会发展目标": (
        2025,
        "141082",
        "annual-plan",
    ),
    "柘城县2023年重点民生实事项目20件": (2023, "411424", "annual-plan"),
    "平度市2021年为民重点办好的12件实事": (2021, "370283", "annual-plan"),
    "清水县2024年政府工作报告：十二件惠民实事": (2024, "620521", "work-report"),
    "乐清市2025年度十方面民生实事项目正式出炉！": (2025, "330382", "annual-plan"),
    "首页 > 新闻中心\n人大代表票决通过东阳市2024年民生事项\n来源：市融媒体中心": (2024, "330783", "annual-plan"),
    "福建省2020年重点项目名单公布": (2020, "350000", "annual-plan"),
    "附件：武宁县2023年为民办实事项目": (2023, "360423", "annual-plan"),
    "附件1\n武宁县2023年重点工程": (2023, "360423", "annual-plan"),
    "咸宁市“十五五”时期经济社会发展主要指标": (2030, "421200", "five-year-plan"),
    "图木舒克市（第三师）“十五五”规划纲要（摘要）": (2030, "659003", "five-year-plan"),
    "吴发改〔2024〕31号\n吴堡县国民经济和社会发展计划草案（送审稿）": (2024, "610829", "annual-plan"),
    "2024年重点工作任务清单\n定边县人民政府\n2024年2月9日": (2024, "610825", "annual-plan"),
    "关于缙云县2025年\n国民经济和社会发展计划执行情况\n与2026年国民经济和社会发展计划草案的报告": (
        2026,
        "331122",
        "annual-plan",
    ),
    "庆元县2025年计划执行情况与2026年计划草案": (2026, "331126", "annual-plan"),
    "威县\n2026年\n国民经济和社会发展计划": (2026, "130533", "annual-plan"),
    "都匀经济开发区2026年国民经济和社会发展计划": (2026, "522701", "annual-plan"),
    "阿拉尔国家级经济技术开发区2026年经济社会发展计划": (2026, "659002", "annual-plan"),
    "济源产城融合示范区2026年国民经济和社会发展计划": (2026, "419001", "annual-plan"),
    "新疆生产建设兵团第四师72团2026年经济社会发展计划": (2026, "659008", "annual-plan"),
    "阿拉善盟行政公署工作报告\n——2026年1月8日在阿拉善盟人大工作会议上": (2026, "152900", "work-report"),
    "2026年贵阳第一师范学校工作计划": (2026, "520100", "annual-plan"),
}
TITLES = {
    "关于缙云县2025年\n国民经济和社会发展计划执行情况\n与2026年国民经济和社会发展计划草案的报告": "关于缙云县2025年"
    "国民经济和社会发展计划执行情况与2026年国民经济和社会发展计划草案的报告",
    "临河市2025年国民经济\n和社会发展计划执行情况与2026年国民经济和\n社会发展计划草案的报告": "临河市2025年"
    "国民经济和社会发展计划执行情况与2026年国民经济和社会发展计划草案的报告",
    "2026年1月10日\n国民经济和社会发展计划": "国民经济和社会发展计划",
    "2026年县政府工作报告（书面）": "2026年县政府工作报告（书面）",
}
DATES = {
    "敦煌市2024年国民经济和社会发展计划\n发布时间：2024-03-05 09:12": "2024-03-05",
    "敦煌市2024年国民经济和社会发展计划\n发布日期：2024年3月5日\n（2024年1月18日）": "2024-01-18",
    "敦煌市2024年国民经济和社会发展计划\n发布日期：2024/3/5\n成文日期：2024年2月1日": "2024-02-01",
    "敦煌市2024年国民经济和社会发展计划\n公开日期：2024-02-30": None,
}


@pytest.mark.parametrize("plan", PLANS, ids=[plan["id"] for plan in PLANS])
def test_a_small_plan_tells_its_year_and_region(plan: dict[str, Any]) -> None:
    metadata = read_metadata(plan["text"], load_gazetteer())
    assert metadata is not None
    assert (metadata.year, metadata.region) == (plan["year"], plan["region"])


@pytest.mark.parametrize("head", HEADS)
def test_a_head_tells_year_region_and_genre(head: str) -> None:
    metadata = read_metadata(f"{head}\n一、主要目标\n粮食产量稳定。\n", load_gazetteer())
    assert metadata is not None
    assert (metadata.year, metadata.region, metadata.genre) == HEADS[head]


@pytest.mark.parametrize("head", TITLES)
def test_a_title_is_read_with_all_its_lines(head: str) -> None:
    assert find_title(f"{head}\n一、主要目标\n粮食产量稳定。\n") == TITLES[head]


@pytest.mark.parametrize("head", DATES)
def test_a_head_tells_its_date(head: str) -> None:
    metadata = read_metadata(head, load_gazetteer())
    assert metadata is not None
    assert metadata.issued == DATES[head]


def test_a_congress_is_told_without_the_words_before_it() -> None:
    head = "枣强县2024年重点工作分解方案\n为全面落实县第十七届人民代表大会第四次会议确定的目标任务，制定本方案。\n"
    metadata = read_metadata(head, load_gazetteer())
    assert metadata is not None
    assert metadata.congress == "县第十七届人民代表大会第四次会议"


def test_a_numbered_heading_is_no_title() -> None:
    metadata = read_metadata("各位代表：\n一、去年情况\n二、2023年计划\n粮食产量稳定。\n", load_gazetteer())
    assert metadata is not None
    assert (metadata.year, metadata.title) == (2023, None)


@pytest.mark.parametrize(
    "line", ["武宁县2023年工作总结", "武宁县2023年民生实事完成情况", "2023年，武宁县重点项目建设加快"]
)
def test_a_line_that_looks_back_is_no_title(line: str) -> None:
    assert read_metadata(f"{line}\n去年粮食产量稳定。\n", load_gazetteer()) is None


def test_a_plan_of_the_nation_is_of_no_place() -> None:
    head = (
        "关于2025年国民经济和社会发展计划执行情况与2026年国民经济和社会发展计划草案的报告\n"
        "——2026年3月5日在第十四届全国人民代表大会第四次会议上\n支持海南、广东、新疆发展。\n"
    )
    metadata = read_metadata(head, load_gazetteer())
    assert metadata is not None
    assert (metadata.year, metadata.region, metadata.issuer) == (2026, None, "国务院")
    assert metadata.congress == "第十四届全国人民代表大会第四次会议"


def test_a_report_that_heeds_the_national_congress_is_of_its_place() -> None:
    head = "2026年海南省国民经济和社会发展计划\n认真贯彻第十四届全国人民代表大会第四次会议精神。\n"
    metadata = read_metadata(head, load_gazetteer())
    assert metadata is not None
    assert metadata.region == "460000"
