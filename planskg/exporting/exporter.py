"""What an exporter is: a form in which a store can be written, what of the graph it carries, and who reads it back."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from planskg.exporting.source import Option, Source

Content = str | bytes | dict[str, str | bytes]
"""One file, or several by their names in a folder."""
Spread = Callable[..., Iterable[Any]]
"""`map`, or that of a pool of processes, which begins at once and waits when its results are taken."""
Words = dict[str, str]
"""By language, zh and en."""
FAMILIES = {
    "rdf": {"zh": "RDF", "en": "RDF"},
    "picture": {"zh": "图与表", "en": "pictures"},
    "table": {"zh": "数据表", "en": "tables"},
    "paper": {"zh": "机关文书", "en": "the office's papers"},
    "graph": {"zh": "网络", "en": "networks"},
    "standard": {"zh": "标准", "en": "standards"},
}
"""What kinds of formats there are, in the order in which they are listed."""
ALL: frozenset[ox.NamedNode] | None = None
"""What an exporter carries that leaves nothing out."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a reader that is not ours says of a file."""

    reader: str
    rows: int
    """How many records, statements or nodes it read."""
    fault: str = ""
    """Empty where it found none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Exporter:
    """A form in which a store can be written."""

    name: str
    path: str
    """The file, or the folder of the files, that `export all` writes."""
    family: str
    """A key of FAMILIES."""
    chinese: str
    """What it is, in one line."""
    english: str
    write: Callable[[Source], Content]
    """The same store gives the same bytes."""
    verify: Callable[[Content, Source], Verdict]
    """Reads it back with a reader of others."""
    start: Callable[[Source, Spread], Callable[[], Content]] | None = None
    """Begins to write it elsewhere, where that pays, and returns what waits for the same bytes."""
    carries: frozenset[ox.NamedNode] | None = ALL
    """The properties whose statements can be read from it; the others are its losses."""
    counts: bool = False
    """Whether it tells how many statements of each property there are, so that it leaves none without a trace."""
    losses: tuple[Words, ...] = field(default=())
    """What it loses that is no property: the names of graphs, the exactness of numbers."""
    options: tuple[Option[Any], ...] = ()
    """What may be asked of it."""
    extra: str | None = None
    """The optional part of the package that it needs: planskg[parquet]."""

    def begin(self, source: Source, spread: Spread) -> Callable[[], Content]:
        """Begin to write a store where that pays, and return what gives the content."""
        return self.start(source, spread) if self.start else partial(self.write, source)

    @property
    def suffix(self) -> str:
        """The ending of its file; empty for a folder."""
        return Path(self.path).suffix
