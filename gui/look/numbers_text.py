"""How numbers are written in the window: a true minus, and no digits that say nothing."""

from __future__ import annotations

import math
from functools import lru_cache

MINUS = "\N{MINUS SIGN}"

ROUNDING = 1e-12
"""The share of the largest of many numbers below which another is nothing but rounding: the sine
of so many times pi is hardly ever 0."""


def true_minus(text: str) -> str:
    """A formatted number with a minus sign instead of a hyphen."""
    return text.replace("-", MINUS)


@lru_cache(maxsize=4096)  # one number is written in several places, and again at the next step
def number(value: float, digits: int = 2, *, sign: bool = False) -> str:
    """So many digits behind the point, none for a small whole number; "–" where there is none.
    With ``sign`` a positive number has a plus."""
    if not math.isfinite(value):
        return "–"
    if -1 < value <= 0 and round(value, digits) == 0:
        value = abs(value)  # never −0.00
    if sign:
        text = f"{value:+.{digits}f}"
    elif -1000 < value < 1000 and value % 1 == 0:
        text = f"{value:.0f}"
    else:
        text = f"{value:.{digits}f}"
    return text.replace("-", MINUS) if value < 0 else text


def four_digits(value: float, largest: float = 0.0) -> str:
    """A number of a table in four digits that count; "–" for NaN, and 0 for what rounding leaves
    of it beside the ``largest`` of its column, whatever its sign."""
    if math.isnan(value):
        return "–"
    if abs(value) < ROUNDING * largest:
        return "0"
    plain = 1e-3 <= abs(value) < 1e6 or value == 0
    return true_minus(f"{value:.4g}" if plain else f"{value:.2e}")


def six_digits(value: float) -> str:
    """A number in at most six digits that count."""
    return true_minus(f"{value:.6g}")


def weight_text(value: float) -> str:
    """A weight in three digits that count: 0.0123, −1.35, 2.1e−7."""
    if not math.isfinite(value):
        return _not_finite(value)
    size = abs(value)
    if size == 0.0:
        return "0"
    if size < 1e-4 or size >= 1e5:
        mantissa, exponent = f"{value:.1e}".split("e")
        return true_minus(f"{mantissa}e{int(exponent)}")
    return true_minus(f"{value:.{max(0, 2 - math.floor(math.log10(size)))}f}")


def metric_text(value: float, digits: int = 4) -> str:
    """A loss or a metric, which may have run away to infinity or NaN."""
    if not math.isfinite(value):
        return _not_finite(value)
    return f"{value:.4g}" if abs(value) >= 1e5 else number(value, digits)


def tick_text(value: float, step: float) -> str:
    """A number of an axis, with as many digits as its neighbours, ``step`` apart, need."""
    if abs(value) < step * 1e-6:
        return "0"
    if max(abs(value), step) >= 1e5 or step < 1e-5:
        return true_minus(f"{value:.2g}").replace("e+", "e")
    digits = 0
    while digits < 6 and abs(round(step, digits) - step) > step * 1e-6:
        digits += 1
    return true_minus(f"{value:.{digits}f}")


def _not_finite(value: float) -> str:
    return "NaN" if math.isnan(value) else ("∞" if value > 0 else f"{MINUS}∞")
