"""The place that a plan is about, by the places that it names.

It stands in the head where a name is printed in full; a plan that calls itself 自治州 only is betrayed by what it
names all through.
"""

import re
from collections import Counter
from collections.abc import Iterable

from planskg.gazetteer import Gazetteer
from planskg.places import LEVELS, Place, find_zone

OPENING = re.compile(r"^(?:关于|20\d\d年|在)*")
ZONE_OPENING = re.compile(
    r"([^\W\d_]{2,6}?)(?:国家级?|省级|自治区级)?"
    r"(?:经济|高新|产城|产业|工业|循环|综合|现代|边境|跨境|旅游|生态|示范|开发|试验)[^\W\d_]{0,10}?(?:区|园)(?![市县区])"
)
"""石河子经济技术开发区, 济源产城融合示范区: a zone that bears its county's short name, at the opening of a title."""
WHOLES = {
    "全省": ("province",),
    "全州": ("prefecture",),
    "全盟": ("prefecture",),
    "全县": ("county",),
    "全旗": ("county",),
    "全市": ("prefecture", "county"),
    "全区": ("province", "county"),
}
"""How a document speaks of its whole region, and the levels that this leaves open, the likelier first."""
BULK = 0.5
"""The share of a province's mentions that a place must hold to be the document's own."""


def find_region(pieces: Iterable[str | None], text: str, gazetteer: Gazetteer) -> str | None:
    """Return the code of the place that pieces of a document's head name, or else the one that its text speaks of."""
    for piece in filter(None, pieces):
        # 新疆维吾尔自治区昌吉回族自治州: the last is the most exact.
        if (
            code := find_zone(piece)
            or _opening(piece, gazetteer)
            or _last_named(piece, gazetteer)
            or _zone(piece, gazetteer)
        ):
            return code
    return _vote(text, gazetteer)


def _last_named(words: str, gazetteer: Gazetteer) -> str | None:
    named = [place.code for *_, place in gazetteer.find(words) if place is not None]
    return named[-1] if named else None


def _opening(words: str, gazetteer: Gazetteer) -> str | None:
    """Return the county whose name of two characters opens a title (环县2026年…), which is too short elsewhere."""
    bare = OPENING.sub("", words)
    found = [place for place in gazetteer.named(bare[:2]) if place.name == bare[:2] and place.level == "county"]
    return found[0].code if len(found) == 1 and not gazetteer.find(bare[:2]) else None


def _zone(words: str, gazetteer: Gazetteer) -> str | None:
    """Return the county whose short name a zone bears that opens a title, where only one is called so."""
    zone = ZONE_OPENING.match(OPENING.sub("", words))
    found = gazetteer.named(zone[1]) if zone else ()
    return found[0].code if len(found) == 1 and not found[0].guard else None


def _vote(text: str, gazetteer: Gazetteer) -> str | None:
    """Return the place that holds the bulk of the mentions, at the level that the document speaks of as its whole."""
    provinces = Counter(place.code[:2] for *_, place in gazetteer.find(text) if place is not None)
    if not provinces:
        return None
    province = _most(provinces) + "0000"
    inside = [place for *_, place in gazetteer.find(text, province) if place and place.parent]
    inside = [place for place in inside if gazetteer.contains(province, place.code)]
    for level in _levels_spoken_of(text):
        held = Counter(above.code for place in inside if (above := _at_level(gazetteer, place, level)))
        if held and held[code := _most(held)] >= BULK * len(inside):
            return code
        if level == "province":
            return province
    return province


def _levels_spoken_of(text: str) -> tuple[str, ...]:
    spoken = Counter({word: count for word in WHOLES if (count := text.count(word))})
    return WHOLES[_most(spoken)] if spoken else LEVELS[1:]


def _at_level(gazetteer: Gazetteer, place: Place, level: str) -> Place | None:
    chain = (place, *gazetteer.ancestors(place.code))
    return next((above for above in chain if above.level == level), None)


def _most(counts: Counter[str]) -> str:
    """Return the key that counts most, the smaller of two."""
    return min(counts, key=lambda key: (-counts[key], key))
