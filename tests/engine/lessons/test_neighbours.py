"""Nearest words and the plane, against the formulas written out."""

from __future__ import annotations

import numpy as np
import pytest

from engine.lessons.neighbours import nearest, plane


def test_nearest_are_those_of_the_largest_cosine() -> None:
    table = np.random.default_rng(1).normal(size=(50, 6)).astype(np.float32)
    ids, cosines = nearest(table, 20, 5, first=4)
    rows = [table[n].astype(np.float64) for n in range(50)]
    by_hand = {
        n: float(rows[n] @ rows[20] / np.sqrt((rows[n] @ rows[n]) * (rows[20] @ rows[20])))
        for n in range(4, 50)
        if n != 20
    }
    assert ids.tolist() == sorted(by_hand, key=lambda n: -by_hand[n])[:5]
    assert cosines == pytest.approx([by_hand[n] for n in ids.tolist()])


def test_a_row_of_zeros_is_near_nothing() -> None:
    ids, cosines = nearest(np.array([[0.0, 0.0], [1.0, 0.0], [2.0, 0.0]]), 1, 2)
    assert ids.tolist() == [2, 0] and cosines.tolist() == [1.0, 0.0]


def test_the_plane_shows_the_most_that_two_directions_can() -> None:
    table = np.random.default_rng(2).normal(size=(40, 5)) * [3, 2, 1, 0.5, 0.1]
    points, share = plane(table, first=4)
    values = np.sort(np.linalg.eigvalsh(np.cov(table[4:].T)))[::-1]
    assert share == pytest.approx(values[:2].sum() / values.sum())
    assert points.shape == (40, 2)
    assert np.var(points[4:], axis=0, ddof=1) == pytest.approx(values[:2])
