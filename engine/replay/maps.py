"""A call of a layer whose states are maps: ConvLSTM1D and ConvLSTM2D."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from engine.errors import ReplayError
from engine.network.kinds.registry import KINDS
from engine.network.network import Layer
from engine.replay.context import Context
from engine.replay.recurrent import both_ways, read_steps
from engine.replay.value import Array, Value


def read_maps(
    context: Context, layer: Layer, name: str, value: Value, states: list[Value]
) -> list[Value]:
    """Its output, ``(B, T, rows, columns, U)`` or the last ``(B, rows, columns, U)``, then its
    states if it returns them; the channels where the layer has them.

    Raises:
        ModelError: the layer cannot take so large a map, or one of another rank.
        ReplayError: an initial state does not fit.
    """
    value = value.numbers(context.dtype)
    _check(layer, name, value, states, context.carried.get(name, {}))
    if layer.options.get("data_format") != "channels_first":
        return read_steps(context, layer, name, value, states)
    value = replace(value, array=np.moveaxis(value.array, 2, -1))
    states = [replace(state, array=np.moveaxis(state.array, 1, -1)) for state in states]
    outputs = read_steps(context, layer, name, value, states)
    return [
        replace(made, array=np.moveaxis(made.array, -1, made.array.ndim - 3)) for made in outputs
    ]


def read_maps_both_ways(
    context: Context, layer: Layer, name: str, value: Value, states: list[Value]
) -> list[Value]:
    """The same of a Bidirectional around one, whose channels are last.

    Raises:
        ModelError: the layer cannot take so large a map, or one of another rank.
        ReplayError: an initial state does not fit.
    """
    value = value.numbers(context.dtype)
    for way, inner in zip(("forward", "backward"), layer.inner, strict=True):
        _check(inner, name, value, states, context.carried.get(f"{name}/{way}", {}))
    return both_ways(context, layer, name, value, states)


def _check(
    layer: Layer, name: str, value: Value, states: list[Value], carried: Mapping[str, Array]
) -> None:
    """That it can read such maps, and begin with states that are wired, or carried, channels last."""
    # With every step, as all of them are kept.
    options = {**layer.options, "name": layer.name, "return_sequences": True}
    wanted = KINDS[layer.kind].shape(options, ((None, *value.array.shape[1:]),))[2:]
    shapes = [state.array.shape[1:] for state in states]
    if not states:
        first = layer.options.get("data_format") == "channels_first"
        order = (-1, *range(len(wanted) - 1)) if first else range(len(wanted))
        shapes = [tuple(state.shape[1:][axis] for axis in order) for state in carried.values()]
    for found in shapes:
        if found != wanted:
            raise ReplayError(
                "The layer {layer} is given an initial state of the shape {found}; its states "
                "have the shape {wanted}.",
                layer=name,
                found=str(found),
                wanted=str(wanted),
            )
