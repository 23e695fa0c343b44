"""Files of small models of many kinds, written without Keras, for tests of the window."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np

from tests.engine.network import files

WORDS = 500


def both_ways(path: Path, *, classes: int = 7) -> Path:
    """An Embedding, a Bidirectional LSTM(3) and a softmax."""
    layers = [
        _embedding(),
        {
            "class_name": "Bidirectional",
            "config": {
                "name": "both",
                "merge_mode": "concat",
                "layer": {"class_name": "LSTM", "config": _lstm("inner", 3)},
            },
        },
        _dense(classes, "softmax"),
    ]
    weights = {
        "embedding": [_random(WORDS, 4)],
        "both": [*_lstm_weights(4, 3), *_lstm_weights(4, 3)],
        "dense": [_random(6, classes), _random(classes)],
    }
    return _write(path, layers, weights)


def before_a_lambda(path: Path) -> Path:
    """An LSTM whose states go into a Lambda."""
    layers = [
        _embedding(),
        {"class_name": "LSTM", "config": _lstm("lstm", 3)},
        {"class_name": "Lambda", "config": {"name": "mine", "function": ["code", None, None]}},
        _dense(1, "sigmoid"),
    ]
    weights = {
        "embedding": [_random(WORDS, 4)],
        "lstm": _lstm_weights(4, 3),
        "mine": [],
        "dense": [_random(3, 1), _random(1)],
    }
    return _write(path, layers, weights)


def pictures(path: Path) -> Path:
    """A ConvLSTM3D, in which nothing can be watched."""
    layers = [
        _input([None, 5, 4, 8, 8, 1]),
        {
            "class_name": "ConvLSTM3D",
            "config": {"name": "films", "filters": 2, "kernel_size": [1, 3, 3], "padding": "same"},
        },
    ]
    weights = [_random(1, 3, 3, 1, 8), _random(1, 3, 3, 2, 8), _random(8)]
    return _write(path, layers, {"films": weights})


def writes_after_reading(path: Path, *, steps: int = 12, after: int = 4) -> Path:
    """An autoencoder: it reads two numbers a step, and then writes so many steps."""
    layers = [
        _input([None, steps, 2]),
        {"class_name": "LSTM", "config": _lstm("encoder", 3)},
        {"class_name": "RepeatVector", "config": {"name": "repeat", "n": after}},
        {"class_name": "LSTM", "config": {**_lstm("decoder", 3), "return_sequences": True}},
        {
            "class_name": "TimeDistributed",
            "config": {"name": "each", "layer": _dense(2, "linear")},
        },
    ]
    weights = {
        "encoder": _lstm_weights(2, 3),
        "repeat": [],
        "decoder": _lstm_weights(3, 3),
        "each": [_random(3, 2), _random(2)],
    }
    return _write(path, layers, weights)


def _write(path: Path, layers: list[dict[str, Any]], weights: files.Weights) -> Path:
    config = {"class_name": "Sequential", "config": {"name": "mine", "layers": layers}}
    return files.write_h5(path, config, weights)


def _input(shape: list[int | None]) -> dict[str, Any]:
    return {"class_name": "InputLayer", "config": {"name": "read", "batch_input_shape": shape}}


def _embedding() -> dict[str, Any]:
    config = {
        "name": "embedding",
        "batch_input_shape": [None, None],
        "input_dim": WORDS,
        "output_dim": 4,
    }
    return {"class_name": "Embedding", "config": config}


def _dense(units: int, activation: str) -> dict[str, Any]:
    config = {"name": "dense", "units": units, "activation": activation, "use_bias": True}
    return {"class_name": "Dense", "config": config}


def _lstm(name: str, units: int) -> dict[str, Any]:
    return {
        "name": name,
        "units": units,
        "activation": "tanh",
        "recurrent_activation": "sigmoid",
        "use_bias": True,
        "return_sequences": False,
    }


def _lstm_weights(width: int, units: int) -> list[np.ndarray]:
    return [_random(width, 4 * units), _random(units, 4 * units), _random(4 * units)]


def _random(*shape: int) -> np.ndarray:
    seed = sum((place + 1) * size for place, size in enumerate(shape))
    values = np.random.default_rng(seed).standard_normal(shape)
    return values.astype(np.float32) * np.float32(0.5)
