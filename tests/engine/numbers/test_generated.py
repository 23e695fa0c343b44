"""Series that are made, the weather, and auxiliary inputs."""

from __future__ import annotations

import subprocess
import sys

import numpy as np
import pytest

from engine.errors import TextError
from engine.network.network import Input, Network
from engine.numbers import weather
from engine.numbers.auxiliary import Filling, auxiliary_inputs, filled, filled_inputs
from engine.numbers.generated import (
    TO_MEASURE,
    adding,
    make_series,
    random_ids,
    random_numbers,
    sine,
    two_sines,
)
from engine.numbers.table import Table
from engine.numbers.weather import read_weather
from engine.numbers.windows import Cut, Windows
from engine.progress import finish
from engine.sequence import Sequence


def test_a_sine() -> None:
    values = sine(100, 20).values[:, 0]
    np.testing.assert_allclose(values[5], 1)
    np.testing.assert_allclose(values[:80], values[20:], atol=1e-12)


def test_two_sines_never_repeat() -> None:
    values = two_sines(500, 20).values[:, 0]
    assert np.abs(values).max() <= 1
    for shift in range(1, 250):
        assert np.abs(values[shift:] - values[:-shift]).max() > 0.02, shift


def test_noise_has_its_deviation_and_its_seed() -> None:
    plain, noisy = sine(5000).values, sine(5000, noise=0.3, seed=5).values
    assert abs((noisy - plain).std() - 0.3) < 0.02
    np.testing.assert_array_equal(noisy, sine(5000, noise=0.3, seed=5).values)
    assert (noisy != sine(5000, noise=0.3, seed=6).values).any()


def test_the_adding_problem() -> None:
    table = adding(50, 400, seed=1)
    problems = table.values.reshape(400, 50, 2)
    values, markers = problems[..., 0], problems[..., 1]
    assert set(np.unique(markers)) == {0, 1}
    assert (markers[:, :25].sum(axis=1) == 1).all()
    assert (markers[:, 25:].sum(axis=1) == 1).all()
    assert values.min() >= 0 and values.max() < 1
    assert table.answers is not None
    np.testing.assert_allclose(table.answers, (values * markers).sum(axis=1))
    assert abs(((table.answers - 1) ** 2).mean() - 1 / 6) < 0.03
    windows = Windows(table, Cut((0, 1), length=50))
    assert len(windows) == 400
    window = windows.window(7)
    assert window.next is not None
    assert window.next.tolist() == [table.answers[7]]
    assert window.sequence.steps[:2] == ("1", "2")


def test_random_numbers() -> None:
    normal = random_numbers(4000, 3, seed=2).values
    assert abs(normal.mean()) < 0.05 and abs(normal.std() - 1) < 0.05
    flat = random_numbers(4000, 3, uniform=True, seed=2)
    assert flat.columns == ("x1", "x2", "x3")
    assert -1 <= flat.values.min() < -0.9 and 0.9 < flat.values.max() < 1
    np.testing.assert_array_equal(normal, random_numbers(4000, 3, seed=2).values)


def test_random_ids() -> None:
    sequence = random_ids(2000, 30, seed=4)
    assert sequence.inputs.dtype == np.int32
    assert (sequence.inputs.min(), sequence.inputs.max()) == (1, 29)
    assert sequence.steps[0] == str(sequence.inputs[0])
    assert random_ids(5, 1).inputs.tolist() == [0] * 5


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: sine(0), "At least 1 step is made, not 0"),
        (lambda: sine(10, period=0), "above 0, not 0"),
        (lambda: sine(10, period=float("nan")), "above 0, not nan"),
        (lambda: sine(10, noise=-1), "0 or more, not -1"),
        (lambda: sine(10, seed=-1), "from 0 to 4294967295, not -1"),
        (lambda: sine(5_000_001), "too large"),
        (lambda: adding(1), "at least 2 steps, not 1"),
        (lambda: random_numbers(10**6, 10**4), "too large"),
    ],
)
def test_what_cannot_be_made(make, message: str) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(TextError, match=message):
        make()


def test_the_weather() -> None:
    table = finish(read_weather())
    assert table.columns == ("precipitation", "temp_max", "temp_min", "wind")
    assert table.values.shape == (1461, 4)
    assert table.times is not None
    assert (table.times[0], table.times[-1]) == ("2012/01/01", "2015/12/31")
    assert table.values[0].tolist() == [0.0, 12.8, 5.0, 4.7]
    assert not np.isnan(table.values).any()


def test_the_weather_is_read_without_its_package() -> None:
    code = (
        "import sys; from engine.numbers.weather import read_weather; "
        "from engine.progress import finish; finish(read_weather()); "
        "print([name for name in ('vega_datasets', 'pandas', 'pyarrow') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_without_its_package_the_weather_says_how_to_get_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    with pytest.raises(TextError, match=r"pip install vega_datasets==0\.9\.0"):
        finish(weather.read_weather())


# -- auxiliary inputs --------------------------------------------------------------------------


def given(length: int = 6, features: int = 2) -> Sequence:
    values = np.arange(length * features, dtype=np.float32).reshape(length, features)
    return Sequence(values, tuple("abcdef"[:length]), np.zeros(length, bool), title="main")


def test_shapes_that_may_be_any() -> None:
    assert Input("x", (None, None, 3)).sized(6) == (6, 3)
    assert Input("x", (None, 4)).sized(6) == (4,)
    assert Input("x", (None, None), 10).sized(6) == (6,)
    assert Input("x", (None, None)).sized(6) == (1,)
    assert Input("x", (None,)).sized(6) == ()


def test_zeros_and_chance() -> None:
    numbers, ids = Input("n", (None, 8)), Input("i", (None, 500), 9)
    assert filled(numbers, given(), Filling()).dtype == np.float32
    assert filled(ids, given(), Filling()).tolist() == [0] * 500
    chance = filled(numbers, given(), Filling("random", 3))
    np.testing.assert_array_equal(chance, filled(numbers, given(), Filling("random", 3)))
    assert (chance != filled(numbers, given(), Filling("random", 4))).any()
    found = filled(ids, given(), Filling("random"))
    assert (found.dtype, found.min(), found.max()) == (np.int32, 1, 8)


def test_the_same_sequence() -> None:
    one = Input("x", (None, None, 2))
    np.testing.assert_array_equal(filled(one, given(), Filling("same")), given().inputs)
    flat = Input("x", (None, 6))
    assert filled(flat, given(features=1), Filling("same")).shape == (6,)
    with pytest.raises(TextError, match="input x has the shape 5 × 2, and main has 6 × 2"):
        filled(Input("x", (None, 5, 2)), given(), Filling("same"))
    with pytest.raises(TextError, match="has the shape 2 × 6"):
        filled(Input("x", (None, 2, 6)), given(), Filling("same"))


def test_a_file() -> None:
    table = Table("f", ("a", "b", "c"), np.array([[1.0, 2, 3]]))
    assert filled(Input("x", (None, 3)), given(), Filling("file", table=table)).tolist() == [
        1,
        2,
        3,
    ]
    square = Table("f", ("a", "b"), np.array([[1.0, 2], [3, 4]]))
    ids = Input("x", (None, 2, 2), 4)
    with pytest.raises(TextError, match="whole numbers from 0 to 3"):
        filled(ids, given(), Filling("file", table=square))
    square.values[1, 1] = 3
    found = filled(ids, given(), Filling("file", table=square))
    assert (found.dtype, found.tolist()) == (np.int32, [[1, 2], [3, 3]])
    square.values[0, 0] = np.nan
    with pytest.raises(TextError, match="missing or infinite"):
        filled(Input("x", (None, 2, 2)), given(), Filling("file", table=square))


def test_an_input_that_is_too_large() -> None:
    with pytest.raises(TextError, match="asks for 10,000,000,000 numbers"):
        filled(Input("x", (None, 100_000, 100_000)), given(), Filling())


def test_every_auxiliary_input_is_filled() -> None:
    from tests.networks import text_network

    inputs = (Input("a", (None, 3)), Input("b", (None, 6, 2)), Input("c", (None, 2)))
    network = text_network()
    several = Network(
        network.name,
        network.layers,
        inputs=inputs,
        calls=network.calls,
        outputs=network.outputs,
        main=1,
    )
    assert [one.name for one in auxiliary_inputs(several)] == ["a", "c"]
    found = filled_inputs(several, given(), {"c": Filling("random")})
    assert {name: array.shape for name, array in found.items()} == {"a": (3,), "c": (2,)}
    assert found["c"].any() and not found["a"].any()


# -- to the measure of a network -------------------------------------------------------------


@pytest.mark.parametrize("kind", TO_MEASURE)
@pytest.mark.parametrize("steps", [1, 2, 30, 900])
def test_a_series_has_windows_for_the_network(kind: str, steps: int) -> None:
    table = make_series(kind, steps, 3, period=10, noise=0.1, seed=4)
    windows = Windows(table, Cut(tuple(range(len(table.columns))), max(steps, table.block)))
    assert len(windows) >= 2
    assert len(table.columns) == {"adding": 2, "normal": 3, "uniform": 3}.get(kind, 1)
    again = make_series(kind, steps, 3, period=10, noise=0.1, seed=4)
    np.testing.assert_array_equal(table.values, again.values)
    if kind in ("normal", "uniform"):
        assert table.block == steps and table.rows[::steps].tolist() == [1] * len(windows)


def test_very_long_random_sequences_are_few() -> None:
    assert len(make_series("normal", 1_000_000, 6)) == 1_000_000
