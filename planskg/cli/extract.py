"""`planskg extract`."""

from typing import Annotated

import typer

from planskg.cli.options import DEFAULT_SIZE, Files, MaxSize, Out, RecordForm, Region, Year, in_bytes, write
from planskg.extracting.pipeline import extract
from planskg.listing import list_records
from planskg.reading import read_document
from planskg.records import Json, dump_lines, to_json

Form = Annotated[RecordForm, typer.Option("--format", help="How to print them.")]


def command(
    files: Files,
    form: Form = RecordForm.jsonl,
    output: Out = None,
    year: Year = None,
    region: Region = None,
    max_size: MaxSize = DEFAULT_SIZE,
) -> None:
    """Print the records of each document in text order."""
    rows: list[Json] = []
    limit = in_bytes(max_size)
    for document in [read_document(file, year=year, region=region, limit=limit) for file in files]:
        name = {"document": document.name} if len(files) > 1 else {}
        rows += (name | to_json(document, record) for record in extract(document).records)
    write(list_records(rows) if form is RecordForm.table else dump_lines(rows), output)
