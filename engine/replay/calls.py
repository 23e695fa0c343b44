"""Carrying out one call of the graph: which rule holds for which kind of layer."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np

from engine.network.kinds.operations import item_key
from engine.network.kinds.reading import axes, wholes
from engine.network.network import INACTIVE, INDEXING, RECURRENT, Call, Layer, Tensor
from engine.replay.functions.masks import mask_of, masks_used
from engine.replay.functions.registry import FUNCTIONS, computed
from engine.replay.recurrent import bidirectional, recurrent
from engine.replay.timeline import Reading
from engine.replay.value import BEFORE, Array, Times, Value, spread, together


@dataclass(eq=False)
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
    if layer.kind in (*RECURRENT, "Bidirectional"):
        return _read(context, layer, call, given[0], states)
    if layer.kind == "TimeDistributed":
        return [_time_distributed(context, layer, given[0])]
    return [_stateless(context, layer, given)]


def _read(
    context: Context, layer: Layer, call: Call, given: Value, states: list[Value]
) -> list[Value]:
    """A call of a layer with a state.

    Keras 3 looks for the mask of an input only where that is the one tensor of a call
    (``Layer.__call__``, "Populate mask argument(s)"): with an initial state every step is
    read, and the mask is handed on all the same.
    """
    way = bidirectional if layer.kind == "Bidirectional" else recurrent
    if not states or call.mask is not None or context.keras2:
        return way(context, layer, call.name, given, states)
    made = way(context, layer, call.name, replace(given, mask=None), states)
    return [
        replace(value, mask=given.mask) if value.array.ndim == 3 and not value.running else value
        for value in made
    ]


def _stateless(context: Context, layer: Layer, given: list[Value]) -> Value:
    kind = layer.kind
    first = given[0]
    if kind in (*INACTIVE, *INDEXING):
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
    # Only a vector can be had at every end, and only from vectors: one that looks at all the
    # steps of a sequence would know what comes after.
    steps = any(not value.running and value.array.ndim > 2 for value in given)
    if len(layer.output_shape) > 2 or steps:
        given = [value.whole() for value in given]
    running = any(value.running for value in given)
    given = spread(together(given))
    arrays = [value.array for value in given]
    masks = [value.mask for value in given]
    array = computed(layer, arrays, masks_used(layer, masks, context.keras2))
    times: Times | None = None
    mixed = mixes(layer, given)
    if running:
        times = next(value.times for value in given if value.running)
    elif array.ndim >= 3 and (not mixed or layer.kind in _IN_PLACE):
        times = _kept_times(array, given)
    return Value(
        array,
        times,
        max(value.ready for value in given),
        mask_of(layer, arrays, masks, context.keras2),
        running,
        all(value.exact for value in given) and (running or times is not None) and not mixed,
    )


_ALONG_AN_AXIS = (
    "Softmax",
    "LayerNormalization",
    "UnitNormalization",
    "ops.Softmax",
    "ops.LogSoftmax",
    "ops.Flip",
)
_ATTENDING = ("Attention", "AdditiveAttention")
_IN_PLACE = (*_ATTENDING, *(kind for kind in _ALONG_AN_AXIS if kind != "ops.Flip"))
"""Kinds whose steps stay where they are, whatever they look at."""

_MIXING = (
    "Permute",
    "Dot",
    "ops.Dot",
    "ops.Transpose",
    "ops.Swapaxes",
    "ops.Matmul",
    "ops.Einsum",
    "ops.Repeat",
)


def mixes(layer: Layer, given: list[Value]) -> bool:
    """Whether a step of the output may be made of later steps of the input.

    Args:
        layer: one without a state, and without a rule of its own.
        given: what it is called with.
    """
    if layer.kind in _MIXING:
        return True
    if layer.kind in _ATTENDING:
        query, *others = given
        begins = BEFORE if query.times is None else int(query.times.min())
        # A decoder looks back at an encoder that has read everything.
        return any(value.ready >= begins for value in others)
    if layer.kind not in _ALONG_AN_AXIS:
        return False
    options = {**layer.options, "name": layer.name}
    rank = given[0].array.ndim
    return rank > 2 and 1 in axes(options, "axis", rank)


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
    array = computed(layer, [value.array], [value.mask])
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
    steps_known = value.times is not None and value.exact
    if not steps_known or value.running or value.array.ndim != 3 or keeps:
        return None
    whole = computed(layer, [value.array], [value.mask])
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
    """``x[:, -1]`` and ``x[:, 2:5]``: the last step, at every end, and some of the steps."""
    value = given[0]
    if value.times is None or value.running or value.array.ndim != 3:
        return None
    key = item_key(layer.options)
    if len(key) < 2 or key[0] != slice(None):
        return None
    if key[1] == -1 and value.exact and all(part in (slice(None), Ellipsis) for part in key[2:]):
        return Value(value.array[0], value.times, value.ready, None, True, value.exact)
    if not isinstance(key[1], slice) or None in key[2:]:
        return None
    made = _plain(context, layer, given)
    forward = key[1].step is None or key[1].step > 0
    if made.array.ndim != 3:
        return None
    return replace(made, times=value.times[key[1]], exact=value.exact and forward)


def _moved(context: Context, layer: Layer, given: list[Value]) -> Value | None:
    """Steps that are left out, doubled, or put in front and behind."""
    value = given[0]
    if value.times is None or value.running or value.array.ndim != 3:
        return None
    made, times = _plain(context, layer, given), value.times
    if layer.kind == "UpSampling1D":
        doubled = np.repeat(times, made.array.shape[1] // len(times))
        return replace(made, times=doubled, exact=value.exact)
    option = "cropping" if layer.kind == "Cropping1D" else "padding"
    first, last = wholes(layer.options, option, 2, 1, least=0)
    if layer.kind == "Cropping1D":
        return replace(made, times=times[first : len(times) - last], exact=value.exact)
    padded = np.concatenate([np.repeat(times[:1], first), times, np.repeat(times[-1:], last)])
    return replace(made, times=padded, exact=value.exact and not last)


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
    **dict.fromkeys(("UpSampling1D", "Cropping1D", "ZeroPadding1D"), _moved),
}
"""Kinds for which time is more than an axis; a rule that does not apply returns None."""
