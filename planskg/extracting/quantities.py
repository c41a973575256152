"""Numbers with their units and comparators, and the numbers that are none: dates, names, ordinals.

Finds `2.2万人以上`, `不低于90%`, `5.5%—6%`, `每千人2.5个`, `百分之七`, `八成`; takes G315线, 第十五届, 2025年,
“15分钟便民生活圈” for no quantity.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from planskg.extracting.lexicon import alternation, by_last, cue_set, unit_names, words_by_notation
from planskg.extracting.numerals import DIGIT_CLASS, SCALE_CLASS, parse_chinese, parse_number, scale

ARABIC = r"\d+(?:\.\d+)?"
CHINESE = rf"[{DIGIT_CLASS}{SCALE_CLASS}]+(?:点[{DIGIT_CLASS}]+)?"
NUMERAL_CLASS = f"[{DIGIT_CLASS}{SCALE_CLASS}]"
RANGE = r"—{1,2}|-|~|至|到"
NAMES = {
    "name": r"“[^”]*”|《[^》]*》|〈[^〉]*〉"
    rf"|(?:\d++(?:\.\d++)?|{CHINESE})[{SCALE_CLASS}]*(?:(?:元|吨|千瓦|人|只|头|羽)?级(?!以)|方[面案])"
    rf"|每[十百千万]人口?(?!\d)|[百千万](?!{NUMERAL_CLASS})[一-龥][百千万](?!{NUMERAL_CLASS}|分)[一-龥]"
    rf"|(?<![\d.{DIGIT_CLASS}{SCALE_CLASS}])[十百千万亿]+[元斤吨亩头只人户千瓦公里]*(?=(?!{NUMERAL_CLASS})[一-龥]{{2,12}}(?:工程|行动|计划))|[一三四五六七八九]带[一二三四五六七八九]路"
    r"|（(?:计量|计算)?单位：[^（）]*）|（[^（）]*=\d+）|（[百千万亿]+[一-龥]{1,3}）|国[一二三四五六](?![家内有际])|零部?件"
    r"|[A-Za-z]+[_-]?\d[\d.]*(?:线|号)?|\d{5}(?=热线|政务|平台|服务|企业)"
    r"|\d++(?:(?:\.\d++)?[GgDK](?![A-Za-z])|[A-Z]{1,2}级|\.\d++版|号|(?:\+\d+|\+[A-Z])+|×\d++小时|[·.]\d++(?=[^\d%万亿个项，。；]*[日会]))",
    "number": rf"第(?:\d+|{CHINESE})[届次条号批章节轮款期]?|〔\d{{4}}〕\d*号?|（\d{{1,2}}）",
    "date": rf"20\d{{2}}[-/.]\d{{1,2}}[-/.]\d{{1,2}}|(?:(?:19|20)\d{{2}}|[{DIGIT_CLASS}]{{4}})(?:年(?:{RANGE})|[—~-])"
    rf"(?:(?:19|20)\d{{2}}|[{DIGIT_CLASS}]{{4}})年?|(?:19|20)\d{{2}}年(?!级)|[一二][九〇○零][{DIGIT_CLASS}]{{2}}年|二三五年"
    r"|\d{1,2}月(?:\d{1,2}日|底|份|末|[上中下]旬)?|\d{1,2}日|\d{1,2}[:：]\d{2}(?!\d)|[一二三四]季度|[一二三四五六七八九十]+月|[“\"]?十[一二三四五六]五[”\"]?|近?(?:\d+|[一二两三四五六七八九十]+)年(?:来|间)",
}
NUMERAL = re.compile(rf"[0-9{DIGIT_CLASS}{SCALE_CLASS}半番翻]")
PER = re.compile("每[千万百]人")
PER_LENGTH = 3
AT_LEAST = re.compile("(至少|最少|最多|不少于)([一-龥]{2,3})$")
"""A comparator before the verb of its number: 至少建成1个."""
AT_LEAST_LENGTH = 6
MULTIPLE_OF = re.compile("(不低于|不少于|不高于|高于|超过|低于)[^，；。、]{2,14}的$")
"""A comparator and what the multiple is of: 不低于城市低保标准的1.3倍."""
FORBIDS = re.compile("(?:(?:(?<![解坚表判])决|绝)?不(?:得|应|能|可|许|准|宜|允许|要)|(?<![解坚表判])决|绝)$")
"""What turns the comparator behind it round (不得低于), or says its 不 with force (决不突破)."""
FORBIDS_LENGTH = 4
MIRRORED = {"ge": "le", "le": "ge"}
LINKED = re.compile("[、，和与及]|以及")
"""What stands between numbers that one head governs."""
LONGEST_LINK = 2


class Measured(NamedTuple):
    """A number in a text, with what bounds it; offsets count in the text that was scanned."""

    start: int
    end: int
    """Of the whole, comparator words included."""
    number: int
    """Where the figure begins, after a comparator word."""
    value: Decimal | tuple[Decimal, Decimal]
    unit: str
    comparator: str
    chinese: bool = False
    """Written in Chinese numerals, which are often part of a name."""
    bound: bool = False
    """Whether a comparator word stands with it."""
    scaled: bool = False
    """Whether it has a multiplier (万, 亿) of its own."""
    measure: str = ""
    """growth where the words are a growth by themselves (翻一番)."""
    shared: Decimal = Decimal(1)
    """The multiplier that it took over from the number that closes its list."""


class Named(NamedTuple):
    """A number that measures nothing: a date, a name, an ordinal."""

    start: int
    end: int
    reason: str


def _after() -> str:
    """Match the comparator word that may stand behind a number."""
    return rf"(?P<after>{alternation(words_by_notation('comparators', 'wordAfter'))})?"


@cache
def quantity_pattern() -> re.Pattern[str]:
    """Match a figure and what follows it, from where it begins."""
    more = alternation(words_by_notation("comparators", "wordInside"))
    unit = alternation(unit_names())
    figure = (
        rf"(?:百分之(?P<percent>{ARABIC}|{CHINESE})|(?P<low>{ARABIC}|(?<![{DIGIT_CLASS}{SCALE_CLASS}第]){CHINESE}))"
    )
    return re.compile(
        rf"{figure}(?P<more>{more})?"
        rf"(?:(?P<scale1>[{SCALE_CLASS}]*)(?P<unit1>{unit})?(?:{RANGE})(?P<high>{ARABIC}|{CHINESE}))?(?P<scale>[{SCALE_CLASS}]*?)(?P<more2>{more})?"
        rf"(?:(?P<unit>{unit})(?:（(?P<times>[次只头羽匹间])）)?|(?![{SCALE_CLASS}]))(?P<rate>/(?:{unit}|[一-龥]{{1,4}})(?:·[年月日天])?)?{_after()}"
    )


@cache
def _opening() -> re.Pattern[str]:
    """Match the first character of what may be a figure: the 千 of 每千人5个 is none.

    A Chinese numeral before a character that opens no unit and no other part of a quantity (进一步) is none either.
    """
    words = (
        *unit_names(),
        *(word for name in ("After", "Inside") for word in words_by_notation("comparators", f"word{name}")),
    )
    parts = re.escape("".join({word[0] for word in words}))
    return re.compile(
        rf"[0-9{DIGIT_CLASS}{SCALE_CLASS}](?:(?<=\d)|(?=[\d{DIGIT_CLASS}{SCALE_CLASS}点分/—~至到{parts}-])(?<!每[千万百](?=人\d)))"
    )


@cache
def _share_pattern() -> re.Pattern[str]:
    share = "过?半数|[一二两三四五六七八九]成[一二三四五六七八九]?|[二三四五六七八九十]分之[一二三四五六七八九]"
    return re.compile(rf"(?=[过半{DIGIT_CLASS}十])(?P<share>{share}){_after()}")


@cache
def _ratio_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?P<ratio>\d+(?:\.\d+)?)：1(?!\d){_after()}")


@cache
def _doubling_pattern() -> re.Pattern[str]:
    return re.compile(rf"翻(?:(?P<times>[一两三])?番|倍){_after()}")


OPENS_NAME = rf"(?=[“\"《〈（每国第〔近A-Za-z0-9{DIGIT_CLASS}{SCALE_CLASS}])"
"""Where a number that is none may begin; most characters are passed over by this alone."""
PROTECTED = re.compile(OPENS_NAME + "(?:" + "|".join(f"(?P<{why}>{pattern})" for why, pattern in NAMES.items()) + ")")


def scan(text: str) -> tuple[list[Measured], list[Named]]:
    """Return the quantities of a text and the numbers that are none, each in order."""
    if not NUMERAL.search(text):
        return [], []
    named = [
        Named(m.start(), m.end(), m.lastgroup or "name") for m in PROTECTED.finditer(text) if NUMERAL.search(m.group())
    ]
    masked = _mask(text, named) if named else text
    odd, figures = list(_odd_forms(masked)), list(_figures(masked))
    return _close_lists(masked, list(_disjoint([*odd, *figures])) if odd else figures), named


def _odd_forms(text: str) -> Iterator[Measured]:
    """Yield the numbers that are no plain figures; a form is looked for where a character of it stands."""
    if "：1" in text:
        yield from map(_ratio, _ratio_pattern().finditer(text))
    if "成" in text or "半数" in text or "分之" in text:
        yield from map(_share, _share_pattern().finditer(text))
    if "翻" in text:
        yield from map(_doubled, _doubling_pattern().finditer(text))


def _figures(text: str) -> Iterator[Measured]:
    """Yield the figures with their units, in order and apart, each tried where a numeral begins."""
    opening, pattern = _opening(), quantity_pattern()
    end = 0
    position = 0
    while begin := opening.search(text, position):
        match = pattern.match(text, begin.start())
        position = match.end() if match else begin.end()
        if match and (measured := _measured(match, end)):
            yield measured
        end = match.end() if match else end


def _mask(text: str, named: list[Named]) -> str:
    parts: list[str] = []
    position = 0
    for name in named:
        parts += (text[position : name.start], "■" * (name.end - name.start))
        position = name.end
    return "".join((*parts, text[position:]))


def _before(text: str, position: int, limit: int) -> tuple[str | None, int]:
    """Return the comparator whose word ends at a position, and where that begins, no earlier than the limit."""
    for word in _words_before().get(text[position - 1 : position], ()):
        if text.endswith(word, limit, position):
            return _forbidden(text, limit, position - len(word), _bounds()[word])
    return None, position


def _forbidden(text: str, limit: int, position: int, comparator: str) -> tuple[str, int]:
    """Turn a comparator round that is forbidden, and return where its words begin."""
    forbids = FORBIDS.search(text, max(limit, position - FORBIDS_LENGTH), position)
    if not forbids:
        return comparator, position
    return MIRRORED.get(comparator, comparator) if "不" in forbids.group() else comparator, forbids.start()


def _bounds() -> dict[str, str]:
    return words_by_notation("comparators", "wordBefore")


@cache
def _words_before() -> dict[str, tuple[str, ...]]:
    return by_last(_bounds())


def _measured(m: re.Match[str], limit: int) -> Measured | None:
    """Read a figure; nothing before the limit belongs to it."""
    percent, low, more, scale1, unit1, high, scale2, more2, unit2, times, rate, after = m.groups()
    words = percent or low
    chinese = not words[0].isdigit()
    written = unit2 or unit1
    if chinese and not (percent or written or rate or after):
        return None
    text, number = m.string, m.start()
    unit = "%" if percent else unit_names()[written].notation if written else ""
    factor = scale(scale2)
    first = parse_number(words) * (scale(scale1) if scale1 else factor)
    value: Decimal | tuple[Decimal, Decimal] = first
    if high:
        value = (first, parse_number(high) * factor)
    if per := text.endswith("人", limit, number) and PER.match(text, max(limit, number - PER_LENGTH), number):
        number = per.start()
        unit = unit and f"{unit}/{per.group()[1:]}"
    unit += (times or "") + (rate or "")
    before, start = _before(text, number, limit)
    if before is None:
        least = AT_LEAST.search(text, max(limit, number - AT_LEAST_LENGTH), number)
        if least and least[2] in cue_set("making"):
            before, start = _bounds()[least[1]], least.start()
    if unit == "倍" and (base := MULTIPLE_OF.search(text, limit, number)):
        before, start = _bounds()[base[1]], base.start()
    comparator = _comparator(before, after, more or more2)
    bound, scaled = comparator is not None, bool(scale1 or scale2)
    return Measured(start, m.end(), number, value, unit, comparator or "eq", chinese, bound, scaled)


def _comparator(before: str | None, after: str | None, more: str | None) -> str | None:
    if after:
        return words_by_notation("comparators", "wordAfter")[after]
    return before or ("ge" if more else None)


def _share(m: re.Match[str]) -> Measured:
    """Read 半数, 八成, 三分之一 as percentages."""
    words = m["share"]
    if words.endswith("半数"):
        value = Decimal(50)
    elif "成" in words:
        value = parse_chinese(words[0]) * 10 + parse_chinese(words[2:] or "零")
    else:
        value = (parse_chinese(words[3]) * 100 / parse_chinese(words[0])).quantize(Decimal("0.01"))
    return _hedged(m, value, "%", "余" if words.startswith("过") else None)


def _doubled(m: re.Match[str]) -> Measured:
    """Read 翻一番, 翻倍 as a growth of 100 %."""
    value = (Decimal(2) ** int(parse_chinese(m["times"] or "一")) - 1) * 100
    comparator = _comparator(None, m["after"], None)
    return Measured(
        m.start(), m.end(), m.start(), value, "%", comparator or "eq", bound=comparator is not None, measure="growth"
    )


def _ratio(m: re.Match[str]) -> Measured:
    """Read 1.2：1 as 1.2."""
    return _hedged(m, Decimal(m["ratio"]), "")


def _hedged(m: re.Match[str], value: Decimal, unit: str, more: str | None = None) -> Measured:
    """Return a number with the comparator words around it."""
    before, start = _before(m.string, m.start(), 0)
    comparator = _comparator(before, m["after"], more)
    return Measured(start, m.end(), m.start(), value, unit, comparator or "eq", bound=comparator is not None)


def _disjoint(found: list[Measured]) -> Iterator[Measured]:
    """Keep of overlapping readings the one that says more: a comparator, a growth, the longer."""
    end = -1
    for one in sorted(found, key=lambda q: (q.start, -(q.end - q.start))):
        if one.start >= end:
            yield one
            end = one.end


def _close_lists(text: str, found: list[Measured]) -> list[Measured]:
    """Give each number of a bare list (2、6、15家; 5%、6.5%左右) the unit, multiplier and comparator that close it."""
    out = list(found)
    for index in range(len(out) - 2, -1, -1):
        here, after = out[index], out[index + 1]
        if after.start - here.end > LONGEST_LINK or not LINKED.fullmatch(text, here.end, after.start):
            continue
        if text.endswith("分别", 0, here.start) and here.start < here.number and not after.bound:
            after = out[index + 1] = after._replace(comparator=here.comparator, bound=True)
        if (
            (not here.unit or (here.unit, after.unit) == ("个", "百分点"))
            and isinstance(here.value, Decimal)
            and after.unit
        ):
            factor = Decimal(1) if here.scaled else _factor(text, after) * after.shared
            here = here._replace(unit=after.unit, value=here.value * factor, scaled=after.scaled, shared=factor)
        if (
            not here.bound
            and after.bound
            and text[after.number : after.number + 1].isdigit()
            and after.start == after.number
        ):
            here = here._replace(comparator=after.comparator, bound=True)
        out[index] = here
    return out


def _factor(text: str, measured: Measured) -> Decimal:
    """Return the multiplier printed with a number."""
    m = re.match(rf"(?:{ARABIC})([{SCALE_CLASS}]*)", text[measured.number : measured.end])
    if not m:
        return Decimal(1)
    words = m.group(1)
    end = measured.number + m.end()
    return scale(words[:-1] if words and text[end - 1 : end + 1] in unit_names() else words)
