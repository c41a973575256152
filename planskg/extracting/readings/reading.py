"""One sentence as the finders read it: its clauses, its quantities, and what has been taken already."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from planskg.extracting.quantities.measured import Measured
from planskg.extracting.quantities.quantities import scan
from planskg.extracting.quantities.times import SIGN, find_times
from planskg.extracting.readings.past import MAY_LOOK_BACK, find_past_clauses
from planskg.extracting.readings.signs import Signs, ends_of, find_signs
from planskg.extracting.readings.subjects import find_acting, without_subjects
from planskg.extracting.structure.sentences import Sentence
from planskg.extracting.words.lexicon import cue_regex
from planskg.extracting.words.sharing import SHIELDED, blank
from planskg.extracting.works.leads import ITEM
from planskg.model import Commitment

SITUATION: Final = re.compile(
    "关键时期|关键一年|重要时期|重要一年|重要的一年|关键的一年|开局之年|收官之年|我们坚信|必将|机遇|前景|回顾|回望|过去"
    "|形势(?<!生产形势|安全形势|治安形势|就业形势|稳定形势|信访形势|社会形势|消防形势|防火形势|防汛形势)"
)
ANNOUNCED: Final = re.compile("目标(?:建议)?(?:确定|设定|安排)?(?:为|是|如下|：)")
"""What promises for all that a sentence says of the times first (综合研判形势，…主要预期目标为：…)."""
INTENDED: Final = re.compile("(?:力争|确保|争取|务必|努力)[在于到至]?$")
"""What makes a year that is over a deadline, if a wrong one: 力争2022年通车."""
OTHER_MARKS: Final = "；。：！？"
"""What parts clauses beside the comma."""
OPENS_ITEM: Final = "（0123456789—一二三四五六七八九十"
OF_TIMES: Final = re.compile(f"{SIGN.pattern}|{SITUATION.pattern}|{MAY_LOOK_BACK.pattern}")
BARE_NUMBER: Final = cue_regex(r"\d{1,2}(?![对将把使让])(?=…)", "doing", "making")
"""Matches the number of an item that no mark follows but what is done: 14 完成175个小区改造."""
PRINCIPLE: Final = cue_regex("…", "principle")
"""What tells that a sentence only says what guides."""


def why_silent(sentence: Sentence) -> str:
    """Return the residue reason for a sentence that promises nothing, whatever it says; empty for the others.

    The past, a glossary or a page's furniture, and the guiding principles are such.
    """
    if sentence.part.tense == "ahead":
        principle = PRINCIPLE.search(sentence.text) and "主要目标" not in sentence.text
        return "principle" if principle else ""
    return {"back": "past", "responsible": "responsible"}.get(sentence.part.tense, "outside")


def read_sentences(
    sentences: Sequence[Sentence], plan_year: int, first_year: int, region: str | None
) -> list["Reading"]:
    """Return the sentences of a document that may promise, each as its finders read it."""
    texts = [sentence.text for sentence in sentences]
    signs, timely = find_signs(texts, region), _find_timely(texts)
    acting = find_acting(texts, [one.places for one in signs])
    return [
        Reading(sentence, signs[at], at in timely, at in acting, plan_year, first_year, region)
        for at, sentence in enumerate(sentences)
    ]


def _find_timely(texts: Sequence[str]) -> set[int]:
    """Return which texts may speak of a time; most hold no word of one."""
    ends = ends_of(texts)
    return {bisect_right(ends, m.start()) for m in OF_TIMES.finditer("\n".join(texts))}


class Reading:
    """A sentence with what the grammar sees in it; positions count within the sentence."""

    def __init__(
        self,
        sentence: Sentence,
        signs: Signs,
        is_timely: bool,
        names_actor: bool,
        plan_year: int,
        first_year: int,
        region: str | None,
    ) -> None:
        self.sentence = sentence
        self.text = text = sentence.text
        self.signs = signs
        self.plan_year = plan_year
        self.first_year = first_year
        """The first year that the plan is for; what it says of one before is past."""
        self.region = region
        self.span = sentence.span(0, len(text))
        """Where the sentence stands in the document."""
        self.records: list[Commitment] = []
        """What has been found in it so far."""
        self.taken: list[tuple[int, int]] = []
        """Stretches whose numbers belong to a record already."""
        self.left: dict[int, str] = {}
        """Where quantities begin that were seen and left, with the residue reason."""
        clauses = _clauses(text)
        self.clauses = without_subjects(text, clauses, signs.places) if names_actor else clauses
        """The stretches between commas, colons and stops outside of brackets and quotations, without who shall act."""
        self.measured, self.named = scan(text)
        """The quantities, and the numbers that are none, each in order."""
        times = find_times(text, first_year) if is_timely else ()
        self.times = [m for m in times if m.year >= first_year or INTENDED.search(text, 0, m.start)]
        """The years from the plan's on that the sentence names, and those before that it still intends, in order."""
        self.past = self._find_past() if is_timely else set()
        """Where the clauses begin that tell of the past."""
        self.is_situation = is_timely and SITUATION.search(text) is not None and not ANNOUNCED.search(text)
        """Whether it describes the times and not what shall be done."""

    def _find_past(self) -> set[int]:
        spans_years = self.sentence.part.year > self.first_year
        return find_past_clauses(self.text, self.clauses, self.first_year, spans_years)

    def measured_in(self, start: int, end: int) -> list[Measured]:
        """Return the quantities that begin within a stretch, in order."""
        return [q for q in self.measured if start <= q.start < end]

    def leave(self, q: Measured, reason: str) -> None:
        """Note why a quantity is no target."""
        self.left.setdefault(q.start, reason)

    def is_taken(self, q: Measured) -> bool:
        """Tell whether a record holds this quantity already."""
        return bool(self.taken) and any(start < q.end and q.start < end for start, end in self.taken)

    def holds_project(self, start: int, end: int) -> bool:
        """Tell whether a project has been found within a stretch, or across its edge."""
        span = self.sentence.span(start, end)
        return any(record.kind == "project" and record.span.overlaps(span) for record in self.records)

    def part_begin(self, position: int) -> int:
        """Return where the part of the sentence begins, between its semicolons, that a position lies in."""
        return max(self.text.rfind("；", 0, position), self.text.rfind("。", 0, position)) + 1

    def clause_at(self, position: int) -> tuple[int, int] | None:
        """Return the clause that a position lies in, None for a mark between two."""
        for clause in self.clauses:
            if position < clause[1]:
                return clause if clause[0] <= position else None
        return None


def _clauses(text: str) -> list[tuple[int, int]]:
    item = (ITEM.match(text) or BARE_NUMBER.match(text)) if text[:1] in OPENS_ITEM else None
    start = item.end() if item else 0
    shield = SHIELDED.sub(blank, text) if "“" in text or "（" in text or "《" in text else text
    for mark in OTHER_MARKS:
        shield = shield.replace(mark, "，")
    clauses = []
    for words in shield[start:].split("，"):
        end = start + len(words)
        if words:
            clauses.append((start, end))
        start = end + 1
    return clauses
