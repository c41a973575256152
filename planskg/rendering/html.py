"""Reports as one page that needs no network: the text, and every finding beside its place in it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from planskg.checking.shapes import Words
from planskg.model import Finding, Report, Span
from planskg.rendering.characters import show
from planskg.rendering.marking import Block, Mark, mark_text
from planskg.rendering.places import Place, find_place
from planskg.rendering.style import SEVERITIES, Rules, Style, count_severities, name_rule, sort_findings

TEMPLATES = Path(__file__).parent / "templates"


@dataclass(frozen=True, slots=True)
class Citation:
    """A quote on a card, with a link to the words where they have a place."""

    words: str
    anchor: str
    place: Place | None
    compared: bool


@dataclass(frozen=True, slots=True)
class Card:
    """A finding as it is shown."""

    anchor: str
    number: int
    finding: Finding
    name: Words
    citations: tuple[Citation, ...]

    @property
    def leading(self) -> Citation | None:
        """The first that has a place: the card stands beside it."""
        return next((each for each in self.citations if each.place is not None), None)


@dataclass(frozen=True, slots=True)
class Page:
    """A report as it is shown."""

    anchor: str
    report: Report
    counts: dict[str, int]
    cards: tuple[Card, ...]
    without_place: tuple[Card, ...]
    rows: tuple[tuple[Block, tuple[Card, ...]], ...]
    """The blocks of the text, each with the cards that stand beside it."""

    @property
    def by_rule(self) -> dict[tuple[str, str], list[Card]]:
        """The cards by severity and rule, gravest first."""
        found: dict[tuple[str, str], list[Card]] = {}
        for card in self.cards:
            found.setdefault((card.finding.severity, card.finding.rule), []).append(card)
        return found


def render_html(reports: Sequence[Report], rules: Rules, style: Style) -> str:
    """Return reports as one page in both languages."""
    pages = [_page(f"r{number}", report, rules) for number, report in enumerate(reports, start=1)]
    found = Counter(finding.rule for report in reports for finding in report.findings)
    told = [(code, rules.get(code), found[code]) for code in sorted(found)]
    return _fill("report.html", pages=pages, severities=SEVERITIES, rules=told, language=style.language)


def _fill(template: str, **values: Any) -> str:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=lambda value: show(value) if type(value) is str else value,  # markup is a str of its own type
    )
    return environment.get_template(template).render(**values)


def _page(anchor: str, report: Report, rules: Rules) -> Page:
    numbered = enumerate(sort_findings(report), start=1)
    cards = [_card(f"{anchor}f{number}", number, report, finding, rules) for number, finding in numbered]
    first = {card.leading.anchor: card for card in cards if card.leading}
    blocks = mark_text(report.text, _marks(report, cards), list(SEVERITIES)) if report.text else ()
    rows = ((block, tuple(first[each.anchor] for each in block.beginning if each.anchor in first)) for block in blocks)
    without = tuple(card for card in cards if card.leading is None)
    return Page(anchor, report, count_severities(report), tuple(cards), without, tuple(rows))


def _card(anchor: str, number: int, report: Report, finding: Finding, rules: Rules) -> Card:
    quotes = [*((quote, False) for quote in finding.quotes), *((quote, True) for quote in finding.compared)]
    cited = (
        Citation(quote.text, f"{anchor}q{index}", find_place(report, quote), compared)
        for index, (quote, compared) in enumerate(quotes, start=1)
    )
    return Card(anchor, number, finding, name_rule(rules, finding.rule), tuple(cited))


def _marks(report: Report, cards: Iterable[Card]) -> Iterator[Mark]:
    for card in cards:
        quotes = (*card.finding.quotes, *card.finding.compared)
        for citation, quote in zip(card.citations, quotes, strict=True):
            if citation.place is not None:
                label = f"↔{card.number}" if citation.compared else str(card.number)
                span = quote.span or Span(0, 0)
                yield Mark(span, card.finding.severity, citation.anchor, card.anchor, label, citation.compared)
