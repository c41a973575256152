"""Works that stand with a count, a sum or a size, which are no part of their name: 2座110千伏变电站."""

import re
from typing import Final

from planskg.extracting.words.place_names import place_spans
from planskg.extracting.works.sites import VILLAGE

COUNT: Final = re.compile(
    rf"[\d两二三四五六七八九十](?:(?<=\d)\d*[多余]?)?(?:个|座|条|项|处|所|家(?!(?<=[一二三四五六七八九十]家){VILLAGE})|间|栋|幢|眼|(?<=[两二三四五六七八九十])大)(?:(?:总?长)?[\d.]+(?:公里|千米))?(?=[一-龥\d“])"
)
FUNDED: Final = re.compile(r"（(?:总?投资)[^）]*）|(?:计划|概算|估算)?总?投资(?:约|超)?[\d.]+[万亿]*元(?:的)?")
INVESTED: Final = re.compile(r"(?:计划|概算|估算)?总?投资额?(?:约|超|达)?[\d.]+[万亿]*元(?:以上|左右)?的(?=[一-龥]{2})")
"""How much is invested in works, before their name (总投资5亿元的甲水库)."""
SIZES: Final = ("总", "设计", "规划")
SIZE: Final = (
    r"(?:总|设计|规划|建设|建筑|线路|新增|可|能|设置?|编制)*(?:(?:流量|处理能力|吞吐量|吞吐能力|床位|装机|库容|面积|占地|规模|产能|里程|容纳|全?长)(?:容量|规模|面积|度)?|[年日][一-龥]{1,8})"
    r"(?:约|达到?|超过?)?[\d.]+[万亿]*[一-龥/]{1,6}"
)
SIZED: Final = re.compile(f"{SIZE}的(?=[一-龥]{{2}})")
"""How large works are, before their name (日供水2万立方米的甲水厂)."""


def own_words(words: str, region: str | None) -> str:
    """Return an item's words without a count, a sum or a size that only says how large it is."""
    bare = FUNDED.sub("", words) if "投资" in words else words
    if bare.startswith(SIZES) and (sized := SIZED.match(bare)):
        bare = bare[sized.end() :]
    for count in reversed(find_counts(bare, region)):
        bare = bare[: count.start()] + bare[count.end() :]
    return bare


def find_counts(words: str, region: str | None) -> list[re.Match[str]]:
    """Return the counts in words; a place may be named like one (五家渠)."""
    if not COUNT.search(words):
        return []
    places = place_spans(words, region)
    return [m for m in COUNT.finditer(words) if not any(a < m.end() and m.start() < b for a, b in places)]
