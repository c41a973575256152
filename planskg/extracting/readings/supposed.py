"""Which clauses only suppose: 如果甲厂达产，可新增产值…, and what follows from each more of something."""

import re
from typing import Final

SUPPOSED: Final = re.compile(
    "[如假倘一要万若](?<![一-龥].)(?:(?<=如)[果遇]|(?<=假)[如若设]|(?<=倘)若|(?<=一)旦|(?<=要)是|(?<=万)一|(?<=若)(?![干尔]))"
)
"""What makes the clauses behind it a supposition too (若外需恢复，…)."""
EACH_MORE: Final = re.compile(
    r"每(?:提高|提升|增加|新增|增长|上升|下降|降低|减少|投入|投资|消费|转移|多)[^，。；\d]{0,12}\d[^，。；]*，$"
)
"""A step, and that something follows from each of its kind (工业增速每提高1个百分点，…)."""
SERVES: Final = re.compile(
    r"为(?![此了期])[^，；。]{4,60}(?:打好|打下|奠定|夯实|筑牢|创造|提供)[^，；。、]{0,8}(?:基础|条件|支撑|保障)$"
)
"""A clause that only says what all before it is good for (为实现2035年目标打好基础)."""
FOLLOWS: Final = re.compile(
    "(?:[就便即则约]|大约|大致|预计|相当于|平均|也|还)*(?:[可会](?![展议计再降持比支回研控用])|能(?:够|带|拉|撬|增|新|减|节|创)|拉动|带动|撬动|影响|贡献)"
)
"""What opens a clause that tells what follows."""


def is_supposed(text: str, begin: int, start: int, end: int) -> bool:
    """Tell a clause from start to end, in a part of a sentence from begin on, that supposes or follows from that."""
    if SUPPOSED.search(text, begin, end) or (text[start] == "为" and SERVES.match(text, start, end)):
        return True
    if "每" not in text or not FOLLOWS.match(text, start, end):
        return False
    return EACH_MORE.search(text, begin, start) is not None
