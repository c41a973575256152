"""The cells of a table's header known by their words alone, and what the cells below each may hold.

Where nothing but words tells the header from its rows: cells a line each, or between single blanks or commas.
"""

import re
from functools import cache
from typing import Final

from planskg.extracting.tables.headers import read_role
from planskg.extracting.tables.units import base_unit
from planskg.extracting.words.lexicon import initials

WORDS: Final = (
    "序号|编号|主要|具体|重点|重大|指标|项目|工程|产品|名称|类别|类型|分类|领域|行业|板块|区域|所属|工作|任务|事项|实事|民生|清单|要点|举措|措施|内容|规模|性质"
    "|建设|实施|推进|落实|年度|阶段|目标|计划|总|年|月|投资|资金|投入|金额|估算|概算|来源|筹措|方式|责任|牵头|配合|主办|承办|协办|协同|协助|主管|分管|包抓|联系"
    "|单位|部门|科室|股室|主体|法人|业主|领导|负责|人|电话|完成|办结|时限|时间|期限|年限|日期|节点|起止|开工(?=时间|日期|年)|竣工(?=时间|日期|年)"
    "|形象|进度|进展|要求|情况|当前|目前|成果|成效|量化|标准|数量|单价|计量|计算|属性|备注|说明|地点|地址|位置|乡镇|当年|全年|累计|到位|预算|考核|验收|权重|分值|依据|序|号|本|今|及|和|与|、|/|的|拟|值|数|性|20\\d\\d"
)
COMPOSED: Final = rf"(?:{WORDS})+(?:[（(][^（）()\n]{{1,8}}[）)])?"
"""A cell all of whose words are those of headers: 年度计划投资（万元）, 建设规模及内容."""
FIRST: Final = (
    "(?:序[ \u3000]*号|编[ \u3000]*号|类别|分类|领域|名称"
    "|(?:年度|重点|重大|主要|具体|计划|目标|建设|民生){0,2}(?:产品|指标|项目|工程|工作|实事|任务|事项){1,2}(?:名称|内容|类别|清单|要点)?)"
)
FIGURES: Final = re.compile(
    r"[^，。；\n]*(?:20\d\d年?|十[一二三四五六七八九]五|[上去今本]年|实际|实绩|完成|执行|绝对|总量|预计|预期|计划|目标|增长|增速|增幅|增减|升降|[涨降]幅|同比)[^，。；\n]*"
)
"""A cell over figures."""
OPENS: Final = re.compile(
    rf'\n[ \u3000"“]*{initials("序编类分领名年重主具计工目建民实产指项任事")}{FIRST}(?=[\s,，"”])'
)
"""A first cell with the line end before it; a text without any has no such table."""
HEAD: Final = re.compile(rf"{COMPOSED}|{FIGURES.pattern}")
LONGEST_HEAD, LONGEST_FIGURE, LONGEST_WORDS = 18, 40, 300
FIGURE: Final = re.compile(r"[—–－/-]+|[^\d，。]{0,4}-?\d[\d,.]*(?:[—~～至-]\d[\d.]*)?[^\d，。]{0,4}")
"""A cell of figures: 92.6, 5左右, 不低于90, a dash."""
UNIT: Final = re.compile("(?:计量|计算)?单位(?:[（(].*)?")
NO_UNIT: Final = re.compile(r"[—–－/-]+|.*=100")
REMARK: Final = re.compile("属性|性质|备注|说明")
HELPER_HEAD: Final = re.compile("配合|协[同办助]|参[与加]")
BODY_HEAD: Final = re.compile("单位|部门|[科股]室|主体|业主")
SERIAL_CELL: Final = re.compile(r"\d{1,3}[.、．]?")
REMARK_CELL: Final = re.compile(
    r"(?!\d{1,3}$|[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|附[件表注]|注[：:])[^。]{0,30}"
)
BODY_CELL: Final = re.compile(
    r"[^\d；]{0,80}(?:局|委|办|厅|部|政府|会|院|校|所|站|处|行|社|队|中心|区|县|市|旗|州|乡|镇|村|街道|公司|集团|单位|企业|部门|[科股]室?|[—–-]+)(?:等|（[^（）]*）|\([^()]*\))*。?"
)
DUE_CELL: Final = re.compile(r"[^。；]{0,12}(?:年|月|底|季度|前|期|[日续]|[—–-]+)[^。；]{0,8}|20\d\d[-.—~/\d]*")
CELLS: Final = {
    "serial": SERIAL_CELL,
    "remark": REMARK_CELL,
    "body": BODY_CELL,
    "helper": BODY_CELL,
    "due": DUE_CELL,
    "money": FIGURE,
}
"""What a cell below a header cell of a kind looks like."""
MAY_BE_BLANK: Final = frozenset(("serial", "aside", "remark", "helper"))
"""The kinds of which a row may lack a cell: a part's number, a group merged with the row above, a remark, who helps."""
SURE: Final = frozenset(("serial", "body", "due", "money"))
"""The kinds of which one cell is enough to know a row by."""


def is_head(words: str) -> bool:
    """Tell whether a cell may be one of a header."""
    return len(words) <= LONGEST_HEAD and HEAD.fullmatch(words) is not None


def is_aside(head: str) -> bool:
    """Tell whether a header cell stands over words beside the figures, which a row may lack."""
    return kind_of(head) in ("remark", "body", "helper")


@cache
def kind_of(head: str) -> str:
    """Return what kind of cells stands below a header cell; words where they may be anything."""
    if UNIT.fullmatch(head):
        return "unit"
    if REMARK.search(head):
        return "remark"
    role = read_role(head)
    if role == "responsible" and BODY_HEAD.search(head):
        return "helper" if HELPER_HEAD.search(head) else "body"
    known = {"serial": "serial", "deadline": "due", "money": "money", "aside": "aside", "progress": "aside"}.get(role)
    return known or ("figures" if role in ("other", "goal") and FIGURES.fullmatch(head) else "words")


def may_hold(kind: str, cell: str) -> bool:
    """Tell whether a cell may stand in a column of a kind."""
    if kind == "unit":
        return bool(base_unit(cell) or NO_UNIT.fullmatch(cell))
    return kind not in CELLS or CELLS[kind].fullmatch(cell) is not None
