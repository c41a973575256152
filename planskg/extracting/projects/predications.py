"""The stretches of a sentence that each say one thing of some works, with the stage that a label before them tells.

`推动古窑创意园投入运营、南湾小微园动工建设` says two things; `续建项目3个：甲水库、乙大桥；` says by its
label that both are under construction.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Final

from msgspec.structs import replace

from planskg.extracting.projects.introduced import Introductions, may_introduce
from planskg.extracting.readings.reading import Reading
from planskg.extracting.readings.subjects import SETS_ABOUT, behind_place
from planskg.extracting.words.sharing import SHIELDED
from planskg.extracting.works.closing import GENERAL, closing_works
from planskg.extracting.works.leads import Lead, peel_front, sets_out
from planskg.extracting.works.peeling import ends_in_stage, peel_back, stage_alone
from planskg.extracting.works.stages import CONSTRUCTION, in_brackets, in_turn, label_stage
from planskg.extracting.works.staging import MAY_FOLLOW

GOALS: Final = re.compile("[一-龥]{2,6}“(?P<goals>[^“”]*)”的?[一-龥]{0,8}目标[一-龥]{0,6}")
"""Stages of works that a quotation calls a goal (确保“甲桥合龙、乙路开工”的年度目标实现)."""
MARK: Final = re.compile("[、和与及]")
APART: Final = ("reserve", "preliminary", "complete", "operation")
"""Stages that a verb tells of its own works alone, whatever stage closes the clause."""


Predication = tuple[int, int, Lead | None, bool]
"""Where a stretch of a sentence starts and ends, what verb or label before it holds for it too, and whether works may
close within it."""


def find_predications(reading: Reading) -> Iterator[Predication]:
    """Yield the stretches of a sentence in order, from the first that may name works.

    Those that tell of the past are left out. Works close where a noun of works ends before what may follow it, under a
    label where any does.
    """
    text, nouns, follow = reading.text, reading.signs.works, MAY_FOLLOW
    label: Lead | None = None
    before = (0, 0)
    closing = alone = [end for _, end, _ in nouns if text[end : end + 1] in follow]
    if not alone and "：" not in text:
        return
    quotes = "”" in text and "目标" in text
    goes_on, may_set_about = "，以及" in text, SETS_ABOUT.search(text) is not None
    introduced = Introductions(text) if may_introduce(text) else None
    shared = _shared_verbs(reading, closing)
    for start, end in reading.clauses:
        if start in reading.past:
            continue
        if label and text[start - 1] in "；。":
            label, closing = None, alone
        if text[end : end + 1] == "：" and (named := label_stage(text, start, end)):
            label, closing = Lead(named, True, "", True), [end for _, end, _ in nouns]
            _leave_count(reading, start, end)
            continue
        lead = label or shared.get(start) if shared else label
        if goes_on and text.startswith("以及", start):
            lead = label or peel_front(text, *before)[1]
        if quotes and (quoted := GOALS.fullmatch(text, start, end)):
            start, end = quoted.span("goals")
        before = (start, end)
        if introduced:
            start, opened = introduced.read(start, end)
            lead = opened or lead
            label = opened if start == end else label  # 主要包括：…
        if not closing or end < closing[0]:
            continue
        if may_set_about:
            start = behind_place(text, start, end, reading.signs.places)
        closes = _holds(closing, start, end)
        if closes and MARK.search(text, start, end):
            yield from _cut(text, start, end, lead, closing)
        else:
            yield start, end, lead, closes


def _shared_verbs(reading: Reading, closing: Sequence[int]) -> dict[int, Lead]:
    """Return the verb of the clauses that list works, up to one that 建设 or work closes (加快甲水库，乙灌区建设)."""
    text, clauses = reading.text, reading.clauses
    shared: dict[int, Lead] = {}
    listing = {end for end in closing if text[end : end + 1] == "，"}
    if "项目，" in text or "工程，" in text:
        listing |= {end for start, end in clauses[:-1] if text.endswith(GENERAL, start, end) and text[end] == "，"}
    if not listing:
        return shared
    for last, (_, end) in enumerate(clauses[:-1], 1):
        if end not in listing:
            continue
        first, verb = last, peel_front(text, *clauses[last])[1]
        while not verb.soft and first and clauses[first - 1][1] in listing:
            first -= 1
            verb = peel_front(text, *clauses[first])[1]
        built = _closes_list(text, *clauses[last], closing) if first < last and verb.soft else ""
        if built and (built != "建设" or verb.stage in ("", CONSTRUCTION)):
            verb = replace(verb, stage=verb.stage or CONSTRUCTION)
            shared |= {begin: verb for begin, _ in clauses[first : last + 1]}
    return shared


def _closes_list(text: str, start: int, end: int, closing: Sequence[int]) -> str:
    """Return 建设 or the work that a clause closes with, behind which a list of works in several clauses ends."""
    if text.endswith("建设", start, end):
        return "建设"
    work, kind = closing_works(text[start:end]) if end in closing else ("", "")
    return work if kind == "work-noun" else ""


def _holds(positions: Sequence[int], start: int, end: int) -> bool:
    """Tell whether one of some positions, in order, lies behind a start and not behind an end."""
    at = bisect_right(positions, start)
    return at < len(positions) and positions[at] <= end


def _leave_count(reading: Reading, start: int, end: int) -> None:
    """Leave the count in a label: it sums up the list that follows."""
    for q in reading.measured_in(start, end):
        reading.leave(q, "list-count")
        reading.taken.append((q.start, q.end))


def _cut(text: str, start: int, end: int, lead: Lead | None, closing: Sequence[int]) -> Iterator[Predication]:
    """Cut a clause at each mark that a stage of the works before it precedes, or a verb of other works follows.

    Its own verb holds for the later parts. Where it tells the stages of its works one by one, it stays whole up to the
    first of them.
    """
    first = position = start
    told, turns = in_turn(text, start, end)
    if turns:
        yield start, told, lead, True
        return
    verbs = sets_out(text)
    for mark in MARK.finditer(text, start, end):
        at = mark.start()
        if text[at] != "、":
            if not _holds(closing, position, at):
                continue
            at -= text.startswith("以及", at - 1)
        staged = ends_in_stage(text, position, at) or (position > start and stage_alone(text, position, at))
        anew = at in verbs and not staged and _begins_anew(text, position, at, end, closing)
        if not (staged or anew) or _goes_on(text, position, at) or _is_shielded(text, start, end, at):
            continue
        if text[at] == "、" or _holds(closing, at, end) or stage_alone(text, mark.end(), end):
            yield from _alone(text, position, at, lead, closing)
            lead = lead or peel_front(text, first, end)[1]
            position = mark.end()
    if position < end:
        yield from _alone(text, position, end, lead, closing)


def _begins_anew(text: str, start: int, at: int, end: int, closing: Sequence[int]) -> bool:
    """Tell a mark before works with a verb of their own (建成甲水厂、启动乙水库), unless both share a later stage.

    新建甲水厂、改建乙水厂投产 is one promise, and 谋划、推进甲水库 are two verbs of the same works.
    """
    if not _holds(closing, at, end):
        return False
    first, lead = peel_front(text, start, at)
    apart = lead.stage in APART or not _holds(closing, start, at)
    return first < at and (apart or not peel_back(text, at, end)[1])


def _goes_on(text: str, start: int, at: int) -> bool:
    """Tell a mark between figures that 分别 gives to the works before them (分别完成投资2亿元、3亿元)."""
    return text[at + 1].isdigit() and text[at - 1] in "元0123456789" and text.find("分别", start, at) >= 0


def _alone(text: str, start: int, end: int, lead: Lead | None, closing: Sequence[int]) -> Iterator[Predication]:
    """Yield a stretch, parted before its last item where a stage in brackets is of that item alone."""
    last = text.rfind("、", start, end) + 1
    if last and in_brackets(text, last, end):
        yield start, last - 1, lead, _holds(closing, start, last - 1)
        start = last
    yield start, end, lead, _holds(closing, start, end)


def _is_shielded(text: str, start: int, end: int, at: int) -> bool:
    """Tell whether a position lies in a bracket or quotation of a clause."""
    return any(m.start() < at < m.end() for m in SHIELDED.finditer(text, start, end))
