"""The title of a plan, among the lines of its head."""

import re
from itertools import chain, islice, pairwise, takewhile

from planskg.reading.ends import HEADING_NUMBER, NUMERAL

PLAIN = r"[^\s。，；：:！？]"
WORD = r"[^\s\d。，；：！？（）()]"
# 2026年内蒙古自治区政府工作报告; 2023年自治州国民经济和社会发展计划; …第十四个五年规划和2035年远景目标纲要;
# 张掖经济技术开发区2025年经济发展计划; …2025年政府工作报告任务分解
KIND = r"(?:计划|规划|纲要|报告|草案|安排|分解|清单|方案|目标|要点)"
HEADING = rf"附|\d+[.．、]|{HEADING_NUMBER}|第{NUMERAL}{{1,3}}(?:章|节|篇|部分)"
# the report of a government, of a prefecture's administration, of a zone's committee
REPORT = r"(?:政府|行署|行政公署|管委会|管理委员会|街道办事处)工作报告"
TITLE = re.compile(
    rf"(?!{HEADING}){PLAIN}{{0,40}}(?:{REPORT}{PLAIN}{{0,12}}?(?:{KIND}表?)?|(?:国民)?经济(?:(?:和|与)?社会)?发展{PLAIN}{{0,60}}?(?:{KIND}表?|规划的建议)"
    rf"|20\d\d年计划(?:执行|完成|落实)情况(?:的报告)?[和与及暨]20\d\d年{PLAIN}{{0,20}}?{KIND}"
    rf"|(?:第{NUMERAL}{{1,3}}个五年|[“\"]?十{NUMERAL}五[”\"]?{WORD}{{0,24}}?)规划(?:[和与及]20\d\d年远景目标)?(?:纲要|草案|的?建议)?"
    rf"|{WORD}{{2,40}}?{KIND}(?=[（(]20\d\d年?[—–~～至-]+20\d\d年?[）)]))"
    r"(?:[（(](?:草案|摘[要登编]|节选|全文|书面(?:报告|材料)?|.{0,10}[稿版]|20\d\d年?[—–~至-]+20\d\d年?)[）)])?"
)
# 名称：…县2023年国民经济和社会发展计划, in the table that a site prints above a document; 附件：…
LABEL = re.compile(r"^(?:(?:信息|文件|文档)?(?:名称|标题)[:：]|附[件表]\d{0,2}(?:[:：]|$))")
SPLIT_ABOVE = re.compile(rf"{PLAIN}{{4,40}}(?:国民|经济|[和与]|社会|发展|年|计划|执行|情况|工作|政府)")
AS_TABLE = rf"(?:一览|汇总)?表?(?:[（(]{PLAIN}{{0,20}}[）)])?"
# 2025年重点工作及责任清单; 顺德区2024年十大民生实事项目正式出炉！; …“十五五”时期主要指标, among the first lines
HEADLINE = re.compile(
    rf"(?!{HEADING}|.*(?:总结|回顾|情况|综述|成就|成效|成绩|通报|解读|考核|评价))[^。；，,]{{0,60}}"
    rf"(?:20\d\d年(?!\d{{1,2}}月)|十{NUMERAL}五)"
    rf"[^。；，,]{{0,40}}(?:{KIND}|实事|事项|项目|工程|任务|工作|意见|名单|打算|部署|举措|指标)[^。；，,]{{0,30}}"
)
OPENING_LINES = 4
"""How many lines may hold a headline: a page's path and its like stand above it."""
# …国民经济和社会发展计划主要指标表; …县2024年重点工作责任分解（…附件）, where nothing else is a title
TABLE_TITLE = re.compile(
    rf"(?!{HEADING}){PLAIN}{{2,40}}(?:国民经济和社会发展{PLAIN}{{0,12}}(?:指标|目标)表?"
    rf"|[“\"]?十{NUMERAL}五[”\"]?{WORD}{{0,24}}规划{WORD}{{0,12}}(?:指标|目标)表?"
    rf"|20\d\d年{PLAIN}{{0,16}}(?:计划|指标|任务|工作|实事|目标|分解|清单|要点|方案|安排){AS_TABLE})"
)
NO_TITLE = re.compile(r"通知|印发|解读|批复|审议|作政府工作报告|指标|代表.*向")
# 关于昌吉州2022年国民经济 / 和社会发展计划执行情况与2023年计划草案的报告: a title on several lines.
TITLE_ABOVE = re.compile(rf"{PLAIN}{{0,20}}关于{PLAIN}{{2,40}}")
TITLE_BELOW = re.compile(rf"(?:执行情况|草案|[和与及]){PLAIN}{{0,40}}(?:报告|草案|纲要)")
# …县2025年 / 国民经济和社会发展计划执行情况 / 与2026年…的报告: what stands above a line that begins within a title
BEGINS_WITHIN = re.compile(r"[与和及暨]|国民经济|社会发展|(?:计划)?(?:执行|完成)情况|20\d\d年度?(?:$|国民)")
BEGINS = re.compile(
    rf"(?!{HEADING})(?:关于{PLAIN}{{2,40}}|{PLAIN}{{0,40}}20\d\d年(?!\d{{1,2}}月){PLAIN}{{0,40}}"
    r"|[^\W\d_]{1,20}[省市州盟县区旗])"
)
MOST_ABOVE = 3
"""How many lines a title may have above the one that it is known by."""
YEAR = re.compile(r"(20\d\d)年")
# 关于印发《2023年自治州国民经济和社会发展计划》的通知: where no title stands, the notice names the plan.
NOTICE = re.compile(r"关于(?:印发|下达|批转)《?([^《》\n]{6,60}?)》?的通知")


def find_title(head: str) -> str | None:
    """Return the title of the plan itself, not of the notice that it came with."""
    lines = ["", *(LABEL.sub("", "".join(line.split())) for line in head.splitlines()), ""]
    for at, (above, line, below) in enumerate(zip(lines, lines[1:], lines[2:], strict=False)):
        if TITLE.fullmatch(line) and not NO_TITLE.search(line):
            if TITLE.fullmatch(below) and YEAR.search(below) and not YEAR.search(line):
                continue  # 政府工作报告 above 2025年…政府工作报告
            opened = TITLE_ABOVE.fullmatch(above) and not NO_TITLE.search(above)
            whole = above + line if opened else _from_above(lines[: at + 1], line)
            return whole + (below if TITLE_BELOW.fullmatch(below) else "")
    for at, (above, line) in enumerate(pairwise(lines)):
        # …国民经济 / 和社会发展计划…: the title's line ends inside a word
        if SPLIT_ABOVE.fullmatch(above) and TITLE.fullmatch(above + line) and not NO_TITLE.search(above + line):
            return _from_above(lines[:at], above + line)
    opening = takewhile(lambda line: not line.endswith(("。", "：", ":")), islice(filter(None, lines), OPENING_LINES))
    named = chain(filter(TABLE_TITLE.fullmatch, lines), filter(HEADLINE.fullmatch, opening))
    notice = NOTICE.search("".join(lines))
    return notice[1] if notice else next(named, None)


def _from_above(lines: list[str], title: str) -> str:
    """Return a title with the lines above it that it goes on from, if one of them may begin it."""
    words = title
    for above in islice(reversed(lines), MOST_ABOVE):
        if not BEGINS_WITHIN.match(words) or not above or NO_TITLE.search(above):
            break
        words = above + words
        if BEGINS.fullmatch(above) and not BEGINS_WITHIN.match(above):
            return words
    return title
