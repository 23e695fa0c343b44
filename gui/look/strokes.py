"""`stroke`: how thick lines are and how large points, for a class that sees them from afar."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

USUAL = 100
"""Percent."""

_percent = USUAL


def stroke(size: float) -> float:
    """The width of a line or the radius of a point, in pixels; ``size`` is that at 100 %."""
    return size * _percent / 100


def use_strokes(percent: int) -> None:
    """Draw lines and points in so many percent of their size; who has drawn before draws again
    at its next ``restyle``."""
    global _percent
    _percent = percent


@contextmanager
def usual_strokes() -> Iterator[None]:
    """Draw in 100 %, as pictures for paper do, which have a scale of their own."""
    before = _percent
    use_strokes(USUAL)
    try:
        yield
    finally:
        use_strokes(before)
