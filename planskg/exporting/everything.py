"""Every format at once, in one folder, with a page that tells what each file is."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from planskg.exporting.exporter import FAMILIES, Content, Exporter, Spread, Verdict
from planskg.exporting.extras import MissingExtra, naming_extra
from planskg.exporting.losses import find_losses
from planskg.exporting.pages import render_page
from planskg.exporting.source import Source

Make = Callable[[], Content]
Write = Callable[[Path, Content], None]

UNREAD = Verdict("", 0)


@dataclass(frozen=True, slots=True)
class Written:
    """One format, as the index page tells of it."""

    exporter: Exporter
    size: int = 0
    """In bytes, of all its files."""
    verdict: Verdict = UNREAD
    lost: int = 0
    """Statements that it could not carry."""
    missing: str = ""
    """How to install what it needs, where that is not there; the format is then not written."""


def write_everything(
    source: Source, folder: Path, exporters: Iterable[Exporter], write: Write, spread: Spread = map
) -> Iterator[Written]:
    """Write a store in each format and tell of each when it is done; the index page last.

    What takes long is begun first, with `spread`, and waited for when the others are written.
    """
    begun = [(exporter, _begin(source, exporter, spread)) for exporter in exporters]
    found: dict[str, Written] = {}
    for exporter, make in sorted(begun, key=lambda each: each[0].start is not None):
        found[exporter.name] = _write(source, folder, exporter, make, write)
        yield found[exporter.name]
    done = [found[exporter.name] for exporter, _ in begun]
    page = render_page(
        Path(__file__).parent / "templates",
        "index.html",
        written=[each for each in done if not each.missing],
        missing=[each for each in done if each.missing],
        families=FAMILIES.items(),
        statements=len(source.quads),
    )
    write(folder / "index.html", page)


def _begin(source: Source, exporter: Exporter, spread: Spread) -> Make:
    with suppress(ModuleNotFoundError):  # which is told when its turn comes
        return exporter.begin(source, spread)
    return partial(exporter.write, source)


def _write(source: Source, folder: Path, exporter: Exporter, make: Make, write: Write) -> Written:
    try:
        with naming_extra(exporter):
            content = make()
            verdict = exporter.verify(content, source)
    except MissingExtra as error:
        return Written(exporter, missing=error.remedy)
    write(folder / exporter.path, content)
    return Written(exporter, _size(content), verdict, sum(find_losses(source, exporter).values()))


def _size(content: Content) -> int:
    parts = content.values() if isinstance(content, dict) else [content]
    return sum(len(part.encode() if isinstance(part, str) else part) for part in parts)
