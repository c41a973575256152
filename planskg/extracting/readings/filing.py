"""What a promise is filed under: sectors, firmness, places, indicator, responsible bodies, and the words that decided.

A sector is betrayed by the longest of its words in the record's own name, then in its clause, then in its sentence,
then in its heading.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from msgspec.structs import replace

from planskg.extracting.readings.reading import Reading
from planskg.extracting.readings.signs import SECTOR_WORDS, Sign
from planskg.extracting.words.concepts import find_concept
from planskg.extracting.words.lexicon import MANY
from planskg.extracting.words.place_names import find_places
from planskg.model import Aim, Commitment, Observation, Pillar, Project, Record, Span, Tag, Target

MODAL: Final = frozenset(("ensure", "strive", "support"))
"""The firmness of modal words, which count before all others."""
UNSAID_FIRMNESS: Final = Tag("complete")
"""A plan that promises without a word of firmness says that it will be done."""


class Filer:
    """Files the records of one sentence."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        sentence = reading.sentence
        self.view, self.begin = sentence.view, sentence.start
        self.pillars = sentence.pillars
        self.sectors, self.firmness, self.places = reading.signs.sectors, reading.signs.firmness, reading.signs.places
        self.modals = [sign for sign in self.firmness if sign[2].notation in MODAL]
        self.responsible = sentence.responsible and tuple(dict.fromkeys(sentence.responsible))

    def file(self, record: Commitment) -> Commitment:
        """Return a record with all that it is filed under."""
        start = self.view.position(record.span.start) - self.begin
        first, last = self.reading.clause_at(start) or (start, len(self.reading.text))
        sectors: tuple[Tag, ...] = ()
        places = record.places
        if record.kind == "action":
            if self.places:
                places = tuple(dict.fromkeys([what for at, _, what in self.places if first <= at < last]))
        elif isinstance(record, Project):  # which knows its own places
            sectors = _sector_of(record.name)
        elif isinstance(record, Target | Aim):
            sectors = _sector_of(record.indicator)
            places = find_places(record.indicator, self.reading.region) if self.places else ()
            record = replace(record, concept=find_concept(record.indicator))
        return replace(
            record,
            pillars=self.pillars,
            sectors=sectors or _longest_sign(self.sectors, first, last) or self._usual_sector(),
            firmness=self._firmness(first, last, start),
            places=places,
            responsible=self.responsible,
        )

    def _usual_sector(self) -> tuple[Tag, ...]:
        """Return the sectors of a record that has no word of one in its name or its clause."""
        return _longest_sign(self.sectors, 0, len(self.reading.text)) or _heading_sector(self.pillars)

    def _firmness(self, first: int, last: int, position: int) -> Tag:
        """Return how firmly the clause of a record at a position speaks, or else the clauses before it in its sentence.

        A modal word counts first: the last before the record, the last of the clause; then any word of the clause,
        then the last modal before it.
        """
        modals = self.modals and [sign for sign in self.modals if sign[0] < last]
        if own := modals and [sign for sign in modals if sign[0] >= first]:
            return ([sign for sign in own if sign[0] <= position] or own)[-1][2]
        for start, _, tag in self.firmness:
            if first <= start < last:
                return tag
        return modals[-1][2] if modals else UNSAID_FIRMNESS


def _longest_sign(signs: Sequence[Sign[Tag]], first: int, last: int) -> tuple[Tag, ...]:
    """Return what the longest word of a stretch betrays, of equals the last; nothing where there is no word."""
    found: tuple[Tag, ...] = ()
    size = 0
    for start, end, tag in signs:
        if start >= last:
            break
        if start >= first and end - start >= size:
            found, size = (tag,), end - start
    return found


def file_observation(record: Observation) -> Observation:
    """Return a table figure with its indicator concept and its sectors."""
    return replace(record, concept=find_concept(record.indicator), sectors=_sector_of(record.indicator))


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
    """Return a project that a row of a table promises with what it is filed under."""
    sectors = _sector_of(record.name) or _heading_sector(pillars)
    return replace(record, pillars=pillars, sectors=sectors, firmness=UNSAID_FIRMNESS, responsible=responsible)


def _heading_sector(pillars: tuple[Pillar, ...]) -> tuple[Tag, ...]:
    for pillar in reversed(pillars):
        sectors = _sector_of(pillar.title)
        if sectors:
            return sectors
    return ()


@lru_cache(maxsize=MANY)
def _sector_of(words: str) -> tuple[Tag, ...]:
    """Return the sector that the longest sign in a name betrays."""
    return _longest_sign(SECTOR_WORDS.find(words), 0, len(words))
