"""Numbers that measure nothing: in names, dates, ordinals and numbers of documents.

Takes G315线, 第十五届, 2025年, “15分钟便民生活圈” out of what is read as quantities.
"""

import re
from typing import Final

from planskg.extracting.quantities.measured import CHINESE, NUMERAL_CLASS, RANGE
from planskg.extracting.quantities.numerals import DIGIT_CLASS, SCALE_CLASS
from planskg.model import Noun

NAMES: Final = {
    "name": r"“[^”]*”|《[^》]*》|〈[^〉]*〉"
    rf"|(?:\d++(?:\.\d++)?|{CHINESE})[{SCALE_CLASS}]*(?:(?:元|吨|千瓦|人|只|头|羽)?级(?!以)|方[面案])"
    r"|[一二三四五][类级等](?:及|或)?以[上下](?=[一-龥])"
    rf"|每(?:[十百千万]人口?(?!\d)|\d+[百千万]+人口?(?=[一-龥]{{2}}))|[百千万](?!{NUMERAL_CLASS})[一-龥][百千万](?!{NUMERAL_CLASS}|分)[一-龥]"
    rf"|(?<![\d.{DIGIT_CLASS}{SCALE_CLASS}])[十百千万亿]+[元斤吨亩头只人户千瓦公里]*(?=(?!{NUMERAL_CLASS})[一-龥]{{2,12}}(?:工程|行动|计划))|[一三四五六七八九]带[一二三四五六七八九]路"
    r"|（[一-龥]{0,4}单位：[^（）]*）|（[^（）]*=\d+）|（[百千万亿]+[一-龥]{1,3}）|国[一二三四五六](?![家内有际])|零部?件"
    r"|\d++型(?=[一-龥]{2})"
    r"|\d{1,3}路(?=(?:[、和]\d{1,3}路)*(?:公交|线路|专线|班车))"
    r"|[A-Za-z]+[_-]?\d[\d.]*(?:线|号)?|\d{5}(?=热线|政务|平台|服务|企业)"
    r"|\d++(?:(?:\.\d++)?[GgDK](?![A-Za-z])|[A-Z]{1,2}级|\.\d++版|号|(?:\+\d+|\+[A-Z])+|×\d++小时|[·.]\d++(?=[^\d%万亿个项，。；]*[日会]))",
    "number": rf"第(?:\d+|{CHINESE})[届次条号批章节轮款期]?|〔\d{{4}}〕\d*号?|（\d{{1,2}}）|(?<![\d.])0[1-9](?![\d.])",
    "date": rf"20\d{{2}}[-/.]\d{{1,2}}[-/.]\d{{1,2}}|(?:(?:19|20)\d{{2}}|[{DIGIT_CLASS}]{{4}})(?:年(?:{RANGE})|[—~-])"
    rf"(?:(?:19|20)\d{{2}}|[{DIGIT_CLASS}]{{4}})年?|(?:19|20)\d{{2}}年(?!级)|[一二][九〇○零][{DIGIT_CLASS}]{{2}}年|二三五年"
    r"|\d{1,2}月(?:\d{1,2}日|底|份|末|[上中下]旬)?|\d{1,2}日|\d{1,2}[:：]\d{2}(?!\d)|[一二三四]季度|[一二三四五六七八九十]+月|[“\"]?十[一二三四五六]五[”\"]?|近?(?:\d+|[一二两三四五六七八九十]+)年(?:来|间)"
    r"|(?:\d0|[二三四五六七八九]十)年代(?:[初末]|中期|以前)?",
}
NUMERAL: Final = re.compile(rf"[0-9{DIGIT_CLASS}{SCALE_CLASS}半番翻]")
OPENS_NAME: Final = rf"(?=[“\"《〈（每国第〔近A-Za-z0-9{DIGIT_CLASS}{SCALE_CLASS}])"
"""Where a number that is none may begin; most characters are passed over by this alone."""
PROTECTED: Final = re.compile(
    OPENS_NAME + "(?:" + "|".join(f"(?P<{why}>{pattern})" for why, pattern in NAMES.items()) + ")"
)


class Named(Noun):
    """A number that measures nothing: a date, a name, an ordinal."""

    start: int
    end: int
    reason: str


def find_named(text: str) -> list[Named]:
    """Return the numbers of a text that measure nothing, in order."""
    return [Named(*m.span(), m.lastgroup or "name") for m in PROTECTED.finditer(text) if NUMERAL.search(m.group())]


def mask(text: str, named: list[Named]) -> str:
    """Return a text, of the same length, that holds none of them."""
    parts: list[str] = []
    position = 0
    for name in named:
        parts += (text[position : name.start], "■" * (name.end - name.start))
        position = name.end
    return "".join((*parts, text[position:]))
