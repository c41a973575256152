"""What makes words the name of one work: a place, a road number, a quotation, characters that no everyday word covers.

四工河水库 and 州人民医院新区医院 are names; 城镇污水处理设施 and 一批新型基础设施 describe a class.
"""

import re
from functools import cache, lru_cache
from itertools import pairwise

from planskg.extracting.lexicon import closing_word, cue, cue_ends, cue_set, sizes_by_ending
from planskg.extracting.namesakes import NAMES, STREET, named_after
from planskg.gazetteer import load_gazetteer
from planskg.model import PlaceMention
from planskg.vocabulary import asset_folder, load_scheme

LONGEST = 8
MANY = 256
"""So many words are remembered: those of the sentence at hand, which several questions are put to."""
SINGLE = frozenset(
    "新老旧大小中县市州省区乡镇村级类型化性的和与及等一二三四五六七八九十期号线段东南西北上下内外前后高低全各多地网城园馆站所院"
    "校厂场库港桥路道渠闸坝井矿田山水林草沙电气热煤油光风氢车船机房楼塔点带圈区界层台座条个处家项万千百吨年公里亩第以为再零非超在建"
)
"""Characters that stand alone as ordinary words of works and places."""
CODE = re.compile(
    r"(?<![A-Za-z])[GSXYgs]\d{1,4}(?:线)?|[A-Z]\d+线|[国省县乡]道[A-Z]?\d+线?|\d{3}[国省县乡]道|\d+号(?=[东西南北]?(?:公路|大道|线|路|泊位|码头|矿|井|闸))"
)
ROUTE = re.compile(r"[一-龥]{2,}(?:至|—|-|~)[一-龥]{2,}")
MAY_BE_ROAD = re.compile(r"[\d道至—~-]")
"""A character without which words hold neither a road's number nor a route."""
OWNER = re.compile(r"^(?:本?[省州市县区旗]|自治区|自治州)(?![级直属域内外际场重位间块划分政容乡道辖管])(?=[一-龥]{2,})")
FEATURE = re.compile(
    r"[一-龥](?:河|江|湖|沟|海|溪|泉|盆地|流域|灌区|水库|口岸|遗址|旧址|故城|古城|古镇|机场|铁路|公路|高速|桥|医院|电厂|公园|码头"
    r"|煤矿|油田|渠|坝|线|港|段|山|岛|寺|庙|塔|路|街)"
)
TOWNSHIP = re.compile(
    r"[一-龥]{2,5}?(?:镇|乡|村|街道|社区|团场|林场|农场|牧场|茶场|垦区|片区|作业区|港区|矿区|林区|新城)"
)
"""Words that begin with what lies below a county, or a site of that size."""
LINE = re.compile("公路|高速|铁路|高铁|城际|国家文化公园|快速路|大道|[国省县]道")
SITE = re.compile(
    r"(?!大中型|中小型|[大中小]型|通用|支线|国家|[省市县村]级|既有|在建|城市|农村|老旧|病险|重点|城乡|全|考古|历史|文化|红色|革命)[一-龥]{2,6}(?:灌区|水库|油田|煤矿|机场|铁路|高速|故城|古城|遗址|港区)"
)
"""Words that begin with a site whose name may be everyday words (河套灌区)."""
SITED = re.compile(
    r"(?![省市县国])[一-龥]{1,4}?[沟河江湖山岭滩湾坪坝峡坡塘泉洞岛洲屯堡寨镇庄川溪岩岗垭坳冲潭渡咀嘴寺庙桥苑](?=[一-龥\d])|城[东西南北](?=[一-龥])|[京津沪渝冀豫辽湘皖鲁苏浙赣鄂桂晋陕闽粤川琼滇黔陇蜀疆青蒙][东西南北中]{1,2}(?=[一-龥])"
    r"|引(?![水调供导渠排流客才智资凤税商外])[一-龥]{1,2}(?:[入济补润][一-龥]{1,2})?(?=工程|供水|调水|[一二三四五]期)"
)
"""Words that begin with a site named after a feature of the land (青草沟, 城西), though each character is everyday."""
TITLED = re.compile(
    rf"([一-龥]{{2,4}}?)(?:(?<![道公铁线网电思出一回通油支马老])路(?![段网面灯线口域径基况长由权])|大道|大街|{STREET}|巷|小学|中学|高中|幼儿园|水库)"
)
"""Words that begin with a road, a school or a reservoir: these have names as a rule."""
REACHED = re.compile("[通连进入上到村组屯户街小]$|^[通连进入上到串]")
"""What stands before 路 and the like where it says whom they serve (通村路, 入户路)."""
KINDS = ("facility", "soft-facility", "description", "generic")
PLAIN = ("", "大道", "小学", "中学", "高中", "幼儿园", "水库")
"""What a road or a school may close with that is no kind of road or school (产业路, 民族小学)."""
TROOP = re.compile(r"第?[一二三四五六七八九十〇零百\d]{1,5}(?:团(?![结体伙队长员建购])|[牧农林]场)(?=[一-龥])")
"""Words that begin with a numbered regiment or farm."""
LOCAL = re.compile(
    r"(?:(?:高新区|经开区|开发区|(?:[东西南北]{1,2}[城部]?)?新[区城]|老?主?城区|县城|老城|城[东西南北中]|园区|港区|空港|航空港|"
    r"[东西南北]{1,2}[郊部])(?:新区|片区|新城|城区)?(?=[一-龥\d]{2}))"
    "(?![区市镇乡]|(?:主要|市政|支线|内部|配套|背街|老旧|既有|主次|次)*(?:道路|街道|街巷|干道|小区|(?:学校|幼儿园|公园|停车场|公厕|供水管网|管网)$))"
    "|实验(?=[小中]学|[高初]中|学校|幼儿园)|[一二三四五六七八九十]{1,3}[中小高幼](?=新|校|分|教|学|食|宿|综|体|运|实|图|扩|改|迁|$)"
    "|第[一二三四五六七八九十]{1,2}(?:实验|民族|城市)?(?=[小中]学|高中|初中|[初高]级中学|完全中学|幼儿园|职业|人民医院|中医|医院|自来水厂|水厂|污水|热源厂|泵站|敬老院|福利院)"
)
"""Words that begin with a part of a town: one site in a plan below a province's."""
INDUSTRY = (
    "[铝铜锌硅锂锰镁钢铁煤盐油药矿牧乳纸酒水电能]业|化工|科技|集团|股份|公司|能源|新能|新材|建材|纺织|食品|电子|电气|生物|重工|装备|环保|实业|动力|电池|包装|电缆|机械|制药"
    "|服饰|家居|光伏|风电|碳材|铜箔|豆制品|石材|饲料|农业|材料|智能|锂电|半导体|电器|器械|化纤|钢构|家纺|粮油|肉业|茶业|航空|汽车|陶瓷|玻璃|水泥|镍业|金属"
)
COMPANY = re.compile(rf"^([一-龥]{{2,4}})(?:{INDUSTRY})")
"""Words that begin as a company does; they name one only in a list of projects, and not with a word that describes."""
ABBREVIATED = re.compile("[京津沪渝冀豫辽湘皖鲁苏浙赣鄂桂晋陕闽粤藏川宁琼滇黔陇蜀港澳疆青甘蒙]{2}(?![省市县])")
PHASE = re.compile(
    r"^\d{3,4}(?=[一-龥])(?![万亿千个座家项条公吨兆])|[二三四五]线$|[一二三四五六首\d]期|首台|[一二三四五六\d]号"
)
QUOTED = re.compile(r"“([^”+]+)”")


@cache
def everyday_words() -> frozenset[str]:
    """Return the words that name nothing by themselves: those of data/words.txt and of the vocabularies."""
    lines = (asset_folder("data") / "words.txt").read_text(encoding="utf-8").split()
    return frozenset((*lines, *_words_of("sectors", "themes", "indicators", "cues", "stages", "units")))


@cache
def _describing() -> frozenset[str]:
    """Return the words that tell of what kind things are."""
    return frozenset((*_words_of("sectors", "themes"), *cue(*KINDS, "programme", "doing", "making", "result")))


def _words_of(*schemes: str) -> list[str]:
    """Return the words of more than one character of some vocabularies."""
    concepts = (concept for scheme in schemes for concept in load_scheme(scheme) if concept.notation not in NAMES)
    return [word for concept in concepts for word in (*concept.names, *concept.signs) if len(word) > 1]


@cache
def _sizes() -> dict[str, tuple[int, ...]]:
    """Return how long the everyday words are that end in two characters, the shortest first."""
    return sizes_by_ending(word for word in everyday_words() if 1 < len(word) <= LONGEST)


@lru_cache(maxsize=MANY)
def strange(words: str) -> tuple[int, ...]:
    """Return the positions of the characters that no everyday word covers, in the reading that leaves fewest."""
    return _uncovered(words, everyday_words())


def _uncovered(words: str, known: frozenset[str]) -> tuple[int, ...]:
    sizes = _sizes()
    choice: tuple[int, ...] = ()
    best = [choice]
    for end, char in enumerate(words, 1):
        if char not in SINGLE and "一" <= char <= "龥":
            choice = (*choice, end - 1)
        if choice:
            for size in sizes.get(words[end - 2 : end], ()):
                if size <= end and len(best[end - size]) < len(choice) and words[end - size : end] in known:
                    choice = best[end - size]
        best.append(choice)
    return choice


@lru_cache(maxsize=MANY)
def is_proper(words: str) -> bool:
    """Tell words that name by a feature of the land, or by characters at their front that no everyday word covers."""
    bare = _bare(words)
    if site_in_front(bare):
        return True
    odd = strange(bare)
    return bool(odd) and (odd[0] <= 1 or (odd[0] <= 6 and any([b - a == 1 for a, b in pairwise(odd)])))


def _bare(words: str) -> str:
    return QUOTED.sub("", words) if "“" in words else words


class Naming:
    """How surely some words name one thing; each sign of it is looked for when it is asked for."""

    def __init__(self, words: str, region: str | None) -> None:
        self._words = words
        self._region = region

    @property
    def placed(self) -> bool:
        """Whether by a place, a road number, a route, or the government that owns it."""
        return OWNER.match(self._words) is not None or _stands(self._words, self._region)

    @property
    def proper(self) -> bool:
        """Whether by characters at their front that no everyday word covers, or a feature of the land."""
        return is_proper(self._words)

    @property
    def sure(self) -> bool:
        """Whether the words are a name whatever works they are."""
        return self.placed or self.proper

    @property
    def company(self) -> bool:
        """Whether by an opening as a company's, in a list of projects."""
        match = COMPANY.match(self._words)
        return match is not None and match[1] not in cue_set("description", "generic")

    @property
    def numbered(self) -> bool:
        """Whether by a phase or a quotation, which need a facility beside them."""
        return bool(PHASE.search(self._words)) or self.quoted

    @property
    def quoted(self) -> bool:
        """Whether by a quotation that does more than describe (“零碳”工厂 is a class)."""
        found = QUOTED.findall(self._words) if "“" in self._words else ()
        return any([_uncovered(one, _describing()) or one.isascii() for one in found])

    @property
    def sited(self) -> bool:
        """Whether by a place or a proper name that is plainly a site's, so that work done there is one work."""
        if _stands(self._words, self._region):
            return True
        bare = _bare(self._words)
        return bool(FEATURE.search(bare) or TOWNSHIP.match(bare) or site_in_front(bare)) and self.proper

    @property
    def local(self) -> bool:
        """Whether by a part of the town, which suffices for a facility."""
        region = self._region
        return (region is None or not region.endswith("0000")) and LOCAL.match(self._words) is not None

    @property
    def opening(self) -> bool:
        """Whether by two characters in front, of which no everyday word covers either."""
        return strange(_bare(self._words))[:2] == (0, 1)


def place_mentions(words: str, region: str | None) -> list[tuple[int, int, PlaceMention]]:
    """Return where words name administrative places, settled by the document's region."""
    found = load_gazetteer().find(words, region)
    return [(a, b, PlaceMention(words[a:b], place.code if place else None)) for a, b, place in found]


def find_places(words: str, region: str | None) -> tuple[PlaceMention, ...]:
    """Return the administrative places that words name, each once."""
    return tuple(dict.fromkeys([mention for _, _, mention in _mentions(words, region)]))


def place_spans(words: str, region: str | None) -> list[tuple[int, int]]:
    """Return where words name administrative places."""
    return [(start, end) for start, end, _ in _mentions(words, region)]


@lru_cache(maxsize=MANY)
def _mentions(words: str, region: str | None) -> list[tuple[int, int, PlaceMention]]:
    return place_mentions(words, region)


def begins_place(words: str, region: str | None = None) -> bool:
    """Tell words that begin with the name of a place (都匀水厂)."""
    spans = place_spans(words, region)
    return bool(spans) and spans[0][0] == 0


@lru_cache(maxsize=MANY)
def naming(words: str, region: str | None) -> Naming:
    """Return how surely words name one thing."""
    return Naming(words, region)


@lru_cache(maxsize=MANY)
def _stands(words: str, region: str | None) -> bool:
    """Tell words that name by a place, a road number or a route."""
    road = MAY_BE_ROAD.search(words) and (CODE.search(words) or ROUTE.search(_bare(words)))
    return bool(road or _is_abbreviated(words) or _mentions(words, region))


def _is_abbreviated(words: str) -> bool:
    """Tell two provinces by their one-character names (渝昆 is not one, 川藏 is)."""
    match = ABBREVIATED.match(words)
    return match is not None and match.group() not in everyday_words()


@lru_cache(maxsize=MANY)
def site_in_front(words: str) -> str:
    """Return the feature of the land that words open with (青草沟水库).

    Its last character must not belong to the next word (农村沟渠).
    """
    if titled := _titled(words):
        return titled
    match = SITED.match(words)
    if match is None or len(match.group()) < 2 or match.group() in everyday_words():
        return ""
    end = match.end()
    alone = words[end - 1 : end + 1] not in everyday_words() or words[end : end + 2] in everyday_words()
    return match.group() if alone else ""


def _titled(words: str) -> str:
    """Return the road, school or regiment that words open with (向阳幼儿园, 甲子路), if it has a name of its own.

    What only describes is none: words of plans (普惠性幼儿园), or a kind of road (产业路).
    """
    if known := TROOP.match(words) or named_after(words):
        return known.group()
    match = TITLED.match(words)
    if match is None or match.group() in everyday_words() or closing_word(cue_ends(*KINDS), match.group()) not in PLAIN:
        return ""
    ordinary = everyday_words() if match.group().endswith("水库") else _describing()  # 平原水库, 骨干水库 are classes
    described = REACHED.search(match[1]) or not _uncovered(match[1], ordinary)
    return "" if described else match.group()
