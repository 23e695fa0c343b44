"""Windows and scaling."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.errors import TextError
from engine.numbers.scaling import SCALES, Scaling
from engine.numbers.table import Table
from engine.numbers.windows import Cut, Windows


def counting(rows: int = 10, columns: int = 2, block: int = 0) -> Table:
    """Row r, column c holds ``10 r + c``."""
    values = 10.0 * np.arange(rows)[:, None] + np.arange(columns)
    return Table("t", tuple("abcd"[:columns]), values, block=block)


def test_windows_slide() -> None:
    windows = Windows(counting(), Cut((0, 1), length=4, stride=3))
    assert len(windows) == 3
    window = windows.window(2)
    np.testing.assert_array_equal(window.sequence.inputs[:, 0], [60, 70, 80, 90])
    assert window.sequence.inputs.dtype == np.float32
    assert window.sequence.steps == ("7", "8", "9", "10")
    assert not window.sequence.padding.any()
    assert window.sequence.title == "t #3"
    assert window.next is None
    first = windows.window(0)
    assert first.next is not None
    np.testing.assert_array_equal(first.next, [40, 41])
    assert windows.rows_of(1) == (3, 7)


def test_a_network_of_any_length_is_given_no_zeros() -> None:
    short = Windows(counting(rows=3), Cut((0,), length=9, padded=False)).window(0).sequence
    assert short.inputs[:, 0].tolist() == [0, 10, 20] and not short.padding.any()
    long = Windows(counting(rows=3, block=3), Cut((0,), length=9, padded=False)).window(0)
    assert len(long.sequence) == 9  # sequences of the table's own have one length


@given(st.integers(1, 40), st.integers(1, 20), st.integers(1, 9))
def test_every_window_is_whole_and_none_is_missed(rows: int, length: int, stride: int) -> None:
    windows = Windows(counting(rows), Cut((0,), length=length, stride=stride))
    for number in range(len(windows)):
        window = windows.window(number)
        assert len(window.sequence) == length
        assert windows.at_row(window.first) == number
        kept = window.sequence.inputs[~window.sequence.padding, 0]
        assert kept.tolist() == [10 * row for row in range(*windows.rows_of(number))]
        assert (window.next is None) == (window.first + len(kept) >= rows)
    assert windows.rows_of(len(windows) - 1)[1] + stride > rows or rows < length


def test_a_short_series_is_padded_in_front() -> None:
    table = Table("t", ("a",), np.array([[5.0], [7.0]]), times=("mon", "tue"))
    window = Windows(table, Cut((0,), length=4, scale="minmax")).window(0)
    assert window.sequence.inputs[:, 0].tolist() == [0, 0, 0, 1]
    assert window.sequence.padding.tolist() == [True, True, False, False]
    assert window.sequence.steps == ("", "", "mon", "tue")
    assert window.raw.tolist() == [[5], [7]]


def test_without_a_length_the_whole_series_is_read() -> None:
    windows = Windows(counting(7), Cut((1,)))
    assert (len(windows), windows.length) == (1, 7)
    assert windows.window(0).sequence.title == "t"


def test_columns_in_any_order_and_again() -> None:
    window = Windows(counting(3), Cut((1, 0, 1))).window(0)
    assert window.sequence.inputs[1].tolist() == [11, 10, 11]


def test_sequences_of_a_file_are_not_cut_across() -> None:
    windows = Windows(counting(12, block=4), Cut((0,), length=6, stride=1))
    assert len(windows) == 3
    window = windows.window(1)
    assert window.sequence.inputs[:, 0].tolist() == [0, 0, 40, 50, 60, 70]
    assert window.next is None
    with pytest.raises(TextError, match="sequences of 4 steps, and the model reads 3"):
        Windows(counting(12, block=4), Cut((0,), length=3))


def test_gaps() -> None:
    values = counting(6, 1).values
    values[2, 0] = np.nan
    table = Table("t", ("a",), values)
    with pytest.raises(TextError, match="no value in row 3, column a"):
        Windows(table, Cut((0,), length=2))
    assert len(Windows(table, Cut((0,), length=2, missing="drop"))) == 4
    assert Windows(table, Cut((0,), length=3, missing="fill")).window(0).raw[:, 0].tolist() == [
        0,
        10,
        10,
    ]


@pytest.mark.parametrize(
    ("cut", "message"),
    [
        (Cut(()), "No column of t is chosen"),
        (Cut((0,), length=-1), "1 to 1,000,000 steps, not -1"),
        (Cut((0,), length=1_000_001), "not 1,000,001"),
    ],
)
def test_cuts_that_are_refused(cut: Cut, message: str) -> None:
    with pytest.raises(TextError, match=message):
        Windows(counting(), cut)


@pytest.mark.parametrize("number", [-1, 7])
def test_there_is_no_such_window(number: int) -> None:
    with pytest.raises(TextError, match="has the windows 1 to 7"):
        Windows(counting(), Cut((0,), length=4)).window(number)


def test_too_large_for_a_network() -> None:
    table = Table("t", ("a",), np.array([[1.0], [1e300]]))
    with pytest.raises(TextError, match="not a finite number in row 2, column a"):
        Windows(table, Cut((0,))).window(0)
    assert Windows(table, Cut((0,), scale="minmax")).window(0).sequence.inputs[1, 0] == 1


# -- scaling -----------------------------------------------------------------------------


def sample() -> np.ndarray:
    return np.random.default_rng(3).normal([0, 50, -3], [1, 20, 0.1], (200, 3))


def test_scaling_is_as_scikit_learn_does_it() -> None:
    from sklearn.preprocessing import MinMaxScaler, StandardScaler

    values = sample()
    values[:, 2] = 7  # never changes
    for kind, scaler in (
        ("minmax", MinMaxScaler()),
        ("signed", MinMaxScaler((-1, 1))),
        ("standard", StandardScaler()),
    ):
        expected = scaler.fit_transform(values)
        np.testing.assert_allclose(
            Scaling.fit(kind, list(values.T)).apply(values), expected, atol=1e-12, err_msg=kind
        )


@pytest.mark.parametrize("kind", SCALES)
def test_scaling_can_be_undone(kind: str) -> None:
    values = sample()
    scaling = Scaling.fit(kind, list(values[:50].T))
    np.testing.assert_allclose(scaling.undo(scaling.apply(values)), values, atol=1e-9)


def test_no_scaling_changes_nothing() -> None:
    values = sample()
    np.testing.assert_array_equal(Scaling.fit("none", list(values.T)).apply(values), values)
    with pytest.raises(ValueError, match="no scaling is called log"):
        Scaling.fit("log", list(values.T))


def test_the_scaling_is_measured_on_the_first_part() -> None:
    windows = Windows(counting(10, 1), Cut((0,), length=2, scale="minmax", part=0.5))
    assert (windows.scaling.first.tolist(), windows.scaling.second.tolist()) == ([0], [40])
    window = windows.window(5)
    np.testing.assert_allclose(window.sequence.inputs[:, 0], [1.25, 1.5])
    assert window.scaled_next is not None and window.next is not None
    np.testing.assert_allclose((window.next[0], window.scaled_next[0]), (70, 1.75))


def test_carried_states_are_those_of_all_rows_before() -> None:
    windows = Windows(counting(11), Cut((0,), length=4, stride=4))
    carried = windows.window(1, since=0)
    rows = windows.table.values[:8, 0]
    assert carried.sequence.inputs[:, 0].tolist() == rows.tolist() == carried.raw[:, 0].tolist()
    assert carried.sequence.steps == tuple(windows.table.name_of(row) for row in range(8))
    assert carried.next is not None and carried.next[0] == windows.table.values[8, 0]
    assert carried.first == 0 and not carried.sequence.padding.any()
    note = windows.carry_note(1, 0)
    assert str(note) == (
        "The states are carried: windows 1 to 2 of t are read as one, 8 steps from 1 on."
    )


@pytest.mark.parametrize("since", [None, 1, 2])
def test_a_window_begins_anew_where_no_states_are_carried(since: int | None) -> None:
    windows = Windows(counting(11), Cut((0,), length=4, stride=4))
    alone, found = windows.window(1), windows.window(1, since)
    assert found.sequence.inputs.tolist() == alone.sequence.inputs.tolist()
    assert windows.carry_note(1, since) is None


@pytest.mark.parametrize("length", [4, 5])
def test_sequences_of_a_file_are_carried_one_into_the_next(length: int) -> None:
    windows = Windows(counting(12, block=4), Cut((0,), length=length))
    found = windows.window(2, since=0)
    alone = [windows.window(number).sequence for number in range(3)]
    assert found.sequence.inputs.tolist() == np.concatenate([s.inputs for s in alone]).tolist()
    assert found.sequence.steps == sum((s.steps for s in alone), ())
    assert found.sequence.padding.tolist() == np.concatenate([s.padding for s in alone]).tolist()
    assert len(found.raw) == 12
    assert f"read as one, {3 * length} steps from" in str(windows.carry_note(2, 0))


def test_the_zeros_before_carried_sequences_count_as_steps() -> None:
    windows = Windows(counting(12, block=1), Cut((0,), length=100_000))
    assert len(windows.window(9, since=0).sequence) == 1_000_000
    with pytest.raises(TextError, match="has 1,100,000 steps; at most 1,000,000"):
        windows.window(10, since=0)


@pytest.mark.tensorflow
@pytest.mark.parametrize("kind", ["LSTM", "GRU", "SimpleRNN"])
def test_carried_as_keras_carries_the_states_of_a_stateful_layer(tmp_path: Path, kind: str) -> None:
    import keras

    from engine.network.opening import open_safely
    from engine.replay.replay import replay

    keras.utils.set_random_seed(3)
    layers = [getattr(keras.layers, kind)(4, stateful=True), keras.layers.Dense(2)]
    model = keras.Sequential([keras.Input(batch_shape=(1, 5, 2)), *layers])
    model.save(tmp_path / "m.keras")
    network = open_safely(tmp_path / "m.keras")
    values = np.random.default_rng(4).standard_normal((20, 2))
    windows = Windows(Table("t", ("a", "b"), values), Cut((0, 1), length=5, stride=5))
    for number in range(4):
        part = values[5 * number : 5 * number + 5][None].astype(np.float32)
        wanted = np.asarray(model(part, training=False))[0]
        found = replay(network, windows.window(number, since=0).sequence).prediction[-1]
        np.testing.assert_allclose(found, wanted, atol=1e-6)
