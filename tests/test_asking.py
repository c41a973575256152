"""Asking: parameters and their types, SPARQL of one's own, what is refused, and how answers are written."""

import csv
import json
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pyoxigraph as ox
import pytest
from rich.cells import cell_len

from conftest import ROOT
from planskg.asking import (
    Answer,
    ask,
    ask_text,
    describe_questions,
    find_questions,
    get_question,
    render,
    write_answer,
)
from planskg.asking.binding import bind
from planskg.asking.questions import read_question
from planskg.asking.rendering import render_table
from planskg.errors import BadAsset, BadQuery

HEADER = "# title: 题\n# question-zh: 问？\n# question-en: What?\n"


def test_import_is_light() -> None:
    heavy = ("rdflib", "owlrl", "pyshacl", "networkx", "rich", "planskg.reading", "planskg.extracting")
    code = f"import sys, planskg.cli.ask; print([name for name in {heavy} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


# -- Questions ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("# title: 题\nSELECT * {}", "needs a line # question-zh"),
        (HEADER + "# param: year year any 年 / year\nSELECT * {}", "VALUES $name { UNDEF }"),
        (HEADER + "SELECT * { VALUES $year { UNDEF } }", "VALUES $name { UNDEF }"),
        (HEADER + "# param: year decade any 年 / year\nSELECT * {}", "needs name, type"),
        (HEADER + "# param: year year\nSELECT * {}", "needs name, type"),
        (HEADER + "# param: year year required 年 / year\nSELECT * { VALUES $year { UNDEF } }", "required"),
        (HEADER + "# example: year=2023\nSELECT * {}", "unknown one"),
    ],
)
def test_a_bad_file_is_named(text: str, reason: str, tmp_path: Path) -> None:
    path = tmp_path / "bad.rq"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(BadAsset, match=r"bad\.rq") as raised:
        read_question(path)
    assert reason in str(raised.value)


def test_describe_questions() -> None:
    text = describe_questions(find_questions())
    assert "roads  公路" in text
    assert "    -p indicator=… (indicator)  指标的名称或记号 / an indicator by name or notation\n" in text
    assert "    [-p comparator=le (comparator)]" in text


# -- Parameters --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "value", "expected"),
    [
        ("string", '他说"好"\\', ['"他说\\"好\\"\\\\"']),
        ("integer", "+007", ['"7"^^<http://www.w3.org/2001/XMLSchema#integer>']),
        ("year", "2023年", ['"2023"^^<http://www.w3.org/2001/XMLSchema#gYear>']),
        ("iri", "<https://example.org/a>", ["<https://example.org/a>"]),
        ("place", "652300", ["<https://w3id.org/planskg/id/place/652300>"]),
        ("place", "昌吉州", ["<https://w3id.org/planskg/id/place/652300>"]),
        ("place", "阜康 | 克州", [f"<https://w3id.org/planskg/id/place/{code}>" for code in ("652302", "653000")]),
        ("indicator", "gdp", ["<https://w3id.org/planskg/vocab/indicator/gdp>"]),
        ("indicator", "GDP|生产总值", ["<https://w3id.org/planskg/vocab/indicator/gdp>"]),
        ("sector", "Energy", ["<https://w3id.org/planskg/vocab/sector/energy>"]),
        ("stage", "投运", ["<https://w3id.org/planskg/vocab/stage/operation>"]),
        ("firmness", "确保", ["<https://w3id.org/planskg/vocab/firmness/ensure>"]),
        ("unit", "亩", ["<https://w3id.org/planskg/vocab/unit/mu>"]),
        ("comparator", "le", ["<https://w3id.org/planskg/vocab/comparator/le>"]),
        ("sector", "https://w3id.org/planskg/vocab/sector/energy", ["<https://w3id.org/planskg/vocab/sector/energy>"]),
    ],
)
def test_bind(kind: str, value: str, expected: list[str], reference_store: ox.Store) -> None:
    assert [str(term) for term in bind(reference_store, kind, value)] == expected


def test_an_indicator_of_a_documents_own_is_found_in_each(reference_store: ox.Store) -> None:
    found = bind(reference_store, "indicator", "创新对经济社会发展的引领带动作用")
    assert len({str(term).split("/")[6] for term in found}) == 2


@pytest.mark.parametrize("value", ["克州", "653000", "克政发〔2023〕5号"])
def test_a_document_by_any_name(value: str, reference_store: ox.Store) -> None:
    (found,) = bind(reference_store, "document", value)
    assert str(found).startswith("<https://w3id.org/planskg/id/document/653000-2023-")
    assert bind(reference_store, "document", str(found)[1:-1].rpartition("/")[2]) == [found]
    assert found in bind(reference_store, "document", "2023年自治州国民经济和社会发展计划")


def test_a_name_of_two_places_is_the_one_that_a_document_is_for(reference_store: ox.Store) -> None:
    assert bind(reference_store, "document", "昌吉") == bind(reference_store, "document", "昌吉州")


@pytest.mark.parametrize(
    ("name", "given", "reason"),
    [
        ("road", {}, "road: no such question; near it: roads"),
        ("远方", {}, "远方: no such question"),
        ("roads", {"raod": "G315", "x": "1"}, "roads: no parameter raod, x; it has road"),
        ("rules", {"x": "1"}, "rules: no parameter x; it has none"),
        ("due-in-year", {}, "due-in-year: needs year=… (year: 年份 / a year)"),
        ("due-in-year", {"year": "今年"}, "due-in-year: year: '今年' is no year of four digits"),
        ("due-in-year", {"year": " "}, "due-in-year: year: is empty"),
        ("pillars", {"level": "一"}, "pillars: level: '一' is no whole number"),
        ("projects-in-place", {"place": "乌恰镇"}, "place: no place is called '乌恰镇'; near it: 乌恰"),
        ("projects-in-place", {"place": "昌吉"}, "may be 652300 昌吉回族自治州, 652301 昌吉市; give the code"),
        ("duties-of-sector", {"sector": "magic"}, "sector: no sector is called 'magic'; there are agriculture, "),
        ("targets-by-indicator", {"indicator": "社会消费品零售总"}, "near it: 社会消费品零售总额"),
        ("residue", {"document": "北京"}, "document: no document is '北京' or for it; there are 652300-2023-"),
        ("residue", {"document": "xyz"}, "document: no document is 'xyz' or for it; there are 652300-2023-"),
        ("residue", {"reason": "whim"}, "no residue reason is called 'whim'; there are "),
    ],
)
def test_a_bad_question_gets_one_clear_line(
    name: str, given: dict[str, str], reason: str, reference_store: ox.Store
) -> None:
    with pytest.raises(BadQuery) as raised:
        ask(reference_store, name, given)
    assert reason in str(raised.value)
    assert "\n" not in str(raised.value)


def test_what_is_typed_stays_words(reference_store: ox.Store) -> None:
    for words in ('" } } SELECT ?x { ?x ?y ?z', "$document", "VALUES $words { UNDEF }", "\\", "\n"):
        assert ask(reference_store, "quotes", {"words": words + "☃"}).rows == ()


def test_alternatives_and_defaults(reference_store: ox.Store) -> None:
    some = ask(reference_store, "projects-by-sector", {"stage": "start|operation"})
    assert {cell.value for cell in (row[1] for row in some.rows)} == {"开工", "投运"}
    assert ask(reference_store, "caps").rows == ask(reference_store, "caps", {"comparator": "不超过"}).rows


def test_a_place_holds_those_within(reference_store: ox.Store) -> None:
    county, prefecture, province = (
        {row[-1] for row in ask(reference_store, "projects-in-place", {"place": place}).rows}
        for place in ("阜康", "昌吉州", "新疆")
    )
    assert county < prefecture < province


# -- SPARQL of one's own -----------------------------------------------------------------------------------------------


def test_select_ask_and_construct(reference_store: ox.Store) -> None:
    rows = ask_text(reference_store, "SELECT (COUNT(DISTINCT ?d) AS ?n) { ?d a plan:PlanDocument }")
    assert (rows.header, [cell.value for cell in rows.rows[0]]) == (("n",), ["2"])
    told = ask_text(reference_store, "ASK { ?t a plan:Target ; plan:comparator comparator:le }")
    assert (told.header, str(told.rows[0][0])) == (("answer",), str(ox.Literal(True)))
    assert json.loads(told.json) == {"head": {}, "boolean": True}
    made = ask_text(reference_store, "CONSTRUCT { ?d plan:planYear ?y } WHERE { ?d plan:planYear ?y }")
    assert made.header == ("subject", "predicate", "object")
    assert len(made.rows) == 2 and made.rows == tuple(sorted(made.rows, key=str))


def test_from_a_graph_of_the_store(reference_store: ox.Store) -> None:
    ontology = "https://w3id.org/planskg/ontology"
    told = ask_text(reference_store, f"ASK FROM <{ontology}> {{ ?x a plan:PlanDocument }}")
    assert told.rows[0][0].value == "false"


@pytest.mark.parametrize(
    ("sparql", "reason"),
    [
        ("SELECT * { ?s ?p", "not SPARQL at line 1, column 17: SELECT * { ?s ?p"),
        ("SELECT *\n{ ?s nope:a ?o }", "unknown prefix at line 2"),
        ("", "not SPARQL at line 1, column 1"),
        ("INSERT DATA { <a:a> <a:b> <a:c> }", "INSERT is an update"),
        ("drop all", "DROP is an update"),
        ("LOAD <file:///etc/passwd>", "LOAD is an update"),
        ("SELECT * { SERVICE <http://localhost/> { ?s ?p ?o } }", "SERVICE would call another server"),
        ("SELECT * { service silent ?x { ?s ?p ?o } }", "SERVICE would call another server"),
        ("SELECT * { ?s ?p true service <http://localhost/> {} }", "SERVICE would"),
        ("SELECT * { ?s ?p trueSERVICE<http://localhost/> {} }", "SERVICE would"),
        ("SELECT * { #\rSERVICE <http://localhost/> {} }", "SERVICE would"),
        ("SELECT * { ?s ?p id:.SERVICE <http://localhost/> {} }", "SERVICE would"),
        ("SELECT * { SERVICE:a {} }", "SERVICE would"),
        ("SELECT * { \\u0053ERVICE <http://localhost/> {} }", "SERVICE would"),
        ("SELECT * { FILTER(?a<?b)SERVICE<http://localhost/> {} }", "SERVICE would"),
        ("SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }", "FROM <file:///etc/passwd>: the store holds no such graph"),
        ("SELECT * FROM NAMED <http://a.b/> { ?s ?p ?o }", "FROM <http://a.b/>: the store holds no such graph"),
    ],
)
def test_refused(sparql: str, reason: str, reference_store: ox.Store) -> None:
    with pytest.raises(BadQuery) as raised:
        ask_text(reference_store, sparql)
    assert reason in str(raised.value)
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize(
    "sparql",
    [
        'SELECT ?service { ?service plan:genre "SERVICE INSERT" } # SERVICE',
        'SELECT * { ?add ind:services-value-added """drop \'all\'"""@en, <http://a.b/SERVICE#DROP> }',
        "SELECT * { ?s sector:service_insert ?from FILTER(?s < ?from) }",
    ],
)
def test_words_that_only_look_like_it_are_let_through(sparql: str, reference_store: ox.Store) -> None:
    assert ask_text(reference_store, sparql).rows == ()


# -- Answers as text ---------------------------------------------------------------------------------------------------


@pytest.fixture
def answer(reference_store: ox.Store) -> Answer:
    return ask(reference_store, "investments", {"place": "昌吉州"})


def test_csv(answer: Answer) -> None:
    text = render(answer, "csv")
    assert "\r" not in text and text.endswith("\n")
    lines = list(csv.reader(StringIO(text)))
    assert lines[0] == list(answer.header)
    assert lines[1][2:5] == ["招商引资到位资金", "120000000000", "2023"]


def test_json_is_the_standard_form(answer: Answer) -> None:
    told = json.loads(render(answer, "json"))
    assert told["head"]["vars"] == list(answer.header)
    assert told["results"]["bindings"][0]["yuan"] == {
        "type": "literal",
        "value": "120000000000",
        "datatype": "http://www.w3.org/2001/XMLSchema#decimal",
    }


def test_a_plain_table_is_aligned_and_without_iris(answer: Answer) -> None:
    lines = render(answer, "table").splitlines()
    assert "https://" not in "".join(lines)
    assert lines[0].split() == [name for name in answer.header if name != "promise"]
    rule = lines[1]
    ends = [at for at, sign in enumerate(rule) if sign == "-" and rule[at + 1 : at + 2] != "-"]
    assert all(cell_len(line[: line.index("2023")].rstrip()) == ends[3] + 1 for line in lines[2:-1])
    assert lines[-1] == f"{len(answer.rows)} rows"


def test_a_ruled_table_fits(answer: Answer) -> None:
    assert max(cell_len(line) for line in render_table(answer, 60).splitlines()) == 60


def test_no_rows() -> None:
    assert render(ask_text(ox.Store(), "SELECT ?a { ?a plan:unreviewed true }"), "table") == "a\n-\n0 rows\n"


class Terminal(StringIO):
    def isatty(self) -> bool:
        return True


def test_a_terminal_gets_a_ruled_table(answer: Answer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "90")
    terminal, pipe = Terminal(), StringIO()
    write_answer(answer, "table", terminal)
    write_answer(answer, "table", pipe)
    assert terminal.getvalue().startswith("┏") and "\x1b" not in terminal.getvalue()
    assert pipe.getvalue() == render_table(answer)


def test_get_question() -> None:
    assert get_question("caps").parameters[0].default == "le"
