"""How a field writes its number, and which sensible one comes next."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from typing import Any

from engine.training.recipes import FIELDS

_CLEAR = 1e-9
"""What a number must be away from a step to count as being beside it."""


def plain(value: Any) -> str:
    """A value as one would type it: 500, 0.2, 1e-4; "" for None."""
    if value is None:
        return ""
    if not isinstance(value, float) or not math.isfinite(value):
        return str(value)
    if value and (abs(value) < 0.001 or abs(value) >= 1e6):
        mantissa, power = f"{value:e}".split("e")
        return f"{float(mantissa):g}e{int(power)}"
    return f"{value:g}"


def stepped(name: str, value: Any, direction: int) -> Any:
    """The next sensible value of a field within its bounds, ``direction`` being 1 up or -1 down.

    Something that is no number counts as the lowest; None empties an optional field again.
    """
    field = FIELDS[name]
    at = value if isinstance(value, (int, float)) and not isinstance(value, bool) else None
    if field.is_optional and direction < 0 and (at is None or at <= field.step):
        return None
    at = (0.0 if field.is_optional else field.low) if at is None else at
    after: float
    if field.ladder:
        place = (
            bisect_right(field.ladder, at) if direction > 0 else bisect_left(field.ladder, at) - 1
        )
        after = field.ladder[max(0, min(place, len(field.ladder) - 1))]
    else:
        by = field.step
        steps = (
            math.floor(at / by + _CLEAR) + 1 if direction > 0 else math.ceil(at / by - _CLEAR) - 1
        )
        after = round(steps * by, 9)
    after = max(field.low, min(after, field.high))
    return int(after) if field.kind == "whole" else float(after)
