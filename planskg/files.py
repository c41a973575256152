"""Files: how large one may be to be read, and written whole or not at all."""

import json
import os
from contextlib import suppress
from pathlib import Path

from planskg.errors import PlanskgError

MEGABYTE = 2**20
LIMIT = 64 * MEGABYTE
"""A plan has some hundred kilobytes, scanned pages some ten megabytes."""


class UnwritableFile(PlanskgError):
    """A file that cannot be written where it was asked for."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


def write_whole(path: Path, content: str | bytes) -> None:
    """Write a file under another name beside it, then put it in its place; its folder is made where there is none.

    Raises UnwritableFile, and then leaves nothing half-written.
    """
    partial = path.with_name(f"{path.name}.partial")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        partial.write_bytes(content.encode() if isinstance(content, str) else content)
        os.replace(partial, path)
    except OSError as error:
        with suppress(OSError):
            partial.unlink(missing_ok=True)
        raise UnwritableFile(path, f"cannot be written: {error.strerror}") from None


def write_json(path: Path, value: object) -> None:
    """Write a value as JSON that people can read too."""
    write_whole(path, json.dumps(value, ensure_ascii=False, indent=2) + "\n")
