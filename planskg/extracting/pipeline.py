"""From a document to all that it promises: structure, then the kinds one after another, then what they are filed under."""

import re

from planskg.extracting.aims import find_aims
from planskg.extracting.observations import read_observations
from planskg.extracting.projects import find_projects
from planskg.extracting.reading import Reading
from planskg.extracting.structure import read_structure
from planskg.extracting.tables import find_tables
from planskg.extracting.targets import find_targets
from planskg.extracting.view import read_views
from planskg.model import Document, Extraction, Record


PRINCIPLE = re.compile("总体要求|指导思想|总要求")


def extract(document: Document) -> Extraction:
    """Return every record that a document holds, in text order."""
    tables = find_tables(document)
    views = [v for v in read_views(document.text) if not any(t.area.overlaps(v.span(0, len(v.text))) for t in tables)]
    structure = read_structure(views, document.metadata.year)
    records: list[Record] = [*structure.pillars]
    for found in tables:
        records += read_observations(document, found.table)
    for sentence in structure.sentences:
        if sentence.part.tense != "ahead" or PRINCIPLE.search(sentence.text):
            continue
        reading = Reading(sentence, document.metadata.year)
        records += find_projects(reading, document.metadata.region)
        records += find_targets(reading)
        records += find_aims(reading)
    return Extraction(document, tuple(sorted(records, key=lambda record: record.span)))
