"""What becomes of missing values, and that it is said."""

from __future__ import annotations

import numpy as np
import pytest

from engine.numbers.gaps import GAPS, filled
from engine.numbers.table import Table

NAN = float("nan")
COLUMN = [NAN, 1.0, NAN, NAN, 4.0, NAN]

WAYS: dict[str, tuple[list[float], list[str]]] = {
    "drop": (
        [1, 4],
        [
            (
                "4 rows of t are left out, as they lack a value; the first is row 1, and what stands "
                "around each is read as if nothing lay between."
            )
        ],
    ),
    "fill": (
        [1, 1, 1, 4, 4],
        [
            (
                "3 rows of t lack a value, and the one before it is read in its place; the first is "
                "row 3."
            ),
            "1 row of t is left out, as no value comes before its gap: row 1.",
        ],
    ),
    "zero": (
        [0, 1, 0, 0, 4, 0],
        ["4 rows of t lack a value, and 0 is read in its place; the first is row 1."],
    ),
    "linear": (
        [1, 2, 3, 4],
        [
            (
                "2 rows of t lack a value, and what lies on the line between its neighbours is read in "
                "its place; the first is row 3."
            ),
            (
                "2 rows of t are left out, as their gap has a value on one side only; the first is "
                "row 1."
            ),
        ],
    ),
    "mean": (
        [2.5, 1, 2.5, 2.5, 4, 2.5],
        [
            (
                "4 rows of t lack a value, and the mean of its column is read in its place; the first "
                "is row 1."
            )
        ],
    ),
}


def table(values: list[list[float]], block: int = 0) -> Table:
    columns = tuple("ab"[: len(values[0])])
    return Table("t", columns, np.array(values), block=block)


def test_every_way_is_here() -> None:
    assert set(WAYS) == set(GAPS) - {"refuse"}


@pytest.mark.parametrize("how", WAYS)
def test_nothing_vanishes_unannounced(how: str) -> None:
    values, said = WAYS[how]
    found = table([[value] for value in COLUMN]).complete([0], how)
    np.testing.assert_allclose(found.values[:, 0], values)
    assert [str(note) for note in found.notes] == said


@pytest.mark.parametrize("how", GAPS)
def test_where_nothing_is_missing_nothing_is_said(how: str) -> None:
    whole = table([[1.0, NAN], [2.0, 3.0]])
    assert whole.complete([0], how) is whole


def test_sequences_are_filled_each_by_itself() -> None:
    column = np.array([1, NAN, 3, NAN, NAN, 6])
    np.testing.assert_array_equal(filled(column, "linear", 3), [1, 2, 3, NAN, NAN, 6])
    np.testing.assert_array_equal(filled(column, "fill", 3), [1, 1, 3, NAN, NAN, 6])
    found = table([[value] for value in column.tolist()], 3).complete([0], "linear")
    assert len(found) == 3  # the second sequence is left out as a whole
    assert "3 rows of t are left out" in str(found.notes[-1])


def test_a_column_without_any_value_has_no_mean() -> None:
    assert np.isnan(filled(np.array([NAN, NAN]), "mean")).all()
    assert filled(np.array([NAN, NAN]), "zero").tolist() == [0, 0]
