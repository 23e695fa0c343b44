"""Which columns of a table a network reads."""

from __future__ import annotations

import numpy as np
import pytest

from engine.numbers.cutting import features_of, first_columns, fits, misfit, repeated
from engine.numbers.table import Table

from .networks import numbers_network

TABLE = Table("t", ("a", "b", "year"), np.zeros((4, 3)), time="year")


def test_columns_are_taken_from_the_first_and_the_last_again() -> None:
    assert first_columns(TABLE, None) == (0,)
    assert first_columns(TABLE, 2) == (0, 1)
    assert first_columns(TABLE, 5) == (0, 1, 2, 2, 2)
    assert repeated((2, 0), 5) == (2, 0, 2, 0, 2)
    assert repeated((2, 0, 1), 2) == (2, 0)


def test_what_fits() -> None:
    assert fits((0,), None) and fits((0, 1), 2)
    assert not fits((), None) and not fits((0,), 2)
    assert features_of(None) is None and features_of(numbers_network(3, 5)) == 3


@pytest.mark.parametrize(
    ("features", "columns", "said"),
    [
        (2, (0,), "LSTM(8) reads a step: 2. Columns that are chosen of t: a. Choose as many"),
        (7, (0, 1, 2), "reads 7 numbers a step, and t has too few columns of numbers: a, b, year."),
        (3, (0, 1, 2), ""),
    ],
)
def test_what_does_not_is_said(features: int, columns: tuple[int, ...], said: str) -> None:
    problem = misfit(numbers_network(features, 5), TABLE, columns)
    assert said in str(problem or "") and bool(problem) == bool(said)
    assert misfit(None, TABLE, columns) is None
