"""The page of the graph: what its views show, where it stands, and how it behaves in a browser."""

import json
import os
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import networkx as nx
import pyoxigraph as ox
import pytest

from browser import Page, browse, find_browser
from invented import invent_store
from planskg.exporting import EXPORTERS, Source
from planskg.exporting.importance import as_network, weigh
from planskg.exporting.layouts import LAYOUTS
from planskg.exporting.layouts.columns import ROW
from planskg.exporting.layouts.place import depths
from planskg.exporting.scene import Scene, read_scene
from planskg.exporting.views import COMMITMENTS, FULL, VIEWS, Sheet, Spot
from planskg.graph.build import build_graph
from planskg.graph.draft import document_node
from planskg.graph.store import open_store, replace_document
from planskg.model import Document, Extraction, Metadata, Project, Span

PANS = 15
"""Frames a second that a pan must reach; it was 54 to 60 where nothing else ran."""


@pytest.fixture(scope="module")
def source(reference_store: ox.Store) -> Source:
    return Source(reference_store)


@pytest.fixture(scope="module")
def scene(source: Source) -> Scene:
    return read_scene(source.network)


@pytest.fixture(scope="module")
def large() -> Source:
    return Source(invent_store(plans=5, pillars=12, promises=8))


@pytest.fixture(params=["two plans", "a thousand nodes"])
def either(request: pytest.FixtureRequest, source: Source, large: Source) -> Source:
    return {"two plans": source, "a thousand nodes": large}[request.param]


def sheets_of(source: Source, view: str) -> list[Sheet]:
    return list(VIEWS[view].make(read_scene(source.network), source.network))


def spots_of(source: Source, view: str) -> list[Spot]:
    return [spot for sheet in sheets_of(source, view) for spot in sheet.spots]


# -- Views -------------------------------------------------------------------------------------------------------------


def test_the_whole_loses_no_promise(source: Source, scene: Scene) -> None:
    carried = {
        key for _, _, key, told in source.network.edges(data=True, keys=True) if "quote" in told and "rule" in told
    }
    assert {promise.iri for promise in scene.promises} == carried
    drawn = {spot.node for spot in spots_of(source, "whole")}
    assert drawn >= {
        node
        for promise in scene.promises
        for node in (promise.document, promise.pillar, *promise.items, *promise.sectors)
    }


def test_each_promise_stands_once_under_its_heading(source: Source, scene: Scene) -> None:
    promised = {(each.iri, each.pillar) for each in scene.promises if each.told["relation"] in COMMITMENTS}
    shown = [
        (spot.node, sheet.spots[spot.above].node)
        for sheet in sheets_of(source, "plans")
        for spot in sheet.spots
        if spot.kind not in ("plan", "pillar")
    ]
    assert sorted(shown) == sorted(promised)


def test_each_project_stands_in_its_places(source: Source, scene: Scene) -> None:
    (sheet,) = sheets_of(source, "places")
    homes = defaultdict(set)
    for spot in sheet.spots:
        if spot.kind == "project":
            homes[spot.label].add(sheet.spots[spot.above].label)
    assert len(homes) == sum(kind == "project" for kind in scene.kinds.values())
    assert homes["S231线五家渠至昌吉公路"] == {"五家渠市", "昌吉市"}
    assert homes["乔诺水库"] == {"克孜勒苏柯尔克孜自治州"}  # names no place, so it is its plan's


def test_a_project_of_a_plan_without_a_place_stands_under_the_plan() -> None:
    text = "建成龙山水库。"
    document = Document("nowhere", text, Metadata(year=2030, title="无名计划"))
    whole = Span(0, len(text))
    project = Project(span=Span(2, 6), rule="r", year=2030, sentence=whole, name="龙山水库", stage="complete")
    store = open_store()
    replace_document(store, document_node(document), build_graph(Extraction(document, (project,))), ())
    (sheet,) = sheets_of(Source(store), "places")
    assert [(spot.kind, spot.label, spot.above) for spot in sheet.spots] == [
        ("plan", "无名计划", -1),
        ("project", "龙山水库", 0),
    ]
    assert data_of(Source(store))["promises"][0]["places"] == []


def test_shared_indicators_say_what_each_plan_wants(source: Source, scene: Scene) -> None:
    (sheet,) = sheets_of(source, "indicators")
    plan_of = {cell: sheet.spots[plan].label for plan, cell in sheet.links}
    wanted = defaultdict(set)
    for number, spot in enumerate(sheet.spots):
        if spot.above >= 0:
            wanted[sheet.spots[spot.above].label].add((plan_of[number], spot.label))
    assert wanted["地区生产总值"] == {("昌吉州 2023", "7%左右"), ("克州 2023", "8%以上")}
    assert all(len({plan for plan, _ in cells}) > 1 for cells in wanted.values())


def test_a_duty_stands_with_each_of_its_sectors(source: Source, scene: Scene) -> None:
    wanted = Counter(
        promise.iri for promise in scene.promises for _ in promise.sectors if promise.told["relation"] in COMMITMENTS
    )
    shown = Counter(spot.node for spot in spots_of(source, "sectors") if spot.kind not in ("sector", "plan"))
    assert shown == wanted


@pytest.mark.parametrize("view", ["plans", "places", "sectors"])
def test_a_sheet_is_full_before_the_tree_that_would_overfill_it(view: str, either: Source) -> None:
    found = sheets_of(either, view)
    assert all(len(sheet.spots) <= FULL or sum(spot.above < 0 for spot in sheet.spots) == 1 for sheet in found)
    for sheet, after in pairwise(found):
        first = next((n for n, spot in enumerate(after.spots) if n and spot.above < 0), len(after.spots))
        assert len(sheet.spots) + first > FULL


# -- Layouts -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("shape", ["wide", "tall"])
def test_no_two_spots_stand_at_one_place(view: str, shape: str, either: Source) -> None:
    for sheet in sheets_of(either, view):
        places = [getattr(place, shape) for place in LAYOUTS[VIEWS[view].form](sheet)]
        assert len(places) == len(sheet.spots)
        assert len(set(places)) == len(places)


@pytest.mark.parametrize("view", ["plans", "places", "sectors"])
@pytest.mark.parametrize("shape", ["wide", "tall"])
def test_lines_of_a_list_keep_apart(view: str, shape: str, either: Source) -> None:
    """Each label has its row, and the room that it is given ends before the next column."""
    for sheet in sheets_of(either, view):
        boxes = [(*getattr(place, shape), getattr(place, shape)[0] + place.room) for place in LAYOUTS["columns"](sheet)]
        for (x, y, _), (after, below, _) in pairwise(boxes):
            assert (below - y >= ROW) or (after > x and below < y)
        roots = sorted({x for (x, _, _), depth in zip(boxes, depths(sheet), strict=True) if depth == 0})
        assert all(end <= root for x, _, end in boxes for root in roots if root > x)


def test_leaves_stand_apart_on_the_rim() -> None:
    spots = (
        Spot("d", "plan", "d"),
        Spot("p", "pillar", "p", 0),
        Spot("a", "project", "a", 1),
        Spot("b", "project", "b", 1),
        Spot("q", "pillar", "q", 0),
    )
    places = dict(zip("dpabq", LAYOUTS["rings"](Sheet("", spots)), strict=True))
    assert places["d"].angle is None
    angles = {name: place.angle for name, place in places.items() if place.angle is not None}
    assert len(set(angles.values())) == 4
    assert angles["p"] == (angles["a"] + angles["b"] + 360) / 2 % 360


def test_importance_is_what_networkx_says() -> None:
    """Two stars joined by one link: two communities, and every way from one to the other runs through both hubs."""
    spots = [Spot("0", "plan", ""), *(Spot(str(n), "pillar", "", 0) for n in range(1, 8))]
    spots += [Spot("8", "plan", ""), *(Spot(str(n), "pillar", "", 8) for n in range(9, 14))]
    found = weigh(Sheet("", tuple(spots), ((0, 8),)))
    assert found.communities == [0] * 8 + [1] * 6
    assert found.degree == [8, *[1] * 7, 6, *[1] * 5]
    exact = nx.betweenness_centrality(as_network(Sheet("", tuple(spots), ((0, 8),))))
    assert found.betweenness == [round(exact[number], 5) for number in range(14)]


def test_a_sample_of_ways_ranks_as_all_of_them_do(source: Source) -> None:
    (sheet,) = sheets_of(source, "whole")
    exact = nx.betweenness_centrality(as_network(sheet))
    found = weigh(sheet).betweenness
    best = {sorted(exact, key=exact.__getitem__)[-n] for n in range(1, 11)}
    sampled = {sorted(range(len(found)), key=found.__getitem__)[-n] for n in range(1, 16)}
    assert len(best & sampled) >= 8


# -- The page's data ---------------------------------------------------------------------------------------------------


def data_of(source: Source) -> dict[str, Any]:
    page = EXPORTERS["html"].write(source)
    assert isinstance(page, str)
    return dict(json.loads(page.split('id="data">')[1].split("</script>")[0]))


def test_offsets_lead_to_the_words(source: Source, scene: Scene) -> None:
    data = data_of(source)
    assert len(data["promises"]) == len(scene.promises) > 300
    for told, promise in zip(data["promises"], scene.promises, strict=True):
        text = data["documents"][told["document"]]["text"]
        assert text[told["start"] : told["end"]] == promise.told["quote"]
        assert text[slice(*told.get("sentence", (0, 0)))] == promise.told.get("sentence", "")


def test_keys_lead_to_one_thing(source: Source) -> None:
    data = data_of(source)
    documents = [data["nodes"][each["node"]]["key"] for each in data["documents"]]
    keys = [node["key"] for node in data["nodes"]]
    keys += [documents[promise["document"]] + promise["key"] for promise in data["promises"]]
    assert len(set(keys)) == len(keys)


def test_the_page_is_read_back(either: Source) -> None:
    exporter = EXPORTERS["html"]
    page = str(exporter.write(either))
    verdict = exporter.verify(page, either)
    assert (verdict.rows, verdict.fault) == (len(read_scene(either.network).promises), "")
    assert (
        "promises were written" in exporter.verify(page.replace('"promises":[{', '"promises":[{},{', 1), either).fault
    )
    planted = page.replace("<main>", '<main><img src="https://example.org/x.png">')
    assert exporter.verify(planted, either).fault == "links to https://example.org/x.png"


# -- In a browser ------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def page() -> Iterator[Page]:
    with browse() as found:
        yield found


@pytest.fixture(scope="module")
def written(source: Source, large: Source, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("pages")
    found = {"own": source, "large": large, "empty": Source(ox.Store())}
    for name, each in found.items():
        (folder / f"{name}.html").write_text(str(EXPORTERS["html"].write(each)), encoding="utf-8")
    return {name: folder / f"{name}.html" for name in found}


def faults(page: Page) -> list[str]:
    """What the page asked of a network or was refused, and what went wrong in its scripts."""
    found = []
    for event in page.events:
        told = event.get("params", {})
        match event.get("method"):
            case "Network.requestWillBeSent" if not told["request"]["url"].startswith(("file:", "data:", "about:")):
                found.append(f"asked for {told['request']['url']}")
            case "Log.entryAdded" if told["entry"]["level"] in ("error", "warning"):
                found.append(told["entry"]["text"])
            case "Runtime.exceptionThrown":
                found.append(str(told["exceptionDetails"]))
            case "Runtime.consoleAPICalled" if told["type"] in ("error", "warning"):
                found.append(str(told["args"]))
    return found


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize(("dark", "narrow"), [(False, False), (True, True)])
def test_no_view_asks_a_network_or_fails(
    view: str, dark: bool, narrow: bool, page: Page, written: dict[str, Path]
) -> None:
    page.show(*((390, 844) if narrow else (1600, 1000)), dark=dark, mobile=narrow)
    page.open(written["own"], f"#view={view}&colour=community&size=between")
    page.press("ArrowDown")
    page.press("+")
    assert faults(page) == []
    assert page.run("document.documentElement.dataset.theme") == ("dark" if dark else "light")
    assert page.run("document.documentElement.scrollWidth <= innerWidth")
    assert page.run("document.querySelectorAll('#legend button').length") >= 2


@pytest.mark.parametrize(
    "planted",
    [
        "fetch('http://127.0.0.1:9/x').catch(() => 0)",
        "new Promise(done => { const img = new Image(); img.onerror = done; img.src = 'http://127.0.0.1:9/x.png'; })",
        "Promise.resolve(setTimeout(() => { throw new Error('planted'); }, 0))",
    ],
)
def test_a_planted_fault_is_seen(planted: str, page: Page, written: dict[str, Path]) -> None:
    page.open(written["own"])
    page.run(f"{planted}.then(() => 0)")
    page.settle()
    assert faults(page) != []


def test_an_empty_store_has_a_page(page: Page, written: dict[str, Path]) -> None:
    page.open(written["empty"])
    assert faults(page) == []
    assert page.run("document.getElementById('nothing').hidden") is False


PAN = """new Promise(done => {
  const box = document.getElementById('picture').getBoundingClientRect();
  let x = box.left + box.width / 2, y = box.top + box.height / 2, frames = 0, begun = null;
  const fire = (type, target) =>
    target.dispatchEvent(new PointerEvent(type, { clientX: x, clientY: y, pointerId: 7, button: 0, bubbles: true }));
  fire('pointerdown', document.getElementById('canvas'));
  const step = now => {
    begun ??= now;
    x += 9 * Math.cos(frames / 15); y += 5 * Math.sin(frames / 11);
    fire('pointermove', window);
    if ((frames += 1) <= 120) requestAnimationFrame(step);
    else { fire('pointerup', window); done(1000 * (frames - 1) / (now - begun)); }
  };
  requestAnimationFrame(step);
})"""


def test_a_thousand_nodes_are_panned_smoothly(page: Page, written: dict[str, Path]) -> None:
    page.show()
    page.open(written["large"])
    assert page.run("graph.views[0].sheets[0].ids.length") > 1000
    before = page.run("camera.now.x")
    rate = max(page.run(PAN) for _ in range(2))
    assert page.run("camera.now.x") != before
    assert rate > PANS


def test_the_wheel_zooms_about_the_pointer(page: Page, written: dict[str, Path]) -> None:
    page.show()
    page.open(written["own"])
    under = """(() => { const box = document.getElementById('picture').getBoundingClientRect();
      const [width, height] = camera.size(), { x, y, scale } = camera.now;
      return [x + (500 - box.left - width / 2) / scale, y + (400 - box.top - height / 2) / scale, scale]; })()"""
    x, y, scale = page.run(under)
    page.call("Input.dispatchMouseEvent", type="mouseWheel", x=500, y=400, deltaX=0, deltaY=-100)
    page.settle()
    after = page.run(under)
    assert after[:2] == pytest.approx([x, y], abs=0.5)
    assert after[2] > scale * 1.1


def test_a_click_tells_the_words_and_their_place(page: Page, written: dict[str, Path], source: Source) -> None:
    page.show()
    page.open(written["own"], "#view=indicators")
    x, y = page.run("""(() => {
      const wanted = graph.things.find(each => each.kind === 'target' && each.promise.quote === '8%以上');
      const [spot] = picture.spotsOf(wanted.id);
      const box = document.getElementById('picture').getBoundingClientRect(), [x, y] = picture.at(spot);
      return [x + box.left, y + box.top]; })()""")
    for kind in ("mouseMoved", "mousePressed", "mouseReleased"):
        page.call("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1)
    page.settle()
    assert page.run("document.querySelector('#panel mark').textContent") == "8%以上"
    text = source.plans[1].document.text
    at = text.index("地区生产总值增长8%以上") + len("地区生产总值增长")
    told = page.run("document.querySelector('#panel .offsets').textContent")
    assert told == f"第 {1 + text[:at].count(chr(10))} 行 · 第 {at}–{at + 4} 字"
    sentence = page.run("document.querySelector('#panel .words').textContent")
    assert sentence in text.replace("\n", "")
    assert "8%以上" in sentence


def test_the_keyboard_is_enough(page: Page, written: dict[str, Path]) -> None:
    page.show()
    page.open(written["own"])
    page.press("3")
    assert page.run("state.view") == "places"
    page.run("document.getElementById('picture').focus()")
    for _ in range(3):
        page.press("ArrowDown")
    assert page.run("document.getElementById('said').textContent").startswith("项目 ")
    page.press("Enter")
    name = page.run("document.querySelector('#panel h2').textContent")
    assert page.run("document.getElementById('said').textContent") == f"项目 {name}"
    assert page.run("document.activeElement.tagName") == "H2"
    page.press("Escape")
    assert page.run("document.getElementById('panel').hidden")
    assert page.run("document.activeElement.id") == "picture"
    page.press("/")
    assert page.run("document.activeElement.id") == "search"
    page.call("Input.insertText", text="乔诺")
    page.press("Enter")
    assert page.run("document.querySelector('#panel h2').textContent") == "乔诺水库"


def test_filters_leave_what_they_say(page: Page, written: dict[str, Path], scene: Scene) -> None:
    page.show()
    page.open(written["own"])
    for field, value in (("firmness", "ensure"), ("kind", "aim")):
        page.run(f"act.filter('{field}', '{value}')")
    wanted = [
        each for each in scene.promises if each.told.get("firmness") == "ensure" and each.told["relation"] == "aim"
    ]
    assert wanted
    assert page.run("document.getElementById('tally').textContent") == f"要求 {len(wanted)}"
    assert page.run("graph.things.filter(each => each.promise && state.lit(each.id)).length") == len(wanted)
    page.run("act.clear(); act.kind('sector')")
    assert page.run("document.querySelector('[data-kind=sector]').getAttribute('aria-pressed')") == "false"


def test_an_address_brings_one_back(page: Page, written: dict[str, Path]) -> None:
    page.show()
    page.open(written["own"], "#view=sectors&colour=stage&node=vocab/sector/education&firmness=ensure&lang=en")
    address = page.run("location.hash")
    assert page.run("document.querySelector('#panel h2').textContent") == "education"
    page.open(written["own"], address)
    assert page.run("location.hash") == address
    assert page.run("[state.view, state.colour, state.filter.firmness, document.documentElement.lang]") == [
        "sectors",
        "stage",
        "ensure",
        "en",
    ]


LABELS = """(() => echarts.getInstanceByDom(document.getElementById('canvas')).getZr().storage.getDisplayList()
  .filter(each => each.type === 'tspan' && !each.ignore && !each.invisible)
  .map(each => {
    const { x, y, width, height } = each.getBoundingRect(), [a, b, c, d, e, f] = each.transform ?? [1, 0, 0, 1, 0, 0];
    const corners = [[x, y], [x + width, y], [x + width, y + height], [x, y + height]];
    return [each.style.text, corners.map(([x, y]) => [a * x + c * y + e, b * x + d * y + f])];
  }))()"""
Corners = list[list[float]]


def reach(corners: Corners, across: list[float]) -> tuple[float, float]:
    along = [x * across[0] + y * across[1] for x, y in corners]
    return min(along), max(along)


def depth_of_cover(one: Corners, other: Corners) -> float:
    """How far two turned boxes would have to be moved to be free of each other."""
    found = []
    for corners in (one, other):
        for (x, y), (right, below) in pairwise(corners[:3]):
            length = max(((right - x) ** 2 + (below - y) ** 2) ** 0.5, 0.01)
            across = [(right - x) / length, (below - y) / length]
            (least, most), (low, high) = reach(one, across), reach(other, across)
            found.append(min(most, high) - max(least, low))
    return min(found)


def covered(page: Page) -> list[tuple[str, str]]:
    """Labels that cover each other by more than the leading of a line."""
    boxes = page.run(LABELS)
    assert len(boxes) > 30
    return [
        (text, other)
        for number, (text, corners) in enumerate(boxes)
        for other, theirs in boxes[number + 1 :]
        if depth_of_cover(corners, theirs) > 3
    ]


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("narrow", [False, True])
def test_labels_do_not_cover_each_other(view: str, narrow: bool, page: Page, written: dict[str, Path]) -> None:
    page.show(*((390, 844) if narrow else (1600, 1000)), mobile=narrow)
    page.open(written["own"], f"#view={view}")
    assert covered(page) == []


def test_covered_labels_are_seen(page: Page, written: dict[str, Path]) -> None:
    page.show(800, 600)
    page.open(written["own"])
    page.run("labels.choose = rows => rows; redraw()")
    assert len(covered(page)) > 10


def test_without_a_browser_a_test_is_skipped_but_fails_in_ci(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", os.devnull)
    monkeypatch.delenv("CI", raising=False)
    with pytest.raises(pytest.skip.Exception, match="no Chromium"):
        find_browser()
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception, match="apt-get install"):
        find_browser()
