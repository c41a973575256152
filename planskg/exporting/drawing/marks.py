"""The marks of the kinds: a shape each, so that they can be told apart without their colours."""

from planskg.exporting.drawing.shapes import Path, box, disc, polygon

NAMES = {
    "plan": "计划",
    "pillar": "支柱",
    "indicator": "指标",
    "project": "项目",
    "sector": "领域",
    "place": "地方",
    "target": "目标",
    "aim": "要求",
    "pledge": "项目",
    "action": "举措",
    "observation": "表列数",
}
"""Kinds of spots, in the order in which a legend lists them."""
HOLLOW = {"pillar", "aim", "sector"}
SQUARE, DIAMOND, TRIANGLE = {"project", "pledge"}, {"sector", "action"}, {"place"}


def draw_mark(kind: str, x: float, y: float, radius: float) -> Path:
    """Return the mark of a kind about a point."""
    hollow = kind in HOLLOW
    return Path(_outline(kind, x, y, radius), "paper" if hollow else kind, kind if hollow else "none", 0.33 * radius)


def _outline(kind: str, x: float, y: float, r: float) -> str:
    if kind in SQUARE:
        return box(x - 0.85 * r, y - 0.85 * r, 1.7 * r, 1.7 * r)
    if kind in DIAMOND:
        return polygon((x, y - 1.1 * r), (x + 1.1 * r, y), (x, y + 1.1 * r), (x - 1.1 * r, y))
    if kind in TRIANGLE:
        return polygon((x, y - 1.1 * r), (x + 1.1 * r, y + 0.9 * r), (x - 1.1 * r, y + 0.9 * r))
    return disc(x, y, r)
