"""Formats that need packages of an optional part of planskg."""

from collections.abc import Iterator
from contextlib import contextmanager

from planskg.errors import PlanskgError
from planskg.exporting.exporter import Content, Exporter, Spread
from planskg.exporting.source import Source


class MissingExtra(PlanskgError):
    """Packages that something needs and that are not installed."""

    def __init__(self, what: str, extra: str) -> None:
        self.remedy = f"pip install 'planskg[{extra}]'"
        super().__init__(f"{what} needs more packages: {self.remedy}")
        self.what = what
        self.extra = extra


def make(exporter: Exporter, source: Source, spread: Spread = map) -> Content:
    """Return a store in a format; raises MissingExtra."""
    with naming_extra(exporter):
        return exporter.begin(source, spread)()


@contextmanager
def naming_extra(exporter: Exporter) -> Iterator[None]:
    """Make of a package that is missing a MissingExtra, where the format has an optional part."""
    try:
        yield
    except ModuleNotFoundError:
        if exporter.extra is None:
            raise
        raise MissingExtra(exporter.name, exporter.extra) from None
