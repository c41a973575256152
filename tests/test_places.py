"""Places: the table itself, how a name is settled, and what is a mention and what only looks like one."""

from pathlib import Path

import pytest

from planskg.errors import BadAsset
from planskg.gazetteer import Gazetteer, load_gazetteer
from planskg.places import COLUMNS, GUARDS, LEVELS, read_lookalikes, read_places

CHANGJI, KIZILSU, XINJIANG, QINGHAI, HAINAN, GUIZHOU = "652300", "653000", "650000", "630000", "460000", "520000"
HEADER = ",".join(COLUMNS)
PROVINCE = "650000,新疆维吾尔自治区,新疆,province,,87.6,43.8,,"


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load_gazetteer()


def test_every_province_prefecture_and_county_is_there(gazetteer: Gazetteer) -> None:
    counts = {level: sum(place.level == level for place in gazetteer) for level in LEVELS}
    assert counts["province"] == 34
    assert counts["prefecture"] > 330
    assert counts["county"] > 2800


def test_codes_levels_and_coordinates_agree(gazetteer: Gazetteer) -> None:
    for place in gazetteer:
        ending = {"province": "0000", "prefecture": "00"}.get(place.level, "")
        assert place.code.endswith(ending), place
        assert place.level == "province" or gazetteer.contains(place.code[:2] + "0000", place.code), place
        assert place.longitude is None or 73 < place.longitude < 136, place
        assert place.latitude is None or 3 < place.latitude < 54, place
        assert len(place.short) != 1, place
    assert sum(place.longitude is None for place in gazetteer) <= 3


def test_every_autonomous_prefecture_has_its_alias(gazetteer: Gazetteer) -> None:
    prefectures = [place for place in gazetteer if place.name.endswith("自治州")]
    assert len(prefectures) == 30
    assert [place.name for place in prefectures if not any(a.endswith("州") for a in place.aliases)] == []


def test_an_alias_means_one_place(gazetteer: Gazetteer) -> None:
    unsure = {alias for place in gazetteer for alias in place.aliases if len(set(gazetteer.named(alias))) > 1}
    # 巴州 is also a district of 巴中, 海南州 no other: what is listed here is settled by the region.
    assert {alias for alias in unsure if gazetteer.settle(alias) is None} == set()


def test_every_guard_is_used(gazetteer: Gazetteer) -> None:
    assert {place.guard for place in gazetteer} == set(GUARDS)


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("昌吉回族自治州", "昌吉"),
        ("克孜勒苏柯尔克孜自治州", "克孜勒苏"),
        ("阿图什市", "阿图什"),
        ("木垒哈萨克自治县", "木垒"),
        ("塔什库尔干塔吉克自治县", "塔什库尔干"),
        ("内蒙古自治区", "内蒙古"),
        ("西藏自治区", "西藏"),
        ("兴安盟", "兴安"),
        ("阿拉善盟", "阿拉善"),
        ("东乡族自治县", "东乡"),
        ("鄂伦春自治旗", "鄂伦春"),
        ("龙胜各族自治县", "龙胜"),
        ("易县", ""),
        ("阿拉善左旗", ""),
    ],
)
def test_short_names(gazetteer: Gazetteer, name: str, short: str) -> None:
    place = gazetteer.settle(name)
    assert place is not None
    assert place.short == short


@pytest.mark.parametrize(
    ("code", "parents"),
    [
        ("652301", ["652300", "650000"]),
        ("659004", ["650000"]),
        ("659012", ["650000"]),
        ("110101", ["110000"]),
        ("429004", ["420000"]),
        ("441900", ["440000"]),
        ("460400", ["460000"]),
        ("620200", ["620000"]),
    ],
)
def test_ancestors(gazetteer: Gazetteer, code: str, parents: list[str]) -> None:
    assert [place.code for place in gazetteer.ancestors(code)] == parents
    assert all(gazetteer.contains(parent, code) and not gazetteer.contains(code, parent) for parent in parents)


def test_descendants(gazetteer: Gazetteer) -> None:
    assert [place.name for place in gazetteer.descendants(KIZILSU)] == ["阿图什市", "阿克陶县", "阿合奇县", "乌恰县"]
    assert gazetteer.contains(KIZILSU, KIZILSU)


@pytest.mark.parametrize(
    ("name", "region", "code"),
    [
        ("昌吉", CHANGJI, "652301"),  # the plan of the prefecture calls itself 全州
        ("昌吉", "652301", "652301"),
        ("昌吉", XINJIANG, "652300"),
        ("昌吉州", CHANGJI, "652300"),
        ("和田", "653200", "653201"),  # the city, not the county
        ("本溪", "210500", "210500"),  # a prefecture-level city is its own city
        ("玉树", QINGHAI, "632700"),
        ("海南", QINGHAI, "632500"),
        ("海南", HAINAN, "460000"),
        ("海南", None, "460000"),
        ("吉林", None, "220000"),
        ("朝阳", None, "211300"),
        ("朝阳区", "110000", "110105"),
        ("朝阳区", None, None),  # 北京's or 长春's
        ("克州", None, "653000"),
        ("准东", CHANGJI, None),  # a development zone
    ],
)
def test_settle(gazetteer: Gazetteer, name: str, region: str | None, code: str | None) -> None:
    place = gazetteer.settle(name, region)
    assert (place and place.code) == code


@pytest.mark.parametrize(
    ("text", "region", "mentions"),
    [
        ("S231线五家渠至昌吉公路", CHANGJI, ["五家渠 659004", "昌吉 652301"]),
        ("准东五彩湾、木垒、呼图壁通用机场", CHANGJI, ["木垒 652328", "呼图壁 652323"]),
        ("克州迎宾馆、阿图什市第六小学", KIZILSU, ["克州 653000", "阿图什市 653001"]),
        ("社会稳定和长治久安", XINJIANG, []),
        ("统筹发展和安全", XINJIANG, []),
        ("增进经济融安全", "450000", []),
        ("共和机场", QINGHAI, ["共和 632521"]),
        ("中华人民共和国", QINGHAI, []),
        ("建设平安青海", QINGHAI, ["青海 630000"]),
        ("平安区", QINGHAI, ["平安区 630203"]),
        ("大方燃煤发电", GUIZHOU, ["大方 520521"]),
        ("落落大方", HAINAN, []),
        ("富裕至加格达奇铁路", "150000", ["富裕 230227", "加格达奇 232761"]),
        ("共同富裕", "230000", []),
        ("截至富裕", "150000", []),
        ("重庆至贵阳高速铁路", GUIZHOU, ["重庆 500000", "贵阳 520100"]),
        ("宣威水库", GUIZHOU, []),  # the county of that name lies elsewhere
        ("赤水河生态修复", GUIZHOU, []),  # a river
        ("赤水河道治理", GUIZHOU, ["赤水 520381"]),
        ("阜康乡村振兴", CHANGJI, ["阜康 652302"]),
        ("黄河南岸", QINGHAI, []),
        ("崖州湾国家实验室", HAINAN, []),
        ("海南大学崖州校区", HAINAN, ["海南 460000", "崖州 460205"]),
        ("北京大学海南研究院", HAINAN, ["海南 460000"]),  # an owner elsewhere
        ("福建援疆产业园", CHANGJI, []),  # a donor
        ("青海湖国家公园", QINGHAI, []),
        ("长沙市场", "430000", ["长沙 430100"]),
        ("各市和县区", "340000", []),
        ("建设美丽江苏", "320000", []),
        ("改造老城区", "410000", []),
    ],
)
def test_find(gazetteer: Gazetteer, text: str, region: str, mentions: list[str]) -> None:
    found = gazetteer.find(text, region)
    assert [f"{text[start:end]} {place and place.code}" for start, end, place in found] == mentions


@pytest.mark.parametrize(
    ("rows", "line", "words"),
    [
        (["code,name"], 1, "columns"),
        ([HEADER, PROVINCE, "652300,昌吉回族自治州"], 3, "9 fields"),
        ([HEADER, "65,新疆维吾尔自治区,新疆,province,,87.6,43.8,,"], 2, "six digits"),
        ([HEADER, "650000,新疆维吾尔自治区,新疆,region,,87.6,43.8,,"], 2, "unknown level"),
        ([HEADER, "650000,新疆维吾尔自治区,新疆,province,,87.6,43.8,,maybe"], 2, "guard"),
        ([HEADER, "650000,新疆维吾尔自治区,新疆,province,,east,43.8,,"], 2, "coordinates"),
        ([HEADER, PROVINCE, PROVINCE], 3, "twice"),
        ([HEADER, PROVINCE, "652301,昌吉市,昌吉,county,652300,,,,"], 3, "parent"),
        ([HEADER, PROVINCE, "652301,昌吉市,昌吉,county,,,,,"], 3, "parent"),
    ],
)
def test_a_bad_table_is_named_with_its_line(tmp_path: Path, rows: list[str], line: int, words: str) -> None:
    table = tmp_path / "places.csv"
    table.write_text("\n".join(rows), encoding="utf-8")
    with pytest.raises(BadAsset, match=words) as caught:
        read_places(table)
    assert caught.value.place == line


def test_a_table_from_a_spreadsheet_is_read(tmp_path: Path) -> None:
    table = tmp_path / "places.csv"
    table.write_text(f"{HEADER}\n{PROVINCE}\n", encoding="utf-8-sig")
    assert [place.name for place in read_places(table)] == ["新疆维吾尔自治区"]


def test_lookalikes_have_comments(tmp_path: Path) -> None:
    words = tmp_path / "lookalikes.txt"
    words.write_text("# waters\n赤水河\n\n兴安岭 # mountains\n", encoding="utf-8")
    assert read_lookalikes(words) == ("赤水河", "兴安岭")
