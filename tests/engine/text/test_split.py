"""The split against scikit-learn's."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from engine.errors import TextError
from engine.text.split import train_test_split


@pytest.fixture(scope="module")
def sklearn_split() -> Callable[..., list[np.ndarray]]:
    """Imported where it is used: it takes long."""
    from sklearn.model_selection import train_test_split

    return train_test_split  # type: ignore[no-any-return]


@given(
    n=st.integers(2, 300),
    test_size=st.floats(0.01, 0.99) | st.integers(1, 299),
    seed=st.integers(0, 2**32 - 1),
)
def test_equals_scikit_learn(
    sklearn_split: Callable[..., list[np.ndarray]], n: int, test_size: float, seed: int
) -> None:
    tested = np.ceil(test_size * n) if isinstance(test_size, float) else test_size
    assume(0 < tested < n)
    expected = sklearn_split(np.arange(n), test_size=test_size, random_state=seed)
    for mine, its in zip(train_test_split(n, test_size, seed), expected, strict=True):
        np.testing.assert_array_equal(mine, its)


def test_the_lecture(sklearn_split: Callable[..., list[np.ndarray]]) -> None:
    train, held_out = train_test_split(25_000)
    expected = sklearn_split(np.arange(25_000), test_size=0.2, random_state=42)
    np.testing.assert_array_equal(train, expected[0])
    np.testing.assert_array_equal(held_out, expected[1])
    assert len(train) == 20_000 and train.dtype == np.int64


@pytest.mark.parametrize(("n", "size"), [(0, 0.2), (1, 0.2), (5, 5), (5, 0), (5, 1.0), (5, 0.0)])
def test_an_empty_part(n: int, size: float) -> None:
    with pytest.raises(TextError, match="at least one review"):
        train_test_split(n, size)
