"""Every quote as an annotation of the Web Annotation data model: which words of a document say what of the graph."""

import json
from collections.abc import Iterator
from typing import Any

import pyoxigraph as ox

from planskg.exporting.facts import Facts
from planskg.exporting.source import Source
from planskg.graph.terms import FOAF, ID, OA, PLAN, PROV, RDF, RDFS, digest

Json = dict[str, Any]
CONTEXT = "http://www.w3.org/ns/anno.jsonld"
MOTIVES = {PROV.wasQuotedFrom: "identifying", PLAN.sentence: "describing", PLAN.comparablePrices: "commenting"}
"""The properties that point to words, and why these are annotated: what is said, its sentence, a note to it."""
FIELDS = {"start": OA.start, "end": OA.end, "exact": OA.exact, "prefix": OA.prefix, "suffix": OA.suffix}
OFFSETS = ("start", "end")
CREATOR = (PLAN.foundBy, PROV.used, RDFS.label)
CARRIED = frozenset({FOAF.primaryTopic, RDF.type, OA.hasSource, OA.hasSelector, *MOTIVES, *CREATOR, *FIELDS.values()})


def write_annotations(source: Source) -> str:
    """Return a page of annotations, by document and in the order of their IRIs."""
    items = [each for plan in source.plans for each in _annotate(source, plan.facts)]
    page = {
        "@context": CONTEXT,
        "id": f"{ID}annotations/all",
        "type": "AnnotationPage",
        "partOf": {
            "id": f"{ID}annotations",
            "type": "AnnotationCollection",
            "label": "计划文件的引文 / quotes of plan documents",
            "total": len(items),
        },
        "startIndex": 0,
        "items": items,
    }
    return json.dumps(page, ensure_ascii=False, indent=1) + "\n"


def _annotate(source: Source, facts: Facts) -> Iterator[Json]:
    for link, motive in MOTIVES.items():
        for subject, words in facts.pairs(link):
            if isinstance(words, ox.NamedNode):
                yield {
                    "id": f"{ID}annotation/{digest(subject.value, link.value, words.value, length=16)}",
                    "type": "Annotation",
                    "motivation": motive,
                    **_creator(facts, subject),
                    "body": [subject.value, *_tags(source, facts, subject)],
                    "target": _target(facts, words),
                }


def _creator(facts: Facts, subject: ox.NamedNode) -> Json:
    """Return the rule that found it; a row of a table is named by no rule of its own."""
    run = facts.node(subject, PLAN.foundBy)
    for rule in facts.nodes(run, PROV.used) if run else ():
        name = facts.text(rule, RDFS.label)
        if name is not None:
            return {"creator": {"id": rule.value, "type": "Software", "name": name}}
    return {}


def _tags(source: Source, facts: Facts, subject: ox.NamedNode) -> Iterator[Json]:
    """Yield the kind of what is said, in both languages: 目标, target."""
    for kind in facts.nodes(subject, RDF.type):
        for language in ("zh", "en"):
            for label in source.ontology.texts(kind, RDFS.label, language):
                yield {"type": "TextualBody", "purpose": "tagging", "value": label, "language": language}


def _target(facts: Facts, words: ox.NamedNode) -> Json:
    document = facts.node(words, OA.hasSource)
    found = [_selector(facts, node) for node in facts.nodes(words, OA.hasSelector)]
    told = {"source": document and document.value, "selector": [selector for selector in found if selector]}
    return {"id": words.value, "type": "SpecificResource"} | {key: value for key, value in told.items() if value}


def _selector(facts: Facts, node: ox.NamedNode) -> Json:
    kinds = [kind.value.removeprefix(OA.iri) for kind in facts.nodes(node, RDF.type) if kind.value.startswith(OA.iri)]
    told = {name: facts.text(node, term) for name, term in FIELDS.items()}
    found = {name: int(text) if name in OFFSETS else text for name, text in told.items() if text is not None}
    return {"type": kinds[0]} | found if kinds and found else {}
