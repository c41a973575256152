"""Short sentences that promise works are no headings.

Of 新建甲小学、乙幼儿园。 each is one work; mottoes such as 加快建设现代化产业体系。 open alike, but name none.
"""

import re

from planskg.extracting.stages import CONSTRUCTION
from planskg.extracting.staging import take_apart
from planskg.extracting.works import find_works

DOES = re.compile(
    "(?:加快|力争|确保|推进|完成)?(?:开工|新开工|动工|启动建设|[新改扩续迁修复重]建|改扩建|改造|建成|竣工|完工|建设|完成|实施|投用|打通|贯通|修缮|整治)(?!好|高|现代化|[更一])"
)
"""What opens a task that builds."""


def promises_works(sentence: str) -> bool:
    """Tell a sentence that opens with what is done to named works (新建甲小学、乙幼儿园) from a motto.

    建设 before one alone may be a heading, below which stands how it is built.
    """
    words = sentence.rstrip("。").partition("，")[0]
    verb = DOES.match(words)
    promise = take_apart(words, 0, len(words)) if verb or "、" in words else None
    works = find_works(words, promise, None, "") if promise else []
    if promise is None or not works:
        return False
    several = len(works) > 1 or promise.is_list_of_projects
    return several or (verb is not None and (promise.stage != CONSTRUCTION or not verb.group().endswith("建设")))
