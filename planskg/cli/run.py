"""`planskg run`."""

from pathlib import Path
from typing import Annotated

import typer

from planskg.cli.options import tell
from planskg.run import run_all

Folder = Annotated[Path, typer.Option("-o", "--output", help="Folder to write.")]


def command(output: Folder = Path("out")) -> None:
    """Write everything that the project's own plans give."""
    run_all(output, tell)
