"""The words that betray what a promise is about: of sectors, of firmness, of places, of works.

Each vocabulary is looked for in one pass over all sentences of a document; a pass for each of them took a tenth of
the whole extraction.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Generic, NamedTuple, TypeVar

import ahocorasick_rs as ac

from planskg.extracting.lexicon import cue
from planskg.extracting.names import place_mentions
from planskg.model import PlaceMention
from planskg.vocabulary import load_scheme

What = TypeVar("What")


class Sign(NamedTuple, Generic[What]):
    """A word that betrays something: where it stands, and what it betrays, mostly a concept's notation."""

    start: int
    end: int
    what: What


class Signs(NamedTuple):
    """What betrays the matter of one sentence, each in text order; positions count within it."""

    sectors: Sequence[Sign[str]]
    firmness: Sequence[Sign[str]]
    places: Sequence[Sign[PlaceMention]]
    works: Sequence[Sign[str]]
    """Nouns of works; where none stands, no project can."""


class Matcher:
    """Finds words in a text, all at once."""

    def __init__(self, notations: dict[str, str]) -> None:
        self._notations = tuple(notations.values())
        self._matcher = ac.AhoCorasick(tuple(notations), matchkind=ac.MatchKind.LeftmostLongest)

    def spot(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Yield start, end and notation of each word, in text order, the longest of those that overlap."""
        notations = self._notations
        return ((start, end, notations[index]) for index, start, end in self._matcher.find_matches_as_indexes(text))

    def find(self, text: str) -> list[Sign[str]]:
        """Return the same as signs."""
        return [Sign(*found) for found in self.spot(text)]


@cache
def sector_words() -> Matcher:
    """Return the matcher of what betrays a sector."""
    return Matcher({word: c.notation for c in load_scheme("sectors") for word in (*c.names, *c.signs)})


@cache
def _firmness_words() -> Matcher:
    return Matcher({word: c.notation for c in load_scheme("firmness") for word in c.names})


@cache
def _works_words() -> Matcher:
    schools = [number + level for number in "一二三四五六七八九十" for level in "中小高幼"]
    others = [*"港桥矿渠厂站路闸湾井期段", "项目", "工程", *schools]
    return Matcher(dict.fromkeys((*cue("facility", "soft-facility", "work-noun"), *others), "works"))


def find_signs(texts: Sequence[str], region: str | None) -> list[Signs]:
    """Return the signs of each sentence of a document of a region."""
    whole = "\n".join(texts)
    places = place_mentions(whole, region)
    words = (matcher().spot(whole) for matcher in (sector_words, _firmness_words, _works_words))
    sectors, firmness, works = (_of_each(texts, found) for found in words)
    return list(map(Signs, sectors, firmness, _of_each(texts, places), works))


def _of_each(texts: Sequence[str], found: Iterable[tuple[int, int, What]]) -> list[list[Sign[What]]]:
    """Part what was found in all texts, joined by line ends, among them."""
    parts: list[list[Sign[What]]] = [[] for _ in texts]
    index, begin, limit = -1, 0, -1
    for start, end, what in found:
        while start > limit:
            index, begin = index + 1, limit + 1
            limit = begin + len(texts[index])
        parts[index].append(Sign(start - begin, end - begin, what))
    return parts
