"""The network in every form: readers of others give back what was written, whatever words stand in it."""

import csv
import re
from decimal import Decimal
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import networkx as nx
import pygraphviz
import pyoxigraph as ox
import pytest
from antlr4 import CommonTokenStream, InputStream
from antlr4.error.ErrorListener import ErrorListener
from antlr4_cypher import CypherLexer, CypherParser
from lxml import etree
from msgspec.structs import replace

from conftest import store_of
from planskg.exporting import EXPORTERS, Source, to_networkx
from planskg.exporting.characters import FORBIDDEN
from planskg.exporting.graphml import same_networks
from planskg.exporting.network import TOLD
from planskg.exporting.networks.gexf import timed_network
from planskg.exporting.networks.labels import UID
from planskg.exporting.networks.neo4j import SCRIPT
from planskg.graph.store import open_store
from planskg.model import Target
from small_plan import small_extraction

FORMS = ("graphml", "gexf", "neo4j", "dot")
AWKWARD = "=R&D &lt;</b>\"'\n\\n \x0b😀|;{}[] \\N\\"
"""Quotes, a line's end, a control character, a tag, an entity, and what DOT and Cypher give a meaning."""
SCHEMA = Path(__file__).parent / "gexf.rng"


@pytest.fixture(scope="module")
def whole(reference_store: ox.Store) -> Source:
    return Source(reference_store)


@pytest.fixture(scope="module")
def small() -> Source:
    return Source(store_of(small_extraction()))


@pytest.fixture(scope="module")
def awkward() -> Source:
    """The small plan with awkward words as a title and an indicator's name, and a figure of many digits."""
    plan = small_extraction()
    known = replace(plan.document.metadata, title=AWKWARD)
    target = next(each for each in plan.records if isinstance(each, Target) and each.concept is None)
    records = [each for each in plan.records if each is not target]
    odd = replace(target, indicator=AWKWARD, value=Decimal("1234567890123.4567890123"))
    return Source(store_of(replace(plan, document=replace(plan.document, metadata=known), records=(*records, odd))))


@pytest.fixture(params=["whole", "small", "awkward", "empty"])
def source(request: pytest.FixtureRequest) -> Source:
    return Source(open_store()) if request.param == "empty" else request.getfixturevalue(request.param)


def text(source: Source, form: str) -> str:
    content = EXPORTERS[form].write(source)
    assert isinstance(content, str)
    return content


def files(source: Source) -> dict[str, str]:
    content = EXPORTERS["neo4j"].write(source)
    assert isinstance(content, dict)
    return {name: str(part) for name, part in content.items()}


def promise(network: nx.MultiDiGraph, quote: str) -> dict[str, Any]:
    (found,) = [told for *_, told in network.edges(data=True) if told.get("quote") == quote]
    return found


@pytest.mark.parametrize("form", FORMS)
def test_readers_give_back_what_was_written(form: str, source: Source) -> None:
    verdict = EXPORTERS[form].verify(EXPORTERS[form].write(source), source)
    assert verdict.fault == ""
    assert verdict.rows >= (len(source.network) if form != "dot" else 0)


def test_attributes_of_the_network_are_those_that_are_listed(whole: Source, small: Source) -> None:
    kinds = {"document": "document", "pillar": "pillar", "indicator": "concept", "sector": "concept"}
    for network in (whole.network, small.network):
        for _, about in network.nodes(data=True):
            assert set(about) - {"kind"} <= set(TOLD[kinds.get(about["kind"], "thing")])
        for *_, told in network.edges(data=True):
            assert told["relation"] in TOLD["link"] or set(told) <= set(TOLD["promise"])
    types = {type(value) for *_, told in whole.network.edges(data=True) for value in told.values()}
    assert types == {str, int, float}


def test_the_network_tells_who_is_responsible(small: Source) -> None:
    told = promise(to_networkx(small.store), "完善联动机制")
    assert told["responsible"] == "州水利局"
    assert promise(small.network, "201.64亿元以上")["binding"] == "预期性"


# -- GraphML and GEXF --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("form", "was", "planted"), [
    ("graphml", ">20164000000.0<", ">20163999999.999996<"),
    ("gexf", 'value="20164000000.0"', 'value="20163999999.999996"'),
    ("gexf", 'start="2021-01-01"', 'start="2022-01-01"'),
])  # fmt: skip
def test_a_change_is_seen(form: str, was: str, planted: str, small: Source) -> None:
    content = text(small, form)
    assert was in content
    assert EXPORTERS[form].verify(content.replace(was, planted), small).fault == "nodes or edges differ"


def test_awkward_words_come_back(awkward: Source) -> None:
    asked = FORBIDDEN.sub(" ", AWKWARD)
    graphml = nx.parse_graphml(text(awkward, "graphml"), force_multigraph=True)
    gexf = nx.read_gexf(BytesIO(text(awkward, "gexf").encode()), version="1.3")
    for network in (graphml, gexf):
        assert [about["title"] for _, about in network.nodes(data=True) if about["kind"] == "document"] == [asked]
        assert [told["indicator"] for *_, told in network.edges(data=True) if told.get("indicator") == asked]


def test_gexf_is_valid(source: Source) -> None:
    schema = etree.RelaxNG(etree.parse(SCHEMA))
    schema.assertValid(etree.fromstring(text(source, "gexf").encode()))


@pytest.mark.parametrize(("was", "planted"), [
    ('version="1.3"', 'version="1.2"'),
    ('mode="dynamic"', 'mode="moving"'),
    ("2021-01-01", "2021"),
    ('type="double"', 'type="decimal"'),
    ("<edges>", "<edges></edges><edges>"),
])  # fmt: skip
def test_faulty_gexf_is_not_valid(was: str, planted: str, small: Source) -> None:
    content = text(small, "gexf")
    assert was in content
    assert not etree.RelaxNG(etree.parse(SCHEMA)).validate(etree.fromstring(content.replace(was, planted).encode()))


def test_gexf_tells_its_attributes_once(whole: Source) -> None:
    root = etree.fromstring(text(whole, "gexf").encode())
    space = {"g": "http://gexf.net/1.3"}
    defined = root.xpath("//g:attribute/@id", namespaces=space)
    nodes = root.xpath("//g:node/@id", namespaces=space)
    assert len(set(defined)) == len(defined)
    assert set(root.xpath("//g:attvalue/@for", namespaces=space)) <= set(defined)
    assert set(root.xpath("//g:edge/@source | //g:edge/@target", namespaces=space)) <= set(nodes)


@pytest.mark.parametrize(("quote", "start", "end"), [
    ("昌吉市北庭新区龙山水库", "2024-01-01", "2025-12-31"),
    ("201.64亿元以上", "2021-01-01", "2024-12-31"),
    ("以上年为准", "2023-01-01", "2023-12-31"),
])  # fmt: skip
def test_promises_have_their_time(quote: str, start: str, end: str, small: Source) -> None:
    found = nx.read_gexf(BytesIO(text(small, "gexf").encode()), version="1.3")
    told = promise(found, quote)
    assert (told["start"], told["end"]) == (start, end)
    assert small.plans[0].document.text[told["quote_start"] : told["quote_end"]] == quote


def test_a_project_has_its_stages_in_time(small: Source) -> None:
    found = nx.read_gexf(BytesIO(text(small, "gexf").encode()), version="1.3")
    stages = [about["stage"] for _, about in found.nodes(data=True) if about["kind"] == "project"]
    assert stages == [[("complete", "2024-01-01", "2025-12-31")]]
    assert not same_networks(timed_network(small), small.network)


# -- Neo4j -------------------------------------------------------------------------------------------------------------


def rows(source: Source, name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(files(source)[name])))


def test_neo4j_has_typed_columns_and_exact_figures(small: Source, awkward: Source) -> None:
    figures = {row["quote:string"]: row["value:double"] for row in rows(small, "targets.csv")}
    assert figures["201.64亿元以上"] == "20164000000"
    assert "1234567890123.4567890123" in {row["value:double"] for row in rows(awkward, "targets.csv")}
    assert {row[":LABEL"] for row in rows(small, "actions.csv")} == {"Thing|Action|Commitment"}
    assert [row["responsible:string[]"] for row in rows(small, "actions.csv")] == ["州水利局"]
    heads = {head for name in files(small) if name != SCRIPT for head in next(csv.reader(StringIO(files(small)[name])))}
    kinds = {head.partition(":")[2] for head in heads}
    assert kinds == {
        *("ID", "LABEL", "START_ID", "END_ID", "TYPE"),
        *("string", "string[]", "long", "int", "double", "boolean", "date"),
    }


def test_neo4j_relates_what_the_graph_relates(small: Source) -> None:
    found = {(row[":START_ID"], row[":END_ID"]) for row in rows(small, "OF_PROJECT.csv")}
    ((start, end),) = found
    assert re.fullmatch(r"pledges/document/.*/project/98-109/\w+", start)
    assert end.startswith("projects/project/")
    assert {row[":END_ID"] for row in rows(small, "RESPONSIBLE_SECTOR.csv")} == {
        f"sectors/{name}" for name in ("economy", "water", "employment")
    }
    assert set(files(small)) >= {"IN_PILLAR.csv", "IN_ROW.csv", "PART_OF.csv", "AT_PLACE.csv", "SUB_PILLAR_OF.csv"}


def test_neo4j_keeps_awkward_words(awkward: Source) -> None:
    assert [row["title:string"] for row in rows(awkward, "documents.csv")] == [AWKWARD]
    assert AWKWARD in {row["indicator:string"] for row in rows(awkward, "targets.csv")}


@pytest.mark.parametrize(("name", "was", "planted", "fault"), [
    ("IN_PILLAR.csv", ",pillars/", ",pillars/no/", "pillars/no/"),
    ("sectors.csv", "sectors/water,", "sectors/economy,", "nodes were written"),
])  # fmt: skip
def test_a_loose_end_is_seen(name: str, was: str, planted: str, fault: str, small: Source) -> None:
    content = files(small)
    assert was in content[name]
    assert fault in EXPORTERS["neo4j"].verify({**content, name: content[name].replace(was, planted)}, small).fault


class Errors(ErrorListener):
    """The places at which a parser stopped."""

    def __init__(self) -> None:
        self.found: list[str] = []

    def syntaxError(self, recognizer, symbol, line, column, message, error) -> None:  # type: ignore[no-untyped-def]
        self.found.append(f"{line}:{column} {message}")


def cypher_errors(statement: str) -> list[str]:
    errors = Errors()
    lexer = CypherLexer(InputStream(statement))
    parser = CypherParser(CommonTokenStream(lexer))
    for each in (lexer, parser):
        each.removeErrorListeners()
        each.addErrorListener(errors)
    parser.script()
    return errors.found


def test_the_script_is_cypher_and_reads_the_files(small: Source) -> None:
    content = files(small)
    statements = [each.strip() for each in content[SCRIPT].split(";\n") if "LOAD CSV" in each]
    read = []
    for statement in statements:
        load, _, rest = statement.partition(" AS row\n")
        (name,) = re.findall(r"LOAD CSV WITH HEADERS FROM 'file:///([\w.]+)'", load)
        heads = set(next(csv.reader(StringIO(content[name]))))
        assert set(re.findall(r"row\.`([^`]+)`", rest)) == heads - {":LABEL", ":TYPE"}
        assert cypher_errors(f"UNWIND $rows AS row\n{rest};") == []  # openCypher has no LOAD CSV
        read.append(name)
    assert sorted(read) == sorted(set(content) - {SCRIPT})
    assert content[SCRIPT].count("IS UNIQUE;") == 1
    assert all(cypher_errors(planted) for planted in ("UNWIND $rows AS row MERG (n);", "MATCH (n RETURN n;"))
    for name in read:
        assert re.search(rf"--(nodes|relationships)={name} ", content[SCRIPT])


def test_every_node_of_neo4j_has_one_name(whole: Source) -> None:
    names = [row[UID] for name in files(whole) if name.islower() and name != SCRIPT for row in rows(whole, name)]
    assert len(names) == len(set(names)) > 700


# -- DOT ---------------------------------------------------------------------------------------------------------------


def unescaped(value: str) -> str:
    return value.replace("\\\\", "\\")


def as_text(told: dict[str, Any]) -> dict[str, str]:
    """Attributes as DOT has them: all are text, and one that is empty is not there."""
    found = {name: str(value).lower() if isinstance(value, bool) else str(value) for name, value in told.items()}
    return {name: FORBIDDEN.sub(" ", value) for name, value in found.items() if value}


def read_dot(content: str) -> pygraphviz.AGraph:
    return pygraphviz.AGraph(string=content)


def told_of(item: Any, names: set[str]) -> dict[str, str]:
    found = {str(name): unescaped(str(value)) for name, value in item.attr.to_dict().items() if value}
    return {name: value for name, value in found.items() if name in names}


def test_dot_reads_back_equal(source: Source) -> None:
    found = read_dot(text(source, "dot"))
    names = {name for part in TOLD.values() for name in part} - {"label"}
    nodes = {str(node): told_of(node, names) for node in found.nodes()}
    wanted = {
        node: {name: value for name, value in as_text(told).items() if name != "label"}
        for node, told in source.network.nodes(data=True)
    }
    assert nodes == wanted
    edges = {
        (str(start), str(end), str(key)): told_of(found.get_edge(start, end, key), names)
        for start, end, key in found.edges(keys=True)
    }
    assert edges == {
        (start, end, key): as_text(told) for start, end, key, told in source.network.edges(data=True, keys=True)
    }
    labels = {str(node): unescaped(node.attr["label"]).replace("&amp;", "&") for node in found.nodes()}
    assert labels == {node: FORBIDDEN.sub(" ", label) for node, label in source.network.nodes(data="label")}


def test_dot_has_a_box_for_each_pillar(small: Source) -> None:
    found = read_dot(text(small, "dot"))
    (plan,) = found.subgraphs()
    (upper,) = plan.subgraphs()
    (lower,) = upper.subgraphs()
    kinds = sorted(small.network.nodes[str(node)]["kind"] for node in lower.nodes())
    assert kinds == ["indicator", "indicator", "indicator", "pillar", "project"]
    assert all(each.name.startswith("cluster") for each in (plan, upper, lower))


def test_faulty_dot_is_not_read(small: Source) -> None:
    content = text(small, "dot")
    with pytest.raises(ValueError, match="Invalid Input"):
        read_dot(content.replace(" -> ", " => ", 1))


def test_dot_is_drawn_with_its_words(awkward: Source) -> None:
    drawn = read_dot(text(awkward, "dot")).draw(format="svg", prog="dot")
    words = {"".join(each.itertext()) for each in etree.fromstring(drawn).iter("{*}text")}
    assert "龙山水库" in words
    assert any('=R&D &lt;</b>"' in each for each in words)
