"""The administrative places that words name, settled by the document's region."""

from functools import lru_cache
from typing import Final

from planskg.extracting.words.lexicon import MANY
from planskg.gazetteer import load_gazetteer
from planskg.model import PlaceMention

GAZETTEER: Final = load_gazetteer()


def place_mentions(words: str, region: str | None) -> list[tuple[int, int, PlaceMention]]:
    """Return where words name administrative places, settled by the document's region."""
    found = GAZETTEER.find(words, region)
    return [(a, b, PlaceMention(words[a:b], place.code if place else None)) for a, b, place in found]


def find_places(words: str, region: str | None) -> tuple[PlaceMention, ...]:
    """Return the administrative places that words name, each once."""
    return tuple(dict.fromkeys([mention for _, _, mention in _mentions(words, region)]))


def place_spans(words: str, region: str | None) -> list[tuple[int, int]]:
    """Return where words name administrative places."""
    return [(start, end) for start, end, _ in _mentions(words, region)]


@lru_cache(maxsize=MANY)
def _mentions(words: str, region: str | None) -> list[tuple[int, int, PlaceMention]]:
    return place_mentions(words, region)


def begins_place(words: str, region: str | None = None) -> bool:
    """Tell words that begin with the name of a place (都匀水厂)."""
    spans = place_spans(words, region)
    return bool(spans) and spans[0][0] == 0
