"""`planskg text`."""

from planskg.cli.options import File, write
from planskg.reading import read_content


def command(file: File) -> None:
    """Print the text that offsets count in."""
    write(read_content(file).text, None)
