"""The page: the text comes back when its tags go, and every finding and its words lead to each other."""

import re
from collections import Counter
from html import unescape
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planskg.model import Report, Span
from planskg.rendering import Style, render
from planskg.rendering.blocks import find_blocks, find_sentence
from planskg.rendering.characters import show
from planskg.rendering.marking import Block, Mark, mark_text
from planskg.rendering.style import SEVERITIES
from reference_plans import PLANS
from sample_reports import EMPTY, HOSTILE, RULES, SAMPLES, TEXT, WHOLE, plan_report

VOID = {"meta", "input", "br", "link", "img", "hr"}


class Page(HTMLParser):
    """What a test asks of a page; raises where elements do not nest."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.blocks: list[str] = []
        self.cards: list[tuple[str, str]] = []
        self.at: dict[str, int] = {}
        """How much of the text stands before what an id names."""
        self.feed(page)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        if tag not in VOID:
            self.open.append(tag)
        if tag == "p" and told.get("class") == "words":
            self.blocks.append("")
        if "id" in told:
            self.ids.append(told["id"] or "")
            self.at[told["id"] or ""] = len("\n".join(self.blocks))
        if "href" in told:
            self.links.append(told["href"] or "")
        if tag == "article":
            self.cards.append((told["id"] or "", told["class"] or ""))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.blocks and "p" in self.open and "article" not in self.open and "aside" not in self.open:
            self.blocks[-1] += data


def text_of(page: str) -> str:
    """The text without the tags."""
    words = re.findall(r'<p class="words"[^>]*>(.*?)</p>', page, re.DOTALL)
    stripped = (unescape(re.sub(r"<[^>]*>", "", each)) for each in words)
    return "\n".join(stripped)


@pytest.mark.parametrize("reports", [*SAMPLES.values(), [plan_report(PLANS[1])]], ids=[*SAMPLES, PLANS[1]])
class TestPage:
    def test_without_its_tags_is_the_text(self, reports: list[Report]) -> None:
        told = text_of(render("html", reports, RULES))
        assert told == "\n".join(show(report.text) for report in reports if report.text)

    def test_has_every_finding_once_and_every_link_leads_somewhere(self, reports: list[Report]) -> None:
        page = Page(render("html", reports, RULES))
        assert len(page.cards) == sum(len(report.findings) for report in reports)
        assert [name for name, count in Counter(page.ids).items() if count > 1] == []
        assert {link.removeprefix("#") for link in page.links} <= set(page.ids)

    def test_needs_nothing_from_outside(self, reports: list[Report]) -> None:
        page = render("html", reports, RULES)
        assert "default-src 'none'" in page
        assert not re.search(r"<(?:script|link|img|iframe)\b", page)
        assert not re.search(r"\b(?:src|href)=\"(?!#)", page)
        assert not re.search(r"url\(|@import", page)


def test_words_and_finding_lead_to_each_other() -> None:
    page = Page(render("html", [WHOLE], RULES))
    first = WHOLE.findings[0]
    for anchor, quote in (("r1f1q1", first.quotes[0]), ("r1f1q2", first.compared[0])):
        assert f"#{anchor}" in page.links
        assert quote.span is not None
        assert page.at[anchor] == quote.span.start
    assert page.links.count("#r1f1") == 3, "from the overview, from the words and from what they are compared with"
    assert page.cards[0] == ("r1f2", "card warning"), "a finding without a place stands before the text"


def test_a_page_is_written_in_both_languages() -> None:
    for language in ("zh", "en"):
        page = render("html", [WHOLE], RULES, Style(language=language))
        assert re.search(rf'id="{language}"[^>]* checked', page)
        assert 'lang="zh-Hans">正文与表不符</span><span class="en" lang="en">text and table differ' in page


def test_a_report_without_findings_says_so() -> None:
    assert "没有发现问题。" in render("html", [EMPTY], RULES)
    assert "报告里没有正文" in render("html", SAMPLES["no text"], RULES)


def test_hostile_words_stay_words() -> None:
    page = render("html", [HOSTILE], RULES)
    assert "&lt;script&gt;" in page
    assert "{{ 7*7 }}" in page
    assert "<script" not in page


# -- Marks -------------------------------------------------------------------------------------------------------------


def marks_of(text: str) -> st.SearchStrategy[list[Mark]]:
    edges = st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))
    spans = edges.map(lambda pair: Span(min(pair), max(pair)))
    one = st.builds(
        Mark, spans, st.sampled_from(list(SEVERITIES)), st.just("a"), st.just("c"), st.just("1"), st.booleans()
    )
    return st.lists(one, max_size=6)


def joined(blocks: list[Block]) -> str:
    return "\n".join("".join(piece.words for piece in block.pieces) for block in blocks)


@given(
    st.text(st.sampled_from("字句。\n\t1"), max_size=40).flatmap(lambda text: st.tuples(st.just(text), marks_of(text)))
)
def test_marks_may_overlap_as_they_like(case: tuple[str, list[Mark]]) -> None:
    text, marks = case
    blocks = list(mark_text(text, marks, list(SEVERITIES)))
    assert joined(blocks) == text
    begun = [mark for block in blocks for mark in block.beginning]
    ended = [mark for block in blocks for piece in block.pieces for mark in piece.ending]
    assert Counter(map(id, begun)) == Counter(map(id, ended)) == Counter(map(id, marks))
    at = 0
    for block in blocks:
        assert block.line == text.count("\n", 0, at) + 1
        for piece in block.pieces:
            over = {mark.severity for mark in marks if mark.span.overlaps(Span(at, at + len(piece.words)))}
            assert set(piece.looks) - {"compared"} == over
            at += len(piece.words)
        at += 1


def test_a_flattened_row_is_one_block() -> None:
    found = [TEXT[span.start : span.end] for span in find_blocks(TEXT)]
    assert found[2:5] == ["", "\t居民收入\n\t元\n\t12000\n\t1480", "粮食产量\t万吨\t30.27\t32.2"]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("8%", "地区生产总值增长8%以上，居民收入增加1500元以上。"),
        ("水库", "全面开工水库建设；"),
        ("水库建设；完成", "全面开工水库建设；完成𠮷县🏗道路。"),
        ("以上。", "地区生产总值增长8%以上，居民收入增加1500元以上。"),
        ("30.27", "粮食产量\t万吨\t30.27\t32.2"),
        ("元\n\t12000", "\t居民收入\n\t元\n\t12000\n\t1480"),
    ],
)
def test_the_sentence_of_words(words: str, sentence: str) -> None:
    start = TEXT.index(words)
    found = find_sentence(TEXT, Span(start, start + len(words)))
    assert TEXT[found.start : found.end] == sentence
