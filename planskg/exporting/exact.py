"""JSON whose numbers are written with the digits that they have."""

import json
import re
from decimal import Decimal
from typing import Any

from planskg.exporting.characters import space_forbidden

Json = Any
HELD = re.compile(r'"\\u0000([^"]*)"')
"""A number on its way: no text holds this character, for what XML forbids is taken out of texts first."""


def dump_exact(value: Json) -> str:
    """Return JSON in which a Decimal is a number with all its digits, and a control character a blank."""
    return HELD.sub(r"\1", json.dumps(_hold(value), ensure_ascii=False, indent=1)) + "\n"


def _hold(value: Json) -> Json:
    match value:
        case Decimal():
            return f"\0{value:f}"
        case str():
            return space_forbidden(value)
        case dict():
            return {key: _hold(each) for key, each in value.items()}
        case list() | tuple():
            return [_hold(each) for each in value]
    return value
