"""Who shall do what a clause promises: 塔城市要加快…, 今年我市将…, 各乡镇、各部门要….

Such a clause begins behind them, for neither works nor what a number measures are named by who brings them about.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Final

from planskg.extracting.readings.signs import Sign, ends_of
from planskg.extracting.words.lexicon import alternation, cue, cue_starts, initials, opens_with, words_by_notation
from planskg.extracting.works.staging import FOUNDS
from planskg.model import PlaceMention

Places = Sequence[Sign[PlaceMention]]

TIME: Final = "(?:20[0-9][0-9]年|[今明本]年|年内|下一步|“十[四五六]五”(?:时期|期间))"
"""What may open a clause before who shall do it, or stand behind them."""
COLLECTIVE: Final = (
    "我们|(?:我|全|该|本)(?:自治[区州县旗]|[省市县区州旗盟镇乡村国])(?:上下|各[一-龥、]{1,20})?|各[一-龥、]{1,20}"
)
GOVERNED: Final = (
    "自治[区州县旗]|[省市县州旗盟镇乡]|新区|高新区|经开区|开发区"
    "|(?<![社小景园校院灌库林矿厂港牧片范验游地农城老新发])区"
)
BODY: Final = "党委|政府|党组|管委会|指挥部|专班|部门|单位|公司|集团|街道|委|[局厅办]"
ENDS: Final = "下们省市县区州旗盟镇乡村国委府组会部班门位司团道局厅办级地体业"
"""What the words end in that say who shall act."""
SHALL: Final = (
    "将(?![军来近士乐])|要(?![素道塞件点地义闻害求务领旨案目])"
    "|力争|确保|(?:计划|规划|预计|拟|应当|应该|应|需要|需|须|必须|务必|争取|负责|牵头)(?={verbs})"
)
"""What follows them where a clause says what they are to do."""
OPENS_SHALL: Final = frozenset("将要计规预拟应需须必务力争确负牵也还都均今明本年下“2")
"""The characters that this begins with."""
SEATS: Final = "省市县区州旗盟"
SHORTEST: Final = 3
"""Characters without which no works stand behind a verb."""
UNNAMED: Final = ("的", "项目", "工程", "建设", "投资", "投入", "步伐", "进度", "工作", "前期", "区", "等")
"""What may stand behind a verb that tells of the works before it."""
SEAT: Final = re.compile("[我该本][省市县区州旗盟]|[一-龥]{1,5}?(?:[县旗盟]|自治州)")
"""A place as its own plan or that of the place above it calls it."""
ZONE: Final = re.compile(
    "[一-龥]{0,10}?(?:高新区|经开区|开发区|示范区|新区|城区|县城|园区|港区|(?:产业|工业|科技|物流|创业)园|集团|公司|[镇乡]|街道)"
)
"""What sets about works as a place does, and may be works itself."""
LIKE_VERBS: Final = ("经开区", "经济", "开发区")
"""Zones whose names begin as a verb or a preposition does."""
ENDS_SEAT: Final = SEATS + "城园团司镇乡道"
OPENING_TIME: Final = re.compile(rf"(?:到|至)?{TIME}(?:底|末)?(?:前)?")


def find_acting(texts: Sequence[str], places: Sequence[Places]) -> set[int]:
    """Return which of some texts, with the places that each names, may say who shall act; most do not."""
    ends = ends_of(texts)
    named = {
        at
        for at, found in enumerate(places)
        if found and any([texts[at][end : end + 1] in OPENS_SHALL for _, end, _ in found])
    }
    return named | {bisect_right(ends, m.start()) for m in MAY_ACT.finditer("\n".join(texts))}


def without_subjects(text: str, clauses: Sequence[tuple[int, int]], places: Places) -> list[tuple[int, int]]:
    """Return clauses that begin behind who shall act in them; a time before those is a clause of its own."""
    return [part for clause in clauses for part in _parted(text, *clause, places)]


def _parted(text: str, start: int, end: int, places: Places) -> Iterator[tuple[int, int]]:
    time = OPENING_TIME.match(text, start, end)
    first = time.end() if time else start
    behind = _behind_subject(text, first, end, places)
    if behind > first > start:
        yield start, first
    yield (behind if behind > first else start), end


def _behind_subject(text: str, start: int, end: int, places: Places) -> int:
    """Return where a clause goes on behind who shall act in it; its start where it names none."""
    named = next((b for a, b, _ in places if a == start and SHALL_ACT.match(text, b, end)), 0)
    if named:
        return named
    who = WHO.match(text, start, end)
    return who.end() if who and not _opens_doing(text, start) else start


def _opens_doing(text: str, start: int) -> bool:
    """Tell a verb or a preposition, which stands before those whom something is done to (对各县要加强督促)."""
    return opens_with(cue_starts("doing", "making", "preposition"), text, start)


def behind_place(text: str, start: int, end: int, places: Places) -> int:
    """Return where works follow the place that sets about them (甲县推进乙水库建设), else the start.

    A verb of founding says what the place gets (甲县建成乙产业园), and leaves it in the name.
    """
    behind = next((b for a, b, _ in places if a == start and text[b - 1] in SEATS), start)
    if behind == start and (seat := SEAT.match(text, start, end)) and not _opens_doing(text, start):
        behind = seat.end()
    if behind > start and SETS_ABOUT.match(text, behind - 1, end):
        return behind
    return _behind_zone(text, start, end)


def _behind_zone(text: str, start: int, end: int) -> int:
    """Return where works follow the zone, town or firm that sets about them; its own works have nothing behind."""
    zone = ZONE.match(text, start, end)
    if zone is None or (_opens_doing(text, start) and not text.startswith(LIKE_VERBS, start)):
        return start
    verb = SETS_ABOUT.match(text, zone.end() - 1, end)
    works = text[verb.end() : end] if verb else ""
    return zone.end() if len(works) > SHORTEST and not works.startswith(UNNAMED) else start


def _sets_about() -> re.Pattern[str]:
    """Match the end of a place that sets about works, and the verb; most sentences hold no such."""
    others = {*FOUNDS, *cue("work-verb"), "规划"}
    verbs = [word for word in words_by_notation("stages", "wordVerb") if word not in others]
    adverbs = cue("adverb", "when")
    opening = initials((*verbs, *adverbs))
    return re.compile(f"[{ENDS_SEAT}]{opening}(?:{alternation(adverbs)})*(?:{alternation(verbs)})")


SETS_ABOUT: Final = _sets_about()


def _shall() -> re.Pattern[str]:
    verbs = alternation((*cue("doing", "making", "adverb"), *words_by_notation("stages", "wordVerb")))
    return re.compile(f"(?:{TIME}|也|还|都|均)?(?:{SHALL.replace('{verbs}', f'(?:{verbs})')})")


SHALL_ACT: Final = _shall()


MAY_ACT: Final = re.compile(f"[{ENDS}](?=[{''.join(OPENS_SHALL)}])(?:{SHALL_ACT.pattern})")
"""Matches what a sentence must hold that says who shall act; most hold nothing of it."""


WHO: Final = re.compile(
    rf"(?:{COLLECTIVE}|(?:[一-龥]{{1,8}}?(?:{GOVERNED})[、和]?)+|[一-龥、]{{0,16}}?(?:{BODY}))(?={SHALL_ACT.pattern})"
)
