"""Lists whose items share a head or a tail, each item made whole.

`基本养老保险、基本医疗保险参保率` is 基本养老保险参保率 and 基本医疗保险参保率; `城市供水普及率、燃气普及率` gives
城市 to both.
"""

import re
from typing import Final

from planskg.extracting.words.everyday import strange
from planskg.extracting.words.lexicon import closing_word, cue_ends, cue_pattern, cue_regex, cue_set
from planskg.vocabulary import load_scheme

WITH: Final = "其?配套|附属(?:设施|工程)|引[线道桥]|接线|连接[线路道]|联络[线道]|外送|送出"
"""What opens the words behind 及 for what comes with works and is none by itself (隧道及引线工程)."""
LIST_MARK: Final = re.compile(
    r"、(?!(?<=(?<!更)[新改扩]、)[改扩迁、]{0,3}建)|以及|和(?<![共总饱调缓温祥平]和)(?<!(?<![一二三四五六七八九十高初])中和)(?![美谐平睦田静顺林政布龙]|县(?![级域城直乡中人医职妇疾文图体第一二三四五]))|与(?<!参与)(?!会|时)"
    rf"|及(?<![普涉波触顾]及)(?!其|时|以上|以下|早|{WITH})"
)
"""What stands between the items of a list; 和 in 共和, 及 in 普及, 、 in 新、改建 and the like are parts of words."""
INDUSTRIES: Final = ("一产", "二产", "三产")
ALL_INDUSTRIES: Final = re.compile("第?一、?(?:第)?二、?(?:和)?(?:第)?三(?:次)?产(?:业)?")
SHIELDED: Final = re.compile(r"（[^（）]*）|“[^”]*”|《[^》]*》")
"""What holds its own commas and connectives."""
BLANK: Final = "■"
"""What is put for what shall not be read, so that positions stay."""
TOTAL: Final = (
    r"(?:(?:总|共|合计|累计|设计|规划)[一-龥]{0,5}?|、)[\d.]+[万亿]*(?:公里|千米|平方米|立方米|米|亩|吨|千瓦时|千瓦|兆瓦|元|张|户|套)"
    "(?:以上|左右)?的?"
)
"""What things that are counted come to together (5个｜总装机180万千瓦的｜光伏项目, 14条｜、1100公里｜高速公路)."""
LONGEST_LINK: Final = 6
SUBSTANCES: Final = ("需氧量",)
"""Ends of what pollutes, which read like a statistic (化学需氧量、氨氮减排量)."""
PER_HEAD: Final = re.compile("每[百千万](?:名)?(?:常住|户籍|学龄|老年)?(?:人口?|居民|老年人|老人|儿童)(?:拥有)?(?=..)")
"""By how many people each of a list is counted (每千人口执业医师、注册护士)."""
SHORT: Final = 3
SUMS: Final = ("收入", "额", "值", "率", "投资", "利润", "税收", "比重")
"""Ends of known statistics that share no verb with the item before them (接待游客、旅游收入)."""
OWN_NAME: Final = re.compile("城乡居民(?:基本)?(?:医保|医疗|养老|大病)|城镇(?:登记|调查)失业率")
"""Statistics whose scope word is their own, and none that their list shares."""
PLANTED: Final = re.compile("(?<=.)(?:种植|播种|栽植|栽培|养殖)$")
"""What land is for, and no other statistic of a crop (百合｜种植｜面积、产量)."""
PERSON: Final = re.compile("[师员工匠长]$|专家$|人才$|工人$")
"""Ends of those who are trained or brought in, each of them named whole (产业工人、技师、首席专家)."""
TRAINED: Final = re.compile("[师员工匠长](?=(?:岗前|安全|业务|技能|专业)*(?:培训|轮训|参训|考核|持证|体检|配备).)")
"""Who is trained, as the last of several, before what is told of them all (驾驶员、安全员｜培训合格率)."""
PATIENTS: Final = re.compile("(?<=[病症压障癌])患者(?=..)")
"""Those who have an illness, before what is told of them all (高血压、糖尿病｜患者管理率)."""
GROUP: Final = re.compile("(?:老年人|老人|儿童|孕产妇|妇女|居民|学生|职工|人员|人群|残疾人|患者)$")
"""Ends of a list's items that name people by themselves, and need none of it."""
TRADES: Final = ("批发", "零售", "住宿", "餐饮")
OF_TRADE: Final = re.compile(f"(?:{'|'.join(TRADES)})(?=业.)")
"""The last of several trades, before what they share (批发、零售、餐饮｜业营业额)."""
LIMITED: Final = re.compile(f"限(?:额以)?上(?:单位|企业|法人)?(?={'|'.join(TRADES)})")
"""Which shops and inns are meant, for each of the trades behind it (限额以上｜批发、零售业销售额)."""
WORK_TASK: Final = re.compile(
    "(?<=..)(?:专项|综合|集中)?(?:改造|整治|治理|建设|修复|修缮|加固|淘汰|清淤|拆除|整改|普查|创建)+(?:(?:年度)?任务)?$"
)
"""Work, with its task, behind the last of a list, which is done to all of them (城中村、危旧房｜改造任务)."""
KIND_OF_WORK: Final = re.compile("(?:全)?产业(?!园|链)|行业|制造业|集群(?=.)")
"""What the last of a list of trades has for all of them (茶叶、竹木、中药材产业产值)."""
SUMMED_UP: Final = re.compile("[两二三四五六七八九十][大个](?=(?:主导|特色|优势|支柱|先进)?(?:产业|制造业)?集群.)")
"""How many the listed trades are, behind the last of them (甲、乙、丙｜三大｜集群产值)."""
PAIRED: Final = re.compile(
    "(?:(?:签约|开工|完工|竣工|投产|建成|达产|入库|落地|转化|入住|出租|通过|完成|履约|到位|开复工|入统|兑现|兑付"
    "|(?:网上|一窗|全程)?(?:可办|网办|通办)|(?:按时|按期|一次)?(?:办结|办复|答复|回复|响应))率|[存出]栏[量数]?|[进出]口[量额]?)$"
)
"""Statistics of what is done to one thing, so that a later one is of the thing of the earlier."""
MEASURES: Final = cue_ends("measure-noun")


def blank(match: re.Match[str]) -> str:
    """Return as many marks as the match is long."""
    return BLANK * (match.end() - match.start())


def split_list(words: str) -> list[str]:
    """Return the items of a list as they stand; brackets, quotations and 与 do not cut."""
    if not LIST_MARK.search(words):
        return [words] if words else []
    shield = SHIELDED.sub(blank, words).replace("与", BLANK)
    cuts = [m.span() for m in LIST_MARK.finditer(shield)]
    bounds = [0, *(edge for cut in cuts for edge in cut), len(words)]
    return [words[a:b] for a, b in zip(bounds[::2], bounds[1::2], strict=True) if words[a:b]]


def share(words: str) -> list[str]:
    """Return each item of a list made whole: a shared head or tail is given to each."""
    industries = ALL_INDUSTRIES.match(words)
    if industries:
        return [industry + words[industries.end() :] for industry in INDUSTRIES]
    if "集群" in words:
        words = SUMMED_UP.sub("", words)
    items = [words] if words in load_scheme("indicators").by_name else split_list(words)
    if len(items) < 2:
        return [words]
    tails = [_tail(item, _nearest(items[index:])) for index, item in enumerate(items[:-1], 1)]
    sure = next((tail for tail, parallel in tails if tail and parallel), "")
    whole = [item + (tail if parallel else sure or tail) for item, (tail, parallel) in zip(items, tails, strict=False)]
    front = _front(items[0], items[1:])
    return [whole[0], *(front + item for item in (*whole[1:], items[-1]))]


def _nearest(later: list[str]) -> str:
    """Return whose tail is shared: the first that a statistic closes (批发、零售额和住宿、餐饮额), else the last."""
    return next((item for item in later if closes_in_measure(item) and not item.endswith(SUBSTANCES)), later[-1])


def _parallel_front(first: str, rest: list[str]) -> str:
    """Return what stands before a word of the first item that opens all the others (国家现代农业产业园、产业集群)."""
    place = first.find(rest[0][:2], 2)
    return first[:place] if place > 0 and all(item[:2] == rest[0][:2] for item in rest) else ""


def part_residents(words: str) -> list[str]:
    """Return 城乡居民…, 城乡低保… as the two statistics that two numbers are given for."""
    town = "城镇" if words.startswith("城乡居民") else "城市"
    return [town + words[2:], "农村" + words[2:]] if words.startswith("城乡") else []


def _tail(item: str, last: str) -> tuple[str, bool]:
    """Return what an item lacks at its end and the last of its list has, and whether it is sure.

    A known name or a parallel word makes it sure.
    """
    if len(item) > len(last) or (closes_in_measure(item) and not item.endswith(SUBSTANCES)):
        return "", True
    if (made := cue_regex("…+", "making").match(last)) and item in cue_set("making") and made.end() < len(last):
        return last[made.end() :], True  # 扩建、新建｜冷链仓库
    if item[-2:] in last[1:] and len(item) > 2:
        return last[last.index(item[-2:], 1) + 2 :], True
    if patients := PATIENTS.search(last):
        return last[patients.end() if GROUP.search(item) else patients.start() :], True
    if item.endswith(TRADES) and (trade := OF_TRADE.match(last)):
        return last[trade.end() :], True
    names = load_scheme("indicators").by_name
    known = next((last[k:] for k in range(len(last)) if item + last[k:] in names), None)
    if known:
        return known, True
    for size in range(min(len(item), LONGEST_LINK), 0, -1):
        place = last.find(item[-size:])
        if place >= 0 and (size > 1 or 0 < place < len(item)):
            return last[place + size :], True
    if task := WORK_TASK.search(last):
        return task.group(), True
    if PERSON.search(item) and PERSON.search(last):
        return "", True
    if PERSON.search(item) and (trained := TRAINED.search(last)):
        return last[trained.end() :], True
    statistic = closing_statistic(last)
    parallel = last[len(item) :]
    if statistic and (kind := KIND_OF_WORK.search(last, 2)):
        return last[kind.start() :], False
    if (
        len(item) <= SHORT
        and len(parallel) > len(statistic) > 0
        and parallel.endswith(statistic)
        and not strange(parallel)
    ):
        return parallel, False
    if statistic and len(item) <= len(last) - len(statistic) <= 2 * len(item) + 2:
        return statistic, False
    return _covered_tail(item, last), False


def closes_in_measure(words: str) -> bool:
    """Tell words that a noun of a statistic closes (覆盖率, 产量)."""
    return bool(closing_word(MEASURES, words))


def closing_statistic(words: str) -> str:
    """Return the statistic that closes an indicator, with what is done to the thing it counts: 种植面积, 出栏率."""
    match = STATISTIC.search(words)
    return match.group() if match else ""


def _statistic() -> re.Pattern[str]:
    activity, noun = cue_pattern("activity"), cue_pattern("measure-noun", "rate")
    return re.compile(rf"(?:{activity})*(?:{noun})+$|(?:{activity})+$")


STATISTIC: Final = _statistic()


def _covered_tail(item: str, last: str) -> str:
    """Return what follows the part of the last item that is as long as this one, cut where everyday words begin."""
    cuts = [cut for cut in range(1, len(last)) if not strange(last[cut:])] or [len(item)]
    return last[min(cuts, key=lambda cut: abs(cut - len(item))) :]


def _front(first: str, rest: list[str]) -> str:
    """Return what the first item shares with the rest: a scope word, a verb of making, or the thing."""
    if (per := PER_HEAD.match(first)) and not any(item.startswith("每") for item in rest):
        return per.group()
    if (limited := LIMITED.match(first)) and all(item.startswith(TRADES) for item in rest):
        return limited.group()
    if all(map(PAIRED.fullmatch, rest)) and (paired := PAIRED.search(first, 2)):
        return first[: paired.start()]
    done = closing_word(cue_ends("making"), first)
    if done and all(item in cue_set("making") for item in rest):
        return first[: -len(done)]
    made = cue_regex("…+(?!安全|总值|[业量率额区性力])", "making").match(first)
    match = made or cue_regex("…", "scope").match(first)
    if match and match.end() < len(first) and not OWN_NAME.match(first):
        own = cue_regex("^…|^单位|^万元|(?<=..)…$", "making", "scope")
        known = load_scheme("indicators").by_name
        return (
            ""
            if any(own.search(item) or (made and item in known and item.endswith(SUMS)) for item in rest)
            else match.group() + _parallel_front(first[match.end() :], rest)
        )
    if parallel := _parallel_front(first, rest):
        return parallel
    if all(len(item) <= SHORT and item[-1] == first[-1] and len(first) >= len(item) + 2 for item in rest):
        return first[: -max(map(len, rest))]
    noun = cue_regex("…$", "measure-noun").search(first)
    if noun is None or not all(item in cue_set("measure-noun", "statistic") for item in rest):
        return ""
    planted = PLANTED.search(first, 0, noun.start()) if noun.group() == "面积" else None
    return first[: planted.start() if planted else noun.start()]
