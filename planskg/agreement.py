"""When two records agree: whether they tell of the same thing, and in which fields they differ."""

import math
import re
from collections import Counter
from collections.abc import Callable
from decimal import Decimal
from typing import Any, NamedTuple

from planskg.records import Json

Test = Callable[[Any, Any], bool]

PUNCTUATION = re.compile(r"[\s、，；：。\"'“”()（）〈〉《》—–-]+")
IF_GIVEN = ("capacity", "investment")
"""Fields that are judged only where the reference gives them."""


def likeness(one: str | None, other: str | None) -> float:
    """Return how much two names share: the Dice coefficient of their character pairs, 0 to 1, punctuation aside."""
    left, right = _pairs(one), _pairs(other)
    return 2 * (left & right).total() / (left.total() + right.total())


def _pairs(text: str | None) -> Counter[str]:
    plain = PUNCTUATION.sub("", text or "")
    return Counter([plain[at : at + 2] for at in range(len(plain) - 1)] or [plain])


def _same(want: Any, got: Any) -> bool:
    return bool(want == got)


def _alike(want: Any, got: Any) -> bool:
    return likeness(want, got) >= 0.6


def _same_number(want: Any, got: Any) -> bool:
    """Tell whether two numbers, or two ranges, are one up to the rounding of floats."""
    if isinstance(want, list) and isinstance(got, list):
        return len(want) == len(got) and all(map(_same_number, want, got))
    if isinstance(want, int | float | Decimal) and isinstance(got, int | float | Decimal):
        return math.isclose(want, got, rel_tol=1e-6, abs_tol=1e-6)
    return bool(want == got)


def _same_capacity(want: Any, got: Any) -> bool:
    return (
        isinstance(got, dict)
        and _same_number(want.get("value"), got.get("value"))
        and want.get("unit") == got.get("unit")
    )


class Kind(NamedTuple):
    """How records of one kind are compared."""

    name: str
    """The field that names the thing; of several answers, the one with the likest name is taken."""
    identity: Test
    """Whether two records whose spans overlap tell of the same thing."""
    fields: dict[str, Test]
    """What must agree besides."""


def _by_value(want: Json, got: Json) -> bool:
    return _same_number(want.get("value"), got.get("value"))


KINDS = {
    "pillar": Kind("title", lambda w, g: likeness(w.get("title"), g.get("title")) >= 0.8, {"level": _same}),
    "target": Kind(
        "indicator",
        _by_value,
        {"indicator": _alike, "unit": _same, "measure": _same, "comparator": _same, "year": _same},
    ),
    "aim": Kind("indicator", lambda w, g: True, {"indicator": _alike, "year": _same}),
    "project": Kind(
        "name",
        lambda w, g: _alike(w.get("name"), g.get("name")),
        {"stage": _same, "year": _same, "capacity": _same_capacity, "investment": _same_number},
    ),
    "observation": Kind(
        "indicator",
        _by_value,
        {"indicator": _alike, "year": _same, "kind": _same, "unit": _same, "comparator": _same},
    ),
}


def is_same_thing(kind: Kind, want: Json, got: Json) -> bool:
    """Tell whether two records of a kind share a stretch of text and what makes them the same thing."""
    return min(want["end"], got["end"]) > max(want["start"], got["start"]) and kind.identity(want, got)


def is_judged(field: str, want: Json) -> bool:
    """Tell whether a reference record says anything that a found one must agree with in this field."""
    return field not in IF_GIVEN or want.get(field) is not None


def faults(kind: Kind, want: Json, got: Json) -> tuple[str, ...]:
    """Return the fields in which two records of the same thing differ."""
    judged = ((field, test) for field, test in kind.fields.items() if is_judged(field, want))
    return tuple(field for field, test in judged if not test(want.get(field), got.get(field)))


def closeness(kind: Kind, want: Json, got: Json) -> float:
    """Return how near a found record comes: the likeness of the names, less a quarter for each field that differs."""
    return likeness(want.get(kind.name), got.get(kind.name)) - 0.25 * len(faults(kind, want, got))
