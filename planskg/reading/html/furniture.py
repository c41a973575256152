"""What a web page prints around a document: navigation, share bars, related links, who runs the site.

Three things betray it: what an element is called, that it is all links, and what only the keeper of a site says.
Whatever holds more than half of a page's words is never taken for furniture.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from planskg.reading.html.markup import BLOCKS, HEADINGS, Element, empty, is_unprinted

NAMES = re.compile(
    r"\b(?:[a-z]*(?:nav|navi|navbar|navigation|menu|menus)|bread ?crumbs?|crumbs?|location|position|weizhi|dqwz|mbx|"
    r"[bj]?(?:d ?)?share[a-z]*|jiathis|fenxiang|relate[a-z]*|recommend[a-z]*|xiangguan|tuijian|"
    r"xg(?:lj|wz|wj|jd|yd|xw|xx|nr)|"
    r"(?:left |right )?(?:side ?bar|side|aside|sider)|foot|footer|bottom|copyright|contentinfo|complementary|"
    r"friend[a-z]*|yqlj|links?|search[a-z]*|sousuo|login|tools?|tool ?(?:bar|box)|qr ?code|ewm|erweima|print|"
    r"pager|pagination|page ?nav|prev ?next|comments?|pinglun|banner|logo|top ?bar|header|advert[a-z]*|ads?|"
    r"cookies?|popup|modal|font ?size|zihao|ziti|wza|skip|weather|tianqi|rank[a-z]*|hot ?(?:news|list))\b"
)
"""Words of ids, classes and roles, in English and in pinyin."""
PARTS = re.compile("[^A-Za-z]+|(?<=[a-z])(?=[A-Z])")
TAGS = frozenset(("nav", "aside", "footer", "header", "menu"))
HEADS = re.compile(r"\b(?:header|banner|logo)\b")
"""Names of furniture that may hold the title."""
CHAINS = frozenset(("center", "div", "dl", "form", "ol", "p", "section", "table", "tbody", "td", "tr", "ul"))
"""Elements that may be all links."""

OWNER = re.compile(r"ICP[备证](?:案号|\s*\d)|公网安备\s*\d|网站标识码|版权所有|Copyright|©|网站(?:地图|声明)", re.I)
"""What only the keeper of a site says."""
BUTTON = (
    "下载|打印|全屏|收藏|加大|还原|减小|关闭|大|中|小|分享|纠错|朗读|点赞|转发|"
    "(?:打印|关闭|收藏|保存)(?:本页|此页|窗口|页面)"
)
SITE = re.compile(
    rf"(?:{BUTTON}|[\s|丨·/【\[(（】\])）])+|[您你]?(?:现在|当前|所在)+的?位置.*|首页\s*>.*|"
    r"[【\[(（]?字[号体](?:大小)?[:：].{0,20}|(?:浏览|点击|访问|阅读)(?:次数|数|量)[:：]?[\s\d次]*|分享[到至][:：]?.{0,20}|"
    r"(?:用?微信|手机)?扫(?:一扫|描二维码).{0,20}|返回(?:顶部|首页|列表|上页)|[上下]一[篇条页](?:[:：].*)?|"
    r"相关(?:链接|文章|解读|阅读|稿件|新闻|信息)(?:[:：].*)?|今[日天](?:是|天气).{0,40}|(?:地址|邮编|邮政编码)[:：].*|"
    r"(?:主办|承办|运维|技术支持)(?:单位)?[:：](?=.*(?:电话|地址|邮编|政府|公司)).*|.{0,20}(?:JavaScript|浏览器(?:不支持|版本)).{0,60}"
)
"""Whole lines of furniture; none of them is a sentence."""
FIELD = re.compile(
    r"〔20\d\d〕|(?:发布|成文|发文|公开|生成|印发|公布)(?:日期|时间)|(?:发布|发文|制发|公开|印发)(?:机构|机关|单位)|"
    r"来\s*源\s*[:：]|(?:时间|日期)\s*[:：]"
)
"""What tells of the document, often with furniture in the same line."""
CUT = re.compile(
    r"[【\[]?字[号体](?:大小)?[:：]?\s*[\[【(（]?\s*(?:加?大|还原|中)[\s|]*(?:中|还原)?[\s|]*(?:减?小)?\s*[\])）】]?\s*[】\]]?|"
    r"(?:浏览|点击|访问|阅读)(?:次数|数|量)[:：]?\s*\d*\s*次?|分享[到至]?[:：].*$|"
    r"(?:打印|关闭|收藏|保存|下载)(?:本页|此页|窗口|页面|全文)?(?=\s|$)"
)
PROSE = re.compile("[。；]|，.*，")

HALF = 0.5
"""Of a page's weight: what holds more is the document."""
MARK = 20
"""Letters that a mark of prose is worth: a menu has none."""
KEPT_WORDS = 300
"""Characters that are kept of an element, to look for its keeper."""


@dataclass(slots=True)
class _Tally:
    """What an element holds: letters in links and outside of them, marks of prose, links, its first words."""

    letters: int = 0
    linked: int = 0
    marks: int = 0
    links: int = 0
    headed: bool = False
    words: str = ""

    @property
    def weight(self) -> int:
        return self.letters + MARK * self.marks

    def read(self, words: str | None, linked: bool) -> None:
        if words and (words := words.strip()):
            self.linked += len(words) * linked
            self.letters += len(words) * (not linked)
            self.marks += 0 if linked else sum(map(words.count, "，。；、"))
            if len(self.words) <= KEPT_WORDS:
                self.words += words

    def add(self, inner: "_Tally") -> None:
        self.letters += inner.letters
        self.linked += inner.linked
        self.marks += inner.marks
        self.links += inner.links
        self.headed |= inner.headed
        if len(self.words) <= KEPT_WORDS:
            self.words += inner.words


def strip_page(root: Element) -> bool:
    """Empty all elements that are not printed or are furniture; tell whether there was any furniture."""
    for element in [each for each in root.iter() if is_unprinted(each)]:
        empty(element)
    tallies = list(_tally(root))
    whole = tallies[-1][1].weight
    found = [element for element, tally in tallies if _is_furniture(element, tally, whole)]
    for element in found:
        empty(element)
    return bool(found)


def tidy(words: str) -> str:
    """Return what of a line is the document's, on a page that has furniture; it may be nothing."""
    if len(words) <= KEPT_WORDS and OWNER.search(words):
        return ""
    if PROSE.search(words):
        return words
    if FIELD.search(words):
        return CUT.sub("", words).strip()
    return "" if SITE.fullmatch(words) else words


def _tally(root: Element) -> Iterator[tuple[Element, _Tally]]:
    """Yield the elements that begin lines and hold words, each after those within it, the root last."""
    from lxml import etree

    tallies = [_Tally()]
    within_links = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        # An anchor within the page is a note or a heading of a table of contents, both its own words.
        link = element.tag == "a" and not (element.get("href") or "#").startswith("#")
        within_links += link if event == "start" else -link
        if event == "start":
            tallies.append(_Tally(links=int(link), headed=element.tag in HEADINGS))
            tallies[-1].read(element.text, within_links > 0)
        else:
            tally = tallies.pop()
            tallies[-1].add(tally)
            tallies[-1].read(element.tail, within_links > 0)
            if element is root or (tally.words and element.tag in BLOCKS):
                yield element, tally


def _is_furniture(element: Element, tally: _Tally, whole: int) -> bool:
    if element.tag in ("html", "body") or tally.weight > HALF * whole:
        return False
    return (
        _is_called_so(element, tally)
        or _is_chain(element, tally)
        or (len(tally.words) <= KEPT_WORDS and OWNER.search(tally.words) is not None)
    )


def _is_called_so(element: Element, tally: _Tally) -> bool:
    called = " ".join(filter(None, map(element.get, ("id", "class", "role"))))
    names = PARTS.sub(" ", called).lower() if called else ""
    if tally.headed and (element.tag == "header" or HEADS.search(names)):
        return False
    return element.tag in TAGS or NAMES.search(names) is not None


def _is_chain(element: Element, tally: _Tally) -> bool:
    """Tell whether an element is links and little else; a list of annexes is none."""
    if element.tag not in CHAINS or tally.words.startswith("附"):
        return False
    if element.tag in ("ul", "ol") and tally.linked > 9 * tally.letters:
        return True
    return tally.links >= 3 and tally.linked > tally.letters
