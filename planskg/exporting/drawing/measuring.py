"""How wide words are in the font that pictures are drawn with, so that labels can be placed before they are drawn.

The widths are the advances of Noto Sans SC, in thousandths of the font size; `advances.txt` lists the characters that
are not as wide as they are high. Viewers with other fonts are held to them by `textLength`.
"""

import re
from functools import cache
from pathlib import Path

FONT = "Noto Sans SC"
FULL = 1000
ASCENT, DESCENT = 0.88, 0.24
"""Of the font size, above and below the line that the letters stand on; the tallest Chinese character fits in."""
ATOM = re.compile(r"[A-Za-z0-9.,%+/-]+|.", re.DOTALL)
"""What a line is not broken within."""
NEVER_FIRST = "，。；：、！？）》」』”’…%％°℃·〉】〕)]},.;:!?"
NEVER_LAST = "（《「『“‘〈【〔([{"


@cache
def _advances() -> dict[str, int]:
    lines = (Path(__file__).parent / "advances.txt").read_text(encoding="utf-8").splitlines()
    rows = (line.split() for line in lines if not line.startswith("#"))
    return {chr(code): int(width) for first, last, width in rows for code in range(int(first, 16), int(last, 16) + 1)}


def measure(words: str, size: float) -> float:
    """Return how wide a line of words is, in the unit of the font size."""
    advances = _advances()
    return sum(advances.get(sign, FULL) for sign in words) * size / FULL


def is_even(words: str) -> bool:
    """Tell whether every character is as wide as it is high, so that any Chinese font sets the line alike."""
    return not any(sign in _advances() for sign in words)


def shorten(words: str, size: float, room: float, mark: str = "…") -> str:
    """Return words that fit a room, cut and marked where they are too long; nothing where not even the mark fits."""
    if measure(words, size) <= room:
        return words
    left = room - measure(mark, size)
    kept = ""
    for sign in words if left >= 0 else "":
        left -= measure(sign, size)
        if left < 0:
            return kept + mark
        kept += sign
    return kept


def wrap(words: str, size: float, room: float, most: int = 6) -> list[str]:
    """Return words as lines that fit a room: no closing mark begins a line, no opening one ends it.

    There are at most so many lines, the last of them shortened.
    """
    lines: list[list[str]] = [[]]
    for atom in _atoms(words, size, room):
        if lines[-1] and measure("".join((*lines[-1], atom)), size) > room:
            cut = _last_break(lines[-1], atom, size, room)
            lines[-1:] = [lines[-1][:cut], lines[-1][cut:]]
        lines[-1].append(atom)
    whole = ["".join(atoms).strip() for atoms in lines]
    return whole if len(whole) <= most else [*whole[: most - 1], shorten("".join(whole[most - 1 :]), size, room)]


def _atoms(words: str, size: float, room: float) -> list[str]:
    """Return what may not be broken; a run of Latin letters that is too long for a line may."""
    found = ATOM.findall(" ".join(words.split()))
    return [part for atom in found for part in ([atom] if measure(atom, size) <= room else atom)]


def _last_break(line: list[str], atom: str, size: float, room: float) -> int:
    """Return after how many of a line's atoms it is broken when the next one no longer fits."""
    following = [*line, atom]
    for cut in range(len(line), 1, -1):
        if measure("".join(following[cut:]), size) > room:
            break
        if following[cut][0] not in NEVER_FIRST and line[cut - 1][-1] not in NEVER_LAST:
            return cut
    return len(line)
