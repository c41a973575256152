"""The indicator of the vocabulary that words name, and the unit that is usual for it."""

import re
from functools import cache

from planskg.extracting.lexicon import cue_regex
from planskg.extracting.view import WIDTHS
from planskg.vocabulary import load_scheme


@cache
def find_concept(indicator: str) -> str | None:
    """Return the notation of the indicator that words name.

    They are tried as they stand, without a scope word, and without a verb in front.
    """
    names = load_scheme("indicators").by_name
    plain = re.sub(r"[“”\s]|（[^）]*）", "", indicator.translate(WIDTHS))
    bare = cue_regex("^…+", "scope", "making").sub("", plain)
    for words in (indicator, plain, re.sub("其中[:：]?", "", plain), bare):
        if words in names:
            return names[words].notation
    return None


@cache
def usual_unit(indicator: str) -> str | None:
    """Return the notation of the unit in which an indicator is usually told, None of one that is not known."""
    concept = find_concept(indicator)
    iri = load_scheme("indicators").by_notation[concept].value("defaultUnit") if concept else None
    return next((unit.notation for unit in load_scheme("units") if unit.iri == iri), None)
