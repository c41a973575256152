"""A text cut at every place where a mark begins or ends, so that marks may overlap and still never nest badly.

The words of all pieces of all blocks, with a line end between the blocks, are the text.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from planskg.model import Span
from planskg.rendering.blocks import SEPARATOR, find_blocks


@dataclass(frozen=True, slots=True)
class Mark:
    """Words that a finding is about, or compares with."""

    span: Span
    severity: str
    anchor: str
    """What a link to the words is called."""
    card: str
    """What a link to the finding is called."""
    label: str
    compared: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """Words under the same marks, with those marks that end before them and that begin with them."""

    words: str
    looks: tuple[str, ...]
    """The severities of the marks, gravest first, and `compared` where no finding is about the words themselves."""
    ending: tuple[Mark, ...]
    beginning: tuple[Mark, ...]
    is_gap: bool
    """What stands between two cells of a table."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or a table row."""

    line: int
    """Its first, from 1."""
    pieces: tuple[Piece, ...]

    @property
    def beginning(self) -> Iterator[Mark]:
        """The marks that begin in it, in their order."""
        return (mark for piece in self.pieces for mark in piece.beginning)


def mark_text(text: str, marks: Iterable[Mark], severities: Sequence[str]) -> Iterator[Block]:
    """Yield the blocks of a text with its marks, which must lie within it."""
    spans = find_blocks(text)
    starts = [span.start for span in spans]
    held: dict[int, list[Mark]] = defaultdict(list)
    for mark in marks:
        first = bisect_right(starts, mark.span.start) - 1
        last = bisect_right(starts, max(mark.span.start, mark.span.end - 1)) - 1
        for index in range(first, last + 1):
            held[index].append(mark)
    line = 1
    for index, span in enumerate(spans):
        pieces = tuple(_pieces(text, span, held[index], severities))
        yield Block(line, pieces)
        line += text.count("\n", *span) + 1


def _pieces(text: str, block: Span, marks: list[Mark], severities: Sequence[str]) -> Iterator[Piece]:
    gaps = {Span(*match.span()) for match in SEPARATOR.finditer(text, *block)}
    edges = {edge for span in (block, *gaps, *(mark.span for mark in marks)) for edge in span}
    cuts = sorted({min(max(edge, block.start), block.end) for edge in edges})
    for start, end in zip(cuts, [*cuts[1:], block.end], strict=True):
        own = Span(start, end)
        over = [mark for mark in marks if mark.span.overlaps(own)]
        ending = (mark for mark in marks if _ends_at(mark.span, start, block))
        beginning = (mark for mark in marks if mark.span.start == start)
        yield Piece(
            text[start:end], _looks(over, severities), tuple(ending), tuple(beginning), any(g.holds(own) for g in gaps)
        )


def _ends_at(span: Span, offset: int, block: Span) -> bool:
    """Tell whether a mark ends there; one that takes in the line end of its block ends with the block."""
    return span.end == offset or (offset == block.end and span.end == offset + 1)


def _looks(marks: list[Mark], severities: Sequence[str]) -> tuple[str, ...]:
    found = {mark.severity for mark in marks}
    looks = tuple(severity for severity in severities if severity in found)
    return (*looks, "compared") if marks and all(mark.compared for mark in marks) else looks
