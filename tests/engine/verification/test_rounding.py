"""When rounding counts as amplified: by the range of a series, with 0 in it."""

from __future__ import annotations

import numpy as np
import pytest

from engine.replay.timeline import LayerRecord
from engine.verification.rounding import amplification
from tests.networks import text_network

STEPS = 20


def record(values: np.ndarray) -> LayerRecord:
    layer = text_network("LSTM").recurrent[0]
    times = np.arange(STEPS)
    return LayerRecord(layer, {"f": values}, np.zeros((1, STEPS, 1)), None, times, {}, False)


@pytest.mark.parametrize("level", [1.0, -1.0])
def test_a_saturated_series_does_not_amplify(level: float) -> None:
    """It stays at one value but for rounding: its range is what it could be, not what that is."""
    exact = np.full((1, STEPS, 4), level)
    exact[0, :, 0] += np.linspace(0, 1e-9, STEPS)
    ours = exact.astype(np.float32)
    theirs = np.nextafter(ours, np.float32(2))
    assert amplification(record(ours), {"f": theirs}, {"f": exact}) is None


@pytest.mark.parametrize("level", [1.0, -1.0])
def test_what_grows_in_it_is_found_all_the_same(level: float) -> None:
    exact = np.full((1, STEPS, 4), level)
    ours = exact.astype(np.float32)
    theirs = exact + 1e-7 * 2.0 ** np.arange(STEPS)[None, :, None]
    found = amplification(record(ours), {"f": theirs}, {"f": exact})
    assert found is not None and found.factor == pytest.approx(2, rel=0.01)
    assert found.reliable == 14, "1e-7 · 2^14 is the first beyond 1e-3"
