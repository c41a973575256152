"""What can stop the work; a fault in a plan or in a graph is a Finding instead (see model)."""

from pathlib import Path


class PlanskgError(Exception):
    """Anything that planskg cannot go on from; its text is one line for the person at the keyboard."""


class UnreadableDocument(PlanskgError):
    """A file that cannot be read as a plan document."""

    def __init__(self, path: Path | str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = str(path)
        self.reason = reason


class NoPlan(UnreadableDocument):
    """A file that can be read, and holds no plan."""


class BadAsset(PlanskgError):
    """A vocabulary, places or query file of the project that does not hold what it must."""

    def __init__(self, path: Path | str, place: str | int, reason: str) -> None:
        super().__init__(f"{path}: {place}: {reason}")
        self.path = str(path)
        self.place = place
        self.reason = reason


class BadQuery(PlanskgError):
    """A question that does not exist, lacks a parameter, or is no SPARQL."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f"{name}: {reason}")
        self.name = name
        self.reason = reason
