"""A clause with the numbers that may be goals, grouped by the head that governs them.

The others are left with their reason: what is past or supposed, and the old figure that a rise starts from
(由28家增加到36家).
"""

import re
from itertools import pairwise
from typing import Final

from planskg.extracting.quantities.linking import LINKED
from planskg.extracting.quantities.measured import Measured
from planskg.extracting.readings.reading import Reading
from planskg.extracting.readings.supposed import is_supposed
from planskg.extracting.targets.counting import (
    CLASSES,
    PLAIN_COUNTS,
    RATES,
    REACHED,
    comes_to,
    counts_ahead,
    describes,
    is_phrase,
)
from planskg.extracting.targets.heads import read_head
from planskg.extracting.targets.presenting import HINT, presents
from planskg.extracting.words.lexicon import cue_regex
from planskg.extracting.words.sharing import LIST_MARK

CONDITION: Final = re.compile(
    "(?:如|若|凡|对[^，]*(?:不足|低于|未达|超过))(?!期)"
    "|对[^，]*(?:以[上下]|达到|突破|不低于|超).*的.*(?:给予|予以|发放|奖励|奖补|补助|补贴|支持|扶持|资助)"
    "|对(?![外口台接])[^，每]+(?:给予|予以)[^，每]*元[^，每]{0,6}(?:奖励|奖补|补助|补贴|资助|扶持)"
)
"""What a clause opens with that says under which condition, or for whom, something is done."""
PER_LINKED: Final = re.compile(rf"(?:{LINKED.pattern})(?:每[人户生亩月年天][每月年天]*)?")
"""A connective, and for whom or how long the next number is (每人每月680元、每人每年5600元)."""
GROUND: Final = re.compile(r"在?(?:上年|去年|20\d\d年)?(?:底|末)?$")
"""What opens the figure that a goal starts from: 在2023年1.9万元的基础上增长10%."""
TIME_OF: Final = r"(?:(?:上年|去年|前年|年初|目前|现在|20\d\d年)(?:同期|底|末|初)?的?)"
BASE_CLOSES: Final = re.compile("的?基础上")
IN_PAST: Final = re.compile(r"^在(?:上年|去年|20\d\d年)(?:底|末)?(?=.)")
"""What opens the figure that a goal starts from, with its statistic inside (在上年投资增长4%的基础上)."""
NEXT_OF: Final = re.compile(r"(?:今年|本年|明年|20\d\d年)(?:底|末)?的$")
"""What says of which year the figure is that an old one rises to (由去年的3万亩扩大到今年的4万亩)."""
BASE_FIGURE: Final = re.compile(rf"(?:分别)?(?:(?:由|从){TIME_OF}?(?=[^由从]{{0,6}}$)|(?:比|较){TIME_OF}$)")
SORTED: Final = re.compile(r"\d+大?[类种批大]$")
"""Into how many sorts the things fall that the next number counts (实施6大类｜36项工程)."""
LAST: Final = re.compile(
    r"(?<![比较在由从于与同以])(?:(?:去年|上年|上一?年度?)(?:同期|全年|[底末])?|(20\d\d)年底?)(?:已?达到?|[为是仅约]|完成|实现|超过?)?$"
)
"""What opens a figure of a year that may be over (去年为6200口、今年力争达到8000口)."""
NOW: Final = re.compile(r"[、和；]?(?:今年|本年度?|20\d\d年)")
OF_YEAR: Final = re.compile(r"(?:上年|去年|(20\d\d)年)(?:底|末)?的$")
"""What makes a figure an old one, if its year is over (2024年的75家)."""
HYPOTHETICAL: Final = cue_regex("…", "hypothetical")


class Clause:
    """A clause with the numbers that may be goals; positions count within the sentence."""

    def __init__(self, reading: Reading, start: int, end: int, figures: list[Measured]) -> None:
        self.reading = reading
        self.start = start
        self.end = end
        self.text = reading.text[start:end]
        self.bases: dict[int, str] = {}
        """By where a number begins: the words before the old figure that it rises from."""
        self.counted = self._counted(figures)
        """The quantities that may be goals; the others are left with their reason."""
        self.groups = self._groups()
        """The numbers that one head governs together: those with nothing but a connective between them."""

    def _counted(self, figures: list[Measured]) -> list[Measured]:
        found = [q for q in figures if not self.reading.is_taken(q)] if self.reading.taken else figures
        if self._is_hypothetical():
            return self._leave(found, "hypothetical")
        if self.start in self.reading.past:
            return self._leave(found, "past")
        phrases = [q for q in found if q.chinese and is_phrase(self.reading.text, self.start, q)]
        plain = [q for q in found if q not in phrases] if phrases else found
        describing = [q for i, q in enumerate(plain) if describes(self.reading.text, plain, i)]
        self._leave(phrases, "idiom")
        self._leave(describing, "threshold")
        counted = [q for q in plain if q not in describing] if describing else plain
        return self._without_presented(counted) if counted and HINT.search(self.reading.text) else counted

    def _without_presented(self, figures: list[Measured]) -> list[Measured]:
        """Leave the figures that say what works are like (设计时速350公里), but not what several are (公路2条)."""
        begin = self.reading.part_begin(self.start)
        if any(q.unit in PLAIN_COUNTS for q in self.reading.measured_in(begin, figures[0].start)):
            return figures
        presented = [q for q in figures if presents(self.reading.text, begin, q)]
        self._leave(presented, "project-field")
        return [q for q in figures if q not in presented]

    def _leave(self, figures: list[Measured], reason: str) -> list[Measured]:
        """Note why figures are no goals, and return those that may be: none."""
        for q in figures:
            self.reading.leave(q, reason)
        return []

    def _is_hypothetical(self) -> bool:
        if HYPOTHETICAL.search(self.text) or CONDITION.match(self.text):
            return True
        return is_supposed(self.reading.text, self.reading.part_begin(self.start), self.start, self.end)

    def _groups(self) -> list[list[Measured]]:
        """Group the numbers; old figures (由28家, 从209元、280元) that the next ones rise from are left."""
        groups: list[list[Measured]] = []
        for q in self.counted:
            if groups and self._is_linked(groups[-1][-1], q) and not self._restarts(groups[-1][-1], q):
                groups[-1].append(q)
            else:
                groups.append([q])
        return [group for i, group in enumerate(groups) if not self._is_base(groups, i)]

    def _is_linked(self, last: Measured, q: Measured) -> bool:
        text = self.reading.text
        return PER_LINKED.fullmatch(text[last.end : q.start]) is not None or comes_to(text, last, q)

    def _restarts(self, last: Measured, q: Measured) -> bool:
        """Tell an amount that a rate before it leads to: 增长12%、突破80亿元 tells two things of one head."""
        own = q.start < q.number and last.unit in RATES and q.unit not in RATES
        return own and "分别" not in self.reading.text[self.start : last.start]

    def _is_base(self, groups: list[list[Measured]], index: int) -> bool:
        """Tell old figures, and keep the words before them for the ones that rise from them."""
        group, later = groups[index], groups[index + 1 : index + 2]
        begin = groups[index - 1][-1].end if index else self.start
        lead = self.reading.text[begin : group[0].start]
        words = self._before_base(lead, group[-1].end, later[0][0]) if later else None
        if words is not None:
            self.bases[later[0][0].start] = words
        elif self._told_of_past(lead) is None and (later or not self._is_old(group[0])):
            return False
        self._leave(group, "base")
        return True

    def _told_of_past(self, lead: str) -> str | None:
        """Return the words before the year that the words before a figure end with, if it is over."""
        last = LAST.search(lead) if "年" in lead else None
        return lead[: last.start()] if last and int(last[1] or 0) < self.reading.plan_year else None

    def _before_base(self, lead: str, end: int, risen: Measured) -> str | None:
        """Return the words before a figure that ends there, if the one behind it rises from it; else None."""
        if BASE_CLOSES.match(self.reading.text, end):
            return read_head(IN_PAST.sub("", lead)).words if IN_PAST.match(lead) else GROUND.sub("", lead)
        if not BASE_FIGURE.search(lead):
            return self._told_of_past(lead) if NOW.match(self.reading.text, end) else None
        link = read_head(NEXT_OF.sub("", OF_YEAR.sub("", self.reading.text[end : risen.start])))
        alike = not link.words or self.reading.text.startswith(link.words, risen.end)  # 从15个县扩大到57个县
        return BASE_FIGURE.sub("", lead).removesuffix(link.words) if alike and (link.reaches or link.rise) else None

    def _is_old(self, q: Measured) -> bool:
        text = self.reading.text
        if text[q.start - 1] != "的" or q.unit in RATES or q.unit == "倍" or counts_ahead(text[q.end :]):
            return False
        year = OF_YEAR.search(text, self.start, q.start)
        return year is not None and int(year[1] or 0) < self.reading.plan_year

    def lists_behind(self, q: Measured, count: int) -> bool:
        """Tell whether 分别 lists so many more numbers behind one, each with a verb of its own."""
        behind = self.counted[self.counted.index(q) + 1 :]
        if len(behind) != count or "分别" not in self.reading.text[self.start : q.start]:
            return False
        links = [self.reading.text[a.end : b.start] for a, b in pairwise([q, *behind])]
        return all(link[:1] in ("、", "和") and not read_head(link[1:]).words for link in links)

    def silent_before(self) -> tuple[int, int] | None:
        """Return the clause right before, where it tells no number."""
        clauses = self.reading.clauses
        at = next((i for i, (start, _) in enumerate(clauses) if start == self.start), 0)
        return clauses[at - 1] if at and not self.reading.measured_in(*clauses[at - 1]) else None

    def before(self, q: Measured) -> str:
        """Return the words between the number before and this one.

        Those before an old figure that it rises from come first.
        """
        at = self.counted.index(q)
        words = self.reading.text[self.counted[at - 1].end if at else self.start : q.start]
        if at and (reached := REACHED.match(words)) and words.startswith("、", reached.end()):
            words = words[reached.end() :]
        if words.endswith(CLASSES):
            words = SORTED.sub("", words)
        if q.start not in self.bases:
            return words
        return self.bases[q.start] + NOW.sub("", NEXT_OF.sub("", BASE_CLOSES.sub("", words, count=1)), count=1)

    def after(self, q: Measured) -> str:
        """Return the words from a number to the next, to the list that 等 closes before it, or to the clause's end."""
        after = self.counted.index(q) + 1
        if after == len(self.counted):
            return self.reading.text[q.end : self.end]
        words = self.reading.text[q.end : self.counted[after].start]
        link = LIST_MARK.search(words) if words.endswith("等") else None  # 5条道路｜和甲隧道、乙隧道等3条隧道
        return words[: link.start()] if link else words
