"""A store looked up node by node."""

from collections.abc import Iterable

import pyoxigraph as ox

Node = ox.NamedNode | ox.BlankNode
Term = Node | ox.Literal


class Facts:
    """What the graphs of a store say together, sorted."""

    def __init__(self, store: ox.Store) -> None:
        self.store = store

    @classmethod
    def of(cls, triples: Iterable[ox.Triple]) -> "Facts":
        """Return triples to be looked up."""
        store = ox.Store()
        store.extend(ox.Quad(each.subject, each.predicate, each.object) for each in triples)
        return cls(store)

    def objects(self, subject: Term, predicate: ox.NamedNode) -> list[Term]:
        """Return what a subject has under a predicate."""
        if isinstance(subject, ox.Literal):
            return []
        found = {quad.object for quad in self.store.quads_for_pattern(subject, predicate, None, None)}
        return sorted((each for each in found if not isinstance(each, ox.Triple)), key=str)

    def nodes(self, subject: Term, predicate: ox.NamedNode) -> list[ox.NamedNode]:
        """Return the named nodes among what a subject has under a predicate."""
        return [each for each in self.objects(subject, predicate) if isinstance(each, ox.NamedNode)]

    def about(self, subject: Node) -> dict[str, str]:
        """Return what a subject has under each predicate, by the predicate's IRI; one value of several."""
        told = sorted(self.store.quads_for_pattern(subject, None, None, None), key=str, reverse=True)
        return {quad.predicate.value: quad.object.value for quad in told if not isinstance(quad.object, ox.Triple)}

    def subjects(self, predicate: ox.NamedNode, value: Term) -> list[Node]:
        """Return what has a value under a predicate."""
        found = {quad.subject for quad in self.store.quads_for_pattern(None, predicate, value, None)}
        return sorted((each for each in found if not isinstance(each, ox.Triple)), key=str)

    def text(self, subject: Term, predicate: ox.NamedNode) -> str:
        """Return the first value that a subject has under a predicate, empty where it has none."""
        return next((each.value for each in self.objects(subject, predicate)), "")

    def words(self, subject: Term, predicate: ox.NamedNode) -> dict[str, str]:
        """Return what a subject has under a predicate by language, the first of each."""
        found = [each for each in self.objects(subject, predicate) if isinstance(each, ox.Literal) and each.language]
        return {str(each.language): each.value for each in reversed(found)}
