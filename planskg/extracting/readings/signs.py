"""The words that betray what a promise is about: of sectors, of firmness, of places, of works.

Each vocabulary is looked for in one pass over all sentences of a document; a pass for each of them took a tenth of
the whole extraction.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import Final, TypeVar

import ahocorasick_rs as ac

from planskg.extracting.words.lexicon import cue
from planskg.extracting.words.place_names import place_mentions
from planskg.extracting.works.closing import FACILITIES, GENERAL, HARBOURS
from planskg.extracting.works.names import INDUSTRY
from planskg.model import Noun, PlaceMention, Tag
from planskg.vocabulary import load_scheme

FIRM_STAGES: Final = ("投产", "达产", "试产", "试生产", "竣工", "开工", "落户")
"""Stages of what firms build, which no noun of works need close (来川新材料年内达产)."""
FIRM, FIRM_REACH = re.compile(INDUSTRY), 16
FEW: Final = 300
"""So many words at most make a whole automaton, which reads twice as fast; of thousands it takes long to make."""
What = TypeVar("What")
Sign = tuple[int, int, What]
"""A word that betrays something: where it starts and ends, and what it betrays, mostly a concept, as the word tells."""
Match = tuple[int, int, int]
"""Which of several things was found, and where it starts and ends."""


class Signs(Noun):
    """What betrays the matter of one sentence, each in text order; positions count within it."""

    sectors: Sequence[Sign[Tag]]
    firmness: Sequence[Sign[Tag]]
    places: Sequence[Sign[PlaceMention]]
    works: Sequence[Sign[str]]
    """Nouns of works, also those inside of longer ones; where none stands, no project can."""


class Matcher:
    """Finds words in a text, all at once."""

    def __init__(self, notations: dict[str, str]) -> None:
        self._tags = [Tag(notation, word) for word, notation in notations.items()]
        whole = ac.Implementation.DFA if len(notations) <= FEW else None
        self._matcher = ac.AhoCorasick(tuple(notations), matchkind=ac.MatchKind.LeftmostLongest, implementation=whole)

    def find(self, text: str) -> list[Sign[Tag]]:
        """Return each word with what it betrays, in text order, the longest of those that overlap."""
        tags = self._tags
        return [(start, end, tags[index]) for index, start, end in self._matcher.find_matches_as_indexes(text)]

    def find_in_each(self, text: str, ends: Sequence[int]) -> list[Sequence[Sign[Tag]]]:
        """Return the same for each of the texts that one joins, given by their ends."""
        return of_each(ends, self._matcher.find_matches_as_indexes(text), self._tags)


SECTOR_WORDS: Final = Matcher({word: c.notation for c in load_scheme("sectors") for word in (*c.names, *c.signs)})
"""The matcher of what betrays a sector."""


FIRMNESS_WORDS: Final = Matcher({word: c.notation for c in load_scheme("firmness") for word in c.names})


def _works_words() -> tuple[str, ...]:
    schools = [number + level for number in "一二三四五六七八九十0123456789" for level in "中小高幼"]
    lines = [number + "线" for number in "0123456789"]
    roads = [level + "道" for level in "国省县乡"]
    conversions = [f"改{into}”" for into in "一二三四五六八十黑油硬宽双坡立高气电"]
    others = [*HARBOURS, *"湾期段", *GENERAL, "年产", "境内", *schools, *lines, *roads, *conversions]
    return tuple(dict.fromkeys((*FIRM_STAGES, *cue(*FACILITIES, "work-noun"), *others)))


WORKS_WORDS: Final = _works_words()
OF_WORKS: Final = ac.AhoCorasick(WORKS_WORDS)


def find_signs(texts: Sequence[str], region: str | None) -> list[Signs]:
    """Return the signs of each sentence of a document of a region."""
    whole, ends = "\n".join(texts), ends_of(texts)
    found = OF_WORKS.find_matches_as_indexes(whole, overlapping=True)
    firms = len(FIRM_STAGES)
    works = [match for match in found if match[0] >= firms or _is_of_firm(whole, match[1], match[2])]
    mentions = place_mentions(whole, region)
    places = [(at, start, end) for at, (start, end, _) in enumerate(mentions)]
    each = (
        SECTOR_WORDS.find_in_each(whole, ends),
        FIRMNESS_WORDS.find_in_each(whole, ends),
        of_each(ends, places, [mention for _, _, mention in mentions]),
        of_each(ends, works, WORKS_WORDS),
    )
    return [Signs(*signs) for signs in zip(*each, strict=True)]


def _is_of_firm(text: str, start: int, end: int) -> bool:
    """Tell a stage that closes a clause in which a firm may stand."""
    return text[end : end + 1] in "，。；、\n" and FIRM.search(text, max(start - FIRM_REACH, 0), start) is not None


def ends_of(texts: Iterable[str]) -> list[int]:
    """Return where the next text begins, for each of some that line ends join."""
    return list(accumulate([len(text) + 1 for text in texts]))


def of_each(ends: Sequence[int], found: Iterable[Match], what: Sequence[What]) -> list[Sequence[Sign[What]]]:
    """Part what was found in joined texts among them, given by their ends; what tells what each match betrays."""
    parts: list[Sequence[Sign[What]]] = [()] * len(ends)
    at = begin = limit = 0
    for index, start, end in found:
        if start >= limit:
            at = bisect_right(ends, start, at)
            begin, limit = ends[at - 1] if at else 0, ends[at]
            parts[at] = part = []
        part.append((start - begin, end - begin, what[index]))
    return parts
