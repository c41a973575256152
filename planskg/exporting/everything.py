"""Every format at once, in one folder, with a page that tells what each file is."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from planskg.exporting.exporter import FAMILIES, Content, Exporter, Verdict
from planskg.exporting.losses import find_losses
from planskg.exporting.pages import render_page
from planskg.exporting.source import Source

Write = Callable[[Path, Content], None]


@dataclass(frozen=True, slots=True)
class Written:
    """One format that was written, as the index page tells of it."""

    exporter: Exporter
    size: int
    """In bytes, of all its files."""
    verdict: Verdict
    lost: int
    """Statements that it could not carry."""


def write_everything(source: Source, folder: Path, exporters: Iterable[Exporter], write: Write) -> Iterator[Written]:
    """Write a store in each format and tell of each when it is done; the index page last."""
    done = []
    for exporter in exporters:
        content = exporter.write(source)
        write(folder / exporter.path, content)
        lost = sum(find_losses(source, exporter).values())
        done.append(Written(exporter, _size(content), exporter.verify(content, source), lost))
        yield done[-1]
    page = render_page(
        Path(__file__).parent / "templates",
        "index.html",
        written=done,
        families=FAMILIES.items(),
        statements=len(source.quads),
    )
    write(folder / "index.html", page)


def _size(content: Content) -> int:
    parts = content.values() if isinstance(content, dict) else [content]
    return sum(len(part.encode() if isinstance(part, str) else part) for part in parts)
