"""Carrying out one call of the graph: which rule holds for which kind of layer."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np

from engine.network.network import INACTIVE, RECURRENT, Call, Layer, Tensor
from engine.replay.functions.masks import mask_of
from engine.replay.functions.registry import FUNCTIONS
from engine.replay.recurrent import bidirectional, recurrent
from engine.replay.timeline import Reading
from engine.replay.value import Array, Times, Value, spread, together


@dataclass
class Context:
    """What a replay carries along.

    Attributes:
        dtype: the precision.
        keras_version: what wrote the model.
        should_stop: asked now and then.
        readings: what the recurrent layers did, by the names of their traces.
    """

    dtype: np.dtype[Any]
    keras_version: str
    should_stop: Callable[[], bool] | None
    readings: dict[str, Reading] = field(default_factory=dict)

    @property
    def keras2(self) -> bool:
        """Whether Keras 1 or 2 wrote the model."""
        return self.keras_version.split(".", maxsplit=1)[0] in ("1", "2")


def carry_out(
    context: Context, layer: Layer, call: Call, values: Mapping[Tensor, Value]
) -> list[Value]:
    """The outputs of a call.

    Args:
        context: of the replay; the readings of recurrent layers are added to it.
        layer: what is called.
        call: with what.
        values: what is known already.
    """
    given = [values[source] for source in call.inputs]
    if call.mask is not None:
        mask = values[call.mask].array.astype(bool)
        given[0] = replace(given[0], mask=mask)
    states = [values[source].whole() for source in call.states]
    if layer.kind in RECURRENT:
        return recurrent(context, layer, call.name, given[0], states)
    if layer.kind == "Bidirectional":
        return bidirectional(context, layer, call.name, given[0], states)
    if layer.kind == "TimeDistributed":
        return [_time_distributed(context, layer, given[0])]
    return [_stateless(context, layer, given)]


def _stateless(context: Context, layer: Layer, given: list[Value]) -> Value:
    kind = layer.kind
    first = given[0]
    if kind in INACTIVE:
        return first
    if first.width:
        if kind == "CategoryEncoding":
            return first  # ids stand for the one-hot rows that it would make
        if kind == "Dense":
            return _rows_of_kernel(context, layer, first)
        if kind == "Masking" and first.width > 1:
            return replace(first, mask=np.ones(first.array.shape, bool))  # a row is never masked
    if kind == "CategoryEncoding":
        ids = first.array.astype(np.int32)
        return replace(first, array=ids, width=int(layer.options["num_tokens"]))
    given = [value.numbers(context.dtype) for value in given]
    rule = RULES.get(kind)
    if rule is not None:
        made = rule(context, layer, given)
        if made is not None:
            return made
    return _plain(context, layer, given)


def _plain(context: Context, layer: Layer, given: list[Value]) -> Value:
    """A layer that knows nothing of time: row by row, or on the whole."""
    if len(layer.output_shape) > 2:  # only a vector can be had at every end
        given = [value.whole() for value in given]
    running = any(value.running for value in given)
    given = spread(together(given))
    arrays = [value.array for value in given]
    masks = [value.mask for value in given]
    array = _function(layer)(layer, arrays, masks)
    times: Times | None = None
    if running:
        times = next(value.times for value in given if value.running)
    elif array.ndim >= 3:
        times = _kept_times(array, given)
    return Value(
        array,
        times,
        max(value.ready for value in given),
        mask_of(layer, arrays, masks, context.keras2),
        running,
        all(value.exact for value in given) and (running or times is not None),
    )


def _function(layer: Layer) -> Callable[..., Array]:
    return FUNCTIONS[layer.kind]


def _kept_times(array: Array, given: list[Value]) -> Times | None:
    """The times of the first input that has as many steps as came out."""
    for value in given:
        if value.times is not None and len(value.times) == array.shape[1] == value.array.shape[1]:
            return value.times
    return None


def _rows_of_kernel(context: Context, layer: Layer, given: Value) -> Value:
    """A one-hot row times the kernel is a row of the kernel."""
    kernel = np.asarray(layer.weights["kernel"], context.dtype)
    bare = replace(
        layer,
        weights={**layer.weights, "kernel": np.eye(kernel.shape[1], dtype=context.dtype)},
    )
    array = _function(layer)(bare, [kernel[given.array]], [given.mask])
    return replace(given, array=array, width=0)


def _time_distributed(context: Context, layer: Layer, given: Value) -> Value:
    """The steps are a batch for the layer inside."""
    inner = layer.inner[0]
    if given.width:
        if inner.kind == "Dense":
            return _rows_of_kernel(context, inner, given)
        given = given.numbers(context.dtype)
    array = given.array
    steps = array.reshape(-1, *array.shape[2:])
    if inner.kind in INACTIVE:
        return given
    made = _function(inner)(inner, [steps], [None])
    return replace(given, array=made.reshape(*array.shape[:2], *made.shape[1:]))


# -- rules of kinds that change the steps -------------------------------------------


def _strided(context: Context, layer: Layer, given: list[Value]) -> Value | None:
    """Convolutions and poolings over the steps: one step is made of several."""
    value = given[0]
    if value.times is None or value.running or value.array.ndim != 3:
        return None
    array = _function(layer)(layer, [value.array], [value.mask])
    options, steps = layer.options, value.array.shape[1]
    size = _one(options, "kernel_size" if "Conv" in layer.kind else "pool_size", 2)
    stride = _one(options, "strides", size if "Pool" in layer.kind else 1)
    dilation = _one(options, "dilation_rate", 1)
    padding = str(options.get("padding", "valid"))
    # With "valid" a step is made once the last one it looks at is read.
    reach = (size - 1) * dilation if padding == "valid" else 0
    at = np.minimum(np.arange(array.shape[1]) * stride + reach, steps - 1)
    exact = value.exact and padding != "same"
    mask = mask_of(layer, [value.array], [value.mask], context.keras2)
    return Value(array, value.times[at].astype(np.int32), value.ready, mask, False, exact)


def _one(options: Mapping[str, Any], name: str, default: int) -> int:
    value = options.get(name)
    if isinstance(value, (list, tuple)) and value:
        value = value[0]
    return value if isinstance(value, int) and value > 0 else default


def _pooled(context: Context, layer: Layer, given: list[Value]) -> Value | None:
    """The pooling of all steps, at every end that the reading might have had."""
    value = given[0]
    keeps = bool(layer.options.get("keepdims"))
    if value.times is None or value.running or value.array.ndim != 3 or keeps:
        return None
    whole = _function(layer)(layer, [value.array], [value.mask])
    steps = value.array[0]
    if layer.kind == "GlobalMaxPooling1D":
        rows = np.maximum.accumulate(steps, axis=0)
    else:
        live = np.ones(len(steps)) if value.mask is None else value.mask[0].astype(np.float64)
        sums = np.cumsum(steps * live[:, None], axis=0, dtype=np.float64)
        count = np.maximum(np.cumsum(live), 1)
        rows = (sums / count[:, None]).astype(steps.dtype)
    rows[-1] = whole[0]
    return Value(rows, value.times, value.ready, None, True, value.exact)


def _flattened_steps(context: Context, layer: Layer, given: list[Value]) -> Value | None:
    """A vector whose numbers are the time steps, ``(1, T)`` to ``(1, T, 1)``."""
    value = given[0]
    if value.times is None or value.running or value.array.ndim != 2:
        return None
    made = _plain(context, layer, given)
    if made.array.ndim == 3 and made.array.shape[1] == len(value.times):
        return replace(made, times=value.times, exact=value.exact)
    return made


def _repeated(context: Context, layer: Layer, given: list[Value]) -> Value | None:
    """One answer, repeated for a decoder: its steps come after all is read."""
    made = _plain(context, layer, [value.whole() for value in given])
    after = made.ready + 1 + np.arange(made.array.shape[1], dtype=np.int32)
    return replace(made, times=after.astype(np.int32), ready=int(after[-1]), exact=False)


def _item(context: Context, layer: Layer, given: list[Value]) -> Value | None:
    """``x[:, -1]``: the last step, at every end that the reading might have had."""
    value = given[0]
    args = layer.options.get("args")
    parts = args[1] if isinstance(args, (list, tuple)) and len(args) > 1 else None
    parts = parts.get("items", parts) if isinstance(parts, Mapping) else parts
    last = (
        isinstance(parts, (list, tuple))
        and len(parts) > 1
        and parts[1] == -1
        and isinstance(parts[0], Mapping)
        and all(_is_whole(part) for part in (parts[0], *parts[2:]))
    )
    if not last or value.times is None or value.running or value.array.ndim != 3:
        return None
    return Value(value.array[0], value.times, value.ready, None, True, value.exact)


def _is_whole(part: Any) -> bool:
    config = part.get("config") if isinstance(part, Mapping) else None
    return isinstance(config, Mapping) and all(size is None for size in config.values())


Rule = Callable[[Context, Layer, list[Value]], "Value | None"]

RULES: Mapping[str, Rule] = {
    **dict.fromkeys(
        (
            "Conv1D",
            "SeparableConv1D",
            "DepthwiseConv1D",
            "MaxPooling1D",
            "AveragePooling1D",
        ),
        _strided,
    ),
    **dict.fromkeys(("GlobalMaxPooling1D", "GlobalAveragePooling1D"), _pooled),
    **dict.fromkeys(("Reshape", "ops.Reshape", "ops.ExpandDims"), _flattened_steps),
    "RepeatVector": _repeated,
    "ops.GetItem": _item,
}
"""Kinds for which time is more than an axis; a rule that does not apply returns None."""
