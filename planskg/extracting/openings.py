"""What stands before works, or before their stage, in a clause of its own: their name, or the sum that is for them.

`——甲园：4月开工，10月投产` names them first and `投资3亿元，新建甲水厂` their money.
"""

from decimal import Decimal

from planskg.extracting.closing import closing_works
from planskg.extracting.peeling import peel_front, stage_alone
from planskg.extracting.reading import ITEM, Reading
from planskg.extracting.scale import read_sum
from planskg.extracting.staging import Promise


def read_subject(reading: Reading, start: int, end: int) -> tuple[Promise | None, tuple[int, int]]:
    """Return the works that open a sentence or item and say no more, and the clause that tells their stage.

    Such are the items of a list of works: ——甲园：由县商务局牵头，4月开工，10月投产; 1.甲大桥，总投资5亿元，年底前通车.
    """
    text = reading.text
    item = ITEM.match(text, start, end)
    first = item.end() if item else start
    opens = start == reading.clauses[0][0] or text[start - 1] == "；"
    first, lead = peel_front(text, first, end)
    if opens and text[end : end + 1] in ("：", "，") and first < end and not lead.soft:
        rest = [clause for clause in reading.clauses if clause[0] > end and "；" not in text[end : clause[0]]]
        for clause in rest:
            if stage := stage_alone(text, *clause):
                return Promise(first, end, stage, "", "", text.endswith("项目", first, end)), clause
    return None, (start, end)


def name_before(reading: Reading, start: int) -> str:
    """Return the facility that stands alone before a colon; its phases go on from it (甲处置中心：完成二期库区建设)."""
    before = reading.clause_at(start - 2) if reading.text[start - 1 : start] == "：" else None
    words = reading.text[before[0] : before[1]] if before else ""
    return words if closing_works(words)[1] in ("facility", "soft-facility") else ""


def sum_before(reading: Reading, start: int, end: int) -> Decimal | None:
    """Return the sum that a clause before the only works of a sentence part says alone (投资3亿元，新建甲水厂)."""
    text = reading.text
    before = reading.clause_at(start - 2) if text[start - 1 : start] == "，" else None
    if before is None or "投资" not in text[before[0] : before[1]] or text[end : end + 1] not in ("。", "；", ""):
        return None
    return read_sum(reading, *before)
