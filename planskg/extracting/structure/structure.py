"""The parts, headings and sentences of a plan: what looks back, what promises, and under which heading.

Reads the paragraphs from top to bottom. A table, a glossary and the list of 民生实事 hold no heading, and a part that
looks back none of level 3.
"""

import re
from collections.abc import Sequence
from typing import Final

from msgspec.structs import replace

from planskg.extracting.structure.headings import (
    FIGURE,
    FIRST,
    SECOND,
    WHOLE,
    heading_end,
    is_item,
    is_numbered,
    is_task,
    read_openings,
    without_count,
)
from planskg.extracting.structure.parts import (
    Part,
    announces_goals,
    is_background,
    read_part,
    title_year,
    titles_goals,
    titles_part,
    turns_ahead,
)
from planskg.extracting.structure.responsible import give_notes
from planskg.extracting.structure.sections import Section, close_sections, read_paragraph
from planskg.extracting.structure.sentences import Sentence
from planskg.extracting.structure.themes import MARK
from planskg.extracting.tables.tables import FoundTable
from planskg.extracting.views.outside import (
    NOTE,
    NOTE_ITEM,
    find_contents,
    is_annex,
    is_foot,
    is_furniture,
    is_glossary,
    opens_foot,
    repeats_title,
)
from planskg.extracting.views.view import View
from planskg.extracting.works.stages import label_stage
from planskg.model import Noun, Pillar

LABEL_LINE: Final = re.compile("([一-龥]{2,8})(?:（[^（）]*）)?")
"""A line that may label a list, with how many and how dear."""
LABEL_LEVEL: Final = 3


class Placed(Noun):
    """A table with the part and the numbered headings that it stands under."""

    found: FoundTable
    part: Part
    pillars: tuple[Pillar, ...]


class Structure(Noun):
    """The headings of a document and its sentences that are no headings, in text order, and where its tables stand."""

    pillars: tuple[Pillar, ...]
    sentences: tuple[Sentence, ...]
    tables: tuple[Placed, ...] = ()


def read_structure(
    views: Sequence[View], year: int, first: int, tables: Sequence[FoundTable] = (), title: str = ""
) -> Structure:
    """Divide paragraphs (tables left out) into headings and sentences.

    year is the plan's, first that of its period, title the document's in the form that views have.
    """
    reader = _Reader(views, year, first, title)
    waiting = list(reversed(tables))
    for index, view in enumerate(views):
        while waiting and waiting[-1].area.start < view.offsets[0]:
            reader.place(waiting.pop())
        reader.read(index, view)
    while waiting:
        reader.place(waiting.pop())
    closed = list(close_sections(reader.sections, views, reader.bare))
    pillars = [*reader.pillars, *(each for each in closed if isinstance(each, Pillar))]
    sentences = [*(each for each in closed if isinstance(each, Sentence)), *reader.headings]
    return Structure(
        tuple(sorted(pillars, key=lambda pillar: pillar.span)), tuple(give_notes(sentences)), tuple(reader.tables)
    )


class _Reader:
    """The state of reading from top to bottom: the part, and the headings that are open."""

    def __init__(self, views: Sequence[View], year: int, first: int, title: str) -> None:
        self.views = views
        self.title = title
        self.year = year
        self.first = first
        self.bare = not any(is_numbered(view.text) for view in views)
        self.contents = find_contents([view.text for view in views])
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
        self.sections = [Section(self.part, (), [])]

    def place(self, table: FoundTable) -> None:
        self.tables.append(Placed(table, self.part, self.stack))
        self.below, self.noted = True, False

    def read(self, index: int, view: View) -> None:
        if (self.below and self._notes(view)) or is_furniture(view.text) or self._turns(view):
            return
        if self._labels(index, view):
            return
        if index in self.contents or repeats_title(view.text, self.title):
            return
        self.listed = self._is_listed(index)
        is_cell = self._is_cell(index)
        start = 0 if is_cell else self._numbered(index, view)
        looks_back = self.part.may_turn
        if looks_back and turns_ahead(view.text, start, self.first):
            self.part = self.chapter = replace(self.part, tense="ahead", may_turn=False)
        part = replace(self.part, annex=True) if is_cell else self.part
        if (self.sections[-1].part, self.sections[-1].pillars) != (part, self.stack):
            self.sections.append(Section(part, self.stack, []))
        if start < len(view.text):
            self.sections[-1].paragraphs.append(read_paragraph(view, start, self.listed, self.first, looks_back))

    def _is_cell(self, index: int) -> bool:
        """Tell a cell of a table whose bars stand on lines of their own: it is no heading."""
        return index + 1 < len(self.views) and self.views[index + 1].text.startswith("|")

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
        if (len(text) > 40 and not opens_foot(text)) or text.endswith("。"):
            return False
        numbered = is_numbered(text)
        if is_glossary(text) or (is_foot(text) and (self.pillars or self.bare)):
            self.part, self.stack = Part("none", self.year), ()
        elif is_annex(text) and self.pillars and not numbered:
            self.part, self.stack = Part("ahead", self.year, annex=True), ()
        elif not numbered and titles_part(text):
            self.part = self.chapter = read_part(text, (), self.year, self.first)
            if not (titles_goals(text) and self.part.year > self.year):  # 2035年远景目标 is over its own goals alone
                self.ruling = self.part
        else:
            return False
        return True

    def _labels(self, index: int, view: View) -> bool:
        """Open a heading at a line that tells the stage of the works which are listed below it (续建项目（2个）)."""
        label = LABEL_LINE.fullmatch(view.text)
        below = self.views[index + 1].text if label and index + 1 < len(self.views) else ""
        if label is None or not MARK.match(below) or not label_stage(label[1], 0, label.end(1)):
            return False
        span = view.span(0, len(view.text))
        self._stand_over(Pillar(span=span, rule="label-line", level=LABEL_LEVEL, number="", title=view.text))
        return True

    def _stand_over(self, pillar: Pillar) -> None:
        """Put what follows under a heading, in place of those of its level and below."""
        self.stack = (*(above for above in self.stack if above.level < pillar.level), pillar)
        self.pillars.append(pillar)

    def _numbered(self, index: int, view: View) -> int:
        """Take the numbered headings that open a paragraph; return where the rest begins."""
        start = 0
        for level, pattern in ((1, FIRST), (2, SECOND)):
            match = pattern.match(view.text, start)
            if self.part.annex or self.part.tense == "none" or not match:
                continue
            end = heading_end(view.text, match.end())
            if end is None:
                return start
            if is_task(view.text[match.end() : end]) or is_item(self.views, index, pattern):
                return match.end()
            self._open(index, level, match, start, end)
            start = end
        return start

    def _open(self, index: int, level: int, match: re.Match[str], start: int, end: int) -> None:
        view = self.views[index]
        title = view.text[match.end() : end].rstrip("。")
        if level == 1:
            is_whole = WHOLE.match(match.group(1)) is not None
            ruling = None if is_whole else self.ruling
            self.part = read_part(title, read_openings(self.views, index, end), self.year, self.first, ruling)
            self.ruling = self.part if is_whole else self.ruling
            self.part = self.chapter = replace(self.part, lists_goals=titles_goals(title))
        elif self.chapter.tense == "ahead":
            goals = self.chapter.lists_goals or titles_goals(title)
            tense, due = "back" if is_background(title) else "ahead", title_year(title, self.first, self.year)
            self.part = replace(self.chapter, tense=tense, year=due or self.chapter.year, lists_goals=goals)
        span, number = view.span(start, end), match.group(1)
        self._stand_over(Pillar(span=span, rule="numbered-heading", level=level, number=number, title=title))
        words = without_count(view.text[match.end() : end])
        if FIGURE.search(words):
            self.headings.append(Sentence(view, match.end(), match.end() + len(words), words, self.part, self.stack))
