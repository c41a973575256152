"""What makes words the name of one work: a place, a road number, a quotation, characters that no everyday word covers.

四工河水库 and 州人民医院新区医院 are names; 城镇污水处理设施 and 一批新型基础设施 describe a class.
"""

import re
from functools import lru_cache
from itertools import pairwise
from typing import Final

from planskg.extracting.words.everyday import DESCRIBING_WORDS, EVERYDAY_WORDS, strange, uncovered
from planskg.extracting.words.lexicon import MANY, cue_set
from planskg.extracting.words.place_names import place_spans
from planskg.extracting.works.sites import site_in_front

CODE: Final = re.compile(
    r"(?<![A-Za-z])[GSXYgs]\d{1,4}(?:线)?|[A-Z]\d+线|[国省县乡]道[A-Z]?\d+线?|\d{3}[国省县乡]道|(?:轨道交通|地铁|轻轨|城轨|有轨电车)[A-Z]?\d{1,3}线|\d+号(?=[东西南北]?(?:公路|大道|线|路|泊位|码头|矿|井|闸))"
)
ROUTE: Final = re.compile(r"[一-龥]{2,}(?:至|—|-|~)[一-龥]{2,}")
MAY_BE_ROAD: Final = re.compile(r"[\d道至—~-]")
"""A character without which words hold neither a road's number nor a route."""
OWNER: Final = re.compile(
    r"^(?:(?!县县|市市)(?:本?[省州市县区旗]|自治区|自治州)(?![级直属域内外际场重位间块划分政容乡道辖管])(?=[一-龥]{2,})"
    "|国家(?![一二三]?级|示范|重点)(?=[一-龥]{0,6}(?:博物馆|版本馆|美术馆|图书馆|档案馆|大剧院|试验场|天文台)))"
)
FEATURE: Final = re.compile(
    r"[一-龥](?:河|江|湖|沟|海|溪|泉|盆地|流域|灌区|水库|口岸|遗址|旧址|故城|古城|古镇|机场|铁路|公路|高速|桥|医院|电厂|公园|码头"
    r"|煤矿|油田|渠|坝|线|港|段|山|岛|寺|庙|塔|路|街)"
)
TOWNSHIP: Final = re.compile(
    r"[一-龥]{2,5}?(?:镇|乡|村|街道|社区|团场|林场|农场|牧场|茶场|垦区|片区|作业区|港区|矿区|林区|新城)"
)
"""Words that begin with what lies below a county, or a site of that size."""
LINE: Final = re.compile("公路|高速|铁路|高铁|城际|国家文化公园|快速路|大道|[国省县]道")
SITE: Final = re.compile(
    r"(?!大中型|中小型|[大中小]型|通用|支线|国家|[省市县村]级|既有|在建|城市|农村|老旧|病险|重点|城乡|全|考古|历史|文化|红色|革命)[一-龥]{2,6}(?:灌区|水库|油田|煤矿|机场|铁路|高速|故城|古城|遗址|港区)"
)
"""Words that begin with a site whose name may be everyday words (河套灌区)."""
QUARTER: Final = (
    "(?:[东西南北中]部?|[东西南北]站|高铁|站前|临空|空港|临港|滨江|滨河|滨湖|滨海|中央|会展|金融|政务|行政|奥体|文教|科教|火车站|大学城|机场|口岸)"
    "(?:中央|新|国际|总部|物流|商务|文化|创意|产业)?(?:商务区|片区|组团|新城|物流园区?|产业园区?|联检区|查验区|商圈)"
    "|(?:会展|奥体|体育|市民|行政|政务)中心"
)
"""A quarter of a town, or the one great house of its kind, told by where it lies or what is there (高铁商务区)."""
LOCAL: Final = re.compile(
    r"(?:(?:高新区|经开区|开发区|(?:[东西南北]{1,2}[城部]?)?新[区城]|老?主?城区|县城|老城|城[东西南北中]|园区|港区|空港|航空港|"
    r"[东西南北]{1,2}[郊部])(?:新区|片区|新城|城区)?(?=[一-龥\d]{2}))"
    "(?![区市镇乡]|(?:主要|市政|支线|内部|配套|背街|老旧|既有|主次|次)*(?:道路|街道|街巷|干道|小区|(?:学校|幼儿园|公园|停车场|公厕|供水管网|管网)$))"
    "|(?:火车|高铁|汽车|客运)[东西南北]?站(?=站前|广场|[东西南北]广场|片区|周边|商圈|综合|TOD|枢纽|配套)"
    "|[东西南北]{0,2}绕城(?=高速|公路|快速|线)"
    f"|{QUARTER}(?=[一-龥]{{2}})"
    "|(?:公路|铁路|航空|水运|水路|陆路)口岸(?=[一-龥]{2})(?!经济|开放|功能|建设|基础|通关|查验能力|城市|环境|整治|秩序)"
    "|实验(?=[小中]学|[高初]中|学校|幼儿园)|[一二三四五六七八九十]{1,3}[中小高幼](?=新|校|分|教|学|食|宿|综|体|运|实|图|扩|改|迁|$)"
    "|第[一二三四五六七八九十]{1,2}(?:实验|民族|城市)?(?=[小中]学|高中|初中|[初高]级中学|完全中学|幼儿园|职业|人民医院|中医|医院|自来水厂|水厂|污水|热源厂|泵站|敬老院|福利院|跨[江河湖海]|过[江河湖海]|通道|大桥|隧道|绕城|水源|变电站|热电|粮库|粮食储备|垃圾|殡仪馆|消防|汽车|客运|养老院|社会福利)"
)
"""Words that begin with a part of a town: one site in a plan below a province's."""
INDUSTRY: Final = (
    "[铝铜锌硅锂锰镁钢铁煤盐油药矿牧乳纸酒水电能]业|化工|科技|集团|股份|公司|能源|新能|新材|建材|纺织|食品|电子|电气|生物|重工|装备|环保|实业|动力|电池|包装|电缆|机械|制药"
    "|服饰|家居|光伏|风电|碳材|铜箔|豆制品|石材|饲料|农业|材料|智能|锂电|半导体|电器|器械|化纤|钢构|家纺|粮油|肉业|茶业|航空|汽车|陶瓷|玻璃|水泥|镍业|金属"
)
COMPANY: Final = re.compile(rf"^([一-龥]{{2,4}})(?:{INDUSTRY})")
"""Words that begin as a company does; they name one only in a list of projects, and not with a word that describes."""
ABBREVIATED: Final = re.compile("[京津沪渝冀豫辽湘皖鲁苏浙赣鄂桂晋陕闽粤藏川宁琼滇黔陇蜀港澳疆青甘蒙]{2}(?![省市县])")
PHASE: Final = re.compile(
    r"^\d{3,4}(?=[一-龥])(?![万亿千个座家项条公吨兆])|[二三四五]线$|[一二三四五六首\d]期|首台|[一二三四五六七八九十\d]号"
    r"|第[一二三四五六七八九十][东西南北中]?(?:跑道|航站楼|泊位|大桥|隧道|机组|(?<=[东西南北中])通道|(?<=[东西南北中])绕城)"
)
PLANT: Final = re.compile(
    r"\d[\d.]*万?(?:吨|立方米)(?:级的?|/[年日天])?(?![以及])(?=[一-龥]{0,14}(?:(?<!治理|整治|修复)项目|生产线|装置|厂|码头|泊位)$)"
    r"|\d[\d.]*万?千瓦级?(?=(?:[煤火热气核]电|燃[煤气]|抽水蓄能)[一-龥]{0,6}(?:项目|工程|电厂|电站)$)"
    r"|\d[×xX]\d[\d.]*万?千瓦级?(?=[一-龥]{2,14}$)"
)
"""Words that begin with how much one plant or berth is for (20万吨电解铝项目); stores are counted so."""
QUOTED: Final = re.compile(r"“([^”+]+)”")
VOLTAGE: Final = re.compile(r"±?\d+千伏")
"""What stands before or in the name of power works (110千伏城北变电站)."""


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
        return any([uncovered(one, DESCRIBING_WORDS) or one.isascii() for one in found])

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


@lru_cache(maxsize=MANY)
def naming(words: str, region: str | None) -> Naming:
    """Return how surely words name one thing."""
    return Naming(VOLTAGE.sub("", words) if "千伏" in words else words, region)


@lru_cache(maxsize=MANY)
def _stands(words: str, region: str | None) -> bool:
    """Tell words that name by a place, a road number or a route."""
    road = MAY_BE_ROAD.search(words) and (CODE.search(words) or ROUTE.search(_bare(words)))
    return bool(road or _is_abbreviated(words) or place_spans(words, region))


def _is_abbreviated(words: str) -> bool:
    """Tell two provinces by their one-character names (渝昆 is not one, 川藏 is)."""
    match = ABBREVIATED.match(words)
    return match is not None and match.group() not in EVERYDAY_WORDS
