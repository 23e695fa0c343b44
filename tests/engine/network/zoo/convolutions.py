"""Convolutions and poolings before a recurrent layer."""

from __future__ import annotations

from functools import partial
from typing import Any

from tests.engine.network.zoo.case import UNITS, add, numbers, words, zoo

WAYS: dict[str, dict[str, Any]] = {
    "valid": {},
    "same": {"padding": "same"},
    "causal": {"padding": "causal"},
    "strides": {"strides": 2},
    "dilation": {"dilation_rate": 2},
    "causal dilation": {"padding": "causal", "dilation_rate": 2},
    "groups": {"groups": 3},
}


def _convolved(way: str, pooling: str | None, k: Any) -> Any:
    layers = [*numbers(k, 12), k.layers.Conv1D(6, 3, activation="relu", **WAYS[way])]
    if pooling:
        layers.append(getattr(k.layers, pooling)(2))
    layers += [k.layers.LSTM(UNITS, name="rnn"), k.layers.Dense(1)]
    return k.Sequential(layers)


for _way in WAYS:
    add(f"Conv1D {_way}", partial(_convolved, _way, None), "rnn")
for _pooling in ("MaxPooling1D", "AveragePooling1D"):
    add(f"Conv1D {_pooling}", partial(_convolved, "same", _pooling), "rnn")


@zoo("lstm")
def words_convolved_and_pooled(k: Any) -> Any:
    layers = [
        *words(k, 12),
        k.layers.Conv1D(4, 3, padding="same", activation="relu"),
        k.layers.MaxPooling1D(2),
        k.layers.LSTM(UNITS),
        k.layers.Dense(1, "sigmoid"),
    ]
    return k.Sequential(layers)


@zoo("lstm")
def separable_padded_cropped(k: Any) -> Any:
    layers = [
        *numbers(k, 12),
        k.layers.ZeroPadding1D(1),
        k.layers.SeparableConv1D(4, 3),
        k.layers.Cropping1D((1, 0)),
        k.layers.UpSampling1D(2),
        k.layers.LSTM(UNITS),
    ]
    return k.Sequential(layers)


@zoo("lstm")
def convolved_after_it(k: Any) -> Any:
    layers = [
        *numbers(k, 12),
        k.layers.LSTM(UNITS, return_sequences=True),
        k.layers.Conv1D(2, 3),
        k.layers.GlobalMaxPooling1D(),
        k.layers.Dense(1),
    ]
    return k.Sequential(layers)


@zoo("lstm")
def permuted(k: Any) -> Any:
    layers = [*numbers(k, 12), k.layers.Permute((2, 1)), k.layers.LSTM(UNITS), k.layers.Dense(1)]
    return k.Sequential(layers)
