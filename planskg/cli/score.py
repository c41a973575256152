"""`planskg score`."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from planskg.errors import UnreadableDocument
from planskg.reading import read_content
from planskg.records import Json, parse_lines
from planskg.scoreboard import render_comparison, render_misses, render_table
from planskg.scoring import score

Reference = Annotated[Path, typer.Argument(help="Reference records, JSON Lines.")]
Found = Annotated[Path, typer.Argument(help="Extracted records, JSON Lines; - for standard input.")]
Misses = Annotated[bool, typer.Option("--misses", help="Print what was missed, wrong or extra.")]
Earlier = Annotated[
    Path | None, typer.Option("--against", help="Records of an earlier run; prints what is mended and what is broken.")
]
Text = Annotated[Path | None, typer.Option("--text", help="The document, to print misses in their sentence.")]


def command(
    reference: Reference, found: Found, misses: Misses = False, text: Text = None, against: Earlier = None
) -> None:
    """Print found and right, each as precision, recall and F1, and how often each field agrees."""
    wanted = _records(reference)
    result = score(wanted, _records(found))
    words = read_content(text).text if text else None
    sys.stdout.write(render_table(result))
    if misses:
        sys.stdout.write(render_misses(result, words))
    if against is not None:
        sys.stdout.write(render_comparison(score(wanted, _records(against)), result, words))


def _records(path: Path) -> list[Json]:
    try:
        return parse_lines(sys.stdin.read() if str(path) == "-" else path.read_text(encoding="utf-8"))
    except OSError as error:
        raise UnreadableDocument(path, error.strerror or str(error)) from None
    except ValueError as error:
        raise UnreadableDocument(path, str(error)) from None
