"""`planskg check` and `planskg explain` with their settings, over tiny plans."""

import json
import os
import re
import tomllib
from dataclasses import fields
from pathlib import Path

import pytest

from command import planskg
from conftest import ROOT
from planskg.checking.documents import check_file
from planskg.checking.shape_files import load_shapes
from planskg.errors import NoPlan
from planskg.explaining import write_page
from planskg.rendering import RENDERERS
from planskg.settings import READERS, Settings

PLAN = """昌吉回族自治州2023年国民经济和社会发展计划

一、主要目标
地区生产总值增长7%左右。

指标名称	单位	2022年实际	2023年计划	2023年预计增长（%）
粮食产量	万吨	33.00	36.30	5.0
社会消费品零售总额	亿元	100.00	110.00	10.0
"""
FAULT = "growth-against-levels"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of its own to work in, with a plan that has one fault; above it stands no settings file."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "plan.txt").write_text(PLAN, encoding="utf-8")
    return tmp_path


def check(*words: str, folder: Path | None = None) -> dict[str, str]:
    """The severities that a check reports, by rule."""
    done = planskg("check", str((folder or Path()) / "plan.txt"), "--format", "json", *words)
    assert done.code in (0, 1), done.err
    return {each["rule"]: each["severity"] for each in json.loads(done.out)["findings"]}


def write_settings(text: str, name: str = "planskg.toml") -> None:
    Path(name).write_text(text, encoding="utf-8")


class TestChoice:
    def test_a_fault_is_found(self) -> None:
        assert check()[FAULT] == "warning"

    def test_only_what_is_asked(self) -> None:
        assert check("--only", FAULT) == {FAULT: "warning"}
        assert set(check("--only", "growth-*")) == {FAULT}
        assert check("--only", "wording") == {}

    def test_not_what_is_ignored(self) -> None:
        assert FAULT not in check("--ignore", "consistency")
        assert FAULT not in check("--severity", f"{FAULT}=off")
        assert set(check("--ignore", "info").values()) == {"warning"}

    def test_as_grave_as_is_wished(self) -> None:
        assert planskg("check", "plan.txt", "--only", FAULT).code == 0
        graded = ("check", "plan.txt", "--only", FAULT, "--severity", "consistency=violation")
        assert planskg(*graded).code == 1
        assert planskg(*graded, "--no-fail").code == 0
        assert planskg(*graded, "--severity", "growth-*=info").code == 0, "the last that fits counts"

    def test_a_rule_that_is_left_out_saw_nothing(self) -> None:
        report = json.loads(planskg("check", "plan.txt", "--format", "json", "--only", FAULT).out)
        assert list(report["focus_nodes"]) == [FAULT]

    def test_fail_on(self) -> None:
        assert planskg("check", "plan.txt", "--only", FAULT, "--fail-on", "warning").code == 1


class TestSettings:
    def test_a_file_above_is_found(self) -> None:
        write_settings(f'ignore = ["{FAULT}"]\n')
        below = Path("a/b")
        below.mkdir(parents=True)
        (below / "plan.txt").write_text(PLAN, encoding="utf-8")
        assert FAULT not in check(folder=below)

    def test_the_project_file_of_python_will_do(self) -> None:
        write_settings(f'[tool.planskg]\nseverity = {{ "{FAULT}" = "violation" }}\n', "pyproject.toml")
        assert check()[FAULT] == "violation"

    def test_options_win(self) -> None:
        write_settings(f'only = ["wording"]\nlang = "en"\nseverity = {{ "{FAULT}" = "violation" }}\n')
        assert check("--only", FAULT, "--severity", f"{FAULT}=info") == {FAULT: "info"}

    def test_another_file_can_be_named(self) -> None:
        write_settings(f'ignore = ["{FAULT}"]\n', "other.toml")
        assert FAULT in check()
        assert FAULT not in check("--config", "other.toml")

    def test_each_setting_can_be_read(self) -> None:
        names = {each.name.replace("_", "-") for each in fields(Settings)} - {"places"}
        assert names == set(READERS)
        page = (ROOT / "docs" / "linting.md").read_text(encoding="utf-8")
        (example,) = re.findall(r"```toml\n(.*?)```", page, re.DOTALL)
        assert set(tomllib.loads(example)) == names

    def test_paths_are_relative_to_the_file(self) -> None:
        Path("sub").mkdir()
        write_settings('shapes = ["own.ttl"]\n', "sub/own.toml")
        done = planskg("check", "plan.txt", "--config", "sub/own.toml")
        assert done.code == 2
        assert os.path.join("sub", "own.ttl") in done.err

    @pytest.mark.parametrize(
        ("text", "told"),
        [
            ("ignroe = []", "ignroe: no such setting; did you mean ignore?"),
            ('ignore = ["growth-agianst-levels"]', "did you mean growth-against-levels?"),
            ('only = ["wordng"]', "did you mean wording?"),
            ('ignore = "wording"', "ignore: must be a list"),
            ('severity = { wording = "eror" }', "severity: cannot be 'eror'"),
            ('severity = { wordin = "info" }', "severity: no rule and no layer is called wordin"),
            ('severity = "info"', "severity: must be a table"),
            ('lang = "ch"', "lang: cannot be 'ch'; there are en, zh"),
            ('format = "srif"', "format: cannot be 'srif'; did you mean sarif?"),
            ('fail-on = "warn"', "fail-on: cannot be 'warn'; did you mean warning?"),
            (
                'profile = "county-anual-plan"',
                "profile: cannot be 'county-anual-plan'; did you mean county-annual-plan?",
            ),
            ("lang = 3", "lang: cannot be 3"),
            ("lang = ", "TOML"),
        ],
    )
    def test_what_is_wrong_is_named(self, text: str, told: str) -> None:
        write_settings(text)
        done = planskg("check", "plan.txt")
        assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
        assert "planskg.toml: " in done.err
        assert told in done.err

    @pytest.mark.parametrize(
        ("words", "told"),
        [
            (("--only", "no-such-rule-at-all"), "command line: only: no rule and no layer"),
            (("--severity", "wording"), "CODE=LEVEL"),
            (("--config", "none.toml"), "none.toml"),
            (("--format", "htm"), "did you mean html?"),
        ],
    )
    def test_wrong_options_are_named(self, words: tuple[str, ...], told: str) -> None:
        done = planskg("check", "plan.txt", *words)
        assert (done.code, done.out) == (2, "")
        assert told in done.err


class TestOwnShapes:
    SPARQL = 'sh:sparql [ sh:prefixes <https://w3id.org/planskg/shapes> ; sh:message "一"@zh , "a"@en ; sh:select '
    PROPERTY = """sh:property [ sh:path plan:approvedBy ; sh:minCount 1 ; sh:severity sh:Info ;
        sh:message "须经大会批准"@zh , "A congress must approve it."@en ]"""
    RULE = """
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix plan: <https://w3id.org/planskg/ontology#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
<https://example.org/shapes#two-targets> a sh:NodeShape ; rdfs:isDefinedBy <https://example.org/shapes/ours> ;
    sh:name "两项目标"@zh , "two targets"@en ; sh:description "……"@zh , "…"@en ; rdfs:comment "……"@zh , "…"@en ;
    sh:severity sh:Info ; sh:targetClass plan:PlanDocument ;
    sh:property [ sh:path plan:approvedBy ; sh:minCount 1 ; sh:severity sh:Info ;
        sh:message "须经大会批准"@zh , "A congress must approve it."@en ] .
"""

    def test_a_rule_of_ones_own_is_asked_like_the_others(self) -> None:
        Path("own.ttl").write_text(self.RULE, encoding="utf-8")
        write_settings('shapes = ["own.ttl"]\nseverity = { two-targets = "warning" }\n')
        assert check("--only", "ours") == {"two-targets": "warning"}
        assert "two-targets" in planskg("explain").out

    def test_the_code_of_another_rule_is_refused(self) -> None:
        Path("own.ttl").write_text(self.RULE.replace("two-targets", FAULT), encoding="utf-8")
        write_settings('shapes = ["own.ttl"]\n')
        assert f"own.ttl: {FAULT}: is the name of another rule" in planskg("check", "plan.txt").err

    @pytest.mark.parametrize(
        ("old", "new", "told"),
        [
            (RULE, "no turtle", "own.ttl: Turtle"),
            ("sh:NodeShape", "sh:NodShape", "own.ttl: shapes: holds no rule"),
            ("sh:targetClass", "sh:targetClas", "own.ttl: shapes: holds no rule"),
            ('"须经大会批准"@zh , ', "", "own.ttl: two-targets: needs"),
            ("sh:Info ; sh:target", "sh:Inof ; sh:target", "Inof is no severity"),
            ("sh:path plan:approvedBy", 'sh:path "approvedBy"', "own.ttl: two-targets: "),
            (PROPERTY, SPARQL + '"SELECT $this WHERE { $this plan:x" ]', "own.ttl: two-targets: "),
            (PROPERTY, SPARQL + '"SELECT $this WHERE { $this no:x ?y }" ]', "own.ttl: two-targets: "),
            (PROPERTY, SPARQL + '"ASK { $this ?b ?c }" ]', "no SELECT"),
        ],
    )
    def test_what_is_no_shape_is_refused(self, old: str, new: str, told: str) -> None:
        assert self.RULE.count(old) == 1
        Path("own.ttl").write_text(self.RULE.replace(old, new), encoding="utf-8")
        write_settings('shapes = ["own.ttl"]\n')
        done = planskg("check", "plan.txt")
        assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
        assert told in done.err


class TestBaseline:
    def test_accepted_findings_are_not_reported(self) -> None:
        assert planskg("check", "plan.txt", "--write-baseline", "known.json", "--fail-on", "info").code == 0
        done = planskg("check", "plan.txt", "--baseline", "known.json", "--fail-on", "info")
        assert done.code == 0
        assert "findings accepted" in done.err
        assert check("--baseline", "known.json") == {}

    def test_an_edit_elsewhere_changes_nothing_and_a_new_fault_shows(self) -> None:
        planskg("check", "plan.txt", "--write-baseline", "known.json", "--only", FAULT)
        edited = PLAN.replace("一、主要目标", "一、主要目标\n全力以赴。").replace("110.00\t10.0", "110.00\t15.0")
        assert edited.count("15.0") == 1
        Path("plan.txt").write_text(edited, encoding="utf-8")
        done = planskg("check", "plan.txt", "--baseline", "known.json", "--only", FAULT, "--format", "json")
        (finding,) = json.loads(done.out)["findings"]
        assert "社会消费品零售总额" in finding["message"]["zh"]

    def test_what_is_no_longer_found_is_told(self) -> None:
        planskg("check", "plan.txt", "--write-baseline", "known.json", "--only", FAULT)
        Path("plan.txt").write_text(PLAN.replace("36.30\t5.0", "36.30\t10.0"), encoding="utf-8")
        done = planskg("check", "plan.txt", "--baseline", "known.json")
        assert f"no longer found, so it can go: {FAULT} " in done.err
        assert "no longer" not in planskg("check", "plan.txt", "--baseline", "known.json", "--only", "wording").err

    def test_it_reads_well_and_is_the_same_each_time(self) -> None:
        planskg("check", "plan.txt", "--write-baseline", "sub/known.json")
        text = Path("sub/known.json").read_text(encoding="utf-8")
        entries = json.loads(text)
        assert {entry["file"] for entry in entries} == {"../plan.txt"}
        assert FAULT in {entry["rule"] for entry in entries}
        assert [list(entry) for entry in entries] == [["file", "rule", "words", "fingerprint"]] * len(entries)
        assert entries == sorted(entries, key=lambda entry: list(entry.values()))
        planskg("check", "plan.txt", "--write-baseline", "sub/known.json")
        assert Path("sub/known.json").read_text(encoding="utf-8") == text

    @pytest.mark.parametrize("content", ["", "{", "[1]", '{"a": 1}', '[{"file": "x"}]'])
    def test_what_is_none_is_refused(self, content: str) -> None:
        Path("known.json").write_text(content, encoding="utf-8")
        done = planskg("check", "plan.txt", "--baseline", "known.json")
        assert (done.code, done.out) == (2, "")
        assert "known.json: is no baseline" in done.err


class TestFiles:
    def test_a_folder_is_searched_and_progress_told(self) -> None:
        Path("more").mkdir()
        Path("more/plan.txt").write_text(PLAN, encoding="utf-8")
        Path("more/README.md").write_text("Plans of 2023.", encoding="utf-8")
        done = planskg("check", "more", "plan.txt", "--format", "json")
        assert done.code == 0
        assert [report["file"] for report in json.loads(done.out)] == [os.path.join("more", "plan.txt"), "plan.txt"]
        assert "3/3 plan.txt" in done.err

    def test_what_stops_one_file_does_not_stop_the_others(self) -> None:
        Path("broken.pdf").write_bytes(b"%PDF-1.4 broken")
        done = planskg("check", "broken.pdf", "plan.txt", "--format", "json")
        assert done.code == 2
        assert json.loads(done.out)["file"] == "plan.txt"
        assert "planskg: broken.pdf: " in done.err
        assert planskg("check", "broken.pdf", "plan.txt", "--write-baseline", "known.json").code == 2
        assert not Path("known.json").exists()

    @pytest.mark.parametrize(
        "text",
        [
            "第一章 归途\n2019年的冬天，林远坐上了回乡的火车。他想，等到明年春天，一定要把老屋修好。\n",
            "红烧肉的做法\n一、准备材料\n五花肉500克，冰糖30克。\n二、步骤\n小火炖60分钟以上。\n",
            "The company expects revenue to grow by 8% in 2023.\n",
            "2023年第3次会议纪要\n2023年5月6日\n会议要求完善制度，做好防汛准备工作。\n",
            "2023年5月6日\n今天天气很好，我们去公园玩了两个小时。\n",
        ],
        ids=["novel", "recipe", "English", "minutes", "diary"],
    )
    def test_what_is_no_plan_gets_one_line(self, text: str) -> None:
        Path("other.txt").write_text(text, encoding="utf-8")
        for words in ((), ("--year", "2023")):
            done = planskg("check", "other.txt", *words)
            assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
            assert "other.txt" in done.err
            assert "plan" in done.err

    def test_a_part_of_a_plan_is_one(self) -> None:
        Path("part.txt").write_text("地区生产总值增长7%左右。\n", encoding="utf-8")
        assert planskg("check", "part.txt", "--year", "2023").code in (0, 1)
        with pytest.raises(NoPlan, match="--year"):
            check_file("part.txt")

    def test_pyshacl_is_asked_too(self) -> None:
        alone = planskg("check", "plan.txt", "--only", "growth-*")
        assert planskg("check", "plan.txt", "--only", "growth-*", "--reference").out == alone.out

    def test_where_the_engines_disagree_it_is_told(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("planskg.checking.documents.run_reference", lambda data, shapes: [])
        done = planskg("check", "plan.txt", "--only", FAULT, "--reference")
        assert (done.code, done.out) == (2, "")
        assert "only the compiled way" in done.err

    @pytest.mark.parametrize("form", RENDERERS)
    def test_each_form_is_written(self, form: str) -> None:
        planskg("check", "plan.txt", "--format", form, "-o", "report")
        assert "粮食产量" in Path("report").read_text(encoding="utf-8")


PREFIXES = """@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix ind: <https://w3id.org/planskg/vocab/indicator/> .
@prefix oa: <http://www.w3.org/ns/oa#> .
@prefix plan: <https://w3id.org/planskg/ontology#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix stage: <https://w3id.org/planskg/vocab/stage/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix ex: <https://example.org/> .
ex:plan a plan:PlanDocument .
"""


def examples(language: str) -> list[str]:
    page = (ROOT / "docs" / "linting.md").read_text(encoding="utf-8")
    return re.findall(rf"```{language}\n(.*?)```", page, re.DOTALL)


class TestGuide:
    """What docs/linting.md shows does what it says."""

    def test_profile_and_shapes(self) -> None:
        profile, shapes = examples("turtle")
        Path("ours.ttl").write_text(profile, encoding="utf-8")
        Path("shapes.ttl").write_text(shapes, encoding="utf-8")
        write_settings('profile = "ours.ttl"\nshapes = ["shapes.ttl"]\n')
        Path("plan.txt").write_text(
            PLAN + "\n二、交通\n开工建设昌吉市至玛纳斯县公路项目，总投资20亿元。\n", encoding="utf-8"
        )
        assert check()["large-investment"] == "info"
        assert check()["indicator-missing"] == "warning"

    def test_the_hook_names_a_command(self) -> None:
        hooks = (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
        (name,) = re.findall(r"^- id: (.*)$", hooks, re.MULTILINE)
        assert "entry: planskg check\n" in hooks
        assert f"- id: {name}\n" in examples("yaml")[0]


class TestRdf:
    """A file written by hand: its wrong terms are named with the nearest right ones."""

    @pytest.mark.parametrize(
        ("line", "printed", "nearest"),
        [
            ("ex:t a plan:Targt .", "plan:Targt", "plan:Target"),
            ("ex:t plan:indicater ind:gdp .", "plan:indicater", "plan:indicator"),
            ("ex:t plan:indicator ind:gpd .", "ind:gpd", "ind:gdp"),
            ("ex:t plan:stage stage:opration .", "stage:opration", "stage:operation"),
            ("ex:t prov:wasQuotedForm ex:s .", "prov:wasQuotedForm", "prov:wasQuotedFrom"),
            ("ex:t dcterms:isPatrOf ex:plan .", "dcterms:isPatrOf", "dcterms:isPartOf"),
            ("ex:s oa:hasSelecter ex:q .", "oa:hasSelecter", "oa:hasSelector"),
            ('ex:t plan:dueYear "2023"^^xsd:gyear .', "xsd:gyear", "xsd:gYear"),
            (
                "ex:t a <https://w3id.org/planskg/onto#Target> .",
                "<https://w3id.org/planskg/onto#Target>",
                "plan:Target",
            ),
            ('ex:t plan:qqqqqqqq "x" .', "plan:qqqqqqqq", None),
        ],
    )
    def test_a_wrong_term_is_named_with_the_nearest(self, line: str, printed: str, nearest: str | None) -> None:
        Path("hand.ttl").write_text(f"{PREFIXES}{line}\n", encoding="utf-8")
        (report,) = check_file("hand.ttl")
        (finding,) = [each for each in report.findings if each.rule == "unknown-term"]
        assert finding.severity == "violation"
        assert printed in finding.message["en"]
        assert f"hand.ttl:{PREFIXES.count(chr(10)) + 1}" in finding.message["zh"]
        assert ("did you mean" in finding.message["en"]) == (nearest is not None)
        assert nearest is None or f"did you mean {nearest}?" in finding.message["en"]

    def test_right_terms_of_others_are_none(self) -> None:
        lines = 'ex:plan dcterms:created "2023-01-01"^^xsd:date ; skos:closeMatch ex:other ; ex:own oa:hasBody .\n'
        Path("hand.ttl").write_text(PREFIXES + lines, encoding="utf-8")
        assert [each for each in check_file("hand.ttl")[0].findings if each.rule == "unknown-term"] == []

    def test_the_graph_of_a_plan_has_none(self) -> None:
        assert planskg("build", "plan.txt", "-o", "plan.trig").code == 0
        assert {each.rule for each in check_file("plan.trig")[0].findings} == {
            each.rule for each in check_file("plan.txt")[0].findings
        }

    def test_a_wrong_document_is_named(self) -> None:
        Path("hand.ttl").write_text(PREFIXES.replace("PlanDocument", "PlanDocumnet"), encoding="utf-8")
        done = planskg("check", "hand.ttl")
        assert done.code == 2
        assert "holds no plan:PlanDocument, but plan:PlanDocumnet" in done.err

    @pytest.mark.parametrize("context", ["https://w3id.org/planskg/context.jsonld", "beside.jsonld", None])
    def test_json_ld(self, context: str | None) -> None:
        source = (ROOT / "ontology" / "context.jsonld").read_text(encoding="utf-8")
        Path("beside.jsonld").write_text(source, encoding="utf-8")
        rows = {
            "@context": context or json.loads(source)["@context"],
            "@graph": [
                {"@id": "https://example.org/plan", "@type": "PlanDocument", "planYaer": "2023"},
                {"@id": "https://example.org/t", "@type": "Targt", "plan:dueYaer": "2023"},
            ],
        }
        Path("hand.jsonld").write_text(json.dumps(rows, indent=1), encoding="utf-8")
        (report,) = check_file("hand.jsonld")
        told = [each.message["en"] for each in report.findings if each.rule == "unknown-term"]
        wrong = {"planYaer": "plan:planYear", "Targt": "plan:Target", "plan:dueYaer": "plan:dueYear"}
        assert len(told) == len(wrong)
        for printed, right in wrong.items():
            assert any(f"{printed} is no known term; did you mean {right}? (hand.jsonld:" in each for each in told)

    @pytest.mark.parametrize(
        ("content", "told"),
        [
            ("{", "is no JSON-LD"),
            ('{"@context": "https://example.org/c", "@id": "x"}', "context https://example.org/c cannot be read"),
            ("[]", "holds no plan:PlanDocument"),
            ("3", "holds no plan:PlanDocument"),
            ("", "empty"),
        ],
    )
    def test_bad_json_ld_is_refused(self, content: str, told: str) -> None:
        Path("hand.jsonld").write_text(content, encoding="utf-8")
        done = planskg("check", "hand.jsonld")
        assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
        assert told in done.err


class TestExplain:
    @pytest.mark.parametrize("language", ["zh", "en"])
    def test_a_rule_tells_what_its_examples_show(self, language: str) -> None:
        rule = next(rule for rule in load_shapes().rules if rule.code == FAULT)
        told = planskg("explain", FAULT, "--lang", language).out
        assert rule.name[language] in told
        assert rule.description[language] in told
        assert rule.rationale[language] in told
        assert rule.failing and all(line in told for line in rule.failing.value.strip().splitlines())
        assert ("增速应为10%" if language == "zh" else "growth of 10%") in told

    def test_rdf_examples_are_checked_as_files_are(self) -> None:
        assert "plan:indicater 不是已知的词，应为 plan:indicator 吗？" in planskg("explain", "unknown-term").out

    def test_all_rules_are_listed(self) -> None:
        told = planskg("explain").out
        assert [rule.code for rule in load_shapes().rules if f"  {rule.code} " not in told] == []
        assert told.index("(records)") < told.index("(consistency)") < told.index("(wording)")

    def test_the_nearest_rule_is_named(self) -> None:
        done = planskg("explain", "growth-agianst-level")
        assert (done.code, done.out) == (2, "")
        assert f"did you mean {FAULT}?" in done.err

    def test_the_page_is_up_to_date(self) -> None:
        """`make rules` writes it anew."""
        figures = ROOT / "tests" / "faults" / "figures.md"
        made = write_page(load_shapes(), figures.read_text(encoding="utf-8") if figures.exists() else "")
        assert (ROOT / "docs" / "rules.md").read_text(encoding="utf-8") == made
