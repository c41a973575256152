"""What stands before works, or before their stage, in a clause of its own: their name, or the sum that is for them.

`——甲园：4月开工，10月投产` names them first and `投资3亿元，新建甲水厂` their money.
"""

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from planskg.extracting.projects.descriptions import is_step
from planskg.extracting.projects.scale import HOLDS, SIZE, read_sum
from planskg.extracting.readings.reading import Reading
from planskg.extracting.works.closing import FACILITIES, closing_works
from planskg.extracting.works.leads import BY, ITEM, peel_front
from planskg.extracting.works.names import naming
from planskg.extracting.works.peeling import MOVED, peel_back, stage_alone
from planskg.extracting.works.stages import CONSTRUCTION, label_stage
from planskg.extracting.works.staging import Promise

MEASURED: Final = re.compile(
    rf"(?<=[一-龥]{{3}})(?:(?:新增|共?设置?|编制|设计|规划|拥?有|可|总)*(?:{SIZE}|{HOLDS})|(?:计划|预计|概算|估算|总|本?年度|全年|完成)*(?:投资|投入)额?|(?:总|设计|项目|工程|投资|批复|初步)*[概估]算(?:总?额)?)(?:约为?|达到?|为)?(?=\d)"
)
"""What opens the size or the money of works in the clause that names them (甲水电站｜装机2万千瓦，年内投产)."""

DIGIT: Final = re.compile(r"\d")
LABELLED: Final = re.compile("[（【]([一-龥]{2,6})[）】]")
"""What may open an item of a list of works."""
ENTRUSTED: Final = re.compile(
    rf"(?<=[一-龥]{{3}})(?:{BY}|由[一-龥]{{2,12}}?(?:承建|代建|建设|施工|实施|运营|承担)+)(?=$|，)"
)
"""Who brings the works about that stand before it (甲中心｜由县农业局负责, 甲水厂｜由省水投公司承建)."""
OWNS: Final = re.compile(
    "[一-龥]{2,}(?:口岸|开发区|高新区|经开区|示范区|保税区|合作区|试验区|度假区|工业园区?|产业园区?|园区|景区|新区|港区|机场|车站|火车站|高铁站|医院|学校|中学|小学)"
)
"""A zone or site that works without a name of their own belong to, behind its colon."""
BARE: Final = re.compile(
    r"(?<=[一-龥]{3})(?=\d[\d.]*[万亿]?(?:平方米|锭|张(?:床位?)?|个(?:(?:停车|车|泊|床|座|席|学)位|机架|机柜|铺位|摊位|工位)|[千兆]瓦|(?:吨|立方米)(?:/[日天年])?|标箱)$)"
)
"""The same without a word for it, where the measure closes the clause (甲标准厂房二期｜6万平方米，9月交付)."""


def read_subject(reading: Reading, start: int, end: int) -> tuple[Promise | None, tuple[int, int]]:
    """Return the works that open a sentence or item and say no more, and the clause that tells their stage.

    Such are the items of a list of works: ——甲园：由县商务局牵头，4月开工，10月投产; 1.甲大桥，总投资5亿元，年底前通车.
    Several clauses may name them, below a title of their own: 交通：甲大桥、乙隧道，丙站，均于6月投用.
    """
    text, unread = reading.text, (None, (start, end))
    item = LABELLED.match(text, start, end) or ITEM.match(text, start, end) or ITEM.match(text)
    headed = _headed(reading, start, item) if item else ""
    if not headed and (end >= reading.clauses[-1][0] or text[end] not in "：，。"):
        return unread
    first, lead = peel_front(text, max(start, item.end()) if item else start, end)
    if lead.soft or first >= end:
        return unread
    begin, stop = max(text.rfind("；", 0, start), text.rfind("：", 0, start)), text.find("；", end)
    last = _name_end(text, first, end)
    if last == end and not all(_is_bare(text, *clause) for clause in reading.clauses if begin < clause[0] < start):
        return unread
    told = _first_stage(
        text, [clause for clause in reading.clauses if end < clause[0] and (stop < 0 or clause[0] < stop)]
    )
    if headed and not told and closing_works(text[first:last])[1]:
        told = headed, (start, end)
    return (Promise(first, last, told[0], "", "", text.endswith("项目", first, last)), told[1]) if told else unread


def _headed(reading: Reading, start: int, item: re.Match[str]) -> str:
    """Return the stage told by what opens an item (（续建）甲水库), else by the heading above (一、续建项目（3个）)."""
    if item.re is LABELLED:
        return label_stage(item[1], 0, len(item[1]))
    pillars = reading.sentence.pillars if start == reading.clauses[0][0] else ()
    label = pillars[-1].title.partition("（")[0] if pillars else ""
    return label_stage(label, 0, len(label))


def _name_end(text: str, start: int, end: int) -> int:
    """Return where the name of works ends before what says how large or dear they are."""
    if text[end - 1] in "程目":
        return end
    has_number = DIGIT.search(text, start, end)
    measured = has_number and (MEASURED.search(text, start, end) or BARE.search(text, start, end))
    if text.find("由", start, end) > 0 and (entrusted := ENTRUSTED.search(text, start, end)):
        measured = entrusted
    return measured.start() if measured and closing_works(text[start : measured.start()])[1] else end


def _is_bare(text: str, start: int, end: int) -> bool:
    """Tell a clause that names works or a title and says no more."""
    return peel_front(text, start, end)[0] == start and peel_back(text, start, end)[0] == end


def _first_stage(text: str, clauses: Sequence[tuple[int, int]]) -> tuple[str, tuple[int, int]] | None:
    """Return the stage that the first clause with one tells alone; money that is spent tells of construction."""
    for start, end in clauses:
        if stage := stage_alone(text, start, end):
            return stage, (start, end)
        if is_step(text, start, end):
            return CONSTRUCTION, (start, end)
    for start, end in clauses:
        if text.find("完成", start, end) >= 0 and MOVED.search(text, start, end):
            last, _, weak = peel_back(text, start, end)
            if weak and last <= start:
                return CONSTRUCTION, (start, end)
    return None


def name_before(reading: Reading, start: int) -> str:
    """Return the facility that stands alone before a colon; its phases go on from it (甲处置中心：完成二期库区建设)."""
    before = reading.clause_at(start - 2) if reading.text[start - 1 : start] == "：" else None
    words = reading.text[before[0] : before[1]] if before else ""
    return words if closing_works(words)[1] in FACILITIES else ""


def owner_before(reading: Reading, start: int, end: int) -> str:
    """Return the zone or site that a label before a clause without figures names (甲口岸：完成旅检大厅扩建)."""
    if reading.text[start - 1 : start] != "：" or not all(q.chinese for q in reading.measured_in(start, end)):
        return ""  # 三期 is no figure
    before = reading.clause_at(start - 2)
    words = reading.text[before[0] : before[1]] if before else ""
    return words if OWNS.fullmatch(words) and naming(words, reading.region).sure else ""


def sum_before(reading: Reading, start: int, end: int) -> Decimal | None:
    """Return the sum that a clause before the only works of a sentence part says alone (投资3亿元，新建甲水厂)."""
    text = reading.text
    before = reading.clause_at(start - 2) if text[start - 1 : start] == "，" else None
    if before is None or "投资" not in text[before[0] : before[1]] or text[end : end + 1] not in ("。", "；", ""):
        return None
    return read_sum(reading, *before)
