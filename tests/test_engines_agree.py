"""The compiled way and pySHACL report the same: of each example of a rule, and of hundreds of damaged graphs."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass, replace
from multiprocessing import get_context
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pyoxigraph as ox
import pytest

from planskg.checking.checking import Check
from planskg.checking.engine import Engine, Statement, run_compiled, run_reference
from planskg.checking.previous import Previous, read_previous
from planskg.checking.profiles import profile_triples
from planskg.checking.shape_files import load_shapes
from planskg.checking.shapes import Rule, Shapes
from planskg.errors import PlanskgError
from planskg.extracting.pipeline import extract
from planskg.graph.build import build_graph
from planskg.graph.terms import DCTERMS, RDF, XSD
from planskg.reading import read_document
from refereeing import save_waste

pytestmark = pytest.mark.thorough

PLAN_TEXT = """昌吉回族自治州2023年国民经济和社会发展计划

一、目标
力争地区生产总值增长6%左右，居民收入稳步增长。

二、项目
探索水权交易，开工建设木垒县鸣沙山水库，总投资3亿元。

昌吉回族自治州2023年国民经济和社会发展计划主要指标

指标名称	单位	2022年完成	比上年增长（%）	2023年计划	比上年增长（%）
一、地区生产总值	亿元	1500	6	1650	7
其中：工业增加值	亿元	500	8	1700	稳步增长

注：地区生产总值增速按可比价格计算。
"""
LAST_YEARS = """昌吉回族自治州2022年国民经济和社会发展计划

一、目标
确保地区生产总值增长8%以上，粮食产量达到150万吨。

二、项目
建成木垒县鸣沙山水库。
"""
PROFILE = """
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix plan: <https://w3id.org/planskg/ontology#> .
@prefix group: <https://w3id.org/planskg/profile/group/> .
@prefix ind: <https://w3id.org/planskg/vocab/indicator/> .
<https://example.org/profile> a plan:Profile ; skos:prefLabel "小"@zh , "small"@en ; skos:notation "small" ;
    plan:forGenre "annual-plan" ; plan:requires ind:gdp , group:income ; plan:expects ind:grain-output .
"""
"""The project's own ask for thirty indicators, for each of which pySHACL takes a while."""
BLOCKS, BLOCK = 6, 20
"""Seeds, and how many damaged graphs each gives, alone and once more against last year's plan."""
UNCHECKED = 0.1
"""The share of damaged graphs that pySHACL may give up on: it raises where it cannot compare two values."""
EXAMPLES = Path(__file__).parent / "shapes"
TURTLE = "text/turtle"
Told = set[tuple[str, str, str, str]]
Triples = list[ox.Triple]


@pytest.fixture(scope="module", autouse=True)
def quick() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        save_waste(patch)
        yield


# -- What the two say --------------------------------------------------------------------------------------------------


def told(engine: Engine, statements: Sequence[Statement], added: Sequence[ox.Triple], shapes: Shapes) -> Told:
    return {result.told() for result in Check(statements, added, shapes, engine).results}


def made_profile(folder: Path) -> str:
    path = folder / "small.ttl"
    path.write_text(PROFILE, encoding="utf-8")
    return str(path)


@pytest.fixture(scope="module")
def profile(tmp_path_factory: pytest.TempPathFactory) -> str:
    return made_profile(tmp_path_factory.mktemp("profile"))


def both(statements: Sequence[Statement], profile: str, previous: Previous | None = None) -> tuple[Told, Told]:
    """What each of the two reports of a graph, alone or held against last year's plan."""
    shapes = load_shapes().against if previous else load_shapes().alone
    added = [*profile_triples(statements, profile), *([previous.link] if previous else [])]
    whole = [*statements, *(previous.statements if previous else ())]
    return told(run_compiled, whole, added, shapes), told(run_reference, whole, added, shapes)


def graph_of(text: str, folder: Path, name: str = "plan.txt") -> list[ox.Quad]:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return build_graph(extract(read_document(path)))


# -- Examples ----------------------------------------------------------------------------------------------------------


def examples(rule: Rule) -> list[ox.Literal]:
    return [each for each in (rule.failing, rule.passing) if each is not None]


def read_example(example: ox.Literal, folder: Path) -> Sequence[Statement]:
    if example.datatype.value.endswith(TURTLE):
        return list(ox.parse(example.value, format=ox.RdfFormat.TURTLE))
    return graph_of(example.value, folder)


WITH_EXAMPLES = {rule.code: rule for rule in load_shapes().rules if examples(rule)}


def test_examples_are_found() -> None:
    assert len(WITH_EXAMPLES) >= 14


@pytest.mark.parametrize("rule", WITH_EXAMPLES.values(), ids=WITH_EXAMPLES)
def test_of_the_examples_in_the_shapes(rule: Rule, profile: str, tmp_path: Path) -> None:
    for example in examples(rule):
        statements = read_example(example, tmp_path)
        old = tmp_path / "old.txt"
        old.write_text(rule.previous.value if rule.previous else "", encoding="utf-8")
        compiled, referee = both(statements, profile, read_previous(old, statements) if rule.previous else None)
        assert compiled == referee


PAIRS = sorted(EXAMPLES.glob("*/*.ttl"))


@pytest.mark.parametrize("path", PAIRS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_of_the_graphs_beside_the_shapes(path: Path, profile: str) -> None:
    compiled, referee = both(list(ox.parse(path=str(path), format=ox.RdfFormat.TURTLE)), profile)
    assert compiled == referee
    assert compiled or path.stem == "pass"


# -- Damage ------------------------------------------------------------------------------------------------------------


def drop(triples: Triples, random: Random) -> None:
    """Leave something unsaid."""
    del triples[random.randrange(len(triples))]


def alter(triples: Triples, random: Random) -> None:
    """Give a literal another number, type, language or none of its words."""
    at = random.choice([at for at, each in enumerate(triples) if isinstance(each.object, ox.Literal)])
    triples[at] = _with(triples[at], _altered(triples[at].object, random))


def swap(triples: Triples, random: Random) -> None:
    """Exchange what two nodes say of themselves."""
    first = random.randrange(len(triples))
    second = random.choice([at for at, each in enumerate(triples) if each.predicate == triples[first].predicate])
    one, other = triples[first], triples[second]
    triples[first], triples[second] = _with(one, other.object), _with(other, one.object)


def double(triples: Triples, random: Random) -> None:
    """Say a second thing where one is said."""
    each = random.choice(triples)
    alike = [other.object for other in triples if other.predicate == each.predicate]
    triples.append(_with(each, random.choice(alike)))


def retarget(triples: Triples, random: Random) -> None:
    """Point to another node of the graph."""
    links = [at for at, each in enumerate(triples) if isinstance(each.object, ox.NamedNode)]
    at = random.choice(links)
    triples[at] = _with(triples[at], random.choice(triples).subject)


def retype(triples: Triples, random: Random) -> None:
    """Give a node the class of another."""
    typed = [at for at, each in enumerate(triples) if each.predicate == RDF.type]
    at, other = random.choice(typed), random.choice(typed)
    triples[at] = _with(triples[at], triples[other].object)


DAMAGES: tuple[Callable[[Triples, Random], None], ...] = (drop, alter, swap, double, retarget, retype)


def _with(triple: ox.Triple, value: object) -> ox.Triple:
    return ox.Triple(triple.subject, triple.predicate, value)


def _altered(literal: ox.Literal, random: Random) -> ox.Literal:
    words, language, datatype = literal.value, literal.language, literal.datatype
    if random.random() < 0.25:
        return ox.Literal(words, language=random.choice(("zh", "en", "zh-Hant")))
    if random.random() < 0.33:
        return ox.Literal(words, datatype=random.choice((XSD.string, XSD.integer, XSD.decimal, XSD.gYear, XSD.date)))
    words = random.choice((f"{words}0", f"-{words}") if words.lstrip("-").isdecimal() else (f"{words}多", ""))
    return ox.Literal(words, language=language) if language else ox.Literal(words, datatype=datatype)


def damaged(statements: Sequence[Statement], random: Random) -> Triples:
    """The triples of a graph after one, two or three damages; the link to last year's plan is kept."""
    triples = sorted(({each.triple if isinstance(each, ox.Quad) else each for each in statements}), key=str)
    for _ in range(random.randint(1, 3)):
        random.choice(DAMAGES)(triples, random)
    return triples


# -- Hundreds of graphs, compared by another process while this one compares the examples ------------------------------


class Small:
    """The small plan and last year's, as graphs."""

    def __init__(self, folder: Path) -> None:
        self.profile = made_profile(folder)
        self.graph = graph_of(PLAN_TEXT, folder)
        old = folder / "old.txt"
        old.write_text(LAST_YEARS, encoding="utf-8")
        self.previous = read_previous(old, self.graph)


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Small:
    return Small(tmp_path_factory.mktemp("small"))


def test_of_the_small_plan(small: Small) -> None:
    kinds = {each.object.value.rpartition("#")[2] for each in small.graph if each.predicate == RDF.type}
    assert kinds >= {"Target", "Aim", "Action", "ProjectPledge", "Observation", "Row", "Pillar"}
    for previous in (None, small.previous):
        compiled, referee = both(small.graph, small.profile, previous)
        assert compiled
        assert compiled == referee


def test_a_difference_would_be_seen(small: Small) -> None:
    compiled, _ = both(small.graph, small.profile)
    _, referee = both([each for each in small.graph if each.predicate != DCTERMS.title], small.profile)
    assert compiled != referee


@dataclass(frozen=True)
class Compared:
    """What came of one block of damaged graphs."""

    reported: int
    """How many results in all."""
    unchecked: int
    """How many graphs pySHACL gave up on."""
    different: tuple[str, ...]
    """Results that only one of the two reports."""


def compare_block(seed: int, against: bool) -> Compared:
    random = Random(f"{seed} {against}")
    reported, unchecked, different = 0, 0, []
    with TemporaryDirectory() as folder:
        small = Small(Path(folder))
        for _ in range(BLOCK):
            graph, previous = damaged(small.graph, random), None
            if against:
                previous = replace(small.previous, statements=tuple(damaged(small.previous.statements, random)))
            try:
                compiled, referee = both(graph, small.profile, previous)
            except PlanskgError:
                unchecked += 1
                continue
            reported += len(compiled)
            different += [f"compiled: {each}" for each in compiled - referee]
            different += [f"pySHACL: {each}" for each in referee - compiled]
    return Compared(reported, unchecked, tuple(different))


def _start() -> None:
    save_waste(pytest.MonkeyPatch())


@pytest.fixture(scope="module", autouse=True)
def blocks() -> Iterator[dict[tuple[int, bool], Future[Compared]]]:
    """All blocks, begun before the first test."""
    pool = ProcessPoolExecutor(1, mp_context=get_context("spawn"), initializer=_start)
    yield {(seed, against): pool.submit(compare_block, seed, against) for seed in range(BLOCKS) for against in (0, 1)}
    pool.shutdown(cancel_futures=True)


@pytest.mark.parametrize("against", [False, True], ids=["alone", "against-last-years"])
@pytest.mark.parametrize("seed", range(BLOCKS))
def test_of_damaged_graphs(seed: int, against: bool, blocks: dict[tuple[int, bool], Future[Compared]]) -> None:
    compared = blocks[seed, against].result()
    assert compared.different == ()
    assert compared.reported > BLOCK  # faults were found at all
    assert compared.unchecked <= UNCHECKED * BLOCK
