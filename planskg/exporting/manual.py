"""The page that tells of every format: docs/exports.md, made of EXPORTERS and of what the project's own plans say."""

import re
from collections.abc import Iterable, Iterator

import pyoxigraph as ox

from planskg.exporting.exporter import FAMILIES, Exporter
from planskg.exporting.extras import make
from planskg.exporting.losses import find_losses
from planskg.exporting.source import Source
from planskg.graph.store import open_store
from planskg.graph.terms import RDFS, shorten

HEAD = """# Formats of export

<!-- Made by `planskg export --markdown > docs/exports.md`; edits here are lost. -->

`planskg export FORMAT -o FILE` writes one, `planskg export all -o FOLDER` every one with an index page, and
`--loss report.json` tells what a format could not carry of your plans. The same plans give the same bytes, but where a
note below says otherwise.

*Left out* counts the properties of the graph whose statements cannot be read from the file, of the {properties} that
the project's own plans use. A format with an *extra* needs `pip install 'planskg[EXTRA]'`; `export all` goes on without
it and says so.
"""
COLUMNS = ("format", "file", "what it is", "read back by", "left out", "extra")
VERSION = re.compile(r"\s+v?\d[\w.]*$")


def write_manual(source: Source, exporters: Iterable[Exporter]) -> str:
    """Return the page as Markdown: the formats by family, and what each leaves out."""
    formats = list(exporters)
    used = sorted({quad.predicate for quad in source.quads}, key=lambda term: shorten(term))
    parts = [HEAD.format(properties=len(used))]
    for family, names in FAMILIES.items():
        rows = [_row(source, each) for each in formats if each.family == family]
        if rows:
            table = ["| " + " | ".join(COLUMNS) + " |", "|" + "---|" * len(COLUMNS), *rows]
            title = " ".join(dict.fromkeys(names.values()))
            parts.append("\n".join([f"## {title}", "", *table, ""]))
    parts.append("\n".join(["## What each leaves out", "", *_left_out(source, formats, used), ""]))
    return "\n".join(parts)


def _row(source: Source, exporter: Exporter) -> str:
    path = exporter.path if exporter.suffix else f"{exporter.path}/"
    told = f"{exporter.chinese}<br>{exporter.english}"
    cells = (f"`{exporter.name}`", f"`{path}`", told, _reader(exporter), _count(source, exporter), exporter.extra or "")
    return "| " + " | ".join(each.replace("|", "\\|") for each in cells) + " |"


def _reader(exporter: Exporter) -> str:
    """Return who reads a file back, without a version: an empty store is soon written."""
    empty = Source(open_store())
    return VERSION.sub("", exporter.verify(make(exporter, empty), empty).reader)


def _count(source: Source, exporter: Exporter) -> str:
    return str(len(find_losses(source, exporter)) or "")


def _left_out(source: Source, formats: list[Exporter], used: list[ox.NamedNode]) -> Iterator[str]:
    """Yield an item a format, which names what is left out or what is not, whichever is shorter."""
    for exporter in formats:
        lost = find_losses(source, exporter)
        kept = [term for term in used if term not in lost]
        said = [f"{note['zh']}；{note['en']}." for note in exporter.losses]
        if lost and kept:
            is_less = len(lost) <= len(kept)
            names = "、".join(_name(source, term) for term in (sorted(lost, key=shorten) if is_less else kept))
            said.append(f"{'Left out' if is_less else 'Holds only'}: {names}.")
        if said:
            yield f"- **{exporter.name}**: " + " ".join(said)


def _name(source: Source, term: ox.NamedNode) -> str:
    label = source.ontology.text(term, RDFS.label, "zh")
    return f"{label} `{shorten(term)}`" if label else f"`{shorten(term)}`"
