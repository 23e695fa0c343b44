"""What changes at every step is computed of some steps at once, and never that of something else."""

from __future__ import annotations

import numpy as np
import pytest

from gui.kit.at_once import STEPS, AtOnce


def test_all_steps_of_one_and_then_of_another() -> None:
    kept: AtOnce[int] = AtOnce()
    asked: list[range] = []

    def compute(some: range) -> list[int]:
        asked.append(some)
        return [100 * step for step in some]

    one, steps = np.zeros(3), 2 * STEPS + 5
    found = [kept.at(step, steps, compute, one) for step in range(steps)]
    assert found == [100 * step for step in range(steps)]
    blocks = [range(STEPS), range(STEPS, 2 * STEPS), range(2 * STEPS, steps)]
    assert asked == [range(1), *blocks], "of another one at first a step alone"
    for other in (one.copy(), one):  # equal ones too, but for the identity
        assert kept.at(7, steps, compute, other) == 700
        assert asked[-1] == range(7, 8)
    assert kept.at(7, steps, compute, one, "stamp") == 700
    assert asked[-1] == range(7, 8)


def test_what_could_not_be_computed_is_not_that_of_before() -> None:
    kept: AtOnce[str] = AtOnce()

    def fail(some: range) -> list[str]:
        raise LookupError

    one, other = object(), object()
    assert kept.at(0, 1, lambda some: ["one"], one) == "one"
    for _ in range(2):
        with pytest.raises(LookupError):
            kept.at(0, 1, fail, other)
    assert kept.at(0, 1, lambda some: ["other"], other) == "other"
