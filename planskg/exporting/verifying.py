"""What readers of others say of the files that exporters write; a format that only people read is not verified."""

import csv
import json
from collections.abc import Callable
from io import StringIO

import pyoxigraph as ox

from planskg.exporting.exporter import Content, Verdict
from planskg.exporting.source import Source

Verify = Callable[[Content, Source], Verdict]


def as_bytes(content: Content) -> bytes:
    """Return the one file of an export."""
    if isinstance(content, dict):
        raise TypeError(f"several files: {', '.join(content)}")
    return content.encode() if isinstance(content, str) else content


def verify_rdf(form: ox.RdfFormat) -> Verify:
    """Return a check that Oxigraph reads the statements of the store, no more and no less."""

    def verify(content: Content, source: Source) -> Verdict:
        reader = f"Oxigraph ({form.name})"
        try:
            read = ox.parse(as_bytes(content), format=form)
            found = set(read) if form.supports_datasets else {quad.triple for quad in read}
        except (SyntaxError, ValueError) as error:
            return Verdict(reader, 0, str(error))
        differ = found.symmetric_difference(source.quads if form.supports_datasets else source.triples)
        return Verdict(reader, len(found), f"{len(differ)} statements differ" if differ else "")

    return verify


def verify_jsonl(content: Content, source: Source) -> Verdict:
    """Read each line as JSON."""
    lines = [json.loads(line) for line in as_bytes(content).decode().splitlines()]
    return _counted("json", len(lines), source)


def verify_csv(content: Content, source: Source) -> Verdict:
    """Read the rows with Python's csv."""
    return _counted("csv", sum(1 for _ in csv.DictReader(StringIO(as_bytes(content).decode()))), source)


def _counted(reader: str, rows: int, source: Source) -> Verdict:
    wanted = sum(len(plan.records) for plan in source.plans)
    return Verdict(reader, rows, "" if rows == wanted else f"{wanted} records were written")


def verify_nothing(content: Content, source: Source) -> Verdict:
    """Say that only people read it."""
    return Verdict("", 0)
