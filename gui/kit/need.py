"""`Need`: how high something wants to be, and how a column is shared by such needs, in pixels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Need:
    """How high something wants to be.

    Attributes:
        least: below it, it is cut off.
        wanted: with it, nothing is left out that matters.
        most: beyond it there is nothing to show; None where more is always better.
        line: beyond what is wanted it grows by whole lines of this height.
    """

    least: int
    wanted: int
    most: int | None = None
    line: int = 1


def share_centre(height: int, needs: Sequence[Need]) -> list[int]:
    """Share a column between what stands in it, from the top.

    Everything gets its least; then, the last first, what it wants; then, the first first, the
    most that it can use.  Where the least of all is too much, the last does with less.
    """
    sizes = [need.least for need in needs]
    wanted = [(at, need.wanted) for at, need in enumerate(needs)]
    most = [(at, height if need.most is None else need.most) for at, need in enumerate(needs)]
    for at, end in (*reversed(wanted), *most):
        more = max(0, min(end - sizes[at], height - sum(sizes)))
        sizes[at] += more - more % needs[at].line
    sizes[-1] = max(0, sizes[-1] + min(0, height - sum(sizes)))
    return sizes
