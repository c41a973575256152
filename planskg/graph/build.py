"""An extraction as quads: one named graph a document, in one pass, as docs/design.md section 3 says."""

import pyoxigraph as ox

from planskg.gazetteer import Gazetteer, load_gazetteer
from planskg.graph.describing import DESCRIBERS, describe_pillars, describe_residue, describe_rows
from planskg.graph.draft import Draft
from planskg.graph.literals import chinese, count, date, given, words, year
from planskg.graph.terms import DC, DCAT, DCTERMS, FOAF, PLAN, RDF, VOID
from planskg.model import Extraction, Observation, Pillar


def build_graph(extraction: Extraction, gazetteer: Gazetteer | None = None) -> list[ox.Quad]:
    """Return the asserted graph of one document, each quad once, in text order."""
    draft = Draft(extraction.document, gazetteer or load_gazetteer())
    _describe_document(draft)
    describe_pillars(draft, [record for record in extraction.records if isinstance(record, Pillar)])
    describe_rows(draft, (record for record in extraction.records if isinstance(record, Observation)))
    for record in extraction.records:
        if not isinstance(record, Pillar):
            DESCRIBERS[type(record)](draft, record)
    for residue in extraction.residue:
        describe_residue(draft, residue)
    return _with_dataset(draft)


def _describe_document(draft: Draft) -> None:
    node, known = draft.node, draft.document.metadata
    draft.say(node, RDF.type, PLAN.PlanDocument)
    draft.say(node, DCTERMS.title, chinese(known.title or draft.document.name))
    draft.say(node, DCTERMS.language, words("zh"))
    draft.say(node, DCTERMS.identifier, given(known.number, words))
    draft.say(node, DCTERMS.issued, given(known.issued, date))
    draft.say(node, DC.publisher, given(known.issuer, chinese))
    draft.say(node, DCTERMS.publisher, given(known.region, draft.government))
    draft.say(node, DCTERMS.spatial, given(known.region, draft.place))
    draft.say(node, PLAN.planYear, year(known.year))
    draft.say(node, PLAN.genre, words(known.genre))
    draft.say(node, PLAN.approvedBy, given(known.congress, words))
    draft.say(node, PLAN.text, words(draft.document.text))


def _with_dataset(draft: Draft) -> list[ox.Quad]:
    """Return the quads once each, with the description of their graph, which counts itself."""
    draft.say(draft.graph, RDF.type, DCAT.Dataset)
    draft.say(draft.graph, FOAF.primaryTopic, draft.node)
    quads = list(dict.fromkeys(draft.quads))
    return [*quads, ox.Quad(draft.graph, VOID.triples, count(len(quads) + 1), draft.graph)]
