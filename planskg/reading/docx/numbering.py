"""The numbers that Word prints before paragraphs and does not write into their text: 一、 （一） 第一章 1.1.

A list (`num`) has levels, its own or those of a pattern (`abstractNum`) that several lists share, and then they count
on. A paragraph names list and level itself or through its style.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

from planskg.reading.docx.markup import W, value, whole
from planskg.reading.numerals import SILENT, format_number

DEEPEST = 8
"""The lowest level, counted from 0."""
LONGEST = 64
"""Characters of a level's text; Word offers fewer."""
OLDEST = 20
"""Styles that a style comes from, one from another; Word offers ten."""


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list is counted and printed."""

    start: int
    style: str
    text: str
    """What is printed, %1 to %9 for the numbers of the levels."""
    restart: int
    """It begins anew after a level above this one (counted from 0); never where this is 0."""
    legal: bool
    """All its numbers are in digits, whatever the style of their own levels."""
    paragraph_style: str | None


@dataclass(frozen=True, slots=True)
class _List:
    """A list: its levels, the key that it counts under, and where it begins anew when it is first used."""

    levels: dict[int, Level]
    counted_as: str
    overrides: dict[int, int]


class Numbering:
    """The numbers of a document's paragraphs, which must be asked for in the order in which they stand."""

    def __init__(self, numbering: Element | None, styles: Element | None) -> None:
        self._lists = dict(_read_lists(numbering)) if numbering is not None else {}
        self._styles = {} if styles is None else {found.get(W + "styleId"): found for found in styles.iter(W + "style")}
        self._counts: dict[str, dict[int, int]] = {}
        self._used: set[tuple[str, int]] = set()

    def number(self, paragraph: Element) -> str:
        """Count a paragraph, and return what is printed before it; nothing where it has no number or a bullet."""
        identity, depth = self._place(paragraph) if self._lists else ("", 0)
        found = self._lists.get(identity)
        level = found.levels.get(depth) if found else None
        if found is None or level is None:
            return ""
        counts = self._counts.setdefault(found.counted_as, {})
        if depth in found.overrides and (identity, depth) not in self._used:
            counts[depth] = found.overrides[depth] - 1
        self._used.add((identity, depth))
        counts[depth] = counts.get(depth, level.start - 1) + 1
        for below in [below for below in counts if below > depth]:
            if below in found.levels and depth < found.levels[below].restart:
                del counts[below]
        return _printed(level, found.levels, counts)

    def _place(self, paragraph: Element) -> tuple[str, int]:
        """Return the list and the level that a paragraph is in; the list is "" or "0" where it is in none."""
        properties = paragraph.find(W + "pPr")
        if properties is None:
            return "", 0
        identity, depth = value(properties, "numPr/numId"), value(properties, "numPr/ilvl")
        if identity is None and (style := value(properties, "pStyle")):
            identity, styled = self._place_of_style(style)
            depth = depth if depth is not None else styled
        return identity or "", whole(depth, 0)

    def _place_of_style(self, style: str) -> tuple[str | None, str | None]:
        named = style
        depth: str | None = None
        for _ in range(OLDEST):
            if (found := self._styles.get(style)) is None:
                break
            depth = depth or value(found, "pPr/numPr/ilvl")
            if identity := value(found, "pPr/numPr/numId"):
                return identity, depth or self._linked(identity, named, style)
            style = value(found, "basedOn") or ""
        return None, None

    def _linked(self, identity: str, *styles: str) -> str | None:
        """Return the level of a list that is tied to one of these styles."""
        levels = self._lists[identity].levels if identity in self._lists else {}
        tied = {level.paragraph_style: depth for depth, level in levels.items()}
        return next((str(tied[style]) for style in styles if style in tied), None)


def _read_lists(numbering: Element) -> Iterator[tuple[str, _List]]:
    patterns = {pattern.get(W + "abstractNumId", ""): pattern for pattern in numbering.iter(W + "abstractNum")}
    by_style = {value(pattern, "styleLink"): key for key, pattern in patterns.items()}
    levels = {key: dict(_read_levels(pattern)) for key, pattern in patterns.items()}
    for found in numbering.iter(W + "num"):
        key = value(found, "abstractNumId") or ""
        if key in patterns and (link := value(patterns[key], "numStyleLink")):
            key = by_style.get(link, key)
        own = dict(levels.get(key, {}))
        overrides: dict[int, int] = {}
        for override in found.iter(W + "lvlOverride"):
            own.update(_read_levels(override))
            if (start := value(override, "startOverride")) is not None:
                depth = whole(override.get(W + "ilvl"), 0)
                overrides[depth] = whole(start, 1)
                if depth in own:
                    own[depth] = replace(own[depth], start=overrides[depth])
        yield found.get(W + "numId", ""), _List(own, key, overrides)


def _read_levels(parent: Element) -> Iterator[tuple[int, Level]]:
    for found in parent.iter(W + "lvl"):
        depth = whole(found.get(W + "ilvl"), 0)
        if depth <= DEEPEST:
            yield (
                depth,
                Level(
                    start=whole(value(found, "start"), 0),
                    style=value(found, "numFmt") or "decimal",
                    text=(value(found, "lvlText") or "")[:LONGEST],
                    restart=whole(value(found, "lvlRestart"), depth),
                    legal=found.find(W + "isLgl") is not None,
                    paragraph_style=value(found, "pStyle"),
                ),
            )


def _printed(level: Level, levels: dict[int, Level], counts: dict[int, int]) -> str:
    if level.style in SILENT:
        return ""

    def counted(match: re.Match[str]) -> str:
        depth = int(match[1]) - 1
        other = levels.get(depth, level)
        return format_number(counts.get(depth, other.start), "decimal" if level.legal else other.style)

    text = re.sub("%([1-9])", counted, level.text).strip()
    # 1. before 2023年 would read as one number.
    return text + " " if text[-1:].isascii() and text else text
