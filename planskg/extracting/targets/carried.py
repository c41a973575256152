"""What the numbers of a sentence leave to those behind them."""

from dataclasses import dataclass, field

from planskg.extracting.targets.heads import Head
from planskg.model import Noun


class Whole(Noun):
    """What 其中 parts: an indicator, its unit, and whether it was added (新增…，其中…)."""

    indicator: str
    unit: str
    adds: bool


@dataclass(slots=True)
class Carried:
    """What the earlier numbers of a sentence leave to the later ones."""

    indicator: str = ""
    indicators: list[str] = field(default_factory=list)
    """All so far, for numbers that follow together (…，分别增长12%、15%)."""
    verb: str = ""
    """A verb of making that holds for the items after it (引育…30人、创新团队20个)."""
    adds: bool = False
    """Whether 新增 holds for the items after it."""
    head: Head | None = None
    """The words before the last number."""
    ahead: bool = False
    """Whether the last number stood before its noun, so that the words after it belong to it."""
    wholes: list[Whole] = field(default_factory=list)
    """What the numbers now are parts of, since 其中 or a bracket, the innermost last."""
    of_unit: dict[str, Whole] = field(default_factory=dict)
    """By unit, what the last number of each measures: 其中 parts the one of its own."""
    rest: list[str] = field(default_factory=list)
    """The heads that 分别 leaves to the numbers behind (甲、乙分别增长5%、达到3亿元)."""
    unit: str = ""
    """That of the last number."""
    added: bool = False
    """Whether the last number was added to what was there."""
    told: list[str] = field(default_factory=list)
    """The indicators of this clause, or of the last one that held any."""
    here: bool = False
    """Whether a number of this clause was named already."""

    def keep(self, indicator: str, head: Head, unit: str, added: bool) -> None:
        """Note what the last number measures."""
        self.indicator, self.head, self.unit = indicator, head, unit
        self.adds = self.added = added
        self.indicators.append(indicator)
        self.of_unit[unit] = Whole(indicator, unit, added)
        self.told = [*self.told, indicator] if self.here else [indicator]
        self.here = True

    def leave_part(self) -> None:
        """Go back to the whole, at the end of a bracket that tells its parts."""
        if self.wholes:
            whole = self.wholes.pop()
            self.indicator, self.unit, self.added = whole.indicator, whole.unit, whole.adds

    def enter_clause(self, opens_part: bool = False) -> None:
        """Forget what holds only within one clause, or within one part of the sentence."""
        if opens_part:
            self.wholes.clear()
        self.verb, self.adds, self.ahead, self.here = "", False, False, False
        self.rest = []
