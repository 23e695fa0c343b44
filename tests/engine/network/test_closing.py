"""Out of which function an answer comes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from engine.network.closing import SIGMOIDS, SOFTMAX, closes_with, gives_probability
from engine.network.network import Layer
from tests.networks import decoding_network, text_network


@pytest.mark.parametrize(
    ("last", "sigmoid"),
    [
        (Layer("drop", "Dropout", {"rate": 0.5}, {}, (None, 1)), True),
        (Layer("flat", "Flatten", {}, {}, (None, 1)), True),
        (Layer("twice", "Dense", {"units": 1, "activation": "linear"}, {}, (None, 1)), False),
        (Layer("soft", "Softmax", {}, {}, (None, 1)), False),
    ],
)
def test_what_comes_after_a_sigmoid(last: Layer, sigmoid: bool) -> None:
    network = text_network()
    longer = type(network)("longer", (*network.layers, last))
    assert closes_with(network, SIGMOIDS) and not closes_with(network, SOFTMAX)
    assert closes_with(longer, SIGMOIDS) == sigmoid
    assert closes_with(longer, SOFTMAX) == (last.kind == "Softmax")


@pytest.mark.parametrize(
    ("last", "found"),
    [
        (Layer("drop", "Dropout", {"rate": 0.5}, {}, (None, 1)), True),
        (Layer("twice", "Dense", {"units": 1, "activation": "linear"}, {}, (None, 1)), False),
        (Layer("tanh", "Activation", {"activation": "tanh"}, {}, (None, 1)), False),
        (Layer("own", "Rescaling", {"scale": 2.0}, {}, (None, 1)), None),
    ],
)
def test_whether_an_answer_is_a_probability(last: Layer, found: bool | None) -> None:
    network = text_network()
    assert gives_probability(network) is True
    assert gives_probability(type(network)("longer", (*network.layers, last))) is found
    assert gives_probability(replace(network, outputs=())) is None


def test_a_softmax_of_every_step_and_no_answer() -> None:
    network = decoding_network()
    assert closes_with(network, SOFTMAX) and not closes_with(network, SIGMOIDS)
    assert not closes_with(replace(network, outputs=()), SOFTMAX)
