"""Tables: names, gaps, bounds."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from engine.errors import TextError
from engine.numbers import table as tables
from engine.numbers.delimited import read_pasted
from engine.numbers.npy import read_npy
from engine.numbers.table import Table, check_size
from engine.progress import finish

NAN = float("nan")


def make(*rows: list[float], block: int = 0, time: str = "") -> Table:
    values = np.array(rows, np.float64)
    names = tuple("abcdefgh"[: values.shape[1]])
    return Table("t", names, values, block=block, time=time)


def test_columns_by_name_or_place() -> None:
    table = make([1, 2, 3])
    assert table.places(["c", "1", "c"]) == (2, 0, 2)


@pytest.mark.parametrize("name", ["d", "0", "4", "", "-1", "１"])
def test_a_column_that_is_not_there(name: str) -> None:
    with pytest.raises(TextError, match=r"t has no column of numbers called .*are: a, b, c"):
        make([1, 2, 3]).places([name])


def test_a_year_is_read_in_its_place_where_there_are_too_few_others() -> None:
    table = make([1700, 5, 6], time="a")
    assert table.suggested(None) == (1, 2)
    assert table.suggested(1) == (1,)
    assert table.suggested(3) == (0, 1, 2)
    assert table.suggested(5) == (0, 1, 2)
    assert make([1, 2]).suggested(None) == (0, 1)


@pytest.mark.parametrize(("name", "first"), [("1", 0), ("1", 1), ("Unnamed: 0", 0)])
def test_an_index_beside_times_is_read_only_where_there_are_too_few(name: str, first: int) -> None:
    counted = np.arange(first, first + 3)
    table = Table("t", (name, "a", "b"), np.stack([counted, [4, 5, 6], [7, 8, 9]], 1), time="when")
    assert (table.suggested(None), table.suggested(2)) == ((1, 2), (1, 2))
    assert table.suggested(3) == (0, 1, 2)
    others = replace(table, values=table.values[[0, 2, 1]])
    assert others.suggested(2) == (0, 1)  # it counts nothing


def test_a_lone_year_is_read() -> None:
    assert make([1700], time="a").suggested(None) == (0,)


def test_gaps_are_refused_with_their_place() -> None:
    table = read_pasted("a,b\n1,2\n\n3,\n", "t")
    assert table.holes([1]) == 1
    with pytest.raises(TextError, match="no value in row 4, column b"):
        table.complete([0, 1])
    assert table.complete([0]) is table


def test_rows_with_gaps_are_left_out() -> None:
    table = read_pasted("date,a,b\n2020-01-01,1,2\n2020-01-02,,3\n2020-01-03,4,5\n", "t")
    found = table.complete([0], "drop")
    assert found.times == ("2020-01-01", "2020-01-03")
    assert found.rows.tolist() == [2, 4]
    np.testing.assert_array_equal(found.values, [[1, 2], [4, 5]])


def test_gaps_are_filled_with_the_value_before() -> None:
    table = make([NAN, 1], [2, NAN], [NAN, NAN], [5, 6])
    found = table.complete([0], "fill")
    np.testing.assert_array_equal(found.values, [[2, NAN], [2, NAN], [5, 6]])
    assert found.rows.tolist() == [2, 3, 4]
    assert np.isnan(table.values[0, 0])  # the table itself is as it was


def test_sequences_are_filled_each_by_itself() -> None:
    table = make([1], [NAN], [NAN], [3], [4], [NAN], block=2)
    found = table.complete([0], "fill")
    assert found.values[:, 0].tolist() == [1, 1, 4, 4]
    assert table.complete.__self__ is table
    with pytest.raises(TextError, match="no row without a missing value"):
        make([1], [NAN], block=2).complete([0], "drop")


def test_nothing_left() -> None:
    with pytest.raises(TextError, match="no row without a missing value in the chosen columns"):
        make([NAN], [NAN]).complete([0], "fill")


@pytest.mark.parametrize(("rows", "columns"), [(5_000_001, 1), (1, 10_001), (1_000_000, 101)])
def test_bounds(rows: int, columns: int) -> None:
    with pytest.raises(TextError, match="t is too large: "):
        check_size("t", rows, columns)
    check_size("t", 5_000_000, 20)
    check_size("t", 10_000, 10_000)


def test_the_bound_holds_while_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "MAX_ROWS", 3)
    assert len(read_pasted("1\n2\n3\n", "t")) == 3
    with pytest.raises(TextError, match="t is too large: 4 rows"):
        read_pasted("1\n2\n3\n4\n", "t")


@pytest.mark.parametrize(
    ("shape", "read", "rows", "block"),
    [
        ((5, 3, 2), (None, None, 2), (15, 2), 3),  # sequences
        ((5, 3, 2), (None, 5, 3, 2), (5, 6), 0),  # one, of pieces or lines
        ((5, 3), (None, 5, 3, 1), (5, 3), 0),
        ((5, 3, 4), (None, None, 3, 4, 1), (5, 12), 0),  # a film without its one channel
        ((2, 5, 3, 4), (None, None, 3, 4, 1), (10, 12), 5),
        ((5, 3, 4, 2), (None, 3, 4, 2), (15, 8), 3),  # sequences of pieces
        ((5, 3, 4, 2), (None, None, None, None, 2), (5, 24), 0),  # pictures of any size
        ((5, 3, 4, 2), (None, None, 7), (5, 24), 0),  # nothing fits
        ((5, 3, 4, 2), (None, 3), (5, 24), 0),  # ids
    ],
)
def test_the_axes_of_an_array_are_those_that_a_network_reads(
    tmp_path: Path,
    shape: tuple[int, ...],
    read: tuple[int | None, ...],
    rows: tuple[int, int],
    block: int,
) -> None:
    array = np.arange(np.prod(shape), dtype=np.float64).reshape(shape)
    np.save(tmp_path / "v.npy", array)
    table = finish(read_npy(tmp_path / "v.npy"))
    for _ in range(2):  # a network that comes later finds them as they were
        arranged = table.arranged(read)
        assert (arranged.values.shape, arranged.block) == (rows, block)
        assert arranged.values.ravel().tolist() == array.ravel().tolist()
        assert len(arranged.rows) == len(arranged) and len(arranged.columns) == rows[1]
        table = arranged.arranged((None, None, *shape[1:])) if block else arranged
