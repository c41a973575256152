"""A document's graph while it is written: each node that records share is described once, where it is first met."""

from collections.abc import Callable
from urllib.parse import quote

import pyoxigraph as ox

from planskg.gazetteer import Gazetteer
from planskg.graph.literals import chinese, count, degrees, given, words
from planskg.graph.terms import (
    GEO,
    OA,
    PLAN,
    PROV,
    RDF,
    RDFS,
    SKOS,
    WGS84,
    asserted_graph,
    digest,
    extend,
    identify,
)
from planskg.model import Document, Span
from planskg.vocabulary import load_scheme

Term = ox.NamedNode | ox.Literal
LEVELS = {"province": PLAN.Province, "prefecture": PLAN.Prefecture, "county": PLAN.County}
CONTEXT = 20
"""Code points of context on either side of a quote."""


def concept(scheme: str, notation: str) -> ox.NamedNode:
    """Return the concept of a vocabulary that has a notation; raises KeyError where none has."""
    return ox.NamedNode(load_scheme(scheme)[notation].iri)


def document_node(document: Document) -> ox.NamedNode:
    """Return the IRI of a document: its region, its year and its text make it."""
    known = document.metadata
    return identify("document", f"{known.region or '000000'}-{known.year}-{digest(document.text)}")


class Draft:
    """The quads of one document, in the order in which they were said."""

    def __init__(self, document: Document, gazetteer: Gazetteer) -> None:
        self.document = document
        self.gazetteer = gazetteer
        self.node = document_node(document)
        self.graph = asserted_graph(self.node)
        self.quads: list[ox.Quad] = []
        self._made: set[ox.NamedNode] = set()

    def say(self, subject: ox.NamedNode, predicate: ox.NamedNode, *objects: Term | None) -> None:
        """State something of each object that is there."""
        self.quads.extend(ox.Quad(subject, predicate, each, self.graph) for each in objects if each is not None)

    def part(self, kind: str, span: Span, *fields: str) -> ox.NamedNode:
        """Return the IRI of something at a span, told apart by its fields where a span holds several."""
        steps = (kind, f"{span.start}-{span.end}")
        return extend(self.node, *steps, digest(*fields)) if fields else extend(self.node, *steps)

    def source(self, span: Span) -> ox.NamedNode:
        """Return the words at a span as a node, with both selectors."""
        node = self.part("source", span)
        return self._once(node, lambda: self._describe_source(node, span))

    def place(self, code: str) -> ox.NamedNode:
        """Return a place, described together with the places above it."""
        node = identify("place", code)
        return self._once(node, lambda: self._describe_place(node, code))

    def government(self, code: str) -> ox.NamedNode:
        """Return the government of a place."""
        node = identify("government", code)
        return self._once(node, lambda: self._describe_government(node, code))

    def indicator(self, name: str, notation: str | None) -> ox.NamedNode:
        """Return the concept of an indicator, the document's own where the vocabulary has none."""
        if notation is not None:
            return concept("indicators", notation)
        return self._own("indicator", PLAN.Indicator, name)

    def unit(self, symbol: str) -> ox.NamedNode | None:
        """Return the concept of a unit, the document's own where the vocabulary has none; an index has no unit."""
        found = load_scheme("units").by_notation.get(symbol)
        if found is not None:
            return ox.NamedNode(found.iri)
        return self._own("unit", PLAN.Unit, symbol) if symbol else None

    def run(self, rule: str) -> ox.NamedNode:
        """Return the run of a rule over the document."""
        node = extend(self.node, "run", quote(rule, safe=""))
        return self._once(node, lambda: self._describe_run(node, rule))

    def _once(self, node: ox.NamedNode, describe: Callable[[], None]) -> ox.NamedNode:
        if node not in self._made:
            self._made.add(node)
            describe()
        return node

    def _own(self, kind: str, kind_class: ox.NamedNode, name: str) -> ox.NamedNode:
        node = extend(self.node, kind, digest(name))
        return self._once(node, lambda: self._describe_own(node, kind_class, name))

    def _describe_own(self, node: ox.NamedNode, kind_class: ox.NamedNode, name: str) -> None:
        self.say(node, RDF.type, kind_class)
        self.say(node, SKOS.prefLabel, chinese(name))
        self.say(node, PLAN.unreviewed, ox.Literal(True))

    def _describe_source(self, node: ox.NamedNode, span: Span) -> None:
        position, exact = extend(node, "position"), extend(node, "quote")
        self.say(node, RDF.type, OA.SpecificResource)
        self.say(node, OA.hasSource, self.node)
        self.say(node, OA.hasSelector, position, exact)
        self.say(position, RDF.type, OA.TextPositionSelector)
        self.say(position, OA.start, count(span.start))
        self.say(position, OA.end, count(span.end))
        before, after = Span(max(0, span.start - CONTEXT), span.start), Span(span.end, span.end + CONTEXT)
        self.say(exact, RDF.type, OA.TextQuoteSelector)
        for term, stretch in ((OA.exact, span), (OA.prefix, before), (OA.suffix, after)):
            self.say(exact, term, words(self.document.quote(stretch)))

    def _describe_place(self, node: ox.NamedNode, code: str) -> None:
        place = self.gazetteer[code]
        self.say(node, RDF.type, LEVELS[place.level])
        self.say(node, RDFS.label, chinese(place.name))
        self.say(node, SKOS.notation, words(code))
        self.say(node, WGS84.lat, given(place.latitude, degrees))
        self.say(node, WGS84.long, given(place.longitude, degrees))
        self.say(node, GEO.sfWithin, given(place.parent, self.place))

    def _describe_government(self, node: ox.NamedNode, code: str) -> None:
        self.say(node, RDF.type, PLAN.Government)
        self.say(node, RDFS.label, chinese(self.gazetteer[code].name + "人民政府"))
        self.say(node, PLAN.governs, self.place(code))

    def _describe_run(self, node: ox.NamedNode, rule: str) -> None:
        plan = identify("rule", quote(rule, safe=""))
        self.say(node, RDF.type, PROV.Activity)
        self.say(node, PROV.used, self.node, plan)
        self.say(plan, RDF.type, PROV.Plan)
        self.say(plan, RDFS.label, words(rule))
