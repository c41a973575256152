"""`planskg export`."""

from typing import Annotated

import typer

from planskg.cli.options import Out, StoreFolder, write
from planskg.cli.stores import open_or_build
from planskg.exporting import EXPORTERS, UnknownFormat

Format = Annotated[str, typer.Argument(metavar="FORMAT", help=f"One of {', '.join(EXPORTERS)}.")]


def command(form: Format, output: Out = None, store: StoreFolder = None) -> None:
    """Write the whole store."""
    if form not in EXPORTERS:
        raise UnknownFormat(form)
    write(EXPORTERS[form].write(open_or_build(store)), output)
