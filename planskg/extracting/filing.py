"""What a promise is filed under: sectors, firmness, places, indicator concept, responsible bodies, and the words that decided.

A sector is betrayed by the longest of its words in the record's own name, then in its clause, then in its sentence, then in its heading.
"""

import re
from dataclasses import replace
from functools import cache

import ahocorasick_rs as ac

from planskg.extracting.lexicon import cue_pattern
from planskg.extracting.names import find_places
from planskg.extracting.reading import Reading
from planskg.model import Aim, Commitment, Observation, Pillar, Project, Span, Tag, Target
from planskg.vocabulary import load_scheme

BODY_NOTE = re.compile(r"（(?:责任单位|牵头单位|责任部门|牵头部门|牵头|责任|配合单位|主办单位|协办单位)[：:]([^）]*)）?")
BODY = re.compile(r"[^、；，：。（）\s]{2,}")
ROLE = re.compile(r"^(?:责任单位|牵头单位|配合单位|责任部门|主办单位|协办单位|牵头|配合)$")
MODAL = ("ensure", "strive", "support")
DEFAULT_FIRMNESS = "complete"


class _Matcher:
    """Finds the words of a scheme's concepts in a text, all at once."""

    def __init__(self, words: dict[str, str]) -> None:
        self.words = words
        self.texts = tuple(words)
        self.matcher = ac.AhoCorasick(self.texts, matchkind=ac.MatchKind.LeftmostLongest)

    def find(self, text: str) -> list[tuple[int, int, str]]:
        """Return start, end and notation of each word, in text order."""
        found = self.matcher.find_matches_as_indexes(text)
        return [(start, end, self.words[self.texts[index]]) for index, start, end in found]

    def longest(self, text: str) -> tuple[int, int, str] | None:
        """Return the longest word of a text, the last of equals."""
        return max(self.find(text), key=lambda hit: (hit[1] - hit[0], hit[0]), default=None)


@cache
def _sectors() -> _Matcher:
    return _Matcher({word: c.notation for c in load_scheme("sectors") for word in (*c.names, *c.signs)})


@cache
def _firmness() -> _Matcher:
    return _Matcher({word: c.notation for c in load_scheme("firmness") for word in c.names})


def file_commitment(reading: Reading, record: Commitment) -> Commitment:
    """Return a record with all that it is filed under."""
    start, end = _position(reading, record)
    clause = next(((a, b) for a, b in reading.clauses if a <= start < b), (start, end))
    record = replace(
        record,
        pillars=reading.sentence.pillars,
        sectors=_sector_tags(reading, record, clause),
        firmness=_firmness_tag(reading, clause, start),
        responsible=_responsible(reading),
    )
    if isinstance(record, Target | Aim):
        record = replace(record, concept=find_concept(record.indicator))
    if not isinstance(record, Project):
        words = _own_words(reading, record, clause)
        record = replace(record, places=find_places(words, reading.region))
    return record


def file_observation(record: Observation) -> Observation:
    """Return a table figure with its indicator concept and sectors."""
    hit = _sectors().longest(record.indicator)
    return replace(record, concept=find_concept(record.indicator), sectors=(Tag(hit[2]),) if hit else ())


@cache
def find_concept(indicator: str) -> str | None:
    """Return the notation of the indicator that words name: as they stand, without a scope word, or without a verb in front."""
    names = load_scheme("indicators").by_name
    plain = re.sub(r"[“”\s]|（[^）]*）", "", indicator)
    bare = re.sub(rf"^(?:{cue_pattern('scope', 'making')})+", "", plain)
    for words in (indicator, plain, re.sub("其中[:：]?", "", plain), bare):
        if words in names:
            return names[words].notation
    return None


def _position(reading: Reading, record: Commitment) -> tuple[int, int]:
    """Return where a record stands within its sentence."""
    view, begin = reading.sentence.view, reading.sentence.start
    offsets = view.offsets
    start = next((i for i in range(begin, reading.sentence.end) if offsets[i] >= record.span.start), begin)
    end = next((i for i in range(start, reading.sentence.end) if offsets[i] >= record.span.end), reading.sentence.end)
    return start - begin, end - begin


def _own_words(reading: Reading, record: Commitment, clause: tuple[int, int]) -> str:
    return record.indicator if isinstance(record, Target | Aim) else reading.text[clause[0] : clause[1]]


def _sector_tags(reading: Reading, record: Commitment, clause: tuple[int, int]) -> tuple[Tag, ...]:
    name = record.name if isinstance(record, Project) else _own_words(reading, record, clause)
    own = _sectors().longest(name)
    if own:
        word = name[own[0] : own[1]]
        place = reading.text.find(word, clause[0])
        place = place if place >= 0 else reading.text.find(word)
        return (Tag(own[2], reading.sentence.span(place, place + len(word)) if place >= 0 else None),)
    for start, end in (clause, (0, len(reading.text))):
        hit = _sectors().longest(reading.text[start:end])
        if hit:
            return (Tag(hit[2], reading.sentence.span(start + hit[0], start + hit[1])),)
    return _heading_sector(reading.sentence.pillars)


def _heading_sector(pillars: tuple[Pillar, ...]) -> tuple[Tag, ...]:
    for pillar in reversed(pillars):
        hit = _sectors().longest(pillar.title)
        if hit:
            return (Tag(hit[2], pillar.span),)
    return ()


def _firmness_tag(reading: Reading, clause: tuple[int, int], position: int) -> Tag:
    """Return how firmly the record's clause speaks, or else the clauses before it in its sentence."""
    start, end = clause
    own = [(a + start, b + start, n) for a, b, n in _firmness().find(reading.text[start:end])]
    modal = [hit for hit in own if hit[2] in MODAL and hit[0] <= position] or [hit for hit in own if hit[2] in MODAL]
    earlier = [hit for hit in _firmness().find(reading.text[:start]) if hit[2] in MODAL]
    hit = next(iter([*modal[-1:], *own[:1], *earlier[-1:]]), None)
    if hit is None:
        return Tag(DEFAULT_FIRMNESS)
    return Tag(hit[2], reading.sentence.span(hit[0], hit[1]))


def _responsible(reading: Reading) -> tuple[Span, ...]:
    """Return the organisations that the sentence's responsible-unit note names."""
    text = reading.sentence.text
    return tuple(
        reading.sentence.span(note.start(1) + body.start(), note.start(1) + body.end())
        for note in BODY_NOTE.finditer(text)
        for body in BODY.finditer(note.group(1))
        if not ROLE.match(body.group())
    )
