"""Each question of queries/ has its header and its rows, which are true by the two reference plans."""

import csv
import re
from io import StringIO
from pathlib import Path

import pyoxigraph as ox
import pytest
from msgspec.structs import replace

from conftest import DOCUMENTS, ROOT, file_reference
from planskg.asking import Question, ask, find_questions, get_question
from planskg.asking.rendering import render_csv
from planskg.graph.build import build_graph
from planskg.graph.draft import document_node
from planskg.graph.reasoning import infer
from planskg.graph.store import replace_document
from planskg.graph.terms import PLAN, PREFIXES, inferred_graph
from planskg.model import Target
from planskg.reading import read_document

EXPECTED = Path(__file__).parent / "queries"
QUESTIONS = {question.name: question for question in find_questions()}
VOCABULARY_ONLY = {name for name in PLAN.names if re.match("word[A-Z]", name)}
"""Words of the grammar, which the extractor reads and nobody asks for."""
SHAPES_ONLY = {"failing", "passing", "previous"}
"""What shapes say of themselves: no store holds shapes."""


def rows(store: ox.Store, question: Question) -> str:
    return render_csv(ask(store, question.name, dict(question.example)))


def body(question: Question) -> str:
    return "".join(line for line in question.text.splitlines(keepends=True) if not line.startswith("#"))


def test_questions_and_rows_are_found() -> None:
    assert len(QUESTIONS) >= 35
    assert {path.stem for path in EXPECTED.glob("*.csv")} == set(QUESTIONS)


@pytest.mark.parametrize("name", QUESTIONS)
def test_rows(name: str, reference_store: ox.Store, update_golden: bool) -> None:
    found, path = rows(reference_store, QUESTIONS[name]), EXPECTED / f"{name}.csv"
    if update_golden:
        path.write_text(found, encoding="utf-8", newline="")
    assert found == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", QUESTIONS)
def test_there_is_a_row_or_a_reason_why_not(name: str) -> None:
    lines = list(csv.reader(StringIO((EXPECTED / f"{name}.csv").read_text(encoding="utf-8"))))
    assert (len(lines) > 1) != bool(re.search(r"^# empty: .+", QUESTIONS[name].text, re.MULTILINE))
    assert len({tuple(line) for line in lines}) == len(lines)


@pytest.mark.parametrize("name", QUESTIONS)
def test_a_file_is_sparql_by_itself(name: str, reference_store: ox.Store) -> None:
    if name != "quotes":  # which would tell everything
        assert isinstance(
            reference_store.query(QUESTIONS[name].text, use_default_graph_as_union=True), ox.QuerySolutions
        )
    declared = dict(re.findall(r"^PREFIX (\w+): <([^>]+)>$", QUESTIONS[name].text, re.MULTILINE))
    assert declared.items() <= PREFIXES.items()
    used = re.sub(r"^PREFIX.*$", "", body(QUESTIONS[name]), flags=re.MULTILINE)
    assert {prefix for prefix in declared if not re.search(rf"\b{prefix}:", used)} == set()


@pytest.mark.parametrize("name", QUESTIONS)
def test_the_title_and_the_questions_are_in_their_languages(name: str) -> None:
    question = QUESTIONS[name]
    assert re.search(r"[\u4e00-\u9fff]", question.title)
    assert question.chinese.endswith("？") and question.english.endswith("?")
    assert all(" / " in each.description for each in question.parameters)


def test_the_order_of_rows_does_not_lean_on_the_store(reference_store: ox.Store) -> None:
    other = ox.Store()
    for quad in sorted(reference_store, key=str, reverse=True):
        other.add(quad)
    differing = [
        name for name, question in QUESTIONS.items() if rows(other, question) != rows(reference_store, question)
    ]
    assert differing == []


def test_every_term_of_the_ontology_is_asked_for() -> None:
    asked = {name for question in QUESTIONS.values() for name in re.findall(r"\bplan:(\w+)", body(question))}
    assert asked <= PLAN.names
    assert sorted(PLAN.names - asked - VOCABULARY_ONLY - SHAPES_ONLY) == []


def test_no_question_asks_for_what_the_graph_does_not_have(reference_store: ox.Store) -> None:
    known = {quad.predicate.value for quad in reference_store}
    terms = {
        PREFIXES[prefix] + name
        for question in QUESTIONS.values()
        for prefix, name in re.findall(r"\b(\w+):(\w+)", re.sub(r"^PREFIX.*$", "", body(question), flags=re.MULTILINE))
        if prefix not in ("plan", "http", "https") and name[0].islower()
    }
    concepts = {str(quad.subject.value) for quad in reference_store if isinstance(quad.subject, ox.NamedNode)}
    assert {term for term in terms if term not in known | concepts} == set()


@pytest.fixture(scope="module")
def store_of_three(reference_store: ox.Store) -> ox.Store:
    """Both plans, and one of them once more for the year after, with caps that have become floors."""
    store = ox.Store()
    store.bulk_extend(reference_store)
    document = read_document(DOCUMENTS / "kizilsu-2023.txt")
    filed = file_reference(replace(document, metadata=replace(document.metadata, year=2024)))
    turned = tuple(
        replace(record, comparator="ge") if isinstance(record, Target) and record.comparator == "le" else record
        for record in filed.records
    )
    node = document_node(filed.document)
    asserted = build_graph(replace(filed, records=turned))
    replace_document(store, node, asserted, infer(asserted, inferred_graph(node)))
    return store


def test_projects_of_two_years_are_one(store_of_three: ox.Store) -> None:
    answer = ask(store_of_three, "shared-projects")
    road = [row for row in answer.rows if "G315" in str(row[0])]
    assert [tuple(cell.value for cell in row[2:5]) for row in road] == [
        ("2023", "建设", "2023"),
        ("2023", "投运", "2025"),
        ("2024", "建设", "2023"),
        ("2024", "投运", "2025"),
    ]
    assert len(answer.rows) == 2 * 38


def test_floors_where_lower_is_better_are_told(store_of_three: ox.Store) -> None:
    told = {str(row[1].value) for row in ask(store_of_three, "against-the-grain").rows}
    assert told == {"城镇调查失业率"}


def test_a_third_document_multiplies_no_rows(store_of_three: ox.Store, reference_store: ox.Store) -> None:
    for name in ("targets-of-document", "promises-without-number", "pillars", "unreviewed"):
        given = {"document": "昌吉州"}
        assert ask(store_of_three, name, given).rows == ask(reference_store, name, given).rows


def test_get_question() -> None:
    assert get_question("roads").parameters[0].type == "string"
    assert (ROOT / "queries" / "roads.rq").read_text(encoding="utf-8") == get_question("roads").text
