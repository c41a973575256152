"""Pages that hold all they need."""

import json
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent
LEAVES_SCRIPT = str.maketrans(
    {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
)
"""What could end a script element, or a line of JavaScript, within a JSON string."""


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
