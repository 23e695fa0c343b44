"""Activations as configurations write them, to the names of `engine.network.activations`.

A function with settings is written as a call: ``leaky_relu(negative_slope=0.1)``.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from engine.errors import ModelError
from engine.network.activations import ACTIVATIONS, ALIASES

ACTIVATION_LAYERS = ("Activation", "ReLU", "LeakyReLU", "ELU", "Softmax")
"""Layers that are an activation and nothing else."""

ACTIVATION_DEFAULTS = {
    ("relu", "negative_slope"): 0.0,
    ("relu", "max_value"): None,
    ("relu", "threshold"): 0.0,
    ("leaky_relu", "negative_slope"): 0.2,
    ("elu", "alpha"): 1.0,
}
"""The settings of the plain functions; those of the layers may be others."""


def function_of(layer: str, given: Any, keras2: bool) -> str:
    """The name of an activation.

    Args:
        layer: whose it is, for the message.
        given: a name, a function or a layer written as an object, or None.
        keras2: whether Keras 1 or 2 wrote it: its ``hard_sigmoid`` is another function.

    Raises:
        ModelError: it is not one of Keras's.
    """
    name = given
    if isinstance(given, Mapping):
        kind, config = str(given.get("class_name")), given.get("config")
        if kind in ACTIVATION_LAYERS and isinstance(config, Mapping):
            if kind == "Softmax" and config.get("axis", -1) not in (-1, [-1]):
                raise _odd(layer, "axis", config.get("axis"))
            return layer_function(layer, kind, config, keras2)
        # A function: {"class_name": "function", "config": "relu", ...}.
        registered = str(given.get("registered_name") or config)
        name = config.get("name") if isinstance(config, Mapping) else config
        if ">" in registered and not registered.startswith("keras"):
            name = registered
    if name is None:
        return "linear"
    name = ALIASES.get(str(name), str(name))
    if name == "hard_sigmoid" and keras2:
        return "hard_sigmoid_keras2"
    if name not in ACTIVATIONS:
        raise ModelError(
            "The layer {layer} uses the activation {name}, which is not one of Keras's or "
            "is not supported. Supported are: {known}.",
            layer=layer,
            name=name[:80],
            known=", ".join(sorted(ACTIVATIONS)),
        )
    return name


def layer_function(layer: str, kind: str, options: Mapping[str, Any], keras2: bool) -> str:
    """The activation that an activation layer is.

    Raises:
        ModelError: it is not one of Keras's, or its settings are no numbers.
    """
    if kind == "Activation":
        return function_of(layer, options.get("activation"), keras2)
    if kind == "Softmax":
        return "softmax"  # over the axis that the layer's options name
    if kind == "ELU":
        return _call(layer, "elu", options, {"alpha": ("alpha", 1.0)})
    # Keras 2 calls the slope alpha.
    slope = "negative_slope" if "negative_slope" in options else "alpha"
    if kind == "LeakyReLU":
        return _call(layer, "leaky_relu", options, {"negative_slope": (slope, 0.3)})
    settings = {
        "negative_slope": ("negative_slope", 0.0),
        "max_value": ("max_value", None),
        "threshold": ("threshold", 0.0),
    }
    return _call(layer, "relu", options, settings)


def _call(
    layer: str,
    name: str,
    options: Mapping[str, Any],
    settings: Mapping[str, tuple[str, float | None]],
) -> str:
    written = []
    for key, (option, default) in settings.items():
        value = options.get(option, default)
        if value is None and default is None:
            continue
        # Keras 2 writes numbers as {"type": "ndarray", "value": 0.1} now and then.
        value = value.get("value") if isinstance(value, Mapping) else value
        if not isinstance(value, (int, float)) or isinstance(value, bool) or math.isnan(value):
            raise _odd(layer, option, value)
        if value != ACTIVATION_DEFAULTS[name, key]:
            written.append(f"{key}={float(value)!r}")
    return f"{name}({', '.join(written)})" if written else name


def _odd(layer: str, option: str, value: Any) -> ModelError:
    return ModelError(
        "The layer {layer} uses {option}, which cannot be replayed yet.",
        layer=layer,
        option=f"{option}={value!r}"[:60],
    )
