"""What a table lists, as its header tells: figures of indicators, tasks with who does them, or projects."""

import re
from typing import Final

from planskg.extracting.tables.columns import YEAR
from planskg.extracting.tables.layout import CAPTION_ROWS, Cells
from planskg.model import Noun

SERIAL: Final = re.compile(r"序号|编号|^号$")
PROGRESS: Final = re.compile(
    r"进展(?!要求|目标|计划)|完成情况|落实情况|推进情况|截至|截止|已完成|累计完成|目前|现状|^进度$|备注|说明|问题"
)
DEADLINE: Final = re.compile(
    r"时限|完成时间|时间节点|办结|期限|(?<!形象)(?<!建设)(?<!工程)进度要求|时间要求|时间安排|完成日期"
)
RESPONSIBLE: Final = re.compile(
    r"责任|牵头|配合|主办|承办|协办|分管|领导|实施单位|实施主体|业主|建设单位|项目单位|部门|联系人"
)
GOAL: Final = re.compile(
    r"目标|进展计划|年度任务|年度计划|年计划|成效|要求|形象进度|量化|预期|计划进度|节点|(?:进度|工作|年度|计划|实施)安排|(?:推进|实施|工作)计划|^第?[一二三四1-4]季度$|^[上下]半年$"
    r"|(?:20\d\d年?度?|[本今当]年度?|^年度)(?:主要|计划|拟)*(?:建设|实施|施工)内容|指标$"
)
NAME: Final = re.compile(
    r"(?:项目|工程)(?:名称)?$|^名称$|^(?!指标|产品|企业|单位|机构|部门|行业)[一-龥]{2,4}（(?:项目|工程)）名称$"
)
SCALE: Final = re.compile(r"规模|建设内容|主要内容|能力|里程|(?:学|床|泊|车)位|装机|产能|库容")
MONEY: Final = re.compile(r"投资|资金|概算")
STAGE: Final = re.compile(r"(?:建设|项目)性质|^性质$|(?:建设|项目|所处|当前)阶段|^阶段$|(?:建设|项目)状态|^状态$|类型")
ASIDE: Final = re.compile(r"地点|地址|区域|属地|年限|起止|所属|行业|类别|领域|来源|联系|依据|单位$")
TASK: Final = re.compile(r"任务|举措|措施|事项|内容|工作|要点|实事|目标|清单")
TASKS: Final = ("任务", "事项", "工作")
"""How a column of goals is headed that holds the tasks where another holds their goals (目标任务 | 年度目标)."""
UNIT: Final = re.compile(r"^(?:计量)?单位$")
ROLES: Final = {
    "serial": SERIAL,
    "progress": PROGRESS,
    "deadline": DEADLINE,
    "responsible": RESPONSIBLE,
    "money": MONEY,
    "stage": STAGE,
    "goal": GOAL,
    "scale": SCALE,
    "name": NAME,
    "unit": UNIT,
    "aside": ASIDE,
    "task": TASK,
}
"""What a header cell may say, in the order in which it is asked."""


class Header(Noun):
    """The columns of a table that lists tasks or projects, by what they hold."""

    lists: str
    """tasks or projects."""
    rows: int
    """How many rows the header takes up."""
    words: list[str]
    name: int
    """The column of the project's name; of tasks the first that is read."""
    columns: dict[str, list[int]]

    def first(self, role: str) -> int | None:
        """Return the first column of a role."""
        return self.columns[role][0] if self.columns.get(role) else None


def read_role(cell: str) -> str:
    """Return what a header cell says that its column holds."""
    return next((role for role, pattern in ROLES.items() if pattern.search(cell)), "other")


def read_header(rows: list[Cells]) -> Header | None:
    """Return the columns of a table of tasks or projects; None for one of figures."""
    for index, row in enumerate(rows[:CAPTION_ROWS]):
        words = [words for _, words in row]
        if sum(map(bool, words)) > 1 and len(set(words)) > 1:
            return _header(words, index + 1)
    return None


def _header(words: list[str], rows: int) -> Header | None:
    columns: dict[str, list[int]] = {}
    for index, cell in enumerate(words):
        columns.setdefault(read_role(cell), []).append(index)
    goals = columns.get("goal", [])
    if len(goals) > 1 and not columns.keys() & {"task", "name"} and words[goals[0]].endswith(TASKS):
        columns["task"] = [goals.pop(0)]
    if _are_figures(words, columns):
        return None
    if "name" in columns and columns.keys() & {"scale", "money", "stage"}:
        return Header("projects", rows, words, columns["name"][0], columns)
    tasks = sorted(index for role in ("task", "scale", "goal", "name") for index in columns.get(role, ()))
    if tasks and _tells_tasks(columns) and _is_of_tasks(columns):
        return Header("tasks", rows, words, tasks[0], columns)
    if tasks and "name" in columns and "responsible" in columns:
        return Header("tasks", rows, words, tasks[0], columns)
    return None


def _are_figures(words: list[str], columns: dict[str, list[int]]) -> bool:
    """Tell the header of indicators, whoever answers for them: it has units or years, or no column tells what to do.

    Tasks may have the unit of their goals in a column, too (任务 | 单位 | 年度目标 | 牵头单位).
    """
    of_years = sum(YEAR.search(cell) is not None for cell in words) > 1
    if any("指标" in cell for cell in words):
        measured = any(UNIT.search(cell) for cell in words)
        return measured or of_years or not columns.keys() & {"task", "scale", "name"}
    of_tasks = {"task", "goal", "responsible"} <= columns.keys() and not of_years
    return not of_tasks and any(UNIT.search(cell) for cell in words)


def _tells_tasks(columns: dict[str, list[int]]) -> bool:
    """Tell whether a column holds what is to be done: tasks, a scale, or goals beside those who answer for them."""
    return bool(columns.keys() & {"task", "scale"}) or {"goal", "responsible"} <= columns.keys()


def _is_of_tasks(columns: dict[str, list[int]]) -> bool:
    """Tell a list of tasks from figures: it says who or when, or parts the task from its goal."""
    return bool(columns.keys() & {"responsible", "deadline", "progress", "goal"}) or "other" not in columns
