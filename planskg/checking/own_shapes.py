"""Shapes of a user's own files, tried before they are used: what an engine cannot take is told with its file."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pyoxigraph as ox

from planskg.checking.core import validate_core
from planskg.checking.questions import ask
from planskg.checking.shape_files import load_shapes
from planskg.checking.shapes import Shapes
from planskg.errors import BadAsset


@cache
def load_with(paths: Sequence[Path]) -> Shapes:
    """Return the project's own shapes with those of some files; raises BadAsset for what is none."""
    for count, path in enumerate(paths, start=1):
        _try(path, load_shapes(*paths[: count - 1]), load_shapes(*paths[:count]))
    return load_shapes(*paths)


def _try(path: Path, before: Shapes, after: Shapes) -> None:
    known = {rule.node for rule in before.rules}
    new = [rule for rule in after.rules if rule.node not in known]
    if not new:
        raise BadAsset(path, "shapes", "holds no rule, that is no sh:NodeShape with a target")
    for rule in new:
        only = after.graded({rule.code: ""})
        try:
            validate_core("", only)
            list(ask(ox.Store(), only.rules))
        except (ValueError, SyntaxError) as error:
            raise BadAsset(path, rule.code, str(error)) from None
        if any(constraint.select and "$this" not in constraint.select for constraint in rule.constraints):
            raise BadAsset(path, rule.code, "its SELECT does not name $this")
