"""Indicators as rows and plans as columns: what each plan wants stands where they cross, one below the other."""

from planskg.exporting.layouts.place import LETTER, Place, rounded
from planskg.exporting.views import Sheet

ROW, COLUMN, GAP = 20.0, 150.0, 8.0
LONGEST = 14
"""So many characters of a row's name are shown."""
SIDE = LETTER * LONGEST
LEFT, SLANTED = 180.0, 305.0
"""Directions of names: a row's ends at its row, a column's rises where there are too many columns for flat ones."""
FEW = 6


def lay_matrix(sheet: Sheet) -> list[Place]:
    """Return the places of a matrix: the same for the wide and the tall picture."""
    plans = [number for number, spot in enumerate(sheet.spots) if spot.kind == "plan"]
    across = {plan: COLUMN * (column + 0.2) for column, plan in enumerate(plans)}
    across |= {cell: across[plan] for plan, cell in sheet.links}
    places: list[Place] = []
    taken: dict[float, int] = {}
    down = 0.0
    heading = None if len(plans) <= FEW else SLANTED
    for number, spot in enumerate(sheet.spots):
        if spot.kind == "plan":
            places.append(_place(across[number], 0.0, COLUMN, heading))
        elif spot.above < 0:
            down += ROW * max(taken.values(), default=1) + GAP
            taken = {}
            places.append(_place(0.0, down, SIDE, LEFT))
        else:
            row = taken[across[number]] = taken.get(across[number], 0) + 1
            places.append(_place(across[number], down + ROW * (row - 1), COLUMN - GAP - LETTER))
    return places


def _place(x: float, y: float, room: float, angle: float | None = None) -> Place:
    return Place(rounded(x, y), rounded(x, y), room, angle)
