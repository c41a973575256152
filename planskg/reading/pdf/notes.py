"""The notes at the foot of a page, which would else stand in the middle of a sentence that runs over it."""

import re
from collections.abc import Sequence

from planskg.reading.pdf.lines import Line

NOTE = re.compile(r"［\d+］|[\[〔(（]?\d{1,2}[\]〕)）.．、]?(?!\d)|[①-⑳*＊]|注\d")
SMALL = 0.88
"""Of the body's size."""
GAP = 1.1
"""Of the body's size: how far above the first note the body ends at least."""


def split_notes(pages: Sequence[list[Line]], size: float) -> tuple[list[list[Line]], list[list[Line]]]:
    """Return each page's body, and the notes of all pages, each as its lines; size is the body's."""
    bodies: list[list[Line]] = []
    notes: list[list[Line]] = []
    goes_on = False
    for lines in pages:
        first = _first_note(lines, size, goes_on)
        bodies.append(lines[:first])
        for line in lines[first:]:
            if notes and not NOTE.match(line.words):
                notes[-1].append(line)
            else:
                notes.append([line])
        goes_on = first < len(lines) and not lines[-1].words.endswith("。")
    return bodies, notes


def _first_note(lines: list[Line], size: float, goes_on: bool) -> int:
    """Return the index of the first line of the notes, how many lines there are where there is none.

    It has a note's number, unless the last note of the page before goes on.
    """
    first = len(lines)
    while first and lines[first - 1].size < SMALL * size:
        first -= 1
    if first == len(lines) or not (goes_on or (first and NOTE.match(lines[first].words))):
        return len(lines)
    apart = not first or lines[first].base - lines[first - 1].base > GAP * size
    return first if apart else len(lines)
