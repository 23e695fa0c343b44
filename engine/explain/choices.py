"""What can be chosen of a method, by name: known wherever a choice is kept, without the methods."""

from __future__ import annotations

from typing import Literal

Baseline = Literal["zero", "padding", "unknown"]

BASELINES: tuple[Baseline, ...] = ("zero", "padding", "unknown")
"""What stands for "nothing was said"."""

Replacement = Literal["removed", "padding", "unknown"]

REPLACEMENTS: tuple[Replacement, ...] = ("removed", "padding", "unknown")
"""What occlusion puts in a word's place."""

MAX_STEPS = 4096
"""Points of integrated gradients at most, where their number is not chosen; the gap that is left is
the check's."""

MAX_CHOSEN = 100_000
"""Points that can be chosen."""
