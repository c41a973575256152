"""One sentence as the finders read it: its clauses, its quantities, and what has been taken already."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache

from planskg.extracting.lexicon import cue_pattern, cue_regex, cue_starts
from planskg.extracting.measured import Measured
from planskg.extracting.parts import period_end
from planskg.extracting.quantities import scan
from planskg.extracting.sentences import Sentence
from planskg.extracting.sharing import SHIELDED, blank
from planskg.extracting.signs import Signs, ends_of, find_signs
from planskg.extracting.subjects import find_acting, without_subjects
from planskg.extracting.times import SIGN, find_times
from planskg.model import Commitment

SITUATION = re.compile(
    "关键时期|关键一年|重要时期|重要一年|重要的一年|关键的一年|开局之年|收官之年|我们坚信|必将|机遇|前景|回顾|回望|过去"
    "|形势(?<!生产形势|安全形势|治安形势|就业形势|稳定形势|信访形势|社会形势|消防形势|防火形势|防汛形势)"
)
ANNOUNCED = re.compile("目标(?:建议)?(?:确定|设定|安排)?(?:为|是|如下|：)")
"""What promises for all that a sentence says of the times first (综合研判形势，…主要预期目标为：…)."""
PAST = re.compile(
    r"(?:去年|上年(?!度?增)|过去|目前|截至|截止|近年来|近[一二两三四五几]年|(?:党的)?(?:十[八九]|二十)大以来|[一二三四五六七八九十]+年来|今年以来"
    r"|“十[一二三四五]五”(?:期间|时期|以来)?全[省市区州县国旗]|经?初步核算|经?初步统计|据统计)"
)
CARRIED = re.compile("(?:去年|上年度?)已?(?:开工|动工|启动|实施|结转|续建|在建|立项|签约|落地)(?:建设|实施)?的")
"""What tells which works are meant, and nothing of the past (去年开工的甲水库)."""
AWARE = re.compile(
    "清醒看到|清醒地看到|清醒认识|清醒地认识|也要看到|也应看到|也应当看到|也必须看到|困难仍然|困难依然|困难主要|问题仍然|问题依然|问题主要"
    "|短板仍然|短板依然|短板主要|不足主要"
)
"""What opens the shortcomings that a report owns to."""
INTENDS = re.compile("今年(?!以来)|力争|确保|计划|将|要|争取|努力")
AHEAD = re.compile(f"{INTENDS.pattern}|预计")
"""What promises, with 预计, which may also estimate a year that is over but not yet counted."""
INTENDED = re.compile("(?:力争|确保|争取|务必|努力)[在于到至]?$")
"""What makes a year that is over a deadline, if a wrong one: 力争2022年通车."""
GROUNDED = re.compile(r"[^，]{0,12}在(?:[^，]*\d|去年|上年)[^，]*?基础上|(?:今年)?继(?!续)[^，]*后$")
"""What a goal goes on from, past by itself: 在上年完成120平方公里的基础上，再…; 继去年增长8%之后，…."""
GOES_ON = re.compile(r"，(?:今年|本年|20\d\d年|下一步)?(?:拟|计划|再|将|力争)")
"""How a promise goes on from what 累计 sums up."""
EARLIER = re.compile(r"^[^，]{0,3}(20\d\d)年(?!的|底前建成)")
PERIOD = re.compile("“?十([一二三四五六七])五”?(?:时期|期间|以来|末)")
OTHER_MARKS = "；。：！？"
"""What parts clauses beside the comma."""
OPENS_ITEM = "（0123456789—一二三四五六七八九十"
ITEM = re.compile(r"（\d{1,2}）|\d{1,2}[.、](?!\d)|——|[一二三四五六七八九十]{1,2}[是要](?!一)")


def why_silent(sentence: Sentence) -> str:
    """Return the residue reason for a sentence that promises nothing, whatever it says; empty for the others.

    The past, a glossary or a page's furniture, and the guiding principles are such.
    """
    if sentence.part.tense == "ahead":
        principle = cue_regex("…", "principle").search(sentence.text) and "主要目标" not in sentence.text
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
        Reading(*one, at in timely, at in acting, plan_year, first_year, region)
        for at, one in enumerate(zip(sentences, signs, strict=True))
    ]


def _find_timely(texts: Sequence[str]) -> set[int]:
    """Return which texts may speak of a time; most hold no word of one."""
    ends = ends_of(texts)
    return {bisect_right(ends, m.start()) for m in _of_times().finditer("\n".join(texts))}


@cache
def _of_times() -> re.Pattern[str]:
    return re.compile(f"{SIGN.pattern}|{SITUATION.pattern}|{_may_look_back().pattern}")


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
        self.past = _past(text, self.clauses, first_year) if is_timely else set()
        """Where the clauses begin that tell of the past."""
        self.is_situation = is_timely and SITUATION.search(text) is not None and not ANNOUNCED.search(text)
        """Whether it describes the times and not what shall be done."""

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


def _past(text: str, clauses: Sequence[tuple[int, int]], first_year: int) -> set[int]:
    """Return where the clauses begin that tell of the past.

    It lasts from 去年 or an earlier year as far as 今年 or a promise.
    """
    found: set[int] = set()
    past = False
    for start, end in clauses if _may_look_back().search(text) else ():
        clause = CARRIED.sub("", text[start:end])
        years = [int(m) for m in EARLIER.findall(clause)]
        if clause.startswith("累计") and GOES_ON.search(text, end):
            found.add(start)
            continue
        if ("基础上" in clause or "继" in clause) and (grounds := GROUNDED.match(clause)):
            if past or grounds.end() == len(clause):
                found.add(start)
            continue
        aware = AWARE.search(clause) is not None
        over = bool(years) and max(years) < first_year
        if not aware and ((INTENDS if over else AHEAD).search(clause) or any(year >= first_year for year in years)):
            past = False
        elif aware or over or PAST.match(clause) or _opens_with_past_period(clause, first_year):
            past = True
        if past or (_tells_of_past(clause) and not AHEAD.search(clause)):
            found.add(start)
    return found


def _tells_of_past(clause: str) -> bool:
    """Tell a word of the past that is no base (由去年的300家增加到…), and not of what goes on or is worked on.

    继续位居全省前列 goes on, and 改造30个已建成的小区 works on what is there.
    """
    word = cue_regex("…|上年(?:底|末)?(?:为|是|达)", "past").search(clause)
    if word is None or clause[: word.start()].endswith(("由", "从", "继续", "比", "较", "与", "和", "同")):
        return False
    works_on = word.group() == "已" and any(map(str.isdigit, clause[: word.start()]))
    return not (works_on and clause.startswith(cue_starts("making").get(clause[0], ())))


def _opens_with_past_period(clause: str, first_year: int) -> bool:
    period = PERIOD.match(clause)
    return period is not None and period_end(period[1]) < first_year


@cache
def _may_look_back() -> re.Pattern[str]:
    """Match what a sentence must hold to tell of the past; most hold nothing of it."""
    return re.compile(
        rf"累计|基础上|继(?!续)|20\d\d年|去年|上年|过去|目前|截至|截止|初步核算|初步统计|据统计|近|年来|年以来|大以来|“十|{AWARE.pattern}|{cue_pattern('past')}"
    )


def _clauses(text: str) -> list[tuple[int, int]]:
    item = ITEM.match(text) if text[:1] in OPENS_ITEM else None
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
