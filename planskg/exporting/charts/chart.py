"""What a chart is before it is drawn: its words, its series with their colours, its figures."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """What has a colour of its own: a plan, a stage, a kind."""

    name: str
    colour: str
    """Of the theme, or written out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """What all charts have."""

    name: str
    """Of its file, and of its element on a page."""
    chinese: str
    english: str
    series: tuple[Series, ...] = ()
    listed: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Headings, and what is listed in words below each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bars(Chart):
    """Rows of bars, one part of a bar for each series."""

    rows: tuple[tuple[str, tuple[int, ...]], ...]
    """Label, and the count of each series."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """A figure of one series; `high` is the same but for a range."""

    series: int
    low: Decimal
    high: Decimal
    words: str
    """As printed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dots(Chart):
    """Rows of figures side by side."""

    rows: tuple[tuple[str, tuple[Dot, ...]], ...]
    unit: str = ""
    """Of the scale that all rows share; empty where each has its own, from nothing to its largest figure."""

    def scale(self, row: int) -> tuple[Decimal, Decimal]:
        """Return the first and the last figure of a row's scale."""
        found = [dot for _, dots in (self.rows if self.unit else [self.rows[row]]) for dot in dots]
        low, high = min(dot.low for dot in found), max(dot.high for dot in found)
        return min(low, Decimal(0)), max(high, Decimal(0)) or Decimal(low == 0)

    def place(self, row: int, value: Decimal) -> float:
        """Return where a figure of a row stands on its scale, from 0 to 1."""
        low, high = self.scale(row)
        return float((value - low) / (high - low))


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What falls together in one row and one column."""

    row: int
    column: int
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bubbles(Chart):
    """A grid with a disc where rows and columns meet, as large as what falls together there."""

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    cells: tuple[Cell, ...]
