"""Axes: numbers stand apart, and answers have ends that fit them."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from gui.look.painted_text import shaped, text_width
from gui.look.theme import CAPTION
from gui.plots.axis import _labels
from gui.plots.scale import answer_ends
from gui.plots.ticks import step_numbers


@given(st.integers(1, 10**7), st.integers(60, 2000), st.integers(1, 10**6))
def test_numbers_of_steps_never_overlap(steps: int, width: int, first: int) -> None:
    widest = 6.0 * len(str(first + steps))
    numbers = step_numbers(steps, width, widest, first=first)
    assert numbers and numbers == sorted(set(numbers))
    assert first <= numbers[0] and numbers[-1] < first + steps
    for before, after in pairwise(numbers):
        assert (after - before) * width / steps >= widest + 2 - 1e-6


@pytest.mark.parametrize("steps", [1, 7, 40, 500, 3_000, 5_000, 10_000, 123_456, 2_000_000])
@pytest.mark.parametrize("width", [120, 300, 900])
def test_the_texts_of_an_axis_stand_beside_each_other(qtbot: QtBot, steps: int, width: int) -> None:
    labels = _labels(steps, width, 44)
    ends = [label.left + text_width(label.number.text, CAPTION - 1) for label in labels]
    assert all(end < label.left for end, label in zip(ends, labels[1:], strict=False))
    assert len(labels) >= 2 or steps < 3 or width < 200


def test_an_axis_shapes_no_number_that_it_does_not_write(qtbot: QtBot) -> None:
    before = shaped.cache_info().misses
    labels = _labels(54_321, 1200, 44)
    assert len(labels) > 10 and shaped.cache_info().misses - before <= len(labels) + 1  # the widest


def test_probabilities_stand_between_0_and_1() -> None:
    both = [np.array([0.4, 0.6]), np.array([np.nan, 0.5])]
    assert answer_ends(both, True) == (0.0, 1.0, 0.5)
    assert answer_ends([], False) == answer_ends([np.array([np.nan])], False) == (0.0, 1.0, 0.5)


@pytest.mark.parametrize(
    ("low", "high"), [(279.6, 280.4), (-3e-4, 5e-4), (-2, 40), (1e6, 2e6), (0.4125, 0.4375), (0, 1)]
)
def test_what_is_no_probability_fills_the_height(low: float, high: float) -> None:
    bottom, top, _ = answer_ends(
        [np.array([low, np.nan, high]), np.array([(low + high) / 2])], False
    )
    assert bottom <= low and high <= top
    assert top - bottom <= max(2.5 * (high - low), 2e-4 * abs(high))
