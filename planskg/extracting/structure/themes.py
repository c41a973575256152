"""The short sentences that open a theme, headings of level 3: `办好人民满意的教育。`, `一是稳定边民队伍。`.

A mark (一是, 一要, ——, 1.) makes one wherever it stands, commas included where it opens its paragraph. Without a mark
it opens a paragraph, is a line of its own, or is one of several in a section whose first or second sentence is one.
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from planskg.extracting.structure.commitments import DOES, names_works, promises_works
from planskg.extracting.structure.parts import NUMERAL
from planskg.extracting.views.notes import is_note
from planskg.extracting.views.view import View
from planskg.model import Noun

MARK: Final = re.compile(
    rf"(?P<first>{NUMERAL}{{1,2}}[是要](?!一))|(?P<dash>——)(?=\D)|(?P<number>\d{{1,2}}[.、](?!\d)|（\d{{1,2}}）|\d{{1,2}}(?:\.\d{{1,2}}){{1,2}}(?![\d.%万亿]))"
)
OPENS_MARK: Final = frozenset("一二三四五六七八九十—（0123456789")
"""A sentence inside of a paragraph that opens with none of these is no theme by its mark."""
NO_HEADING: Final = re.compile(
    r"^(?:各位|将(?!.*到底)|今年|当前|同时|此外|其中|注|来源|现在|过去|总的|五年来|一年来|会议|让|这|要|20\d\d年)|以下|如下|作(?:政府)?工作报告|与.{2,12}(?:同步|相适应|相匹配|一致)(?:增长|提高)?。|[高低快优]于|过半。|番。|[:：？！]|(?<![第\d.])\d[\d.]*(?![\d.件大项类年届号+])"
)
PROMISES: Final = re.compile(
    r"(?<!效)率(?:稳步|稳定|持续|不断|进一步|逐步|明显|大幅|稳中)*(?:提[高升]|上升|增长|下降|降低|回落|回升|改善|向好)。|等(?:各项|重点)?工作。|年[内底]|月底|[上下]半年|季度|\d[件项类]。"
)
"""What a task holds and a theme does not: a rate that moves, a date, a count at its end (推进改革事项30项。)."""
SERVES: Final = re.compile(
    "(?:继续|免费)?(?:[为给](?!民)|[对向].*(?:进行|开展|发放|提供)|免费|开[通设行]|发放|举办|培训|配[备置]|安装|更换|[新补]增|增设|购置)|.*(?:全覆盖|覆盖(?:所有|全[部体市县区镇乡村]).*|达标|清零|[村户镇乡]通.{0,5})。"
)
"""What a line of a list may say besides works: who is served, what is given, what is reached (零工驿站覆盖所有镇办)."""
VOTED: Final = re.compile("次会议|表决|票决(?!制)|确定了")
"""What a report of a vote holds (县人大第四次会议票决确定了今年8件民生实事项目。)."""
LABEL: Final = re.compile("【[^】\\d：]{2,20}】")
"""A heading that stands in brackets, on a line of its own or before its paragraph."""
OPENER: Final = re.compile(r"(?:围绕|聚焦)[^，]{2,24}，[^，]{2,24}。")
PLAIN: Final = re.compile("[一-龥“”、]{2,}")
STOP: Final = re.compile("[。；，：]")
QUOTED: Final = re.compile(r"“[^”]*”")
PLAIN_LIMIT, MARKED_LIMIT, COMMA_LIMIT, OPENING_LIMIT, INNER_LIMIT, BARE_LIMIT = 34, 44, 20, 60, 20, 20
"""Characters that a theme may have: unmarked, marked, marked with a comma inside a paragraph and opening one, …"""


class Paragraph(Noun):
    """A paragraph below its numbered headings, cut into sentences."""

    view: View
    sentences: Sequence[tuple[int, int]]
    texts: Sequence[str]
    """The words of its sentences."""
    is_run_in: bool
    """Whether a numbered heading stands before it in its line."""
    is_listed: bool
    """Whether it stands in a list of goals that a line above announces."""
    past: set[int]
    """Which of its sentences look back."""
    later: dict[int, int]
    """In which year those of its sentences are due that speak of the years to come."""

    def words(self, index: int) -> str:
        """Return the words of one of its sentences, nothing where it has no such."""
        return self.texts[index] if index < len(self.texts) else ""


class Theme(Noun):
    """A sentence that is a heading."""

    title: int
    """Where its title begins, after the mark."""
    rule: str
    keeps_mark: bool = True
    """Whether the mark belongs to the quoted heading."""


Themes = dict[tuple[int, int], Theme]
"""The themes of a section, by paragraph and sentence."""


def find_themes(paragraphs: list[Paragraph], by_line: bool, bare: bool) -> Themes:
    """Return which sentences of a section are themes by their place or mark.

    by_line says that the document has its themes on lines of their own, bare that its headings bear no number.
    """
    found: Themes = {}
    for index, paragraph in enumerate(paragraphs):
        if paragraph.is_listed and len(paragraph.texts) == 1:  # an item of a list of goals, one by itself
            continue
        for at, text in enumerate(paragraph.texts):
            if at and text[0] not in OPENS_MARK:
                continue
            theme = _line(paragraphs, index, bare) if len(paragraph.sentences) == 1 else None
            theme = theme or _theme(paragraphs, index, at, by_line)
            if theme is None or is_note(paragraph.words(at + 1)) or PROMISES.search(text):
                continue
            if theme.rule != "theme-line" or _stands_over(paragraphs, index, found):
                found[index, at] = theme
    return found


def find_inner(paragraphs: list[Paragraph], outer: Themes) -> Themes:
    """Return the short sentences inside of paragraphs that may be themes; none where the section has others."""
    if outer and (len(paragraphs) > 1 or outer.keys() != {(0, 0)}):
        return {}
    return {
        (index, at): Theme(paragraph.sentences[at][0], "theme-sentence")
        for index, paragraph in enumerate(paragraphs)
        for at, (text, after) in enumerate(pairwise(paragraph.texts))
        if _may_stand_inside(text) and not is_title(after, PLAIN_LIMIT, 0)
    }


def parts_section(inner: Themes) -> bool:
    """Tell whether short sentences part a section: two or more, the first its first sentence or the one after."""
    return len(inner) > 1 and min(inner) <= (0, 1)


def _stands_over(paragraphs: list[Paragraph], index: int, found: Themes) -> bool:
    """Tell a line over others that are of it from a task in a list of such, a line each (开工建设城北小学。)."""
    if index + 1 == len(paragraphs):
        return False
    text, below = paragraphs[index].texts[0], paragraphs[index + 1]
    if len(below.texts) > 1 or names_works(text):
        return len(below.texts) > 1
    if not _is_short(below):
        return True
    is_task = DOES.match(text) or SERVES.match(text) or _stands_below_task(paragraphs, index, found)
    return not is_task and not is_theme_line(below.texts[0])


def _stands_below_task(paragraphs: list[Paragraph], index: int, found: Themes) -> bool:
    """Tell a line behind a short one that is under no theme of its kind: the list has begun without themes."""
    last = next(reversed(found.values()), None)
    is_open = last is None or last.rule != "theme-line"
    return is_open and index > 0 and (index - 1, 0) not in found and _is_short(paragraphs[index - 1])


def _is_short(paragraph: Paragraph) -> bool:
    return len(paragraph.texts) == 1 and len(paragraph.texts[0]) <= PLAIN_LIMIT


def _line(paragraphs: list[Paragraph], index: int, bare: bool) -> Theme | None:
    """Read a heading line without a full stop: `1.畅通城市路网`, or in a plan without numbers 农业生产."""
    paragraph = paragraphs[index]
    text = paragraph.words(0)
    if paragraph.is_run_in or index + 1 == len(paragraphs) or len(text) > PLAIN_LIMIT:
        return None
    if (stop := STOP.search(text)) and not (stop.group() == "，" and _is_motto(text, stop.end())):
        return None
    number, after = MARK.match(text), paragraphs[index + 1].words(0)
    begin = paragraph.sentences[0][0]
    if number and number["number"]:
        follows = MARK.match(after)
        return (
            None
            if follows and _depth(follows["number"]) == _depth(number["number"])
            else Theme(begin + number.end(), "numbered-line")
        )
    is_title = bare and len(text) <= BARE_LIMIT and not NO_HEADING.search(text) and PLAIN.fullmatch(text)
    over_items = paragraphs[index + 1].view.is_item and not paragraph.view.is_item
    heads = over_items or (after.endswith("。") and len(after) > BARE_LIMIT)
    return Theme(begin, "bare-line") if is_title and heads else None


def _is_motto(text: str, second: int) -> bool:
    """Tell a numbered line of two clauses for a title: the second, from a place on, is the last, and no works stand."""
    number = MARK.match(text)
    if not number or STOP.search(text, second) or NO_HEADING.search(text, number.end()):
        return False
    return not (DOES.match(text, number.end()) or promises_works(text[number.end() :]))


def _depth(number: str | None) -> int:
    """Return how deep a heading's number is: 1 for `2.`, 2 for `2.1` and （1）, 0 for none."""
    return len(re.findall(r"\d+|（", number or ""))


def _theme(paragraphs: list[Paragraph], index: int, at: int, by_line: bool) -> Theme | None:
    paragraph = paragraphs[index]
    text, (begin, _) = paragraph.texts[at], paragraph.sentences[at]
    opens, alone = at == 0 and not paragraph.is_run_in, len(paragraph.sentences) == 1 and not paragraph.is_run_in
    if alone and paragraph.view.is_item:
        return None
    if text.startswith("【") and LABEL.fullmatch(text) and not is_note(text):
        return Theme(begin + 1, "bracketed")
    mark = MARK.match(text)
    if mark:
        after = paragraph.words(at + 1)
        runs_on = bool(after) and not MARK.match(after)
        if mark["number"] and not runs_on:
            return None
        limit = (OPENING_LIMIT if opens else COMMA_LIMIT) if runs_on else 0
        is_theme = _opens_theme(text[mark.end() :], MARKED_LIMIT, limit)
        return Theme(begin + mark.end(), "theme-sentence", not mark["dash"]) if is_theme else None
    if opens and (alone or not by_line) and _opens_theme(text, PLAIN_LIMIT, 0):
        return Theme(begin, "theme-line" if alone else "theme-sentence")
    return None


def is_title(body: str, limit: int, comma_limit: int) -> bool:
    """Tell whether a sentence is short and plain enough for a title; limits are characters, without and with commas."""
    if not body.endswith("。") or len(body) < 4 or "；" in body:
        return False
    if "，" in body:
        fits = len(body) <= comma_limit or OPENER.fullmatch(body) is not None
    else:
        fits = len(body) <= limit and len(body) >= 5 - bool(comma_limit)
    return fits and not NO_HEADING.search(QUOTED.sub("", body))


def _opens_theme(body: str, limit: int, comma_limit: int) -> bool:
    """Tell a sentence for a title that promises no works and reports no vote."""
    return is_title(body, limit, comma_limit) and not promises_works(body) and not VOTED.search(body)


def is_theme_line(text: str) -> bool:
    """Tell whether a paragraph is a theme on a line of its own, without a mark."""
    return text.count("。") == 1 and not MARK.match(text) and is_title(text, PLAIN_LIMIT, 0) and not DOES.match(text)


def opens_with_theme(paragraph: Paragraph) -> bool:
    """Tell a paragraph that a short sentence opens, and others follow."""
    return len(paragraph.texts) > 1 and _opens_theme(paragraph.texts[0], PLAIN_LIMIT, 0)


def _may_stand_inside(text: str) -> bool:
    if "、" in text or not _opens_theme(text, PLAIN_LIMIT, 0):
        return False
    return len(text) <= INNER_LIMIT or OPENER.fullmatch(text) is not None
