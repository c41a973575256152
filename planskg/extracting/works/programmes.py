"""What is no works but a programme: a policy zone, a title, a campaign (国家自主创新示范区, “十大工程”)."""

import re
from functools import lru_cache
from typing import Final

from planskg.extracting.words.lexicon import MANY, closing_word, cue_ends
from planskg.extracting.words.sharing import WITH
from planskg.extracting.works.closing import FACILITIES, LETTERED, is_line
from planskg.extracting.works.names import CODE, is_proper

JOINT: Final = re.compile(f"暨|及(?:{WITH})")
"""What opens a second name of the same works (养老照料中心暨残疾人之家)."""
CAMPAIGN: Final = re.compile(r"”(?:工程|行动|计划|项目)?$")
UNSAID: Final = ("项目", "工程", "建设")
JOINED: Final = "一体化"
ESTATE, LONGEST_ESTATE = "家园", 6
"""What houses are called, too, behind a name of their own (青湖家园)."""
PROGRAMMES: Final = cue_ends("programme")
WORK_NOUNS: Final = cue_ends(*FACILITIES, "work-noun")


@lru_cache(maxsize=MANY)
def is_programme(words: str) -> bool:
    """Tell a policy zone, a title, a programme or a general noun from works."""
    bare = JOINT.split(words)[0] if "暨" in words or "及" in words else words
    bare = bare[:-2] if bare.endswith(UNSAID) else bare
    if "”" in words and (CAMPAIGN.search(bare) or CAMPAIGN.search(words)):
        site = words.partition("“")[0]
        return not (is_proper(site) or CODE.search(site))
    title = closing_word(PROGRAMMES, bare)
    if not title or len(bare) < 3 or CODE.fullmatch(bare) or LETTERED.search(bare) or is_line(bare):
        return False
    if (title == JOINED or (title == ESTATE and len(bare) <= LONGEST_ESTATE)) and is_proper(
        words
    ):  # 华能白城制氢一体化项目, 青湖家园
        return False
    whole = len(closing_word(WORK_NOUNS, words)) - (len(words) - len(bare))  # 蓄洪区安全建设
    return len(title) > max(len(closing_word(WORK_NOUNS, bare)), whole)
