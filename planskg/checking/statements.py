"""From a file to what its documents say: a plan in words by way of its records, an RDF file as it stands."""

from collections.abc import Sequence
from pathlib import Path

import pyoxigraph as ox

from planskg.checking.files import SUFFIXES, parse_graphs
from planskg.errors import NoPlan
from planskg.extracting.pipeline import extract
from planskg.graph.build import build_graph
from planskg.graph.draft import document_node
from planskg.model import Extraction
from planskg.reading import parse_document
from planskg.reading.source import Source


def read_statements(
    source: Source, *, year: int | None = None, region: str | None = None
) -> dict[str, Sequence[ox.Quad]]:
    """Return the statements of each document, under its IRI; raises UnreadableDocument, NoPlan for what is none."""
    if form := SUFFIXES.get(Path(source.path).suffix.lower()):
        return dict(parse_graphs(source, form))
    extraction = extract(parse_document(source, year=year, region=region))
    if not is_plan(extraction):
        raise NoPlan(
            source.path, "is no plan: it has no title of one, and no goal for any indicator that planskg knows"
        )
    return {document_node(extraction.document).value: build_graph(extraction)}


def is_plan(extraction: Extraction) -> bool:
    """Tell whether a text is a plan or a part of one: by its title, or by an indicator with a goal or a figure."""
    known = (getattr(record, "concept", None) for record in extraction.records)
    return extraction.document.metadata.title is not None or any(known)
