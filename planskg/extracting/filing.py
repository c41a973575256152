"""What a promise is filed under: sectors, firmness, places, indicator, responsible bodies, and the words that decided.

A sector is betrayed by the longest of its words in the record's own name, then in its clause, then in its sentence,
then in its heading.
"""

import re
from bisect import bisect_left
from dataclasses import replace
from functools import cache
from typing import Any

import ahocorasick_rs as ac

from planskg.extracting.lexicon import cue_regex
from planskg.extracting.names import find_places, place_mentions
from planskg.extracting.reading import Reading
from planskg.model import Aim, Commitment, Observation, Pillar, Project, Span, Tag, Target
from planskg.vocabulary import load_scheme

BODY_NOTE = re.compile(
    r"（(?:责任单位|牵头单位|责任部门|牵头部门|牵头|责任|配合单位|主办单位|协办单位)[：:]([^）]*)）?"
)
BODY = re.compile(r"[^、；，：。（）\s]{2,}")
ROLE = re.compile(r"^(?:责任单位|牵头单位|配合单位|责任部门|主办单位|协办单位|牵头|配合)$")
MODAL = ("ensure", "strive", "support")
UNSAID_FIRMNESS = Tag("complete")
"""A plan that promises without a word of firmness says that it will be done."""


Hit = tuple[int, int, str]
"""Start, end and notation of a word that was found."""


class _Matcher:
    """Finds the words of a scheme's concepts in a text, all at once."""

    def __init__(self, words: dict[str, str]) -> None:
        self.words = words
        self.texts = tuple(words)
        self.matcher = ac.AhoCorasick(self.texts, matchkind=ac.MatchKind.LeftmostLongest)

    def find(self, text: str) -> list[Hit]:
        """Return start, end and notation of each word, in text order."""
        found = self.matcher.find_matches_as_indexes(text)
        return [(start, end, self.words[self.texts[index]]) for index, start, end in found]


def _longest(hits: list[Hit]) -> Hit | None:
    """Return the longest word found, the last of equals."""
    return max(hits, key=lambda hit: (hit[1] - hit[0], hit[0]), default=None)


@cache
def _sectors() -> _Matcher:
    return _Matcher({word: c.notation for c in load_scheme("sectors") for word in (*c.names, *c.signs)})


@cache
def _firmness() -> _Matcher:
    return _Matcher({word: c.notation for c in load_scheme("firmness") for word in c.names})


class Filer:
    """Files the records of one sentence; what its words betray is looked up once."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.sectors = _sectors().find(reading.text)
        self.firmness = _firmness().find(reading.text)
        self.places = place_mentions(reading.text, reading.region)
        self.responsible = _responsible(reading)

    def file(self, record: Commitment) -> Commitment:
        """Return a record with all that it is filed under."""
        start = self._position(record)
        clause = self.reading.clause_at(start) or (start, len(self.reading.text))
        return replace(
            record,
            pillars=self.reading.sentence.pillars,
            sectors=self._sector_tags(record, clause),
            firmness=self._firmness_tag(clause, start),
            responsible=self.responsible,
            **self._known(record, clause),
        )

    def _known(self, record: Commitment, clause: tuple[int, int]) -> dict[str, Any]:
        """Return what only some kinds are filed under; a project knows its places already."""
        if isinstance(record, Project):
            return {}
        if isinstance(record, Target | Aim):
            places = find_places(record.indicator, self.reading.region) if self.places else ()
            return {"concept": find_concept(record.indicator), "places": places}
        if not self.places:
            return {}
        near = (place for start, _, place in self.places if clause[0] <= start < clause[1])
        return {"places": tuple(dict.fromkeys(near))}

    def _position(self, record: Commitment) -> int:
        """Return where a record begins within its sentence."""
        sentence = self.reading.sentence
        return bisect_left(sentence.view.offsets, record.span.start, sentence.start, sentence.end) - sentence.start

    def _tag(self, hit: Hit) -> Tag:
        return Tag(hit[2], self.reading.sentence.span(hit[0], hit[1]))

    def _sector_tags(self, record: Commitment, clause: tuple[int, int]) -> tuple[Tag, ...]:
        own = _longest(_sectors().find(name)) if (name := _name(record)) else None
        if own:
            place = self.reading.text.find(name[own[0] : own[1]], clause[0])
            return (self._tag((place, place + own[1] - own[0], own[2])) if place >= 0 else Tag(own[2]),)
        hit = _longest([hit for hit in self.sectors if clause[0] <= hit[0] < clause[1]]) or _longest(self.sectors)
        return (self._tag(hit),) if hit else _heading_sector(self.reading.sentence.pillars)

    def _firmness_tag(self, clause: tuple[int, int], position: int) -> Tag:
        """Return how firmly the record's clause speaks, or else the clauses before it in its sentence."""
        if not self.firmness:
            return UNSAID_FIRMNESS
        own = [hit for hit in self.firmness if clause[0] <= hit[0] < clause[1]]
        modal = [hit for hit in own if hit[2] in MODAL]
        before = [hit for hit in modal if hit[0] <= position]
        earlier = [hit for hit in self.firmness if hit[2] in MODAL and hit[0] < clause[0]]
        hit = next(iter([*before[-1:], *modal[-1:], *own[:1], *earlier[-1:]]), None)
        return self._tag(hit) if hit else UNSAID_FIRMNESS


def _name(record: Commitment) -> str:
    if isinstance(record, Project):
        return record.name
    return record.indicator if isinstance(record, Target | Aim) else ""


def file_observation(record: Observation) -> Observation:
    """Return a table figure with its indicator concept and sectors."""
    sector = _sector_of(record.indicator)
    return replace(record, concept=find_concept(record.indicator), sectors=(Tag(sector),) if sector else ())


@cache
def find_concept(indicator: str) -> str | None:
    """Return the notation of the indicator that words name.

    They are tried as they stand, without a scope word, and without a verb in front.
    """
    names = load_scheme("indicators").by_name
    plain = re.sub(r"[“”\s]|（[^）]*）", "", indicator)
    bare = cue_regex("^…+", "scope", "making").sub("", plain)
    for words in (indicator, plain, re.sub("其中[:：]?", "", plain), bare):
        if words in names:
            return names[words].notation
    return None


def _heading_sector(pillars: tuple[Pillar, ...]) -> tuple[Tag, ...]:
    for pillar in reversed(pillars):
        sector = _sector_of(pillar.title)
        if sector:
            return (Tag(sector, pillar.span),)
    return ()


@cache
def _sector_of(words: str) -> str | None:
    hit = _longest(_sectors().find(words))
    return hit[2] if hit else None


def _responsible(reading: Reading) -> tuple[Span, ...]:
    """Return the organisations that the sentence's responsible-unit note names."""
    text = reading.sentence.text
    return tuple(
        reading.sentence.span(note.start(1) + body.start(), note.start(1) + body.end())
        for note in BODY_NOTE.finditer(text)
        for body in BODY.finditer(note.group(1))
        if not ROLE.match(body.group())
    )
