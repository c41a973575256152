"""What stands between works that open an item of a list and their stage: what is built there, and how far it is.

`甲灌区工程，设计灌溉面积9万亩，总投资3亿元，完成支渠隧洞掘进` says a size, a sum and a step on the way.
"""

import re
from typing import Final

from planskg.extracting.projects.scale import claim_sizes, read_size, read_size_of
from planskg.extracting.readings.reading import Reading
from planskg.extracting.works.closing import FACILITIES, closing_works
from planskg.extracting.works.leads import peel_front
from planskg.extracting.works.names import naming
from planskg.extracting.works.peeling import peel_back
from planskg.extracting.works.series import PHASE
from planskg.extracting.works.stages import CONSTRUCTION
from planskg.model import Project, Quantity

BUILDS: Final = re.compile(
    "(?:项目|工程)?(?:主要|规划|计划|拟|共|总|一期|二期)*"
    "(?:新建|改建|扩建|改扩建|续建|迁建|配建|建设|改造|更换|配套|铺设|敷设|架设|埋设|安装|购置|修复|治理|疏浚|加固|整治|布设)(?![一-龥]{0,8}(?:率|占比))"
)
"""How a clause opens that says what is built there (建设标准厂房18万平方米, 配套管网62公里)."""
THINGS: Final = tuple("台套辆件块")
"""Units of what works are fitted out with (安装风机25台)."""
MAKES: Final = re.compile("(?!新增)[一-龥]{2,8}产能")
"""What stands before the number of what works make, which their sum shows to be told of them (铜箔产能5万吨)."""
OWN: Final = re.compile(
    "(?:管网|管道|管线|干渠|支渠|渠道|渠系|堤防|堤岸|河堤|护岸|岸线|厂房|隧洞|跑道|航道|栈道|绿道|管廊)$"
)
"""Things that works are named after which have them (燃气管网更新工程，改造管网30公里), as a county's roads are not."""
UNDER_WAY: Final = re.compile(
    "新建|改建|扩建|续建|迁建|建设(?!规模|地点|内容|性质|单位|用地|工期|年限)|改造|年度|年计划|完成投资"
)
"""What tells, between works and the later year of their stage, that they are being built now."""
STEPS: Final = ("start", CONSTRUCTION)
"""Stages that the works on a part of works tell (支渠隧洞开挖, 站房主体施工)."""
PART: Final = re.compile("[一-龥、#\\d]{2,10}")


def is_step(text: str, start: int, end: int) -> bool:
    """Tell a clause of what is done to a part of the works before it, which has no name (推进索道站房主体施工)."""
    first, lead = peel_front(text, start, end)
    last, after, _ = peel_back(text, first, end)
    if not lead.soft or after not in STEPS or not PART.fullmatch(text, first, last):
        return False
    part = text[first:last]
    return not (closing_works(part)[1] in FACILITIES and (PHASE.match(part) or naming(part, None).sure))  # 一期｜管廊


def read_built(reading: Reading, start: int, end: int) -> tuple[Quantity | None, bool]:
    """Return the first size of what is built at works, by the clauses of a stretch, and whether it is under way.

    All that is measured in these clauses is theirs.
    """
    size, under_way = None, False
    for first, last in reading.clauses:
        if not start < first < end:
            continue
        under_way = under_way or UNDER_WAY.search(reading.text, first, last) is not None
        told = _read_clause(reading, first, last)
        size = size or told
    return size, under_way


def _read_clause(reading: Reading, start: int, end: int) -> Quantity | None:
    """Return the size that a clause between works and their stage tells; how many engines they get is none."""
    if not BUILDS.match(reading.text, start, end):
        return read_size(reading, start, end)
    return claim_sizes(reading, reading.measured_in(start, end), THINGS)


def read_own_built(reading: Reading, start: int, end: int, works: Project) -> Quantity | None:
    """Return how much is built of what works are named after (更换管网32公里), or what a dear plant is to make."""
    text, measured = reading.text, reading.measured_in(start, end)
    size = read_size_of(measured[0]) if len(measured) == 1 and measured[0].end == end else None
    if size is None or size.unit in THINGS or measured[0].start < start + 3:
        return None
    noun = OWN.search(text, start, measured[0].start)
    built = noun is not None and noun.group() in works.name and BUILDS.match(text, start, end)
    if not built and not (works.investment and MAKES.fullmatch(text, start, measured[0].start)):
        return None
    reading.taken.append((start, end))
    return size
