"""What the clauses before a number name, for one that lacks it: what they work on, list, or announce by a colon."""

import re
from typing import Final

from planskg.extracting.quantities.measured import Measured
from planskg.extracting.targets.carried import Carried
from planskg.extracting.targets.clause import Clause
from planskg.extracting.targets.counting import MONEY, RATES
from planskg.extracting.targets.heads import ADDING
from planskg.extracting.targets.indicator_leads import strip_lead
from planskg.extracting.words.lexicon import cue_ends, cue_pattern, cue_regex
from planskg.extracting.words.sharing import closes_in_measure, closing_statistic, split_list
from planskg.vocabulary import load_scheme

DIGIT: Final = re.compile(r"\d")
PROCESS: Final = re.compile(
    r"(?:提质增效|提质扩面|提质升级|提标升级|扩面提质|提档升级|提质扩能|提质扩量|扩量提质|扩能提质|扩能增效|增产提质|做大做强|做优做强|做强做优|转型升级|优化升级|延链补链|强链补链|加快建设|建设|工程|攻坚行动|行动|工作|机制|应保尽保|制度|项目|改革|任务|年度)+$"
)
MANNER: Final = re.compile("^(?:整[县市区乡镇村省]|[分连]片|全域|系统|成建制)(?:推进|推动|实施|开展|治理)")
"""How something is done, and the verb (整县推进…)."""
OF_FIELD: Final = re.compile("(?:领军|特色|龙头|骨干|标杆|链主)企业")
"""Firms of whose field nothing is said."""
FIELD: Final = re.compile(
    "(?:实施|开展|推进|深化)(?P<field>[一-龥]{1,8}?(?:业|经济|智能|制造|物流|文旅))(?=[^，；]{0,12}(?:行动|工程|计划)”?，$)"
)
"""The field that the clause before says a programme is for (实施｜服务业｜提质行动)."""
SHORT_NOUN: Final = 3
"""A noun no longer than this may be short for what the clause before works on (学位 for 普通高中学位)."""
LONGEST_SUBJECT: Final = 8
LONGEST_THING: Final = 16
UNDER: Final = ("按照", "按", "根据", "依据", "遵循", "坚持", "加大投入", "加大力度")
"""What opens a clause that says how or why, and works on nothing."""
ELIGIBLE: Final = re.compile(
    r"对(?![外口接])(?:[^，]*\d[^，]*的)?(?P<who>[^，\d]{2,16}?)(?:按[^，]*)?(?:给予|予以|发放)[^，]*"
    "(?:补贴|补助|奖励|奖补|资助|支持|扶持|贴息|贷款)"
)
"""What says who is given something, with the threshold before (对吸纳5人以上就业的｜返乡创业企业｜给予补贴)."""
LABEL_MARK: Final = re.compile(r"[，；。：]|——|(?<!\d)\d{1,2}[.、]|（\d{1,2}）")
NO_LABEL: Final = re.compile(
    r"(?:总|计划|完成|项目|估算|概算|年度|其中|工程)投资额?$|^(?:投资|资金|规模|面积|收入|产值)$|规模$|长度$|内容$|时间$|目标$|任务$|其中$|等$"
)
"""What stands before a colon in a project's particulars (总投资：2亿元), or announces a list."""
TOLD: Final = re.compile(rf"(?<=..)(?:实现|{cue_pattern('degree')})+(?:{cue_pattern('result')})$")
"""Matches what a clause says of its subject's course (产值｜实现倍增, 种植面积｜稳步扩大)."""


def subject_before(clause: Clause) -> str:
    """Return the subject of the clause right before, where it tells no number (镁产业提质扩能，产量达到45万吨)."""
    thing = earlier_thing(clause) if clause.silent_before() else ""
    return thing if 1 < len(thing) <= LONGEST_SUBJECT else ""


def worked_before(clause: Clause) -> str:
    """Return what the clause right before works on, for the number that is done of it (推进危房改造，完成40户)."""
    thing = earlier_thing(clause) if clause.silent_before() else ""
    return thing if 1 < len(thing) <= LONGEST_THING and not DIGIT.search(thing) else ""


def named_before(clause: Clause, noun: str) -> str:
    """Return a short noun as the clause before names it: 推进地质灾害避险搬迁，完成2万人搬迁任务."""
    if OF_FIELD.fullmatch(noun) and clause.start:
        field = FIELD.search(clause.reading.text, 0, clause.start)
        return field["field"] + noun if field else noun
    thing = earlier_thing(clause).rpartition("的")[2] if clause.start and 1 < len(noun) <= SHORT_NOUN else ""
    return thing if thing.endswith(noun) and len(thing) <= LONGEST_THING and not DIGIT.search(thing) else noun


def earlier_thing(clause: Clause) -> str:
    """Return what the clause before works on: 推进农村供水提质改造 is about 农村供水提质改造."""
    reading = clause.reading
    clauses = [reading.text[a:b] for a, b in reading.clauses if b < clause.start] or [""]
    earlier = next((one for one in reversed(clauses) if "等" not in one), clauses[-1])
    if eligible := ELIGIBLE.fullmatch(earlier):
        return eligible["who"]
    thing = "" if earlier.startswith(UNDER) else MANNER.sub("", ADDING.sub("", strip_lead(earlier), count=1))
    told = TOLD.search(thing) if thing and thing[-1] in cue_ends("result") else None
    return PROCESS.sub("", cue_regex("^…", "making").sub("", thing[: told.start()] if told else thing))


def label_before(clause: Clause, q: Measured) -> str:
    """Return what a colon or a dash right before the clause gives as the name of its figures (进出口总额：2亿元)."""
    text = clause.reading.text
    if text[clause.start - 1 : clause.start] != "：":
        return ""
    words = strip_lead(LABEL_MARK.split(text[: clause.start - 1])[-1])
    if NO_LABEL.search(words) or DIGIT.search(words) or len(words) < 2:
        return ""
    known = words in load_scheme("indicators").by_name or closes_in_measure(words) or closing_statistic(words)
    counted = q.unit and q.unit not in RATES and q.unit not in MONEY
    return words if known or counted else ""


def told_before(clause: Clause, carried: Carried) -> str:
    """Return the statistics that the clause right before lists, or gives numbers for (A达到…、B达到…，均增长9%)."""
    silent = clause.silent_before()
    if silent is None:
        return "、".join(carried.told)
    words = strip_lead(clause.reading.text[slice(*silent)])
    items = split_list(words)
    return words if len(items) > 1 and all(map(closing_statistic, items)) else ""


def listed_before(clause: Clause, count: int) -> str:
    """Return the list of so many statistics that an earlier clause opens with (A率、B率在…基础上，分别稳定在…)."""
    for start, end in clause.reading.clauses:
        if end > clause.start or clause.reading.measured_in(start, end):
            continue
        words = strip_lead(clause.reading.text[start:end])
        for match in cue_regex("(?:…)+", "measure-noun").finditer(words):
            if len(split_list(words[: match.end()])) == count:
                return words[: match.end()]
    return ""
