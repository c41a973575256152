"""What mypyc cannot compile does not stand in the extractor, so that `make compiled` goes on working."""

import ast
from pathlib import Path

import pytest

from conftest import PACKAGE

MEMBERSHIP = ast.In | ast.NotIn
DISPLAY = ast.Tuple | ast.List | ast.Set


def stars_in_memberships(source: str) -> list[int]:
    """The lines of `x in (*A, b)`, on which mypyc stops with an error of its own."""
    return [
        node.lineno
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Compare)
        for operator, within in zip(node.ops, node.comparators, strict=True)
        if isinstance(operator, MEMBERSHIP) and isinstance(within, DISPLAY)
        if any(isinstance(item, ast.Starred) for item in within.elts)
    ]


@pytest.mark.parametrize("path", sorted((PACKAGE / "extracting").rglob("*.py")), ids=lambda path: path.stem)
def test_no_star_in_a_membership(path: Path) -> None:
    assert stars_in_memberships(path.read_text(encoding="utf-8")) == []


def test_a_star_in_a_membership_is_seen() -> None:
    assert stars_in_memberships("x = 1 in (*A, 2)\ny = 1 in (2, 3)\nz = 1 not in [*A]") == [1, 3]
