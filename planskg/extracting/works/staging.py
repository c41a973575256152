"""What a clause promises to bring to which stage: the verb before the works, and what they come to after.

`积极推进…前期工作` is preliminary, `力争…全面完工` complete, `推动…开工建设` start, `加快…建设` construction; of two,
the one behind decides.
"""

import re
from typing import Final

from planskg.extracting.words.lexicon import (
    alternation,
    cue,
    cue_ends,
    cue_pattern,
    cue_regex,
    cue_set,
    initials,
    words_by_notation,
)
from planskg.extracting.words.namesakes import named_after
from planskg.extracting.words.sharing import LIST_MARK, TOTAL
from planskg.extracting.works.closing import FACILITIES, GENERAL, WITH_NOUNS, closing_works, work_done
from planskg.extracting.works.leads import BEGINS_TIME, TIMES, Lead, peel_front
from planskg.extracting.works.names import CODE, is_proper, naming
from planskg.extracting.works.peeling import MOVED, end_openings, peel_back
from planskg.extracting.works.stages import CONSTRUCTION, label_stage
from planskg.model import Noun, Span

AND_SO_ON: Final = re.compile(
    r"等(?:(?<![高平同均]等)|(?=\d+[多余]?[个座条项处所]))(?!职业|收入|[级候待于同额比距效离]|高(?![铁速校标新能水质端层精]))"
)
FOUNDS: Final = (
    "打造",
    "新开工建设",
    "开工建设",
    "启动建设",
    "动工建设",
    "规划建设",
    "布局建设",
    "拓展建设",
    "建设",
    "新建",
    "创建",
    "建成",
)
FOUNDING: Final = re.compile(
    rf"(?:{'|'.join(FOUNDS)}|改(?<!新改)建|扩(?<!改扩)建)(?!用地|工程|项目|任务|[迁改扩]建|[一二三四五六]期|，|。|、|（|和|$)"
)
COUNTED: Final = re.compile(
    r"(?:(?<=项目|工程)|(?<=等[一-龥]{2})|(?<=等[一-龥]{3})|(?<=等[一-龥]{4}))\d+[个项座条所家处]$"
)
"""A count that closes an open list (等项目40个, 等学校6所): a goal of its own."""
SUMMED: Final = re.compile(rf"\d+[多余]?[个座条项处家][县市区]?{TOTAL}")
"""How many the works of an open list are, and what they come to together."""
TALLY: Final = re.compile(r"(?:\d+[多余]?|[两二三四五六七八九十]+)[个座条项处所]")
TALLIED: Final = re.compile(rf"{TALLY.pattern}[^，、和及与等]{{2,12}}(?:、|以及|[和及与])")
"""A count with what it counts, behind which a list goes on."""
BATCH: Final = re.compile("一批|若干|一系列|各类")
"""Words that make a list of works a list of what is done to them (谋划储备、洽谈招引一批项目)."""
LENGTH: Final = re.compile(r"(?:建设)?(?:全长|总长|长)?约?[\d.]+(?:公里|千米|米)$")
GREAT: Final = re.compile(r"[\d一二三四五六七八九十]+大(?:重点)?工程")
"""A programme of so many parts, few of which are works (区域联动、美丽家园建设等“十大工程”)."""
RUNS: Final = ("稳定运行", "常态化运行", "满负荷运行", "正常运行", "平稳运行", "安全运行", "运行", "运营")
KEEPS: Final = re.compile("支持|保障|维护|服务")
"""What is said of works that run already, and the verbs that say so (支持甲实验室稳定运行)."""
GOES_ON: Final = ("续建", "收尾", "扫尾")
"""Work on what has begun; what is to be completed by it is complete (完成甲厂扩容、乙站续建)."""
DONE_TO: Final = re.compile(
    "对(?P<works>[^对，]{3,}?)(?:进行|实施|开展|予以)(?:全面|整体|系统|全方位)?(?P<work>[一-龥]{2,12})(?P<size>（[^（）]*）)?$"
)
SPENDS: Final = re.compile("(?:公司|集团|企业|局|部门)(?:全年|年内|今年|计划|预计|力争|将|拟)*(?:安排|完成|落实|投入)")
"""Who spends a sum, before what it is for, which is no works of theirs (市供电公司全年安排电网投资9亿元)."""
DESCRIBED: Final = tuple(f"的{kind}{noun}" for kind in ("", "重大", "重点", "好") for noun in GENERAL)
"""How a tail closes that only describes the works before it."""
UNITS, ENDS_LENGTH = tuple("个项座条所家处里米"), "里米"
"""What a count or a length that closes a clause ends in, and which of them a length does."""


def _may_follow() -> frozenset[str]:
    """Return the characters that may stand behind the noun which closes works, or nothing."""
    marks = (
        "，；。：！？、和与及以等“”（）暨段约长全总占库处设床新可商加供储屠分机容焚由两一二三四五六七八九十0123456789"
    )
    return end_openings() | {"", *marks, *(word[0] for word in WITH_NOUNS)}


MAY_FOLLOW: Final = _may_follow()


CARRIED_OUT: Final = re.compile(
    rf"(?P<works>[^，；：]{{4,}}?){initials((*BEGINS_TIME, *'全整如按力确均将完启实推'))}"
    rf"(?:{TIMES}|全面|全部|整体|如期|按期|力争|确保|均|将)*(?P<verb>完成|启动|实施|推进)"
    "(?:全面|整体|系统|全部)?(?P<work>[一-龥]{2,8}?)(?:工程|任务|工作)?$"
)
"""Works before the verb and what is done to them (甲中学完成改扩建)."""
CARRIES, FROM_VERB = re.compile("完成|启动|实施|推进"), 14
"""The verb alone, and how far before the end it stands at most."""
VERB_STAGES: Final = {"完成": "complete", "启动": "start"}
"""Stages of such verbs that are more than construction."""
WORK_LASTS: Final = frozenset((*cue_ends("work-noun"), *"程务作"))
"""The characters that a clause closes with which names the work behind its verb."""


class Promise(Noun):
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
    owner: str = ""
    """The site that a label before the clause names, which works without a name of their own belong to."""

    @property
    def is_list_of_projects(self) -> bool:
        """Tell whether the clause itself calls its items projects."""
        return self.named or (self.tail.endswith(GENERAL) and not GREAT.fullmatch(self.tail))


def take_apart(text: str, start: int, end: int, lead: Lead | None = None) -> Promise | None:
    """Return what a clause promises of which works; None where it speaks of no stage, or of using what is there.

    A verb or label before the clause holds where the clause has no verb of its own.
    """
    if text.find("对", start, end) >= 0 and (done := DONE_TO.search(text, start, end)):
        return _done_to(text, start, done)
    if text[end - 1] in WORK_LASTS and (carried := _carried_out(text, start, end)):
        return carried
    goes_on = text[end - 1] == "等" and _and_so_on(text, start, end) == end - 1
    end -= goes_on
    first, own = peel_front(text, start, end)
    told = lead if lead is not None and not own.stage else own
    sized, after, weak = peel_back(text, first, end)
    if text[sized:end] in RUNS and KEEPS.search(text, start, first):
        return None
    mark = _and_so_on(text, first, sized)
    last = _works_end(text, first, sized, mark) if text.endswith(UNITS, first, sized) else sized
    if last <= first:
        return None
    founding = _founding(text, first, last)
    moves = weak and MOVED.search(text, last, end) is not None and not SPENDS.search(text, first, last)
    kind = label_stage(text, mark + 1, last) if mark is not None and text.endswith("项目", first, last) else ""
    if not (told.stage or after or founding or moves or kind or (told.soft and (weak or _closes(text[first:last])))):
        return None
    if not (after or kind) and _is_use(text, start, first, last):
        return None
    if told.stage == "complete" and text.endswith(GOES_ON, last, end):
        after = ""
    stage = after or (told.stage if told.stage != CONSTRUCTION else "") or _stage_of(text, founding) or CONSTRUCTION
    if mark is not None:
        stage = kind or stage if stage == CONSTRUCTION else stage
        return _open_list(text, first, mark, last, stage, told.verb)
    named = told.label or (text.endswith("项目", first, last) and not BATCH.search(text, first, last))
    founding = None if goes_on else founding
    return Promise(first, last, stage, told.verb, "", named, founding, None, sized if last < sized else 0)


def _done_to(text: str, start: int, match: re.Match[str]) -> Promise | None:
    """Return the promise of a clause that names works before what is done to them (对甲水库进行除险加固)."""
    stage = peel_front(text, start, match.start())[1].stage or CONSTRUCTION
    if closing_works(match["work"])[1] != "work-noun":
        return None
    first, last = match.span("works")
    mark = _and_so_on(text, first, last)
    tail, size_end = text[mark + 1 : last] if mark else "", match.end("size")
    return Promise(first, mark or last, stage, match["work"], tail, size_end=max(size_end, 0))


def _carried_out(text: str, start: int, end: int) -> Promise | None:
    """Return the promise of a clause that names works before the verb and what is done to them (甲中学完成改扩建)."""
    if not CARRIES.search(text, max(start, end - FROM_VERB), end):
        return None
    first, lead = peel_front(text, start, end)
    match = CARRIED_OUT.fullmatch(text, first, end) if lead.stage in ("", CONSTRUCTION) else None
    if match is None or closing_works(match["works"])[1] not in FACILITIES:
        return None
    work = match["work"]
    if work in words_by_notation("stages", "wordAfter") or not cue_regex("…+", "work-noun").fullmatch(work):
        return None
    return Promise(first, match.end("works"), VERB_STAGES.get(match["verb"], CONSTRUCTION), match["work"], "")


def _closes(works: str) -> bool:
    """Tell words that close as works do which are carried out."""
    return works.endswith(GENERAL) or closing_works(works)[1] in ("work-noun", "general")


def _open_list(text: str, first: int, mark: int, last: int, stage: str, verb: str) -> Promise:
    """Return a list that 等 closes, the word behind it, and the works that follow that word."""
    summed = SUMMED.match(text, mark + 1, last)
    begin = summed.end() if summed else mark + 1
    tail = text[begin:last].strip("“”")
    link = LIST_MARK.search(tail)
    if link is None or link.start() < 2 or _is_one(tail, link):
        return Promise(first, mark, stage, verb, tail)
    behind = begin + link.end()
    more = _and_so_on(text, behind, last)
    rest = _open_list(text, behind, more, last, stage, verb) if more else Promise(behind, last, stage, verb, "")
    return Promise(first, mark, stage, verb, tail[: link.start()], False, None, rest)


def _is_one(tail: str, link: re.Match[str]) -> bool:
    """Tell a tail that says in two words of what kind things are (17个｜电网和输变电工程, 打基础、利长远的项目)."""
    first, second = tail[: link.start()], tail[link.end() :]
    if second.endswith(DESCRIBED) or len(work_done(tail)) > len(second):  # 等水库｜续建配套与现代化改造
        return True
    return (
        link.group() != "、"
        and TALLY.match(tail) is not None
        and not closing_works(first)[1]
        and not naming(second, None).sure
    )


def _works_end(text: str, first: int, last: int, mark: int | None) -> int:
    """Return where works end: before the count of an open list, and before the length of one named work."""
    counted = COUNTED.search(text, first, last) if mark is not None else None
    if counted:
        return counted.start()
    return _without_length(text, first, last) if text[last - 1] in ENDS_LENGTH else last


def _without_length(text: str, first: int, last: int) -> int:
    """Return where one named work ends that a length follows (坪坦河防洪堤建设6.4公里), else where the clause ends."""
    match = LENGTH.search(text, first, last)
    if match is None or LIST_MARK.search(text, first, match.start()):
        return last
    words = text[first : match.start()]
    works, kind = closing_works(words)
    runs = kind == "facility" or (kind == "work-noun" and "段" in words)  # 甲河城区段治理14公里
    return match.start() if runs and works and (is_proper(words) or CODE.search(words)) else last


def _founding(text: str, first: int, last: int) -> Span | None:
    match = FOUNDING.search(text, min(first + 2, last), last)
    if match is None or match.end() == last or named_after(text, match.start()):  # 解放路、建设路
        return None
    return Span(match.start(), match.end())


def _stage_of(text: str, founding: Span | None) -> str:
    """Return the stage that a verb of founding tells."""
    return words_by_notation("stages", "wordVerb").get(text[founding.start : founding.end], "") if founding else ""


def _is_use(text: str, start: int, first: int, last: int) -> bool:
    use = PASSIVE
    found = use.match(text, first, last) or (start < first and use.match(text, start, last))
    return bool(found) and named_after(text, first) is None  # 发展大道 is a road


def _passive() -> re.Pattern[str]:
    opening = initials(cue("adverb", "passive"))
    verbs = (*words_by_notation("stages", "wordVerb"), *words_by_notation("stages", "wordSoft"))
    longer = [verb for verb in verbs if verb not in cue_set("passive") and verb.startswith(cue("passive"))]
    return re.compile(rf"{opening}(?:{cue_pattern('adverb')})*(?!{alternation(longer)})(?:{cue_pattern('passive')})")


PASSIVE: Final = _passive()  # 提升改造, 服务保障


def _and_so_on(text: str, start: int, end: int) -> int | None:
    """Return where 等 closes a list: the first that counts works before others (甲等2座桥和乙等项目), else the last."""
    if text.find("等", start, end) < 0:
        return None
    found = [m.start() for m in AND_SO_ON.finditer(text, start, end)]
    counted = [mark for mark in found[:-1] if TALLIED.match(text, mark + 1, end)]
    return counted[0] if counted else found[-1] if found else None
