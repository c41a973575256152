"""HTML: the document that a page prints, without what the site prints around it."""

import re

from planskg.reading.content import Content, Grid, compose
from planskg.reading.html.flow import MOST_SLOTS, read_lines
from planskg.reading.html.furniture import strip_page, tidy
from planskg.reading.html.markup import Element, parse
from planskg.reading.html.ruling import TooManySlots
from planskg.reading.source import Source
from planskg.reading.text import MARKS, decode

SUFFIXES = (".html", ".htm", ".shtml", ".xhtml", ".xht", ".mht", ".mhtml")
HEAD = 65_536
"""Bytes in which a page shows that it is one."""
OPENING = re.compile(
    r"\ufeff?(?:\s+|<!--.*?-->|<\?.*?>)*+"
    r"<(?:!doctype\s+html|html|head|body|frameset|title|meta|link|style|script|table|div|center|article|section|h1|p|span)"
    r"[\s/>]",
    re.I | re.S,
)
TITLE = ("ArticleTitle", "og:title", "DC.Title")
"""Names of the meta elements in which a site gives the title of the document alone."""
SHELL = re.compile("java ?script|浏览器", re.I)
SHORT = 200
"""Characters; a page that asks for JavaScript has no more, one that speaks of it has."""


def is_html(data: bytes) -> bool:
    """Tell whether these bytes open like a page, or like a piece of one."""
    encoding = next((encoding for mark, encoding in MARKS if data.startswith(mark)), None)
    if encoding is None and data[:2].count(0) == 1:
        encoding = "utf-16-be" if data[0] == 0 else "utf-16-le"
    return OPENING.match(data[:HEAD].decode(encoding or "latin-1", "replace")) is not None


def read_html(source: Source) -> Content:
    """Return the paragraphs and the tables of a page; raises UnreadableDocument."""
    root = parse(source, decode(source))
    content = compose(_blocks(source, root)) if root is not None else Content("")
    if not content.text or (len(content.text) <= SHORT and SHELL.search(content.text)):
        raise source.refuse(_why_empty(root))
    return content


def _blocks(source: Source, root: Element) -> list[str | Grid]:
    """Return the blocks of a page, first its title where it does not print it."""
    title = _title(root)
    furnished = strip_page(root)
    try:
        blocks = read_lines(root)
    except TooManySlots:
        raise source.refuse(f"has tables of more than {MOST_SLOTS} slots; save them without merged cells") from None
    if furnished:
        blocks = [tidy(block) if isinstance(block, str) else block for block in blocks]
    printed = "".join("".join(block.split()) for block in blocks if isinstance(block, str))
    return [*([title] if "".join(title.split()) not in printed else []), *blocks]


def _title(root: Element) -> str:
    named = {meta.get("name") or meta.get("property"): meta.get("content") or "" for meta in root.iter("meta")}
    return next((named[name] for name in TITLE if named.get(name)), "")


def _why_empty(root: Element | None) -> str:
    if root is not None and next(root.iter("frameset", "iframe"), None) is not None:
        return "is a page of frames and holds no text of its own; save the page inside the frame"
    return "holds no text, perhaps because a script fetches it; save the page's text from the browser"
