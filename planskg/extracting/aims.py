"""Aims: goals that say no number.

Finds `城乡居民人均可支配收入与经济增长基本保持同步`, `稳步提升粮食仓储能力` in a list of goals, `持续提高粮食单产`,
`实现…全覆盖`, `坚决防止重特大事故发生`; takes none from ability, level or quality in general in the body of a plan, nor
from clauses that only tell a process (深入推进).
"""

import re
from collections.abc import Iterator

from planskg.extracting.aim_names import is_measurable, is_statistic, names_of, subject_of
from planskg.extracting.due import due_year
from planskg.extracting.moves import Move, find_move
from planskg.extracting.outcomes import Outcome, find_outcome
from planskg.extracting.reading import Reading
from planskg.extracting.statements import statements
from planskg.model import Aim

GOALS = re.compile(r"预期目标|主要目标|发展目标|目标是|目标为|主要指标")
RHETORIC = re.compile("信心来|底气|要看到|变局|今天的|质的有效提升")
"""Sentences that describe the times or repeat a watchword."""
VISION = re.compile("[使让](?!用)")
"""How a clause opens that paints what shall be felt: 让群众生活更加美好."""
IDLE = ("岁", "小时", "分钟", "年", "天", "千伏", "蒸吨")
"""Units whose numbers describe and promise nothing."""
ADVERBIAL = re.compile("(?:以|为|按照|通过|围绕|把|将|从|由|体现)|.*基础上$")
"""Words that are no subject: 以存量盘活带动增量, 在上年基础上."""
TIMED = re.compile("(?:特别是|力争|并|到|至|在|从)*")
"""What may stand before the time that opens a statement."""
FIELD = re.compile("在(?P<field>.*)(?:上|方面|中)$")
"""Where a result is to be reached: 在数字政府建设上取得新进展."""
LEADING = re.compile("走在[^，；。]{0,4}前列$")
PROCESS = re.compile(r"(?:加快|深入|扎实|稳步|有序|统筹|持续)(?:推进|建设|构建|健全|实施|开展|落实|发展|化解)$")
SHORTEST = 4


def find_aims(reading: Reading) -> Iterator[Aim]:
    """Yield the aims of a sentence."""
    if reading.is_situation or RHETORIC.search(reading.text):
        return
    listed = _lists_goals(reading)
    for start, end in reading.clauses:
        if start not in reading.past and not VISION.match(reading.text, start):
            year = max((m.year for m in reading.times if m.start < end), default=0)
            goals = listed or year > reading.plan_year
            for a, b in statements(reading.text, start, end):
                if b - a >= SHORTEST and not _is_counted(reading, a, b):
                    yield from _statement_aims(reading, a, b, goals)


def _lists_goals(reading: Reading) -> bool:
    """Tell a sentence that lists goals, where nearly any result counts."""
    sentence = reading.sentence
    return sentence.part.year != reading.plan_year or bool(GOALS.search(sentence.view.text[: sentence.end]))


def _is_counted(reading: Reading, start: int, end: int) -> bool:
    """Tell whether a stretch holds a project or a number that is a promise, or may be one."""
    if any(a >= start and b <= end for a, b in reading.taken):
        return True
    numbers = [q for q in reading.measured_in(start, end) if q.unit and q.unit not in IDLE] if reading.measured else ()
    if any(q.scaled or q.start not in reading.left for q in numbers):
        return True
    projects = [record.span for record in reading.records if record.kind == "project"]
    return bool(projects) and any(map(reading.sentence.span(start, end).overlaps, projects))


def _statement_aims(reading: Reading, start: int, end: int, goals: bool) -> Iterator[Aim]:
    start = _after_time(reading, start)
    clause = reading.text[start:end]
    if clause.endswith("前列") and _guides(reading, clause):
        return
    outcome = find_outcome(clause)
    subject = subject_of(clause[: outcome.start]) if outcome else ""
    if outcome and (outcome.what or len(subject) > 1):
        for name in _outcome_names(clause, outcome, subject, goals):
            year = due_year(reading, start + outcome.start)
            yield _aim(reading, start + outcome.start, end, name, outcome.rule, year)
        return
    move = find_move(clause, goals)
    for name in _moved_names(move) if move else ():
        if move:
            year = due_year(reading, start + move.end)
            yield _aim(reading, start + move.start, start + move.end, name, move.rule, year)


def _guides(reading: Reading, clause: str) -> bool:
    """Tell a rank that only guides (在各领域走在前列): no year after that of its part is named."""
    return bool(LEADING.search(clause)) and not any(m.year > reading.sentence.part.year for m in reading.times)


def _after_time(reading: Reading, start: int) -> int:
    """Return where a stretch goes on after the time that opens it: 到2030年."""
    if not reading.times:
        return start
    ends = [m.end for m in reading.times if m.start >= start and TIMED.fullmatch(reading.text, start, m.start)]
    return ends[0] if ends else start


def _outcome_names(clause: str, outcome: Outcome, subject: str, goals: bool) -> list[str]:
    """Return the indicators of an outcome: those that a reader counts there."""
    field = FIELD.match(subject)
    names = names_of(field["field"] if field else subject if len(subject) > 1 else outcome.what)
    if ADVERBIAL.match(subject):
        return []
    if outcome.need and not goals:
        tell = is_statistic if outcome.need == "statistic" else is_measurable
        return [name for name in names if tell(name)]
    if outcome.need and PROCESS.search(clause):
        return []
    return [name + outcome.said for name in names]


def _moved_names(move: Move) -> list[str]:
    if move.rule == "bad-outcome":
        return [move.what]
    names = names_of(move.what)
    return [name for name in names if is_statistic(name)] if move.rule == "moved-statistic" else names


def _aim(reading: Reading, start: int, end: int, indicator: str, rule: str, year: int) -> Aim:
    return Aim(span=reading.sentence.span(start, end), sentence=reading.span, rule=rule, indicator=indicator, year=year)
