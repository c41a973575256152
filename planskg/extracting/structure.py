"""The parts, headings and sentences of a plan: what looks back, what promises, and under which heading.

Finds `一、立足资源禀赋…` (level 1), `（一）聚焦“双碳”引领` (level 2) and the short sentence that opens a theme,
`办好人民满意的教育。`
(level 3); takes none from a table, a glossary or the list of 民生实事, and no level 3 from the part that looks back.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from planskg.extracting.notes import find_bodies, is_note
from planskg.extracting.outside import (
    NOTE,
    NOTE_ITEM,
    is_about_the_document,
    is_annex,
    is_foot,
    is_furniture,
    is_glossary,
)
from planskg.extracting.parts import (
    NUMERAL,
    Part,
    announces_goals,
    find_past,
    is_background,
    read_part,
    titles_goals,
    titles_part,
)
from planskg.extracting.tables import FoundTable
from planskg.extracting.themes import (
    MARK,
    Paragraph,
    Theme,
    Themes,
    find_inner,
    find_themes,
    is_theme_line,
    is_title,
    parts_section,
)
from planskg.extracting.view import View
from planskg.model import Pillar, Span

ORDINAL = rf"第(?:{NUMERAL}{{1,3}}|\d{{1,2}})"
FIRST = re.compile(rf"({ORDINAL}(?:[章篇]|部分)|{NUMERAL}{{1,3}}[、.])")
SECOND = re.compile(rf"(（{NUMERAL}{{1,3}}）|[㈠-㈩]|{ORDINAL}节)")
WHOLE = re.compile(rf"{ORDINAL}(?:篇|部分)")
"""A heading above those of level 1: the time that it speaks of is theirs."""
SENTENCE = re.compile(rf"(?:。|！|？|：(?={NUMERAL}[是要]))[。！？]*[”’）]*")
"""Where a sentence ends; the colon counts where a theme follows it (抓好四件大事：一要提升口岸通行效能。)."""
LINE_LIMIT, COLON_LIMIT = 70, 24
LINE_STYLE = 5
"""So many themes on lines of their own, and no first sentence of a paragraph opens one."""
AHEAD = 4
"""How many paragraphs below a title are asked which time it speaks of."""


class Sentence(NamedTuple):
    """One sentence of a paragraph with what it stands under."""

    view: View
    start: int
    end: int
    text: str
    """Its words as the grammar reads them, kept because everybody asks for them."""
    part: Part
    pillars: tuple[Pillar, ...]
    responsible: tuple[Span, ...] = ()
    """Bodies that a line below it or a column of its table calls responsible."""

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Return where its characters start to end (counted within the sentence) stand in the document."""
        offsets, here = self.view.offsets, self.start
        return offsets[here + start], offsets[here + end - 1] + 1

    def span(self, start: int, end: int) -> Span:
        """Return the same as a span."""
        return Span(*self.place(start, end))


class Placed(NamedTuple):
    """A table with the part and the numbered headings that it stands under."""

    found: FoundTable
    part: Part
    pillars: tuple[Pillar, ...]


FIGURE = re.compile(r"\d.*[%万亿以左个家公亩吨户座条处人]")
"""A number in a heading that may be a goal."""


@dataclass(frozen=True, slots=True)
class Structure:
    """The headings of a document and its sentences that are no headings, in text order, and where its tables stand."""

    pillars: tuple[Pillar, ...]
    sentences: tuple[Sentence, ...]
    tables: tuple[Placed, ...] = ()


class _Section(NamedTuple):
    """The paragraphs below one numbered heading."""

    part: Part
    pillars: tuple[Pillar, ...]
    paragraphs: list[Paragraph]


def read_structure(views: Sequence[View], year: int, first: int, tables: Sequence[FoundTable] = ()) -> Structure:
    """Divide paragraphs (tables left out) into headings and sentences; year is the plan's, first that of its period."""
    reader = _Reader(views, year, first)
    waiting = list(reversed(tables))
    for index, view in enumerate(views):
        while waiting and waiting[-1].area.start < view.offsets[0]:
            reader.place(waiting.pop())
        reader.read(index, view)
    while waiting:
        reader.place(waiting.pop())
    sentences = [*reader.close(), *reader.headings]
    return Structure(
        tuple(sorted(reader.pillars, key=lambda pillar: pillar.span)), tuple(_noted(sentences)), tuple(reader.tables)
    )


class _Reader:
    """The state of reading from top to bottom: the part, and the headings that are open."""

    def __init__(self, views: Sequence[View], year: int, first: int) -> None:
        self.views = views
        self.year = year
        self.first = first
        self.by_line = sum(is_theme_line(view.text) and not _is_numbered(view.text) for view in views) >= LINE_STYLE
        self.bare = not any(_is_numbered(view.text) for view in views)
        self.part = self.chapter = Part("ahead", year)
        """The part that is open, and the one that the last heading of level 1 opened."""
        self.ruling: Part | None = None
        """The part that a title above level 1 opened (第一部分 2025年工作回顾, or a line without a number)."""
        self.stack: tuple[Pillar, ...] = ()
        self.pillars: list[Pillar] = []
        self.headings: list[Sentence] = []
        """Numbered headings that hold a figure, which may be a goal (一、扩大投资，力争固定资产投资增长15%以上)."""
        self.tables: list[Placed] = []
        self.below, self.noted = False, False
        """Whether a table stands right above, and whether a note below it has begun."""
        self.listed = False
        """Whether the last paragraph stood in a list of goals that a line announces."""
        self.sections = [_Section(self.part, (), [])]

    def place(self, table: FoundTable) -> None:
        self.tables.append(Placed(table, self.part, self.stack))
        self.below, self.noted = True, False

    def read(self, index: int, view: View) -> None:
        if (self.below and self._notes(view)) or is_furniture(view.text) or self._turns(view):
            return
        self.listed = self._is_listed(index)
        start = self._numbered(index, view)
        if self.sections[-1][:2] != (self.part, self.stack):
            self.sections.append(_Section(self.part, self.stack, []))
        if start < len(view.text):
            self.sections[-1].paragraphs.append(_paragraph(view, start, self.listed))

    def _is_listed(self, index: int) -> bool:
        """Tell whether a line above announces goals, directly or over other items of its list."""
        above = self.views[index - 1].text if index else ""
        return announces_goals(above) or (self.listed and MARK.match(self.views[index].text) is not None)

    def _notes(self, view: View) -> bool:
        """Tell whether a paragraph is of the notes below a table."""
        begins = NOTE.match(view.text) is not None
        self.below = begins or (self.noted and NOTE_ITEM.match(view.text) is not None)
        self.noted = self.noted or begins
        return self.below

    def _turns(self, view: View) -> bool:
        """Change the part at an unnumbered title, a glossary, an annex or the page's foot."""
        text = view.text
        if len(text) > 40 or text.endswith("。"):
            return False
        numbered = _is_numbered(text)
        if is_glossary(text) or (is_foot(text) and (self.pillars or self.bare)):
            self.part, self.stack = Part("none", self.year), ()
        elif is_annex(text) and self.pillars and not numbered:
            self.part, self.stack = Part("ahead", self.year, annex=True), ()
        elif not numbered and titles_part(text):
            self.part = self.chapter = self.ruling = read_part(text, (), self.year, self.first)
        else:
            return False
        return True

    def _numbered(self, index: int, view: View) -> int:
        """Take the numbered headings that open a paragraph; return where the rest begins."""
        start = 0
        for level, pattern in ((1, FIRST), (2, SECOND)):
            match = pattern.match(view.text, start)
            if self.part.annex or self.part.tense == "none" or not match:
                continue
            end = _heading_end(view.text, match.end())
            if end is None:
                return start
            self._open(index, level, match, start, end)
            start = end
        return start

    def _open(self, index: int, level: int, match: re.Match[str], start: int, end: int) -> None:
        view = self.views[index]
        title = view.text[match.end() : end].rstrip("。")
        if level == 1:
            is_whole = WHOLE.match(match.group(1)) is not None
            ruling = None if is_whole else self.ruling
            self.part = read_part(title, self._openings(index, end), self.year, self.first, ruling)
            self.ruling = self.part if is_whole else self.ruling
            self.part = self.chapter = self.part._replace(lists_goals=titles_goals(title))
        elif self.chapter.tense == "ahead":
            goals = self.chapter.lists_goals or titles_goals(title)
            self.part = self.chapter._replace(tense="back" if is_background(title) else "ahead", lists_goals=goals)
        above = tuple(pillar for pillar in self.stack if pillar.level < level)
        pillar = Pillar(
            span=view.span(start, end), rule="numbered-heading", level=level, number=match.group(1), title=title
        )
        self.stack = (*above, pillar)
        self.pillars.append(pillar)
        if FIGURE.search(title):
            self.headings.append(Sentence(view, match.end(), end, view.text[match.end() : end], self.part, self.stack))

    def _openings(self, index: int, end: int) -> Iterator[str]:
        """Yield how the paragraphs below a heading of level 1 begin."""
        yield self.views[index].text[end : end + LINE_LIMIT]
        for view in self.views[index + 1 : index + AHEAD]:
            if FIRST.match(view.text):
                return
            heading = SECOND.match(view.text)
            yield view.text[(_heading_end(view.text, heading.end()) or 0) if heading else 0 :][:LINE_LIMIT]

    def close(self) -> Iterator[Sentence]:
        """Yield the sentences that are no headings, section by section, and keep the themes."""
        outer = [self._outer(section) for section in self.sections]
        inner = [
            find_inner(section.paragraphs, found) if self._may_have_themes(section) else {}
            for section, found in zip(self.sections, outer, strict=True)
        ]
        parting = [parts_section(found) for found in inner]
        is_style = 2 * sum(parting) >= sum(map(bool, inner))
        for section, first, second, parts in zip(self.sections, outer, inner, parting, strict=True):
            yield from self._close(section, first | second if parts and is_style else first)

    def _may_have_themes(self, section: _Section) -> bool:
        return section.part.tense == "ahead" and not section.part.annex and bool(section.pillars or self.bare)

    def _outer(self, section: _Section) -> Themes:
        return find_themes(section.paragraphs, self.by_line, self.bare) if self._may_have_themes(section) else {}

    def _close(self, section: _Section, themes: Themes) -> Iterator[Sentence]:
        part, stack, paragraphs = section
        pillars, back = stack, part._replace(tense="back") if part.tense == "ahead" else part
        for index, paragraph in enumerate(paragraphs):
            past = find_past(paragraph.texts)
            for at, (begin, end) in enumerate(paragraph.sentences):
                if themes and (theme := themes.get((index, at))):
                    self.pillars.append(_pillar(paragraph.view, begin, end, theme))
                    pillars = (*stack, self.pillars[-1])
                else:
                    own, text = back if at < past else part, paragraph.texts[at]
                    if paragraph.is_listed:
                        own = own._replace(lists_goals=True)
                    if not stack and is_about_the_document(text):
                        own = part._replace(tense="none")
                    yield Sentence(paragraph.view, begin, end, text, own, pillars)


def _paragraph(view: View, start: int, is_listed: bool) -> Paragraph:
    text, sentences = view.text, list(cut_sentences(view.text, start))
    return Paragraph(view, sentences, [text[begin:end] for begin, end in sentences], start > 0, is_listed)


def _is_numbered(text: str) -> bool:
    return bool(FIRST.match(text) or SECOND.match(text))


def _pillar(view: View, begin: int, end: int, theme: Theme) -> Pillar:
    first = begin if theme.keeps_mark else theme.title
    title = view.text[theme.title : end].rstrip("。")
    return Pillar(span=view.span(first, end), rule=theme.rule, level=3, number="", title=title)


def _heading_end(text: str, start: int) -> int | None:
    """Return where a numbered heading ends: at its line's end, or at the full stop that closes a run-in one."""
    stop = text.find("。", start)
    if stop < 0:
        return len(text) if len(text) - start <= LINE_LIMIT else None
    return stop + 1 if stop - start <= LINE_LIMIT else None


def cut_sentences(text: str, start: int) -> Iterator[tuple[int, int]]:
    """Yield where the sentences of a paragraph begin and end, from a position on."""
    for stop in SENTENCE.finditer(text, start):
        first, end = stop.span()
        if text[first] != "：" or end > first + 1 or _opens_themes(text, start, end):
            yield start, end
            start = end
    if start < len(text) and text[start:].strip():
        yield start, len(text)


def _opens_themes(text: str, start: int, colon: int) -> bool:
    """Tell whether a colon stands between an announcement and a theme (一要提升口岸通行效能)."""
    stop = text.find("。", colon)
    return stop > 0 and is_title(text[colon + 2 : stop + 1], COLON_LIMIT, COLON_LIMIT)


def _noted(sentences: list[Sentence]) -> Iterator[Sentence]:
    """Give the bodies of a note that is a sentence by itself to the sentences of the paragraph before it."""
    kept: list[Sentence] = []
    for sentence in sentences:
        if not is_note(sentence.text):
            kept.append(sentence)
            continue
        bodies = [sentence.view.span(*body) for body in find_bodies(sentence.view.text, sentence.start, sentence.end)]
        at = len(kept)
        while at and kept[at - 1].view is kept[-1].view and kept[at - 1].pillars == sentence.pillars:
            at -= 1
            kept[at] = kept[at]._replace(responsible=(*kept[at].responsible, *bodies))
        kept.append(sentence._replace(part=sentence.part._replace(tense="responsible")))
    yield from kept
