"""What a promise is filed under: sectors, firmness, places, indicator, responsible bodies, and the words that decided.

A sector is betrayed by the longest of its words in the record's own name, then in its clause, then in its sentence,
then in its heading.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Any

from planskg.extracting.lexicon import cue_regex
from planskg.extracting.names import find_places
from planskg.extracting.notes import NOTE, find_bodies
from planskg.extracting.reading import Reading
from planskg.extracting.signs import Sign, sector_words
from planskg.extracting.view import WIDTHS
from planskg.model import Aim, Commitment, Observation, Pillar, Project, Record, Span, Tag, Target
from planskg.vocabulary import load_scheme

MODAL = ("ensure", "strive", "support")
UNSAID_FIRMNESS = Tag("complete")
"""A plan that promises without a word of firmness says that it will be done."""


class Filer:
    """Files the records of one sentence; what its words betray is looked up once."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.sectors = sorted(reading.signs.sectors, key=_by_length)
        self.responsible = _responsible(reading)

    def file(self, record: Commitment) -> Commitment:
        """Fill in all that a record is filed under."""
        start = self._position(record)
        clause = self.reading.clause_at(start) or (start, len(self.reading.text))
        return record.file(
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
            places = find_places(record.indicator, self.reading.region) if self.reading.signs.places else ()
            return {"concept": find_concept(record.indicator), "places": places}
        if not self.reading.signs.places:
            return {}
        near = (place for start, _, place in self.reading.signs.places if clause[0] <= start < clause[1])
        return {"places": tuple(dict.fromkeys(near))}

    def _position(self, record: Commitment) -> int:
        """Return where a record begins within its sentence."""
        sentence = self.reading.sentence
        return bisect_left(sentence.view.offsets, record.span.start, sentence.start, sentence.end) - sentence.start

    def _tag(self, sign: Sign[str]) -> Tag:
        return Tag(sign.what, self.reading.text[sign.start : sign.end])

    def _sector_tags(self, record: Commitment, clause: tuple[int, int]) -> tuple[Tag, ...]:
        own = _longest(sector_words().find(name)) if (name := _name(record)) else None
        if own:
            return (Tag(own.what, name[own.start : own.end]),)
        near = (sign for sign in self.sectors if clause[0] <= sign.start < clause[1])
        sign = next(near, None) or next(iter(self.sectors), None)
        return (self._tag(sign),) if sign else _heading_sector(self.reading.sentence.pillars)

    def _firmness_tag(self, clause: tuple[int, int], position: int) -> Tag:
        """Return how firmly the record's clause speaks, or else the clauses before it in its sentence.

        A modal word counts first: the last before the record, the last of the clause; then any word of the clause,
        then the last modal before it.
        """
        before: Sign[str] | None = None
        modal = own = earlier = before
        for sign in self.reading.signs.firmness:
            if sign.start >= clause[1]:
                break
            is_modal = sign.what in MODAL
            if sign.start < clause[0]:
                earlier = sign if is_modal else earlier
                continue
            own = own or sign
            if is_modal:
                modal = sign
                before = sign if sign.start <= position else before
        decided = before or modal or own or earlier
        return self._tag(decided) if decided else UNSAID_FIRMNESS


def _by_length(sign: Sign[str]) -> tuple[int, int]:
    """Sort the longest word first, of equals the last."""
    return sign.start - sign.end, -sign.start


def _longest(signs: list[Sign[str]]) -> Sign[str] | None:
    return min(signs, key=_by_length, default=None)


def _name(record: Commitment) -> str:
    if isinstance(record, Project):
        return record.name
    return record.indicator if isinstance(record, Target | Aim) else ""


def file_observation(record: Observation) -> Observation:
    """Return a table figure with its indicator concept and sectors."""
    sector = _sector_of(record.indicator)
    return replace(record, concept=find_concept(record.indicator), sectors=(sector,) if sector else ())


def bind_targets(records: list[Record]) -> Iterator[Record]:
    """Yield records, a target with the binding that the plan's table gives its indicator for its year."""
    told = {
        (cell.concept or cell.indicator, cell.year): cell.binding
        for cell in records
        if isinstance(cell, Observation) and cell.binding
    }
    for record in records:
        if told and isinstance(record, Target):
            binding = told.get((record.concept or record.indicator, record.year))
            yield replace(record, binding=binding) if binding else record
        else:
            yield record


def file_listed(record: Project, pillars: tuple[Pillar, ...], responsible: tuple[Span, ...]) -> Project:
    """Fill in what a project is filed under that a row of a table promises."""
    sector = _sector_of(record.name)
    sectors = (sector,) if sector else _heading_sector(pillars)
    return record.file(pillars=pillars, sectors=sectors, firmness=UNSAID_FIRMNESS, responsible=responsible)


@cache
def find_concept(indicator: str) -> str | None:
    """Return the notation of the indicator that words name.

    They are tried as they stand, without a scope word, and without a verb in front.
    """
    names = load_scheme("indicators").by_name
    plain = re.sub(r"[“”\s]|（[^）]*）", "", indicator.translate(WIDTHS))
    bare = cue_regex("^…+", "scope", "making").sub("", plain)
    for words in (indicator, plain, re.sub("其中[:：]?", "", plain), bare):
        if words in names:
            return names[words].notation
    return None


def _heading_sector(pillars: tuple[Pillar, ...]) -> tuple[Tag, ...]:
    for pillar in reversed(pillars):
        sector = _sector_of(pillar.title)
        if sector:
            return (sector,)
    return ()


@cache
def _sector_of(words: str) -> Tag | None:
    hit = _longest(sector_words().find(words))
    return Tag(hit.what, words[hit.start : hit.end]) if hit else None


def _responsible(reading: Reading) -> tuple[Span, ...]:
    """Return the organisations that a note in the sentence, a line below it or a column of its table names."""
    sentence = reading.sentence
    bodies = (
        body for note in NOTE.finditer(sentence.text) for body in find_bodies(sentence.text, note.start(), note.end())
    )
    return tuple(dict.fromkeys((*(sentence.span(*body) for body in bodies), *sentence.responsible)))
