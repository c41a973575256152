"""Every exporter writes the same bytes for the same store, and what it writes can be read back."""

import csv
import json
import os
import re
import subprocess
import sys
from collections import Counter
from decimal import Decimal
from io import StringIO
from pathlib import Path

import networkx as nx
import pyoxigraph as ox
import pytest

from conftest import DOCUMENTS, PACKAGE, ROOT, file_reference
from planskg.cli.export import read_options
from planskg.errors import PlanskgError
from planskg.exporting import EXPORTERS, Content, Source, UnknownFormat, export, to_networkx
from planskg.exporting.figures import readable
from planskg.exporting.pages import embed_json
from planskg.exporting.restoring import restore_plans
from planskg.exporting.tabular import write_csv
from planskg.files import UnwritableFile, write_whole
from planskg.graph.build import build_graph
from planskg.graph.draft import document_node
from planskg.graph.store import documents, open_store, replace_document, stored_quads
from planskg.model import Action, Document, Extraction, Metadata, Pillar, Span, Target
from planskg.reading import read_document
from planskg.records import to_json

AWKWARD = '2024年 </script><b>"R&D"</b> 投入=1+1增长5%\x0b以上。\u2028建立@机制。'


@pytest.fixture(scope="module")
def awkward_store() -> ox.Store:
    """A document whose words would break a careless page, table or XML file; without ontology and inferences."""
    document = Document("awkward", AWKWARD, Metadata(year=2024, title='<"&>'))
    at = AWKWARD.index("5%")
    whole = Span(0, len(AWKWARD))
    pillar = Pillar(span=Span(6, 15), rule="r", level=1, number="", title=AWKWARD[6:15])
    target = Target(
        span=Span(AWKWARD.index("=1"), at + 2),
        rule="r",
        year=2024,
        sentence=whole,
        pillars=(pillar,),
        indicator='=R&D</script>"',
        value=(Decimal("-5.10"), Decimal(6)),
        unit="%",
        measure="growth",
        comparator="eq",
    )
    action = Action(span=Span(len(AWKWARD) - 6, len(AWKWARD) - 1), rule="r", year=2024, sentence=whole)
    return stored(Extraction(document, (pillar, target, action)))


def stored(extraction: Extraction) -> ox.Store:
    store = open_store()
    replace_document(store, document_node(extraction.document), build_graph(extraction), ())
    return store


@pytest.fixture(params=["reference", "awkward", "empty"])
def store(request: pytest.FixtureRequest, reference_store: ox.Store, awkward_store: ox.Store) -> ox.Store:
    return {"reference": reference_store, "awkward": awkward_store, "empty": open_store()}[request.param]


def text_of(content: Content) -> str:
    return parts_of(content)[""].decode()


def parts_of(content: Content) -> dict[str, bytes]:
    """The files of an export by their names; one alone has none."""
    files = content if isinstance(content, dict) else {"": content}
    return {name: part.encode() if isinstance(part, str) else part for name, part in files.items()}


# -- All of them -------------------------------------------------------------------------------------------------------


def test_all_formats_are_there() -> None:
    assert set(EXPORTERS) >= {"turtle", "trig", "nquads", "jsonld", "graphml", "jsonl", "csv", "html"}
    assert len({exporter.path for exporter in EXPORTERS.values()}) == len(EXPORTERS)
    assert all(name == each.name and each.chinese and each.english for name, each in EXPORTERS.items())


@pytest.mark.parametrize("form", EXPORTERS)
def test_an_export_is_the_same_twice(form: str, store: ox.Store, tmp_path: Path) -> None:
    path = tmp_path / "new" / f"out{EXPORTERS[form].suffix}"
    export(store, form, path)
    files = [each for each in path.parent.rglob("*") if each.is_file()]
    found = {"" if each == path else each.relative_to(path).as_posix(): each.read_bytes() for each in files}
    assert found == parts_of(EXPORTERS[form].write(Source(store)))


@pytest.mark.thorough
def test_an_export_does_not_depend_on_hash_seed_or_order() -> None:
    script = """
import sys; sys.path.insert(0, "tests")
from hashlib import sha256
from conftest import DOCUMENTS, file_reference
from test_exporting import parts_of, stored
from planskg.exporting import EXPORTERS, Source
from planskg.reading import read_document
store = stored(file_reference(read_document(DOCUMENTS / "changji-2023.txt")))
for name, exporter in EXPORTERS.items():
    content = parts_of(exporter.write(Source(store)))
    print(name, sha256(repr(sorted(content.items())).encode()).hexdigest())
"""
    runs = [
        subprocess.run(
            [sys.executable, "-c", script],
            cwd=ROOT,
            check=True,
            capture_output=True,
            text=True,
            env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join([str(ROOT), *sys.path])},
        ).stdout
        for seed in ("1", "2")
    ]
    assert runs[0] == runs[1]
    assert len(runs[0].splitlines()) == len(EXPORTERS)


def test_an_unknown_format_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnknownFormat, match="pdf: no such format; there are turtle"):
        export(open_store(), "pdf", tmp_path / "x.pdf")


@pytest.mark.parametrize(
    ("form", "option", "told"),
    [
        ("svg", "paper", "no value; write paper=VALUE"),
        ("svg", "paper=B5", "B5: no such paper"),
        ("svg", "dpi=90", "dpi=90: no such option here; there are paper"),
        ("turtle", "paper=A4", "there are none"),
        ("png", "dpi=5", "dpi=5: a whole number"),
        ("map", "boundaries=/none.json", "/none.json: cannot be read"),
    ],
)
def test_a_bad_option_is_told_before_anything_is_made(form: str, option: str, told: str) -> None:
    with pytest.raises(PlanskgError, match=told):
        read_options([option], [EXPORTERS[form]])


@pytest.mark.parametrize(
    "words",
    [
        ("svg",),
        ("all",),
        ("all", "--option", "boundaries=/none.json", "-o", "{folder}"),
        ("--option", "paper=A1"),
        ("turtle", "--store", "{folder}"),
    ],
    ids=" ".join,
)
def test_what_cannot_be_written_is_told_in_a_line(words: tuple[str, ...], tmp_path: Path) -> None:
    named = [word.format(folder=tmp_path / "new") for word in words]
    command = [sys.executable, "-m", "planskg", "export", *named]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert not any(tmp_path.iterdir())


def test_nothing_half_written_is_left(tmp_path: Path) -> None:
    (tmp_path / "taken").mkdir()
    with pytest.raises(UnwritableFile, match="taken: cannot be written"):
        write_whole(tmp_path / "taken", "text")
    assert [each.name for each in tmp_path.iterdir()] == ["taken"]


def test_importing_is_light() -> None:
    script = (
        "import planskg.exporting, sys; heavy = {'networkx', 'jinja2', 'rdflib', 'owlrl', 'pyshacl', 'xlsxwriter',"
        " 'docx', 'pyarrow', 'pandas', 'python_calamine', 'PIL', 'resvg_py'}; print(heavy & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=True, capture_output=True, text=True)
    assert done.stdout.strip() == "set()"


# -- RDF ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("form", "reader"),
    [("trig", ox.RdfFormat.TRIG), ("nquads", ox.RdfFormat.N_QUADS), ("jsonld", ox.RdfFormat.JSON_LD)],
)
def test_quads_read_back_equal(form: str, reader: ox.RdfFormat, store: ox.Store) -> None:
    content = text_of(EXPORTERS[form].write(Source(store))).encode()
    assert set(ox.parse(content, format=reader)) == set(stored_quads(store))


def test_turtle_holds_every_triple(store: ox.Store) -> None:
    content = text_of(EXPORTERS["turtle"].write(Source(store))).encode()
    found = {quad.triple for quad in ox.parse(content, format=ox.RdfFormat.TURTLE)}
    assert found == {quad.triple for quad in stored_quads(store)}


def test_jsonld_is_compact_and_sorted(reference_store: ox.Store) -> None:
    whole = json.loads(text_of(EXPORTERS["jsonld"].write(Source(reference_store))))
    nodes = [node for graph in whole["@graph"] for node in graph["@graph"]]
    target = next(node for node in nodes if node.get("@type") == "Target")
    assert {"indicator", "dueYear", "hasUnit", "inPillar", "wasQuotedFrom"} <= set(target) | {"inPillar"}
    assert target["@id"].startswith("id:document/")
    assert not [key for node in nodes for key in node if key.startswith("http")]
    assert [list(node) for node in nodes] == [sorted(node) for node in nodes]


# -- Records -----------------------------------------------------------------------------------------------------------


def comparable(row: dict[str, object]) -> str:
    """A record without the order in which it names sectors and places, which the graph does not keep."""
    loose = {key: sorted(map(str, value)) for key, value in row.items() if isinstance(value, list) and key != "pillar"}
    return json.dumps(row | {key: loose[key] for key in loose if key != "value"}, ensure_ascii=False, sort_keys=True)


@pytest.mark.parametrize("number", [0, 1])
def test_records_come_back_from_the_graph(number: int, reference_store: ox.Store) -> None:
    plan = list(restore_plans(reference_store))[number]
    expected = file_reference(read_document(sorted(DOCUMENTS.glob("*-2023.txt"))[number]))
    asked = Counter(comparable(to_json(expected.document, record)) for record in expected.records)
    found = Counter(comparable(to_json(plan.document, record)) for record in plan.records.values())
    assert plan.document.metadata == expected.document.metadata
    assert plan.document.text == expected.document.text
    assert found == asked
    assert len(found) > 100


def test_records_stand_in_text_order(reference_store: ox.Store) -> None:
    rows = [json.loads(line) for line in text_of(EXPORTERS["jsonl"].write(Source(reference_store))).splitlines()]
    keys = [(row["document"], row["start"], row["end"]) for row in rows]
    assert keys == sorted(keys)
    assert {key[0] for key in keys} == {node.value.rpartition("/")[2] for node in documents(reference_store)}


def test_table_has_a_row_a_record_and_exact_numbers(reference_store: ox.Store) -> None:
    table = list(csv.DictReader(StringIO(write_csv(Source(reference_store)))))
    lines = text_of(EXPORTERS["jsonl"].write(Source(reference_store))).splitlines()
    assert len(table) == len(lines)
    by_quote = {row["quote"]: row for row in table}
    assert by_quote["2.2万人以上"]["value"] == "22000"
    assert by_quote["39.61万亩"]["value"] == "396100"
    assert by_quote["217.12"]["value"] == "21712000000"
    assert {row["value"] for row in table if row["quote"] == "'-8.9"} == {"-8.9"}


def test_table_runs_no_formula(awkward_store: ox.Store) -> None:
    row = next(row for row in csv.DictReader(StringIO(write_csv(Source(awkward_store)))) if row["type"] == "target")
    assert row["indicator"] == "'=R&D</script>\""
    assert row["quote"].startswith("'=1+1")
    assert (row["value"], row["value_high"]) == ("-5.1", "6")


def test_table_may_begin_with_a_mark(awkward_store: ox.Store) -> None:
    assert write_csv(Source(awkward_store), mark=True) == "\ufeff" + write_csv(Source(awkward_store))


# -- The network -------------------------------------------------------------------------------------------------------


def test_network_tells_who_promises_what(reference_store: ox.Store) -> None:
    network = to_networkx(reference_store)
    kinds = Counter(kind for _, kind in network.nodes(data="kind"))
    assert set(kinds) >= {
        "document",
        "government",
        "prefecture",
        "province",
        "county",
        "pillar",
        "project",
        "indicator",
        "sector",
    }
    relations = Counter(relation for _, _, relation in network.edges(data="relation"))
    assert set(relations) >= {
        "target",
        "project",
        "aim",
        "action",
        "observation",
        "contains",
        "sector",
        "within",
        "publisher",
    }
    assert relations["target"] == 128
    assert all("label" in attributes for _, attributes in network.nodes(data=True))
    promised = [told for _, _, told in network.edges(data=True) if told.get("quote") == "2.2万人以上"]
    assert promised[0]["value"] == 22000.0
    assert promised[0]["comparator"] == "ge"


def test_graphml_reads_back_equal(reference_store: ox.Store) -> None:
    network = to_networkx(reference_store)
    found = nx.parse_graphml(text_of(EXPORTERS["graphml"].write(Source(reference_store))), force_multigraph=True)
    assert dict(found.nodes(data=True)) == dict(network.nodes(data=True))
    assert sorted(found.edges(data=True, keys=True), key=str) == sorted(network.edges(data=True, keys=True), key=str)


def test_graphml_holds_what_xml_allows(awkward_store: ox.Store) -> None:
    found = nx.parse_graphml(text_of(EXPORTERS["graphml"].write(Source(awkward_store))), force_multigraph=True)
    assert len(found) == len(to_networkx(awkward_store))


# -- The picture -------------------------------------------------------------------------------------------------------


def test_picture_needs_nothing_from_outside(store: ox.Store) -> None:
    library = (PACKAGE / "exporting" / "static" / "echarts.min.js").read_text(encoding="utf-8")
    whole = text_of(EXPORTERS["html"].write(Source(store)))
    assert library in whole
    page = whole.replace(library, "")
    assert "default-src 'none'" in page
    assert not re.search(r"https?://", page.split('id="data">')[0])
    assert not re.search(r"<(?:script|link|img|iframe)\b[^>]*\b(?:src|href)\s*=", page)
    assert not re.search(r"@import|url\(\s*['\"]?https?:", page)


def test_picture_says_awkward_words_safely(awkward_store: ox.Store) -> None:
    page = text_of(EXPORTERS["html"].write(Source(awkward_store)))
    data = page.split('id="data">')[1].split("</script>")[0]
    assert "<" not in data
    found = json.loads(data)
    assert '=R&D</script>"' in {node["name"] for node in found["nodes"]}
    assert "<title>计划图谱 · &lt;&#34;&amp;&gt;</title>" in page


@pytest.mark.parametrize("value", ["</script>", "<!--", "&amp;", "\u2028", '"'])
def test_embedded_json_cannot_end_its_element(value: str) -> None:
    text = embed_json({"x": value})
    assert not set(text) & set("<>&\u2028\u2029")
    assert json.loads(text) == {"x": value}


@pytest.mark.parametrize(
    ("value", "unit", "expected"),
    [
        (120000000000, "元", "1200亿元"),
        (1320000, "千瓦", "132万千瓦"),
        (7, "%", "7%"),
        (-0.2, "百分点", "-0.2百分点"),
        (0, "", "0"),
        (21712000000, "元", "217.12亿元"),
        (9999, "人", "9999人"),
    ],
)
def test_numbers_are_readable(value: float, unit: str, expected: str) -> None:
    assert readable(value, unit) == expected
