"""Pictures without a browser: no label clips or covers another, and what they show is what the plans say."""

import json
import os
import re
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from importlib.util import find_spec
from io import BytesIO
from math import cos, radians, sin
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from browser import browse
from invented import invent_store
from planskg.errors import PlanskgError
from planskg.exporting import EXPORTERS, Source, make, to_networkx
from planskg.exporting.charts.figures import commitments, plan_name, read_charts
from planskg.exporting.drawing.clearing import meet
from planskg.exporting.drawing.measuring import NEVER_FIRST, measure, shorten, wrap
from planskg.exporting.drawing.page import PAPERS
from planskg.exporting.maps.area import Map, read_map
from planskg.exporting.maps.boundaries import Area, read_boundaries
from planskg.exporting.maps.svg import NAME, draw_map
from planskg.exporting.maps.symbols import Symbol, Window, read_symbols, window_for
from planskg.exporting.scene import read_scene
from planskg.exporting.views import VIEWS
from planskg.model import Project, Target
from test_exporting import awkward_store, parts_of, store

__all__ = ["awkward_store", "store"]
DRAWN = ("svg", "charts-svg", "map-svg")
SVG = "{http://www.w3.org/2000/svg}"
ASCENT, DESCENT = 0.88, 0.12
"""Of the square that a Chinese character fills, which no ink of it leaves."""
Box = tuple[tuple[float, float], ...]


def needs(*packages: str) -> None:
    """Skip a test whose packages are not there; fail where CI is set."""
    missing = [name for name in packages if find_spec(name) is None]
    if missing and os.environ.get("CI"):
        pytest.fail(f"not installed: {', '.join(missing)}")
    if missing:
        pytest.skip(f"not installed: {', '.join(missing)}")


@pytest.fixture(scope="session")
def advances() -> dict[str, int]:
    """The widths of all characters that the font has, as the font file itself gives them."""
    needs("fontTools", "pylopdf_fonts_zh_cn")
    from fontTools.ttLib import TTFont
    from pylopdf_fonts_zh_cn import sans_path

    with TTFont(sans_path(), lazy=True) as font:
        return {chr(code): font["hmtx"][glyph][0] for code, glyph in font.getBestCmap().items()}


@pytest.fixture(scope="module")
def source(reference_store: ox.Store) -> Source:
    return Source(reference_store)


@pytest.fixture(scope="module")
def large() -> Source:
    return Source(invent_store(plans=6, pillars=12, promises=9))


def files_of(form: str, source: Source) -> dict[str, str]:
    return {name: part.decode() for name, part in parts_of(EXPORTERS[form].write(source)).items()}


# -- Words -------------------------------------------------------------------------------------------------------------


def test_widths_are_those_of_the_font(advances: dict[str, int]) -> None:
    assert len(advances) > 30_000
    assert {sign for sign, width in advances.items() if measure(sign, 1000) != width} == set()


@pytest.mark.parametrize(
    ("words", "room", "expected"),
    [
        ("城镇新增就业", 6, ["城镇新增就业"]),
        ("城镇新增就业", 4, ["城镇新增", "就业"]),
        ("加快建设，完善", 4, ["加快建", "设，完善"]),
        ("推进（甲乙）", 3, ["推进", "（甲", "乙）"]),
        ("增长12.5%以上", 4, ["增长", "12.5%以", "上"]),
        ("a b", 9, ["a b"]),
        ("", 4, [""]),
    ],
)
def test_lines_break_where_they_may(words: str, room: int, expected: list[str]) -> None:
    assert wrap(words, 10, room * 10) == expected


@given(st.text(st.sampled_from("城镇就业（），。12.5%aB “”"), max_size=60), st.integers(4, 12))
def test_wrapping_loses_nothing_and_fits(words: str, room: int) -> None:
    lines = wrap(words, 10, room * 10, most=99)
    assert "".join("".join(lines).split()) == "".join(words.split())
    assert all(measure(line, 10) <= room * 10 for line in lines)


def test_a_mark_begins_no_line() -> None:
    lines = wrap("提质增效，" * 12, 10, 50)
    assert len(lines) > 3
    assert not {line[0] for line in lines} & set(NEVER_FIRST)


@given(st.text(max_size=30), st.floats(0, 200))
def test_what_is_shortened_fits(words: str, room: float) -> None:
    cut = shorten(words, 10, room)
    assert cut == words or measure(cut, 10) <= room
    assert not cut or words.startswith(cut.removesuffix("…")) or cut == words


# -- Boxes -------------------------------------------------------------------------------------------------------------


def square(x: float, y: float, side: float, turn: float = 0) -> Box:
    corners = ((0, 0), (side, 0), (side, side), (0, side))
    across, down = cos(radians(turn)), sin(radians(turn))
    return tuple((x + a * across - b * down, y + a * down + b * across) for a, b in corners)


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (square(0, 0, 10), square(9, 9, 10), True),
        (square(0, 0, 10), square(10, 0, 10), False),
        (square(0, 0, 10), square(2, 2, 3), True),
        (square(0, 0, 10), square(17.5, 5, 10, 45), False),
        (square(0, 0, 10), square(14, -3, 10, 45), True),
        (square(0, 0, 10), square(10.5, 10.5, 10, -45), False),
    ],
)
def test_boxes_meet(first: Box, second: Box, expected: bool) -> None:
    assert meet(first, second) is meet(second, first) is expected


def boxes(svg: str, advances: dict[str, int]) -> list[tuple[str, Box]]:
    """The box of each line of words in a drawing, by the widths of the font file."""
    found = []
    for text in etree.fromstring(svg.encode()).iter(f"{SVG}text"):
        words = "".join((text.text or "", *(each.tail or "" for each in text)))
        size, x, y = (float(text.get(name)) for name in ("font-size", "x", "y"))
        wide = sum(advances.get(sign, 1000) for sign in words) * size / 1000
        if text.get("textLength"):
            assert float(text.get("textLength")) == pytest.approx(wide, rel=0.001, abs=0.02)
        left = -wide * {"start": 0, "middle": 0.5, "end": 1}[text.get("text-anchor", "start")]
        turned = re.fullmatch(r"rotate\((\S+) \S+ \S+\)", text.get("transform", "rotate(0 0 0)"))
        assert turned
        across, down = cos(radians(float(turned[1]))), sin(radians(float(turned[1])))
        corners = ((left, -ASCENT), (left + wide, -ASCENT), (left + wide, DESCENT), (left, DESCENT))
        box = ((a, b * size) for a, b in corners)
        found.append((words, tuple((x + a * across - b * down, y + a * down + b * across) for a, b in box)))
    return found


def faults(svg: str, advances: dict[str, int]) -> Iterator[str]:
    """What of a drawing is clipped, and which of its words cover each other."""
    wide, tall = map(float, etree.fromstring(svg.encode()).get("viewBox").split()[2:])
    found = boxes(svg, advances)
    filed: dict[tuple[int, int], list[int]] = {}
    for number, (words, box) in enumerate(found):
        (left, right), (top, bottom) = ((min(each), max(each)) for each in zip(*box, strict=True))
        if left < 0 or top < 0 or right > wide or bottom > tall:
            yield f"{words} is clipped"
        cells = [
            (x, y)
            for x in range(int(left // 200), int(right // 200) + 1)
            for y in range(int(top // 200), int(bottom // 200) + 1)
        ]
        near = {each for cell in cells for each in filed.get(cell, ())}
        yield from (f"{words} covers {found[each][0]}" for each in near if meet(box, found[each][1], 0.05))
        for cell in cells:
            filed.setdefault(cell, []).append(number)


@pytest.mark.parametrize("form", DRAWN)
def test_no_label_clips_or_covers_another(form: str, store: ox.Store, advances: dict[str, int]) -> None:
    for name, svg in files_of(form, Source(store)).items():
        assert list(faults(svg, advances)) == [], name


@pytest.mark.parametrize(("form", "paper"), [("svg", "A4"), ("svg", "A0"), ("charts-svg", "A4"), ("map-svg", "A4")])
def test_no_label_of_many_clips_or_covers_another(
    form: str, paper: str, large: Source, advances: dict[str, int]
) -> None:
    source = Source(large.store, {"paper": paper})
    found = files_of(form, source)
    assert sum(len(boxes(svg, advances)) for svg in found.values()) > (3000 if form == "svg" else 10)
    assert [fault for svg in found.values() for fault in faults(svg, advances)] == []


def test_a_label_out_of_its_place_is_seen(source: Source, advances: dict[str, int]) -> None:
    svg = files_of("svg", source)["places.svg"]
    places = re.findall(r'<text x="(\S+)" y="(\S+)"', svg)
    moved = svg.replace(f'y="{places[9][1]}"', f'y="{float(places[10][1]) - 2}"')
    assert any("covers" in fault for fault in faults(moved, advances))
    out = svg.replace(f'x="{places[9][0]}" y="{places[9][1]}"', f'x="-5" y="{places[9][1]}"')
    assert any("clipped" in fault for fault in faults(out, advances))


# -- Pages -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", DRAWN)
def test_a_drawing_is_whole_and_needs_nothing(form: str, store: ox.Store) -> None:
    for svg in files_of(form, Source(store)).values():
        tree = etree.fromstring(svg.encode())
        assert tree.findtext(f"{SVG}title")
        assert {etree.QName(each).localname for each in tree.iter()} <= {"svg", "title", "rect", "g", "path", "text"}
        assert not re.search(r"\b(?:href|src|url\(|style|on[a-z]+)=?", re.sub(r">[^<]*<", "><", svg))


def test_the_words_of_each_spot_are_on_the_page(source: Source) -> None:
    found = files_of("svg", source)
    scene = read_scene(source.network)
    for view in VIEWS.values():
        pages = [svg for name, svg in found.items() if re.fullmatch(rf"{view.name}(-\d+)?\.svg", name)]
        trees = [etree.fromstring(svg.encode()) for svg in pages]
        drawn = "".join("".join(tree.itertext()) for tree in trees)
        flat = "".join(drawn.split())
        labels = {spot.label for sheet in view.make(scene, source.network) for spot in sheet.spots}
        assert labels
        assert {label for label in labels if "".join(label.split()) not in flat} == set()


def test_a_page_too_full_for_its_labels_has_one_for_each_plan(large: Source) -> None:
    small = files_of("svg", Source(large.store, {"paper": "A4"}))
    assert sum(name.startswith("whole-") for name in small) == 7
    wide = files_of("svg", Source(invent_store(plans=2, pillars=3, promises=3)))
    assert "whole.svg" in wide


@pytest.mark.parametrize("paper", PAPERS)
def test_pages_have_the_size_of_paper(paper: str, source: Source) -> None:
    wide, tall = PAPERS[paper]
    for svg in files_of("svg", Source(source.store, {"paper": paper})).values():
        tree = etree.fromstring(svg.encode())
        assert (tree.get("width"), tree.get("height")) == (f"{wide}mm", f"{tall}mm")
        view = list(map(float, tree.get("viewBox").split()))
        assert view[2] / view[3] == pytest.approx(wide / tall, rel=0.01)


@pytest.mark.parametrize(
    ("options", "words"),
    [({"paper": "A9"}, "A9: no such paper"), ({"dpi": "many"}, "dpi=many"), ({"dpi": "9000"}, "dpi=9000")],
)
def test_a_bad_option_is_told(options: dict[str, str], words: str, source: Source) -> None:
    with pytest.raises(PlanskgError, match=words):
        EXPORTERS["png"].write(Source(source.store, options))


def test_png_is_the_same_when_processes_draw_it(awkward_store: ox.Store) -> None:
    needs("resvg_py", "pylopdf_fonts_zh_cn")
    source = Source(awkward_store, {"dpi": "20"})
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as workers:
        assert make(EXPORTERS["png"], source, workers.map) == EXPORTERS["png"].write(source)


def test_png_is_as_large_as_its_paper_and_shows_words(reference_store: ox.Store) -> None:
    needs("PIL", "resvg_py", "pylopdf_fonts_zh_cn")
    from PIL import Image

    from planskg.exporting.drawing.png import write_png

    source = Source(reference_store)
    svg = files_of("svg", source)["indicators.svg"]
    picture = Image.open(BytesIO(write_png(svg, 60)))
    assert picture.size == pytest.approx((992.1, 701.6), abs=1)
    assert picture.info["dpi"] == pytest.approx((60, 60), abs=0.1)
    dark = sum(picture.convert("L").histogram()[:128])
    blank = Image.open(BytesIO(write_png(re.sub(r"<text.*?</text>", "", svg), 60)))
    assert dark > 4 * sum(blank.convert("L").histogram()[:128])


def test_readers_see_a_broken_file(source: Source) -> None:
    svg = files_of("svg", source)["places.svg"]
    assert EXPORTERS["svg"].verify({"a.svg": svg}, source).fault == ""
    assert EXPORTERS["svg"].verify({"a.svg": svg[:-9]}, source).fault
    needs("PIL", "resvg_py", "pylopdf_fonts_zh_cn")
    from planskg.exporting.drawing.png import write_png

    png = write_png(svg, 30)
    assert EXPORTERS["png"].verify({"a.png": png}, source).fault == ""
    assert "a.png" in EXPORTERS["png"].verify({"a.png": png[: len(png) // 2]}, source).fault


# -- Charts ------------------------------------------------------------------------------------------------------------


def charts_of(source: Source) -> dict[str, Any]:
    return {chart.name: chart for chart in read_charts(source)}


def test_targets_stand_side_by_side(source: Source) -> None:
    chart = charts_of(source)["growth"]
    rows = {label: [(chart.series[dot.series].name, dot.words) for dot in dots] for label, dots in chart.rows}
    assert rows["地区生产总值"] == [("昌吉州 2023", "7%左右"), ("克州 2023", "8%以上")]
    assert all(len({dot.series for dot in dots}) == 2 for _, dots in chart.rows)
    lows = [(dot.low, chart.place(row, dot.low)) for row, (_, dots) in enumerate(chart.rows) for dot in dots]
    assert sorted(lows) == sorted(lows, key=lambda pair: pair[1])


def test_counts_lose_nothing(source: Source) -> None:
    charts = charts_of(source)
    found = [(number, record) for number, _, record in commitments(source)]
    for number, plan in enumerate(source.plans):
        chart = charts[f"firmness-{number + 1}"]
        assert plan_name(plan) in chart.chinese
        assert sum(map(sum, (counts for _, counts in chart.rows))) == sum(each == number for each, _ in found)
    pledges = [record for _, record in found if isinstance(record, Project)]
    wanted = Counter(record.stage for record in pledges for _ in record.sectors or [None])
    counted = [sum(column) for column in zip(*(counts for _, counts in charts["projects"].rows), strict=True)]
    assert sorted(counted) == sorted(wanted.values())
    due = charts["due"]
    by_year = Counter(str(record.year) for _, record in found for _ in record.sectors or [None])
    shown = Counter[str]()
    for cell in due.cells:
        shown[due.columns[cell.column]] += len(cell.items)
    assert shown == by_year


def test_svg_of_a_chart_prints_its_figures(source: Source) -> None:
    svg = files_of("charts-svg", source)["growth.svg"]
    assert {"8%以上", "7%左右", "地区生产总值"} <= {
        each.text for each in etree.fromstring(svg.encode()).iter(f"{SVG}text")
    }


# -- Maps --------------------------------------------------------------------------------------------------------------

SQUARE = ((0.0, 0.0), (4.0, 0.0), (4.0, 4.0), (0.0, 4.0), (0.0, 0.0))
HOLE = ((1.0, 1.0), (2.0, 1.0), (2.0, 2.0), (1.0, 2.0), (1.0, 1.0))


def test_symbols_count_projects_and_targets(source: Source) -> None:
    symbols = {symbol.name: symbol for symbol in read_symbols(source)}
    network = to_networkx(source.store)
    located = Counter(
        network.nodes[end]["label"] for _, end, relation in network.edges(data="relation") if relation == "located"
    )
    counties = {name for name in located if name.endswith(("市", "县"))}
    assert counties
    assert {name: len(symbols[name].projects) for name in counties} == {name: located[name] for name in counties}
    targets = [record for _, _, record in commitments(source) if isinstance(record, Target)]
    most = sum(max(1, len(record.places)) for record in targets)
    assert len({record.indicator for record in targets}) <= sum(len(each.targets) for each in symbols.values()) <= most


@pytest.mark.parametrize(
    ("spot", "expected"), [((3.0, 3.0), True), ((1.5, 1.5), False), ((5.0, 3.0), False), ((-1.0, 3.0), False)]
)
def test_an_area_holds_what_lies_within(spot: tuple[float, float], expected: bool) -> None:
    assert Area("x", (SQUARE, HOLE)).holds(spot) is expected


@pytest.mark.parametrize("spots", [[], [(76.2, 39.7)], [(76.2, 39.7), (87.3, 44.0)], [(179.9, 89.9), (-179.9, -89.9)]])
def test_a_window_holds_its_spots(spots: list[tuple[float, float]]) -> None:
    window = window_for(spots)
    assert window.west < window.east
    assert window.south < window.north
    assert all(window.west <= east <= window.east for east, _ in spots)


def test_a_large_symbol_is_named_among_small_ones() -> None:
    around = [(88 + across / 10, 44 + down / 10) for across in range(-9, 10) for down in range(-9, 10)]
    small = [Symbol(f"{number}县", spot, ("项目",), ()) for number, spot in enumerate(around)]
    large = Symbol("州", (88.0, 44.0), ("项目",) * 90, ("目标",) * 90)
    shown = Map((large, *small), (), Window(86.5, 42.5, 89.5, 45.5))
    page = draw_map(shown, "地图", "")
    named = [each for each in page.words if each.words == "州" and each.size == NAME]
    assert len(named) == 1
    assert not any(meet(named[0].corners, each.corners) for each in page.words if each != named[0])


def boundaries(path: Path, geometry: Any) -> str:
    feature = {"type": "Feature", "properties": {"name": "甲"}, "geometry": geometry}
    path.write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}), encoding="utf-8")
    return str(path)


def test_boundaries_are_those_of_the_file(tmp_path: Path, source: Source) -> None:
    ring = [[70, 35], [95, 35], [95, 50], [70, 50], [70, 35]]
    given = boundaries(tmp_path / "b.json", {"type": "MultiPolygon", "coordinates": [[ring]]})
    with_areas = Source(source.store, {"boundaries": given})
    shown = read_map(with_areas)
    assert [area.name for area in shown.areas] == ["甲"]
    assert shown.window.west < 70
    assert shown.window.east > 95
    assert read_map(source).window.west > 70
    assert "<title>甲</title>" in files_of("map-svg", with_areas)[""]
    assert "<title>甲</title>" not in files_of("map-svg", source)[""]
    data = files_of("map", with_areas)[""].split('id="data">')[1].split("</script>")[0]
    features = json.loads(data)["ground"]["features"]
    assert [(each["properties"]["name"], each["geometry"]["coordinates"]) for each in features] == [("甲", [ring])]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{", "is no JSON"),
        ("[]", "is of type None"),
        ('{"type": "Topology"}', "is of type 'Topology'"),
        ('{"type": "FeatureCollection", "features": []}', "holds no polygon"),
        ('{"type": "Point", "coordinates": [1, 2]}', "is of type 'Point'"),
        ('{"type": "Polygon", "coordinates": [[[4000, 5000], [1, 1], [2, 2]]]}', "not degrees"),
        ('{"type": "Polygon", "coordinates": [7]}', "cannot be read"),
        ('{"type": "FeatureCollection", "features": ["x"]}', "cannot be read"),
    ],
)
def test_bad_boundaries_are_told(text: str, words: str, tmp_path: Path) -> None:
    path = tmp_path / "b.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(PlanskgError, match=words) as told:
        read_boundaries(str(path))
    assert str(path) in str(told.value)


def test_missing_boundaries_are_told(tmp_path: Path) -> None:
    with pytest.raises(PlanskgError, match="cannot be read"):
        read_boundaries(str(tmp_path / "none.json"))


def test_the_picture_of_a_window_is_true_at_its_middle() -> None:
    assert Window(70, 59, 80, 61).stretch == pytest.approx(0.5)


# -- Pages in a browser ------------------------------------------------------------------------------------------------

EMPTY = "[...document.querySelectorAll('.chart,#map')].filter(each => !each.querySelector('svg text, svg path')).length"
"""How many charts are not drawn."""


@pytest.mark.parametrize("form", ["charts", "map"])
def test_pages_are_drawn_and_ask_no_network(form: str, store: ox.Store, tmp_path: Path) -> None:
    path = tmp_path / EXPORTERS[form].path
    content = EXPORTERS[form].write(Source(store))
    assert isinstance(content, str)
    path.write_text(content, encoding="utf-8")
    with browse() as page:
        for dark, width in ((False, 1400), (True, 390)):
            page.show(width, 900, dark=dark)
            page.open(path)
            assert page.run(EMPTY) == 0
            assert page.run("document.documentElement.scrollWidth") <= width
            asked = [
                each["params"]["request"]["url"]
                for each in page.events
                if each["method"] == "Network.requestWillBeSent"
            ]
            assert {url.partition(":")[0] for url in asked} <= {"file", "data", "about"}
            assert [
                each for each in page.events if each["method"] in ("Runtime.exceptionThrown", "Log.entryAdded")
            ] == []


OVERLAPS = """(() => {
  const box = each => each.getBoundingClientRect(), map = box(document.querySelector('#map'));
  const names = [...document.querySelectorAll('#map text')].map(box).filter(each => each.right > map.left);
  const shapes = [...document.querySelectorAll('#map path')].map(box);
  const discs = shapes.filter(each => each.height > 24 && each.height < 90);
  return [names.length, names.filter(each => each.left < map.left || each.right > map.right).length,
    names.filter(each => discs.some(disc => each.left < disc.right && each.right > disc.left
      && Math.abs(each.top + each.bottom - disc.top - disc.bottom) < disc.height)).length];
})()"""
"""Of the names on the map: how many there are, how many cross its edge, how many cover a large disc."""


@pytest.mark.parametrize("width", [1400, 390])
def test_names_on_the_map_stand_clear_of_its_edge_and_of_large_symbols(
    width: int, source: Source, tmp_path: Path
) -> None:
    path = tmp_path / "map.html"
    path.write_text(files_of("map", source)[""], encoding="utf-8")
    with browse() as page:
        page.show(width, 900)
        page.open(path)
        names, crossing, covering = page.run(OVERLAPS)
    assert names > 5
    assert (crossing, covering) == (0, 0)


@pytest.mark.parametrize(
    ("form", "planted"), [("charts", ('id="chart-due"', 'id="chart-do"')), ("map", ("<tbody>", "<tbody><tr>"))]
)
def test_readers_see_a_page_that_lost_something(form: str, planted: tuple[str, str], source: Source) -> None:
    exporter = EXPORTERS[form]
    content = exporter.write(source)
    assert isinstance(content, str)
    good = exporter.verify(content, source)
    assert good.fault == ""
    assert good.rows > 5
    assert planted[0] in content
    assert exporter.verify(content.replace(*planted), source).fault
