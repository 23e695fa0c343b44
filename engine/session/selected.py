"""Numbers of selected sequences as a short text, ``3, 7-12``, as a snapshot has them."""

from __future__ import annotations

import re

import numpy as np
import numpy.typing as npt

MAX_SELECTED = 1_000_000
"""Sequences that a snapshot holds as selected."""

Numbers = npt.NDArray[np.int64]

_RANGE = re.compile(r"\s*(\d{1,10})\s*(?:-\s*(\d{1,10})\s*)?")


def selected_text(numbers: Numbers) -> str:
    """Numbers ``(M,)`` in any order as a text: what follows each other is one range."""
    ordered = np.unique(numbers)
    cuts = np.flatnonzero(np.diff(ordered) > 1) + 1
    return ", ".join(
        str(each[0]) if len(each) == 1 else f"{each[0]}-{each[-1]}"
        for each in np.split(ordered, cuts)
        if len(each)
    )


def selected_numbers(text: str) -> Numbers:
    """The numbers ``(M,)`` of a text, in order, each once.

    Raises:
        ValueError: it is no such text, or names more than `MAX_SELECTED`.
    """
    ranges: list[tuple[int, int]] = []
    for part in text.split(",") if text.strip() else ():
        if (match := _RANGE.fullmatch(part)) is None:
            raise ValueError(part)
        first = int(match[1])
        ranges.append((first, int(match[2] or first)))
    if sum(max(0, last - first + 1) for first, last in ranges) > MAX_SELECTED:
        raise ValueError(text[:40])
    found = [np.arange(first, last + 1, dtype=np.int64) for first, last in ranges]
    return np.unique(np.concatenate(found)) if found else np.zeros(0, np.int64)
