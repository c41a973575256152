"""`planskg score`."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from planskg.errors import UnreadableDocument
from planskg.reading import read_content
from planskg.records import Json, parse_lines
from planskg.scoreboard import render_misses, render_table
from planskg.scoring import score

Reference = Annotated[Path, typer.Argument(help="Reference records, JSON Lines.")]
Found = Annotated[Path, typer.Argument(help="Extracted records, JSON Lines; - for standard input.")]
Misses = Annotated[bool, typer.Option("--misses", help="Print what was missed, wrong or extra.")]
Text = Annotated[Path | None, typer.Option("--text", help="The document, to print misses in their sentence.")]


def command(reference: Reference, found: Found, misses: Misses = False, text: Text = None) -> None:
    """Print found and right, each as precision, recall and F1."""
    result = score(_records(reference), _records(found))
    sys.stdout.write(render_table(result))
    if misses:
        sys.stdout.write(render_misses(result, read_content(text).text if text else None))


def _records(path: Path) -> list[Json]:
    try:
        return parse_lines(sys.stdin.read() if str(path) == "-" else path.read_text(encoding="utf-8"))
    except OSError as error:
        raise UnreadableDocument(path, error.strerror or str(error)) from None
    except ValueError as error:
        raise UnreadableDocument(path, str(error)) from None
