"""How large a project is: the capacity inside its name, and the money that is for it alone."""

import re
from collections.abc import Collection, Sequence
from decimal import Decimal
from typing import Final

from planskg.extracting.quantities.measured import Measured
from planskg.extracting.quantities.quantities import scan
from planskg.extracting.readings.reading import Reading
from planskg.extracting.works.items import Item
from planskg.model import Noun, Quantity

LONGEST_SUM: Final = 12
CAPACITY: Final = re.compile(
    "吨|[千兆吉]瓦时?|万?立方米|公里|[头只羽张亩床米件辆套台块]|平方公里|平方米|标箱|[GM]W·?h?|P|千米|公顷"
)
"""Units in which the size of works is given, per day or year or not."""
VILLAGE: Final = ("镇", "乡", "村", "庄")
"""What follows a count that is a place's name (二台镇)."""
RAISED: Final = ("由", "从")
"""What stands before the size that works had (由1万吨扩至2万吨)."""
TIMES: Final = re.compile(r"(\d+)[×xX*]$")
INVESTED: Final = re.compile(
    r"(?:总投资|计划投资|概算投资|估算投资|概算总?额|总概算|投资概算|投资估算|批复概算|(?<=[一-龥]{3})(?:总|设计|项目|工程)*[概估]算|完成(?:年度)?投资|年度投资|(?<=（)(?:批复|初步|项目)?[概估]算)(?:额|约|超|达|为)?$|(?:^|[，；：（])(?:将|要|拟|力争|努力|计划|确保|全年|年内|今年|完成|总|年度|当年|实现|估算|预计|概算|加快|推进|推动|加快推进|启动|开工|开工建设|新建|建设|建成|续建|实施)*(?:投资|投入)(?:额|约|超|达)?$"
)
OF_FIELD: Final = re.compile("[一-龥]{2,6}(?:设施|产业|行业|领域|板块)(?:总|完成|年度|当年|计划|累计)*投资")
"""What opens a sum that is for a whole field, not for the works before it (充电设施总投资46亿元)."""
YEARLY: Final = re.compile("年度|年计划")
"""What tells a year's share of works, behind their total (总投资6亿元，年度投资2亿元); 年内完成投资2亿元 is a task."""
INVESTING: Final = re.compile(r"^(?:的)?(?:以上|左右)?的?(?:总|年度)?投资(?:任务|额|计划)?")


SIZE: Final = (
    r"(?:全?长|总长度?|线路全?长|里程|长度|总?库容|总?装机(?:容量|规模)?|总?建筑面积|总?占地(?:面积)?|用地(?:面积)?|总面积"
    r"|日(?:处理|供水|供气|产|加工|处置)[一-龥]{0,6}|年(?:产|处理|加工|供水|供气|发电|屠宰|吞吐|出栏|存栏|周转)[一-龥]{0,6}"
    r"|床位数?|(?:建设|设计|生产|处理|供水|供热|总)?规模|产能"
    r"|仓容|(?:灌溉|治理|修复|供热|供暖|种植|养殖|绿化|展陈)面积"
    r"|(?:冷库|仓库|仓储|储罐|储藏|储存|冷藏|堆存|静态)(?:总?容[量积]|库容)|总?容积"
    r"|(?:设计|处理|加工|生产|供水|供热|供气|分拣|屠宰|储存|储藏|储[酒粮油气煤]|仓储|冷藏|焚烧|处置)能力)"
)
HOLDS: Final = (
    r"(?:(?:商业|经营|营业|展陈|展览|使用|套内|厂房|仓储)面积|机架|机柜|[停车泊床座席学铺摊工]{1,2}位数?|容纳[一-龥]{0,4}"
    r"|(?:收治|接待|通过|吞吐|仓储|检测|服务)能力)"
)
"""What else works that stand before it are said to have or to hold."""
ACROSS: Final = re.compile(
    "(?:路面|路基|红线|桥面|桥|路|河道)?[总全]?(?:宽度?|高度?|深度?|跨径|净[宽高])(?:约为?|达到?|为)?"
)
"""What stands before a measure of works that is not how large they are (宽40米)."""
SIZED: Final = re.compile(
    rf"(?:项目|工程|其中|设计|线路|路线|规划|建筑|总|共?设置?|编制|核定|开放|新增|建设|有)*(?:{SIZE}|(?:铺设|敷设|架设)[一-龥]{{0,8}})(?:约为?|达到?|为)?"
)
"""What stands before the number in a clause that only says how large the works before it are (设计日处理污水2万吨)."""
SIZED_FRONT: Final = re.compile(r"[一-龥]{2,8}[\d.]+[万亿]?[一-龥/]{1,6}的$")
DIGIT: Final = re.compile(r"\d|[十百千万][百千万]*(?=[吨头只羽亩千兆立平])")
BRACKET: Final = re.compile("（([^（）]*)）")
LAND: Final = re.compile("[占用]地(?:面积)?(?:约为?|达到?|为)?$")
HELD: Final = ("个", "人", "锭")
"""Units that measure works only where these are said to hold so many."""


class Size(Noun):
    """How large works are, and the stretch of the text that says so with their name."""

    start: int
    end: int
    capacity: Quantity | None


def measure_item(text: str, item: Item, front: int, size_end: int) -> Size:
    """Return an item's size: in its name, in a bracket behind it, as a length behind it, or before it with 的."""
    inside = read_capacity(item.name)
    bracket = BRACKET.match(text, item.end)
    if bracket:
        return Size(item.start, bracket.end(), inside or read_capacity(bracket.group(1)))
    if size_end > item.end:
        return Size(item.start, size_end, inside or read_capacity(text[item.end : size_end]))
    sized = SIZED_FRONT.search(text, front, item.start) if text.endswith("的", front, item.start) else None
    if sized and inside is None:
        return Size(sized.start(), item.end, read_capacity(sized.group()))
    return Size(item.start, item.end, inside)


def read_capacity(name: str) -> Quantity | None:
    """Return the capacity that stands in a project's name (13万吨, 1000万吨/年, 2×66万千瓦); a voltage is none."""
    if not DIGIT.search(name):
        return None
    for q in scan(name)[0]:
        if name[q.end : q.end + 1] in VILLAGE or name.endswith(RAISED, 0, q.start):
            continue
        if size := read_size_of(q):
            times = TIMES.search(name, 0, q.start)
            return Quantity(size.value * int(times.group(1)), size.unit) if times else size
    return None


def read_size(reading: Reading, start: int, end: int) -> Quantity | None:
    """Return the size that a clause of its own gives to the works before it (线路全长168公里), and claim it."""
    text, position = reading.text, start
    sizes: list[Quantity] = []
    for q in reading.measured_in(start, end):
        across = ACROSS.fullmatch(text, position, q.start)
        size = read_size_of(q) if across or SIZED.fullmatch(text, position, q.start) else None
        if size is None or text.startswith("的", q.end):
            return None
        sizes += () if across else (size,)
        position = q.end + text.startswith("、", q.end)
    reading.taken += [(start, end)] if position > start else []
    return sizes[0] if sizes else None


def read_own(reading: Reading, start: int, end: int) -> Quantity | None:
    """Return how large works are, of what stands behind their name up to the end of its clause.

    Land is only where they stand (占地30亩、建筑面积2万平方米); things and people count where these are the measure of
    the works (机架800个, 可容纳3600人).
    """
    text = reading.text
    sizes = [
        (LAND.search(text, start, q.start) is not None, Quantity(q.value, q.unit))
        for q in reading.measured_in(start, end)
        if isinstance(q.value, Decimal)
        and (read_size_of(q) or (q.unit in HELD and not ACROSS.search(text, start, q.start)))
    ]
    return min(sizes, key=lambda size: size[0])[1] if sizes else None


def read_description(reading: Reading, start: int, end: int) -> Quantity | None:
    """Return the first size that stands with a sum between works and their stage (新建双线164公里，总投资2亿元).

    All that is measured there is theirs.
    """
    measured = reading.measured_in(start, end)
    return claim_sizes(reading, measured) if any(q.unit == "元" for q in measured) else None


def claim_sizes(reading: Reading, measured: Sequence[Measured], others: Collection[str] = ()) -> Quantity | None:
    """Claim all that is measured for works, and return the first size of it whose unit is none of some others."""
    reading.taken += [(q.start, q.end) for q in measured]
    return next((size for q in measured if q.unit not in others and (size := read_size_of(q))), None)


def read_size_of(q: Measured) -> Quantity | None:
    """Return a quantity as the size of works, None where its unit measures none."""
    fits = CAPACITY.fullmatch(q.unit.partition("/")[0])
    return Quantity(q.value, q.unit) if fits and isinstance(q.value, Decimal) else None


def read_sum(reading: Reading, start: int, end: int) -> Decimal | None:
    """Return the sum of a clause that says nothing else (努力完成12亿元投资任务)."""
    sums = reading.measured_in(start, end)
    if OF_FIELD.match(reading.text, start, end):
        return None
    short = len(sums) == 1 and end - start - (sums[0].end - sums[0].start) <= LONGEST_SUM
    return read_investment(reading, start, end) if short else None


def read_sums(reading: Reading, start: int, end: int, count: int) -> list[Decimal]:
    """Return the sums of so many works in their order, and claim them (分别完成投资2亿元、3亿元); else nothing."""
    if count < 2 or reading.text.find("分别", start, end) < 0 or reading.text.find("投资", start, end) < 0:
        return []
    quantities = [q for q in reading.measured_in(start, end) if q.unit == "元"]
    sums = [q.value for q in quantities if isinstance(q.value, Decimal)]
    if len(sums) != count:
        return []
    reading.taken += [(q.start, q.end) for q in quantities]
    return sums


def read_investment(reading: Reading, start: int, end: int) -> Decimal | None:
    """Return the sum that a stretch says is invested, in 元; the number is then no target."""
    for q in reading.measured:
        if not start <= q.start < end or q.unit != "元" or not isinstance(q.value, Decimal):
            continue
        if INVESTED.search(reading.text[start : q.start]) or INVESTING.search(reading.text[q.end : end]):
            reading.taken.append((q.start, q.end))
            return q.value
    return None
