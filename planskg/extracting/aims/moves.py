"""Aims that a verb opens: it moves a statistic, ends something, keeps something bad away, or brings a thing about.

Finds `持续提高粮食单产和总产`, `完成年度化债任务`, `基本消除大班额`, `坚决遏制重特大事故发生`, `不发生规模性返贫`,
and in a list of goals `初步建成新型能源体系`.
"""

import re
from collections.abc import Callable
from itertools import chain
from typing import Final

from msgspec.structs import replace

from planskg.extracting.aims.finished import OVERALL, REVIEW_ENDS, named_task
from planskg.extracting.targets.indicator_leads import TIMES
from planskg.extracting.words.lexicon import by_ending, closing, closing_word, cue, cue_ends, cue_pattern, initials
from planskg.model import Noun

SHORTEST, LONGEST = 3, 40
OPENING: Final = r"(?:并|同时|要|将|着力|努力|全力|力争|确保|推动|促进|实现|切实|积极|带动|加快|抓紧)*"
MANNER: Final = r"(?:(?:通过|坚持|依托|采取|围绕|聚焦|按照|根据|用好|用足|以)[^，；。]{2,16}?)?"
AGENT: Final = r"(?:(?:支持|引导|鼓励|推动|促进|督促|帮助)(?P<agent>[^，；。的]{2,10}?))?"
PREVENTED: Final = re.compile(
    initials("坚有切全严防遏杜避") + r"(?:坚决|有效|切实|全力|严格)*"
    r"(?:防止|遏制|防范遏制|防范和遏制|防范并遏制|杜绝|严防|严禁|严控|避免)(?:发生|出现)?"
    r"(?P<what>(?:各类|发生)?(?:重特大|重大|较大|特大|区域性|系统性|规模性|大规模|群体性|极端|恶性|新增|违规新增|违规|耕地“?非)"
    r"[^，；。]{0,16}?)(?:的)?(?:发生)?$"
)
WIPED: Final = re.compile(
    rf"^{OPENING}(?P<where>[^，；。]{{0,12}}?)(?P<verb>(?:坚决|基本|全面|全部|全线|全域|彻底|如期|尽早|尽快|早日|率先)+(?:消除|根除|根治))"
    r"(?P<what>[^，；。]{3,24})$"
)
"""An evil that is ended; the clause may say first where: 建成区全面消除黑臭水体."""
HAPPENS: Final = re.compile("(?:的?(?:发生|出现)|现象|问题|情况|情形|行为|的)$")
HARD: Final = ("事故", "案件", "事件", "伤亡", "火灾", "返贫", "致贫", "欠薪", "撂荒", "抛荒", "溺水")
"""Evils of which one is one too many, however they are called."""
BANNED: Final = re.compile(
    r"(?P<verb>(?:坚决|有效|切实|全力|严格|全面)*(?:杜绝|严防|防止|遏制|防范遏制|避免)(?:发生|出现)?)(?P<what>[^，；。]{3,20}?)(?:的)?(?:发生)?$"
)
NEVER: Final = re.compile(
    r"(?P<verb>不发生|不出现|不再发生|不再出现|不新增|不再新增|不产生)(?P<what>[^，；。]{2,18}?)(?:的)?(?:底线)?$"
)
ENDED: Final = re.compile(
    rf"^{OPENING}{MANNER}(?P<verb>(?:全面|如期|按期|按时|圆满|高质量|高标准|坚决|基本|顺利|抓紧|加快)*完成)(?:好)?"
    r"(?P<year>年度|今年|当年|全年)?(?P<what>[^，；。]{3,24}?)(?:年度)?(?P<end>任务|目标任务|任务目标|目标|指标任务|(?<=退出)|(?<=整改)|(?<=化解)|(?<=清零))$"
)
REMOVED: Final = re.compile(
    rf"^{OPENING}(?P<verb>(?:坚决|基本|全面|全部|彻底|如期)+(?:消除|根治|解决|根除|实现|建成|配齐)|配齐|根治|顺利通过|通过)"
    r"(?P<what>[^，；。]{3,24})$"
)
FORMED: Final = re.compile(
    rf"^[^，；。]{{0,3}}{OPENING}(?P<verb>(?:高标准|高质量|全面|如期|按期|圆满)(?:完成|实现|建成)|(?:基本|初步|全面)(?:形成|建成|建立|实现|消除))"
    r"(?P<what>[^，；。]{3,24})$"
)
FIXED: Final = re.compile(
    r"(?P<verb>与全[国省区市](?:、?(?:人民|全[省区市州]))*(?:一道|同步)*(?:率先|基本|全面)*实现|(?:如期)?实现(?!现代化))"
    r"(?P<what>(?:20\d\d年前)?(?:碳达峰|碳中和|(?:社会主义)?现代化)(?:目标)?)$"
)
"""Goals that are the same for all: `与全国同步基本实现社会主义现代化`."""
FIXED_ENDS: Final = ("现代化", "达峰", "达峰目标", "中和", "中和目标")
VERB: Final = re.compile("不发生|不出现|不再|不新增|不产生|完成|消除|根治|解决|根除|实现|建成|配齐|通过|形成|建立")
"""What a clause holds that ends, removes or forms a thing; the engine passes over all other characters."""
MOVING: Final = re.compile(cue_pattern("change"))
STATISTICS: Final = cue_ends("statistic", "vague")
MISHAPS: Final = cue_ends("mishap")


class Move(Noun):
    """A goal that a verb opens; positions count within the clause."""

    start: int
    end: int
    what: str
    rule: str


Goals = Callable[[], bool]
Finder = Callable[[str, Goals], Move | None]


def find_move(clause: str, goals: Goals) -> Move | None:
    """Return the goal that a verb opens in a clause; goals tells whether nearly any counts there."""
    for find in FINDERS if VERB.search(clause) else closing(FINDERS_BY_END, clause.rstrip("”")):
        move = find(clause, goals)
        if move:
            return move
    return None


def _prevented(clause: str, _: Goals) -> Move | None:
    if "不" in clause and (match := NEVER.search(clause)):
        return Move(match.start(), match.end(), match["what"], "bad-outcome")
    bare = HAPPENS.sub("", clause)
    if not closing_word(MISHAPS, bare):
        return None
    match = PREVENTED.search(clause) or (BANNED.search(clause) if bare.endswith(HARD) else None)
    return Move(match.start(), match.end(), match["what"], "bad-outcome") if match else None


def _ended(clause: str, goals: Goals) -> Move | None:
    """Find a task done, an evil removed, or, in a list of goals, a thing brought about."""
    if clause.endswith(FIXED_ENDS) and (match := FIXED.search(clause)):
        return _named(match, "formed")
    if "完成" in clause and (match := ENDED.match(clause)) and not OVERALL.search(match["what"]):
        move = _named(match, "assigned-aim")
        return replace(move, what=named_task(move.what, match["end"]))
    if match := REMOVED.match(clause):
        return _named(match, "formed") if "通过" not in match["verb"] or match["what"].endswith(REVIEW_ENDS) else None
    if ("除" in clause or "根治" in clause) and (match := WIPED.match(clause)):
        move = _named(match, "formed")
        return replace(move, what=match["where"] + move.what)
    match = FORMED.match(clause) if goals() else None
    return _named(match, "formed") if match else None


def _named(match: re.Match[str], rule: str) -> Move:
    return Move(match.start("verb"), match.end("what"), re.sub(f"^(?:{TIMES})", "", match["what"]), rule)


def _change() -> re.Pattern[str]:
    """Match a verb that moves a statistic, with what may stand before it: 通过…进一步扩大."""
    degree, change = cue_pattern("degree", "adverb"), cue_pattern("change")
    return re.compile(rf"^{OPENING}{MANNER}{AGENT}(?P<verb>(?:{degree})*(?:{change}))(?!到|至|为|在)(?P<what>.+)$")


CHANGE: Final = _change()


def _moved(clause: str, _: Goals) -> Move | None:
    """Find a verb of change and a statistic."""
    bare = clause.rstrip("”")
    closes = closing_word(STATISTICS, bare)
    match = CHANGE.match(clause) if closes and MOVING.search(clause) else None
    if not match or len(match["what"]) > LONGEST or len(match["what"]) < SHORTEST:
        return None
    if match["verb"].endswith("加大") and not bare.endswith("投放"):
        return None
    return Move(match.start("verb"), match.end(), (match["agent"] or "") + match["what"], "moved-statistic")


FINDERS: Final[tuple[Finder, ...]] = (_prevented, _ended, _moved)
"""Who finds goals that a verb opens, in the order in which they are asked."""
ENDINGS: Final[dict[Finder, tuple[str, ...]]] = {
    _prevented: (*cue("mishap"), "发生", "出现", "现象", "问题", "情况", "情形", "行为", "的"),
    _moved: cue("statistic", "vague"),
}
"""The words that what each finder finds closes with where no verb tells it."""
MOVE_WORDS: Final = tuple(chain(*ENDINGS.values()))
"""The words that a clause closes with that keeps an evil away or moves a statistic."""
FINDERS_BY_END: Final = by_ending(ENDINGS)
"""Who may find a goal in a clause by its last characters."""
