"""A clause peeled from the front: the verbs before works, which tell a stage, with times, sums and adverbs.

力争2027年底前｜启动｜三江水库 leaves 三江水库, of which a start is told.
"""

import re
from functools import lru_cache
from typing import Final

from planskg.extracting.quantities.times import FROM
from planskg.extracting.words.lexicon import MANY, alternation, cue, cue_set, initials, words_by_notation
from planskg.extracting.words.namesakes import NAMES, named_after
from planskg.extracting.words.place_names import begins_place
from planskg.extracting.works.closing import closing_works
from planskg.extracting.works.counted_works import SIZE
from planskg.extracting.works.names import naming
from planskg.extracting.works.series import PIECE
from planskg.extracting.works.stages import latest
from planskg.model import Noun

ITEM: Final = re.compile(r"（\d{1,2}）|\d{1,2}[.、](?!\d)|——|[一二三四五六七八九十]{1,2}[是要](?!一)")
"""What opens an item of a list: its number, a dash, 一是."""
OPENED: Final = "(?=前|期间|开[园业街馆放通市港]|$)"
"""What tells a feast from a name that opens alike (八一水库)."""
TIMES: Final = (
    r"(?:力争|确保)?(?:在|到|于)?"
    rf"(?:(?:{FROM})?20\d\d年(?:[一-龥]{{2,6}}节前)?|“十[一二三四五六]五”|今年|明年|后年|去年|上年|年(?=[底末初内中上下])|主?汛期|入?汛(?=前)|春节|“?(?:五一|六一|十一|七一|八一)”?{OPENED}|国庆节?|中秋节?|元旦|端午节?{OPENED}|[上下]半年"
    rf"|前?[一二三四]季度|[春秋]季新?学期|[春夏秋冬雨雪旱]季|(?:森林)?防火期|(?:供暖|采暖|取暖)[季期]|(?:春[灌耕播]|秋收|入冬|封冻|开学|[暑寒][期假]){OPENED}|月(?=[底末初内中])|\d+月(?:份|\d+日)?)"
    r"(?:底|末|初|内|期间|时期|[上中下]旬|上半年|下半年)?(?:以?前)?"
)
BEGINS_TIME: Final = (
    "五六十七八前夏雪旱防森力确在到于2“今明去年主汛入春国中元上下一二三四秋冬雨供采取封开暑寒端月0123456789"
)
FUNDED: Final = (
    r"(?:计划|完成|概算|估算|预计|实现|总|年度|当年)*(?:投资|投入)额?(?:约|超|达)?(?:[\d.]+[万亿]*元?、)*[\d.]+[万亿]*元"
    r"(?:以上|左右)?(?:的)?"
)
BY: Final = (
    "由[一-龥、]{2,16}?(?:(?:牵头|负责|承担|投资|出资|组织|具体|共同|联合)+(?:(?:建设|实施|承建|推进)?的)?"
    "|(?:承建|建设|实施)的)"
)
"""Who brings works about (由县住建局负责的甲路项目, 由甲公司投资建设的乙厂)."""
BEGINS_SIZE: Final = "年总设编床规建线新装库面占产里全长"
BEGINS_SUM: Final = "计完概估预实总年当投"
SIZED: Final = rf"{SIZE}(?:的|、(?=总?投资))"
SHALL: Final = "要应需须拟"
"""What may stand before a verb: 各县要加快建设甲水库."""
SHALL_BE: Final = "将"
"""The same, but that it does not stand behind one."""
ALL: Final = "均都也还"
"""The same, but that the verb may stand behind the works or be taken off already (均于6月投用); 都江堰 begins alike."""
NAME, FAR = 4, 12
PUSHES: Final = ("推进", "加快", "推动", "加速", "提速")
"""Verbs that nothing but an adverbial precedes where no works do (倒排工期推进甲水库建设)."""
SETS_OUT: Final = (
    *(*PUSHES, "实施", "启动", "建成", "完成", "谋划", "竣工", "投用", "打通", "贯通", "抓好"),
    *(
        "新建",
        "续建",
        "改扩建",
        "改建",
        "扩建",
        "迁建",
        "重建",
        *(f"{verb}建设" for verb in ("开工", "动工", "启动", "规划", "谋划")),
    ),
)
"""Verbs that open what is said of other works, behind a mark (建成甲水厂、启动乙水库)."""
MANNER: Final = re.compile(rf"[一-龥]{{1,10}}?(?={'|'.join(PUSHES)})")
ADVERBS: Final = tuple(word for word in cue("adverb", "when") if len(word) > 1)
"""Those that may stand before works; one character is more often the begin of a name (达坂城)."""
MEASURE: Final = ("按", "以", "依据", "依照", "根据", "对照", "对标")
"""What opens an adverbial before any verb (按节点要求完成甲水库建设)."""
NAMING: Final = cue_set(*NAMES)
"""Words that names are given by, roads' and people's."""


class Lead(Noun):
    """What the verbs before works tell."""

    stage: str
    soft: bool
    """Whether there is a verb at all, be it one that tells no stage (推动)."""
    verb: str
    """The verb that becomes part of the name (改造升级)."""
    label: bool = False
    """Whether it is the label of a list (续建项目：…)."""


def _front() -> re.Pattern[str]:
    words = {**words_by_notation("stages", "wordVerb"), **words_by_notation("stages", "wordSoft")}
    verbs = alternation(words)
    opening = initials(
        (*words, *ADVERBS, *BEGINS_TIME, *BEGINS_SUM, *BEGINS_SIZE, *"后、，同并将使以实保六九结由", *SHALL, *ALL)
    )
    return re.compile(
        rf"{opening}(?:(?!规划期)(?P<stage>{verbs})(?P<link>[、和](?={verbs}))?(?P<of>的)?|{FUNDED}|{TIMES}|{alternation(ADVERBS)}|{SIZED}"
        rf"|[、，]|同时|并|将(?!军)|使|以及|实现|保证(?![金率书人])|结转的?|{BY}"
        rf"|[{SHALL}](?=(?:{alternation(ADVERBS)})*(?:{verbs}))"
        rf"|[{ALL}](?=$|(?:[{SHALL}将]|{alternation(ADVERBS)}|{TIMES})*(?:{verbs}))"
        r"|[一二三四五六七八九十]{1,2}[是要](?!一))"
    )


FRONT: Final = _front()


@lru_cache(maxsize=MANY)
def peel_front(text: str, start: int, end: int) -> tuple[int, Lead]:
    """Return where the works begin, and what the verbs before them tell."""
    front = FRONT.match
    verbs: tuple[str, ...] = ()
    position = start
    while match := front(text, position, end):
        word, behind = match["stage"], match.end()
        if behind == position + 1 and begins_place(text[position : position + NAME]):  # 都匀, 将乐
            break
        if verbs and text[position] == SHALL_BE:  # 推进｜将台大桥
            break
        position = behind
        if word and word[-2:] in NAMING and named_after(text, position - 2):  # 加快|建设路
            return position - 2, _lead((*verbs, word[:-2]))
        if word and not match["of"]:  # 明年开工的 says which works are meant
            verbs = (*verbs, word)
    if not verbs and (behind := _behind_manner(text, position, end)) > position:
        return peel_front(text, behind, end)
    return position, _lead(verbs)


@lru_cache(maxsize=MANY)
def sets_out(text: str) -> frozenset[int]:
    """Return where a mark stands before a verb, behind adverbs (、全面启动甲水库); 新建区 is a place."""
    marks = [found.start() for found in SETTING_OUT.finditer(text)]
    return frozenset([mark for mark in marks if not begins_place(text[mark + 1 : mark + 1 + NAME])])


def _sets_out() -> re.Pattern[str]:
    opening = initials((*ADVERBS, *SETS_OUT))
    return re.compile(rf"、{opening}(?:{alternation(ADVERBS)})*(?:{alternation(SETS_OUT)})(?!区)(?=[一-龥“A-Z\d]{{3}})")


SETTING_OUT: Final = _sets_out()


def _behind_manner(text: str, start: int, end: int) -> int:
    """Return where an adverbial ends that a verb follows (按节点｜推进甲水库); it holds no works and no place."""
    measured = text.startswith(MEASURE, start)
    near = text[start : min(end, start + FAR)]
    if not measured and not any([verb in near for verb in PUSHES]):
        return start
    match = (MEASURED if measured else MANNER).match(text, start, end)
    words = match.group() if match else ""
    if begins_place(text[start : start + NAME]) or closing_works(words)[1] or PIECE.match(words):
        return start
    return start if not measured and naming(words, None).sure else start + len(words)


def _measured() -> re.Pattern[str]:
    words = (*words_by_notation("stages", "wordVerb"), *words_by_notation("stages", "wordSoft"))
    return re.compile(rf"(?:{'|'.join(MEASURE)})[一-龥]{{1,10}}?(?={alternation((*words, *ADVERBS))})")


MEASURED: Final = _measured()


@lru_cache(maxsize=MANY)
def _lead(verbs: tuple[str, ...]) -> Lead:
    """Return what verbs tell together."""
    table = words_by_notation("stages", "wordVerb")
    named = [word for word in verbs if word in cue_set("work-verb")]
    stages = [table[word] for word in verbs if word in table]
    return Lead(latest(stages), any(verbs), named[-1] if named else "")
