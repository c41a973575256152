"""Figures that present works and promise nothing: 全长125公里, 设计时速350公里, and the sums of such a sentence.

A length, a design speed or a cost is what works are like, not what a plan wants to reach.
"""

import re
from typing import Final

from planskg.extracting.quantities.measured import Measured

HINT: Final = re.compile("全长|宽(?<![放拓加]宽)度?|占地(?:面积)?|时速|设计速度|共线|桥隧比|设计概算")
"""What a sentence holds that presents works; most hold none."""
LIKE: Final = re.compile(f"(?:{HINT.pattern})(?:目标值|总?额)?(?:约为?|为|达)?$")
"""What stands before a figure of what works are like."""
COST: Final = re.compile("(?:总投资|投资|概算|估算)(?:总?额|总概算)?(?:约为?|为|达)?$")
REACH: Final = 12


def presents(text: str, begin: int, q: Measured) -> bool:
    """Tell a figure that says what works are like, in a sentence part from begin on; their cost too, behind another."""
    if LIKE.search(text, max(begin, q.start - REACH), q.start):
        return True
    cost = q.unit == "元" and COST.search(text, max(begin, q.start - REACH), q.start)
    return bool(cost) and HINT.search(text, begin, q.start) is not None
