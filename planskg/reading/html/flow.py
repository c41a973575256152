"""The words of a page as a browser prints them: lines, and grids for the tables that hold data."""

import re
from collections.abc import Collection

from planskg.reading.content import Grid
from planskg.reading.html.markup import BLOCKS, Element
from planskg.reading.html.tables import CELLS, read_table
from planskg.reading.numerals import format_number
from planskg.reading.text import clean

WIDE = re.compile("[\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff01-\uff60\u2018-\u201d\u2014\u2026]")
BLANKS = re.compile(r"[ \t\n]+")
UNSEEN = str.maketrans(dict.fromkeys("\u200b\u200c\u200d\u2060\ufeff\xad", "") | dict.fromkeys("\xa0\u202f", " "))
RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
"""A raised figure, of a note or of m², is no digit of the number before it."""

NUMBERED = re.compile(r"[（(第]?[\d一二三四五六七八九十]+[章节条）)、.．]")
UNNUMBERED = re.compile(r"list-style(?:-type)?\s*:[^;]*\b(?:none|disc|circle|square)\b", re.I)
CHINESE_LIST = re.compile(r"cjk-ideographic|cjk-decimal|chinese-(?:in)?formal", re.I)
MOST_SLOTS = 200_000
"""In all tables; the indicators of a plan take some thousand."""
KINDS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}


def read_lines(root: Element, passed: Collection[str] = ()) -> list[str | Grid]:
    """Return the lines and the tables that an element prints, elements with tags that are passed over left out.

    Raises TooManySlots.
    """
    from lxml import etree

    writer = _Writer(root)
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        if event == "end":
            writer.leave(element)
            if element is not root:
                writer.write(element.tail)
        elif element.tag in passed or writer.enter(element):
            walk.skip_subtree()
    writer.end_line()
    return writer.lines


def read_words(cell: Element) -> str:
    """Return the words of a cell, its lines parted by blanks."""
    return " ".join(line for line in read_lines(cell) if isinstance(line, str))


class _Writer:
    """Puts the words of elements into lines, in the order in which elements are entered and left."""

    def __init__(self, root: Element) -> None:
        self.lines: list[str | Grid] = []
        self._pieces: list[str] = []
        self._root = root
        self._label = ""
        self._raised = self._kept = 0
        self._counts: list[int] = []
        self._room = MOST_SLOTS

    def enter(self, element: Element) -> bool:
        """Begin an element, and tell whether all of it is written already."""
        if element.tag in BLOCKS:
            self.end_line()
        self._raised += element.tag == "sup"
        self._kept += element.tag == "pre"
        if element.tag in ("ol", "ul"):
            self._counts.append(_whole(element.get("start"), 1))
        elif element.tag == "li":
            self._label = self._number(element)
        elif element.tag == "table" and element is not self._root and self._rule(element):
            return True
        self.write(element.text)
        return False

    def leave(self, element: Element) -> None:
        """End an element."""
        if element.tag in BLOCKS:
            self.end_line()
        if element.tag == "li":
            self._label = ""
        elif element.tag in ("ol", "ul") and self._counts:
            self._counts.pop()
        self._raised -= element.tag == "sup"
        self._kept -= element.tag == "pre"

    def write(self, words: str | None) -> None:
        """Add words to the line; in preformatted text a line end ends it."""
        if not words:
            return
        words = clean(words)
        if self._raised and words.strip().isdigit():
            words = words.translate(RAISED)
        if not self._kept:
            self._pieces.append(words)
            return
        first, *rest = words.split("\n")
        self._pieces.append(first)
        for line in rest:
            self.end_line()
            self._pieces.append(line)

    def end_line(self) -> None:
        """Put the words since the last line into one."""
        if not self._pieces:
            return
        words = "".join(self._pieces)
        self._pieces.clear()
        words = words.translate(UNSEEN) if self._kept else BLANKS.sub(" ", BLANKS.sub(_blank, words).translate(UNSEEN))
        if words := words.strip():
            label = "" if NUMBERED.match(words) else self._label
            self._label = ""
            self.lines.append(label + words)

    def _rule(self, table: Element) -> bool:
        """Write a table that holds data, after what stands in it outside of its cells; tell whether it is one."""
        held = read_table(table, read_words, self._room)
        if held is None:
            return False
        self._room -= sum(len(each.rows) * len(each.rows[0]) for each in held if isinstance(each, Grid))
        self.lines += [*read_lines(table, passed=CELLS), *held]
        return True

    def _number(self, item: Element) -> str:
        """Count an item of a list, and return what a browser prints before it; nothing where that is a bullet."""
        parent = item.getparent()
        if parent is None or parent.tag != "ol" or not self._counts:
            return ""
        number = self._counts[-1] = _whole(item.get("value"), self._counts[-1])
        self._counts[-1] += 1
        style, kind = f"{parent.get('style', '')};{item.get('style', '')}", item.get("type") or parent.get("type") or ""
        if UNNUMBERED.search(style):
            return ""
        if CHINESE_LIST.search(f"{style} {kind}"):
            return format_number(number, "chineseCounting") + "、"
        return format_number(number, KINDS.get(kind, "decimal")) + ". "


def _blank(match: re.Match[str]) -> str:
    """Return what a browser prints for blanks; a line end of the source beside Chinese parts no words."""
    before, after = match.string[max(match.start() - 1, 0) : match.start()], match.string[match.end() : match.end() + 1]
    return "" if "\n" in match[0] and (WIDE.match(before) or WIDE.match(after)) else " "


def _whole(digits: str | None, otherwise: int) -> int:
    match = re.fullmatch(r"\s*(-?\d{1,9})\s*", digits or "")
    return int(match[1]) if match else otherwise
