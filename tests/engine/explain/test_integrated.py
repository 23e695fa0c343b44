"""Integrated gradients: complete, better with more points, and the integral of TensorFlow's."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.errors import ReplayError
from engine.explain.integrated import MAX_GAP, STEPS
from engine.explain.methods import MethodSettings, explain
from engine.explain.target import Target
from engine.network.network import Network
from engine.sequence import Sequence
from tests.engine.explain.keras_models import opened
from tests.engine.explain.networks import KINDS, both_ways, ids, numbers, rows, text


@settings(max_examples=20, deadline=None)
@given(
    kind=st.sampled_from(KINDS),
    layers=st.integers(1, 2),
    masked=st.booleans(),
    scale=st.sampled_from([0.5, 1.0, 2.0]),
    baseline=st.sampled_from(["padding", "zero"]),
    seed=st.integers(0, 100),
)
def test_complete_at_the_default(
    kind: str, layers: int, masked: bool, scale: float, baseline: str, seed: int
) -> None:
    network = text(kind, layers=layers, mask_zero=masked, scale=scale, seed=seed)
    sequence = ids(10, padded=2, seed=seed)
    result = explain(network, sequence, "ig", settings=MethodSettings(baseline))
    (check,) = result.checks
    assert (check.name, check.tolerance) == ("completeness gap", MAX_GAP)
    assert MAX_GAP == 0.01
    assert check.holds, check
    total = result.answer - result.baseline_answer
    assert result.scores.sum() == pytest.approx(total, abs=0.01 * abs(total))


@pytest.mark.parametrize(
    "network", [text("LSTM", scale=4), both_ways("GRU", scale=3), numbers("GRU")]
)
def test_the_gap_shrinks_with_more_points(network: Network) -> None:
    sequence = ids(20) if network.reads_words else rows(20)
    gaps = [
        explain(network, sequence, "ig", settings=MethodSettings(steps=steps)).checks[0].value
        for steps in (2, 8, STEPS)
    ]
    assert gaps[0] > gaps[1] > gaps[2]


def test_a_network_that_amplifies_gets_more_points() -> None:
    """Where 64 points leave a gap, the default takes more, there alone; a chosen number stays."""
    network, sequence = text("SimpleRNN", units=16, scale=8, seed=1), ids(40, seed=1)
    chosen = explain(network, sequence, "ig", settings=MethodSettings(steps=STEPS))
    assert not chosen.checks[0].holds
    assert chosen.settings["points"] == STEPS
    result = explain(network, sequence, "ig")
    assert result.checks[0].holds
    assert STEPS < int(str(result.settings["points"])) < 20 * STEPS
    calm = explain(text("SimpleRNN"), sequence, "ig")
    assert calm.settings["points"] == STEPS


def test_the_baseline_answers_by_itself() -> None:
    network, sequence = text("GRU"), ids(9)
    nothing = Sequence(np.zeros(9, np.int32), ("",) * 9, np.ones(9, bool))
    result = explain(network, sequence, "ig")
    assert result.baseline_answer == explain(network, nothing, "gradxinput").answer


def test_features_sum_up_to_the_step() -> None:
    result = explain(numbers("LSTM"), rows(6), "ig", Target(at=3))
    assert result.by_feature is not None
    assert result.by_feature.shape == (6, 3)
    np.testing.assert_allclose(result.by_feature.sum(axis=1), result.scores)
    assert (result.scores[4:] == 0).all()
    assert result.scores[:4].all()


def test_it_is_the_integral_of_tensorflows_gradients(keras: Any, tmp_path: Path) -> None:
    model = opened(keras, "lstm", tmp_path)
    inputs, points = model.inputs[:1], 128
    shares = ((np.arange(points) + 0.5) / points).astype(np.float32)
    model_along = type(model)(model.model, model.network, shares[:, None, None] * inputs, {})
    wanted = model_along.tape_gradient(0).mean(axis=0) * inputs[0]
    sequence = Sequence(inputs[0], ("",) * len(inputs[0]), np.zeros(len(inputs[0]), bool))
    result = explain(model.network, sequence, "ig")
    assert result.by_feature is not None
    np.testing.assert_allclose(result.by_feature, wanted, atol=1e-4 * np.abs(wanted).max())


@pytest.mark.parametrize("baseline", ["padding", "unknown"])
def test_numbers_have_no_such_baseline(baseline: str) -> None:
    with pytest.raises(ReplayError, match="zero"):
        explain(numbers("LSTM"), rows(5), "ig", settings=MethodSettings(baseline))
