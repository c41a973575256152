"""The parts, headings and sentences of a plan: what looks back, what promises, and under which heading.

Finds `一、立足资源禀赋…` (level 1), `（一）聚焦“双碳”引领` (level 2) and the short sentence that opens a theme,
`办好人民满意的教育。`
(level 3); takes none from a table, a glossary or the list of 民生实事, and no level 3 from the part that looks back.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from planskg.extracting.view import View
from planskg.model import Pillar, Span

NUMERAL = "[一二三四五六七八九十]"
FIRST = re.compile(rf"(第{NUMERAL}{{1,3}}[章篇]|第{NUMERAL}{{1,3}}部分|{NUMERAL}{{1,3}}[、.])")
SECOND = re.compile(rf"(（{NUMERAL}{{1,3}}）|[㈠-㈩]|第{NUMERAL}{{1,3}}节)")
THIRD = re.compile(rf"({NUMERAL}{{1,2}}[是要])(?!一)")
NUMBERED = re.compile(r"(\d{1,2}[.、]|（\d{1,2}）)(?!\d)")
DASHED = re.compile(r"——(?=\D)")
SENTENCE = re.compile(r"[^。！？]*(?:[。！？]+[”’）]*|$)")
PERIOD = re.compile(rf"[“\"]?十({NUMERAL})五[”\"]?")
LOOKS_BACK = re.compile(r"回顾|总结|完成情况|执行情况|发展成就|发展成效|主要成绩|主要成效")
LOOKS_AHEAD = re.compile(r"目标|任务|安排|打算|考虑|要求|思路|重点|计划$|措施|工作$|展望|部署")
GLOSSARY = re.compile(r"(?:附件?\d?[:：]?)?.{0,14}(?:名词|名词术语|用语)?(?:注释|解释|注释说明)$|^注[:：]?$")
FURNITURE = re.compile(
    r"相关报道|责任编辑|分享到|扫一扫|相关附件|相关链接|相关文档|上一[篇条]|下一[篇条]|^(?:编辑|来源|责编|【)"
)
ANNEX = re.compile(r".{0,14}(?:民生实事|惠民实事|实事项目|任务分解|责任分解|任务清单)(?:清单|项目|目录|表|方案)?$")
NO_HEADING = re.compile(
    r"^(?:各位|今年|当前|同时|此外|其中|注|来源|现在|过去|总的|五年来|一年来|会议|让|这|要)|[:：？！]|\d[\d.]*(?:%|万|亿|个|家|人)"
)
OPENER = re.compile(r"(?:围绕|聚焦)[^，]{2,24}，[^，]{2,24}。")
QUOTED = re.compile(r"“[^”]*”")
LINE_LIMIT, SENTENCE_LIMIT, MARKED_LIMIT = 70, 34, 20
INNER_LIMIT = 20
LINE_STYLE = 5
"""So many themes on lines of their own, and no first sentence of a paragraph opens one."""


class Part(NamedTuple):
    """A stretch of a plan that speaks of one time."""

    tense: str
    """ahead, back, or none (front matter, glossary, furniture)."""
    year: int
    """The year that its promises are due where they say no other."""
    annex: bool = False


class Sentence(NamedTuple):
    """One sentence of a paragraph with what it stands under."""

    view: View
    start: int
    end: int
    part: Part
    pillars: tuple[Pillar, ...]

    @property
    def text(self) -> str:
        """Return its words as the grammar reads them."""
        return self.view.text[self.start : self.end]

    def span(self, start: int, end: int) -> Span:
        """Return where its characters start to end (counted within the sentence) stand in the document."""
        return self.view.span(self.start + start, self.start + end)


@dataclass(frozen=True, slots=True)
class Structure:
    """The headings of a document and its sentences that are no headings, in text order."""

    pillars: tuple[Pillar, ...]
    sentences: tuple[Sentence, ...]


def read_structure(views: Iterable[View], year: int) -> Structure:
    """Divide paragraphs (tables left out) into headings and sentences; year is the plan's."""
    views = list(views)
    reader = _Reader(year, sum(map(_is_theme_line, views)) >= LINE_STYLE)
    for index, view in enumerate(views):
        reader.read(view, views[index + 1] if index + 1 < len(views) else None)
    sentences = tuple(_settle_inner(reader))
    return Structure(tuple(sorted(reader.pillars, key=lambda pillar: pillar.span)), sentences)


class _Reader:
    """The state of reading from top to bottom: the part, and the headings that are open."""

    def __init__(self, year: int, by_line: bool) -> None:
        self.year = year
        self.by_line = by_line
        self.part = Part("ahead", year)
        self.stack: tuple[Pillar, ...] = ()
        self.pillars: list[Pillar] = []
        self.sentences: list[Sentence] = []
        self.opened: set[tuple[Pillar, ...]] = set()
        """Numbered headings below which a paragraph or line opened a theme."""

    def read(self, view: View, following: View | None) -> None:
        if self._turns(view):
            return
        start = self._numbered(view)
        if start < len(view.text):
            self._paragraph(view, start, following)

    def _turns(self, view: View) -> bool:
        """Change the part at an unnumbered heading, a glossary, an annex or the page's furniture."""
        text = view.text
        if len(text) > 40 or text.endswith("。"):
            return False
        if GLOSSARY.search(text) or (FURNITURE.search(text) and self.pillars):
            self.part, self.stack = Part("none", self.year), ()
        elif ANNEX.match(text) and not FIRST.match(text):
            self.part, self.stack = Part("ahead", self.year, annex=True), ()
        elif not FIRST.match(text) and not SECOND.match(text) and (LOOKS_BACK.search(text) or PERIOD.search(text)):
            self.part = _part(text, self.part, self.year)
        else:
            return False
        return True

    def _numbered(self, view: View) -> int:
        """Take the numbered headings that open a paragraph; return where the rest begins."""
        start = 0
        for level, pattern in ((1, FIRST), (2, SECOND)):
            match = pattern.match(view.text, start)
            if self.part.annex or self.part.tense == "none" or not match:
                continue
            end = _heading_end(view.text, match.end())
            if end is None:
                return start
            self._open(view, level, match, start, end)
            start = end
        return start

    def _open(self, view: View, level: int, match: re.Match[str], start: int, end: int) -> None:
        title = view.text[match.end() : end].rstrip("。")
        if level == 1:
            self.part = _part(title, self.part, self.year)
        above = tuple(pillar for pillar in self.stack if pillar.level < level)
        pillar = Pillar(
            span=view.span(start, end), rule="numbered-heading", level=level, number=match.group(1), title=title
        )
        self.stack = (*above, pillar)
        self.pillars.append(pillar)

    def _paragraph(self, view: View, start: int, following: View | None) -> None:
        sentences = [(m.start(), m.end()) for m in SENTENCE.finditer(view.text, start) if m.group().strip()]
        alone = len(sentences) == 1 and not start
        for index, (begin, end) in enumerate(sentences):
            text = view.text[begin:end]
            if index == 0 and alone and self._is_numbered_line(text, following):
                self._theme(view, begin + len(NUMBERED.match(text).group()), begin, end, "numbered-line")  # type: ignore[union-attr]
                continue
            lead = _lead(text) if self._may_open() else None
            first = index == 0 and not start and (_is_title_line(following) if alone else not self.by_line)
            if lead is not None and (first or lead[1]):
                self._theme(view, begin + lead[0], begin, end, "theme-sentence" if not alone else "theme-line")
            else:
                self.sentences.append(Sentence(view, begin, end, self.part, self.stack))

    def _is_numbered_line(self, text: str, following: View | None) -> bool:
        """Tell a heading line `1.` from an item of a list, which is a sentence."""
        short = NUMBERED.match(text) and len(text) <= SENTENCE_LIMIT and not re.search("[。；，]", text)
        return bool(short) and self._may_open() and following is not None and not NUMBERED.match(following.text)

    def _may_open(self) -> bool:
        return self.part.tense == "ahead" and not self.part.annex and bool(self.stack)

    def _theme(self, view: View, title: int, begin: int, end: int, rule: str) -> None:
        numbered = tuple(pillar for pillar in self.stack if pillar.level < 3)
        self.opened.add(numbered)
        begin = title if view.text[begin:title] == "——" else begin
        words = view.text[title:end].rstrip("。")
        pillar = Pillar(span=view.span(begin, end), rule=rule, level=3, number="", title=words)
        self.stack = (*numbered, pillar)
        self.pillars.append(pillar)


def _part(title: str, before: Part, year: int) -> Part:
    ahead = LOOKS_AHEAD.search(title)
    period = [m for m in PERIOD.finditer(title)]
    if LOOKS_BACK.search(title) and not (ahead and period and period[-1].start() > LOOKS_BACK.search(title).start()):  # type: ignore[union-attr]
        return Part("back", year)
    if period and str(year) not in title and _period_end(period[-1].group(1)) > year:
        return Part("ahead", _period_end(period[-1].group(1)))
    return Part("ahead", year)


def _period_end(numeral: str) -> int:
    """Return the last year of a five-year plan: 十五五 ends in 2030."""
    return 1955 + 5 * ("一二三四五六七八九".index(numeral) + 11)


def _heading_end(text: str, start: int) -> int | None:
    """Return where a numbered heading ends: at its line's end, or at the full stop that closes a run-in one."""
    stop = text.find("。", start)
    if stop < 0:
        return len(text) if len(text) - start <= LINE_LIMIT else None
    return stop + 1 if stop - start <= LINE_LIMIT else None


def _is_theme_line(view: View) -> bool:
    lead = _lead(view.text)
    return lead is not None and not lead[1] and view.text.count("。") == 1 and not SECOND.match(view.text)


def _is_title_line(following: View | None) -> bool:
    """Tell a theme on a line of its own from a short paragraph: prose follows it."""
    return following is not None and not FIRST.match(following.text) and not SECOND.match(following.text)


def _lead(text: str) -> tuple[int, bool] | None:
    """Return where the title of a theme sentence begins and whether a number (一是) marks it; None if it is none."""
    marked = THIRD.match(text) or DASHED.match(text)
    start = marked.end() if marked else 0
    body = text[start:]
    if (
        not body.endswith("。")
        or not 5 <= len(body) <= SENTENCE_LIMIT + 10 * bool(marked)
        or NO_HEADING.search(QUOTED.sub("", body))
    ):
        return None
    if "；" in body or ("，" in body and not (len(body) <= MARKED_LIMIT if marked else OPENER.fullmatch(body))):
        return None
    return start, bool(marked)


def _settle_inner(reader: _Reader) -> Iterator[Sentence]:
    """Make theme sentences inside a paragraph into headings, where their section has two or more and no others."""
    sentences = reader.sentences
    counts: dict[tuple[Pillar, ...], list[int]] = {}
    for index, sentence in enumerate(sentences):
        if _opens_inside(reader, sentences, index):
            counts.setdefault(sentence.pillars, []).append(index)
    chosen = {index for found in counts.values() if len(found) > 1 for index in found}
    current: Pillar | None = None
    for index, sentence in enumerate(sentences):
        if index in chosen:
            span = sentence.span(0, len(sentence.text))
            current = Pillar(span=span, rule="theme-sentence", level=3, number="", title=sentence.text.rstrip("。"))
            reader.pillars.append(current)
        elif current is not None and index and sentence.pillars == sentences[index - 1].pillars:
            yield sentence._replace(pillars=(*sentence.pillars, current))
        else:
            current = None
            yield sentence


def _opens_inside(reader: _Reader, sentences: list[Sentence], index: int) -> bool:
    sentence = sentences[index]
    if sentence.part.tense != "ahead" or sentence.part.annex or not sentence.pillars or sentence.pillars[-1].level == 3:
        return False
    if sentence.pillars in reader.opened or "、" in sentence.text or _lead(sentence.text) is None:
        return False
    if len(sentence.text) > INNER_LIMIT and not OPENER.fullmatch(sentence.text):
        return False
    after = sentences[index + 1] if index + 1 < len(sentences) else None
    return after is not None and after.view is sentence.view and _lead(after.text) is None
