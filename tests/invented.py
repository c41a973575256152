"""Plans that nobody printed, as large as a test needs them."""

from collections.abc import Iterator
from decimal import Decimal

import pyoxigraph as ox

from planskg.graph.build import build_graph
from planskg.graph.draft import document_node
from planskg.graph.store import load_ontology, open_store, replace_document
from planskg.model import Document, Extraction, Metadata, Pillar, Project, Record, Span, Tag, Target
from planskg.vocabulary import load_scheme

REGIONS = ("110000", "130000", "140000", "150000", "210000", "220000", "230000", "310000", "320000", "330000")
STAGES = ("preliminary", "start", "construction", "complete")


def invent_store(plans: int, pillars: int, promises: int) -> ox.Store:
    """Return a store of so many plans, each with so many headings and, under each, so many projects and targets."""
    store = open_store()
    load_ontology(store)
    for number in range(plans):
        extraction = _invent_plan(number, pillars, promises)
        replace_document(store, document_node(extraction.document), build_graph(extraction), ())
    return store


def _invent_plan(number: int, pillars: int, promises: int) -> Extraction:
    lines: list[str] = []
    for pillar in range(pillars):
        lines.append(f"{pillar}、推进第{pillar}类工作")
        lines += [f"建成{number}区{pillar}号第{each}水库。" for each in range(promises)]
        lines += [f"第{pillar * promises + each}种作物产量增长{each + 1}%。" for each in range(promises)]
    document = Document(f"invented-{number}", "\n".join(lines), Metadata(year=2030, region=REGIONS[number]))
    return Extraction(document, tuple(_read(lines)))


def _read(lines: list[str]) -> Iterator[Record]:
    sectors = sorted(concept.notation for concept in load_scheme("sectors"))
    at, above = 0, None
    for number, line in enumerate(lines):
        span = Span(at, at + len(line))
        at += len(line) + 1
        if line.startswith(("建", "第")):
            about = {
                "rule": "r",
                "year": 2030,
                "sentence": span,
                "pillars": (above,),
                "sectors": (Tag(sectors[number % 35]),),
            }
            start, end = (2, -1) if line.startswith("建") else (line.index("长") + 1, -1)
            own = Span(span.start + start, span.end + end)
        if line.startswith("建"):
            yield Project(span=own, name=line[2:-1], stage=STAGES[number % 4], **about)
        elif line.startswith("第"):
            indicator, _, value = line[:-2].partition("增长")
            yield Target(
                span=own,
                indicator=indicator,
                value=Decimal(value),
                unit="%",
                measure="growth",
                comparator="eq",
                **about,
            )
        else:
            above = Pillar(span=span, rule="r", level=1, number=line[:2], title=line[2:])
            yield above
