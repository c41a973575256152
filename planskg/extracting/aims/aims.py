"""Aims: goals that say no number.

Finds `城乡居民人均可支配收入与经济增长基本保持同步`, `稳步提升粮食仓储能力` in a list of goals, `持续提高粮食单产`,
`实现…全覆盖`, `坚决防止重特大事故发生`; takes none from ability, level or quality in general in the body of a plan, nor
from clauses that only tell a process (深入推进).
"""

import re
from collections.abc import Callable, Iterator
from functools import partial
from typing import Final

from planskg.extracting.aims.aim_names import is_measurable, is_statistic, is_vague, names_of, subject_of
from planskg.extracting.aims.finished import find_assigned
from planskg.extracting.aims.moves import MOVE_WORDS, VERB, Move, find_move
from planskg.extracting.aims.outcome import Outcome
from planskg.extracting.aims.outcomes import INSIDE, OUTCOME_WORDS, find_outcome
from planskg.extracting.aims.statements import may_part, statements
from planskg.extracting.readings.due import due_year
from planskg.extracting.readings.reading import Reading
from planskg.extracting.readings.supposed import is_supposed
from planskg.extracting.structure.parts import GOALS
from planskg.extracting.words.lexicon import by_last, closes_with
from planskg.model import Aim, Noun

RHETORIC: Final = re.compile("信心来|底气|要看到|变局|今天的|质的有效提升")
"""Sentences that describe the times or repeat a watchword."""
VISION: Final = re.compile("[使让](?!用)")
"""How a clause opens that paints what shall be felt: 让群众生活更加美好."""
IDLE: Final = ("岁", "小时", "分钟", "年", "天", "千伏", "蒸吨")
"""Units whose numbers describe and promise nothing."""
ADVERBIAL: Final = re.compile("(?:以|为|按照|通过|围绕|聚焦|立足|着眼|锚定|紧扣|瞄准|把|将|从|由|体现)|.*基础上$|坚持$")
"""Words that are no subject: 以存量盘活带动增量, 在上年基础上, 坚持."""
TIMED: Final = re.compile("[^，]{0,12}提出了?|(?:特别是|力争|争取|并|到|至|在|从)*")
"""What may stand before the time that opens a statement."""
FIELD: Final = re.compile("在(?P<field>.*)(?:上|方面|中)$")
"""Where a result is to be reached: 在数字政府建设上取得新进展."""
QUOTED: Final = re.compile("“[^“”]*”")
"""A name in quotation marks by itself, which tells no statistic (缩小“三大差距”)."""
YEAR: Final = re.compile(r"20\d\d年[底末初]?")
"""A time that stands where a name might: 甲工程年内见效、2028年｜全面建成."""
LEADING: Final = re.compile("走在[^，；。]{0,4}前列$")
PROCESS: Final = re.compile(r"(?:加快|深入|扎实|稳步|有序|统筹|持续)(?:推进|建设|构建|健全|实施|开展|落实|发展|化解)$")
SHORTEST: Final = 4
TELLS: Final = re.compile(f"{INSIDE.pattern}|{VERB.pattern}")
"""What tells an aim inside of a statement."""
ENDS: Final = by_last((*OUTCOME_WORDS, *MOVE_WORDS, "”"))
"""The words that an aim may close with, and what a quotation leaves behind them."""


class _Said(Noun):
    """What a statement says is to come about; positions count within it."""

    names: list[str]
    rule: str
    start: int
    end: int
    told: int
    """Where the times stand before that it is due."""


def find_aims(reading: Reading) -> Iterator[Aim]:
    """Yield the aims of a sentence."""
    text = reading.text
    for clause, start, end in () if reading.is_situation and not _promises_number(reading) else _hopeful(reading):
        begin = _after_time(reading, start) if reading.times else start
        statement = text[begin:end]
        said = _said(statement, partial(_in_goals, reading, clause[1])) if end - start >= SHORTEST else None
        if begin == clause[0] and (task := _task_of_list(reading, clause)):
            said = task
        if not said or not said.names or VISION.match(text, clause[0]) or _is_counted(reading, start, end):
            continue
        if not (_only_guides(reading, statement) or is_supposed(text, reading.part_begin(start), start, end)):
            year = due_year(reading, begin + said.told)
            span = reading.sentence.span(begin + said.start, begin + said.end)
            for name in said.names:
                yield Aim(span=span, sentence=reading.span, rule=said.rule, indicator=name, year=year)


def _task_of_list(reading: Reading, clause: tuple[int, int]) -> _Said | None:
    """Return the task that a clause says of the statistics that the clauses before it list and say nothing of."""
    task = find_assigned(reading.text[slice(*clause)]) if reading.text.startswith("完成", clause[0]) else None
    if task is None or task.start or task.what:
        return None
    at, begin = reading.clauses.index(clause), reading.part_begin(clause[0])
    listed = [reading.text[a:b] for a, b in reading.clauses[:at] if a >= begin and reading.text[b] == "，"]
    names = [name for words in listed for name in names_of(subject_of(words))]
    is_list = all(map(is_measurable, names)) and not any(map(find_outcome, listed))
    is_list = is_list and not reading.measured_in(begin, clause[0])
    return _Said(names, task.rule, 0, clause[1] - clause[0], 0) if is_list else None


def _promises_number(reading: Reading) -> bool:
    return any(record.kind == "target" for record in reading.records)


def _hopeful(reading: Reading) -> list[tuple[tuple[int, int], int, int]]:
    """Return the statements that an aim may stand in, each with its clause."""
    text, past = reading.text, reading.past
    told = TELLS.search(text) is not None
    parted = "目标" in text or may_part(text, 0, len(text), told)
    return [
        (clause, start, end)
        for clause in reading.clauses
        if clause[0] not in past
        for start, end in (statements(text, clause[0], clause[1], told) if parted else (clause,))
        if closes_with(ENDS, text, start, end) or (told and TELLS.search(text, start, end))
    ]


def _in_goals(reading: Reading, position: int) -> bool:
    """Tell whether nearly any result counts: in a list of goals it does, else behind a later year."""
    sentence = reading.sentence
    above = sentence.view.text
    if sentence.part.year != reading.plan_year or sentence.part.lists_goals:
        return True
    if ("标" in above or "：" in reading.text) and GOALS.search(above, 0, sentence.end):
        return True
    return any(m.year > reading.first_year and m.start < position for m in reading.times)


def _is_counted(reading: Reading, start: int, end: int) -> bool:
    """Tell whether a stretch holds a project or a number that is a promise, or may be one."""
    if any(a >= start and b <= end for a, b in reading.taken):
        return True
    numbers = [q for q in reading.measured_in(start, end) if q.unit and q.unit not in IDLE]
    return any(q.scaled or q.start not in reading.left for q in numbers) or reading.holds_project(start, end)


def _said(clause: str, goals: Callable[[], bool]) -> _Said | None:
    outcome = find_outcome(clause)
    subject = subject_of(clause[: outcome.start]) if outcome else ""
    if outcome and (outcome.what or len(subject) > 1):
        names = _outcome_names(clause, outcome, subject, goals)
        return _Said(names, outcome.rule, outcome.start, len(clause), outcome.start)
    move = find_move(clause, goals)
    return _Said(_moved_names(move), move.rule, move.start, move.end, move.end) if move else None


def _only_guides(reading: Reading, clause: str) -> bool:
    """Tell a watchword, or a rank for which no year after that of its part is named (在各领域走在前列)."""
    if RHETORIC.search(reading.text):
        return True
    return (
        clause.endswith("前列")
        and LEADING.search(clause) is not None
        and not any(m.year > reading.sentence.part.year for m in reading.times)
    )


def _after_time(reading: Reading, start: int) -> int:
    """Return where a stretch goes on after the time that opens it: 到2030年."""
    ends = [m.end for m in reading.times if m.start >= start and TIMED.fullmatch(reading.text, start, m.start)]
    return ends[0] if ends else start


def _outcome_names(clause: str, outcome: Outcome, subject: str, goals: Callable[[], bool]) -> list[str]:
    """Return the indicators of an outcome: those that a reader counts there."""
    field = FIELD.match(subject)
    names = names_of(field["field"] if field else subject if len(subject) > 1 else outcome.what)
    if ADVERBIAL.match(subject) or any(map(YEAR.fullmatch, names)):
        return []
    if outcome.need and not goals():
        tell = is_statistic if outcome.need == "statistic" else is_measurable
        return [name for name in names if tell(name) or not is_vague(name)] if any(map(tell, names)) else []
    if outcome.need and PROCESS.search(clause):
        return []
    return [name if outcome.said and is_measurable(name) else name + outcome.said for name in names]


def _moved_names(move: Move) -> list[str]:
    if move.rule == "bad-outcome":
        return [move.what]
    names = [name for name in names_of(move.what) if not QUOTED.fullmatch(name)]
    return [name for name in names if is_statistic(name)] if move.rule == "moved-statistic" else names
