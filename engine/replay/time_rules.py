"""Kinds without a state for which time is more than an axis: they change the steps."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

import numpy as np

from engine.network.kinds.checks import integers
from engine.network.kinds.operations.indexing import item_key
from engine.network.kinds.window_sizes import windows
from engine.network.network import Layer
from engine.replay.context import Context
from engine.replay.functions.masks import mask_of
from engine.replay.functions.registry import computed
from engine.replay.row_by_row import row_by_row
from engine.replay.value import Value


def _strided(context: Context, layer: Layer, inputs: list[Value]) -> Value | None:
    """Convolutions and poolings over the steps: one step is made of several."""
    value = inputs[0]
    if value.times is None or value.running or value.array.ndim != 3:
        return None
    array = computed(layer, [value.array], [value.mask])
    (window,) = windows(layer.options, "kernel_size" if "Conv" in layer.kind else "pool_size", 1)
    # With "valid" a step is made once the last one it looks at is read.
    reach = window.span - 1 if window.padding == "valid" else 0
    at = np.minimum(np.arange(array.shape[1]) * window.stride + reach, value.array.shape[1] - 1)
    causal = value.causal and window.padding != "same"
    mask = mask_of(layer, [value.array], [value.mask], context.keras2)
    return Value(array, value.times[at].astype(np.int32), value.ready, mask, False, causal)


def _of_pictures(context: Context, layer: Layer, inputs: list[Value]) -> Value | None:
    """A window that also moves over the steps, as where a picture is read row by row."""
    value = inputs[0]
    first = layer.options.get("data_format") == "channels_first"
    if value.times is None or value.running or value.array.ndim != 4 or first:
        return None
    array = computed(layer, [value.array], [value.mask])
    window = windows(layer.options, "kernel_size" if "Conv" in layer.kind else "pool_size", 2)[0]
    reach = window.span - 1 if window.padding == "valid" else 0
    at = np.minimum(np.arange(array.shape[1]) * window.stride + reach, value.array.shape[1] - 1)
    causal = value.causal and (window.padding != "same" or window.span == 1)
    return Value(array, value.times[at].astype(np.int32), value.ready, None, False, causal)


def _pooled(context: Context, layer: Layer, inputs: list[Value]) -> Value | None:
    """The pooling of all steps, at every end that the reading might have had."""
    value = inputs[0]
    keeps = bool(layer.options.get("keepdims"))
    steps_known = value.times is not None and value.causal
    if not steps_known or value.running or value.array.ndim != 3 or keeps:
        return None
    steps = value.array
    if layer.kind == "GlobalMaxPooling1D":
        rows = np.maximum.accumulate(steps, axis=1)
    else:
        live = np.ones(steps.shape[:2]) if value.mask is None else value.mask.astype(np.float64)
        sums = np.cumsum(steps * live[..., None], axis=1, dtype=np.float64)
        count = np.maximum(np.cumsum(live, axis=1), 1)
        rows = (sums / count[..., None]).astype(steps.dtype)
    rows[:, -1] = computed(layer, [steps], [value.mask])
    return Value(rows, value.times, value.ready, None, True, value.causal)


def _flattened_steps(context: Context, layer: Layer, inputs: list[Value]) -> Value | None:
    """A vector whose numbers are the time steps, ``(B, T)`` to ``(B, T, 1)``."""
    value = inputs[0]
    if value.times is None or value.running or value.array.ndim != 2:
        return None
    result = row_by_row(context, layer, inputs)
    if result.array.ndim == 3 and result.array.shape[1] == len(value.times):
        return replace(result, times=value.times, causal=value.causal)
    return result


def _repeated(context: Context, layer: Layer, inputs: list[Value]) -> Value | None:
    """One answer, repeated for a decoder: its steps come after all is read."""
    result = row_by_row(context, layer, [value.at_end() for value in inputs])
    after = result.ready + 1 + np.arange(result.array.shape[1], dtype=np.int32)
    return replace(result, times=after.astype(np.int32), ready=int(after[-1]), causal=False)


def _item(context: Context, layer: Layer, inputs: list[Value]) -> Value | None:
    """``x[:, -1]`` and ``x[:, 2:5]``: the last step, at every end, and some of the steps."""
    value = inputs[0]
    if value.times is None or value.running or value.array.ndim != 3:
        return None
    key = item_key(layer.options)
    if len(key) < 2 or key[0] != slice(None):
        return None
    if key[1] == -1 and value.causal and all(part in (slice(None), Ellipsis) for part in key[2:]):
        return Value(value.array, value.times, value.ready, None, True, value.causal)
    if not isinstance(key[1], slice) or None in key[2:]:
        return None
    result = row_by_row(context, layer, inputs)
    forward = key[1].step is None or key[1].step > 0
    if result.array.ndim != 3:
        return None
    return replace(result, times=value.times[key[1]], causal=value.causal and forward)


def _moved(context: Context, layer: Layer, inputs: list[Value]) -> Value | None:
    """Steps that are left out, doubled, or put in front and behind."""
    value = inputs[0]
    if value.times is None or value.running or value.array.ndim != 3:
        return None
    result, times = row_by_row(context, layer, inputs), value.times
    if layer.kind == "UpSampling1D":
        doubled = np.repeat(times, result.array.shape[1] // len(times))
        return replace(result, times=doubled, causal=value.causal)
    option = "cropping" if layer.kind == "Cropping1D" else "padding"
    first, last = integers(layer.options, option, 2, 1, least=0)
    if layer.kind == "Cropping1D":
        return replace(result, times=times[first : len(times) - last], causal=value.causal)
    padded = np.concatenate([np.repeat(times[:1], first), times, np.repeat(times[-1:], last)])
    return replace(result, times=padded, causal=value.causal and not last)


Rule = Callable[[Context, Layer, list[Value]], "Value | None"]

RULES: Mapping[str, Rule] = {
    **dict.fromkeys(("Conv1D", "SeparableConv1D", "DepthwiseConv1D"), _strided),
    **dict.fromkeys(("MaxPooling1D", "AveragePooling1D"), _strided),
    **dict.fromkeys(("Conv2D", "SeparableConv2D", "DepthwiseConv2D"), _of_pictures),
    **dict.fromkeys(("MaxPooling2D", "AveragePooling2D"), _of_pictures),
    **dict.fromkeys(("GlobalMaxPooling1D", "GlobalAveragePooling1D"), _pooled),
    **dict.fromkeys(("Reshape", "ops.Reshape", "ops.ExpandDims"), _flattened_steps),
    "RepeatVector": _repeated,
    "ops.GetItem": _item,
    **dict.fromkeys(("UpSampling1D", "Cropping1D", "ZeroPadding1D"), _moved),
}
"""Kinds for which time is more than an axis; a rule that does not apply returns None."""
