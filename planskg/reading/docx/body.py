"""The body of a Word document as blocks: what is printed, each thing once, in reading order."""

from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from planskg.reading.content import Grid, compose
from planskg.reading.docx.markup import GENERATED, W, find, is_on, value, walk, whole
from planskg.reading.docx.numbering import Numbering
from planskg.reading.docx.tables import Piece, is_layout, make_grid, make_piece, width_of

MATHS = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
PARAGRAPH, TABLE, ROW, CELL, RUN, TEXT = (W + name for name in ("p", "tbl", "tr", "tc", "r", "t"))
FIELD, INSTRUCTION = W + "fldChar", W + "instrText"
BOX = W + "txbxContent"
NOTES = {W + "footnoteReference": "footnote", W + "endnoteReference": "endnote"}
SIGNS = {W + "tab": "\t", W + "ptab": "\t", W + "br": "\n", W + "cr": "\n", W + "noBreakHyphen": "-"}
PIECES = frozenset({TEXT, FIELD, INSTRUCTION, BOX, *NOTES, *SIGNS})
RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")

LONGEST = 64
"""Characters of a field's instruction; its first word says what it does."""
MOST_SLOTS = 500_000
"""In all tables; cells that are merged over more are read as paragraphs."""


def read_body(document: Element, parts: dict[str, Element]) -> Iterator[str | Grid]:
    """Yield the blocks of a document, and then its notes; the parts by kind are numbering, styles and notes."""
    return _Reader(document, parts).read()


@dataclass(slots=True)
class _Field:
    around: "_Field | None"
    instruction: str = ""
    shows: bool = False
    """Its result has begun, and is one to read, as is that of the field around it."""


class _Reader:
    """The state of reading a document from top to bottom: counted lists, open fields, cited notes."""

    def __init__(self, document: Element, parts: dict[str, Element]) -> None:
        self._document = document
        self._parts = parts
        self._numbering = Numbering(parts.get("numbering"), parts.get("styles"))
        # A field without an end would swallow the rest of the text.
        marks = [found.get(W + "fldCharType") for found in document.iter(FIELD)]
        self._fielded = marks.count("begin") == marks.count("end")
        self._field: _Field | None = None
        self._cited: dict[tuple[str, str | None], int] = {}
        self._room = MOST_SLOTS

    def read(self) -> Iterator[str | Grid]:
        body = self._document.find(W + "body")
        yield from self._blocks(body if body is not None else self._document)
        yield from self._notes()

    def _blocks(self, container: Element) -> Iterator[str | Grid]:
        carried = ""
        for found in walk(container, (PARAGRAPH, TABLE)):
            if found.tag == TABLE:
                yield from self._table(found)
                continue
            # Where the mark that ends a paragraph is deleted, its words open the next.
            ends = find(found, "pPr/rPr/del") is None
            number = self._numbering.number(found) if ends else ""
            boxes: list[Element] = []
            carried += "".join(self._words(found, boxes))
            if ends:
                yield from (number + carried).split("\n")
                carried = ""
            for box in boxes:
                yield from self._blocks(box)
        yield carried

    def _words(self, paragraph: Element, boxes: list[Element]) -> Iterator[str]:
        """Yield the words of a paragraph, and add the text boxes that hang on it."""
        for run in walk(paragraph, (RUN, MATHS)):
            if run.tag == MATHS:
                yield run.text or ""
                continue
            properties = run.find(W + "rPr")
            hidden = properties is not None and is_on(properties, "vanish")
            raised = properties is not None and value(properties, "vertAlign") == "superscript"
            for piece in walk(run, PIECES):
                words = self._piece(piece, boxes)
                if not hidden and (self._field is None or self._field.shows):
                    yield words.translate(RAISED) if raised and words.isdigit() else words

    def _piece(self, piece: Element, boxes: list[Element]) -> str:
        if piece.tag == TEXT:
            return piece.text or ""
        if piece.tag == BOX:
            boxes.append(piece)
        elif piece.tag in NOTES:
            return self._cite(NOTES[piece.tag], piece.get(W + "id"))
        elif self._fielded and piece.tag == FIELD:
            self._turn_field(piece.get(W + "fldCharType"))
        elif self._field and piece.tag == INSTRUCTION:
            self._field.instruction = (self._field.instruction + (piece.text or ""))[:LONGEST]
        return SIGNS.get(piece.tag, "")

    def _turn_field(self, mark: str | None) -> None:
        field = self._field
        if mark == "begin":
            self._field = _Field(field)
        elif field and mark == "separate":
            field.shows = not GENERATED.match(field.instruction) and (field.around is None or field.around.shows)
        elif field and mark == "end":
            self._field = field.around

    def _cite(self, kind: str, identity: str | None) -> str:
        return f"［{self._cited.setdefault((kind, identity), len(self._cited) + 1)}］"

    def _notes(self) -> Iterator[str]:
        """Yield the notes under a heading of their own, each a line: they explain, and hold no promise."""
        notes = {
            (kind, note.get(W + "id")): note
            for kind in NOTES.values()
            if kind + "s" in self._parts
            for note in self._parts[kind + "s"].iter(W + kind)
        }
        cited = [(number, notes[key]) for key, number in self._cited.items() if key in notes]
        if cited:
            yield "注释"
        for number, note in cited:
            yield f"［{number}］" + _joined(self._blocks(note)).lstrip()

    def _table(self, table: Element) -> Iterator[str | Grid]:
        rows = [self._row(row) for row in walk(table, (ROW,)) if find(row, "trPr/del") is None]
        slots = width_of(rows) * len(rows)
        if slots > self._room or is_layout(rows):
            yield from (block for row in rows for piece in row for block in piece.blocks)
        else:
            self._room -= slots
            yield make_grid(rows)

    def _row(self, row: Element) -> list[Piece]:
        indent = whole(value(row, "trPr/gridBefore"), 0)
        before = [Piece(width=indent)] if indent else []
        return before + [make_piece(cell, tuple(self._blocks(cell))) for cell in walk(row, (CELL,))]


def _joined(blocks: Iterator[str | Grid]) -> str:
    """Return the words of blocks as one line, those of tables too."""
    words = (block if isinstance(block, str) else compose([block]).text for block in blocks)
    return " ".join(" ".join(words).split())
