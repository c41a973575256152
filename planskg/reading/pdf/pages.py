"""The pages of a PDF as they are drawn: glyphs and rules, cleaned of what is no part of the text."""

import json
import os
import subprocess
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from planskg.reading.source import Source

PROGRAM = Path(__file__).with_name("drawing.py")
SECONDS = 12.0
"""A plan of 80 pages takes two."""
MEMORY = 2**29
"""Bytes, beside eight times the source's limit, that the process may claim; most of it is never touched."""

BESIDE = 0.08
"""Of the size: how far a faked bold is printed again; two narrow letters (ll) stand three times as far apart."""

# Fonts that share one shape between a radical and the word written like it give the radical; NFKC knows only
# the Kangxi ones.
RADICALS = str.maketrans(
    "⺁⺇⺌⺎⺗⺝⺠⺫⺮⺶⺼⻁⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻬⻮⻰⻳⺟",
    "厂几小兀心月民目竹羊月虎西见角贝车长门青韦页风飞食马骨鬼鱼鸟卤麦黄齐齿龙龟母",
)
BLANKS = str.maketrans(dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff", "") | {"\xa0": " ", "\u2002": " "})


class Glyph(NamedTuple):
    """A character as drawn; points, y downwards."""

    text: str
    x0: float
    x1: float
    base: float
    size: float

    @property
    def middle(self) -> tuple[float, float]:
        """Where its body is centred, whatever its font says of ascent and descent."""
        return (self.x0 + self.x1) / 2, self.base - 0.36 * self.size


class Rule(NamedTuple):
    """A straight line; points, y downwards."""

    x0: float
    top: float
    x1: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Page:
    """A page as it is looked at."""

    width: float
    height: float
    glyphs: tuple[Glyph, ...]
    rules: tuple[Rule, ...]


def load_pages(source: Source) -> list[Page]:
    """Return the pages of a PDF; raises UnreadableDocument where none can be read, or where they show no words."""
    pages = [_page(item) for item in _draw(source)]
    glyphs = [glyph.text for page in pages for glyph in page.glyphs if not glyph.text.isspace()]
    if not glyphs:
        raise source.refuse("holds no text, its pages are pictures; run text recognition (OCR) over it first")
    if 2 * sum(map(_is_unknown, glyphs)) > len(glyphs):
        reason = "has fonts that do not say which characters they show; run text recognition (OCR) over it first"
        raise source.refuse(reason)
    return list(_without_watermarks(pages))


def _is_unknown(text: str) -> bool:
    return text == "\ufffd" or unicodedata.category(text[0]) == "Co"


def _draw(source: Source) -> list[dict[str, list[list[object]]]]:
    command = [sys.executable, "-P", str(PROGRAM), str(MEMORY + 8 * source.limit)]
    paths = os.pathsep.join(path for path in sys.path if path)
    try:
        done = subprocess.run(
            command, input=source.data, capture_output=True, timeout=SECONDS, env={**os.environ, "PYTHONPATH": paths}
        )
    except subprocess.TimeoutExpired:
        raise source.refuse(f"takes more than {SECONDS:g} seconds to open; print it to PDF anew") from None
    if done.returncode:
        if b"ModuleNotFoundError" in done.stderr:
            raise source.refuse("is PDF, for which pypdfium2 is needed: pip install pypdfium2")
        raise source.refuse("is damaged, or takes too much memory to open; print it to PDF anew")
    answer = json.loads(done.stdout)
    if "refused" in answer:
        raise source.refuse(answer["refused"])
    pages: list[dict[str, list[list[object]]]] = answer["pages"]
    return pages


def _page(item: dict[str, list[list[object]]]) -> Page:
    glyphs = _once(_clean(Glyph(*glyph) for glyph in item["glyphs"]))  # type: ignore[arg-type]
    rules = tuple(Rule(*rule) for rule in item["rules"])  # type: ignore[arg-type]
    return Page(item["width"], item["height"], tuple(glyphs), rules)  # type: ignore[arg-type]


def _clean(glyphs: Iterable[Glyph]) -> Iterator[Glyph]:
    for glyph in glyphs:
        text = glyph.text.translate(BLANKS).translate(RADICALS)
        # Ligatures, Kangxi radicals and compatibility ideographs; full-width forms stay as they are printed.
        if text and ("\u2e80" <= text <= "\u2fd5" or "\uf900" <= text < "\ufb07"):
            text = unicodedata.normalize("NFKC", text)
        if text and glyph.size > 0:
            yield glyph._replace(text=text)


def _once(glyphs: Iterable[Glyph]) -> Iterator[Glyph]:
    """Yield each glyph once; a bold that is faked prints it again a hair's breadth beside itself."""
    seen: set[tuple[str, float, int, int]] = set()
    for glyph in glyphs:
        step = BESIDE * glyph.size
        column, row = int(glyph.x0 / step), int(glyph.base / step)
        near = {(glyph.text, glyph.size, column + right, row + down) for right in (-1, 0, 1) for down in (-1, 0, 1)}
        if glyph.text.isspace() or not near & seen:
            seen.add((glyph.text, glyph.size, column, row))
            yield glyph


def _without_watermarks(pages: list[Page]) -> Iterator[Page]:
    """Yield the pages without the large words that most of them show at one and the same place."""
    sizes = Counter(glyph.size for page in pages for glyph in page.glyphs)
    large = 2 * max(sizes, key=lambda size: (sizes[size], -size))
    shown = Counter(glyph for page in pages for glyph in set(page.glyphs) if glyph.size > large)
    marks = {glyph for glyph, count in shown.items() if count >= max(3, 0.6 * len(pages))}
    for page in pages:
        kept = tuple(glyph for glyph in page.glyphs if glyph not in marks)
        yield Page(page.width, page.height, kept, page.rules)
