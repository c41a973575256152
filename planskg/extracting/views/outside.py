"""What a file holds around the plan: front matter, notices, copy lists, glossaries, a web page's furniture."""

import re
from collections.abc import Sequence
from typing import Final

from planskg.extracting.words.lexicon import initials

GLOSSARY: Final = re.compile(
    r"^(?:附件?\d?[:：]?)?[^，。]{0,14}(?:(?:名词|名词术语|用语|术语)?(?:注释|解释)|注释说明|(?:名词|有关|相关|指标|术语|口径)说明)[:：]?$|^注[:：]?$"
)
# ［3］“一网统管”：…; ①绿色工厂：指…
FOOTNOTE: Final = re.compile(
    r"(?:注\d{1,2}[：:.．、]|[〔［\[]注?\d{1,3}[〕］\]]|[^，。：]{1,30}：(?:是)?指(?![导标数挥示])|[¹²³⁴-⁹]+)"
)
NOTE: Final = re.compile(
    r"[（(【]?(?:附?注|说明|备注)[\d一二三四五]?\s*[：:、.．\s】]|[*＊※]|[本上]?表[中内]|带[*＊※#△▲★]"
)
"""How a note below a table begins."""
NOTE_ITEM: Final = re.compile(r"\d{1,2}[.、．]|[（(]\d{1,2}[）)]|[①-⑩]")
FOOT: Final = re.compile(
    r"相关报道|责任编辑|分享到|扫一扫|相关附件|相关链接|相关文档|相关阅读|上一[篇条]|下一[篇条]|打印本页|关闭窗口|网站地图|备案号"
    r"|^(?:编辑|来源|责编|【(?:我要|返回|纠错|下载|推荐|分享|编辑|来源|作者|记者|打印|关闭))"
)
FOOT_OPENING: Final = re.compile(r"(?:相关(?:报道|附件|链接|文档|阅读)|上一[篇条]|下一[篇条])(?=[:：（(]|$)")
"""What a line of the foot opens with, however long the titles are that it links to."""
LINE: Final = re.compile(
    initials(
        "首当您现的位索主发成信来文作编责审生公有字打关收浏点阅扫分抄印联电邮地版备网附名内服体组效失废统制转相上下【2"
    )
    + r"(?:首页|当前位置|您?(?:现在|当前)?的?位置|索引号|主题分类|发文(?:机关|字号|日期)|成文日期"
    r"|发布(?:日期|时间|机构|单位)"
    r"|(?:公开(?:目录|形式|方式|范围|程序|属性|类别|责任部门)|(?:文件|信息)?(?:名称|标题|分类)|内容(?:概述|分类)|服务对象"
    r"|(?:体裁|组配)分类|效力状态|(?:失效|废止|编稿)(?:日期|时间)|统一(?:登记|编)号|制定机关|发文单位|转载)[：:]"
    r"|相关(?:附件|链接|文档|文件|阅读|报道|新闻|信息)(?:[（(]\d+个?[)）])?[：:]|[上下]一[篇条][：:]"
    r"|信息来源|文章来源|来源：|作者：|编辑：|责任编辑|审核：|生成日期|公开(?:日期|时间)|有效性|文号：|字体|字号|字数|打印|关闭|收藏"
    r"|浏览|点击|阅读|扫一扫|分享|抄送|抄报|主送|印发：|联系(?:人|电话|方式)|电话：|邮编|地址：|主办|版权|备案|网站|附件\d*(?:：|$)(?!.{0,30}(?:实事|任务|清单))"
    r"|附表\d*(?:：|$)|【[^】]{0,12}(?:打印|字[体号：]|大中小|关闭|收藏|A[】+-])|20\d\d[-/.]\d{1,2}[-/.]\d{1,2}[\d:：]*$)"
    r"|[（(]?(?:计量|计算)?单位[：:][^，。]{1,12}$"
    r"|[（(]?(?:附?注|备注|说明)\d?[：:].{0,40}(?:计算|口径|可比价|不变价|现价|当年价)"
)
"""How a line of furniture begins."""
PRINTED: Final = re.compile(r"[^，。]{2,30}\d{1,2}月\d{1,2}日印发")
COUNTER: Final = re.compile(r"(?:浏览|阅读|点击)(?:次数|量|数)?[：:]?\d|共印\d+份|ICP备|公网安备|日印发(?<=\d日印发)$")
"""What stands anywhere in a line of furniture."""
COUNTER_SIGN: Final = re.compile("浏览|阅读|点击|共印|ICP备|公网安备|日印发")
"""A word of that; the engine passes over all other characters."""
PAGED: Final = re.compile(r"(?:…+|[.．·•⋯‥]{3,})\s*[（(]?\d{1,3}[）)]?\s*$")
"""How an entry of the contents ends: leaders and a page."""
CONTENTS: Final = re.compile(r"[【\[]?目\s*[录次][】\]]?")
PAGE: Final = re.compile(r"[\s…·.．]*[（(]?\d{0,3}[）)]?$")
ANNEX: Final = re.compile(
    r"^[^，。；]{0,24}(?:民生实事|惠民实事|为民实事|为民办实事|实事项目|实事工程|任务分解|责任分解|任务清单|分工方案)(?:清单|项目|目录|表|方案)?(?:（[^）]*）)?$"
)
TITLE_PIECE: Final = 6
"""Characters that a part of the title has at least."""
# 接到本通知15个工作日内，请将…报县发改委; 已经…批准，现予下达
ABOUT: Final = re.compile(
    r"本通知|现(?:予|将|予以)?[^，。]{0,30}(?:下达|印发|批转|公布)|请(?:各|你们|认真|结合|遵照|将|予以)|，请审议|提请.{0,12}审议|报告工作"
)


def is_glossary(line: str) -> bool:
    """Tell whether a line titles a glossary, which lasts to the end."""
    return GLOSSARY.search(line) is not None


def is_foot(line: str) -> bool:
    """Tell whether a line below the text begins the page's foot."""
    return FOOT.search(line) is not None


def opens_foot(line: str) -> bool:
    """Tell whether a line of whatever length opens with a word of the page's foot."""
    return FOOT_OPENING.match(line) is not None


def is_furniture(line: str) -> bool:
    """Tell whether a line by itself is none of the plan: a date of publication, a counter, a copy list, a footnote."""
    if COUNTER_SIGN.search(line) and (COUNTER.search(line) or PRINTED.match(line)):
        return True
    if line[-1:] in "0123456789）)" and PAGED.search(line):
        return True
    return (LINE.match(line) or FOOTNOTE.match(line)) is not None


def find_contents(lines: Sequence[str]) -> range:
    """Return which lines are the contents: the title 目录 and the headings below it that the text prints again."""
    title = next((at for at, line in enumerate(lines) if line[:1] in "目【[" and CONTENTS.fullmatch(line)), None)
    if title is None or title + 1 == len(lines):
        return range(0)
    first = PAGE.sub("", lines[title + 1])
    for at, line in enumerate(lines[title + 2 :], title + 2):
        if line == first:
            return range(title, at)
        if "。" in line:
            break
    return range(title, title + 1)


def repeats_title(line: str, title: str) -> bool:
    """Tell whether a line prints the document's title, or a part of it, once more."""
    return len(line) >= TITLE_PIECE and line in title


def is_annex(line: str) -> bool:
    """Tell whether a line titles an annex whose numbered items are commitments and no headings."""
    return ANNEX.match(line) is not None


def is_about_the_document(sentence: str) -> bool:
    """Tell whether a sentence of the front matter speaks of the document itself."""
    return ABOUT.search(sentence) is not None
