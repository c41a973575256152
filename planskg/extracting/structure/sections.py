"""The paragraphs below one numbered heading: which of their sentences open a theme, and under which the others stand.

A theme is a heading of level 3 (`办好人民满意的教育。`); a part that looks back and an annex have none.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from msgspec.structs import replace

from planskg.extracting.structure.commitments import titles_works
from planskg.extracting.structure.headings import is_numbered
from planskg.extracting.structure.looking_back import find_past
from planskg.extracting.structure.looking_on import find_later
from planskg.extracting.structure.parts import Part
from planskg.extracting.structure.sentences import Sentence, cut_sentences
from planskg.extracting.structure.themes import (
    Paragraph,
    Theme,
    Themes,
    find_inner,
    find_themes,
    is_theme_line,
    opens_with_theme,
    parts_section,
)
from planskg.extracting.views.outside import is_about_the_document
from planskg.extracting.views.view import View
from planskg.model import Noun, Pillar

LINE_STYLE: Final = 5
"""So many themes on lines of their own, and no first sentence of a paragraph opens one."""


class Section(Noun):
    """The paragraphs below one numbered heading."""

    part: Part
    pillars: tuple[Pillar, ...]
    paragraphs: list[Paragraph]


FEWEST, MOST = 2, 0.8
"""Sections, and the share of paragraphs opened by a theme, that show how a document's paragraphs begin."""


def read_paragraph(view: View, start: int, is_listed: bool, first: int, looks_back: bool) -> Paragraph:
    """Return a paragraph from a position on, behind the headings that open it, in a plan from a year on.

    looks_back says that what stands before it does.
    """
    text, sentences = view.text, list(cut_sentences(view.text, start))
    texts = [text[begin:end] for begin, end in sentences]
    if len(texts) > 1 and titles_works(texts[0], text[sentences[1][0] :]):
        sentences, texts = [(start, sentences[-1][1])], [text[start : sentences[-1][1]]]
    later = find_later(texts, first) if "今后" in text or "未来" in text or "。其中" in text else {}
    return Paragraph(view, sentences, texts, start > 0, is_listed, find_past(texts, first, looks_back), later)


def close_sections(sections: Sequence[Section], views: Sequence[View], bare: bool) -> Iterator[Pillar | Sentence]:
    """Yield the themes of a document's sections and the sentences that are none, in text order.

    bare says that none of the document's headings bears a number.
    """
    by_line = sum(is_theme_line(view.text) and not is_numbered(view.text) for view in views) >= LINE_STYLE
    opening = _open_with_themes(sections)
    asked = [(section, _may_have_themes(section, bare or opening)) for section in sections]
    outer = [find_themes(section.paragraphs, by_line, bare) if may else {} for section, may in asked]
    inner = [
        find_inner(section.paragraphs, found) if may else {} for (section, may), found in zip(asked, outer, strict=True)
    ]
    parting = [parts_section(found) for found in inner]
    is_style = 2 * sum(parting) >= sum(map(bool, inner))
    for section, first, second, parts in zip(sections, outer, inner, parting, strict=True):
        yield from _close(section, first | second if parts and is_style else first)


def _open_with_themes(sections: Sequence[Section]) -> bool:
    """Tell a document that begins amid a plan: its first paragraph opens as nearly all others do, with a theme."""
    begun = [section for section in sections if section.paragraphs and section.part.tense == "ahead"]
    if len(begun) < FEWEST or begun[0].pillars or len(begun[0].paragraphs) > 1:
        return False
    below = [opens_with_theme(each) for section in begun[1:] for each in section.paragraphs]
    return opens_with_theme(begun[0].paragraphs[0]) and len(below) > 1 and sum(below) >= MOST * len(below)


def _may_have_themes(section: Section, bare: bool) -> bool:
    if section.part.tense != "ahead" or section.part.annex:
        return False
    return bool(section.pillars) or bare or sum(map(opens_with_theme, section.paragraphs)) > 1


def _close(section: Section, themes: Themes) -> Iterator[Pillar | Sentence]:
    part, stack, paragraphs = section.part, section.pillars, section.paragraphs
    pillars, back = stack, replace(part, tense="back") if part.tense == "ahead" else part
    for index, paragraph in enumerate(paragraphs):
        for at, (begin, end) in enumerate(paragraph.sentences):
            if themes and (theme := themes.get((index, at))):
                pillar = _pillar(paragraph.view, begin, end, theme)
                yield pillar
                pillars = (*stack, pillar)
            else:
                own, text = back if at in paragraph.past else part, paragraph.texts[at]
                if at in paragraph.later:
                    own = replace(own, year=max(own.year, paragraph.later[at]))
                if paragraph.is_listed:
                    own = replace(own, lists_goals=True)
                if not stack and is_about_the_document(text):
                    own = replace(part, tense="none")
                yield Sentence(paragraph.view, begin, end, text, own, pillars)


def _pillar(view: View, begin: int, end: int, theme: Theme) -> Pillar:
    first = begin if theme.keeps_mark else theme.title
    title = view.text[theme.title : end].rstrip("。】")
    return Pillar(span=view.span(first, end), rule=theme.rule, level=3, number="", title=title)
