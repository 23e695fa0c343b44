"""Gradients of whole models are those of TensorFlow."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine.explain.target import Target, read_for
from tests.engine.explain.keras_models import MODELS, STEPS, Array, Opened, opened

RELATIVE = 1e-5
"""How far float32 of TensorFlow may be from float64, as a share of the largest gradient."""


@pytest.mark.parametrize("name", MODELS)
def test_gradients_are_tensorflows(name: str, keras: Any, tmp_path: Path) -> None:
    model = opened(keras, name, tmp_path)
    channel = 2 if name in ("many classes", "every step") else 0
    _compare(model, channel, None)


@pytest.mark.parametrize("at", [0, 3])
def test_of_an_answer_in_the_middle(at: int, keras: Any, tmp_path: Path) -> None:
    model = opened(keras, "every step", tmp_path)
    gradient = _compare(model, 1, at)
    assert (gradient[:, at + 1 :] == 0).all()


def _compare(model: Opened, channel: int, at: int | None) -> Array:
    reading = read_for(model.network, model.inputs, model.auxiliary, Target(at, channel))
    (gradient,) = reading.back().values()
    wanted = model.tape_gradient(channel, at)
    if model.inputs.ndim == 2:  # the padding's places share what TensorFlow says of the id 0
        padding = model.inputs == 0
        assert (gradient[padding] == 0).all()
        assert (wanted[padding] == 0).all()
    assert gradient.shape == wanted.shape
    assert wanted.shape[1] == STEPS
    scale = float(np.abs(wanted).max())
    assert scale > 1e-4, "a network that is all but deaf proves nothing"
    assert np.abs(gradient - wanted).max() <= RELATIVE * scale
    answer = np.asarray(model.logits(model.inputs))
    answer = answer[:, -1 if at is None else at] if answer.ndim == 3 else answer
    np.testing.assert_allclose(reading.answers(), answer[:, channel], atol=1e-5)
    assert reading.explains == "logit"
    return gradient
