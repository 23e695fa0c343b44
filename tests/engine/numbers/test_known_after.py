"""What a network writes after a series, beside what truly came."""

from __future__ import annotations

import numpy as np

from engine.numbers.table import Table
from engine.numbers.windows import Cut, Windows
from engine.replay.known_after import forecast_note, forecast_of
from engine.replay.read_on import read_on
from engine.replay.replay import replay
from tests.engine.numbers.networks import numbers_network


def windows(rows: int = 12, scale: str = "minmax") -> Windows:
    values = np.sin(np.arange(rows, dtype=float))[:, None]
    return Windows(Table("t", ("v",), values), Cut((0,), length=6, scale=scale))


def test_what_came_is_scaled_as_it_is_read() -> None:
    cut = windows()
    sequence = cut.window(2).sequence
    assert sequence.follows is not None
    np.testing.assert_allclose(sequence.follows, cut.scaling.apply(cut.table.values[8:]), rtol=1e-6)
    assert cut.window(6).sequence.follows is None


def test_a_forecast_is_held_against_what_came() -> None:
    cut, network = windows(), numbers_network(1, 6)
    trace = read_on(network, cut.window(2).sequence, 10)
    found = forecast_of(trace)
    assert found is not None and trace.written is not None
    true = cut.scaling.apply(cut.table.values[8:])
    np.testing.assert_allclose(found.true, true, rtol=1e-6)
    np.testing.assert_array_equal(found.written, trace.written.values[:4])
    assert found.error == np.abs(found.written - found.true).mean()
    last = cut.scaling.apply(cut.table.values[7])
    np.testing.assert_allclose(found.error_of_last, np.abs(last - true).mean(), rtol=1e-6)
    assert str(forecast_note(trace)).startswith("Of the 10 steps that ")
    assert "4 are known" in str(forecast_note(trace))


def test_where_nothing_is_known_nothing_is_said() -> None:
    cut, network = windows(), numbers_network(1, 6)
    assert forecast_note(replay(network, cut.window(2).sequence)) is None
    assert forecast_of(read_on(network, cut.window(6).sequence, 3)) is None
