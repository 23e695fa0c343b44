"""Keras 1's names and weights, in today's.

Sources: ``keras/legacy/interfaces.py`` and ``keras/engine/saving.py``
(``preprocess_weights_for_loading``) of Keras 2.2.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[Any]

KINDS = {
    "Convolution1D": "Conv1D",
    "AtrousConvolution1D": "Conv1D",
    "Convolution2D": "Conv2D",
    "TimeDistributedDense": "Dense",
}
"""Classes that have another name since."""

_COMMON = {"bias": "use_bias", "border_mode": "padding", "p": "rate"}

_RENAMED: Mapping[str, Mapping[str, str]] = {
    "Dense": {"output_dim": "units"},
    "SimpleRNN": {"output_dim": "units", "dropout_W": "dropout", "dropout_U": "recurrent_dropout"},
    "Conv1D": {
        "nb_filter": "filters",
        "filter_length": "kernel_size",
        "subsample_length": "strides",
        "atrous_rate": "dilation_rate",
    },
    "MaxPooling1D": {"pool_length": "pool_size", "stride": "strides"},
    "GaussianNoise": {"sigma": "stddev"},
    "UpSampling1D": {"length": "size"},
}
_RENAMED_GATES = {**_RENAMED["SimpleRNN"], "inner_activation": "recurrent_activation"}

_MERGES = {
    "sum": "Add",
    "mul": "Multiply",
    "ave": "Average",
    "max": "Maximum",
    "concat": "Concatenate",
    "dot": "Dot",
}


def translated(kind: str, options: Mapping[str, Any], keras1: bool) -> tuple[str, dict[str, Any]]:
    """A layer's class and options under today's names; as they are, if they are today's.

    Args:
        kind: the class in the file.
        options: its configuration.
        keras1: whether Keras 1 wrote it.
    """
    if not keras1:
        return kind, dict(options)
    if kind == "Merge":
        return _merge(options)
    kind = KINDS.get(kind, kind)
    names: Mapping[str, str] = _RENAMED.get(kind, {})
    if kind in ("LSTM", "GRU"):
        names = _RENAMED_GATES
    elif kind == "AveragePooling1D":
        names = _RENAMED["MaxPooling1D"]
    names = {**_COMMON, **names}
    found = {names.get(key, key): value for key, value in options.items()}
    if kind == "GRU":
        found["reset_after"] = False
    return kind, found


def _merge(options: Mapping[str, Any]) -> tuple[str, dict[str, Any]]:
    mode = options.get("mode")
    kind = _MERGES.get(mode, "Merge") if isinstance(mode, str) else "Merge"
    if "layers" in options:  # at the beginning of a Sequential model: it holds whole models
        return "Merge", {key: value for key, value in options.items() if key != "layers"}
    found = dict(options)
    if kind == "Concatenate":
        found["axis"] = options.get("concat_axis", -1)
    elif kind == "Dot":
        found["axes"] = options.get("dot_axes", -1)
    return kind, found


def joined(kind: str, stored: Sequence[Array], shape: tuple[int | None, ...]) -> list[Array]:
    """Weights that Keras 1 kept gate by gate, in today's order and shapes.

    Args:
        kind: a class with another way of keeping them, see `COUNTS`.
        stored: in the file's order.
        shape: of the kernel as it should be.
    """
    return _JOINED[kind](stored, shape)


def _lstm(stored: Sequence[Array], shape: tuple[int | None, ...]) -> list[Array]:
    # Kept as i c f o, each with W, U and b; today's columns are i f c o.
    return [
        np.concatenate([stored[at + part] for at in (0, 6, 3, 9)], axis=-1) for part in range(3)
    ]


def _gru(stored: Sequence[Array], shape: tuple[int | None, ...]) -> list[Array]:
    return [np.concatenate([stored[at + part] for at in (0, 3, 6)], axis=-1) for part in range(3)]


def _conv1d(stored: Sequence[Array], shape: tuple[int | None, ...]) -> list[Array]:
    kernel = stored[0]
    if kernel.ndim == 4:
        if kernel.shape[:2] != (shape[0], 1) or kernel.shape[3] != shape[-1]:
            kernel = np.transpose(kernel, (2, 3, 1, 0))  # Keras 1.0 and 1.1
        kernel = kernel[:, 0, :, :]
    return [kernel, *stored[1:]]


_JOINED: Mapping[str, Callable[[Sequence[Array], tuple[int | None, ...]], list[Array]]] = {
    "LSTM": _lstm,
    "GRU": _gru,
    "Conv1D": _conv1d,
}

COUNTS = {"LSTM": 12, "GRU": 9}
"""How many arrays Keras 1 kept for a layer, where it is another number than today."""
