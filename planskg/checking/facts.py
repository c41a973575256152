"""Triples indexed for looking up; where a graph is small and asked often, quicker than a store."""

from collections import defaultdict
from collections.abc import Iterable

import pyoxigraph as ox

from planskg.graph.ontology import load_tables
from planskg.graph.terms import RDF, SH

Node = ox.NamedNode | ox.BlankNode
Term = Node | ox.Literal


class Facts:
    """An index of triples both ways, in their order."""

    def __init__(self, triples: Iterable[ox.Triple | ox.Quad]) -> None:
        self._objects: dict[tuple[Term, ox.NamedNode], list[Term]] = defaultdict(list)
        self._subjects: dict[tuple[ox.NamedNode, Term], list[Node]] = defaultdict(list)
        for each in triples:
            if isinstance(each.subject, ox.Triple) or isinstance(each.object, ox.Triple):
                continue
            self._objects[each.subject, each.predicate].append(each.object)
            self._subjects[each.predicate, each.object].append(each.subject)

    def objects(self, subject: Term, predicate: ox.NamedNode) -> list[Term]:
        """Return what a subject has under a predicate."""
        return self._objects.get((subject, predicate), [])

    def subjects(self, predicate: ox.NamedNode, value: Term) -> list[Node]:
        """Return what has a value under a predicate."""
        return self._subjects.get((predicate, value), [])

    def instances(self, kind: ox.NamedNode) -> set[Node]:
        """Return the instances of a class and of the classes below it."""
        below = [name for name, above in load_tables().classes.items() if kind.value in above]
        kinds = [kind, *map(ox.NamedNode, below)]
        return {node for each in kinds for node in self.subjects(RDF.type, each)}

    def targeted(self, how: ox.NamedNode, what: ox.NamedNode) -> set[Node]:
        """Return the nodes that a SHACL target names."""
        if how == SH.targetClass:
            return self.instances(what)
        held = [value for predicate, value in self._subjects if predicate == what]
        if how == SH.targetSubjectsOf:
            return {subject for value in held for subject in self.subjects(what, value)}
        if how == SH.targetObjectsOf:
            return {value for value in held if not isinstance(value, ox.Literal)}
        return {what}
