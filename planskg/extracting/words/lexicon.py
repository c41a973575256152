"""The vocabularies' words as patterns, made once: longest first, so that 不超过 is never read as 超过."""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Final, TypeVar

from planskg.vocabulary import Concept, load_scheme

What = TypeVar("What")
MANY: Final = 256
"""So many words are remembered: those of the sentence at hand, which several questions are put to."""


def alternation(words: Iterable[str]) -> str:
    """Return a regular expression that matches any of these words, the longest first.

    Words that begin alike share their beginning, for the engine tries all alternatives one after another.
    """
    rests: dict[str, list[str]] = {}
    for word in sorted(set(words), reverse=True):
        rests.setdefault(word[:1], []).append(word[1:])
    return "|".join(re.escape(first) + _any(rest) for first, rest in rests.items())


def _any(rests: list[str]) -> str:
    return re.escape(rests[0]) if len(rests) == 1 else f"(?:{alternation(rests)})"


def initials(words: Iterable[str]) -> str:
    """Return a lookahead for the characters that words begin with.

    Put before a pattern whose alternatives open with repeats, it lets the engine pass over all other places at once.
    """
    return f"(?=[{re.escape(''.join(sorted({word[0] for word in words})))}])"


def by_last(words: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return words by their last character, the longest first: `endswith` need ask only those of a text's own."""
    found: dict[str, tuple[str, ...]] = {}
    for word in sorted(set(words), key=lambda word: (-len(word), word)):
        found[word[-1]] = (*found.get(word[-1], ()), word)
    return found


def by_first(words: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return words by their first character."""
    found: dict[str, tuple[str, ...]] = {}
    for word in words:
        found[word[0]] = (*found.get(word[0], ()), word)
    return found


def opens_with(firsts: Mapping[str, tuple[str, ...]], text: str, start: int = 0, end: int | None = None) -> bool:
    """Tell whether a stretch opens with one of some words, given by their first character."""
    words = firsts.get(text[start : start + 1])
    return words is not None and text.startswith(words, start, end)


def closes_with(lasts: Mapping[str, tuple[str, ...]], text: str, start: int, end: int) -> bool:
    """Tell whether a stretch closes with one of some words, given by their last character."""
    words = lasts.get(text[end - 1 : end])
    return words is not None and text.endswith(words, start, end)


def closing_word(ends: dict[str, tuple[str, ...]], text: str) -> str:
    """Return the longest of some words, given by their last character, that closes a text; empty where none does."""
    words = ends.get(text[-1:])
    if words and text.endswith(words):
        for word in words:
            if text.endswith(word):
                return word
    return ""


def by_ending(words: Mapping[What, Iterable[str]]) -> dict[str, tuple[What, ...]]:
    """Return whose words may close a text, by its last two characters; a word of one character stands by it alone."""
    ends = {what: tuple({word[-2:] for word in own}) for what, own in words.items()}
    return {
        key: tuple(what for what, own in ends.items() if key.endswith(own)) for keys in ends.values() for key in keys
    }


def closing(table: Mapping[str, tuple[What, ...]], text: str) -> tuple[What, ...]:
    """Return whose words may close a text."""
    return table.get(text[-2:]) or table.get(text[-1:], ())


def sizes_by_ending(words: Iterable[str]) -> dict[str, tuple[int, ...]]:
    """Return how long the words are that may close a text, by its last two characters, the shortest first."""
    sizes: dict[str, tuple[int, ...]] = {}
    for word in sorted(words, key=len):
        shorter = closing(sizes, word)
        if len(word) not in shorter:
            sizes[word[-2:]] = (*shorter, len(word))
    return sizes


@cache
def words_by_notation(scheme: str, name: str) -> dict[str, str]:
    """Return each word that a scheme's concepts carry under a plan: property, with its concept's notation."""
    return {word: concept.notation for concept in load_scheme(scheme) for word in concept.values(name)}


@cache
def cue(*notations: str) -> tuple[str, ...]:
    """Return the grammar's function words of these kinds, longest first."""
    return load_scheme("cues").words(*notations)


@cache
def cue_set(*notations: str) -> frozenset[str]:
    """Return the same, to ask whether a word is one of them."""
    return frozenset(cue(*notations))


@cache
def cue_starts(*notations: str) -> dict[str, tuple[str, ...]]:
    """Return the same by their first character."""
    return by_first(cue(*notations))


@cache
def cue_ends(*notations: str) -> dict[str, tuple[str, ...]]:
    """Return the same by their last character."""
    return by_last(cue(*notations))


@cache
def cue_pattern(*notations: str) -> str:
    """Return the same as an alternation."""
    return alternation(cue(*notations))


@cache
def cue_regex(template: str, *notations: str) -> re.Pattern[str]:
    """Return a template, in which … stands for any of the function words of these kinds, as a regular expression."""
    return re.compile(template.replace("…", f"(?:{cue_pattern(*notations)})"))


def _unit_names() -> dict[str, Concept]:
    """Return the unit concepts by every way they are written, notation included."""
    units = load_scheme("units")
    return {unit.notation: unit for unit in units} | units.by_name


UNIT_NAMES: Final = _unit_names()
