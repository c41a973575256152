"""Which numbers of a clause may be goals, and why the others are none.

65蒸吨以下燃煤锅炉 and 12个百亿元项目 describe the thing that another number counts, 由28家增加到36家 starts from an
old figure,
2万元以上的企业 says who is meant, 一次性 is a phrase, 去年完成 is past.
"""

import re
from decimal import Decimal

from planskg.extracting.heads import Head, read_head
from planskg.extracting.lexicon import closing_word, cue, cue_ends, cue_regex, cue_set, cue_starts
from planskg.extracting.linking import LINKED
from planskg.extracting.measured import Measured
from planskg.extracting.numerals import SCALE_CLASS
from planskg.extracting.reading import Reading
from planskg.extracting.sharing import LIST_MARK, TOTAL, closes_in_measure

NOUN = re.compile(r"[一-龥A-Za-z“《0-9]|（(?!其中|含|同比|比|[^（）]*[局委办厅镇乡部院司])[^（）\d]*）")
"""What a number may count; a bracket with its own number is none of it."""
STARTS_LINK = re.compile(rf"(?:[，；。：）]|并|或|{LIST_MARK.pattern}|$)")
CONDITION = re.compile("(?:如|若|凡|对[^，]*(?:不足|低于|未达|超过))(?!期)")
SUPPOSED = re.compile(
    "[如假倘一要万若](?<![一-龥].)(?:(?<=如)[果遇]|(?<=假)[如若设]|(?<=倘)若|(?<=一)旦|(?<=要)是|(?<=万)一|(?<=若)(?![干尔]))"
)
"""What makes the clauses behind it a supposition too (若外需恢复，…)."""
BEYOND_PAST = re.compile("[高快低慢好优]于(?:去年|上年|上一年|20\\d\\d年)")
"""A comparison with a figure of the past, which the number measures the distance from."""
REACHED = re.compile(r"(?:的)?(?:(?:台阶|大关|关口|规模|水平|目标|量级|体量|基本盘)(?![一-龥])|任务)")
"""Words after a number that it does not count: 达到1000亿元规模."""
PER_LINKED = re.compile(rf"(?:{LINKED.pattern})(?:每[人户生亩月年天][每月年天]*)?")
"""A connective, and for whom or how long the next number is (每人每月680元、每人每年5600元)."""
GROUND = re.compile(r"在?(?:上年|去年|20\d\d年)?(?:底|末)?$")
"""What opens the figure that a goal starts from: 在2023年1.9万元的基础上增长10%."""
TIME_OF = r"(?:(?:上年|去年|前年|年初|目前|现在|20\d\d年)(?:同期|底|末|初)?的?)"
BASE_FIGURE = re.compile(rf"(?:分别)?(?:(?:由|从){TIME_OF}?(?=[^由从]{{0,6}}$)|(?:比|较){TIME_OF}$)")
OF_YEAR = re.compile(r"(?:上年|去年|(20\d\d)年)(?:底|末)?的$")
"""What makes a figure an old one, if its year is over (2024年的75家)."""
TOTAL_OF = re.compile(TOTAL.removesuffix("?"))
"""What the things that a number counts come to, before their noun (5个总装机180万千瓦的光伏项目)."""
APART, PARTED = re.compile("[、，；和与及]"), re.compile("[、，；]")
RATES = ("%", "‰")
TOLERANCES = ("±", "正负", "上下浮动")
"""What says how far a figure may be missed (3万头±5%)."""
RATED = re.compile("率|比例")
MONEY = ("元", "美元")
LEAST_SUM = 10_000
"""A sum in Chinese numerals from here on is meant as a figure (十二亿元)."""
INDEX = ("指数", "系数", "收入比", "之比")
"""Ends of statistics that have no unit."""
QUALITIES = ("岁", "米", "年", "元", "平方米", "小时")
DISTANCES = ("米", "分钟", "小时", "岁")
"""Units of what a statistic of reach is about (500米覆盖率)."""
PLAIN_COUNTS = ("个", "家", "座", "处", "所", "项", "条", "栋", "幢")
COUNTS = (*PLAIN_COUNTS, "名", "台", "套", "辆", "支", "场")
CLOSING_COUNTS = ("次", "期", "口", "批", "种")
"""Loose units that count where they close their clause."""
AVERAGED = re.compile("均(?![衡匀])")
DESCRIBING = ("千伏", "蒸吨", "千伏安")
TIME_UNITS = ("年", "岁", "天", "小时", "分钟", "个月", "月", "日", "秒")


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
        phrases = [q for q in found if q.chinese and self._is_phrase(q)]
        plain = [q for q in found if q not in phrases] if phrases else found
        describing = [q for i, q in enumerate(plain) if _describes(self, plain, i)]
        self._leave(phrases, "idiom")
        self._leave(describing, "threshold")
        return [q for q in plain if q not in describing] if describing else plain

    def _leave(self, figures: list[Measured], reason: str) -> list[Measured]:
        """Note why figures are no goals, and return those that may be: none."""
        for q in figures:
            self.reading.leave(q, reason)
        return []

    def _is_phrase(self, q: Measured) -> bool:
        """Tell a Chinese numeral of a phrase from one that closes a count (引进企业三家)."""
        if not _may_be_phrase(q):
            return False
        head = self.reading.text[self.start : q.start]
        if q.unit == "倍" and read_head(head).rise:
            return False
        return not (
            q.unit in COUNTS and STARTS_LINK.match(self.reading.text, q.end) and cue_regex("…", "making").search(head)
        )

    def _is_hypothetical(self) -> bool:
        if cue_regex("…", "hypothetical").search(self.text) or CONDITION.match(self.text):
            return True
        return SUPPOSED.search(self.reading.text, self.reading.part_begin(self.start), self.end) is not None

    def _groups(self) -> list[list[Measured]]:
        """Group the numbers; old figures (由28家, 从209元、280元) that the next ones rise from are left."""
        groups: list[list[Measured]] = []
        for q in self.counted:
            linked = groups and PER_LINKED.fullmatch(self.reading.text[groups[-1][-1].end : q.start])
            if linked and not self._restarts(groups[-1][-1], q):
                groups[-1].append(q)
            else:
                groups.append([q])
        return [group for i, group in enumerate(groups) if not self._is_base(groups, i)]

    def _restarts(self, last: Measured, q: Measured) -> bool:
        """Tell an amount that a rate before it leads to: 增长12%、突破80亿元 tells two things of one head."""
        own = q.start < q.number and last.unit in RATES and q.unit not in RATES
        return own and "分别" not in self.reading.text[self.start : last.start]

    def _is_base(self, groups: list[list[Measured]], index: int) -> bool:
        group = groups[index]
        if index + 1 == len(groups):
            old = self.reading.text[group[0].start - 1] == "的" and self._is_old(group[0])
            self._leave(group if old else [], "base")
            return old
        later = groups[index + 1]
        if self.reading.text.startswith("的基础上", group[-1].end):
            begin = groups[index - 1][-1].end if index else self.start
            self.bases[later[0].start] = GROUND.sub("", self.reading.text[begin : group[0].start])
            self._leave(group, "base")
            return True
        lead = self.reading.text[groups[index - 1][-1].end if index else self.start : group[0].start]
        link = read_head(OF_YEAR.sub("", self.reading.text[group[-1].end : later[0].start]))
        if not BASE_FIGURE.search(lead) or link.words or not (link.reaches or link.rise):
            return False
        self.bases[later[0].start] = BASE_FIGURE.sub("", lead)
        self._leave(group, "base")
        return True

    def _is_old(self, q: Measured) -> bool:
        if q.unit in (*RATES, "倍") or counts_ahead(self.reading.text[q.end :]):
            return False
        year = OF_YEAR.search(self.reading.text, self.start, q.start)
        return year is not None and int(year[1] or 0) < self.reading.plan_year

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
        return self.bases[q.start] + words.removeprefix("的基础上") if q.start in self.bases else words

    def after(self, q: Measured) -> str:
        """Return the words from a number to the next, or to the end of the clause."""
        after = self.counted.index(q) + 1
        return self.reading.text[q.end : self.counted[after].start if after < len(self.counted) else self.end]


def counts_ahead(after: str) -> bool:
    """Tell whether what a number counts stands after it."""
    return bool(NOUN.match(after)) and not STARTS_LINK.match(after) and not REACHED.match(after)


def _may_be_phrase(q: Measured) -> bool:
    return not q.bound and (q.value == 1 or not q.unit or (q.unit in cue_set("weak-unit") and not q.scaled))


def _describes(clause: Clause, found: list[Measured], index: int) -> bool:
    """Tell whether a quantity only describes the thing that another counts."""
    text, q = clause.reading.text, found[index]
    noun = NOUN.match(text, q.end) and not REACHED.match(text, q.end)
    between = text[found[index - 1].end : q.start] if index else "，"
    if index and found[index - 1].unit in PLAIN_COUNTS and TOTAL_OF.fullmatch(text, found[index - 1].end, q.end + 1):
        return True
    if noun and not APART.search(between):
        return not between or (len(between) <= 4 and q.bound)
    ranged = q.bound or isinstance(q.value, tuple)
    if (not between and q.unit in MONEY) or q.unit in DESCRIBING or (noun and ranged and q.unit in QUALITIES):
        return True
    if q.unit in cue_set("weak-unit") and text[q.end : q.end + 1].isdigit():
        return True
    later = index + 1 < len(found) and not PARTED.search(text, q.end, found[index + 1].start)
    if later and noun and q.unit in MONEY and _is_scale_only(text, q):
        return True
    if noun and _is_scale_only(text, q) and not cue_regex("…$", "making", "doing").search(text[: q.start]):
        return True
    if noun and q.comparator == "le" and q.unit not in PLAIN_COUNTS and text[q.end - 2 : q.end] == "以下":
        return True
    if later and noun and q.unit in PLAIN_COUNTS and found[index + 1].unit in RATES and text[q.start - 1] != "等":
        return RATED.search(text, q.end, found[index + 1].start) is not None
    if later and noun and q.unit in DISTANCES:
        return True
    if later and noun and found[index + 1].unit in PLAIN_COUNTS and q.unit not in PLAIN_COUNTS:
        return True
    return bool(later and q.bound and (q.unit in MONEY or text.startswith("的", q.end)) and noun)


def _is_scale_only(text: str, q: Measured) -> bool:
    """Tell a numeral without a digit, which mostly stands in a name (千亩高产片, 百万吨油田)."""
    return q.chinese and not q.bound and text[q.number] in SCALE_CLASS


def why_not(clause: Clause, q: Measured, head: Head, name: str) -> str:
    """Return the residue reason for a number that has an indicator but is no goal; empty for a goal."""
    before = clause.reading.text[: q.start]
    if before.endswith(cue("base")) and not closes_in_measure(before) and not q.bound:  # 由, 比, but not 收入比
        return "base"
    if before.endswith(TOLERANCES):
        return "threshold"
    if "于" in name and BEYOND_PAST.search(name):
        return "base"
    moved = head.reaches or bool(head.rise) or q.bound or head.adds
    if not q.unit and not moved and not q.measure:
        return "" if (q.scaled or head.words.endswith(INDEX)) and not q.chinese else "name"
    if q.unit in TIME_UNITS and not moved and not _is_told(clause, q, head):
        return "name"
    if q.unit in cue_set("weak-unit") and not (
        moved or (head.acts and not is_abstract(name)) or opens_with_making(name) or _is_told(clause, q, head)
    ):
        return "list-count"
    if clause.reading.text.startswith("：", q.end) and q.unit in COUNTS:
        return "list-count"
    return "" if not q.chinese or q.bound or _is_figure(clause, q, head) else "idiom"


def _is_told(clause: Clause, q: Measured, head: Head) -> bool:
    """Tell a loose unit that closes a statistic (人均预期寿命80.5岁), an average or a count (送医下乡300次)."""
    if q.chinese or not head.words or not STARTS_LINK.match(clause.reading.text, q.end):
        return False
    averaged = AVERAGED.search(head.words) is not None
    return q.unit in CLOSING_COUNTS or averaged or closing_word(cue_ends("statistic"), head.words) != ""


def _is_figure(clause: Clause, q: Measured, head: Head) -> bool:
    """Tell a Chinese numeral that counts (举办千场会议, 百万吨) from one in a phrase (千家万户)."""
    if q.unit in RATES or isinstance(q.value, tuple) or q.measure or (q.unit in MONEY and q.value >= LEAST_SUM):
        return True
    if q.unit == "倍" and head.rise:
        return True
    if q.value == Decimal(1) or q.unit in cue_set("weak-unit"):
        return False
    closes = bool(STARTS_LINK.match(clause.reading.text, q.end))
    if q.unit in COUNTS and opens_with_making(head.verb or head.words):
        return True
    if q.value < 10 and not closes:
        return False
    digits = clause.reading.text[q.number : q.number + 1] not in SCALE_CLASS
    return (digits and q.value >= 100) or head.acts or head.reaches or bool(head.rise)


def is_abstract(noun: str) -> bool:
    """Tell a noun whose number only counts what a list names (15个重点领域)."""
    of_works = noun.endswith("前期工作") and noun != "前期工作"
    return bool(closing_word(cue_ends("abstract"), noun)) and not of_works


def opens_with_making(words: str) -> bool:
    """Tell whether words begin with a verb that makes the measure (新建, 培育)."""
    return words.startswith(cue_starts("making").get(words[:1], ()))
