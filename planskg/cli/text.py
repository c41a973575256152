"""`planskg text`."""

from planskg.cli.options import DEFAULT_SIZE, File, MaxSize, in_bytes, write
from planskg.reading import read_content


def command(file: File, max_size: MaxSize = DEFAULT_SIZE) -> None:
    """Print the text that offsets count in."""
    write(read_content(file, in_bytes(max_size)).text, None)
