"""Occlusion equals asking Keras again, with the word gone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine.errors import ReplayError
from engine.explain.methods import MethodSettings, explain
from engine.explain.target import Target
from engine.network.opening import open_network
from engine.sequence import Sequence
from tests.engine.explain.networks import ids, numbers, rows, text, with_options

WORDS = [11, 12, 13, 14, 15]
REVIEWS = {
    "padded in front": ([0, 0, *WORDS], lambda rest: [0, 0, 0, *rest]),
    "padded behind": ([*WORDS, 0, 0], lambda rest: [*rest, 0, 0, 0]),
    "not padded": (WORDS, lambda rest: rest),
}
"""What is read, and what of it without a word."""


@pytest.mark.parametrize("masked", [False, True])
@pytest.mark.parametrize("review", REVIEWS)
def test_equals_keras_without_the_word(
    review: str, masked: bool, keras: Any, tmp_path: Path
) -> None:
    keras.utils.set_random_seed(3)
    row, without = REVIEWS[review]
    layers = [
        keras.Input((None,), dtype="int32"),
        keras.layers.Embedding(20, 4, mask_zero=masked),
        keras.layers.LSTM(4),
        keras.layers.Dense(1),
    ]
    model = keras.Sequential(layers)
    model.save(tmp_path / "m.keras")
    rests = [[word for word in WORDS if word != gone] for gone in WORDS]
    answers = np.asarray(model(np.array([row], np.int32)))[0, 0] - np.asarray(
        model(np.array([without(rest) for rest in rests], np.int32))
    )
    result = explain(open_network(tmp_path / "m.keras"), _sequence(row), "occlusion")
    np.testing.assert_allclose(result.scores[np.array(row) > 0], answers[:, 0], atol=1e-6)
    assert (result.scores[np.array(row) == 0] == 0).all()
    assert np.abs(answers).max() > 1e-4
    assert result.checks[0].holds


@pytest.mark.parametrize("replacement", ["removed", "padding", "unknown"])
def test_what_stands_in_its_place(replacement: str) -> None:
    network = with_options(text("GRU"), 0, {})
    row = [0, 0, 5, 6, 7]
    changed = {"removed": [0, 0, 0, 5, 7], "padding": [0, 0, 5, 0, 7]}
    if replacement == "unknown":
        with pytest.raises(ReplayError, match="no mark for unknown words"):
            explain(network, _sequence(row), "occlusion", settings=MethodSettings(replacement))
        return
    result = explain(network, _sequence(row), "occlusion", settings=MethodSettings(replacement))
    again = explain(network, _sequence(changed[replacement]), "gradxinput")
    assert result.scores[3] == pytest.approx(result.answer - again.answer, abs=1e-12)


def test_a_fixed_length_stays() -> None:
    """Without padding, a network of one length gets a step of padding in front."""
    from dataclasses import replace

    network = replace(text("LSTM"), length=5)
    result = explain(network, _sequence(WORDS), "occlusion")
    again = explain(network, _sequence([0, 11, 12, 14, 15]), "gradxinput")
    assert result.scores[2] == pytest.approx(result.answer - again.answer, abs=1e-12)


def test_of_a_step_in_the_middle_what_comes_after_does_nothing() -> None:
    result = explain(text("LSTM"), ids(9), "occlusion", Target(at=4))
    assert (result.scores[5:] == 0).all()
    assert result.scores[:5].all()
    state = explain(text("LSTM"), ids(9), "occlusion", Target(at=4, layer="lstm", unit=1))
    assert (state.scores[5:] == 0).all()
    assert state.explains == "h"


def test_numbers_are_left_out_too() -> None:
    sequence = rows(6)
    result = explain(numbers("GRU"), sequence, "occlusion")
    rest = Sequence(np.delete(sequence.inputs, 2, axis=0), ("",) * 5, np.zeros(5, bool))
    again = explain(numbers("GRU"), rest, "gradxinput")
    assert result.scores[2] == pytest.approx(result.answer - again.answer, abs=1e-12)
    with pytest.raises(ReplayError, match="no mark"):
        explain(numbers("GRU"), sequence, "occlusion", settings=MethodSettings("unknown"))


def test_padding_alone_has_no_word_to_leave_out() -> None:
    with pytest.raises(ReplayError, match="nothing but padding"):
        explain(text("LSTM"), _sequence([0, 0, 0]), "occlusion")


def test_one_step_cannot_be_left_out() -> None:
    with pytest.raises(ReplayError, match="one step only"):
        explain(text("LSTM"), ids(1), "occlusion")
    assert explain(text("LSTM"), ids(1), "occlusion", settings=MethodSettings("padding")).scores[0]


def _sequence(row: list[int]) -> Sequence:
    array = np.array(row, np.int32)
    return Sequence(array, tuple(map(str, row)), array == 0)
