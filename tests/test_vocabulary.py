"""ontology/vocab: each file parses, each concept is whole, no word means two things, every pointer has its end."""

import re
from functools import cache
from itertools import chain
from pathlib import Path

import pyoxigraph as ox
import pytest

from conftest import ROOT
from planskg.errors import BadAsset
from planskg.vocabulary import PLAN, QUDT, SCHEMES, SKOS, Concept, Scheme, multiplier, read_scheme

FOLDER = ROOT / "ontology" / "vocab"
FEWEST = {
    "indicators": 230,
    "units": 100,
    "comparators": 4,
    "measures": 3,
    "stages": 6,
    "firmness": 5,
    "sectors": 25,
    "themes": 10,
    "residue": 8,
    "cues": 10,
}
"""How many concepts each file holds at least, so that a wrong path or a cut file cannot pass."""
NAMESPACE = "https://w3id.org/planskg/vocab/"
POINTERS = {"sector": "sectors", "defaultUnit": "units"}
POLARITIES = {PLAN + name for name in ("HigherIsBetter", "LowerIsBetter", "Neutral")}
PREFIXED = ("千瓦", "千米", "千克", "千伏", "千升", "千分点", "百分点")
"""Units that begin with a multiplier which is part of the word; any other would swallow the one in 3百亩."""


@cache
def scheme(name: str) -> Scheme:
    return read_scheme(FOLDER / f"{name}.ttl")


@cache
def triples(name: str) -> frozenset[ox.Triple]:
    return frozenset(ox.parse(path=str(FOLDER / f"{name}.ttl"), format=ox.RdfFormat.TURTLE))


def iris(name: str, place: str) -> set[str]:
    """The IRIs that stand as subject, predicate or object in a file."""
    return {node.value for triple in triples(name) if isinstance(node := getattr(triple, place), ox.NamedNode)}


def twice(words: list[str]) -> list[str]:
    return sorted({word for word in words if words.count(word) > 1})


def test_the_folder_holds_the_schemes() -> None:
    assert {path.stem for path in FOLDER.glob("*.ttl")} == set(SCHEMES) == set(FEWEST)


@pytest.mark.parametrize("name", SCHEMES)
def test_enough_concepts(name: str) -> None:
    assert len(scheme(name).concepts) >= FEWEST[name]


@pytest.mark.parametrize("name", SCHEMES)
def test_every_subject_is_a_concept_of_its_scheme(name: str) -> None:
    concepts = {concept.iri for concept in scheme(name)}
    (own,) = iris(name, "subject") - concepts
    in_scheme = ox.NamedNode(SKOS + "inScheme")
    assert {t.object.value for t in triples(name) if t.predicate == in_scheme} == {own}
    assert own.startswith(NAMESPACE) and all(iri.startswith(own + "/") for iri in concepts)


@pytest.mark.parametrize("name", SCHEMES)
def test_notations_are_unique(name: str) -> None:
    assert twice([concept.notation for concept in scheme(name)]) == []


@pytest.mark.parametrize("name", sorted({*SCHEMES} - {"cues"}))
def test_a_word_names_one_concept(name: str) -> None:
    """A function word may do several things (对 opens a phrase and stands for a verb), so cues are left out."""
    assert twice(list(chain.from_iterable(concept.names for concept in scheme(name)))) == []


@pytest.mark.parametrize("name", SCHEMES)
def test_a_sign_betrays_one_concept(name: str) -> None:
    assert twice(list(chain.from_iterable(concept.signs for concept in scheme(name)))) == []


@pytest.mark.parametrize("name", SCHEMES)
def test_words_are_trimmed(name: str) -> None:
    words = [w for c in scheme(name) for w in (*c.names, *c.signs, c.notation, c.english)]
    assert [word for word in words if not word or word != word.strip()] == []


@pytest.mark.parametrize(
    ("name", "pointer", "end"), [(name, pointer, end) for name in SCHEMES for pointer, end in POINTERS.items()]
)
def test_pointers_resolve(name: str, pointer: str, end: str) -> None:
    ends = {concept.iri for concept in scheme(end)}
    assert [(c.notation, iri) for c in scheme(name) for iri in c.values(pointer) if iri not in ends] == []


@pytest.mark.parametrize("concept", scheme("indicators").concepts, ids=lambda concept: concept.notation)
def test_an_indicator_is_whole(concept: Concept) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", concept.notation)
    assert concept.iri == f"{NAMESPACE}indicator/{concept.notation}"
    assert len(concept.values("defaultUnit")) == 1
    assert concept.value("polarity") in POLARITIES
    assert 1 <= len(concept.values("sector")) <= 2


UNIT = re.compile("|".join(map(re.escape, scheme("units").words())))


@pytest.mark.parametrize("unit", scheme("units").concepts, ids=lambda unit: unit.notation)
def test_a_unit_reads_back(unit: Concept) -> None:
    """3<unit> gives the unit, whichever of its names is printed and whatever follows."""
    for name, after in ((name, after) for name in unit.names for after in ("", "以上", "，")):
        found = UNIT.match(f"3{name}{after}", 1)
        assert found and scheme("units").by_name[found[0]] == unit, name


@pytest.mark.parametrize("unit", scheme("units").concepts, ids=lambda unit: unit.notation)
def test_a_unit_is_whole(unit: Concept) -> None:
    assert unit.label == unit.notation
    assert unit.value("dimension")
    assert multiplier(unit) > 0
    assert not any(name[0].isdigit() for name in unit.names)
    assert not any(name[0] in "十百千万亿" for name in unit.names if not name.startswith(PREFIXED))


def test_units_of_one_dimension_compare() -> None:
    """Where one unit of a dimension has a multiplier, all have: a missing one would be read as 1."""
    scaled: dict[str | None, set[bool]] = {}
    for unit in scheme("units"):
        has = any(key == QUDT + "conversionMultiplier" for key, _ in unit.properties)
        scaled.setdefault(unit.value("dimension"), set()).add(has)
    assert [dimension for dimension, kinds in scaled.items() if len(kinds) > 1] == []


@pytest.mark.parametrize(
    ("printed", "notation"),
    [
        ("人（次）以上", "人次"),
        ("（头）只", "头只"),
        ("个百分点", "百分点"),
        ("千瓦时", "千瓦时"),
        ("千瓦项目", "千瓦"),
        ("吨标准煤/万元", "吨标准煤/万元"),
        ("个（托位）/千人", "个/千人"),
        ("微克每立方米", "微克/立方米"),
        ("EFLOPS", "Eflops"),
        ("标准箱", "标箱"),
        ("㎡", "平方米"),
        ("个县", "个"),
    ],
)
def test_spellings_of_units(printed: str, notation: str) -> None:
    found = UNIT.match(printed)
    assert found and scheme("units").by_name[found[0]].notation == notation


@pytest.mark.parametrize(
    ("name", "notation"),
    [
        ("GDP", "gdp"),
        ("规上工业增加值", "large-industry-value-added"),
        ("规模以上工业增加值增速", "large-industry-value-added"),
        ("社零总额", "retail-sales"),
        ("城镇常住居民人均可支配收入", "urban-income"),
        ("居民消费价格涨幅", "consumer-prices"),
        ("居民消费价格指数（上年=100）", "consumer-prices"),
        ("PM2.5浓度", "pm25"),
    ],
)
def test_names_of_indicators(name: str, notation: str) -> None:
    assert scheme("indicators").by_name[name].notation == notation


@pytest.mark.parametrize(
    ("turtle", "reason"),
    [
        ("x:a skos:inScheme x: ; skos:prefLabel '甲'@zh , 'a'@en .", "needs one skos:notation, has 0"),
        ("x:a skos:inScheme x: ; skos:notation 'a' ; skos:prefLabel '甲'@zh .", "needs one skos:prefLabel@en, has 0"),
        ("x:a skos:inScheme x: ; skos:prefLabel '甲'@zh , '乙'@zh .", "needs one skos:prefLabel@zh, has 2"),
        ("x:a skos:inScheme", "Turtle"),
    ],
)
def test_a_bad_concept_is_named(tmp_path: Path, turtle: str, reason: str) -> None:
    path = tmp_path / "bad.ttl"
    path.write_text(f"@prefix skos: <{SKOS}> .\n@prefix x: <http://example.org/> .\n{turtle}\n", encoding="utf-8")
    with pytest.raises(BadAsset, match=re.escape(reason)):
        read_scheme(path)
