"""Lines of a terminal: styled words broken to a width in cells, as Chinese is set."""

from collections.abc import Iterable, Iterator

from rich.cells import cell_len
from rich.color import ColorSystem
from rich.style import Style as Look

Piece = tuple[str, str]
"""Words and their look, in rich's words (bold red), empty for plain."""
NEVER_FIRST = frozenset("，。、；：？！）】》〉”’」』〕…%％,.;:?!)]}")
NEVER_LAST = frozenset("（【《〈“‘「『〔([{")


def paint(line: Iterable[Piece], colour: bool) -> str:
    """Return a line as a terminal takes it, or plain; no blanks at its end."""
    pieces = list(line)
    plain = "".join(words for words, _ in pieces)
    if not colour:
        return plain.rstrip()
    return "".join(Look.parse(look).render(words, color_system=ColorSystem.STANDARD) for words, look in pieces)


def hang(label: Piece, body: Iterable[Piece], width: int) -> Iterator[list[Piece]]:
    """Yield the body broken into lines behind a label, under which the further lines stay blank."""
    indent = cell_len(label[0])
    lines = break_lines(body, max(width - indent, 2)) or [[]]
    yield [label, *lines[0]]
    yield from ([(" " * indent, ""), *line] for line in lines[1:])


def break_lines(body: Iterable[Piece], width: int) -> list[list[Piece]]:
    """Break styled words into lines; between any two Chinese characters, but no sign that closes begins a line."""
    signs = [(sign, look) for words, look in body for sign in words]
    text = "".join(sign for sign, _ in signs)
    ends = [*_ends(text, width), len(text)]
    return [_join(signs[start:end]) for start, end in zip([0, *ends], ends, strict=False) if start < end]


def _ends(text: str, width: int) -> Iterator[int]:
    """Yield the offsets at which lines end; words longer than a line are cut."""
    start, used = 0, 0
    for offset, sign in enumerate(text):
        used += cell_len(sign)
        while used > width and offset > start:
            fitting = (each for each in range(offset, start, -1) if _may_break(text, each))
            start = next(fitting, offset)
            yield start
            used = cell_len(text[start : offset + 1])


def _may_break(text: str, offset: int) -> bool:
    before, after = text[offset - 1], text[offset]
    if after in NEVER_FIRST or before in NEVER_LAST or after == " ":
        return False
    return not (_is_latin(before) and _is_latin(after))


def _is_latin(sign: str) -> bool:
    return sign.isascii() and not sign.isspace()


def _join(signs: list[tuple[str, str]]) -> list[Piece]:
    pieces: list[Piece] = []
    for sign, look in signs:
        if pieces and pieces[-1][1] == look:
            pieces[-1] = (pieces[-1][0] + sign, look)
        else:
            pieces.append((sign, look))
    return pieces
