"""The indicator of the vocabulary that words name, and the unit that is usual for it."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from planskg.extracting.words.lexicon import MANY, cue_regex
from planskg.vocabulary import load_scheme

MARKS: Final = re.compile(r"[“”\s]|（[^）]*）")
OPENS_PART: Final = re.compile("其中[:：]?")
INDICATORS: Final = load_scheme("indicators").by_name
"""The known indicators, by each of their names."""
OPENING: Final = cue_regex("…+", "scope", "making")


@lru_cache(maxsize=MANY)
def find_concept(indicator: str) -> str | None:
    """Return the notation of the indicator that words name."""
    return next((INDICATORS[words].notation for words in _spellings(indicator) if words in INDICATORS), None)


def _spellings(indicator: str) -> Iterator[str]:
    """Yield an indicator as it stands, plainly written, without a scope word, and without a verb in front."""
    yield indicator
    yield (plain := MARKS.sub("", indicator))
    if "其中" in plain:
        yield OPENS_PART.sub("", plain)
    if opening := OPENING.match(plain):
        yield plain[opening.end() :]


def usual_unit(indicator: str) -> str | None:
    """Return the notation of the unit in which an indicator is usually told, None of one that is not known."""
    concept = find_concept(indicator)
    iri = load_scheme("indicators").by_notation[concept].value("defaultUnit") if concept else None
    return next((unit.notation for unit in load_scheme("units") if unit.iri == iri), None)
