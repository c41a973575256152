"""Aims: goals that say no number.

Finds `城乡居民人均可支配收入与经济增长基本保持同步`, `稳步提升粮食仓储能力` in a list of goals, `持续提高粮食单产`,
`实现…全覆盖`, `坚决防止重特大事故发生`; takes none from ability, level or quality in general in the body of a plan, nor
from clauses that only tell a process (深入推进).
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from planskg.extracting.aim_names import is_measurable, is_statistic, names_of, subject_of
from planskg.extracting.due import due_year
from planskg.extracting.moves import Move, find_move, parting
from planskg.extracting.outcomes import Outcome, bare_result, find_outcome
from planskg.extracting.reading import Reading
from planskg.extracting.sharing import SHIELDED, blank
from planskg.model import Aim

GOALS = re.compile(r"预期目标|主要目标|发展目标|目标是|目标为|主要指标")
RHETORIC = re.compile("信心来|底气|要看到|变局|今天的|质的有效提升")
"""Sentences that describe the times or repeat a watchword."""
IDLE = ("岁", "小时", "分钟", "年", "天", "千伏", "蒸吨")
"""Units whose numbers describe and promise nothing."""
ADVERBIAL = re.compile("(?:以|为|按照|通过|围绕|把|将|从)|.*基础上$")
"""Words that are no subject: 以存量盘活带动增量, 在上年基础上."""
MARK = re.compile("[、和并及]")
TIMED = re.compile("(?:特别是|力争|并|到|至|在|从)*")
FIELD = re.compile("^在(?P<field>.*)(?:上|方面|中)$")
LEADING = re.compile("走在[^，；。]{0,4}前列$")
PROCESS = re.compile(r"(?:加快|深入|扎实|稳步|有序|统筹|持续)(?:推进|建设|构建|健全|实施|开展|落实|发展)$")
SHORTEST = 4


def find_aims(reading: Reading) -> Iterator[Aim]:
    """Yield the aims of a sentence."""
    if reading.is_situation or RHETORIC.search(reading.text):
        return
    said = reading.sentence.view.text[: reading.sentence.end]
    goals = reading.sentence.part.year != reading.plan_year or bool(GOALS.search(said))
    for start, end in reading.clauses:
        if start in reading.past:
            continue
        later = any(m.year > reading.plan_year and m.start < end for m in reading.times)
        for a, b in _segments(reading.text, start, start + len(reading.text[start:end].rstrip("■ "))):
            if (
                b - a >= SHORTEST
                and not _is_counted(reading, a, b)
                and (later or not LEADING.search(reading.text, a, b))
            ):
                yield from _segment_aims(reading, a, b, goals or later)


def _segments(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return a clause cut at each 、 that parts two statements: `居民收入增长和经济增长同步、劳动报酬…同步`."""
    clause = SHIELDED.sub(blank, text[start:end]) if "“" in text or "（" in text else text[start:end]
    cuts = [-1]
    for mark in MARK.finditer(clause):
        if parting().match(clause, mark.start()) or (
            mark.group() == "、" and _closes(clause[cuts[-1] + 1 : mark.start()])
        ):
            cuts.append(mark.start())
    return [(start + a + 1, start + b) for a, b in pairwise([*cuts, end - start])]


def _closes(words: str) -> bool:
    return find_outcome(words) is not None or bare_result().search(words) is not None


def _is_counted(reading: Reading, start: int, end: int) -> bool:
    """Tell whether a number of a stretch is a promise, or may be one."""
    if any(a >= start and b <= end for a, b in reading.taken):
        return True
    if any(r.kind == "project" and r.span.overlaps(reading.sentence.span(start, end)) for r in reading.records):
        return True
    numbers = [q for q in reading.measured_in(start, end) if q.unit and q.unit not in IDLE]
    return any(q.scaled or q.start not in reading.left for q in numbers)


def _segment_aims(reading: Reading, start: int, end: int, goals: bool) -> Iterator[Aim]:
    start = _after_time(reading, start)
    clause = reading.text[start:end]
    outcome = find_outcome(clause) or _bare(clause)
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


def _after_time(reading: Reading, start: int) -> int:
    """Return where a stretch goes on after the time that opens it: 到2030年."""
    ends = [m.end for m in reading.times if m.start >= start and TIMED.fullmatch(reading.text, start, m.start)]
    return ends[0] if ends else start


def _bare(clause: str) -> Outcome | None:
    """Find a statistic that rises or falls, without a degree."""
    match = bare_result().search(clause)
    return Outcome(match.start("result"), "result", "measure") if match else None


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
