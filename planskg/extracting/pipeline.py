"""From a document to all that it promises: structure, the kinds one after another, what they are filed under."""

import gc
from collections.abc import Iterable
from operator import attrgetter
from typing import Final

from planskg.extracting.actions import find_actions
from planskg.extracting.aims.aims import find_aims
from planskg.extracting.figures.listed import read_listed
from planskg.extracting.figures.observations import read_observations
from planskg.extracting.figures.prices import settle_prices
from planskg.extracting.figures.tasks import read_tasks
from planskg.extracting.projects.projects import find_projects
from planskg.extracting.readings.filing import Filer, bind_targets, file_observation
from planskg.extracting.readings.reading import Reading, read_sentences, why_silent
from planskg.extracting.residue import find_residue
from planskg.extracting.structure.responsible import part_notes
from planskg.extracting.structure.structure import read_structure
from planskg.extracting.tables.tables import find_tables
from planskg.extracting.targets.targets import find_targets
from planskg.extracting.targets.wholes import join_targets
from planskg.extracting.views.view import one_width, read_views
from planskg.model import Commitment, Document, Extraction, Record
from planskg.reading.years import first_year

KINDS: Final = (find_projects, find_targets, find_aims, find_actions)
"""The kinds of promise, in the order in which they claim the words of a sentence."""


def extract(document: Document) -> Extraction:
    """Return every record that a document holds, in text order, and the residue.

    The garbage collector rests meanwhile: it would look through all that was found, again and again, for cycles which
    are not there.
    """
    collects = gc.isenabled()
    gc.disable()
    try:
        return _extract(document)
    finally:
        if collects:
            gc.enable()


def _extract(document: Document) -> Extraction:
    tables = find_tables(document)
    views = read_views(document.text, document.metadata.title, [table.area for table in tables])
    year, first = document.metadata.year, first_year(document.metadata)
    structure = read_structure(views, year, first, tables, one_width(document.metadata.title or ""))
    cells = [sentence for placed in structure.tables for sentence in read_tasks(document, placed)]
    sentences = part_notes([*structure.sentences, *cells])
    silences = [(sentence, why_silent(sentence)) for sentence in sentences]
    promising = [sentence for sentence, reason in silences if not reason]
    readings = read_sentences(promising, year, first, document.metadata.region)
    records: list[Record] = list(structure.pillars)
    for placed in structure.tables:
        figures = [file_observation(one) for one in read_observations(document, placed.found)]
        records += settle_prices(document, placed.found, figures)
        records += read_listed(document, placed)
    for reading in readings:
        records += _promises(reading)
    records = list(bind_targets(records))
    records.sort(key=attrgetter("span", "kind"))
    records = list(join_targets(document, records))
    return Extraction(document, tuple(records), find_residue(document, views, silences, readings, records, tables))


def _promises(reading: Reading) -> Iterable[Commitment]:
    """Return the promises of one sentence, filed; those who find them see what the sentence holds already."""
    found = reading.records
    for find in KINDS:
        found += find(reading)
    return map(Filer(reading).file, found) if found else ()
