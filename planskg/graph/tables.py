"""The form in which an ontology is compiled."""

from dataclasses import dataclass

Lists = dict[str, list[str]]


@dataclass(frozen=True, slots=True)
class Tables:
    """What an ontology entails, by IRI: each key gives what follows directly, the tables being closed already."""

    classes: Lists
    """Class to the classes above it or equal to it."""
    properties: Lists
    """Property to the properties above it or equal to it."""
    domains: Lists
    ranges: Lists
    inverses: Lists
    """Property to its inverses; a symmetric one is its own."""
    chains: list[list[str]]
    """A property, then the steps that make it; a transitive one is two steps of itself."""
