"""The report: every figure from the store, every finding from the reports, and no word of either can break the page."""

import json
import re
from decimal import Decimal
from pathlib import Path

import pyoxigraph as ox
import pytest

from conftest import PACKAGE
from planskg.graph.build import build_graph
from planskg.graph.draft import document_node
from planskg.graph.store import documents, load_ontology, open_store, replace_document
from planskg.model import Document, Extraction, Finding, Metadata, Pillar, Quote, Report, Residue, Span, Tag, Target
from planskg.reporting import render_report, write_report
from planskg.reporting.charts import draw_charts
from planskg.reporting.figures import QUERIES, answer
from planskg.reporting.matter import read_matter
from planskg.reporting.plans import Coverage


def visible(page: str) -> str:
    """A page without its scripts, styles and tags."""
    bare = re.sub(r"<(script|style)\b.*?</\1>", "", page, flags=re.DOTALL)
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", bare))


@pytest.fixture(scope="module")
def matter_page(reference_store: ox.Store) -> str:
    return visible(render_report(reference_store, ()))


def test_queries_answer(reference_store: ox.Store) -> None:
    names = [path.stem for path in sorted(QUERIES.glob("*.rq"))]
    assert len(names) >= 12
    assert [name for name in names if not answer(reference_store, name)] == []
    assert [name for name in names if answer(open_store(), name)] == []


def test_counts_agree_with_the_store(reference_store: ox.Store) -> None:
    matter = read_matter(reference_store)
    assert [plan.kinds["目标"] for plan in matter.plans] == [59, 69]
    assert [plan.kinds["表列数"] for plan in matter.plans] == [0, 82]
    for plan in matter.plans:
        by_pillar = sum(row.total for row in plan.pillars)
        assert by_pillar == sum(plan.kinds[name] for name in ("目标", "项目", "要求", "举措"))
        assert len(plan.projects) == plan.kinds["项目"]
        assert sum(found.get(plan.iri, 0) for found in matter.stages.values()) == plan.kinds["项目"]


def test_headline_targets_stand_side_by_side(reference_store: ox.Store) -> None:
    found = {label: cells for label, cells in read_matter(reference_store).headline}
    assert [[row["printed"] for row in cell] for cell in found["地区生产总值"]] == [["7%左右"], ["8%以上"]]


def test_stages_run_from_the_earliest(reference_store: ox.Store) -> None:
    assert next(iter(read_matter(reference_store).stages)) == "谋划储备"
    assert list(read_matter(reference_store).stages)[-1] == "投运"


def test_page_shows_what_the_plans_say(matter_page: str) -> None:
    for words in ("克政发〔2023〕5号", "昌吉州 2023", "201.64亿元", "稳步提高", "玛尔坎恰提水利枢纽", "农业农村局"):
        assert words in matter_page
    assert "没有校核报告" in matter_page


def test_page_shows_findings_safely(reference_store: ox.Store) -> None:
    iri = documents(reference_store)[0].value
    finding = Finding(
        "Q", "violation", {"zh": "引文<b>不符", "en": "differs"}, "x", (Quote('</script>"&', Span(5, 9)), Quote("无处"))
    )
    reports = [Report(iri, False, {"TargetShape": 59}, (finding,)), Report("elsewhere", True, {}, ())]
    page = render_report(reference_store, reports)
    assert "引文&lt;b&gt;不符" in page
    assert "&lt;/script&gt;&#34;&amp;" in page
    assert "TargetShape" in page
    told = visible(page)
    assert re.search(r"昌吉州 2023 不符合 违规", told)
    assert re.search(r"elsewhere 符合 没有发现问题", told)


def test_page_needs_nothing_from_outside(reference_store: ox.Store) -> None:
    library = (PACKAGE / "exporting" / "static" / "echarts.min.js").read_text(encoding="utf-8")
    page = render_report(reference_store, ()).replace(library, "")
    assert "default-src 'none'" in page
    assert not re.search(r"<(?:script|link|img|iframe)\b[^>]*\b(?:src|href)\s*=", page)
    assert not re.search(r"https?:", page)


def test_report_is_the_same_twice(reference_store: ox.Store, tmp_path: Path) -> None:
    write_report(reference_store, (), tmp_path / "new" / "report.html")
    assert (tmp_path / "new" / "report.html").read_text(encoding="utf-8") == render_report(reference_store, ())


def test_charts_are_drawn_where_the_page_has_room_for_them(reference_store: ox.Store) -> None:
    page = render_report(reference_store, ())
    charts = json.loads(page.split('id="data">')[1].split("</script>")[0])["charts"]
    assert (
        set(charts)
        == set(draw_charts(read_matter(reference_store)))
        >= {"chart-kinds", "chart-sectors", "chart-stages"}
    )
    assert [name for name in charts if f'<div class="chart" id="{name}">' not in page] == []
    assert all(len(each["data"]) == len(chart["names"]) for chart in charts.values() for each in chart["series"])


def bare_extraction(**filed: object) -> Extraction:
    text = "2024年，<收入>增长5%—6%，支出3亿元。\n"
    pillar = Pillar(span=Span(6, 10), rule="r", level=1, number="", title="<收入>")
    target = Target(
        span=Span(12, 17),
        rule="r",
        year=2025,
        sentence=Span(0, 26),
        indicator="<收入>",
        unit="%",
        value=(Decimal(5), Decimal(6)),
        measure="growth",
        comparator="eq",
        **filed,  # type: ignore[arg-type]
    )
    return Extraction(
        Document("bare", text, Metadata(year=2024)), (pillar, target), (Residue(Span(20, 21), "unexplained"),)
    )


@pytest.mark.parametrize("filed", [{}, {"sectors": (Tag("economy"),), "firmness": Tag("ensure")}])
@pytest.mark.parametrize("with_ontology", [True, False])
def test_what_is_absent_is_left_out(filed: dict[str, object], with_ontology: bool) -> None:
    extraction, store = bare_extraction(**filed), open_store()
    if with_ontology:
        load_ontology(store)
    replace_document(store, document_node(extraction.document), build_graph(extraction), ())
    page = render_report(store, ())
    assert "文件中没有指标表" in visible(page)
    assert "<收入>" not in visible(page.replace("&lt;收入&gt;", ""))
    assert ("综合经济" in visible(page)) == bool(filed and with_ontology)


def test_an_empty_store_has_a_report() -> None:
    assert "计划报告" in render_report(open_store(), ())


@pytest.mark.parametrize(
    ("taken", "left", "share"), [(0, {}, "—"), (98, {"date": 1, "unexplained": 1}, "99.0%"), (1, {}, "100.0%")]
)
def test_coverage_counts_what_is_explained(taken: int, left: dict[str, int], share: str) -> None:
    rows = tuple(
        {"reason": f"https://example.org/residue/{name}", "label": name, "count": str(count)}
        for name, count in left.items()
    )
    assert Coverage(taken, rows).share == share
