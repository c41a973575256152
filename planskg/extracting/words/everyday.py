"""The everyday words, and the characters that none of them covers: 泉沟水库 has such, 城镇污水处理设施 has none."""

from functools import lru_cache
from typing import Final

from planskg.extracting.words.lexicon import MANY, cue, sizes_by_ending
from planskg.extracting.words.namesakes import NAMES
from planskg.vocabulary import asset_folder, load_scheme

LONGEST: Final = 8
SINGLE: Final = frozenset(
    "新老旧大小中县市州省区乡镇村级类型化性的和与及等一二三四五六七八九十期号线段东南西北上下内外前后高低全各多地网城园馆站所院"
    "校厂场库港桥路道渠闸坝井矿田山水林草沙电气热煤油光风氢车船机房楼塔点带圈区界层台座条个处家项万千百吨年公里亩第以为再零非超在建"
)
"""Characters that stand alone as ordinary words of works and places."""
KINDS: Final = ("facility", "soft-facility", "description", "generic")
"""The cues of words that tell of what kind works are."""


def _words_of(*schemes: str) -> list[str]:
    """Return the words of more than one character of some vocabularies."""
    concepts = (concept for scheme in schemes for concept in load_scheme(scheme) if concept.notation not in NAMES)
    return [word for concept in concepts for word in (*concept.names, *concept.signs) if len(word) > 1]


def _everyday_words() -> frozenset[str]:
    """Return the words that name nothing by themselves: those of data/words.txt and of the vocabularies."""
    lines = (asset_folder("data") / "words.txt").read_text(encoding="utf-8").split()
    return frozenset((*lines, *_words_of("sectors", "themes", "indicators", "cues", "stages", "units")))


EVERYDAY_WORDS: Final = _everyday_words()


DESCRIBING_WORDS: Final = frozenset(
    (*_words_of("sectors", "themes"), *cue(*KINDS, "programme", "doing", "making", "result"))
)
"""The words that tell of what kind things are."""


SIZES: Final = sizes_by_ending(word for word in EVERYDAY_WORDS if 1 < len(word) <= LONGEST)
"""How long the everyday words are that end in two characters, the shortest first."""


@lru_cache(maxsize=MANY)
def strange(words: str) -> tuple[int, ...]:
    """Return the positions of the characters that no everyday word covers, in the reading that leaves fewest."""
    return uncovered(words, EVERYDAY_WORDS)


def uncovered(words: str, known: frozenset[str]) -> tuple[int, ...]:
    """Return the positions of the characters that none of the known words covers, in the same reading."""
    sizes = SIZES
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
