"""`planskg residue`."""

from typing import Annotated

import typer

from planskg.cli.options import DEFAULT_SIZE, File, MaxSize, RecordForm, Region, Year, in_bytes, write
from planskg.extracting.account import account_for
from planskg.extracting.pipeline import extract
from planskg.listing import list_account, list_residue
from planskg.model import Extraction
from planskg.reading import read_document
from planskg.records import dump_lines, residue_json

Form = Annotated[RecordForm, typer.Option("--format", help="How to print it.")]
Summary = Annotated[bool, typer.Option("--summary", help="Print how many numbers each reason explains.")]


def command(
    file: File,
    form: Form = RecordForm.table,
    summary: Summary = False,
    year: Year = None,
    region: Region = None,
    max_size: MaxSize = DEFAULT_SIZE,
) -> None:
    """Print the residue in text order, or an account of it."""
    extraction = extract(read_document(file, year=year, region=region, limit=in_bytes(max_size)))
    write(_account(extraction, form) if summary else _residue(extraction, form), None)


def _residue(extraction: Extraction, form: RecordForm) -> str:
    rows = [residue_json(extraction.document, each) for each in extraction.residue]
    return list_residue(rows) if form is RecordForm.table else dump_lines(rows)


def _account(extraction: Extraction, form: RecordForm) -> str:
    account = account_for(extraction)
    if form is RecordForm.table:
        return list_account(account.counts, account.explained)
    return dump_lines({"reason": reason, "count": count} for reason, count in account.counts.items())
