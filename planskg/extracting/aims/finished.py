"""Outcomes that end a thing: a review passed, a work done to the end, all that do what is said, a task fulfilled.

Finds `通过国家验收`, `如期全部完成`, `中小学校全部开设编程课`, `完成国家下达任务`.
"""

import re
from typing import Final

from planskg.extracting.aims.aim_names import is_measurable
from planskg.extracting.aims.outcome import WINDOW, Outcome

ASSIGNER: Final = (
    "(?:经)?(?:党中央|国务院|国家|中央|自治区|自治州|省级|省|市|州|盟|地区|县|旗|区|师|兵团|上级|上|[一-龥]{2,4}[市州盟](?=下达))"
    "(?:委|政府|里)?"
)
NAMED_ASSIGNER: Final = (
    "(?:[一-龥]{2,8}(?:省|市|州|盟|地区|县|旗|区|师)(?:委|政府)?(?=下达|核定|分解|确定|考核|规定|批复)"
    "|[一-龥]{2,3}(?=下达))"
)
"""A body by its name, before 下达 also by that alone (金华下达任务)."""
ASSIGNED: Final = re.compile(
    rf"(?:完成|达到|达|控制在|严控在|守在|压在|不低于|不高于|不超过|符合|优于|好于|低于)(?:“十[一二三四五六七八九]五”)?(?:(?:(?:{ASSIGNER}){{1,3}}|{NAMED_ASSIGNER})"
    r"(?:[^，；。]{0,10}?(?:下达|确定|核定|分解|考核|规定|要求|审核|批复|定)){0,2}"
    r"(?:给)?(?:我[省市县区州盟旗])?(?:的)?)(?P<what>[^，；。]{0,24}?)"
    r"(?:年度|约束性|控制|考核|规划|预期|工作|建设)*"
    r"(?P<end>(?:任务|目标|指标|要求|标准|计划|限额|范围|线(?=[以之]?内))+)(?:的?(?:序时|时序)?进度)?(?:以内|之内|范围内|内)?$"
)
"""完成国家下达任务, 控制在省定目标以内; what it is about may stand within (粮食播种面积)."""
OWN_TASK: Final = re.compile(
    r"完成(?:“十[一二三四五六七八九]五”)?(?:年度|当年|序时|约束性|控制|考核|预期|既定|规定|减排|目标)+(?:任务|目标|指标|要求|进度|计划)+$"
)
"""A task that a statistic has of its own year: 能耗强度完成年度任务."""
TASK_ENDS: Final = ("任务", "目标", "指标", "要求", "标准", "计划", "限额", "进度", "内")
REVIEW_ENDS: Final = (
    *("验收", "评估", "复审", "考核", "认定", "评审", "认证", "核查", "检查", "复核", "审核", "复评", "命名"),
    *("复查", "复检", "考评", "测评", "评价", "审定"),
)
AGAIN: Final = "复评|复审|复查|复核|复检|验收|考核验收|考评|测评|评估"
"""Reviews that a thing named before them passes (国家卫生城市通过复审)."""
PASSED: Final = re.compile(
    rf"(?:顺利|高质量|高标准|如期|成功)?通过(?:[^，；。]{{2,16}}(?:{'|'.join(REVIEW_ENDS)})|(?:{AGAIN}))$"
)
DONE_ENDS: Final = (
    "完成",
    "完毕",
    "消除",
    "办结",
    "销号",
    "退出",
    "化解",
    "见底",
    "达标",
    "实现",
    "解决",
    "到位",
    "建成",
)
DONE: Final = re.compile(
    r"(?:按期|如期|按时|全部|全面|全线|基本|顺利|圆满|提前|限期|高质量|彻底)+"
    rf"(?P<end>(?:[一-龥]{{2}}(?=完毕))?(?:{'|'.join(DONE_ENDS)}))$"
)
OVERALL: Final = re.compile("经济社会|全年|各项|上述|以上|既定|[这本]届|年初|^目标")
"""Words of a task that is all of the plan, and no aim of its own."""
OPEN_ENDS: Final = ("实现", "解决", "到位", "建成")
"""Ends that a process may have as well."""
ENTIRE: Final = re.compile(r"(?:全量|全额|全部)(?P<said>[^，；。]{2,14})$")
"""Where all of something do what is said: 中小学校全部开设编程课."""
COVERS: Final = re.compile(r"覆盖(?:到|至)?(?:全[国省市区县州旗盟域])?(?:所有|全部|每一?个|各个?)[^，；。的]{1,10}$")
"""What reaches all of them (寄递服务覆盖所有行政村)."""
ABLE: Final = re.compile(r"(?:基本)?(?P<said>(?:具备[^，；。]{2,12}(?:能力|条件|水平|功能)|进入[^，；。]{2,14}行列))$")


def find_assigned(clause: str) -> Outcome | None:
    """Find a task that somebody above has set, or that of the year."""
    if not clause.endswith(TASK_ENDS):
        return None
    if match := ASSIGNED.search(clause):
        return Outcome(match.start(), "assigned-aim", "", named_task(match["what"], match["end"]))
    own = OWN_TASK.search(clause) if "完成" in clause else None
    return Outcome(own.start(), "assigned-aim", "") if own and not OVERALL.search(clause, 0, own.start()) else None


def named_task(what: str, end: str) -> str:
    """Return the indicator of a task: the statistic that it sets (粮食播种面积), else itself (大豆扩种任务)."""
    return what + end[:2] if what and not is_measurable(what) else what


def find_finished(clause: str) -> Outcome | None:
    """Find what is passed, done to the end, or holds for all."""
    if "通过" in clause and (match := PASSED.search(clause)):
        return Outcome(match.start(), "finished", "")
    if clause.endswith(DONE_ENDS) and (match := DONE.search(clause, len(clause) - WINDOW)):
        loose = match["end"] in OPEN_ENDS or OVERALL.search(clause)
        return Outcome(match.start(), "finished", "measure" if loose else "")
    if "覆盖" in clause and (match := COVERS.search(clause, len(clause) - WINDOW)):
        return Outcome(match.start(), "finished", "")
    for sign, pattern in (("全", ENTIRE), ("具备", ABLE), ("行列", ABLE)):
        if sign in clause and (match := pattern.search(clause, len(clause) - WINDOW)):
            need = "statistic" if clause.endswith("条件") else ""
            return Outcome(match.start(), "finished", need, said=match["said"])
    return None
