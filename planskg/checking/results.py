"""What an engine reports: the same from each of them, so that two can be compared."""

from typing import NamedTuple

import pyoxigraph as ox

from planskg.checking.facts import Node, Term


class Result(NamedTuple):
    """One fault that a constraint found at a node."""

    focus: Node
    constraint: ox.NamedNode
    """The property shape, the SPARQL constraint, or the shape itself."""
    severity: str
    value: Term | None
    """What is wrong, where the constraint names it."""
    bindings: tuple[tuple[str, Term], ...] = ()
    """What a SPARQL constraint bound beside $this, in the order of its SELECT; other engines do not tell it."""

    def told(self) -> tuple[str, str, str, str]:
        """Return what every engine must say alike: focus node, shape, severity, value."""
        return str(self.focus), str(self.constraint), self.severity, str(self.value)
