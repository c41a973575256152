"""The bodies that notes call responsible are given to the sentences that they close; the notes stand apart.

`推进甲水库建设（责任单位：县水利局），6月开工。` is read as if the note were not there.
"""

from collections.abc import Iterable, Iterator
from typing import Final

from msgspec.structs import replace

from planskg.extracting.structure.sentences import Sentence
from planskg.extracting.views.notes import BRACKETS, ENDS_LABEL, NOTE, OPENING, RUNS_ON, find_bodies, is_note
from planskg.extracting.views.view import View
from planskg.model import Pillar, Span

MARKS: Final = ("，", "；", "。", "、", "：")


def give_notes(sentences: Iterable[Sentence]) -> list[Sentence]:
    """Return the sentences, notes by themselves; what such a note names is responsible for those before it."""
    kept: list[Sentence] = []
    for sentence in sentences:
        if sentence.text[0] in BRACKETS and (note := OPENING.match(sentence.text)):
            _keep_note(kept, _stretch(sentence, 0, note.end()))
            sentence = _stretch(sentence, note.end(), len(sentence.text))
        if is_note(sentence.text):
            _keep_note(kept, sentence)
        elif sentence.text:
            kept.append(sentence)
    return kept


def _keep_note(kept: list[Sentence], note: Sentence) -> None:
    """Keep a note that stands by itself behind the sentences that are kept, and give them what it names."""
    bodies = tuple(_bodies(note, _notes(note.text) or [(0, len(note.text))]))
    for at in _noted(kept, note.pillars):
        kept[at] = replace(kept[at], responsible=(*kept[at].responsible, *bodies))
    kept.append(_silenced(note))


def _noted(kept: list[Sentence], pillars: tuple[Pillar, ...]) -> range:
    """Return which sentences the next note is of: those of the last paragraph, as far as the note before it."""
    at = len(kept)
    while at and _is_noted(kept[at - 1]):
        at -= 1
    end, view = at, kept[at - 1].view if at else None
    while at and kept[at - 1].view is view and kept[at - 1].pillars == pillars and not _is_noted(kept[at - 1]):
        at -= 1
    return range(at, end)


def part_notes(sentences: Iterable[Sentence]) -> Iterator[Sentence]:
    """Yield the sentences without the notes in them, and each note by itself."""
    for sentence in sentences:
        text = sentence.text
        in_brackets = "（" in text or "〔" in text or "【" in text
        notes = _notes(text) if in_brackets else []
        if not notes and "：" in text and ENDS_LABEL.search(text):
            notes = [match.span() for match in RUNS_ON.finditer(text)]
        if not notes or _is_noted(sentence):
            yield sentence
            continue
        yield replace(_without(sentence, notes), responsible=(*_bodies(sentence, notes), *sentence.responsible))
        for start, end in notes:
            yield _silenced(_stretch(sentence, start, end))


def _without(sentence: Sentence, notes: Iterable[tuple[int, int]]) -> Sentence:
    """Return a sentence without the notes in it; one that runs into words parts them as a semicolon does."""
    view = sentence.view
    text, offsets, position = "", [*view.offsets[: sentence.start]], 0
    for start, end in notes:
        runs_on = end < len(sentence.text) and not sentence.text.startswith(MARKS, end)
        text += sentence.text[position:start] + "；" * runs_on
        offsets += view.offsets[sentence.start + position : sentence.start + start + runs_on]
        position = end
    text += sentence.text[position:]
    offsets += view.offsets[sentence.start + position : sentence.end]
    whole = View(view.text[: sentence.start] + text, offsets, view.line)
    return replace(sentence, view=whole, end=sentence.start + len(text), text=text)


def _stretch(sentence: Sentence, start: int, end: int) -> Sentence:
    here = sentence.start
    return replace(sentence, start=here + start, end=here + end, text=sentence.text[start:end])


def _is_noted(sentence: Sentence) -> bool:
    return sentence.part.tense == "responsible"


def _silenced(note: Sentence) -> Sentence:
    return replace(note, part=replace(note.part, tense="responsible"))


def _notes(text: str) -> list[tuple[int, int]]:
    return [match.span() for match in NOTE.finditer(text)]


def _bodies(sentence: Sentence, notes: Iterable[tuple[int, int]]) -> Iterator[Span]:
    """Yield the bodies that the notes in a sentence name."""
    for note in notes:
        for body in find_bodies(sentence.text, *note):
            yield sentence.span(*body)
