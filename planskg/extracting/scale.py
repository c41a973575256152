"""How large a project is: the capacity inside its name, and the money that is for it alone."""

import re
from decimal import Decimal

from planskg.extracting.quantities import scan
from planskg.extracting.reading import Reading
from planskg.model import Quantity

CAPACITY = re.compile(
    "吨|[千兆吉]瓦时?|万?立方米|公里|[头只羽张亩床米件辆套台]|平方公里|平方米|标箱|[GM]Wh?|P|千米|公顷"
)
"""Units in which the size of works is given, per day or year or not."""
TIMES = re.compile(r"(\d+)[×xX*]$")
INVESTED = re.compile(
    r"(?:总投资|计划投资|概算投资|估算投资)(?:额|约|超|达)?$|(?:^|[，；：])(?:力争|努力|计划|确保|全年|年内|今年|完成|总|年度|当年|实现|估算|预计|概算|加快|推进|推动|加快推进|启动)*(?:投资|投入)(?:额|约|超|达)?$"
)
INVESTING = re.compile(r"^(?:的)?(?:以上|左右)?的?(?:总|年度)?投资(?:任务|额|计划)?")


def read_capacity(name: str) -> Quantity | None:
    """Return the capacity that stands in a project's name (13万吨, 1000万吨/年, 2×66万千瓦); a voltage is none."""
    if not any(char.isdigit() for char in name):
        return None
    for q in scan(name)[0]:
        if CAPACITY.fullmatch(q.unit.partition("/")[0]) and isinstance(q.value, Decimal):
            times = TIMES.search(name, 0, q.start)
            return Quantity(q.value * int(times.group(1)) if times else q.value, q.unit)
    return None


def read_investment(reading: Reading, start: int, end: int) -> Decimal | None:
    """Return the sum that a stretch says is invested, in 元; the number is then no target."""
    for q in reading.measured:
        if not start <= q.start < end or q.unit != "元" or not isinstance(q.value, Decimal):
            continue
        if INVESTED.search(reading.text[start : q.start]) or INVESTING.search(reading.text[q.end : end]):
            reading.taken.append((q.start, q.end))
            return q.value
    return None
