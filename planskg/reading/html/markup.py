"""HTML as a tree, within bounds that no page of words comes near, and the names of elements that matter."""

import re
from typing import Any, TypeAlias

from planskg.reading.source import Source

Element: TypeAlias = Any
"""An element of lxml, which ships no types."""


def _names(words: str) -> frozenset[str]:
    return frozenset(words.split())


BLOCKS = _names(
    "address article aside blockquote body br caption center dd details dialog dir div dl dt fieldset figcaption "
    "figure footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li main menu nav ol p pre "
    "search section summary table tbody td tfoot th thead title tr ul "
)
"""Elements that begin and end a line."""
HEADINGS = frozenset(("h1", "h2", "h3"))
SILENT = _names(
    "applet area audio button canvas embed frame head iframe input map noembed noframes noscript object option "
    "rp rt script select style svg template textarea title video xml "
)
"""Elements whose words are not printed, or are no words of the page."""
HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.I)

MOST_TAGS = 600_000
"""A plan of 200,000 characters has as many where nearly every character stands in a span."""
MOST_UNITS = 1_000
"""Unquoted characters and quoted strings of one tag: the parser's time grows with the square of its attributes."""
TAG = re.compile(r"""<[a-zA-Z](?:[^"'>]|"[^"]*+"?|'[^']*+'?)*+""")
CODE = re.compile(r"<!--.*?(?:-->|\Z)|<(script|style)\b.*?(?:</\1|\Z)", re.I | re.S)
"""Here a sign like < opens no tag."""
QUOTED = re.compile(r""""[^"]*"?|'[^']*'?""")
ENTITY = re.compile(r"<!ENTITY\s", re.I)


def parse(source: Source, text: str) -> Element | None:
    """Return the root of a page, None where it has no element and no word; raises UnreadableDocument."""
    from lxml import etree

    _refuse_traps(source, text)
    parser = etree.HTMLParser(
        encoding="utf-8", huge_tree=True, no_network=True, remove_comments=True, remove_pis=True, recover=True
    )
    try:
        root: Element | None = etree.fromstring(text.encode(), parser)
    except etree.XMLSyntaxError:
        return None
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise source.refuse("is nested too deeply for a page of words; save the page's text")
    return root


def is_unprinted(element: Element) -> bool:
    """Tell whether a browser prints nothing of an element."""
    return (
        element.tag in SILENT
        or element.get("hidden") is not None
        or HIDDEN.search(element.get("style") or "") is not None
    )


def empty(element: Element) -> None:
    """Take from an element all that it holds; it still parts the lines before and after it."""
    element.clear(keep_tail=True)


def _refuse_traps(source: Source, text: str) -> None:
    marked = CODE.sub(" ", text)
    if marked.count("<") > MOST_TAGS:
        raise source.refuse(f"has more than {MOST_TAGS} tags; save the page's text")
    tags = (match[0] for match in TAG.finditer(marked) if match.end() - match.start() > MOST_UNITS)
    if any(len(QUOTED.sub('"', tag)) > MOST_UNITS for tag in tags):
        raise source.refuse("has a tag with thousands of attributes; save the page's text")
    if ENTITY.search(marked):
        raise source.refuse("declares entities of its own, which no page needs; save the page's text")
