"""`Need`: how high something wants to be, and how a column is shared by such needs, in pixels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gui.look.scale import px


@dataclass(frozen=True)
class Need:
    """How high something wants to be.

    Attributes:
        least: below it, it is cut off.
        wanted: with it, nothing is left out that matters.
        most: beyond it there is nothing to show; None where more is always better.
        line: beyond what is wanted it grows by whole lines of this height.
        between: heights on the way from the least to what is wanted, the smallest first: everything
            gets the first of them before anything gets its second.
    """

    least: int
    wanted: int
    most: int | None = None
    line: int = 1
    between: tuple[int, ...] = ()

    @property
    def usual(self) -> int:
        """The first height at which nothing is squeezed."""
        return self.between[0] if self.between else self.least


def share_centre(height: int, needs: Sequence[Need]) -> list[int]:
    """Share a column between what stands in it, from the top.

    Everything gets its least; then, the last first, what lies between, round by round, and what it
    wants; then, the first first, the most that it can use.  Where the least of all is too much,
    the last does with less.
    """
    sizes = [need.least for need in needs]
    count = max(len(need.between) for need in needs)
    rounds = [
        [(at, need.between[turn]) for at, need in enumerate(needs) if turn < len(need.between)]
        for turn in range(count)
    ]
    rounds.append([(at, need.wanted) for at, need in enumerate(needs)])
    most = [(at, height if need.most is None else need.most) for at, need in enumerate(needs)]
    for at, end in (*(part for turn in rounds for part in reversed(turn)), *most):
        more = max(0, min(end - sizes[at], height - sum(sizes)))
        sizes[at] += more - more % needs[at].line
    sizes[-1] = max(0, sizes[-1] + min(0, height - sum(sizes)))
    return sizes


def need_of_plots(head: int, least: int, most: int, count: int = 1) -> Need:
    """What so many plots below each other need, under a head of so many pixels.

    Args:
        head: pixels of the moment.
        least, most: of a plot, at 100 %.  Where everything is larger the least stays as it is:
            plots give way before anything has to be scrolled.
    """
    usual = head + count * px(least)
    return Need(head + count * least, usual, head + count * px(most), between=(usual,))


def highest(needs: Sequence[Need]) -> Need:
    """What stands beside each other, and has as many heights in between, needs together."""
    least, *between, wanted = (
        max(each) for each in zip(*((n.least, *n.between, n.wanted) for n in needs), strict=True)
    )
    return Need(least, wanted, between=tuple(between))
