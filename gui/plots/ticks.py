"""Ranges and ticks of axes: round, and few."""

from __future__ import annotations

import math

MIN_EPOCHS = 5
"""So many are shown at least, that a curve does not begin as wide as the plot."""

_EPOCHS = (5, 10, 15, 20, 25, 30, 40, 50, 60, 80)
_EVERY = (1, 2, 5)
_LARGEST = 1e300
"""Beyond it the axis would overflow."""


def nice_range(
    low: float, high: float, most: int = 5, least_share: float = 0.05
) -> tuple[float, float, list[float]]:
    """The round range around finite values, in at most ``most`` (2 or more) parts: its ends, on
    a tick or half-way between two, and its ticks, rising.  It is at least the share
    ``least_share`` of the largest value wide."""
    low, high = max(low, -_LARGEST), min(high, _LARGEST)
    middle, least = (low + high) / 2, least_share * max(abs(low), abs(high), 1e-6)
    if high - low < least:
        # A loss that has hardly moved is no mountain range.
        low, high = middle - least / 2, middle + least / 2
    power = 10.0 ** math.floor(math.log10((high - low) / most))
    step, first, last = power, 0, 0
    for factor in (1, 2, 5, 10, 20, 50):
        step = factor * power
        # In halves of a step; ends that are round but for the last bit count as round.
        first = math.floor(2 * low / step + 1e-6)
        last = math.ceil(2 * high / step - 1e-6)
        if last - first <= 2 * most:
            break
    ticks = [nth * step for nth in range(math.ceil(first / 2), last // 2 + 1)]
    start, end = (float(f"{nth * step / 2:.12g}") for nth in (first, last))  # no last bit astray
    return start, end, ticks


def nice_epochs(epochs: float, at_most: int = 0) -> int:
    """The end of the axis while the training goes on: ahead of how far it has come, so that it
    seldom moves, but not of all the epochs there will be (0 where that is not known)."""
    needed = max(MIN_EPOCHS, math.ceil(epochs))
    power = 1
    while True:
        end = next((nice * power for nice in _EPOCHS if nice * power >= needed), None)
        if end is not None:
            return max(needed, min(end, at_most)) if at_most else end
        power *= 10


def epoch_ticks(epochs: int, width: float) -> list[int]:
    """The epochs that are numbered, from 0 to the end of an axis of that width in pixels; the
    numbers are at least 34 pixels apart."""
    power = 1
    while True:
        for factor in _EVERY:
            every = factor * power
            if every * width >= 34 * max(1, epochs) or every > epochs:
                return list(range(0, epochs + 1, every))
        power *= 10


def step_numbers(
    steps: int, width: float, widest: float, between: float = 44, first: int = 1
) -> list[int]:
    """The time steps that are numbered on an axis, rising: the first, and round ones.

    Args:
        steps: how many there are.
        width, widest: of the axis, and of its widest number; pixels.
        between: pixels from one number to the next, at least.
        first: the number of the first step.
    """
    every = max(1, round(round_step(steps, int(width / max(between, widest + 14)))))
    numbers = list(range(first + -first % every, first + steps, every))
    has_room = not numbers or (numbers[0] - first) * width >= (widest + 2) * steps
    return [first, *numbers] if has_room else numbers


def round_step(span: float, most: int) -> float:
    """A round distance (1, 2 or 5 times a power of ten) that fits at most ``most`` times."""
    rough = max(span, 1e-30) / max(1, most)
    power: float = 10.0 ** math.floor(math.log10(rough))
    return next(step * power for step in (1, 2, 5, 10) if step * power >= rough * 0.999)
