"""Which place a plan names, and where in its text.

A mention is written in full (阿图什市), by an alias (克州) or by a short name (乌恰). Short names of counties are also
ordinary words and the names of villages, so a county's short name is taken only in a document of its own province
(共和 in 青海) or as a road's end (富裕至加格达奇铁路); the column `guard` narrows this further (see GUARDS, places.py).
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

import ahocorasick_rs as ac

from planskg.places import LEVELS, Place, read_lookalikes, read_places
from planskg.vocabulary import asset_folder

ROAD_END_BEFORE: Final = re.compile(r"(?<![截甚乃以直])至$")
ROAD_END_AFTER: Final = re.compile(r"(?:（[^（）]{1,12}）)?至")
AIRPORT_AFTER: Final = re.compile(r"(?:通用)?机场|抽水蓄能|县城|\d+千伏")
AUTONOMOUS: Final = ("自治县", "自治旗")
# 玛纳斯河 is a river, 宣威镇 a township, 遵义会议 an event: what follows says that a short name is no place of ours.
NO_PLACE_AFTER: Final = re.compile(
    r"河(?![道长流段西东南北])|湖(?![区滨州岸南北])|湾(?!区)|[岭峡镇村]|乡(?!村)|岛(?!屿)|街道"
    r"|山(?![区地水洪体林村东西南北])|盆地|草原|沙漠|会议|精神"
)
# 福建援疆 names a donor, 北京大学海南研究院 an owner elsewhere.
OWNER_AFTER: Final = re.compile(r"援|[\u4e00-\u9fff]{0,4}大学(?!城)|国家实验室")
# 长沙市场, 融安全: the last character of the name belongs to the next word.
TAIL_TAKEN: Final = re.compile(r"市(?=场|值)|区(?=域|间|块)|州(?=际)|安(?=[全置排居])")


class Word(NamedTuple):
    """A way to write a place."""

    place: Place
    bare: bool
    """Whether it is a short name, which needs its surroundings to be believed."""


Mention = tuple[int, int, Place | None]
"""Start, end, and the place where it is settled."""


class Gazetteer:
    """All places, by code and by word, and a matcher of every word at once."""

    def __init__(self, places: tuple[Place, ...], lookalikes: tuple[str, ...] = ()) -> None:
        self.by_code = {place.code: place for place in places}
        self._above = {place.code: frozenset(above.code for above in self.ancestors(place.code)) for place in places}
        self._words: dict[str, tuple[Word, ...]] = {word: () for word in lookalikes}
        for place in places:
            for text, bare in _words_of(place):
                self._words[text] = (*self._words.get(text, ()), Word(place, bare))
        self._texts = tuple(self._words)
        self._matcher = ac.AhoCorasick(self._texts)

    def __iter__(self) -> Iterator[Place]:
        return iter(self.by_code.values())

    def __getitem__(self, code: str) -> Place:
        return self.by_code[code]

    def ancestors(self, code: str) -> tuple[Place, ...]:
        """Return the places above one, nearest first."""
        parent = self.by_code[code].parent
        return () if parent is None else (self.by_code[parent], *self.ancestors(parent))

    def descendants(self, code: str) -> tuple[Place, ...]:
        """Return the places below one, in the order of their codes."""
        return tuple(place for place in self if place.code != code and self.contains(code, place.code))

    def contains(self, outer: str, inner: str) -> bool:
        """Tell whether one place lies within another or is the same."""
        return outer == inner or outer in self._above[inner]

    def named(self, name: str) -> tuple[Place, ...]:
        """Return every place that may be written so."""
        return tuple(word.place for word in self._words.get(name, ()))

    def settle(self, name: str, region: str | None = None) -> Place | None:
        """Return the one place that a name means in a document of a region, or None where that is open.

        Nearness decides first: what contains the region or lies in it, then its province, then all of China.
        """
        return self._settle(self.named(name), region)

    def find(self, text: str, region: str | None = None) -> tuple[Mention, ...]:
        """Return the places that a text of a region names, in its order, the longest of those that overlap."""
        return tuple(
            [(start, end, self._settle(places, region)) for start, end, places in self._believed(text, region)]
        )

    def _believed(self, text: str, region: str | None) -> list[tuple[int, int, tuple[Place, ...]]]:
        matches = self._matcher.find_matches_as_indexes(text, overlapping=True)
        if not matches:
            return []
        found = []
        reached, tried = 0, -1
        # longest first at each start, without tails that belong to the next word
        spans = sorted([(start, -end) for _, start, end in matches if not TAIL_TAKEN.match(text, end - 1)])
        for start, back in spans:
            end = -back
            if start < reached or start == tried:
                continue
            tried = start
            words = self._words[text[start:end]]
            believed = tuple([word.place for word in words if _is_believed(text, start, end, word, region)])
            if believed or not words:
                reached = end
            if believed:
                found.append((start, end, believed))
        return found

    def _settle(self, places: tuple[Place, ...], region: str | None) -> Place | None:
        if len(places) < 2:
            return next(iter(places), None)
        if region is None:
            return _highest(places)
        group = min(_by_distance(self, places, region).items(), default=(0, ()))[1]
        home = self.by_code[region]
        # 昌吉 in a plan of 昌吉州 is 昌吉市, for the plan calls the prefecture 全州; a 地级市 is its own city.
        seats = [place for place in group if place.level == "county" and place.name.endswith("市")]
        if home in group:
            return seats[0] if home.level == "prefecture" and len(seats) == 1 else home
        return _highest(tuple(group))


def _words_of(place: Place) -> Iterator[tuple[str, bool]]:
    if place.guard == "never":
        return
    # 和县 stands in 各市和县区: a name of two characters is no surer than a short one.
    yield place.name, len(place.name) == 2
    yield from ((alias, False) for alias in place.aliases)
    # 威宁自治县 leaves out the peoples of 威宁彝族回族苗族自治县.
    short = place.short + place.name[-3:]
    if place.short and place.name.endswith(AUTONOMOUS) and short != place.name:
        yield short, False
    if place.short and place.guard != "full":
        yield place.short, True


def _is_believed(text: str, start: int, end: int, word: Word, region: str | None) -> bool:
    place = word.place
    if not word.bare:
        return True
    at_home = region is not None and region[:2] == place.code[:2]
    if place.guard == "ends":
        usual = at_home and AIRPORT_AFTER.match(text, end) is not None
    else:
        usual = at_home or (place.level != "county" and place.guard == "")
    if not usual and not ROAD_END_AFTER.match(text, end) and not ROAD_END_BEFORE.search(text, max(0, start - 2), start):
        return False
    return not (NO_PLACE_AFTER.match(text, end) or (not at_home and OWNER_AFTER.match(text, end)))


def _by_distance(gazetteer: Gazetteer, places: tuple[Place, ...], region: str) -> dict[int, tuple[Place, ...]]:
    groups: dict[int, tuple[Place, ...]] = {}
    for place in places:
        related = gazetteer.contains(region, place.code) or gazetteer.contains(place.code, region)
        distance = 0 if related else 1 if place.code[:2] == region[:2] else 2
        groups[distance] = (*groups.get(distance, ()), place)
    return groups


def _highest(places: tuple[Place, ...]) -> Place | None:
    """Return the only place of the highest level among these: 吉林 is the province, 朝阳 the prefecture."""
    level = min((LEVELS.index(place.level) for place in places), default=0)
    highest = [place for place in places if place.level == LEVELS[level]]
    return highest[0] if len(highest) == 1 else None


@cache
def load_gazetteer() -> Gazetteer:
    """Read the project's own places, once."""
    folder = asset_folder("data")
    return Gazetteer(read_places(folder / "places.csv"), read_lookalikes(folder / "lookalikes.txt"))
