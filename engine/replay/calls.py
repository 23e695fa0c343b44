"""Carrying out one call of the graph: which rule holds for which kind of layer."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace

import numpy as np

from engine.errors import ReplayError
from engine.network.kinds.merging import ATTENDING
from engine.network.network import INACTIVE, INDEXING, MAPS, RECURRENT, Call, Layer, Network, Tensor
from engine.replay.attending import attending
from engine.replay.context import Context
from engine.replay.functions.masks import masks_used, within_steps
from engine.replay.functions.registry import FUNCTIONS
from engine.replay.maps import read_maps, read_maps_both_ways
from engine.replay.recurrent import bidirectional, recurrent
from engine.replay.row_by_row import row_by_row
from engine.replay.time_rules import RULES
from engine.replay.value import Array, Lookup, Value


@contextmanager
def fitting(network: Network, call: Call, steps: int) -> Iterator[None]:
    """Say of a call that its layer cannot take so many steps, where their shapes do not fit.

    Raises:
        ReplayError: they do not.
    """
    try:
        yield
    except (ValueError, IndexError) as error:  # numpy: shapes that do not fit
        raise ReplayError(
            "The layer {layer} cannot take {found} steps; the model was built for "
            "{wanted}. Choose the length {wanted}.",
            layer=call.name,
            found=steps,
            wanted=network.length or "?",
        ) from error


def carry_out(
    context: Context, layer: Layer, call: Call, values: Mapping[Tensor, Value]
) -> list[Value]:
    """The outputs of a call of a layer, given the values that are known already.

    What recurrent layers do is added to the context's records, and the masks to its masks.

    Raises:
        ModelError: the layer cannot take these inputs.
        ReplayError: an initial state does not fit, or a number is no id.
        Cancelled: the context's ``should_stop`` became true.
    """
    inputs = [
        replace(values[source], mask=None)
        if (call.name, source) in context.unmasked
        else values[source]
        for source in call.inputs
    ]
    if call.mask is not None:
        inputs[0] = replace(inputs[0], mask=values[call.mask].array.astype(bool))
    context.masks[call.name] = [value.mask for value in inputs]
    states = [values[source].at_end() for source in call.states]
    if layer.kind in (*RECURRENT, *MAPS, "Bidirectional"):
        return _stateful(context, layer, call, inputs[0], states)
    if layer.kind == "TimeDistributed":
        return [_time_distributed(context, layer, inputs[0])]
    if call.name in context.spreads:
        return [row_by_row(context, layer, [value.at_end() for value in inputs])]
    if layer.kind in ATTENDING:
        return attending(context, layer, call.name, inputs)
    return [_stateless(context, layer, inputs)]


def _stateful(
    context: Context, layer: Layer, call: Call, value: Value, states: list[Value]
) -> list[Value]:
    """A call of a layer with a state.

    Keras 3 looks for the mask of an input only where that is the one tensor of a call
    (``Layer.__call__``, "Populate mask argument(s)"): with an initial state every step is
    read, and the mask is handed on all the same.
    """
    way = _way(layer)
    if not states or call.mask is not None or context.keras2:
        return way(context, layer, call.name, value, states)
    outputs = way(context, layer, call.name, replace(value, mask=None), states)
    return [
        replace(output, mask=value.mask) if output.is_sequence else output for output in outputs
    ]


def _way(layer: Layer) -> Callable[[Context, Layer, str, Value, list[Value]], list[Value]]:
    """How a layer with a state reads."""
    if layer.kind in MAPS:
        return read_maps
    if layer.kind != "Bidirectional":
        return recurrent
    return read_maps_both_ways if layer.inner[0].kind in MAPS else bidirectional


def _stateless(context: Context, layer: Layer, inputs: list[Value]) -> Value:
    kind, first = layer.kind, inputs[0]
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
        width = int(layer.options["num_tokens"])
        return replace(first, array=_ids(layer, first.array, width), width=width)
    inputs = [value.numbers(context.dtype) for value in inputs]
    if kind == "Embedding":
        table = layer.weights["embeddings"]
        ids = _ids(layer, inputs[0].array, len(table))
    rule = RULES.get(kind)
    result = None if rule is None else rule(context, layer, inputs)
    if result is None:
        result = row_by_row(context, layer, inputs)
    if kind == "Embedding" and result.is_sequence:
        array = result.array.astype(np.result_type(result.array, context.dtype), copy=False)
        return replace(result, array=array, lookup=Lookup(ids, table))
    return result


def _ids(layer: Layer, numbers: Array, size: int) -> Array:
    """Whole numbers of any shape as int32, the masked ones too; Keras cuts off fractions.

    Raises:
        ReplayError: one is no id.
    """
    ids = numbers.astype(np.int32, copy=False)
    if ids.size and not 0 <= int(ids.min()) <= int(ids.max()) < size:
        raise ReplayError(
            "The layer {layer} knows only the ids 0 to {last}.", layer=layer.name, last=size - 1
        )
    return ids


def _rows_of_kernel(context: Context, layer: Layer, value: Value) -> Value:
    """A one-hot row times the kernel is a row of the kernel."""
    kernel = np.asarray(layer.weights["kernel"], context.dtype)
    bare = replace(
        layer,
        weights={**layer.weights, "kernel": np.eye(kernel.shape[1], dtype=context.dtype)},
    )
    array = FUNCTIONS[layer.kind](bare, [kernel[value.array]], [value.mask])
    return replace(value, array=array, width=0)


def _time_distributed(context: Context, layer: Layer, value: Value) -> Value:
    """The steps are a batch for the layer inside."""
    inner = layer.inner[0]
    if value.width:
        if inner.kind == "Dense":
            return _rows_of_kernel(context, inner, value)
        value = value.numbers(context.dtype)
    if inner.kind in INACTIVE:
        return value
    array, mask = value.array, within_steps(value.mask)
    rows = array.reshape(-1, *array.shape[2:])
    if inner.kind in (*RECURRENT, *MAPS, "Bidirectional"):
        # A reading of its own at every step, of which no trace is kept.
        own = Context(context.dtype, context.keras2, context.should_stop)
        inside = Value(rows, mask=mask)
        result = _way(inner)(own, inner, inner.name, inside, [])[0].at_end().array
    elif inner.kind == "TimeDistributed":
        result = _time_distributed(context, inner, Value(rows, mask=mask)).array
    else:
        used = masks_used(inner, [mask], context.keras2)
        result = FUNCTIONS[inner.kind](inner, [rows], used)
    handed_on = value.mask
    if context.keras2 and mask is not None and result.ndim < 3:  # no steps are left within a step
        handed_on = np.asarray(mask.reshape(*array.shape[:2], -1).any(axis=-1))
    steps = result.reshape(*array.shape[:2], *result.shape[1:])
    return replace(value, array=steps, mask=handed_on, lookup=None)
