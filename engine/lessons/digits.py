"""Numbers that are compared on one screen, written with the digits that tell them apart, six at most."""

from __future__ import annotations

from collections.abc import Iterable

MAX_DIGITS = 6
"""Digits behind the point."""


def told_apart(values: Iterable[float], digits: int = 3) -> tuple[str, ...]:
    """Each number with so many digits behind the point, or, where two that differ would look
    equal, with more, at most `MAX_DIGITS`; a true minus, and never one before a zero."""
    numbers = tuple(values)
    while digits < MAX_DIGITS and len({with_digits(each, digits) for each in numbers}) < len(
        {*numbers}
    ):
        digits += 1
    return tuple(with_digits(each, digits) for each in numbers)


def with_digits(value: float, digits: int) -> str:
    """A number with so many digits behind the point."""
    return f"{round(value, digits) + 0.0:.{digits}f}".replace("-", "−")
