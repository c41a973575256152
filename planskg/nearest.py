"""The nearest right word, for the person who typed a wrong one."""

from collections.abc import Iterable
from difflib import get_close_matches


def find_nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word that is spelt most like a word, None where none comes near; case decides between two."""
    exact = sorted(known)
    if found := get_close_matches(word, exact, n=1):
        return found[0]
    by_lower = {each.lower(): each for each in reversed(exact)}
    return next((by_lower[each] for each in get_close_matches(word.lower(), by_lower, n=1)), None)


def suggest(word: str, known: Iterable[str]) -> str:
    """Return how a message about an unknown word ends: with the nearest right one, else with all there are."""
    choices = sorted(known)
    nearest = find_nearest(word, choices)
    return f"did you mean {nearest}?" if nearest else f"there are {', '.join(choices)}"
