"""Formats that need packages of an optional part of planskg."""

from planskg.errors import PlanskgError
from planskg.exporting.exporter import Content, Exporter
from planskg.exporting.source import Source


class MissingExtra(PlanskgError):
    """Packages that something needs and that are not installed."""

    def __init__(self, what: str, extra: str) -> None:
        super().__init__(f"{what} needs more packages: pip install 'planskg[{extra}]'")
        self.what = what
        self.extra = extra


def make(exporter: Exporter, source: Source) -> Content:
    """Return a store in a format; raises MissingExtra."""
    try:
        return exporter.write(source)
    except ModuleNotFoundError:
        if exporter.extra is None:
            raise
        raise MissingExtra(exporter.name, exporter.extra) from None
