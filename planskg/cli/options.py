"""Arguments and options that several commands share, and how commands write."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from planskg.files import LIMIT, MEGABYTE, write_whole

Files = Annotated[list[Path], typer.Argument(help="Plan documents (text, HTML, DOCX, PDF, …); - for standard input.")]
File = Annotated[Path, typer.Argument(help="A plan document (text, HTML, DOCX, PDF, …); - for standard input.")]
Out = Annotated[Path | None, typer.Option("-o", "--output", help="File to write; standard output without it.")]
Year = Annotated[int | None, typer.Option(min=1950, max=2100, help="Plan year, where the document does not say it.")]
Region = Annotated[str | None, typer.Option(help="GB/T 2260 code of the region, six digits.")]
MaxSize = Annotated[
    int,
    typer.Option("--max-size", min=1, envvar="PLANSKG_MAX_SIZE", help="Size in MB beyond which no document is read."),
]
DEFAULT_SIZE = LIMIT // MEGABYTE
StoreFolder = Annotated[Path | None, typer.Option("--store", help="Folder of a store; else the project's own plans.")]


class RecordForm(StrEnum):
    """How records are printed."""

    jsonl = "jsonl"
    table = "table"


def in_bytes(size: int) -> int:
    """Return a size in MB as bytes."""
    return size * MEGABYTE


def tell(line: str) -> None:
    """Print a line about progress on standard error."""
    typer.echo(line, err=True)


def write(content: str | bytes, output: Path | None) -> None:
    """Write to a file, whole or not at all, or to standard output."""
    if output is not None:
        write_whole(output, content)
    elif isinstance(content, bytes):
        sys.stdout.buffer.write(content)
    else:
        sys.stdout.write(content)
