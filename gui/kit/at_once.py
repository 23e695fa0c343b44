"""`AtOnce`: what changes at every step, computed of some steps at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

Result = TypeVar("Result")

STEPS = 64
"""Of so many steps at once: numpy takes as long for one as for many of them."""


class AtOnce(Generic[Result]):
    """Keeps the results of some steps of what is stepped through."""

    def __init__(self) -> None:
        self._of: object = None
        self._stamp: tuple[object, ...] = ()
        self._steps = range(0)
        self._results: Sequence[Result] = ()

    def at(
        self,
        step: int,
        steps: int,
        compute: Callable[[range], Sequence[Result]],
        of: object,
        *stamp: object,
    ) -> Result:
        """The result of a step.

        Args:
            step: the time step.
            steps: how many there are.
            compute: the results of some steps.
            of: what they are computed from.  Of another one only that step is computed at first, as
                the next key that is typed makes yet another.
            stamp: what else they depend on.
        """
        is_other = of is not self._of or stamp != self._stamp
        if is_other or step not in self._steps:
            first = step - step % STEPS
            some = range(first, min(first + STEPS, steps))
            some = range(step, step + 1) if is_other else some
            self._results = compute(some)
            self._of, self._stamp, self._steps = of, stamp, some
        return self._results[step - self._steps.start]
