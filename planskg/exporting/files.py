"""Files written whole or not at all, and the pages that hold all they need."""

import json
import os
from contextlib import suppress
from pathlib import Path
from typing import Any

from planskg.errors import PlanskgError

FOLDER = Path(__file__).parent
LEAVES_SCRIPT = str.maketrans(
    {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
)
"""What could end a script element, or a line of JavaScript, within a JSON string."""


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


def embed_json(value: Any) -> str:
    """Return a value as JSON that may stand inside a script element."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return text.translate(LEAVES_SCRIPT)


def render_page(folder: Path, template: str, **values: Any) -> str:
    """Return a page made from a template of a folder, which may extend those of this package.

    Values are escaped; `static` puts in a whole file of this package's, `embed` a value as JSON.
    """
    from jinja2 import Environment, FileSystemLoader, StrictUndefined
    from markupsafe import Markup

    loader = FileSystemLoader([folder, FOLDER / "templates"])
    pages = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    pages.globals["static"] = lambda name: Markup((FOLDER / "static" / name).read_bytes().decode())
    pages.globals["embed"] = lambda value: Markup(embed_json(value))
    return pages.get_template(template).render(**values)
