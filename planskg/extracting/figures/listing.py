"""Which rows of a table of projects list one, and which tell a task: 完成甲医院门诊楼建设, 老旧小区改造 | 18个."""

import re
from typing import Final

from planskg.extracting.tables.headers import Header
from planskg.extracting.tables.layout import Cells
from planskg.extracting.works.leads import peel_front
from planskg.extracting.works.names import naming
from planskg.extracting.works.peeling import ends_in_stage, peel_back

DOES: Final = re.compile(
    "(?:全力|全面|加快|加速|持续|继续|稳步|有序|积极|深入|扎实|年内)*"
    "(?:完成|实施|启动(?!区|器|资金)|推进(?!剂)|推动|加快|开展|开工|动工|建成|竣工|投用|打通|谋划|争取)"
)
"""What opens the name of a row that is a sentence."""
BUILDS: Final = ("新建", "改建", "扩建", "改扩建", "新改扩建", "续建", "迁建", "建设", "改造", "提升")
"""What opens one where only its contents stand by, and is part of a listed name elsewhere (新建甲至乙铁路)."""


def does(words: str) -> bool:
    """Tell a cell that says what is done (完成甲楼建设, 甲大桥竣工) from one that only names it."""
    return DOES.match(words) is not None or ends_in_stage(words, 0, len(words))


def lists_project(header: Header, row: Cells) -> bool:
    """Tell a row that lists a project: money or a stage stands by, or its name is that of one and does nothing."""
    if header.lists != "projects" or len(row) <= header.name or header.columns.keys() & {"money", "stage", "goal"}:
        return header.lists == "projects"
    words = row[header.name][1]
    return not (DOES.match(words) or words.startswith(BUILDS)) and naming(words, None).sure


def name_within(words: str) -> tuple[str, str]:
    """Return the name of works in words that may do something to them (完成｜甲楼｜建设), and the stage told."""
    if not DOES.match(words):
        return words, ""
    end, after, _ = peel_back(words, 0, len(words))
    start, lead = peel_front(words, 0, end)
    return (words[start:end], after or lead.stage) if start < end else (words, "")
