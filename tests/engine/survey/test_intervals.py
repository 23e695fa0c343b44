"""Intervals against SciPy's, and against what they promise."""

from __future__ import annotations

import numpy as np
import pytest

from engine.survey.intervals import bootstrap, median_duration, paired, share_of, wilson


@pytest.mark.parametrize(("count", "total"), [(0, 5), (5, 5), (3, 10), (812, 1000), (1, 100_000)])
def test_wilsons_is_scipys(count: int, total: int) -> None:
    from scipy import stats

    wanted = stats.binomtest(count, total).proportion_ci(0.95, method="wilson")
    share = wilson(count, total)
    assert (share.low, share.high) == pytest.approx((wanted.low, wanted.high), abs=1e-12)
    assert share.value == count / total


def test_nothing_has_no_share() -> None:
    share = share_of(np.zeros(0, bool))
    assert np.isnan([share.value, share.low, share.high]).all()


def test_a_paired_difference_is_nearer_than_two_shares() -> None:
    random = np.random.default_rng(0)
    before = random.random(4000) < 0.8
    after = before.copy()
    after[:100] = ~after[:100]
    low, high = paired(before, after)
    change = after.mean() - before.mean()
    assert low < change < high
    assert high - low == pytest.approx(
        2 * 1.96 * (after.astype(int) - before).std() / np.sqrt(4000), rel=1e-3
    )


def flags(both: int, lost: int, won: int, neither: int) -> tuple[np.ndarray, np.ndarray]:
    before = np.repeat([True, True, False, False], [both, lost, won, neither])
    after = np.repeat([True, False, True, False], [both, lost, won, neither])
    return before, after


@pytest.mark.parametrize(
    ("counts", "wanted"),  # Newcombe (1998), table III, method 10: the change is that of the first
    [
        ((36, 12, 2, 0), (0.0569, 0.3404)),
        ((1, 97, 2, 0), None),
        ((0, 1, 0, 0), None),
        ((0, 30, 0, 0), None),
        ((54, 0, 0, 0), (-0.0664, 0.0664)),
    ],
)
def test_an_interval_of_few_changes_keeps_its_width(
    counts: tuple[int, int, int, int], wanted: tuple[float, float] | None
) -> None:
    before, after = flags(*counts)
    low, high = paired(before, after)
    assert low <= after.mean() - before.mean() <= high and high - low > 0.03
    if wanted is not None:
        assert (-high, -low) == pytest.approx(wanted, abs=1e-4)


def test_one_review_that_changes_is_not_sure() -> None:
    low, high = paired(np.array([True]), np.array([False]))
    assert low <= -1 and high > 0


def test_a_median_does_not_take_what_is_cut_off_for_lasting() -> None:
    # Times 1, 2, 3 and 5 of six end; of two it is known that they last 2 and 4 at least.
    times = np.array([1, 2, 2, 3, 4, 5])
    ended = np.array([True, True, False, True, False, True])
    # 5/6, then 5/6 * 4/5 = 2/3, then 2/3 * 2/3 = 4/9
    assert median_duration(times, ended) == 3
    assert median_duration(times, np.zeros(6, bool)) is None
    assert median_duration(np.array([4, 1, 1, 1]), np.array([True, False, False, False])) == 4


def test_one_sequence_has_no_bootstrap() -> None:
    low, high = bootstrap(np.array([[1, 2.0]]), lambda drawn: drawn[:, 1:] / drawn[:, :1])
    assert low.shape == high.shape == (1,) and np.isnan([low, high]).all()


def test_the_bootstrap_of_a_mean_is_about_the_normal_one() -> None:
    rows = np.random.default_rng(1).normal(3, 2, 2000)
    sums = np.stack([np.ones(2000), rows], axis=1)
    low, high = bootstrap(sums, lambda drawn: drawn[:, 1] / drawn[:, 0], draws=1000)
    half = 1.96 * rows.std() / np.sqrt(2000)
    assert (low, high) == pytest.approx((rows.mean() - half, rows.mean() + half), abs=0.2 * half)
