"""What stands behind its number: the thing counted (11家州直国有企业), or what a share is of (70%的村卫生室)."""

import re
from functools import cache
from typing import Final

from planskg.extracting.quantities.measured import Measured
from planskg.extracting.targets.carried import Carried
from planskg.extracting.targets.clause import Clause
from planskg.extracting.targets.counting import PLACES, is_abstract, opens_with_making
from planskg.extracting.targets.earlier_clauses import named_before
from planskg.extracting.targets.heads import Head, read_head
from planskg.extracting.targets.indicator_leads import strip_lead
from planskg.extracting.words.lexicon import cue_pattern, cue_regex, cue_set
from planskg.extracting.words.sharing import TOTAL, closes_in_measure, split_list
from planskg.extracting.works.closing import GENERAL
from planskg.vocabulary import load_scheme

STOP: Final = re.compile("[，；。：]")
SHARE_VERB: Final = re.compile(r"(?:用于|向|投向|投入|来自|具备|就读|实现|达到|完成|建成|开展|纳入|由|为|以|在)")
COVERING: Final = ("覆盖", "惠及", "辐射", "联结", "带动")
"""Verbs behind what reaches a share of those who stand behind it (助餐服务｜覆盖｜65%的社区)."""
RESUMING: Final = ("工程", "行动", "项目", "任务", "工作", "改革", "计划", "举措", "重点工程", "重点工作", "重大工程")
"""Nouns behind how many a list names (甲建设、乙改造、丙提升｜三项｜工程)."""
FUNDS: Final = re.compile(rf"(?:用于|支持|实施|新建|建设|改造|推进|{cue_pattern('making')})(?=[^，。；、]{{3}})")
WORKS_ON: Final = re.compile(
    "，(?=(?:用于|支持|实施|推进|加快|完成|启动|开工|[新改扩修续迁重]建|改扩建|建设|建成|改造|打造|整治|治理|维修|修缮|提升|购置|配备)[^，。；]{3})"
)
"""What opens the clause that tells what a sum before it is for."""
WHERE: Final = "(?:(?:主|中心)?城区|县城|城市|城镇|农村|乡镇|集镇|城乡|辖区|园区|景区|全[省市区县州旗盟])?"
TRAILING_LINK: Final = re.compile(r"(?:[、，和与及]|以及|并)+$")
WORKED_ON: Final = re.compile(r"(?<=..)(?:建设|改造|治理)(?=和|与|及|、).*")
TASK: Final = re.compile(
    r"(?<=..)(?:的目标(?:任务)?|建设任务|建设|等?任务|等工作|等|(?:全部|均|加快)(?:竣工|完工|建成|投产|开工|投用|推进|达标|落地|建设)|(?:加速|顺利|有序|稳步|扎实|同步|全面|高质量)(?:推进|实施|建设|见效))$"
)
QUALIFIER: Final = re.compile(f"^{TOTAL}|^(?:以上)?的|^包括.*?在内的|^口(?![腔岸袋述碑味粮罩感])的?")
DEADLINE: Final = re.compile(
    r"(?:\d{1,2}月|年|[一二三四]季度|上半年)底?(?:以?前)(?:全部|全面|基本)?|(?:年内|如期|按期)(?:全部|全面|基本)?(?=[一-龥]{2,4}$)"
)
ISSUES: Final = re.compile("推出|出台|制定|发布|印发")
"""What makes a count of what is otherwise abstract (出台减税等18条政策)."""
OF_THINGS: Final = re.compile("的(?!目标|任务|要求|规模|水平|基础|标准|成绩|速度|大关|台阶)")
"""What parts a number from what it counts (农村37处｜的｜机泵)."""
PERFORMS: Final = re.compile(
    "(?<=..)(?:全面|集中|统一|逐一|常态化)?(?:进行|实施|开展|提供|给予|予以)(?:全面|集中|免费)?(?=[一-龥“]{2})"
)
"""What stands between those whom a number counts and what is done for them (12座病险水库｜实施｜除险加固)."""
SERVICES: Final = ("服务", "救助", "补贴", "支持", "帮扶", "援助", "补助", "扶持")
"""How a list of what is done for somebody closes."""
LEAST: Final = 5
"""Characters of a word behind 等 that says by itself what is done (助餐、助浴等｜居家养老服务)."""
PLACE: Final = re.compile(PLACES)
SHORT_ITEM: Final = 3
"""An item no longer than this only says which of the things that close its list it means (水泥、钢铁企业治理)."""


def name_share(head: Head, after: str, carried: Carried) -> tuple[str, str]:
    """Name what a share is of: 70%的村卫生室具备…, 80%以上向民生领域倾斜."""
    noun = noun_behind(after)
    if after.startswith(("的", "以上的")):
        return (head.words if head.words.endswith(COVERING) else "") + QUALIFIER.sub("", noun), "share-of"
    if SHARE_VERB.match(after):
        base = head.words.removesuffix("的") or cue_regex("^…", "making").sub("", carried.indicator)
        return base + noun, "share-for"
    return head.words + noun, "share-of"


def name_counted(clause: Clause, head: Head, after: str, q: Measured, carried: Carried) -> tuple[str, str]:
    """Name what stands after its number: verb and noun, or the words around it."""
    if 1 < len(split_list(head.words)) == q.value and (head.words.endswith("等") or noun_behind(after) in RESUMING):
        clause.reading.leave(q, "list-count")
        return "", ""
    if head.acts or not head.words or head.words.endswith(("等", "的")):
        words = _counted_noun(clause, head, after, q, carried)
        if not words:
            clause.reading.leave(q, "list-count")
        return words, "counted-noun"
    near = split_list(head.words)[-1]
    if is_abstract(noun_behind(after)) and not q.bound:
        clause.reading.leave(q, "list-count")
        return "", ""
    counts = q.unit == "人" or _is_classifier(q.unit)
    if counts and opens_with_making(head.words) and (OF_THINGS.match(after) or _says_what_is_done(head.words)):
        return head.words + noun_behind(after).removeprefix("的"), "number-inside"
    short = near == head.words and len(near) <= 4 and _is_classifier(q.unit) and not closes_in_measure(near)
    if q.start < q.number or short:
        return near + noun_behind(after), "number-inside"
    clause.reading.leave(q, "threshold" if q.bound else "list-count" if "、" in head.words else "name")
    return "", ""


def _says_what_is_done(words: str) -> bool:
    """Tell words that are verbs of making, and perhaps where (改造提升城区10处公共卫生间)."""
    return cue_regex(f"…(?:[、和]?…)*{WHERE}", "making").fullmatch(words) is not None


def _counted_noun(clause: Clause, head: Head, after: str, q: Measured, carried: Carried) -> str:
    noun = DEADLINE.sub("", QUALIFIER.sub("", noun_behind(after)))
    verb = head.verb or ("" if head.acts or head.words else carried.verb)
    noun = named_before(clause, noun)
    if noun.endswith("中") and after.startswith(noun) and noun[-2:] not in ("初中", "高中"):
        return ""
    if is_abstract(noun) and not (verb or head.adds or carried.adds or ISSUES.match(head.words)):
        return ""
    carried.verb = verb
    if head.words.endswith("等") and (len(noun) < 3 or ISSUES.match(head.words)) and noun not in GENERAL:
        noun = head.words + noun
    if (
        not head.words.endswith("等")
        and opens_with_making(head.words)
        and head.words.endswith(verb)
        and len(head.words) > len(verb) + 3
    ) or (verb and head.words.endswith(verb) and PLACE.fullmatch(noun)):
        verb = head.words
    if head.words.endswith("等") and noun in GENERAL:
        begins = cue_regex("^…+", "making").match(head.words)
        verb = begins.group() if begins else verb
    per = q.unit.partition("/")[2]
    return (f"每{per}" if per and not verb else "") + ("" if verb == "打造" else verb) + noun


def name_work(clause: Clause, q: Measured) -> str:
    """Name what the clause behind a sum works on: 投资2亿元，新建农村公路300公里 is 新建农村公路."""
    text, reading = clause.reading.text, clause.reading
    works = WORKS_ON.match(text, q.end)
    start, end = (reading.clause_at(works.end()) if works else None) or (0, 0)
    numbers = reading.measured_in(start, end)
    words = strip_lead(text[start : numbers[0].start if numbers else end])
    number_first = numbers and (not words or words in cue_set("making"))
    return words + noun_behind(text[numbers[0].end : end]) if number_first else words


def noun_behind(after: str) -> str:
    """Return the noun that a number counts, as far as its clause or the connective before the next number."""
    words = STOP.split(after, 1)[0]
    owner, mark, thing = words.rpartition("的")
    if mark and len(thing) > 1 and "、" in owner:
        return thing
    performs = PERFORMS.search(words) if words.endswith(SERVICES) else None
    if performs and "、" in words[performs.end() :]:
        return words[: performs.start()] + _service(words[performs.end() :])
    items = split_list(words)
    if items and PERFORMS.search(items[-1]):
        words = PERFORMS.sub("", words, count=1)
    elif len(items) > 1 and not TRAILING_LINK.search(words):
        last = read_head(items[-1])
        apart = last.acts and len(items[0]) > SHORT_ITEM and not items[-1].endswith(items[-2][-1] + last.verb)
        if opens_with_making(items[-1]) or not last.words or apart:
            words = words[: words.rfind(items[-1])]
    words = TRAILING_LINK.sub("", words)
    return TASK.sub("", words if words.endswith(GENERAL) else WORKED_ON.sub("", words))


def _service(done: str) -> str:
    """Return what is done for somebody: what closes the list, where that says it by itself, else the list."""
    closing = done.rpartition("等")[2]
    return closing if len(closing) > LEAST else done


@cache
def _is_classifier(unit: str) -> bool:
    concept = load_scheme("units").by_notation.get(unit)
    return concept is not None and concept.value("measureWord") == "true"
