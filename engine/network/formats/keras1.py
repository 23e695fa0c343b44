"""Keras 1's names and weights, in today's.

Sources: ``keras/legacy/interfaces.py`` and ``keras/engine/saving.py``
(``preprocess_weights_for_loading``) of Keras 2.2.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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

_RECURRENT = {
    "output_dim": "units",
    "dropout_W": "dropout",
    "dropout_U": "recurrent_dropout",
    "inner_activation": "recurrent_activation",
}
_POOLING = {"pool_length": "pool_size", "stride": "strides"}
_RENAMED: Mapping[str, Mapping[str, str]] = {
    "Dense": {"output_dim": "units"},
    "SimpleRNN": _RECURRENT,
    "Conv1D": {
        "nb_filter": "filters",
        "filter_length": "kernel_size",
        "subsample_length": "strides",
        "atrous_rate": "dilation_rate",
    },
    "LSTM": _RECURRENT,
    "GRU": _RECURRENT,
    "MaxPooling1D": _POOLING,
    "AveragePooling1D": _POOLING,
    "GaussianNoise": {"sigma": "stddev"},
    "UpSampling1D": {"length": "size"},
}

_MERGES = {
    "sum": "Add",
    "mul": "Multiply",
    "ave": "Average",
    "max": "Maximum",
    "concat": "Concatenate",
    "dot": "Dot",
}


def translated(kind: str, options: Mapping[str, Any], keras1: bool) -> tuple[str, dict[str, Any]]:
    """A layer's class and options under today's names; as they are, if Keras 1 did not write them."""
    if not keras1:
        return kind, dict(options)
    if kind == "Merge":
        return _merge(options)
    kind = KINDS.get(kind, kind)
    names = {**_COMMON, **_RENAMED.get(kind, {})}
    result = {names.get(key, key): value for key, value in options.items()}
    if kind == "GRU":
        result["reset_after"] = False
    return kind, result


def _merge(options: Mapping[str, Any]) -> tuple[str, dict[str, Any]]:
    mode = options.get("mode")
    kind = _MERGES.get(mode, "Merge") if isinstance(mode, str) else "Merge"
    if "layers" in options:  # at the beginning of a Sequential model: it holds whole models
        return "Merge", {key: value for key, value in options.items() if key != "layers"}
    result = dict(options)
    if kind == "Concatenate":
        result["axis"] = options.get("concat_axis", -1)
    elif kind == "Dot":
        result["axes"] = options.get("dot_axes", -1)
    return kind, result


def joined(kind: str, stored: Sequence[Array], shape: tuple[int | None, ...]) -> list[Array]:
    """Weights that Keras 1 kept gate by gate, in today's order and shapes.

    Args:
        kind: one of `COUNTS`, or ``Conv1D``.
        stored: in the file's order.
        shape: of the kernel as it should be: ``(F, U)``, or ``(size, F, filters)`` of a Conv1D.
    """
    if kind in _GATES:
        gates = [stored[3 * place : 3 * place + 3] for place in _GATES[kind]]
        return [np.concatenate(parts, axis=-1) for parts in zip(*gates, strict=True)]
    kernel = stored[0]
    if kernel.ndim == 4:
        if kernel.shape[:2] != (shape[0], 1) or kernel.shape[3] != shape[-1]:
            kernel = np.transpose(kernel, (2, 3, 1, 0))  # Keras 1.0 and 1.1
        kernel = kernel[:, 0, :, :]
    return [kernel, *stored[1:]]


_GATES = {"LSTM": (0, 2, 1, 3), "GRU": (0, 1, 2)}
"""Where each of today's gates stood: W, U and b of i, c, f and o; of z, r and h."""

COUNTS = {kind: 3 * len(order) for kind, order in _GATES.items()}
"""How many arrays Keras 1 kept for a layer, where it is another number than today."""
