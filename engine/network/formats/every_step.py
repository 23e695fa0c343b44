"""A TimeDistributed around a whole model: every layer of it at every step."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from engine.network.formats.entries import MODELS

Written = Mapping[str, Any]

OF_MODEL = "of_model"
"""The option of a TimeDistributed that says that it is around a layer of a model."""

_AS_IT_IS = ("Add", "Subtract", "Multiply", "Average", "Maximum", "Minimum")
"""Kinds of several inputs that do with steps what they do without."""


def model_at_every_step(written: Written) -> Written | None:
    """The model inside a TimeDistributed, its layers made for every step; None around anything
    else."""
    config = written.get("config")
    inner = config.get("layer") if isinstance(config, Mapping) else None
    around_model = isinstance(inner, Mapping) and inner.get("class_name") in MODELS
    if written.get("class_name") != "TimeDistributed" or not around_model:
        return None
    assert isinstance(inner, Mapping)
    own = inner.get("config")
    if isinstance(own, list):  # Keras 1 and early Keras 2
        return {**inner, "config": [at_every_step(one) for one in own]}
    if not isinstance(own, Mapping) or not isinstance(own.get("layers"), list):
        return inner
    layers = [at_every_step(one) for one in own["layers"]]
    return {**inner, "config": {**own, "layers": layers, "build_input_shape": None}}


def at_every_step(layer: Any) -> Any:
    """A layer of such a model, as one that works on sequences."""
    if not isinstance(layer, Mapping) or layer.get("class_name") == "InputLayer":
        return layer
    config = layer.get("config")
    name = config.get("name") if isinstance(config, Mapping) else None
    if layer.get("class_name") in _AS_IT_IS:
        return layer
    if layer.get("class_name") == "Concatenate" and isinstance(config, Mapping):
        axis = config.get("axis", -1)
        later = axis + 1 if isinstance(axis, int) and axis > 0 else axis
        return {**layer, "config": {**config, "axis": later}}
    outer = {key: layer[key] for key in ("name", "inbound_nodes") if key in layer}
    return {
        **outer,
        "class_name": "TimeDistributed",
        "config": {
            "name": name or layer.get("name"),
            "trainable": True,
            "layer": {key: value for key, value in layer.items() if key != "inbound_nodes"},
            OF_MODEL: True,
        },
    }
