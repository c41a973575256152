"""What a clause promises to bring to which stage: the verb before the works, and what they come to after.

`积极推进…前期工作` is preliminary, `力争…全面完工` complete, `推动…开工建设` start, `加快…建设` construction; of two,
the one behind decides.
"""

import re
from functools import cache
from typing import NamedTuple

from planskg.extracting.closing import closing_works
from planskg.extracting.lexicon import alternation, cue, cue_pattern, initials, words_by_notation
from planskg.extracting.names import CODE, naming
from planskg.extracting.sharing import LIST_MARK
from planskg.model import Span
from planskg.vocabulary import load_scheme

TIMES = (
    r"(?:力争|确保)?(?:在|到|于)?"
    r"(?:20\d\d年|“十[一二三四五六]五”|今年|明年|年(?=[底末初内中上下])|汛期|春节|国庆节?|中秋节?|元旦|[上下]半年|[一二三四]季度|[春秋]季|月(?=[底末初内中])|\d+月)"
    r"(?:底|末|初|内|上半年|下半年)?(?:以?前)?"
)
FUNDED = r"(?:计划|完成|概算|估算)?(?:总|年度)?(?:投资|投入)(?:约|超)?[\d.]+[万亿]*元(?:以上|左右)?(?:的)?"
AND_SO_ON = re.compile(r"等(?![级候待于同额比距效离]|高(?![铁速校标新]))")
FOUNDING = re.compile(
    r"(?:打造|规划建设|布局建设|拓展建设|建设|新建|创建|改建|扩建|建成)(?!用地|工程|项目|任务|，|。|、|和|$)"
)
CONSTRUCTION = "construction"
MOVED = re.compile("(?:进展|突破|元)$")
"""What closes a clause that tells of works under way without a stage: 取得实质性进展, 完成年度投资12亿元."""
LENGTH = re.compile(r"(?:建设)?(?:全长|总长|长)?约?[\d.]+(?:公里|千米|米)$")


class Promise(NamedTuple):
    """A clause taken apart."""

    start: int
    end: int
    """Of the list of works."""
    stage: str
    verb: str
    """The verb in front that becomes part of the name (改造升级)."""
    tail: str
    """What follows 等 (一批重大交通项目)."""
    named: bool = False
    """Whether the list closes with 项目."""
    founding: Span | None = None
    """A verb of founding inside (包头打造精品钢材基地), in positions of the text."""
    rest: "Promise | None" = None
    """The works that follow those which 等 closes."""
    size_end: int = 0
    """Where the length ends that closes the clause (防洪堤6.4公里), 0 without one."""

    @property
    def is_list_of_projects(self) -> bool:
        """Tell whether the clause itself calls its items projects."""
        return self.named or self.tail.endswith(("项目", "工程"))


class Lead(NamedTuple):
    """What the verbs before works tell."""

    stage: str
    soft: bool
    """Whether there is a verb at all, be it one that tells no stage (推动)."""
    verb: str
    """The verb that becomes part of the name (改造升级)."""
    label: bool = False
    """Whether it is the label of a list (续建项目：…)."""


@cache
def _front() -> re.Pattern[str]:
    verbs = alternation({**words_by_notation("stages", "wordVerb"), **words_by_notation("stages", "wordSoft")})
    return re.compile(
        rf"(?:(?P<stage>{verbs})(?P<link>[、和](?={verbs}))?|{FUNDED}|{TIMES}|{cue_pattern('adverb', 'when')}"
        r"|年[一-龥]{{1,4}}[\d.]+[万亿]*[一-龥]{{1,4}}的|[、，]|同时|并|将|使|以及|实现|[一二三四五六七八九十]{1,2}[是要](?!一))"
    )


@cache
def _back() -> re.Pattern[str]:
    specific = alternation(words_by_notation("stages", "wordAfter"))
    weak = alternation(words_by_notation("stages", "wordWeak"))
    hurry = r"(?:全部|全面|全线|尽快|尽早|正式|基本|顺利|如期|加快|陆续|力争|同步|并|均|都|实现|分别|取得|通过|获得|开展|进入|办理|主体|本体)"
    progress = "取得(?:实质性|重大|积极|突破性|明显|新)*(?:进展|突破)"
    planned = r"(?P<plan>(?:纳入|列入|进入)[^，、]{2,16}(?:规划|计划|盘子|目录|清单|笼子|项目库))"
    words = {**words_by_notation("stages", "wordAfter"), **words_by_notation("stages", "wordWeak")}
    opening = initials(
        (
            *words,
            *"取纳列进工全尽正基顺如加陆力同并均都实分通获开办主本完计概估总投年国中元上下",
            *"确在到于“今明年汛春秋月一二三四0123456789",
        )
    )
    return re.compile(
        rf"{opening}(?:(?P<stage>{specific})|{planned}|(?P<weak>{weak})|工作|{TIMES}|{hurry}|{progress}|(?P<paid>{FUNDED}))$"
    )


def take_apart(text: str, start: int, end: int, lead: Lead | None = None) -> Promise | None:
    """Return what a clause promises of which works; None where it speaks of no stage, or of using what is there.

    A verb or label before the clause holds where the clause has no verb of its own.
    """
    first, before, soft, verb = _peel_front(text, start, end)
    if lead is not None and not soft:
        _, before, soft, verb = first, *lead[:3]
    last, after, weak = _peel_back(text, first, end)
    bare = _without_length(text, first, last)
    size_end, last = (last, bare) if bare < last else (0, last)
    if last <= first or (_is_use(text, start, first, last) and not after):
        return None
    founding = _founding(text, first, last)
    mark = _and_so_on(text, first, last)
    tail = text[mark + 1 : last] if mark is not None else ""
    closing = closing_works(text[first:last])[1] in ("work-noun", "general")
    closes = bool(after or weak or founding) or closing or text[first:last].endswith(("项目", "工程"))
    moves = closes and weak and MOVED.search(text, last, end) is not None
    if not (before or after or moves or (soft and closes) or founding):
        return None
    told = words_by_notation("stages", "wordVerb").get(text[founding.start : founding.end], "") if founding else ""
    stage = after or (before if before != CONSTRUCTION else "") or told or CONSTRUCTION
    if mark is None:
        named = text[first:last].endswith("项目") or (lead is not None and lead.label)
        return Promise(first, last, stage, verb, "", named, founding, None, size_end)
    link = LIST_MARK.search(tail)
    if link is None or link.start() < 2:
        return Promise(first, mark, stage, verb, tail)
    rest = Promise(mark + 1 + link.end(), last, stage, verb, "")
    return Promise(first, mark, stage, verb, tail[: link.start()], False, None, rest)


def _without_length(text: str, first: int, last: int) -> int:
    """Return where one named work ends that a length follows (坪坦河防洪堤建设6.4公里), else where the clause ends."""
    match = LENGTH.search(text, first, last)
    if match is None or LIST_MARK.search(text, first, match.start()):
        return last
    words = text[first : match.start()]
    works, kind = closing_works(words)
    signs = naming(words, None)
    return match.start() if kind == "facility" and works and (signs.proper or CODE.search(words)) else last


def _founding(text: str, first: int, last: int) -> Span | None:
    match = FOUNDING.search(text, min(first + 2, last), last)
    return Span(match.start(), match.end()) if match and match.end() < last else None


def _is_use(text: str, start: int, first: int, last: int) -> bool:
    use = _passive()
    return bool(use.match(text, first, last) or use.match(text, start, last))


@cache
def _passive() -> re.Pattern[str]:
    return re.compile(rf"(?:{cue_pattern('adverb')})*(?:{cue_pattern('passive')})")


def _peel_front(text: str, start: int, end: int) -> tuple[int, str, bool, str]:
    """Return where the works begin, the stage that verbs before them tell, whether one was soft, and a working verb."""
    table, soft = words_by_notation("stages", "wordVerb"), False
    stages: list[str] = []
    verb = ""
    position = start
    while position < end:
        match = _front().match(text, position, end)
        if not match or match.end() == position:
            break
        word = match["stage"]
        if word in table:
            stages.append(table[word])
        soft = soft or word is not None
        verb = word if word in cue("work-verb") else verb
        position = match.end()
    return position, _latest(stages), soft, verb


def _latest(stages: list[str]) -> str:
    """Return the stage that says most: the furthest of those that are more than construction."""
    more = [stage for stage in stages if stage != CONSTRUCTION]
    return max(more or stages, key=_rank, default="")


@cache
def _rank(stage: str) -> int:
    return int(load_scheme("stages")[stage].value("rank") or 0)


def _peel_back(text: str, start: int, end: int) -> tuple[int, str, bool]:
    stages: list[str] = []
    weak = False
    position = end
    while position > start:
        match = _back().search(text, start, position)
        if not match or match.start() == position:
            break
        if match["stage"] or match["plan"]:
            stages.append(words_by_notation("stages", "wordAfter").get(match["stage"], "reserve"))
        weak = weak or bool(match["weak"] or match["paid"])
        position = match.start()
    return position, stages[0] if stages else "", weak


def _and_so_on(text: str, start: int, end: int) -> int | None:
    found = [m.start() for m in AND_SO_ON.finditer(text, start, end)]
    return found[-1] if found else None


def ends_in_stage(text: str, start: int, end: int) -> bool:
    """Tell whether a stretch closes with the stage of the works before it (甲水库开工), or is a stage alone (开工)."""
    if not _back().search(text, start, end):
        return False
    first, _, _, _ = _peel_front(text, start, end)
    last, after, _ = _peel_back(text, first, end)
    return (
        bool(after or MOVED.search(text, last, end))
        and last > first
        and bool(closing_works(_bare(text[first:last]))[1])
    )


def _bare(words: str) -> str:
    return re.sub("(?:主体|建设|本体)$", "", words)


def read_lead(text: str, start: int, end: int) -> Lead:
    """Return what the verbs tell that open a clause."""
    return Lead(*_peel_front(text, start, end)[1:])


def stage_alone(text: str, start: int, end: int) -> str:
    """Return the stage of a clause that holds nothing else (力争2025年全线竣工通车), else nothing."""
    first, before, _, _ = _peel_front(text, start, end)
    last, after, _ = _peel_back(text, first, end)
    stage = after or (before if before != CONSTRUCTION else "")
    return stage if last <= first else ""
