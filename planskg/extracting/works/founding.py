"""The works that places found: a place or an institution, a verb of founding, a facility.

支持包头、通辽打造高端铝后加工基地 founds one in each; 县医院新建门诊楼 builds on ground of its own.
"""

import re
from collections.abc import Iterator
from typing import Final

from planskg.extracting.words.everyday import strange
from planskg.extracting.words.place_names import place_spans
from planskg.extracting.works.closing import FACILITIES, closing_works
from planskg.extracting.works.counted_works import own_words
from planskg.extracting.works.enumeration import cut_list
from planskg.extracting.works.items import Item
from planskg.extracting.works.programmes import is_programme
from planskg.extracting.works.staging import Promise
from planskg.model import Span

BUILDING: Final = ("新建", "扩建", "改建", "改扩建")
SHARE: Final = re.compile(
    r"(?:[一二三四五六七八九]成|过?半数?|大?多数|全部|所有|部分|各|每个?|逐[乡镇村县])(?:以上)?的?(?![一二三四五六七八九\d])[一-龥]{0,3}[省市县区旗乡镇村社街园]|[\d.]+%"
)
"""A share of places, or each of them: what they build is a class of works (过半乡镇建成敬老院)."""


def find_founded(text: str, promise: Promise, founding: Span, region: str | None) -> Iterator[Item]:
    """Yield the works of `支持包头、通辽打造高端铝后加工基地`: places, a verb of founding, a facility."""
    begin = promise.start + text.startswith("在", promise.start)
    works = text[founding.end : promise.end]
    if closing_works(works)[1] not in FACILITIES or is_programme(works):
        return
    spans = cut_list(text, begin, founding.start, region)
    built = text[founding.start : founding.end] in BUILDING
    if not all(_is_place(text[a:b], region) or (built and _is_house(text[a:b])) for a, b in spans):
        return
    *others, (a, b) = spans
    for x, y in others:
        yield Item(x, y, text[x:y], text[x:y] + works)
    for index, (x, y) in enumerate(cut_list(text, founding.end, promise.end, region)):  # the first stretches from a
        yield Item(x if index else a, y, text[a:b], text[a:b] + own_words(text[x:y], region))


def _is_place(words: str, region: str | None) -> bool:
    placed = any(end >= len(words) - 1 for _, end in place_spans(words, region))
    return 2 <= len(words) <= 8 and (placed or (len(words) <= 4 and bool(strange(words))))


def _is_house(words: str) -> bool:
    """Tell an institution that builds on its own ground (县医院新建门诊楼)."""
    house, kind = closing_works(words)
    return kind == "facility" and house != words
