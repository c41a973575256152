"""A document's graph, and the concepts it points to, as look-ups."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

import pyoxigraph as ox

from planskg.graph.store import ONTOLOGY_GRAPH, document_quads, read_ontology
from planskg.graph.terms import OA, PLAN, RDF, RDFS, SKOS
from planskg.model import Span

TOLD = frozenset(
    {
        SKOS.notation,
        SKOS.prefLabel,
        PLAN.rank,
        PLAN.leadDepartment,
        PLAN.department,
        PLAN.oc4idsSector,
        PLAN.oc4idsStatus,
        PLAN.oc4idsMilestone,
    }
)
"""What exporters read of the vocabularies."""
Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
Statement = ox.Quad | ox.Triple


class Facts:
    """Statements by subject and predicate."""

    def __init__(self, statements: Iterable[Statement]) -> None:
        self._rows: dict[object, dict[ox.NamedNode, list[Term]]] = defaultdict(lambda: defaultdict(list))
        for each in statements:
            self._rows[each.subject][each.predicate].append(each.object)

    @classmethod
    def join(cls, parts: Iterable["Facts"]) -> "Facts":
        """Return what several say together."""
        whole = cls(())
        for part in parts:
            for subject, row in part._rows.items():
                for predicate, ends in row.items():
                    whole._rows[subject][predicate] += ends
        return whole

    def nodes(self, node: ox.NamedNode, predicate: ox.NamedNode) -> list[ox.NamedNode]:
        """Return the nodes that a statement points to, sorted."""
        return sorted((each for each in self._said(node, predicate) if isinstance(each, ox.NamedNode)), key=str)

    def node(self, node: ox.NamedNode, predicate: ox.NamedNode) -> ox.NamedNode | None:
        """Return the node that a statement points to, the first of several."""
        return next(iter(self.nodes(node, predicate)), None)

    def ends(self, node: ox.NamedNode, predicate: ox.NamedNode) -> list[ox.NamedNode | ox.Literal]:
        """Return the nodes and literals that a statement points to, sorted by their spelling."""
        found = (each for each in self._said(node, predicate) if isinstance(each, ox.NamedNode | ox.Literal))
        return sorted(found, key=lambda each: each.value)

    def objects(self, predicate: ox.NamedNode) -> list[ox.NamedNode]:
        """Return the nodes that any statement with a predicate points to, sorted."""
        found = {each for row in self._rows.values() for each in row.get(predicate, ())}
        return sorted((each for each in found if isinstance(each, ox.NamedNode)), key=str)

    def statements(self, node: ox.NamedNode) -> Iterator[ox.Triple]:
        """Yield what is said of a node."""
        row = self._rows.get(node, {}).items()
        return (ox.Triple(node, predicate, end) for predicate, ends in row for end in ends)

    def pairs(self, predicate: ox.NamedNode) -> list[tuple[ox.NamedNode, Term]]:
        """Return the subjects and objects of a property's statements, sorted."""
        nodes = ((each, row) for each, row in self._rows.items() if isinstance(each, ox.NamedNode))
        return sorted(((each, value) for each, row in nodes for value in row.get(predicate, ())), key=str)

    @cached_property
    def _by_end(self) -> dict[tuple[ox.NamedNode, Term], list[ox.NamedNode]]:
        found: dict[tuple[ox.NamedNode, Term], list[ox.NamedNode]] = defaultdict(list)
        for subject in sorted((each for each in self._rows if isinstance(each, ox.NamedNode)), key=str):
            for predicate, ends in self._rows[subject].items():
                for end in ends:
                    found[predicate, end].append(subject)
        return found

    def pointing(self, predicate: ox.NamedNode, end: Term) -> list[ox.NamedNode]:
        """Return the nodes that point to an end, sorted."""
        return self._by_end.get((predicate, end), [])

    def texts(self, node: ox.NamedNode, predicate: ox.NamedNode, language: str | None = None) -> list[str]:
        """Return the literals of a statement as text, sorted; of one language where that is given."""
        literals = (each for each in self._said(node, predicate) if isinstance(each, ox.Literal))
        return sorted(each.value for each in literals if language is None or each.language == language)

    def text(self, node: ox.NamedNode, predicate: ox.NamedNode, language: str | None = None) -> str | None:
        """Return the literal of a statement as text."""
        return next(iter(self.texts(node, predicate, language)), None)

    def _said(self, node: ox.NamedNode, predicate: ox.NamedNode) -> Sequence[Term]:
        row = self._rows.get(node)
        return () if row is None else row.get(predicate, ())

    @cached_property
    def _by_class(self) -> dict[ox.NamedNode, list[ox.NamedNode]]:
        found: dict[ox.NamedNode, list[ox.NamedNode]] = defaultdict(list)
        for subject in sorted((each for each in self._rows if isinstance(each, ox.NamedNode)), key=str):
            for kind in self.nodes(subject, RDF.type):
                found[kind].append(subject)
        return found

    def of_class(self, kind: ox.NamedNode) -> list[ox.NamedNode]:
        """Return the nodes of a class, sorted."""
        return self._by_class.get(kind, [])


class Concepts:
    """The names of the vocabularies' concepts; a document's own concepts are read from its graph."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts

    def notation(self, node: ox.NamedNode) -> str:
        """Return a concept's short name: the last step of its IRI where the vocabulary has none."""
        return self.facts.text(node, SKOS.notation) or node.value.rpartition("/")[2]

    def label(self, node: ox.NamedNode, language: str = "zh") -> str:
        """Return a concept's name in a language: its short name where it has none."""
        return self.facts.text(node, SKOS.prefLabel, language) or self.notation(node)

    def rank(self, node: ox.NamedNode) -> tuple[int, str]:
        """Return a key that sorts concepts by their rank, those without one first."""
        return int(self.facts.text(node, PLAN.rank) or 0), node.value


def document_facts(store: ox.Store, document: ox.NamedNode) -> Facts:
    """Return what a document says."""
    return Facts(document_quads(store, document))


def load_concepts(store: ox.Store) -> Concepts:
    """Return the vocabularies' concepts: the store's own, or the project's where the store was made without them."""
    return Concepts(Facts(each for each in ontology_triples(store) if each.predicate in TOLD))


def ontology_triples(store: ox.Store) -> list[ox.Triple]:
    """Return ontology and vocabularies: the store's own, or the project's where the store was made without them."""
    return [quad.triple for quad in store.quads_for_pattern(None, None, None, ONTOLOGY_GRAPH)] or read_ontology()


def name_of(facts: Facts, node: ox.NamedNode) -> str:
    """Return a node's rdfs:label: the last step of its IRI where it has none."""
    return facts.text(node, RDFS.label) or node.value.rpartition("/")[2]


def span_of(facts: Facts, source: ox.NamedNode) -> Span:
    """Return where the words of a source stand in its document; raises ValueError where the graph does not say."""
    for selector in facts.nodes(source, OA.hasSelector):
        start, end = facts.text(selector, OA.start), facts.text(selector, OA.end)
        if start is not None and end is not None:
            return Span.checked(int(start), int(end))
    raise ValueError(f"<{source.value}> has no position selector")
