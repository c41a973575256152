"""Last year's plan: what became of its promises, and which plan can be held against which."""

from pathlib import Path

import pyoxigraph as ox
import pytest

from conftest import DOCUMENTS
from planskg.checking import check_graph
from planskg.checking.previous import read_previous
from planskg.checking.shape_files import load_shapes
from planskg.checking.shapes import AGAINST, Rule
from planskg.errors import PlanskgError
from planskg.extracting.pipeline import extract
from planskg.graph.build import build_graph
from planskg.graph.terms import DCTERMS, PLAN
from planskg.graph.writing import write_quads
from planskg.model import Finding, Report
from planskg.reading import read_document

RULES = {rule.code: rule for rule in load_shapes().against.rules}
OLD = "昌吉回族自治州2022年国民经济和社会发展计划\n\n一、目标\n"
NEW = "昌吉回族自治州2023年国民经济和社会发展计划\n\n一、目标\n"


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def graph_of(path: Path) -> list[ox.Quad]:
    return build_graph(extract(read_document(path)))


def hold_against(folder: Path, old: str, new: str) -> Report:
    quads = graph_of(write(folder, "new.txt", new))
    previous = read_previous(write(folder, "old.txt", old), quads)
    return check_graph(quads, "new", added=[previous.link], previous=previous.statements)


def found(report: Report) -> list[Finding]:
    return [finding for finding in report.findings if finding.rule in RULES]


def test_rules_are_found() -> None:
    assert len(RULES) >= 6
    assert {rule.layer for rule in RULES.values()} == {AGAINST}


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_the_example_that_fails_trips_its_rule_alone(rule: Rule, tmp_path: Path) -> None:
    assert rule.failing is not None
    assert rule.previous is not None
    (finding,) = found(hold_against(tmp_path, rule.previous.value, rule.failing.value))
    assert finding.rule == rule.code
    assert finding.compared
    assert "{" not in "".join(finding.message.values())


@pytest.mark.parametrize(
    ("old", "new", "rules"),
    [
        ("地区生产总值增长8%。", "地区生产总值增长7%左右，力争增长8%。", []),  # which of the two?
        ("玛纳斯县地区生产总值增长9%。", "地区生产总值增长8%。", []),  # of a part, and of the whole
        ("城镇登记失业率控制在4%以内。", "城镇登记失业率控制在4.5%以内。", ["target-lower"]),
        ("城镇登记失业率控制在4%以内。", "城镇登记失业率控制在4%左右。", ["bound-weaker"]),
        ("进出口总额增长8%左右。", "进出口总额增长8%以上。", []),
        (
            "社会消费品零售总额增长8%。",
            "社会消费品零售总额稳步增长。",
            [],
        ),  # still there; that it has no number is said
        ("改造彩虹长廊30公里。", "力争改造彩虹长廊20公里。", ["firmness-weaker"]),  # no concept names it
        ("确保新增就业2万人。", "新增就业2万人，努力实现更好结果。", ["firmness-weaker"]),
        ("新增就业2万人。", "经济增长7%，力争更好结果，新增就业2万人。", []),  # 力争 is of another clause
        ("开展木垒县鸣沙山水库前期工作。", "开展木垒县鸣沙山水库前期工作。", []),
        ("推进木垒县鸣沙山水库建设。", "开展木垒县鸣沙山水库前期工作。", ["stage-behind"]),
        ("力争2025年建成木垒县鸣沙山水库。", "推进木垒县鸣沙山水库建设。", []),  # not due yet
    ],
)
def test_what_became_of_a_promise(old: str, new: str, rules: list[str], tmp_path: Path) -> None:
    assert [finding.rule for finding in found(hold_against(tmp_path, OLD + old, NEW + new))] == rules


def test_words_of_last_year_have_no_place_in_this_text(tmp_path: Path) -> None:
    (finding,) = found(hold_against(tmp_path, OLD + "地区生产总值增长8%。", NEW + "地区生产总值增长7%。"))
    assert [(quote.text, quote.span is None) for quote in finding.quotes] == [("7%", False)]
    assert [(quote.text, quote.span is None) for quote in finding.compared] == [("8%", True)]


def test_each_message_speaks_its_language(tmp_path: Path) -> None:
    old, new = "建成木垒县鸣沙山水库。", "开工建设木垒县鸣沙山水库。"
    (finding,) = found(hold_against(tmp_path, OLD + old, NEW + new))
    assert "“建成”" in finding.message["zh"]
    assert "“complete”" in finding.message["en"]


class TestWhichPlans:
    def test_the_projects_two_are_of_two_regions(self) -> None:
        changji, kizilsu = (DOCUMENTS / f"{name}-2023.txt" for name in ("changji", "kizilsu"))
        with pytest.raises(PlanskgError, match="is a plan of 652300, and the plan that is checked is one of 653000"):
            read_previous(changji, graph_of(kizilsu))

    def test_the_newer_is_no_older(self, tmp_path: Path) -> None:
        old, new = write(tmp_path, "old.txt", OLD), write(tmp_path, "new.txt", NEW)
        for path in (new, old):
            with pytest.raises(PlanskgError, match="needs the earlier of the two"):
                read_previous(path, graph_of(old))

    def test_a_graph_says_the_same_as_its_document(self, tmp_path: Path) -> None:
        old, new = write(tmp_path, "old.txt", OLD + "建成公园3个。"), graph_of(write(tmp_path, "new.txt", NEW))
        turtle = tmp_path / "old.ttl"
        turtle.write_bytes(write_quads(graph_of(old), "turtle"))
        read, parsed = read_previous(old, new), read_previous(turtle, new)
        assert set(read.statements) == set(parsed.statements)
        assert read.link == parsed.link

    def test_one_that_does_not_tell_its_region_is_of_the_same(self, tmp_path: Path) -> None:
        old = write(tmp_path, "old.txt", "2022年国民经济和社会发展计划\n\n一、目标\n地区生产总值增长8%。\n")
        new = graph_of(write(tmp_path, "new.txt", NEW))
        places = {each.object for each in read_previous(old, new).statements if each.predicate == DCTERMS.spatial}
        assert places == {each.object for each in new if each.predicate == DCTERMS.spatial}

    def test_two_plans_in_one_file_are_refused(self, tmp_path: Path) -> None:
        old, new = write(tmp_path, "old.txt", OLD), write(tmp_path, "new.txt", NEW)
        both = tmp_path / "both.nq"
        both.write_bytes(write_quads([*graph_of(old), *graph_of(new)], "nquads"))
        with pytest.raises(PlanskgError, match="tells of 2 plans"):
            read_previous(both, graph_of(new))

    def test_one_without_a_year_is_refused(self, tmp_path: Path) -> None:
        old, new = write(tmp_path, "old.txt", OLD), write(tmp_path, "new.txt", NEW)
        bare = tmp_path / "bare.nq"
        bare.write_bytes(write_quads([each for each in graph_of(old) if each.predicate != PLAN.planYear], "nquads"))
        with pytest.raises(PlanskgError, match="planYear"):
            read_previous(bare, graph_of(new))
