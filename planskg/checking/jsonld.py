"""The context of a JSON-LD file that a person wrote: found without a network, and completed so that no key is lost."""

import json
from pathlib import Path
from typing import Any

from planskg.checking.unknown import UNMAPPED
from planskg.graph.terms import BASE
from planskg.reading.source import Source
from planskg.vocabulary import asset_folder

Json = Any
PUBLISHED = BASE + "context.jsonld"
"""Where the project's own context is published; it is taken from the installed package."""


def complete_context(source: Source) -> str:
    """Return JSON-LD in which a key that the file's context does not know stays, as a term that nobody knows.

    Raises UnreadableDocument for what is no JSON, and for a context that cannot be had offline.
    """
    try:
        rows = json.loads(source.data)
    except (ValueError, RecursionError) as error:
        raise source.refuse(f"is no JSON-LD: {error}") from None
    nodes = rows if isinstance(rows, list) else [rows]
    return json.dumps([_complete(source, node) if isinstance(node, dict) else node for node in nodes])


def _complete(source: Source, node: dict[str, Json]) -> dict[str, Json]:
    given = node.get("@context", [])
    contexts = [_resolve(source, each) for each in (given if isinstance(given, list) else [given])]
    return node | {"@context": [{"@vocab": UNMAPPED}, *contexts]}


def _resolve(source: Source, context: Json) -> Json:
    """Return a context itself for its address: the project's own, or a file beside the one that names it."""
    if not isinstance(context, str):
        return context
    own = asset_folder("ontology") / "context.jsonld"
    path = own if context == PUBLISHED else Path(source.path).parent / context
    try:
        return json.loads(path.read_text(encoding="utf-8"))["@context"]
    except (OSError, ValueError, KeyError, TypeError):
        raise source.refuse(
            f"its context {context} cannot be read; lay it beside the file, or name {PUBLISHED}"
        ) from None
