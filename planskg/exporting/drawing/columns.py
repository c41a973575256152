"""Trees as indented lists in columns: every label is wrapped and whole, and none can meet another."""

from collections.abc import Iterator
from dataclasses import dataclass

from planskg.exporting.drawing.flowing import Flow, flow_blocks
from planskg.exporting.drawing.marks import draw_mark
from planskg.exporting.drawing.measuring import wrap
from planskg.exporting.drawing.page import fit_words, open_page
from planskg.exporting.drawing.shapes import Drawing, Path, Words, figure
from planskg.exporting.views import Sheet

WIDE = 264.0
INDENT = 15.0
HEAD = 24.0
"""The height of the line above a column that goes on with a tree."""
SIZES = {"root": 15.0, "branch": 12.0, "leaf": 10.5}
LEADING = 1.34
"""From line to line, by the size of the letters."""
SPACE = {"root": 16.0, "branch": 7.0, "leaf": 3.0}
"""Above a label."""


@dataclass(frozen=True, slots=True)
class Block:
    """A spot's label in lines."""

    role: str
    depth: int
    lines: tuple[str, ...]
    whole: str

    @property
    def size(self) -> float:
        """Return the size of its letters."""
        return SIZES[self.role]

    @property
    def height(self) -> float:
        """Return its height with the space above."""
        return SPACE[self.role] + len(self.lines) * self.size * LEADING


def draw_columns(sheet: Sheet, title: str, note: str) -> Iterator[Drawing]:
    """Return a sheet of trees as a page, or as several where it is long."""
    blocks = _blocks(sheet)
    flows = flow_blocks(
        [block.height for block in blocks],
        WIDE,
        held=lambda number: blocks[number].role != "leaf",
        head=lambda number: HEAD if blocks[number].depth else 0.0,
    )
    for flow in flows:
        page = open_page(flow.frame, title, note, {spot.kind for spot in sheet.spots})
        for number in range(len(flow.columns)):
            _draw_column(page, sheet, blocks, flow, number)
        yield page


def _blocks(sheet: Sheet) -> list[Block]:
    parents = {spot.above for spot in sheet.spots}
    depths: list[int] = []
    blocks = []
    for number, spot in enumerate(sheet.spots):
        depths.append(0 if spot.above < 0 else depths[spot.above] + 1)
        role = "root" if spot.above < 0 else "branch" if number in parents else "leaf"
        lines = wrap(spot.label, SIZES[role], WIDE - (depths[-1] + 1) * INDENT)
        blocks.append(Block(role, depths[-1], tuple(lines), spot.label))
    return blocks


def _draw_column(page: Drawing, sheet: Sheet, blocks: list[Block], flow: Flow, column: int) -> None:
    left, top = flow.left(column), flow.frame.top
    rows = {number: top + y + _lead(blocks[number]) for number, y in flow.columns[column]}
    first = next(iter(rows), 0)
    if rows and blocks[first].depth:
        names = " › ".join(reversed([sheet.spots[each].label for each in _above(sheet, first)]))
        page.words.append(fit_words((left, top + 12), f"（续）{names}", 10.0, WIDE, "soft"))
    for number, y in rows.items():
        block, x = blocks[number], left + INDENT * (blocks[number].depth + 0.5)
        page.paths += _links(sheet, blocks, rows, number, x, top + HEAD - 6)
        page.paths.append(draw_mark(sheet.spots[number].kind, x, y - 0.36 * block.size, 0.3 * block.size))
        colour = "pillar" if sheet.spots[number].kind == "pillar" else "ink"
        for row, words in enumerate(block.lines):
            whole = block.whole if words.endswith("…") and not block.whole.endswith("…") else ""
            at = (x + INDENT * 0.6, y + row * block.size * LEADING)
            page.words.append(Words(at, words, block.size, colour, whole=whole))


def _lead(block: Block) -> float:
    """Return how far below its beginning a block's first line stands."""
    return SPACE[block.role] + block.size


def _above(sheet: Sheet, number: int) -> Iterator[int]:
    while (number := sheet.spots[number].above) >= 0:
        yield number


def _links(
    sheet: Sheet, blocks: list[Block], rows: dict[int, float], number: int, x: float, top: float
) -> Iterator[Path]:
    """Return the line from a spot up to the one before it below the same parent, and those that pass it."""
    above = sheet.spots[number].above
    if above < 0:
        return
    y = rows[number] - 0.36 * blocks[number].size
    before = [each for each in rows if each < number and sheet.spots[each].above == above]
    start = (
        rows[before[-1]] - 0.36 * blocks[before[-1]].size
        if before
        else rows[above] + 0.1 * blocks[above].size
        if above in rows
        else top
    )
    bar = x - INDENT
    steps = f"M{figure(bar)} {figure(start)}V{figure(y)}H{figure(x - 0.42 * blocks[number].size)}"
    yield Path(steps, stroke="line")
