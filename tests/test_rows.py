"""The rows of indicator tables, what is a part of what, notes on prices, and what the graph tells of printed words."""

from decimal import Decimal

import pyoxigraph as ox
import pytest

from planskg.exporting.restoring import restore_plans
from planskg.extracting.pipeline import extract
from planskg.extracting.tables.cells import read_figure
from planskg.graph.build import build_graph
from planskg.graph.draft import document_node
from planskg.graph.printed import read_manner, read_measure, read_ordinal, read_resolution
from planskg.graph.store import open_store, replace_document
from planskg.graph.terms import DCTERMS, OA, PLAN, PROV, RDF, RDFS
from planskg.model import Document, Extraction, Metadata, Observation, Row, Span, Target
from test_tables import read

HEADER = "指标名称\t单位\t2025年实际\t增长（%）\t2026年计划\t增长（%）\n"


def table(*rows: str, below: str = "", header: str = HEADER) -> Extraction:
    """Extract a plan that ends in a table whose cells are parted by tabs."""
    text = "一、主要目标\n推动经济增长。\n\n附表 主要指标\n" + header + "\n".join(rows) + "\n" + below
    return extract(Document("plan", text, Metadata(year=2026)))


def rows(extraction: Extraction) -> dict[str, Row]:
    """The rows by the names of their indicators."""
    cells = [record for record in extraction.records if isinstance(record, Observation)]
    return {cell.indicator: cell.row for cell in cells if cell.row}


def wholes(extraction: Extraction) -> dict[str, str]:
    """The printed names of the rows that others are parts of, by the names of these."""
    quote = extraction.document.quote
    return {name: quote(row.whole) for name, row in rows(extraction).items() if row.whole}


def prices(extraction: Extraction) -> dict[str, str]:
    quote = extraction.document.quote
    return {name: quote(row.prices) for name, row in rows(extraction).items() if row.prices}


def parts(sentence: str) -> list[tuple[str, str]]:
    """The figures of a sentence that are parts, each with that of its whole."""
    found = extract(Document("plan", f"一、主要目标\n{sentence}\n", Metadata(year=2026)))
    targets = [record for record in found.records if isinstance(record, Target)]
    return [
        (found.document.quote(each.span), found.document.quote(each.part_of.span)) for each in targets if each.part_of
    ]


class TestRows:
    def test_a_row_has_the_cell_of_its_name_and_its_unit(self) -> None:
        found = table("一、林业产值\t亿元\t50\t5\t55\t10", "二、竹材（万根）\t\t30\t—\t31\t—")
        quote = found.document.quote
        assert {name: (quote(row.span), row.unit) for name, row in rows(found).items()} == {
            "林业产值": ("一、林业产值", "亿元"),
            "竹材": ("二、竹材（万根）", "万根"),
        }

    def test_a_row_without_figures_is_none(self) -> None:
        assert list(rows(table("一、生态环境\t\t\t\t\t", "造林面积\t万亩\t3\t—\t4\t—"))) == ["造林面积"]

    def test_the_unit_above_the_table_counts_for_its_rows(self) -> None:
        found = read(("指标", "2025年", "2026年"), ("税收收入", "10", "11"), before="单位：万元")
        assert rows(found)["税收收入"].unit == "万元"

    @pytest.mark.parametrize(
        ("name", "unit", "expected"),
        [("居民消费价格指数", "上年=100", "上年=100"), ("居民消费价格指数（上年=100）", "", "上年=100")],
    )
    def test_an_index_has_what_it_is_counted_from(self, name: str, unit: str, expected: str) -> None:
        found = table(f"{name}\t{unit}\t101.2\t—\t102左右\t—")
        (row,) = rows(found).values()
        units = {record.unit for record in found.records if isinstance(record, Observation)}
        assert (row.unit, units) == (expected, {""})


class TestPartsOfRows:
    def test_a_row_that_begins_with_a_mark_is_part_of_the_one_above(self) -> None:
        found = table(
            "林业产值\t亿元\t50\t5\t55\t10",
            "其中：竹业产值\t亿元\t20\t5\t22\t10",
            "#木业产值\t亿元\t9\t—\t9\t—",
            "茶园\t万亩\t3\t—\t3\t—",
        )
        assert wholes(found) == {"竹业产值": "林业产值", "木业产值": "林业产值"}

    def test_a_list_goes_on_where_its_whole_has_a_number(self) -> None:
        found = table(
            "一、林业产值\t亿元\t50\t5\t55\t10",
            "其中：竹业产值\t亿元\t20\t5\t22\t10",
            "木业产值\t亿元\t9\t—\t9\t—",
            "二、茶园\t万亩\t3\t—\t3\t—",
        )
        assert wholes(found) == {"竹业产值": "一、林业产值", "木业产值": "一、林业产值"}

    def test_a_list_below_a_row_without_a_number_stops(self) -> None:
        found = table(
            "林业产值\t亿元\t50\t5\t55\t10", "其中：竹业产值\t亿元\t20\t5\t22\t10", "渔业产值\t亿元\t90\t5\t99\t10"
        )
        assert wholes(found) == {"竹业产值": "林业产值"}

    @pytest.mark.parametrize("whole", ["居民人均可支配收入\t元", "城镇化率\t%", "一、民生\t"])
    def test_an_average_a_rate_and_a_heading_have_no_parts(self, whole: str) -> None:
        figures = "\t50\t5\t55\t10" if whole.count("、") == 0 else "\t\t\t\t"
        assert wholes(table(f"{whole}{figures}", f"其中：某类{whole}\t60\t5\t66\t10".replace("一、民生", "收入"))) == {}

    def test_a_column_of_its_own_may_say_so(self) -> None:
        found = read(
            ("指标", "<", "2025年实际", "2026年计划"),
            ("财政收入（亿元）", "<", "10", "11"),
            ("其中", "税收（亿元）", "8", "9"),
        )
        assert wholes(found) == {"税收": "财政收入（亿元）"}


class TestPrices:
    ROWS = (
        "地区生产总值\t亿元\t200\t5\t230\t6",
        "第一产业增加值\t亿元\t20\t5\t23\t6",
        "社会消费品零售总额\t亿元\t30\t5\t31\t6",
        "造林面积\t万亩\t3\t5\t4\t6",
    )

    @pytest.mark.parametrize(
        ("note", "expected"),
        [
            ("注：地区生产总值按当年价格计算，增长速度按可比价格计算。", ["地区生产总值"]),
            ("备注：1.生产总值按现价、增速按不变价格计算；2.零售总额增速为名义增速。", ["地区生产总值"]),
            ("说明：地区生产总值、各产业增加值增速按可比价计算。", ["地区生产总值", "第一产业增加值"]),
            ("注：表中增速均按可比价格计算。", ["地区生产总值", "第一产业增加值", "社会消费品零售总额"]),
            ("增长速度按不变价计算", ["地区生产总值", "第一产业增加值", "社会消费品零售总额"]),
            ("注：数据为快报数。\n\n注2：社会消费品零售总额增速按可比口径计算。", ["社会消费品零售总额"]),
            ("注：地区生产总值绝对数按当年价格计算，\n增长速度按可比价格计算。", ["地区生产总值"]),
            ("注：工业总产值增速按可比价格计算。", []),
            ("注：居民收入增速未扣除价格因素。", []),
            ("二、保障措施\n地区生产总值增速按可比价格计算。", []),
        ],
    )
    def test_a_note_settles_the_rows_that_it_names(self, note: str, expected: list[str]) -> None:
        assert list(prices(table(*self.ROWS, below=f"\n{note}\n"))) == expected

    def test_the_sentence_is_quoted_without_what_opens_it(self) -> None:
        found = table(*self.ROWS, below="\n注：1.本表为预计数。2.地区生产总值增速按可比价格计算。\n")
        assert prices(found) == {"地区生产总值": "地区生产总值增速按可比价格计算。"}

    def test_a_row_says_it_of_itself(self) -> None:
        found = table("地区生产总值（可比价）\t亿元\t200\t5\t230\t6", *self.ROWS[1:])
        assert list(prices(found).values()) == ["地区生产总值（可比价）"]

    def test_the_header_says_it_for_all_that_is_money(self) -> None:
        found = table(*self.ROWS, header=HEADER.replace("增长（%）", "可比价增长（%）"))
        assert list(prices(found)) == ["地区生产总值", "第一产业增加值", "社会消费品零售总额"]

    def test_a_note_below_bars(self) -> None:
        bars = "| 指标 | 单位 | 2025年 | 2026年 |\n|---|---|---|---|\n| 地区生产总值 | 亿元 | 10 | 11 |\n"
        text = f"一、目标\n{bars}注：1. 数据为预计数。\n    2. 地区生产总值增速按可比价格计算。\n"
        found = extract(Document("plan", text, Metadata(year=2026)))
        assert prices(found) == {"地区生产总值": "地区生产总值增速按可比价格计算。"}

    def test_a_note_may_be_the_last_row(self) -> None:
        found = read(
            ("指标", "单位", "2025年", "2026年"),
            ("地区生产总值", "亿元", "10", "11"),
            ("注：地区生产总值增速按可比价格计算。", "<", "<", "<"),
        )
        assert prices(found) == {"地区生产总值": "地区生产总值增速按可比价格计算。"}


class TestPartsOfTargets:
    @pytest.mark.parametrize(
        ("sentence", "expected"),
        [
            ("造林40万亩，其中：人工造林10万亩。", [("10万亩", "40万亩")]),
            ("造林40万亩，其中人工造林10万亩、封山育林5万亩。", [("10万亩", "40万亩"), ("5万亩", "40万亩")]),
            ("造林40万亩，其中东部10万亩，西部5万亩。", [("10万亩", "40万亩"), ("5万亩", "40万亩")]),
            ("造林40万亩。其中，人工造林10万亩。", [("10万亩", "40万亩")]),
            ("建设农村公路300公里（其中县道100公里），改造桥梁20座。", [("100公里", "300公里")]),
            ("建设农村公路300公里，其中新建100公里、改建50公里。", [("100公里", "300公里"), ("50公里", "300公里")]),
            ("招商引资到位资金100亿元、增长15%，其中工业到位资金60亿元。", [("60亿元", "100亿元")]),
            ("种植牧草30万亩，其中：新增人工饲草地11万亩；种植棉花50万亩。", [("11万亩", "30万亩")]),
        ],
    )
    def test_what_follows_is_a_part(self, sentence: str, expected: list[tuple[str, str]]) -> None:
        assert parts(sentence) == expected

    @pytest.mark.parametrize(
        "sentence",
        [
            "地区生产总值增长7%。其中，规模以上工业增加值增长10%。",
            "地区生产总值达到200亿元，其中规模以上工业增加值增长10%。",
            "居民人均可支配收入达到3万元，其中城镇居民人均可支配收入4万元。",
            "森林覆盖率达到20%，其中城区森林覆盖率30%。",
            "培训2000人，其中建设培训基地20个。",
            "造林40万亩，投资3亿元的项目开工，其中中央投资1亿元。",
        ],
    )
    def test_growth_averages_and_other_things_are_none(self, sentence: str) -> None:
        assert parts(sentence) == []

    def test_a_new_verb_begins_something_else(self) -> None:
        assert parts("完成造林40万亩、其中南部造林20万亩，治理草原220万亩。") == [("20万亩", "40万亩")]

    def test_a_new_paragraph_begins_something_else(self) -> None:
        assert parts("造林40万亩。\n其中，人工造林10万亩。") == []


class TestPrinted:
    @pytest.mark.parametrize(
        ("printed", "value", "unit", "expected"),
        [
            ("201.64亿元", "20164000000", "元", "1000000"),
            ("7%左右", "7", "%", "1"),
            ("2.2万人以上", "22000", "人", "1000"),
            ("246.30", "24630000000", "元", "1000000"),
            ("1.480", "1.48", "", "0.001"),
            ("1，480元", "1480", "元", "1"),
            ("稳步提高", None, "元", None),
            ("1,480元", "1480", "元", "1"),
            ("-8.9", "-8.9", "%", "0.1"),
            ("下降3%", "-3", "%", "1"),
            ("每10万人6.6个", "6.6", "个/10万人", "0.1"),
            ("７．５％", "7.5", "%", "0.1"),
            ("0", "0", "%", "1"),
            ("0.0", "0", "%", "0.1"),
            ("0", "0", "元", None),
            ("百分之七", "7", "%", None),
            ("八成", "80", "%", None),
            ("翻一番", "100", "%", None),
        ],
    )
    def test_resolution(self, printed: str, value: str | None, unit: str, expected: str | None) -> None:
        found = read_resolution(printed, None if value is None else Decimal(value), unit)
        assert found == (None if expected is None else Decimal(expected))

    def test_a_range_has_no_resolution(self) -> None:
        assert read_resolution("5%—6%", (Decimal(5), Decimal(6)), "%") is None

    @pytest.mark.parametrize(
        ("words", "manner"),
        [
            ("稳步提升", "directional"),
            ("动态清零", "directional"),
            ("完成自治区下达的任务", "delegated"),
            ("控制在上级下达目标范围内", "delegated"),
            ("完成省定目标", "delegated"),
            ("达到国家考核要求", "delegated"),
            ("与经济增长同步", "linked"),
            ("高于全省平均水平", "linked"),
            ("快于经济增速", "linked"),
        ],
    )
    def test_manner(self, words: str, manner: str) -> None:
        assert read_manner(words) == manner

    @pytest.mark.parametrize(
        ("number", "ordinal"),
        [
            ("一、", 1),
            ("（十二）", 12),
            ("第三章", 3),
            ("第二十一节", 21),
            ("1.", 1),
            ("(４)", 4),
            ("", None),
            ("——", None),
        ],
    )
    def test_ordinal(self, number: str, ordinal: int | None) -> None:
        assert read_ordinal(number) == ordinal

    @pytest.mark.parametrize(
        ("indicator", "unit", "printed_unit", "series", "measure"),
        [
            ("林业产值", "元", "亿元", "plan", "level"),
            ("林业产值", "%", "亿元", "growth_plan", "growth"),
            ("规模以上工业增加值增速", "%", "%", "plan", "growth"),
            ("固定资产投资增长", "%", "%", "actual", "growth"),
            ("居民消费价格涨幅", "%", "%", "plan", "growth"),
            ("居民消费价格指数（上年=100）", "%", "%", "plan", "growth"),
            ("居民消费价格指数", "", "上年=100", "plan", "growth"),
            ("居民消费价格指数", "%", "%", "plan", "growth"),
            ("城镇化率", "%", "%", "plan", "level"),
        ],
    )
    def test_measure(self, indicator: str, unit: str, printed_unit: str, series: str, measure: str) -> None:
        row = Row(span=Span(0, 1), unit=printed_unit)
        cell = Observation(
            span=Span(1, 2),
            rule="r",
            indicator=indicator,
            year=2026,
            series=series,
            value=Decimal(1),
            comparator="eq",
            unit=unit,
            row=row,
        )
        assert read_measure(cell) == measure

    @pytest.mark.parametrize(
        ("words", "printed", "value", "unit"),
        [
            ("12以上", "%", "12", "%"),
            ("3.5亿元", "万元", "350000000", "元"),
            ("1.2万", "人", "12000", "人"),
            ("5万人", "", "50000", "人"),
            ("8%", "亿元", "8", "%"),
            ("57.2", "某单位", "57.2", "某单位"),
        ],
    )
    def test_a_cell_may_print_a_unit_of_its_own(self, words: str, printed: str, value: str, unit: str) -> None:
        figure = read_figure(words, printed)
        assert figure and figure.in_base(printed) == (Decimal(value), unit)

    def test_words_are_no_figure(self) -> None:
        assert read_figure("完成下达652吨任务", "吨") is None


class TestGraph:
    FOUND = table(
        "一、地区生产总值\t亿元\t200.5\t5\t230\t6以上",
        "其中： 竹业产值\t亿元\t20\t—\t稳步提高\t—",
        below="\n注：地区生产总值增速按可比价格计算。\n",
    )
    QUADS = build_graph(FOUND)

    def objects(self, predicate: ox.NamedNode) -> list[str]:
        return [quad.object.value for quad in self.QUADS if quad.predicate == predicate]

    def test_rows_are_described_in_their_order(self) -> None:
        nodes = [quad.subject for quad in self.QUADS if (quad.predicate, quad.object) == (RDF.type, PLAN.Row)]
        told = {(quad.subject, quad.predicate): quad.object for quad in self.QUADS}
        assert [told[node, PLAN.order].value for node in nodes] == ["1", "2"]
        assert [told[node, RDFS.label] for node in nodes] == [
            ox.Literal(name, language="zh") for name in ("地区生产总值", "竹业产值")
        ]
        assert [told[node, PLAN.printedLabel].value for node in nodes] == ["一、地区生产总值", "其中：竹业产值"]
        assert [told[node, PLAN.printedUnit].value for node in nodes] == ["亿元", "亿元"]
        assert {told[node, DCTERMS.isPartOf] for node in nodes} == {document_node(self.FOUND.document)}
        assert told[nodes[1], PLAN.partOf] == nodes[0]
        note = told[told[nodes[0], PLAN.comparablePrices], RDF.type]
        assert note == OA.SpecificResource and (nodes[1], PLAN.comparablePrices) not in told
        assert all((node, PROV.wasQuotedFrom) in told for node in nodes)

    def test_cells_lead_to_their_rows(self) -> None:
        assert len(self.objects(PLAN.inRow)) == 6
        assert len(set(self.objects(PLAN.inRow))) == 2
        assert sorted(self.objects(PLAN.resolution)) == ["1", "1", "10000000", "100000000", "100000000"]
        assert self.objects(PLAN.manner) == ["directional"]
        assert {each.rpartition("/")[2] for each in self.objects(PLAN.measure)} == {"growth", "level"}

    def test_all_comes_back_from_the_graph(self) -> None:
        text = "一、主要目标\n造林40万亩，其中：人工造林10万亩，南部5万亩。\n"
        for found in (self.FOUND, extract(Document("plan", text, Metadata(year=2026)))):
            store = open_store()
            replace_document(store, document_node(found.document), build_graph(found), ())
            (plan,) = restore_plans(store)
            restored = list(plan.records.values())
            assert [(each.row) for each in restored if isinstance(each, Observation)] == [
                each.row for each in found.records if isinstance(each, Observation)
            ]
            told = [each for each in found.records if isinstance(each, Target)]
            assert [each for each in restored if isinstance(each, Target)] == told
        assert len([each for each in told if each.part_of]) == 2
