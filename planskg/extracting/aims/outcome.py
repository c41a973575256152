"""The outcome that closes a clause, as its finders tell it."""

from typing import Final

from planskg.model import Noun

WINDOW: Final = 26
"""No outcome is longer."""


class Outcome(Noun):
    """The outcome that closes a clause."""

    start: int
    rule: str
    need: str
    """What its subject must be outside of a list of goals: anything, `measure` or `statistic`."""
    what: str = ""
    """The indicator that the outcome names itself."""
    said: str = ""
    """The words that the indicator takes from the outcome: 中小学校 is said to 开设人工智能通识课."""
