"""`planskg residue`."""

from typing import Annotated

import typer

from planskg.cli.options import File, RecordForm, Region, Year, write
from planskg.extracting.pipeline import extract
from planskg.listing import list_residue
from planskg.reading import read_document
from planskg.records import dump_lines, residue_json

Form = Annotated[RecordForm, typer.Option("--format", help="How to print it.")]


def command(file: File, form: Form = RecordForm.table, year: Year = None, region: Region = None) -> None:
    """Print the residue in text order."""
    document = read_document(file, year=year, region=region)
    rows = [residue_json(document, each) for each in extract(document).residue]
    write(list_residue(rows) if form is RecordForm.table else dump_lines(rows), None)
