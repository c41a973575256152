"""Aims: goals that say no number.

Finds `城乡居民人均可支配收入与经济增长基本保持同步`, `稳步提升粮食仓储能力` in a list of goals, `持续提高粮食单产`,
`实现…全覆盖`, `坚决防止重特大事故发生`; takes none from ability, level or quality in general in the body of a plan, nor
from clauses that only tell a process (深入推进).
"""

import re
from collections.abc import Iterator
from functools import cache

from planskg.extracting.due import due_year
from planskg.extracting.heads import strip_lead
from planskg.extracting.lexicon import cue, cue_pattern, cue_regex, initials
from planskg.extracting.reading import Reading
from planskg.extracting.sharing import share, split_list
from planskg.model import Aim

GOALS = re.compile(r"预期目标|主要目标|发展目标|目标是|目标为|主要指标")
ASSIGNED = re.compile(
    r"(?:坚决|全面|高质量|按期|如期)*(?:完成|达到|控制在)(?:国家|自治区|省|市|州|上级|中央|兵团|经国家)"
    r"[^，；。]{0,14}(?:任务|目标|目标任务|要求|范围内|目标要求|指标)$"
)
GIVEN = re.compile(
    r"^(?:坚决|全面|高质量|按期|如期|确保)*(?P<verb>完成)(?:国家|自治区|省|上级|中央)[^，；。]{0,3}下达(?:给)?(?:我[省市区州县])?(?:的)?(?P<what>[^，；。]{3,24}?)(?:任务|目标|目标任务)?$"
)
TOGETHER = re.compile(r"(?:与|和|同)[^，；。、与和]{2,14}?(?:总体|基本|大体)?(?:保持)?同步(?:增长)?$")
COMPARED = re.compile(r"(?:快于|优于|好于|高于|低于|不低于|不高于|略高于)(?=[^\d，；。]{2,14}$)[^\d，；。]*$")
OUTCOME = re.compile(
    initials("基实逐力全0123456789动清“应自只稳总顺保平低健合较大持增")
    + r"(?:(?:基本|实现|逐步|力争)*全覆盖$|(?:\d+小时)?动态清零$|清零$|“?应[一-龥]尽[一-龥]”?$|自给有余$|只增不减$"
    r"|稳中(?:有[增进升降]|向好|提质|趋好)$|(?:基本|总体)(?:平衡|可控|持平)$|稳定达标$|顺利通过[^，；。]{2,12}$"
    r"|保持(?:在)?(?:全国|全省|全区|合理|基本|总体)[^，；。]{0,6}$|(?:保持|总体)(?:稳定|平稳|优良)$"
    r"|(?:平稳|低位|健康)运行$|合理回升$|(?:稳定|平稳|较快|大幅|持续稳定)(?:增长|增收)$|稳定保持在[^\d，；。]{2,8}$|力争更好结果$|增储上产$|全额报销$)"
)
PROGRESS = re.compile(
    r"取得[^，；。]{0,8}(?:进展|突破|成效|成果|进步|成就|胜利)$|实现新[^，；。]{1,4}$|(?:再)?(?:迈|登)?上(?:一个)?新(?:的)?台阶$|迈出[^，；。]{0,5}步伐$"
    r"|达到(?:更高水平|新高度|新水平|新的高度)$|得到[^，；。]{0,8}(?:提升|化解|保障|改善|增强|发挥|巩固)$|(?:展现|呈现)(?:出)?新[^，；。]{1,4}$|(?:成效|效果|优势)(?:更加)?(?:明显|显著|凸显)$"
    r"|深入人心$|成为[^，；。]{3,16}$|基本具备[^，；。]{3,12}$|“[^”]{2,6}”$|更可持续$|走在前列$"
)
DISASTER = re.compile(
    initials("坚有切防遏杜") + r"(?:坚决|有效|切实)*(?:防止|遏制|防范遏制|防范和遏制|杜绝)(?:发生)?"
    r"(?P<what>(?:重特大|重大|区域性|系统性|新增)[^，；。]{0,10}?(?:事故|债务|风险|事件))(?:的)?(?:发生)?$"
)
NEVER = re.compile(r"(?P<verb>不发生)(?P<what>[^，；。]{2,16}?)(?:的)?(?:底线)?$")
BAD_OUTCOMES = (("防", DISASTER), ("遏", DISASTER), ("杜绝", DISASTER), ("不发生", NEVER))
"""Words without which a pattern cannot match, and the pattern: to look for a word first is a tenth of the work."""
OUTCOMES = (
    (("任务", "目标", "要求", "指标", "范围内"), ASSIGNED, "assigned-aim"),
    (("同步", "同步增长"), TOGETHER, "linked-aim"),
    ("", OUTCOME, "outcome"),
    ("", COMPARED, "linked-aim"),
)
"""The ends of a clause without which a pattern cannot match, the pattern, and the rule's name."""
IDLE = ("岁", "小时", "分钟", "年", "天")
FORMED = re.compile(
    r"^(?:[^，；。]{0,3}(?:推动|促进|确保|力争))?(?P<verb>(?:高标准|高质量|全面|如期|按期|圆满)(?:完成|实现|建成)|顺利通过|(?:基本|初步|全面)(?:形成|建成|建立|实现|消除)|与全国同步基本实现)(?P<what>[^，；。]{3,24})$"
)
DONE = re.compile(r"^(?:确保)?顺利通过|^(?:基本消除|基本实现|如期实现|与全国同步基本实现)|(?:任务|目标)$")
RESULTING = re.compile("取得|[升高强善化大长加降低小壮固形成立展好进优减稳]$")
"""What a clause outside of a list of goals must hold to tell of a result."""
CHANGING = re.compile("[提扩降缩压稳控保减增改]")
HELD = re.compile(r"保持.*(?:稳定|运行)$")
PROCESS = re.compile(r"(?:加快|深入|扎实|稳步|有序|统筹|持续)(?:推进|建设|构建|健全|实施|开展|落实|发展)$")
VAGUE = re.compile(
    r"(?:效率|(?<!加工)(?<!生产)(?<!储备)(?<!仓储)能力|水平|力度|(?<!空气)(?<!环境)质量|效益|成效|效能|作用|意识|素质|质效|本领)$"
)


@cache
def _predicate() -> re.Pattern[str]:
    """Match a result that closes a clause: 稳步提升, 更加健全, 大幅跃升."""
    degree, result = cue_pattern("degree"), cue_pattern("result")
    pattern = rf"(?:(?:{degree})+(?:{result})(?:{result})*|更加[一-龥]{{2,6}}|更(?:加)?(?:相)?适应)$"
    return re.compile(initials((*cue("degree"), "更")) + pattern)


@cache
def _change() -> re.Pattern[str]:
    """Match a verb that moves a statistic: 进一步扩大, 提高, 稳定."""
    degree = cue_pattern("degree", "adverb")
    return re.compile(
        rf"(?:{degree})*(?:提高|提升|扩大|降低|缩小|缩短|压缩|稳定|稳住|控制|保持|减少|减轻|增加|改善)(?!到|至|为|在)"
    )


def _is_statistic(words: str) -> bool:
    return words.endswith(cue("statistic"))


def find_aims(reading: Reading) -> Iterator[Aim]:
    """Yield the aims of a sentence."""
    if reading.is_situation:
        return
    said = reading.sentence.view.text[: reading.sentence.end]
    goals = reading.sentence.part.year != reading.plan_year or bool(GOALS.search(said))
    for start, end in reading.clauses:
        if start in reading.past:
            continue
        counted = any(q.unit and q.unit not in IDLE for q in reading.measured_in(start, end))
        if counted or _is_taken(reading, start, end):
            continue
        later = any(m.year > reading.plan_year and m.start < end for m in reading.times)
        yield from _clause_aims(reading, start, end, goals or later)


def _is_taken(reading: Reading, start: int, end: int) -> bool:
    return any(a >= start and b <= end for a, b in reading.taken)


def _clause_aims(reading: Reading, start: int, end: int, goals: bool) -> Iterator[Aim]:
    clause = reading.text[start:end]
    for word, pattern in BAD_OUTCOMES:
        match = pattern.search(clause) if word in clause else None
        if match:
            yield _aim(reading, start + match.start(), end, match["what"], "bad-outcome")
            return
    given = GIVEN.match(clause) if "下达" in clause else None
    if given:
        for name in _names(given["what"]):
            yield _aim(reading, start + given.start("verb"), end, name, "assigned-aim")
        return
    formed = FORMED.match(clause)
    if formed and (goals or DONE.search(clause)):
        yield _aim(reading, start + formed.start("verb"), start + formed.end("verb"), formed["what"], "formed")
        return
    found = _outcome(clause, goals)
    if found is not None:
        position, rule = found
        subject = strip_lead(clause[:position])
        for name in _names(re.sub(r"(?:的|在|要|应|均|都|也|得以|逐步|稳定|力争)$", "", subject)):
            if len(name) > 1:
                yield _aim(reading, start + position, end, name, rule)
        return
    yield from _moved(reading, start, clause)


def _outcome(clause: str, goals: bool) -> tuple[int, str] | None:
    """Return where a clause's outcome begins and the rule that found it."""
    for ends, pattern, rule in OUTCOMES:
        match = pattern.search(clause) if clause.endswith(ends) else None
        if match and match.start() > 1 and (goals or not HELD.match(clause)):
            return match.start(), rule
    ways = ((PROGRESS, "progress"), (_predicate(), "result")) if goals or RESULTING.search(clause) else ()
    for pattern, rule in ways:
        match = pattern.search(clause)
        if match and match.start() > 1 and not PROCESS.search(clause):
            subject = re.sub(r"^(?:推动|促进|确保|实现|推进|力争|保持|使)", "", strip_lead(clause[: match.start()]))
            items = split_list(subject)
            if (goals and not cue_regex("…", "preposition").match(subject)) or any(map(_is_statistic, items)):
                return match.start(), rule
    return None


def _moved(reading: Reading, start: int, clause: str) -> Iterator[Aim]:
    """Yield the aims of `持续提高粮食单产和总产`: a verb of change and a statistic."""
    if not CHANGING.search(clause):
        return
    lead = len(clause) - len(strip_lead_words(clause))
    match = _change().match(clause, lead)
    if not match or match.end() >= len(clause):
        return
    what = clause[match.end() :]
    if _is_statistic(what) and not VAGUE.search(what) and len(what) <= 30:
        for name in _names(what):
            yield _aim(reading, start + lead, start + match.end(), name, "moved-statistic")


def strip_lead_words(clause: str) -> str:
    """Return a clause without the connectives and promises in front of its verb of change."""
    return re.sub(
        r"^(?:并|同时|要|将|着力|努力|力争|确保|推动|促进|通过[^，]{2,12})+(?=提|扩|降|缩|压|稳|控|保|减|增|进|持|逐|有|大|不|继|千)",
        "",
        clause,
    )


def _names(subject: str) -> list[str]:
    names = share(subject)
    if any(name.endswith("化") for name in names) or re.search("等[^、]{2,}$|、.*的[一-龥]{2}$", subject):
        return [subject]
    return names


def _aim(reading: Reading, start: int, end: int, indicator: str, rule: str) -> Aim:
    return Aim(
        span=reading.sentence.span(start, end),
        sentence=reading.span,
        rule=rule,
        indicator=indicator,
        year=due_year(reading, end),
    )
