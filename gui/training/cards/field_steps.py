"""How a field writes its number, and which sensible one comes next."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from typing import Any

from engine.training.plan import FEWEST, MOST_EVERY
from engine.training.recipes import BOUNDS

_BY: dict[str, float] = {
    "num_words": 100,
    "length": 10,
    "epochs": 10,
    "every": 10,
    "limit": 1000,
    "dropout": 0.1,
    "test_size": 0.05,
}
"""Steps of the fields that go up and down by a number; 1 where a field is not named."""

_POWERS = [2**k for k in range(18)]
_RATES = [float(f"{digit}e{power}") for power in range(-9, 2) for digit in (1, 3)]
_LADDERS: dict[str, list[Any]] = {
    "units": _POWERS,
    "embedding": _POWERS,
    "batch": _POWERS,
    "learning_rate": _RATES,
}
"""The values of the fields that go up and down by a factor."""

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
    """The next sensible value of a field.

    Args:
        name: of the field of a `PlanEditor`.
        value: what is in it; something that is no number counts as the lowest.
        direction: 1 up, -1 down.

    Returns:
        a number within the field's bounds, or None where ``limit`` goes back to all.
    """
    low, high = {"limit": (FEWEST, 10**9), "every": (0, MOST_EVERY)}.get(name) or BOUNDS[name]
    at = value if isinstance(value, (int, float)) and not isinstance(value, bool) else None
    if name == "limit" and (at is None or at <= _BY[name]) and direction < 0:
        return None
    at = 0.0 if at is None and name == "limit" else low if at is None else at
    after: float
    if name in _LADDERS:
        ladder = _LADDERS[name]
        place = bisect_right(ladder, at) if direction > 0 else bisect_left(ladder, at) - 1
        after = ladder[max(0, min(place, len(ladder) - 1))]
    else:
        by = _BY.get(name, 1)
        steps = (
            math.floor(at / by + _CLEAR) + 1 if direction > 0 else math.ceil(at / by - _CLEAR) - 1
        )
        after = round(steps * by, 9)
    after = max(low, min(after, high))
    return float(after) if name in ("dropout", "test_size", "learning_rate") else int(after)
