"""Tables that stand as cards: a block of labelled lines for each row (项目名称：…, 建设内容：…, 总投资：…)."""

import re
from collections.abc import Iterator
from typing import Final

from planskg.model import Span

NUMBER: Final = r"(?:第?[一二三四五六七八九十\d]{1,3}[、.．）)]|[（(][一二三四五六七八九十\d]{1,3}[）)])?"
NAME: Final = r"(?:项目|工程|任务|事项|实事)名称|工作任务|实事项目"
LABEL: Final = r"[一-龥（）()\d]{2,14}"
FIELD: Final = re.compile(
    rf"[ \t\u3000]*{NUMBER}[ \t\u3000]*(?P<label>{LABEL})[：:][ \t\u3000]*"
    rf"(?P<value>[^\n]*?)[ \t\u3000]*(?:[；;。](?={NUMBER}{LABEL}[：:])|[；;。]?(?:\n|\Z))"
)
CARD: Final = re.compile(rf"(?:^|(?<=[。；;]))[ \t\u3000]*{NUMBER}[ \t\u3000]*(?:{NAME})[：:]", re.M)
"""How the first line of a card begins."""
COLONS: Final = tuple(re.compile(f"{colon}(?<=(?:名称|任务|项目){colon})") for colon in "：:")
"""The end of a name's label; most texts hold none, which the engine sees at once, for it looks for the colon first."""
FEWEST: Final = 3
"""Lines without which a name is no card's."""

Row = tuple[Span, ...]
Card = dict[str, tuple[Span, Span]]
"""Where the label and the value of each field stand, by the label."""


def find_cards(text: str) -> Iterator[list[Row]]:
    """Yield the rows of each table of cards, its header first; a field that a card does not have is empty."""
    if not any(colon.search(text) for colon in COLONS):
        return
    run: list[Card] = []
    reached = 0
    for opening in CARD.finditer(text):
        card, end = _card(text, opening.start())
        if run and (text[reached : opening.start()].strip() or len(card) < FEWEST):
            yield _table(run)
            run = []
        if len(card) >= FEWEST:
            run.append(card)
        reached = end
    if run:
        yield _table(run)


def _card(text: str, start: int) -> tuple[Card, int]:
    """Return the fields from a position on, until a line that has no label or opens the next card."""
    card: Card = {}
    while field := FIELD.match(text, start):
        if card and CARD.match(text, start):
            break
        card.setdefault(field["label"], (Span(*field.span("label")), Span(*field.span("value"))))
        start = field.end()
    return card, start


def _table(cards: list[Card]) -> list[Row]:
    """Return cards as rows below a header: each label where it first stands."""
    labels: dict[str, Span] = {}
    for card in cards:
        for label, (place, _) in card.items():
            labels.setdefault(label, place)
    return [tuple(labels.values()), *(_row(card, labels) for card in cards)]


def _row(card: Card, labels: dict[str, Span]) -> Row:
    first = next(iter(card.values()))[0].start
    return tuple(card[label][1] if label in card else Span(first, first) for label in labels)
