"""A document's paragraphs as the grammar reads them: one script width, no breaks or marks inside sentences.

Every character of a View knows where it stands in the document, so that what the grammar finds is quoted as printed.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from planskg.extracting.everyday import everyday_words
from planskg.extracting.lexicon import cue
from planskg.extracting.lines import PAGE, body_lines, cut_width
from planskg.extracting.outside import is_furniture
from planskg.model import Span
from planskg.reading.ends import HEADING_NUMBER

WIDTHS = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {
    ord(old): new
    for old, new in zip(
        ",;:?!()｡､「」『』〝〞﹪∶–―［］[]﹝﹞〜～−－，；：？！（）",
        "，；：？！（）。、“”“”“”%：——〔〕〔〕〔〕~~--，；：？！（）",
        strict=True,
    )
}
"""Every character to the one form that the patterns know; one for one, so that offsets stay."""
SPACES = "".join(char for char in map(chr, range(0x3001)) if char.isspace())
"""What a pattern calls \\s, as characters: a class of characters alone is looked up at once."""
RARE = rf"●★▲■◆◇□·※•▪◦*#{SPACES}\ufeff\u200b-\u200d\xad,［\[〔①-⑳❶-❿⁰¹²³⁴-⁹"
DROPPED = re.compile(
    rf"(?=[{RARE}，+-])(?:"
    r"(?<=\d)[,，](?=\d{3}(?![\d年]))"  # thousands
    r"|(?<![A-Za-z])[\s\ufeff\u200b-\u200d\xad]+|[\s\ufeff\u200b-\u200d\xad]+(?![A-Za-z])"
    r"|\*{2,}|(?<![^\n])#{1,6}(?=[ \t])"  # Markdown's bold and headings
    r"|(?m:^)[ \t\u3000]*(?:[●★▲■◆◇□·※•▪◦][ \t]*|[*+-][ \t]+(?=[一-龥]))"  # bullets
    r"|(?<=\S)[［\[〔]注?\d{1,3}[］\]〕]|[①-⑳❶-❿]|(?<=\S)[⁰¹²³⁴-⁹]+(?![\d/]))"
)
"""What stands in a text but is not said: blanks that part no Latin words, footnote marks, thousands separators."""
OTHER = re.escape("".join(chr(code) for code, new in WIDTHS.items() if chr(code) != new))
"""The characters that have another form."""
CHANGED = re.compile(f"[{OTHER}]")
ODD = re.compile(rf"[{RARE}{OTHER}.，](?:(?<![，.])|(?<=，)(?=\d{{3}})|(?<=[一-龥%）”]\.))")
"""What a line must hold to be read otherwise than it stands; most hold none."""
HALF_STOP = re.compile(r"\.(?<=[一-龥%）”]\.)(?=$|[一-龥“（])")
MARKER = (
    r"[（(〔]\s*[一二三四五六七八九十\d]{1,3}\s*[）)〕]|[㈠-㈩]|[一二三四五六七八九十]{1,3}\s*[、.．]|\d{1,2}\s*[、.．](?!\d)"
    r"|第[一二三四五六七八九十\d]{1,3}[章节部篇]|[一二三四五六七八九十]{1,2}[是要]|附件|附表|注[:：]|——|[●★▲■◆◇□·※•▪◦]"
)
NUMBER_ALONE = re.compile(
    r"\s*(?:[一二三四五六七八九十]{1,3}\s*[、.．]|[（(]\s*[一二三四五六七八九十]{1,3}\s*[）)])\s*"
)
# 稳定在10 / 0万亩: a number that a line end cuts
FIGURE_TAIL, PROSE = re.compile(r"\d+(?:\.\d+)?[一-龥%](?<![年月日])"), re.compile("[一-龥]{6}")
STARTS = re.compile(rf"[\s*#]*(?:{MARKER})")
# 进出口总额：2亿元，增长5%; 工业投资增长5%，达到8亿元
LABELLED = re.compile(
    r"(?=\D{2,36}+\d)(?!左右|以[上内下]|之[上内下])[^，。；：:\d]{2,24}(?:[：:]|——)?[^。；：:]{0,10}?\d(?:[^。；：:]*\d)?[%‰一-龥][^\d，。；：:、]{0,5}[。；;]?$"
)
"""A line that is a name and its figures: the next such line begins anew."""
LONGEST_LABELLED = 60
CLOSERS = frozenset("。！？!?；;：:…”’》）)*")
INNER = re.compile(r"[，。；：！？,;]")
BRACKET_OPEN = re.compile(r"[（(〔《“][^）)〕》”]*$")
NEAR_END = 7
"""How near a line's end a bracket stands that the next line closes."""
FULL_LINE = 28
ROOM = 1.5
"""How much longer a line may be than one that was cut for want of room."""
# …。二、稳住牧区经济。（一）优化畜群结构。…: headings whose line ends were lost
GLUED = re.compile(rf"[。！？](?={HEADING_NUMBER}[^。；\d]{{3,40}}。)")


class View(NamedTuple):
    """A paragraph's text as the grammar reads it; `offsets[i]` is where its character i stands in the document."""

    text: str
    offsets: Sequence[int]
    line: int
    """Number of its first line, from 0."""

    def span(self, start: int, end: int) -> Span:
        """Return the stretch of the document that view positions start to end (exclusive) come from."""
        return Span(self.offsets[start], self.offsets[end - 1] + 1)

    @property
    def whole(self) -> Span:
        """Return the stretch of the document that it comes from."""
        return self.span(0, len(self.text))


def read_views(text: str, title: str | None = None) -> list[View]:
    """Return the paragraphs of a text, in order; blank lines and page numbers between them are left out.

    The document's title is one, whatever follows it.
    """
    chunks = _paragraphs(text, list(body_lines(text)), title)
    views = [view for first, chunk in chunks if (view := _view(text, first, chunk)).text]
    glued = GLUED.search("\n".join([view.text for view in views]))  # hardly any text is
    return [part for view in views for part in _unglued(view)] if glued else views


def one_width(text: str) -> str:
    """Return a text with each character in the one form that the grammar knows."""
    return text.translate(WIDTHS)


def make_view(text: str, span: Span) -> View:
    """Return one stretch of a text, a table's cell, as a paragraph; it is on no line that counts."""
    return _view(text, -1, [span])


def _unglued(view: View) -> Iterator[View]:
    """Yield a paragraph, parted where headings stand inside of it because line ends were lost."""
    start = 0
    for glued in GLUED.finditer(view.text):
        yield View(view.text[start : glued.end()], view.offsets[start : glued.end()], view.line)
        start = glued.end()
    yield View(view.text[start:], view.offsets[start:], view.line) if start else view


def _paragraphs(text: str, lines: Sequence[tuple[int, Span]], title: str | None) -> Iterator[tuple[int, list[Span]]]:
    """Group the lines that sentences run over."""
    group: list[Span] = []
    first, blank, paged = 0, True, False
    width = cut_width(lines)
    for number, span in lines:
        line = text[span.start : span.end]
        if not line.strip():
            blank = True
            continue
        last = text[group[-1].start : group[-1].end] if group else ""
        closed = last.rstrip()[-1:] in CLOSERS
        if group and not closed and PAGE.fullmatch(line):
            paged = not _is_heading(text, group)
            continue
        if paged and group and not STARTS.match(line):
            group.append(span)
            paged = blank = False
            continue
        full = group and not blank and len(last) == width
        if group and not full and len(line) < LONGEST_LABELLED and LABELLED.match(line) and LABELLED.match(last):
            yield first, group
            group, last = [], ""
        paged = False
        cut = not blank and not closed and _cut(last, line, len(group) == 1)
        broken = group and (full or cut or _unfinished(text, group, last, closed, line, blank))
        if (broken and not STARTS.match(line) and _words(text, group) != title) or _open(last):
            group.append(span)
        else:
            if group:
                yield first, group
            first, group = number, [span]
        blank = False
    if group:
        yield first, group


def _cut(before: str, after: str, alone: bool) -> bool:
    """Tell whether the line end stands inside a word or between a number and its unit."""
    before, after = before.rstrip(), after.lstrip()
    if not before or "\t" in before or (alone and len(before) < 12 and STARTS.match(before)):
        return False
    if before[-1].isdigit():
        return not after[0].isdigit() or "." in after[:3] or bool(FIGURE_TAIL.match(after) and PROSE.search(before))
    words = everyday_words()
    if before[-2:] in words and after.startswith(cue("doing", "making")):  # 公共服务|实施
        return False
    return any(
        before[-a:] + after[:b] in words for a in (1, 2, 3) for b in (1, 2, 3) if len(before) >= a and len(after) >= b
    )


def _open(line: str) -> bool:
    return bool(BRACKET_OPEN.search(line.rstrip()[-NEAR_END:]))


def _words(text: str, group: list[Span]) -> str:
    return "".join(text[group[0].start : group[-1].end].split())


def _unfinished(text: str, group: list[Span], last: str, closed: bool, line: str, blank: bool) -> bool:
    """Tell whether the last line breaks off inside a sentence; a heading ends with its line."""
    if NUMBER_ALONE.fullmatch(text, group[0].start, group[-1].end):
        return True
    if closed or (len(group) > 1 and _is_heading(text, group)):
        return False
    if "\t" in last or "|" in last or is_furniture(last.strip()) or (blank and not INNER.search(last)):
        return False
    if STARTS.match(last) and len(group) == 1 and not re.search("[。；;]", last):
        return False
    if len(group) > 1:
        return True
    roomy = len(line) > ROOM * max(len(last), FULL_LINE)  # a heading above its paragraph
    return not blank and (_is_full(last, line) or (not roomy and bool(INNER.search(last))))


def _is_full(line: str, after: str) -> bool:
    """Tell a line that ended for want of room: the next one has no more (a heading above a paragraph has)."""
    return len(line.strip()) >= FULL_LINE and len(after) <= ROOM * len(line)


def _is_heading(text: str, group: list[Span]) -> bool:
    whole = text[group[0].start : group[-1].end]
    return STARTS.match(whole) is not None and not re.search("[。；;]", whole)


def _view(text: str, first: int, chunk: list[Span]) -> View:
    if len(chunk) == 1 and not ODD.search(text, *chunk[0]):
        start, end = chunk[0]
        return View(text[start:end], range(start, end), first)
    kept = [span for line in chunk for span in _kept(text, line)]
    words = "".join([text[start:end] for start, end in kept])
    if CHANGED.search(words):
        words = one_width(words)
    offsets = [range(start, end) for start, end in kept]
    return View(HALF_STOP.sub("。", words), offsets[0] if len(offsets) == 1 else tuple(chain(*offsets)), first)


def _kept(text: str, line: Span) -> Iterator[Span]:
    position = line.start
    for match in DROPPED.finditer(text, line.start, line.end):
        if match.start() > position:
            yield Span(position, match.start())
        position = match.end()
    if line.end > position:
        yield Span(position, line.end)
